//! The open letter (倡议书): `letter.html` and `letter.docx`, both from one text, a template that an office may put its own in
//! place of. A paragraph is a line; its first characters say what it is.

use std::collections::BTreeSet;
use std::io::Cursor;

use docx_rs::{
    AlignmentType, Docx, LineSpacing, LineSpacingType, PageMargin, Paragraph, Run, RunFonts, SpecialIndentType,
};
use minijinja::value::Serde;
use serde::Serialize;

use super::pages::{self, Reads};
use super::templates::Templates;
use super::{Pack, PackFile};
use crate::lang::publish as texts;
use crate::lang::{self, Lang};
use crate::model::words::NeedKind;

/// What the text may name.
#[derive(Serialize)]
struct Values<'p> {
    office: &'p str,
    signed: String,
    place: Option<&'p str>,
    day: String,
    from: Option<String>,
    until: Option<String>,
    days_left: i32,
    communities: usize,
    wishes: usize,
    projects: usize,
    waiting: usize,
    claimed: usize,
    fulfilled: usize,
    has_code: bool,
}

/// A paragraph.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Block {
    kind: BlockKind,
    text: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
enum BlockKind {
    Title,
    Subtitle,
    Address,
    Heading,
    Text,
    Signed,
}

#[derive(Serialize)]
struct View<'b> {
    headline: &'b str,
    blocks: &'b [Block],
}

pub fn files<'p>(pack: &'p Pack, templates: &'p Templates) -> Vec<PackFile<'p>> {
    let html = PackFile::new("letter.html", |out| {
        let blocks = letter(pack, templates)?;
        let headline = blocks.first().map_or("", |block| block.text.as_str());
        let view = View { headline, blocks: &blocks };
        Ok(out.write_all(pages::render(templates, "letter", pack, Reads::Nothing, view)?.as_bytes())?)
    });
    let docx = PackFile::new("letter.docx", |out| Ok(out.write_all(&docx(&letter(pack, templates)?)?)?));
    vec![html, docx]
}

fn letter(pack: &Pack, templates: &Templates) -> anyhow::Result<Vec<Block>> {
    let name = match lang::current() {
        Lang::Zh => "letter.zh.txt",
        Lang::En => "letter.en.txt",
    };
    Ok(blocks(&templates.render(name, &minijinja::context! { ..Serde(values(pack)) })?))
}

fn values(pack: &Pack) -> Values<'_> {
    let (heading, counts) = (&pack.heading, pack.counts());
    let communities: BTreeSet<&str> = pack.needs.iter().map(|need| &*need.place).collect();
    let of_kind = |kind: NeedKind| pack.needs.iter().filter(|need| need.kind == kind).count();
    let days_left = heading.campaign.as_ref().and_then(|campaign| {
        let left = heading.day.date().until(campaign.until.date()).ok()?;
        Some(left.get_days())
    });
    Values {
        office: &heading.office,
        signed: pack.settings.signed.clone().unwrap_or_else(|| texts::signatory(&heading.office)),
        place: heading.place.as_deref(),
        day: texts::long_day(heading.day),
        from: heading.campaign.as_ref().map(|campaign| texts::long_day(campaign.from)),
        until: heading.campaign.as_ref().map(|campaign| texts::long_day(campaign.until)),
        days_left: days_left.unwrap_or(0),
        communities: communities.len(),
        wishes: of_kind(NeedKind::Wish),
        projects: of_kind(NeedKind::Project),
        waiting: counts.waiting(),
        claimed: counts.claimed,
        fulfilled: counts.fulfilled,
        has_code: pack.settings.claim_url.is_some(),
    }
}

/// The paragraphs of a text; see the head of `templates/letter.en.txt`.
fn blocks(text: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let has = |kind: BlockKind| blocks.iter().any(|block| block.kind == kind);
        let (kind, text) = if let Some(heading) = line.strip_prefix("## ") {
            (BlockKind::Heading, heading)
        } else if let Some(title) = line.strip_prefix("# ") {
            (if has(BlockKind::Title) { BlockKind::Subtitle } else { BlockKind::Title }, title)
        } else if let Some(signed) = line.strip_prefix("> ") {
            (BlockKind::Signed, signed)
        } else if line.ends_with(['：', ':']) && !has(BlockKind::Text) && !has(BlockKind::Address) {
            (BlockKind::Address, line)
        } else {
            (BlockKind::Text, line)
        };
        blocks.push(Block { kind, text: text.trim().to_owned() });
    }
    blocks
}

/// Twentieths of a point, which lengths in a docx are in; and half points, which sizes of letters are in.
const TWIPS_PER_MM: f64 = 1440.0 / 25.4;
/// A4.
const PAGE: (u32, u32) = (11_906, 16_838);
/// What official letters are set in (GB/T 9704): titles of 22 points, text of 16, lines 28 apart.
const TITLE_SIZE: usize = 44;
const TEXT_SIZE: usize = 32;
const LINE: i32 = 560;

