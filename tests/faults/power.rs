//! The power is cut between any two calls: what was written since the last sync is kept, dropped, reordered or torn, and
//! so are renames since their folder's last sync. Nothing that was reported as done may be lost.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::judge::{Outcome, State, fits};
use crate::office::{self, Office};
use crate::{calls, for_each, one_of, taken};

/// Places of a command at which a sample cuts the power.
const SAMPLE: usize = 10;

/// What a command did, in its order; files by their names in the folder.
#[derive(Debug, Clone)]
enum Op {
    Create(String),
    Write {
        file: String,
        at: usize,
        bytes: Vec<u8>,
    },
    Truncate {
        file: String,
        size: usize,
    },
    Sync(String),
    Unlink(String),
    SyncFolder,
    /// The answer reached standard output.
    Answer,
}

/// The calls of a trace that touch the office file, its journal or their folder.
fn ops(trace: &str, folder: &Path) -> Vec<Op> {
    let folder = folder.canonicalize().unwrap().to_string_lossy().into_owned();
    let mut unfinished: BTreeMap<&str, &str> = BTreeMap::new();
    let mut ops = Vec::new();
    for line in trace.lines() {
        let (pid, call) = line.split_once(' ').unwrap();
        let call = call.trim_start();
        if let Some(begun) = call.strip_suffix(" <unfinished ...>") {
            unfinished.insert(pid, begun);
            continue;
        }
        let resumed;
        let call = match call.strip_prefix("<... ").and_then(|rest| rest.split_once(" resumed>")) {
            Some((_, rest)) => {
                resumed = format!("{}{rest}", unfinished.remove(pid).unwrap());
                &resumed
            }
            None => call,
        };
        ops.extend(op(call, &folder));
    }
    ops
}

fn op(call: &str, folder: &str) -> Option<Op> {
    let (name, rest) = call.split_once('(')?;
    let (arguments, result) = rest.rsplit_once(") = ")?;
    if result.starts_with('-') {
        return None;
    }
    // The name in `3</folder/name>` or `"/folder/name"`, if it is the office file's or its journal's.
    let ours = |text: &str| {
        let text = String::from_utf8(unescaped(text)).ok()?;
        let file = text.strip_prefix(folder)?.strip_prefix('/')?.to_owned();
        ["shuangwei.db", "shuangwei.db-journal"].contains(&file.as_str()).then_some(file)
    };
    let behind = |text: &str| text.split_once('<').map(|(_, path)| path.trim_end_matches('>').to_owned());
    let first = arguments.split(", ").next()?;
    let number = |text: &str| text.trim().parse::<usize>().ok();
    match name {
        "openat" if arguments.contains("O_CREAT") => Some(Op::Create(ours(&behind(result)?)?)),
        "write" if first.starts_with("1<") || first == "1" => Some(Op::Answer),
        "pwrite64" => {
            let file = ours(&behind(first)?)?;
            let (_, quoted) = arguments.split_once('"')?;
            let (bytes, place) = quoted.split_once('"')?;
            Some(Op::Write { file, at: number(place.rsplit(", ").next()?)?, bytes: unescaped(bytes) })
        }
        "fsync" | "fdatasync" => {
            let path = behind(first)?;
            let is_folder = String::from_utf8(unescaped(&path)).is_ok_and(|path| path == folder);
            if is_folder { Some(Op::SyncFolder) } else { ours(&path).map(Op::Sync) }
        }
        "ftruncate" => {
            Some(Op::Truncate { file: ours(&behind(first)?)?, size: number(arguments.rsplit(", ").next()?)? })
        }
        "unlink" => ours(first.trim_matches('"')).map(Op::Unlink),
        _ => None,
    }
}

/// strace writes bytes as `\x2f`.
fn unescaped(text: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len() / 4);
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        if *first == b'\\' && after.first() == Some(&b'x') {
            bytes.push(u8::from_str_radix(std::str::from_utf8(&after[1..3]).unwrap(), 16).unwrap());
            rest = &after[3..];
        } else {
            bytes.push(*first);
            rest = after;
        }
    }
    bytes
}

/// Seeded for each state, and the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % bound.max(1)
    }
}

/// What happens to unsynced writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    Kept,
    Dropped,
    /// Each write kept or dropped.
    Some,
    /// The writes that are kept reach the disk in another order.
    Reordered,
    /// Only some sectors of each write are kept.
    Torn,
}

