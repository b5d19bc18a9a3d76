//! Who may get at a file or a folder besides its owner, and how that is ended: by its mode on Unix, by its access list on
//! Windows (`sddl` reads and writes those as text, `windows` asks the system). Administrators and the system itself get at
//! everything, there as here, and are nobody's to keep out. Knows nothing of what is in the files.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

#[cfg(any(windows, test))]
mod sddl;
#[cfg(windows)]
mod windows;

/// A file or folder that others may get at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Open {
    pub path: PathBuf,
    pub reach: Reach,
    /// A folder of everybody's, as the system's for temporary files: nobody's to close, and no place for an office file.
    pub is_common: bool,
    allowed: Others,
}

/// How others get at it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reach {
    /// Its rights, as `chmod` writes them.
    Mode(u32),
    /// The names of the accounts and groups.
    Accounts(Vec<String>),
}

/// What others may do without harm.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Others {
    /// With a file that has people's data: nothing.
    Nothing,
    /// With its folder: look, not put anything there.
    Look,
}

/// A file or folder with which others may do more than they should. What the system does not answer is not reported.
pub fn open(path: PathBuf, allowed: Others) -> Option<Open> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        const STICKY: u32 = 0o1000;
        let mode = fs::metadata(&path).ok()?.permissions().mode() & 0o7777;
        let is_open = mode & denied(allowed) != 0;
        is_open.then_some(Open { path, reach: Reach::Mode(mode), is_common: mode & STICKY != 0, allowed })
    }
    #[cfg(windows)]
    {
        let accounts = windows::others(&path, allowed)?;
        let is_common = windows::is_common(&path);
        (!accounts.is_empty()).then_some(Open { path, reach: Reach::Accounts(accounts), is_common, allowed })
    }
}

/// Takes the rights of others away. Errors: what belongs to somebody else.
pub fn close(open: &Open) -> io::Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::metadata(&open.path)?.permissions().mode() & 0o7777;
        fs::set_permissions(&open.path, fs::Permissions::from_mode(mode & !denied(open.allowed)))
    }
    #[cfg(windows)]
    windows::close(&open.path, open.allowed)
}

/// The bits of a mode that others should not have.
#[cfg(unix)]
fn denied(allowed: Others) -> u32 {
    match allowed {
        Others::Nothing => 0o007,
        Others::Look => 0o002,
    }
}

/// Makes what was just made its owner's only, before anything is in it: on Windows, where it has the rights of the folder
/// that it was made in; on Unix it was made with a mode that says so. A medium that keeps no rights, or a share that lets
/// nobody set them, stays as it is: whoever put the file there chose that, and `open` reports it.
pub fn keep_to_owner(path: &Path) {
    #[cfg(unix)]
    let _unused = path;
    #[cfg(windows)]
    windows::keep_to_owner(path);
}

/// Makes a folder for its owner only (mode 0700), with those above it; one that is there stays as it is.
pub fn make_private_folder(path: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt;
        builder.mode(0o700);
    }
    // What is made in the first new one has its rights there.
    #[cfg(windows)]
    if let Some(first) = path.ancestors().take_while(|folder| !folder.as_os_str().is_empty() && !folder.exists()).last()
    {
        fs::create_dir(first)?;
        keep_to_owner(first);
    }
    builder.create(path)
}
