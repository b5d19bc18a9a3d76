//! Members by their name, however it was typed when they came (model::folding). The index is on the names as they were
//! written: a name that is written as it is compared is found at once; the few that are not are looked for only where nobody
//! is called so, among those with the same first character and those whose first character is none that is plain.

use rusqlite::named_params;

use crate::model::folding::folded;
use crate::store::Session;

use super::rows::MemberRow;

/// What is not plain in a name (model::folding::is_plain).
const ODD: &str = "*[^一-龥A-Za-z0-9·]*";

/// The members that `find` finds under the name as it is given, or as it is compared, or else in other spellings.
pub fn in_any_spelling(
    session: &Session,
    name: &str,
    find: impl Fn(&str) -> anyhow::Result<Vec<MemberRow>>,
) -> anyhow::Result<Vec<MemberRow>> {
    let mut found = find(name)?;
    let plain = folded(name);
    if plain != name {
        found.extend(find(&plain)?);
    }
    if found.is_empty() {
        for spelling in odd(session, &plain)? {
            if spelling != name {
                found.extend(find(&spelling)?);
            }
        }
    }
    found.sort_by_key(|member| member.id);
    Ok(found)
}

/// Names in the office file that are compared as this one, and written otherwise.
fn odd(session: &Session, plain: &str) -> anyhow::Result<Vec<String>> {
    const SQL: &str = "SELECT name FROM member WHERE name >= :first AND name < :behind AND name GLOB :odd
        UNION SELECT name FROM member WHERE name >= char(128) AND name < '一' AND name GLOB :odd
        UNION SELECT name FROM member WHERE name > '龥' AND name GLOB :odd
        ORDER BY name";
    let Some(first) = plain.chars().next() else { return Ok(Vec::new()) };
    let behind = char::from_u32(first as u32 + 1).unwrap_or(char::MAX);
    let mut statement = session.prepare_cached(SQL)?;
    let params = named_params! {":first": first.to_string(), ":behind": behind.to_string(), ":odd": ODD};
    let names = statement.query_map(params, |row| row.get::<_, String>(0))?;
    let mut found = Vec::new();
    for name in names {
        let name = name?;
        if folded(&name) == plain {
            found.push(name);
        }
    }
    Ok(found)
}
