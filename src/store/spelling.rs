//! Members by their name, however it was typed when they came (model::folding). The index is on the names as they were
//! written: a name that is written as it is compared is found at once; the few that are not are read once a session.

use std::collections::HashMap;

use crate::model::folding::folded;
use crate::store::Session;

use super::rows::MemberRow;

/// Names that are written otherwise than they are compared, by how they are compared.
pub type Spellings = HashMap<String, Vec<String>>;

/// The members that `find` finds under any spelling of the name.
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
    for spelling in otherwise(session, &plain)? {
        if spelling != name {
            found.extend(find(&spelling)?);
        }
    }
    found.sort_by_key(|member| member.id);
    Ok(found)
}

/// A member has this name from now on.
pub fn note(session: &Session, name: &str) {
    let plain = folded(name);
    if plain == name {
        return;
    }
    if let Some(spellings) = &mut *session.spellings.borrow_mut() {
        let known = spellings.entry(plain.into_owned()).or_default();
        if !known.iter().any(|known| known == name) {
            known.push(name.to_owned());
        }
    }
}

/// Names in the office file that are compared as this one, and written otherwise.
fn otherwise(session: &Session, plain: &str) -> anyhow::Result<Vec<String>> {
    let is_read = session.spellings.borrow().is_some();
    if !is_read {
        let spellings = read(session)?;
        *session.spellings.borrow_mut() = Some(spellings);
    }
    let spellings = session.spellings.borrow();
    Ok(spellings.as_ref().and_then(|spellings| spellings.get(plain)).cloned().unwrap_or_default())
}

fn read(session: &Session) -> anyhow::Result<Spellings> {
    // What is not plain in a name (model::folding::is_plain).
    const SQL: &str = "SELECT DISTINCT name FROM member WHERE name GLOB '*[^一-龥A-Za-z0-9·]*' ORDER BY name";
    let mut statement = session.prepare(SQL)?;
    let mut rows = statement.query([])?;
    let mut spellings = Spellings::new();
    while let Some(row) = rows.next()? {
        let name: String = row.get(0)?;
        let plain = folded(&name);
        if plain != name {
            spellings.entry(plain.into_owned()).or_default().push(name);
        }
    }
    Ok(spellings)
}
