//! Whether an office file is sound: what SQLite says of it, whether its tables are those of the schema, whether the log
//! fits, and whether needs and claims keep the rules of the lifecycle.

use rusqlite::Row;

use super::collect::needs::names_of;
use super::record::Record;
use super::rows::{MemberRow, NeedRow};
use super::setting;
use super::verify::{self, Misfit};
use super::{Snapshot, place, schema};
use crate::store::Session;

/// Something that is not as it should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// SQLite's own words: a page, a tree, an index, a NOT NULL or CHECK that does not hold.
    Integrity(String),
    /// It cannot be read on, and why.
    Unreadable(String),
    /// A table, index or view that is not as this program makes it.
    Schema(String),
    /// A place that may lie in a circle of places.
    Place {
        place: i64,
    },
    /// An organisation that is above itself.
    OrgCircle {
        code: String,
    },
    /// A record leads to one that is not there.
    Reference {
        kind: String,
        record: i64,
        to: String,
    },
    Misfit(Misfit),
    Breach(Breach),
    /// A setting without which no command can run.
    Setting,
}

impl Problem {
    /// Its word in JSON.
    pub fn code(&self) -> &'static str {
        match self {
            Problem::Integrity(_) => "integrity",
            Problem::Unreadable(_) => "unreadable",
            Problem::Schema(_) => "schema",
            Problem::Place { .. } => "place_circle",
            Problem::OrgCircle { .. } => "org_circle",
            Problem::Reference { .. } => "reference",
            Problem::Setting => "setting",
            Problem::Misfit(misfit) => misfit.code(),
            Problem::Breach(breach) => match breach.rule {
                Rule::Quantity => "quantity",
                Rule::NoRunningClaim => "running_claim",
                Rule::OneLead => "one_lead",
                Rule::OnTheWall => "on_the_wall",
                Rule::WayBack => "way_back",
                Rule::Original => "original",
                Rule::Identity => "identity",
            },
        }
    }

    /// The file has what others have put into it, and nothing but its schema may be read.
    pub fn is_foreign(&self) -> bool {
        matches!(self, Problem::Schema(_))
    }

    /// The file itself is damaged, not only what someone did to its records.
    pub fn is_damage(&self) -> bool {
        match self {
            Problem::Integrity(_) | Problem::Unreadable(_) | Problem::Schema(_) | Problem::Place { .. } => true,
            Problem::OrgCircle { .. }
            | Problem::Reference { .. }
            | Problem::Misfit(_)
            | Problem::Breach(_)
            | Problem::Setting => false,
        }
    }
}

/// A need that breaks a rule, by itself or by its claims.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Breach {
    pub need: i64,
    pub code: String,
    pub rule: Rule,
}

/// What always holds of a need (docs/design.md, section 2).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    /// Its claims take no more than it asks for, but where a duplicate's claims were moved to it.
    Quantity,
    /// No claim runs once it is closed or has left.
    NoRunningClaim,
    /// Each of its claims has one lead.
    OneLead,
    /// On the wall, and closed, it has a wall number, a public code and a day.
    OnTheWall,
    /// An exit knows where it came from, and nothing else does.
    WayBack,
    /// A duplicate, and nothing else, names the need that is kept.
    Original,
    /// What it is found by is made of what it says now.
    Identity,
}

/// Looks for problems of one sort.
type Part = fn(&Session) -> anyhow::Result<Vec<Problem>>;

