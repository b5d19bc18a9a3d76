//! Reports on a city: each against DuckDB on the same tables; as of an entry before many others; as a workbook against
//! openpyxl's write-only mode; and the overview as a page.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, ensure};

use crate::measure::{Run, median, run};
use crate::program::{ours, remove};
use crate::python::python;
use crate::table::Figure;

/// Limits as ratios to DuckDB's time: the quota, and every other report.
const QUOTA: f64 = 0.5;
const OTHERS: f64 = 1.0;
/// Limit as a ratio to the plain report's time.
const AS_OF: f64 = 3.0;
/// Limits: a ratio to openpyxl's time, and MiB.
const WORKBOOK: f64 = 0.1;
const WORKBOOK_MIB: f64 = 128.0;
const PAGE_MB: f64 = 1.0;
/// The number of entries, of one record each, after the one that the report is as of, at the scale of a city.
const ENTRIES: f64 = 10_000.0;
const DUCKDB: &str = "duckdb==2.0.1";
const OPENPYXL: &str = "openpyxl==3.1.5";

/// A report, its arguments, and the keys that are compared with DuckDB's answer: a group's name and its figures.
struct Case {
    name: &'static str,
    question: &'static str,
    args: &'static [&'static str],
    limit: f64,
    /// The JSON pointer to the groups, and the keys of each that are compared; none if nothing is.
    groups: &'static str,
    keys: &'static [&'static str],
}

const CASES: &[Case] = &[
    Case {
        name: "report quota --by street",
        question: "quota",
        args: &["quota", "--by", "street", "--for", "members"],
        limit: QUOTA,
        groups: "/groups",
        keys: &["place", "required", "met", "claims", "registered"],
    },
    Case {
        name: "report progress",
        question: "progress",
        args: &["progress"],
        limit: OTHERS,
        groups: "/groups",
        keys: &["place", "kind", "total", "collected", "needs_info", "verified", "open", "partly_claimed", "claimed"],
    },
    Case {
        name: "report supply",
        question: "supply",
        args: &["supply"],
        limit: OTHERS,
        groups: "/quotas/0/groups",
        keys: &["place", "unmet", "open", "coming", "missing", "met_lately"],
    },
    Case {
        name: "report participation",
        question: "participation",
        args: &["participation"],
        limit: OTHERS,
        groups: "",
        keys: &[],
    },
    Case {
        name: "report ageing",
        question: "ageing",
        args: &["ageing"],
        limit: OTHERS,
        groups: "/groups",
        keys: &["place", "waiting", "count"],
    },
    Case {
        name: "report overdue",
        question: "overdue",
        args: &["overdue"],
        limit: OTHERS,
        groups: "/groups",
        keys: &["place", "overdue", "unpublished", "unclaimed", "undone", "longest_days"],
    },
    Case { name: "report activity", question: "activity", args: &["activity"], limit: OTHERS, groups: "", keys: &[] },
    Case {
        name: "report satisfaction",
        question: "satisfaction",
        args: &["satisfaction"],
        limit: OTHERS,
        // No claim is confirmed in this city.
        groups: "",
        keys: &[],
    },
];

/// Measures every report against DuckDB; the figures must be the same.
pub fn against_duckdb(folder: &Path, office: &Path, times: usize) -> anyhow::Result<Vec<Figure>> {
    let python = python(folder, DUCKDB)?;
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/city/duck.py");
    let tables = folder.join("city.duckdb");
    remove(&tables)?;
    run(Command::new(&python).arg(script).arg("load").args([office, &tables]), &[0])?;
    let mut figures = Vec::new();
    for case in CASES {
        let question = format!("{}/benches/city/duck/{}.sql", env!("CARGO_MANIFEST_DIR"), case.question);
        let ask = || {
            let mut ask = Command::new(&python);
            ask.arg(script).arg("ask").arg(&tables).arg(&question);
            ask
        };
        same(case, office, &mut ask())?;
        let (mut ours, mut peer) = (Vec::new(), Vec::new());
        for _ in 0..times {
            ours.push(run(&mut report(office, case.args), &[0])?);
            peer.push(run(&mut ask(), &[0])?);
        }
        let (ours, peer) = (seconds(&ours), seconds(&peer));
        figures.push(Figure {
            name: case.name,
            ours: format!("{ours:.3} s"),
            peer: format!("{peer:.3} s DuckDB"),
            ratio: format!("{:.2} x", ours / peer),
            limit: format!("{:.1} x", case.limit),
            share: ours / peer / case.limit,
        });
    }
    Ok(figures)
}

fn report(office: &Path, args: &[&str]) -> Command {
    let mut report = ours(office);
    report.arg("report").args(args).args(["--format", "json"]);
    report
}

/// Checks that the program's figures equal DuckDB's, group by group.
fn same(case: &Case, office: &Path, ask: &mut Command) -> anyhow::Result<()> {
    let answer = report(office, case.args).output()?;
    let answer: serde_json::Value = serde_json::from_slice(&answer.stdout).context("reading the report's JSON")?;
    let peer = ask.output()?;
    ensure!(peer.status.success(), "DuckDB: {}", String::from_utf8_lossy(&peer.stderr));
    if case.keys.is_empty() {
        return Ok(());
    }
    let groups = answer.pointer(case.groups).and_then(|groups| groups.as_array());
    let text = |value: &serde_json::Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let mut ours: Vec<String> = groups
        .context("the report has no groups")?
        .iter()
        .map(|group| case.keys.iter().map(|key| text(&group[*key])).collect::<Vec<_>>().join("|"))
        .collect();
    let peer = String::from_utf8(peer.stdout)?;
    let mut theirs: Vec<String> =
        peer.lines().map(|line| line.split('|').take(case.keys.len()).collect::<Vec<_>>().join("|")).collect();
    ours.sort_unstable();
    theirs.sort_unstable();
    ensure!(!ours.is_empty() && ours == theirs, "{}: the report has\n{ours:#?}\nDuckDB\n{theirs:#?}", case.name);
    Ok(())
}

