//! `publish --check FOLDER`: reads a finished pack again, byte by byte: whether its files are as they were written, and
//! whether anything private is in them.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use serde::Serialize;
use sha2::{Digest, Sha256};

use super::Args;
use super::making::header_of;
use super::write::is_data_whole;
use crate::desk::wall::{each_known_name, public_text};
use crate::desk::{Context, warn};
use crate::lang::publish as texts;
use crate::model::exit::{Exit, stop};
use crate::model::text::hex;
use crate::output::{Cell, Sheet};
use crate::privacy::KnownNames;
use crate::publish::check::{Approved, Check, Known, OwnWords};
use crate::publish::data::{self, Header};
use crate::store::{Session, pack};

#[derive(Debug, Serialize)]
struct Document {
    folder: String,
    files: usize,
    fingerprint: String,
    findings: Vec<Finding>,
}

#[derive(Debug, Serialize)]
struct Finding {
    file: String,
    /// The part of a document or a workbook.
    part: Option<String>,
    line: Option<usize>,
    /// `missing`, `changed`, `foreign`, or what is private.
    what: &'static str,
    reason: String,
}

pub fn run(folder: &Path, args: &Args, context: &Context) -> anyhow::Result<Exit> {
    args.answer.check()?;
    let no_pack = || stop(Exit::Refused, texts::no_pack(folder.display()));
    let header = header_of(folder).ok_or_else(no_pack)?;
    let store = context.open()?;
    let reading = store.read()?;
    let (known, own) = (known(&reading)?, OwnWords::of(&header));
    reading.finish()?;
    let mut findings = Vec::new();
    if !is_data_whole(folder) {
        findings.push(Finding::of(data::NAME, "changed", texts::check_fingerprint(data::NAME)));
    }
    let names = names(folder)?;
    for written in header.files.iter().filter(|written| !names.contains(&written.name)) {
        findings.push(Finding::of(&written.name, "missing", texts::check_missing(&written.name)));
    }
    let mut check = Check::new(&known, &own);
    for name in &names {
        let bytes = fs::read(folder.join(name))?;
        findings.extend(as_written(name, &bytes, &header));
        findings.extend(check.leaks(name, &bytes).into_iter().map(|leak| Finding {
            reason: texts::check_leak(
                texts::check_place(name, leak.at.part.as_deref(), leak.at.line),
                leak.kind.label(),
                &leak.shown,
            ),
            file: name.clone(),
            part: leak.at.part,
            line: Some(leak.at.line),
            what: leak.kind.code(),
        }));
    }
    let document = Document {
        folder: folder.display().to_string(),
        files: names.len(),
        fingerprint: header.fingerprint,
        findings,
    };
    document.print(args, context)
}

impl Finding {
    fn of(file: &str, what: &'static str, reason: String) -> Finding {
        Finding { file: file.to_owned(), part: None, line: None, what, reason }
    }
}

impl Document {
    fn print(&self, args: &Args, context: &Context) -> anyhow::Result<Exit> {
        let mut sheet = Sheet::new(texts::check_headers());
        for finding in &self.findings {
            warn(&finding.reason);
            sheet.rows.push(vec![Cell::text_of(&finding.file), Cell::text_of(&finding.reason)]);
        }
        if self.findings.is_empty() {
            context.note(texts::check_clean(self.files, &self.folder));
        } else {
            context.note(texts::check_found(self.findings.len(), self.files, &self.folder));
        }
        args.answer.write(&sheet, self, context)?;
        Ok(if self.findings.is_empty() { Exit::Done } else { Exit::Partly })
    }
}

/// Why a file is not as it was written.
fn as_written(name: &str, bytes: &[u8], header: &Header) -> Option<Finding> {
    if name == data::NAME {
        return None;
    }
    match header.files.iter().find(|file| file.name == name) {
        None => Some(Finding::of(name, "foreign", texts::check_foreign(name))),
        Some(file) if file.sha256 != hex(&Sha256::digest(bytes)) => {
            Some(Finding::of(name, "changed", texts::check_changed(name)))
        }
        Some(_) => None,
    }
}

/// What the office knows that a pack must not contain: its people's names, but for those who agreed.
fn known(session: &Session) -> anyhow::Result<Known> {
    let names = pack::names(session)?;
    let (mut agreed, mut approved, mut codes) = (names.agreed, Approved::default(), HashSet::new());
    pack::each_need(session, |need| {
        agreed.extend(need.public_name.clone().filter(|name| !name.trim().is_empty()));
        codes.extend(need.public_code.clone());
        if need.wording_checked {
            approved.add(&public_text(&need));
        }
        Ok(())
    })?;
    let mut left = KnownNames::default();
    each_known_name(session, None, |name| {
        if !agreed.contains(name) {
            left.add(name);
        }
    })?;
    Ok(Known { names: left, agreed, approved, places: names.others, codes })
}

/// The files in a folder and those below it, by their paths from it.
fn names(folder: &Path) -> anyhow::Result<Vec<String>> {
    let (mut folders, mut names) = (vec![PathBuf::new()], Vec::new());
    while let Some(below) = folders.pop() {
        for entry in fs::read_dir(folder.join(&below))? {
            let entry = entry?;
            let path = below.join(entry.file_name());
            if entry.file_type()?.is_dir() {
                folders.push(path);
            } else {
                names.push(path.display().to_string());
            }
        }
    }
    names.sort();
    Ok(names)
}
