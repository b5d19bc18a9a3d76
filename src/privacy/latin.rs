//! Finds people whose names are written in Latin letters: `Chan Siu Ming`, `Carmen Leung`. Knows surnames as they are
//! romanised here; does not know where a name is expected.

use super::people::Seen;

/// Surnames as passports and identity cards write them.
const ROMAN_SURNAMES: &[&str] = &[
    "Chan", "Wong", "Lee", "Lam", "Cheung", "Leung", "Ng", "Ho", "Lau", "Tam", "Kwok", "Kwan", "Fung", "Yip", "Chow",
    "Tang", "Mak", "Hui", "Poon", "Tsang", "Yeung", "Chiu", "Lo", "Law", "Siu", "Tse", "Yuen", "Choi", "Au", "Wang",
    "Li", "Zhang", "Chen", "Liu", "Yang", "Huang", "Zhao", "Wu", "Zhou", "Xu", "Sun", "Ma", "Zhu", "Hu", "Guo", "He",
    "Lin", "Luo", "Zheng", "Liang", "Xie", "Song", "Tan", "Deng", "Feng", "Han", "Cao", "Zeng", "Peng", "Xiao", "Cai",
    "Pan", "Tian", "Dong", "Yuan", "Yu", "Ye", "Du", "Su", "Wei", "Lu", "Ding", "Shen", "Ren", "Yao",
];

/// `Chan Siu Ming`, `Wong Ka-Wai`: a surname in Latin letters and one or two syllables, each with a capital.
pub fn romanised(text: &[Seen], here: usize) -> Option<usize> {
    let begins = here == 0 || !text[here - 1].1.is_ascii_alphanumeric();
    if !begins || !text[here].1.is_ascii_uppercase() {
        return None;
    }
    let letters = |from: usize| text[from..].iter().take_while(|(_, c)| c.is_ascii_alphabetic()).count();
    let capital = |from: usize| text.get(from).is_some_and(|(_, c)| c.is_ascii_uppercase());
    let first = letters(here);
    let word: String = text[here..here + first].iter().map(|(_, c)| *c).collect();
    if !ROMAN_SURNAMES.contains(&word.as_str()) {
        return None;
    }
    let (mut end, mut syllables) = (here + first, 0);
    while syllables < 2 && text.get(end).is_some_and(|(_, c)| matches!(c, ' ' | '-')) {
        let length = letters(end + 1);
        let is_syllable = (1..=8).contains(&length) && (capital(end + 1) || text[end].1 == '-');
        if !is_syllable {
            break;
        }
        end += 1 + length;
        syllables += 1;
    }
    let latin_goes_on = text.get(end).is_some_and(|(_, c)| c.is_ascii_alphanumeric());
    // `Wang Xiuying` has both in one.
    let is_whole = syllables == 2 || (syllables == 1 && end - here > first + "Xiao ".len());
    (is_whole && !latin_goes_on).then_some(end - here)
}

/// `Carmen Leung`: an English given name before a surname that is no English word.
pub fn called_in_english(text: &[Seen], here: usize) -> Option<usize> {
    const SHORTEST_GIVEN: usize = 3;
    const SHORTEST_SURNAME: usize = 3;
    const ENGLISH: &[&str] = &["Sun", "Tan", "Han", "Pan", "Song", "Law", "Ding", "Ren", "Lin", "Tang"];
    let begins = here == 0 || !text[here - 1].1.is_ascii_alphanumeric() && !is_latin_before(text, here);
    let word = |from: usize| -> String {
        text[from.min(text.len())..].iter().map(|(_, c)| *c).take_while(char::is_ascii_alphabetic).collect()
    };
    let is_capital = |word: &str| {
        word.starts_with(|c: char| c.is_ascii_uppercase()) && word[1..].chars().all(|c| c.is_ascii_lowercase())
    };
    if !begins || !text[here].1.is_ascii_uppercase() {
        return None;
    }
    let given = word(here);
    let surname = word(here + given.len() + 1);
    let end = here + given.len() + 1 + surname.len();
    let fits = given.len() >= SHORTEST_GIVEN
        && is_capital(&given)
        && text.get(here + given.len()).is_some_and(|(_, c)| *c == ' ')
        && surname.len() >= SHORTEST_SURNAME
        && ROMAN_SURNAMES.contains(&surname.as_str())
        && !ENGLISH.contains(&surname.as_str());
    (fits && text.get(end).is_none_or(|(_, c)| !c.is_ascii_alphanumeric())).then_some(end - here)
}

/// Whether a word in Latin letters stands before the blank before `here`.
fn is_latin_before(text: &[Seen], here: usize) -> bool {
    here >= 2 && text[here - 1].1 == ' ' && text[here - 2].1.is_ascii_alphanumeric()
}

#[cfg(test)]
mod tests {
    use crate::privacy::HitKind;
    use crate::privacy::tests::{each_has, none_has_any};

    #[test]
    fn name_in_latin_letters_is_found_in_either_order() {
        each_has(
            HitKind::PersonName,
            &["阿婆Lam Sau Fong想学普通话", "朋友Carmen Leung介绍我来", "Wang Xiuying 收", "Mr. Peter Kwok 教英文"],
        );
        none_has_any(
            &[
                "Android Pad 一部",
                "想睇 Hong Kong Ballet",
                "听 Happy Birthday Song",
                "Sun Tan 防晒",
                "Mother Teresa 的故事",
            ],
            &[],
        );
    }
}
