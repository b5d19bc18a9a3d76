//! Papers to print, each from a text that a template gives: a paragraph is a line, and its first characters say what it is.
//! They become a document for Word and WPS here, and pages by their templates. Knows nothing of what they say.

use std::io::Cursor;

use docx_rs::{
    AlignmentType, Docx, LineSpacing, LineSpacingType, PageMargin, Paragraph, Run, RunFonts, SpecialIndentType, Table,
    TableCell, TableCellMargins, TableLayoutType, TableRow, VAlignType, WidthType,
};
use serde::Serialize;
use unicode_width::UnicodeWidthStr;

use crate::lang::{self, Lang};

/// A paragraph, or a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Block {
    pub kind: BlockKind,
    pub text: String,
    /// Of a table: its rows, as many cells in each.
    pub rows: Vec<Vec<String>>,
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
    /// Rows of a label and what it is.
    Facts,
    /// A table whose first row is its header.
    Grid,
    /// What several sign next to each other, without lines around it.
    Parties,
}

impl BlockKind {
    fn is_table(self) -> bool {
        match self {
            BlockKind::Facts | BlockKind::Grid | BlockKind::Parties => true,
            BlockKind::Title
            | BlockKind::Subtitle
            | BlockKind::Address
            | BlockKind::Heading
            | BlockKind::Text
            | BlockKind::Signed => false,
        }
    }
}

/// The paragraphs and tables of a text; see the first lines of `templates/letter.en.txt` and `templates/claim-letter.en.txt`.
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
        } else if let Some(row) = line.strip_prefix("= ") {
            add_row(&mut blocks, BlockKind::Parties, row);
            continue;
        } else if let Some(row) = line.strip_prefix("| ") {
            let kind = if row.matches('|').count() == 1 { BlockKind::Facts } else { BlockKind::Grid };
            add_row(&mut blocks, kind, row);
            continue;
        } else if line.ends_with(['：', ':']) && !has(BlockKind::Text) && !has(BlockKind::Address) {
            (BlockKind::Address, line)
        } else {
            (BlockKind::Text, line)
        };
        blocks.push(Block { kind, text: text.trim().to_owned(), rows: Vec::new() });
    }
    blocks
}

/// Adds a row to the table at the end, or begins one.
fn add_row(blocks: &mut Vec<Block>, kind: BlockKind, row: &str) {
    let row: Vec<String> = row.split('|').map(|cell| cell.trim().to_owned()).collect();
    match blocks.last_mut() {
        Some(table) if table.kind == kind && table.rows.last().is_some_and(|other| other.len() == row.len()) => {
            table.rows.push(row);
        }
        _ => blocks.push(Block { kind, text: String::new(), rows: vec![row] }),
    }
}

/// Twentieths of a point, which lengths in a docx are in; and half points, which sizes of letters are in.
const TWIPS_PER_MM: f64 = 1440.0 / 25.4;
/// A4.
const PAGE: (u32, u32) = (11_906, 16_838);
/// The margins, in millimetres: top, bottom, left and right.
const MARGINS: [f64; 4] = [37.0, 35.0, 28.0, 26.0];

/// How large a paper's letters are, and how far apart its lines.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Size {
    title: usize,
    text: usize,
    line: i32,
    /// In tables.
    cell: usize,
    /// The margins of the page, of those of an official letter.
    margins: f64,
}

impl Size {
    /// What official letters are set in (GB/T 9704): titles of 22 points, text of 16, lines 28 apart.
    pub const OFFICIAL: Size = Size { title: 44, text: 32, line: 560, cell: 24, margins: 1.0 };
    /// For a form that is to be one page: text of 14 points, lines 23 apart, in narrower margins.
    pub const FORM: Size = Size { title: 44, text: 28, line: 460, cell: 24, margins: 0.75 };
}

/// Papers as a document for Word and WPS, each on pages of its own.
pub fn docx(papers: &[Vec<Block>], size: Size) -> anyhow::Result<Vec<u8>> {
    let mm = |length: f64| (length * size.margins * TWIPS_PER_MM) as i32;
    let [top, bottom, left, right] = MARGINS.map(mm);
    let width = usize::try_from(PAGE.0)?.saturating_sub(usize::try_from(left + right)?);
    let margin = PageMargin::new().top(top).bottom(bottom).left(left).right(right);
    let mut document = Docx::new().page_size(PAGE.0, PAGE.1).page_margin(margin).default_size(size.text);
    for (at, paper) in papers.iter().enumerate() {
        let mut before = None;
        for (place, block) in paper.iter().enumerate() {
            if block.kind.is_table() {
                document = document.add_paragraph(gap()).add_table(table(block, width, size));
                // Two tables in a row would become one, and nothing else would end a document behind a table.
                if paper.get(place + 1).is_none_or(|next| !next.kind.is_table()) {
                    document = document.add_paragraph(gap());
                }
            } else {
                let begins_page = at > 0 && place == 0;
                document = document.add_paragraph(paragraph(block, before, size).page_break_before(begins_page));
            }
            before = Some(block.kind);
        }
    }
    let mut bytes = Cursor::new(Vec::new());
    document.pack(&mut bytes)?;
    Ok(bytes.into_inner())
}

