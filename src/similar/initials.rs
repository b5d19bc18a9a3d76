//! Whether letters are the pinyin initials with which a Chinese name begins: `hzq` of 黄志强. A character that is read in
//! several ways fits each of them, as 曾 in surnames and elsewhere.

use pinyin::{Pinyin, ToPinyin, ToPinyinMulti};

/// Latin letters only, and at least one.
pub fn are_letters(word: &str) -> bool {
    !word.is_empty() && word.chars().all(|c| c.is_ascii_alphabetic())
}

/// Whether the letters begin the initials of a name; what stands between its characters is passed over.
pub fn begin(letters: &str, name: &str) -> bool {
    let mut characters = name.chars().filter(|c| c.is_alphanumeric());
    letters.chars().all(|letter| characters.next().is_some_and(|c| has_initial(c, letter.to_ascii_lowercase())))
}

fn has_initial(c: char, letter: char) -> bool {
    if c.is_ascii() {
        return c.to_ascii_lowercase() == letter;
    }
    let is_it = |reading: Pinyin| reading.first_letter().starts_with(letter);
    c.to_pinyin_multi().is_some_and(|readings| readings.into_iter().any(is_it)) || c.to_pinyin().is_some_and(is_it)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_of_a_name_are_found_in_any_reading() {
        for (letters, name) in [("hzq", "黄志强"), ("HZ", "黄志强"), ("zx", "曾晓"), ("cx", "曾晓"), ("amt", "阿·买提")]
        {
            assert!(begin(letters, name), "{letters} {name}");
        }
        for (letters, name) in [("hzqq", "黄志强"), ("zq", "黄志强"), ("a", "")] {
            assert!(!begin(letters, name), "{letters} {name}");
        }
        assert!(are_letters("hzq") && !are_letters("黄") && !are_letters(""));
    }
}
