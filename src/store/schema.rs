//! Whether the schema of an office file is the one that this program makes. A table, view, trigger or index of somebody
//! else's would be run by every command that reads or changes the tables, so that a file is looked at before anything in it
//! is asked: its schema is read once, hashed, and compared with a digest that is part of the program.

use rusqlite::Connection;
use sha2::{Digest, Sha256};

use super::open;
use crate::model::text::hex;
use crate::store::Session;

/// SHA-256 over the schema that this program makes; `schema_has_the_digest_of_what_the_program_makes` says the right one.
const DIGEST: &str = "31862beb74a977ecbdca6d79f0fd6ee616b8c609eccf1f3e2f6c322a1c86319e";

/// Indexes that files of earlier versions have and later ones lost.
const RETIRED: [&str; 2] = ["member_phone", "registration_place"];

/// A table, index, view or trigger.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Object {
    kind: String,
    name: String,
    table: String,
    /// None for an index that a UNIQUE makes by itself.
    sql: Option<String>,
}

/// The names of what this program did not make, or made otherwise, or made and is gone; nothing where all is as it should be.
pub(super) fn foreign(session: &Session, is_older: bool) -> anyhow::Result<Vec<String>> {
    let theirs = objects(session)?;
    if !is_older && digest(&theirs) == DIGEST {
        return Ok(Vec::new());
    }
    let fresh = Session::new(Connection::open_in_memory()?);
    open::make_schema(&fresh)?;
    let ours = objects(&fresh)?;
    let mut names: Vec<String> = if is_older {
        theirs.iter().filter(|one| !is_of_an_earlier_version(one, &ours)).map(|one| one.name.clone()).collect()
    } else {
        let differing =
            ours.iter().filter(|one| !theirs.contains(one)).chain(theirs.iter().filter(|one| !ours.contains(one)));
        differing.map(|one| one.name.clone()).collect()
    };
    names.sort();
    names.dedup();
    Ok(names)
}

/// What an earlier version may have made: tables, indexes and views of ours, whatever they looked like then.
fn is_of_an_earlier_version(one: &Object, ours: &[Object]) -> bool {
    let begins: &[&str] = match one.kind.as_str() {
        "table" => &["CREATE TABLE "],
        "index" => &["CREATE INDEX ", "CREATE UNIQUE INDEX "],
        "view" => &["CREATE VIEW "],
        _ => return false,
    };
    let is_known = ours.iter().any(|other| (&other.kind, &other.name) == (&one.kind, &one.name))
        || (one.kind == "index" && RETIRED.contains(&one.name.as_str()));
    is_known && one.sql.as_ref().is_none_or(|sql| begins.iter().any(|begin| sql.starts_with(begin)))
}

fn objects(session: &Session) -> anyhow::Result<Vec<Object>> {
    let sql = "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY name, type, tbl_name, sql";
    let mut statement = session.prepare(sql)?;
    let rows = statement.query_map([], |row| {
        Ok(Object { kind: row.get(0)?, name: row.get(1)?, table: row.get(2)?, sql: row.get(3)? })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Each word goes in with its length, so that no two schemas hash alike by moving a boundary.
fn digest(objects: &[Object]) -> String {
    let mut hasher = Sha256::new();
    for Object { kind, name, table, sql } in objects {
        for word in [kind, name, table, sql.as_ref().unwrap_or(&String::new())] {
            hasher.update((word.len() as u64).to_be_bytes());
            hasher.update(word);
        }
    }
    hex(&<[u8; 32]>::from(hasher.finalize()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn schema_has_the_digest_of_what_the_program_makes() {
        let fresh = Session::new(Connection::open_in_memory().unwrap());
        open::make_schema(&fresh).unwrap();
        assert_eq!(digest(&objects(&fresh).unwrap()), DIGEST, "put the first one in place of DIGEST");
        fresh.execute_batch("CREATE TABLE mine (a TEXT)").unwrap();
        assert_eq!(foreign(&fresh, false).unwrap(), ["mine"]);
        assert_eq!(foreign(&fresh, true).unwrap(), ["mine"]);
    }
}
