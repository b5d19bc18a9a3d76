//! Writes the lists of a seeded city, to try the program on or to look at what the bench measures.
//!
//! `cargo bench --bench generate -- --out FOLDER [--scale 1.0] [--seed 2021]`

#[path = "city/dice.rs"]
mod dice;
#[path = "city/lists.rs"]
mod lists;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, bail, ensure};

/// What is asked of the run.
struct Asked {
    out: Option<PathBuf>,
    scale: f64,
    seed: u64,
}

fn main() -> ExitCode {
    match written() {
        Ok(()) => ExitCode::SUCCESS,
        Err(cause) => {
            eprintln!("{cause:#}");
            ExitCode::FAILURE
        }
    }
}

fn written() -> anyhow::Result<()> {
    let asked = asked()?;
    // A plain `cargo bench` runs this too.
    let Some(out) = asked.out else {
        println!("cargo bench --bench generate -- --out FOLDER [--scale 1.0] [--seed 2021] writes a city's lists");
        return Ok(());
    };
    std::fs::create_dir_all(&out).with_context(|| format!("making {}", out.display()))?;
    let city = lists::city(&out, asked.scale, asked.seed)?;
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

fn asked() -> anyhow::Result<Asked> {
    let mut asked = Asked { out: None, scale: 1.0, seed: lists::SEED };
    let mut args = std::env::args().skip(1);
    while let Some(arg) = args.next() {
        let mut value = || args.next().with_context(|| format!("{arg} wants a value"));
        match arg.as_str() {
            // Cargo adds it to every bench.
            "--bench" => {}
            "--out" => asked.out = Some(value()?.into()),
            "--scale" => asked.scale = value()?.parse().context("--scale wants a number")?,
            "--seed" => asked.seed = value()?.parse().context("--seed wants a whole number")?,
            other => bail!("unknown argument {other}; there are --out FOLDER, --scale NUMBER and --seed NUMBER"),
        }
    }
    ensure!(asked.scale > 0.0 && asked.scale <= 3.0, "--scale is above 0 and at most 3");
    Ok(asked)
}
