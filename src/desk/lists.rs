//! The straight line of every list: read on a thread of its own, taken row by row, faulty rows put
//! beside the list, one entry for all.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use crate::intake::{Cells, List, Read, Row};
use crate::lang::cmd as text;
use crate::model::fault::{Fault, Flaw, Why};
use crate::model::field::Field;
use crate::output::rejects::{Put, Rejects};
use crate::store::alias;
use crate::store::collect::{Import, Taken};
use crate::store::log::{Change, Head};
use crate::store::rows::ImportRow;

use super::list_args::ListArgs;
use super::names::suggest;
use super::preview::{self, ChangeJson, VanishedJson};
use super::progress::Progress;
use super::told::{FaultJson, FileJson, WarningJson, fault_json, place_of};
use super::{Context, ahead, heads};

/// Rows that a bulk import may put off before it settles.
const PUT_OFF: usize = 2048;
/// Faults told on stderr one by one; the rejects file and JSON have them all.
pub(super) const TOLD: usize = 20;

/// What became of all lists of a command, before anything is committed.
#[derive(Default)]
pub struct Report {
    /// What was left out of workbooks, each a sentence.
    pub notes: Vec<String>,
    pub files: Vec<FileJson>,
    pub warnings: Vec<WarningJson>,
    /// What a dry run would do.
    pub changes: Vec<ChangeJson>,
    /// Stored records that a whole list lacks, claimed ones first.
    pub vanished: Vec<VanishedJson>,
    /// Something is to be remembered beside the rows.
    is_news: bool,
    /// Organisations that rows named and nobody has: the name, the list, in how many of its rows.
    unknown: Vec<(String, String, u32)>,
    /// Faulty rows, by the place of their list in `files`; put in place just before the commit.
    rejects: Vec<(usize, Rejects)>,
}

/// Takes every row of every list into `import`.
pub fn take_all(
    args: &ListArgs,
    context: &Context,
    lists: &[List],
    change: &mut Change<'_>,
    import: &mut impl Import,
) -> anyhow::Result<Report> {
    let mut report = Report::default();
    for list in lists {
        report.notes.extend(list.notes.iter().cloned());
        let mut taking = Taking::new(args, list);
        taking.run(context, change, import)?;
        for (row, mut flaw) in import.end_list(change)? {
            suggest(change.conn(), import.orgs(), &mut flaw)?;
            taking.warn(row, flaw);
        }
        if !change.is_empty() {
            remember(change, list)?;
        }
        if let Some((told, is_news)) = heads::keep(change, list)? {
            report.notes.push(told);
            report.is_news |= is_news;
        }
        report.take_over(taking);
    }
    change.read_from(digest_of(lists)?);
    Ok(report)
}

/// The digest of what was read: of the one list, or over the digests of all.
fn digest_of(lists: &[List]) -> anyhow::Result<[u8; 32]> {
    if let [one] = lists {
        return one.digest();
    }
    let mut hasher = Sha256::new();
    for list in lists {
        hasher.update(list.digest()?);
    }
    Ok(hasher.finalize().into())
}

/// Puts faulty rows beside their lists and commits what was taken; neither on a dry run or where `--strict` found a
/// fault. A commit that fails takes its rejects files with it.
pub fn commit(args: &ListArgs, change: Change<'_>, report: &mut Report) -> anyhow::Result<Option<Head>> {
    let mut change = change;
    if args.dry_run {
        change.settle()?;
        report.changes = preview::listed(change.conn(), change.entry())?;
    }
    if args.dry_run || (args.strict && report.rejected() > 0) {
        change.cancel()?;
        return Ok(None);
    }
    for (name, list, rows) in &report.unknown {
        report.is_news |= alias::note_unknown(&mut change, name, list, *rows)?;
    }
    let session = change.conn();
    let mut put = Vec::new();
    let committed = report.put_rejects(&mut put).and_then(|()| match report.is_news || report.changed() {
        true => change.finish(),
        false => change.cancel().map(|()| None),
    });
    if committed.is_err() && !session.committed().is_set() {
        put.iter().try_for_each(Put::remove)?;
    }
    committed
}

impl Report {
    pub fn rejected(&self) -> u64 {
        self.files.iter().map(|file| file.rejected).sum()
    }

    /// Whether anything was taken in.
    pub fn changed(&self) -> bool {
        self.files.iter().any(|file| file.new + file.updated > 0)
    }

    fn take_over(&mut self, taking: Taking<'_>) {
        let Taking { file, warnings, rejects, unknown, .. } = taking;
        let list = std::path::Path::new(&file.file).file_name().map(|name| name.to_string_lossy().into_owned());
        let list = list.unwrap_or_else(|| file.file.clone());
        self.unknown.extend(unknown.into_iter().map(|(name, rows)| (name, list.clone(), rows)));
        self.rejects.extend(rejects.map(|rejects| (self.files.len(), rejects)));
        self.warnings.extend(warnings);
        self.files.push(file);
    }

    fn put_rejects(&mut self, done: &mut Vec<Put>) -> anyhow::Result<()> {
        for (file, rejects) in self.rejects.drain(..) {
            if let Some(put) = rejects.put()? {
                self.files[file].rejects_file = Some(put.path.display().to_string());
                done.push(put);
            }
        }
        Ok(())
    }
}

/// One list being taken.
struct Taking<'l> {
    list: &'l List,
    file: FileJson,
    warnings: Vec<WarningJson>,
    rejects: Option<Rejects>,
    /// Organisations that rows named and nobody has, and in how many rows.
    unknown: BTreeMap<String, u32>,
    /// Rows that a bulk import has put off.
    later: Vec<Row>,
}

