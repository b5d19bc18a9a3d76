//! SQLite's functions that look through one text for another, in the time that both take together: its own take their
//! product, within which nothing stops them. `trim` with a set of 10,000 letters ran 48 times the limit of the rules.

use std::borrow::Cow;
use std::collections::HashSet;

use rusqlite::functions::{Context, FunctionFlags};
use rusqlite::types::ValueRef;
use rusqlite::{Error, Result, ffi};

use crate::store::Session;

/// Their names and how many values each takes; they stand in place of SQLite's as long as rules are asked.
pub const TEXT_FUNCTIONS: &[(&str, i32)] =
    &[("trim", 1), ("trim", 2), ("ltrim", 1), ("ltrim", 2), ("rtrim", 1), ("rtrim", 2), ("instr", 2), ("replace", 3)];

/// Adds them to a connection; none makes a text of more than `most` bytes.
pub fn add_text_functions(session: &Session, most: i32) -> Result<()> {
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC;
    for (name, begin, end) in [("trim", true, true), ("ltrim", true, false), ("rtrim", false, true)] {
        for values in [1, 2] {
            let trim = move |context: &Context<'_>| trimmed(context, values, begin, end);
            session.connection().create_scalar_function(name, values, flags, move |context| trim(context))?;
        }
    }
    session.connection().create_scalar_function("instr", 2, flags, place)?;
    let most = usize::try_from(most).unwrap_or(usize::MAX);
    session.connection().create_scalar_function("replace", 3, flags, move |context| replaced(context, most))
}

fn trimmed(context: &Context<'_>, values: i32, begin: bool, end: bool) -> Result<Option<String>> {
    let Some(text) = text(context, 0)? else { return Ok(None) };
    let set: HashSet<char> = match values {
        1 => HashSet::from([' ']),
        _ => match self::text(context, 1)? {
            Some(set) => set.chars().collect(),
            None => return Ok(None),
        },
    };
    let mut rest: &str = &text;
    if begin {
        rest = rest.trim_start_matches(|c| set.contains(&c));
    }
    if end {
        rest = rest.trim_end_matches(|c| set.contains(&c));
    }
    Ok(Some(rest.to_owned()))
}

/// Where the second text begins in the first, counted from 1; 0 where it does not.
fn place(context: &Context<'_>) -> Result<Option<i64>> {
    let (Some(text), Some(wanted)) = (text(context, 0)?, text(context, 1)?) else { return Ok(None) };
    let at = memchr::memmem::find(text.as_bytes(), wanted.as_bytes());
    Ok(Some(at.map_or(0, |at| i64::try_from(text[..at].chars().count()).unwrap_or(i64::MAX - 1) + 1)))
}

fn replaced(context: &Context<'_>, most: usize) -> Result<Option<String>> {
    let (Some(whole), Some(old)) = (text(context, 0)?, text(context, 1)?) else { return Ok(None) };
    if old.is_empty() {
        return Ok(Some(whole.into_owned()));
    }
    let Some(new) = text(context, 2)? else { return Ok(None) };
    let count = memchr::memmem::find_iter(whole.as_bytes(), old.as_bytes()).count();
    if whole.len().saturating_add(count.saturating_mul(new.len())).saturating_sub(count * old.len()) > most {
        return Err(Error::SqliteFailure(ffi::Error::new(ffi::SQLITE_TOOBIG), None));
    }
    Ok(Some(whole.replace(old.as_ref(), &new)))
}

/// A value as text, as SQLite makes it; `None` for NULL.
fn text<'c>(context: &'c Context<'_>, at: usize) -> Result<Option<Cow<'c, str>>> {
    Ok(match context.get_raw(at) {
        ValueRef::Null => None,
        ValueRef::Integer(number) => Some(Cow::Owned(number.to_string())),
        ValueRef::Real(number) => Some(Cow::Owned(format!("{number:?}"))),
        value => Some(Cow::Borrowed(value.as_str()?)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each answer is SQLite's own.
    #[test]
    fn functions_answer_as_those_of_sqlite_do() {
        let ours = Session::new(rusqlite::Connection::open_in_memory().unwrap());
        add_text_functions(&ours, 1 << 17).unwrap();
        let theirs = rusqlite::Connection::open_in_memory().unwrap();
        let texts = ["NULL", "''", "' a '", "'轮椅 轮椅'", "'aaa'", "'a'", "'轮'", "' '", "'椅轮'", "12", "-3", "1.5"];
        let mut calls = Vec::new();
        for one in texts {
            calls.extend(["trim", "ltrim", "rtrim"].map(|name| format!("{name}({one})")));
            for two in texts {
                calls.extend(["trim", "ltrim", "rtrim", "instr"].map(|name| format!("{name}({one}, {two})")));
                calls.extend(["''", "'xy'", "NULL", "7"].map(|three| format!("replace({one}, {two}, {three})")));
            }
        }
        let answer = |connection: &rusqlite::Connection, call: &str| -> String {
            let sql = ["SELECT coalesce(typeof(", call, ") || ':' || ", call, ", 'NULL')"].concat();
            connection.query_row(&sql, [], |row| row.get(0)).unwrap()
        };
        for call in calls {
            assert_eq!(answer(ours.connection(), &call), answer(&theirs, &call), "{call}");
        }
    }
}
