//! One folding by which people, words and headers are compared, never shown: the same name typed on another keyboard, copied
//! out of a PDF or off a phone is the same name. Compatible forms (NFKC, which has the Kangxi radicals), the other radicals
//! that PDFs put in place of characters, every dot between the parts of a name, blanks and what is not seen.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

use super::text::is_unseen;

/// The dot of names as the twelve ministries' notice of 2016 has it.
const DOT: char = '·';

/// A text as it is compared.
pub fn folded(text: &str) -> Cow<'_, str> {
    if text.chars().all(is_plain) {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    for c in text.chars().map(character).nfkc() {
        match c {
            '•' | '‧' | '∙' | '⋅' | '・' | '･' | '●' | '◦' | '᛫' | 'ꞏ' | '‣' | '⸱' | '▪' => {
                plain.push(DOT)
            }
            c if c.is_whitespace() || is_unseen(c) || is_variant(c) => {}
            c => plain.push(c),
        }
    }
    Cow::Owned(with_dots(plain))
}

/// Whether two texts are the same but for how they are typed.
pub fn same(one: &str, other: &str) -> bool {
    one == other || folded(one) == folded(other)
}

/// Characters that are what they are.
pub fn is_plain(c: char) -> bool {
    matches!(c, '一'..='龥' | DOT) || c.is_ascii_alphanumeric()
}

/// A full stop between two parts of a name is its dot, as some keyboards have no other.
fn with_dots(text: String) -> String {
    if !text.contains('.') {
        return text;
    }
    let all: Vec<char> = text.chars().collect();
    let is_letter =
        |at: Option<usize>| at.and_then(|at| all.get(at)).is_some_and(|c| !c.is_ascii() && c.is_alphabetic());
    let dot = |at: usize| is_letter(at.checked_sub(1)) && is_letter(at.checked_add(1));
    all.iter().enumerate().map(|(at, c)| if *c == '.' && dot(at) { DOT } else { *c }).collect()
}

/// Marks that choose between the shapes of one character.
fn is_variant(c: char) -> bool {
    matches!(c, '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}')
}

/// The radicals of simplified characters, which NFKC leaves as they are.
fn character(c: char) -> char {
    const RADICALS: &str = "⺁厂⺅亻⺉刂⺋㔾⺌小⺍小⺎兀⺐尢⺓幺⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺝月⺟母⺠民⺡氵⺣灬⺤爫⺦丬⺨犭⺩王⺪疋⺫目⺬示⺭礻⺮竹⺯糹⺰纟⺱罓\
        ⺳网⺶羊⺷羊⺹耂⺺聿⺼月⺽臼⺾艹⻀艹⻁虎⻂衤⻃西⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑长⻒镸⻓长⻔门⻖阝⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻢马\
        ⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀";
    if !('\u{2E80}'..='\u{2EF2}').contains(&c) {
        return c;
    }
    let mut pairs = RADICALS.chars();
    while let (Some(radical), Some(plain)) = (pairs.next(), pairs.next()) {
        if radical == c {
            return plain;
        }
    }
    c
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn same_name_is_one_however_it_is_typed() {
        for (one, other) in [
            ("买买提·吐尔逊", "买买提•吐尔逊"),
            ("买买提·吐尔逊", "买买提・吐尔逊"),
            ("买买提·吐尔逊", "买买提.吐尔逊"),
            ("买买提·吐尔逊", "买买提．吐尔逊"),
            ("李明远", "李\u{200B}明远"),
            ("李明远", "\u{202D}李明远\u{202C}"),
            ("高建国", "⾼建国"),
            ("马龙", "⻢⻰"),
            ("王小明", "王\u{3000}小明"),
            ("王小明", "王\u{FE00}小明"),
            ("欧阳娜娜", "欧阳 娜娜"),
            ("Anna", "Ａｎｎａ"),
            ("羽", "\u{FA1E}"),
        ] {
            assert!(same(one, other), "{one} {other}");
        }
        for (one, other) in [("李明远", "李明"), ("高建国", "髙建国"), ("No.1", "No·1"), ("甲1.乙", "甲1乙")]
        {
            assert!(!same(one, other), "{one} {other}");
        }
        assert!(matches!(folded("买买提·吐尔逊"), Cow::Borrowed(_)));
    }
}
