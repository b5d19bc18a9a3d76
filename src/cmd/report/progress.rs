//! `report progress`: how far needs have come, from collected to confirmed.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::desk::answer::{AnswerArgs, HeadJson};
use crate::desk::{self, Context};
use crate::lang::{cmd as text, word};
use crate::model::exit::Exit;
use crate::model::words::{Level, NeedKind, NeedState, Progress};
use crate::output::{Cell, Sheet};
use crate::store::figures::{self, HowFar};
use crate::store::place::Places;
use crate::store::{log, setting};

#[derive(Debug, clap::Args)]
pub struct Args {
    /// What the figures are grouped by; by default the level below the office
    #[arg(long, value_name = "GROUP")]
    pub by: Option<By>,
    /// Only wishes, or only projects
    #[arg(long, value_name = "KIND")]
    pub kind: Option<NeedKind>,
    /// Only the needs of this campaign; by default all
    #[arg(long, value_name = "NAME")]
    pub campaign: Option<String>,
    #[command(flatten)]
    pub answer: AnswerArgs,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum By {
    District,
    Street,
    Community,
}

/// A group's needs by how far they have come. Exits without fulfilment stand together.
#[derive(Debug, Clone, Copy, Default, Serialize)]
struct Funnel {
    total: i64,
    collected: i64,
    needs_info: i64,
    verified: i64,
    open: i64,
    partly_claimed: i64,
    claimed: i64,
    in_progress: i64,
    fulfilled: i64,
    confirmed: i64,
    closed: i64,
    out: i64,
}

#[derive(Serialize)]
struct GroupJson {
    place: String,
    kind: &'static str,
    #[serde(flatten)]
    funnel: Funnel,
}

pub fn run(args: &Args, context: &Context) -> anyhow::Result<Exit> {
    args.answer.check()?;
    let store = context.open()?;
    let reading = store.read()?;
    let campaign = match &args.campaign {
        None => None,
        Some(name) => Some(desk::campaign(&reading, name)?.id),
    };
    let places = Places::load(&reading)?;
    let level = match args.by {
        Some(By::District) => Level::District,
        Some(By::Street) => Level::Street,
        Some(By::Community) => Level::Community,
        None => places.level(setting::office_place(&reading)?).and_then(Level::below).unwrap_or(Level::Community),
    };
    let mut groups: BTreeMap<(String, NeedKind), Funnel> = BTreeMap::new();
    let mut totals: BTreeMap<NeedKind, Funnel> = BTreeMap::new();
    for row in figures::how_far(&reading, campaign)? {
        if args.kind.is_none_or(|kind| kind == row.kind) {
            let place = places.path(places.at_level(row.place, level));
            groups.entry((place, row.kind)).or_default().count(&row);
            totals.entry(row.kind).or_default().count(&row);
        }
    }
    let head = log::head(&reading)?;
    reading.finish()?;
    let mut sheet = Sheet::new(text::progress_heads());
    sheet.title = Some(text::progress_title(context.today));
    groups.iter().for_each(|((place, kind), funnel)| sheet.rows.push(funnel.row(place, *kind)));
    totals.iter().for_each(|(kind, funnel)| sheet.rows.push(funnel.row(&text::total(), *kind)));
    sheet.foot.push(text::progress_rule());
    sheet.foot.push(text::head_line(head));
    let json = |(place, kind): (String, NeedKind), funnel| GroupJson { place, kind: kind.code(), funnel };
    let groups: Vec<GroupJson> = groups.into_iter().map(|(key, funnel)| json(key, funnel)).collect();
    let totals: BTreeMap<&str, Funnel> = totals.into_iter().map(|(kind, funnel)| (kind.code(), funnel)).collect();
    let document = serde_json::json!({
        "as_of": context.today.to_string(),
        "campaign": args.campaign,
        "groups": groups,
        "total": totals,
        "head": HeadJson::of(head),
        "footer": sheet.foot,
    });
    args.answer.write(&sheet, &document)?;
    Ok(Exit::Done)
}

impl Funnel {
    fn count(&mut self, row: &HowFar) {
        self.total += row.count;
        let slot = match (row.state, row.progress) {
            (NeedState::Collected, _) => &mut self.collected,
            (NeedState::NeedsInfo, _) => &mut self.needs_info,
            (NeedState::Verified, _) => &mut self.verified,
            (NeedState::Published, None | Some(Progress::Open)) => &mut self.open,
            (NeedState::Published, Some(Progress::PartlyClaimed)) => &mut self.partly_claimed,
            (NeedState::Published, Some(Progress::Claimed)) => &mut self.claimed,
            (NeedState::Published, Some(Progress::InProgress)) => &mut self.in_progress,
            (NeedState::Published, Some(Progress::Fulfilled)) => &mut self.fulfilled,
            (NeedState::Published, Some(Progress::Confirmed)) => &mut self.confirmed,
            (NeedState::Closed, _) => &mut self.closed,
            (NeedState::Rejected | NeedState::Duplicate | NeedState::Withdrawn | NeedState::Unfulfilled, _) => {
                &mut self.out
            }
        };
        *slot += row.count;
    }

    fn row(&self, place: &str, kind: NeedKind) -> Vec<Cell> {
        let counts = [
            self.total,
            self.collected,
            self.needs_info,
            self.verified,
            self.open,
            self.partly_claimed,
            self.claimed,
            self.in_progress,
            self.fulfilled,
            self.confirmed + self.closed,
            self.out,
        ];
        let mut row = vec![Cell::text_of(place), Cell::text_of(word(kind.zh(), kind.code()))];
        row.extend(counts.map(Cell::Count));
        row
    }
}
