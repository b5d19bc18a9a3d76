//! Finds door numbers: the part of an address below the community. Knows the words that follow the number of a house,
//! staircase or room, and the quantities and names that look similar; does not know places.

use std::ops::Range;
use std::sync::LazyLock;

use super::chars::is_han;
use super::glyphs::{Glyph, at, before, begins_with_any, chinese_digit, ends_with, ends_with_any, is_near, span};
use super::numbers::is_counted;
use super::unworded;
use super::words::Words;
use super::{Hit, HitKind};

/// The number before a door word: digits, or a letter.
struct Number {
    range: Range<usize>,
    /// Whether it is written with figures or a letter instead of Chinese numerals.
    figures: bool,
}

/// Longer numbers are no door's.
const LONGEST: usize = 12;

/// Adds the door numbers that `glyphs` hold.
pub fn find(glyphs: &[Glyph], hits: &mut Vec<Hit>) {
    let mut push = |range: Range<usize>| hits.push(Hit { kind: HitKind::DoorNumber, span: span(glyphs, range) });
    for (here, glyph) in glyphs.iter().enumerate() {
        if let Some(range) = path_from(glyphs, here) {
            push(range);
        }
        let is_door = match glyph.c {
            '栋' | '幢' | '棟' => is_house,
            '座' => is_tower,
            '单' | '單' => is_stairs,
            '室' | '房' => is_room,
            '号' | '號' | '#' => is_house_number,
            '楼' | '樓' | '层' => is_floor,
            '梯' | '巷' | '弄' => is_lift,
            _ => continue,
        };
        let Some(number) = number_before(glyphs, here) else { continue };
        if is_door(glyphs, here, &number) {
            push(number.range.start..here + 1);
        }
    }
    find_roads(glyphs, &mut push);
    unworded::find(glyphs, &mut push);
}

/// What in a text says that somebody lives there.
const LIVING: &[&str] = &[
    "住",
    "家在",
    "地址",
    "住址",
    "家里",
    "上门",
    "送到",
    "送至",
    "寄到",
    "寄至",
    "门牌",
    "我家",
    "房号",
    "送货",
    "送餐到",
    "送餐去",
    "送饭到",
    "送饭去",
    "送药到",
    "外卖送",
    "派送到",
    "配送到",
    "快递",
    "收件",
    "本人在",
    "找我",
    "屋企",
    "我屋",
    "个屋",
    "我哋喺",
    "我住",
    "搬到",
    "收货",
    "敲门",
    "门铃",
];

pub(super) fn is_lived_in(glyphs: &[Glyph], here: usize) -> bool {
    is_near(glyphs, here, 12, LIVING)
}

/// What belongs to all who live in a house, and so is nobody's address.
const PUBLIC: &[&str] = &[
    "中间",
    "同",
    "楼道",
    "楼下",
    "楼顶",
    "门口",
    "门前",
    "旁",
    "前",
    "后",
    "外墙",
    "大堂",
    "架空层",
    "天台",
    "路灯",
    "空地",
    "楼梯",
    "电梯",
    "居民",
    "单元门",
    "之间",
    "侧",
    "边",
    "对面",
    "附近",
    "入口",
    "一楼",
    "首层",
    "大门",
    "防盗门",
    "门禁",
    "屋顶",
    "化粪池",
    "下水",
    "垃圾",
    "消防",
    "充电",
    "绿化",
    "的楼道",
    "的路灯",
    "的电梯",
    "的大门",
    "的垃圾",
    "的外墙",
    "的公共",
    "公共",
    "的居民",
    "的楼梯",
    "到",
    "至",
    "和",
    "与",
    "、",
    "加装",
    "的楼顶",
    "共",
    "全部",
    "各",
];

/// Who speaks of a building as their home: 我们12栋.
const OURS: &[&str] = &["我们", "我哋", "咱们"];

