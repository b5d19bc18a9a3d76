//! Parts of the machine that some tests need: strace, mounts, a spreadsheet program, a browser.

use std::io::Write;

/// Reports a part that this machine lacks and how to get it: a failure in CI (`CI=true`) and where it is `required`, else
/// a note past the harness, which would keep the output of a test that passes to itself.
pub fn missing(part: &str, why: &str, how: &str, required: bool) {
    let in_ci = std::env::var("CI").is_ok_and(|value| value == "true");
    assert!(!required && !in_ci, "{part} is missing ({why}): {how}");
    note(&format!("skipped, as {part} is missing ({why}): {how}"));
}

/// Prints a line to standard error even if the test passes.
pub fn note(line: &str) {
    std::io::stderr().write_all(format!("{line}\n").as_bytes()).unwrap();
}
