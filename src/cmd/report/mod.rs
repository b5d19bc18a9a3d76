//! `report`: figures that open to their rows. One file a report.

pub mod progress;
pub mod quota;

use crate::desk::Context;
use crate::model::exit::Exit;

/// Report figures that open to their rows
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(subcommand)]
    pub verb: Verb,
}

#[derive(Debug, clap::Subcommand)]
pub enum Verb {
    /// Who has met the quota: required, met, unmet, rate
    Quota(quota::Args),
    /// How far needs have come, from collected to confirmed
    Progress(progress::Args),
}

pub fn run(args: &Args, context: &Context) -> anyhow::Result<Exit> {
    match &args.verb {
        Verb::Quota(args) => quota::run(args, context),
        Verb::Progress(args) => progress::run(args, context),
    }
}
