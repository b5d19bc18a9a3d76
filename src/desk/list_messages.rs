//! Messages about imported lists: faults and warnings on stderr, the counts as a sentence and as a table.

use std::collections::HashMap;

use crate::lang::{self, cmd as text, collect, settings};
use crate::model::fault::FaultKind;
use crate::output::{Cell, Sheet};

use super::answer::AnswerArgs;
use super::list_args::{ListArgs, Unreadable};
use super::list_json::{FaultJson, FileJson, UnreadJson, WarningJson, place_of};
use super::lists::{PRINTED, Report};
use super::{Context, explain, preview};

/// The most places that a line of warnings lists.
const PLACES: usize = 30;

impl Report {
    /// Prints notes, the first faults, and warnings on stderr.
    pub fn print(&self, context: &Context) {
        self.unreadable.iter().for_each(Unreadable::warn);
        for file in &self.files {
            let encoding = file.encoding.map_or_else(settings::workbook, str::to_owned);
            explain::step(|| settings::explained_list(file.label(), encoding, file.header_row, file.rows));
        }
        self.notes.iter().for_each(|note| context.note(note));
        for file in &self.files {
            let faults = alike(&file.faults, |fault| fault);
            for some in faults.iter().take(PRINTED) {
                super::warn_of_fault(match (file.file.as_str(), some.as_slice()) {
                    // One record by hand has no row to point at.
                    ("--set" | "--ask", [fault, ..]) => fault.message.clone(),
                    (_, [fault]) => text::fault_line(file.label(), place_of(fault), &fault.message),
                    (_, several) => in_one_line(file, several.iter().copied(), text::faults_line),
                });
            }
            if let Some(more) = left_over(&faults) {
                super::warn(text::more_faults(file.label(), more));
            }
            let cells = alike(&file.unread_cells, |cell| &cell.fault);
            for some in cells.iter().take(PRINTED) {
                super::warn(match some.as_slice() {
                    [UnreadJson { record, fault }] => {
                        text::unread_line(file.label(), place_of(fault), &fault.message, record)
                    }
                    several => in_one_line(file, several.iter().map(|cell| &cell.fault), text::unread_lines),
                });
            }
            if let Some(more) = left_over(&cells) {
                super::warn(text::more_unread(file.label(), more));
            }
        }
        self.print_warnings(context);
    }

    /// Prints notes and warnings only: whose faults are the answer prints those itself.
    pub fn print_notes_and_warnings(&self, context: &Context) {
        self.notes.iter().for_each(|note| context.note(note));
        self.print_warnings(context);
    }

    /// Prints warnings of one kind as one line with all their places. Conflicts and what comes off the wall have
    /// values of their own and are printed one by one.
    fn print_warnings(&self, context: &Context) {
        let mut kinds: Vec<(&WarningJson, Vec<String>)> = Vec::new();
        for warning in &self.warnings {
            let is_same_kind = |other: &WarningJson| {
                let is_its_own = matches!(
                    warning.why,
                    FaultKind::Conflict { .. } | FaultKind::TakenDown { .. } | FaultKind::StillShown { .. }
                );
                let has_value = matches!(warning.why, FaultKind::TakenAs { .. });
                !is_its_own
                    && (!has_value || other.why == warning.why)
                    && !is_other_name(&other.why, &warning.why)
                    && (&other.file, &other.sheet) == (&warning.file, &warning.sheet)
                    && other.fault.code == warning.fault.code
            };
            match kinds.iter_mut().find(|(other, _)| is_same_kind(other)) {
                Some((_, places)) => places.push(place_of(&warning.fault)),
                None => kinds.push((warning, vec![place_of(&warning.fault)])),
            }
        }
        for (first, places) in kinds.iter().take(PRINTED) {
            context.note(match places.as_slice() {
                _ if matches!(first.file.as_str(), "--set" | "--ask") => first.fault.message.clone(),
                [one] => text::warning_line(first.label(), one, &first.fault.message),
                several => {
                    let shown = listed(several.iter().cloned());
                    text::warnings_line(first.label(), lang::faults::several(&first.why), several.len(), shown)
                }
            });
        }
        if kinds.len() > PRINTED {
            context.note(text::more_warnings(kinds.len() - PRINTED));
        }
    }

