//! What was typed and not saved, by an interrupt or a no: kept next to the office file, for its owner only, and offered
//! the next time. It goes once the record is in, and with every erasing.

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::lang::ask as text;
use crate::model::words::ListKind;
use crate::output;

/// Header and answer of each field so far.
pub type Answers = Vec<(String, String)>;

#[derive(Serialize, Deserialize)]
struct Kept {
    kind: ListKind,
    answers: Answers,
}

/// The file of an office file's unsaved answers.
fn file_of(office_file: &Path) -> PathBuf {
    let mut name = office_file.file_name().map(OsString::from).unwrap_or_default();
    name.push(".typed");
    office_file.with_file_name(name)
}

/// What was typed of a record of this kind; whatever is no such file says nothing.
pub fn kept(office_file: &Path, kind: ListKind) -> Option<Answers> {
    let kept: Kept = serde_json::from_slice(&fs::read(file_of(office_file)).ok()?).ok()?;
    (kept.kind == kind && !kept.answers.is_empty()).then_some(kept.answers)
}

/// Keeps what has been typed so far.
pub fn keep(office_file: &Path, kind: ListKind, answers: &[(String, String)]) -> anyhow::Result<()> {
    let kept = Kept { kind, answers: answers.to_vec() };
    let bytes = serde_json::to_vec(&kept)?;
    output::file::write_file(&file_of(office_file), true, |out| Ok(out.write_all(&bytes)?))
}

/// Nothing of it is wanted any more.
pub fn forget(office_file: &Path) -> anyhow::Result<()> {
    let path = file_of(office_file);
    match fs::remove_file(&path) {
        Err(cause) if cause.kind() != io::ErrorKind::NotFound => {
            Err(anyhow::Error::new(cause).context(text::typed_left(path.display())))
        }
        _ => Ok(()),
    }
}
