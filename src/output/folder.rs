//! A folder of files that is there whole or not at all: the files are written next to it, and then it changes places with
//! the one before, so that a run that is killed leaves the old folder or the new one. Knows nothing of what is in them.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::thread;

use sha2::{Digest, Sha256};
use tempfile::TempDir;

use super::file::{folder_of, private_folder, put_in_place, sync_folder, why_not};
use super::guard;
use crate::lang::output as texts;
use crate::model::exit::{Exit, stop};
use crate::model::unfinished;

/// A folder in the making.
pub struct NewFolder {
    target: PathBuf,
    stage: TempDir,
    /// Says that this command is at work on it.
    _held: Option<File>,
    way: Way,
    written: Vec<String>,
}

/// How the new folder gets to its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    /// There is none yet.
    Rename,
    /// It changes places with the old one, in one step.
    Exchange,
    /// File by file: the old one has files that are not ours, or lies where no folder can take its place.
    Files,
    /// Not at all: on a dry run.
    Nowhere,
}

/// More files are not written at the same time: each may hold a page in memory.
const AT_ONCE: usize = 4;

/// A file that was written: how long it is, and its digest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrittenFile {
    pub name: String,
    pub bytes: u64,
    pub sha256: [u8; 32],
}

impl NewFolder {
    /// Begins a folder that is to be at `target`; those above it are made. `is_ours`: the names that the new folder takes
    /// the place of; files of other names stay where they are.
    pub fn begin(target: &Path, is_ours: impl Fn(&str) -> bool) -> anyhow::Result<NewFolder> {
        check_target(target)?;
        let above = folder_of(target);
        private_folder(&above)?;
        let mut way = match target.symlink_metadata() {
            Err(_) => Way::Rename,
            Ok(found) if found.is_dir() && is_only(target, &is_ours)? && is_same_device(target, &above) => {
                Way::Exchange
            }
            Ok(_) => Way::Files,
        };
        for folder in [target, &above] {
            unfinished::clear(folder).map_err(|(left, error)| why_not(&left, error.into()))?;
        }
        let stage = match (way, unfinished::folder(if way == Way::Files { target } else { &above })) {
            (Way::Exchange, Err(_)) => {
                way = Way::Files;
                unfinished::folder(target)
            }
            (_, stage) => stage,
        };
        let (stage, held) = stage.map_err(|error| why_not(target, error.into()))?;
        Ok(NewFolder { target: target.to_owned(), stage, _held: held, way, written: Vec::new() })
    }

    /// Begins one that gets to no place: nothing is left of it, nor of the folders above it that there are not.
    pub fn begin_dry(target: &Path) -> anyhow::Result<NewFolder> {
        check_target(target)?;
        let above = folder_of(target);
        let there = above.ancestors().find(|folder| folder.is_dir() || folder.as_os_str().is_empty());
        let there = there.filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let (stage, held) = unfinished::folder(there).map_err(|error| why_not(target, error.into()))?;
        Ok(NewFolder { target: target.to_owned(), stage, _held: held, way: Way::Nowhere, written: Vec::new() })
    }

    /// Writes one file of it, for its owner only (mode 0600).
    pub fn file(
        &mut self,
        name: &str,
        fill: impl FnOnce(&mut (dyn Write + Send)) -> anyhow::Result<()>,
    ) -> anyhow::Result<WrittenFile> {
        let written = self.fill(name, fill)?;
        self.written.push(written.name.clone());
        Ok(written)
    }

    /// Writes many files of it, some of them at the same time. Answers in their order.
    pub fn files<F>(&mut self, files: Vec<(String, F)>) -> anyhow::Result<Vec<WrittenFile>>
    where
        F: FnOnce(&mut (dyn Write + Send)) -> anyhow::Result<()> + Send,
    {
        let threads = thread::available_parallelism().map_or(1, usize::from).min(AT_ONCE).min(files.len());
        let waiting = Mutex::new(files.into_iter().enumerate());
        let mut written = thread::scope(|scope| {
            let workers: Vec<_> = (0..threads).map(|_| scope.spawn(|| self.fill_some(&waiting))).collect();
            let mut written = Vec::new();
            for worker in workers {
                match worker.join() {
                    Ok(some) => written.extend(some?),
                    Err(panic) => std::panic::resume_unwind(panic),
                }
            }
            anyhow::Ok(written)
        })?;
        written.sort_by_key(|(at, _)| *at);
        let written: Vec<WrittenFile> = written.into_iter().map(|(_, file)| file).collect();
        self.written.extend(written.iter().map(|file| file.name.clone()));
        Ok(written)
    }

