//! What a record's stored values are called: in lists that leave, on the screen, in JSON. What each field is, the registry
//! (`model::fields`) says; here ids become names and private values are masked.

use serde_json::{Map, Value, json};

use crate::intake::private;
use crate::lang::faults::field_name;
use crate::lang::{cmd as text, semicolon, word};
use crate::model::fields::{Field, FieldDef, Mask, Parse, Privacy, Sql, Stored, Table, Words};
use crate::model::phone::Phone;
use crate::model::words::{Form, MemberClass, NeedKind, OrgClass, Role, Theme};
use crate::privacy;
use crate::store::claimant::{self, Named, Party};
use crate::store::collect::extra_pairs;
use crate::store::collect::masks::MASKED;
use crate::store::place::{self, Places};
use crate::store::{Record, Session, claim, export, find};

/// Who looks at values, and where ids are looked up.
#[derive(Clone, Copy)]
pub struct Values<'a> {
    pub session: &'a Session,
    /// Every place, where many records are read; `None` looks each one up.
    pub places: Option<&'a Places>,
    /// Phones and addresses are written out, and the log says why.
    pub reveal: bool,
}

impl Values<'_> {
    /// The value as a list has it. Phones and addresses are masked unless they are revealed.
    pub fn cell(&self, def: &FieldDef, value: &Stored) -> anyhow::Result<String> {
        let cell = self.named(def, value)?;
        Ok(match def.parse {
            Parse::Phone if !self.reveal => masked_phone(&cell),
            Parse::Address if !self.reveal => privacy::mask_address(&cell),
            _ if !is_text(def) => cell,
            _ if self.reveal => privacy::mask_papers(&cell),
            _ => masked_text(def, &cell),
        })
    }

    /// The value as `show` prints it, and as its JSON has it.
    pub fn shown(&self, def: &FieldDef, value: &Stored) -> anyhow::Result<(String, Value)> {
        if def.code == "number" {
            return Ok((text::number(value), json!(value.as_int())));
        }
        if let (Parse::Word(Words::YesNo), Some(flag)) = (def.parse, value.as_int()) {
            return Ok((text::yes_no(flag != 0), json!(flag != 0)));
        }
        if let Some((zh, code)) = closed_word(def, value) {
            return Ok((word(zh, code), json!(code)));
        }
        let cell = self.cell(def, value)?;
        let shown = match def.privacy {
            Privacy::Personal if def.parse != Parse::Text && !is_text(def) => privacy::mask_text(&cell),
            Privacy::Personal => cell,
            Privacy::FreeText | Privacy::Public | Privacy::Internal => cell,
        };
        let is_number = def.parse != Parse::Money && def.column.is_some_and(|column| column.refers.is_none());
        let json = value.as_int().filter(|_| is_number).map_or_else(|| json!(shown), |number| json!(number));
        Ok((shown, json))
    }

    /// The value as previews and undo name it: whatever it is, private digits in it are masked.
    pub fn preview(&self, def: &FieldDef, value: &Stored) -> anyhow::Result<String> {
        let plain = match (def.parse, value) {
            (Parse::Money, _) => def.in_lists(value),
            _ if def.column.is_some_and(|column| column.refers.is_some()) => self.named(def, value)?,
            _ => value.to_string(),
        };
        Ok(masked(def, &plain))
    }

    /// The value with ids as names.
    fn named(&self, def: &FieldDef, value: &Stored) -> anyhow::Result<String> {
        let refers = def.column.and_then(|column| column.refers);
        let (Some(table), Some(id)) = (refers, value.as_int()) else { return Ok(def.in_lists(value)) };
        Ok(match table {
            "place" => match self.places {
                Some(places) => places.path(id),
                None => place::path_of(self.session, id)?,
            },
            "org" => find::org_by_id(self.session, id)?.name,
            "need" => find::need_by_id(self.session, id)?.code.to_string(),
            "programme" => export::programme_name(self.session, Some(id))?.unwrap_or_default(),
            _ => id.to_string(),
        })
    }
}

/// A value of a field with what is private in it masked.
pub fn masked(def: &FieldDef, plain: &str) -> String {
    match def.mask {
        Mask::Digits => private(plain),
        Mask::Address => privacy::mask_address(plain),
        Mask::Text if is_text(def) => masked_text(def, plain),
        Mask::Text | Mask::Number | Mask::Cells => privacy::mask_text(plain),
    }
}

