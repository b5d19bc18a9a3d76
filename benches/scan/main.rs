//! How well the scan of texts for the wall sees: the share of texts that give something away and are found, and of
//! harmless texts that are asked about, each for the half that rules were written with and for the half held back; and how
//! long a text takes. `--show` prints what was missed and what was asked about for nothing.

mod generator;

use std::collections::BTreeMap;
use std::time::Instant;

use shuangwei::privacy;

use self::generator::leaks;

const HARMLESS: &str = include_str!("harmless.txt");
const LEAKING: &str = include_str!("leaking.txt");

fn main() {
    let show = std::env::args().any(|arg| arg == "--show");
    let is_found = |text: &str| !privacy::scan(text, &[]).is_empty();
    let mut kinds: BTreeMap<&str, [(usize, usize); 2]> = BTreeMap::new();
    for leak in leaks(1) {
        let found = is_found(&leak.text);
        let counts = &mut kinds.entry(leak.kind).or_default()[usize::from(leak.is_held_back())];
        *counts = (counts.0 + usize::from(found), counts.1 + 1);
        if show && !found {
            println!("missed {} {}: {}", leak.kind, leak.spelling, leak.text.replace('\n', "⏎"));
        }
    }
    println!("{:12} {:>14} {:>14}", "found", "rules written", "held back");
    let mut all = [(0, 0); 2];
    for (kind, counts) in &kinds {
        println!("{kind:12} {:>14} {:>14}", share(counts[0]), share(counts[1]));
        for (sum, one) in all.iter_mut().zip(counts) {
            *sum = (sum.0 + one.0, sum.1 + one.1);
        }
    }
    println!("{:12} {:>14} {:>14}", "all", share(all[0]), share(all[1]));
    let written = |text: &'static str| text.lines().filter(|line| !line.is_empty());
    let found = written(LEAKING).filter(|text| is_found(text)).count();
    println!("written by hand, found: {}", share((found, written(LEAKING).count())));
    let asked: Vec<&str> = written(HARMLESS).filter(|text| is_found(text)).collect();
    println!("harmless, asked about: {}", share((asked.len(), written(HARMLESS).count())));
    if show {
        written(LEAKING).filter(|text| !is_found(text)).for_each(|text| println!("missed: {text}"));
        asked.iter().for_each(|text| println!("asked about: {text}"));
    }
    let begun = Instant::now();
    const ROUNDS: usize = 20;
    let hits: usize = (0..ROUNDS).flat_map(|_| written(HARMLESS)).map(|text| privacy::scan(text, &[]).len()).sum();
    let texts = ROUNDS * written(HARMLESS).count();
    println!("{:.1} µs a text ({hits} hits)", begun.elapsed().as_secs_f64() * 1e6 / texts as f64);
}

fn share((part, all): (usize, usize)) -> String {
    format!("{:.1} % of {all}", part as f64 * 100.0 / all.max(1) as f64)
}