/// Whether the building whose word ends before `next` is spoken of as everybody's: `12栋的电梯`, `12栋需要加装电梯`.
fn is_public(glyphs: &[Glyph], start: usize, next: usize) -> bool {
    const WANTS: &[&str] = &["需要", "急需", "想要", "希望", "想", "要", "缺", "没有"];
    const WANTED: &[&str] = &["加装", "安装", "电梯", "路灯", "楼道", "门禁", "防盗门", "垃圾", "消防", "充电", "大门"];
    let wants = WANTS.iter().find(|word| begins_with_any(glyphs, next, &[word])).map_or(0, |word| word.chars().count());
    let is_public = begins_with_any(glyphs, next, PUBLIC) || wants > 0 && begins_with_any(glyphs, next + wants, WANTED);
    let is_home = is_lived_in(glyphs, start) || ends_with_any(glyphs, start, OURS);
    is_public && !begins_number(glyphs, next) && !is_home
}

/// What houses are counted as: 30栋老楼.
const HOUSES: &[&str] = &["老楼", "旧楼", "老旧", "楼房", "住宅", "居民楼", "宿舍楼", "房屋", "危房", "高楼"];

/// `12栋`, `A栋`, `三栋`; not `一栋楼` and `两栋`, which count houses, nor `3栋楼下`.
fn is_house(glyphs: &[Glyph], here: usize, number: &Number) -> bool {
    let counts = !number.figures && number.range.len() == 1 && matches!(at(glyphs, number.range.start), '一' | '两');
    let counted = matches!(before(glyphs, number.range.start), '共' | '有' | '这' | '那' | '每' | '几' | '全')
        || (matches!(at(glyphs, here + 1), '楼') && !begins_number(glyphs, here + 2))
        || begins_with_any(glyphs, here + 1, HOUSES);
    let next = behind_further_houses(glyphs, here + 1);
    let one = !is_public(glyphs, number.range.start, next) && (!counted || is_lived_in(glyphs, number.range.start));
    (!counts && one) || begins_number(glyphs, here + 1)
}

/// Behind further houses of a list: of A栋、B栋大堂 what goes for the last goes for all.
fn behind_further_houses(glyphs: &[Glyph], mut next: usize) -> usize {
    loop {
        let start = next + usize::from(matches!(at(glyphs, next), '、' | '和' | '与' | '及' | '同' | ' ' | ','));
        let length = (start..).take(3).take_while(|at| is_part(glyphs, *at)).count();
        if length == 0 || !matches!(at(glyphs, start + length), '栋' | '幢' | '座') {
            return next;
        }
        next = start + length + 1;
    }
}

/// What a vehicle or a thing is that has or counts seats: `5座面包车`, `两座花坛`.
const SEATS: &str = "车 位 的 山 桥 城 轿 商 面包 小 大 家用 沙发 椅 亭 电动 新能源 凉 公 花 雕 房 楼 塔 庙 岛 仓 门 suv mpv 越野 轮 儿童 以";

static SEAT_WORDS: LazyLock<Words> = LazyLock::new(|| Words::starting(&[SEATS]));

/// `A座`, `3座`; not `5座车` (seats), `一座桥` and `分类亭2座` (quantities).
fn is_tower(glyphs: &[Glyph], here: usize, number: &Number) -> bool {
    if begins_number(glyphs, here + 1) {
        return true;
    }
    let letter = at(glyphs, number.range.start).is_ascii_lowercase();
    // A coach has 45 seats; no estate so many towers.
    const MOST_TOWERS: u32 = 40;
    let value: String = glyphs[number.range.clone()].iter().map(|glyph| glyph.c).collect();
    if value.parse::<u32>().is_ok_and(|value| value > MOST_TOWERS) {
        return false;
    }
    let lead = before(glyphs, number.range.start);
    let start = number.range.start;
    let is_home = is_lived_in(glyphs, start) || ends_with_any(glyphs, start, OURS);
    let stands_free = !lead.is_alphanumeric() || is_road_end(lead) || is_home;
    number.figures
        && (letter || stands_free)
        && SEAT_WORDS.at(glyphs, here + 1).is_none()
        && !is_public(glyphs, number.range.start, here + 1)
}

/// `3单元`; not `第三单元`, a chapter, unless a room follows.
fn is_stairs(glyphs: &[Glyph], here: usize, number: &Number) -> bool {
    const CHAPTER: &[&str] = &["测", "试卷", "作业", "练习", "复习", "课", "英语", "单词", "教材", "知识"];
    at(glyphs, here + 1) == '元'
        && !is_public(glyphs, number.range.start, here + 2)
        && !begins_with_any(glyphs, here + 2, CHAPTER)
        && (!matches!(before(glyphs, number.range.start), '第' | '册' | '学' | '语' | '文')
            || begins_number(glyphs, here + 2))
}

