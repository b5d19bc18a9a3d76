//! How well the scan of texts for the wall sees, on the texts of the bench `scan`: the figures that it must not fall below.

use shuangwei::privacy;

#[path = "../../benches/scan/generator.rs"]
mod generator;

const HARMLESS: &str = include_str!("../../benches/scan/harmless.txt");
const LEAKING: &str = include_str!("../../benches/scan/leaking.txt");

fn is_found(text: &str) -> bool {
    !privacy::scan(text, &[]).is_empty()
}

fn at_least(percent: usize, found: usize, all: usize, of: &str) {
    assert!(found * 100 >= percent * all, "{found} of {all} {of}");
}

#[test]
fn scan_finds_97_of_100_leaks_also_of_the_spellings_held_back() {
    let (held, open): (Vec<_>, Vec<_>) = generator::leaks(7).into_iter().partition(generator::Leak::is_held_back);
    for (some, of) in [(held, "held back"), (open, "that rules were written with")] {
        let found = some.iter().filter(|leak| is_found(&leak.text)).count();
        at_least(97, found, some.len(), of);
    }
    let written: Vec<&str> = LEAKING.lines().collect();
    at_least(97, written.iter().filter(|text| is_found(text)).count(), written.len(), "written by hand");
}

#[test]
fn scan_asks_about_at_most_one_harmless_text_in_100() {
    let written: Vec<&str> = HARMLESS.lines().collect();
    let asked: Vec<&&str> = written.iter().filter(|text| is_found(text)).collect();
    assert!(asked.len() * 100 <= written.len(), "{} of {}: {asked:?}", asked.len(), written.len());
    // The rate says something only about texts that are many, and not all alike.
    assert!(
        written.len() > 500 && written.iter().filter(|text| text.contains(|c: char| c.is_ascii_digit())).count() > 150
    );
}
