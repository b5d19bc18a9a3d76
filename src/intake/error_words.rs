//! What spreadsheets write into a cell instead of a value: errors of formulas in any program and language, columns that are
//! too narrow, and the names of pictures. Such a word is never a value.

use crate::model::text::half_width;

/// Errors without a mark at the end.
const OPEN_ENDED: [&str; 13] = [
    "#N/A",
    "#N/D",
    "#N/B",
    "#NV",
    "#Н/Д",
    "#YOK",
    "#SAKNAS",
    "#I/T",
    "#ND",
    "#GETTING_DATA",
    "#PUUTTUU",
    "#HIÁNYZIK",
    "#不适用",
];

/// In Chinese; elsewhere a mark at the end and capitals are enough.
const CHINESE: [&str; 16] = [
    "#值!",
    "#数值!",
    "#名称?",
    "#名称!",
    "#名字?",
    "#引用!",
    "#参照!",
    "#参考!",
    "#数字!",
    "#空!",
    "#空值!",
    "#除零!",
    "#除以零!",
    "#除以0!",
    "#溢出!",
    "#计算!",
];

/// Whether this text, without blanks around it, is no value.
pub fn is_error(text: &str) -> bool {
    // Hardly any cell begins like one.
    let Some(first) = text.chars().next().filter(|c| begins_error(*c)) else { return false };
    let plain = half_width(text);
    let is_numbered = |word: &str| plain.strip_prefix(word).is_some_and(is_number);
    match first {
        '=' | '＝' | '_' => is_picture_formula(&plain),
        'E' | 'Ｅ' => is_numbered("Err:"),
        'L' => plain == "Loading...",
        '错' => is_numbered("错误:"),
        '#' | '＃' => is_hash_error(&plain),
        _ => is_picture(&plain),
    }
}

/// Whether an error can begin with it.
fn begins_error(c: char) -> bool {
    matches!(c, '#' | '＃' | '=' | '＝' | '_' | 'E' | 'Ｅ' | 'L' | '错' | '图' | '[' | '［' | '【' | '(' | '（')
}

/// `#REF!`, `#¿NOMBRE?`, `########`.
fn is_hash_error(plain: &str) -> bool {
    const LONGEST: usize = 16;
    if plain.len() >= 3 && plain.bytes().all(|byte| byte == b'#') {
        return true;
    }
    let upper = plain.to_uppercase();
    if OPEN_ENDED.contains(&upper.as_str()) || CHINESE.contains(&plain) {
        return true;
    }
    let inside = plain.strip_prefix('#').and_then(|rest| rest.strip_suffix(['!', '?'])).unwrap_or_default();
    let is_letter = |c: char| c.is_uppercase() || c.is_ascii_digit() || matches!(c, '/' | '_' | '¡' | '¿' | '-');
    (2..=LONGEST).contains(&inside.chars().count()) && inside.chars().all(is_letter)
}

/// What WPS puts into a cell that holds a picture.
fn is_picture_formula(plain: &str) -> bool {
    let called = plain.strip_prefix('=').map_or(plain, str::trim_start);
    let called = called.strip_prefix("_xlfn.").unwrap_or(called);
    called.get(..8).is_some_and(|word| word.eq_ignore_ascii_case("DISPIMG("))
}

fn is_picture(plain: &str) -> bool {
    plain.trim_matches(['[', ']', '【', '】', '(', ')']) == "图片"
}

fn is_number(text: &str) -> bool {
    let text = text.trim();
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn error_words_of_all_programs_are_known() {
        for text in [
            "#N/A",
            "#REF!",
            "#NAME?",
            "#DIV/0!",
            "#SPILL!",
            "#GETTING_DATA",
            "#ERROR!",
            "Err:502",
            "错误:502",
            "错误：502",
            "########",
            "＃REF！",
            "#WERT!",
            "#¿NOMBRE?",
            "#ЗНАЧ!",
            "#VÄRDEFEL!",
            "#名称?",
            "=DISPIMG(\"ID_0A\",1)",
            "=_xlfn.DISPIMG(\"ID_0A\",1)",
            "_xlfn.DISPIMG(\"ID_0A\",1)",
            "#数值！",
            "#参照!",
            "图片",
            "[图片]",
            "【图片】",
        ] {
            assert!(is_error(text), "{text}");
        }
        for text in
            ["#", "#1", "##", "#3号楼", "#加油!", "Error", "Err:", "图片一张", "[书]", "=1+1", "E栋", "#hello!", ""]
        {
            assert!(!is_error(text), "{text}");
        }
    }
}
