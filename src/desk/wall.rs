//! What of a stored need goes to the wall: its record brought before `privacy::wall`, and the answer in words.

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::Arc;

use crate::lang::cmd as text;
use crate::model::band::Band;
use crate::model::day::Day;
use crate::model::exit::{Exit, stop};
use crate::model::phone::Phone;
use crate::model::words::{Level, Progress};
use crate::privacy::wall::{self, Candidate, Few, Found, PublicNeed, Who, Withheld};
use crate::privacy::{self, HitKind, KnownNames, People};
use crate::store::collect::extra_pairs;
use crate::store::people::{self, Households};
use crate::store::place::Places;
use crate::store::rows::NeedRow;
use crate::store::wall::is_childs;
use crate::store::{self, Session};
use crate::store::{find, pack, setting, standing};

/// What judges whether needs may be on the wall: whom the file knows, and which places' names reveal too much.
pub struct Judge {
    places: Places,
    /// Blank consents may be published.
    form_asked: bool,
    today: Day,
    known: KnownNames,
    households: Households,
    private_places: HashMap<i64, Vec<Found>>,
}

/// Why a need may not be on the wall.
pub struct Refused {
    /// Its word in JSON.
    pub why: &'static str,
    pub reason: String,
    /// The private words that are why.
    pub found: Vec<Found>,
}

/// So many needs that wait are judged before it is taken for granted that one of them may go up.
const JUDGED: usize = 500;

/// Whether one of the verified needs that were never on the wall may go up. Only the first ones are judged.
pub fn may_go_up(session: &Session, today: Day) -> anyhow::Result<bool> {
    let waiting = standing::first_for_the_wall(session, JUDGED)?;
    if waiting.len() == JUDGED {
        return Ok(true);
    }
    let judge = Judge::load(session, false, today)?;
    for id in waiting {
        if judge.withheld(&find::need_by_id(session, id)?).is_none() {
            return Ok(true);
        }
    }
    Ok(false)
}

impl Judge {
    pub fn load(session: &Session, form_asked: bool, today: Day) -> anyhow::Result<Judge> {
        let places = Places::load(session)?;
        let known = known_names(session)?;
        let private = |place: &i64| {
            let name = places.name(*place);
            privacy::is_private_place(name).then(|| (*place, found_in_place(name)))
        };
        let private_places = places.ids().collect::<Vec<i64>>().iter().filter_map(private).collect();
        Ok(Judge { places, form_asked, today, known, households: people::households(session)?, private_places })
    }

    /// Why a need may not be on the wall, if it may not.
    pub fn withheld(&self, need: &NeedRow) -> Option<Refused> {
        let content = public_text(need);
        let own = self.own_names(need);
        let own: Vec<&str> = own.iter().map(String::as_str).collect();
        let place = self.places.at_level(need.place_id, Level::Community);
        let candidate = Candidate {
            kind: need.kind,
            consent: need.consent,
            form_asked: self.form_asked || need.consent_basis.is_some(),
            child: is_childs(need, self.today),
            checked: need.wording_checked,
            texts: [Some(content.as_str()), need.public_name.as_deref()].into_iter().flatten().collect(),
            people: People { own: &own, known: Some(&self.known) },
            place: self.private_places.get(&place).map_or(&[], Vec::as_slice),
        };
        wall::withheld(&candidate).map(|withheld| refused(need, self.places.name(place), withheld))
    }

    /// What the wall would say of a need, the private words in 【】 and numbers masked.
    pub fn marked(&self, need: &NeedRow) -> String {
        let own = self.own_names(need);
        let own: Vec<&str> = own.iter().map(String::as_str).collect();
        wall::marked_text(&public_text(need), People { own: &own, known: Some(&self.known) })
    }

