//! `erase`: removes a person from the office file, its history and its free space, and proves it.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::desk::Context;
use crate::desk::answer::{AnswerArgs, EntryJson};
use crate::intake::private;
use crate::lang::{cmd as text, comma, trust};
use crate::model::code::Code;
use crate::model::exit::{Exit, stop};
use crate::output::{Cell, Sheet};
use crate::store::Session;
use crate::store::erase::{self, Own};
use crate::store::{find, scrub, setting};

/// Remove a person: name, phones, address, ID number
///
/// From the person's own records, from every text that names them, from all history, free pages and automatic backups;
/// a search byte by byte proves it. Counts stay, and the log remains valid. This cannot be undone. If several people
/// have the name, give the code.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The person: a name, or the code of a member, a need or an organisation (its contact)
    #[arg(required = true, value_name = "WHO")]
    pub who: Vec<String>,
    /// Why, for the log; names and numbers in it are left out
    #[arg(long, value_name = "WHY")]
    pub reason: String,
    /// Say what would happen and change nothing
    #[arg(long)]
    pub dry_run: bool,
    #[command(flatten)]
    pub answer: AnswerArgs,
}

#[derive(Default, Serialize)]
struct Document {
    records: Vec<RecordJson>,
    /// Other records with texts that name the person, now or in their history.
    others: usize,
    searched: Vec<SearchedJson>,
    backups_removed: usize,
    entry: Option<EntryJson>,
}

#[derive(Serialize)]
struct RecordJson {
    kind: &'static str,
    code: Option<String>,
}

#[derive(Serialize)]
struct SearchedJson {
    file: String,
    found: usize,
}

pub fn run(args: &Args, context: &Context) -> anyhow::Result<Exit> {
    args.answer.check()?;
    if args.reason.trim().is_empty() {
        return Err(stop(Exit::Usage, text::reason_empty("--reason")));
    }
    let store = context.open()?;
    let changes = !args.dry_run && !store.is_read_only();
    let found = persons(&*store.read()?, &args.who);
    if found.is_err() && changes && (scrub::is_unfinished(&store)? || are_erased(&*store.read()?, &args.who)?) {
        scrub::take_up(&store, context.today)?;
        context.note(trust::erased_already());
        context.note(trust::not_reached());
        let document = Document::default();
        args.answer.write(&document.sheet()?, &document)?;
        return Ok(Exit::Done);
    }
    let own: Vec<Own> = found?.into_iter().collect();
    let codes: Vec<&str> = own.iter().filter_map(|one| one.code.as_deref()).collect();
    let command = [&["erase"], codes.as_slice()].concat().join(" ");
    if changes {
        scrub::before(&store)?;
    }
    let mut change = store.change(context.new_entry(command))?;
    let erasure = erase::erase(&mut change, &own)?;
    let mut document = Document {
        records: own.iter().map(|one| RecordJson { kind: one.kind, code: one.code.clone() }).collect(),
        others: erasure.others,
        searched: Vec::new(),
        backups_removed: 0,
        entry: None,
    };
    if args.dry_run {
        change.cancel()?;
        context.note(trust::would_erase(erasure.own, erasure.others));
        args.answer.write(&document.sheet()?, &document)?;
        return Ok(Exit::Done);
    }
    setting::note_erasing(&mut change, &erase::without(args.reason.trim(), &erasure.traces))?;
    document.entry = EntryJson::of(change.finish()?);
    document.backups_removed = scrub::finish(&store, context.today, &erasure.traces)?;
    let left = scrub::left(&store, &erasure.traces)?;
    context.note(trust::erased(erasure.own, erasure.others));
    if document.backups_removed > 0 {
        context.note(trust::backups_removed(document.backups_removed));
    }
    if !erasure.traces.shared.is_empty() {
        context.note(trust::stays_with_others(erasure.traces.shared.len()));
    }
    let still = left.iter().filter(|(_, count)| *count > 0);
    still.clone().for_each(|(path, count)| crate::desk::warn(trust::still_left(path.display(), count)));
    let is_clean = still.count() == 0;
    if is_clean {
        context.note(trust::proved(left.len()));
    }
    context.note(trust::not_reached());
    let searched = left.into_iter().map(|(path, found)| SearchedJson { file: path.display().to_string(), found });
    document.searched = searched.collect();
    args.answer.write(&document.sheet()?, &document)?;
    Ok(if is_clean { Exit::Done } else { Exit::Partly })
}

impl Document {
    fn sheet(&self) -> anyhow::Result<Sheet> {
        let mut sheet = Sheet::new(trust::erase_headers());
        let left: usize = self.searched.iter().map(|one| one.found).sum();
        let counts = [self.records.len(), self.others, self.searched.len(), left];
        sheet.rows.push(
            counts.into_iter().map(|count| Ok(Cell::Count(i64::try_from(count)?))).collect::<anyhow::Result<_>>()?,
        );
        Ok(sheet)
    }
}

/// The records of the given persons: those with a given code, along with all others of the same name and phone; those
/// with a given name only if it can only be one person.
fn persons(session: &Session, who: &[String]) -> anyhow::Result<BTreeSet<Own>> {
    let mut meant = BTreeSet::new();
    for word in who {
        let word = word.trim();
        if let Some(own) = coded(session, word)? {
            let same = erase::named(session, &own.name)?;
            meant.extend(same.into_iter().filter(|one| own.phone.is_some() && one.phone == own.phone));
            meant.insert(own);
            continue;
        }
        let found = erase::named(session, word)?;
        let phones: BTreeSet<_> = found.iter().map(|one| one.phone.as_deref()).collect();
        match (found.len(), phones.len()) {
            (0, _) => return Err(stop(Exit::Refused, trust::unknown_person(word))),
            (1, _) => meant.extend(found),
            // The same name and phone: the same person.
            (_, 1) if !phones.contains(&None) => meant.extend(found),
            _ => {
                let candidates: Vec<String> = found.iter().map(person_text).collect();
                return Err(stop(Exit::Refused, trust::several_persons(word, candidates.join(comma()))));
            }
        }
    }
    Ok(meant)
}

/// The record with this code, as the record of a person.
fn coded(session: &Session, word: &str) -> anyhow::Result<Option<Own>> {
    let Ok(code) = word.parse::<Code>() else { return Ok(None) };
    let Some((kind, id)) = find::record(session, &code)? else { return Ok(None) };
    let own = erase::own(session, kind, id)?;
    own.map_or_else(|| Err(stop(Exit::Refused, trust::erasing_nobody(word))), |own| Ok(Some(own)))
}

/// Whether all of these are codes of records whose person was erased before.
fn are_erased(session: &Session, who: &[String]) -> anyhow::Result<bool> {
    for word in who {
        let Ok(code) = word.trim().parse::<Code>() else { return Ok(false) };
        let Some((kind, id)) = find::record(session, &code)? else { return Ok(false) };
        if !erase::was_erased(session, kind, id)? {
            return Ok(false);
        }
    }
    Ok(true)
}

fn person_text(own: &Own) -> String {
    let phone = own.phone.as_deref().map(private).unwrap_or_default();
    trust::person(own.code.clone().unwrap_or_else(trust::no_code), &own.name, phone)
}
