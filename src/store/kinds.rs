//! The tables that the log knows, by the name that revisions call them.

use super::record::Record;
use super::rows::{
    AliasRow, CampaignRow, ClaimRow, HeadMapRow, ImportRow, MemberRow, NeedRow, OrgRow, OutsiderRow, PartyRow,
    PlaceRow, ProgrammeRow, QuotaRow, RegistrationRow, SettingRow, UnknownOrgRow,
};

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
    ImportRow::KIND,
];

/// What is done alike with the records of every table.
pub trait ForKind {
    type Output;
    fn run<R: Record + Clone + PartialEq + Send + 'static>(self) -> anyhow::Result<Self::Output>;
}

/// Does it with the table of this name. Errors: a table that there is none of.
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
        ImportRow::KIND => task.run::<ImportRow>(),
        _ => anyhow::bail!("the log tells of a table that there is none of: {kind}"),
    }
}
