//! `verify --near-duplicates`: shows needs that repeat an earlier one, side by side.

use serde::Serialize;

use super::Args;
use crate::desk::{Context, place, ruling};
use crate::lang::{self, near as text, word};
use crate::model::exit::Exit;
use crate::model::words::NeedState;
use crate::output::{Cell, Sheet};
use crate::similar::near_needs::Near;
use crate::store::neighbours::{self, Neighbour};
use crate::store::place::Places;
use crate::store::setting;

/// The most earlier needs that are listed for each.
const LISTED: usize = 10;

#[derive(Debug, Serialize)]
struct Document {
    checked: usize,
    pairs: Vec<PairJson>,
    /// The number of needs that repeat more earlier ones than are listed.
    more: usize,
}

#[derive(Debug, Serialize)]
struct PairJson {
    code: String,
    earlier: String,
    /// The similarity of both texts, from 0 to 1.
    share: f64,
    same_wisher: bool,
    texts: [String; 2],
    differs: Vec<DifferenceJson>,
}

#[derive(Debug, Serialize)]
struct DifferenceJson {
    field: &'static str,
    /// The value of the need, then of the earlier one; `null` if blank.
    values: [Option<String>; 2],
}

pub fn run(args: &Args, context: &Context) -> anyhow::Result<Exit> {
    let store = context.open()?;
    let reading = store.read()?;
    let places = Places::load(&reading)?;
    let all = neighbours::all(&reading, &places)?;
    let wider = match &args.place {
        Some(path) => Some(place(&places, setting::office_place(&reading)?, Some(path))?),
        None => None,
    };
    let within = |need: &Neighbour| wider.is_none_or(|wider| places.is_within(need.community, wider));
    let mut document = Document { checked: all.iter().filter(|need| within(need)).count(), pairs: Vec::new(), more: 0 };
    let found = ruling::near_ones(&all, args.at_least, args.everywhere, LISTED);
    for (need, repeats) in all.iter().zip(&found) {
        let mut is_listed = false;
        for near in &repeats.near {
            let earlier = &all[near.earlier as usize];
            if (within(need) || within(earlier)) && !(is_settled(need) && is_settled(earlier)) {
                document.pairs.push(pair(need, earlier, *near, &places));
                is_listed = true;
            }
        }
        document.more += usize::from(repeats.more && is_listed);
    }
    if document.pairs.is_empty() {
        context.note(text::none_near(document.checked));
    }
    let mut sheet = sheet(&document);
    if document.more > 0 {
        sheet.foot.push(text::more_near(document.more, LISTED));
    }
    args.answer.write(&sheet, &document, context)?;
    Ok(Exit::Done)
}

/// Whether it is on the wall or closed, so that nothing needs to be decided.
fn is_settled(need: &Neighbour) -> bool {
    matches!(need.state, NeedState::Published | NeedState::Closed)
}

fn pair(need: &Neighbour, earlier: &Neighbour, near: Near, places: &Places) -> PairJson {
    let mut differs = Vec::new();
    let mut compare = |field, one: Option<String>, other: Option<String>| {
        if one != other {
            differs.push(DifferenceJson { field, values: [one, other] });
        }
    };
    compare("wisher", need.wisher_name.clone(), earlier.wisher_name.clone());
    compare("phone", need.phone.as_ref().map(masked), earlier.phone.as_ref().map(masked));
    compare("place", Some(places.path(need.community)), Some(places.path(earlier.community)));
    compare("quantity", Some(need.quantity.to_string()), Some(earlier.quantity.to_string()));
    let money = |need: &Neighbour| need.budget.map(|budget| budget.to_string());
    compare("budget", money(need), money(earlier));
    let state = |need: &Neighbour| Some(need.state.code().to_owned());
    compare("state", state(need), state(earlier));
    PairJson {
        code: need.code.to_string(),
        earlier: earlier.code.to_string(),
        share: f64::from(near.share) / 1000.0,
        same_wisher: near.same_wisher,
        texts: [&need.text, &earlier.text].map(|text| crate::privacy::mask_text(text)),
        differs,
    }
}

fn masked(phone: &crate::model::phone::Phone) -> String {
    phone.masked()
}

fn sheet(document: &Document) -> Sheet {
    let mut sheet = Sheet::new(text::near_headers());
    for pair in &document.pairs {
        let whose = if pair.same_wisher { text::same_wisher() } else { String::new() };
        let differs: Vec<String> = pair.differs.iter().map(difference_text).collect();
        let remarks = [whose, differs.join(lang::semicolon())];
        let remarks: Vec<&str> = remarks.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
        sheet.rows.push(vec![
            Cell::text_of(&pair.code),
            Cell::text_of(&pair.texts[0]),
            Cell::text_of(&pair.earlier),
            Cell::text_of(&pair.texts[1]),
            Cell::Rate(Some(pair.share)),
            Cell::text_of(remarks.join(lang::semicolon())),
        ]);
    }
    sheet
}

/// A difference in words: the need's own value, then the earlier one's.
fn difference_text(difference: &DifferenceJson) -> String {
    let value = |value: &Option<String>| match (value, difference.field) {
        (None, _) => "—".to_owned(),
        (Some(code), "state") => {
            code.parse().map_or_else(|_| code.clone(), |state: NeedState| word(state.zh(), state.code()))
        }
        (Some(value), _) => value.clone(),
    };
    let [one, other] = &difference.values;
    text::difference(text::field(difference.field), value(one), value(other))
}
