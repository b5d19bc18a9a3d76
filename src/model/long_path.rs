//! Paths that are longer than Windows takes as they are: 260 characters, of which an office's folders in folders use up
//! many. In full and with a mark before them they may be as long as the disk allows.

use std::borrow::Cow;
use std::path::Path;

/// The path as the system takes it, whatever its length, also with something behind it: the name of a journal, of an
/// unfinished file or of a backup. For calls that the standard library does not make: it does the same.
pub fn fit(path: &Path) -> Cow<'_, Path> {
    #[cfg(windows)]
    if let Ok(full) = std::path::absolute(path)
        && let Some(marked) = marked(&full)
    {
        return Cow::Owned(marked);
    }
    Cow::Borrowed(path)
}

/// The full path with its mark; None where it is short, or has one.
#[cfg(windows)]
fn marked(full: &Path) -> Option<std::path::PathBuf> {
    use std::os::windows::ffi::OsStrExt;
    /// Room for what comes behind: `.backups\2021-12-31-000012-0123456789abcdef.db`.
    const LONG: usize = 200;
    let is_short = full.as_os_str().encode_wide().count() < LONG;
    if is_short || full.as_os_str().as_encoded_bytes().starts_with(br"\\") {
        return None;
    }
    let mut marked = std::ffi::OsString::from(r"\\?\");
    marked.push(full);
    Some(marked.into())
}
