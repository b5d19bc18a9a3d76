//! Opening and making the office file. Only `create` makes one; `open` never does.

use std::ffi::OsString;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use rusqlite::config::DbConfig;
use rusqlite::ffi;
use rusqlite::{Connection, OpenFlags, Transaction, TransactionBehavior};

use crate::model::long_path;
use crate::model::refusal::{FileRefusal, Refusal, Step};
use crate::model::unfinished;

use super::{CommitFlag, Session, Store, chain, medium, place, schema};

/// `SWEI`: what SQLite's header says of an office file, so that `file` and we know it.
const APPLICATION_ID: i64 = 0x5357_4549;
/// The schema that this program writes; a newer one is refused.
pub(super) const SCHEMA_VERSION: i64 = 9;
/// What makes an office file of an earlier version one of the next, from version 1 on. No value changes by it.
const MIGRATIONS: [&str; 8] = [
    include_str!("schema/0002.sql"),
    include_str!("schema/0003.sql"),
    include_str!("schema/0004.sql"),
    include_str!("schema/0005.sql"),
    include_str!("schema/0006.sql"),
    include_str!("schema/0007.sql"),
    include_str!("schema/0008.sql"),
    include_str!("schema/0009.sql"),
];
/// How long a command waits for another to finish, in milliseconds.
const BUSY_TIMEOUT_MS: u64 = 15_000;
/// Twice what SQLite takes by itself: a bulk import spends a sixth less on making, balancing and writing pages, and
/// larger ones make the indexes of a roster slower.
const PAGE_BYTES: i64 = 8192;
/// 8 MiB of pages: a bulk import stays well below 64 MiB in all.
pub(super) const CACHE_KIB: i64 = -8 * 1024;
/// An index is sorted alongside the thread that reads its table.
const SORTING_THREADS: i64 = 1;

/// Sets up SQLite for this process; `main` calls it before anything else, since SQLite listens only before its first use.
///
/// What a statement may have to take back stays in memory. SQLite would write more than 64 KiB of it, whole pages with
/// people's data, to the system's folder for temporary files, which no erasing reaches.
pub fn set_up() {
    // SAFETY: one integer is what this option takes, and no other thread runs yet. Where SQLite is in use already it
    // refuses, and nothing is changed.
    unsafe {
        ffi::sqlite3_config(ffi::SQLITE_CONFIG_STMTJRNL_SPILL, -1 as std::ffi::c_int);
    }
}

/// Opens an office file for reading and, where the file allows, for changing. Looks at its header, its version and the
/// newest entry of its log; the rest is `check`'s. One of an earlier version becomes one of this.
///
/// Errors: none there, a folder, one of an earlier version that cannot be written (exit 3); a text file, an empty,
/// truncated or foreign one, one of a newer version, one whose log does not end as it should (exit 4).
///
/// `committed` is set with the first change that is committed to it.
pub fn open(path: &Path, committed: &CommitFlag) -> anyhow::Result<Store> {
    let store = examine(path, committed)?;
    if !chain::ends_well(&store.session)? {
        return Err(refused(path, FileRefusal::LogEndsBadly));
    }
    if place::misplaced(&store.session)?.is_some() {
        return Err(refused(path, FileRefusal::PlacesInCircle));
    }
    Ok(store)
}

/// Opens an office file to find out what is wrong with its log, which is not looked at. Errors: as for `open`.
pub fn examine(path: &Path, committed: &CommitFlag) -> anyhow::Result<Store> {
    let store = inspect(path, committed)?;
    refuse_foreign(path, schema::foreign(&store.session, false)?)?;
    Ok(store)
}

/// Opens an office file to find out what is wrong with it: also one with tables, views, triggers or indexes of somebody
/// else's, which no question but that for the schema may be asked of then. Errors: as for `open`.
pub fn inspect(path: &Path, committed: &CommitFlag) -> anyhow::Result<Store> {
    let meta = checked(path)?;
    medium::check(path)?;
    let read_only = meta.permissions().readonly();
    let access = if read_only { OpenFlags::SQLITE_OPEN_READ_ONLY } else { OpenFlags::SQLITE_OPEN_READ_WRITE };
    let store = opened(path, Session::of_run(connect(path, access)?, committed), read_only)?;
    if store.is_older()? {
        refuse_foreign(path, schema::foreign(&store.session, true)?)?;
        if store.read_only {
            return Err(refused(path, FileRefusal::OlderAndReadOnly));
        }
        migrate(&store.session)?;
    }
    Ok(store)
}