/// `302室`, `三〇二房`, `5楼2室`, `B室`; not `一室一厅` and `两房`, which count rooms, nor a ward or a classroom.
fn is_room(glyphs: &[Glyph], here: usize, number: &Number) -> bool {
    let counts = matches!(at(glyphs, here + 1), '一' | '两' | '二' | '1' | '2');
    let one_of_many = number.range.len() >= 3 && !counts;
    let lettered = at(glyphs, here - 1).is_ascii_lowercase() && number.range.len() <= 2;
    let is_public =
        ends_with_any(glyphs, number.range.start, PUBLIC_HOUSES) && !is_lived_in(glyphs, number.range.start);
    one_of_many && !is_public
        || is_door_word(before(glyphs, number.range.start))
        || (lettered && is_lived_in(glyphs, number.range.start))
}

/// `中山路12号`, `12号之一`, `12号楼`, `3#501`; not days, metro lines, batteries, balls or wall numbers.
fn is_house_number(glyphs: &[Glyph], here: usize, number: &Number) -> bool {
    const DOOR: &[&str] = &[
        "地铺", "商铺", "木楼", "屋", "楼房", "院", "房", "室", "铺", "栋", "幢", "大院", "后座", "首层", "门", "地下",
        "梯", "座",
    ];
    const NO_DOOR: &[&str] = &[
        "线", "電", "电", "馆", "站", "出", "口", "窗", "台", "字", "型", "机", "码", "球", "心愿", "项目", "前", "后",
        "之前", "之后", "上午", "下午", "晚上", "早上", "以前", "以后", "那天", "这天", "当天", "开始", "车", "柴油",
        "汽油", "信箱", "机组", "楼道", "门诊", "床", "病", "柜",
    ];
    let next = here + 1;
    let gap = usize::from(before(glyphs, number.range.start) == ' ');
    let lead = before(glyphs, number.range.start.saturating_sub(gap));
    if matches!(at(glyphs, here), '#') {
        return at(glyphs, next) == '楼' && !is_public(glyphs, number.range.start, next + 1)
            || at(glyphs, next) == '栋'
            || (begins_number(glyphs, next) && room_length(glyphs, next) >= 3 && number.range.len() <= 2)
            || is_road_end(lead);
    }
    if begins_with_any(glyphs, next, &["楼", "樓"]) {
        return !is_public(glyphs, number.range.start, next + 1) && !is_public(glyphs, number.range.start, next);
    }
    if at(glyphs, next) == '之' {
        return !begins_with_any(glyphs, next, &["之前", "之后", "之间", "之内"]);
    }
    let road = number.range.start.saturating_sub(gap);
    if (is_road_end(lead) || ends_further_on(glyphs, road)) && !begins_with_any(glyphs, next, &["线", "站", "馆"]) {
        return true;
    }
    if begins_with_any(glyphs, next, NO_DOOR) {
        return false;
    }
    // A gate of an estate: `1号门至3号门`.
    let is_gate = at(glyphs, next) == '门'
        && begins_with_any(
            glyphs,
            next + 1,
            &["之", "至", "口", "岗", "前", "外", "旁", "和", "同", "与", "到", "边", "对"],
        )
        && !is_lived_in(glyphs, number.range.start);
    let behind_blank = next + usize::from(at(glyphs, next) == ' ');
    begins_with_any(glyphs, behind_blank, DOOR) && !is_gate
        || matches!(lead, '住' | '址' | '门')
        || ends_with(glyphs, number.range.start, "门牌")
        || begins_home(glyphs, next)
        || (matches!(at(glyphs, next), '/' | '-') && room_length(glyphs, next + 1) >= 3)
        || (begins_number(glyphs, next) && room_length(glyphs, next) >= 3)
        || unworded::is_room_apart(glyphs, next) && !is_month_before(glyphs, number.range.start)
        || (is_lived_in(glyphs, number.range.start) && !is_month_before(glyphs, number.range.start))
}

/// Rooms that are everybody's.
pub(super) const PUBLIC_ROOMS: &[&str] = &[
    "会议",
    "课室",
    "教室",
    "活动",
    "办公",
    "诊室",
    "图书",
    "阅览",
    "多功能",
    "培训",
    "音乐",
    "舞蹈",
    "康复",
    "接待",
    "值班",
];

