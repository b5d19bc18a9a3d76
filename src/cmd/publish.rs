//! `publish`: puts verified needs on the wall and writes the pack of everything on it.

use std::path::{Path, PathBuf};

use serde::Serialize;

use crate::desk::answer::{AnswerArgs, EntryJson};
use crate::desk::{Context, bulk, finish, needs, wall as on_wall};
use crate::lang::cmd as text;
use crate::lang::refusal::unshown;
use crate::model::code::Code;
use crate::model::exit::{Exit, stop};
use crate::model::words::{NeedState, Unshown};
use crate::output::{self, Cell, CsvEncoding, CsvWriter, Sheet};
use crate::privacy::wall::PublicNeed;
use crate::publish::{Heading, Text, public, wechat};
use crate::store::log::Change;
use crate::store::place::Places;
use crate::store::rows::NeedRow;
use crate::store::wall::{self, Numbers};
use crate::store::{claim, export, find, setting};

/// Put verified needs on the wall and write the pack
///
/// Every verified need, or the CODEs given, gets a wall number and a public code. A need without consent, or with
/// private data in its text, is withheld with a warning. The pack contains everything on the wall, and only what may be
/// public: a CSV, and a list to paste into WeChat.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Only these needs
    #[arg(value_name = "CODE")]
    pub codes: Vec<Code>,
    /// The folder of the pack
    #[arg(long, value_name = "FOLDER", default_value = "publish")]
    pub to: PathBuf,
    /// How the form asked for consent: needs with a blank consent are published
    #[arg(long, value_name = "WHY")]
    pub consent: Option<String>,
    /// The text for the wall, of the one CODE given
    #[arg(long, value_name = "TEXT", requires = "codes")]
    pub wording: Option<String>,
    /// The text of the CODEs given was read and may be public as it is
    #[arg(long, requires = "codes")]
    pub as_is: bool,
    /// Take the CODEs given down from the wall; they keep their numbers
    #[arg(long, requires_all = ["codes", "reason"], conflicts_with_all = ["wording", "as_is", "consent"])]
    pub take_down: bool,
    /// Why they are taken down
    #[arg(long, value_name = "WHY", requires = "take_down")]
    pub reason: Option<String>,
    /// Say what would happen and change nothing
    #[arg(long)]
    pub dry_run: bool,
    #[command(flatten)]
    pub answer: AnswerArgs,
}

#[derive(Debug, Default, Serialize)]
struct Document {
    published: Vec<PublishedJson>,
    taken_down: Vec<PublishedJson>,
    withheld: Vec<WithheldJson>,
    /// Taken down earlier: only their own codes put them up again.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    staying_down: Vec<WithheldJson>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    refused: Vec<WithheldJson>,
    files: Vec<String>,
    on_the_wall: usize,
    waiting: usize,
    entry: Option<EntryJson>,
}

#[derive(Debug, Serialize)]
struct PublishedJson {
    code: String,
    number: Option<i64>,
}

#[derive(Debug, Serialize)]
struct WithheldJson {
    code: String,
    reason: String,
}

pub fn run(args: &Args, context: &Context) -> anyhow::Result<Exit> {
    args.answer.check()?;
    if args.wording.is_some() && args.codes.len() != 1 {
        return Err(stop(Exit::Usage, text::wording_wants_one()));
    }
    for (flag, value) in [("--wording", &args.wording), ("--consent", &args.consent)] {
        if value.as_deref().is_some_and(|value| value.trim().is_empty()) {
            return Err(stop(Exit::Usage, text::reason_empty(flag)));
        }
    }
    let codes: Vec<&str> = args.codes.iter().map(Code::as_str).collect();
    let verb = if args.take_down { "publish --take-down" } else { "publish" };
    let store = context.open()?;
    if args.codes.is_empty() && !args.dry_run {
        bulk::prepare(context, &store)?;
    }
    let mut change = store.change(context.new_entry([&[verb], codes.as_slice()].concat().join(" ")))?;
    let mut document = Document::default();
    let named = needs::needs(change.session(), &args.codes)?;
    if !args.dry_run {
        output::file::private_folder(&args.to)?;
    }
    if args.take_down {
        take_down(&mut change, args, &named, context, &mut document)?;
    } else {
        put_up(&mut change, args, named, context, &mut document)?;
    }
    let pack = pack(&change, context)?;
    for (code, why) in &pack.unshown {
        if !document.withheld.iter().any(|other| other.code == *code) {
            let reason = text::not_to_be_shown(code, unshown(*why));
            document.withheld.push(WithheldJson { reason, code: code.clone() });
        }
    }
    document.on_the_wall = pack.needs.len();
    document.waiting = pack.wechat.waiting;
    document.entry = EntryJson::of(finish(change, args.dry_run)?);
    if !args.dry_run {
        document.files = pack.write(&args.to).map_err(|cause| {
            stop(Exit::Partly, text::pack_not_written(document.published.len(), format!("{cause:#}")))
        })?;
    }
    print_outcome(args, context, &document);
    args.answer.write(&document.sheet(), &document)?;
    Ok(if document.refused.is_empty() { Exit::Done } else { Exit::Partly })
}

