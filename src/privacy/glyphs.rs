//! The text in the form that is scanned: its visible characters, half-width and lower-case, look-alikes folded, each with
//! the digit that it is or may stand for. Knows spellings of digits; does not know what a number means.

use std::ops::Range;

use crate::model::simplified::simple;
use crate::model::text::to_half_width;

/// One visible character, or one number word in letters.
#[derive(Debug, Clone, Copy)]
pub struct Glyph {
    /// Half-width and lower-case; a letter in disguise is the letter.
    pub c: char,
    /// 0–9, or `WILD` for a masked digit.
    pub digit: Option<u8>,
    /// The digit that it looks or sounds like: `O`, `l`, 洞, `nine`.
    pub alike: Option<u8>,
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
    /// What looks or sounds like a digit.
    pub alike: u32,
    pub letters: u32,
    /// A word that follows door numbers, directly after something like a number.
    pub door: bool,
    /// An @.
    pub mail: bool,
    /// A word of addresses or birthdays: 住, 路, 生.
    pub place: bool,
    /// A part of a house: 后座.
    pub house: bool,
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
                '栋' | '幢' | '座' | '室' | '房' | '号' | '楼' | '梯' | '单' | '棟' | '號' | '樓' | '單' | '层'
                | '巷' | '弄' | '户' | '铺' | '门' => {
                    looks.door |= after_number;
                    looks.place |= matches!(c, '巷' | '梯' | '门');
                    looks.house |= c == '座';
                }
                // A bed's number, and a name that somebody goes by.
                '床' => looks.door |= after_number,
                '昵' | '私' | '“' | '「' => looks.house = true,
                '十' | '百' => number = true,
                '住' | '址' | '牌' | '路' | '街' | '里' | '送' | '村' | '生' | '世' | '班' | '学' | '间' | '搜'
                | '鱼' | '旺' | '信' | '坊' | '苑' | '道' | '岁' | '寿' | '满' => looks.place = true,
                '\u{4E00}'..='\u{9FFF}' => {
                    number = chinese_digit(c).is_some();
                    looks.digits += u32::from(number);
                    looks.alike += u32::from(sound(c).is_some());
                }
                '，' | '。' | '、' | '！' | '？' | '；' | '：' => {}
                _ => {
                    looks.mail |= matches!(c, '@' | '＠');
                    let folded = fold(c);
                    looks.letters += u32::from(folded.is_ascii_lowercase());
                    number = digit_of(c).is_some();
                    looks.digits += u32::from(number);
                    looks.alike += u32::from(look(c).is_some());
                    // A blank or a hidden character may separate a number from its word.
                    number |= after_number;
                }
            }
            after_number = number;
        }
        looks
    }

    /// Whether there can be any hit in numbers, accounts and addresses: they have at least three digits or letters, or a
    /// number with its word.
    pub fn deserve_a_closer_look(self) -> bool {
        let plain = self.digits + self.letters;
        plain >= 3
            || self.door
            || (self.place && plain > 0)
            || self.mail
            || self.house
            || self.alike >= 11
            || (self.digits >= 2 && plain + self.alike >= 11)
    }
}

/// The characters that can be seen.
pub fn glyphs(text: &str) -> Vec<Glyph> {
    let mut glyphs = Vec::with_capacity(text.len() / 2 + 1);
    for (at, raw) in text.char_indices() {
        if is_unseen(raw) {
            continue;
        }
        let c = if raw.is_control() || raw.is_whitespace() { ' ' } else { fold(raw) };
        let digit = digit_of(raw).or_else(|| digit_of(c));
        let alike = if digit.is_none() { look(raw).or_else(|| look(c)).or_else(|| sound(c)) } else { None };
        let start = u32::try_from(at).unwrap_or(u32::MAX);
        glyphs.push(Glyph { c, digit, alike, start, end: start + raw.len_utf8() as u32 });
    }
    mask_stars(&mut glyphs);
    repeat_digits(join_number_words(glyphs))
}

