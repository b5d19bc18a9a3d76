//! Finds doors that are written without 号 and 室. Knows the ways of naming a house by its room, its floor, or its place in a
//! row; shares with `doors` what a room's number looks like.

use std::ops::Range;

use super::chars::is_han;
use super::doors::{PUBLIC_ROOMS, is_lived_in, is_room_number, room_length};
use super::glyphs::{Glyph, at, before, begins_with_any, chinese_digit, is_near};
use super::numbers::is_counted;

/// Doors that are written without 号 and 室: `门牌11`, `Flat 12A`, `22/F C室`, `东梯七0四`, `六巷之三`, `no.15锦龙巷`, `巷尾第3间`.
pub fn find(glyphs: &[Glyph], push: &mut impl FnMut(Range<usize>)) {
    let skip = |here: usize| here + (here..).take(2).take_while(|at| is_label_sign(self::at(glyphs, *at))).count();
    for here in 0..glyphs.len() {
        let found = match at(glyphs, here) {
            '门' if begins_with_any(glyphs, here, &["门牌", "门号"]) => {
                let word = here + 2 + usize::from(matches!(at(glyphs, here + 2), '号' | '系' | '是'));
                let start = skip(word);
                let length = room_length(glyphs, start);
                (length > 0 && !is_counted(glyphs, start + length)).then_some(start + length)
            }
            '门' => room_at_door(glyphs, here),
            't' | 'b' if !before(glyphs, here).is_ascii_alphanumeric() => tower_and_room(glyphs, here),
            'f' | 'a' | 'r' | 'u' | 'n' if !before(glyphs, here).is_ascii_alphanumeric() => {
                english(glyphs, here, skip).or_else(|| numbered_road(glyphs, here))
            }
            '梯' if matches!(before(glyphs, here), '东' | '南' | '西' | '北' | '左' | '右' | '中') => {
                let length = room_length(glyphs, here + 1);
                (matches!(length, 3 | 4) && !is_counted(glyphs, here + 1 + length)).then_some(here + 1 + length)
            }
            '之' if matches!(before(glyphs, here), '巷' | '街' | '里' | '坊' | '路' | '横') => {
                let length = room_length(glyphs, here + 1);
                (length > 0 && !is_counted(glyphs, here + 1 + length) && at(glyphs, here + 1 + length) != '一')
                    .then_some(here + 1 + length)
            }
            '第' => nth_house(glyphs, here),
            '后' | '偏' if begins_with_any(glyphs, here, &["后座", "偏厅"]) => {
                matches!(before(glyphs, here), '屋' | '村' | '巷' | '号' | '里' | '坊').then_some(here + 2)
            }
            '元' if before(glyphs, here) == '单' => {
                let start = here + 1 + usize::from(at(glyphs, here + 1) == '的');
                let length = room_length(glyphs, start);
                (is_room_number(glyphs, start, length) && !is_counted(glyphs, start + length)).then_some(start + length)
            }
            '里' | '坊' | '院' | '村' | '区' => house_in_lane(glyphs, here),
            '上' if before(glyphs, here) == '楼' => {
                let length = room_length(glyphs, here + 1);
                (is_room_number(glyphs, here + 1, length) && !is_counted(glyphs, here + 1 + length))
                    .then_some(here + 1 + length)
            }
            '最' | '尽' | '头' | '尾' => last_house(glyphs, here),
            '楼' | '厦' | '塔' | '阁' | '轩' | '苑' | '寓' | '舍' | '邨' | '座' | '栋' | '幢' => {
                room_of_house(glyphs, here).or_else(|| floor_with_letter(glyphs, here))
            }
            c if c.is_ascii_digit() && !before(glyphs, here).is_alphanumeric() => house_in_brackets(glyphs, here),
            '/' if before(glyphs, here).is_ascii_digit() => floor_and_flat(glyphs, here),
            _ => None,
        };
        if let Some(end) = found {
            // The room before 门口 is its door.
            let room = if at(glyphs, here) == '门' { digits_before(glyphs, here) } else { 0 };
            push(here - room..end);
        }
    }
}

/// `放502门口`, `挂在1203门把手上`: a room whose door somebody is sent to.
fn room_at_door(glyphs: &[Glyph], here: usize) -> Option<usize> {
    const PARTS: &[&str] = &["门口", "门外", "门前", "门把", "门缝", "门边"];
    const SENT: &[char] = &['放', '搁', '挂', '送', '到', '在', '住', '家', '给', '摆', '至', '我', '敲', '贴'];
    let length = digits_before(glyphs, here);
    let start = here - length;
    let is_sent = SENT.contains(&before(glyphs, start)) || is_lived_in(glyphs, start);
    (begins_with_any(glyphs, here, PARTS) && is_sent && is_room_number(glyphs, start, length)).then_some(here + 1)
}

