//! The tables as structs, in the order of the schema. Columns are those of `schema/0001.sql`.

use crate::model::code::Code;
use crate::model::day::Day;
use crate::model::facts::ClaimFact;
use crate::model::money::Money;
use crate::model::phone::Phone;
use crate::model::words::{
    ClaimState, Claimant, Counting, Form, Joint, Leaving, Level, ListKind, MemberClass, NeedKind, NeedState, OrgClass,
    OutsiderType, Role, Theme,
};

use super::record::{Record, record};

record! {
    SettingRow "setting" {
        name: String,
        value: String,
    }
}

record! {
    PlaceRow "place" {
        parent_id: Option<i64>,
        level: Level,
        name: String,
    }
}

record! {
    ProgrammeRow "programme" {
        name: String,
        note: Option<String>,
    }
}

record! {
    CampaignRow "campaign" {
        name: String,
        from_day: Day,
        until_day: Day,
    } later {
        stale_days: Option<u32>,
        pool_days: Option<u32>,
    }
}

record! {
    QuotaRow "quota" {
        campaign_id: i64,
        claimant: Claimant,
        class: String,
        need_kind: NeedKind,
        at_least: i64,
        counting: Counting,
        joint: Joint,
    }
}

record! {
    OrgRow "org" {
        code: Code,
        name: String,
        short_name: Option<String>,
        class: OrgClass,
        parent_id: Option<i64>,
        contact: Option<String>,
        phone: Option<Phone>,
        exempt: bool,
        note: Option<String>,
        extra: Option<String>,
        unread: Option<String>,
    }
}

record! {
    AliasRow "org_alias" {
        org_id: i64,
        alias: String,
    }
}

record! {
    UnknownOrgRow "unknown_org" {
        name: String,
        list: String,
        rows: u32,
    }
}

record! {
    HeadMapRow "head_map" {
        kind: ListKind,
        heads: String,
        map: String,
    }
}

record! {
    MemberRow "member" {
        code: Code,
        name: String,
        id_digest: Option<Vec<u8>>,
        id_mask: Option<String>,
        phone: Option<Phone>,
        class: MemberClass,
        org_id: Option<i64>,
        skills: Option<String>,
        note: Option<String>,
        extra: Option<String>,
        unread: Option<String>,
    }
}

record! {
    OutsiderRow "outsider" {
        name: String,
        class: OutsiderType,
        phone: Option<Phone>,
        note: Option<String>,
    }
}

record! {
    RegistrationRow "registration" {
        member_id: Option<i64>,
        org_id: Option<i64>,
        place_id: i64,
        from_day: Option<Day>,
        until_day: Option<Day>,
    }
}

record! {
    NeedRow "need" {
        kind: NeedKind,
        code: Code,
        identity: i64,
        state: NeedState,
        campaign_id: Option<i64>,
        place_id: i64,
        title: Option<String>,
        content: Option<String>,
        wisher: Option<String>,
        phone: Option<Phone>,
        wisher_class: Option<String>,
        age: Option<u32>,
        address: Option<String>,
        household: Option<String>,
        school: Option<String>,
        form: Option<Form>,
        theme: Option<Theme>,
        reason: Option<String>,
        quantity: i64,
        budget_fen: Option<Money>,
        deadline: Option<Day>,
        collected_on: Option<Day>,
        collector: Option<String>,
        channel: Option<String>,
        consent: Option<bool>,
        consent_basis: Option<String>,
        programme_id: Option<i64>,
        project: Option<String>,
        source: Option<String>,
        external_id: Option<String>,
        proposer: Option<String>,
        beneficiaries: Option<u32>,
        note: Option<String>,
        extra: Option<String>,
        unread: Option<String>,
        wording_checked: bool,
        public_name: Option<String>,
    } later {
        wording: Option<String>,
        came_from: Option<NeedState>,
        reason_out: Option<String>,
        verified_on: Option<Day>,
        verified_by: Option<String>,
        verified_how: Option<String>,
        duplicate_of: Option<i64>,
        public_code: Option<String>,
        number: Option<i64>,
        published_on: Option<Day>,
        closed_on: Option<Day>,
        left_on: Option<Day>,
    }
}

record! {
    ClaimRow "claim" {
        code: Code,
        need_id: i64,
        quantity: i64,
        state: ClaimState,
        mode: Option<String>,
        unnamed: u32,
        claimed_on: Day,
        deadline: Option<Day>,
        started_on: Option<Day>,
        completed_on: Option<Day>,
        confirmed_on: Option<Day>,
        ended_on: Option<Day>,
        reason: Option<String>,
        satisfaction: Option<u32>,
        feedback: Option<String>,
        letter_on: Option<Day>,
        letter_exchanged_on: Option<Day>,
        approved_on: Option<Day>,
        plan_on: Option<Day>,
        plan_file: Option<String>,
        plan_digest: Option<Vec<u8>>,
        accepted_on: Option<Day>,
        leader: Option<String>,
        note: Option<String>,
        extra: Option<String>,
        unread: Option<String>,
        name_ok: Option<bool>,
    } later {
        outcome: Option<String>,
        cost_fen: Option<Money>,
        evidence_file: Option<String>,
        evidence_digest: Option<Vec<u8>>,
        confirmed_by: Option<String>,
        letter_file: Option<String>,
        letter_digest: Option<Vec<u8>>,
        letter_signed_by: Option<String>,
        reopened_on: Option<Day>,
    }
}

impl ClaimRow {
    /// Whether the claim holds its need, as the view `holding_claim` has it: not ended, and not of a round before the need
    /// was reopened.
    pub fn holds_need(&self) -> bool {
        self.state.holds() && self.reopened_on.is_none()
    }

