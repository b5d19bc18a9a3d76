//! Papers to print, each from a text that a template gives: a paragraph is a line, and its first characters say what it is.
//! They become a document for Word and WPS here, and pages by their templates. Knows nothing of what they say.

use std::io::Cursor;

use docx_rs::{
    AlignmentType, Docx, LineSpacing, LineSpacingType, PageMargin, Paragraph, Run, RunFonts, SpecialIndentType,
};
use serde::Serialize;

use crate::lang::{self, Lang};

/// A paragraph.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Block {
    pub kind: BlockKind,
    pub text: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum BlockKind {
    Title,
    Subtitle,
    Address,
    Heading,
    Text,
    Signed,
}

/// The paragraphs of a text; see the head of `templates/letter.en.txt`.
pub fn blocks(text: &str) -> Vec<Block> {
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

/// A paper as a document for Word and WPS, with an official letter's margins and sizes.
pub fn docx(blocks: &[Block]) -> anyhow::Result<Vec<u8>> {
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
