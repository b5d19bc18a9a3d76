//! Copies of the office file: taken while others work on it, compared with it byte by byte, kept for seven days and four
//! weeks. And back from one, never over an office file that is there.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};
use tempfile::NamedTempFile;

use super::check::{self, Problem};
use super::log::Head;
use super::open::{folder_of, journal_of, sync_folder};
use super::{Store, log, open};
use crate::model::access;
use crate::model::day::Day;
use crate::model::long_path;
use crate::model::refusal::{BackupRefusal, FileRefusal, Refusal, Step};
use crate::model::unfinished;

/// Automatic backups that are kept: the newest of so many days, and of so many weeks.
const DAYS: usize = 7;
const WEEKS: usize = 4;
/// None is kept for longer, but the newest until there is a newer one.
const TERM_DAYS: i64 = 28;

/// What became of an automatic backup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Automatic {
    Made(PathBuf),
    /// The newest one has everything.
    Had(PathBuf),
    /// Nothing has been done yet but `init`.
    Empty,
}

/// Copies the office file to `target`, mode 0600, and compares the copy with it. Others may go on reading; whoever changes
/// something waits for the moment that it takes. Without `force` an existing file is refused. On a dry run the copy is taken
/// away again.
///
/// Errors: no room, no permission, a copy that is not the same (exit 3); damage that SQLite sees at a glance (exit 4).
pub fn write(store: &Store, target: &Path, force: bool, dry_run: bool) -> anyhow::Result<Head> {
    if fs::metadata(target).is_ok_and(|found| !found.is_file()) {
        return Err(refused(target, BackupRefusal::NotAFile));
    }
    if !force && target.symlink_metadata().is_ok() {
        return Err(refused(target, BackupRefusal::Exists));
    }
    let (copy, head) = copied(store, target)?;
    if !dry_run {
        put(copy, target, force)?;
    }
    Ok(head)
}

/// What `automatic` would do; nothing is written.
pub fn would_be_automatic(store: &Store, today: Day) -> anyhow::Result<Automatic> {
    let head = log::head(&store.session)?;
    if head.entry <= 1 {
        return Ok(Automatic::Empty);
    }
    let folder = folder_for(&store.path);
    let same = kept(&folder)?.into_iter().find(|one| one.is_of(&head));
    let made = || Automatic::Made(folder.join(Kept::new(&head, today).name()));
    Ok(same.map_or_else(made, |same| Automatic::Had(folder.join(same.name()))))
}

/// Takes the automatic backup next to the office file, unless the newest one has the same head, and lets go of old ones.
pub fn automatic(store: &Store, today: Day) -> anyhow::Result<Automatic> {
    clear_unfinished(&store.path)?;
    let head = log::head(&store.session)?;
    if head.entry <= 1 {
        return Ok(Automatic::Empty);
    }
    let folder = folder_for(&store.path);
    let kept = kept(&folder)?;
    if let Some(same) = kept.iter().find(|one| one.is_of(&head)) {
        let same = folder.join(same.name());
        for old in outdated(kept, today).iter().map(|old| folder.join(old.name())).filter(|old| *old != same) {
            remove(&old)?;
        }
        return Ok(Automatic::Had(same));
    }
    access::make_private_folder(&folder).map_err(|cause| why_not(cause, &folder))?;
    let (copy, head) = copied(store, &folder.join("backup"))?;
    let path = folder.join(Kept::new(&head, today).name());
    // Another command may have made the very same one meanwhile.
    if !path.exists() {
        put(copy, &path, true)?;
    }
    for old in outdated(self::kept(&folder)?, today) {
        remove(&folder.join(old.name()))?;
    }
    Ok(Automatic::Made(path))
}

/// Lets go of the automatic backups whose term is over. The newest goes only for a newer one: where it has not all that the
/// file has, one is taken first.
pub fn let_go(store: &Store, today: Day) -> anyhow::Result<()> {
    if kept(&folder_for(&store.path))?.iter().any(|one| one.is_over(today)) {
        automatic(store, today)?;
    }
    Ok(())
}