    /// Prints the counts of all lists in one sentence.
    pub fn print_counts(&self, args: &ListArgs, context: &Context, committed: bool) {
        let sum = |count: fn(&FileJson) -> u64| self.files.iter().map(count).sum::<u64>();
        let (new, updated) = (sum(|file| file.new), sum(|file| file.updated));
        let (unchanged, duplicates) = (sum(|file| file.unchanged), sum(|file| file.duplicates));
        context.note(text::counts(new, updated, unchanged, duplicates, self.rejected()));
        if self.unread() > 0 {
            context.note(text::unread_count(self.unread()));
        }
        for file in &self.files {
            match &file.rejects_file {
                Some(rejects) if file.unread == 0 => context.note(text::rejects_at(rejects, file.rejected)),
                Some(rejects) => context.note(text::to_mend_at(rejects, file.to_mend())),
                None => {}
            }
        }
        if args.strict && self.has_faults() {
            context.note(text::strict_changed_nothing());
        } else if !committed && !args.dry_run {
            context.note(text::nothing_changed());
        }
        if args.dry_run {
            context.note_dry_run();
        }
    }

    /// Prints the stored records that are missing from a complete list.
    pub fn print_vanished(&self, context: &Context) {
        for one in self.vanished.iter().take(PRINTED) {
            super::warn(if one.claimed { collect::vanished_claimed(&one.code) } else { collect::vanished(&one.code) });
        }
        if self.vanished.len() > PRINTED {
            super::warn(collect::more_vanished(self.vanished.len() - PRINTED));
        }
        if !self.vanished.is_empty() && self.rejected() > 0 {
            context.note(collect::vanished_perhaps_faulty());
        }
    }

    /// One row per list with its counts; on a dry run one row per change that would be made.
    pub fn sheet(&self, args: &ListArgs, answer: &AnswerArgs) -> anyhow::Result<Sheet> {
        if args.dry_run {
            return Ok(preview::sheet(self, answer.most(args.verbose)?));
        }
        // For people a column of noughts is left out.
        let has_unread = self.unread() > 0 || !answer.is_table()?;
        let headers = text::collect_headers();
        let columns = if has_unread { headers.len() } else { headers.len() - 1 };
        let mut sheet = Sheet::new(headers.into_iter().take(columns));
        for file in &self.files {
            let count = |count: u64| Cell::Count(i64::try_from(count).unwrap_or(i64::MAX));
            let row = [
                Cell::text_of(file.label()),
                count(file.rows),
                count(file.new),
                count(file.updated),
                count(file.unchanged),
                count(file.duplicates),
                count(file.rejected),
                count(file.skipped),
                Cell::from(file.rejects_file.clone()),
                count(file.unread),
            ];
            sheet.rows.push(row.into_iter().take(columns).collect());
        }
        Ok(sheet)
    }
}

/// Up to so many faults of one message are reported one by one.
const APART: usize = 3;

/// The faults by message, in their order: one that more than a few rows share is one group, any other a group of its own.
fn alike<T>(all: &[T], fault: impl Fn(&T) -> &FaultJson) -> Vec<Vec<&T>> {
    let mut times: HashMap<&str, usize> = HashMap::new();
    all.iter().for_each(|one| *times.entry(fault(one).message.as_str()).or_default() += 1);
    let mut groups: Vec<Vec<&T>> = Vec::new();
    let mut places: HashMap<&str, usize> = HashMap::new();
    for one in all {
        let message = fault(one).message.as_str();
        match places.get(message) {
            Some(place) => groups[*place].push(one),
            None => {
                if times.get(message).is_some_and(|times| *times > APART) {
                    places.insert(message, groups.len());
                }
                groups.push(vec![one]);
            }
        }
    }
    groups
}

/// How many are beyond those that are printed.
fn left_over<T>(groups: &[Vec<T>]) -> Option<usize> {
    let more = groups.iter().skip(PRINTED).map(Vec::len).sum();
    (more > 0).then_some(more)
}

/// A line for faults of one message, with their places.
fn in_one_line<'f>(
    file: &FileJson,
    faults: impl Iterator<Item = &'f FaultJson>,
    line: fn(String, String, usize, String) -> String,
) -> String {
    let faults: Vec<&FaultJson> = faults.collect();
    let message = faults.first().map(|fault| fault.message.clone()).unwrap_or_default();
    line(file.label(), message, faults.len(), listed(faults.iter().map(|fault| place_of(fault))))
}

/// The first of several places.
fn listed(places: impl ExactSizeIterator<Item = String>) -> String {
    let more = if places.len() > PLACES { "…" } else { "" };
    let shown = places.take(PLACES).collect::<Vec<_>>().join(crate::lang::comma());
    format!("{shown}{more}")
}

/// Two names that nobody knows are two messages.
fn is_other_name(one: &FaultKind, other: &FaultKind) -> bool {
    match (one, other) {
        (FaultKind::Unknown { value: one, .. }, FaultKind::Unknown { value: other, .. }) => one != other,
        _ => false,
    }
}
