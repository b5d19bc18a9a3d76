//! The registry of fields: every column of every table, and everything that lists carry, is defined here once, with its
//! words, its headers, how it is read, what may change it, who sees it, and whose words it has (docs/design.md,
//! sections 3, 5 and 6). A file per kind of record; `def` is what an entry is.
//!
//! To add a field: its key here, an entry in its record's table, its column in `store::rows`, and a migration. An entry without
//! a column in `store::rows`, or the reverse, does not compile; one that the schema lacks fails a test there.

mod claim;
mod def;
mod kinds;
mod log;
mod member;
mod near;
mod need;
mod office;
mod org;
mod outsider;
mod place;
mod registration;
mod stored;

use std::sync::LazyLock;

use super::words::ListKind;

pub use def::{
    Column, FieldDef, InList, InRules, InShow, InWalk, Label, Mask, Newer, Parse, Privacy, Sql, Twist, Words,
};
pub use near::{NEAR, Near};
pub use stored::Stored;

/// The keys by which lists and faults name fields. What a field is, its entries say.
macro_rules! fields {
    ($($variant:ident = $code:literal,)+) => {
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Field { $($variant,)+ }

        impl Field {
            pub const ALL: &'static [Field] = &[$(Field::$variant,)+];

            pub const fn code(self) -> &'static str {
                match self { $(Field::$variant => $code,)+ }
            }
        }
    };
}

fields! {
    Code = "code",
    // Places: one column holds a part or a path; several columns join.
    Place = "place",
    District = "district",
    Street = "street",
    Community = "community",
    Station = "station",
    // Needs.
    Wisher = "wisher",
    PublicName = "public_name",
    Phone = "phone",
    WisherClass = "wisher_class",
    Age = "age",
    Address = "address",
    Household = "household",
    School = "school",
    Form = "form",
    Theme = "theme",
    Title = "title",
    Content = "content",
    Reason = "reason",
    Quantity = "quantity",
    Budget = "budget",
    Deadline = "deadline",
    CollectedOn = "collected_on",
    Collector = "collector",
    Channel = "channel",
    Consent = "consent",
    Programme = "programme",
    Project = "project",
    Source = "source",
    ExternalId = "external_id",
    Proposer = "proposer",
    Beneficiaries = "beneficiaries",
    Note = "note",
    // People and organisations.
    Name = "name",
    Id = "id",
    Class = "class",
    Org = "org",
    RegisteredOn = "registered_on",
    DeregisteredOn = "deregistered_on",
    Skills = "skills",
    ShortName = "short_name",
    Parent = "parent",
    Contact = "contact",
    Exempt = "exempt",
    // Claims.
    Need = "need",
    Claimants = "claimants",
    Mode = "mode",
    ClaimedOn = "claimed_on",
    State = "state",
    CompletedOn = "completed_on",
    EndedOn = "ended_on",
    LetterOn = "letter_on",
    ApprovedOn = "approved_on",
    Plan = "plan",
    AcceptedOn = "accepted_on",
    Leader = "leader",
    NameOk = "name_ok",
    DoneHow = "done_how",
    Cost = "cost",
    Evidence = "evidence",
    Decision = "decision",
    Item = "item",
    Words = "words",
    // Decisions.
    Outcome = "outcome",
    VerifiedBy = "verified_by",
    VerifiedHow = "verified_how",
    VerifiedOn = "verified_on",
    DuplicateOf = "duplicate_of",
    Wording = "wording",
}

impl std::fmt::Display for Field {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code())
    }
}

/// A table of the office file.
#[derive(Debug, Clone, Copy)]
pub struct Table {
    pub name: &'static str,
    pub label: Label,
    /// Its columns in the order of the schema, `id` aside, and what lists carry of its records besides.
    pub fields: &'static [FieldDef],
}

const fn table(name: &'static str, zh: &'static str, en: &'static str, fields: &'static [FieldDef]) -> Table {
    Table { name, label: Label { zh, en }, fields }
}

