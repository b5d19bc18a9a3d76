//! `screen.html` for an LED wall: one community after another, large. Its data is a script beside it, `screen-data.js`, which
//! it reads again and again: a page that was opened from a folder may read no other file.

use std::collections::BTreeMap;

use minijinja::Value;
use serde::Serialize;

use super::data::ClaimView;
use super::pages::{self, Reads};
use super::templates::Templates;
use super::tree::{self, TreeView};
use super::{Counts, Pack, PackFile, is_waiting, one_line};
use crate::lang::publish as texts;
use crate::model::words::Stage;
use crate::privacy::wall::PublicNeed;

const DATA: &str = "screen-data.js";
/// Wishes that are read out beside their tree: as many as can be read at ten metres.
const READ_OUT: usize = 3;
/// Longer ones are cut: two lines of such letters hold no more.
const LONGEST: usize = 34;
/// Of more needs than this the screen shows streets, not communities.
const MOST_BY_COMMUNITY: usize = 3_000;

#[derive(Serialize)]
struct Page {
    t: BTreeMap<&'static str, String>,
    texts: Value,
    drawing: Value,
    legend: Vec<(&'static str, String)>,
    data_file: &'static str,
}

/// What the page reads again.
#[derive(Serialize)]
struct Data<'p> {
    title: &'p str,
    day: String,
    fingerprint: &'p str,
    counts: Counts,
    slides: Vec<Slide<'p>>,
    claims: Vec<ClaimView<'p>>,
}

#[derive(Serialize)]
struct Slide<'p> {
    counts: Counts,
    tree: TreeView<'p>,
    waiting: Vec<ReadOut>,
}

/// A wish that waits.
#[derive(Serialize)]
struct ReadOut {
    number: u32,
    content: String,
}

pub fn files<'p>(pack: &'p Pack, templates: &'p Templates) -> Vec<PackFile<'p>> {
    vec![
        PackFile::new("screen.html", |out| {
            let t = texts_of_page();
            let page = Page {
                texts: pages::json(&t)?,
                t,
                drawing: Value::from_safe_string(tree::definitions(&pack.settings.look)),
                legend: Stage::ALL.iter().map(|stage| (stage.code(), texts::stage(*stage))).collect(),
                data_file: DATA,
            };
            pages::write(out, templates, "screen", pack, Reads::ItsFolder, page)
        }),
        PackFile::new(DATA, |out| {
            let data = Data {
                title: &pack.heading.title,
                day: pack.heading.day.to_string(),
                fingerprint: &pack.stamp.fingerprint,
                counts: pack.counts(),
                slides: slides(pack),
                claims: pack.claims.iter().map(ClaimView::of).collect(),
            };
            let data = pages::inert(&serde_json::to_string(&data)?);
            Ok(writeln!(out, "shuangwei({data});")?)
        }),
    ]
}

/// A slide for each tree; of a city for each street, with as many of its needs as a tree holds, those that wait first.
fn slides(pack: &Pack) -> Vec<Slide<'_>> {
    let is_city = pack.needs.len() > MOST_BY_COMMUNITY;
    let mut groups: BTreeMap<&str, Vec<&PublicNeed>> = BTreeMap::new();
    for need in &pack.needs {
        groups.entry(if is_city { &need.street } else { &need.place }).or_default().push(need);
    }
    let mut slides = Vec::new();
    for (place, mut needs) in groups {
        let counts = Counts::of(needs.iter().copied());
        let waiting = |some: &[&PublicNeed]| -> Vec<ReadOut> {
            some.iter().filter(|need| is_waiting(need.state)).take(READ_OUT).map(|need| read_out(need)).collect()
        };
        if is_city {
            needs.sort_by_key(|need| !is_waiting(need.state));
            needs.truncate(tree::MOST_ON_TREE);
            needs.sort_by_key(|need| need.number);
        }
        for (tree, some) in tree::trees_of(place, &needs, slides.len()) {
            slides.push(Slide { counts, tree, waiting: waiting(some) });
        }
    }
    slides
}

fn read_out(need: &PublicNeed) -> ReadOut {
    let content = one_line(&need.content);
    let content = match content.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", content[..end].trim_end()),
        None => content,
    };
    ReadOut { number: need.number, content }
}

/// What the page says, by the names that its template and its script use.
fn texts_of_page() -> BTreeMap<&'static str, String> {
    [
        ("claimed", texts::screen_claimed("{day}", "{by}", "{number}")),
        ("progress", texts::screen_progress("{percent}")),
        ("waiting", texts::screen_waiting()),
        ("hand_in", texts::screen_hand_in()),
        ("waiting_here", texts::screen_waiting_here()),
        ("all_taken", texts::page_all_taken()),
        ("empty", texts::page_empty()),
        ("pause", texts::screen_pause()),
        ("go_on", texts::screen_go_on()),
        ("number", texts::wall_number("{number}")),
        ("month_day", texts::screen_month_day("{month}", "{day}")),
    ]
    .into_iter()
    .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tests::{need, pack, text_of};
    use super::*;
    use crate::model::words::Progress;

    #[test]
    fn screen_reads_out_what_waits_and_its_data_is_inert() {
        let claimed = PublicNeed { state: Progress::Claimed, ..need(1, "一把轮椅") };
        let pack = pack(vec![claimed, need(2, "</script><b>一盏灯"), need(3, &"长".repeat(60))]);
        let templates = Templates::new(Vec::new()).unwrap();
        let data = text_of(files(&pack, &templates), DATA);
        assert!(data.starts_with("shuangwei({") && data.ends_with("});\n") && !data.contains('<'), "{data}");
        let json: serde_json::Value =
            serde_json::from_str(data.trim_start_matches("shuangwei(").trim_end().trim_end_matches(");")).unwrap();
        let waiting = json["slides"][0]["waiting"].as_array().unwrap();
        assert_eq!(waiting.iter().map(|one| one["number"].as_u64().unwrap()).collect::<Vec<_>>(), [2, 3]);
        assert_eq!(waiting[1]["content"].as_str().unwrap().chars().count(), LONGEST + 1);
        assert_eq!(json["slides"][0]["tree"]["apples"].as_array().unwrap().len(), 3);
    }
}