    /// Writes files as long as some wait, each with its place among all. None waits any longer once one has failed.
    fn fill_some<F>(
        &self,
        waiting: &Mutex<impl Iterator<Item = (usize, (String, F))>>,
    ) -> anyhow::Result<Vec<(usize, WrittenFile)>>
    where
        F: FnOnce(&mut (dyn Write + Send)) -> anyhow::Result<()>,
    {
        let next = || waiting.lock().unwrap_or_else(PoisonError::into_inner).next();
        let mut written = Vec::new();
        while let Some((at, (name, fill))) = next() {
            match self.fill(&name, fill) {
                Ok(file) => written.push((at, file)),
                Err(error) => {
                    while next().is_some() {}
                    return Err(error);
                }
            }
        }
        Ok(written)
    }

    fn fill(
        &self,
        name: &str,
        fill: impl FnOnce(&mut (dyn Write + Send)) -> anyhow::Result<()>,
    ) -> anyhow::Result<WrittenFile> {
        let shown = self.target.join(name);
        let file = private_file(&self.stage.path().join(name)).map_err(|error| why_not(&shown, error.into()))?;
        let mut out = Digesting { out: BufWriter::with_capacity(1 << 16, file), digest: Sha256::new(), bytes: 0 };
        fill(&mut out).map_err(|error| why_not(&shown, error))?;
        let file = out.out.into_inner().map_err(|error| why_not(&shown, error.into_error().into()))?;
        file.sync_all().map_err(|error| why_not(&shown, error.into()))?;
        Ok(WrittenFile { name: name.to_owned(), bytes: out.bytes, sha256: out.digest.finalize().into() })
    }

    /// Puts the folder in its place. Files that the old one had and the new one has not go, if they are ours; `last` is the
    /// file that takes its place after all others where that happens one by one.
    pub fn put(mut self, is_ours: impl Fn(&str) -> bool, last: &str) -> anyhow::Result<Vec<PathBuf>> {
        for path in self.written.iter().filter(|name| !is_ours(name)).map(|name| self.target.join(name)) {
            guard::check_free(&path)?;
        }
        let files = self.written.iter().map(|name| self.target.join(name)).collect();
        if self.way == Way::Nowhere {
            return Ok(files);
        }
        sync_folder(&self.stage.path().join(last))?;
        match self.way {
            Way::Nowhere => {}
            Way::Rename => {
                let stage = self.stage.keep();
                if let Err(error) = fs::rename(&stage, &self.target) {
                    drop(fs::remove_dir_all(&stage));
                    return Err(why_not(&self.target, error.into()));
                }
            }
            Way::Exchange if exchange(self.stage.path(), &self.target) => {}
            Way::Exchange | Way::Files => {
                self.written.sort_by_key(|name| name == last);
                for name in &self.written {
                    put_in_place(&self.stage.path().join(name), &self.target.join(name))?;
                }
                for name in names(&self.target)?.iter().filter(|name| is_ours(name) && !self.written.contains(name)) {
                    let path = self.target.join(name);
                    fs::remove_file(&path).map_err(|error| why_not(&path, error.into()))?;
                }
                sync_folder(&self.target.join(last))?;
            }
        }
        sync_folder(&self.target)?;
        Ok(files)
    }
}

/// The names in a folder; none where it cannot be read.
fn names(folder: &Path) -> anyhow::Result<Vec<String>> {
    let entries = fs::read_dir(folder).map_err(|error| why_not(folder, error.into()))?;
    let names = entries.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()));
    names.collect::<io::Result<_>>().map_err(|error| why_not(folder, error.into()))
}

