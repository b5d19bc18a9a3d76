//! The bytes of a list: opened once, digested, and read again from the same open file. Knows nothing of text.

use std::fs::File;
use std::io::{self, BufReader, Read, Seek, SeekFrom, Write};
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};

use anyhow::{Context, Result, anyhow};
use sha2::Sha256;

use crate::lang::lists;
use crate::model::exit::{Exit, stop};
use crate::model::held;

/// The number of bytes read at a time.
pub const CHUNK: usize = 64 * 1024;

/// The largest list, in bytes: one of 300,000 wishes has a fifth of it.
const LARGEST: u64 = 512 << 20;

/// The file of a list, or standard input spooled into a file that only this program can see.
pub struct Source {
    pub name: String,
    /// The first bytes, at most `CHUNK`.
    pub beginning: Vec<u8>,
    /// The whole file is valid UTF-8.
    pub is_utf8: bool,
    file: Arc<File>,
    length: u64,
    position: Arc<AtomicU64>,
    digest: Mutex<Digest>,
}

/// SHA-256 of all bytes, computed on a thread of its own: only the log waits for it.
enum Digest {
    Making(JoinHandle<io::Result<[u8; 32]>>),
    Made([u8; 32]),
    Failed,
}

/// Reads the file from a position of its own, so that several may read at once.
pub struct Reader {
    file: Arc<File>,
    at: u64,
    length: u64,
    /// How far the rows have been read, for the progress bar.
    position: Arc<AtomicU64>,
}

impl Source {
    /// A text that does not come from a file.
    pub fn of_text(name: &str, text: &str) -> Result<Source> {
        Source::of_file(name, spooled(text.as_bytes())?)
    }

    /// Opens a path, or standard input for `-`, and reads it once from beginning to end.
    pub fn open(name: &str) -> Result<Source> {
        Source::of_file(name, if name == "-" { spooled(io::stdin().lock())? } else { opened(name)? })
    }

    fn of_file(name: &str, file: File) -> Result<Source> {
        let length = file.metadata().with_context(|| lists::cannot_read(name))?.len();
        if length > LARGEST {
            return Err(stop(Exit::Refused, lists::list_too_large(name, LARGEST >> 20)));
        }
        if length == 0 {
            return Err(stop(Exit::Refused, lists::empty_file(name)));
        }
        let file = Arc::new(file);
        let reader = || Reader { file: Arc::clone(&file), at: 0, length, position: Arc::default() };
        let (beginning, is_utf8) = checked(reader()).map_err(|error| not_read(name, error))?;
        let bytes = reader();
        let digest = Mutex::new(Digest::Making(thread::spawn(move || digested(bytes))));
        Ok(Source { name: name.to_owned(), beginning, is_utf8, file, length, position: Arc::default(), digest })
    }

    /// SHA-256 of all bytes.
    pub fn digest(&self) -> Result<[u8; 32]> {
        let gone = || anyhow!("the digesting thread has gone");
        let mut digest = self.digest.lock().map_err(|_| gone())?;
        let made = match std::mem::replace(&mut *digest, Digest::Failed) {
            Digest::Making(thread) => {
                thread.join().map_err(|_| gone())?.map_err(|error| not_read(&self.name, error))?
            }
            Digest::Made(made) => made,
            Digest::Failed => return Err(gone()),
        };
        *digest = Digest::Made(made);
        Ok(made)
    }

    /// Reads from the beginning, and wherever it is asked to go.
    pub fn seekable(&self) -> BufReader<Reader> {
        BufReader::new(self.reader(0))
    }

    /// Whether these bytes occur anywhere in the file.
    pub fn holds(&self, wanted: &[u8]) -> Result<bool> {
        let finder = memchr::memmem::Finder::new(wanted);
        let mut reader = self.reader(0);
        let mut window = Vec::new();
        loop {
            let read = reader.by_ref().take(4 * CHUNK as u64).read_to_end(&mut window);
            let read = read.with_context(|| lists::cannot_read(&self.name))?;
            if finder.find(&window).is_some() {
                return Ok(true);
            }
            if read == 0 {
                return Ok(false);
            }
            window.drain(..window.len().saturating_sub(wanted.len()));
        }
    }

    /// Up to which byte the rows have been read.
    pub fn position(&self) -> u64 {
        self.position.load(Ordering::Relaxed)
    }

    /// The number of bytes.
    pub fn length(&self) -> u64 {
        self.length
    }

    /// Reads from byte `at` to the end.
    pub fn reader(&self, at: u64) -> Reader {
        Reader { file: Arc::clone(&self.file), at, length: self.length, position: Arc::clone(&self.position) }
    }
}

impl Seek for Reader {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let at = match to {
            SeekFrom::Start(at) => Some(at),
            SeekFrom::End(by) => self.length.checked_add_signed(by),
            SeekFrom::Current(by) => self.at.checked_add_signed(by),
        };
        self.at = at.ok_or_else(|| io::Error::new(io::ErrorKind::InvalidInput, "before the beginning"))?;
        Ok(self.at)
    }
}

impl Read for Reader {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = read_at(&self.file, into, self.at)?;
        if read == 0 && !into.is_empty() && self.at < self.length {
            return Err(io::Error::other("the file changed while it was being read"));
        }
        self.at += read as u64;
        self.position.store(self.at, Ordering::Relaxed);
        Ok(read)
    }
}

