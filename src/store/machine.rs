//! What the machine offers an office file, for those who look without opening it.

use std::path::Path;

use super::medium;

/// Errors: a network share, a sync folder (exit 3), with the way out.
pub fn check_place(office_file: &Path) -> anyhow::Result<()> {
    medium::check(office_file)
}

/// How many bytes may still be written where an office file lies, or would; None where the system does not say.
pub fn room(office_file: &Path) -> Option<u64> {
    medium::room(office_file).or_else(|| medium::room(super::open::folder_of(office_file)))
}
