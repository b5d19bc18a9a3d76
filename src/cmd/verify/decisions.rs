//! `verify --decisions FILE`: imports the decisions of those who phoned and visited.

use super::{Args, Document};
use crate::desk::answer::EntryJson;
use crate::desk::list_args::ListArgs;
use crate::desk::{Context, lists};
use crate::intake::{Options, Read};
use crate::model::draft::Draft;
use crate::model::exit::Exit;
use crate::model::words::ListKind;
use crate::store::collect::decisions::DecisionImport;

pub fn run(args: &Args, file: &str, context: &Context) -> anyhow::Result<Exit> {
    let list_args = ListArgs {
        files: vec![file.to_owned()],
        recursive: false,
        skip_unreadable: false,
        encoding: args.encoding,
        delimiter: None,
        sheet: args.sheet.clone(),
        quotes: args.quotes.unwrap_or_default(),
        visible_only: args.visible_only,
        map: None,
        save_map: false,
        // Columns that the office adds to a list of decisions are its own business.
        ignore: Vec::new(),
        no_map: true,
        set: Vec::new(),
        ask: false,
        strict: args.strict,
        strict_cells: false,
        verbose: false,
        rejects: args.rejects.clone(),
        dry_run: args.dry_run,
    };
    let store = context.open()?;
    let lists = list_args.open(ListKind::Decisions, Options::default(), &store)?;
    list_args.prepare_change(context, &store, &lists)?;
    let mut change = store.change(context.new_entry("verify --decisions"))?;
    let today = args.on.unwrap_or(context.today);
    let mut import = DecisionImport::begin(today, args.by.as_deref().unwrap_or(&context.operator));
    for (place, list) in lists.iter().enumerate() {
        for row in list.rows()? {
            let row = row?;
            if let Read::Draft { draft: Draft::Decision(draft), .. } = &row.read {
                import.hear(change.session(), draft, place, row.number)?;
            }
        }
    }
    let mut report = lists::import_all(&list_args, context, &lists, &mut change, &mut import)?;
    let mut document = Document::default();
    for (need, verdict) in &import.decided {
        document.count(need, verdict);
    }
    let head = lists::commit(&list_args, change, &mut report)?;
    report.print(context);
    report.print_counts(&list_args, context, head.is_some());
    document.checked = report.files.iter().map(|file| file.rows).sum();
    document.entry = EntryJson::of(head);
    let sheet = report.sheet(&list_args, &args.answer)?;
    let rejected = report.rejected();
    document.files = report.files;
    document.warnings = report.warnings;
    document.write(args, &sheet, context)?;
    Ok(if rejected > 0 { Exit::Partly } else { Exit::Done })
}
