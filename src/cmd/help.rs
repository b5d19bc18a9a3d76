//! `help`: the page of help of a command, as `--help` behind it shows.

use std::ffi::OsString;

/// Show help: of all commands, or of the one that is named
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Which command: collect, or claim take
    #[arg(value_name = "WORDS")]
    pub words: Vec<OsString>,
}

impl Args {
    /// The command line that asks for the same by a flag.
    pub fn as_flag(&self) -> Vec<OsString> {
        let program = std::iter::once(OsString::from("shuangwei"));
        program.chain(self.words.iter().cloned()).chain(std::iter::once(OsString::from("--help"))).collect()
    }
}
