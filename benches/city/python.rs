//! The bench's own Python environment, with the packages that serve as peers.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, ensure};

/// The Python of a virtual environment in `folder`, with the package installed from PyPI.
pub fn python(folder: &Path, package: &str) -> anyhow::Result<PathBuf> {
    let environment = folder.join("python");
    let python = environment.join("bin/python");
    if !python.exists() {
        let made = Command::new("python3").args(["-m", "venv"]).arg(&environment).output();
        let made =
            made.context("python3 is missing; install Debian's packages: apt-get install python3 python3-venv")?;
        ensure!(made.status.success(), "python3 -m venv fails; install Debian's package python3-venv");
    }
    let installed = Command::new(&python).args(["-m", "pip", "install", "--quiet", package]).output()?;
    let message = String::from_utf8_lossy(&installed.stderr);
    ensure!(installed.status.success(), "pip cannot install {package}: {message}");
    Ok(python)
}
