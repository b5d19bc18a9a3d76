//! The figures of `docs/speed.md`, each a ratio against a peer in the same run.
//!
//! `cargo bench --bench city` measures a city; `-- --quick` a tenth of one, for CI, where a figure fails only above
//! five times its limit. `-- --keep FOLDER` keeps the lists and the office file. The peers are the sqlite3 shell
//! (Debian package sqlite3), DuckDB for reports, openpyxl for workbooks and datasketch for near-duplicates (from PyPI,
//! in their own virtual environment), and `/bin/true` for starts. The program and its peer run in turns; each run is a
//! whole process.

mod citywide;
mod dice;
mod figures;
mod floor;
mod lists;
mod measure;
mod program;
mod publish;
mod python;
mod reports;
mod table;
mod texts;
mod verify;
mod workbooks;

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use anyhow::{Context, bail, ensure};

/// The arguments.
struct Options {
    quick: bool,
    keep: Option<PathBuf>,
}

impl Options {
    fn scale(&self) -> f64 {
        if self.quick { 0.1 } else { 1.0 }
    }

    fn times(&self) -> usize {
        if self.quick { 3 } else { 5 }
    }

    /// The multiple of its limit that a figure may reach before the run fails: CI machines are noisy.
    fn allowed(&self) -> f64 {
        if self.quick { 5.0 } else { 1.0 }
    }
}

fn main() -> ExitCode {
    match measure_all() {
        Ok(()) => ExitCode::SUCCESS,
        Err(cause) => {
            eprintln!("{cause:#}");
            ExitCode::FAILURE
        }
    }
}

fn measure_all() -> anyhow::Result<()> {
    let options = options()?;
    let shell = peers()?;
    let temporary = tempfile::tempdir().context("making a temporary folder")?;
    let folder = options.keep.as_deref().unwrap_or(temporary.path());
    std::fs::create_dir_all(folder).with_context(|| format!("making {}", folder.display()))?;
    let city = lists::city(folder, options.scale(), lists::SEED)?;
    let mut figures = figures::imports(folder, &city, options.scale(), options.times())?;
    figures.extend(figures::members(folder, &city)?);
    figures.extend(workbooks::figures(folder, &city, options.scale(), options.times())?);
    figures.push(verify::rules(folder, &city, options.times())?);
    figures.extend(verify::near(folder, options.scale(), options.times())?);
    let (office, steps) = program::fill(folder, &city)?;
    figures.push(figures::quota(&office, options.times())?);
    figures.extend(reports::against_duckdb(folder, &office, options.times())?);
    figures.extend(reports::forms(folder, &office, options.times())?);
    figures.push(reports::as_of(&office, options.scale(), options.times())?);
    figures.extend(publish::figures(folder, &office, &steps, options.scale(), options.times())?);
    figures.extend(figures::starts(&office)?);
    figures.extend(citywide::figures(folder, &office, &steps, options.scale())?);
    table::print(&figures);
    println!();
    explain(&options, &city, &shell, &steps);
    let over: Vec<&str> = figures.iter().filter(|one| one.share > options.allowed()).map(|one| one.name).collect();
    ensure!(over.is_empty(), "over the limit: {}", over.join("; "));
    temporary.close().context("removing the temporary folder")
}

fn options() -> anyhow::Result<Options> {
    let mut options = Options { quick: false, keep: None };
    let mut args = std::env::args().skip(1);
    while let Some(arg) = args.next() {
        match arg.as_str() {
            // Cargo passes it to every bench.
            "--bench" => {}
            "--quick" => options.quick = true,
            "--keep" => options.keep = Some(args.next().context("--keep needs a folder")?.into()),
            other => bail!("unknown argument {other}; use --quick, --keep FOLDER"),
        }
    }
    Ok(options)
}

/// Checks that the peers are installed. Returns the version of the sqlite3 shell.
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

/// Prints how the figures were measured.
fn explain(options: &Options, city: &lists::City, shell: &str, steps: &[program::Step]) {
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
        options.times(),
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
