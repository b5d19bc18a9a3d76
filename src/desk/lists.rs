//! The path of every list: read on its own thread, imported row by row, its faulty rows written to a file next to it.
//! All lists of a command make one log entry.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use crate::intake::{self, Cells, List, Read, Row, Waiting};
use crate::lang::{cmd as text, lists as texts};
use crate::model::draft::Draft;
use crate::model::exit::Exit;
use crate::model::fault::{Fault, FaultKind, Flaw};
use crate::model::fields::Field;
use crate::model::words::ListKind;
use crate::output::rejects::{CodeColumn, Put, Reject, Rejects};
use crate::store::Session;
use crate::store::alias;
use crate::store::collect::{Import, Outcome, Taken, Waits};
use crate::store::log::{Change, Head};
use crate::store::record_kind;
use crate::store::rows::ImportRow;

use super::list_args::{ListArgs, Unreadable};
use super::list_json::{ColumnJson, FaultJson, FileJson, UnreadJson, WarningJson, fault_json, place_of};
use super::names::suggest;
use super::preview::{self, ChangeJson, VanishedJson};
use super::progress::Progress;
use super::{Context, headers, read_ahead};

/// The most rows that a bulk import may defer before it settles.
const MAX_DEFERRED: usize = 2048;
/// The most faults that are printed one by one; the rejects file and JSON have them all.
pub(super) const PRINTED: usize = 20;

/// The result of importing all lists of a command, before the commit.
#[derive(Default)]
pub struct Report {
    /// Sentences about parts of workbooks that were left out.
    pub notes: Vec<String>,
    pub files: Vec<FileJson>,
    pub warnings: Vec<WarningJson>,
    /// Lists that were left out because they cannot be read.
    pub unreadable: Vec<Unreadable>,
    /// The changes that a dry run would make.
    pub changes: Vec<ChangeJson>,
    /// Stored records that are missing from a complete list, claimed ones first.
    pub vanished: Vec<VanishedJson>,
    /// Whether there is something to store besides the rows.
    has_more: bool,
    /// Unknown organisations: the name, the list, the number of its rows that name it.
    unknown: Vec<(String, String, u32)>,
    /// Faulty rows, with the index of their list in `files`; written just before the commit.
    rejects: Vec<(usize, Rejects)>,
}

/// Imports every row of every list.
pub fn import_all(
    args: &ListArgs,
    context: &Context,
    lists: &[List],
    change: &mut Change<'_>,
    import: &mut impl Import,
) -> anyhow::Result<Report> {
    let mut report = Report::default();
    for list in lists {
        report.notes.extend(list.notes.iter().cloned());
        report.notes.extend(headers::notes(list));
        let mut current = ListImport::new(args, list);
        current.run(context, change, import)?;
        for (row, mut flaw) in import.end_list(change)? {
            current.note_unknown(&flaw);
            suggest(change.session(), import.orgs(), &mut flaw)?;
            current.warn(row, flaw);
        }
        if !change.is_empty() {
            remember(change, list)?;
        }
        if let Some((note, has_more)) = headers::keep(change, list)? {
            report.notes.push(note);
            report.has_more |= has_more;
        }
        let lacks_place =
            |fault: &FaultJson| fault.field == Some(Field::Place.code()) && fault.code == FaultKind::Missing.code();
        if let Some(community) = list.place_of_title.as_ref().filter(|_| current.file.faults.iter().any(lacks_place)) {
            report.notes.push(texts::place_of_title(list.label(), community));
        }
        report.add(current);
    }
    change.read_from(digest_of(lists)?);
    Ok(report)
}

/// The digest of what was read: of a single list, or over the digests of several.
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

