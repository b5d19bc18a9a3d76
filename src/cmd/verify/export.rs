//! `verify --export FILE`: what waits, as a list to print or to send to those who phone and visit, which
//! `verify --decisions` takes back.

use std::collections::HashMap;
use std::path::Path;

use serde::Serialize;

use super::Args;
use crate::desk::values::Values;
use crate::desk::{Context, place, ruling};
use crate::intake;
use crate::lang::{self, cmd, verify as text};
use crate::model::exit::{Exit, stop};
use crate::model::fields::{Field, FieldDef, Stored};
use crate::model::words::{Decision, ListKind, NeedKind};
use crate::output::{self, CsvEncoding, ListForm, ListWriter, Sheet};
use crate::privacy;
use crate::store::Session;
use crate::store::Store;
use crate::store::collect::decisions::text_of;
use crate::store::place::Places;
use crate::store::rows::NeedRow;
use crate::store::{export, find, log, neighbours, setting, stored};

/// The columns: the headers that lists of decisions and of wishes have, so that it is known when it comes back.
const COLUMNS: &[Column] = &[
    Column::Of(ListKind::Decisions, Field::Code),
    Column::Kind,
    Column::Of(ListKind::Wishes, Field::Place),
    Column::Of(ListKind::Decisions, Field::Wisher),
    Column::Of(ListKind::Wishes, Field::Phone),
    Column::Of(ListKind::Wishes, Field::Address),
    Column::Of(ListKind::Decisions, Field::Content),
    Column::Of(ListKind::Wishes, Field::Quantity),
    Column::Of(ListKind::Wishes, Field::Budget),
    Column::Of(ListKind::Wishes, Field::Deadline),
    Column::Hint,
    Column::Of(ListKind::Decisions, Field::Outcome),
    Column::Of(ListKind::Decisions, Field::Reason),
    Column::Of(ListKind::Decisions, Field::DuplicateOf),
    Column::Of(ListKind::Decisions, Field::VerifiedBy),
    Column::Of(ListKind::Decisions, Field::VerifiedHow),
    Column::Of(ListKind::Decisions, Field::VerifiedOn),
];

/// How needs are verified.
pub const HOW: &[&str] = &["电话", "入户", "窗口"];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Column {
    Of(ListKind, Field),
    Kind,
    /// What whoever verifies should look at: earlier needs that say nearly the same, private data in the text.
    Hint,
}

impl Column {
    fn head(self) -> &'static str {
        match self {
            Column::Of(kind, field) => intake::head(kind, field).unwrap_or_default(),
            Column::Kind => "类别",
            Column::Hint => "提示",
        }
    }
}

#[derive(Debug, Serialize)]
struct Document {
    file: String,
    rows: usize,
}

pub fn run(args: &Args, file: &Path, context: &Context) -> anyhow::Result<Exit> {
    let is_xlsx = is_xlsx(file)?;
    output::file::check(file, args.answer.force)?;
    let store = context.open()?;
    if let Some(reason) = args.reveal.as_deref() {
        note_reveal(&store, context, "export decisions --reveal", reason)?;
    }
    let reading = store.read()?;
    let places = Places::load(&reading)?;
    let mut needs = Vec::new();
    let wider = match &args.place {
        Some(path) => Some(place(&places, setting::office_place(&reading)?, Some(path))?),
        None => None,
    };
    for id in export::waiting(&reading, context.today)? {
        let need = find::need_by_id(&reading, id)?;
        if wider.is_none_or(|wider| places.is_within(need.place_id, wider)) {
            needs.push(need);
        }
    }
    let writing =
        Writing { session: &reading, hints: hints(&reading, &places)?, places, reveal: args.reveal.is_some() };
    output::file::write_file(file, args.answer.force, |out| writing.write(&needs, is_xlsx, out))?;
    context.note(text::exported(needs.len(), file.display()));
    context.note(cmd::head_line(log::head(&reading)?));
    if args.answer.wants_document()? {
        let document = Document { file: file.display().to_string(), rows: needs.len() };
        args.answer.write(&Sheet::default(), &document, context)?;
    }
    Ok(Exit::Done)
}

