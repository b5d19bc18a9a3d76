//! What needs were before they came back to the wall, or were taken off it, by hand or because a list says that they may be
//! shown no longer: a need that is reopened, or taken down, keeps no day of what it was until then. The log does, in the
//! revisions of those commands.

use rusqlite::{Row, named_params};

use crate::model::day::Day;
use crate::model::facts::NeedFact;
use crate::model::words::NeedState;
use crate::store::Session;

use super::log::time_of;
use super::record::Record;
use super::rows::NeedRow;

/// A need as it was until a day.
#[derive(Debug, Clone)]
pub struct Was {
    pub need: NeedRow,
    /// The day on which it was reopened, or taken down.
    pub until: Day,
}

/// The days on which a need had left, or was closed, before it was reopened: from the first, up to the last alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gap {
    pub state: NeedState,
    pub from: Day,
    pub until: Day,
}

/// What comes before the day that a command was given.
const DATED: &str = " --on ";

/// How the command of the entry that reopens needs ends where the day is not that of the entry.
pub fn dated(on: Option<Day>) -> String {
    on.map(|on| format!("{DATED}{on}")).unwrap_or_default()
}

/// Calls `each` with every need that was reopened or taken down, as it was before, in the order in which that was done; what
/// came after the entry `last` is left out.
pub fn each(session: &Session, last: Option<i64>, mut each: impl FnMut(Was)) -> anyhow::Result<()> {
    // The plus keeps off the index by kind: the revisions of an entry lie together. A list, an edit or a review may take down
    // what may be shown no longer, among much else: only what was published, and is verified next, was taken down.
    let sql = "
        SELECT revision.before, entry.at, entry.command
        FROM entry
        CROSS JOIN revision ON revision.id BETWEEN entry.id << 32 AND (entry.id + 1 << 32) - 1
        WHERE (
            entry.command GLOB 'reopen *'
            OR (
              (entry.command = 'collect wishes' OR entry.command GLOB 'edit *' OR entry.command GLOB 'publish --*')
              AND instr(revision.before, '\"state\":\"published\"')
              AND coalesce(
                (
                  SELECT next.before ->> 'state'
                  FROM revision AS next
                  WHERE next.kind = 'need' AND next.record_id = revision.record_id AND next.id > revision.id
                  ORDER BY next.id
                  LIMIT 1
                ),
                (SELECT need.state FROM need WHERE need.id = revision.record_id)
              ) = 'verified'
            )
          )
          AND (:last IS NULL OR entry.id <= :last)
          AND NOT EXISTS (
            SELECT 1
            FROM entry AS undo
            WHERE undo.command = 'undo ' || entry.id AND (:last IS NULL OR undo.id <= :last)
          )
          AND +revision.kind = 'need' AND revision.before IS NOT NULL
        ORDER BY revision.id";
    let mut statement = session.prepare(sql)?;
    let mut rows = statement.query(named_params! {":last": last})?;
    while let Some(row) = rows.next()? {
        each(was(row)?);
    }
    Ok(())
}

/// The days on which one need was gone, the earlier first.
pub fn gaps(session: &Session, need: i64) -> anyhow::Result<Vec<Gap>> {
    let sql = "
        SELECT revision.before, entry.at, entry.command
        FROM revision
        JOIN entry ON entry.id = revision.id >> 32
        WHERE revision.kind = 'need' AND revision.record_id = :need AND revision.before IS NOT NULL
          AND entry.command GLOB 'reopen *'
          AND NOT EXISTS (SELECT 1 FROM entry AS undo WHERE undo.command = 'undo ' || entry.id)
        ORDER BY revision.id";
    let mut statement = session.prepare_cached(sql)?;
    let mut rows = statement.query(named_params! {":need": need})?;
    let mut gaps = Vec::new();
    while let Some(row) = rows.next()? {
        gaps.extend(was(row)?.gap());
    }
    Ok(gaps)
}

fn was(row: &Row<'_>) -> anyhow::Result<Was> {
    let need = NeedRow::from_json(&serde_json::from_str(row.get_ref(0)?.as_str()?)?)?;
    let command: String = row.get(2)?;
    let given = command.rsplit_once(DATED).and_then(|(_, on)| on.parse().ok());
    let until = match given {
        Some(on) => on,
        None => time_of(row.get(1)?).0.get(..10).unwrap_or_default().parse()?,
    };
    Ok(Was { need, until })
}

impl Was {
    fn gap(&self) -> Option<Gap> {
        let state = self.need.state;
        let from = if state.is_exit() { self.need.left_on } else { self.need.closed_on };
        let is_gone = state.is_exit() || state == NeedState::Closed;
        from.filter(|from| is_gone && *from < self.until).map(|from| Gap { state, from, until: self.until })
    }

    /// The day on which it was closed, for good as it seemed.
    pub fn closed_on(&self) -> Option<Day> {
        self.need.closed_on.filter(|_| self.need.state == NeedState::Closed)
    }

    /// Makes of what reports know of the need what they knew then, as far as its state and its days go.
    pub fn put_back(&self, fact: &mut NeedFact) {
        let NeedRow { state, came_from, verified_on, published_on, closed_on, left_on, .. } = self.need;
        *fact = NeedFact { state, came_from, verified_on, published_on, closed_on, left_on, ..fact.clone() };
    }
}