/// Errors: a file in the folder's place, or the office file or what belongs to it (exit 3).
fn check_target(target: &Path) -> anyhow::Result<()> {
    if target.exists() && !target.is_dir() {
        return Err(stop(Exit::Refused, texts::not_a_folder(target.display())));
    }
    guard::check_folder(target)
}

fn is_only(folder: &Path, is_ours: &impl Fn(&str) -> bool) -> anyhow::Result<bool> {
    Ok(names(folder)?.iter().all(|name| is_ours(name)))
}

#[cfg(unix)]
fn is_same_device(one: &Path, other: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    match (fs::metadata(one), fs::metadata(other)) {
        (Ok(one), Ok(other)) => one.dev() == other.dev(),
        _ => false,
    }
}

#[cfg(not(unix))]
fn is_same_device(_: &Path, _: &Path) -> bool {
    false
}

/// Lets two folders change places, the new one as readable as the old one was. Whether it did: not every system can.
#[cfg(target_os = "linux")]
fn exchange(new: &Path, old: &Path) -> bool {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    let is_alike = fs::metadata(old).and_then(|found| fs::set_permissions(new, found.permissions())).is_ok();
    is_alike && renameat_with(CWD, new, CWD, old, RenameFlags::EXCHANGE).is_ok()
}

#[cfg(not(target_os = "linux"))]
fn exchange(_: &Path, _: &Path) -> bool {
    false
}

fn private_file(path: &Path) -> io::Result<File> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    options.open(path)
}

/// Counts and digests what goes through it.
struct Digesting {
    out: BufWriter<File>,
    digest: Sha256,
    bytes: u64,
}

impl Write for Digesting {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.out.write(bytes)?;
        self.digest.update(&bytes[..written]);
        self.bytes += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn write(target: &Path, files: &[(&str, &str)]) -> anyhow::Result<Vec<PathBuf>> {
        let is_ours = |name: &str| name.ends_with(".csv");
        let mut folder = NewFolder::begin(target, is_ours)?;
        for (name, text) in files {
            folder.file(name, |out| Ok(out.write_all(text.as_bytes())?))?;
        }
        folder.put(is_ours, "a.csv")
    }

    fn found(folder: &Path) -> Vec<(String, String)> {
        let mut found: Vec<_> = names(folder)
            .unwrap()
            .into_iter()
            .map(|name| (name.clone(), fs::read_to_string(folder.join(name)).unwrap_or_default()))
            .collect();
        found.sort();
        found
    }

    fn pairs(files: &[(&str, &str)]) -> Vec<(String, String)> {
        files.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
    }

    #[test]
    fn new_folder_takes_the_place_of_the_old_one() {
        let above = tempfile::tempdir().unwrap();
        let target = above.path().join("四月/发布");
        write(&target, &[("a.csv", "一"), ("b.csv", "二")]).unwrap();
        write(&target, &[("a.csv", "三")]).unwrap();
        assert_eq!(found(&target), pairs(&[("a.csv", "三")]));
        assert_eq!(names(target.parent().unwrap()).unwrap(), ["发布"], "nothing is left beside it");
    }

    #[test]
    fn files_that_are_not_ours_stay() {
        let above = tempfile::tempdir().unwrap();
        let target = above.path().join("发布");
        write(&target, &[("a.csv", "一"), ("b.csv", "二")]).unwrap();
        fs::write(target.join("笔记.txt"), "我的").unwrap();
        write(&target, &[("a.csv", "三")]).unwrap();
        assert_eq!(found(&target), pairs(&[("a.csv", "三"), ("笔记.txt", "我的")]));
    }

    #[test]
    fn folder_that_is_not_finished_leaves_nothing() {
        let above = tempfile::tempdir().unwrap();
        let target = above.path().join("发布");
        let mut folder = NewFolder::begin(&target, |_| true).unwrap();
        folder.file("a.csv", |out| Ok(out.write_all(b"half")?)).unwrap();
        drop(folder);
        assert_eq!(names(above.path()).unwrap(), Vec::<String>::new());
        fs::write(&target, "").unwrap();
        assert!(NewFolder::begin(&target, |_| true).is_err());
    }
}
