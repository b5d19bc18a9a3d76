//! `tree.html`: the wishes as apples on a tree, one tree for each community where there are many; of a whole city a page for
//! each street, and one that leads to them.

mod drawing;
mod sign;

pub use self::drawing::{Spot, definitions, fruits, spots};

use std::collections::BTreeMap;
use std::io;

use minijinja::Value;
use minijinja::value::Serde;
use serde::Serialize;

use super::pages::{self, Reads};
use super::templates::Templates;
use super::{Counts, Pack, PackFile, list};
use crate::lang::publish as texts;
use crate::model::words::{NeedKind, PublicColumn, Stage, Theme};
use crate::privacy::wall::PublicNeed;

/// More apples than this make a tree too full to press one on a phone.
pub const MOST_ON_TREE: usize = 45;
/// More needs than this are too many for one page.
const MOST_ON_PAGE: usize = 3_000;

#[derive(Serialize)]
struct View<'p> {
    t: BTreeMap<&'static str, String>,
    /// The same for the script.
    texts: Value,
    summary: String,
    drawing: Value,
    legend: Vec<LegendView>,
    counts: Counts,
    places: Vec<&'p str>,
    kinds: Vec<(&'static str, String)>,
    themes: Vec<(&'static str, String)>,
    trees: Vec<TreeView<'p>>,
    headers: Vec<String>,
    rows: Vec<Value>,
    /// Which of the cells is the wish itself.
    content_at: usize,
    /// The way back to the page of all streets.
    up: Option<&'static str>,
    part: Option<&'p str>,
}

#[derive(Serialize)]
struct LegendView {
    stage: &'static str,
    name: String,
    count: usize,
    has_projects: bool,
}

/// A tree and what hangs in it, also for the screen.
#[derive(Serialize)]
pub struct TreeView<'p> {
    id: usize,
    variant: usize,
    place: &'p str,
    /// Which of the place's trees it is, where there are several: `2/3`.
    part: Option<String>,
    sign: sign::Sign,
    /// Half the box of what hangs in it, and the whole.
    half: i32,
    #[serde(rename = "box")]
    whole: i32,
    /// The height of its digits.
    digits: i32,
    apples: Vec<AppleView>,
}

#[derive(Serialize)]
pub struct AppleView {
    number: u32,
    x: i32,
    y: i32,
    kind: &'static str,
    stage: &'static str,
}

#[derive(Serialize)]
struct RowView<'p> {
    number: u32,
    place: &'p str,
    kind: &'static str,
    theme: &'static str,
    stage: &'static str,
    cells: Vec<String>,
}

pub fn files<'p>(pack: &'p Pack, templates: &'p Templates) -> Vec<PackFile<'p>> {
    if pack.needs.len() <= MOST_ON_PAGE {
        return vec![PackFile::new("tree.html", |out| {
            let needs: Vec<&PublicNeed> = pack.needs.iter().collect();
            page(out, pack, templates, &needs, None)
        })];
    }
    let parts = parts(&pack.needs);
    let names = file_names(parts.keys().copied());
    let index: Vec<StreetView<'p>> = parts
        .iter()
        .map(|(street, needs)| StreetView {
            name: street,
            file: names[street].clone(),
            variant: seed(street) as usize % drawing::VARIANTS,
            bar: bar(pack, Counts::of(needs.iter().copied())),
            sign: waiting(Counts::of(needs.iter().copied())),
        })
        .collect();
    let mut files = vec![PackFile::new("tree.html", move |out| index_page(out, pack, templates, &index))];
    for (street, needs) in parts {
        files.push(PackFile::new(names[street].clone(), move |out| page(out, pack, templates, &needs, Some(street))));
    }
    files
}

/// The needs of each street; of a single street those of each community.
fn parts(needs: &[PublicNeed]) -> BTreeMap<&str, Vec<&PublicNeed>> {
    let grouped = |name: fn(&PublicNeed) -> &str| {
        let mut parts: BTreeMap<&str, Vec<&PublicNeed>> = BTreeMap::new();
        needs.iter().for_each(|need| parts.entry(name(need)).or_default().push(need));
        parts
    };
    let streets = grouped(|need| &need.street);
    if streets.len() > 1 { streets } else { grouped(|need| &need.place) }
}

/// A file for each part, named by it, in letters that every system takes; the same each time.
fn file_names<'n>(names: impl Iterator<Item = &'n str>) -> BTreeMap<&'n str, String> {
    let mut taken = BTreeMap::new();
    let mut files = BTreeMap::new();
    for name in names {
        let safe: String = name.chars().map(|c| if c.is_alphanumeric() { c } else { '_' }).collect();
        let again: &mut usize = taken.entry(safe.clone()).or_default();
        *again += 1;
        files.insert(name, if *again == 1 { format!("tree-{safe}.html") } else { format!("tree-{safe}-{again}.html") });
    }
    files
}

