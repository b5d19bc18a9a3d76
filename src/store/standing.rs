//! What waits at each stage, for the screen that an office begins its day with.

use rusqlite::{OptionalExtension, named_params};

use crate::model::day::Day;
use crate::model::words::{ListKind, NeedKind, NeedState, Waiting};
use crate::store::Session;

/// What needs wait for; those that were sent back wait for their list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    ToVerify,
    NeedsInfo,
    ToPublish,
    ToClaim,
    ToDo,
    ToConfirm,
}

impl Stage {
    pub const ALL: [Stage; 6] =
        [Stage::ToVerify, Stage::NeedsInfo, Stage::ToPublish, Stage::ToClaim, Stage::ToDo, Stage::ToConfirm];

    pub fn code(self) -> &'static str {
        match self {
            Stage::NeedsInfo => NeedState::NeedsInfo.code(),
            stage => stage.waiting().code(),
        }
    }

    pub fn zh(self) -> &'static str {
        match self {
            Stage::NeedsInfo => NeedState::NeedsInfo.zh(),
            stage => stage.waiting().zh(),
        }
    }

    fn waiting(self) -> Waiting {
        match self {
            Stage::ToVerify | Stage::NeedsInfo => Waiting::ToVerify,
            Stage::ToPublish => Waiting::ToPublish,
            Stage::ToClaim => Waiting::ToClaim,
            Stage::ToDo => Waiting::ToDo,
            Stage::ToConfirm => Waiting::ToConfirm,
        }
    }
}

/// How many needs are at a stage, and how many of them are overdue: of those to be confirmed none is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Count {
    pub wishes: i64,
    pub projects: i64,
    pub overdue: i64,
}

/// Whether a verified need was never on the wall: those that were taken down wait for nobody.
pub fn waits_for_the_wall(session: &Session) -> anyhow::Result<bool> {
    let sql = "SELECT EXISTS (SELECT 1 FROM need WHERE state = 'verified' AND number IS NULL)";
    Ok(session.query_row(sql, [], |row| row.get(0))?)
}

/// The first verified needs that were never on the wall, at most `most`.
pub fn first_for_the_wall(session: &Session, most: usize) -> anyhow::Result<Vec<i64>> {
    let sql = "
        SELECT id
        FROM need
        WHERE state = 'verified' AND number IS NULL
        ORDER BY id
        LIMIT :most";
    let mut statement = session.prepare(sql)?;
    let ids = statement.query_map(named_params! {":most": i64::try_from(most)?}, |row| row.get(0))?;
    Ok(ids.collect::<Result<_, _>>()?)
}

/// The stages in their order, each with its count.
pub fn stages(session: &Session, today: Day) -> anyhow::Result<Vec<(Stage, Count)>> {
    let sql = "
        WITH progress (need_id, progress) AS (
          SELECT need_id, progress FROM need_progress WHERE state = 'published'
        ),
        standing (kind, stage, day) AS (
          SELECT need.kind,
            CASE
              WHEN need.state = 'collected' THEN 'to_verify'
              WHEN need.state = 'needs_info' THEN 'needs_info'
              WHEN need.state = 'verified' THEN 'to_publish'
              WHEN progress.progress IN ('open', 'partly_claimed') THEN 'to_claim'
              WHEN progress.progress IN ('claimed', 'in_progress') THEN 'to_do'
              WHEN progress.progress = 'fulfilled' THEN 'to_confirm'
            END,
            CASE WHEN progress.progress IS NOT 'fulfilled' THEN coalesce((
              SELECT min(claim.deadline)
              FROM claim
              JOIN claim_states ON claim_states.state = claim.state AND claim_states.runs
              WHERE claim.need_id = need.id), need.deadline) END
          FROM need
          JOIN need_states ON need_states.state = need.state AND NOT need_states.is_over
          LEFT JOIN progress ON progress.need_id = need.id
        )
        SELECT kind, stage, count(*), count(*) FILTER (WHERE day < :today)
        FROM standing
        WHERE stage IS NOT NULL
        GROUP BY kind, stage
        ORDER BY kind, stage";
    let mut counts: Vec<(Stage, Count)> = Stage::ALL.iter().map(|stage| (*stage, Count::default())).collect();
    let mut statement = session.prepare(sql)?;
    let mut rows = statement.query(named_params! {":today": today})?;
    while let Some(row) = rows.next()? {
        let (kind, stage): (NeedKind, String) = (row.get(0)?, row.get(1)?);
        let Some((_, count)) = counts.iter_mut().find(|(known, _)| known.code() == stage) else { continue };
        match kind {
            NeedKind::Wish => count.wishes = row.get(2)?,
            NeedKind::Project => count.projects = row.get(2)?,
        }
        count.overdue += row.get::<_, i64>(3)?;
    }
    Ok(counts)
}

/// How many records there are to begin with: needs, members, organisations.
pub fn records(session: &Session) -> anyhow::Result<(i64, i64, i64)> {
    let sql = "SELECT (SELECT count(*) FROM need), (SELECT count(*) FROM member), (SELECT count(*) FROM org)";
    Ok(session.query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?)
}

/// Whether a list of these bytes has been imported.
pub fn was_read(session: &Session, digest: &[u8; 32]) -> anyhow::Result<bool> {
    let sql = "SELECT EXISTS (SELECT 1 FROM import WHERE digest = :digest)";
    Ok(session.prepare_cached(sql)?.query_row(named_params! {":digest": digest.as_slice()}, |row| row.get(0))?)
}

/// What kind of list the newest one of this name was.
pub fn kind_of_list(session: &Session, name: &str) -> anyhow::Result<Option<ListKind>> {
    let sql = "SELECT kind FROM import WHERE name = :name ORDER BY id DESC LIMIT 1";
    Ok(session.prepare_cached(sql)?.query_row(named_params! {":name": name}, |row| row.get(0)).optional()?)
}