/// Houses whose rooms are everybody's: 文化站303室.
const PUBLIC_HOUSES: &[&str] = &[
    "文化站",
    "文化室",
    "文化宫",
    "文化馆",
    "中心",
    "服务站",
    "居委会",
    "居委",
    "村委会",
    "街道办",
    "图书馆",
    "活动室",
    "教学楼",
    "办公楼",
    "综合楼",
    "门诊楼",
    "卫生站",
    "学校",
];

/// What follows the number of a house where somebody lives: `23号，顶楼铁皮房`, `5号后座`.
fn begins_home(glyphs: &[Glyph], next: usize) -> bool {
    const PARTS: &[&str] =
        &["铁闸", "铁门", "木门", "红门", "顶楼", "后座", "首层", "铁皮", "天台屋", "阁楼", "瓦房", "平房", "地下室"];
    let next = next + (next..).take(2).take_while(|at| !self::at(glyphs, *at).is_alphanumeric()).count();
    begins_with_any(glyphs, next, PARTS)
}

/// `5楼302`, `A座5楼`; not `住在5楼`, which is no single door.
fn is_floor(glyphs: &[Glyph], here: usize, number: &Number) -> bool {
    let room = room_length(glyphs, here + 1);
    let lettered = at(glyphs, here + 1).is_ascii_lowercase() && !at(glyphs, here + 2).is_ascii_alphanumeric();
    let is_part = matches!(before(glyphs, number.range.start), '栋' | '幢' | '座' | '号' | '棟' | '號');
    let is_public_room = begins_with_any(glyphs, here + 1 + room, PUBLIC_ROOMS);
    let is_backroom =
        begins_with_any(glyphs, here + 1, &["后房", "前房", "尾房", "头房", "左边", "右边", "嗰间", "那间"]);
    unworded::is_lettered_flat(glyphs, here, number.range.start)
        || (is_backroom && is_lived_in(glyphs, number.range.start))
        || (room == 2 && glyphs.get(here + 1).is_some_and(|glyph| glyph.digit == Some(0)))
        || (room >= 3 && !is_counted(glyphs, here + 1 + room) && !is_public_room)
        || is_part
        || (lettered && is_lived_in(glyphs, number.range.start))
}

/// `3梯402`, `三巷12`.
fn is_lift(glyphs: &[Glyph], here: usize, number: &Number) -> bool {
    // 一巷一故事
    let each = at(glyphs, number.range.start) == '一' && at(glyphs, here + 1) == '一';
    !each && begins_number(glyphs, here + 1) && !is_counted(glyphs, here + 1 + room_length(glyphs, here + 1).max(1))
}

/// House and room joined by a sign: `3-501`, `3#501`, `12-3-402`, `A—1203`, `8/302`.
fn path_from(glyphs: &[Glyph], start: usize) -> Option<Range<usize>> {
    let first = at(glyphs, start);
    let earlier = before(glyphs, start);
    let spoken = chinese_digit(first).is_some() && is_path_sign(at(glyphs, start + 1)) && at(glyphs, start + 1) != '一';
    let is_start = (first.is_ascii_digit() || ('a'..='h').contains(&first) || first == 't' || spoken)
        && !earlier.is_ascii_alphanumeric()
        && !is_path_sign(earlier)
        && !matches!(earlier, '.' | ':' | '￥' | '¥' | '$' | '第' | '约');
    if !is_start {
        return None;
    }
    let mut parts: Vec<(usize, usize)> = Vec::new();
    let mut here = start;
    loop {
        let is_figure = |at: &usize| {
            let c = self::at(glyphs, *at);
            c.is_ascii_alphanumeric() || spoken && (chinese_digit(c).is_some() || matches!(c, '十'))
        };
        let length = (here..).take(LONGEST).take_while(is_figure).count();
        if length == 0 || parts.len() == 5 {
            break;
        }
        parts.push((here, length));
        here += length;
        let signs = (here..).take_while(|at| is_path_sign(self::at(glyphs, *at))).count();
        if signs == 0 || signs > 3 || !is_figure(&(here + signs)) {
            break;
        }
        here += signs;
    }
    (is_path(glyphs, &parts) && !is_counted(glyphs, here) && at(glyphs, here) != '-').then_some(start..here)
}