/// Publishes the given needs, or every verified one; withholds those that may not be public.
fn put_up(
    change: &mut Change<'_>,
    args: &Args,
    named: Vec<NeedRow>,
    context: &Context,
    document: &mut Document,
) -> anyhow::Result<()> {
    let mut numbers = Numbers::load(change)?;
    if args.codes.is_empty() {
        for (code, number, why) in wall::taken_down(change.session())? {
            let reason = text::stays_down(&code, number, why);
            document.staying_down.push(WithheldJson { reason, code });
        }
    }
    let ids: Vec<i64> =
        if args.codes.is_empty() { wall::ready(change.session())? } else { named.iter().map(|need| need.id).collect() };
    for id in ids {
        let stored = find::need_by_id(change.session(), id)?;
        let code = stored.code.to_string();
        let need = wall::worded(&stored, args.wording.as_deref().map(str::trim), args.as_is);
        if let (NeedState::Published, Some(reason)) =
            (need.state, on_wall::withheld(&need, args.consent.is_some(), context.today))
        {
            // A need on the wall keeps its text until the new one may be public.
            document.withheld.push(WithheldJson { code, reason });
            continue;
        }
        change.update(&stored, &need)?;
        match need.state {
            NeedState::Published if need.wording != stored.wording => context.note(text::reworded(&code)),
            NeedState::Published => context.note(text::already_published(&code)),
            NeedState::Verified => match on_wall::withheld(&need, args.consent.is_some(), context.today) {
                Some(reason) => document.withheld.push(WithheldJson { code, reason }),
                None => {
                    let after = wall::publish(change, &mut numbers, &need, context.today, args.consent.as_deref())?;
                    document.published.push(PublishedJson { code, number: after.number });
                }
            },
            _ => {
                let now = crate::lang::word(need.state.zh(), need.state.code());
                document.refused.push(WithheldJson { reason: text::not_verified(&code, now), code });
            }
        }
    }
    Ok(())
}

fn take_down(
    change: &mut Change<'_>,
    args: &Args,
    named: &[NeedRow],
    context: &Context,
    document: &mut Document,
) -> anyhow::Result<()> {
    let reason = args.reason.as_deref().unwrap_or_default().trim();
    if reason.is_empty() {
        return Err(stop(Exit::Usage, text::reason_empty("take-down")));
    }
    for need in named {
        let code = need.code.to_string();
        if need.state == NeedState::Verified && need.number.is_some() {
            context.note(text::already_done(&code));
        } else if need.state != NeedState::Published {
            let now = crate::lang::word(need.state.zh(), need.state.code());
            document.refused.push(WithheldJson { reason: text::not_on_the_wall(&code, now), code });
        } else if let Some(held) = claim::holding(change.session(), need.id)?.first() {
            let who = claim::party_names(change.session(), held.id)?;
            let reason = text::held_on_the_wall(&code, who, held.claimed_on);
            document.refused.push(WithheldJson { code, reason });
        } else {
            let after = wall::take_down(change, need, reason)?;
            document.taken_down.push(PublishedJson { code, number: after.number });
        }
    }
    Ok(())
}

/// Everything on the wall, rendered.
struct Pack {
    needs: Vec<PublicNeed>,
    /// On the wall, but not to be shown: left out of the pack.
    unshown: Vec<(String, Unshown)>,
    wechat: Text,
}

fn pack(change: &Change<'_>, context: &Context) -> anyhow::Result<Pack> {
    let session = change.session();
    let places = Places::load(session)?;
    let (mut needs, mut unshown) = (Vec::new(), Vec::new());
    for (id, progress) in export::wall(session)? {
        let need = find::need_by_id(session, id)?;
        if let Some(why) = wall::unshown(&need, context.today) {
            unshown.push((need.code.to_string(), why));
            continue;
        }
        needs.push(on_wall::public_need(&need, &places, progress, context.today)?);
    }
    let office = places.name(setting::office_place(session)?).to_owned();
    let day = context.today.to_string();
    let wechat = wechat::render(&needs, Heading { office: &office, day: &day });
    Ok(Pack { needs, unshown, wechat })
}

impl Pack {
    fn write(&self, folder: &Path) -> anyhow::Result<Vec<String>> {
        let (csv, list) = (folder.join("public.csv"), folder.join("wechat.txt"));
        output::file::write_file(&csv, true, |out| {
            let mut csv = CsvWriter::new(out, CsvEncoding::Utf8);
            csv.row(public::headers().iter().map(String::as_str))?;
            for row in public::rows(&self.needs) {
                csv.row(row.iter().map(String::as_str))?;
            }
            csv.finish()?;
            Ok(())
        })?;
        output::file::write_file(&list, true, |out| Ok(out.write_all(self.wechat.text.as_bytes())?))?;
        Ok(vec![csv.display().to_string(), list.display().to_string()])
    }
}

fn print_outcome(args: &Args, context: &Context, document: &Document) {
    for refused in &document.refused {
        crate::desk::warn(&refused.reason);
    }
    for down in &document.staying_down {
        context.note(&down.reason);
    }
    for withheld in &document.withheld {
        crate::desk::warn(text::withheld(&withheld.code, &withheld.reason));
    }
    context.note(text::published(
        document.published.len(),
        document.withheld.len(),
        document.on_the_wall,
        document.waiting,
    ));
    if args.dry_run {
        context.note(text::dry_run());
    } else {
        context.note(text::pack_at(document.files.join(crate::lang::comma())));
    }
}

impl Document {
    fn sheet(&self) -> Sheet {
        let mut sheet = Sheet::new(text::publish_headers());
        let mut row = |code: &str, number: Option<i64>, what: String| {
            let number = number.map(text::number);
            sheet.rows.push(vec![Cell::from(number), Cell::text_of(code), Cell::text_of(what)]);
        };
        for one in &self.published {
            row(&one.code, one.number, text::newly_published());
        }
        for one in &self.taken_down {
            row(&one.code, one.number, text::taken_down());
        }
        for one in self.withheld.iter().chain(&self.staying_down) {
            row(&one.code, None, one.reason.clone());
        }
        sheet
    }
}