#[cfg(unix)]
fn read_at(file: &File, into: &mut [u8], at: u64) -> io::Result<usize> {
    std::os::unix::fs::FileExt::read_at(file, into, at)
}

#[cfg(windows)]
fn read_at(file: &File, into: &mut [u8], at: u64) -> io::Result<usize> {
    std::os::windows::fs::FileExt::seek_read(file, into, at)
}

fn opened(name: &str) -> Result<File> {
    let file = File::open(name).map_err(|err| match err.kind() {
        _ if held::is_why(&err) => stop(Exit::Refused, lists::held(name)),
        io::ErrorKind::NotFound => stop(Exit::Refused, lists::no_such_file(name)),
        // Windows opens no folder as a file.
        io::ErrorKind::PermissionDenied if Path::new(name).is_dir() => stop(Exit::Refused, lists::is_a_folder(name)),
        io::ErrorKind::PermissionDenied => stop(Exit::Refused, lists::may_not_read(name)),
        _ => anyhow::Error::new(err).context(lists::cannot_read(name)),
    })?;
    let metadata = file.metadata().with_context(|| lists::cannot_read(name))?;
    if metadata.is_dir() {
        return Err(stop(Exit::Refused, lists::is_a_folder(name)));
    }
    if metadata.is_file() { Ok(file) } else { spooled(file) }
}

/// Why a list that was opened cannot be read: a program may hold its bytes, and not the file.
fn not_read(name: &str, error: io::Error) -> anyhow::Error {
    match held::is_why(&error) {
        true => stop(Exit::Refused, lists::held(name)),
        false => anyhow::Error::new(error).context(lists::cannot_read(name)),
    }
}

/// Copies a stream into a temporary file without a name (mode 0600), which can be read twice: of one that never ends no
/// more than makes it too large.
fn spooled(stream: impl Read) -> Result<File> {
    let mut file = tempfile::tempfile().with_context(lists::cannot_spool)?;
    io::copy(&mut stream.take(LARGEST + 1), &mut file).and_then(|_| file.flush()).with_context(lists::cannot_spool)?;
    Ok(file)
}

fn digested(mut reader: Reader) -> io::Result<[u8; 32]> {
    use sha2::Digest as _;
    let mut sha = Sha256::new();
    let mut buffer = vec![0; 4 * CHUNK];
    loop {
        match reader.read(&mut buffer)? {
            0 => return Ok(sha.finalize().into()),
            read => sha.update(&buffer[..read]),
        }
    }
}

fn checked(mut reader: Reader) -> io::Result<(Vec<u8>, bool)> {
    let mut beginning = Vec::new();
    let mut buffer = vec![0; 4 * CHUNK];
    let mut carried = 0;
    loop {
        let read = reader.read(&mut buffer[carried..])?;
        if read == 0 {
            return Ok((beginning, carried == 0));
        }
        let fresh = &buffer[carried..carried + read];
        beginning.extend_from_slice(&fresh[..fresh.len().min(CHUNK - beginning.len())]);
        let filled = carried + read;
        match utf8_rest(&buffer[..filled]) {
            Some(rest) => {
                buffer.copy_within(filled - rest..filled, 0);
                carried = rest;
            }
            None if beginning.len() == CHUNK => return Ok((beginning, false)),
            // Not UTF-8; only the first bytes are still needed.
            None => return beginning_of(reader, beginning).map(|beginning| (beginning, false)),
        }
    }
}

fn beginning_of(reader: Reader, mut beginning: Vec<u8>) -> io::Result<Vec<u8>> {
    let missing = (CHUNK - beginning.len()) as u64;
    reader.take(missing).read_to_end(&mut beginning)?;
    Ok(beginning)
}

/// The number of bytes at the end that begin an incomplete character; `None` where the bytes are not UTF-8.
fn utf8_rest(bytes: &[u8]) -> Option<usize> {
    match simdutf8::compat::from_utf8(bytes) {
        Ok(_) => Some(0),
        Err(err) if err.error_len().is_none() => Some(bytes.len() - err.valid_up_to()),
        Err(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spooled_stream_can_be_read_twice() {
        let bytes = "姓名\n".repeat(100_000);
        let file = spooled(bytes.as_bytes()).unwrap();
        let length = file.metadata().unwrap().len();
        let file = Arc::new(file);
        for _ in 0..2 {
            let mut text = String::new();
            Reader { file: Arc::clone(&file), at: 0, length, position: Arc::default() }
                .read_to_string(&mut text)
                .unwrap();
            assert!(text == bytes);
        }
        let (beginning, is_utf8) = checked(Reader { file, at: 0, length, position: Arc::default() }).unwrap();
        assert_eq!((beginning.len(), is_utf8), (CHUNK, true));
    }

    #[test]
    fn file_that_shrinks_while_it_is_read_is_an_error() {
        let file = Arc::new(spooled(&b"abc"[..]).unwrap());
        let mut reader = Reader { file, at: 0, length: 10, position: Arc::default() };
        assert!(reader.read_to_end(&mut Vec::new()).is_err());
    }
}
