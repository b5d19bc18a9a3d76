//! Writes the lists of a seeded city, to try the program with, or to see what the bench measures.
//!
//! `cargo bench --bench generate -- --out FOLDER [--scale 1.0] [--seed 2021]`

#[path = "city/dice.rs"]
mod dice;
#[path = "city/lists.rs"]
mod lists;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, bail, ensure};

/// The arguments.
struct Options {
    out: Option<PathBuf>,
    scale: f64,
    seed: u64,
}

fn main() -> ExitCode {
    match write_lists() {
        Ok(()) => ExitCode::SUCCESS,
        Err(cause) => {
            eprintln!("{cause:#}");
            ExitCode::FAILURE
        }
    }
}

fn write_lists() -> anyhow::Result<()> {
    let options = options()?;
    // A plain `cargo bench` runs this bench too.
    let Some(out) = options.out else {
        println!("cargo bench --bench generate -- --out FOLDER [--scale 1.0] [--seed 2021] writes a city's lists");
        return Ok(());
    };
    std::fs::create_dir_all(&out).with_context(|| format!("making {}", out.display()))?;
    let city = lists::city(&out, options.scale, options.seed)?;
    let lists::Counts { orgs, members, wishes } = city.counts;
    println!(
        "{orgs} organisations, {members} members, {} rows of wishes, {wishes} good, each with a claim:",
        city.wish_rows
    );
    for list in [&city.orgs, &city.members, &city.wishes, &city.wishes_gb18030, &city.claims] {
        println!("{}", list.display());
    }
    Ok(())
}

fn options() -> anyhow::Result<Options> {
    let mut options = Options { out: None, scale: 1.0, seed: lists::SEED };
    let mut args = std::env::args().skip(1);
    while let Some(arg) = args.next() {
        let mut value = || args.next().with_context(|| format!("{arg} needs a value"));
        match arg.as_str() {
            // Cargo passes it to every bench.
            "--bench" => {}
            "--out" => options.out = Some(value()?.into()),
            "--scale" => options.scale = value()?.parse().context("--scale needs a number")?,
            "--seed" => options.seed = value()?.parse().context("--seed needs a whole number")?,
            other => bail!("unknown argument {other}; use --out FOLDER, --scale NUMBER, --seed NUMBER"),
        }
    }
    ensure!(options.scale > 0.0 && options.scale <= 3.0, "--scale must be above 0 and at most 3");
    Ok(options)
}
