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
use crate::output::{self, Cell, CsvEncoding, ListForm, ListWriter, Sheet};
use crate::privacy;
use crate::store::collect::decisions::text_of;
use crate::store::place::Places;

pub use self::import::run as decisions;

/// The headers of the list, as lists of decisions have them; those that are answered come after the reason.
const HEADERS: [&str; 10] =
    ["编号", "属地", "姓名", "内容", "暂缓原因", "标出（【】内可能是隐私）", "结果", "公开措辞", "征询结果", "理由"];
/// What is answered, by its column.
const OUTCOME: u16 = 6;
const CONSENT: u16 = 8;

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
        write_list(file, args, &cases, &Places::load(&reading)?)?;
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

fn write_list(file: &Path, args: &Args, cases: &[Case], places: &Places) -> anyhow::Result<()> {
    let ending = file.extension().and_then(|ending| ending.to_str()).map(str::to_ascii_lowercase);
    let form = match ending.as_deref() {
        Some("xlsx") => ListForm::Xlsx(texts::review_sheet()),
        Some("csv") => ListForm::Csv(CsvEncoding::Utf8.into()),
        _ => return Err(stop(Exit::Usage, xlsx_or_csv(file.display()))),
    };
    output::file::write_file(file, args.answer.force, |out| {
        let mut list = ListWriter::new(out, &form)?;
        list.headers(HEADERS.iter().copied())?;
        let outcomes = [Decision::Pass, Decision::NeedsInfo, Decision::Reject].map(Decision::zh);
        list.as_form(u32::try_from(cases.len())?, &[(OUTCOME, &outcomes), (CONSENT, &["是", "否"])]);
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