/// Every problem, the worst first; nothing where all is well. Reads the whole file, with a second reader of the same moment
/// in half the time.
pub fn problems(session: &Session, second: Option<Snapshot>) -> Vec<Problem> {
    const FILE: &[Part] = &[integrity, places, orgs, references, settings];
    const RECORDS: &[Part] = &[misfits, rules];
    let mut problems = found(session, &[schema]);
    // What others have put into the file is not run.
    if problems.iter().any(Problem::is_foreign) {
        return problems;
    }
    match second {
        None => problems.extend([FILE, RECORDS].into_iter().flat_map(|parts| found(session, parts))),
        Some(snapshot) => std::thread::scope(|threads| {
            let records = threads.spawn(move || found(snapshot.session(), RECORDS));
            problems.extend(found(session, FILE));
            match records.join() {
                Ok(found) => problems.extend(found),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }),
    }
    problems
}

fn found(session: &Session, parts: &[Part]) -> Vec<Problem> {
    let found = |part: &Part| match part(session) {
        Ok(found) => found,
        Err(cause) => vec![Problem::Unreadable(format!("{cause:#}"))],
    };
    parts.iter().flat_map(found).collect()
}

/// What SQLite finds at a glance: pages, trees and rows, not whether indexes fit. Asked before bulk changes.
pub fn quick(session: &Session) -> anyhow::Result<Vec<Problem>> {
    let mut statement = session.prepare("PRAGMA quick_check(1)")?;
    words(statement.query_map([], |row| row.get(0))?)
}

fn integrity(session: &Session) -> anyhow::Result<Vec<Problem>> {
    let mut statement = session.prepare("PRAGMA integrity_check(100)")?;
    words(statement.query_map([], |row| row.get(0))?)
}

fn words(rows: impl Iterator<Item = rusqlite::Result<String>>) -> anyhow::Result<Vec<Problem>> {
    let mut problems = Vec::new();
    for row in rows {
        let answer = row?;
        if answer != "ok" {
            problems.push(Problem::Integrity(answer));
        }
    }
    Ok(problems)
}

/// The schema of the file against the one that this program makes.
fn schema(session: &Session) -> anyhow::Result<Vec<Problem>> {
    Ok(schema::foreign(session, false)?.into_iter().map(Problem::Schema).collect())
}

fn places(session: &Session) -> anyhow::Result<Vec<Problem>> {
    Ok(place::misplaced(session)?.map(|place| Problem::Place { place }).into_iter().collect())
}

/// The organisations that are above themselves, directly or by those above them.
fn orgs(session: &Session) -> anyhow::Result<Vec<Problem>> {
    let sql = "
        WITH RECURSIVE above (org, id) AS (
          SELECT id, parent_id FROM org WHERE parent_id IS NOT NULL
          UNION
          SELECT above.org, org.parent_id
          FROM above
          JOIN org ON org.id = above.id
          WHERE org.parent_id IS NOT NULL
        )
        SELECT org.code
        FROM above
        JOIN org ON org.id = above.org
        WHERE above.id = above.org
        ORDER BY org.id";
    let mut statement = session.prepare(sql)?;
    let rows = statement.query_map([], |row| Ok(Problem::OrgCircle { code: row.get(0)? }))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn references(session: &Session) -> anyhow::Result<Vec<Problem>> {
    let mut statement = session.prepare("PRAGMA foreign_key_check")?;
    let rows = statement.query_map([], |row| {
        Ok(Problem::Reference {
            kind: row.get(0)?,
            record: row.get::<_, Option<i64>>(1)?.unwrap_or_default(),
            to: row.get(2)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The office's place, prefix and campaign are read by every command; whose key its ID digests have, by whoever joins
/// several offices.
fn settings(session: &Session) -> anyhow::Result<Vec<Problem>> {
    let readable =
        setting::office_place(session).and(setting::code_prefix(session)).and(setting::campaign_in_use(session));
    let readable = readable.and(setting::id_key(session));
    Ok(readable.err().map(|_| Problem::Setting).into_iter().collect())
}

fn misfits(session: &Session) -> anyhow::Result<Vec<Problem>> {
    Ok(verify::misfits(session)?.into_iter().map(Problem::Misfit).collect())
}

fn rules(session: &Session) -> anyhow::Result<Vec<Problem>> {
    let mut problems: Vec<Problem> = breaches(session)?.into_iter().map(Problem::Breach).collect();
    let mut statement = session.prepare(NeedRow::ALL)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let need = NeedRow::from_row(row)?;
        if !names_of(&need).may_have(need.identity) {
            let (need, code) = (need.id, need.code.to_string());
            problems.push(Problem::Breach(Breach { need, code, rule: Rule::Identity }));
        }
    }
    // Whatever cannot be read as the program's own words and values is found by reading it.
    let mut statement = session.prepare(MemberRow::ALL)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        MemberRow::from_row(row)?;
    }
    Ok(problems)
}

/// The needs that break a rule of the lifecycle, but for their identities.
pub fn breaches(session: &Session) -> anyhow::Result<Vec<Breach>> {
    let mut breaches = Vec::new();
    for (rule, sql) in [
        (Rule::Quantity, include_str!("schema/rules/quantity.sql")),
        (Rule::NoRunningClaim, include_str!("schema/rules/no_running_claim.sql")),
        (Rule::OneLead, include_str!("schema/rules/one_lead.sql")),
        (Rule::OnTheWall, include_str!("schema/rules/on_the_wall.sql")),
        (Rule::WayBack, include_str!("schema/rules/way_back.sql")),
        (Rule::Original, include_str!("schema/rules/original.sql")),
    ] {
        let breach = |row: &Row<'_>| Ok(Breach { need: row.get(0)?, code: row.get(1)?, rule });
        for found in session.prepare(sql)?.query_map([], breach)? {
            breaches.push(found?);
        }
    }
    Ok(breaches)
}
