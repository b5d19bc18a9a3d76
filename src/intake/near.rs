//! Which field a header is near that is none of a field's own, by the words in it (`model::fields::near`), and the unit of
//! money that a header says.

use super::aliases::{self, Use, plain, use_of};
use crate::model::fields::{self, Field, NEAR, Near, Twist};
use crate::model::folding::folded;
use crate::model::money::Unit;
use crate::model::text::to_half_width;
use crate::model::words::ListKind;

/// What a header is near.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Likeness {
    pub field: Field,
    pub twist: Twist,
    /// It is made of the field's words and of what goes with them.
    pub is_sure: bool,
    /// A column that may be this is never merely kept.
    pub is_sensitive: bool,
}

/// What a header that none of the kind's fields has is near, if anything.
pub fn likeness(kind: ListKind, header: &str) -> Option<Likeness> {
    by_words(kind, header).or_else(|| by_unit(kind, header))
}

/// A column whose header says a unit of money holds money, whatever it is called.
fn by_unit(kind: ListKind, header: &str) -> Option<Likeness> {
    let near = NEAR.iter().find(|near| near.field == Field::Budget && near.kinds.contains(&kind))?;
    let is_other = near.not.iter().any(|word| header.contains(word)) || is_the_needs_own(kind, near.field, header);
    let likeness = Likeness { field: near.field, twist: near.twist, is_sure: false, is_sensitive: true };
    (says_unit(header) && !is_other).then_some(likeness)
}

/// Whether a header has a unit of money that stands apart: 价钱（元） does, 单元 does not.
fn says_unit(header: &str) -> bool {
    let text: String = header.chars().map(to_half_width).collect();
    let text = text.trim_end_matches(|c: char| !c.is_alphanumeric());
    let before = Unit::ALL.iter().find_map(|unit| text.strip_suffix(unit.zh()));
    before.is_some_and(|before| before.ends_with(|c: char| !c.is_alphanumeric()))
}

fn by_words(kind: ListKind, header: &str) -> Option<Likeness> {
    let header = plain(header);
    let header = header.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '、'));
    let found = NEAR.iter().filter(|near| near.kinds.contains(&kind) && is_near(near, header)).map(|near| Likeness {
        field: near.field,
        twist: near.twist,
        is_sure: is_made_of(header, near),
        is_sensitive: near.is_sensitive && !is_the_needs_own(kind, near.field, header),
    });
    // 联合认领人 is near several: the one that it is made of.
    found.max_by_key(|likeness| likeness.is_sure)
}

fn is_near(near: &Near, header: &str) -> bool {
    near.words.iter().any(|word| header.contains(word)) && !near.not.iter().any(|word| header.contains(word))
}

/// A list of claims may well repeat what the list of needs has.
fn is_the_needs_own(kind: ListKind, field: Field, header: &str) -> bool {
    let is_field = |kind| matches!(use_of(kind, header), Use::Field(..));
    kind == ListKind::Claims && field != Field::Id && (is_field(ListKind::Wishes) || is_field(ListKind::Projects))
}

/// Whether a header can be taken apart into a field's words and those that go with them, with at least one of the former.
fn is_made_of(header: &str, near: &Near) -> bool {
    // For each place in the header: whether it is reached, and whether by a way with one of the field's words.
    let mut reached: Vec<(bool, bool)> = vec![(false, false); header.len() + 1];
    reached[0].0 = true;
    for (at, _) in header.char_indices() {
        let (is_reached, has_word) = reached[at];
        if !is_reached {
            continue;
        }
        for (words, is_word) in [(near.words, true), (near.around, false)] {
            for word in words.iter().filter(|word| header[at..].starts_with(**word)) {
                let end = &mut reached[at + word.len()];
                *end = (true, end.1 || has_word || is_word);
            }
        }
    }
    reached[header.len()] == (true, true)
}

/// A unit of money that a header says, in brackets, behind a blank or at its end, and the header without it.
pub fn unit_of(header: &str) -> Option<(Unit, String)> {
    let text: String = header.chars().map(to_half_width).collect();
    let text = text.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '*' | ')' | ']' | '】' | '〕'));
    let (unit, before) = Unit::ALL.iter().find_map(|unit| Some((*unit, text.strip_suffix(unit.zh())?)))?;
    let before = before.trim_end();
    let before = before.strip_suffix("单位:").or_else(|| before.strip_suffix("单位")).unwrap_or(before);
    let before =
        before.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '(' | '[' | '【' | '〔' | '/' | ':' | ','));
    (!before.is_empty()).then(|| (unit, before.to_owned()))
}

