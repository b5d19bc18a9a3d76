//! `completions`: writes a shell's completion script.

use clap_complete::Shell;

use crate::model::exit::Exit;
use crate::output;

/// Write the completion script of a shell
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The shell
    #[arg(value_name = "SHELL")]
    pub shell: Shell,
}

pub fn run(args: &Args, mut command: clap::Command) -> anyhow::Result<Exit> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut command, "shuangwei", &mut script);
    output::print(script)?;
    Ok(Exit::Done)
}
