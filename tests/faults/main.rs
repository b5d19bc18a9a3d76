//! What becomes of an office file when the machine fails: killed at any write, a full or failing disk at any call, the
//! power cut between any two, the file damaged in any place, others in the way. Each part has a control that must fail.
//!
//! `cargo test` takes a sample of the points; `SHUANGWEI_FAULTS=all cargo test --test faults` takes every one. With a
//! number instead of `all` it takes so large a part of them, another one each day: CI takes an eighth.
//! Needs Linux, strace (`apt-get install strace`; where it may not trace, a library of `preload.c` takes its place) and the
//! right to mount file systems (root, or user namespaces). A sample says what it leaves out for want of them; where more
//! is asked that is a failure.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod calls;
mod damage;
mod judge;
// The tests of `tests/it` use the rest of it.
#[allow(dead_code)]
#[path = "../it/office.rs"]
mod office;
mod places;
mod power;
mod sweep;
mod waiting;

/// Of how many points one is to be taken, where more than a sample is asked.
fn one_of() -> Option<usize> {
    let how = std::env::var("SHUANGWEI_FAULTS").ok()?;
    Some(if how == "all" { 1 } else { how.parse().expect("SHUANGWEI_FAULTS is all or a number") })
}

/// The points to take: those that are asked, else about so many.
fn taken<T>(points: Vec<T>, sample: usize) -> Vec<T> {
    const DAY: u64 = 24 * 60 * 60;
    let seconds = std::time::UNIX_EPOCH.elapsed().unwrap().as_secs();
    let (step, first) = match one_of() {
        Some(step) => (step, (seconds / DAY) as usize % step),
        None => (points.len().div_ceil(sample).max(1), 0),
    };
    points.into_iter().skip(first).step_by(step).collect()
}

/// A part that this machine lacks: where more than a sample is asked that is a failure, else it is said and left out.
fn left_out(part: &str, why: &str, way_out: &str) -> bool {
    assert!(one_of().is_none(), "{part}: {why}; {way_out}");
    eprintln!("left out, for want of {part} ({why}): {way_out}");
    false
}

/// Does `task` for every item, on as many threads as there are cores; what any of them found is told at the end.
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
