//! An amount of money: stored in whole fen, written in yuan with two decimals.

use std::fmt;
use std::str::FromStr;

use super::numeral;
use super::quantity::is_plain;
use super::text::half_width;

/// Fen, never negative.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Money(i64);

/// The text is not an amount: words, a range, a negative number, a fraction of a fen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotMoney;

/// What an amount is counted in where it does not say so itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    Yuan,
    Hundred,
    Thousand,
    TenThousand,
}

impl Unit {
    /// Longer words first: 万元 ends with 元.
    pub const ALL: &'static [Unit] = &[Unit::TenThousand, Unit::Thousand, Unit::Hundred, Unit::Yuan];

    pub fn zh(self) -> &'static str {
        match self {
            Unit::Yuan => "元",
            Unit::Hundred => "百元",
            Unit::Thousand => "千元",
            Unit::TenThousand => "万元",
        }
    }

    fn fen(self) -> i64 {
        match self {
            Unit::Yuan => 100,
            Unit::Hundred => 10_000,
            Unit::Thousand => 100_000,
            Unit::TenThousand => 1_000_000,
        }
    }
}

/// Ten billion yuan; more is taken for a typing error.
const MOST_FEN: i64 = 1_000_000_000_000;

impl Money {
    /// `None` below zero or above ten billion yuan.
    pub fn from_fen(fen: i64) -> Option<Money> {
        (0..=MOST_FEN).contains(&fen).then_some(Money(fen))
    }

    pub fn fen(self) -> i64 {
        self.0
    }

    /// An amount below a header that says its unit: 2.5 below 万元 is 25,000 yuan. A unit in the text itself counts first.
    pub fn read(text: &str, unit: Unit) -> Result<Money, NotMoney> {
        if unit == Unit::Yuan {
            return text.parse();
        }
        let text = half_width(text);
        let (bare, says_unit) = bare(&text);
        if says_unit {
            return text.parse();
        }
        amount(bare, unit.fen()).and_then(Money::from_fen).ok_or(NotMoney)
    }

    /// In a unit, without needless zeros: 25,000 yuan are `2.5` in 万元.
    pub fn written_in(self, unit: Unit) -> String {
        if unit == Unit::Yuan {
            return self.to_string();
        }
        let (whole, part) = (self.0 / unit.fen(), self.0 % unit.fen());
        let digits = unit.fen().ilog10() as usize;
        let part = format!("{part:0digits$}");
        match part.trim_end_matches('0') {
            "" => whole.to_string(),
            part => format!("{whole}.{part}"),
        }
    }
}

/// An amount without the words around it, and whether one of them was its unit.
fn bare(text: &str) -> (&str, bool) {
    let (mut text, mut says_unit) = (text.trim(), false);
    for (before, is_unit) in
        [("大约", false), ("约", false), ("人民币", true), ("RMB", true), ("¥", true), ("￥", true)]
    {
        if let Some(rest) = text.strip_prefix(before) {
            (text, says_unit) = (rest.trim_start(), says_unit || is_unit);
        }
    }
    for after in ["左右", "整", "人民币", "元", "圆", "块", "万"] {
        if let Some(rest) = text.strip_suffix(after) {
            (text, says_unit) = (rest.trim_end(), says_unit || !matches!(after, "左右" | "整"));
        }
    }
    (text, says_unit)
}

impl FromStr for Money {
    type Err = NotMoney;

    /// `500`, `¥500`, `500元`, `约500元`, `300元左右`, `1,200.50`, `1.2万元`, `2千元`, `两百元`.
    fn from_str(text: &str) -> Result<Money, NotMoney> {
        if is_plain(text) {
            let yuan: i64 = text.parse().map_err(|_| NotMoney)?;
            return Money::from_fen(yuan * 100).ok_or(NotMoney);
        }
        let text = half_width(text);
        let mut text = text.trim();
        for before in ["大约", "约", "人民币", "RMB", "¥", "￥"] {
            text = text.strip_prefix(before).unwrap_or(text).trim_start();
        }
        for after in ["左右", "整", "人民币", "元", "圆", "块"] {
            text = text.strip_suffix(after).unwrap_or(text).trim_end();
        }
        if let Some((yuan, "")) = numeral::leading(text) {
            return i64::try_from(yuan * 100).ok().and_then(Money::from_fen).ok_or(NotMoney);
        }
        let units = [("万", 1_000_000), ("千", 100_000), ("百", 10_000)];
        let unit = units.into_iter().find_map(|(unit, fen)| Some((text.strip_suffix(unit)?.trim_end(), fen)));
        let (text, fen_each) = unit.unwrap_or((text, 100));
        amount(text, fen_each).and_then(Money::from_fen).ok_or(NotMoney)
    }
}

