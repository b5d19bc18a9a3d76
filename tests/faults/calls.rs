//! Runs the program so that its system calls are counted, one of them fails, or it is killed there: under strace, or,
//! where tracing is not allowed, with a preloaded library (`preload.c`, which sees all calls but renames).

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::OnceLock;

use crate::office::TESTING;
use crate::{missing, parts};

/// Every system call that changes a disk.
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

const PROGRAM: &str = env!("CARGO_BIN_EXE_shuangwei");

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

/// How system calls are intercepted on this machine.
#[derive(Debug)]
enum Means {
    Strace,
    Preload(PathBuf),
}

/// Whether system calls can be intercepted here; a full run and CI require it.
pub fn are_there() -> bool {
    means().is_some()
}

fn means() -> Option<&'static Means> {
    static MEANS: OnceLock<Option<Means>> = OnceLock::new();
    MEANS.get_or_init(find_means).as_ref()
}

/// strace; without it, or with `SHUANGWEI_TRACING=preload`, a library built here by the C compiler.
fn find_means() -> Option<Means> {
    let wants_preload = std::env::var("SHUANGWEI_TRACING").is_ok_and(|how| how == "preload");
    let tried = Command::new("strace").args(["-qq", "-o", "/dev/null", "true"]).output();
    if !wants_preload && tried.is_ok_and(|output| output.status.success()) {
        return Some(Means::Strace);
    }
    let library = std::env::temp_dir().join(format!("shuangwei-preload-{}.so", std::process::id()));
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/faults/preload.c");
    let made =
        Command::new("cc").args(["-shared", "-fPIC", "-O1", "-o"]).arg(&library).arg(source).arg("-ldl").output();
    match made {
        Ok(output) if output.status.success() => {
            parts::note("system calls are intercepted by a preloaded library: strace is missing, or may not trace");
            Some(Means::Preload(library))
        }
        made => {
            missing("strace", &format!("{made:?}"), "apt-get install strace, or a C compiler");
            None
        }
    }
}

/// The program with its calls intercepted: `options` for strace, `variables` for the library.
fn command(folder: &Path, options: &[&str], variables: &[(&str, String)], arguments: &[String]) -> Command {
    let mut command = match means() {
        Some(Means::Preload(library)) => {
            let mut command = Command::new(PROGRAM);
            command.env_clear().env(TESTING.0, TESTING.1).env("LD_PRELOAD", library);
            command.envs(variables.iter().map(|(name, value)| (name, value)));
            command
        }
        _ => {
            let mut command = Command::new("strace");
            command.args(["-f", "-qq"]).args(options).arg(PROGRAM);
            command.env_clear().env(TESTING.0, TESTING.1).env("PATH", std::env::var_os("PATH").unwrap_or_default());
            command
        }
    };
    command.args(arguments).current_dir(folder);
    command
}

fn ok(command: &mut Command) {
    let output = command.output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
}

/// How often each call is made by a command that does not fail.
pub fn counted(folder: &Path, arguments: &[String]) -> BTreeMap<&'static str, usize> {
    let log = tempfile::NamedTempFile::new().unwrap();
    let trace = format!("trace={}", CALLS.join(","));
    let path = log.path().to_string_lossy().into_owned();
    ok(&mut command(folder, &["-o", &path, "-e", &trace], &[("FAULT_LOG", path.clone())], arguments));
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
    let (fault, word) = match point.fault {
        Fault::Kill => ("signal=SIGKILL", "kill"),
        Fault::NoSpace => ("error=ENOSPC", "ENOSPC"),
        Fault::Io => ("error=EIO", "EIO"),
    };
    at_call(folder, arguments, point.call, point.when, fault, word).output().unwrap()
}

/// Starts a command that stops at one call, as if by SIGSTOP; and whether it is the child itself, not a tracer's.
pub fn stopping(folder: &Path, arguments: &[String], call: &str, when: usize) -> (Child, bool) {
    let mut command = at_call(folder, arguments, call, when, "signal=SIGSTOP", "stop");
    let child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    (child, matches!(means(), Some(Means::Preload(_))))
}

fn at_call(folder: &Path, arguments: &[String], call: &str, when: usize, fault: &str, word: &str) -> Command {
    let inject = format!("inject={call}:{fault}:when={when}");
    let trace = format!("trace={call}");
    let variables = [("FAULT_CALL", call.to_owned()), ("FAULT_WHEN", when.to_string()), ("FAULT_DO", word.to_owned())];
    command(folder, &["-o", "/dev/null", "-e", &trace, "-e", &inject], &variables, arguments)
}

/// What a command does to files, call by call, with all bytes; paths follow the file descriptors.
pub fn traced(folder: &Path, arguments: &[String]) -> String {
    let log = tempfile::NamedTempFile::new().unwrap();
    let path = log.path().to_string_lossy().into_owned();
    let trace = "trace=openat,write,pwrite64,fsync,fdatasync,ftruncate,rename,renameat2,linkat,unlink,mkdir";
    let options = ["-y", "-xx", "-s", "100000000", "-o", &path, "-e", trace];
    let variables = [("FAULT_LOG", path.clone()), ("FAULT_BYTES", "1".to_owned())];
    ok(&mut command(folder, &options, &variables, arguments));
    std::fs::read_to_string(log.path()).unwrap()
}