fn page(
    out: &mut dyn io::Write,
    pack: &Pack,
    templates: &Templates,
    needs: &[&PublicNeed],
    part: Option<&str>,
) -> anyhow::Result<()> {
    let columns = list::columns(pack);
    let counts = Counts::of(needs.iter().copied());
    let mut places: Vec<&str> = needs.iter().map(|need| &*need.place).collect();
    places.sort_unstable();
    places.dedup();
    let kinds = NeedKind::ALL.iter().filter(|kind| needs.iter().any(|need| need.kind == **kind));
    let themes = Theme::ALL.iter().filter(|theme| needs.iter().any(|need| need.theme == Some(**theme)));
    let view = View {
        texts: pages::json(&texts_of_page())?,
        t: texts_of_page(),
        summary: summary(counts),
        drawing: Value::from_safe_string(drawing::definitions(&pack.settings.look)),
        legend: legend(needs, counts),
        counts,
        places,
        kinds: kinds.map(|kind| (kind.code(), texts::kind(*kind))).collect(),
        themes: themes.map(|theme| (theme.code(), texts::theme(*theme))).collect(),
        trees: trees(needs, pack.heading.place.as_deref().unwrap_or(&pack.heading.office)),
        headers: columns.iter().map(|column| texts::column(*column)).collect(),
        content_at: columns.iter().position(|column| *column == PublicColumn::Content).unwrap_or_default(),
        rows: needs.iter().map(|need| Value::from(Serde(row(need, &columns)))).collect(),
        up: part.map(|_| "tree.html"),
        part,
    };
    pages::write(out, templates, "tree", pack, Reads::Nothing, view)
}

fn row<'p>(need: &'p PublicNeed, columns: &[PublicColumn]) -> RowView<'p> {
    RowView {
        number: need.number,
        place: &need.place,
        kind: need.kind.code(),
        theme: need.theme.map_or("", Theme::code),
        stage: need.state.stage().code(),
        cells: list::row(need, columns),
    }
}

fn legend(needs: &[&PublicNeed], counts: Counts) -> Vec<LegendView> {
    let of = |stage: &Stage| LegendView {
        stage: stage.code(),
        name: texts::stage(*stage),
        count: match stage {
            Stage::Open => counts.open,
            Stage::PartlyClaimed => counts.partly_claimed,
            Stage::Claimed => counts.claimed,
            Stage::Fulfilled => counts.fulfilled,
        },
        has_projects: needs.iter().any(|need| need.kind == NeedKind::Project),
    };
    Stage::ALL.iter().map(of).collect()
}

/// One tree for all where they fit on it, else one or more for each place.
fn trees<'p>(needs: &[&'p PublicNeed], whole: &str) -> Vec<TreeView<'p>> {
    let mut places: BTreeMap<&str, Vec<&PublicNeed>> = BTreeMap::new();
    for need in needs {
        places.entry(&need.place).or_default().push(need);
    }
    if needs.len() <= MOST_ON_TREE {
        return vec![tree("", whole, None, needs, 0)];
    }
    let mut trees = Vec::new();
    for (place, needs) in places {
        trees.extend(trees_of(place, &needs, trees.len()).into_iter().map(|(tree, _)| tree));
    }
    trees
}

/// The trees of one place, each with what hangs in it; `before`: how many trees there are already.
pub fn trees_of<'p, 'n>(
    place: &'p str,
    needs: &'n [&'p PublicNeed],
    before: usize,
) -> Vec<(TreeView<'p>, &'n [&'p PublicNeed])> {
    let count = needs.len().div_ceil(MOST_ON_TREE);
    let share = needs.len().div_ceil(count.max(1)).max(1);
    let trees = needs.chunks(share).enumerate().map(|(at, some)| {
        let part = (count > 1).then(|| texts::page_tree(at + 1, count));
        (tree(place, place, part, some, before + at), some)
    });
    trees.collect()
}

/// The tree of a place, or of the office, by whose name it goes.
fn tree<'p>(place: &'p str, name: &str, part: Option<String>, needs: &[&PublicNeed], id: usize) -> TreeView<'p> {
    let seed = seed(place).wrapping_add(id as u64);
    let (spots, radius) = drawing::spots(needs.len(), seed);
    let apples = needs.iter().zip(spots).map(|(need, spot)| AppleView {
        number: need.number,
        x: spot.x,
        y: spot.y,
        kind: need.kind.code(),
        stage: need.state.stage().code(),
    });
    let longest = needs.iter().map(|need| need.number.to_string().len()).max().unwrap_or(1);
    TreeView {
        id,
        variant: seed as usize % drawing::VARIANTS,
        place,
        sign: sign::sign(
            &part.as_ref().map_or_else(|| name.to_owned(), |part| format!("{name} {part}")),
            waiting(Counts::of(needs.iter().copied())),
        ),
        part,
        half: radius * 23 / 20,
        whole: radius * 23 / 10,
        digits: (radius * 28 / 10 / i32::try_from(longest.max(2) + 1).unwrap_or(3)).min(radius),
        apples: apples.collect(),
    }
}

