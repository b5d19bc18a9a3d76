//! Whether other users of the machine may get at an office file: read it or its backups, or put something in its folder.

use std::fs;
use std::path::{Path, PathBuf};

use super::backup;
use super::open::{folder_of, journal_of};

/// A file or folder that others may get at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Open {
    pub path: PathBuf,
    /// Its rights, as `chmod` writes them.
    pub mode: u32,
    /// Those of them that others should not have.
    others: u32,
}

impl Open {
    /// A folder of everybody's, as the system's for temporary files: nobody's to close, and no place for an office file.
    pub fn is_common(&self) -> bool {
        const STICKY: u32 = 0o1000;
        self.mode & STICKY != 0
    }
}

/// What others may do with a file that has people's data: nothing.
const OF_OTHERS: u32 = 0o007;
/// With its folder: look, not put anything there.
const WRITE_OF_OTHERS: u32 = 0o002;

/// The office file, its folder and its backups' folder, where they are open to others: cheap enough for every command.
pub fn open_to_others(office_file: &Path) -> Vec<Open> {
    let places = [
        (office_file.to_owned(), OF_OTHERS),
        (folder_of(office_file).to_owned(), WRITE_OF_OTHERS),
        (backup::folder_for(office_file), OF_OTHERS),
    ];
    places.into_iter().filter_map(|(path, closed)| open(path, closed)).collect()
}

/// The same, with the journal and every backup.
pub fn all_open_to_others(office_file: &Path) -> anyhow::Result<Vec<Open>> {
    let mut all = open_to_others(office_file);
    let files = [journal_of(office_file)].into_iter().chain(backup::automatic_ones(office_file)?);
    all.extend(files.filter_map(|path| open(path, OF_OTHERS)));
    Ok(all)
}

/// Takes the rights of others away. Errors: what belongs to somebody else.
pub fn close(open: &Open) -> std::io::Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(&open.path, fs::Permissions::from_mode(open.mode & !open.others))
    }
    #[cfg(not(unix))]
    {
        let _unused = open;
        Ok(())
    }
}

#[cfg(unix)]
fn open(path: PathBuf, closed: u32) -> Option<Open> {
    use std::os::unix::fs::PermissionsExt;
    let mode = fs::metadata(&path).ok()?.permissions().mode() & 0o7777;
    (mode & closed != 0).then_some(Open { path, mode, others: closed })
}

#[cfg(not(unix))]
fn open(path: PathBuf, _closed: u32) -> Option<Open> {
    // Who may get at a file is not said by its attributes there.
    let _unused = (path, fs::metadata::<&Path>);
    None
}
