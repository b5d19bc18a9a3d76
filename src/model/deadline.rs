//! Deadlines in words: 2026年底, 6月底前, 2026年上半年, 第二季度. Each means its last day.

use jiff::civil::Date;

use super::day::Day;
use super::text::half_width;

/// The last day of what the words name; `None` for other texts, and where they name no year.
pub fn last_day(text: &str) -> Option<Day> {
    let text: String = half_width(text).chars().filter(|c| !c.is_whitespace()).collect();
    let text = without_before(&text);
    let (year, rest) = text.split_once('年')?;
    let year: i16 = year.parse().ok().filter(|year| (2000..=2100).contains(year))?;
    let last_of = |month: i8| Date::new(year, month, 1).ok().map(Date::last_of_month).and_then(Day::new);
    match rest {
        "底" | "末" | "内" | "年底" | "全年" | "下半年" => last_of(12),
        "上半年" | "年中" => last_of(6),
        _ => {
            let quarter = rest.strip_suffix("季度").map(|rest| rest.trim_start_matches('第'));
            if let Some(quarter) = quarter {
                let quarter = ["一", "二", "三", "四"].iter().position(|one| *one == quarter).map(|at| at + 1);
                return last_of(i8::try_from(quarter? * 3).ok()?);
            }
            let (month, part) = rest.split_once('月')?;
            let month: i8 = month.parse().ok()?;
            match part {
                "底" | "末" | "内" | "份" | "下旬" => last_of(month),
                "上旬" => Date::new(year, month, 10).ok().and_then(Day::new),
                "中旬" => Date::new(year, month, 20).ok().and_then(Day::new),
                _ => None,
            }
        }
    }
}

/// The text without the words that end a deadline: 3月5日之前.
pub fn without_before(text: &str) -> &str {
    ["之前", "以前", "前"].iter().find_map(|before| text.strip_suffix(before)).unwrap_or(text).trim_end()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_mean_their_last_day() {
        for (text, day) in [
            ("2026年底", "2026-12-31"),
            ("2026年年底前", "2026-12-31"),
            ("2026年6月底前", "2026-06-30"),
            ("2026 年 2 月底", "2026-02-28"),
            ("2026年上半年", "2026-06-30"),
            ("2026年第二季度", "2026-06-30"),
            ("2026年四季度", "2026-12-31"),
            ("2026年5月中旬", "2026-05-20"),
        ] {
            assert_eq!(last_day(text).map(|day| day.to_string()).as_deref(), Some(day), "{text}");
            assert_eq!(Day::parse_deadline(text).map(|day| day.to_string()).as_deref(), Ok(day), "{text}");
        }
        for text in ["尽快", "年底", "2026年", "2026年13月底", "第二季度", "2026年第五季度", "1026年底"]
        {
            assert_eq!(last_day(text), None, "{text}");
        }
        for text in ["2026年3月5日前", "2026-03-05之前", "2026年3月5日以前"] {
            assert_eq!(Day::parse_deadline(text).map(|day| day.to_string()).as_deref(), Ok("2026-03-05"), "{text}");
        }
    }
}
