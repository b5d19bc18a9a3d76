//! `claim wechat`: who claims what in a sign-up (接龙) or a chat. Shows what it reads; takes the sure ones on request.

use std::collections::HashMap;

use serde::Serialize;

use super::answer::{ClaimJson, claim_json};
use crate::desk::answer::{AnswerArgs, EntryJson};
use crate::desk::chat::{self, Proposal, Settled};
use crate::desk::{Context, bulk, finish, inbox, quoted, values};
use crate::intake;
use crate::lang::{chat as text, cmd, comma, word};
use crate::model::chat::{Act, Certainty, Doubt};
use crate::model::exit::Exit;
use crate::model::words::Role;
use crate::output::{Cell, Sheet};
use crate::store::Session;
use crate::store::claimant::Named;
use crate::store::log::Change;
use crate::store::pending;

#[derive(Debug, clap::Args)]
pub struct WechatArgs {
    /// The chat or sign-up as text; `-` is standard input
    #[arg(value_name = "FILE")]
    pub file: String,
    /// Record the sure ones, in one change; the rest is asked on a terminal, else left to decide
    #[arg(long)]
    pub take_sure: bool,
    /// The encoding, if it cannot be detected: utf-8, gb18030, utf-16le, utf-16be
    #[arg(long, value_name = "ENCODING")]
    pub encoding: Option<intake::Encoding>,
    /// Say what would happen and change nothing
    #[arg(long)]
    pub dry_run: bool,
    #[command(flatten)]
    pub answer: AnswerArgs,
}

#[derive(Debug, Serialize)]
struct ProposalJson {
    line: u32,
    words: String,
    act: &'static str,
    number: Option<u32>,
    need: Option<String>,
    claimants: Vec<Named>,
    who: String,
    unit: String,
    quantity: Option<i64>,
    on: Option<String>,
    certainty: &'static str,
    problems: Vec<String>,
    /// The problems as words.
    doubts: Vec<&'static str>,
}

#[derive(Debug, Serialize)]
struct LineJson {
    line: u32,
    words: String,
}

#[derive(Debug, Serialize)]
struct Document {
    lines: usize,
    sure: usize,
    doubtful: usize,
    done: usize,
    refused: usize,
    proposals: Vec<ProposalJson>,
    claims: Vec<ClaimJson>,
    entry: Option<EntryJson>,
    /// Lines that name a wall number and were not read as claims.
    left_out: Vec<LineJson>,
}

pub fn run(args: &WechatArgs, context: &Context) -> anyhow::Result<Exit> {
    args.answer.check()?;
    let read = intake::chat::read(&args.file, args.encoding)?;
    let store = context.open()?;
    let reading = store.read()?;
    let chat::Read { proposals, left_out } = chat::proposals(&reading, &read, context.today)?;
    if proposals.is_empty() {
        context.note(text::nothing_said());
    }
    if !args.take_sure {
        let document = document(&reading, read.lines, &proposals, &left_out)?;
        args.answer.write(&sheet(&reading, &proposals, false)?, &document, context)?;
        note_left_out(context, &left_out);
        note_counts(context, &document, text::counted);
        if !proposals.is_empty() {
            context.note(text::way_take());
        }
        if args.dry_run {
            context.note_dry_run();
        }
        return Ok(Exit::Done);
    }
    reading.finish()?;
    let decided = chat::ask(&store, &proposals)?;
    if !args.dry_run
        && decided.values().len() + proposals.iter().filter(|one| one.certainty == Certainty::Sure).count() > 0
    {
        bulk::prepare(context, &store)?;
    }
    let mut change = store.change(context.new_entry("claim wechat"))?;
    change.read_from(read.digest);
    // Read again under the lock: somebody else may have claimed meanwhile.
    let chat::Read { mut proposals, left_out } = chat::proposals(change.session(), &read, context.today)?;
    let claims = take(&mut change, &mut proposals, &decided, context)?;
    for row in proposals.iter().filter_map(|one| inbox::of_proposal(&args.file, one)) {
        pending::note(&mut change, row)?;
    }
    let mut document = document(change.session(), read.lines, &proposals, &left_out)?;
    let sheet = sheet(change.session(), &proposals, true)?;
    document.claims = claims;
    let is_open = |one: &&Proposal| one.certainty == Certainty::Doubtful;
    let left = proposals.iter().filter(|one| is_open(one) && one.act == Act::Claim).count();
    document.entry = EntryJson::of(finish(change, args.dry_run)?);
    note_left_out(context, &left_out);
    let count = document.claims.len();
    // A dry run has taken nothing.
    note_counts(context, &document, if args.dry_run { text::would_be_counted } else { text::counted });
    context.note(if args.dry_run { text::would_take(count) } else { text::taken(count) });
    if args.dry_run {
        context.note_dry_run();
    }
    if left > 0 {
        context.note(text::left_to_decide(left));
    }
    let releases = proposals.iter().filter(|one| is_open(one) && one.act == Act::Release);
    let releases: Vec<(u32, &str)> = releases.map(|one| (one.line, one.words.as_str())).collect();
    if !releases.is_empty() {
        context.note(text::releases_left(releases.len(), listed(releases.into_iter())));
    }
    args.answer.write(&sheet, &document, context)?;
    Ok(Exit::Done)
}

