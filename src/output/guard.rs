//! What no answer may take the place of: the office file, its journal and its backups, by whatever path or link; and in the
//! folder of a pack, whatever is no part of an earlier one.

use std::ffi::OsString;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use crate::lang::output as texts;
use crate::model::exit::{Exit, stop};

static OFFICE_FILE: OnceLock<PathBuf> = OnceLock::new();

/// Says at start-up which office file this run is about.
pub fn protect(office_file: &Path) {
    OFFICE_FILE.get_or_init(|| office_file.to_owned());
}

/// Errors: a path that leads to the office file of this run, its journal or its backups, or to another office file
/// (exit 3).
pub fn check(path: &Path) -> anyhow::Result<()> {
    check_backup(path)?;
    if is_office_file(path) { Err(in_the_way(path)) } else { Ok(()) }
}

/// The same for a backup, which may take the place of another one: that is an office file too.
pub fn check_backup(path: &Path) -> anyhow::Result<()> {
    let is_taken = OFFICE_FILE.get().is_some_and(|office_file| is_of(office_file, path));
    if is_taken { Err(in_the_way(path)) } else { Ok(()) }
}

/// Errors: a folder, or one above it, where the office file, its journal or its backups are, or will be (exit 3). A folder in
/// the journal's place would keep everybody out of the office file.
pub fn check_folder(folder: &Path) -> anyhow::Result<()> {
    folder.ancestors().filter(|above| !above.as_os_str().is_empty()).try_for_each(check_backup)
}

/// Errors: a new office file where another one has its journal: opening that one would clear it away (exit 3).
pub fn check_new_office_file(path: &Path) -> anyhow::Result<()> {
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let base = SUFFIXES.iter().filter(|suffix| !suffix.is_empty()).find_map(|suffix| name.strip_suffix(suffix));
    let is_journal = base.is_some_and(|base| is_office_file(&path.with_file_name(base)));
    if is_journal { Err(in_the_way(path)) } else { Ok(()) }
}

/// The office file itself, and what SQLite keeps next to it.
const SUFFIXES: [&str; 4] = ["", "-journal", "-wal", "-shm"];

fn in_the_way(path: &Path) -> anyhow::Error {
    stop(Exit::Refused, texts::office_file_in_the_way(path.display()))
}

/// Whether a path is that of an office file, of what SQLite keeps next to it, or of its backups.
fn is_of(office_file: &Path, path: &Path) -> bool {
    // SQLite follows a link, and keeps its journal next to the file itself.
    let real = office_file.canonicalize().ok();
    [Some(office_file.to_owned()), real].into_iter().flatten().any(|office_file| {
        let beside = |suffix: &str| {
            let mut name = office_file.file_name().map(OsString::from).unwrap_or_default();
            name.push(suffix);
            office_file.with_file_name(name)
        };
        SUFFIXES.iter().any(|suffix| is_same(&beside(suffix), path))
            || is_same(&beside(".backups"), path)
            || is_within(&beside(".backups"), path)
    })
}

/// Whether two paths lead to one file, or would, were there one.
fn is_same(one: &Path, other: &Path) -> bool {
    if let (Ok(one), Ok(other)) = (fs::metadata(one), fs::metadata(other))
        && is_same_file(&one, &other)
    {
        return true;
    }
    matches!((resolved(one), resolved(other)), (Some(one), Some(other)) if one == other)
}

/// Whether a file is one of a folder's, by its path or by a hard link.
fn is_within(folder: &Path, path: &Path) -> bool {
    let Ok(real) = folder.canonicalize() else { return false };
    if resolved(path).is_some_and(|path| path.starts_with(&real)) {
        return true;
    }
    let Ok(found) = fs::metadata(path) else { return false };
    let entries = fs::read_dir(&real).into_iter().flatten().filter_map(Result::ok);
    entries.filter_map(|entry| fs::metadata(entry.path()).ok()).any(|kept| is_same_file(&kept, &found))
}

/// A path with every link in it followed, also where there is no such file.
fn resolved(path: &Path) -> Option<PathBuf> {
    if let Ok(real) = path.canonicalize() {
        return Some(real);
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    Some(folder.canonicalize().ok()?.join(path.file_name()?))
}

#[cfg(unix)]
fn is_same_file(one: &fs::Metadata, other: &fs::Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    (one.dev(), one.ino()) == (other.dev(), other.ino())
}

#[cfg(not(unix))]
fn is_same_file(_one: &fs::Metadata, _other: &fs::Metadata) -> bool {
    // There the resolved paths say it.
    false
}

/// Whether a file begins as an office file does: SQLite's first words, and at byte 68 the program's own mark.
fn is_office_file(path: &Path) -> bool {
    let mut begin = Vec::new();
    let is_file = fs::metadata(path).is_ok_and(|found| found.is_file());
    let read = is_file.then(|| fs::File::open(path).and_then(|file| file.take(72).read_to_end(&mut begin)));
    matches!(read, Some(Ok(_)))
        && begin.starts_with(b"SQLite format 3\0")
        && begin.get(68..72).is_some_and(|mark| mark == b"SWEI")
}

/// Errors: a file in the place of a pack's (exit 3).
pub fn check_free(path: &Path) -> anyhow::Result<()> {
    check(path)?;
    let is_taken = path.symlink_metadata().is_ok();
    if is_taken { Err(stop(Exit::Refused, texts::not_of_a_pack(path.display()))) } else { Ok(()) }
}

/// How a file begins, as text; blank where there is none.
pub fn beginning(path: &Path) -> String {
    const BEGINNING: u64 = 4096;
    let mut bytes = Vec::new();
    let is_file = path.symlink_metadata().is_ok_and(|found| found.is_file());
    let read = is_file.then(|| fs::File::open(path).and_then(|file| file.take(BEGINNING).read_to_end(&mut bytes)));
    if matches!(read, Some(Ok(_))) { String::from_utf8_lossy(&bytes).into_owned() } else { String::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn office_file_and_what_lies_next_to_it_are_found_by_every_path() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::write(at("shuangwei.db"), "x").unwrap();
        fs::create_dir(at("shuangwei.db.backups")).unwrap();
        fs::write(at("shuangwei.db.backups/b.db"), "x").unwrap();
        fs::create_dir(at("inner")).unwrap();
        let office_file = at("shuangwei.db");
        for taken in [
            "shuangwei.db",
            "inner/../shuangwei.db",
            "shuangwei.db-journal",
            "shuangwei.db-wal",
            "shuangwei.db-shm",
            "shuangwei.db.backups/b.db",
            "shuangwei.db.backups/new.csv",
        ] {
            assert!(is_of(&office_file, &at(taken)), "{taken}");
        }
        for free in ["a.csv", "shuangwei.db.csv", "inner/shuangwei.db", "shuangwei.db-journal.csv"] {
            assert!(!is_of(&office_file, &at(free)), "{free}");
        }
        #[cfg(unix)]
        {
            fs::hard_link(at("shuangwei.db"), at("hard.csv")).unwrap();
            fs::hard_link(at("shuangwei.db.backups/b.db"), at("hard-backup.csv")).unwrap();
            std::os::unix::fs::symlink(at("shuangwei.db"), at("soft.csv")).unwrap();
            std::os::unix::fs::symlink(folder.path(), at("inner/up")).unwrap();
            for taken in ["hard.csv", "hard-backup.csv", "soft.csv", "inner/up/shuangwei.db-journal"] {
                assert!(is_of(&office_file, &at(taken)), "{taken}");
            }
            // A link to the office file leads to its journal too.
            assert!(is_of(&at("soft.csv"), &at("shuangwei.db-journal")));
        }
    }
}