/// Every table, in the order of the schema; those of the log at the end.
pub const TABLES: &[Table] = &[
    table("setting", "设置", "setting", office::SETTING),
    table("place", "属地", "place", place::PLACE),
    table("programme", "党建品牌", "programme", office::PROGRAMME),
    table("campaign", "活动期", "campaign", office::CAMPAIGN),
    table("quota", "指标", "quota", office::QUOTA),
    table("org", "党组织", "org", org::ORG),
    table("org_alias", "别名", "org alias", org::ORG_ALIAS),
    table("unknown_org", "待对应名称", "unknown org", org::UNKNOWN_ORG),
    table("head_map", "表头对应", "head map", office::HEAD_MAP),
    table("member", "党员", "member", member::MEMBER),
    table("outsider", "社会力量", "outsider", outsider::OUTSIDER),
    table("registration", "报到", "registration", registration::REGISTRATION),
    table("need", "双微事项", "need", need::NEED),
    table("claim", "认领", "claim", claim::CLAIM),
    table("claim_party", "认领人", "claim party", claim::CLAIM_PARTY),
    table("former_party", "退出的认领人", "former party", claim::FORMER_PARTY),
    table("import", "导入", "import", office::IMPORT),
    table("publication", "发布", "publication", office::PUBLICATION),
    table("pending_claim", "待定认领", "pending claim", claim::PENDING_CLAIM),
    table("entry", "操作记录", "entry", log::ENTRY),
    table("revision", "变更", "revision", log::REVISION),
    table("revision_run", "成批变更", "revision run", log::REVISION_RUN),
];

/// What a kind of list needs one of, besides its required fields: the first alternative is what is missing where it
/// has none.
pub const ALTERNATIVES: &[(ListKind, &[&[Field]])] = &[
    // A need is named by its code, by a project's title, or by a wish's content and wisher.
    (ListKind::Claims, &[&[Field::Need], &[Field::Title], &[Field::Content, Field::Wisher]]),
    (
        ListKind::Places,
        &[&[Field::Place], &[Field::District], &[Field::Street], &[Field::Community], &[Field::Station]],
    ),
];

/// Fields that a list may have in place of a required one: whoever claims is named, or found by the ID number.
pub const STAND_INS: &[(ListKind, Field, Field)] = &[(ListKind::Claims, Field::Claimants, Field::Id)];

const CONTENT_HEADERS: &[&str] = &[
    "微心愿内容",
    "心愿内容",
    "内容",
    "微心愿",
    "愿望内容",
    "需求内容",
    "标题",
    "心愿",
    "心愿名称",
    "微心愿名称",
    "具体心愿",
    "心愿描述",
    "微心愿描述",
    "心愿事项",
];
const TITLE_HEADERS: &[&str] = &["项目名称", "微项目名称"];
/// Of wishes and claims; what is planned is in the future.
const DEADLINE_HEADERS: &[&str] = &[
    "完成时限",
    "期望时间",
    "失效日期",
    "期望完成时间",
    "计划完成时间",
    "计划完成日期",
    "预计完成时间",
    "预计完成日期",
    "拟完成时间",
    "计划办结时间",
    "预计办结时间",
    "完成期限",
    "办结时限",
];
/// Of projects, the same in their own order.
const PLANNED_HEADERS: &[&str] = &[
    "计划完成时间",
    "完成时限",
    "计划完成日期",
    "预计完成时间",
    "预计完成日期",
    "拟完成时间",
    "计划办结时间",
    "预计办结时间",
    "完成期限",
    "办结时限",
];
const NOTE_HEADERS: &[&str] = &["备注", "备注说明"];