    /// The claim as figures know it.
    pub fn fact(&self) -> ClaimFact {
        ClaimFact {
            need: self.need_id,
            state: self.state,
            quantity: self.quantity,
            claimed_on: self.claimed_on,
            deadline: self.deadline,
            started_on: self.started_on,
            completed_on: self.completed_on,
            confirmed_on: self.confirmed_on,
            ended_on: self.ended_on,
            reopened_on: self.reopened_on,
        }
    }
}

record! {
    PartyRow "claim_party" {
        claim_id: i64,
        role: Role,
        member_id: Option<i64>,
        org_id: Option<i64>,
        outsider_id: Option<i64>,
    }
}

record! {
    FormerPartyRow "former_party" {
        claim_id: i64,
        role: Role,
        member_id: Option<i64>,
        org_id: Option<i64>,
        outsider_id: Option<i64>,
        how: Leaving,
        left_on: Day,
        reason: String,
    }
}

record! {
    ImportRow "import" {
        entry_id: i64,
        name: String,
        digest: Vec<u8>,
        kind: ListKind,
        layout: String,
    }
}

record! {
    PublicationRow "publication" {
        folder: String,
        products: String,
        title: Option<String>,
        place_id: Option<i64>,
        published_on: Day,
        numbers: String,
    }
}

record! {
    PendingRow "pending_claim" {
        list: String,
        line: u32,
        words: String,
        need: Option<String>,
        who: Option<String>,
        unit: Option<String>,
        quantity: Option<i64>,
        on_day: Option<Day>,
        problem: String,
        settled_on: Option<Day>,
        outcome: Option<String>,
    }
}

/// Every logged table, in the order of the schema.
pub const KINDS: &[&str] = &[
    SettingRow::KIND,
    PlaceRow::KIND,
    ProgrammeRow::KIND,
    CampaignRow::KIND,
    QuotaRow::KIND,
    OrgRow::KIND,
    AliasRow::KIND,
    UnknownOrgRow::KIND,
    HeadMapRow::KIND,
    MemberRow::KIND,
    OutsiderRow::KIND,
    RegistrationRow::KIND,
    NeedRow::KIND,
    ClaimRow::KIND,
    PartyRow::KIND,
    FormerPartyRow::KIND,
    ImportRow::KIND,
    PublicationRow::KIND,
    PendingRow::KIND,
];

/// What is done alike with the records of every table.
pub trait ForKind {
    type Output;
    fn run<R: Record + Clone + PartialEq + Send + 'static>(self) -> anyhow::Result<Self::Output>;
}

/// Does it with the table of this name. Errors: an unknown table.
pub fn for_kind<T: ForKind>(kind: &str, task: T) -> anyhow::Result<T::Output> {
    match kind {
        SettingRow::KIND => task.run::<SettingRow>(),
        PlaceRow::KIND => task.run::<PlaceRow>(),
        ProgrammeRow::KIND => task.run::<ProgrammeRow>(),
        CampaignRow::KIND => task.run::<CampaignRow>(),
        QuotaRow::KIND => task.run::<QuotaRow>(),
        OrgRow::KIND => task.run::<OrgRow>(),
        AliasRow::KIND => task.run::<AliasRow>(),
        UnknownOrgRow::KIND => task.run::<UnknownOrgRow>(),
        HeadMapRow::KIND => task.run::<HeadMapRow>(),
        MemberRow::KIND => task.run::<MemberRow>(),
        OutsiderRow::KIND => task.run::<OutsiderRow>(),
        RegistrationRow::KIND => task.run::<RegistrationRow>(),
        NeedRow::KIND => task.run::<NeedRow>(),
        ClaimRow::KIND => task.run::<ClaimRow>(),
        PartyRow::KIND => task.run::<PartyRow>(),
        FormerPartyRow::KIND => task.run::<FormerPartyRow>(),
        ImportRow::KIND => task.run::<ImportRow>(),
        PublicationRow::KIND => task.run::<PublicationRow>(),
        PendingRow::KIND => task.run::<PendingRow>(),
        _ => anyhow::bail!("the log names an unknown table: {kind}"),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use rusqlite::Connection;

    use super::super::{CommitFlag, open};
    use crate::model::fields::TABLES;

    /// Name, type, whether it may be NULL, and the table it refers to.
    type Described = (String, String, bool, Option<String>);

    fn of_file(session: &Connection, table: &str) -> BTreeSet<Described> {
        let sql = "
            SELECT column.name, column.type, NOT column.\"notnull\",
              (SELECT refers.\"table\" FROM pragma_foreign_key_list(:table) AS refers WHERE refers.\"from\" = column.name)
            FROM pragma_table_xinfo(:table) AS column
            WHERE column.name <> 'id'";
        let mut statement = session.prepare(sql).unwrap();
        let rows = statement.query_map([table], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)));
        rows.unwrap().collect::<Result<_, _>>().unwrap()
    }

    #[test]
    fn registry_has_every_column_of_an_office_file_and_no_other() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("office.db");
        open::create(&path, &CommitFlag::default(), false, |_| Ok(())).unwrap();
        let session = Connection::open(&path).unwrap();
        let mut statement =
            session.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").unwrap();
        let tables = statement.query_map([], |row| row.get(0)).unwrap().collect::<Result<BTreeSet<String>, _>>();
        assert_eq!(tables.unwrap(), TABLES.iter().map(|table| table.name.to_owned()).collect::<BTreeSet<_>>());
        for table in TABLES {
            let ours = table.columns().map(|(column, _)| {
                let refers = column.refers.map(str::to_owned);
                (column.name.to_owned(), column.sql.type_name().to_owned(), column.sql.may_be_null(), refers)
            });
            assert_eq!(ours.collect::<BTreeSet<_>>(), of_file(&session, table.name), "{}", table.name);
        }
    }
}
