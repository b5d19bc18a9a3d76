//! What `dist/build.sh` cannot do with a shell alone: the handbook as a page, the notices of the packages inside the program,
//! and the zip for Windows. Run at the root of the checkout; the answer is standard output.
//!
//!     dist-tool page FILE.md          a Markdown file as a page that can be read without a network
//!     dist-tool notices TARGET...     the licences of every package that is linked for one of the targets, with their texts
//!     dist-tool sbom TARGET...        the same packages as a bill of materials (CycloneDX, JSON)
//!     dist-tool zip FOLDER FILE DAY   the folder as a zip, all of it of that day

mod notices;
mod pack;
mod packages;
mod page;
mod sbom;

use std::fs;
use std::io::{self, Write};
use std::process::ExitCode;

use anyhow::{Context, bail};

use packages::Packages;

fn main() -> ExitCode {
    match run().and_then(|text| io::stdout().write_all(text.as_bytes()).context("standard output cannot be written")) {
        Ok(()) => ExitCode::SUCCESS,
        Err(cause) => {
            eprintln!("dist-tool: {cause:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> anyhow::Result<String> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["page", file] => {
            let text = fs::read_to_string(file).with_context(|| format!("{file} cannot be read"))?;
            Ok(page::render(&text))
        }
        ["notices", targets @ ..] if !targets.is_empty() => notices::render(&Packages::linked_for(targets)?),
        ["sbom", targets @ ..] if !targets.is_empty() => sbom::render(&Packages::linked_for(targets)?),
        ["zip", folder, file, day] => pack::pack(folder, file, day).map(|()| String::new()),
        _ => bail!("use it as: page FILE.md, notices TARGET..., sbom TARGET..., or zip FOLDER FILE DAY"),
    }
}
