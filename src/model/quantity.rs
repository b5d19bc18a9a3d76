//! How many of a thing a need asks for.

use std::fmt;
use std::str::FromStr;

use super::money::whole_number;
use super::numeral;
use super::text::half_width;

/// At least 1, at most a million.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Quantity(u32);

/// The text is not a quantity: words, a range, zero, a fraction, more than a million.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAQuantity;

const MOST: u32 = 1_000_000;

impl Quantity {
    pub const ONE: Quantity = Quantity(1);

    /// `None` for zero and above a million.
    pub fn new(number: u32) -> Option<Quantity> {
        (1..=MOST).contains(&number).then_some(Quantity(number))
    }

    pub fn number(self) -> u32 {
        self.0
    }
}

impl FromStr for Quantity {
    type Err = NotAQuantity;

    /// `40`, `40套`, `约40套`, `１`, `1.0`, `一台`, `两个`.
    fn from_str(text: &str) -> Result<Quantity, NotAQuantity> {
        count(text).and_then(Quantity::new).ok_or(NotAQuantity)
    }
}

impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

impl fmt::Display for NotAQuantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a quantity")
    }
}

impl std::error::Error for NotAQuantity {}

/// Parses a whole number, optionally with 约 before and a measure word after it: `67岁`, `约60人`, `1,000`, `2.0`, `两个`.
pub fn count(text: &str) -> Option<u32> {
    if is_plain(text) {
        return text.parse().ok();
    }
    let text = half_width(text);
    let mut text = text.trim();
    for before in ["大约", "约", "共"] {
        text = text.strip_prefix(before).unwrap_or(text).trim_start();
    }
    text = text.strip_suffix("左右").unwrap_or(text).trim_end();
    let end = text.bytes().take_while(|b| b.is_ascii_digit() || matches!(b, b',' | b'.')).count();
    let (number, measure) = match text.chars().next() {
        Some(_) if end == 0 => {
            let (number, measure) = numeral::leading(text)?;
            (u32::try_from(number).ok()?, measure)
        }
        _ => (u32::try_from(whole_number(without_fraction(&text[..end]))?).ok()?, &text[end..]),
    };
    is_measure(measure.trim()).then_some(number)
}

/// Parses an age in years: `67岁`; in months or days of life for the smallest (`6个月` is 0). A decade (`80后`, `六旬`) and what
/// counts something else (`6年级`, `二胎`) are none.
pub fn age(text: &str) -> Option<u32> {
    const YEAR: u32 = 12;
    let half = half_width(text);
    let half = half.trim();
    if let Some((years, more)) = half.split_once('岁')
        && is_some_months(more)
    {
        return bare_count(years.strip_suffix('周').unwrap_or(years));
    }
    for (unit, in_year) in [
        ("个月大", YEAR),
        ("个月", YEAR),
        ("月龄", YEAR),
        ("月大", YEAR),
        ("天", 365),
        ("日龄", 365),
        ("周岁", 1),
        ("岁", 1),
    ] {
        if let Some(number) = half.strip_suffix(unit) {
            return bare_count(number).map(|number| number / in_year);
        }
    }
    bare_count(half)
}

/// `3个月`, `零3个月`: what is more than whole years.
fn is_some_months(text: &str) -> bool {
    let Some(months) = text.strip_suffix("个月") else { return false };
    bare_count(months.strip_prefix(['零', '又']).unwrap_or(months)).is_some_and(|months| months < 12)
}

/// A number with nothing behind it.
fn bare_count(text: &str) -> Option<u32> {
    count(text).filter(|_| text.trim_end().ends_with(|c: char| c.is_ascii_digit() || numeral::is_sign(c)))
}

/// Whether the text is ASCII digits only, as most cells are.
pub(super) fn is_plain(text: &str) -> bool {
    (1..=9).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn without_fraction(number: &str) -> &str {
    match number.split_once('.') {
        Some((whole, part)) if !part.is_empty() && part.bytes().all(|b| b == b'0') => whole,
        Some(_) | None => number,
    }
}

const MEASURES: &str = "台张把件个套只双本盒箱袋份次条床支瓶辆部副付块盏根顶人名位户家对包桶卷束枝株棵扇间架幅组节课场趟回遍项批样种\
    款罐听提排面片颗粒壶杯碗筐篮捆斤座处口匹头笔篇封则例班桌席打具轮餐顿册";

/// Whether the text is empty or a measure word, perhaps with what is measured (套, 人次, 台电脑). A further number, a guess
/// (多个) and what counts something else than things (楼, 码, 元, 年级, 个月) is none.
fn is_measure(word: &str) -> bool {
    const OTHERS: [&str; 10] = ["月", "年", "季", "周", "星期", "小时", "钟", "以", "学期", "半"];
    let is_definite = |c: char| !"零〇一二两三四五六七八九十百千万亿余多几半来些点至到~".contains(c);
    let mut chars = word.chars();
    let Some(first) = chars.next() else { return true };
    let is_of_things = MEASURES.contains(first) || word == "公斤" || word == "千克";
    word.chars().count() <= 3
        && is_of_things
        && chars.all(|c| c.is_alphabetic() && !c.is_ascii() && is_definite(c))
        && !OTHERS.iter().any(|other| word.contains(other))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantity_is_read_in_every_spelling() {
        for (text, number) in [
            ("40套", 40),
            ("约40套", 40),
            ("1", 1),
            ("１", 1),
            ("2个", 2),
            ("1.0", 1),
            ("一台", 1),
            ("两个", 2),
            ("十", 10),
            ("十二个", 12),
            ("一百二十套", 120),
            ("1,000", 1000),
            ("3 人次", 3),
            ("约2个", 2),
            ("40套左右", 40),
            ("1000000", 1_000_000),
            ("2台电脑", 2),
            ("30公斤", 30),
            ("60户", 60),
        ] {
            assert_eq!(text.parse::<Quantity>().map(Quantity::number), Ok(number), "{text}");
        }
    }

    #[test]
    fn age_is_in_years_and_no_decade() {
        for (text, years) in [
            ("67岁", Some(67)),
            ("6个月", Some(0)),
            ("3月龄", Some(0)),
            ("18个月", Some(1)),
            ("80后", None),
            ("20天", Some(0)),
            ("六十岁", Some(60)),
            ("67周岁", Some(67)),
            ("约67岁", Some(67)),
            ("六旬", None),
            ("七旬老人", None),
            ("1岁半", None),
            ("2岁3个月", Some(2)),
            ("两岁零8个月", Some(2)),
            ("3周岁1个月", Some(3)),
            ("6年级", None),
            ("三年级", None),
            ("3岁多", None),
            ("3岁80个月", None),
            ("5月", None),
            ("二胎", None),
            ("60多", None),
            ("2人", None),
        ] {
            assert_eq!(age(text), years, "{text}");
        }
    }

    #[test]
    fn text_that_is_not_a_quantity_is_refused() {
        for text in [
            "",
            "0",
            "-1",
            "若干",
            "1.5",
            "1-2个",
            "一百五",
            "三百余",
            "两三个",
            "40多套",
            "一些",
            "1000001",
            "4E+10",
            "1000000000000",
            "一人一个",
            "2x",
            "1.",
            "半个",
            "9999999999999999999999",
            "41码",
            "100元",
            "三楼",
            "3年级",
            "42号",
            "2岁",
            "3月",
            "2个月",
            "90平方",
            "90平方米",
            "2年",
            "3小时",
            "5楼",
        ] {
            assert_eq!(text.parse::<Quantity>(), Err(NotAQuantity), "{text}");
        }
    }
}