    /// The names of the wisher, of the household, and of whom the record says to get in touch with.
    fn own_names(&self, need: &NeedRow) -> Vec<String> {
        // Behind a name may stand its phone.
        let name = |cell: &String| cell.split(char::is_numeric).next().unwrap_or_default().trim().to_owned();
        let mut names: Vec<String> = need.wisher.iter().chain(&need.collector).map(name).collect();
        names.extend(self.households.of(need).cloned());
        let extra = need.extra.as_deref().and_then(|extra| extra_pairs(Some(extra)).ok()).unwrap_or_default();
        for (header, cell) in &extra {
            names.extend(privacy::names_under(header, cell).into_iter().map(str::to_owned));
        }
        // 阿珍（梁惠珍）: what stood in brackets behind the wisher is in the note.
        for text in [&need.note, &need.reason].into_iter().flatten() {
            names.extend(privacy::people_named(text).into_iter().map(str::to_owned));
        }
        names
    }
}

/// Everybody whom the office file knows by name.
pub fn known_names(session: &Session) -> anyhow::Result<KnownNames> {
    let mut known = KnownNames::default();
    each_known_name(session, None, |name| known.add(name))?;
    Ok(known)
}

/// Gives every cell with names that the file knows to `take`, those of unknown columns among them: publishing, the check of a
/// pack and the search for new names ask for the same people. `since`: of what later entries added or changed only.
pub fn each_known_name(session: &Session, since: Option<i64>, mut take: impl FnMut(&str)) -> anyhow::Result<()> {
    people::each_name(session, since, &mut take)?;
    // A file has few headers and many cells.
    let mut may_name: HashMap<String, bool> = HashMap::new();
    people::each_extra(session, since, |extra| {
        for (header, cell) in extra_pairs(Some(extra))? {
            if !may_name.contains_key(&header) {
                may_name.insert(header.clone(), privacy::may_name(&header));
            }
            if may_name.get(&header) == Some(&true) {
                privacy::sure_names_under(&header, &cell).into_iter().for_each(&mut take);
            }
        }
        Ok(())
    })
}

/// Errors: a campaign's name with a number, a door or a person in it, as reports that leave the office would (exit 2).
pub fn check_campaign_name(name: &str) -> anyhow::Result<()> {
    let found = wall::found(name, People::default());
    if found.is_empty() { Ok(()) } else { Err(stop(Exit::Usage, text::campaign_private(marked(&found)))) }
}

/// The words of a place's name that reveal something; all of it where no single words do.
fn found_in_place(name: &str) -> Vec<Found> {
    let found = wall::found(name, People::default());
    if !found.is_empty() {
        return found;
    }
    let kind = HitKind::PersonName;
    vec![Found { kind, words: name.to_owned(), marked: format!("【{name}】") }]
}

fn refused(need: &NeedRow, place: &str, withheld: Withheld) -> Refused {
    let why = withheld.code();
    let plain = |reason| Refused { why, reason, found: Vec::new() };
    match withheld {
        Withheld::ConsentRefused => plain(text::consent_refused()),
        Withheld::ChildWantsConsent => plain(text::child_wants_consent()),
        Withheld::ConsentBlank => plain(text::consent_blank()),
        Withheld::Private(found) => {
            Refused { why, reason: text::private_in_text(kinds(&found), marked(&found), &need.code), found }
        }
        Withheld::PrivatePlace(found) => {
            Refused { why, reason: text::private_in_place(privacy::mask_text(place), kinds(&found)), found }
        }
    }
}

/// What kinds of words were found.
pub fn kinds(found: &[Found]) -> String {
    let mut kinds: Vec<String> = found.iter().map(|found| found.kind.label()).collect();
    kinds.sort();
    kinds.dedup();
    kinds.join(crate::lang::comma())
}

/// The first few words with what is around them.
fn marked(found: &[Found]) -> String {
    const MOST: usize = 3;
    let shown: Vec<&str> = found.iter().take(MOST).map(|found| found.marked.as_str()).collect();
    shown.join(crate::lang::semicolon())
}

/// Where a need hangs, as the pack names it.
#[derive(Debug, Clone)]
pub struct Spot {
    pub place: Arc<str>,
    pub street: Arc<str>,
}