impl Table {
    /// The table of this name.
    pub fn named(name: &str) -> Option<&'static Table> {
        TABLES.iter().find(|table| table.name == name)
    }

    /// The fields that have a column, in the order of the schema.
    pub fn columns(&self) -> impl Iterator<Item = (&'static Column, &'static FieldDef)> {
        self.fields.iter().filter_map(|def| Some((def.column.as_ref()?, def)))
    }

    /// The field that a column holds.
    pub fn of_column(&self, name: &str) -> Option<&'static FieldDef> {
        self.columns().find(|(column, _)| column.name == name).map(|(_, def)| def)
    }

    /// The field of this code word.
    pub fn of_code(&self, code: &str) -> Option<&'static FieldDef> {
        self.fields.iter().find(|def| def.code == code)
    }
}

/// A field as one kind of list carries it.
#[derive(Debug, Clone, Copy)]
pub struct Listed {
    pub field: Field,
    pub def: &'static FieldDef,
    pub list: &'static InList,
    /// The table of `def`.
    pub table: &'static Table,
}

impl Listed {
    /// The header that we write.
    pub fn header(&self) -> &'static str {
        self.list.headers.first().copied().unwrap_or(self.def.code)
    }
}

/// The fields that a kind of list carries, in the order of the tables.
pub fn listed(kind: ListKind) -> &'static [Listed] {
    static LISTED: LazyLock<Vec<Vec<Listed>>> = LazyLock::new(|| {
        let of_kind = |kind: &ListKind| {
            let all = TABLES.iter().flat_map(|table| table.fields.iter().map(move |def| (table, def)));
            let listed = all.filter_map(|(table, def)| {
                let (list, field) = (def.in_list(*kind)?, def.key_in(*kind)?);
                Some(Listed { field, def, list, table })
            });
            listed.collect()
        };
        ListKind::ALL.iter().map(of_kind).collect()
    });
    &LISTED[kind as usize]
}

/// A field as a kind of list carries it, where it does.
pub fn in_list(kind: ListKind, field: Field) -> Option<&'static Listed> {
    listed(kind).iter().find(|one| one.field == field)
}

/// The fields that `export` writes for a kind of list, in order.
pub fn exported(kind: ListKind) -> Vec<&'static Listed> {
    in_order(listed(kind).iter().filter_map(|one| Some((one.list.export?, one))))
}

/// The fields that `--ask` asks for, in order.
pub fn asked(kind: ListKind) -> Vec<&'static Listed> {
    in_order(listed(kind).iter().filter_map(|one| Some((one.list.ask?, one))))
}

/// The fields without which a row of this kind of list is no record.
pub fn required(kind: ListKind) -> impl Iterator<Item = Field> {
    listed(kind).iter().filter(|one| one.list.required).map(|one| one.field)
}

/// The fields of a need that rules may use, in order.
pub fn in_rules() -> Vec<(&'static FieldDef, InRules)> {
    let all = TABLES.iter().flat_map(|table| table.fields);
    in_order(all.filter_map(|def| def.rules.map(|rules| (rules.at, (def, rules)))))
}

/// The fields of a need that `show` shows, in order.
pub fn shown() -> Vec<(&'static FieldDef, InShow)> {
    in_order(need::NEED.iter().filter_map(|def| def.show.map(|show| (show.at, (def, show)))))
}

/// The fields of a need that the walk shows, each with its line, in the order of the schema.
pub fn walked() -> impl Iterator<Item = (&'static FieldDef, InWalk)> {
    need::NEED.iter().filter_map(|def| Some((def, def.walk?)))
}

fn in_order<T>(placed: impl Iterator<Item = (u8, T)>) -> Vec<T> {
    let mut placed: Vec<(u8, T)> = placed.collect();
    placed.sort_by_key(|(at, _)| *at);
    placed.into_iter().map(|(_, one)| one).collect()
}

impl Field {
    /// The field of this code word.
    pub fn of_code(code: &str) -> Option<Field> {
        Field::ALL.iter().copied().find(|field| field.code() == code)
    }

