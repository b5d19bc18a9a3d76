//! What commands over every row of a city cost, and that they grow as its rows do: each beside the same of a tenth of it.

use std::path::Path;

use anyhow::Context;

use crate::lists;
use crate::measure::{Run, run};
use crate::program::{self, Step, ours};
use crate::table::Figure;

const MEMORY_MIB: f64 = 128.0;
/// How many times as long ten times as many rows may take: growth is linear, and cores' caches are of one size.
const GROWTH: f64 = 13.0;
/// The limits in seconds of commands that filled the office file.
const STEPS: [(&str, &str, f64); 2] = [("verify", "verify --all --pass", 5.0), ("claim import", "claim import", 10.0)];
/// And of others. The last one changes it.
const COMMANDS: [(&str, &[&str], f64); 3] = [
    ("check", &["check"], 10.0),
    ("log --verify", &["log", "--verify"], 10.0),
    ("erase", &["erase", "GZ-W000200", "--reason", "本人要求"], 10.0),
];
/// How many times as long as the roster's import the import of as many claims may take.
const CLAIMS: f64 = 1.5;

/// `steps` filled `office`.
pub fn figures(folder: &Path, office: &Path, steps: &[Step], scale: f64) -> anyhow::Result<Vec<Figure>> {
    let folder = folder.join("tenth");
    std::fs::create_dir_all(&folder)?;
    let (small, small_steps) = program::fill(&folder, &lists::city(&folder, scale / 10.0, lists::SEED)?)?;
    let mut figures = Vec::new();
    for (step, name, limit) in STEPS {
        figures.push(figure(name, named(steps, step)?, named(&small_steps, step)?, limit));
    }
    for (name, words, limit) in COMMANDS {
        let (whole, tenth) = (run(ours(office).args(words), &[0])?, run(ours(&small).args(words), &[0])?);
        figures.push(figure(name, &whole, &tenth, limit));
    }
    let (claims, members) = (named(steps, "claim import")?.seconds, named(steps, "collect members")?.seconds);
    figures.push(Figure {
        name: "claim import, against members",
        ours: format!("{claims:.2} s"),
        peer: format!("{members:.2} s collect members"),
        ratio: format!("{:.2} x", claims / members),
        limit: format!("{CLAIMS:.1} x"),
        share: claims / members / CLAIMS,
    });
    Ok(figures)
}

fn named<'a>(steps: &'a [Step], name: &str) -> anyhow::Result<&'a Run> {
    steps.iter().find(|step| step.name == name).map(|step| &step.run).with_context(|| format!("{name} was not run"))
}

fn figure(name: &'static str, whole: &Run, tenth: &Run, limit: f64) -> Figure {
    let growth = whole.seconds / tenth.seconds;
    Figure {
        name,
        ours: format!("{:.2} s, {:.0} MiB", whole.seconds, whole.peak_mib()),
        peer: format!("{:.2} s, a tenth of it", tenth.seconds),
        ratio: format!("{growth:.1} x"),
        limit: format!("{limit:.0} s, {MEMORY_MIB:.0} MiB, {GROWTH:.0} x"),
        share: (whole.seconds / limit).max(whole.peak_mib() / MEMORY_MIB).max(growth / GROWTH),
    }
}
