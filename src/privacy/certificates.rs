//! Finds the numbers of deeds, certificates, policies and vehicles, as their papers write them: `粤（2019）广州市不动产权第0123456号`,
//! `低保证编号穗低2021001234`, a chassis number. Knows how such numbers are led and built; `papers` knows those of travel.

use super::chars::is_han;
use super::glyphs::{Glyph, at, before, begins_with_any, ends_with_any, is_near, span};
use super::numbers::is_counted;
use super::{Hit, HitKind};

/// Adds the numbers that `glyphs` hold.
pub fn find(glyphs: &[Glyph], hits: &mut Vec<Hit>) {
    let mut here = 0;
    while here < glyphs.len() {
        let found = match at(glyphs, here) {
            '第' => numbered(glyphs, here).map(|end| (HitKind::IdNumber, here..end)),
            '号' | '编' => behind_label(glyphs, here).map(|range| (HitKind::IdNumber, range)),
            '证' | '卡' | '折' | '簿' => behind_paper(glyphs, here + 1).map(|range| (HitKind::IdNumber, range)),
            c if c.is_ascii_alphanumeric() => chassis(glyphs, here).map(|end| (HitKind::Plate, here..end)),
            _ => None,
        };
        if let Some((kind, range)) = found {
            here = range.end;
            hits.push(Hit { kind, span: span(glyphs, range) });
        } else {
            here += 1;
        }
    }
}

/// The end of `第0123456号` behind what a register is called: 字第123456号, 不动产权第0123456号.
fn numbered(glyphs: &[Glyph], here: usize) -> Option<usize> {
    const REGISTERS: &[&str] = &["字", "权", "证", "契"];
    /// Of a medicine, not of a person.
    const GOODS: &[&str] = &["准字", "健字", "妆字", "食字", "药字"];
    const CERTAIN: usize = 5;
    let length = digits(glyphs, here + 1);
    let end = here + 1 + length;
    let is_registered = ends_with_any(glyphs, here, REGISTERS) && !ends_with_any(glyphs, here, GOODS);
    let is_of_a_paper = is_near(glyphs, here, 24, &["证", "权", "契", "房"]);
    // 穗国用(2003)第1200345号
    let is_of_a_year = is_of_a_paper
        && (matches!(before(glyphs, here), ')' | '）' | '〕' | ']') && length >= CERTAIN
            || before(glyphs, here).is_ascii_digit() && length >= 4);
    let is_certain = length >= CERTAIN || is_of_a_paper;
    ((is_registered || is_of_a_year) && length >= 3 && is_certain && at(glyphs, end) == '号').then_some(end + 1)
}

/// What has a number of its own, before 号 or 编号.
const NUMBERED: &[&str] = &[
    "证",
    "照",
    "簿",
    "册",
    "折",
    "籍",
    "案",
    "病历",
    "病历本",
    "矫正",
    "个案",
    "信访",
    "案件",
    "工伤",
    "仲裁",
    "协议",
    "档案",
    "户口本",
    "证书",
    "证明",
    "许可",
    "产权",
    "合同",
    "租约",
    "契",
    "车架",
    "车身",
    "底盘",
    "发动机",
    "电动机",
    "电机",
    "引擎",
    "保单",
    "社保",
    "医保",
    "公积金",
    "备案",
    "房屋",
    "卡",
    "住院",
    "门诊",
    "就诊",
    "登记",
    "标本",
    "报告",
    "处方",
    "imei",
    "电表",
    "水表",
    "气表",
    "表",
    "机身",
];

/// Offices put the sign of their city and district before the figures.
const CITIES: &str = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼港澳穗荔越海天白番花南从增黄";

/// The number behind a label: `车架号 LSVA…`, `证明编号：2023-粤-00123`.
fn behind_label(glyphs: &[Glyph], here: usize) -> Option<std::ops::Range<usize>> {
    const LONGEST: usize = 32;
    const SHORTEST: usize = 4;
    let label = match at(glyphs, here) {
        '号' => 1,
        _ if begins_with_any(glyphs, here, &["编号", "编码"]) => 2,
        _ => return None,
    };
    if !ends_with_any(glyphs, here, NUMBERED) {
        return None;
    }
    let word = here + label + usize::from(matches!(at(glyphs, here + label), '码'));
    let start = word + joints(glyphs, word);
    let first = at(glyphs, start);
    if !(first.is_ascii_alphanumeric() || CITIES.contains(first) && is_han(first)) {
        return None;
    }
    let is_part = |next: &usize| {
        let c = at(glyphs, *next);
        c.is_ascii_alphanumeric()
            || is_han(c)
            || matches!(c, '-' | '(' | ')' | '（' | '）' | '〔' | '〕' | '[' | ']' | '/' | ' ')
    };
    let length = (start..glyphs.len()).take(LONGEST).take_while(is_part).count();
    let is_digit = |next: &usize| at(glyphs, *next).is_ascii_digit();
    // The words that follow are not the number's.
    let last = (start..start + length)
        .take_while(|next| is_digit(next) || *next - start < 8 || (*next - 6..*next).any(|earlier| is_digit(&earlier)));
    let end = last.filter(is_digit).last()? + 1;
    let count = (start..end).filter(is_digit).count();
    let is_year = count == 4 && end - start == 4 && begins_with_any(glyphs, start, &["19", "20"]);
    let closed = end + usize::from(at(glyphs, end) == '号');
    (count >= SHORTEST && !is_year && !is_counted(glyphs, end)).then_some(start..closed)
}