/// Writes faulty rows next to their lists and commits the change; does neither on a dry run, or if `--strict` and there
/// are faults. If the commit fails, the files of faulty rows are removed again.
pub fn commit(args: &ListArgs, change: Change<'_>, report: &mut Report) -> anyhow::Result<Option<Head>> {
    let mut change = change;
    if args.dry_run {
        change.settle()?;
        report.changes = preview::listed(change.session(), change.entry())?;
    }
    if args.dry_run || (args.strict && report.has_faults()) {
        change.cancel()?;
        return Ok(None);
    }
    for (name, list, rows) in &report.unknown {
        report.has_more |= alias::note_unknown(&mut change, name, list, *rows)?;
    }
    let session = change.session();
    let mut put = Vec::new();
    let committed = report.put_rejects(&mut put).and_then(|()| match report.has_more || report.changed() {
        true => change.finish(),
        false => change.cancel().map(|()| None),
    });
    if committed.is_err() && !session.committed().is_set() {
        put.iter().try_for_each(Put::remove)?;
    }
    committed
}

impl Report {
    /// The change stores something besides the rows.
    pub fn also_stores(&mut self) {
        self.has_more = true;
    }

    /// What changing one record by hand has brought about.
    pub fn warn_of_record(&mut self, flaws: Vec<Flaw>) {
        for Flaw { field, why } in flaws {
            let fault = fault_json(&Fault { row: 1, column: None, field, why: why.clone() });
            self.warnings.push(WarningJson { file: "--set".to_owned(), sheet: None, fault, why });
        }
    }

    pub fn rejected(&self) -> u64 {
        self.files.iter().map(|file| file.rejected).sum()
    }

    /// How many cells wait with their records.
    pub fn unread(&self) -> u64 {
        self.files.iter().map(|file| file.unread).sum()
    }

    /// Whether anything is to be mended: rows that were kept out, or cells that wait.
    pub fn has_faults(&self) -> bool {
        self.rejected() > 0 || self.unread() > 0
    }

    /// A command that leaves something to mend has done a part of what it was asked for.
    pub fn exit(&self) -> Exit {
        if self.has_faults() || !self.unreadable.is_empty() { Exit::Partly } else { Exit::Done }
    }

    /// Whether any record was added or changed.
    pub fn changed(&self) -> bool {
        self.files.iter().any(|file| file.new + file.updated > 0)
    }

    fn add(&mut self, import: ListImport<'_>) {
        let ListImport { file, warnings, rejects, unknown, .. } = import;
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

/// One list during its import.
struct ListImport<'l> {
    list: &'l List,
    file: FileJson,
    warnings: Vec<WarningJson>,
    rejects: Option<Rejects>,
    /// Unknown organisations, with the number of rows that name them.
    unknown: BTreeMap<String, u32>,
    /// Rows that a bulk import has deferred.
    deferred: Vec<Row>,
    /// Headings of the list give places to the rows below them.
    has_sections: bool,
    /// Those that no row has been handed back below.
    headings: Vec<(Fault, Cells)>,
}

impl<'l> ListImport<'l> {
    fn new(args: &ListArgs, list: &'l List) -> ListImport<'l> {
        let file = FileJson {
            file: list.name.clone(),
            sheet: list.sheet.clone(),
            encoding: list.encoding.map(|encoding| encoding.code()),
            header_row: list.header_row,
            by_words: list
                .by_words()
                .map(|(column, header, field, _)| ColumnJson::of(column, header, Some(field)))
                .collect(),
            unused: list.unused.iter().map(|one| ColumnJson::of(one.column, &one.header, one.like)).collect(),
            ..FileJson::default()
        };
        let wanted = !args.strict && !list.by_hand;
        let rejects = wanted.then(|| {
            let target = args.rejects_target(list);
            let is_workbook = target.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("xlsx"));
            let sheet = is_workbook.then(|| list.sheet.as_deref().unwrap_or(list.kind.code()));
            let header = intake::header(list.kind, Field::Code).unwrap_or(Field::Code.code());
            let code = CodeColumn::new(list.column_of(Field::Code), header);
            Rejects::new(&target, sheet, &list.headers, code)
        });
        ListImport {
            list,
            file,
            warnings: Vec::new(),
            rejects,
            unknown: BTreeMap::new(),
            deferred: Vec::new(),
            has_sections: false,
            headings: Vec::new(),
        }
    }

