//! The arguments of every report: the moment, the campaign, the place, and the form of the answer.

use serde::{Deserialize, Serialize};

use crate::desk::answer::AnswerArgs;
use crate::model::as_of::AsOf;
use crate::model::place::PlacePath;

/// What a report is of. Kept in the report's seal, so that it can be run again.
#[derive(Debug, Clone, Default, clap::Args, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Shared {
    /// The day that counts, by the dates on the records; or entry:N, what the file contained after that entry of the log
    #[arg(long, value_name = "WHEN")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub as_of: Option<AsOf>,
    /// Also what has changed from this day on, the day included, or after this entry (entry:N)
    #[arg(long, value_name = "WHEN")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<AsOf>,
    /// The campaign; by default the one in use for quotas and their days, and all campaigns for needs
    #[arg(long, value_name = "NAME")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub campaign: Option<String>,
    /// Only what is in this place
    #[arg(long, value_name = "PLACE")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<PlacePath>,
    #[command(flatten)]
    #[serde(skip)]
    pub form: FormArgs,
}

/// How a report is written.
#[derive(Debug, Clone, Default, clap::Args)]
pub struct FormArgs {
    #[command(flatten)]
    pub answer: AnswerArgs,
    /// In a CSV also the lines below the tables, which otherwise go to standard error
    #[arg(long)]
    pub with_notes: bool,
    /// Who filled it in, as workbooks and pages say above their tables; by default the operator
    #[arg(long, value_name = "NAME")]
    pub filled_by: Option<String>,
    /// The phone number of whoever filled it in
    #[arg(long, value_name = "NUMBER")]
    pub phone: Option<String>,
}