/// Removes what killed commands have left, unfinished, next to the office file and among its backups. What another command
/// is at work on is locked by it.
pub fn clear_unfinished(office_file: &Path) -> anyhow::Result<()> {
    let folders = [folder_of(office_file).to_owned(), folder_for(office_file)];
    for folder in folders {
        unfinished::clear(&folder).map_err(|(left, cause)| Step::RemoveBackup(left).failed(cause))?;
    }
    Ok(())
}

/// Removes a file; one that another command has let go of meanwhile is gone as well.
pub(super) fn remove(path: &Path) -> anyhow::Result<()> {
    match fs::remove_file(path) {
        Err(cause) if cause.kind() != io::ErrorKind::NotFound => {
            Err(Step::RemoveBackup(path.to_owned()).failed(cause).into())
        }
        _ => Ok(()),
    }
}

/// Removes the automatic backups from before an entry; how many.
pub(super) fn remove_before(office_file: &Path, entry: i64) -> anyhow::Result<usize> {
    let folder = folder_for(office_file);
    let mut kept = kept(&folder)?;
    kept.retain(|one| one.entry < entry);
    kept.iter().try_for_each(|one| remove(&folder.join(one.name())))?;
    Ok(kept.len())
}

/// The automatic backups of an office file.
pub fn automatic_ones(office_file: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let folder = folder_for(office_file);
    Ok(kept(&folder)?.iter().map(|one| folder.join(one.name())).collect())
}

/// The newest automatic backup of an office file, which need not be there any more, and its day.
pub fn newest_automatic(office_file: &Path) -> anyhow::Result<Option<(Day, PathBuf)>> {
    let folder = folder_for(office_file);
    let newest = kept(&folder)?.pop();
    Ok(newest.and_then(|one| Some((one.day.parse().ok()?, folder.join(one.name())))))
}

/// What became of a restoring.
#[derive(Debug)]
pub struct Restored {
    pub path: PathBuf,
    pub head: Head,
    /// What is wrong with it, though the file itself is whole.
    pub problems: Vec<Problem>,
}

/// Checks a backup and puts it in the place of `wanted`, or, if there is a file already, next to it under another name.
///
/// Errors: no such backup (exit 3); one that is damaged, foreign or newer (exit 4); no room, no permission (exit 3).
pub fn restore(backup: &Path, wanted: &Path, dry_run: bool) -> anyhow::Result<Restored> {
    if !backup.exists() {
        return Err(refused(backup, BackupRefusal::Missing { folder: folder_for(wanted) }));
    }
    let store = open::examine_copy(backup)?;
    let path = free_place(wanted);
    // A backup of an earlier version is migrated in its copy, before it is examined.
    let brought_up = if store.is_older()? {
        super::medium::check(&path)?;
        let (copy, _) = copied(&store, &path)?;
        open::migrate_copy(copy.path())?;
        Some((open::examine_copy(copy.path())?, copy))
    } else {
        None
    };
    let looked_at = brought_up.as_ref().map_or(&store, |(store, _)| store);
    let problems = check::problems(&looked_at.session, None);
    if problems.iter().any(Problem::is_damage) {
        return Err(refused(backup, BackupRefusal::Damaged));
    }
    super::medium::check(&path)?;
    let head = log::head(&looked_at.session)?;
    let copy = match brought_up {
        Some((_, copy)) => copy,
        None => copied(&store, &path)?.0,
    };
    if !dry_run {
        put(copy, &path, false)?;
    }
    Ok(Restored { path, head, problems })
}

