//! `publish --review`: what is withheld, one by one on a terminal, or as a list out; `publish --decisions` takes it back.

mod import;
mod walk;

use std::path::Path;

use serde::Serialize;

use super::Args;
use crate::desk::review::{Case, cases};
use crate::desk::wall::Judge;
use crate::desk::{Context, ask};
use crate::lang::publish as texts;
use crate::lang::verify::xlsx_or_csv;
use crate::model::exit::{Exit, stop};
use crate::model::words::{Decision, Level};
use crate::output::{self, Cell, CsvEncoding, Form, FormColumn, ListForm, ListWriter, Sheet};
use crate::privacy;
use crate::store::collect::decisions::text_of;
use crate::store::place::Places;
use crate::store::setting;

pub use self::import::run as decisions;

/// The columns of the list, each with its width on paper: the headers that lists of decisions have; those that are answered
/// come after the reason.
const COLUMNS: [(&str, u16); 10] = [
    ("编号", 11),
    ("属地", 11),
    ("姓名", 8),
    ("内容", 28),
    ("暂缓原因", 22),
    ("标出（【】内可能是隐私）", 28),
    (OUTCOME, 8),
    ("公开措辞", 28),
    (CONSENT, 10),
    ("理由", 22),
];
const OUTCOME: &str = "结果";
const CONSENT: &str = "征询结果";

#[derive(Debug, Serialize)]
struct Document {
    withheld: Vec<CaseJson>,
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<String>,
}

#[derive(Debug, Serialize)]
struct CaseJson {
    code: String,
    reason: String,
    /// What the wall would say, the private words in 【】.
    text: String,
}

/// On a terminal the walk, unless a list is asked for; else the table of what is withheld.
pub fn run(args: &Args, context: &Context) -> anyhow::Result<Exit> {
    args.answer.check()?;
    let is_answer = args.answer.format.is_some() || args.answer.output.is_some();
    if args.export.is_none() && !is_answer && ask::is_possible() {
        return walk::run(context);
    }
    let store = context.open()?;
    let reading = store.read()?;
    let judge = Judge::load(&reading, false, context.today)?;
    let cases = cases(&judge, &reading)?;
    if let Some(file) = &args.export {
        let places = Places::load(&reading)?;
        let office = places.path(setting::office_place(&reading)?).replace('/', "");
        write_list(file, &texts::form_title(office, context.today), args, &cases, &places)?;
        context.note(texts::review_exported(cases.len(), file.display()));
    } else {
        context.note(texts::review_waits(cases.len()));
    }
    let mut sheet = Sheet::new(texts::review_headers());
    for case in &cases {
        let cells = [case.need.code.as_str(), &case.reason, &case.marked];
        sheet.rows.push(cells.iter().map(|cell| Cell::text_of(*cell)).collect());
    }
    let json = |case: &Case| CaseJson {
        code: case.need.code.to_string(),
        reason: case.reason.clone(),
        text: case.marked.clone(),
    };
    let file = args.export.as_ref().map(|file| file.display().to_string());
    if file.is_none() || args.answer.wants_document()? {
        args.answer.write(&sheet, &Document { withheld: cases.iter().map(json).collect(), file }, context)?;
    }
    Ok(Exit::Done)
}

fn write_list(file: &Path, title: &str, args: &Args, cases: &[Case], places: &Places) -> anyhow::Result<()> {
    let ending = file.extension().and_then(|ending| ending.to_str()).map(str::to_ascii_lowercase);
    let form = match ending.as_deref() {
        Some("xlsx") => ListForm::Xlsx(texts::review_sheet()),
        Some("csv") => ListForm::Csv(CsvEncoding::Utf8.into()),
        _ => return Err(stop(Exit::Usage, xlsx_or_csv(file.display()))),
    };
    output::file::write_file(file, args.answer.force, |out| {
        let mut list = ListWriter::new(out, &form)?;
        let outcomes = [Decision::Pass, Decision::NeedsInfo, Decision::Reject].map(Decision::zh);
        let columns = COLUMNS.map(|(header, width)| {
            let choices = match header {
                OUTCOME => &outcomes[..],
                CONSENT => &["是", "否"],
                _ => &[],
            };
            FormColumn { header, width, choices }
        });
        let note = texts::form_note(cases.len());
        list.begin_form(&Form { title, note: &note, columns: &columns, rows: u32::try_from(cases.len())? })?;
        for case in cases {
            let need = &case.need;
            let place = places.name(places.at_level(need.place_id, Level::Community));
            let who = need.wisher.as_deref().or(need.proposer.as_deref()).unwrap_or_default();
            let content = privacy::mask_text(&text_of(need));
            list.row([need.code.as_str(), place, who, &content, &case.reason, &case.marked, "", "", "", ""])?;
        }
        list.finish()?;
        Ok(())
    })
}