/// The byte range of these glyphs in the text.
pub fn span(glyphs: &[Glyph], range: Range<usize>) -> Range<usize> {
    let start = glyphs.get(range.start).map_or(0, |glyph| glyph.start);
    let last = range.end.min(glyphs.len()).saturating_sub(1);
    let end = glyphs.get(last).map_or(start, |glyph| glyph.end);
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

/// Whether `word` begins at `here`.
pub fn begins_with(glyphs: &[Glyph], here: usize, word: &str) -> bool {
    word.chars().enumerate().all(|(offset, c)| at(glyphs, here + offset) == c)
}

/// Whether one of `words` begins at `here`.
pub fn begins_with_any(glyphs: &[Glyph], here: usize, words: &[&str]) -> bool {
    words.iter().any(|word| begins_with(glyphs, here, word))
}

/// Whether `word` ends just before `here`.
pub fn ends_with(glyphs: &[Glyph], here: usize, word: &str) -> bool {
    let length = word.chars().count();
    here >= length && begins_with(glyphs, here - length, word)
}

/// Whether one of `words` ends just before `here`.
pub fn ends_with_any(glyphs: &[Glyph], here: usize, words: &[&str]) -> bool {
    words.iter().any(|word| ends_with(glyphs, here, word))
}

/// Whether one of `words` is among the `reach` characters before `here`.
pub fn is_near(glyphs: &[Glyph], here: usize, reach: usize, words: &[&str]) -> bool {
    let here = here.min(glyphs.len());
    let from = here.saturating_sub(reach);
    words.iter().any(|word| {
        let mut characters = word.chars();
        let Some(first) = characters.next() else { return false };
        let rest = characters.as_str();
        glyphs[from..here]
            .iter()
            .enumerate()
            .any(|(offset, glyph)| glyph.c == first && begins_with(&glyphs[..here], from + offset + 1, rest))
    })
}

pub fn chinese_digit(c: char) -> Option<u8> {
    Some(match c {
        '零' | '〇' => 0,
        '一' | '壹' | '幺' | '弌' | '壱' => 1,
        '二' | '贰' | '两' | '貳' | '弍' | '兩' => 2,
        '三' | '叁' | '參' | '弎' | '叄' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' | '陸' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}

/// Marks runs of stars, and of x between digits, as masked digits; a single one is a multiplication sign.
fn mask_stars(glyphs: &mut [Glyph]) {
    for at in 1..glyphs.len() {
        let (here, earlier) = (glyphs[at].c, glyphs[at - 1].c);
        let is_mask = here == '*' || (here == 'x' && at >= 2 && glyphs[at - 2].digit.is_some());
        let goes_on = here == 'x' && glyphs[at - 1].digit == Some(WILD);
        if (is_mask || goes_on) && here == earlier {
            glyphs[at].digit = Some(WILD);
            glyphs[at - 1].digit = Some(WILD);
        }
    }
}

const NUMBER_WORDS: &[(&str, u8)] = &[
    ("zero", 0),
    ("one", 1),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ling", 0),
    ("dong", 0),
    ("yao", 1),
    ("yi", 1),
    ("er", 2),
    ("san", 3),
    ("si", 4),
    ("wu", 5),
    ("liu", 6),
    ("qi", 7),
    ("guai", 7),
    ("ba", 8),
    ("jiu", 9),
    ("gou", 9),
];

/// Writes out 四个零 and 四个圈圈: a digit as often as it says.
fn repeat_digits(glyphs: Vec<Glyph>) -> Vec<Glyph> {
    let is_count_word = |c: char| matches!(c, '个' | '连' | '只' | '粒' | '颗');
    let times = |at: usize| {
        let (times, repeated) = (glyphs[at].digit?, glyphs.get(at + 2)?);
        let is_egg = repeated.c == '鸭' && self::at(&glyphs, at + 3) == '蛋';
        let alike = repeated.alike.filter(|_| matches!(repeated.c, '圈' | '蛋' | '洞' | 'z'));
        let digit = repeated.digit.or(alike).or(is_egg.then_some(0))?;
        let is_count = (2..=8).contains(&times) && is_count_word(self::at(&glyphs, at + 1));
        // 圈圈 is one.
        let end = at + 3 + usize::from(is_egg || repeated.c == '圈' && self::at(&glyphs, at + 3) == '圈');
        let is_last = !matches!(self::at(&glyphs, end), '年' | '月' | '十' | '百' | '千' | '万' | '个');
        (is_count && is_last).then_some((times, digit, end))
    };
    // `zero ×4`
    let multiplied = |at: usize| {
        let digit = glyphs[at].digit?;
        let sign = at + 1 + usize::from(self::at(&glyphs, at + 1) == ' ');
        let times = glyphs.get(sign + 1)?.digit.filter(|times| (2..=8).contains(times))?;
        let is_whole = !self::at(&glyphs, sign + 2).is_alphanumeric() && glyphs[at].end - glyphs[at].start > 3;
        (matches!(self::at(&glyphs, sign), '×' | 'x') && is_whole).then_some((times, digit, sign + 2))
    };
    let may_repeat = |pair: &[Glyph]| is_count_word(pair[1].c) || matches!(pair[1].c, ' ' | '×' | 'x');
    if !glyphs.windows(2).any(|pair| pair[0].digit.is_some() && may_repeat(pair)) {
        return glyphs;
    }
    let mut written = Vec::with_capacity(glyphs.len() + 8);
    let mut here = 0;
    while here < glyphs.len() {
        if let Some((times, digit, end)) = times(here).or_else(|| multiplied(here)) {
            let one = Glyph { start: glyphs[here].start, digit: Some(digit), ..glyphs[end - 1] };
            written.extend((0..times).map(|_| one));
            here = end;
        } else {
            written.push(glyphs[here]);
            here += 1;
        }
    }
    written
}

/// Fewer number words than these are no dictated number.
const DICTATED: usize = 7;

/// Makes `nine` and `jiu` one glyph each, where a run of letters is made of such words.
fn join_number_words(glyphs: Vec<Glyph>) -> Vec<Glyph> {
    if !glyphs.iter().any(|glyph| glyph.c.is_ascii_lowercase()) {
        return glyphs;
    }
    let mut written: Vec<Glyph> = Vec::with_capacity(glyphs.len());
    let (mut here, mut found) = (0, Vec::new());
    while here < glyphs.len() {
        let length = (here..).take_while(|at| self::at(&glyphs, *at).is_ascii_lowercase()).count();
        let words = if length >= 2 { number_words(&glyphs[here..here + length]) } else { None };
        match words {
            Some(words) => {
                let mut from = here;
                for (letters, digit) in words {
                    let (first, last) = (glyphs[from], glyphs[from + letters - 1]);
                    found.push(written.len());
                    written.push(Glyph { alike: Some(digit), end: last.end, ..first });
                    from += letters;
                }
            }
            None => written.extend(&glyphs[here..here + length.max(1)]),
        }
        here += length.max(1);
    }
    // One or two such words are rather a name: lingling.
    if found.len() <= 2 {
        return glyphs;
    }
    if found.len() >= DICTATED {
        found.into_iter().for_each(|at| written[at].digit = written[at].alike);
    }
    written
}

/// The number words that the letters consist of, with their lengths.
fn number_words(letters: &[Glyph]) -> Option<Vec<(usize, u8)>> {
    let mut words = Vec::new();
    let mut here = 0;
    while here < letters.len() {
        let found = NUMBER_WORDS.iter().find(|(word, _)| {
            here + word.len() <= letters.len()
                && word.bytes().zip(&letters[here..]).all(|(b, glyph)| glyph.c == char::from(b))
        });
        let (word, digit) = found?;
        words.push((word.len(), *digit));
        here += word.len();
    }
    Some(words)
}

/// The character without its disguise.
fn fold(raw: char) -> char {
    let c = simple(to_half_width(raw)).to_ascii_lowercase();
    if c.is_ascii() || matches!(c, '\u{4E00}'..='\u{9FFF}' | '\u{3000}'..='\u{303F}') {
        return c;
    }
    let code = c as u32;
    let letter = |at: u32| char::from(b'a' + (at % 26) as u8);
    match code {
        0x1D400..=0x1D6A3 => letter((code - 0x1D400) % 52),
        0x24B6..=0x24CF => letter(code - 0x24B6),
        0x24D0..=0x24E9 => letter(code - 0x24D0),
        0x249C..=0x24B5 => letter(code - 0x249C),
        0x1F110..=0x1F129 => letter(code - 0x1F110),
        0x1F130..=0x1F149 => letter(code - 0x1F130),
        0x1F150..=0x1F169 => letter(code - 0x1F150),
        0x1F170..=0x1F189 => letter(code - 0x1F170),
        0x1F1E6..=0x1F1FF => letter(code - 0x1F1E6),
        _ => letter_alike(c),
    }
}

/// The Latin letter that a Cyrillic, Greek or other letter looks like.
fn letter_alike(c: char) -> char {
    match c {
        'а' | 'А' | 'α' | 'Α' | 'ɑ' => 'a',
        'в' | 'В' | 'Β' => 'b',
        'с' | 'С' | 'ϲ' | 'ⅽ' => 'c',
        'ԁ' | 'ⅾ' => 'd',
        'е' | 'Е' | 'Ε' | 'ё' => 'e',
        'һ' | 'Н' | 'Η' => 'h',
        'і' | 'І' | 'ι' | 'Ι' | 'ı' | 'ⅰ' => 'i',
        'ј' | 'Ј' => 'j',
        'к' | 'К' | 'κ' | 'Κ' => 'k',
        'ӏ' | 'ⅼ' | 'Ӏ' => 'l',
        'м' | 'М' | 'Μ' | 'ⅿ' => 'm',
        'п' | 'Ν' => 'n',
        'о' | 'О' | 'ο' | 'Ο' | 'օ' | 'σ' => 'o',
        'р' | 'Р' | 'ρ' | 'Ρ' => 'p',
        'ԛ' => 'q',
        'ѕ' | 'Ѕ' => 's',
        'т' | 'Т' | 'τ' | 'Τ' => 't',
        'υ' | 'ս' => 'u',
        'ν' | 'ѵ' | 'ⅴ' => 'v',
        'ԝ' | 'ω' => 'w',
        'х' | 'Х' | 'χ' | 'Χ' | 'ⅹ' => 'x',
        'у' | 'У' | 'γ' | 'Υ' => 'y',
        'Ζ' => 'z',
        _ => c,
    }
}

/// The digit that a sign looks like.
fn look(c: char) -> Option<u8> {
    Some(match c {
        'o' | 'O' | '○' | '◯' | '●' | '⚪' | '⭕' | '◎' | '⊙' | '□' | 'Ø' | 'ø' | '¤' | 'θ' | 'Θ' => {
            0
        }
        'l' | 'i' | 'I' | '|' | '!' | '丨' | '｜' | '！' | '亅' | '∣' => 1,
        'z' | 'Z' => 2,
        'З' | 'з' | 'Ʒ' | 'ʒ' | 'Ɛ' => 3,
        's' | 'S' => 5,
        'б' | 'b' | 'G' => 6,
        'B' => 8,
        'q' | 'g' => 9,
        _ => return None,
    })
}

/// The digit that a character sounds like when it is dictated.
fn sound(c: char) -> Option<u8> {
    Some(match c {
        '洞' | '灵' | '铃' | '玲' | '另' | '令' | '岭' | '龄' | '蛋' | '圈' | '领' => 0,
        '妖' | '邀' | '腰' | '要' | '夭' | '衣' | '依' | '伊' | '医' | '乙' | '亿' => 1,
        '儿' | '而' | '尔' | '耳' | '俩' | '爱' => 2,
        '山' | '散' | '伞' | '仨' | '珊' => 3,
        '思' | '司' | '死' | '寺' | '似' | '丝' => 4,
        '吾' | '舞' | '午' | '武' | '无' | '屋' | '物' | '吴' => 5,
        '刘' | '留' | '流' | '溜' | '柳' | '遛' | '榴' => 6,
        '拐' | '齐' | '其' | '妻' | '漆' | '奇' | '起' | '期' | '气' => 7,
        '爸' | '把' | '巴' | '霸' | '吧' | '拔' | '发' | '扒' | '芭' => 8,
        '勾' | '久' | '酒' | '就' | '救' | '韭' | '舅' => 9,
        _ => return None,
    })
}

fn digit_of(c: char) -> Option<u8> {
    /// The zeros of alphabets that have their own digits.
    const ZEROS: &[u32] = &[
        0x660, 0x6F0, 0x7C0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66, 0xDE6, 0xE50, 0xED0, 0xF20,
        0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90, 0x1B50, 0x1BB0, 0x1C40, 0x1C50, 0xA620, 0xA8D0,
        0xA900, 0xA9D0, 0xA9F0, 0xAA50, 0xABF0, 0x104A0, 0x11066, 0x1D7CE, 0x1D7D8, 0x1D7E2, 0x1D7EC, 0x1D7F6, 0x1F101,
        0x1FBF0,
    ];
    /// Circled, bracketed, dotted, Roman, Suzhou and other ones.
    const ONES: &[u32] =
        &[0x2460, 0x2474, 0x2488, 0x24F5, 0x2776, 0x2780, 0x278A, 0x2160, 0x2170, 0x3021, 0x3220, 0x3280, 0x1D360];
    let code = c as u32;
    match c {
        '0'..='9' => return Some(code as u8 - b'0'),
        '\0'..='\u{7F}' => return None,
        '０'..='９' => return Some((code - 0xFF10) as u8),
        '〇' => return Some(0),
        '\u{4E00}'..='\u{9FFF}' => return chinese_digit(c),
        '⓪' | '⓿' | '🄋' | '🄌' | '🄀' | '⁰' | '₀' => return Some(0),
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

/// Characters that show nothing, or only change others: they hide between the digits of a number.
pub fn is_unseen(c: char) -> bool {
    matches!(c,
        '\u{AD}' | '\u{300}'..='\u{36F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
        | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
        | '\u{20D0}'..='\u{20FF}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}'
        | '\u{FFF0}'..='\u{FFFB}' | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}')
}
