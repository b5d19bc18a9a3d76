//! Whole numbers in Chinese characters: 三百, 一千零五十, 叁佰, 两万. What only sounds like one (三百五, 两三, 几十) is none.

/// The most that is read; more is taken for a typing error.
const MOST: u64 = 1_000_000_000_000;

/// The number that a text begins with, and the rest of the text; `None` where it begins with none, or with one that can be
/// read in two ways.
pub fn leading(text: &str) -> Option<(u64, &str)> {
    let end = text.find(|c| sign(c).is_none()).unwrap_or(text.len());
    let (number, rest) = text.split_at(end);
    Some((whole(number)?, rest))
}

/// Whether a number may be written with the character.
pub fn is_sign(c: char) -> bool {
    sign(c).is_some()
}

/// What a character of a number says.
#[derive(Clone, Copy)]
enum Sign {
    Digit(u64),
    /// 十, 百, 千: within a section of four digits.
    Unit(u64),
    /// 万, 亿: what ends a section.
    Section(u64),
}

fn sign(c: char) -> Option<Sign> {
    const DIGITS: [&str; 10] = ["零〇", "一壹", "二两贰", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖"];
    if let Some(digit) = (0..).zip(DIGITS).find(|(_, signs)| signs.contains(c)).map(|(digit, _)| digit) {
        return Some(Sign::Digit(digit));
    }
    Some(match c {
        '十' | '拾' => Sign::Unit(10),
        '百' | '佰' => Sign::Unit(100),
        '千' | '仟' => Sign::Unit(1_000),
        '万' => Sign::Section(10_000),
        '亿' => Sign::Section(100_000_000),
        _ => return None,
    })
}

/// A number as far as it has been read.
#[derive(Default)]
struct Reading {
    /// Of the sections that have ended.
    total: u64,
    section: u64,
    /// A digit whose unit is still to come.
    digit: Option<u64>,
    /// A 零 stood before the digit, or before what comes.
    is_spaced: bool,
    /// The unit read last within the section; 0 at its beginning.
    unit: u64,
    /// The section word read last; 0 where there was none.
    ended: u64,
}

/// `None` for what is no number, and for what has more than one reading.
fn whole(text: &str) -> Option<u64> {
    let mut reading = Reading::default();
    for c in text.chars() {
        match sign(c)? {
            Sign::Digit(0) if reading.digit.is_none() => reading.is_spaced = true,
            Sign::Digit(digit) if reading.digit.is_none() => reading.digit = Some(digit),
            // 两三, 二〇二六: not one number, or digit by digit.
            Sign::Digit(_) => return None,
            Sign::Unit(unit) => reading.unit(unit)?,
            Sign::Section(word) => reading.end_section(word)?,
        }
    }
    let is_zero = reading.digit.is_none() && reading.unit == 0 && reading.ended == 0;
    if is_zero {
        return (text == "零" || text == "〇").then_some(0);
    }
    let whole = reading.total.checked_add(reading.whole_section()?)?;
    (whole <= MOST).then_some(whole)
}

impl Reading {
    fn unit(&mut self, unit: u64) -> Option<()> {
        let is_first = self.unit == 0;
        if !is_first && unit >= self.unit {
            return None;
        }
        let digit = match self.digit.take() {
            Some(digit) => digit,
            // 十五.
            None if unit == 10 && is_first => 1,
            None => return None,
        };
        self.section = self.section.checked_add(digit.checked_mul(unit)?)?;
        self.unit = unit;
        self.is_spaced = false;
        Some(())
    }

    /// The section with its last digit: 三百五 may be 305 or 350, 三百零五 and 三十五 may not.
    fn whole_section(&self) -> Option<u64> {
        let Some(digit) = self.digit else { return Some(self.section) };
        let is_clear = self.is_spaced || self.unit == 10 || (self.unit == 0 && self.ended == 0);
        is_clear.then(|| self.section.checked_add(digit)).flatten()
    }

    fn end_section(&mut self, word: u64) -> Option<()> {
        let section = self.whole_section().filter(|section| *section > 0)?;
        if self.ended != 0 && word >= self.ended {
            return None;
        }
        self.total = self.total.checked_add(section.checked_mul(word)?)?;
        *self = Reading { total: self.total, ended: word, ..Reading::default() };
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_numbers_in_chinese_are_read() {
        for (text, number) in [
            ("三百", 300),
            ("两百元", 200),
            ("十", 10),
            ("十五", 15),
            ("二十", 20),
            ("一百二十套", 120),
            ("一千零五十", 1_050),
            ("一千零五", 1_005),
            ("叁佰伍拾元整", 350),
            ("壹仟贰佰", 1_200),
            ("两万", 20_000),
            ("一万二千", 12_000),
            ("十二万", 120_000),
            ("一万零三", 10_003),
            ("三亿", 300_000_000),
            ("五", 5),
            ("零", 0),
        ] {
            assert_eq!(leading(text).map(|(number, _)| number), Some(number), "{text}");
        }
        assert_eq!(leading("一百二十套"), Some((120, "套")));
    }

    #[test]
    fn what_has_more_than_one_reading_is_none() {
        for text in ["三百五", "两三个", "二〇二六", "百", "三百千", "一万二", "千", "万", "亿", "两万亿三", "十百", ""]
        {
            assert_eq!(leading(text), None, "{text}");
        }
        assert_eq!(leading("三百余人"), Some((300, "余人")));
        assert_eq!(leading("若干"), None);
    }
}