/// The unit that a title row says for the whole list: 单位：万元.
pub fn unit_of_title(cell: &str) -> Option<Unit> {
    let text: String = folded(cell).chars().map(to_half_width).collect();
    let (_, rest) = text.rsplit_once("单位:")?;
    let word = rest.trim_end_matches([')', ']', '】', '。']);
    Unit::ALL.iter().copied().find(|unit| unit.zh() == word)
}

/// The field that a header which is not used may mean: one that it is near, or one of whose headers is a part of it.
pub fn like(kind: ListKind, header: &str) -> Option<Field> {
    let near = likeness(kind, header).map(|likeness| likeness.field);
    near.or_else(|| {
        let fields = fields::listed(kind).iter().map(|one| one.field);
        fields.into_iter().find(|field| aliases::is_part(kind, *field, header))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sure(kind: ListKind, header: &str) -> Option<(Field, Twist)> {
        likeness(kind, header).filter(|likeness| likeness.is_sure).map(|likeness| (likeness.field, likeness.twist))
    }

    #[test]
    fn header_is_known_by_its_words() {
        for header in [
            "是否公开",
            "是否公示",
            "公示",
            "愿不愿意在网上公开",
            "5、您是否同意将心愿公布？",
            "能否对外公开（必填）",
            "公开意愿",
        ] {
            assert_eq!(sure(ListKind::Wishes, header), Some((Field::Consent, Twist::Plain)), "{header}");
        }
        for header in ["证件号", "居民身份证号", "党员身份证（18位）", "公民身份号码", "本人证件号码"]
        {
            assert_eq!(sure(ListKind::Members, header), Some((Field::Id, Twist::Plain)), "{header}");
        }
        for header in ["共同认领党员", "联合党支部", "协办党组织", "共同参与单位"] {
            assert_eq!(sure(ListKind::Claims, header), Some((Field::Claimants, Twist::Joint)), "{header}");
        }
        for header in ["进展", "办理进度", "项目状态", "目前进展情况"] {
            assert_eq!(sure(ListKind::Claims, header), Some((Field::State, Twist::Plain)), "{header}");
        }
        for header in ["单位性质", "单位类别", "党组织属性"] {
            assert_eq!(sure(ListKind::Orgs, header), Some((Field::Class, Twist::Plain)), "{header}");
        }
        for header in ["所需资金", "项目经费", "预估费用", "大概多少钱"] {
            assert_eq!(sure(ListKind::Projects, header), Some((Field::Budget, Twist::Plain)), "{header}");
        }
    }

    #[test]
    fn header_about_something_else_is_near_nothing() {
        for header in
            ["是否公开招标", "公示时间", "公开栏", "党务公开", "身份证地址", "家庭月收入", "共同居住人", "备注一"]
        {
            assert_eq!(likeness(ListKind::Wishes, header), None, "{header}");
        }
        assert_eq!(likeness(ListKind::Members, "单位性质"), None);
        // A no is not a yes: it may be consent, and somebody has to say so.
        for header in ["不同意公开", "是否公开姓名", "实际花费", "身份证后四位"] {
            let likeness = likeness(ListKind::Wishes, header).unwrap();
            assert!(likeness.is_sensitive && !likeness.is_sure, "{header}");
        }
        assert!(!likeness(ListKind::Claims, "预计金额").unwrap().is_sensitive);
        assert!(likeness(ListKind::Wishes, "大约价钱（元）").unwrap().is_sensitive);
        for header in ["楼栋单元", "月收入（元）", "元旦活动"] {
            assert_eq!(likeness(ListKind::Wishes, header), None, "{header}");
        }
        assert_eq!(likeness(ListKind::Members, "党费（元）"), None);
    }

    #[test]
    fn unit_of_money_is_read_from_the_header() {
        for (header, unit, rest) in [
            ("预算（万元）", Unit::TenThousand, "预算"),
            ("预算 万元", Unit::TenThousand, "预算"),
            ("投入资金[千元]", Unit::Thousand, "投入资金"),
            ("金额（单位：万元）：", Unit::TenThousand, "金额"),
            ("预算/万元", Unit::TenThousand, "预算"),
            ("预计金额(元)*", Unit::Yuan, "预计金额"),
        ] {
            assert_eq!(unit_of(header), Some((unit, rest.to_owned())), "{header}");
        }
        for header in ["预算", "万元", "单元", "楼栋单元"] {
            assert!(unit_of(header).is_none_or(|(_, rest)| !rest.contains("预算")), "{header}");
        }
        assert_eq!(unit_of_title("填报单位：某街道   单位：万元"), Some(Unit::TenThousand));
        assert_eq!(unit_of_title("填报单位：某街道"), None);
    }
}
