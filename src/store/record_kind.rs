//! Which kind of record a row of a table is, as people list and mend them.

use anyhow::bail;
use rusqlite::named_params;

use crate::model::code::Code;
use crate::model::words::{ListKind, NeedKind, RecordKind};
use crate::store::Session;

use super::find::need_by_id;
use super::record::Record;
use super::rows::{ClaimRow, MemberRow, NeedRow, OrgRow, OutsiderRow, PlaceRow};

/// The kind of a record that `find::record` has found, with its id.
pub fn kind_of(session: &Session, table: &str, id: i64) -> anyhow::Result<(RecordKind, i64)> {
    let kind = match table {
        NeedRow::KIND => match need_by_id(session, id)?.kind {
            NeedKind::Wish => RecordKind::Wishes,
            NeedKind::Project => RecordKind::Projects,
        },
        ClaimRow::KIND => RecordKind::Claims,
        MemberRow::KIND => RecordKind::Members,
        OrgRow::KIND => RecordKind::Orgs,
        OutsiderRow::KIND => RecordKind::Outsiders,
        PlaceRow::KIND => RecordKind::Places,
        other => bail!("{other} is no kind of record that is listed"),
    };
    Ok((kind, id))
}

/// What `kind` says in JSON of a row: a need's own kind, of what is not listed its table.
pub fn word_of(session: &Session, table: &'static str, id: i64) -> anyhow::Result<&'static str> {
    Ok(if table == NeedRow::KIND { need_by_id(session, id)?.kind.code() } else { table })
}

/// Whether a record that this kind of list is about has the code.
pub fn has_code(session: &Session, kind: ListKind, code: &Code) -> anyhow::Result<bool> {
    let sql = match kind {
        ListKind::Wishes | ListKind::Projects => "SELECT EXISTS (SELECT 1 FROM need WHERE code = :code)",
        ListKind::Members => "SELECT EXISTS (SELECT 1 FROM member WHERE code = :code)",
        ListKind::Orgs => "SELECT EXISTS (SELECT 1 FROM org WHERE code = :code)",
        ListKind::Claims | ListKind::Decisions | ListKind::Places => return Ok(false),
    };
    Ok(session.prepare_cached(sql)?.query_row(named_params! {":code": code}, |row| row.get(0))?)
}

/// The table of a kind.
pub fn table_of(kind: RecordKind) -> &'static str {
    match kind {
        RecordKind::Wishes | RecordKind::Projects => NeedRow::KIND,
        RecordKind::Members => MemberRow::KIND,
        RecordKind::Orgs => OrgRow::KIND,
        RecordKind::Outsiders => OutsiderRow::KIND,
        RecordKind::Claims => ClaimRow::KIND,
        RecordKind::Places => PlaceRow::KIND,
    }
}
