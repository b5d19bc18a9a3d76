//! One process at a time: its wall time, and its peak memory as the system counted it.

use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Context, ensure};

/// The cost of a process.
#[derive(Debug, Clone, Copy)]
pub struct Run {
    pub seconds: f64,
    /// Peak resident memory.
    peak_kib: i64,
}

impl Run {
    pub fn peak_mib(&self) -> f64 {
        self.peak_kib as f64 / 1024.0
    }
}

/// Runs a command to its end and discards its output. Errors: an exit code that is not one of `codes`.
pub fn run(command: &mut Command, codes: &[i32]) -> anyhow::Result<Run> {
    let program = command.get_program().to_string_lossy().into_owned();
    let start = Instant::now();
    let child = command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .with_context(|| format!("starting {program}"))?;
    let (status, peak_kib) = wait(child.id())?;
    let seconds = start.elapsed().as_secs_f64();
    ensure!(codes.contains(&status), "{program} ended with {status}: {command:?}");
    Ok(Run { seconds, peak_kib })
}

/// Waits for a child with `wait4`, the only call that returns the peak memory of a single child.
fn wait(pid: u32) -> anyhow::Result<(i32, i64)> {
    let (mut status, mut usage) = (0, std::mem::MaybeUninit::<libc::rusage>::zeroed());
    // SAFETY: both pointers are to live values of the types that wait4 fills.
    let waited = unsafe { libc::wait4(pid as libc::pid_t, &mut status, 0, usage.as_mut_ptr()) };
    ensure!(waited == pid as libc::pid_t, "waiting for a child");
    // SAFETY: zeroed is a valid rusage, and wait4 has filled it.
    let usage = unsafe { usage.assume_init() };
    ensure!(libc::WIFEXITED(status), "a child was ended by a signal");
    Ok((libc::WEXITSTATUS(status), usage.ru_maxrss))
}

/// The bench's own peak, in MiB. A child inherits it when it is forked, so no smaller peak can be measured.
pub fn own_peak_mib() -> anyhow::Result<f64> {
    let status = std::fs::read_to_string("/proc/self/status").context("reading the bench's own memory")?;
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).context("no VmHWM in /proc/self/status")?;
    let kib: f64 = peak.trim().trim_end_matches(" kB").parse().context("reading VmHWM")?;
    Ok(kib / 1024.0)
}

pub fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}