/// The record with all of its texts as those read them who need not know everybody in them. Columns that hold cells of
/// a list (`extra`, `unread`) are masked cell by cell, where they are shown.
pub fn masked_record<R: Record>(record: &R) -> anyhow::Result<R> {
    let mut json = Vec::new();
    record.write_json(&mut json)?;
    let mut columns: Map<String, Value> = serde_json::from_slice(&json)?;
    for (column, def) in Table::named(R::KIND).into_iter().flat_map(Table::columns).filter(|(_, def)| is_text(def)) {
        if let Some(Value::String(text)) = columns.get_mut(column.name) {
            *text = masked(def, text);
        }
    }
    R::from_json(&columns)
}

/// A text of a field that may be about people, with what is private in it masked. One that is there to name somebody
/// keeps the name.
fn masked_text(def: &FieldDef, plain: &str) -> String {
    if def.parse == Parse::Name || def.names_record {
        privacy::mask_beside_names(plain)
    } else {
        privacy::mask_private(plain, &[])
    }
}

/// The claimants of a claim as they may be shown: an outsider's name is whatever somebody typed.
pub fn claimants(session: &Session, claim: i64) -> anyhow::Result<Vec<Named>> {
    let mut named = claim::named_parties(session, claim)?;
    named.iter_mut().for_each(mask_typed);
    Ok(named)
}

/// One claimant likewise.
pub fn claimant(session: &Session, party: Party, role: Role) -> anyhow::Result<Named> {
    let mut named = claimant::named(session, party, role)?;
    mask_typed(&mut named);
    Ok(named)
}

/// The name of an outsider is whatever somebody typed.
pub fn mask_typed(one: &mut Named) {
    if one.code.is_none() {
        one.name = privacy::mask_beside_names(&one.name);
    }
}

/// A cell that could not be read, as a list or the screen has it: in a column of phones or addresses it may be one. `key` is
/// the header of an unknown column.
pub fn unread_cell(field: Option<Field>, key: &str, cell: &str, reveal: bool) -> String {
    if reveal {
        privacy::mask_papers(cell)
    } else if field
        .map_or_else(|| privacy::is_private_in(key, cell), |field| is_private(field) || privacy::looks_private(cell))
    {
        MASKED.to_owned()
    } else {
        cell.to_owned()
    }
}

/// Cells that could not be read, one after the other, for people; and as JSON has them.
pub fn unread(kept: Option<&str>) -> anyhow::Result<(String, Value)> {
    let (mut shown, mut json) = (Vec::new(), Vec::new());
    for (key, cell) in extra_pairs(kept)? {
        let field = Field::of_code(&key);
        let cell = unread_cell(field, &key, &cell, false);
        shown.push(text::of_field(field.map_or(key.clone(), |field| field_name(field).to_owned()), &cell));
        json.push(json!({"field": key, "cell": cell}));
    }
    Ok((shown.join(semicolon()), Value::Array(json)))
}

fn is_private(field: Field) -> bool {
    field.is_read_as(&[Parse::Phone, Parse::IdNumber, Parse::Address])
}

/// Whether a field holds a text that may be about anybody.
fn is_text(def: &FieldDef) -> bool {
    matches!(def.privacy, Privacy::Personal | Privacy::FreeText)
        && matches!(def.parse, Parse::Text | Parse::Name | Parse::None)
        && def.column.is_some_and(|column| matches!(column.sql, Sql::Text | Sql::TextOrNull) && column.refers.is_none())
        && def.mask == Mask::Text
}

/// A member of a closed set, as it is stored, by its word in the language of this run.
pub fn word_of(def: &FieldDef, value: &str) -> Option<String> {
    let named = match def.parse {
        Parse::Word(Words::YesNo) => return Some(text::yes_no(value != "0")),
        Parse::Word(Words::MemberClass) => value.parse().ok().map(|class: MemberClass| (class.zh(), class.code())),
        Parse::Word(Words::OrgClass) => value.parse().ok().map(|class: OrgClass| (class.zh(), class.code())),
        _ => closed_word(def, &Stored::Text(value.to_owned())),
    };
    named.map(|(zh, code)| word(zh, code))
}

/// A closed set's member: its Chinese word and its code.
fn closed_word(def: &FieldDef, value: &Stored) -> Option<(&'static str, &'static str)> {
    let code = value.as_text()?;
    match (def.code, def.parse) {
        ("kind", _) => code.parse().ok().map(|kind: NeedKind| (kind.zh(), kind.code())),
        (_, Parse::Word(Words::FormOrTheme)) => {
            let form = code.parse().ok().map(|form: Form| (form.zh(), form.code()));
            form.or_else(|| code.parse().ok().map(|theme: Theme| (theme.zh(), theme.code())))
        }
        _ => None,
    }
}

fn masked_phone(phone: &str) -> String {
    phone.parse().map_or_else(|_| privacy::mask_text(phone), |phone: Phone| phone.masked())
}
