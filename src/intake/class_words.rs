//! Words for classes that are none of ours, over a whole list: asked about once where somebody can answer, else a list of
//! organisations is refused with the map to fill in. Nothing is guessed: what a word may mean is only offered first.

use std::sync::Arc;

use anyhow::Result;

use super::aliases::Use;
use super::excerpt::brief;
use super::map::{self, Map};
use super::vocabulary::{MEMBER_CLASSES, ORG_CLASSES, meaning};
use super::{List, Options, Read};
use crate::lang::faults::field_name;
use crate::lang::lists;
use crate::model::exit::{Exit, stop};
use crate::model::fields::{Field, Twist};
use crate::model::words::{ListKind, MemberClass, OrgClass};

/// The words for classes in a list that are none of ours.
#[derive(Debug)]
pub struct UnknownWords {
    /// The list's name, with its sheet.
    pub list: String,
    pub kind: ListKind,
    /// Each word with the number of its rows, in the order of the list.
    pub words: Vec<(String, usize)>,
    /// What they may be.
    pub ours: Vec<&'static str>,
}

/// Asks what words mean: each with ours, and whether that is to be kept. Errors: whoever is asked gives up.
pub type AskWords = fn(&UnknownWords) -> Result<(Vec<(String, String)>, bool)>;

impl UnknownWords {
    /// What a word probably means.
    pub fn likely(&self, word: &str) -> Option<&'static str> {
        const UNITS: &[&str] = &[
            "机关",
            "事业",
            "国企",
            "国有",
            "央企",
            "学校",
            "中学",
            "小学",
            "幼儿园",
            "高校",
            "大学",
            "学院",
            "医院",
            "银行",
            "局",
            "街道",
            "政府",
        ];
        const ENTERPRISES: &[&str] =
            &["民营", "私营", "私企", "非公", "民企", "外资", "合资", "社会组织", "社会团体", "协会", "企业", "公司"];
        let has = |words: &[&str]| words.iter().any(|one| word.contains(one));
        match self.kind {
            ListKind::Orgs if has(UNITS) => Some(OrgClass::Unit.zh()),
            ListKind::Orgs if has(ENTERPRISES) => Some(OrgClass::Enterprise.zh()),
            ListKind::Orgs if has(&["社区", "居委", "村"]) => Some(OrgClass::Community.zh()),
            _ => None,
        }
    }
}

/// The list, its words for classes settled.
pub fn settled(mut list: List, options: &Options) -> Result<List> {
    let is_asked = options.ask_words.is_some() && matches!(list.kind, ListKind::Orgs | ListKind::Members);
    if list.by_hand || !(is_asked || list.kind == ListKind::Orgs) {
        return Ok(list);
    }
    let unknown = unknown(&list)?;
    if unknown.words.is_empty() {
        return Ok(list);
    }
    let Some(ask) = options.ask_words else { return Err(refusal(&unknown)) };
    let (answers, keep) = ask(&unknown)?;
    let mut map = list.map.as_deref().cloned().unwrap_or_default();
    map.values.extend(answers.into_iter().map(|(word, ours)| (Some(Field::Class), word, ours)));
    (map.keep, map.is_kept) = (keep || map.keep, map.is_kept && !keep);
    let map: Arc<Map> = Arc::new(map);
    if let Some(plan) = Arc::get_mut(&mut list.plan) {
        plan.set_map(Arc::clone(&map));
    }
    list.map = Some(map);
    Ok(list)
}

fn unknown(list: &List) -> Result<UnknownWords> {
    let columns = list.plan.columns();
    let is_class = |(_, one): &(u16, &Use)| **one == Use::Field(Field::Class, Twist::Plain);
    let of_class: Vec<u16> = (0..).zip(columns.uses()).filter(is_class).map(|(column, _)| column).collect();
    let is_known = |word: &str| {
        let word = columns.word(Field::Class, word);
        match list.kind {
            ListKind::Orgs => meaning(ORG_CLASSES, word).is_some(),
            _ => meaning(MEMBER_CLASSES, word).is_some(),
        }
    };
    let mut words: Vec<(String, usize)> = Vec::new();
    let rows = if of_class.is_empty() { None } else { Some(list.rows()?) };
    for row in rows.into_iter().flatten() {
        // A row that stops the list is reported when the rows are imported.
        let Ok(row) = row else { break };
        if matches!(row.read, Read::Heading(_) | Read::Skipped) {
            continue;
        }
        let cells = of_class.iter().filter_map(|column| row.cells.get(usize::from(*column)));
        for word in cells.map(super::reading::value).filter(|word| !word.is_empty() && !is_known(word)) {
            match words.iter_mut().find(|(known, _)| known == word) {
                Some((_, rows)) => *rows += 1,
                None => words.push((word.to_owned(), 1)),
            }
        }
    }
    let ours = match list.kind {
        ListKind::Orgs => OrgClass::ALL.iter().map(|class| class.zh()).collect(),
        _ => MemberClass::ALL.iter().map(|class| class.zh()).collect(),
    };
    Ok(UnknownWords { list: list.label(), kind: list.kind, words, ours })
}

fn refusal(unknown: &UnknownWords) -> anyhow::Error {
    let words = unknown.words.iter().map(|(word, rows)| lists::word_in_rows(brief(word), rows));
    let mut draft = vec![format!(
        "[values.{}]  # {}",
        Field::Class.code(),
        lists::map_values(super::excerpt::listed(unknown.ours.iter().map(|word| (*word).to_owned())))
    )];
    for (word, _) in &unknown.words {
        let likely = unknown.likely(word).map(|likely| format!("  # {}", lists::perhaps(likely))).unwrap_or_default();
        draft.push(format!("{} = \"\"{likely}", map::quoted(word)));
    }
    let field = field_name(Field::Class);
    stop(Exit::Refused, lists::unknown_words(&unknown.list, field, super::excerpt::listed(words), draft.join("\n")))
}