fn is_path(glyphs: &[Glyph], parts: &[(usize, usize)]) -> bool {
    const NO_ROOM: &[&str] = &[
        "型号", "型號", "编号", "尺码", "规格", "价格", "预算", "课", "页", "比分", "章", "科目", "版本", "货号",
        "电影", "电池",
    ];
    let Some((&(first, house), &(last, room))) = parts.first().zip(parts.last()) else { return false };
    let is_house = house <= 2 || (house <= 3 && parts.len() >= 3);
    let figure = |glyph: &Glyph| match glyph.digit {
        Some(digit) if is_han(glyph.c) => char::from(b'0' + digit.min(9)),
        _ => glyph.c,
    };
    let is_house = is_house && glyphs[first + 1..first + house].iter().all(|glyph| figure(glyph).is_ascii_digit());
    let digits: String = glyphs[last..last + room].iter().map(figure).collect();
    let digits = digits.trim_end_matches(|c: char| c.is_ascii_lowercase());
    if parts.len() < 2 || !is_house {
        return false;
    }
    let between = parts.iter().skip(1).rev().skip(1).all(|(_, length)| *length <= 2);
    is_room_digits(digits) && between && !is_near(glyphs, first, 8, NO_ROOM)
}

fn is_path_sign(c: char) -> bool {
    matches!(
        c,
        '-' | '‐'
            ..='―'
                | '−'
                | '#'
                | '－'
                | '_'
                | '~'
                | '一'
                | '/'
                | '之'
                | 'ー'
                | '─'
                | '栋'
                | '座'
                | '塔'
                | '幢'
                | '区'
                | '.'
    )
}

/// A road's name with a number behind it, and nothing else: `沿江路 88`; and a room behind a word for living: `住501`.
fn find_roads(glyphs: &[Glyph], push: &mut impl FnMut(Range<usize>)) {
    const LIVES: &[&str] = &["住", "家住", "住在", "家在", "送到", "送至", "房号", "门牌"];
    for here in 1..glyphs.len() {
        let skip = usize::from(at(glyphs, here) == ' ');
        let start = here + skip;
        let length = room_length(glyphs, start);
        let lead = at(glyphs, here - 1);
        if length == 0 || lead.is_ascii_alphanumeric() || is_number(glyphs, here - 1) {
            continue;
        }
        let ends = !at(glyphs, start + length).is_alphanumeric();
        let figures = glyphs[start..start + length].iter().all(|glyph| glyph.c.is_ascii_digit());
        let is_road = matches!(lead, '路' | '街' | '巷' | '弄') || (is_road_end(lead) && is_lived_in(glyphs, here));
        let road = is_road && before(glyphs, here - 1).is_alphanumeric() && figures && length <= 4;
        // 写住120 says that something is held on to, not that somebody lives there.
        let holds =
            lead == '住' && matches!(before(glyphs, here - 1), '写' | '贴' | '挂' | '印' | '记' | '画' | '按' | '拿');
        let led = LIVES.iter().any(|word| ends_with(glyphs, here, word)) && !holds;
        let is_call = length == 3 && begins_with_any(glyphs, start, &["110", "119", "120", "122"]);
        let room = (3..=4).contains(&length)
            && !is_call
            && (led
                || (figures
                    && (is_lived_in(glyphs, here) || unworded::is_addressed(glyphs, here))
                    && is_room_number(glyphs, start, length)));
        if ends && (road || room) && !is_near(glyphs, here, 3, &["公交", "线路", "走路", "网路"]) {
            push(start..start + length);
        }
    }
}

/// Whether digits are a floor and a door: `702`, `1103`.
pub(super) fn is_room_number(glyphs: &[Glyph], start: usize, length: usize) -> bool {
    let digit = |glyph: &Glyph| glyph.digit.filter(|digit| *digit <= 9).map(|digit| char::from(b'0' + digit));
    let room = glyphs.get(start..start + length).unwrap_or_default();
    let digits: String = room.iter().map_while(digit).collect();
    is_room_digits(&digits)
}