impl Spot {
    pub fn of(places: &Places, place: i64) -> Spot {
        let name = |level: Level| public_place(places, places.at_level(place, level)).into();
        Spot { place: name(Level::Community), street: name(Level::Street) }
    }
}

/// The name of a place as the pack says it: one that reveals too much gives way to the place above it.
pub fn public_place(places: &Places, place: i64) -> &str {
    let mut at = place;
    while privacy::is_private_place(places.name(at))
        && let Some(above) = places.parent(at)
    {
        at = above;
    }
    places.name(at)
}

/// What the pack may say of a need on the wall.
pub fn public_need(
    need: &NeedRow,
    spot: &Spot,
    state: Progress,
    taken: u32,
    is_childs: bool,
) -> anyhow::Result<PublicNeed> {
    Ok(PublicNeed {
        number: u32::try_from(need.number.unwrap_or_default())?,
        public_code: need.public_code.as_deref().unwrap_or_default().parse()?,
        place: Arc::clone(&spot.place),
        street: Arc::clone(&spot.street),
        wisher: shown_name(need, is_childs).into(),
        kind: need.kind,
        theme: need.theme,
        form: need.form,
        content: wall::one_line(&public_text(need)).into(),
        quantity: u32::try_from(need.quantity)?,
        taken,
        budget: need.budget_fen.map(Band::of),
        deadline: need.deadline,
        state,
    })
}

/// How wishers are called outside the office: as on the wall, which shows no surname that few of a community have.
pub struct Callings<'a> {
    session: &'a Session,
    places: &'a Places,
    today: Day,
    /// What was read of each community so far.
    few: RefCell<HashMap<Arc<str>, Few>>,
}

impl<'a> Callings<'a> {
    pub fn new(session: &'a Session, places: &'a Places, today: Day) -> Callings<'a> {
        Callings { session, places, today, few: RefCell::default() }
    }

    /// The name of a wish's wisher; nothing for a child, a project, and whoever a surname would identify.
    pub fn of(&self, need: &NeedRow) -> anyhow::Result<Option<String>> {
        let name: Arc<str> = shown_name(need, is_childs(need, self.today)).into();
        let place = Spot::of(self.places, need.place_id).place;
        if !self.few.borrow().contains_key(&place) {
            let few = self.few_of(&place)?;
            self.few.borrow_mut().insert(Arc::clone(&place), few);
        }
        let is_hidden = self.few.borrow().get(&place).is_some_and(|few| few.hides(&place, &name));
        Ok(Some(name).filter(|name| !name.is_empty() && !is_hidden).map(|name| name.to_string()))
    }

    fn few_of(&self, place: &Arc<str>) -> anyhow::Result<Few> {
        let is_there = |id: &i64| Spot::of(self.places, *id).place == *place;
        let ids: Vec<i64> = self.places.ids().filter(is_there).collect();
        let mut shown = Vec::new();
        for standing in pack::standings(self.session, setting::campaign_in_use(self.session)?, Some(&ids))? {
            let need = find::need_by_id(self.session, standing.need)?;
            let is_childs = is_childs(&need, self.today);
            if store::wall::unshown_of(&need, || is_childs).is_none() {
                shown.push((shown_name(&need, is_childs).into(), who(&need)));
            }
        }
        let k = setting::surname_k(self.session)?.unwrap_or(wall::K);
        Ok(Few::of(shown.iter().map(|(name, who)| (place, name, *who)), k))
    }
}

/// How the wall calls the wisher, before surnames that few have are left out.
fn shown_name(need: &NeedRow, is_childs: bool) -> String {
    wall::public_name(need.public_name.as_deref(), need.wisher.as_deref(), is_childs)
}

/// Who the wisher is, to be counted.
pub fn who(need: &NeedRow) -> Who {
    Who::of(need.wisher.as_deref(), need.phone.as_ref().map(Phone::as_str))
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