fn digits_before(glyphs: &[Glyph], here: usize) -> usize {
    (0..here).rev().take_while(|next| at(glyphs, *next).is_ascii_digit()).count()
}

fn is_label_sign(c: char) -> bool {
    matches!(c, ' ' | ':' | '：' | '.' | '#' | '-')
}

/// `flat 12a`, `apt. 3b`, `room 1203`, `unit 502`.
fn english(glyphs: &[Glyph], here: usize, skip: impl Fn(usize) -> usize) -> Option<usize> {
    const HOMES: &[&str] = &["flat", "apartment", "apt"];
    const ROOMS: &[&str] = &["room", "rm", "unit"];
    let word = HOMES.iter().chain(ROOMS).find(|word| begins_with_any(glyphs, here, &[word]))?;
    let start = skip(here + word.len());
    let length = (start..).take_while(|next| at(glyphs, *next).is_ascii_alphanumeric()).count();
    let digits = (start..start + length).filter(|next| at(glyphs, *next).is_ascii_digit()).count();
    let is_room = if HOMES.contains(word) { digits > 0 || length == 1 } else { (3..=4).contains(&digits) };
    // `Room 5, Block 2`
    let end = start + length;
    let next = end + (end..).take(2).take_while(|next| !at(glyphs, *next).is_alphanumeric()).count();
    let is_of_house = length > 0 && begins_with_any(glyphs, next, &["tower", "block", "building", "bldg"]);
    (start > here + word.len() && (is_room || is_of_house) && length <= 5).then_some(end)
}

/// `Tower 2, 1506`, `Block 3 Room 402`.
fn tower_and_room(glyphs: &[Glyph], here: usize) -> Option<usize> {
    let word = ["tower", "block", "building", "bldg"].iter().find(|word| begins_with_any(glyphs, here, &[word]))?;
    let sign = |at: usize| at + (at..).take(2).take_while(|next| !self::at(glyphs, *next).is_alphanumeric()).count();
    let tower = sign(here + word.len());
    let length = (tower..).take(3).take_while(|next| at(glyphs, *next).is_ascii_alphanumeric()).count();
    let room = sign(tower + length);
    let named = ["room", "flat", "unit", "rm"].iter().find(|word| begins_with_any(glyphs, room, &[word]));
    let room = named.map_or(room, |word| sign(room + word.len()));
    let digits = room_length(glyphs, room);
    (tower > here + word.len()
        && (1..=2).contains(&length)
        && (is_room_number(glyphs, room, digits) || (named.is_some() && (1..=4).contains(&digits))))
    .then_some(room + digits)
}

/// `no.15锦龙巷`.
fn numbered_road(glyphs: &[Glyph], here: usize) -> Option<usize> {
    const LONGEST_NAME: usize = 6;
    if !begins_with_any(glyphs, here, &["no.", "no"]) {
        return None;
    }
    let start = here + 2 + (here + 2..).take(2).take_while(|next| matches!(at(glyphs, *next), '.' | ' ')).count();
    let length = (start..).take_while(|next| at(glyphs, *next).is_ascii_digit()).count();
    let name = start + length;
    let road =
        (name + 1..name + LONGEST_NAME).find(|next| matches!(at(glyphs, *next), '巷' | '街' | '路' | '里' | '坊'));
    (length > 0 && length <= 4).then_some(road? + 1)
}

/// `巷尾第3间`, `从祠堂入去第二间`, `第6间门口有水井`: houses that are counted from somewhere.
fn nth_house(glyphs: &[Glyph], here: usize) -> Option<usize> {
    const FROM: &[&str] = &[
        "涌", "塘", "背后", "平房", "后面", "巷", "街", "路", "村", "祠堂", "入去", "进去", "直入", "行入", "拐", "转",
        "左边", "右边", "坊", "天井", "大屋", "排", "队", "安置", "侧边", "旁边", "隔离", "庙", "对面",
    ];
    let length = room_length(glyphs, here + 1);
    let end = here + 1 + length;
    let is_house = matches!(at(glyphs, end), '间' | '家' | '户') || begins_with_any(glyphs, end, &["个门"]);
    let counted_from = is_near(glyphs, here, 10, FROM);
    // 第一家超市 is a shop, and 第二间课室 a room of everybody's.
    let next = at(glyphs, end + 1);
    let is_home = !next.is_alphanumeric()
        || next.is_ascii_digit()
        || "门嗰那就是系姓人有住靠左右红蓝绿白灰青黑黄铁木瓦砖平屋矮".contains(next);
    ((1..=2).contains(&length) && is_house && counted_from && is_home).then_some(end + 1)
}

