//! Shared by the tests of reading: a list in a temporary folder, opened and read.

use std::fs;
use std::path::{Path, PathBuf};

use shuangwei::intake::{List, Options, Row, open};
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
