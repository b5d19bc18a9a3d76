//! A place: where it lies, and how many records are there.

use serde_json::{Map, Value, json};

use super::Args;
use crate::desk::Context;
use crate::lang::{cmd as text, found, word};
use crate::model::words::{NeedKind, RecordKind};
use crate::output::{Cell, Sheet};
use crate::store::Session;
use crate::store::listing::{self, Wanted};
use crate::store::place::Places;

pub fn show(args: &Args, session: &Session, id: i64, context: &Context) -> anyhow::Result<()> {
    let (places, today) = (Places::load(session)?, context.today);
    let wanted = Wanted { place: Some(id), ..Wanted::default() };
    let counts = [
        (RecordKind::Places, listing::places(session, &wanted)?.len().saturating_sub(1)),
        (RecordKind::Wishes, listing::needs(session, NeedKind::Wish, None, &wanted)?.len()),
        (RecordKind::Projects, listing::needs(session, NeedKind::Project, None, &wanted)?.len()),
        (RecordKind::Members, listing::members(session, &wanted, today)?.len()),
        (RecordKind::Orgs, listing::orgs(session, &wanted, today)?.len()),
        (RecordKind::Claims, listing::claims(session, None, &wanted)?.len()),
    ];
    let level = places.level(id);
    let mut sheet = Sheet::new(text::show_headers());
    let mut row = |label: String, cell: Cell| sheet.rows.push(vec![Cell::text_of(label), cell]);
    row(text::f_place(), Cell::text_of(places.path(id)));
    row(found::f_level(), level.map_or(Cell::Blank, |level| Cell::word(level.zh(), level.code())));
    let mut document = Map::new();
    document.insert("kind".to_owned(), json!("place"));
    document.insert("place".to_owned(), json!(places.path(id)));
    document.insert("level".to_owned(), level.map_or(Value::Null, |level| json!(level.code())));
    for (kind, count) in counts {
        let label = if kind == RecordKind::Places { found::places_below() } else { word(kind.zh(), kind.code()) };
        row(label, Cell::text_of(count.to_string()));
        document.insert(kind.code().to_owned(), json!(count));
    }
    args.answer.write(&sheet, &document, context)
}