impl fmt::Display for Money {
    /// Yuan: `1200.50`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{:02}", self.0 / 100, self.0 % 100)
    }
}

impl fmt::Display for NotMoney {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not an amount of money")
    }
}

impl std::error::Error for NotMoney {}

/// A decimal number of units worth `fen_each` fen (a power of ten) each; `None` unless the result is whole fen.
fn amount(text: &str, fen_each: i64) -> Option<i64> {
    let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
    if part.is_empty() {
        return None;
    }
    let part = if part.len() > 1 { part.trim_end_matches('0') } else { part };
    let mut fen = whole_number(whole)?.checked_mul(fen_each)?;
    let mut fen_of_digit = fen_each;
    for digit in part.bytes() {
        fen_of_digit /= 10;
        let digit = i64::from(digit.is_ascii_digit().then(|| digit - b'0')?);
        if fen_of_digit == 0 && digit != 0 {
            return None;
        }
        fen = fen.checked_add(digit * fen_of_digit)?;
    }
    Some(fen)
}

/// A whole number, with or without commas between thousands.
pub(super) fn whole_number(text: &str) -> Option<i64> {
    if !text.contains(',') {
        return plain_number(text);
    }
    let mut groups = text.split(',');
    let first = groups.next().filter(|first| (1..=3).contains(&first.len()))?;
    groups.try_fold(plain_number(first)?, |sum, group| {
        let group = plain_number(group).filter(|_| group.len() == 3)?;
        sum.checked_mul(1000)?.checked_add(group)
    })
}

fn plain_number(text: &str) -> Option<i64> {
    let all_digits = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    all_digits.then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn amount_is_read_in_every_spelling() {
        for (text, yuan) in [
            ("500", "500.00"),
            ("¥500", "500.00"),
            ("￥500", "500.00"),
            ("500元", "500.00"),
            ("约500元", "500.00"),
            ("1,200.50", "1200.50"),
            ("1，200", "1200.00"),
            ("300元左右", "300.00"),
            ("500.5", "500.50"),
            ("1.2万", "12000.00"),
            ("1.2万元", "12000.00"),
            ("５００", "500.00"),
            (" 80 元 ", "80.00"),
            ("0", "0.00"),
            ("500.0000", "500.00"),
            ("¥45,000", "45000.00"),
            ("1.23456万", "12345.60"),
            ("99.0", "99.00"),
            ("两百元", "200.00"),
            ("三百", "300.00"),
            ("五百元", "500.00"),
            ("约一千二百元", "1200.00"),
            ("叁佰元整", "300.00"),
            ("2千元", "2000.00"),
            ("3百", "300.00"),
        ] {
            assert_eq!(text.parse::<Money>().map(|money| money.to_string()), Ok(yuan.to_owned()), "{text}");
        }
    }

    #[test]
    fn amount_is_read_and_written_in_the_unit_of_its_header() {
        for (text, unit, yuan) in [
            ("2.5", Unit::TenThousand, "25000.00"),
            ("2.54321", Unit::TenThousand, "25432.10"),
            ("约3", Unit::Thousand, "3000.00"),
            ("25000元", Unit::TenThousand, "25000.00"),
            ("2.5万", Unit::TenThousand, "25000.00"),
            ("￥25,000", Unit::TenThousand, "25000.00"),
            ("500", Unit::Yuan, "500.00"),
        ] {
            assert_eq!(Money::read(text, unit).map(|money| money.to_string()), Ok(yuan.to_owned()), "{text}");
        }
        assert_eq!(Money::read("一些", Unit::TenThousand), Err(NotMoney));
        let written = |fen, unit| Money::from_fen(fen).unwrap().written_in(unit);
        assert_eq!(written(2_500_000, Unit::TenThousand), "2.5");
        assert_eq!(written(2_000_000, Unit::TenThousand), "2");
        assert_eq!(written(1, Unit::TenThousand), "0.000001");
        assert_eq!(written(2_500_000, Unit::Yuan), "25000.00");
    }

    #[test]
    fn text_that_is_not_an_amount_is_refused() {
        for text in [
            "",
            "三百余",
            "三百五",
            "免费",
            "-5",
            "100-200",
            "100~200",
            "1,2",
            "1,2000",
            "1.234",
            "1E+05",
            "元",
            "约",
            "1.",
            ".5",
            "五六百元",
            "99999999999999",
            "1.2.3",
            "+5",
            "12,",
            "100/人",
        ] {
            assert_eq!(text.parse::<Money>(), Err(NotMoney), "{text}");
        }
    }

    proptest! {
        #[test]
        fn displayed_amount_parses_to_itself(fen in 0..=MOST_FEN) {
            let money = Money::from_fen(fen).unwrap();
            prop_assert_eq!(money.to_string().parse::<Money>(), Ok(money));
        }
    }
}