const FATES: [Fate; 6] = [Fate::Kept, Fate::Dropped, Fate::Some, Fate::Some, Fate::Reordered, Fate::Torn];
const SECTOR: usize = 512;

/// Which syncs the disk honours: all of them, except in the controls.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Minds {
    files: bool,
    folders: bool,
}

/// A disk while the power is on.
#[derive(Default)]
struct Disk {
    /// Each file's bytes as they would be found, and what was not synced yet.
    files: Vec<(Vec<u8>, Vec<Op>)>,
    names: BTreeMap<String, usize>,
    durable_names: BTreeMap<String, usize>,
    /// Creations (with the file) and removals since the folder's last sync.
    unsynced_names: Vec<(String, Option<usize>)>,
}

impl Disk {
    fn with(file: &str, bytes: Vec<u8>) -> Disk {
        let names = BTreeMap::from([(file.to_owned(), 0)]);
        Disk {
            files: vec![(bytes, Vec::new())],
            names: names.clone(),
            durable_names: names,
            unsynced_names: Vec::new(),
        }
    }

    fn take(&mut self, op: &Op, minds: Minds) {
        match op {
            Op::Create(name) => {
                if !self.names.contains_key(name) {
                    self.files.push((Vec::new(), Vec::new()));
                    self.names.insert(name.clone(), self.files.len() - 1);
                    self.unsynced_names.push((name.clone(), Some(self.files.len() - 1)));
                }
            }
            Op::Write { file, .. } | Op::Truncate { file, .. } => self.files[self.names[file]].1.push(op.clone()),
            Op::Sync(file) if minds.files => {
                let (bytes, unsynced) = &mut self.files[self.names[file]];
                std::mem::take(unsynced).iter().for_each(|op| apply(bytes, op));
            }
            Op::Unlink(name) => {
                self.names.remove(name);
                self.unsynced_names.push((name.clone(), None));
            }
            Op::SyncFolder if minds.folders => {
                self.unsynced_names.clear();
                self.durable_names = self.names.clone();
            }
            Op::Sync(_) | Op::SyncFolder | Op::Answer => {}
        }
    }

    /// What is found when the power is back.
    fn after_a_cut(&self, fate: Fate, dice: &mut Dice) -> BTreeMap<String, Vec<u8>> {
        let keeps = |dice: &mut Dice| match fate {
            Fate::Kept => true,
            Fate::Dropped => false,
            Fate::Some | Fate::Reordered | Fate::Torn => dice.below(2) == 0,
        };
        let mut names = self.durable_names.clone();
        for (name, file) in &self.unsynced_names {
            match file {
                _ if !keeps(dice) => {}
                Some(file) => drop(names.insert(name.clone(), *file)),
                None => drop(names.remove(name)),
            }
        }
        let mut found = BTreeMap::new();
        for (name, file) in names {
            let (bytes, unsynced) = &self.files[file];
            let mut bytes = bytes.clone();
            let mut kept: Vec<Op> = unsynced.iter().filter(|_| keeps(dice)).cloned().collect();
            if fate == Fate::Reordered {
                for at in (1..kept.len()).rev() {
                    kept.swap(at, dice.below(at + 1));
                }
            }
            for op in &kept {
                if fate == Fate::Torn { torn(&mut bytes, op, dice) } else { apply(&mut bytes, op) }
            }
            found.insert(name, bytes);
        }
        found
    }
}

fn apply(file: &mut Vec<u8>, op: &Op) {
    match op {
        Op::Write { at, bytes, .. } => {
            if file.len() < at + bytes.len() {
                file.resize(at + bytes.len(), 0);
            }
            file[*at..at + bytes.len()].copy_from_slice(bytes);
        }
        Op::Truncate { size, .. } => file.resize(*size, 0),
        _ => {}
    }
}

/// Writes some of the sectors that a write touches.
fn torn(file: &mut Vec<u8>, op: &Op, dice: &mut Dice) {
    let Op::Write { at, bytes, file: name } = op else { return apply(file, op) };
    let mut from = 0;
    while from < bytes.len() {
        let until = bytes.len().min(from + SECTOR - (at + from) % SECTOR);
        if dice.below(2) == 0 {
            apply(file, &Op::Write { file: name.clone(), at: at + from, bytes: bytes[from..until].to_vec() });
        }
        from = until;
    }
}