/// Makes a file of an earlier version one of this. Errors: as for every change.
pub(super) fn migrate_copy(path: &Path) -> anyhow::Result<()> {
    migrate(&Session::new(connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?))
}

/// Opens an office file for a quick look: nothing is changed or waited for, also not to migrate one of an earlier
/// version. Errors: as for `examine`, and where it is being changed just now.
pub fn look_into(path: &Path) -> anyhow::Result<Store> {
    checked(path)?;
    medium::check(path)?;
    let store = opened(path, Session::new(connect(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?), true)?;
    store.session.connection().busy_timeout(std::time::Duration::ZERO)?;
    if store.is_older()? {
        return Err(refused(path, FileRefusal::OlderAndReadOnly));
    }
    refuse_foreign(path, schema::foreign(&store.session, false)?)?;
    Ok(store)
}

fn migrate(conn: &Session) -> anyhow::Result<()> {
    prepare_to_change(conn)?;
    let tx = Transaction::new_unchecked(conn.connection(), TransactionBehavior::Immediate)?;
    // Another command may have done it meanwhile.
    let steps = usize::try_from(version(conn)? - 1).ok().and_then(|made| MIGRATIONS.get(made..));
    for step in steps.unwrap_or_default() {
        tx.execute_batch(step)?;
    }
    tx.pragma_update(None, "user_version", SCHEMA_VERSION)?;
    Ok(tx.commit()?)
}

fn version(conn: &Session) -> rusqlite::Result<i64> {
    conn.connection().pragma_query_value(None, "user_version", |row| row.get(0))
}

impl Store {
    /// Whether an earlier version of the program made it, and it has not been migrated since.
    pub(super) fn is_older(&self) -> anyhow::Result<bool> {
        Ok(version(&self.session)? < SCHEMA_VERSION)
    }
}

/// Nothing is asked of a file in which others have put what its questions would run.
fn refuse_foreign(path: &Path, names: Vec<String>) -> anyhow::Result<()> {
    if names.is_empty() { Ok(()) } else { Err(refused(path, FileRefusal::NotOurs { names })) }
}

/// Opens a copy that nobody changes, without a lock or a journal, also on a medium that has no locks. It may be of an
/// earlier version.
pub(super) fn examine_copy(path: &Path) -> anyhow::Result<Store> {
    checked(path)?;
    if journal_of(path).exists() {
        return Err(refused(path, FileRefusal::CopyHasJournal));
    }
    let path_in_full = long_path::fit(path);
    let escaped = path_in_full.to_string_lossy().replace('%', "%25").replace('?', "%3f").replace('#', "%23");
    // What begins with two slashes would be a host's name.
    let uri = format!("file:{}?immutable=1", escaped.replace('\\', "%5c"));
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI;
    let store = opened(path, Session::new(connect(Path::new(&uri), flags)?), true)?;
    refuse_foreign(path, schema::foreign(&store.session, store.is_older()?)?)?;
    Ok(store)
}

/// The office file at `path` cannot be used.
pub(super) fn refused(path: &Path, reason: FileRefusal) -> anyhow::Error {
    anyhow::Error::new(Refusal::File { path: path.to_owned(), reason })
}

/// What can be seen before SQLite opens it.
fn checked(path: &Path) -> anyhow::Result<fs::Metadata> {
    let meta = match fs::metadata(path) {
        Ok(meta) => meta,
        Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => {
            return Err(refused(path, FileRefusal::Missing));
        }
        Err(cause) => return Err(Step::OpenFile(path.to_owned()).failed(cause).into()),
    };
    if !meta.is_file() {
        return Err(refused(path, FileRefusal::NotAFile));
    }
    check_header(path)?;
    Ok(meta)
}

fn opened(path: &Path, session: Session, read_only: bool) -> anyhow::Result<Store> {
    let version = version(&session)?;
    if version > SCHEMA_VERSION {
        return Err(refused(path, FileRefusal::Newer { version, supported: SCHEMA_VERSION }));
    }
    if version < 1 {
        return Err(refused(path, FileRefusal::Foreign));
    }
    let read_only = read_only || session.connection().is_readonly("main")?;
    Ok(Store { session, read_only, path: path.to_owned() })
}

/// Makes an office file: built next to its place, filled by `fill`, and moved there only when whole; on a dry run it is
/// taken away again. Mode 0600.
///
/// Errors: one there already, a folder that does not exist or may not be written (exit 3).
pub fn create<T>(
    path: &Path,
    committed: &CommitFlag,
    dry_run: bool,
    fill: impl FnOnce(&mut Store) -> anyhow::Result<T>,
) -> anyhow::Result<T> {
    if path.symlink_metadata().is_ok() {
        return Err(refused(path, FileRefusal::Exists));
    }
    // It would be played into the new file.
    if journal_of(path).symlink_metadata().is_ok() {
        return Err(refused(&journal_of(path), FileRefusal::JournalWithoutFile));
    }
    medium::check(path)?;
    let folder = folder_of(path);
    let building =
        unfinished::file(folder, "init-").map_err(|cause| Step::CreateFile(path.to_owned()).failed(cause))?;
    let session = Session::new(connect(building.path(), OpenFlags::SQLITE_OPEN_READ_WRITE)?);
    prepare_to_change(&session)?;
    make(&session)?;
    let mut store = Store { session, read_only: false, path: path.to_owned() };
    let filled = fill(&mut store)?;
    drop(store);
    if dry_run {
        return Ok(filled);
    }
    building
        .persist_noclobber(long_path::fit(path))
        .map_err(|failed| Step::CreateFile(path.to_owned()).failed(failed.error))?;
    committed.set();
    sync_folder(folder)?;
    Ok(filled)
}

/// What can be seen without SQLite: a text file, an empty one, a foreign one, one cut short.
fn check_header(path: &Path) -> anyhow::Result<()> {
    let (header, size) = header_and_size(path)?;
    if size == 0 {
        return Err(refused(path, FileRefusal::Empty));
    }
    if header.len() < HEADER || !header.starts_with(b"SQLite format 3\0") {
        return Err(refused(path, FileRefusal::Foreign));
    }
    let number =
        |at: usize| u64::from(u32::from_be_bytes([header[at], header[at + 1], header[at + 2], header[at + 3]]));
    if number(68) != APPLICATION_ID as u64 {
        return Err(refused(path, FileRefusal::Foreign));
    }
    let page = match u16::from_be_bytes([header[16], header[17]]) {
        1 => 65_536,
        size => u64::from(size),
    };
    let wanted = number(28) * page;
    // A journal next to it means that a change is being made, or was cut off: SQLite takes it back on opening, and the size
    // with it. Without one, a header that stays as it was, with its count of changes, shows that none ended meanwhile.
    if wanted <= size || journal_of(path).exists() {
        return Ok(());
    }
    match header_and_size(path)? {
        (again, size) if again == header && size < wanted => {
            Err(refused(path, FileRefusal::Truncated { wanted, size }))
        }
        _ => Ok(()),
    }
}

/// How long the header of a database is.
const HEADER: usize = 100;

/// The header, then the size of the file.
fn header_and_size(path: &Path) -> anyhow::Result<(Vec<u8>, u64)> {
    let read = || -> std::io::Result<_> {
        let mut header = Vec::with_capacity(HEADER);
        let file = fs::File::open(path)?;
        (&file).take(HEADER as u64).read_to_end(&mut header)?;
        Ok((header, file.metadata()?.len()))
    };
    read().map_err(|cause| Step::OpenFile(path.to_owned()).failed(cause).into())
}

/// The rollback journal that SQLite keeps next to an office file while it is changed.
pub(super) fn journal_of(path: &Path) -> PathBuf {
    let mut name = path.file_name().map(OsString::from).unwrap_or_default();
    name.push("-journal");
    path.with_file_name(name)
}

/// The folder that a path lies in.
pub(super) fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Connects to a file. All that records and rules rely on is set here, however SQLite was built.
fn connect(path: &Path, access: OpenFlags) -> anyhow::Result<Connection> {
    let flags = access | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_PRIVATE_CACHE;
    let is_uri = access.contains(OpenFlags::SQLITE_OPEN_URI);
    let named = if is_uri { path.into() } else { long_path::fit(path) };
    let conn =
        Connection::open_with_flags(&named, flags).map_err(|cause| Step::OpenFile(path.to_owned()).failed(cause))?;
    conn.busy_timeout(std::time::Duration::from_millis(BUSY_TIMEOUT_MS))?;
    conn.set_prepared_statement_cache_capacity(64);
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_FKEY, true)?;
    // A name in double quotes that is not a column is an error, not a text.
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DDL, false)?;
    conn.pragma_update(None, "cell_size_check", true)?;
    conn.pragma_update(None, "cache_size", CACHE_KIB)?;
    Ok(conn)
}

