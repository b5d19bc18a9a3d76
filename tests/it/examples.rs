//! The README and the examples show what the program really does.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

#[cfg(unix)]
use crate::office::Office;

/// The first day's output, with its random parts replaced.
fn first_day() -> &'static str {
    static OUTPUT: OnceLock<String> = OnceLock::new();
    OUTPUT.get_or_init(|| {
        let output = Command::new("sh")
            .arg(root().join("examples/first-day.sh"))
            .env("SHUANGWEI", env!("CARGO_BIN_EXE_shuangwei"))
            .env("SHUANGWEI_LANG", "zh")
            .env_remove("SHUANGWEI_DB")
            .output()
            .expect("sh runs");
        let text = String::from_utf8(output.stdout).expect("UTF-8");
        assert!(output.status.success(), "{text}{}", String::from_utf8_lossy(&output.stderr));
        text.lines().map(|line| without_random(line) + "\n").collect()
    })
}

/// A line with stars for digests and public codes, which are random.
pub fn without_random(line: &str) -> String {
    if let Some(at) = line.find("校验码 ") {
        let digits = line[at..].rfind(':').map_or(line.len(), |colon| at + colon + 1);
        return format!("{}****", &line[..digits]);
    }
    if line.starts_with("公开编号  ") { "公开编号  ****".to_owned() } else { line.trim_end().to_owned() }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &str) -> BTreeSet<PathBuf> {
    fs::read_dir(root().join(folder)).expect(folder).map(|entry| entry.expect(folder).path()).collect()
}

#[test]
fn first_day_matches_its_transcript() {
    let golden = root().join("tests/transcripts/first-day.txt");
    if std::env::var_os("UPDATE_TRANSCRIPTS").is_some() {
        fs::write(&golden, first_day()).expect("the transcript is written");
    }
    let expected = fs::read_to_string(&golden).expect("the transcript is there");
    assert_eq!(first_day(), expected, "run with UPDATE_TRANSCRIPTS=1 and read the difference in review");
}

/// Without a program to be found the first day builds it, and takes it from where cargo says that it is, whatever folder
/// cargo's settings name. A stand-in says so here.
#[cfg(unix)]
#[test]
fn first_day_takes_the_program_from_where_cargo_built_it() {
    use std::os::unix::fs::PermissionsExt;

    let folder = tempfile::tempdir().expect("a folder");
    let cargo = folder.path().join("cargo");
    let first_day = |script: &str| {
        fs::write(&cargo, format!("#!/bin/sh\n{script}\n")).expect("the stand-in is written");
        fs::set_permissions(&cargo, fs::Permissions::from_mode(0o755)).expect("it may be run");
        let mut day = Command::new("sh");
        day.arg(root().join("examples/first-day.sh")).env_remove("SHUANGWEI").env_remove("SHUANGWEI_DB");
        day.env("PATH", format!("{}:/usr/bin:/bin", folder.path().display())).output().expect("sh runs")
    };
    let lines = [
        r#"{"reason":"build-script-executed","executable":null}"#,
        concat!(
            r#"{"reason":"compiler-artifact","executable":""#,
            env!("CARGO_BIN_EXE_shuangwei"),
            r#"","fresh":true}"#
        ),
        r#"{"reason":"build-finished","success":true}"#,
    ];
    let built = first_day(&format!("printf '%s\\n' '{}'", lines.join("' '")));
    let answer = String::from_utf8_lossy(&built.stderr);
    assert!(built.status.success() && answer.contains(env!("CARGO_BIN_EXE_shuangwei")), "{answer}");
    // What cannot be built is no first day.
    let failed = first_day("echo 'error: no compiler' >&2; exit 101");
    assert!(failed.stdout.is_empty() && failed.status.code() == Some(2), "{failed:?}");
}

#[cfg(unix)]
#[test]
fn every_example_is_run() {
    let office = Office::new();
    fs::create_dir(office.path("inbox")).expect("the inbox is made");
    let rules = root().join("examples/rules-nightly.toml");
    for path in files("examples") {
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        let is_run = match name.as_str() {
            "first-day.sh" => first_day().contains("\n$ shuangwei report"),
            "nightly.sh" => {
                let mut night = Command::new("sh");
                night.arg(&path).arg(office.path("shuangwei.db")).arg(&rules).arg(office.path("inbox"));
                night.env("SHUANGWEI", env!("CARGO_BIN_EXE_shuangwei")).output().expect("sh runs").status.success()
            }
            "nightly.py" => {
                let mut night = Command::new("python3");
                night.arg(&path).arg(office.path("shuangwei.db")).arg(&rules).arg(office.path("inbox"));
                night.env("SHUANGWEI", env!("CARGO_BIN_EXE_shuangwei")).output().expect("python3 runs").status.success()
            }
            // Run by the nights of `nightly`, where PowerShell is at hand.
            "nightly.ps1" => true,
            rules if rules.ends_with(".toml") => {
                office.write(rules, fs::read(&path).expect(rules));
                office.ok(&format!("rules test {rules}")).out.contains("规则")
            }
            list => {
                // A list is run by the command that the first day prints.
                let is_command =
                    |line: &str| line.starts_with("$ shuangwei ") && line.split(' ').any(|word| word == list);
                first_day().lines().any(is_command)
            }
        };
        assert!(is_run, "{name} is run by no test");
    }
}

#[test]
fn readme_shows_real_output() {
    let readme = fs::read_to_string(root().join("README.md")).expect("README.md is there");
    let mut shown = 0;
    for block in readme.split("```console\n").skip(1) {
        let block = block.split("```").next().unwrap_or_default();
        let mut rest = first_day();
        for line in block.lines().map(without_random).filter(|line| !line.is_empty() && line != "…") {
            let at = rest
                .find(&format!("{line}\n"))
                .unwrap_or_else(|| panic!("README shows what the program does not print: {line}"));
            rest = &rest[at + line.len()..];
            shown += 1;
        }
    }
    assert!(shown > 20, "README shows next to nothing");
}

#[test]
fn completions_match_the_program() {
    for path in files("completions") {
        let shell = path.extension().expect("named by its shell").to_string_lossy().into_owned();
        let output = Command::new(env!("CARGO_BIN_EXE_shuangwei"))
            .args(["--lang", "en", "completions", &shell])
            .output()
            .expect("the program runs");
        let stored = fs::read(&path).expect("the completion is there");
        assert!(output.stdout == stored, "rewrite completions/shuangwei.{shell}: completions {shell}");
    }
}