/// A copy next to its place, of one moment, and the head of its log.
fn copied(store: &Store, target: &Path) -> anyhow::Result<(NamedTempFile, Head)> {
    let mut copy = beside(target)?;
    let reading = store.read()?;
    // The first read takes the lock that keeps the file as it is, and takes back what a cut-off change has left.
    let head = log::head(&reading)?;
    let mut source = fs::File::open(&store.path).map_err(|cause| Step::OpenFile(store.path.clone()).failed(cause))?;
    let digest = copy_all(&mut source, &mut copy).map_err(|cause| why_not(cause, target))?;
    copy.as_file().sync_all().map_err(|cause| why_not(cause, target))?;
    // Closing the file gives SQLite's lock up: not before all has been read.
    drop(source);
    reading.finish()?;
    let mut again = fs::File::open(copy.path()).map_err(|cause| Step::ReadBackup(target.to_owned()).failed(cause))?;
    if copy_all(&mut again, &mut io::sink())? != digest {
        return Err(refused(target, BackupRefusal::Differs));
    }
    let stored = open::examine_copy(copy.path())?;
    if !check::quick(&stored.session)?.is_empty() {
        return Err(open::refused(&store.path, FileRefusal::Damaged));
    }
    if log::head(&stored.session)? != head {
        return Err(refused(target, BackupRefusal::Differs));
    }
    Ok((copy, head))
}

/// SHA-256 of what was copied.
fn copy_all(from: &mut impl Read, to: &mut impl Write) -> io::Result<[u8; 32]> {
    let mut hasher = Sha256::new();
    let mut buffer = vec![0; 1 << 14];
    loop {
        let read = from.read(&mut buffer)?;
        if read == 0 {
            return Ok(hasher.finalize().into());
        }
        hasher.update(&buffer[..read]);
        to.write_all(&buffer[..read])?;
    }
}

fn beside(target: &Path) -> anyhow::Result<NamedTempFile> {
    let folder = folder_of(target);
    if !folder.is_dir() {
        return Err(refused(folder, BackupRefusal::NoFolder));
    }
    unfinished::file(folder, "backup-").map_err(|cause| why_not(cause, target))
}

fn put(copy: NamedTempFile, target: &Path, force: bool) -> anyhow::Result<()> {
    let place = long_path::fit(target);
    let renamed = if force { copy.persist(&place) } else { copy.persist_noclobber(&place) };
    if let Err(failed) = renamed {
        return Err(match failed.error.kind() {
            io::ErrorKind::AlreadyExists => refused(target, BackupRefusal::Exists),
            _ => why_not(failed.error, target),
        });
    }
    sync_folder(folder_of(target))
}

fn refused(path: &Path, reason: BackupRefusal) -> anyhow::Error {
    anyhow::Error::new(Refusal::Backup { path: path.to_owned(), reason })
}

fn why_not(cause: io::Error, target: &Path) -> anyhow::Error {
    match cause.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => {
            refused(target, BackupRefusal::DiskFull)
        }
        _ => Step::WriteBackup(target.to_owned()).failed(cause).into(),
    }
}

/// The folder of an office file's automatic backups: `shuangwei.db.backups`.
pub(super) fn folder_for(office_file: &Path) -> PathBuf {
    let mut name = office_file.file_name().map(OsString::from).unwrap_or_default();
    name.push(".backups");
    office_file.with_file_name(name)
}

/// An automatic backup, as its name says: `2021-12-31-000012-0123456789abcdef.db`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Kept {
    day: String,
    entry: i64,
    hash: String,
}

impl Kept {
    fn new(head: &Head, day: Day) -> Kept {
        Kept { day: day.to_string(), entry: head.entry, hash: short(head) }
    }

    fn is_of(&self, head: &Head) -> bool {
        self.entry == head.entry && self.hash == short(head)
    }

    fn name(&self) -> String {
        format!("{}-{:06}-{}.db", self.day, self.entry, self.hash)
    }

    fn of(name: &str) -> Option<Kept> {
        let (day, rest) = (name.get(..10)?, name.get(11..)?);
        let (entry, hash) = rest.strip_suffix(".db")?.split_once('-')?;
        let kept = Kept { day: day.to_owned(), entry: entry.parse().ok()?, hash: hash.to_owned() };
        (day.parse::<Day>().is_ok() && kept.name() == name).then_some(kept)
    }

    /// Its term is over, so that what was erased from the file by its own time is not kept here for ever.
    fn is_over(&self, today: Day) -> bool {
        let last = today.date().saturating_sub(jiff::Span::new().days(TERM_DAYS));
        self.day.parse::<Day>().is_ok_and(|day| day.date() < last)
    }

    /// The day's ISO week.
    fn week(&self) -> Option<(i16, i8)> {
        let date = self.day.parse::<Day>().ok()?.date().iso_week_date();
        Some((date.year(), date.week()))
    }
}

