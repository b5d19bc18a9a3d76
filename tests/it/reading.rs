//! Reading of every format that a list comes in: for each way in which files differ, a small input and its right value. The
//! modules go by what differs; what they share is here.

mod formats;
mod joined;
mod names;
mod refused;
mod same_records;
mod shown;
mod variants;
mod words;
pub mod xls;

use std::fs;
use std::path::{Path, PathBuf};

use shuangwei::intake::{List, Options, Read, Row, open};
use shuangwei::model::draft::{Draft, NeedDraft};
use shuangwei::model::fields::Field;
use shuangwei::model::words::ListKind;

/// A temporary folder and its lists.
pub struct Folder(pub tempfile::TempDir);

impl Folder {
    pub fn new() -> Folder {
        Folder(tempfile::tempdir().unwrap())
    }

    pub fn list(&self, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.0.path().join("list.csv");
        fs::write(&path, bytes).unwrap();
        path
    }
}

fn only(mut lists: Vec<List>) -> List {
    assert_eq!(lists.len(), 1);
    lists.remove(0)
}

/// Opens without options.
pub fn open_path(path: &Path, kind: ListKind) -> anyhow::Result<List> {
    open(path.to_str().unwrap(), kind, &Options::default()).map(only)
}

/// Reads a whole list without options.
pub fn read(kind: ListKind, bytes: impl AsRef<[u8]>) -> anyhow::Result<(List, Vec<Row>)> {
    read_with(kind, &Options::default(), bytes)
}

/// Reads a whole list.
pub fn read_with(kind: ListKind, options: &Options, bytes: impl AsRef<[u8]>) -> anyhow::Result<(List, Vec<Row>)> {
    let folder = Folder::new();
    let path = folder.list(bytes);
    let list = only(open(path.to_str().unwrap(), kind, options)?);
    let rows = list.rows()?.collect::<anyhow::Result<Vec<Row>>>()?;
    Ok((list, rows))
}

/// A file of tests/lists/reading.
pub fn sample(name: &str) -> Vec<u8> {
    fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/lists/reading").join(name)).unwrap()
}

/// The wishes of a list that is sound.
pub fn wishes(bytes: impl AsRef<[u8]>) -> Vec<NeedDraft> {
    let (_, rows) = read(ListKind::Wishes, bytes).unwrap();
    wishes_of(rows)
}

pub fn wishes_of(rows: Vec<Row>) -> Vec<NeedDraft> {
    let mut wishes = Vec::new();
    for row in rows {
        match row.read {
            Read::Draft { draft: Draft::Need(need), .. } => wishes.push(*need),
            Read::Heading(_) | Read::Skipped => {}
            other => panic!("row {}: {other:?}", row.number),
        }
    }
    wishes
}

/// The value of a field as it would be exported; blank where there is none.
pub fn value(need: &NeedDraft, field: Field) -> String {
    need.values.get(field).map(ToString::to_string).unwrap_or_default()
}

/// These fields of each wish.
pub fn values(needs: &[NeedDraft], fields: &[Field]) -> Vec<Vec<String>> {
    needs.iter().map(|need| fields.iter().map(|field| value(need, *field)).collect()).collect()
}

/// The faults and warnings of a row, and what is wrong with cells that wait, by their codes.
pub fn troubles(row: &Row) -> Vec<&'static str> {
    match &row.read {
        Read::Draft { warnings, waiting, .. } => {
            warnings.iter().chain(waiting.iter().map(|one| &one.fault)).map(|fault| fault.why.code()).collect()
        }
        Read::Faulty(faults) => faults.iter().map(|fault| fault.why.code()).collect(),
        Read::Heading(_) | Read::Skipped => vec!["skipped"],
    }
}

/// The message of a list that is refused.
pub fn refusal(bytes: impl AsRef<[u8]>) -> String {
    let folder = Folder::new();
    let path = folder.list(bytes);
    let refused =
        open_path(&path, ListKind::Wishes).and_then(|list| list.rows()?.collect::<anyhow::Result<Vec<Row>>>());
    format!("{:#}", refused.expect_err("should be refused"))
}
