//! Places that are full, read-only, too small or missing.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use crate::judge::{Outcome, State, fits};
use crate::office::{Office, TESTING};
use crate::{calls, missing, parts};

/// How file systems are mounted here, in a table of mounts that ends with the script.
fn mounts() -> Option<&'static str> {
    let is_root = fs::metadata("/proc/self").is_ok_and(|meta| std::os::unix::fs::MetadataExt::uid(&meta) == 0);
    let flags = if is_root { "-m" } else { "-rm" };
    let tried = Command::new("unshare").args([flags, "mount", "-t", "tmpfs", "none", "/mnt"]).output();
    let why = match tried {
        Ok(output) if output.status.success() => return Some(flags),
        Ok(output) => String::from_utf8_lossy(&output.stderr).into_owned(),
        Err(cause) => cause.to_string(),
    };
    // The sweep still covers a full disk and a failing one: ENOSPC and EIO at every call.
    if !calls::are_there() {
        missing("mounts", &why, "run as root, or allow user namespaces");
    }
    parts::note(&format!("no file system can be mounted here ({why}): only the sweep tries a full disk"));
    None
}

/// Runs a script of the shell in `folder`.
fn with_mounts(flags: &str, folder: &Path, script: &str) -> Output {
    Command::new("unshare").args([flags, "sh", "-c", script]).current_dir(folder).output().unwrap()
}

/// A command line as the shell takes it.
fn quoted(office: &Office, line: &str) -> String {
    let words: Vec<String> = office.arguments(line).iter().map(|word| format!("'{word}'")).collect();
    format!("{}={} '{}' {}", TESTING.0, TESTING.1, env!("CARGO_BIN_EXE_shuangwei"), words.join(" "))
}

fn many_wishes() -> String {
    let row = |at: usize| format!("居民{at},蟠虬社区,想要第{at}件{}\n", "东西".repeat(400));
    std::iter::once("姓名,社区,微心愿内容\n".to_owned()).chain((0..400).map(row)).collect()
}

#[test]
fn full_disk_changes_nothing_and_is_reported() {
    let Some(mounts) = mounts() else { return };
    let office = Office::published();
    office.write("many.csv", many_wishes());
    let old = State::of(&office.path("shuangwei.db")).unwrap();
    fs::create_dir(office.path("small")).unwrap();
    fs::create_dir(office.path("out")).unwrap();
    // From too little for the backup before the change to too little for the change itself.
    let size = office.file().len() / 1024;
    for kib in [40, 200, size + 40, size + 300, size + 600, size + 900].map(|more| size + more) {
        let script = format!(
            "rm -f out/*; mount -t tmpfs -o size={kib}k none small && cp shuangwei.db small && cd small && {}; code=$?
             cp shuangwei.db shuangwei.db-journal ../out/ 2>/dev/null; exit $code",
            quoted(&office, "collect wishes ../many.csv")
        );
        let output = with_mounts(mounts, &office.path(""), &script);
        let message = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(3), "{kib} KiB: {message}");
        assert!(message.contains("磁盘已满") && message.contains("没有改动"), "{kib} KiB: {message}");
        let found = State::of(&office.path("out/shuangwei.db")).unwrap();
        fits(&old, &old, &found, Outcome::Nothing).unwrap();
    }
    // The control: with room it works.
    let script = format!(
        "mount -t tmpfs -o size=9000k none small && cp shuangwei.db small && cd small && {}",
        quoted(&office, "collect wishes ../many.csv")
    );
    assert_eq!(with_mounts(mounts, &office.path(""), &script).status.code(), Some(0));
}

#[test]
fn read_only_medium_is_read_and_never_written() {
    let Some(mounts) = mounts() else { return };
    let office = Office::published();
    fs::create_dir(office.path("medium")).unwrap();
    let on_it = |line: &str| {
        let script = format!(
            "mount -t tmpfs none medium && cp shuangwei.db medium && mount -o remount,ro medium && {}",
            quoted(&office, &format!("--db medium/shuangwei.db {line}"))
        );
        let output = with_mounts(mounts, &office.path(""), &script);
        (output.status.code().unwrap(), String::from_utf8_lossy(&output.stderr).into_owned())
    };
    for line in ["report quota", "show 1号", "log", "check", "export wishes", "backup b.db"] {
        let (code, message) = on_it(line);
        assert_eq!(code, 0, "{line}: {message}");
    }
    for line in [
        "claim take 1号 --by 李梅",
        "verify --all --pass",
        "undo",
        "erase 李梅 --reason 本人要求",
        "export wishes --reveal 走访",
    ] {
        let (code, message) = on_it(line);
        assert!(code == 3 && message.contains("只读") && message.contains("没有改动"), "{line}: {code} {message}");
    }
    // The folder alone is read-only: no journal can be made.
    let script = format!(
        "mount -t tmpfs none medium && cp shuangwei.db medium && mount --bind medium/shuangwei.db medium/shuangwei.db \
         && mount -o remount,ro,bind medium; {}",
        quoted(&office, "--db medium/shuangwei.db claim take 1号 --by 李梅")
    );
    let output = with_mounts(mounts, &office.path(""), &script);
    assert_eq!(output.status.code(), Some(3), "{}", String::from_utf8_lossy(&output.stderr));
}

/// The system kills a process that writes beyond the limit unless it handles the signal: it must report an error.
#[test]
fn file_size_limit_is_reported_and_leaves_nothing_half_done() {
    let office = Office::published();
    office.write("many.csv", many_wishes());
    let old = State::of(&office.path("shuangwei.db")).unwrap();
    for blocks in [300, 600, 900, 1200] {
        let script = format!("ulimit -f {blocks}; {}", quoted(&office, "collect wishes many.csv"));
        let output = Command::new("sh").arg("-c").arg(script).current_dir(office.path("")).output().unwrap();
        let message = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(3), "{blocks}: {message}");
        assert!(message.contains("没有改动"), "{blocks}: {message}");
        assert_eq!(State::of(&office.path("shuangwei.db")).unwrap(), old, "{blocks}");
    }
    office.ok("collect wishes many.csv");
}

#[test]
fn missing_folder_is_reported() {
    let office = Office::bare();
    for line in ["init --office 金花街道", "report quota", "claim take 1号 --by 李梅", "restore b.db", "check"] {
        let run = office.run(&format!("--db 没有/shuangwei.db {line}"));
        assert!(run.code == 3 && !run.err.is_empty(), "{run:#?}");
    }
    assert_eq!(office.names(), Vec::<String>::new());
}
