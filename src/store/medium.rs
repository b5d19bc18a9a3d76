//! What an office file lies on, asked of the system; what it makes of the answer is `model::medium`.

use std::path::{Path, PathBuf};

use super::open::{folder_of, refused};
use crate::model::medium::{Unfit, of_names};
use crate::model::refusal::FileRefusal;

/// Errors: a network share, a sync folder (exit 3), with the way out.
pub fn check(office_file: &Path) -> anyhow::Result<()> {
    // A link may lead elsewhere; what cannot be followed is reported when it is opened.
    let real = match office_file.canonicalize() {
        Ok(real) => real,
        Err(_) => folder_of(office_file).canonicalize().unwrap_or_else(|_| PathBuf::from(office_file)),
    };
    // A drive that is a share may lead to a path that does not say so.
    let named = std::path::absolute(office_file).unwrap_or_else(|_| office_file.to_owned());
    match of_names(&real).or_else(|| of_medium(&real)).or_else(|| of_medium(&named)) {
        None => Ok(()),
        Some(unfit) => Err(refused(office_file, FileRefusal::Unfit(unfit))),
    }
}

/// How many bytes may still be written where a file lies; None where the system does not say.
#[cfg(target_os = "linux")]
pub(super) fn room(file: &Path) -> Option<u64> {
    let found = rustix::fs::statvfs(file).ok()?;
    found.f_bavail.checked_mul(found.f_frsize)
}

#[cfg(windows)]
pub(super) fn room(file: &Path) -> Option<u64> {
    use std::os::windows::ffi::OsStrExt;
    let folder = if file.is_dir() { file } else { folder_of(file) };
    let folder: Vec<u16> = folder.as_os_str().encode_wide().chain([0]).collect();
    let mut room = 0;
    let (all, free) = (std::ptr::null_mut(), std::ptr::null_mut());
    // SAFETY: `folder` ends with a zero, and the figures that are not asked for may be null.
    let done = unsafe {
        windows_sys::Win32::Storage::FileSystem::GetDiskFreeSpaceExW(folder.as_ptr(), &raw mut room, all, free)
    };
    (done != 0).then_some(room)
}

#[cfg(not(any(target_os = "linux", windows)))]
pub(super) fn room(_file: &Path) -> Option<u64> {
    None
}

#[cfg(target_os = "linux")]
fn of_medium(path: &Path) -> Option<Unfit> {
    let found = rustix::fs::statfs(path).ok()?;
    crate::model::medium::of_linux(u64::try_from(found.f_type & 0xFFFF_FFFF).ok()?)
}

#[cfg(windows)]
fn of_medium(path: &Path) -> Option<Unfit> {
    use std::os::windows::ffi::OsStrExt;
    let text = path.to_string_lossy();
    let bare = text.strip_prefix(r"\\?\").unwrap_or(&text);
    let root: Vec<u16> = std::ffi::OsStr::new(bare.get(..3)?).encode_wide().chain([0]).collect();
    // SAFETY: `root` is a string that ends with a zero, and outlives the call.
    let drive_type = unsafe { windows_sys::Win32::Storage::FileSystem::GetDriveTypeW(root.as_ptr()) };
    crate::model::medium::of_windows(&text, drive_type)
}

#[cfg(not(any(target_os = "linux", windows)))]
fn of_medium(_path: &Path) -> Option<Unfit> {
    None
}
