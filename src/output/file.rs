//! Files that are there whole or not at all: written next to their place, synced, and renamed. Knows nothing of what is
//! in them.

use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::guard;
use crate::lang::output as texts;
use crate::model::exit::{Exit, stop};
use crate::model::{access, held, long_path, unfinished};

/// Writes a file for its owner only (mode 0600): `fill` writes next to it, then it is synced and put in place. Without
/// `force` an existing file is refused, also one that appears meanwhile. On any error nothing is left behind. A device is
/// written to as it is.
pub fn write_file(
    path: &Path,
    force: bool,
    fill: impl FnOnce(&mut (dyn Write + Send)) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    guard::check(path)?;
    check_place(path, force)?;
    if is_device(path) {
        let device = fs::OpenOptions::new().write(true).open(path).map_err(|error| why_not(path, error.into()))?;
        let mut out = BufWriter::new(device);
        fill(&mut out)?;
        return out.flush().map_err(|error| why_not(path, error.into()));
    }
    let mut out = BufWriter::new(next_to(path)?);
    fill(&mut out).map_err(|error| if is_disk_full(&error) { why_not(path, error) } else { error })?;
    let file = out.into_inner().map_err(|error| why_not(path, error.into_error().into()))?;
    put(file, path, force)
}

/// Whether a file's name stands for standard output, as it does everywhere.
pub fn is_stdout(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// Whether a file could be written here: checked before a command changes anything, so that its answer has a place.
pub fn check(path: &Path, force: bool) -> anyhow::Result<()> {
    guard::check(path)?;
    check_place(path, force)?;
    if is_device(path) { Ok(()) } else { next_to(path).map(drop) }
}

/// Whether it is a device or a pipe, such as /dev/null: written to as it is, since nothing can take its place.
pub fn is_device(path: &Path) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::FileTypeExt;
        let kind = fs::metadata(path).map(|found| found.file_type());
        kind.is_ok_and(|kind| kind.is_char_device() || kind.is_fifo())
    }
    #[cfg(not(unix))]
    {
        let name = path.file_name().map(|name| name.to_string_lossy().to_ascii_lowercase());
        matches!(name.as_deref(), Some("nul" | "con"))
    }
}

/// Makes a folder for its owner only (mode 0700), with those above it; one that is there stays as it is.
pub fn private_folder(path: &Path) -> anyhow::Result<()> {
    if path.is_dir() {
        return Ok(());
    }
    if path.exists() {
        return Err(stop(Exit::Refused, texts::not_a_folder(path.display())));
    }
    guard::check_folder(path)?;
    access::make_private_folder(path).map_err(|error| match error.kind() {
        io::ErrorKind::NotADirectory => stop(Exit::Refused, texts::not_a_folder(path.display())),
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => why_not(path, error.into()),
        _ => anyhow::Error::new(error).context(texts::cannot_make_folder(path.display())),
    })
}

/// A file next to `path`, for its owner only, gone when it is dropped. What a killed command has left there goes first.
/// Errors: a place that is the office file's (exit 3), no such folder, no permission.
pub(super) fn next_to(path: &Path) -> anyhow::Result<NamedTempFile> {
    guard::check(path)?;
    let folder = folder_of(path);
    if !folder.is_dir() {
        return Err(stop(Exit::Refused, texts::no_such_folder(folder.display(), path.display())));
    }
    unfinished::clear(&folder).map_err(|(left, error)| why_not(&left, error.into()))?;
    unfinished::file(&folder, "").map_err(|error| why_not(path, error.into()))
}

/// Syncs a file that `next_to` made and renames it to `path`.
fn put(file: NamedTempFile, path: &Path, force: bool) -> anyhow::Result<()> {
    file.as_file().sync_all().map_err(|error| why_not(path, error.into()))?;
    let place = long_path::fit(path);
    let renamed = if force { file.persist(&place) } else { file.persist_noclobber(&place) };
    if let Err(error) = renamed {
        if error.error.kind() == io::ErrorKind::AlreadyExists {
            return Err(stop(Exit::Refused, texts::already_exists(path.display())));
        }
        return Err(why_not(path, error.error.into()));
    }
    sync_folder(path)
}

/// Renames a file that was written and synced before to its place, over the one that is there.
pub(super) fn put_in_place(from: &Path, path: &Path) -> anyhow::Result<()> {
    check_place(path, true)?;
    fs::rename(from, path).map_err(|error| why_not(path, error.into()))
}

/// Makes a rename in the folder of `path` survive a power cut.
#[cfg_attr(not(unix), allow(unused_variables))]
pub(super) fn sync_folder(path: &Path) -> anyhow::Result<()> {
    #[cfg(unix)]
    fs::File::open(folder_of(path))
        .and_then(|folder| folder.sync_all())
        .map_err(|error| anyhow::Error::new(error).context(texts::cannot_write(path.display())))?;
    Ok(())
}

