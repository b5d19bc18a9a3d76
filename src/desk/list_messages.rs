//! Messages about imported lists: faults and warnings on stderr, the counts as a sentence and as a table.

use crate::lang::{self, cmd as text, collect};
use crate::model::fault::FaultKind;
use crate::output::{Cell, Sheet};

use super::Context;
use super::list_args::ListArgs;
use super::list_json::{FileJson, WarningJson, place_of};
use super::lists::{PRINTED, Report};

/// The most places that a line of warnings lists.
const PLACES: usize = 30;

impl Report {
    /// Prints notes, the first faults, and warnings on stderr.
    pub fn print(&self, context: &Context) {
        self.notes.iter().for_each(|note| context.note(note));
        for file in &self.files {
            for fault in file.faults.iter().take(PRINTED) {
                super::warn(match file.file.as_str() {
                    // One record by hand has no row to point at.
                    "--set" | "--ask" => fault.message.clone(),
                    _ => text::fault_line(file.label(), place_of(fault), &fault.message),
                });
            }
            if file.faults.len() > PRINTED {
                super::warn(text::more_faults(file.label(), file.faults.len() - PRINTED));
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
                let is_its_own = matches!(warning.why, FaultKind::Conflict { .. } | FaultKind::TakenDown { .. });
                !is_its_own
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
                    let shown = several.iter().take(PLACES).cloned().collect::<Vec<_>>().join(crate::lang::comma());
                    let shown = if several.len() > PLACES { format!("{shown}…") } else { shown };
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
        for file in &self.files {
            if let Some(rejects) = &file.rejects_file {
                context.note(text::rejects_at(rejects, file.rejected));
            }
        }
        if args.dry_run {
            context.note(text::dry_run());
        } else if args.strict && self.rejected() > 0 {
            context.note(text::strict_changed_nothing());
        } else if !committed {
            context.note(text::nothing_changed());
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
    pub fn sheet(&self, args: &ListArgs) -> Sheet {
        if args.dry_run {
            return super::preview::sheet(self);
        }
        let mut sheet = Sheet::new(text::collect_headers());
        for file in &self.files {
            let count = |count: u64| Cell::Count(i64::try_from(count).unwrap_or(i64::MAX));
            sheet.rows.push(vec![
                Cell::text_of(file.label()),
                count(file.rows),
                count(file.new),
                count(file.updated),
                count(file.unchanged),
                count(file.duplicates),
                count(file.rejected),
                count(file.skipped),
                Cell::from(file.rejects_file.clone()),
            ]);
        }
        sheet
    }
}

/// Two names that nobody knows are two messages.
fn is_other_name(one: &FaultKind, other: &FaultKind) -> bool {
    match (one, other) {
        (FaultKind::Unknown { value: one, .. }, FaultKind::Unknown { value: other, .. }) => one != other,
        _ => false,
    }
}
