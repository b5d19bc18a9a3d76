//! Rules for every cell: character width, blanks, and the words that mean "nothing".

use std::borrow::Cow;

/// Makes full-width ASCII and the ideographic space half-width and keeps everything else. For codes, numbers and dates,
/// never for texts or names.
pub fn half_width(text: &str) -> Cow<'_, str> {
    if text.is_ascii() || !text.chars().any(is_full_width) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(to_half_width).collect())
}

/// `half_width` of one character.
pub fn to_half_width(c: char) -> char {
    match c {
        '\u{3000}' => ' ',
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        _ => c,
    }
}

/// Whether a text has characters that say only how it was typed: full-width forms, blanks, marks that are not seen.
pub fn is_typed(text: &str) -> bool {
    // Their first bytes, in UTF-8, and those of all blanks.
    let may_be =
        |byte: u8| matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | 0x0B | 0x0C | 0xC2 | 0xD8 | 0xE1 | 0xE2 | 0xE3 | 0xEF);
    text.bytes().any(may_be) && text.chars().any(is_of_typing)
}

/// A text as it is compared where neither width nor blanks count; it is shown as it was first written.
pub fn untyped(text: &str) -> Cow<'_, str> {
    if !is_typed(text) {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    plain.extend(text.chars().filter(|c| !c.is_whitespace() && !is_unseen(*c)).map(to_half_width));
    Cow::Owned(plain)
}

fn is_of_typing(c: char) -> bool {
    is_full_width(c) || c.is_whitespace() || is_unseen(c)
}

/// Whether a character is not seen: marks of direction, joiners, byte order marks.
pub fn is_unseen(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206F}' | '\u{FEFF}')
}

/// What form sites put around the words for nothing: `(空)`.
const OPENING: [char; 4] = ['(', '（', '[', '【'];
const CLOSING: [char; 4] = [')', '）', ']', '】'];

/// Whether a trimmed cell only says that it is as the one above: no value, and nobody knows which row is meant once the list
/// is sorted.
pub fn is_ditto(word: &str) -> bool {
    matches!(word, "同上" | "同上。" | "同前" | "如上" | "〃" | "″" | "''" | "\"" | "”" | "“")
}

/// Whether a trimmed cell means "nothing": it is empty, or a word that offices write for it: 无, a dash of any kind, a
/// slash, 空, N/A (docs/design.md, section 5).
pub fn is_nothing(word: &str) -> bool {
    let Some(first) = word.bytes().next() else { return true };
    // Fast path: hardly any cell begins with the first byte of one of these words.
    matches!(first, b'-' | b'/' | b'N' | b'n' | b'(' | b'[' | 0xE2 | 0xE3 | 0xE6 | 0xE7 | 0xEF)
        && matches!(
            word.trim_start_matches(OPENING).trim_end_matches(CLOSING),
            "无" | "跳过"
                | "未填"
                | "未填写"
                | "未作答"
                | "未回答"
                | "未选择"
                | "未提供"
                | "暂无"
                | "没有"
                | "NULL"
                | "null"
                | "—"
                | "——"
                | "－"
                | "-"
                | "--"
                | "–"
                | "/"
                | "／"
                | "空"
                | "N/A"
                | "n/a"
                | "Ｎ／Ａ"
                | "NA"
        )
}

/// Whether a text is another one with parts of it masked: `打199****3915` of `打19900003915`.
pub fn is_mask_of(masked: &str, stored: &str) -> bool {
    const MASK: &str = "***";
    let Some((begins, rest)) = masked.split_once(MASK) else { return false };
    let Some(mut left) = stored.strip_prefix(begins) else { return false };
    let pieces: Vec<&str> = rest.split(MASK).map(|piece| piece.trim_start_matches('*')).collect();
    let Some((ends, between)) = pieces.split_last() else { return false };
    for piece in between {
        let Some(at) = left.find(piece) else { return false };
        left = &left[at + piece.len()..];
    }
    left.ends_with(ends)
}

/// Whether a cell was masked when it was exported; such a cell means that the stored value stays as it is.
pub fn is_masked(cell: &str) -> bool {
    cell.contains('*') || (!cell.is_ascii() && cell.contains('＊'))
}

/// Whether an export has masked a part of a text: three stars or more in a row, as no size and no list has.
pub fn has_mask(text: &str) -> bool {
    const SHORTEST: usize = 3;
    let mut run = 0;
    is_masked(text)
        && text.chars().any(|c| {
            run = if matches!(c, '*' | '＊') { run + 1 } else { 0 };
            run == SHORTEST
        })
}