/// What only those who change an office file need: nothing that was reported as done is lost to a power cut, nothing that
/// was removed stays in the file.
pub(super) fn prepare_to_change(conn: &Session) -> rusqlite::Result<()> {
    conn.set_pragma("synchronous", "EXTRA")?;
    conn.set_pragma("secure_delete", true)?;
    conn.set_pragma("threads", SORTING_THREADS)
}

fn make(conn: &Session) -> anyhow::Result<()> {
    conn.set_pragma("page_size", PAGE_BYTES)?;
    conn.set_pragma("application_id", APPLICATION_ID)?;
    conn.execute_batch("BEGIN IMMEDIATE")?;
    make_schema(conn)?;
    conn.set_pragma("user_version", SCHEMA_VERSION)?;
    conn.execute_batch("COMMIT")?;
    Ok(())
}

/// The tables, indexes and the view of an office file.
pub(super) fn make_schema(conn: &Session) -> anyhow::Result<()> {
    conn.execute_batch(include_str!("schema/0001.sql"))?;
    conn.execute_batch(include_str!("schema/need_keys.sql"))?;
    conn.execute_batch(include_str!("schema/member_keys.sql"))?;
    conn.execute_batch(include_str!("schema/claim_keys.sql"))?;
    conn.execute_batch(include_str!("schema/indexes.sql"))?;
    MIGRATIONS.iter().try_for_each(|step| Ok(conn.execute_batch(step)?))
}

