//! What is left of erased people in bytes: free pages, gaps between records, the journal, automatic backups. All of it is
//! written anew or over, and a search through the bytes proves it.

use std::fs;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use rusqlite::{Transaction, TransactionBehavior};

use super::erase::{self, Traces};
use super::log::Change;
use super::open::{journal_of, refused};
use super::{Store, backup, entries};
use crate::model::day::Day;
use crate::model::refusal::{FileRefusal, Step};
use crate::store::Session;

/// Holds the office file for an erasing, in a change that has changed nothing yet: nobody else gets at it until `finish`
/// or `let_go`, and the journal stays to be written over. Whoever erases meanwhile waits to begin its change: the lock is
/// kept beyond a transaction only by who has it already, or two would wait for each other.
pub fn hold(change: &Change<'_>) -> anyhow::Result<()> {
    hold_session(change.session())
}

fn hold_session(session: &Session) -> anyhow::Result<()> {
    set_journal_mode(session, "PERSIST")?;
    session.set_pragma("locking_mode", "EXCLUSIVE").map_err(Into::into)
}

/// Lets go of an office file in which nothing was erased.
pub fn let_go(store: &Store) -> anyhow::Result<()> {
    set_journal_mode(&store.session, "DELETE")?;
    store.session.set_pragma("locking_mode", "NORMAL")?;
    // The lock is given back at the next read.
    super::log::head(&store.session)?;
    Ok(())
}

/// Errors: a disk without the room that an erasing takes, which writes the whole file anew (exit 3).
pub fn check_room(store: &Store) -> anyhow::Result<()> {
    /// The file as it will be, put aside, and the journal of the file as it is.
    const COPIES: u64 = 2;
    /// For the change itself, and what the file system needs.
    const SPARE: u64 = 1 << 20;
    let wanted = COPIES * fs::metadata(&store.path).map_or(0, |meta| meta.len()) + SPARE;
    match super::medium::room(&store.path) {
        Some(room) if room < wanted => Err(refused(&store.path, FileRefusal::NoRoomToErase { wanted, room })),
        _ => Ok(()),
    }
}

/// After it: the file is written anew without its free pages and gaps, the journal is overwritten and removed, and others
/// may go on.
fn after(store: &Store) -> anyhow::Result<()> {
    write_anew(store)?;
    let journal = journal_of(&store.path);
    overwrite(&journal).map_err(|cause| Step::OverwriteJournal(journal.clone()).failed(cause))?;
    let_go(store)
}

/// Writes the file without its free pages and gaps. What is put aside for it, the whole file in between, must not reach
/// another disk, and would take as much memory as the file has bytes: it is put next to the file, under no name where the
/// system has such files.
fn write_anew(store: &Store) -> anyhow::Result<()> {
    let folder = store.path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let named = folder.to_str().is_some_and(|folder| store.session.set_pragma("temp_store_directory", folder).is_ok());
    store.session.set_pragma("temp_store", if named { "FILE" } else { "MEMORY" })?;
    store.session.execute_batch("VACUUM")?;
    if named {
        store.session.set_pragma("temp_store_directory", "")?;
    }
    store.session.set_pragma("temp_store", "DEFAULT").map_err(Into::into)
}

/// The mode must be what was asked for: SQLite answers with the one that it keeps.
fn set_journal_mode(session: &Session, mode: &str) -> anyhow::Result<()> {
    let kept: String = session.connection().pragma_update_and_check(None, "journal_mode", mode, |row| row.get(0))?;
    anyhow::ensure!(kept.eq_ignore_ascii_case(mode), "journal_mode {kept} instead of {mode}");
    Ok(())
}

fn overwrite(path: &Path) -> io::Result<()> {
    let mut file = match fs::OpenOptions::new().write(true).open(path) {
        Ok(file) => file,
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(cause) => return Err(cause),
    };
    let mut left = file.seek(SeekFrom::End(0))?;
    file.seek(SeekFrom::Start(0))?;
    let zeros = vec![0; 1 << 16];
    while left > 0 {
        let some = zeros.len().min(usize::try_from(left).unwrap_or(zeros.len()));
        file.write_all(&zeros[..some])?;
        left -= some as u64;
    }
    file.sync_all()
}