/// A long number directly behind the word for a card or a paper: `诊疗卡12345678`.
fn behind_paper(glyphs: &[Glyph], word: usize) -> Option<std::ops::Range<usize>> {
    const SHORTEST: usize = 6;
    const SHORTEST_SIGNED: usize = 4;
    let joined = word + joints(glyphs, word);
    // 光荣证 穗字 12345
    let sign = (joined..).take(4).take_while(|next| is_han(at(glyphs, *next))).count();
    // 低保家庭证 穗荔低510151
    let is_of_city = sign > 0 && CITIES.contains(at(glyphs, joined));
    let is_signed = is_of_city || sign > 0 && at(glyphs, joined + sign - 1) == '字';
    let start = if is_signed { joined + sign + joints(glyphs, joined + sign) } else { joined };
    let letters = (start..).take(3).take_while(|next| at(glyphs, *next).is_ascii_lowercase()).count();
    // C9876 5432
    let first = digits(glyphs, start + letters);
    let blank = start + letters + first;
    let further = if first >= 3 && at(glyphs, blank) == ' ' { digits(glyphs, blank + 1) } else { 0 };
    let length = first + if further >= 3 { further } else { 0 };
    let end = blank + if further >= 3 { 1 + further } else { 0 };
    let shortest = if is_signed && !is_of_city { SHORTEST_SIGNED } else { SHORTEST };
    let is_date = length == 8 && begins_with_any(glyphs, start, &["19", "20"]);
    let is_named = is_han(before(glyphs, word - 1));
    (is_named && length >= shortest && !is_date && !is_counted(glyphs, end)).then_some(start..end)
}

/// The end of a chassis number that begins here: seventeen letters and digits, none of which is I, O or Q.
fn chassis(glyphs: &[Glyph], here: usize) -> Option<usize> {
    const LENGTH: usize = 17;
    if before(glyphs, here).is_ascii_alphanumeric() {
        return None;
    }
    let length = (here..).take(LENGTH + 1).take_while(|next| at(glyphs, *next).is_ascii_alphanumeric()).count();
    let token = glyphs.get(here..here + length).filter(|token| token.len() == LENGTH)?;
    let letters = token.iter().filter(|glyph| glyph.c.is_ascii_lowercase()).count();
    let barred = token.iter().any(|glyph| matches!(glyph.c, 'i' | 'o' | 'q'));
    let hex = token.iter().all(|glyph| glyph.c.is_ascii_hexdigit());
    ((3..=12).contains(&letters) && !barred && !hex).then_some(here + LENGTH)
}

fn digits(glyphs: &[Glyph], here: usize) -> usize {
    (here..).take_while(|next| at(glyphs, *next).is_ascii_digit()).count()
}

/// The signs and words between a label and its number.
fn joints(glyphs: &[Glyph], here: usize) -> usize {
    const MOST: usize = 4;
    const WORDS: [char; 5] = ['是', '为', '系', '叫', '码'];
    let is_joint = |next: &usize| {
        let c = at(glyphs, *next);
        *next < glyphs.len()
            && (!c.is_alphanumeric() && !matches!(c, '，' | ',' | '。' | '；' | ';' | '、') || WORDS.contains(&c))
    };
    (here..).take(MOST).take_while(is_joint).count()
}

#[cfg(test)]
mod tests {
    use crate::privacy::HitKind;
    use crate::privacy::tests::{each_has, none_has_any};

    #[test]
    fn deeds_and_certificates_are_found_by_how_their_numbers_are_led() {
        each_has(
            HitKind::IdNumber,
            &[
                "不动产权证 粤（2019）广州市不动产权第0123456号",
                "宅基地使用证荔集用（1998）字第00123号",
                "土地证 穗国用(2003)第1200345号",
                "婚育证明编号 2023-粤-00123",
                "诊疗卡12345678，麻烦帮我拿报告",
                "保单编号P2023-0012345",
                "门诊病历本编号 4101334",
                "拆迁协议编号 荔拆2026-041",
                "低保家庭证 穗荔低510151",
                "社区矫正编号 510151",
            ],
        );
        each_has(HitKind::Plate, &["VIN: LFV3A23C8J3123456 的旧车停在路口三年"]);
        none_has_any(
            &[
                "国药准字第20123456号",
                "穗府办〔2021〕12号文件",
                "第3号令",
                "身份证号码忘了怎么查，2019年办的",
                "房产证怎么加名",
                "储值卡100000元",
                "证件照 2寸 8张",
                "文化站303室的琴凳坏了两张",
            ],
            &[],
        );
    }
}
