//! The program that is measured, and the campaign of a city told to it step by step.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::ensure;

use crate::lists::City;
use crate::measure::{Run, run};

/// The day on which lists come in and wishes are published.
const BEFORE: &str = "2021-03-31";
/// The day on which claims come in and reports are asked: the campaign's last.
const AFTER: &str = "2021-12-31";

/// A command of the campaign, and what it took.
pub struct Step {
    pub name: String,
    pub run: Run,
}

/// The program over an office file, after the campaign.
pub fn ours(office: &Path) -> Command {
    on(AFTER, office)
}

/// The program over an office file, before the campaign.
pub fn early(office: &Path) -> Command {
    on(BEFORE, office)
}

fn on(today: &str, office: &Path) -> Command {
    let mut ours = Command::new(env!("CARGO_BIN_EXE_shuangwei"));
    ours.args(["--quiet", "--lang", "zh", "--operator", "bench", "--today", today, "--db"]).arg(office);
    ours
}

/// Makes a new office file in place of any.
pub fn init(office: &Path) -> anyhow::Result<()> {
    remove(office)?;
    let mut init = on(BEFORE, office);
    init.args(["init", "--office", "广州市", "--code", "GZ", "--campaign", "2021"]);
    init.args(["--from", "2021-04-01", "--until", "2021-12-31"]);
    run(&mut init, &[0])?;
    Ok(())
}

/// Imports the wishes into a new office file. There are bad rows, so the program ends with 1.
pub fn import(office: &Path, list: &Path) -> anyhow::Result<Run> {
    init(office)?;
    // Else this run would write its bad rows beside those of the run before.
    for ending in [".rejects.csv", ".rejects.xlsx"] {
        let mut rejects = list.as_os_str().to_owned();
        rejects.push(ending);
        remove(Path::new(&rejects))?;
    }
    run(on(BEFORE, office).args(["collect", "wishes"]).arg(list), &[1])
}

/// Imports the roster into a new office file that has the organisations.
pub fn import_members(office: &Path, city: &City) -> anyhow::Result<Run> {
    init(office)?;
    run(on(BEFORE, office).args(["collect", "orgs"]).arg(&city.orgs), &[0])?;
    run(on(BEFORE, office).args(["collect", "members"]).arg(&city.members), &[0])
}

/// The whole campaign of the city.
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
    step("collect members", BEFORE, &[&city.members], &[], 0)?;
    step("collect wishes", BEFORE, &[&city.wishes], &[], 1)?;
    step("verify", BEFORE, &[], &["--all", "--pass", "--format", "json"], 0)?;
    let pack = folder.join("pack");
    step("publish", BEFORE, &[&pack], &["--consent", "表格已征询", "--format", "json", "--to"], 0)?;
    step("claim import", AFTER, &[&city.claims], &[], 0)?;
    complete(&office, city)?;
    Ok((office, steps))
}

/// The office file has all that the lists have; else no figure over it would mean anything.
fn complete(office: &Path, city: &City) -> anyhow::Result<()> {
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

/// What the sqlite3 shell answers.
pub fn sqlite(file: &Path, sql: &str) -> anyhow::Result<String> {
    let answer = Command::new("sqlite3").arg("-readonly").arg(file).arg(sql).output()?;
    ensure!(answer.status.success(), "sqlite3: {}", String::from_utf8_lossy(&answer.stderr).trim());
    Ok(String::from_utf8(answer.stdout)?)
}

/// Removes a file where there is one.
pub fn remove(path: &Path) -> anyhow::Result<()> {
    match std::fs::remove_file(path) {
        Err(cause) if cause.kind() != std::io::ErrorKind::NotFound => Err(cause.into()),
        _ => Ok(()),
    }
}
