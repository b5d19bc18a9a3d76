//! What of a stored need goes to the wall: its record brought before `privacy::wall`, and the answer in words.

use std::sync::Arc;

use crate::lang::cmd as text;
use crate::model::band::Band;
use crate::model::words::{Level, NeedKind, Progress};
use crate::privacy;
use crate::privacy::wall::{self, Candidate, PublicNeed, Withheld};
use crate::store::place::Places;
use crate::store::rows::NeedRow;

/// Why a need may not be on the wall, if it may not. `form_asked`: blank consents may be published.
pub fn withheld(need: &NeedRow, form_asked: bool) -> Option<String> {
    let content = public_text(need);
    let candidate = Candidate {
        kind: need.kind,
        consent: need.consent,
        form_asked: form_asked || need.consent_basis.is_some(),
        child: is_child(need),
        checked: need.wording_checked,
        texts: [Some(content.as_str()), need.public_name.as_deref()].into_iter().flatten().collect(),
        wisher: need.wisher.as_deref(),
    };
    wall::withheld(&candidate).map(|withheld| reason(need, &withheld))
}

fn reason(need: &NeedRow, withheld: &Withheld) -> String {
    match withheld {
        Withheld::ConsentRefused => text::consent_refused(),
        Withheld::ChildWantsConsent => text::child_wants_consent(),
        Withheld::ConsentBlank => text::consent_blank(),
        Withheld::Private(kinds) => {
            let mut kinds: Vec<String> = kinds.iter().map(|kind| kind.label()).collect();
            kinds.sort();
            text::private_in_text(kinds.join(crate::lang::comma()), &need.code)
        }
    }
}

/// Whether a need that is on the wall must not be shown there any longer: the wisher withdrew consent.
pub fn is_unwilling(need: &NeedRow) -> bool {
    need.kind == NeedKind::Wish && need.consent == Some(false)
}

/// Where a need hangs, as the pack names it.
#[derive(Debug, Clone)]
pub struct Spot {
    pub place: Arc<str>,
    pub street: Arc<str>,
}

impl Spot {
    pub fn of(places: &Places, place: i64) -> Spot {
        let name = |level: Level| places.name(places.at_level(place, level)).into();
        Spot { place: name(Level::Community), street: name(Level::Street) }
    }
}

/// What the pack may say of a need on the wall.
pub fn public_need(need: &NeedRow, spot: &Spot, state: Progress, taken: u32) -> anyhow::Result<PublicNeed> {
    Ok(PublicNeed {
        number: u32::try_from(need.number.unwrap_or_default())?,
        public_code: need.public_code.as_deref().unwrap_or_default().into(),
        place: Arc::clone(&spot.place),
        street: Arc::clone(&spot.street),
        wisher: wall::public_name(need.public_name.as_deref(), need.wisher.as_deref(), is_child(need)).into(),
        kind: need.kind,
        theme: need.theme,
        form: need.form,
        content: public_text(need).into(),
        quantity: u32::try_from(need.quantity)?,
        taken,
        budget: need.budget_fen.map(Band::of),
        deadline: need.deadline,
        state,
    })
}

/// The text on the wall.
pub fn public_text(need: &NeedRow) -> String {
    if let Some(wording) = &need.wording {
        return wording.clone();
    }
    match (&need.title, &need.content) {
        (Some(title), Some(content)) => format!("{title}：{content}"),
        (Some(one), None) | (None, Some(one)) => one.clone(),
        (None, None) => String::new(),
    }
}

fn is_child(need: &NeedRow) -> bool {
    privacy::is_child(need.age, need.wisher_class.as_deref())
}
