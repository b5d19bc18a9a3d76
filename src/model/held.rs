//! Files that another program holds: Excel and WPS keep a list that is open in them from being replaced, and some from
//! being read. Only Windows has such holds.

use std::io;
use std::path::Path;

/// Whether a file could not be opened, read or replaced because another program holds it.
pub fn is_why(error: &io::Error) -> bool {
    const SHARING_VIOLATION: i32 = 32;
    const LOCK_VIOLATION: i32 = 33;
    cfg!(windows) && matches!(error.raw_os_error(), Some(SHARING_VIOLATION | LOCK_VIOLATION))
}

/// Whether another program holds a file in a way that nothing can take its place. Asks by opening it to write and to be
/// removed, which changes nothing.
pub fn is_held(path: &Path) -> bool {
    #[cfg(windows)]
    {
        use std::os::windows::fs::OpenOptionsExt;
        const WRITE_AND_REMOVE: u32 = 0x4000_0000 | 0x1_0000;
        std::fs::OpenOptions::new().access_mode(WRITE_AND_REMOVE).open(path).is_err_and(|error| is_why(&error))
    }
    #[cfg(not(windows))]
    {
        let _unused = path;
        false
    }
}
