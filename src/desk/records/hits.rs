//! In which columns of a record the words of a search are. It is shown next to the record: the hit may be in a column that
//! no list shows, as one of the office's own, or in a cell that could not be read.

use crate::desk::needs;
use crate::lang::faults::field_name;
use crate::lang::{cmd as text, pick};
use crate::model::fields::{Field, FieldDef, Mask, Parse, Stored};
use crate::model::words::RecordKind;
use crate::store::collect::extra_pairs;
use crate::store::listing::Words;
use crate::store::{Session, claim, find, stored};

/// A column: its code word, or the header of one that is not known; and what people call it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    pub field: String,
    pub header: String,
}

/// The columns of the record in which one of the words is.
pub fn of(session: &Session, kind: RecordKind, id: i64, words: &Words) -> anyhow::Result<Vec<Hit>> {
    let mut hits = Vec::new();
    let mut add = |values: Vec<(&'static FieldDef, Stored)>| {
        values.iter().try_for_each(|(def, value)| in_value(def, value, words, &mut hits))
    };
    match kind {
        RecordKind::Wishes | RecordKind::Projects => add(stored(&find::need_by_id(session, id)?)?)?,
        RecordKind::Members => add(stored(&find::member_by_id(session, id)?)?)?,
        RecordKind::Orgs => add(stored(&find::org_by_id(session, id)?)?)?,
        RecordKind::Outsiders => add(stored(&find::outsider_by_id(session, id)?)?)?,
        RecordKind::Claims => {
            let claim = find::claim_by_id(session, id)?;
            add(stored(&claim)?)?;
            if words.are_in(&claim::party_names(session, id)?) {
                hits.push(Hit { field: "claimants".to_owned(), header: text::f_claimants() });
            }
            let need = find::need_by_id(session, claim.need_id)?;
            if words.are_in(&needs::brief(session, &need)?) || words.are_code(need.code.as_str()) {
                hits.push(Hit { field: "need".to_owned(), header: text::f_words() });
            }
        }
        RecordKind::Places => {}
    }
    hits.dedup();
    Ok(hits)
}

fn in_value(def: &FieldDef, value: &Stored, words: &Words, hits: &mut Vec<Hit>) -> anyhow::Result<()> {
    if def.mask == Mask::Cells {
        for (key, _) in extra_pairs(value.as_text())?.into_iter().filter(|(_, cell)| words.are_in(cell)) {
            let header = Field::of_code(&key).filter(|_| def.code == "unread").map_or_else(|| key.clone(), field_name);
            hits.push(Hit { field: key, header });
        }
        return Ok(());
    }
    let is_hit = match (def.parse, value) {
        (_, Stored::Blob) => words.are_id(),
        (_, Stored::Int(number)) => def.code == "number" && words.are_code(&text::number(number)),
        (Parse::Phone, Stored::Text(phone)) => words.are_phone(phone),
        (Parse::Code, Stored::Text(code)) => words.are_code(code),
        (Parse::Text | Parse::Name | Parse::Claimants, Stored::Text(cell)) => words.are_in(cell),
        (_, Stored::Text(cell)) => (def.searched || def.code == "public_code") && words.are_in(cell),
    };
    if is_hit {
        hits.push(Hit { field: def.code.to_owned(), header: pick(def.label.zh, def.label.en).to_owned() });
    }
    Ok(())
}
