//! `status`, and the program without a command: what waits at each stage and what to type next, on one screen.

mod begin;
pub mod menu;
mod rejects;

use serde::Serialize;

use crate::desk::answer::{AnswerArgs, HeadJson};
use crate::desk::{Context, wall};
use crate::lang::{found as text, status as words, word};
use crate::model::day::Day;
use crate::model::exit::Exit;
use crate::output::{Cell, Sheet};
use crate::store::find::Orgs;
use crate::store::place::Places;
use crate::store::standing::{self, Count, Stage};
use crate::store::{Session, alias, backup, campaign, log, pending, setting, stale};

/// Show what waits at each stage, what is overdue, and what to type next
///
/// The program without a command does the same; on a terminal it then offers the steps as a menu. With a
/// list as its only word it asks there what the list is, and imports it.
#[derive(Debug, Default, clap::Args)]
pub struct Args {
    #[command(flatten)]
    pub answer: AnswerArgs,
}

#[derive(Serialize)]
struct StageJson {
    stage: &'static str,
    wishes: i64,
    projects: i64,
    overdue: i64,
    next: Option<String>,
}

#[derive(Serialize)]
struct BackupJson {
    on: String,
    days_ago: i64,
    file: String,
}

#[derive(Serialize)]
struct StatusJson {
    office: String,
    /// The name of the campaign in use.
    campaign: Option<String>,
    /// The same with its days, for people.
    #[serde(skip)]
    campaign_line: Option<String>,
    /// The name of the campaign in use, where the stages count needs of others too.
    #[serde(skip)]
    one_of_several: Option<String>,
    today: String,
    stages: Vec<StageJson>,
    overdue: i64,
    stale_claims: usize,
    pending_claims: usize,
    unknown_orgs: usize,
    open_rejects: Vec<rejects::OpenJson>,
    backup: Option<BackupJson>,
    /// What to type next, in the order of the campaign.
    next: Vec<String>,
    head: HeadJson,
}

pub fn run(args: &Args, context: &Context) -> anyhow::Result<Exit> {
    shown(args, context, sheet)
}

/// The same above the menu, which is on the screen with it: what waits, and nothing that the menu says itself.
fn run_above_menu(context: &Context) -> anyhow::Result<Exit> {
    shown(&Args::default(), context, short_sheet)
}

fn shown(args: &Args, context: &Context, sheet: fn(&StatusJson) -> Sheet) -> anyhow::Result<Exit> {
    args.answer.check()?;
    begin::check(context)?;
    let store = context.open()?;
    let reading = store.read()?;
    let status = gathered(&reading, context)?;
    args.answer.write(&sheet(&status), &status, context)?;
    Ok(Exit::Done)
}

fn gathered(session: &Session, context: &Context) -> anyhow::Result<StatusJson> {
    let places = Places::load(session)?;
    let in_use = setting::campaign_in_use(session)?;
    let campaign = in_use.map(|id| campaign::by_id(session, id)).transpose()?.flatten();
    let mut stages: Vec<StageJson> = standing::stages(session, context.today)?.into_iter().map(stage).collect();
    let to_publish = stages.iter_mut().filter(|stage| stage.stage == Stage::ToPublish.code());
    let way = way_to_the_wall(session, context.today)?;
    to_publish.for_each(|stage| stage.next = way.map(|verb| format!("shuangwei {verb}")));
    let stale = stale::claims(session, context.today, None, None)?;
    let has_others = campaign::all(session)?.len() > 1;
    let mut status = StatusJson {
        one_of_several: campaign.as_ref().filter(|_| has_others).map(|campaign| campaign.name.clone()),
        office: places.path(setting::office_place(session)?),
        campaign: campaign.as_ref().map(|campaign| campaign.name.clone()),
        campaign_line: campaign.map(|campaign| words::campaign(campaign.name, campaign.from_day, campaign.until_day)),
        today: context.today.to_string(),
        overdue: stages.iter().map(|stage| stage.overdue).sum(),
        stages,
        stale_claims: stale.len(),
        pending_claims: pending::count_waiting(session)?,
        unknown_orgs: alias::pending(session, &Orgs::load(session)?)?.len(),
        open_rejects: rejects::open(session, &context.db)?,
        backup: newest_backup(context)?,
        next: Vec::new(),
        head: HeadJson::of(log::head(session)?),
    };
    status.next = next(session, &status)?;
    Ok(status)
}

fn stage((stage, Count { wishes, projects, overdue }): (Stage, Count)) -> StageJson {
    let kind = if wishes > 0 { "wishes" } else { "projects" };
    let verb = match stage {
        Stage::ToVerify => "verify".to_owned(),
        Stage::NeedsInfo => format!("list {kind} --state needs_info"),
        Stage::ToPublish => "publish".to_owned(),
        Stage::ToClaim => "claim suggest".to_owned(),
        Stage::ToDo => "claim remind".to_owned(),
        Stage::ToConfirm => format!("list {kind} --state fulfilled"),
    };
    let next = (wishes + projects > 0).then(|| format!("shuangwei {verb}"));
    StageJson { stage: stage.code(), wishes, projects, overdue, next }
}

