//! An outsider's fields: no list carries them, so they are read here.

use super::{Args, Done, finished};
use crate::desk::Context;
use crate::lang::{self, ask, found as text};
use crate::model::exit::{Exit, stop};
use crate::model::fault::FaultKind;
use crate::model::fields::{Field, FieldDef, Table};
use crate::model::folding::same;
use crate::model::phone::Phone;
use crate::model::refusal::RowRefusal;
use crate::model::text::is_masked;
use crate::model::words::OutsiderType;
use crate::store::rows::OutsiderRow;
use crate::store::{Record, Store, find};

/// The fields, as the registry has them.
pub fn fields() -> impl Iterator<Item = &'static FieldDef> {
    Table::named(OutsiderRow::KIND).into_iter().flat_map(Table::columns).map(|(_, def)| def)
}

/// What a field is called in the language of this run.
pub fn name_of(def: &FieldDef) -> &'static str {
    lang::pick(def.label.zh, def.code)
}

/// Whether a word means the field: its code, its label, or what people write for it.
fn means(def: &FieldDef, word: &str) -> bool {
    let others: &[&str] = match def.code {
        "name" => &["姓名"],
        "class" => &["类型"],
        "phone" => &["电话", "手机号", "手机"],
        _ => &[],
    };
    [def.code, def.label.zh].contains(&word) || others.contains(&word)
}

pub fn edit(args: &Args, context: &Context, store: &Store, id: i64, set: &[String]) -> anyhow::Result<Done> {
    let mut change = store.change(context.new_entry("edit"))?;
    let before = find::outsider_by_id(change.session(), id)?;
    let (mut after, mut faults, mut given) = (before.clone(), Vec::new(), Vec::new());
    for word in set {
        let Some((name, value)) = word.split_once(['=', '＝']) else {
            return Err(stop(Exit::Usage, ask::set_shape(word)));
        };
        let Some(field) = fields().find(|def| means(def, name.trim())).map(|def| def.code) else {
            let known: Vec<&str> = fields().map(name_of).collect();
            return Err(stop(Exit::Usage, ask::set_unknown(name, known.join(lang::comma()))));
        };
        if given.contains(&field) {
            return Err(stop(Exit::Usage, ask::set_twice(name)));
        }
        given.push(field);
        faults.extend(problem(&mut after, field, name, value.trim())?);
    }
    if !same(&after.name, &before.name)
        && let Some(other) = find::outsider_by_name(change.session(), &after.name)?.filter(|one| one.id != id)
    {
        faults.push(text::outsider_named(other.name));
    }
    let code = before.name.clone();
    if !faults.is_empty() {
        change.cancel()?;
        return Ok(Done { code, changes: Vec::new(), faults, warnings: Vec::new(), head: None });
    }
    change.update(&before, &after)?;
    let (changes, head) = finished(store, change, args.dry_run)?;
    Ok(Done { code, changes, faults, warnings: Vec::new(), head })
}

/// Takes a value over; what is wrong with it, if anything is. Errors: a field that cannot be blank (exit 2).
fn problem(row: &mut OutsiderRow, field: &str, name: &str, value: &str) -> anyhow::Result<Option<String>> {
    match field {
        "name" | "class" if value.is_empty() => return Err(stop(Exit::Usage, text::cannot_clear(name))),
        "name" if !value.chars().any(char::is_alphanumeric) => return Ok(Some(lang::cmd::no_name(value))),
        "name" => value.clone_into(&mut row.name),
        "class" => match OutsiderType::ALL.iter().find(|one| one.zh() == value || one.code() == value) {
            Some(class) => row.class = *class,
            None => {
                let allowed: Vec<String> =
                    OutsiderType::ALL.iter().map(|one| lang::word(one.zh(), one.code())).collect();
                return Ok(Some(text::unknown_class(value, allowed.join(lang::comma()))));
            }
        },
        "phone" if value.is_empty() => row.phone = None,
        // What we showed ourselves changes nothing.
        "phone" if is_masked(value) => {
            let fits = row.phone.as_ref().is_some_and(|phone| phone.masked() == value);
            return Ok((!fits).then(|| lang::cmd::of_field(name, lang::refusal::row(&RowRefusal::MaskUnfit))));
        }
        "phone" => match value.parse::<Phone>() {
            Ok(phone) => row.phone = Some(phone),
            Err(_) => {
                let why = FaultKind::NotAPhone { value: crate::intake::private(value) };
                let problem = lang::faults::fault_of(Some(Field::Phone), &why);
                return Ok(Some(lang::cmd::of_field(lang::faults::field_name(Field::Phone), problem)));
            }
        },
        "note" => row.note = (!value.is_empty()).then(|| value.to_owned()),
        _ => anyhow::bail!("outsiders have a field that nothing reads: {field}"),
    }
    Ok(None)
}
