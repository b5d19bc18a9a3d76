//! `--split-by`: the list to chase as a workbook for each group, ready to be sent.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::people::Person;
use super::{Args, Which};
use super::{Made, ReportContext, Seal};
use crate::desk::Context;
use crate::lang::report as text;
use crate::model::exit::{Exit, stop};
use crate::model::words::{Claimant, Level};
use crate::output::report::{Report, Section, path_below};
use crate::output::{self, Format, Target};
use crate::store::figures::people as stored;

/// Whose lists go to a workbook of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum SplitBy {
    District,
    Street,
    Community,
    Station,
    Org,
}

/// Errors (exit 3): no folder is there.
pub fn check(folder: &Path) -> anyhow::Result<()> {
    if folder.is_dir() { Ok(()) } else { Err(stop(Exit::Refused, text::no_folder(folder.display()))) }
}

/// Writes the workbooks. None is written where one of them is in the way.
pub fn split(args: &Args, folder: &Path, made: &Made, seal: &Seal, context: &Context) -> anyhow::Result<()> {
    let files = made.analysis.split.iter().map(|(name, sections)| (folder.join(file_name(name)), name, sections));
    let files: Vec<(PathBuf, &String, &Vec<Section>)> = files.collect();
    let force = args.shared.form.answer.force;
    files.iter().try_for_each(|(path, ..)| output::file::check(path, force))?;
    for (path, name, sections) in &files {
        let title = format!("{} {}", made.analysis.title, path_below(name, &made.place));
        let report = Report {
            title,
            letterhead: seal.letterhead(&made.office, &args.shared),
            sections: (*sections).clone(),
            footer: seal.footer(made.analysis.rules.clone()),
        };
        let target = Target { format: Format::Xlsx, file: Some(path.clone()), force };
        target.write_report(&report, &())?;
    }
    context.note(text::split_written(files.len(), folder.display()));
    Ok(())
}

/// The people of a list by their group.
pub fn groups(
    by: SplitBy,
    claimant: Claimant,
    list: Vec<Person>,
    context: &ReportContext<'_>,
) -> anyhow::Result<BTreeMap<String, Vec<Person>>> {
    let orgs = stored::orgs(context.session)?;
    let level = match by {
        SplitBy::District => Some(Level::District),
        SplitBy::Street => Some(Level::Street),
        SplitBy::Community => Some(Level::Community),
        SplitBy::Station => Some(Level::Station),
        SplitBy::Org => None,
    };
    let mut groups: BTreeMap<String, Vec<Person>> = BTreeMap::new();
    for person in list {
        let name = match level {
            Some(level) => context.places.path(context.places.at_level(person.place_id, level)),
            None => match person.org_id.and_then(|org| orgs.get(&org)) {
                // Two organisations may have one name.
                Some((code, name)) => format!("{name} {code}"),
                None if claimant == Claimant::Org => person.name.clone(),
                None => text::no_org(),
            },
        };
        groups.entry(name).or_default().push(person);
    }
    Ok(groups)
}

/// The list of every group: the one that `--list` names, else those who have not met the quota.
pub fn which(args: &Args) -> Which {
    args.list.unwrap_or(Which::Unmet)
}

/// A name that every system takes for a file.
fn file_name(name: &str) -> String {
    const LONGEST: usize = 60;
    let safe: String =
        name.chars().map(|c| if c.is_control() || "/\\:*?\"<>|".contains(c) { '-' } else { c }).take(LONGEST).collect();
    format!("{}.xlsx", safe.trim_matches(['.', ' ']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn name_of_a_group_becomes_a_file_name() {
        assert_eq!(file_name("荔湾区/金花街道"), "荔湾区-金花街道.xlsx");
        assert_eq!(file_name("..\\a:b\n"), "-a-b-.xlsx");
        assert!(file_name(&"长".repeat(300)).chars().count() < 70);
    }
}