/// A number for a name, the same each time.
fn seed(name: &str) -> u64 {
    name.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

#[derive(Serialize)]
struct StreetView<'p> {
    name: &'p str,
    file: String,
    variant: usize,
    /// Its stages as parts of a bar of 100.
    bar: Vec<BarPart>,
    sign: String,
}

#[derive(Serialize)]
struct BarPart {
    x: usize,
    width: usize,
    colour: String,
}

/// The stages of a street, done first, as parts of a bar.
fn bar(pack: &Pack, counts: Counts) -> Vec<BarPart> {
    let look = &pack.settings.look;
    let parts = [
        (Stage::Fulfilled, counts.fulfilled),
        (Stage::Claimed, counts.claimed),
        (Stage::PartlyClaimed, counts.partly_claimed),
        (Stage::Open, counts.open),
    ];
    let (mut before, mut bar) = (0, Vec::new());
    for (stage, count) in parts {
        let (x, end) = (before * 100 / counts.all.max(1), (before + count) * 100 / counts.all.max(1));
        before += count;
        let [left, right] = look.colours(stage);
        bar.push(BarPart { x, width: end - x, colour: left.towards(right, 50).to_string() });
    }
    bar
}

#[derive(Serialize)]
struct IndexView<'p> {
    t: BTreeMap<&'static str, String>,
    summary: String,
    drawing: Value,
    legend: Vec<LegendView>,
    counts: Counts,
    streets: &'p [StreetView<'p>],
}

fn index_page(
    out: &mut dyn io::Write,
    pack: &Pack,
    templates: &Templates,
    streets: &[StreetView<'_>],
) -> anyhow::Result<()> {
    let counts = pack.counts();
    let view = IndexView {
        t: texts_of_page(),
        summary: summary(counts),
        drawing: Value::from_safe_string(drawing::definitions(&pack.settings.look)),
        legend: legend(&[], counts),
        counts,
        streets,
    };
    pages::write(out, templates, "trees", pack, Reads::Nothing, view)
}

/// How many there are, how many wait, how many are taken and done; where there is none, how to hand one in.
fn summary(counts: Counts) -> String {
    if counts.all == 0 {
        return texts::page_hand_in();
    }
    texts::page_summary(counts.all, counts.waiting(), counts.claimed, counts.fulfilled)
}

/// What a board says of what waits.
fn waiting(counts: Counts) -> String {
    match (counts.all, counts.waiting()) {
        (0, _) => texts::page_empty_sign(),
        (_, 0) => texts::page_all_taken(),
        (all, waiting) => texts::page_waiting(waiting, all),
    }
}

/// What the page says, by the names that its template and its script use.
fn texts_of_page() -> BTreeMap<&'static str, String> {
    [
        ("search", texts::page_search()),
        ("search_hint", texts::page_search_hint()),
        ("all_places", texts::page_all_places()),
        ("all_kinds", texts::page_all_kinds()),
        ("all_themes", texts::page_all_themes()),
        ("place", texts::column(PublicColumn::Place)),
        ("kind", texts::column(PublicColumn::Kind)),
        ("theme", texts::column(PublicColumn::Theme)),
        ("state", texts::column(PublicColumn::State)),
        ("content", texts::column(PublicColumn::Content)),
        ("street", texts::page_street()),
        ("filter", texts::page_filter()),
        ("clear", texts::page_clear()),
        ("shown", texts::page_shown("{shown}", "{all}")),
        ("list", texts::page_list()),
        ("close", texts::page_close()),
        ("previous", texts::page_previous()),
        ("next", texts::page_next()),
        ("apple", texts::page_apple("{number}", "{state}", "{content}")),
        ("none", texts::page_none()),
        ("up", texts::page_up()),
        ("how", texts::page_how()),
        ("how_none", texts::page_how_none()),
        ("legend", texts::page_legend()),
    ]
    .into_iter()
    .collect()
}
