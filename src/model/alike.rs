//! Whether two names may be of one person, and two texts may ask for the same, where something else says that they are:
//! a code, a number on the wall. In doubt they are.

use super::folding::folded;
use super::simplified::simplified;

/// Whether two names may be one person's: 梁婆婆 and 梁阿妹, 小梁 and 梁阿姨. A name that says nobody (匿名) may be anybody's.
pub fn may_be_one_person(one: &str, other: &str) -> bool {
    /// What is in the name of everybody.
    const TITLES: &str = "阿小老大伯叔姨婶婆爷奶公太嫂姐妹哥弟先生女士同志家属某居民群众匿名不详孩子的";
    share(&significant(one, TITLES), &significant(other, TITLES), 1)
}

/// Whether two texts may ask for the same: they share two significant characters. A text that asks for nothing
/// (见附件) may ask for anything.
pub fn may_be_one_wish(one: &str, other: &str) -> bool {
    /// Words around what is asked for.
    const FILLING: &str =
        "想要希望需求申请购买一二两三四五个台辆部张把件套只条的了我你能有给和为请帮助够心愿微项目无略见附详表";
    let (one, other) = (significant(one, FILLING), significant(other, FILLING));
    let shortest = one.len().min(other.len()).min(2);
    share(&one, &other, shortest)
}

/// The significant characters, as they are compared.
fn significant(text: &str, filling: &str) -> Vec<char> {
    let text = folded(text);
    simplified(&text).chars().filter(|c| c.is_alphanumeric() && !filling.contains(*c)).collect()
}

/// Whether so many characters in a row are in both; true where one has none.
fn share(one: &[char], other: &[char], length: usize) -> bool {
    let length = length.max(1);
    one.is_empty()
        || other.is_empty()
        || one.windows(length).any(|part| other.windows(length).any(|other| other == part))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shortened_reworded_and_traditional_texts_may_be_one_wish() {
        for (one, other) in [
            ("收音机", "想要一台收音机"),
            ("轮椅一辆", "希望有一辆輪椅"),
            ("輪椅", "轮椅"),
            ("口袋公园改造", "口袋公园：在街角建一个口袋公园"),
            ("灯", "楼道的灯"),
            ("见附件", "想要一台收音机"),
        ] {
            assert!(may_be_one_wish(one, other), "{one} {other}");
        }
        for (one, other) in [("想要一台收音机", "想要一辆轮椅"), ("口袋公园", "加装扶手：楼梯"), ("书桌", "灯")]
        {
            assert!(!may_be_one_wish(one, other), "{one} {other}");
        }
    }

    #[test]
    fn titles_and_nicknames_may_be_one_person() {
        for (one, other) in
            [("梁婆婆", "梁阿妹"), ("小梁", "梁阿姨"), ("鄭叔海", "郑叔海"), ("匿名", "陈一"), ("阿春", "周阿姨春")]
        {
            assert!(may_be_one_person(one, other), "{one} {other}");
        }
        for (one, other) in [("何伯", "周姨"), ("陈伯", "何伯"), ("王五", "李伯建")] {
            assert!(!may_be_one_person(one, other), "{one} {other}");
        }
    }
}
