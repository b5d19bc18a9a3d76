//! Lists of faulty rows that lie about and were not imported again: in this folder and in the office file's.

use std::fs;
use std::path::{Path, PathBuf};

use serde::Serialize;
use sha2::{Digest, Sha256};

use super::menu;
use crate::intake;
use crate::model::fields::Field;
use crate::model::words::ListKind;
use crate::output::rejects;
use crate::store::{Session, standing};

/// A list of faulty rows that waits for its corrections.
#[derive(Serialize)]
pub struct OpenJson {
    pub file: String,
    /// What to type once it is corrected.
    pub next: String,
}

/// More files than an office's folder has are not looked at.
const MOST_FILES: usize = 2000;
/// A longer file is not a list of faulty rows.
const MOST_BYTES: u64 = 64 << 20;

/// Those whose rows are still as they were written: a corrected one that was imported is known by its bytes.
pub fn open(session: &Session, office_file: &Path) -> anyhow::Result<Vec<OpenJson>> {
    let mut open = Vec::new();
    for path in found(office_file) {
        let is_list = fs::metadata(&path).is_ok_and(|meta| meta.is_file() && meta.len() <= MOST_BYTES);
        // A file that cannot be read is nobody's business here.
        let Some(bytes) = is_list.then(|| fs::read(&path).ok()).flatten() else { continue };
        if standing::was_read(session, &Sha256::digest(&bytes).into())? {
            continue;
        }
        let file = path.display().to_string();
        let headers = headers(&bytes);
        let name = path.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
        let kind = match kind_of(&headers) {
            Some(kind) => Some(kind),
            None => intake::kind_of(&file, standing::kind_of_list(session, rejects::list_of(&name))?),
        };
        // Where that cannot be known, the program asks what a list that is named alone is of.
        let verb = kind.map_or_else(String::new, |kind| format!("{} ", command(kind, &headers)));
        let next = format!("shuangwei {verb}{}", menu::as_typed(&file));
        open.push(OpenJson { file, next });
    }
    Ok(open)
}

fn found(office_file: &Path) -> Vec<PathBuf> {
    let parent = office_file.parent().filter(|parent| !parent.as_os_str().is_empty());
    let folders = [Some(Path::new("")), parent.filter(|parent| *parent != Path::new("."))];
    let mut found = Vec::new();
    for folder in folders.into_iter().flatten() {
        let listed = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        let entries = fs::read_dir(listed).into_iter().flatten().filter_map(Result::ok).take(MOST_FILES);
        let names = entries.map(|entry| entry.file_name().to_string_lossy().into_owned());
        found.extend(names.filter(|name| rejects::is_name(name)).map(|name| folder.join(name)));
    }
    found.sort();
    found.dedup();
    found
}

/// The headers of a list of faulty rows, where it is a CSV: the program wrote it, in UTF-8.
fn headers(bytes: &[u8]) -> Vec<String> {
    let first = bytes.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let Ok(first) = std::str::from_utf8(first) else { return Vec::new() };
    let cells = first.trim_start_matches('\u{FEFF}').trim_end().split(',');
    cells.map(|cell| cell.trim_matches('"').to_owned()).collect()
}

/// Decisions are known by their headers; what one wrote by hand may never have been taken in.
fn kind_of(headers: &[String]) -> Option<ListKind> {
    let has = |field| headers.iter().any(|header| intake::field_of(ListKind::Decisions, header) == Some(field));
    (has(Field::Code) && has(Field::Outcome)).then_some(ListKind::Decisions)
}

/// The command that takes a kind of list. Decisions on what is withheld have columns of their own.
fn command(kind: ListKind, headers: &[String]) -> &'static str {
    let is_review = || {
        let of = |header: &String| intake::field_of(ListKind::Decisions, header);
        headers.iter().any(|header| matches!(of(header), Some(Field::Wording | Field::Consent)))
    };
    if kind == ListKind::Decisions && is_review() { "publish --decisions" } else { kind.command() }
}
