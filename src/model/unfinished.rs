//! Files and folders in the making: what they are called next to the place that they will have, and how to see whether anybody is
//! still at work on one. A command that is killed leaves one behind, which may have people's data in it.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use tempfile::{NamedTempFile, TempDir};

use super::{access, long_path};

const PREFIX: &str = ".shuangwei-";
const SUFFIX: &str = ".tmp";

/// How often one is made anew that another command has taken for abandoned before it was held.
const TRIES: u32 = 100;

/// A file in the making in `folder`, for its owner only, gone when it is dropped. `what` names for people what it was to become.
pub fn file(folder: &Path, what: &str) -> io::Result<NamedTempFile> {
    let prefix = format!("{PREFIX}{what}");
    let make = || {
        let made = tempfile::Builder::new().prefix(&prefix).suffix(SUFFIX).tempfile_in(long_path::fit(folder))?;
        access::keep_to_owner(made.path());
        hold(made.as_file());
        Ok(made)
    };
    until_there(make, |made| made.path().exists())
}

/// A folder in the making, likewise, with what holds it: nothing where no folder can be opened.
pub fn folder(within: &Path) -> io::Result<(TempDir, Option<File>)> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(PREFIX).suffix(SUFFIX);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o700));
    }
    let make = || {
        let made = builder.tempdir_in(within)?;
        access::keep_to_owner(made.path());
        let held = File::open(made.path()).ok();
        held.iter().for_each(hold);
        Ok((made, held))
    };
    until_there(make, |(made, _)| made.path().exists())
}

/// Whoever clears locks what it removes until that is gone, so that what is there once it is held stays.
fn until_there<T>(make: impl Fn() -> io::Result<T>, is_there: impl Fn(&T) -> bool) -> io::Result<T> {
    let mut made = make()?;
    for _ in 1..TRIES {
        if is_there(&made) {
            break;
        }
        made = make()?;
    }
    Ok(made)
}

/// Says that somebody is at work on an unfinished file or folder, until it is closed. Where the system has no such locks it is
/// not taken for abandoned either.
fn hold(file: &File) {
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
    for path in unfinished(folder) {
        let Some(_held) = abandoned(&path) else { continue };
        let removed = if path.is_dir() { fs::remove_dir_all(&path) } else { fs::remove_file(&path) };
        match removed {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err((path, error)),
            _ => {}
        }
    }
    Ok(())
}

fn unfinished(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
    let is_ours = |name: &str| name.starts_with(PREFIX) && name.ends_with(SUFFIX);
    entries.filter(|entry| entry.file_name().to_str().is_some_and(is_ours)).map(|entry| entry.path()).collect()
}

/// What holds an unfinished one that nobody is at work on any more, while it is removed. What cannot be asked is somebody's.
#[cfg(unix)]
fn abandoned(path: &Path) -> Option<File> {
    let is_link = path.symlink_metadata().map_or(true, |found| found.is_symlink());
    if is_link {
        return None;
    }
    File::open(path).ok().filter(|file| file.try_lock().is_ok())
}

#[cfg(not(unix))]
fn abandoned(path: &Path) -> Option<()> {
    const OLD: std::time::Duration = std::time::Duration::from_secs(60 * 60);
    let modified = fs::metadata(path).and_then(|meta| meta.modified()).ok();
    let is_old = modified.and_then(|day| day.elapsed().ok()).is_some_and(|elapsed| elapsed >= OLD);
    is_old.then_some(())
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicBool, Ordering};
    use std::thread;

    use super::*;

    #[test]
    #[cfg(unix)]
    fn what_is_at_work_is_never_cleared_and_what_is_left_always() {
        let place = tempfile::tempdir().unwrap();
        let is_over = AtomicBool::new(false);
        thread::scope(|scope| {
            for _ in 0..2 {
                scope.spawn(|| {
                    while !is_over.load(Ordering::Relaxed) {
                        clear(place.path()).unwrap();
                    }
                });
            }
            for _ in 0..500 {
                let (made, (stage, _held)) = (file(place.path(), "a-").unwrap(), folder(place.path()).unwrap());
                thread::yield_now();
                assert!(made.path().exists() && stage.path().exists());
            }
            is_over.store(true, Ordering::Relaxed);
        });
        let left = place.path().join(format!("{PREFIX}left{SUFFIX}"));
        fs::write(&left, "").unwrap();
        clear(place.path()).unwrap();
        assert!(!left.exists());
    }
}
