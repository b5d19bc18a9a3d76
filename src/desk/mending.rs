//! One record mended in place: the fields that are given go the way of a list of corrections, with its checks; those that
//! are given blank are cleared; all of it is one change.

use crate::intake::{self, List, Options};
use crate::lang::{self, found as text};
use crate::model::exit::{Exit, stop};
use crate::model::fault::FaultKind;
use crate::model::fields::{self, Field, Label, Listed, Newer, Twist};
use crate::model::folding::same;
use crate::model::words::{ListKind, RecordKind};
use crate::store::collect::members::MemberImport;
use crate::store::collect::needs::NeedImport;
use crate::store::collect::orgs::OrgImport;
use crate::store::collect::{Import, PlaceContext, members, orgs};
use crate::store::log::Change;
use crate::store::place::Places;
use crate::store::setting;

use super::Context;
use super::choose::PLACE_CHECKS;
use super::list_args::ListArgs;
use super::lists::{self, Report};

/// What is to change of a record of a list.
#[derive(Debug, Default)]
pub struct Mending {
    /// Header and value of each field that changes.
    pub cells: Vec<(String, String)>,
    /// The fields to be blanked.
    pub cleared: Vec<Field>,
}

/// The kind of list that a record's fields are those of; none of claims, places and outsiders.
pub fn list_of(kind: RecordKind) -> Option<ListKind> {
    match kind {
        RecordKind::Wishes => Some(ListKind::Wishes),
        RecordKind::Projects => Some(ListKind::Projects),
        RecordKind::Members => Some(ListKind::Members),
        RecordKind::Orgs => Some(ListKind::Orgs),
        RecordKind::Outsiders | RecordKind::Claims | RecordKind::Places => None,
    }
}

/// The fields of a list's record that may be mended, in the order of an export.
pub fn fields_of(kind: ListKind) -> Vec<&'static Listed> {
    let mut fields = fields::exported(kind);
    fields.retain(|one| may_change(one));
    fields
}

fn may_change(one: &Listed) -> bool {
    one.def.newer != Newer::Never && one.field != Field::Code
}

/// Reads `FIELD=VALUE`.
///
/// # Errors
/// Another shape, a field that is not there or given twice, one that cannot be blank (exit 2).
pub fn read(kind: ListKind, set: &[String]) -> anyhow::Result<Mending> {
    let (mut mending, mut given) = (Mending::default(), Vec::new());
    for word in set {
        let Some((name, value)) = word.split_once(['=', '＝']) else {
            return Err(stop(Exit::Usage, lang::ask::set_shape(word)));
        };
        let Some((field, header)) = named(kind, name.trim()) else {
            let known: Vec<String> = fields_of(kind).into_iter().map(name_of).collect();
            return Err(stop(Exit::Usage, lang::ask::set_unknown(name, known.join(lang::comma()))));
        };
        if given.contains(&field) {
            return Err(stop(Exit::Usage, lang::ask::set_twice(name)));
        }
        given.push(field);
        if !value.trim().is_empty() {
            mending.cells.push((header, value.to_owned()));
        } else if may_be_blank(kind, field) {
            mending.cleared.push(field);
        } else {
            return Err(stop(Exit::Usage, text::cannot_clear(name)));
        }
    }
    Ok(mending)
}

/// What a field is called in a list of the kind.
pub fn name_of(one: &Listed) -> String {
    lang::pick(one.header().to_owned(), one.field.code().to_owned())
}

/// A field that may be mended, by its header, its code word or its label, and the header it goes by.
fn named(kind: ListKind, name: &str) -> Option<(Field, String)> {
    let is_label = |label: Label| same(label.zh, name) || label.en.eq_ignore_ascii_case(name);
    let by_label = || fields::listed(kind).iter().find(|one| is_label(one.def.label) || is_label(one.field.label()));
    let (field, header) = match intake::field_of(kind, name) {
        Some(field) => (field, name.to_owned()),
        None => by_label().map(|one| (one.field, one.header().to_owned()))?,
    };
    let one = fields::in_list(kind, field).filter(|one| may_change(one))?;
    // A header that says yes or no of a class is read as that.
    let is_twisted = one.list.twisted.iter().any(|(twist, _)| *twist == Twist::YesNo) && header == name;
    Some((field, if is_twisted { name.to_owned() } else { header }))
}

fn may_be_blank(kind: ListKind, field: Field) -> bool {
    fields::in_list(kind, field)
        .is_some_and(|one| !one.list.required && one.def.column.is_some_and(|column| column.sql.may_be_null()))
}

/// Applies it within a change; what keeps it out is among the report's faults and conflicts.
pub fn apply(
    kind: RecordKind,
    (id, code): (i64, &str),
    mending: &Mending,
    dry_run: bool,
    context: &Context,
    change: &mut Change<'_>,
) -> anyhow::Result<Report> {
    let places = Places::load(change.session())?;
    let office = setting::office_place(change.session())?;
    let place_context = PlaceContext::new(places, office, PLACE_CHECKS);
    let session = change.session();
    let list = correction(kind, code, mending)?;
    let corrected = (list.as_ref(), ListArgs::of_one_record(dry_run));
    let mut report = Report::default();
    match kind {
        RecordKind::Wishes | RecordKind::Projects => {
            let campaign = setting::campaign_in_use(session)?;
            let mut import = NeedImport::begin(change, place_context, campaign, None, context.today)?;
            import.trusts_codes = true;
            report = import_cells(&corrected, context, change, &mut import)?;
            if !mending.cleared.is_empty() && !report.is_refused() {
                report.warn_of_record(import.clear(change, id, &mending.cleared)?);
            }
        }
        RecordKind::Members => {
            let mut import = MemberImport::begin(change, place_context, false, context.today)?;
            import.trusts_codes = true;
            report = import_cells(&corrected, context, change, &mut import)?;
            members::clear(change, id, &mending.cleared)?;
        }
        RecordKind::Orgs => {
            let mut import = OrgImport::begin(change, place_context, context.today)?;
            import.trusts_codes = true;
            report = import_cells(&corrected, context, change, &mut import)?;
            orgs::clear(change, id, &mending.cleared)?;
        }
        RecordKind::Outsiders | RecordKind::Claims | RecordKind::Places => {}
    }
    if !mending.cleared.is_empty() {
        report.also_stores();
    }
    Ok(report)
}

/// The list of one row that says what is to change; none where nothing gets another value.
fn correction(kind: RecordKind, code: &str, mending: &Mending) -> anyhow::Result<Option<List>> {
    let Some(list) = list_of(kind).filter(|_| !mending.cells.is_empty()) else { return Ok(None) };
    let mut cells = vec![(Field::Code.code().to_owned(), code.to_owned())];
    cells.extend(mending.cells.iter().cloned());
    intake::correction("--set", list, &cells, &Options::default()).map(Some)
}

fn import_cells(
    (list, args): &(Option<&List>, ListArgs),
    context: &Context,
    change: &mut Change<'_>,
    import: &mut impl Import,
) -> anyhow::Result<Report> {
    let Some(list) = list else { return Ok(Report::default()) };
    let mut report = lists::import_all(args, context, std::slice::from_ref(*list), change, import)?;
    // That only what is given changes goes without saying.
    report.notes.clear();
    Ok(report)
}

impl Report {
    /// A fault, or a field that may not change any more: what is mended by hand is mended whole or not at all.
    pub fn is_refused(&self) -> bool {
        self.rejected() > 0 || self.warnings.iter().any(|warning| matches!(warning.why, FaultKind::Conflict { .. }))
    }
}
