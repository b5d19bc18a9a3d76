//! The figures of `docs/speed.md`, each a ratio against a peer in the same run.
//!
//! `cargo bench --bench city` measures a city; `-- --quick` a tenth of one, for CI, where a figure fails only over five
//! times its limit. `-- --keep FOLDER` keeps the lists and the office file. The peer is the sqlite3 shell (Debian package
//! sqlite3), for reports DuckDB, for workbooks openpyxl and for near-duplicates datasketch, from PyPI in an environment of
//! its own, for starts `/bin/true`.
//! Ours and the peer take turns; each run is a whole process, from its start to its end.

mod dice;
mod figures;
mod floor;
mod lists;
mod measure;
mod program;
mod python;
mod reports;
mod table;
mod texts;
mod verify;
mod workbooks;

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use anyhow::{Context, bail, ensure};

/// What is asked of the run.
struct Asked {
    quick: bool,
    keep: Option<PathBuf>,
}

impl Asked {
    fn scale(&self) -> f64 {
        if self.quick { 0.1 } else { 1.0 }
    }

    fn times(&self) -> usize {
        if self.quick { 3 } else { 5 }
    }

    /// How many times its limit a figure may be before the run fails: machines that run CI are noisy.
    fn allowed(&self) -> f64 {
        if self.quick { 5.0 } else { 1.0 }
    }
}

fn main() -> ExitCode {
    match measured() {
        Ok(()) => ExitCode::SUCCESS,
        Err(cause) => {
            eprintln!("{cause:#}");
            ExitCode::FAILURE
        }
    }
}

fn measured() -> anyhow::Result<()> {
    let asked = asked()?;
    let shell = peers()?;
    let temporary = tempfile::tempdir().context("making a temporary folder")?;
    let folder = asked.keep.as_deref().unwrap_or(temporary.path());
    std::fs::create_dir_all(folder).with_context(|| format!("making {}", folder.display()))?;
    let city = lists::city(folder, asked.scale(), lists::SEED)?;
    let mut figures = figures::imports(folder, &city, asked.scale(), asked.times())?;
    figures.extend(figures::members(folder, &city)?);
    figures.extend(workbooks::figures(folder, &city, asked.scale(), asked.times())?);
    figures.push(verify::rules(folder, &city, asked.times())?);
    figures.extend(verify::near(folder, asked.scale(), asked.times())?);
    let (office, steps) = program::fill(folder, &city)?;
    figures.push(figures::quota(&office, asked.times())?);
    figures.extend(reports::against_duckdb(folder, &office, asked.times())?);
    figures.extend(reports::forms(folder, &office, asked.times())?);
    figures.push(reports::as_of(&office, asked.scale(), asked.times())?);
    figures.extend(figures::starts(&office)?);
    table::print(&figures);
    println!();
    explain(&asked, &city, &shell, &steps);
    let over: Vec<&str> = figures.iter().filter(|one| one.share > asked.allowed()).map(|one| one.name).collect();
    ensure!(over.is_empty(), "over the limit: {}", over.join("; "));
    temporary.close().context("removing the temporary folder")
}

fn asked() -> anyhow::Result<Asked> {
    let mut asked = Asked { quick: false, keep: None };
    let mut args = std::env::args().skip(1);
    while let Some(arg) = args.next() {
        match arg.as_str() {
            // Cargo adds it to every bench.
            "--bench" => {}
            "--quick" => asked.quick = true,
            "--keep" => asked.keep = Some(args.next().context("--keep wants a folder")?.into()),
            other => bail!("unknown argument {other}; there are --quick and --keep FOLDER"),
        }
    }
    Ok(asked)
}

/// The peers are there; answers the sqlite3 shell's version.
fn peers() -> anyhow::Result<String> {
    ensure!(Path::new("/bin/true").exists(), "no /bin/true to measure against");
    let version = Command::new("sqlite3")
        .arg("--version")
        .output()
        .context("the sqlite3 shell is missing; install Debian's package: apt-get install sqlite3")?;
    ensure!(version.status.success(), "sqlite3 --version fails");
    let version = String::from_utf8_lossy(&version.stdout).into_owned();
    Ok(version.split_whitespace().next().unwrap_or("?").to_owned())
}

/// How the figures came about.
fn explain(asked: &Asked, city: &lists::City, shell: &str, steps: &[program::Step]) {
    let lists::Counts { orgs, members, wishes } = city.counts;
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    println!(
        "{orgs} organisations, {members} members, {} rows of wishes of which {wishes} good, {wishes} claims; seed {}; \
         {cores} cores.",
        city.wish_rows,
        lists::SEED
    );
    println!(
        "Medians of {} runs, starts of {}; ours and the peer in turns; whole processes, wall time; memory is the highest \
         ru_maxrss.",
        asked.times(),
        figures::SPAWNS
    );
    println!(
        "Peers: `.import --csv` and one plain SQL statement in the sqlite3 {shell} shell, DuckDB, openpyxl, datasketch, \
         /bin/true."
    );
    println!("Ten rules leave the needs as the plain SQL leaves them, state by state; datasketch ran once.");
    println!(
        "The quota's figures equal the plain SQL's, street by street; the other reports' DuckDB's, group by group."
    );
    println!("Filling the office file, once:");
    for program::Step { name, run } in steps {
        println!("  {name:<16} {:>6.2} s {:>7.1} MiB", run.seconds, run.peak_mib());
    }
}
