//! The text in the form that is scanned: half-width lower-case characters, each with the digit that it may represent.
//! Knows the spellings of digits; does not know what a number means.

use std::ops::Range;

use crate::model::text::to_half_width;

/// One visible character.
#[derive(Debug, Clone, Copy)]
pub struct Glyph {
    /// Half-width and lower-case.
    pub c: char,
    /// 0–9, or `WILD` for a masked digit.
    pub digit: Option<u8>,
    /// Its byte offset in the text.
    start: u32,
    end: u32,
}

/// A masked digit, as in `138****0000`.
pub const WILD: u8 = 10;

/// What one quick pass finds in a text; most texts need no further scan.
#[derive(Debug, Clone, Copy, Default)]
pub struct Looks {
    /// Digits in any spelling.
    pub digits: u32,
    pub letters: u32,
    /// A word that follows door numbers, directly after something like a number.
    pub door: bool,
    /// An @.
    pub mail: bool,
    /// A blank or another character that may separate the characters of a name.
    pub gaps: bool,
    /// 叫 or 名.
    pub called: bool,
}

impl Looks {
    pub fn of(text: &str) -> Looks {
        let mut looks = Looks::default();
        let mut after_number = false;
        for c in text.chars() {
            let mut number = false;
            match c {
                '0'..='9' | '０'..='９' | '*' | '＊' => {
                    looks.digits += 1;
                    number = true;
                }
                'a'..='z' | 'A'..='Z' | 'ａ'..='ｚ' | 'Ａ'..='Ｚ' => {
                    looks.letters += 1;
                    number = true;
                }
                '栋' | '幢' | '座' | '室' | '房' | '号' | '楼' | '梯' | '单' | '棟' | '號' | '樓' | '單' =>
                {
                    looks.door |= after_number;
                }
                '叫' | '名' => looks.called = true,
                '十' | '百' => number = true,
                '\u{4E00}'..='\u{9FFF}' => {
                    number = chinese_digit(c).is_some();
                    looks.digits += u32::from(number);
                }
                '，' | '。' | '、' | '！' | '？' | '；' | '：' => {}
                _ => {
                    looks.gaps = true;
                    looks.mail |= matches!(c, '@' | '＠');
                    number = digit_of(c).is_some();
                    looks.digits += u32::from(number);
                    // A blank or a hidden character may separate a number from its word.
                    number |= after_number;
                }
            }
            after_number = number;
        }
        looks
    }

    /// Whether there can be any hit: numbers and accounts have at least five characters, a door number has its word.
    pub fn deserve_a_closer_look(self) -> bool {
        self.digits + self.letters >= 5 || self.door || (self.mail && self.digits + self.letters > 0)
    }
}

/// The characters that can be seen.
pub fn glyphs(text: &str) -> Vec<Glyph> {
    let mut glyphs = Vec::with_capacity(text.len() / 2 + 1);
    let mut after_digit = false;
    for (at, raw) in text.char_indices() {
        if is_unseen(raw) {
            continue;
        }
        let c = to_half_width(raw).to_ascii_lowercase();
        let look_alike = if after_digit && c == 'o' { Some(0) } else { None };
        let digit = digit_of(c).or(look_alike);
        after_digit = digit.is_some();
        let start = u32::try_from(at).unwrap_or(u32::MAX);
        glyphs.push(Glyph { c, digit, start, end: start + raw.len_utf8() as u32 });
    }
    mask_stars(&mut glyphs);
    glyphs
}

/// The byte range of these glyphs in the text.
pub fn span(glyphs: &[Glyph], range: Range<usize>) -> Range<usize> {
    let start = glyphs.get(range.start).map_or(0, |glyph| glyph.start);
    let end = glyphs.get(range.end.saturating_sub(1)).map_or(start, |glyph| glyph.end);
    start as usize..end as usize
}

/// The character at `at`, or a blank past the end.
pub fn at(glyphs: &[Glyph], at: usize) -> char {
    glyphs.get(at).map_or(' ', |glyph| glyph.c)
}

/// The character before `at`, or a blank at the start.
pub fn before(glyphs: &[Glyph], at: usize) -> char {
    at.checked_sub(1).map_or(' ', |before| self::at(glyphs, before))
}

pub fn chinese_digit(c: char) -> Option<u8> {
    Some(match c {
        '零' | '〇' => 0,
        '一' | '壹' | '幺' => 1,
        '二' | '贰' | '两' | '貳' => 2,
        '三' | '叁' | '參' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' | '陸' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}

/// Marks runs of stars as masked digits; a single star is a multiplication sign.
fn mask_stars(glyphs: &mut [Glyph]) {
    for at in 1..glyphs.len() {
        if glyphs[at].c == '*' && glyphs[at - 1].c == '*' {
            glyphs[at].digit = Some(WILD);
            glyphs[at - 1].digit = Some(WILD);
        }
    }
}

fn digit_of(c: char) -> Option<u8> {
    /// The zeros of alphabets that have their own digits, and the number of consecutive digits.
    const ZEROS: &[u32] = &[0x660, 0x6F0, 0x966, 0x9E6, 0xE50, 0x1D7CE, 0x1D7D8, 0x1D7E2, 0x1D7EC, 0x1D7F6, 0x1FBF0];
    /// Circled, bracketed and dotted ones.
    const ONES: &[u32] = &[0x2460, 0x2474, 0x2488, 0x24F5, 0x2776, 0x2780, 0x278A, 0x3220, 0x3280];
    let code = c as u32;
    match c {
        '0'..='9' => return Some(code as u8 - b'0'),
        '\0'..='\u{7F}' => return None,
        '〇' => return Some(0),
        '\u{4E00}'..='\u{9FFF}' => return chinese_digit(c),
        '⓪' | '⓿' | '🄋' | '🄌' | '⁰' | '₀' => return Some(0),
        '¹' => return Some(1),
        '²' => return Some(2),
        '³' => return Some(3),
        '⁴'..='⁹' => return Some((code - 0x2070) as u8),
        '₁'..='₉' => return Some((code - 0x2080) as u8),
        _ => {}
    }
    let among = |starts: &[u32], first: u32, count: u32| {
        starts.iter().find(|start| (**start..**start + count).contains(&code)).map(|start| (code - start + first) as u8)
    };
    among(ZEROS, 0, 10).or_else(|| among(ONES, 1, 9))
}

/// Zero-width, combining and direction-changing characters: they hide between the digits of a number.
fn is_unseen(c: char) -> bool {
    matches!(c,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2069}' | '\u{20D0}'..='\u{20FF}' | '\u{300}'..='\u{36F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
}