/// `塘尾3队最后一户`, `巷尾间`.
fn last_house(glyphs: &[Glyph], here: usize) -> Option<usize> {
    const LAST: &[&str] = &[
        "最后一户",
        "最后一家",
        "最后一间",
        "最尾一间",
        "最尾一户",
        "尽头一户",
        "尽头一间",
        "尽头那家",
        "头一间",
        "尾间",
    ];
    let word = LAST.iter().find(|word| begins_with_any(glyphs, here, &[word]))?;
    is_near(glyphs, here, 6, &["队", "社", "村", "巷", "街", "排", "路"]).then_some(here + word.chars().count())
}

/// `红砖楼202`, `云桂大厦北塔3108`: a room directly behind the name of a house.
fn room_of_house(glyphs: &[Glyph], here: usize) -> Option<usize> {
    const OFFICES: &[&str] = &[
        "办公",
        "教学",
        "综合",
        "文化",
        "图书",
        "医院",
        "门诊",
        "居委",
        "街道办",
        "服务",
        "党群",
        "实验",
        "行政",
        "活动",
    ];
    // 荔湾大厦B2104
    let start = here + 1 + usize::from(matches!(at(glyphs, here + 1), 'a'..='h'));
    let length = room_length(glyphs, start);
    let figures = glyphs.get(start..start + length)?.iter().all(|glyph| glyph.digit.is_some());
    let named = is_han(before(glyphs, here)) && chinese_digit(before(glyphs, here)).is_none();
    let end = start + length;
    let is_home = figures
        && named
        && is_room_number(glyphs, start, length)
        && !is_counted(glyphs, end)
        && !begins_with_any(glyphs, end, PUBLIC_ROOMS)
        && !is_near(glyphs, here, 8, OFFICES);
    is_home.then_some(end)
}

/// `翠松阁25E`: a floor and the letter of its flat behind the name of a house.
fn floor_with_letter(glyphs: &[Glyph], here: usize) -> Option<usize> {
    const FLATS: std::ops::RangeInclusive<char> = 'a'..='h';
    let start = here + 1;
    let length = digits_at(glyphs, start);
    let end = start + length + 1;
    let last = at(glyphs, start + length);
    let is_thing = matches!((at(glyphs, start), last), ('2' | '3', 'd') | ('4' | '5', 'g')) && length == 1;
    let is_named = is_han(before(glyphs, here)) && chinese_digit(before(glyphs, here)).is_none();
    let is_flat = (1..=2).contains(&length) && FLATS.contains(&last) && !is_thing;
    (is_named
        && is_flat
        && matches!(at(glyphs, here), '阁' | '厦' | '轩' | '苑' | '寓' | '邨')
        && !at(glyphs, end).is_alphanumeric())
    .then_some(end)
}

/// `光雅里 12-3`, `家属院 7-3-12`: a house and its parts behind the name of a lane or an estate.
fn house_in_lane(glyphs: &[Glyph], here: usize) -> Option<usize> {
    /// 公里 and 家里 are no lanes.
    const NO_NAMES: &str = "公家心这那屋哪夜英海城社景东南西北地";
    const MOST_HOUSES: u32 = 200;
    let start = here + 1 + usize::from(at(glyphs, here + 1) == ' ');
    let mut parts = Vec::new();
    let mut end = start;
    loop {
        let length = digits_at(glyphs, end);
        let digits: String =
            glyphs[end.min(glyphs.len())..(end + length).min(glyphs.len())].iter().map(|glyph| glyph.c).collect();
        let Some(part) = digits.parse::<u32>().ok().filter(|part| (1..=MOST_HOUSES).contains(part)) else { break };
        parts.push(part);
        end += length;
        if !matches!(at(glyphs, end), '-' | '#') || digits_at(glyphs, end + 1) == 0 || parts.len() == 4 {
            break;
        }
        end += 1;
    }
    // Of a lane a house and what it is divided into, of an estate a house, its stairs and a door.
    let wanted = if matches!(at(glyphs, here), '里' | '坊') { 2 } else { 3 };
    let is_named = is_han(before(glyphs, here)) && !NO_NAMES.contains(before(glyphs, here));
    let is_whole = parts.len() == wanted && !at(glyphs, end).is_ascii_alphanumeric() && !is_counted(glyphs, end);
    (is_named && is_whole && at(glyphs, end) != '-').then_some(end)
}

fn digits_at(glyphs: &[Glyph], start: usize) -> usize {
    (start..).take_while(|next| at(glyphs, *next).is_ascii_digit()).count()
}

