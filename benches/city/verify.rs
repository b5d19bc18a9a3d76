//! Verifying a city: ten rules against one plain UPDATE of the same ten predicates, and near-duplicates against
//! datasketch's MinHash LSH, which misses some.

use std::collections::HashSet;
use std::fs::File;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, ensure};

use crate::lists::{self, City};
use crate::measure::{Run, median, run};
use crate::program::{early, import, init, remove, sqlite};
use crate::python::python;
use crate::table::Figure;
use crate::texts::{Texts, texts};

/// Limits: ratios to the time of the UPDATE and of datasketch, and MiB.
const RULES: f64 = 2.0;
const EVERYWHERE: f64 = 0.2;
const INSIDE: f64 = 0.02;
const MEMORY_MIB: f64 = 512.0;
/// The number of texts at the scale of a city.
const TEXTS: f64 = 300_000.0;
const DATASKETCH: &str = "datasketch==2.0.0";

/// What must be equal after both.
const STATES: &str = "SELECT state, reason_out, count(*) FROM need GROUP BY 1, 2 ORDER BY 1, 2";

/// Measures ten rules on all wishes of the city.
pub fn rules(folder: &Path, city: &City, times: usize) -> anyhow::Result<Figure> {
    let (waiting, office, plain) = (folder.join("waiting.db"), folder.join("rules.db"), folder.join("plain.db"));
    import(&waiting, &city.wishes)?;
    let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/city");
    let (mut ours, mut peer) = (Vec::new(), Vec::new());
    for _ in 0..times {
        for copy in [&office, &plain] {
            remove(copy)?;
            std::fs::copy(&waiting, copy)?;
        }
        ours.push(run(early(&office).args(["verify", "--rules"]).arg(here.join("rules.toml")), &[0])?);
        let statement = format!(".read '{}'", here.join("rules.sql").display());
        peer.push(run(Command::new("sqlite3").arg(&plain).arg(statement), &[0])?);
    }
    let [actual, expected] = [sqlite(&office, STATES)?, sqlite(&plain, STATES)?];
    ensure!(actual == expected, "the rules leave\n{actual}the plain SQL\n{expected}");
    let memory = peak_mib(&ours);
    ensure!(memory <= MEMORY_MIB, "ten rules take {memory:.0} MiB");
    let (time, peer) = (seconds(&ours), seconds(&peer));
    Ok(Figure {
        name: "verify --rules, ten rules",
        ours: format!("{time:.2} s, {memory:.0} MiB"),
        peer: format!("{peer:.2} s one plain UPDATE"),
        ratio: format!("{:.2} x", time / peer),
        limit: format!("{RULES:.1} x, {MEMORY_MIB:.0} MiB"),
        share: time / peer / RULES,
    })
}

/// Measures near-duplicates among 300,000 texts, everywhere and within communities.
pub fn near(folder: &Path, scale: f64, times: usize) -> anyhow::Result<Vec<Figure>> {
    let texts = texts(folder, (TEXTS * scale) as u64, lists::SEED)?;
    let office = folder.join("near.db");
    init(&office)?;
    run(early(&office).args(["collect", "wishes"]).arg(&texts.list), &[0])?;
    let (pairs, peer) = peer(folder, &texts)?;
    let mut figures = Vec::new();
    for (name, everywhere, limit) in
        [("near-duplicates, everywhere", true, EVERYWHERE), ("near-duplicates, inside communities", false, INSIDE)]
    {
        let mut ours = Vec::new();
        for _ in 0..times {
            let mut near = early(&office);
            near.args(["verify", "--near-duplicates", "--format", "json"]);
            near.args(everywhere.then_some("--everywhere"));
            ours.push(run(&mut near, &[0])?);
        }
        let [recall, theirs] = [recall(&texts, &our_pairs(&office, everywhere)?), recall(&texts, &pairs)];
        ensure!(recall >= theirs, "{name}: {recall} of the planted pairs are found, datasketch finds {theirs}");
        let memory = peak_mib(&ours);
        ensure!(memory <= MEMORY_MIB, "{name} take {memory:.0} MiB");
        let (time, peer) = (seconds(&ours), peer.seconds);
        figures.push(Figure {
            name,
            ours: format!("{time:.2} s, {memory:.0} MiB, recall {recall:.3}"),
            peer: format!("{peer:.1} s datasketch everywhere, recall {theirs:.3}"),
            ratio: format!("{:.4} x", time / peer),
            limit: format!("{limit} x, {MEMORY_MIB:.0} MiB"),
            share: time / peer / limit,
        });
    }
    Ok(figures)
}

type Pairs = HashSet<(String, String)>;

/// The pairs that datasketch finds. It is slow, and runs only once.
fn peer(folder: &Path, texts: &Texts) -> anyhow::Result<(Pairs, Run)> {
    let python = python(folder, DATASKETCH)?;
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/city/near.py");
    let found = folder.join("near.tsv");
    let took = run(Command::new(python).arg(script).arg(&texts.plain).arg(&found), &[0])?;
    let found = std::fs::read_to_string(&found)?;
    let pairs = found.lines().filter_map(|line| line.split_once('\t'));
    Ok((pairs.map(|(code, earlier)| (code.to_owned(), earlier.to_owned())).collect(), took))
}

/// The pairs that the program finds.
fn our_pairs(office: &Path, everywhere: bool) -> anyhow::Result<Pairs> {
    let answer = office.with_extension("json");
    let mut near = early(office);
    near.args(["verify", "--near-duplicates", "--format", "json"]).args(everywhere.then_some("--everywhere"));
    ensure!(near.stdout(Stdio::from(File::create(&answer)?)).status()?.success(), "--near-duplicates fails");
    let answer: serde_json::Value = serde_json::from_slice(&std::fs::read(&answer)?)?;
    let pairs = answer["pairs"].as_array().context("the answer has no pairs")?;
    let code = |pair: &serde_json::Value, key: &str| pair[key].as_str().unwrap_or_default().to_owned();
    Ok(pairs.iter().map(|pair| (code(pair, "code"), code(pair, "earlier"))).collect())
}

fn recall(texts: &Texts, pairs: &Pairs) -> f64 {
    let found = texts.planted.iter().filter(|pair| pairs.contains(pair)).count();
    found as f64 / texts.planted.len() as f64
}

fn peak_mib(runs: &[Run]) -> f64 {
    runs.iter().map(Run::peak_mib).fold(0.0, f64::max)
}

fn seconds(runs: &[Run]) -> f64 {
    median(runs.iter().map(|run| run.seconds).collect())
}