fn is_room_digits(digits: &str) -> bool {
    const FLOORS: std::ops::RangeInclusive<u32> = 1..=60;
    const DOORS: std::ops::RangeInclusive<u32> = 1..=30;
    if !(3..=4).contains(&digits.len()) || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return false;
    }
    let (floor, door) = digits.split_at(digits.len() - 2);
    floor.parse().is_ok_and(|floor| FLOORS.contains(&floor)) && door.parse().is_ok_and(|door| DOORS.contains(&door))
}

/// Whether 月 stands before the number: it is a day.
fn is_month_before(glyphs: &[Glyph], start: usize) -> bool {
    matches!(before(glyphs, start), '月' | '-' | '/' | '.' | '这' | '第')
}

/// The number of digits at `start`.
pub(super) fn room_length(glyphs: &[Glyph], start: usize) -> usize {
    (start..).take(LONGEST).take_while(|next| is_number(glyphs, *next)).count()
}

/// The figures (`12`, `12-1`, `A2`), letter or Chinese numerals directly before `here`.
fn number_before(glyphs: &[Glyph], here: usize) -> Option<Number> {
    let end = if before(glyphs, here) == ' ' { here.checked_sub(1)? } else { here };
    let mut start = end;
    while start > 0 && end - start < LONGEST && is_part(glyphs, start - 1) {
        start -= 1;
    }
    let is_stem = |at: usize| matches!(self::at(glyphs, at), '甲' | '乙' | '丙' | '丁');
    while start < end && !is_number(glyphs, start) && !is_stem(start) && !at(glyphs, start).is_ascii_lowercase() {
        start += 1;
    }
    let letters = (start..end).filter(|one| at(glyphs, *one).is_ascii_lowercase()).count();
    let digits = (start..end).filter(|one| is_number(glyphs, *one) || is_stem(*one)).count();
    // A word is not a number: `led房`. One letter alone is, and so are one or two letters next to digits.
    if start == end || letters > 2 || (digits == 0 && letters != 1) {
        return None;
    }
    let figures = (start..end).any(|one| at(glyphs, one).is_ascii_alphanumeric());
    Some(Number { range: start..end, figures })
}

fn is_part(glyphs: &[Glyph], here: usize) -> bool {
    is_number(glyphs, here)
        || (matches!(at(glyphs, here), '甲' | '乙' | '丙' | '丁') && matches!(at(glyphs, here + 1), '栋' | '座' | '幢'))
        || at(glyphs, here).is_ascii_lowercase()
        || matches!(at(glyphs, here), '-' | '—' | '之')
}

fn begins_number(glyphs: &[Glyph], here: usize) -> bool {
    is_number(glyphs, here) || (at(glyphs, here) == ' ' && is_number(glyphs, here + 1))
}

pub(super) fn is_number(glyphs: &[Glyph], here: usize) -> bool {
    let c = at(glyphs, here);
    glyphs.get(here).is_some_and(|glyph| glyph.digit.is_some())
        || chinese_digit(c).is_some()
        || matches!(c, '十' | '百' | '拾' | '佰')
}

fn is_door_word(c: char) -> bool {
    matches!(c, '栋' | '幢' | '棟' | '座' | '楼' | '樓' | '元' | '梯' | '号' | '號' | '层')
}

/// Whether the name of a road ends here with its part or its ward: 芳村大道东, 海南村三约.
fn ends_further_on(glyphs: &[Glyph], end: usize) -> bool {
    let earlier = end.checked_sub(2).map_or(' ', |at| self::at(glyphs, at));
    match before(glyphs, end) {
        '东' | '南' | '西' | '北' | '中' => matches!(earlier, '道' | '路' | '街'),
        '约' => chinese_digit(earlier).is_some(),
        _ => false,
    }
}

/// Words that end the name of a road, or of what an address has instead of one.
fn is_road_end(c: char) -> bool {
    matches!(
        c,
        '路' | '街'
            | '巷'
            | '道'
            | '里'
            | '坊'
            | '弄'
            | '村'
            | '苑'
            | '园'
            | '院'
            | '队'
            | '社'
            | '庄'
            | '围'
            | '区'
            | '横'
            | '胡'
            | '同'
            | '城'
            | '湾'
            | '坑'
            | '涌'
            | '塘'
            | '基'
            | '馆'
            | '寓'
            | '厦'
            | '阁'
            | '轩'
            | '邨'
            | '排'
            | '栏'
            | '墟'
            | '岗'
            | '埠'
    )
}
