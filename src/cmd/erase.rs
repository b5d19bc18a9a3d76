//! `erase`: removes a person from the office file, its history and its free space, and proves it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use serde::Serialize;

use crate::desk::answer::{AnswerArgs, EntryJson};
use crate::desk::preview::NAMED;
use crate::desk::{Context, erasing, values};
use crate::intake::private;
use crate::lang::{cmd as text, comma, trust};
use crate::model::code::Code;
use crate::model::exit::{Exit, stop};
use crate::model::fields::{FieldDef, Parse, Table};
use crate::output::{Cell, Sheet};
use crate::privacy;
use crate::store::Session;
use crate::store::erase::{self, Erasure, Holder, Own, Taken, Traces};
use crate::store::log::{Change, Head};
use crate::store::scrub::{self, Going};
use crate::store::{find, record_kind, setting};

/// Remove a person: name, phones, address, ID number
///
/// From the person's own records, with whatever their texts give away (numbers in any spelling, doors, names of the
/// family), from the claims on their wish, from every text that names them, however the name is spelled, from all history,
/// free pages and automatic backups; a search byte by byte for each spelling proves it. What others have too, as an
/// address, stays with them, and a record that has it is named. Counts stay, and the log remains
/// valid. This cannot be undone. --dry-run shows what would go. If several people have the name, give the code.
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
    /// Every cell that would go, and every spelling, however many
    #[arg(long)]
    pub verbose: bool,
    #[command(flatten)]
    pub answer: AnswerArgs,
}

#[derive(Default, Serialize)]
struct Document {
    records: Vec<RecordJson>,
    /// Other records with texts that name the person, now or in their history.
    others: usize,
    /// Of a dry run: what would go from the records as they are now.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    takes: Vec<TakenJson>,
    searched: Vec<SearchedJson>,
    /// The spellings that were searched for, masked.
    searched_for: Vec<String>,
    /// What others have too and what therefore stays, masked, each with a record that has it.
    stays: Vec<StaysJson>,
    backups_removed: usize,
    entry: Option<EntryJson>,
}

#[derive(Serialize)]
struct RecordJson {
    kind: &'static str,
    code: Option<String>,
}

#[derive(Serialize)]
struct TakenJson {
    kind: &'static str,
    #[serde(skip)]
    table: &'static str,
    code: Option<String>,
    field: String,
    before: String,
    after: Option<String>,
}

#[derive(Serialize)]
struct StaysJson {
    word: String,
    /// What kind of record, or `operator`: whoever was at work here.
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
    if !store.is_read_only() {
        scrub::check_room(&store)?;
        if !args.dry_run {
            // What an earlier one has left comes first; whom that erased is nobody any more.
            erasing::begin(&store, context)?;
        }
    }
    let mut change = store.change(context.new_entry("erase"))?;
    let own: Vec<Own> = match persons(change.session(), &args.who) {
        Ok(own) => own.into_iter().collect(),
        Err(_) if are_erased(change.session(), &args.who)? => {
            change.cancel()?;
            context.note(trust::erased_already());
            let document = Document::default();
            args.answer.write(&document.sheet()?, &document, context)?;
            return Ok(Exit::Done);
        }
        Err(cause) => return Err(cause),
    };
    let codes: Vec<&str> = own.iter().filter_map(|one| one.code.as_deref()).collect();
    change.called([&["erase"], codes.as_slice()].concat().join(" "));
    let mut document = Document {
        records: own.iter().map(|one| RecordJson::of(change.session(), one)).collect::<anyhow::Result<_>>()?,
        ..Document::default()
    };
    if args.dry_run {
        let erasure = erase::erase(&mut change, &own, erasing::reader())?;
        let taken = erasure.taken.into_iter().map(|taken| TakenJson::of(change.session(), taken));
        document.takes = taken.collect::<anyhow::Result<Vec<_>>>()?.into_iter().flatten().collect();
        change.cancel()?;
        document.others = erasure.others;
        document.stays = erasure.traces.shared.iter().map(StaysJson::of).collect();
        context.note(trust::would_erase(erasure.own, erasure.others));
        stays(args, &erasure.traces, context);
        context.note_dry_run();
        args.answer.write(&document.taken_sheet(args, context)?, &document, context)?;
        return Ok(Exit::Done);
    }
    scrub::hold(&change)?;
    let erasure = match erase_for_good(change, &own, args.reason.trim()) {
        Ok((erasure, entry)) => {
            document.entry = EntryJson::of(entry);
            erasure
        }
        Err(cause) => {
            // Nothing was changed: the first error is the one to report.
            return Err(scrub::let_go(&store).err().map_or(cause, |other| other.context("letting go")));
        }
    };
    document.others = erasure.others;
    document.stays = erasure.traces.shared.iter().map(StaysJson::of).collect();
    let left = scrub::finish(&store, context.today, Going::WithTraces(&erasure.traces))
        .and_then(|removed| {
            document.backups_removed = removed;
            scrub::left(&store, &erasure.traces)
        })
        .map_err(|cause| stop(Exit::Partly, trust::erased_not_scrubbed(crate::lang::refusal::error_line(&cause))))?;
    let exit = print_outcome(args, &erasure, &left, &document, context);
    document.searched_for = erasing::masked(erasure.traces.own.iter());
    let searched = left.into_iter().map(|(path, found)| SearchedJson { file: path.display().to_string(), found });
    document.searched = searched.collect();
    args.answer.write(&document.sheet()?, &document, context)?;
    Ok(exit)
}

