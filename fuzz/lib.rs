//! What each fuzz target checks: bytes are read into cells or refused, without a panic, and a second reading gives the same
//! answer. `cargo +nightly fuzz run xlsx ../tests/lists/reading`; on a stable compiler `tests/it/fuzz.rs` does the same with
//! a generator of its own.

use std::io::{Cursor, Write};

use shuangwei::intake::{Options, every_cell};

/// Reads the bytes twice. `beginning` is what a file of the format begins with.
pub fn check(beginning: &[u8], bytes: &[u8]) {
    let mut file = tempfile::NamedTempFile::new().expect("a temporary file");
    file.write_all(beginning).and_then(|()| file.write_all(bytes)).expect("room for a list");
    let path = file.path().to_str().expect("a path that is text");
    assert_eq!(answer(path), answer(path), "two readings differ");
}

/// Reads the bytes as one part of a zip whose other parts are sound.
pub fn check_part(sound: &[(&str, &str)], part: &str, bytes: &[u8]) {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    for (name, bytes) in sound.iter().map(|(name, text)| (*name, text.as_bytes())).chain([(part, bytes)]) {
        zip.start_file(name, options).and_then(|()| Ok(zip.write_all(bytes)?)).expect("a part of a zip");
    }
    check(&[], &zip.finish().expect("a zip").into_inner());
}

fn answer(path: &str) -> (Vec<String>, Option<String>) {
    let mut rows = Vec::new();
    let read = every_cell(path, &Options::default(), &mut |sheet, row, cells| {
        rows.push(format!("{sheet} {row} {cells:?}"));
    });
    (rows, read.err().map(|error| error.to_string()))
}