fn short(head: &Head) -> String {
    head.hash_hex()[..16].to_owned()
}

/// Those that are there, the newest last. Other files of the folder are nobody's business.
fn kept(folder: &Path) -> anyhow::Result<Vec<Kept>> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(cause) => return Err(why_not(cause, folder)),
    };
    let mut kept = Vec::new();
    for entry in entries {
        let name = entry.map_err(|cause| why_not(cause, folder))?.file_name();
        kept.extend(name.to_str().and_then(Kept::of));
    }
    kept.sort();
    Ok(kept)
}

/// Those whose term is over, and those that are neither the newest of one of the last days nor of one of the last weeks that
/// have any. Never the newest of all.
fn outdated(kept: Vec<Kept>, today: Day) -> Vec<Kept> {
    let (mut days, mut weeks) = (BTreeSet::new(), BTreeSet::new());
    let mut outdated = Vec::new();
    for (newer, one) in kept.into_iter().rev().enumerate() {
        if newer > 0 && one.is_over(today) {
            outdated.push(one);
            continue;
        }
        let of_day = days.len() < DAYS && !days.contains(&one.day);
        let of_week = weeks.len() < WEEKS && !weeks.contains(&one.week());
        if !of_day && !of_week {
            outdated.push(one);
            continue;
        }
        days.insert(one.day.clone());
        weeks.insert(one.week());
    }
    outdated
}

/// `wanted` where there is no file, else a name next to it. A journal without its office file would be played into whatever
/// is put there.
fn free_place(wanted: &Path) -> PathBuf {
    let is_free = |path: &Path| path.symlink_metadata().is_err() && journal_of(path).symlink_metadata().is_err();
    if is_free(wanted) {
        return wanted.to_owned();
    }
    let stem = wanted.file_stem().unwrap_or_default().to_string_lossy();
    let beside = (1..).map(|count| match count {
        1 => wanted.with_file_name(format!("{stem}-restored.db")),
        count => wanted.with_file_name(format!("{stem}-restored-{count}.db")),
    });
    beside.into_iter().find(|path| is_free(path)).unwrap_or_else(|| wanted.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept_of(day: &str, entry: i64) -> Kept {
        Kept { day: day.to_owned(), entry, hash: "0123456789abcdef".to_owned() }
    }

    #[test]
    fn a_backup_s_name_says_what_it_is_and_other_files_are_left_alone() {
        let one = kept_of("2021-12-31", 12);
        assert_eq!(one.name(), "2021-12-31-000012-0123456789abcdef.db");
        assert_eq!(Kept::of(&one.name()), Some(one));
        for other in
            ["shuangwei.db", "2021-12-31.db", "2021-13-31-000012-0123456789abcdef.db", "2021-12-31-12-ab.db", "报表"]
        {
            assert_eq!(Kept::of(other), None, "{other}");
        }
    }

    #[test]
    fn the_newest_of_seven_days_and_four_weeks_are_kept() {
        // Twice a day for forty days from Monday 2021-03-01.
        let first = jiff::civil::date(2021, 3, 1);
        let mut kept = Vec::new();
        for day in 0..40_i64 {
            let date = first.checked_add(jiff::Span::new().days(day)).unwrap();
            for half in 0..2 {
                kept.push(kept_of(&date.to_string(), day * 2 + half));
                kept.sort();
                let old = outdated(kept.clone(), Day::new(date).unwrap());
                kept.retain(|one| !old.contains(one));
            }
        }
        let days: Vec<&str> = kept.iter().map(|one| one.day.as_str()).collect();
        // The last day is Friday 2021-04-09; the Sundays of the weeks before it, then the last seven days.
        let wanted = [
            "2021-03-21",
            "2021-03-28",
            "2021-04-03",
            "2021-04-04",
            "2021-04-05",
            "2021-04-06",
            "2021-04-07",
            "2021-04-08",
            "2021-04-09",
        ];
        assert_eq!(days, wanted);
        assert!(kept.iter().all(|one| one.entry % 2 == 1), "the newest of each day");
    }
}