/// Makes a rename in `folder` last, where the system can.
pub(super) fn sync_folder(folder: &Path) -> anyhow::Result<()> {
    #[cfg(unix)]
    fs::File::open(folder)
        .and_then(|folder| folder.sync_all())
        .map_err(|cause| Step::CreateFile(folder.to_owned()).failed(cause))?;
    #[cfg(not(unix))]
    let _unused = folder;
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::io::{Seek, SeekFrom, Write};
    use std::sync::atomic::{AtomicBool, Ordering};
    use std::thread;

    use super::*;

    /// Page 1 of a file of so many pages of 512 bytes, changed so many times.
    fn first_page(changes: u32, pages: u32) -> Vec<u8> {
        let mut page = vec![0; 512];
        page[..16].copy_from_slice(b"SQLite format 3\0");
        page[16..18].copy_from_slice(&512_u16.to_be_bytes());
        page[24..28].copy_from_slice(&changes.to_be_bytes());
        page[28..32].copy_from_slice(&pages.to_be_bytes());
        page[68..72].copy_from_slice(&(APPLICATION_ID as u32).to_be_bytes());
        page
    }

    #[test]
    fn file_that_is_being_changed_is_not_taken_for_one_cut_short() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("office.shuangwei");
        fs::write(&path, first_page(0, 1)).unwrap();
        let is_over = AtomicBool::new(false);
        thread::scope(|scope| {
            // What SQLite does at a commit: a journal, page 1, the pages behind it, and the journal is gone.
            scope.spawn(|| {
                let mut file = fs::File::options().write(true).open(&path).unwrap();
                for changes in 1.. {
                    if is_over.load(Ordering::Relaxed) {
                        break;
                    }
                    let pages = changes % 7 + 1;
                    fs::write(journal_of(&path), "journal").unwrap();
                    file.seek(SeekFrom::Start(0)).unwrap();
                    file.write_all(&first_page(changes, pages)).unwrap();
                    file.set_len(u64::from(pages) * 512).unwrap();
                    fs::remove_file(journal_of(&path)).unwrap();
                }
            });
            let found: Vec<_> = (0..20_000).filter_map(|_| check_header(&path).err()).collect();
            is_over.store(true, Ordering::Relaxed);
            assert!(found.is_empty(), "{} of 20000, such as {:?}", found.len(), found[0]);
        });
        fs::write(&path, first_page(1, 2)).unwrap();
        assert!(check_header(&path).is_err(), "one cut short is");
    }
}
