//! What a chat proposes: each number with its claimant, in the order of arrival, and how sure that is. Asks the office
//! file who people are and what is still available; changes nothing.

mod called;
mod groups;
mod left_out;
mod line;
mod people;
mod settle;
mod take;

use std::collections::HashMap;

use self::groups::Group;
use self::line::Line;
use self::people::{Part, meant};
use crate::intake::chat::{self, Chat, Doing, How, Saying};
use crate::model::chat::{Act, Certainty, Doubt};
use crate::model::day::Day;
use crate::store::Session;
use crate::store::claim::Terms;
use crate::store::claimant::Party;
use crate::store::roll::{Person, Roll};
use crate::store::rows::NeedRow;

use self::called::key_of;
pub use self::called::{code_of, names, unit};
pub use self::take::{Decision, Place, Settled, ask, take};

/// A number with its claimant.
#[derive(Debug, Clone)]
pub struct Proposal {
    /// The line of the chat, the first being 1.
    pub line: u32,
    /// The words that it comes from, as they were written.
    pub words: String,
    pub number: Option<u32>,
    pub need: Option<NeedRow>,
    pub act: Act,
    /// The claimants, the lead first; empty where that is not clear.
    pub parties: Vec<Party>,
    /// All whom it may mean.
    pub may_be: Vec<Party>,
    /// The claimants by name, or the words that stand for them.
    pub who: String,
    pub unit: String,
    pub quantity: Option<i64>,
    pub on: Option<Day>,
    pub certainty: Certainty,
    pub doubts: Vec<Doubt>,
    nickname: Option<String>,
    /// Whom the nickname means.
    speaker: Vec<Party>,
    /// The copies of a sign-up that have it.
    copies: Vec<u32>,
    /// It gives back what was claimed before, whatever that was.
    gives_back_last: bool,
    /// Clearer words of the same come later.
    said_again: bool,
    /// It stands in a question or a remark.
    aside: bool,
}

impl Proposal {
    pub fn place(&self) -> Place {
        (self.line, self.number, self.act)
    }

    fn terms(&self, today: Day) -> Terms {
        let (on, quantity) = (self.on.unwrap_or(today), self.quantity);
        Terms { on, quantity, unnamed: 0, mode: None, deadline: None, note: None, name_ok: false }
    }
}

/// Everything that a chat proposes.
pub struct Read {
    pub proposals: Vec<Proposal>,
    /// The lines, with their words, that name a wall number and propose nothing.
    pub left_out: Vec<(u32, String)>,
}

/// Reads a chat.
pub fn proposals(session: &Session, chat: &Chat, today: Day) -> anyhow::Result<Read> {
    let roll = Roll::load(session)?;
    let mut reader =
        Reader { session, roll, proposals: Vec::new(), keys: HashMap::new(), is_taken: false, left_out: Vec::new() };
    for saying in &chat.sayings {
        reader.take(saying)?;
    }
    let mut proposals = reader.proposals;
    proposals.retain(|one| !one.said_again);
    settle::settle(session, chat, &mut proposals, today)?;
    let gone = left_out::since(session, chat, &proposals)?;
    proposals.extend(gone);
    Ok(Read { proposals, left_out: reader.left_out })
}

struct Reader<'s> {
    session: &'s Session,
    roll: Roll<'s>,
    proposals: Vec<Proposal>,
    /// Number, act and claimants (or the words for them) of every proposal: a sign-up is pasted again and again.
    keys: HashMap<(Option<u32>, Act, String), usize>,
    /// The line at hand has proposed something.
    is_taken: bool,
    left_out: Vec<(u32, String)>,
}

/// Who speaks.
struct Speaker {
    people: Vec<Person>,
    doubts: Vec<Doubt>,
}