    fn run(&mut self, context: &Context, change: &mut Change<'_>, import: &mut impl Import) -> anyhow::Result<()> {
        let mut progress = Progress::of(context);
        let superseded = self.list.superseded()?;
        read_ahead::rows(self.list.rows()?, |rows| {
            for row in &mut *rows {
                let is_record = matches!(row.read, Read::Draft { .. } | Read::Faulty(_));
                self.file.rows += u64::from(is_record && row.nth == 0);
                if let Some((later, _)) = superseded.get(&(row.number, row.nth)) {
                    self.file.duplicates += 1;
                    self.warn(row.number, Flaw { field: None, why: FaultKind::SubmittedAgain { row: *later } });
                    continue;
                }
                self.import_row(change, row, import)?;
            }
            progress.rows(self.list, rows.len());
            if self.deferred.len() > MAX_DEFERRED { self.import_deferred(change, import) } else { Ok(()) }
        })?;
        self.import_deferred(change, import)?;
        self.file.faults.sort_by_key(|fault| fault.row);
        self.file.unread_cells.sort_by_key(|cell| cell.fault.row);
        Ok(())
    }

    /// Counts the organisation that nobody knows, where that is what is wrong.
    fn note_unknown(&mut self, flaw: &Flaw) {
        if let Some(name) = unknown_org(flaw) {
            *self.unknown.entry(name).or_default() += 1;
        }
    }

    /// Imports the rows that a bulk import has deferred.
    fn import_deferred(&mut self, change: &mut Change<'_>, import: &mut impl Import) -> anyhow::Result<()> {
        import.settle(change)?;
        for mut row in std::mem::take(&mut self.deferred) {
            self.import_row(change, &mut row, import)?;
        }
        Ok(())
    }

    fn import_row(&mut self, change: &mut Change<'_>, row: &mut Row, import: &mut impl Import) -> anyhow::Result<()> {
        let Row { number, cells, fingerprint, read, .. } = row;
        let number = *number;
        let (draft, warnings, waiting) = match read {
            Read::Skipped => {
                self.file.skipped += 1;
                return Ok(());
            }
            Read::Heading(heading) => {
                self.file.skipped += 1;
                self.push_warning(heading);
                if heading.why == FaultKind::StruckRow {
                    return Ok(());
                }
                self.has_sections |= matches!(heading.why, FaultKind::Heading { gives_place: true, .. });
                if self.has_sections {
                    // Rows are handed back in order, each below its own heading.
                    self.import_deferred(change, import)?;
                    self.headings.push((heading.clone(), std::mem::take(cells)));
                }
                return Ok(());
            }
            Read::Faulty(faults) => return self.reject(number, cells, faults),
            Read::Draft { draft, warnings, waiting } => (draft, warnings, waiting),
        };
        if self.list.corrects
            && let Some(flaw) = uncorrectable(change.session(), self.list.kind, draft)?
        {
            let fault = self.fault(number, flaw);
            return self.reject(number, cells, &[fault]);
        }
        let Outcome { taken, warnings: more, waits } = import.take(change, draft, number, *fingerprint)?;
        match taken {
            Taken::New => self.file.new += 1,
            Taken::Updated => self.file.updated += 1,
            Taken::Unchanged => self.file.unchanged += 1,
            Taken::Duplicate => self.file.duplicates += 1,
            Taken::Later => {
                self.deferred.push(std::mem::take(row));
                return Ok(());
            }
            Taken::Faulty(mut flaws) => {
                flaws.iter().for_each(|flaw| self.note_unknown(flaw));
                // Suggestions are for people, who read only the first faults; searching a city's names is slow.
                if self.file.faults.len() < PRINTED {
                    for flaw in &mut flaws {
                        suggest(change.session(), import.orgs(), flaw)?;
                    }
                }
                let faults: Vec<Fault> = flaws.into_iter().map(|flaw| self.fault_in(number, cells, flaw)).collect();
                return self.reject(number, cells, &faults);
            }
        }
        for warning in &*warnings {
            self.push_warning(warning);
        }
        more.into_iter().for_each(|flaw| self.warn(number, flaw));
        match waits {
            Some(waits) => self.wait(number, cells, waiting, &waits),
            None => Ok(()),
        }
    }