/// A low line around a table.
fn gap() -> Paragraph {
    Paragraph::new().line_spacing(LineSpacing::new().line_rule(LineSpacingType::Exact).line(120))
}

/// On both sides of a cell's text, in twips.
const PADDING: usize = 100;
/// Of a row to be signed, in twips.
const SIGNED_ROW: f32 = 640.0;

/// A table over the whole width.
fn table(block: &Block, width: usize, size: Size) -> Table {
    let columns = widths(block, width, size);
    let rows = block.rows.iter().enumerate().map(|(at, row)| {
        let cells = row.iter().enumerate().map(|(column, text)| {
            let is_label =
                (block.kind == BlockKind::Facts && column == 0) || (block.kind == BlockKind::Grid && at == 0);
            let width = columns.get(column).copied().unwrap_or_default();
            cell(text, is_label, block.kind, size).width(width, WidthType::Dxa)
        });
        let row = TableRow::new(cells.collect()).cant_split();
        if block.kind == BlockKind::Parties { row.row_height(SIGNED_ROW) } else { row }
    });
    let rows = rows.collect();
    let table = if block.kind == BlockKind::Parties { Table::without_borders(rows) } else { Table::new(rows) };
    let margins = TableCellMargins::new().margin(60, PADDING, 60, PADDING);
    table.set_grid(columns).width(width, WidthType::Dxa).layout(TableLayoutType::Fixed).margins(margins)
}

/// How wide each column is: of a grid short ones as wide as their cells, and the others share what is left.
fn widths(block: &Block, width: usize, size: Size) -> Vec<usize> {
    let columns = block.rows.first().map_or(0, Vec::len);
    match block.kind {
        BlockKind::Facts => vec![width / 5, width - width / 5],
        BlockKind::Grid => {
            // An ASCII letter is half as wide as the letters are high, which are in half points, and some are wider.
            let natural = |column: usize| {
                let cells = block.rows.iter().filter_map(|row| row.get(column));
                cells.map(|cell| cell.width()).max().unwrap_or_default() * size.cell * 6 + 2 * PADDING
            };
            let natural: Vec<usize> = (0..columns).map(natural).collect();
            let is_short = |wide: &&usize| **wide <= width / 5;
            let left = width.saturating_sub(natural.iter().filter(is_short).sum());
            let shared: usize = natural.iter().filter(|wide| !is_short(wide)).sum();
            natural.iter().map(|wide| if is_short(&wide) { *wide } else { left * wide / shared.max(1) }).collect()
        }
        _ => vec![width / columns.max(1); columns],
    }
}

fn cell(text: &str, is_label: bool, kind: BlockKind, size: Size) -> TableCell {
    let is_form = kind != BlockKind::Parties;
    let face = if is_label { "黑体" } else { "仿宋" };
    let letters = if is_form { size.cell } else { size.text };
    let run = Run::new().add_text(text).size(letters).fonts(fonts(face));
    let line = i32::try_from(letters).unwrap_or_default() * 10 * 4 / 3;
    let spacing = LineSpacing::new().line_rule(LineSpacingType::Exact).line(if is_form { line } else { size.line });
    let align = if is_label { AlignmentType::Center } else { AlignmentType::Left };
    let paragraph = Paragraph::new().line_spacing(spacing).align(align).add_run(run).keep_next(!is_form);
    TableCell::new().vertical_align(VAlignType::Center).add_paragraph(paragraph)
}

fn fonts(face: &str) -> RunFonts {
    RunFonts::new().east_asia(face).ascii("Times New Roman").hi_ansi("Times New Roman")
}

fn paragraph(block: &Block, before: Option<BlockKind>, size: Size) -> Paragraph {
    // Two characters, as wide as the letters are high.
    let two = i32::try_from(size.text).unwrap_or_default() * 20;
    let is_chinese = lang::current() == Lang::Zh;
    let (face, letters) = match block.kind {
        BlockKind::Title => ("方正小标宋简体", size.title),
        BlockKind::Subtitle => ("楷体", size.text),
        BlockKind::Heading => ("黑体", size.text),
        _ => ("仿宋", size.text),
    };
    let mut run = Run::new().add_text(&block.text).size(letters).fonts(fonts(face));
    if block.kind == BlockKind::Heading || (block.kind == BlockKind::Title && !is_chinese) {
        run = run.bold();
    }
    let mut spacing = LineSpacing::new().line_rule(LineSpacingType::Exact).line(size.line);
    let mut paragraph = Paragraph::new();
    match block.kind {
        BlockKind::Title => {
            spacing = spacing.line(size.line.max(560) * 5 / 4);
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
        // Tables are drawn by `table`.
        BlockKind::Facts | BlockKind::Grid | BlockKind::Parties => {}
    }
    paragraph.line_spacing(spacing).add_run(run)
}