impl Reader<'_> {
    fn take(&mut self, saying: &Saying) -> anyhow::Result<()> {
        let said = chat::without_courtesies(&chat::plain(&saying.text));
        let plain = line::with_wall_numbers(self.session, &said)?;
        let Line { text, deeds } = line::line(&plain, &mut self.roll)?;
        self.is_taken = false;
        match chat::doing(&deeds) {
            Doing::Nothing => {}
            Doing::Acts(act, doubts) => self.act(saying, &text, act, doubts, false)?,
            Doing::Remarks(doubt) => self.remark(saying, &text, doubt)?,
            Doing::Corrects(at) => self.correct(saying, &text, at)?,
            Doing::Joins => self.join(saying, &text)?,
        }
        let is_marked = |piece: &chat::Piece| matches!(piece, chat::Piece::Number(_, how) if *how != How::Bare);
        let has_name = text != deeds || (saying.nickname.is_some() && line::has_only_numbers(&deeds));
        if !self.is_taken && (chat::cut(&text).iter().any(is_marked) || (has_name && line::may_have_number(&deeds))) {
            self.left_out.push((saying.line, saying.text.clone()));
        }
        Ok(())
    }

    /// A question or a remark claims only where it says who takes the number on.
    fn remark(&mut self, saying: &Saying, plain: &str, doubt: Doubt) -> anyhow::Result<()> {
        let parts = people::parts(&chat::cut(plain), &mut self.roll)?;
        let asks_for_it = doubt == Doubt::Question && !chat::only_asks(plain);
        let is_named = parts.iter().any(|part| matches!(part, Part::People(_))) || plain.contains('我');
        if is_named || (asks_for_it && !self.speaker(saying)?.people.is_empty()) {
            self.act(saying, plain, Act::Claim, vec![doubt], true)?;
        }
        Ok(())
    }

    fn act(
        &mut self,
        saying: &Saying,
        plain: &str,
        act: Act,
        mut doubts: Vec<Doubt>,
        aside: bool,
    ) -> anyhow::Result<()> {
        let parts = people::parts(&chat::cut(plain), &mut self.roll)?;
        let speaker = self.speaker(saying)?;
        if chat::has_gap(&saying.text) {
            doubts.push(Doubt::MayBeRange);
        }
        let mut groups = groups::groups(&parts);
        if let Some(index) = saying.unclear_index
            && let Some(first) = groups.first_mut()
        {
            first.numbers.insert(0, (index, How::Index));
        }
        groups::doubt_shared_numbers(&mut groups);
        let has_marked = groups.iter().any(Group::is_marked);
        for mut group in groups {
            if has_marked {
                // 39号 1: a number next to it that nothing explains.
                let stray = group.numbers.iter().filter(|(_, how)| *how == How::Bare);
                group.doubts.extend(stray.map(|(number, _)| Doubt::Unread(number.to_string())));
                group.numbers.retain(|(_, how)| *how != How::Bare);
            }
            group.share_out();
            group.aside = aside;
            group.doubts.extend(doubts.iter().cloned());
            if ["我和", "我跟", "我与", "我同"].iter().any(|word| plain.contains(word)) {
                if speaker.people.is_empty() {
                    (group.unclear, group.together) = (true, true);
                    group.doubts.push(Doubt::NotAllNamed);
                } else if !group.people.contains(&speaker.people) {
                    group.people.insert(0, speaker.people.clone());
                }
                if !["一起", "共同", "联合", "合领", "合认", "一齐", "一同", "合作"]
                    .iter()
                    .any(|word| plain.contains(word))
                {
                    group.doubts.push(Doubt::TwoPeople);
                }
            } else if group.people.is_empty() && !speaker.people.is_empty() && group.is_for_unit(plain) {
                group.unclear = true;
                group.doubts.push(Doubt::ForUnit);
            } else if let Some(words) = group.seen_to_by(plain) {
                group.unclear = true;
                group.doubts.push(Doubt::Unread(words));
            }
            self.group(saying, act, group, &speaker)?;
        }
        Ok(())
    }

    /// 5号改成9号: what comes before is given back, what comes after is taken.
    fn correct(&mut self, saying: &Saying, plain: &str, at: usize) -> anyhow::Result<()> {
        let speaker = self.speaker(saying)?;
        let (before, behind) = plain.split_at(at);
        let mut named = Group::default();
        let mut numbers = [Vec::new(), Vec::new()];
        for (place, text) in [before, behind].into_iter().enumerate() {
            for part in people::parts(&chat::cut(text), &mut self.roll)? {
                match part {
                    Part::Number(number, How::Bare) if !text.trim().ends_with(char::is_numeric) => {
                        numbers[place].push((number, How::Bare));
                    }
                    Part::Number(number, how) => {
                        numbers[place].push((number, how));
                        named.note(&part);
                    }
                    Part::People(people) => named.people.push(people),
                    Part::Unit(word, orgs) => named.beside.units.push((word, orgs)),
                    Part::Quantity(..) => named.note(&part),
                    Part::Several(_) | Part::Phone(_) | Part::Loose(_) | Part::And | Part::Together => {}
                }
            }
        }
        let [mut old, mut new] = numbers;
        named.doubts.push(Doubt::Corrected);
        // 7号改成6个: another quantity of the same.
        if new.is_empty() {
            std::mem::swap(&mut old, &mut new);
            let mut same = Group { numbers: new, ..named };
            same.share_out();
            return self.group(saying, Act::Claim, same, &speaker);
        }
        if !old.is_empty() {
            self.group(saying, Act::Release, Group { numbers: old.clone(), ..named.clone() }, &speaker)?;
        }
        let first = self.proposals.len();
        let mut instead = Group { numbers: new, ..named };
        instead.share_out();
        self.group(saying, Act::Claim, instead, &speaker)?;
        if old.is_empty() {
            self.proposals[first..].iter_mut().for_each(|one| one.gives_back_last = true);
        }
        Ok(())
    }

    /// +1: the numbers of what is answered, else of what came before.
    fn join(&mut self, saying: &Saying, plain: &str) -> anyhow::Result<()> {
        let speaker = self.speaker(saying)?;
        let parts = people::parts(&chat::cut(plain), &mut self.roll)?;
        let mut group = Group::default();
        for part in &parts {
            match part {
                Part::People(people) => group.people.push(people.clone()),
                Part::Unit(word, orgs) => group.beside.units.push((word.clone(), orgs.clone())),
                Part::Number(number, how) if *how != How::Bare => group.numbers.push((*number, *how)),
                _ => {}
            }
        }
        if group.people.is_empty() && speaker.people.is_empty() {
            return Ok(());
        }
        if let (true, Some(quoted)) = (group.numbers.is_empty(), &saying.quoted) {
            for piece in chat::cut(&chat::plain(quoted)) {
                if let chat::Piece::Number(number, how) = piece {
                    group.numbers.push((number, how));
                }
            }
        }
        if group.numbers.is_empty()
            && let Some(last) = self.proposals.last()
        {
            let numbered = self.proposals.iter().rev().take_while(|one| one.line == last.line);
            group.numbers = numbered.filter_map(|one| one.number).map(|number| (number, How::Marked)).collect();
        }
        group.doubts.push(Doubt::PlusOne);
        self.group(saying, Act::Claim, group, &speaker)
    }

    /// Whom a nickname means.
    fn speaker(&mut self, saying: &Saying) -> anyhow::Result<Speaker> {
        let Some(nickname) = &saying.nickname else { return Ok(Speaker { people: Vec::new(), doubts: Vec::new() }) };
        let mut parts = Vec::new();
        for word in chat::words(nickname) {
            people::read(&word, &mut self.roll, &mut parts)?;
        }
        let mut group = Group::default();
        for part in parts {
            match part {
                Part::People(people) => group.people.push(people),
                Part::Unit(word, orgs) => group.beside.units.push((word, orgs)),
                Part::Loose(word) => group.beside.loose.push(word),
                Part::Number(..)
                | Part::Quantity(..)
                | Part::Several(_)
                | Part::Phone(_)
                | Part::And
                | Part::Together => {}
            }
        }
        let [people] = group.people.as_slice() else { return Ok(Speaker { people: Vec::new(), doubts: Vec::new() }) };
        let mut meant = meant(people, &group.beside, &self.roll);
        let unread = group.beside.loose.iter().filter(|word| !meant.used.contains(word));
        meant.doubts.extend(unread.map(|word| Doubt::Unread(word.clone())));
        meant.doubts.retain(|doubt| !matches!(doubt, Doubt::Namesakes(_)));
        Ok(Speaker { people: meant.fits, doubts: meant.doubts })
    }

    /// Adds the proposals of a group.
    fn group(&mut self, saying: &Saying, act: Act, mut group: Group, speaker: &Speaker) -> anyhow::Result<()> {
        let own_names = !group.people.is_empty();
        if !own_names && !speaker.people.is_empty() {
            group.people.push(speaker.people.clone());
            group.doubts.extend(speaker.doubts.iter().cloned());
        }
        let who = self.who(&group, own_names, speaker);
        if group.numbers.is_empty() {
            let signs_up = saying.copy.is_some() && act == Act::Claim && own_names;
            if signs_up {
                self.push(saying, act, None, How::Marked, &group, &who)?;
            }
            return Ok(());
        }
        let is_named = own_names || !who.parties.is_empty();
        for (number, how) in group.numbers.clone() {
            // A mere number that nobody is named for is no claim: 2021, 1.
            let only_numbers = line::has_only_numbers(&chat::plain(&saying.text));
            if how == How::Bare && !(own_names || (is_named && only_numbers)) {
                continue;
            }
            if how == How::Day && !is_named && !saying.text.contains('我') {
                continue;
            }
            self.push(saying, act, Some(number), how, &group, &who)?;
        }
        if self.is_called(saying, own_names)? {
            let line = saying.line;
            let mine = self.proposals.iter_mut().rev().take_while(|one| one.line == line);
            mine.for_each(|one| one.doubts.push(Doubt::OnBehalf));
        }
        Ok(())
    }

    /// Whether somebody of the office is called with @, and nobody else is named.
    fn is_called(&mut self, saying: &Saying, own_names: bool) -> anyhow::Result<bool> {
        if own_names {
            return Ok(false);
        }
        for called in &saying.mentioned {
            let mut parts = Vec::new();
            for word in chat::words(called) {
                people::read(&word, &mut self.roll, &mut parts)?;
            }
            if parts.iter().any(|part| matches!(part, Part::People(_))) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn who(&self, group: &Group, own_names: bool, speaker: &Speaker) -> Who {
        let speaks = speaker.people.iter().map(|one| Party::Member(one.id)).collect();
        let mut who = Who { doubts: group.doubts.clone(), speaker: speaks, ..Who::default() };
        let mut unread: Vec<String> = group.beside.loose.clone();
        let several = group.people.len() > 1;
        let mut units_meant = vec![false; group.beside.units.len()];
        for people in &group.people {
            let mut beside = group.beside.clone();
            // Next to several people the unit is one of theirs.
            if several {
                beside.units.retain(|(_, orgs)| {
                    people.iter().any(|one| orgs.iter().any(|org| self.roll.belongs(one.org, *org)))
                });
                beside.phone = None;
            }
            for (at, (word, _)) in group.beside.units.iter().enumerate() {
                units_meant[at] |= beside.units.iter().any(|(one, _)| one == word);
            }
            let mut meant = meant(people, &beside, &self.roll);
            let is_speaker = |one: &Person| speaker.people.iter().any(|other| other.id == one.id);
            if meant.fits.len() > 1 && own_names && speaker.people.len() == 1 && meant.fits.iter().any(is_speaker) {
                meant.fits.retain(is_speaker);
                meant.doubts.retain(|doubt| !matches!(doubt, Doubt::Namesakes(_)));
            }
            unread.retain(|word| !meant.used.contains(word));
            who.names.push(people.first().map(|one| one.name.clone()).unwrap_or_default());
            who.may_be.extend(meant.fits.iter().map(|one| Party::Member(one.id)));
            match meant.fits.as_slice() {
                [one] => who.parties.push(Party::Member(one.id)),
                _ => who.unclear = true,
            }
            who.doubts.extend(meant.doubts);
        }
        who.unclear |= group.unclear;
        if group.doubts.contains(&Doubt::ForUnit) {
            let own: Vec<Party> = speaker.people.iter().filter_map(|one| Some(Party::Org(one.org?))).collect();
            who.may_be.extend(own);
        }
        if group.unclear {
            who.may_be.extend(group.beside.units.iter().flat_map(|(_, orgs)| orgs).map(|org| Party::Org(*org)));
        }
        if several {
            let missed = group.beside.units.iter().zip(&units_meant).filter(|(_, meant)| !**meant);
            who.doubts.extend(missed.map(|((unit, _), _)| Doubt::Unread(unit.clone())));
            // 53号 54号 甲＋乙 may be one for each.
            let says_together = group.together || (group.joined && group.numbers.len() == 1);
            if !says_together {
                who.doubts.push(Doubt::TwoPeople);
            }
            if group.several.is_some_and(|count| usize::try_from(count) != Ok(group.people.len())) {
                who.doubts.push(Doubt::NotAllNamed);
            }
        } else if group.together {
            who.doubts.push(Doubt::NotAllNamed);
        }
        if group.people.is_empty() {
            self.unit_claims(group, &mut who);
        }
        let speaks_of_other = own_names
            && !speaker.people.is_empty()
            && !who.may_be.iter().any(|party| speaker.people.iter().any(|one| Party::Member(one.id) == *party));
        if speaks_of_other && !who.doubts.contains(&Doubt::OnBehalf) {
            who.doubts.push(Doubt::OnBehalf);
        }
        let unit = group.beside.units.iter().map(|(word, _)| word);
        who.unit = unit
            .chain(group.beside.loose.iter().filter(|word| !unread.contains(word)))
            .cloned()
            .collect::<Vec<_>>()
            .join(" ");
        who.unread = unread;
        who
    }

    /// Where no person is named, an organisation may claim.
    fn unit_claims(&self, group: &Group, who: &mut Who) {
        match group.beside.units.as_slice() {
            // 王小明 区图书馆: somebody of that unit, whom nobody knows.
            [_, ..] if !group.beside.loose.is_empty() => {}
            [] => who.doubts.push(Doubt::Nameless),
            [(word, orgs)] => {
                who.names.push(word.clone());
                who.may_be.extend(orgs.iter().map(|org| Party::Org(*org)));
                if let [one] = orgs.as_slice() {
                    who.parties.push(Party::Org(*one));
                } else {
                    let names = orgs.iter().map(|org| self.roll.orgs.name(*org));
                    who.doubts.push(Doubt::Namesakes(crate::model::fault::Candidate::named(names)));
                }
            }
            [(word, _), ..] => {
                who.names.push(word.clone());
                who.doubts.push(Doubt::TwoPeople);
            }
        }
    }

    fn push(
        &mut self,
        saying: &Saying,
        act: Act,
        number: Option<u32>,
        how: How,
        group: &Group,
        who: &Who,
    ) -> anyhow::Result<()> {
        let parties = if who.unclear { Vec::new() } else { who.parties.clone() };
        let words = saying.text.clone();
        // Copies of a sign-up are pasted by anybody; else the same words of two people are two claims.
        let nickname = saying.nickname.as_deref().filter(|_| saying.copy.is_none());
        let key = match nickname {
            _ if !parties.is_empty() => key_of(&parties),
            Some(nickname) => format!("{nickname}\n{words}"),
            None => words.clone(),
        };
        let known = self.keys.get(&(number, act, key.clone())).copied();
        let need = match number {
            Some(number) => crate::store::roll::on_wall(self.session, number)?,
            None => None,
        };
        let mut doubts = who.doubts.clone();
        doubts.extend(self.doubts_of_number(number, how, group, saying));
        let unread = who.unread.iter().filter(|word| !self.says(need.as_ref(), word));
        let is_unit_claim = group.people.is_empty() && who.parties.is_empty();
        doubts.extend(unread.filter(|_| !is_unit_claim).map(|word| Doubt::Unread(word.clone())));
        let mut names = if is_unit_claim { who.unread.join(" ") } else { who.names.join(crate::lang::comma()) };
        if names.is_empty() {
            names = nickname.unwrap_or_default().to_owned();
        }
        if is_unit_claim && !names.is_empty() {
            doubts.retain(|doubt| *doubt != Doubt::Nameless);
            doubts.push(Doubt::Nobody { name: names.clone(), near: String::new() });
        }
        let mut copies: Vec<u32> = saying.copy.into_iter().collect();
        let quantity = group.quantity_of(number);
        self.is_taken = true;
        if let Some(known) = known.and_then(|at| self.proposals.get_mut(at))
            && let Some(doubt) = another_quantity(known, saying, quantity)
        {
            doubts.push(doubt);
        } else if let Some(known) = known.and_then(|at| self.proposals.get_mut(at)) {
            let is_same_doubt = known.doubts.iter().any(is_of_quantity) && known.quantity == quantity;
            if known.doubts.is_empty() || !doubts.is_empty() || is_same_doubt {
                known.quantity = known.quantity.or(quantity);
                known.copies.extend(copies);
                return Ok(());
            }
            // Repeated, and clearly this time: the doubtful words before count no more.
            known.said_again = true;
            copies.extend(&known.copies);
        }
        self.keys.insert((number, act, key), self.proposals.len());
        self.proposals.push(Proposal {
            said_again: false,
            line: saying.line,
            words,
            number,
            need,
            act,
            parties,
            may_be: who.may_be.clone(),
            who: names,
            unit: who.unit.clone(),
            quantity,
            on: saying.on,
            certainty: Certainty::Doubtful,
            doubts,
            nickname: saying.nickname.clone(),
            speaker: who.speaker.clone(),
            copies,
            gives_back_last: false,
            aside: group.aside,
        });
        Ok(())
    }

    fn doubts_of_number(&self, number: Option<u32>, how: How, group: &Group, saying: &Saying) -> Option<Doubt> {
        let number = match number {
            None => return Some(Doubt::NoNumber),
            Some(number) => number,
        };
        match how {
            How::Marked => None,
            How::Index => Some(Doubt::MayBeIndex),
            How::Day => Some(Doubt::MayBeDay),
            How::Bare => {
                let begins = chat::plain(&saying.text).trim_start().starts_with(&number.to_string());
                let has_unit = !group.beside.units.is_empty();
                let is_clear = begins && has_unit && group.numbers.len() == 1 && saying.copy.is_none();
                (!is_clear).then_some(Doubt::Bare)
            }
        }
    }

    /// Whether a word is of the wish itself: 5号轮椅.
    fn says(&self, need: Option<&NeedRow>, word: &str) -> bool {
        let Some(need) = need else { return false };
        [&need.content, &need.title, &need.wording].into_iter().flatten().any(|text| text.contains(word))
    }
}

/// Who is named for a group's numbers.
#[derive(Default)]
struct Who {
    names: Vec<String>,
    parties: Vec<Party>,
    may_be: Vec<Party>,
    unclear: bool,
    unit: String,
    unread: Vec<String>,
    doubts: Vec<Doubt>,
    speaker: Vec<Party>,
}

/// What keeps a quantity from being that of words before: it is another one, or comes on top of it.
fn another_quantity(known: &Proposal, saying: &Saying, quantity: Option<i64>) -> Option<Doubt> {
    let (before, asked) = (known.quantity?, quantity?);
    if known.line == saying.line || known.words == saying.text {
        return None;
    }
    if asked != before {
        return Some(Doubt::OtherQuantity { before });
    }
    chat::says_more(&saying.text).then_some(Doubt::Quantities)
}

fn is_of_quantity(doubt: &Doubt) -> bool {
    matches!(doubt, Doubt::OtherQuantity { .. } | Doubt::Quantities)
}