fn erase_for_good(mut change: Change<'_>, own: &[Own], reason: &str) -> anyhow::Result<(Erasure, Option<Head>)> {
    let erasure = erase::erase(&mut change, own, erasing::reader())?;
    setting::note_erasing(&mut change, &privacy::mask_private(&erase::without(reason, &erasure.traces), &[]))?;
    let entry = change.finish()?;
    Ok((erasure, entry))
}

/// What was erased, what was searched for, and whether anything is left.
fn print_outcome(
    args: &Args,
    erasure: &Erasure,
    left: &[(PathBuf, usize)],
    document: &Document,
    context: &Context,
) -> Exit {
    context.note(trust::erased(erasure.own, erasure.others));
    if document.backups_removed > 0 {
        context.note(trust::backups_removed(document.backups_removed));
    }
    stays(args, &erasure.traces, context);
    context.note(trust::searched_for(erasure.traces.own.len(), args.listed(&erasure.traces.own)));
    let still = left.iter().filter(|(_, count)| *count > 0);
    still.clone().for_each(|(path, count)| crate::desk::warn(trust::still_left(path.display(), count)));
    let is_clean = still.count() == 0;
    if is_clean {
        context.note(trust::proved(left.len()));
    }
    context.note(trust::not_reached());
    if is_clean { Exit::Done } else { Exit::Partly }
}

fn stays(args: &Args, traces: &Traces, context: &Context) {
    if !traces.shared.is_empty() {
        let most = if args.verbose { usize::MAX } else { NAMED };
        let stays = traces.shared.iter().take(most);
        let mut listed: Vec<String> = stays.map(|(word, holder)| text_of_kept(word, holder)).collect();
        if traces.shared.len() > most {
            listed.push("…".to_owned());
        }
        context.note(trust::stays_with_others(traces.shared.len(), listed.join(comma())));
    }
}

/// What stays, and with whom.
fn text_of_kept(word: &String, holder: &Holder) -> String {
    let who = match holder {
        Holder::Operator => trust::operator_has(),
        Holder::Record { kind, code } => code.clone().unwrap_or_else(|| trust::kind(kind)),
    };
    let word = erasing::masked(std::iter::once(word)).concat();
    trust::stays_with(word, who)
}

impl StaysJson {
    fn of((word, holder): (&String, &Holder)) -> StaysJson {
        let word = erasing::masked(std::iter::once(word)).concat();
        match holder {
            Holder::Operator => StaysJson { word, kind: "operator", code: None },
            Holder::Record { kind, code } => StaysJson { word, kind, code: code.clone() },
        }
    }
}

impl Args {
    /// The first of many words, or all of them.
    fn listed(&self, words: &BTreeSet<String>) -> String {
        let most = if self.verbose { usize::MAX } else { NAMED };
        let mut listed = erasing::masked(words.iter().take(most));
        if words.len() > most {
            listed.push("…".to_owned());
        }
        listed.join(comma())
    }
}

impl RecordJson {
    fn of(session: &Session, own: &Own) -> anyhow::Result<RecordJson> {
        Ok(RecordJson { kind: record_kind::word_of(session, own.kind, own.id)?, code: own.code.clone() })
    }
}

impl TakenJson {
    /// `None` for a digest, which says nothing to anybody and goes with what it is of.
    fn of(session: &Session, taken: Taken) -> anyhow::Result<Option<TakenJson>> {
        let Taken { kind: table, id, code, column, before, after } = taken;
        let def = field_of(table, &column);
        if def.is_some_and(|def| !def.preview) {
            return Ok(None);
        }
        let mask = |text: &str| match def.filter(|def| def.parse != Parse::Phone) {
            Some(def) => values::masked(def, text),
            None => privacy::mask_text(text),
        };
        let (before, after) = (mask(&before), after.map(|after| mask(&after)));
        let kind = record_kind::word_of(session, table, id)?;
        Ok(Some(TakenJson { kind, table, code, field: column, before, after }))
    }
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

    /// What would go: cell by cell, or many of them summed up for people.
    fn taken_sheet(&self, args: &Args, context: &Context) -> anyhow::Result<Sheet> {
        if self.takes.len() <= args.answer.most(args.verbose)? {
            return Ok(self.cells_taken());
        }
        context.note(trust::see_verbose());
        let mut kinds: BTreeMap<&str, (BTreeSet<Option<&str>>, i64)> = BTreeMap::new();
        for taken in &self.takes {
            let (records, cells) = kinds.entry(taken.kind).or_default();
            records.insert(taken.code.as_deref());
            *cells += 1;
        }
        let mut sheet = Sheet::new(trust::taken_sum_headers());
        for (kind, (records, cells)) in kinds {
            let records = Cell::Count(i64::try_from(records.len())?);
            sheet.rows.push(vec![Cell::text_of(trust::kind(kind)), records, Cell::Count(cells)]);
        }
        Ok(sheet)
    }

    fn cells_taken(&self) -> Sheet {
        let mut sheet = Sheet::new(trust::taken_headers());
        for taken in &self.takes {
            let label = field_of(taken.table, &taken.field)
                .map_or_else(|| taken.field.clone(), |def| crate::lang::pick(def.label.zh, def.label.en).to_owned());
            sheet.rows.push(vec![
                Cell::text_of(taken.code.clone().unwrap_or_else(|| trust::kind(taken.kind))),
                Cell::text_of(label),
                Cell::text_of(taken.before.clone()),
                Cell::text_of(taken.after.clone().unwrap_or_default()),
            ]);
        }
        sheet
    }
}

/// The field of a table's column.
fn field_of(kind: &str, column: &str) -> Option<&'static FieldDef> {
    Table::named(kind)?.of_column(column)
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
