//! Which lists a folder or a pattern on the command line means: those in it by their endings, in the order of their names.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context as _;

use crate::lang::lists as text;
use crate::model::exit::{Exit, stop};
use crate::output::rejects;

/// What lists end with. What a list is, its bytes say; a folder also holds what never was one.
const ENDINGS: [&str; 8] = ["csv", "tsv", "xlsx", "xlsm", "xls", "et", "ods", "fods"];

/// Errors: `-`, which is standard output where one file is written, and no folder (exit 2).
pub fn check_name(folder: &Path) -> anyhow::Result<()> {
    if crate::output::file::is_stdout(folder) { Err(stop(Exit::Usage, text::folder_wanted())) } else { Ok(()) }
}

/// The lists that the words of a command line name: files as they are, folders and patterns by what is in them.
///
/// Errors: `--recursive` without a folder or a pattern (exit 2); a folder or a pattern without a list, or one that may not
/// be read (exit 3).
pub fn lists(words: &[String], recursive: bool) -> anyhow::Result<Vec<String>> {
    let mut lists = Vec::with_capacity(words.len());
    let mut is_searched = false;
    for word in words {
        let Some((folder, pattern)) = searched(word) else {
            lists.push(word.clone());
            continue;
        };
        is_searched = true;
        let mut found = Vec::new();
        gather(&folder, pattern.as_deref(), recursive, &mut found)?;
        if found.is_empty() {
            return Err(stop(Exit::Refused, text::no_list_in(word, ENDINGS.join(crate::lang::comma()))));
        }
        found.sort();
        lists.extend(found.iter().map(|path| path.display().to_string()));
    }
    if recursive && !is_searched {
        return Err(stop(Exit::Usage, text::recursive_wants_folder()));
    }
    Ok(lists)
}

/// The folder that is looked through, and the pattern that names must fit; nothing for a file or standard input. A
/// pattern is only in the name: `清单/*.xlsx`.
fn searched(word: &str) -> Option<(PathBuf, Option<String>)> {
    let path = Path::new(word);
    if path.is_dir() {
        return Some((path.to_owned(), None));
    }
    let name = path.file_name()?.to_str()?;
    if !name.contains(['*', '?']) || path.exists() {
        return None;
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    Some((folder.unwrap_or(Path::new(".")).to_owned(), Some(name.to_owned())))
}

fn gather(folder: &Path, pattern: Option<&str>, recursive: bool, found: &mut Vec<PathBuf>) -> anyhow::Result<()> {
    let unreadable = || text::cannot_read(folder.display());
    for entry in fs::read_dir(folder).with_context(unreadable)? {
        let entry = entry.with_context(unreadable)?;
        // Not through links to folders, which may lead in a circle.
        let is_folder = entry.file_type().with_context(unreadable)?.is_dir();
        let name = entry.file_name().to_string_lossy().into_owned();
        if is_folder {
            if recursive && !name.starts_with('.') {
                gather(&entry.path(), pattern, recursive, found)?;
            }
        } else if is_list(&name) && pattern.is_none_or(|pattern| fits(&name, pattern)) {
            found.push(entry.path());
        }
    }
    Ok(())
}

/// Whether a file of this name is taken for a list: no lock file, nothing hidden, no rejects of ours.
fn is_list(name: &str) -> bool {
    let ending = Path::new(name).extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase());
    let is_ours = ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str()));
    is_ours && !name.starts_with(['.', '~']) && !rejects::is_name(name)
}

/// Whether a name fits a pattern, in which `*` stands for any characters and `?` for one.
fn fits(name: &str, pattern: &str) -> bool {
    let mut rest: Vec<char> = name.chars().collect();
    let mut parts = pattern.split('*').map(|part| part.chars().collect::<Vec<char>>());
    let begins = |rest: &[char], part: &[char]| {
        rest.len() >= part.len() && part.iter().zip(rest).all(|(wanted, found)| *wanted == '?' || wanted == found)
    };
    let first = parts.next().unwrap_or_default();
    if !begins(&rest, &first) {
        return false;
    }
    rest.drain(..first.len());
    let mut parts: Vec<Vec<char>> = parts.collect();
    let Some(last) = parts.pop() else { return rest.is_empty() };
    for part in parts {
        let Some(at) = (0..=rest.len()).find(|at| begins(&rest[*at..], &part)) else { return false };
        rest.drain(..at + part.len());
    }
    rest.len() >= last.len() && begins(&rest[rest.len() - last.len()..], &last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pattern_is_of_the_whole_name() {
        for (name, pattern) in [
            ("a.csv", "*"),
            ("a.csv", "*.csv"),
            ("a.csv", "a.csv"),
            ("a.csv", "?.csv"),
            ("三月心愿.xlsx", "三月*"),
            ("三月心愿.xlsx", "*心*.x*x"),
            ("aab.csv", "*ab.csv"),
            ("aXbXc.csv", "a*X*c.csv"),
        ] {
            assert!(fits(name, pattern), "{name} {pattern}");
        }
        for (name, pattern) in
            [("a.csv", "a"), ("a.csv", "*.xls"), ("ab.csv", "?.csv"), ("a.csv", "a.csv*.csv"), ("a.csv", "b*")]
        {
            assert!(!fits(name, pattern), "{name} {pattern}");
        }
    }

    #[test]
    fn lock_files_and_rejects_are_no_lists() {
        for name in ["a.csv", "心愿.XLSX", "b.et", "rejects.csv", "a.rejects.old.csv"] {
            assert!(is_list(name), "{name}");
        }
        for name in [
            "~$a.xlsx",
            ".~lock.a.ods#",
            ".a.csv",
            "a.csv.rejects.csv",
            "a.xlsx.rejects.xlsx",
            "a.csv.rejects-2.csv",
            "a.pdf",
            "a",
        ] {
            assert!(!is_list(name), "{name}");
        }
    }
}
