//! The figures: how each is measured, and its limit.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, ensure};

use crate::floor;
use crate::lists::{self, City};
use crate::measure::{Run, median, own_peak_mib, run};
use crate::program::{import, import_members, ours, remove, sqlite};
use crate::table::Figure;

/// The number of measured starts.
pub const SPAWNS: usize = 200;

const QUOTA: &str = include_str!("quota.sql");

/// Limits: ratios to the peer's time, seconds, MiB.
const IMPORT: f64 = 1.6;
const IMPORT_GB18030: f64 = 1.6;
const IMPORT_MEMBERS: f64 = 3.0;
const MEMORY_MIB: f64 = 64.0;
const REPORT: f64 = 1.0;
const REPORT_SECONDS: f64 = 0.3;
const START: f64 = 3.0;

/// Import of the wishes: time against `sqlite3 .import` of the same file, and memory.
pub fn imports(folder: &Path, city: &City, scale: f64, times: usize) -> anyhow::Result<Vec<Figure>> {
    let office = folder.join("import.db");
    let (mut ours, mut peer, mut gb18030, mut least) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for _ in 0..times {
        ours.push(import(&office, &city.wishes)?);
        peer.push(sqlite_import(folder, &city.wishes)?);
        gb18030.push(import(&office, &city.wishes_gb18030)?);
        least.push(floor::wishes(folder, &office)?);
    }
    let few = folder.join("few");
    std::fs::create_dir_all(&few)?;
    let few = import(&office, &lists::city(&few, 1.0 / 30.0, lists::SEED)?.wishes)?;
    let many = folder.join("many");
    std::fs::create_dir_all(&many)?;
    let many = import(&office, &lists::city(&many, scale * 10.0 / 3.0, lists::SEED)?.wishes)?;
    let (time, gb18030, peer) = (seconds(&ours), seconds(&gb18030), seconds(&peer));
    let memory = ours.iter().map(Run::peak_mib).fold(0.0, f64::max);
    ensure!(own_peak_mib()? < few.peak_mib(), "the bench itself has used more memory than the program");
    Ok(vec![
        Figure {
            name: "import wishes, UTF-8",
            ours: format!("{time:.2} s"),
            peer: format!("{peer:.2} s sqlite3 .import"),
            ratio: format!("{:.2} x", time / peer),
            limit: format!("{IMPORT:.1} x"),
            share: time / peer / IMPORT,
        },
        Figure {
            name: "import wishes, GB18030",
            ours: format!("{gb18030:.2} s"),
            peer: format!("{peer:.2} s, of the UTF-8 list"),
            ratio: format!("{:.2} x", gb18030 / peer),
            limit: format!("{IMPORT_GB18030:.1} x"),
            share: gb18030 / peer / IMPORT_GB18030,
        },
        alone("SQLite alone, the rows of wishes", seconds(&least), peer),
        Figure {
            name: "import wishes, memory",
            ours: format!("{memory:.1} MiB"),
            peer: format!("{:.1} MiB, ours of 10,000 wishes", few.peak_mib()),
            ratio: format!("{:.2} x", memory / few.peak_mib()),
            limit: format!("{MEMORY_MIB:.0} MiB"),
            share: memory / MEMORY_MIB,
        },
        Figure {
            name: "import of 3.3 times as many, memory",
            ours: format!("{:.1} MiB", many.peak_mib()),
            peer: format!("{memory:.1} MiB, ours of a city"),
            ratio: format!("{:.2} x", many.peak_mib() / memory),
            limit: "none".to_owned(),
            share: 0.0,
        },
    ])
}

/// The time that no import can beat; see `floor`.
fn alone(name: &'static str, least: f64, peer: f64) -> Figure {
    Figure {
        name,
        ours: format!("{least:.2} s"),
        peer: format!("{peer:.2} s sqlite3 .import"),
        ratio: format!("{:.2} x", least / peer),
        limit: "none".to_owned(),
        share: 0.0,
    }
}

