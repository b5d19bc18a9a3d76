//! What the program tells of itself in `--version --verbose`: its target, its profile and, of a build for release from a
//! checkout, the commit. A debug build tells no commit, or each commit would build the program anew. From an archive
//! without a history there is none to tell. And how a debug build is linked.

use std::env;
use std::process::{Command, Stdio};

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    let var = |name: &str| env::var(name).unwrap_or_default();
    println!("cargo:rustc-env=SHUANGWEI_TARGET={}", var("TARGET"));
    println!("cargo:rustc-env=SHUANGWEI_PROFILE={}", var("PROFILE"));
    let features = env::vars().filter_map(|(name, _)| Some(name.strip_prefix("CARGO_FEATURE_")?.to_lowercase()));
    let features: Vec<String> = features.collect();
    println!("cargo:rustc-env=SHUANGWEI_FEATURES={}", features.join(","));
    if var("PROFILE") == "release" {
        tell_commit();
    } else if var("CARGO_CFG_TARGET_OS") == "linux" && var("CARGO_CFG_TARGET_ENV") == "gnu" {
        // Tests start the program by the ten thousand. To relocate it anew takes a quarter of each start (7.2 ms of
        // processor time for `status`, 5.6 without). What is handed out stays position independent: faults are harder to exploit.
        println!("cargo:rustc-link-arg-bins=-no-pie");
    }
    if var("TARGET") == var("HOST") && !var("TARGET").contains("msvc") {
        look_for_compiler();
    }
}

/// The commit, asked for anew whenever the checkout is at another one.
fn tell_commit() {
    let Some(commit) = git(&["rev-parse", "--short=12", "HEAD"]) else { return };
    println!("cargo:rustc-env=SHUANGWEI_COMMIT={commit}");
    let head = git(&["rev-parse", "--git-path", "HEAD"]);
    let branch = git(&["symbolic-ref", "-q", "HEAD"]).and_then(|name| git(&["rev-parse", "--git-path", &name]));
    for path in [head, branch].into_iter().flatten().filter(|path| std::path::Path::new(path).exists()) {
        println!("cargo:rerun-if-changed={path}");
    }
}

/// The answer of git about this folder, if it is a checkout of its own: an archive that lies in somebody else's has no
/// commit of that.
fn git(arguments: &[&str]) -> Option<String> {
    if !std::path::Path::new(".git").exists() {
        return None;
    }
    let output = Command::new("git").args(arguments).stderr(Stdio::null()).output().ok()?;
    let answer = String::from_utf8(output.stdout).ok()?.trim().to_owned();
    (output.status.success() && !answer.is_empty()).then_some(answer)
}

/// SQLite is compiled from C. Where nothing can do that, its own error does not say what to install.
fn look_for_compiler() {
    println!("cargo:rerun-if-env-changed=CC");
    let named = env::var("CC").unwrap_or_else(|_| "cc".to_owned());
    let program = named.split_whitespace().next().unwrap_or("cc");
    if Command::new(program).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status().is_err() {
        println!(
            "cargo:warning=no C compiler ({program}) was found, and SQLite is compiled from C: install gcc or clang \
             (Debian and Ubuntu: apt install build-essential; macOS: xcode-select --install), or name one with CC"
        );
    }
}