/// The command that verified needs wait for; none where nothing waits but what was taken down.
fn way_to_the_wall(session: &Session, today: Day) -> anyhow::Result<Option<&'static str>> {
    if !standing::waits_for_the_wall(session)? {
        return Ok(None);
    }
    Ok(Some(if wall::may_go_up(session, today)? { "publish" } else { "publish --review" }))
}

fn newest_backup(context: &Context) -> anyhow::Result<Option<BackupJson>> {
    let Some((day, path)) = backup::newest_automatic(&context.db)? else { return Ok(None) };
    let since = context.today.date().since((jiff::Unit::Day, day.date()))?.get_days();
    // Where the clock was ahead when it was made.
    let days_ago = i64::from(since.max(0));
    Ok(Some(BackupJson { on: day.to_string(), days_ago, file: path.display().to_string() }))
}

/// What to type next: what is missing to begin with, then stage by stage, then what was left over.
fn next(session: &Session, status: &StatusJson) -> anyhow::Result<Vec<String>> {
    let (needs, members, orgs) = standing::records(session)?;
    let mut next = Vec::new();
    let missing = [
        (status.campaign.is_none(), words::next_campaign()),
        (orgs == 0, words::next_orgs()),
        (members == 0, words::next_members()),
        (needs == 0, words::next_wishes()),
    ];
    next.extend(missing.into_iter().filter(|(is_missing, _)| *is_missing).map(|(_, command)| command));
    next.extend(status.open_rejects.iter().map(|one| one.next.clone()));
    next.extend(status.stages.iter().filter_map(|stage| stage.next.clone()));
    let left = [
        (status.pending_claims > 0, "shuangwei claim pending"),
        (status.unknown_orgs > 0, "shuangwei alias pending"),
        (status.stale_claims > 0, "shuangwei claim expire --dry-run"),
        (status.overdue > 0, "shuangwei report overdue"),
        (needs > 0, "shuangwei report quota"),
    ];
    next.extend(left.into_iter().filter(|(is_left, _)| *is_left).map(|(_, command)| command.to_owned()));
    Ok(next)
}

fn sheet(status: &StatusJson) -> Sheet {
    let mut sheet = stages_of(status, |_| true);
    sheet.foot.extend(status.open_rejects.iter().map(|one| words::open_rejects(&one.file)));
    sheet.foot.extend(left_over(status));
    sheet.foot.push(words::next_heading());
    sheet.foot.extend(status.next.iter().map(|command| format!("  {command}")));
    sheet.foot.push(text::find_hint());
    sheet
}

/// The stages where something waits, the first list to mend, and the first thing to type.
fn short_sheet(status: &StatusJson) -> Sheet {
    let mut sheet = stages_of(status, |stage| stage.wishes + stage.projects + stage.overdue > 0);
    match status.open_rejects.as_slice() {
        [] => {}
        [one] => sheet.foot.push(words::open_rejects(&one.file)),
        [first, others @ ..] => sheet.foot.push(words::several_open_rejects(&first.file, others.len())),
    }
    sheet.foot.extend(left_over(status));
    sheet.foot.extend(status.next.first().map(words::next_is));
    sheet
}

/// The title, a row for each of these stages, and whose they are.
fn stages_of(status: &StatusJson, is_wanted: impl Fn(&StageJson) -> bool) -> Sheet {
    let mut sheet = Sheet::new(words::headers());
    sheet.title =
        Some(words::title(&status.office, status.campaign_line.as_deref().unwrap_or_default(), &status.today));
    for (stage, row) in Stage::ALL.iter().zip(&status.stages).filter(|(_, row)| is_wanted(row)) {
        sheet.rows.push(vec![
            Cell::text_of(word(stage.zh(), stage.code())),
            Cell::Count(row.wishes),
            Cell::Count(row.projects),
            Cell::Count(row.overdue),
            Cell::from(row.next.clone()),
        ]);
    }
    sheet.foot.extend(status.one_of_several.as_ref().map(words::of_all_campaigns));
    sheet
}

/// What was left over, and when the last backup was.
fn left_over(status: &StatusJson) -> Vec<String> {
    let left = [
        (status.pending_claims, words::pending_claims as fn(usize) -> String),
        (status.unknown_orgs, words::unknown_orgs),
        (status.stale_claims, words::stale_claims),
    ];
    let mut lines: Vec<String> =
        left.into_iter().filter(|(count, _)| *count > 0).map(|(count, line)| line(count)).collect();
    lines.push(match &status.backup {
        Some(backup) => words::backed_up(&backup.on, backup.days_ago),
        None => words::not_backed_up(),
    });
    lines
}