impl<'l> Taking<'l> {
    fn new(args: &ListArgs, list: &'l List) -> Taking<'l> {
        let file = FileJson {
            file: list.name.clone(),
            sheet: list.sheet.clone(),
            encoding: list.encoding.map(|encoding| encoding.code()),
            header_row: list.header_row,
            ..FileJson::default()
        };
        let wanted = !args.dry_run && !args.strict && !list.by_hand;
        let rejects = wanted.then(|| {
            let target = args.rejects_target(list);
            let is_workbook = target.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("xlsx"));
            let sheet = is_workbook.then(|| list.sheet.as_deref().unwrap_or(list.kind.code()));
            Rejects::new(&target, sheet, &list.heads)
        });
        Taking { list, file, warnings: Vec::new(), rejects, unknown: BTreeMap::new(), later: Vec::new() }
    }

    fn run(&mut self, context: &Context, change: &mut Change<'_>, import: &mut impl Import) -> anyhow::Result<()> {
        let mut progress = Progress::of(context);
        ahead::rows(self.list.rows()?, |rows| {
            import.expect(rows.iter().filter_map(Row::draft));
            for row in &mut *rows {
                self.take_row(change, row, import)?;
            }
            progress.rows(self.list, rows.len());
            if self.later.len() > PUT_OFF { self.take_later(change, import) } else { Ok(()) }
        })?;
        self.take_later(change, import)?;
        self.file.faults.sort_by_key(|fault| fault.row);
        Ok(())
    }

    /// Takes the rows that a bulk import has put off.
    fn take_later(&mut self, change: &mut Change<'_>, import: &mut impl Import) -> anyhow::Result<()> {
        import.settle(change)?;
        for mut row in std::mem::take(&mut self.later) {
            self.take_row(change, &mut row, import)?;
        }
        Ok(())
    }

    fn take_row(&mut self, change: &mut Change<'_>, row: &mut Row, import: &mut impl Import) -> anyhow::Result<()> {
        let Row { number, cells, fingerprint, read } = row;
        let number = *number;
        let (draft, warnings) = match read {
            Read::Skipped => {
                self.file.skipped += 1;
                return Ok(());
            }
            Read::Faulty(faults) => return self.reject(number, cells, faults),
            Read::Draft { draft, warnings } => (draft, warnings),
        };
        let outcome = import.take(change, draft, number, *fingerprint)?;
        match outcome.taken {
            Taken::New => self.file.new += 1,
            Taken::Updated => self.file.updated += 1,
            Taken::Unchanged => self.file.unchanged += 1,
            Taken::Duplicate => self.file.duplicates += 1,
            Taken::Later => {
                self.later.push(std::mem::take(row));
                return Ok(());
            }
            Taken::Faulty(mut flaws) => {
                flaws.iter().filter_map(unknown_org).for_each(|name| *self.unknown.entry(name).or_default() += 1);
                // Near names are for people, who read the first faults; a search through a city's names takes its time.
                if self.file.faults.len() < TOLD {
                    for flaw in &mut flaws {
                        suggest(change.conn(), import.orgs(), flaw)?;
                    }
                }
                let faults: Vec<Fault> = flaws.into_iter().map(|flaw| self.fault(number, flaw)).collect();
                return self.reject(number, cells, &faults);
            }
        }
        self.file.rows += 1;
        for warning in &*warnings {
            self.push_warning(warning);
        }
        outcome.warnings.into_iter().for_each(|flaw| self.warn(number, flaw));
        Ok(())
    }

    fn warn(&mut self, row: u32, flaw: Flaw) {
        let fault = self.fault(row, flaw);
        self.push_warning(&fault);
    }

    fn push_warning(&mut self, fault: &Fault) {
        let (file, sheet, why) = (self.file.file.clone(), self.file.sheet.clone(), fault.why.clone());
        self.warnings.push(WarningJson { file, sheet, fault: fault_json(fault), why });
    }

    fn fault(&self, row: u32, flaw: Flaw) -> Fault {
        let column = flaw.field.and_then(|field| self.list.column_of(field));
        Fault { row, column, field: flaw.field, why: flaw.why }
    }

    fn reject(&mut self, row: u32, cells: &Cells, faults: &[Fault]) -> anyhow::Result<()> {
        self.file.rows += 1;
        self.file.rejected += 1;
        let told: Vec<FaultJson> = faults.iter().map(fault_json).collect();
        if let Some(rejects) = &mut self.rejects {
            let problem: Vec<String> =
                told.iter().map(|fault| text::problem(place_of(fault), &fault.message)).collect();
            rejects.add(row, cells.iter(), &problem.join(crate::lang::semicolon()))?;
        }
        self.file.faults.extend(told);
        Ok(())
    }
}

/// The organisation that a row names and nobody has.
fn unknown_org(flaw: &Flaw) -> Option<String> {
    match (flaw.field, &flaw.why) {
        (Some(Field::Org | Field::Parent), Why::Unknown { value, .. }) => Some(value.clone()),
        _ => None,
    }
}

/// The list's name, digest and layout, kept with the entry.
fn remember(change: &mut Change<'_>, list: &List) -> anyhow::Result<()> {
    let id = change.next_id::<ImportRow>()?;
    let layout = serde_json::json!({
        "sheet": list.sheet,
        "heads": list.heads,
        "header_row": list.header_row,
        "encoding": list.encoding.map(|encoding| encoding.code()),
        "delimiter": list.delimiter.map(|delimiter| char::from(delimiter).to_string()),
    });
    let name = std::path::Path::new(&list.name).file_name().map(|name| name.to_string_lossy().into_owned());
    change.insert(ImportRow {
        id,
        entry_id: change.entry(),
        name: name.unwrap_or_else(|| list.name.clone()),
        digest: list.digest()?.to_vec(),
        kind: list.kind,
        layout: layout.to_string(),
    })
}