/// Import of the roster: time against `sqlite3 .import` of the same file.
pub fn members(folder: &Path, city: &City) -> anyhow::Result<Vec<Figure>> {
    let office = folder.join("members.db");
    let (mut ours, mut peer, mut least) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..3 {
        ours.push(import_members(&office, city)?);
        peer.push(sqlite_import(folder, &city.members)?);
        least.push(floor::members(folder, &office)?);
    }
    let (ours, peer, least) = (seconds(&ours), seconds(&peer), seconds(&least));
    let figure = Figure {
        name: "import members",
        ours: format!("{ours:.2} s"),
        peer: format!("{peer:.2} s sqlite3 .import"),
        ratio: format!("{:.2} x", ours / peer),
        limit: format!("{IMPORT_MEMBERS:.1} x"),
        share: ours / peer / IMPORT_MEMBERS,
    };
    Ok(vec![figure, alone("SQLite alone, the rows of members", least, peer)])
}

fn sqlite_import(folder: &Path, list: &Path) -> anyhow::Result<Run> {
    let peer = folder.join("peer.db");
    remove(&peer)?;
    run(Command::new("sqlite3").arg(&peer).arg(format!(".import --csv \"{}\" w", list.display())), &[0])
}

/// `report quota` by street against the same question as one SQL statement in the sqlite3 shell.
pub fn quota(office: &Path, times: usize) -> anyhow::Result<Figure> {
    same_figures(office)?;
    let (mut ours, mut peer) = (Vec::new(), Vec::new());
    for _ in 0..times {
        ours.push(run(&mut report(office), &[0])?);
        peer.push(run(Command::new("sqlite3").arg("-readonly").arg(office).arg(QUOTA), &[0])?);
    }
    let (ours, peer) = (seconds(&ours), seconds(&peer));
    Ok(Figure {
        name: "report quota, plain SQL",
        ours: format!("{ours:.3} s"),
        peer: format!("{peer:.3} s plain SQL"),
        ratio: format!("{:.2} x", ours / peer),
        limit: format!("{REPORT:.1} x and {REPORT_SECONDS} s"),
        share: ours / REPORT_SECONDS.min(REPORT * peer),
    })
}

fn report(office: &Path) -> Command {
    let mut report = ours(office);
    report.args(["report", "quota", "--by", "street", "--for", "members", "--format", "json"]);
    report
}

/// Checks that the program's figures equal those of the plain SQL, street by street.
fn same_figures(office: &Path) -> anyhow::Result<()> {
    let answer = report(office).output()?;
    let answer: serde_json::Value = serde_json::from_slice(&answer.stdout).context("reading the report's JSON")?;
    let groups = answer["groups"].as_array().context("the report has no groups")?;
    let mut ours = Vec::new();
    for group in groups {
        let place = group["place"].as_str().context("a group has no place")?;
        ours.push(format!("{place}|{}|{}", group["required"], group["met"]));
    }
    let plain = sqlite(office, QUOTA)?;
    let mut plain: Vec<&str> = plain.lines().collect();
    ours.sort_unstable();
    plain.sort_unstable();
    ensure!(!plain.is_empty(), "the plain SQL returns nothing");
    let differs = ours.iter().map(String::as_str).zip(plain.iter().copied()).find(|(ours, plain)| ours != plain);
    if let Some((ours, plain)) = differs {
        anyhow::bail!("the report has {ours}, the plain SQL {plain}");
    }
    ensure!(ours.len() == plain.len(), "the report has {} streets, the plain SQL {}", ours.len(), plain.len());
    Ok(())
}

/// `--help` and `show CODE` against `/bin/true`, in turns.
pub fn starts(office: &Path) -> anyhow::Result<Vec<Figure>> {
    let (mut help, mut show, mut peer) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..SPAWNS {
        help.push(run(ours(office).arg("--help"), &[0])?);
        peer.push(run(&mut Command::new("/bin/true"), &[0])?);
        show.push(run(ours(office).args(["show", "GZ-W000123"]), &[0])?);
        peer.push(run(&mut Command::new("/bin/true"), &[0])?);
    }
    let peer = seconds(&peer);
    let figure = |name, ours: f64| Figure {
        name,
        ours: format!("{:.2} ms", ours * 1e3),
        peer: format!("{:.2} ms /bin/true", peer * 1e3),
        ratio: format!("{:.2} x", ours / peer),
        limit: format!("{START:.1} x"),
        share: ours / peer / START,
    };
    Ok(vec![figure("start: --help", seconds(&help)), figure("start: show CODE", seconds(&show))])
}

fn seconds(runs: &[Run]) -> f64 {
    median(runs.iter().map(|run| run.seconds).collect())
}
