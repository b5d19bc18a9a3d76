//! `--split-by`: what is to be chased as a workbook for each group, ready to be sent.

use std::path::{Path, PathBuf};

use super::Made;
use super::seal::Seal;
use super::shared::Shared;
use crate::desk::Context;
use crate::lang::report as text;
use crate::model::exit::{Exit, stop};
use crate::output::report::{Report, Section, path_below};
use crate::output::{self, CsvEncoding, Format, Target};

/// Errors (exit 3): no folder is there.
pub fn check(folder: &Path) -> anyhow::Result<()> {
    if folder.is_dir() { Ok(()) } else { Err(stop(Exit::Refused, text::no_folder(folder.display()))) }
}

/// Writes the workbooks. None is written where one of them is in the way.
pub fn split(shared: &Shared, folder: &Path, made: &Made, seal: &Seal, context: &Context) -> anyhow::Result<()> {
    let files = made.analysis.split.iter().map(|(name, sections)| (folder.join(file_name(name)), name, sections));
    let files: Vec<(PathBuf, &String, &Vec<Section>)> = files.collect();
    let force = shared.form.answer.force;
    files.iter().try_for_each(|(path, ..)| output::file::check(path, force))?;
    for (path, name, sections) in &files {
        let title = format!("{} {}", made.analysis.title, path_below(name, &made.place));
        let report = Report {
            title,
            letterhead: seal.letterhead(&made.office, shared),
            sections: (*sections).clone(),
            footer: seal.footer(made.analysis.rules.clone()),
            is_one_sheet: false,
        };
        let target = Target { format: Format::Xlsx, file: Some(path.clone()), force, csv: CsvEncoding::Utf8.into() };
        target.write_report(&report, &())?;
    }
    context.note(text::split_written(files.len(), folder.display()));
    Ok(())
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
