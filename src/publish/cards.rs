//! `cards.html`: a card for each need to cut out and hang up, eight to a sheet of A4, in the order of the wall numbers. Of a
//! large wall several files, each of a range of numbers, so that a card stays in its file.

use std::collections::BTreeMap;

use minijinja::Value;
use minijinja::value::Serde;
use serde::Serialize;
use unicode_width::UnicodeWidthStr;

use super::pages::{self, Reads};
use super::qr::{Qr, qr};
use super::settings::Rgb;
use super::templates::Templates;
use super::{Pack, PackFile, one_line, settings};
use crate::lang::publish as texts;
use crate::model::words::{NeedKind, PublicColumn, Stage};
use crate::privacy::wall::PublicNeed;

/// Cards on a sheet: two columns of four.
const ON_SHEET: usize = 8;
/// The wall numbers of one file, where they are many: a browser prints as many sheets without a pause.
const IN_FILE: u32 = 1_000;
/// A longer text is cut: what a card holds in its smallest letters.
const LONGEST: usize = 150;
/// Texts of up to so many characters are set in letters of the first size, the second, and so on.
const SIZES: [usize; 3] = [32, 64, 110];
/// A place's name that is wider, in columns, is set smaller.
const LONG_NAME: usize = 16;
/// Room for a letter of a stamp; half of it for one of ASCII.
const STAMPED: usize = 32;

#[derive(Serialize)]
struct View {
    t: BTreeMap<&'static str, String>,
    drawing: Value,
    summary: String,
    /// The cards, each as the template sees it at once: a page of a thousand is not in memory twice.
    sheets: Vec<Vec<Value>>,
}

#[derive(Serialize)]
struct CardView<'p> {
    number: String,
    digits: u32,
    code: &'p str,
    place: &'p str,
    facts: Vec<String>,
    content: String,
    /// 0 for the largest letters.
    size: usize,
    kind: &'static str,
    stage: &'static str,
    /// The place's name takes more than a line.
    is_long: bool,
    /// What is stamped across it, once somebody has taken it.
    stamp: Option<Stamp>,
    left: Option<String>,
    qr: Qr,
}

/// A stamp in the colour of its stage.
#[derive(Serialize)]
struct Stamp {
    text: String,
    ink: String,
    /// The length that its text takes in any font, that of the stamp around it, and half of that.
    letters: usize,
    width: usize,
    half: usize,
}

pub fn files<'p>(pack: &'p Pack, templates: &'p Templates) -> Vec<PackFile<'p>> {
    let stages = &pack.settings.stages;
    let is_printed = |need: &&PublicNeed| stages.is_empty() || stages.contains(&need.state.stage());
    let needs: Vec<&PublicNeed> = pack.needs.iter().filter(is_printed).collect();
    if needs.len() <= IN_FILE as usize {
        return vec![file("cards.html".to_owned(), needs, pack, templates)];
    }
    let mut parts: BTreeMap<u32, Vec<&PublicNeed>> = BTreeMap::new();
    for need in needs {
        parts.entry(need.number.saturating_sub(1) / IN_FILE).or_default().push(need);
    }
    let name = |part: u32| format!("cards-{}-{}.html", part * IN_FILE + 1, (part + 1) * IN_FILE);
    parts.into_iter().map(|(part, needs)| file(name(part), needs, pack, templates)).collect()
}

fn file<'p>(name: String, needs: Vec<&'p PublicNeed>, pack: &'p Pack, templates: &'p Templates) -> PackFile<'p> {
    PackFile::new(name, move |out| {
        let sheets = needs
            .chunks(ON_SHEET)
            .map(|some| some.iter().map(|need| Ok(Value::from(Serde(card(need, pack)?)))).collect());
        let view = View {
            t: texts_of_page(),
            drawing: Value::from_safe_string(super::tree::fruits(&pack.settings.look)),
            summary: texts::cards_summary(needs.len(), needs.len().div_ceil(ON_SHEET)),
            sheets: sheets.collect::<anyhow::Result<_>>()?,
        };
        pages::write(out, templates, "cards", pack, Reads::Nothing, view)
    })
}

fn card<'p>(need: &'p PublicNeed, pack: &Pack) -> anyhow::Result<CardView<'p>> {
    let text = match &pack.settings.claim_url {
        Some(url) => settings::filled(url, need),
        None => need.public_code.to_string(),
    };
    let (content, length) = shortened(&one_line(&need.content));
    let stage = need.state.stage();
    Ok(CardView {
        number: texts::wall_number(need.number),
        digits: need.number,
        code: need.public_code.as_str(),
        place: &need.place,
        is_long: need.place.width() > LONG_NAME,
        facts: facts(need, pack),
        content,
        size: SIZES.iter().filter(|most| length > **most).count(),
        kind: need.kind.code(),
        stage: stage.code(),
        stamp: match stage {
            Stage::Open | Stage::PartlyClaimed => None,
            Stage::Claimed | Stage::Fulfilled => Some(stamp(texts::stage(stage), pack.settings.look.ink(stage))),
        },
        left: (stage == Stage::PartlyClaimed).then(|| texts::wechat_left(need.quantity.saturating_sub(need.taken))),
        qr: qr(&text)?,
    })
}

fn stamp(text: String, ink: Rgb) -> Stamp {
    let letters: usize = text.chars().map(|c| if c.is_ascii() { STAMPED / 2 } else { STAMPED }).sum();
    let half = letters / 2 + 8;
    Stamp { text, ink: ink.to_string(), letters, width: half * 2, half }
}