/// How many states were made, and what was wrong with some.
fn replayed(before: &Office, line: &str, minds: Minds) -> (usize, Vec<String>) {
    let old = State::of(&before.path("shuangwei.db")).unwrap();
    let whole = before.file();
    let folder = tempfile::tempdir().unwrap();
    for name in before.names() {
        if before.path(&name).is_file() {
            fs::copy(before.path(&name), folder.path().join(&name)).unwrap();
        }
    }
    let trace = calls::traced(folder.path(), &before.arguments(line));
    let new = State::of(&folder.path().join("shuangwei.db")).unwrap();
    let ops = ops(&trace, folder.path());
    assert!(ops.iter().any(|op| matches!(op, Op::SyncFolder)), "{line}: the folder is not synced");
    assert!(ops.iter().any(|op| matches!(op, Op::Answer)), "{line}: there is no answer");
    // The replay itself is right: with nothing lost it ends in what the command has made.
    let mut disk = Disk::with("shuangwei.db", whole.clone());
    ops.iter().for_each(|op| disk.take(op, Minds { files: true, folders: true }));
    let found = disk.after_a_cut(Fate::Kept, &mut Dice(1));
    assert_eq!(found.keys().collect::<Vec<_>>(), ["shuangwei.db"], "{line}");
    assert!(found["shuangwei.db"] == fs::read(folder.path().join("shuangwei.db")).unwrap(), "{line}");

    let cuts = taken((0..=ops.len()).collect(), SAMPLE);
    let cuts: Vec<(usize, usize)> =
        cuts.into_iter().flat_map(|cut| (0..FATES.len()).map(move |fate| (cut, fate))).collect();
    let wrong = for_each(&cuts, |(cut, fate)| {
        let mut disk = Disk::with("shuangwei.db", whole.clone());
        ops[..*cut].iter().for_each(|op| disk.take(op, minds));
        let answered = ops[..*cut].iter().any(|op| matches!(op, Op::Answer));
        let outcome = if answered { Outcome::Ok } else { Outcome::Killed };
        let folder = tempfile::tempdir().unwrap();
        let mut dice = Dice(((cut * FATES.len() + fate + 1) as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15));
        for (name, bytes) in disk.after_a_cut(FATES[*fate], &mut dice) {
            fs::write(folder.path().join(name), bytes).unwrap();
        }
        let judged = State::of(&folder.path().join("shuangwei.db")).and_then(|found| fits(&old, &new, &found, outcome));
        judged.map_err(|why| format!("{line}, cut at {cut} of {}, {:?}: {why}", ops.len(), FATES[*fate]))
    });
    (cuts.len(), wrong)
}

fn some_verified() -> Office {
    let office = Office::published();
    office.write("w.csv", office::WISHES.replace("1990000", "1990001"));
    office.ok("collect wishes w.csv");
    office
}

const ALL: Minds = Minds { files: true, folders: true };

#[test]
fn power_cut_loses_nothing_reported_as_done() {
    if !calls::are_there() {
        return;
    }
    let mut states = 0;
    for (line, before) in [
        ("claim take 1号 --by 李梅,陈刚 --on 2021-05-01", Office::published()),
        ("withdraw 5号 --reason 搬家", Office::published()),
        ("collect wishes w.csv", {
            let office = Office::published();
            office.write("w.csv", office::WISHES.replace("1990000", "1990001"));
            office
        }),
        ("verify --all --pass", some_verified()),
        ("undo", some_verified()),
    ] {
        let (count, wrong) = replayed(&before, line, ALL);
        assert!(wrong.is_empty(), "{} of {count}:\n{}", wrong.len(), wrong.join("\n"));
        states += count;
    }
    println!("power: {states} states");
    assert!(states >= one_of().map_or(200, |step| 1000 / step), "{states}");
}

/// The controls: on a disk that ignores the syncs of folders, or of files, the same replay must find what is lost.
#[test]
fn disk_that_ignores_syncs_is_detected() {
    if !calls::are_there() {
        return;
    }
    let line = "claim take 1号 --by 李梅,陈刚 --on 2021-05-01";
    for minds in [Minds { folders: false, ..ALL }, Minds { files: false, ..ALL }] {
        let (count, wrong) = replayed(&Office::published(), line, minds);
        assert!(!wrong.is_empty(), "{minds:?}: nothing is lost in {count} states");
    }
}
