//! Running the program under strace, which counts its calls, makes one of them fail, or kills it there.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Output};

/// Every call by which something reaches a disk, or leaves it.
pub const CALLS: &[&str] = &[
    "write",
    "writev",
    "pwrite64",
    "pwritev",
    "fsync",
    "fdatasync",
    "ftruncate",
    "rename",
    "renameat",
    "renameat2",
    "link",
    "linkat",
    "unlink",
    "unlinkat",
    "mkdir",
    "fallocate",
    "copy_file_range",
    "sendfile",
];

/// What happens at one call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    Kill,
    NoSpace,
    Io,
}

/// One call of a command, by its name and how many of that name come before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Point {
    pub call: &'static str,
    pub when: usize,
    pub fault: Fault,
}

fn strace(folder: &Path, options: &[&str], arguments: &[String]) -> Command {
    let mut command = Command::new("strace");
    command.args(["-f", "-qq"]).args(options).arg(env!("CARGO_BIN_EXE_shuangwei")).args(arguments);
    let path = std::env::var_os("PATH").unwrap_or_default();
    command.env_clear().env("PATH", path).current_dir(folder);
    command
}

fn run(command: &mut Command) -> Output {
    let output = command.output().unwrap_or_else(|cause| panic!("no strace ({cause}): apt-get install strace"));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(!said.contains("PTRACE_"), "tracing is not allowed here: {said}");
    output
}

/// Whether programs can be traced here. Where every point is to be taken they must be; else it is said what is left out.
pub fn is_there() -> bool {
    let tried = Command::new("strace").args(["-qq", "-o", "/dev/null", "true"]).output();
    let why = match tried {
        Ok(output) if output.status.success() => return true,
        Ok(output) => String::from_utf8_lossy(&output.stderr).into_owned(),
        Err(cause) => cause.to_string(),
    };
    crate::left_out("strace", &why, "apt-get install strace, and allow ptrace")
}

/// How often each call is made by a command that does not fail.
pub fn counted(folder: &Path, arguments: &[String]) -> BTreeMap<&'static str, usize> {
    let log = tempfile::NamedTempFile::new().unwrap();
    let trace = format!("trace={}", CALLS.join(","));
    let path = log.path().to_string_lossy().into_owned();
    let output = run(&mut strace(folder, &["-o", &path, "-e", &trace], arguments));
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let mut counts = BTreeMap::new();
    for line in std::fs::read_to_string(log.path()).unwrap().lines() {
        let call = line.split_whitespace().nth(1).and_then(|rest| rest.split('(').next()).unwrap_or_default();
        if let Some(known) = CALLS.iter().find(|known| **known == call) {
            *counts.entry(*known).or_insert(0) += 1;
        }
    }
    counts
}

/// Runs a command that fails at one point.
pub fn failing(folder: &Path, arguments: &[String], point: Point) -> Output {
    let fault = match point.fault {
        Fault::Kill => "signal=SIGKILL",
        Fault::NoSpace => "error=ENOSPC",
        Fault::Io => "error=EIO",
    };
    let inject = format!("inject={}:{fault}:when={}", point.call, point.when);
    let trace = format!("trace={}", point.call);
    run(&mut strace(folder, &["-o", "/dev/null", "-e", &trace, "-e", &inject], arguments))
}

/// What a command does to files, call by call, with all bytes; paths stand behind the file descriptors.
pub fn traced(folder: &Path, arguments: &[String]) -> String {
    let log = tempfile::NamedTempFile::new().unwrap();
    let path = log.path().to_string_lossy().into_owned();
    let trace = "trace=openat,write,pwrite64,fsync,fdatasync,ftruncate,rename,renameat2,linkat,unlink,mkdir";
    let options = ["-y", "-xx", "-s", "100000000", "-o", &path, "-e", trace];
    let output = run(&mut strace(folder, &options, arguments));
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    std::fs::read_to_string(log.path()).unwrap()
}