/// The automatic backups that go with an erasing.
pub enum Going<'t> {
    /// Those that have one of the traces.
    WithTraces(&'t Traces),
    /// All from before it: whose records they have is too much to look for.
    AllBefore,
}

/// All that follows an erasing: automatic backups that have what was erased go, the file and the journal are written
/// anew and over, and a new backup is taken in place of those that went; how many. The journal goes last: where it is
/// left, this was not finished.
pub fn finish(store: &Store, today: Day, going: Going<'_>) -> anyhow::Result<usize> {
    backup::clear_unfinished(&store.path)?;
    let mut removed = 0;
    match going {
        Going::WithTraces(traces) => {
            for path in backup::automatic_ones(&store.path)? {
                if occurrences(&path, traces)? > 0 {
                    backup::remove(&path)?;
                    removed += 1;
                }
            }
        }
        Going::AllBefore => {
            if let Some(entry) = entries::newest_erasing(&store.session)? {
                removed = backup::remove_before(&store.path, entry)?;
            }
        }
    }
    after(store)?;
    if removed > 0 {
        backup::automatic(store, today)?;
    }
    Ok(removed)
}

/// Whether an erasing was cut off behind its change: its journal is left, and nobody is at work. To be asked in a change:
/// before one begins, what was cut off itself is taken back, and its journal goes.
pub fn is_unfinished(store: &Store) -> anyhow::Result<bool> {
    let journal = fs::metadata(journal_of(&store.path));
    Ok(journal.is_ok_and(|journal| journal.len() > 0) && entries::newest_erasing(&store.session)?.is_some())
}

/// Ends an erasing that was cut off: whom it erased is no longer known, so every automatic backup from before the newest
/// erasing goes.
pub fn resume(store: &Store, today: Day) -> anyhow::Result<()> {
    super::open::prepare_to_change(&store.session)?;
    let transaction = Transaction::new_unchecked(store.session.connection(), TransactionBehavior::Immediate)?;
    hold_session(&store.session)?;
    transaction.commit()?;
    finish(store, today, Going::AllBefore)?;
    backup::automatic(store, today)?;
    Ok(())
}

/// How often one of the persons' own traces occurs in the bytes of the office file, its journal and its automatic
/// backups.
pub fn left(store: &Store, traces: &Traces) -> anyhow::Result<Vec<(PathBuf, usize)>> {
    let mut files = vec![store.path.clone(), journal_of(&store.path)];
    files.extend(backup::automatic_ones(&store.path)?);
    files.retain(|path| path.exists());
    files.into_iter().map(|path| occurrences(&path, traces).map(|count| (path, count))).collect()
}

fn occurrences(path: &Path, traces: &Traces) -> anyhow::Result<usize> {
    let words: Vec<String> = traces.own.iter().flat_map(|trace| erase::spellings(trace)).collect();
    let finders: Vec<_> = words.iter().map(|word| memchr::memmem::Finder::new(word.as_bytes())).collect();
    let overlap = words.iter().map(String::len).max().unwrap_or(1);
    let mut file = fs::File::open(path)?;
    let mut window: Vec<u8> = Vec::new();
    let mut count = 0;
    loop {
        // What lies across the border of two reads is counted with the second.
        let kept = window.len().min(overlap.saturating_sub(1));
        window.drain(..window.len() - kept);
        let read = Read::by_ref(&mut file).take(1 << 20).read_to_end(&mut window)?;
        if read == 0 {
            return Ok(count);
        }
        for finder in &finders {
            let border = kept.saturating_sub(finder.needle().len().saturating_sub(1));
            count += finder.find_iter(&window[border.min(window.len())..]).count();
        }
    }
}
