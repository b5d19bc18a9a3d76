//! `claim import`: a list of claims.

use super::answer::{Document, claim_json, refused_json};
use crate::desk::answer::{AnswerArgs, EntryJson};
use crate::desk::list_args::ListArgs;
use crate::desk::{Context, inbox, lists};
use crate::intake::Options;
use crate::model::exit::Exit;
use crate::model::words::ListKind;
use crate::store::collect::claims::ClaimImport;
use crate::store::{find, pending};

#[derive(Debug, clap::Args)]
pub struct ImportArgs {
    #[command(flatten)]
    pub lists: ListArgs,
    /// Treat claimants on no roster as outsiders, whatever 认领方式 is
    #[arg(long)]
    pub outsiders: bool,
    #[command(flatten)]
    pub answer: AnswerArgs,
}

pub fn run(args: &ImportArgs, context: &Context) -> anyhow::Result<Exit> {
    args.answer.check()?;
    let options = Options { outsiders: args.outsiders, ..Options::default() };
    let store = context.open()?;
    let lists = args.lists.open(ListKind::Claims, options, &store)?;
    args.lists.prepare_change(context, &store, &lists)?;
    let mut change = store.change(context.new_entry("claim import"))?;
    let mut import = ClaimImport::begin(&change, context.today, crate::lang::store::as_listed())?;
    let mut report = lists::import_all(&args.lists, context, &lists, &mut change, &mut import)?;
    let mut document = Document::default();
    let listed = if args.answer.wants_document()? { import.claims.as_slice() } else { &[] };
    for id in listed {
        let claim = find::claim_by_id(change.session(), *id)?;
        let need = find::need_by_id(change.session(), claim.need_id)?;
        document.claims.push(claim_json(change.session(), &claim, &need)?);
    }
    document.refused = import.refused.iter().map(|(code, refusal)| refused_json(code, refusal)).collect();
    for one in std::mem::take(&mut import.unmatched) {
        // A row of the inbox that is still not clear waits there already.
        if import.waits_already(&change, &one.draft)? {
            continue;
        }
        let list = lists.get(one.list).map_or("-", |list| list.name.as_str());
        if pending::note(&mut change, inbox::of_row(list, &one))? {
            report.also_stores();
        }
    }
    if import.settled > 0 {
        report.also_stores();
    }
    report.unreadable = lists.unreadable;
    let head = lists::commit(&args.lists, change, &mut report)?;
    report.print(context);
    report.print_counts(&args.lists, context, head.is_some());
    let (sheet, exit) = (report.sheet(&args.lists, &args.answer)?, report.exit());
    document.entry = EntryJson::of(head);
    document.files = report.files;
    document.warnings = report.warnings;
    document.unreadable = report.unreadable;
    args.answer.write(&sheet, &document, context)?;
    Ok(exit)
}