/// A text as a card holds it, and how many characters it has.
fn shortened(text: &str) -> (String, usize) {
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => (format!("{}…", text[..end].trim_end()), LONGEST),
        None => (text.to_owned(), text.chars().count()),
    }
}

/// 微心愿 · 物资 · 数量 2 · 伍**: as far as the office publishes it.
fn facts(need: &PublicNeed, pack: &Pack) -> Vec<String> {
    let shows = |column| pack.settings.shows(column);
    let kind = (need.kind == NeedKind::Project || shows(PublicColumn::Kind)).then(|| texts::kind(need.kind));
    let quantity = (need.quantity > 1 && shows(PublicColumn::Quantity))
        .then(|| format!("{} {}", texts::column(PublicColumn::Quantity), need.quantity));
    let deadline = need.deadline.map(|day| format!("{} {day}", texts::column(PublicColumn::Deadline)));
    let wisher = Some(one_line(&need.wisher)).filter(|wisher| !wisher.is_empty());
    let parts = [kind, need.form.map(texts::form), quantity, need.budget.map(texts::band), deadline, wisher];
    parts.into_iter().flatten().collect()
}

fn texts_of_page() -> BTreeMap<&'static str, String> {
    [
        ("how", texts::cards_how()),
        ("none", texts::cards_none()),
        ("sheet", texts::cards_sheet()),
        ("scan", texts::cards_scan()),
    ]
    .into_iter()
    .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tests::{need, pack, text_of};
    use super::*;
    use crate::model::words::Progress;

    fn page(pack: &Pack) -> String {
        text_of(files(pack, &Templates::new(Vec::new()).unwrap()), "cards.html")
    }

    #[test]
    fn eight_cards_fill_a_sheet_and_taken_ones_are_stamped() {
        let mut needs: Vec<PublicNeed> = (1..=9).map(|number| need(number, "希望有一台<微波炉>")).collect();
        needs[1].state = Progress::InProgress;
        needs[2].state = Progress::Confirmed;
        let mut pack = pack(needs);
        let html = page(&pack);
        let count = |html: &str, what: &str| html.matches(what).count();
        assert_eq!((count(&html, "<section class=\"sheet\""), count(&html, "<article ")), (2, 9));
        assert_eq!((count(&html, "class=\"stamp claimed\""), count(&html, "class=\"stamp fulfilled\"")), (1, 1));
        assert!(html.contains("希望有一台&lt;微波炉&gt;") && html.contains(">K7QF2M09<"), "escaped");
        pack.settings.stages = vec![Stage::Open];
        let html = page(&pack);
        assert_eq!((count(&html, "<article "), count(&html, "class=\"stamp")), (7, 0));
        pack.settings.stages = vec![Stage::PartlyClaimed];
        assert!(page(&pack).contains("没有要印的心愿卡"));
    }

    #[test]
    fn stamps_have_the_colours_of_the_office() {
        let mut needs: Vec<PublicNeed> = (1..=2).map(|number| need(number, "一把轮椅")).collect();
        needs[0].state = Progress::Claimed;
        needs[1].state = Progress::Confirmed;
        let mut pack = pack(needs);
        let inks =
            |pack: &Pack| [Stage::Claimed, Stage::Fulfilled].map(|stage| pack.settings.look.ink(stage).to_string());
        let usual = inks(&pack);
        assert!(usual.iter().all(|ink| page(&pack).contains(&format!("stroke=\"{ink}\""))));
        pack.settings.look.claimed = "green".parse().unwrap();
        pack.settings.look.fulfilled = "#123456".parse().unwrap();
        let own = inks(&pack);
        let html = page(&pack);
        assert!(own.iter().all(|ink| html.contains(&format!("stroke=\"{ink}\""))), "{own:?}");
        assert!(usual.iter().all(|ink| !html.contains(ink.as_str())), "{usual:?}");
    }

    #[test]
    fn card_leads_to_the_need_that_it_shows() {
        let mut pack = pack(vec![need(3, "书包")]);
        let plain = page(&pack);
        assert!(plain.contains(&qr("K7QF2M03").unwrap().path));
        pack.settings.claim_url = Some("https://example.org/claim?c={code}&n={number}".to_owned());
        assert!(page(&pack).contains(&qr("https://example.org/claim?c=K7QF2M03&n=3").unwrap().path));
    }

    #[test]
    fn card_stays_in_its_file() {
        let pack = pack((1..=1_001).map(|number| need(number, "书包")).chain([need(3_000, "笔")]).collect());
        let templates = Templates::new(Vec::new()).unwrap();
        let names: Vec<String> = files(&pack, &templates).into_iter().map(|file| file.name).collect();
        assert_eq!(names, ["cards-1-1000.html", "cards-1001-2000.html", "cards-2001-3000.html"]);
    }

    #[test]
    fn long_text_is_set_smaller_and_at_last_cut() {
        let sizes = [10, 33, 65, 111, 400].map(|long| {
            let needs = vec![need(1, &"长".repeat(long))];
            let pack = pack(needs);
            let card = card(&pack.needs[0], &pack).unwrap();
            (card.size, card.content.chars().count())
        });
        assert_eq!(sizes, [(0, 10), (1, 33), (2, 65), (3, 111), (3, 151)]);
    }
}