/// Whether the list is a workbook; else it is a CSV. Errors: another ending (exit 2).
fn is_xlsx(file: &Path) -> anyhow::Result<bool> {
    let ending = file.extension().map(|ending| ending.to_ascii_lowercase());
    match ending.as_ref().and_then(|ending| ending.to_str()) {
        Some("xlsx") => Ok(true),
        Some("csv") => Ok(false),
        _ => Err(stop(Exit::Usage, text::xlsx_or_csv(file.display()))),
    }
}

/// Notes in the log why phones and addresses are written out.
pub fn note_reveal(store: &Store, context: &Context, command: &str, reason: &str) -> anyhow::Result<()> {
    if reason.trim().is_empty() {
        return Err(stop(Exit::Usage, cmd::reason_empty("--reveal")));
    }
    let mut change = store.change(context.new_entry(command))?;
    setting::note_reveal(&mut change, reason.trim())?;
    change.finish()?;
    Ok(())
}

/// By need: the codes of earlier needs that say nearly the same.
fn hints(session: &Session, places: &Places) -> anyhow::Result<HashMap<i64, String>> {
    const NAMED: usize = 3;
    let all = neighbours::all(session, places)?;
    let found = ruling::near_ones(&all, ruling::NEAR, false, NAMED);
    let hints = all.iter().zip(&found).filter(|(_, repeats)| !repeats.near.is_empty()).map(|(need, repeats)| {
        let codes: Vec<&str> = repeats.near.iter().map(|near| all[near.earlier as usize].code.as_str()).collect();
        (need.id, text::near(codes.join(lang::comma())))
    });
    Ok(hints.collect())
}

struct Writing<'a> {
    session: &'a Session,
    hints: HashMap<i64, String>,
    places: Places,
    reveal: bool,
}

impl Writing<'_> {
    fn write(&self, needs: &[NeedRow], is_xlsx: bool, out: impl std::io::Write + Send) -> anyhow::Result<()> {
        let form = if is_xlsx { ListForm::Xlsx("核实".to_owned()) } else { ListForm::Csv(CsvEncoding::Utf8.into()) };
        let mut list = ListWriter::new(out, &form)?;
        list.headers(COLUMNS.iter().map(|column| column.head()))?;
        let column = |field| {
            let wanted = Column::Of(ListKind::Decisions, field);
            (0..).zip(COLUMNS).find(|(_, column)| **column == wanted).map_or(0, |(place, _)| place)
        };
        let outcomes: Vec<&str> = Decision::ALL.iter().map(|decision| decision.zh()).collect();
        let rows = u32::try_from(needs.len())?;
        list.as_form(rows, &[(column(Field::Outcome), &outcomes), (column(Field::VerifiedHow), HOW)]);
        for need in needs {
            let cells = self.cells(need)?;
            list.row(cells.iter().map(String::as_str))?;
        }
        list.finish()?;
        Ok(())
    }

    fn cells(&self, need: &NeedRow) -> anyhow::Result<Vec<String>> {
        let values = Values { session: self.session, places: Some(&self.places), reveal: self.reveal };
        let stored = stored(need)?;
        COLUMNS.iter().map(|column| self.cell(need, *column, &values, &stored)).collect()
    }

    fn cell(
        &self,
        need: &NeedRow,
        column: Column,
        values: &Values<'_>,
        stored: &[(&FieldDef, Stored)],
    ) -> anyhow::Result<String> {
        let Column::Of(kind, field) = column else {
            return Ok(if column == Column::Kind { need.kind.zh().to_owned() } else { self.hint(need) });
        };
        Ok(match (kind, field) {
            (ListKind::Decisions, Field::Wisher) if need.kind == NeedKind::Project => {
                need.proposer.clone().unwrap_or_default()
            }
            (_, Field::Content) => {
                let text = text_of(need);
                if self.reveal { text } else { privacy::mask_private(&text, &[]) }
            }
            // What follows from the decision is for whoever verifies to fill in.
            (ListKind::Decisions, field) if !matches!(field, Field::Code | Field::Wisher) => String::new(),
            (_, field) => match stored.iter().find(|(def, _)| def.field == Some(field)) {
                Some((def, value)) => values.cell(def, value)?,
                None => String::new(),
            },
        })
    }

    fn hint(&self, need: &NeedRow) -> String {
        let near = self.hints.get(&need.id).cloned();
        let private = text::private_in(&super::private_kinds(need));
        [near, private].into_iter().flatten().collect::<Vec<_>>().join(lang::semicolon())
    }
}