/// Takes what is sure or was decided on the terminal.
fn take(
    change: &mut Change<'_>,
    proposals: &mut [Proposal],
    decided: &HashMap<chat::Place, chat::Decision>,
    context: &Context,
) -> anyhow::Result<Vec<ClaimJson>> {
    let mut claims = Vec::new();
    for proposal in proposals {
        match chat::take(change, proposal, decided.get(&proposal.place()), context.today)? {
            Settled::Claim(claim, need) => {
                claims.push(claim_json(change.session(), &claim, &need)?);
                if let Some(published) = need.published_on.filter(|published| claim.claimed_on < *published) {
                    context.note(cmd::claimed_before_published(&need.code, claim.claimed_on, published));
                }
            }
            Settled::Released(claim, need) => {
                if proposal.on.is_none() {
                    context.note(text::released_today(proposal.line, context.today));
                }
                claims.push(claim_json(change.session(), &claim, &need)?);
            }
            Settled::Not => {}
        }
    }
    Ok(claims)
}

/// Names what is not read as a claim, the first few in words.
fn note_left_out(context: &Context, left_out: &[(u32, String)]) {
    if !left_out.is_empty() {
        let lines = left_out.iter().map(|(line, words)| (*line, words.as_str()));
        context.note(text::left_out(left_out.len(), listed(lines)));
    }
}

/// Some lines in words, and … for the others.
fn listed<'l>(lines: impl Iterator<Item = (u32, &'l str)>) -> String {
    const NAMED: usize = 5;
    let mut lines: Vec<String> = lines.map(|(line, words)| text::line_says(line, quoted::words(words))).collect();
    if lines.len() > NAMED {
        lines.truncate(NAMED);
        lines.push("…".to_owned());
    }
    lines.join(comma())
}

/// How many there are of each certainty, in a sentence.
fn note_counts(context: &Context, document: &Document, message: fn(usize, usize, usize, usize, usize) -> String) {
    let Document { lines, sure, doubtful, done, refused, .. } = *document;
    context.note(message(lines, sure, doubtful, done, refused));
}

fn document(
    session: &Session,
    lines: usize,
    proposals: &[Proposal],
    left_out: &[(u32, String)],
) -> anyhow::Result<Document> {
    let count = |certainty| proposals.iter().filter(|one| one.certainty == certainty).count();
    let json = |one: &Proposal| -> anyhow::Result<ProposalJson> {
        let claimants = one.parties.iter().enumerate().map(|(at, party)| {
            let role = if at == 0 { Role::Lead } else { Role::Joint };
            values::claimant(session, *party, role)
        });
        Ok(ProposalJson {
            line: one.line,
            words: quoted::words(&one.words),
            act: one.act.code(),
            number: one.number,
            need: one.need.as_ref().map(|need| need.code.to_string()),
            claimants: claimants.collect::<anyhow::Result<_>>()?,
            who: quoted::about(&one.words, &chat::names(session, one)?),
            unit: quoted::about(&one.words, &chat::unit(session, one)?),
            quantity: one.quantity,
            on: one.on.map(|day| day.to_string()),
            certainty: one.certainty.code(),
            problems: one.doubts.iter().map(|doubt| quoted::about(&one.words, &text::doubt(doubt))).collect(),
            doubts: one.doubts.iter().map(Doubt::code).collect(),
        })
    };
    Ok(Document {
        lines,
        sure: count(Certainty::Sure),
        doubtful: count(Certainty::Doubtful),
        done: count(Certainty::Done),
        refused: count(Certainty::Refused),
        proposals: proposals.iter().map(json).collect::<anyhow::Result<_>>()?,
        claims: Vec::new(),
        entry: None,
        left_out: left_out.iter().map(|(line, words)| LineJson { line: *line, words: quoted::words(words) }).collect(),
    })
}

/// A row for each; with `to_decide` only for those that nobody has settled.
fn sheet(session: &Session, proposals: &[Proposal], to_decide: bool) -> anyhow::Result<Sheet> {
    let mut sheet = Sheet::new(text::chat_headers());
    for one in proposals {
        let is_open = matches!(one.certainty, Certainty::Doubtful | Certainty::Refused);
        if to_decide && !is_open {
            continue;
        }
        sheet.rows.push(vec![
            Cell::Count(i64::from(one.line)),
            Cell::text_of(quoted::words(&one.words)),
            Cell::from(one.number.map(text::number)),
            Cell::text_of(quoted::about(&one.words, &chat::names(session, one)?)),
            Cell::text_of(quoted::about(&one.words, &chat::unit(session, one)?)),
            Cell::word(one.certainty.zh(), one.certainty.code()),
            Cell::text_of(quoted::about(&one.words, &text::doubts(&one.doubts))),
            Cell::text_of(decision(one)),
            Cell::count_or_blank(one.quantity),
            Cell::day(one.on),
        ]);
    }
    Ok(sheet)
}

/// What the list says in its column for decisions: only the sure ones are decided.
fn decision(one: &Proposal) -> String {
    match one.certainty {
        Certainty::Sure => word(one.act.zh(), one.act.code()),
        Certainty::Doubtful | Certainty::Done | Certainty::Refused => String::new(),
    }
}
