//! Files that are written by hand, of which no more is read than anybody writes: a device or a pipe never ends.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// The largest map or file of rules, in bytes.
pub const BY_HAND: u64 = 1 << 20;
/// The largest report that is run again.
pub const REPORT: u64 = 64 << 20;

/// The longest list of codes for a command.
pub const CODES: u64 = 16 << 20;

/// Reads a whole file. Errors: those of the system; `FileTooLarge` where it goes on beyond `most` bytes.
pub fn read(path: impl AsRef<Path>, most: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(most + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > most { Err(io::ErrorKind::FileTooLarge.into()) } else { Ok(bytes) }
}
