//! The measured program, and the commands that fill an office file with the campaign of a city.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::ensure;

use crate::lists::City;
use crate::measure::{Run, run};

/// The day on which lists are imported and wishes published.
const BEFORE: &str = "2021-03-31";
/// The day on which claims are imported and reports made: the campaign's last.
const AFTER: &str = "2021-12-31";

/// Names of streets are often one character apart; without it the new ones among them are asked about.
const NEW_PLACE: &str = "--new-place";

/// A command of the campaign, and its cost.
pub struct Step {
    pub name: String,
    pub run: Run,
}

/// The program on an office file, after the campaign.
pub fn ours(office: &Path) -> Command {
    on(AFTER, office)
}

/// The program on an office file, before the campaign.
pub fn early(office: &Path) -> Command {
    on(BEFORE, office)
}

fn on(today: &str, office: &Path) -> Command {
    let mut ours = Command::new(env!("CARGO_BIN_EXE_shuangwei"));
    ours.env("SHUANGWEI_TESTING", "1");
    ours.args(["--quiet", "--lang", "zh", "--operator", "bench", "--today", today, "--db"]).arg(office);
    ours
}

/// Makes a new office file, replacing an existing one.
pub fn init(office: &Path) -> anyhow::Result<()> {
    remove(office)?;
    let mut init = on(BEFORE, office);
    init.args(["init", "--office", "广州市", "--code", "GZ", "--campaign", "2021"]);
    init.args(["--from", "2021-04-01", "--until", "2021-12-31"]);
    run(&mut init, &[0])?;
    Ok(())
}

/// Imports the wishes into a new office file. Some rows are faulty, so the exit code is 1.
pub fn import(office: &Path, list: &Path) -> anyhow::Result<Run> {
    init(office)?;
    // Otherwise this run would write its faulty rows next to those of the run before.
    for ending in [".rejects.csv", ".rejects.xlsx"] {
        let mut rejects = list.as_os_str().to_owned();
        rejects.push(ending);
        remove(Path::new(&rejects))?;
    }
    run(on(BEFORE, office).args(["collect", "wishes"]).arg(list), &[1])
}

/// Imports the roster into a new office file that has the organisations already.
pub fn import_members(office: &Path, city: &City) -> anyhow::Result<Run> {
    init(office)?;
    run(on(BEFORE, office).args(["collect", "orgs"]).arg(&city.orgs), &[0])?;
    run(on(BEFORE, office).args(["collect", "members", NEW_PLACE]).arg(&city.members), &[0])
}

/// Runs the whole campaign of the city.
pub fn fill(folder: &Path, city: &City) -> anyhow::Result<(PathBuf, Vec<Step>)> {
    let office = folder.join("city.db");
    init(&office)?;
    let mut steps = Vec::new();
    let mut step = |name: &str, today: &str, files: &[&Path], rest: &[&str], code: i32| -> anyhow::Result<()> {
        let mut command = on(today, &office);
        command.args(name.split(' ')).args(rest).args(files);
        steps.push(Step { name: name.to_owned(), run: run(&mut command, &[code])? });
        Ok(())
    };
    step("collect orgs", BEFORE, &[&city.orgs], &[], 0)?;
    step("collect members", BEFORE, &[&city.members], &[NEW_PLACE], 0)?;
    step("collect wishes", BEFORE, &[&city.wishes], &[NEW_PLACE], 1)?;
    step("verify", BEFORE, &[], &["--all", "--pass", "--format", "json"], 0)?;
    let pack = folder.join("pack");
    step("publish", BEFORE, &[&pack], &["--consent", "表格已征询", "--format", "json", "--to"], 0)?;
    step("claim import", AFTER, &[&city.claims], &[], 0)?;
    check_complete(&office, city)?;
    Ok((office, steps))
}

/// Checks that the office file has everything in the lists; otherwise no figure measured on it would mean anything.
fn check_complete(office: &Path, city: &City) -> anyhow::Result<()> {
    let counted = sqlite(office, include_str!("counts.sql"))?;
    let counts = city.counts;
    let wanted = format!("{}|{}|{}|{}", counts.orgs, counts.members, counts.wishes, counts.wishes);
    ensure!(
        counted.trim() == wanted,
        "the office file has {} organisations, members, published wishes and claims instead of {wanted}",
        counted.trim()
    );
    Ok(())
}

/// The answer of the sqlite3 shell.
pub fn sqlite(file: &Path, sql: &str) -> anyhow::Result<String> {
    let answer = Command::new("sqlite3").arg("-readonly").arg(file).arg(sql).output()?;
    ensure!(answer.status.success(), "sqlite3: {}", String::from_utf8_lossy(&answer.stderr).trim());
    Ok(String::from_utf8(answer.stdout)?)
}

/// Removes a file, if it exists.
pub fn remove(path: &Path) -> anyhow::Result<()> {
    match std::fs::remove_file(path) {
        Err(cause) if cause.kind() != std::io::ErrorKind::NotFound => Err(cause.into()),
        _ => Ok(()),
    }
}