/// Measures the quota as of an entry that is followed by many others of one record each.
pub fn as_of(office: &Path, scale: f64, times: usize) -> anyhow::Result<Figure> {
    let entries = (ENTRIES * scale) as u64;
    let copy = office.with_extension("as-of.db");
    remove(&copy)?;
    std::fs::copy(office, &copy)?;
    let entry = newest(&copy)?;
    for number in 1..=entries {
        let code = format!("GZ-C{:06}", number * 20);
        // A claim that is confirmed or released cannot be revoked: that changes nothing, and the loop goes on.
        run(ours(&copy).args(["claim", "revoke", "--reason", "重新安排", &code]), &[0, 1, 3])?;
    }
    let later = newest(&copy)? - entry;
    ensure!(later * 2 > i64::try_from(entries)?, "only {later} of {entries} claims were revoked");
    let quota: &[&str] = &["quota", "--by", "street", "--for", "members"];
    let then = format!("entry:{entry}");
    let (mut now, mut earlier) = (Vec::new(), Vec::new());
    for _ in 0..times {
        now.push(run(&mut report(&copy, quota), &[0])?);
        earlier.push(run(&mut report(&copy, &[quota, &["--as-of", &then]].concat()), &[0])?);
    }
    let figures = |office: &Path, more: &[&str]| -> anyhow::Result<serde_json::Value> {
        let answer = report(office, &[quota, more].concat()).output()?;
        Ok(serde_json::from_slice::<serde_json::Value>(&answer.stdout)?["groups"].clone())
    };
    ensure!(
        figures(&copy, &["--as-of", &then])? == figures(office, &[])?,
        "the figures as of the entry differ from those of that time"
    );
    let (now, earlier) = (seconds(&now), seconds(&earlier));
    Ok(Figure {
        name: "report quota, as of an earlier entry",
        ours: format!("{earlier:.3} s, {later} entries after it"),
        peer: format!("{now:.3} s, ours of today"),
        ratio: format!("{:.2} x", earlier / now),
        limit: format!("{AS_OF:.1} x"),
        share: earlier / now / AS_OF,
    })
}

fn newest(office: &Path) -> anyhow::Result<i64> {
    let log = ours(office).args(["log", "--limit", "1", "--format", "json"]).output()?;
    let log: serde_json::Value = serde_json::from_slice(&log.stdout)?;
    log["head"]["entry"].as_i64().context("the log has no head")
}

/// Measures a workbook of every member against openpyxl writing the same rows, and the size of the overview as a page.
pub fn forms(folder: &Path, office: &Path, times: usize) -> anyhow::Result<Vec<Figure>> {
    let python = python(folder, OPENPYXL)?;
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/city/sheets.py");
    let members: &[&str] = &["report", "quota", "--by", "member", "--for", "members", "--force", "--output"];
    let (list, book, theirs) =
        (folder.join("members-report.csv"), folder.join("ours.xlsx"), folder.join("theirs.xlsx"));
    run(ours(office).args(members).arg(&list), &[0])?;
    let rows = std::fs::read_to_string(&list)?.lines().count().to_string();
    let (mut ours_runs, mut peer) = (Vec::new(), Vec::new());
    for round in 0..times {
        ours_runs.push(run(ours(office).args(members).arg(&book), &[0])?);
        // The peer is slow: two runs are enough.
        if round < 2 {
            let args: [PathBuf; 4] = ["write".into(), list.clone(), rows.clone().into(), theirs.clone()];
            peer.push(run(Command::new(&python).arg(script).args(args), &[0])?);
        }
    }
    let memory = ours_runs.iter().map(Run::peak_mib).fold(0.0, f64::max);
    let (time, peer) = (seconds(&ours_runs), seconds(&peer));
    let page = folder.join("overview.html");
    run(ours(office).args(["report", "overview", "--force", "--output"]).arg(&page), &[0])?;
    let megabytes = std::fs::metadata(&page)?.len() as f64 / 1e6;
    Ok(vec![
        Figure {
            name: "report as xlsx, every member",
            ours: format!("{time:.2} s, {memory:.0} MiB"),
            peer: format!("{peer:.2} s openpyxl, write-only"),
            ratio: format!("{:.3} x", time / peer),
            limit: format!("{WORKBOOK} x, {WORKBOOK_MIB:.0} MiB"),
            share: (time / peer / WORKBOOK).max(memory / WORKBOOK_MIB),
        },
        Figure {
            name: "report overview as a page",
            ours: format!("{megabytes:.2} MB"),
            peer: String::new(),
            ratio: String::new(),
            limit: format!("{PAGE_MB:.0} MB"),
            share: megabytes / PAGE_MB,
        },
    ])
}

fn seconds(runs: &[Run]) -> f64 {
    median(runs.iter().map(|run| run.seconds).collect())
}
