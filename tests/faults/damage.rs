//! An office file damaged in any place: `check` finds it, or everything in it is provably the same. Never a panic.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use rusqlite::Connection;

use crate::office::{self, Office, REVISIONS, TESTING};
use crate::{for_each, taken};

/// About how many damaged places a sample tries.
const SAMPLE: usize = 100;

fn campaign() -> Office {
    let office = Office::published();
    for line in [
        "claim take 1号 --by 李梅,陈刚 --on 2021-05-01",
        "claim take 9号 --by 区税务局",
        "claim complete 1号 --on 2021-05-09",
        "withdraw 5号 --reason 搬家",
        "undo",
        "erase 何静 --reason 本人要求",
    ] {
        office.ok(line);
    }
    office
}

/// Everything an office file contains, log included.
fn contents(path: &Path) -> Option<Vec<String>> {
    std::panic::catch_unwind(|| {
        let mut original = office::records(path);
        let conn = Connection::open(path).unwrap();
        let sql =
            "SELECT id || at || operator || command || coalesce(hex(source_digest), '') || hex(prev_hash) || hex(hash)
                   FROM entry ORDER BY id";
        let mut entries = conn.prepare(sql).unwrap();
        original.extend(entries.query_map([], |row| row.get::<_, String>(0)).unwrap().map(Result::unwrap));
        let sql = "SELECT id || kind || record_id || coalesce(before, '-') || coalesce(hex(salt), '-')
                     || coalesce(hex(digest), '-') || erased FROM all_revisions ORDER BY id";
        let mut revisions = conn.prepare(&format!("{REVISIONS} {sql}")).unwrap();
        original.extend(revisions.query_map([], |row| row.get::<_, String>(0)).unwrap().map(Result::unwrap));
        original
    })
    .ok()
}

struct Damage {
    what: String,
    bytes: Vec<u8>,
}

fn damages(whole: &[u8]) -> Vec<Damage> {
    let page = 8192;
    let mut damages = Vec::new();
    for at in 0..whole.len() / page {
        let mut bytes = whole.to_vec();
        bytes[at * page..(at + 1) * page].fill(0);
        damages.push(Damage { what: format!("page {at} zeroed"), bytes });
    }
    for place in 0..60 {
        let size = place * whole.len() / 60 + place * 7;
        damages.push(Damage { what: format!("cut at {size}"), bytes: whole[..size].to_vec() });
    }
    let mut dice: u64 = 0x2545_F491_4F6C_DD1D;
    for _ in 0..600 {
        dice ^= dice << 13;
        dice ^= dice >> 7;
        dice ^= dice << 17;
        let bit = (dice >> 8) as usize % (whole.len() * 8);
        let mut bytes = whole.to_vec();
        bytes[bit / 8] ^= 1 << (bit % 8);
        damages.push(Damage { what: format!("bit {bit} flipped"), bytes });
    }
    damages
}

#[test]
fn damage_anywhere_is_detected_or_harmless() {
    let office = campaign();
    let whole = office.file();
    let original = contents(&office.path("shuangwei.db")).unwrap();
    let damages = taken(damages(&whole), SAMPLE);
    let counts = std::sync::Mutex::new(BTreeMap::<&str, usize>::new());
    let silent = for_each(&damages, |Damage { what, bytes }| {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("shuangwei.db");
        fs::write(&path, bytes).unwrap();
        for line in ["check --format json", "report quota", "show 1号", "log --verify"] {
            let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_shuangwei"));
            let output = command
                .env_clear()
                .env(TESTING.0, TESTING.1)
                .current_dir(folder.path())
                .args(office.arguments(line))
                .output()
                .unwrap();
            let message = String::from_utf8_lossy(&output.stderr);
            let code = output.status.code().unwrap_or(-1);
            if !(0..=5).contains(&code) || message.contains("panicked") {
                return Err(format!("{what}: {line} ends with {code}: {message}"));
            }
            if line.starts_with("check") {
                let is_same = code == 0;
                *counts.lock().unwrap().entry(if is_same { "the same" } else { "found" }).or_default() += 1;
                let now = if is_same { contents(&path).unwrap_or_default() } else { original.clone() };
                if now != original {
                    let new: Vec<&String> = now.iter().filter(|one| !original.contains(one)).collect();
                    let gone: Vec<&String> = original.iter().filter(|one| !now.contains(one)).collect();
                    return Err(format!("{what}: check finds nothing, and it contains {new:#?} instead of {gone:#?}"));
                }
            }
        }
        Ok(())
    });
    println!("damage: {:?}", counts.into_inner().unwrap());
    assert!(silent.is_empty(), "{} of {}:\n{}", silent.len(), damages.len(), silent.join("\n"));
}

/// The control: a check that looks at SQLite's own structure alone misses some of the same damages.
#[test]
fn check_without_the_log_misses_damage() {
    let office = campaign();
    let original = contents(&office.path("shuangwei.db"));
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("shuangwei.db");
    let missed = damages(&office.file()).into_iter().rev().take(300).any(|damage| {
        fs::write(&path, damage.bytes).unwrap();
        let conn = Connection::open(&path).unwrap();
        let integrity = conn.query_row("PRAGMA integrity_check", [], |row| row.get::<_, String>(0));
        drop(conn);
        integrity.is_ok_and(|answer| answer == "ok") && contents(&path) != original
    });
    assert!(missed, "SQLite's own check finds everything: these damages try nothing");
}