/// The letter as a document for Word and WPS, with an official letter's margins and sizes.
fn docx(blocks: &[Block]) -> anyhow::Result<Vec<u8>> {
    let mm = |length: f64| (length * TWIPS_PER_MM) as i32;
    let margin = PageMargin::new().top(mm(37.0)).bottom(mm(35.0)).left(mm(28.0)).right(mm(26.0));
    let mut document = Docx::new().page_size(PAGE.0, PAGE.1).page_margin(margin).default_size(TEXT_SIZE);
    let mut before = None;
    for block in blocks {
        document = document.add_paragraph(paragraph(block, before));
        before = Some(block.kind);
    }
    let mut bytes = Cursor::new(Vec::new());
    document.pack(&mut bytes)?;
    Ok(bytes.into_inner())
}

fn paragraph(block: &Block, before: Option<BlockKind>) -> Paragraph {
    // Two characters, as wide as the letters are high.
    let two = i32::try_from(TEXT_SIZE).unwrap_or_default() * 20;
    let is_chinese = lang::current() == Lang::Zh;
    let (face, size) = match block.kind {
        BlockKind::Title => ("方正小标宋简体", TITLE_SIZE),
        BlockKind::Subtitle => ("楷体", TEXT_SIZE),
        BlockKind::Heading => ("黑体", TEXT_SIZE),
        BlockKind::Address | BlockKind::Text | BlockKind::Signed => ("仿宋", TEXT_SIZE),
    };
    let fonts = RunFonts::new().east_asia(face).ascii("Times New Roman").hi_ansi("Times New Roman");
    let mut run = Run::new().add_text(&block.text).size(size).fonts(fonts);
    if block.kind == BlockKind::Heading || (block.kind == BlockKind::Title && !is_chinese) {
        run = run.bold();
    }
    let mut spacing = LineSpacing::new().line_rule(LineSpacingType::Exact).line(LINE);
    let mut paragraph = Paragraph::new();
    match block.kind {
        BlockKind::Title => {
            spacing = spacing.line(LINE * 5 / 4);
            paragraph = paragraph.align(AlignmentType::Center);
        }
        BlockKind::Subtitle => {
            spacing = spacing.after(240);
            paragraph = paragraph.align(AlignmentType::Center);
        }
        BlockKind::Address => paragraph = paragraph.align(AlignmentType::Left),
        BlockKind::Heading | BlockKind::Text => {
            let first = is_chinese.then_some(SpecialIndentType::FirstLine(two));
            paragraph = paragraph.align(if is_chinese { AlignmentType::Both } else { AlignmentType::Left });
            paragraph = paragraph.indent(Some(0), first, None, None);
            paragraph = paragraph.keep_next(block.kind == BlockKind::Heading);
            if !is_chinese {
                spacing = spacing.before(120);
            }
        }
        BlockKind::Signed => {
            // Room for the seal above the name.
            if before != Some(BlockKind::Signed) {
                spacing = spacing.before(840);
            }
            paragraph = paragraph.align(AlignmentType::Right).indent(Some(0), None, Some(two * 2), None);
            paragraph = paragraph.keep_next(true).keep_lines(true);
        }
    }
    paragraph.line_spacing(spacing).add_run(run)
}

#[cfg(test)]
mod tests {
    use super::super::tests::{need, pack};
    use super::*;
    use crate::model::words::Progress;
    use crate::privacy::wall::PublicNeed;

    fn text(pack: &Pack) -> Vec<Block> {
        letter(pack, &Templates::new(Vec::new()).unwrap()).unwrap()
    }

    #[test]
    fn letter_tells_the_figures_of_the_wall() {
        let claimed = PublicNeed { state: Progress::Claimed, place: "龙源社区".into(), ..need(2, "想要棉被") };
        let project = PublicNeed { kind: NeedKind::Project, ..need(3, "书房") };
        let blocks = text(&pack(vec![need(1, "想要老花镜"), claimed, project]));
        let all: String = blocks.iter().map(|block| format!("{}\n", block.text)).collect();
        for told in [
            "截至2021年4月9日，树上共有2个社区的2个微心愿、1个微项目，其中已认领1个、已办结0个，还有2个等待认领。",
            "活动时间：2021年4月1日至2021年12月31日，还有266天。",
            "中共金花街道工作委员会\n（盖章）\n2021年4月9日\n",
        ] {
            assert!(all.contains(told), "{told}: {all}");
        }
        let kinds: Vec<BlockKind> = blocks.iter().map(|block| block.kind).collect();
        assert_eq!(kinds[..4], [BlockKind::Title, BlockKind::Subtitle, BlockKind::Address, BlockKind::Text]);
        assert_eq!(kinds.iter().filter(|kind| **kind == BlockKind::Signed).count(), 3);
        assert!(!all.contains(['{', '}', '#']), "{all}");
    }

    #[test]
    fn letter_of_an_empty_wall_has_no_figure_of_nothing() {
        let mut pack = pack(Vec::new());
        pack.heading.campaign = None;
        pack.settings.signed = Some("共建委员会".to_owned());
        let all: String = text(&pack).into_iter().map(|block| block.text).collect();
        assert!(!all.contains("0个") && !all.contains("活动时间") && all.contains("共建委员会"), "{all}");
    }

    #[test]
    fn document_is_the_same_each_time() {
        let blocks = text(&pack(vec![need(1, "想要老花镜")]));
        assert_eq!(docx(&blocks).unwrap(), docx(&blocks).unwrap());
    }
}