    /// Whether a kind of list reads its cells in one of these ways.
    pub fn is_read_as(self, ways: &[Parse]) -> bool {
        static READ: LazyLock<Vec<Vec<Parse>>> = LazyLock::new(|| {
            let parses =
                |field: Field| ListKind::ALL.iter().filter_map(move |kind| Some(in_list(*kind, field)?.def.parse));
            Field::ALL.iter().map(|field| parses(*field).collect()).collect()
        });
        READ[self as usize].iter().any(|parse| ways.contains(parse))
    }

    /// What lists and faults call it: the same in every kind of list.
    pub fn label(self) -> Label {
        static LABELS: LazyLock<Vec<Label>> = LazyLock::new(|| {
            let label = |field: &Field| {
                let listed = ListKind::ALL.iter().find_map(|kind| in_list(*kind, *field));
                let unlisted = Label { zh: field.code(), en: field.code() };
                listed.map_or(unlisted, |one| one.def.label_in_lists.unwrap_or(one.def.label))
            };
            Field::ALL.iter().map(label).collect()
        });
        LABELS[self as usize]
    }
}

/// Fails to compile where a record's columns are not those of its table here, in order.
pub const fn check_columns(name: &str, columns: &[&str]) {
    let mut at = 0;
    while !same(TABLES[at].name, name) {
        at += 1;
        assert!(at < TABLES.len(), "a table has no fields in model::fields");
    }
    let fields = TABLES[at].fields;
    let (mut field, mut column) = (0, 0);
    while field < fields.len() {
        if let Some(stored) = fields[field].column {
            assert!(column < columns.len(), "a field in model::fields has no column in store::rows");
            assert!(
                same(stored.name, columns[column]),
                "a column of store::rows and model::fields differ, or their order"
            );
            column += 1;
        }
        field += 1;
    }
    assert!(column == columns.len(), "a column of store::rows has no field in model::fields");
}

const fn same(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    let mut at = 0;
    while at < one.len() && at < other.len() && one[at] == other[at] {
        at += 1;
    }
    at == one.len() && at == other.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_is_carried_by_a_list_and_called_the_same_in_each() {
        for &field in Field::ALL {
            let carried: Vec<_> = ListKind::ALL.iter().filter_map(|kind| in_list(*kind, field)).collect();
            assert!(!carried.is_empty(), "{field}");
            for one in carried {
                assert_eq!(one.def.label_in_lists.unwrap_or(one.def.label), field.label(), "{field}");
            }
            let same = Field::ALL.iter().filter(|other| other.label().zh == field.label().zh).count();
            assert_eq!(same, 1, "{field}: two fields have one label");
            assert_eq!(field.label().en, field.code().replace('_', " "));
        }
    }

    #[test]
    fn code_words_and_columns_are_unique_in_a_table() {
        for table in TABLES {
            for def in table.fields {
                assert_eq!(
                    table.fields.iter().filter(|other| other.code == def.code).count(),
                    1,
                    "{} {}",
                    table.name,
                    def.code
                );
                let keyed = def.lists.iter().all(|list| list.field.or(def.field).is_some());
                assert!(keyed, "{} {} is in a list without a key", table.name, def.code);
                assert!(def.lists.is_empty() || def.parse != Parse::None, "{} {} is never read", table.name, def.code);
            }
        }
    }

    #[test]
    fn places_in_exports_questions_rules_and_show_count_from_one_without_gaps() {
        let check = |what: &str, mut places: Vec<u8>| {
            places.sort_unstable();
            assert!(places.iter().copied().eq((1..).take(places.len())), "{what}: {places:?}");
        };
        for &kind in ListKind::ALL {
            check("export", listed(kind).iter().filter_map(|one| one.list.export).collect());
            check("ask", listed(kind).iter().filter_map(|one| one.list.ask).collect());
        }
        check("rules", in_rules().iter().map(|(_, rules)| rules.at).collect());
        check("show", shown().iter().map(|(_, show)| show.at).collect());
    }
}