/// `1406（东堤阁）`: a room before its house.
fn house_in_brackets(glyphs: &[Glyph], here: usize) -> Option<usize> {
    let length = room_length(glyphs, here);
    let open = here + length;
    if !matches!(at(glyphs, open), '(' | '（') || !is_room_number(glyphs, here, length) {
        return None;
    }
    let name = (open + 1..).take(8).take_while(|next| is_han(at(glyphs, *next))).count();
    let last = at(glyphs, open + name);
    let closed = matches!(at(glyphs, open + 1 + name), ')' | '）');
    (closed && name >= 2 && matches!(last, '阁' | '楼' | '栋' | '苑' | '轩' | '居' | '邨' | '厦' | '庭' | '座' | '园'))
        .then_some(open + 2 + name)
}

/// `22/F C室`, `2/F, Flat B`: a floor with its flat, behind the floor's digits.
fn floor_and_flat(glyphs: &[Glyph], here: usize) -> Option<usize> {
    if at(glyphs, here) != '/' || at(glyphs, here + 1) != 'f' {
        return None;
    }
    let start = here + 2 + (here + 2..).take(2).take_while(|next| is_label_sign(at(glyphs, *next))).count();
    let lettered = at(glyphs, start).is_ascii_lowercase() && matches!(at(glyphs, start + 1), '室' | '座' | '房' | '户');
    let numbered = (3..=4).contains(&room_length(glyphs, start));
    (lettered || numbered || is_lived_in(glyphs, here)).then_some(start + 1)
}

/// 昌华阁十四楼F, 裕和大厦12楼C2单位: a flat by its letter, on a floor of a house with a name.
pub(super) fn is_lettered_flat(glyphs: &[Glyph], here: usize, number: usize) -> bool {
    /// Of these 区 and 口 are everybody's: 2楼A区.
    const FLATS: &[&str] = &["单位", "室", "户", "座", "房", "铺", "单元"];
    const LETTERED: std::ops::RangeInclusive<char> = 'a'..='k';
    let flat = here + 1 + usize::from(at(glyphs, here + 1) == ' ');
    let end = flat + 1 + usize::from(at(glyphs, flat + 1).is_ascii_digit());
    let closed = !at(glyphs, end).is_alphanumeric() || begins_with_any(glyphs, end, FLATS);
    let house = before(glyphs, number);
    LETTERED.contains(&at(glyphs, flat))
        && closed
        && matches!(house, '阁' | '厦' | '苑' | '轩' | '居' | '庭' | '邨' | '寓' | '栋' | '座')
}

/// Whether an address began before `here`, which nothing has ended: 收件地址 荔湾区 中山八路 富力广场 S2 1911.
pub(super) fn is_addressed(glyphs: &[Glyph], here: usize) -> bool {
    const LABELS: &[&str] = &["地址", "住址", "收货", "送货", "收件"];
    const LONGEST_ADDRESS: usize = 40;
    let ends = |at: &usize| matches!(self::at(glyphs, *at), '，' | ',' | '。' | '；' | ';' | '！' | '？');
    let reach = (0..here).rev().take(LONGEST_ADDRESS).take_while(|at| !ends(at)).count();
    is_near(glyphs, here, reach, LABELS)
}

/// `31号 303`: a room behind a blank.
pub(super) fn is_room_apart(glyphs: &[Glyph], next: usize) -> bool {
    let length = room_length(glyphs, next + 1);
    at(glyphs, next) == ' '
        && is_room_number(glyphs, next + 1, length)
        && !at(glyphs, next + 1 + length).is_alphanumeric()
}

#[cfg(test)]
mod tests {
    use crate::privacy::HitKind;
    use crate::privacy::tests::{each_has, none_has_any};

    #[test]
    fn flat_is_found_by_its_letter_and_room_behind_a_label_for_an_address() {
        each_has(
            HitKind::DoorNumber,
            &[
                "环翠园翠松阁25E",
                "文昌花苑文华阁8D",
                "荔湾大厦B2104",
                "基南 36号 木楼二楼",
                "光雅里 12-3 二楼",
                "家属院 7-3-12",
                "酱园楼上305",
                "庙侧边第四间青砖屋",
                "昌华苑昌华阁十四楼F",
                "黄沙大道裕和大厦12楼C2单位",
                "收件地址 荔湾区 富力广场 S2 1911",
            ],
        );
        none_has_any(
            &[
                "图书馆2楼A区",
                "名苑5G信号差",
                "公里 12-3",
                "社区 26-3-12开会",
                "小区3-6岁儿童",
                "商场三楼B口",
                "地址簿一本，音箱 S2 1911款",
            ],
            &[],
        );
    }
}