    /// Of cells that could not be read, those that wait are handed back; where the record has a value already, it stays.
    fn wait(&mut self, row: u32, cells: &Cells, unread: &[Waiting], waits: &Waits) -> anyhow::Result<()> {
        let (waiting, aside): (Vec<&Waiting>, Vec<&Waiting>) =
            unread.iter().partition(|one| waits.keys.contains(&one.key));
        for Waiting { fault, .. } in aside {
            let why = FaultKind::LeftAside(Box::new(fault.why.clone()));
            self.push_warning(&Fault { why, ..fault.clone() });
        }
        let rendered: Vec<FaultJson> = waiting.into_iter().map(|one| fault_json(&one.fault)).collect();
        if rendered.is_empty() {
            return Ok(());
        }
        self.hand_back(row, Some(waits.code.as_str()), cells, &rendered)?;
        self.file.unread += rendered.len() as u64;
        let record = waits.code.to_string();
        self.file.unread_cells.extend(rendered.into_iter().map(|fault| UnreadJson { record: record.clone(), fault }));
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

    /// The same, in the cell that has what nobody knows.
    fn fault_in(&self, row: u32, cells: &Cells, flaw: Flaw) -> Fault {
        let fault = self.fault(row, flaw);
        let value = match &fault.why {
            FaultKind::Unknown { value, .. } | FaultKind::Ambiguous { value, .. } => value.as_str(),
            _ => return fault,
        };
        let found = fault.field.and_then(|field| self.list.column_with(field, value, cells));
        Fault { column: found.or(fault.column), ..fault }
    }

    fn reject(&mut self, row: u32, cells: &Cells, faults: &[Fault]) -> anyhow::Result<()> {
        self.file.rejected += 1;
        let rendered: Vec<FaultJson> = faults.iter().map(fault_json).collect();
        self.hand_back(row, None, cells, &rendered)?;
        self.file.faults.extend(rendered);
        Ok(())
    }

    /// Lists a row among those to be mended; `code` is of the record that it went into.
    fn hand_back(&mut self, row: u32, code: Option<&str>, cells: &Cells, faults: &[FaultJson]) -> anyhow::Result<()> {
        let Some(rejects) = &mut self.rejects else { return Ok(()) };
        // What is mended below a heading is still of its place.
        for (heading, cells) in self.headings.drain(..) {
            let heading = fault_json(&heading);
            let problem = text::problem(place_of(&heading), &heading.message);
            rejects.add(&Reject { row: heading.row, code: None, problem: &problem }, cells.iter())?;
        }
        let problems = faults.iter().map(|fault| text::problem(place_of(fault), &fault.message));
        let problems = problems.collect::<Vec<String>>().join(crate::lang::semicolon());
        let problem = if code.is_some() { text::only_the_cell(problems) } else { problems };
        rejects.add(&Reject { row, code, problem: &problem }, cells.iter())
    }
}

/// Of a row of corrections: why its code means no record of the kind.
fn uncorrectable(session: &Session, kind: ListKind, draft: &Draft) -> anyhow::Result<Option<Flaw>> {
    let values = match draft {
        Draft::Need(draft) => &draft.values,
        Draft::Member(draft) => &draft.values,
        Draft::Org(draft) => &draft.values,
        Draft::Claim(_) | Draft::Decision(_) | Draft::Place(_) => return Ok(None),
    };
    let Some(code) = values.code(Field::Code) else { return Ok(Some(Flaw::of(Field::Code, FaultKind::Missing))) };
    if record_kind::has_code(session, kind, code)? {
        return Ok(None);
    }
    let mut flaw = Flaw::of(Field::Code, FaultKind::Unknown { value: code.to_string(), near: String::new() });
    suggest(session, None, &mut flaw)?;
    Ok(Some(flaw))
}

/// The unknown organisation that a row names, if that is its fault.
fn unknown_org(flaw: &Flaw) -> Option<String> {
    match (flaw.field, &flaw.why) {
        (Some(Field::Org | Field::Parent), FaultKind::Unknown { value, .. }) => Some(value.clone()),
        _ => None,
    }
}

/// Stores the list's name, digest and layout with the entry.
fn remember(change: &mut Change<'_>, list: &List) -> anyhow::Result<()> {
    let id = change.next_id::<ImportRow>()?;
    let layout = serde_json::json!({
        "sheet": list.sheet,
        "heads": list.headers,
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