/// Whether a cell says nothing but that it was masked.
pub fn is_all_mask(text: &str) -> bool {
    has_mask(text) && text.chars().all(|c| matches!(c, '*' | '＊') || c.is_whitespace())
}

/// Whether a text would put a mask over what another one says: it has more masked parts. `80*30` and `**急**` over a text
/// that has none are no masks, and masks.
pub fn masks_more(given: &str, stored: &str) -> bool {
    is_masked(given) && masks(given) > masks(stored)
}

/// How many parts of a text are masked.
fn masks(text: &str) -> usize {
    let plain: Vec<char> = text.chars().map(to_half_width).collect();
    let mut count = 0;
    let mut at = 0;
    while let Some(begin) = plain[at..].iter().position(|c| *c == '*').map(|found| at + found) {
        let end = plain[begin..].iter().position(|c| *c != '*').map_or(plain.len(), |found| begin + found);
        let is_digit = |at: Option<usize>| at.and_then(|at| plain.get(at)).is_some_and(char::is_ascii_digit);
        let is_times = end - begin == 1 && is_digit(begin.checked_sub(1)) && is_digit(Some(end));
        count += usize::from(!is_times);
        at = end;
    }
    count
}

/// Lower-case hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().flat_map(|byte| hex_digits(*byte)).map(char::from).collect()
}

/// The two digits of a byte.
pub fn hex_digits(byte: u8) -> [u8; 2] {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    [DIGITS[usize::from(byte >> 4)], DIGITS[usize::from(byte & 15)]]
}

fn is_full_width(c: char) -> bool {
    c == '\u{3000}' || ('\u{FF01}'..='\u{FF5E}').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_with_more_masks_than_the_stored_one_hides_what_it_says() {
        for (given, stored) in [
            ("联系人***手机199****2001，已更新", "联系人陈一手机19900002001"),
            ("陈*", "陈一"),
            ("陈＊＊", "陈阿婆"),
            ("***", "门牌12号"),
            ("身份证***，电话***", "身份证***，电话19900000001"),
        ] {
            assert!(masks_more(given, stored), "{given}");
        }
        for (given, stored) in [
            ("身份证*** 已核", "身份证***"),
            ("书架 80*30", "书架"),
            ("书架 80＊30*20", "书架 90*30"),
            ("毛毯", "身份证***"),
        ] {
            assert!(!masks_more(given, stored), "{given}");
        }
    }

    #[test]
    fn full_width_becomes_half_width() {
        assert_eq!(half_width("２０２１－０３－０６　Ａ"), "2021-03-06 A");
        assert_eq!(half_width("微波炉，一台"), "微波炉,一台");
    }

    #[test]
    fn texts_are_compared_without_regard_to_how_they_were_typed() {
        assert_eq!(untyped("１ 台，\u{3000}急\u{200B}需\r\n"), "1台,急需");
        for typed in [
            "１",
            "a b",
            "甲\u{3000}乙",
            "甲\u{200B}",
            "甲\u{A0}",
            "甲\n",
            "甲，乙",
            "\u{FEFF}甲",
            "\u{AD}甲",
            "\u{61C}甲",
        ] {
            assert!(is_typed(typed), "{typed:?}");
        }
        assert!(!is_typed("希望有一台微波炉。ABC-1"));
    }

    #[test]
    fn masked_text_is_recognised_as_the_stored_one() {
        let stored = "打19900003915，或找陈秀兰，住3栋501";
        for masked in ["打199****3915，或找***，住***", "打199****3915，或找陈秀兰，住3栋501", "***"] {
            assert!(is_mask_of(masked, stored), "{masked}");
        }
        for other in ["打199****3916，或找***，住***", "打19900003915，或找陈秀兰，住3栋501", "改打199****3915", "*"]
        {
            assert!(!is_mask_of(other, stored), "{other}");
        }
    }

    #[test]
    fn words_for_nothing_are_recognised() {
        for word in
            ["", "无", "—", "-", "/", "空", "N/A", "(空)", "（跳过）", "(跳过)", "未填写", "未作答", "【空】", "暂无"]
        {
            assert!(is_nothing(word), "{word:?}");
        }
        for word in ["无锡", "跳过第一题", "(一)", "未来"] {
            assert!(!is_nothing(word), "{word:?}");
        }
    }
}
