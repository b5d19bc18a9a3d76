//! `claim suggest` at the size of a city: the matching itself, and next to it OR-tools' greatest flow through the network of
//! the same instance, in the same run.
//!
//! `cargo bench --bench suggest -- [--python PYTHON] [--people 279000] [--needs 300000]`; PYTHON has ortools and numpy.

// The city's bench uses the rest of it.
#[allow(dead_code)]
#[path = "../city/dice.rs"]
mod dice;

use std::io::Write;
use std::process::Command;
use std::time::Instant;

use anyhow::Context;
use shuangwei::matching::{Instance, Need, Person, Place, solve};

use dice::Dice;

const DISTRICTS: usize = 11;
const STREETS: usize = 176;
const COMMUNITIES: usize = 2_814;

fn main() -> anyhow::Result<()> {
    let (mut python, mut people, mut needs) = (None, 279_000, 300_000);
    let mut args = std::env::args().skip(1);
    while let Some(arg) = args.next() {
        let mut value = || args.next().with_context(|| format!("{arg} needs a value"));
        match arg.as_str() {
            "--python" => python = Some(value()?),
            "--people" => people = value()?.parse()?,
            "--needs" => needs = value()?.parse()?,
            _ => {}
        }
    }
    let instance = instance(people, needs);
    let start = Instant::now();
    let matching = solve(&instance);
    let seconds = start.elapsed().as_secs_f64();
    println!(
        "{people} people, {needs} needs: {} offered in {seconds:.3} s; cost {:?}, bound {:?}; peak {:.0} MiB",
        matching.pairs.len(),
        matching.cost,
        matching.least_cost,
        peak_mib()?
    );
    if let Some(python) = python {
        peer(&python, &instance, seconds)?;
    }
    Ok(())
}

fn instance(people: usize, needs: usize) -> Instance {
    let mut dice = Dice::new(2021);
    let mut below = |bound: usize| usize::try_from(dice.below(bound as u64)).unwrap_or(0);
    let mut places = vec![Place { parent: None, distance: 3 }];
    places.extend((0..DISTRICTS).map(|_| Place { parent: Some(0), distance: 2 }));
    places.extend((0..STREETS).map(|at| Place { parent: Some(1 + at % DISTRICTS), distance: 1 }));
    let streets = 1 + DISTRICTS;
    places.extend((0..COMMUNITIES).map(|at| Place { parent: Some(streets + at % STREETS), distance: 0 }));
    let communities = streets + STREETS;
    let person = |below: &mut dyn FnMut(usize) -> usize| Person {
        place: communities + below(COMMUNITIES),
        short: 1,
        trades: if below(10) == 0 { 1 << below(8) } else { 0 },
    };
    let people = (0..people).map(|_| person(&mut below)).collect();
    let need = |below: &mut dyn FnMut(usize) -> usize| Need {
        place: communities + below(COMMUNITIES),
        left: 1,
        trade: (below(10) < 3).then(|| u8::try_from(below(8)).unwrap_or(0)),
        urgency: u8::try_from(below(4)).unwrap_or(0),
    };
    let needs = (0..needs).map(|_| need(&mut below)).collect();
    Instance { places, people, needs, max_group: 1, ..Instance::default() }
}

/// Every person and need as a node of its own, the tree of places between them.
fn peer(python: &str, instance: &Instance, seconds: f64) -> anyhow::Result<()> {
    let (places, people) = (instance.places.len(), instance.people.len());
    let (up, down) = (|place: usize| 2 + place, |place: usize| 2 + places + place);
    let person = |at: usize| 2 + 2 * places + at;
    let need = |at: usize| 2 + 2 * places + people + at;
    let many = (instance.people.len() + instance.needs.len()) as i32;
    let mut arcs: Vec<[i32; 3]> = Vec::new();
    let mut arc = |from: usize, to: usize, capacity: i32| arcs.push([from as i32, to as i32, capacity]);
    for (at, place) in instance.places.iter().enumerate() {
        arc(up(at), down(at), many);
        if let Some(parent) = place.parent {
            arc(up(at), up(parent), many);
            arc(down(parent), down(at), many);
        }
    }
    for (at, one) in instance.people.iter().enumerate() {
        arc(0, person(at), 1);
        arc(person(at), up(one.place), 1);
    }
    for (at, one) in instance.needs.iter().enumerate() {
        arc(down(one.place), need(at), 1);
        arc(need(at), 1, 1);
    }
    let mut file = tempfile::NamedTempFile::new()?;
    let bytes: Vec<u8> = arcs.iter().flatten().flat_map(|number| number.to_le_bytes()).collect();
    file.write_all(&bytes)?;
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/suggest/peer.py");
    let output = Command::new(python).arg(script).arg(file.path()).output().context("starting the peer")?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    anyhow::ensure!(output.status.success(), "the peer failed: {}", String::from_utf8_lossy(&output.stderr));
    let mut words = text.split_whitespace();
    let mut next = || words.next().context("the peer's answer");
    let (flow, theirs): (i64, f64) = (next()?.parse()?, next()?.parse()?);
    println!("OR-tools' greatest flow: {flow} in {theirs:.3} s; ours takes {:.2} x of that", seconds / theirs);
    Ok(())
}

fn peak_mib() -> anyhow::Result<f64> {
    let status = std::fs::read_to_string("/proc/self/status").context("reading the bench's own memory")?;
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).context("no VmHWM in /proc/self/status")?;
    Ok(peak.trim().trim_end_matches(" kB").parse::<f64>()? / 1024.0)
}
