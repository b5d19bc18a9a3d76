//! What happens to an office file when the machine fails: killed at any write, a full or failing disk at any call, the
//! power cut between any two, the file damaged in any place, concurrent commands. Each part has a control that must fail.
//!
//! `cargo test` takes a sample of the points; `SHUANGWEI_FAULTS=all cargo test --test faults` takes every one. With a
//! number N instead of `all` it takes one point of every N, a different one each day: CI takes a sixteenth.
//! Needs Linux, strace (`apt-get install strace`; where it may not trace, a library of `preload.c` takes its place) and the
//! right to mount file systems (root, or user namespaces). A sample prints what it skips without them; in CI (`CI=true`)
//! and with `SHUANGWEI_FAULTS` set, a missing part is a failure.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod calls;
mod damage;
mod judge;
// The tests of `tests/it` use the rest of it.
#[allow(dead_code)]
#[path = "../it/office.rs"]
mod office;
#[path = "../it/parts.rs"]
mod parts;
mod places;
mod power;
mod sweep;
mod waiting;

/// One point of how many to take, if more than a sample is asked for.
fn one_of() -> Option<usize> {
    let how = std::env::var("SHUANGWEI_FAULTS").ok()?;
    Some(if how == "all" { 1 } else { how.parse().expect("SHUANGWEI_FAULTS is all or a number") })
}

/// The points to take: as many as asked for, else about `sample`.
fn taken<T>(points: Vec<T>, sample: usize) -> Vec<T> {
    const DAY: u64 = 24 * 60 * 60;
    let seconds = std::time::UNIX_EPOCH.elapsed().unwrap().as_secs();
    let (step, first) = match one_of() {
        Some(step) => (step, (seconds / DAY) as usize % step),
        None => (points.len().div_ceil(sample).max(1), 0),
    };
    points.into_iter().skip(first).step_by(step).collect()
}

/// Reports a part that this machine lacks: a failure in CI and when more than a sample is asked for.
fn missing(part: &str, why: &str, how: &str) {
    parts::missing(part, why, how, one_of().is_some());
}

/// Runs `task` for every item, on as many threads as there are cores; returns what went wrong.
fn for_each<T: Sync>(items: &[T], task: impl Fn(&T) -> Result<(), String> + Sync) -> Vec<String> {
    let next = std::sync::atomic::AtomicUsize::new(0);
    let found = std::sync::Mutex::new(Vec::new());
    let threads = std::thread::available_parallelism().map_or(2, |count| count.get());
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                while let Some(item) = items.get(next.fetch_add(1, std::sync::atomic::Ordering::Relaxed)) {
                    if let Err(problem) = task(item) {
                        found.lock().unwrap().push(problem);
                    }
                }
            });
        }
    });
    found.into_inner().unwrap()
}
