//! Files and folders in the making: what they are called next to the place that they will have, and how to see whether anybody is
//! still at work on one. A command that is killed leaves one behind, which may have people's data in it.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

const PREFIX: &str = ".shuangwei-";
const SUFFIX: &str = ".tmp";

/// What names an unfinished file; the system adds something random between the two.
pub fn name(what: &str) -> (String, &'static str) {
    (format!("{PREFIX}{what}"), SUFFIX)
}

/// Says that somebody is at work on an unfinished file, or on a folder opened to be read, until it is closed. Where the system has no such locks it is not
/// taken for abandoned either.
pub fn hold(file: &File) {
    #[cfg(unix)]
    if file.lock().is_err() {
        // Whoever looks cannot lock it either.
    }
    #[cfg(not(unix))]
    let _unused = file;
}

/// Removes the unfinished files and folders of a folder that nobody is at work on any more. Errors: the one that could not
/// be removed; one that another command has removed meanwhile is gone as well.
pub fn clear(folder: &Path) -> Result<(), (PathBuf, io::Error)> {
    for path in abandoned(folder) {
        let removed = if path.is_dir() { fs::remove_dir_all(&path) } else { fs::remove_file(&path) };
        match removed {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err((path, error)),
            _ => {}
        }
    }
    Ok(())
}

/// The unfinished ones that nobody is at work on any more. What cannot be asked is somebody's.
fn abandoned(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
    let is_ours = |name: &str| name.starts_with(PREFIX) && name.ends_with(SUFFIX);
    let ours = entries.filter(|entry| entry.file_name().to_str().is_some_and(is_ours)).map(|entry| entry.path());
    ours.filter(|path| is_abandoned(path)).collect()
}

#[cfg(unix)]
fn is_abandoned(path: &Path) -> bool {
    let is_link = path.symlink_metadata().map_or(true, |found| found.is_symlink());
    !is_link && File::open(path).is_ok_and(|file| file.try_lock().is_ok())
}

#[cfg(not(unix))]
fn is_abandoned(path: &Path) -> bool {
    const OLD: std::time::Duration = std::time::Duration::from_secs(60 * 60);
    let modified = fs::metadata(path).and_then(|meta| meta.modified()).ok();
    modified.and_then(|day| day.elapsed().ok()).is_some_and(|elapsed| elapsed >= OLD)
}
