//! The pack that an office hands out: a pure rendering of one snapshot of the wall. Takes nothing but the allow-listed
//! types of `privacy::wall`, so that nothing else can get into it. Does not write files, and does not know the office file.
//! The papers of claims (`claims`) are of no pack: they stay with the office and its claimants.
//!
//! A product is a file here with a function `files(pack, templates)`, which gives the product's files by name, each with
//! what fills it; [`files`] has a line for each product.

mod cards;
pub mod check;
pub mod claims;
pub mod data;
mod letter;
pub mod list;
pub mod pages;
pub mod paper;
mod poster;
mod qr;
mod screen;
pub mod settings;
pub mod templates;
mod tree;
pub mod wechat;

use std::io;

pub use self::settings::Settings;
use self::templates::Templates;
use crate::model::day::Day;
use crate::model::ranges::Ranges;
use crate::model::words::{Product, Progress, Stage};
pub use crate::privacy::wall::one_line;
use crate::privacy::wall::{PublicClaim, PublicNeed};

/// One snapshot of the wall, with all that its pages say besides.
#[derive(Debug, Clone)]
pub struct Pack {
    pub heading: Heading,
    /// By wall number.
    pub needs: Vec<PublicNeed>,
    /// The claims made last, the newest first.
    pub claims: Vec<PublicClaim>,
    pub settings: Settings,
    pub stamp: Stamp,
}

/// What a page or a list states above its rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    pub office: String,
    pub title: String,
    pub day: Day,
    /// The place that the pack is limited to.
    pub place: Option<String>,
    pub campaign: Option<Campaign>,
    /// Of fewer wishes than this with one surname in one community none shows it.
    pub k: u32,
}

/// The campaign in use: its name, and the days it runs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Campaign {
    pub name: String,
    pub from: Day,
    pub until: Day,
}

/// Which snapshot it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp {
    /// The log's newest entry, and its hash in hexadecimal.
    pub entry: i64,
    pub head: String,
    /// Over the needs and claims as the pack shows them, in hexadecimal.
    pub fingerprint: String,
}

/// How many needs there are in each stage.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize)]
pub struct Counts {
    pub all: usize,
    pub open: usize,
    pub partly_claimed: usize,
    pub claimed: usize,
    pub fulfilled: usize,
}

/// A file of the pack.
pub struct PackFile<'p> {
    pub name: String,
    pub body: Body<'p>,
}

/// What a file is filled with.
pub enum Body<'p> {
    /// Written by the product itself.
    Bytes(Fill<'p>),
    /// The rows of `list`, as CSV or as a workbook: those forms are `output`'s.
    Csv,
    Xlsx,
}

/// Writes a file's bytes.
pub type Fill<'p> = Box<dyn FnOnce(&mut dyn io::Write) -> anyhow::Result<()> + Send + 'p>;

impl Pack {
    pub fn counts(&self) -> Counts {
        Counts::of(&self.needs)
    }

    pub fn numbers(&self) -> Ranges {
        let mut numbers = Ranges::default();
        self.needs.iter().for_each(|need| numbers.add(i64::from(need.number)));
        numbers
    }
}

impl Counts {
    pub fn of<'n>(needs: impl IntoIterator<Item = &'n PublicNeed>) -> Counts {
        let mut counts = Counts::default();
        for need in needs {
            counts.all += 1;
            *match need.state.stage() {
                Stage::Open => &mut counts.open,
                Stage::PartlyClaimed => &mut counts.partly_claimed,
                Stage::Claimed => &mut counts.claimed,
                Stage::Fulfilled => &mut counts.fulfilled,
            } += 1;
        }
        counts
    }

    pub fn waiting(&self) -> usize {
        self.open + self.partly_claimed
    }
}

impl<'p> PackFile<'p> {
    pub fn new(
        name: impl Into<String>,
        fill: impl FnOnce(&mut dyn io::Write) -> anyhow::Result<()> + Send + 'p,
    ) -> PackFile<'p> {
        PackFile { name: name.into(), body: Body::Bytes(Box::new(fill)) }
    }
}

/// The files of a product. `data.json` is none of them: it is written last, and knows the others.
pub fn files<'p>(product: Product, pack: &'p Pack, templates: &'p Templates) -> Vec<PackFile<'p>> {
    match product {
        Product::Tree => tree::files(pack, templates),
        Product::Screen => screen::files(pack, templates),
        Product::Cards => cards::files(pack, templates),
        Product::Wechat => wechat::files(pack),
        Product::Letter => letter::files(pack, templates),
        Product::Poster => poster::files(pack, templates),
        Product::List => list::files(),
    }
}

/// Whether a file begins as those of a pack without a `data.json` did, in either language.
pub fn is_of_an_earlier_version(begins: &str) -> bool {
    let first = begins.lines().next().unwrap_or_default();
    ["公开编号", "public code", "双微清单（", "Wishes and projects ("].iter().any(|word| first.contains(word))
}

/// Whether a need still waits for a claimant, for all or part of its quantity.
pub fn is_waiting(state: Progress) -> bool {
    match state.stage() {
        Stage::Open | Stage::PartlyClaimed => true,
        Stage::Claimed | Stage::Fulfilled => false,
    }
}

#[cfg(test)]
pub mod tests {
    use super::*;
    use crate::model::words::{Form, NeedKind, Theme};

    /// A need of 蟠虬社区 that nobody has claimed.
    pub fn need(number: u32, content: &str) -> PublicNeed {
        PublicNeed {
            number,
            public_code: format!("K7QF2M{:02}", number % 100).parse().unwrap(),
            place: "蟠虬社区".into(),
            street: "金花街道".into(),
            wisher: "伍**".into(),
            kind: NeedKind::Wish,
            theme: Some(Theme::Aid),
            form: Some(Form::Goods),
            content: content.into(),
            quantity: 1,
            taken: 0,
            budget: None,
            deadline: None,
            state: Progress::Open,
        }
    }

    /// A pack of 金花街道 with these needs.
    pub fn pack(needs: Vec<PublicNeed>) -> Pack {
        Pack {
            heading: Heading {
                office: "金花街道".to_owned(),
                title: "金花街道双微心愿树".to_owned(),
                day: "2021-04-09".parse().unwrap(),
                place: None,
                campaign: Some(Campaign {
                    name: "2021".to_owned(),
                    from: "2021-04-01".parse().unwrap(),
                    until: "2021-12-31".parse().unwrap(),
                }),
                k: 3,
            },
            needs,
            claims: Vec::new(),
            settings: Settings::default(),
            stamp: Stamp { entry: 1, head: "ab".to_owned(), fingerprint: "cd".to_owned() },
        }
    }

    /// What a product's only file is filled with.
    pub fn text_of(files: Vec<PackFile<'_>>, name: &str) -> String {
        let file = files.into_iter().find(|file| file.name == name).unwrap();
        let Body::Bytes(fill) = file.body else { panic!("{name} is a list") };
        let mut bytes = Vec::new();
        fill(&mut bytes).unwrap();
        String::from_utf8(bytes).unwrap()
    }
}