/// The error with what the office can do about it.
pub(super) fn why_not(path: &Path, error: anyhow::Error) -> anyhow::Error {
    let kind = error.chain().find_map(|cause| cause.downcast_ref::<io::Error>()).map(io::Error::kind);
    match kind {
        _ if is_disk_full(&error) => stop(Exit::Refused, texts::disk_full(path.display())),
        _ if is_held(path, &error) => stop(Exit::Refused, texts::held(path.display())),
        Some(io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem) => {
            stop(Exit::Refused, texts::not_permitted(path.display()))
        }
        _ => error.context(texts::cannot_write(path.display())),
    }
}

fn is_disk_full(error: &anyhow::Error) -> bool {
    use io::ErrorKind::{FileTooLarge, QuotaExceeded, StorageFull};
    error
        .chain()
        .filter_map(|cause| cause.downcast_ref::<io::Error>())
        .any(|cause| matches!(cause.kind(), StorageFull | QuotaExceeded | FileTooLarge))
}

/// Whether another program holds what should be replaced. Windows says of some holds only that it is not permitted.
fn is_held(path: &Path, error: &anyhow::Error) -> bool {
    let why = error.chain().find_map(|cause| cause.downcast_ref::<io::Error>());
    why.is_some_and(|why| held::is_why(why) || why.kind() == io::ErrorKind::PermissionDenied && held::is_held(path))
}

fn check_place(path: &Path, force: bool) -> anyhow::Result<()> {
    match fs::metadata(path) {
        Ok(_) if is_device(path) => Ok(()),
        Ok(found) if !found.is_file() => Err(stop(Exit::Refused, texts::not_a_file(path.display()))),
        Ok(_) if !force => Err(stop(Exit::Refused, texts::already_exists(path.display()))),
        Ok(_) if held::is_held(path) => Err(stop(Exit::Refused, texts::held(path.display()))),
        // A missing file is the usual case; whatever else is wrong shows when it is written.
        Ok(_) | Err(_) => Ok(()),
    }
}

pub(super) fn folder_of(path: &Path) -> PathBuf {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
        _ => PathBuf::from("."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> =
            fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    fn write(path: &Path, force: bool, text: &str) -> anyhow::Result<()> {
        write_file(path, force, |out| Ok(out.write_all(text.as_bytes())?))
    }

    #[test]
    fn existing_file_is_replaced_only_with_force() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.csv");
        write(&path, false, "一").unwrap();
        assert!(write(&path, false, "二").unwrap_err().to_string().contains("--force"));
        assert_eq!(fs::read_to_string(&path).unwrap(), "一");
        write(&path, true, "三").unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "三");
        assert_eq!(names(folder.path()), ["a.csv"]);
    }

    #[test]
    fn file_that_appears_meanwhile_is_kept() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.csv");
        let written = write_file(&path, false, |_| Ok(fs::write(&path, "别人的")?));
        assert!(written.unwrap_err().to_string().contains("--force"));
        assert_eq!(fs::read_to_string(&path).unwrap(), "别人的");
        assert_eq!(names(folder.path()), ["a.csv"]);
    }

    #[test]
    fn failed_write_leaves_the_old_file_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.csv");
        write(&path, false, "旧").unwrap();
        let full = |out: &mut (dyn Write + Send)| {
            out.write_all(b"half")?;
            Err(io::Error::from(io::ErrorKind::StorageFull).into())
        };
        let error = write_file(&path, true, full).unwrap_err().to_string();
        assert!(error.contains("磁盘已满") && error.contains("a.csv"), "{error}");
        assert_eq!(fs::read_to_string(&path).unwrap(), "旧");
        assert_eq!(names(folder.path()), ["a.csv"]);
    }

    #[test]
    fn missing_folder_and_folder_in_the_way_are_refused() {
        let folder = tempfile::tempdir().unwrap();
        let missing = write(&folder.path().join("没有/a.csv"), false, "").unwrap_err().to_string();
        assert!(missing.contains("没有这个文件夹"), "{missing}");
        let in_the_way = write(folder.path(), true, "").unwrap_err().to_string();
        assert!(in_the_way.contains("不是普通文件"), "{in_the_way}");
        let file = folder.path().join("f");
        fs::write(&file, "").unwrap();
        assert!(private_folder(&file).is_err());
    }

    #[cfg(unix)]
    #[test]
    fn files_and_folders_are_for_their_owner_only() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let inner = folder.path().join("a/b");
        private_folder(&inner).unwrap();
        private_folder(&inner).unwrap();
        write(&inner.join("c.csv"), false, "").unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&inner), 0o700);
        assert_eq!(mode(&inner.join("c.csv")), 0o600);
    }
}
