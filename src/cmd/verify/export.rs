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
use crate::model::day::Day;
use crate::model::exit::{Exit, stop};
use crate::model::fields::{Field, FieldDef, Stored};
use crate::model::words::{Decision, ListKind, NeedKind};
use crate::output::report::path_below;
use crate::output::{self, CsvEncoding, Form, FormColumn, ListForm, ListWriter, Sheet};
use crate::privacy;
use crate::store::Session;
use crate::store::Store;
use crate::store::collect::decisions::text_of;
use crate::store::place::Places;
use crate::store::rows::NeedRow;
use crate::store::{export, find, log, neighbours, setting, stored};

/// The columns, each with its width on paper: the headers that lists of decisions and of wishes have, so that it is known
/// when it comes back.
const COLUMNS: &[(Column, u16)] = &[
    (Column::Of(ListKind::Decisions, Field::Code), 12),
    (Column::Kind, 7),
    (Column::Of(ListKind::Wishes, Field::Place), 10),
    (Column::Of(ListKind::Decisions, Field::Wisher), 8),
    (Column::Of(ListKind::Wishes, Field::Phone), 13),
    (Column::Of(ListKind::Wishes, Field::Address), 13),
    (Column::Of(ListKind::Decisions, Field::Content), 26),
    (Column::Of(ListKind::Wishes, Field::Quantity), 5),
    (Column::Of(ListKind::Wishes, Field::Budget), 8),
    (Column::Of(ListKind::Wishes, Field::Deadline), 9),
    (Column::Hint, 13),
    (Column::Of(ListKind::Decisions, Field::Outcome), 8),
    (Column::Of(ListKind::Decisions, Field::Reason), 24),
    (Column::Of(ListKind::Decisions, Field::DuplicateOf), 8),
    (Column::Of(ListKind::Decisions, Field::VerifiedBy), 7),
    (Column::Of(ListKind::Decisions, Field::VerifiedHow), 6),
    (Column::Of(ListKind::Decisions, Field::VerifiedOn), 9),
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
    fn header(self) -> &'static str {
        match self {
            Column::Of(kind, field) => intake::header(kind, field).unwrap_or_default(),
            Column::Kind => "类别",
            Column::Hint => "提示",
        }
    }

    fn of_form<'f>(self, width: u16, outcomes: &'f [&'f str]) -> FormColumn<'f> {
        let choices = match self {
            Column::Of(_, Field::Outcome) => outcomes,
            Column::Of(_, Field::VerifiedHow) => HOW,
            Column::Of(..) | Column::Kind | Column::Hint => &[],
        };
        FormColumn { header: self.header(), width, choices }
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
    let writing = Writing {
        session: &reading,
        hints: hints(&reading, &places)?,
        office: setting::office_place(&reading)?,
        day: context.today,
        places,
        reveal: args.reveal.is_some(),
    };
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
    /// Whose list it is, and of which day.
    office: i64,
    day: Day,
    reveal: bool,
}

impl Writing<'_> {
    fn write(&self, needs: &[NeedRow], is_xlsx: bool, out: impl std::io::Write + Send) -> anyhow::Result<()> {
        let form = if is_xlsx { ListForm::Xlsx("核实".to_owned()) } else { ListForm::Csv(CsvEncoding::Utf8.into()) };
        let mut list = ListWriter::new(out, &form)?;
        let outcomes: Vec<&str> = Decision::ALL.iter().map(|decision| decision.zh()).collect();
        let columns: Vec<FormColumn<'_>> =
            COLUMNS.iter().map(|(column, width)| column.of_form(*width, &outcomes)).collect();
        let title = text::form_title(self.places.path(self.office).replace('/', ""), self.day);
        let note = text::form_note(needs.len());
        list.begin_form(&Form { title: &title, note: &note, columns: &columns, rows: u32::try_from(needs.len())? })?;
        for need in needs {
            let cells = self.cells(need, is_xlsx)?;
            list.row(cells.iter().map(String::as_str))?;
        }
        list.finish()?;
        Ok(())
    }

    fn cells(&self, need: &NeedRow, is_xlsx: bool) -> anyhow::Result<Vec<String>> {
        let values = Values { session: self.session, places: Some(&self.places), reveal: self.reveal };
        let stored = stored(need)?;
        let cell = |column| match column {
            // The title has the path of the office.
            Column::Of(_, Field::Place) if is_xlsx => {
                Ok(path_below(&self.places.path(need.place_id), &self.places.path(self.office)).into_owned())
            }
            _ => self.cell(need, column, &values, &stored),
        };
        COLUMNS.iter().map(|(column, _)| cell(*column)).collect()
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
