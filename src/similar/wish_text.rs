//! The content of a wish without the phrases that every wish has: `希望有一辆轮椅，谢谢` and `想要一辆轮椅` both mean `一辆轮椅`.

/// Phrases at the beginning of a wish; a longer one comes before its own prefixes.
const OPENINGS: &[&str] = &[
    "我们",
    "我家",
    "我",
    "本人",
    "家里",
    "家中",
    "急需要",
    "急需",
    "希望能够",
    "希望能",
    "希望可以",
    "希望得到",
    "希望拥有",
    "希望获得",
    "希望有",
    "希望",
    "想要有",
    "想要",
    "想得到",
    "想拥有",
    "想申请",
    "想有",
    "想",
    "需要有",
    "需要",
    "盼望有",
    "盼望",
    "期盼",
    "渴望",
    "请求",
    "申请",
    "恳请",
    "求助",
    "能够有",
    "能够",
    "能有",
    "可以有",
    "有没有",
    "得到",
    "拥有",
    "获得",
    "一直",
    "非常",
    "很",
];

/// Phrases at the end of a wish.
const CLOSINGS: &[&str] = &[
    "谢谢大家",
    "谢谢你们",
    "谢谢您",
    "谢谢",
    "非常感谢",
    "十分感谢",
    "万分感谢",
    "感谢",
    "多谢",
    "可以吗",
    "好吗",
    "吗",
    "吧",
    "呢",
    "啊",
];

/// At least this many characters remain, so a wish that is nothing but courtesy keeps some of it.
const LEAST: usize = 2;

/// The characters that distinguish one wish from another: letters, digits and Han in lower case and half width, without
/// the phrases that wishes begin and end with.
pub fn wish_text(text: &str) -> Vec<char> {
    let content: Vec<char> = super::plain(text).filter(|c| is_content(*c)).collect();
    let mut rest: &[char] = &content;
    while let Some(shorter) = OPENINGS.iter().find_map(|word| without_opening(rest, word)) {
        rest = shorter;
    }
    while let Some(shorter) = CLOSINGS.iter().find_map(|word| without_closing(rest, word)) {
        rest = shorter;
    }
    rest.to_vec()
}

/// Whether the character is a letter or digit; Han, the most frequent, are tested first.
fn is_content(c: char) -> bool {
    ('\u{4E00}'..='\u{9FFF}').contains(&c) || c.is_alphanumeric()
}

fn without_opening<'t>(text: &'t [char], word: &str) -> Option<&'t [char]> {
    // Fast path: most phrases differ in their first character.
    (text.first().copied() == word.chars().next()).then_some(())?;
    let rest = text.get(word.chars().count()..).filter(|rest| rest.len() >= LEAST)?;
    text.iter().copied().zip(word.chars()).all(|(have, want)| have == want).then_some(rest)
}

fn without_closing<'t>(text: &'t [char], word: &str) -> Option<&'t [char]> {
    (text.last().copied() == word.chars().next_back()).then_some(())?;
    let left = text.len().checked_sub(word.chars().count()).filter(|left| *left >= LEAST)?;
    text[left..].iter().copied().eq(word.chars()).then_some(&text[..left])
}

#[cfg(test)]
mod tests {
    use super::wish_text;

    fn content(text: &str) -> String {
        wish_text(text).into_iter().collect()
    }

    #[test]
    fn same_wish_in_other_words_has_the_same_content() {
        for text in ["想要一辆轮椅", "希望有一辆轮椅，谢谢", "我 希望能够拥有一辆轮椅！", "急需一辆轮椅，非常感谢"]
        {
            assert_eq!(content(text), "一辆轮椅", "{text}");
        }
        assert_eq!(content("Ｉｐａｄ 学习机"), "ipad学习机");
    }

    #[test]
    fn text_of_courtesy_alone_keeps_something() {
        assert_eq!(content("谢谢"), "谢谢");
        assert_eq!(content("希望"), "希望");
        assert_eq!(content("，。"), "");
    }
}
