//! Randomly damaged lists are read or refused, never a panic, and a second reading gives the same answer. One second with the other tests;
//! `SHUANGWEI_FUZZ_SECONDS=60` for a minute, as CI does.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use shuangwei::intake::{Options, WantedSheet, every_cell, open};
use shuangwei::model::words::ListKind;

use crate::workbook::{parts_of, zipped};

/// A generator of our own, so that a failure can be reproduced by its seed.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, most: usize) -> usize {
        usize::try_from(self.next() % (most.max(1) as u64)).unwrap()
    }
}

/// Some bytes changed, cut out, doubled or cut off.
fn damaged(bytes: &mut Vec<u8>, random: &mut Random) {
    const WORDS: [&[u8]; 10] =
        [b"\"", b"\0", b"<", b">", b"&#0;", b"\r", b"-1", b"4294967296", b"1E999", b"\xFF\xFF\xFF\xFF"];
    for _ in 0..=random.below(6) {
        let at = random.below(bytes.len());
        match random.below(7) {
            _ if bytes.is_empty() => return,
            0 => bytes[at] = random.next() as u8,
            1 => bytes[at] ^= 1 << random.below(8),
            2 => bytes.truncate(at),
            3 => drop(bytes.drain(at..(at + random.below(40)).min(bytes.len()))),
            4 => drop(bytes.splice(at..at, WORDS[random.below(WORDS.len())].iter().copied())),
            5 => {
                let end = (at + random.below(200)).min(bytes.len());
                let again = bytes[at..end].to_vec();
                bytes.splice(at..at, again);
            }
            _ => {
                let digits = bytes.iter().skip(at).position(u8::is_ascii_digit);
                if let Some(digit) = digits {
                    bytes[at + digit] = b'0' + random.below(10) as u8;
                }
            }
        }
    }
}

/// Every cell as one number, or what refuses the file.
fn answer(path: &Path) -> Result<u64, String> {
    let mut hasher = DefaultHasher::new();
    let read = every_cell(path.to_str().unwrap(), &Options::default(), &mut |sheet, row, cells| {
        (sheet, row, cells).hash(&mut hasher);
    });
    read.map(|()| hasher.finish()).map_err(|error| error.to_string())
}

#[test]
fn randomly_damaged_list_is_read_or_refused() {
    let seconds = std::env::var("SHUANGWEI_FUZZ_SECONDS").ok().and_then(|text| text.parse().ok()).unwrap_or(1);
    let until = Instant::now() + Duration::from_secs(seconds);
    let lists = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/lists");
    let files = ["wishes-jinhua-gbk.csv", "claims-jinhua.csv", "orgs.csv", "members-roster.xlsx", "wishes-longjin.xls"];
    let made = ["wishes-guangta.xlsx", "wishes-guangta.ods", "wishes-guangta.xls", "wishes-guangta-html.xls"];
    let files =
        files.iter().map(|file| lists.join(file)).chain(made.iter().map(|file| lists.join("libreoffice").join(file)));
    // One of each format and of each way in which files differ.
    let reading = fs::read_dir(lists.join("reading")).unwrap().map(|file| file.unwrap().path());
    let mut files: Vec<PathBuf> = files.chain(reading).collect();
    files.sort();
    let sound: Vec<Vec<u8>> = files.into_iter().map(|file| fs::read(file).unwrap()).collect();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("list");
    let mut seed = 0x5EED_u64;
    let mut rounds = 0u64;
    // At least some on the slowest machine.
    while rounds < 50 || Instant::now() < until {
        seed = seed.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut random = Random(seed | 1);
        let mut bytes = sound[random.below(sound.len())].clone();
        // Damage a part inside a zip, with valid checksums, or the file itself.
        if bytes.starts_with(b"PK") && random.below(4) > 0 {
            let mut parts = parts_of(&bytes);
            let part = random.below(parts.len());
            damaged(&mut parts[part].1, &mut random);
            bytes = zipped(&parts);
        } else {
            damaged(&mut bytes, &mut random);
        }
        fs::write(&path, &bytes).unwrap();
        let kind = ListKind::ALL[random.below(ListKind::ALL.len())];
        let options = Options { sheet: (random.below(2) == 0).then_some(WantedSheet::All), ..Options::default() };
        let read = std::panic::catch_unwind(|| {
            for list in open(path.to_str().unwrap(), kind, &options).unwrap_or_default() {
                list.rows().unwrap().for_each(drop);
            }
        });
        assert!(read.is_ok(), "seed {seed:#x} as {kind}");
        assert!(answer(&path) == answer(&path), "seed {seed:#x}: two readings differ");
        rounds += 1;
    }
    println!("{rounds} lists");
}
