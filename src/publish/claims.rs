//! The papers of claims: letters of intent (认领意向书), and what a claimant has done so far (服务记录). Each kind is a text,
//! a template that an office may put its own in place of; several papers are one page or one document. Not for the wall:
//! who makes them says what of a person they tell.

use minijinja::value::Serde;
use serde::Serialize;
use serde_json::Value as Json;

use super::one_line;
use super::pages::{self, Reads};
use super::paper::{self, Block, Size};
use super::templates::Templates;
use crate::lang::{self, Lang};

/// What a letter of intent says. Days and money are as letters write them.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Letter {
    /// The claim's.
    pub code: String,
    /// Of its need: `6号`, where it has a number.
    pub number: Option<String>,
    pub is_project: bool,
    pub kind: String,
    pub title: Option<String>,
    pub text: Option<String>,
    pub quantity: i64,
    pub place: String,
    pub street: String,
    pub office: String,
    pub wisher: Option<String>,
    pub phone: Option<String>,
    pub address: Option<String>,
    pub budget: Option<String>,
    pub claimed_on: String,
    pub deadline: Option<String>,
    /// The lead first.
    pub claimants: Vec<Claimant>,
    /// The names of all of them in one line.
    pub names: String,
    /// How many more take part and are not named.
    pub unnamed: u32,
    /// Who answers for a project.
    pub leader: Option<String>,
    pub signed_on: Option<String>,
    pub exchanged_on: Option<String>,
}

/// A claimant on a letter.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Claimant {
    pub name: String,
    /// Of a person, where the office knows it.
    pub unit: Option<String>,
    /// Of an organisation, whom to ask for.
    pub contact: Option<String>,
    pub phone: Option<String>,
}

/// What a claimant has done so far.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Card {
    pub name: String,
    pub code: Option<String>,
    pub class: Option<String>,
    pub unit: Option<String>,
    /// Where a member or an organisation is registered.
    pub place: Option<String>,
    pub phone: Option<String>,
    pub office: String,
    pub day: String,
    /// All claims, those that are done, and those that still run.
    pub all: usize,
    pub done: usize,
    pub running: usize,
    /// By their days.
    pub claims: Vec<Served>,
}

/// A claim on a card.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Served {
    pub at: usize,
    pub day: String,
    pub need: String,
    pub kind: String,
    pub role: String,
    pub state: String,
    pub outcome: String,
}

/// Papers, each the blocks of one.
pub type Papers = Vec<Vec<Block>>;

#[derive(Serialize)]
struct View<'p> {
    headline: &'p str,
    papers: &'p [Vec<Block>],
}

pub fn letters(letters: &[Letter], templates: &Templates) -> anyhow::Result<Papers> {
    papers(letters, "claim-letter", templates)
}

pub fn cards(cards: &[Card], templates: &Templates) -> anyhow::Result<Papers> {
    papers(cards, "claim-card", templates)
}

/// A page to print, every paper on a sheet of its own.
pub fn page(papers: &[Vec<Block>], templates: &Templates) -> anyhow::Result<String> {
    let headline = papers.first().and_then(|paper| paper.first()).map_or("", |title| title.text.as_str());
    pages::alone(templates, "claims", Reads::Nothing, minijinja::context! { ..Serde(View { headline, papers }) })
}

/// A document for Word and WPS.
pub fn document(papers: &[Vec<Block>]) -> anyhow::Result<Vec<u8>> {
    paper::docx(papers, Size::FORM)
}

fn papers(all: &[impl Serialize], name: &str, templates: &Templates) -> anyhow::Result<Papers> {
    let file = match lang::current() {
        Lang::Zh => format!("{name}.zh.txt"),
        Lang::En => format!("{name}.en.txt"),
    };
    let paper = |one| {
        let mut values = serde_json::to_value(one)?;
        flatten(&mut values);
        Ok(paper::blocks(&templates.render(&file, &minijinja::context! { ..Serde(values) })?))
    };
    all.iter().map(paper).collect()
}

/// Makes every text one line that can end neither its paragraph nor its cell.
fn flatten(value: &mut Json) {
    match value {
        Json::String(text) => *text = one_line(text).replace('|', "｜"),
        Json::Array(values) => values.iter_mut().for_each(flatten),
        Json::Object(values) => values.values_mut().for_each(flatten),
        Json::Null | Json::Bool(_) | Json::Number(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::super::paper::BlockKind;
    use super::*;

    #[test]
    fn text_of_a_need_stays_in_its_cell() {
        let text = Some("轮椅 | 拐杖\n# 标题\n> 落款".to_owned());
        let letter = Letter { text, names: "李梅".to_owned(), ..Letter::default() };
        let papers = letters(&[letter], &Templates::new(Vec::new()).unwrap()).unwrap();
        let facts = papers[0].iter().find(|block| block.kind == BlockKind::Facts).unwrap();
        assert!(facts.rows.iter().any(|row| row[1] == "轮椅 ｜ 拐杖 # 标题 > 落款"), "{facts:?}");
        assert_eq!(papers[0].iter().filter(|block| block.kind == BlockKind::Title).count(), 1);
    }

    #[test]
    fn document_is_the_same_each_time() {
        let letter = Letter { code: "JH-C000001".to_owned(), ..Letter::default() };
        let papers = letters(&[letter.clone(), letter], &Templates::new(Vec::new()).unwrap()).unwrap();
        assert_eq!(document(&papers).unwrap(), document(&papers).unwrap());
    }
}
