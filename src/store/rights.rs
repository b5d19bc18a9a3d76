//! Whether other users of the machine may get at an office file: read it or its backups, or put something in its folder.

use std::path::Path;

pub use crate::model::access::{Open, close};
use crate::model::access::{Others, open};

use super::backup;
use super::open::{folder_of, journal_of};

/// The office file, its folder and its backups' folder, where they are open to others: cheap enough for every command.
pub fn open_to_others(office_file: &Path) -> Vec<Open> {
    let places = [
        (office_file.to_owned(), Others::Nothing),
        (folder_of(office_file).to_owned(), Others::Look),
        (backup::folder_for(office_file), Others::Nothing),
    ];
    places.into_iter().filter_map(|(path, allowed)| open(path, allowed)).collect()
}

/// The same, with the journal and every backup.
pub fn all_open_to_others(office_file: &Path) -> anyhow::Result<Vec<Open>> {
    let mut all = open_to_others(office_file);
    let files = [journal_of(office_file)].into_iter().chain(backup::automatic_ones(office_file)?);
    all.extend(files.filter_map(|path| open(path, Others::Nothing)));
    Ok(all)
}
