//! Numbers that lists give inexactly, and the one that is taken: of `100-150` the upper end, of `300余人` 300. Whoever takes
//! one says so.

use super::text::half_width;

/// What a text that is no exact number is taken as, by how the exact ones are read.
pub fn settled<T: PartialOrd>(text: &str, read: impl Fn(&str) -> Option<T>) -> Option<T> {
    let text = half_width(text);
    let text = text.trim();
    upper_end(text, &read).or_else(|| read(&without_more(text)?))
}

/// `100-150套`, `100元至150元`, `1.2~1.5万`: the lower end must be the lower one.
fn upper_end<T: PartialOrd>(text: &str, read: &impl Fn(&str) -> Option<T>) -> Option<T> {
    const MARKS: [char; 9] = ['-', '—', '–', '−', '~', '〜', '∼', '至', '到'];
    let (lower, upper) = text.split_once(MARKS)?;
    let (lower, upper) = (lower.trim(), upper.trim_start_matches(MARKS).trim());
    let lower = ["大约", "约"].iter().find_map(|word| lower.strip_prefix(word)).unwrap_or(lower).trim_start();
    if !upper.starts_with(|c: char| c.is_ascii_digit()) || !lower.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let measure = upper.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','));
    let lower = if lower.ends_with(|c: char| c.is_ascii_digit()) { format!("{lower}{measure}") } else { lower.into() };
    let (lower, upper) = (read(&lower)?, read(upper)?);
    (lower < upper).then_some(upper)
}

/// `300余人` is 300人, `300元以上` 300元; words for numbers (三百余) are left to be asked about.
fn without_more(text: &str) -> Option<String> {
    let number = ["大约", "约"].iter().find_map(|word| text.strip_prefix(word)).unwrap_or(text);
    if let Some(least) = number.strip_suffix("以上") {
        return Some(least.trim_end().to_owned());
    }
    let digits = number.bytes().take_while(|byte| byte.is_ascii_digit() || *byte == b',').count();
    let (digits, rest) = number.split_at(digits);
    let measure = rest.trim_start().strip_prefix(['余', '多'])?;
    (!digits.is_empty()).then(|| format!("{digits}{}", measure.trim_start()))
}

#[cfg(test)]
mod tests {
    use super::super::money::Money;
    use super::super::quantity::count;
    use super::*;

    #[test]
    fn inexact_numbers_are_taken_as_one() {
        for (text, number) in [
            ("100-150", 150),
            ("100－150套", 150),
            ("100~150", 150),
            ("100 至 150 人", 150),
            ("约100—150份", 150),
            ("300余人", 300),
            ("40多套", 40),
            ("1,000余人", 1_000),
            ("100以上", 100),
            ("1-2个", 2),
        ] {
            assert_eq!(settled(text, count), Some(number), "{text}");
        }
        let money = |text: &str| settled(text, |text| text.parse::<Money>().ok()).map(|money| money.to_string());
        assert_eq!(money("100-150元").as_deref(), Some("150.00"));
        assert_eq!(money("100元~150元").as_deref(), Some("150.00"));
        assert_eq!(money("1-1.5万").as_deref(), Some("15000.00"));
        assert_eq!(money("300多元").as_deref(), Some("300.00"));
        assert_eq!(money("1万-8000"), None);
    }

    #[test]
    fn other_texts_are_taken_as_nothing() {
        for text in ["", "若干", "三百余", "-5", "150-100", "2026-03", "100-150-200", "-", "余", "多套", "5-5"]
        {
            assert_eq!(settled(text, count), None, "{text}");
        }
    }
}
