//! Whether a wish is a child's: by age, class, school, a date of birth in any column, or by what its text says. In doubt it
//! is: then the form has to say yes to it in so many words (docs/design.md, section 6).

mod text;

use jiff::ToSpan;
use jiff::civil::Date;

use self::text::{is_written_by_child, mentions_child};
use super::day::Day;
use super::numeral;
use super::text::{half_width, to_half_width};

/// What a record says of its wisher.
#[derive(Debug, Clone, Copy, Default)]
pub struct Signs<'a> {
    pub age: Option<u32>,
    pub class: Option<&'a str>,
    pub school: Option<&'a str>,
    /// Title, content, reason, note.
    pub texts: [Option<&'a str>; 4],
    /// The columns that we don't know, as JSON pairs of header and cell.
    pub extra: Option<&'a str>,
    /// Cells that could not be read, as JSON pairs of field and cell.
    pub unread: Option<&'a str>,
}

/// In years.
const OF_AGE: i64 = 18;

/// Words in a class that denote a child.
const CLASSES: &[&str] = &[
    "儿童",
    "孤儿",
    "未成年",
    "青少年",
    "少年",
    "少儿",
    "少先",
    "婴",
    "幼儿",
    "幼童",
    "孩",
    "留守",
    "学生",
    "学龄",
    "小学",
    "中学",
    "初中",
    "高中",
    "中专",
    "中职",
    "职高",
    "技校",
    "幼儿园",
    "宝宝",
    "在读",
    "无人抚养",
    "学童",
    "困童",
    "病童",
    "孩童",
    "患儿",
    "child",
    "minor",
    "pupil",
    "student",
];

/// Words that denote grown-ups, in which those above occur.
const GROWN_UP: &[&str] = &[
    "大学生",
    "大一学生",
    "大二",
    "大三",
    "大四",
    "大专生",
    "研究生",
    "博士生",
    "硕士生",
    "留守老人",
    "留守妇女",
    "留守长者",
    "失独",
    "老年学生",
    "学生家长",
    "大学",
    "学院",
    "老年",
];

/// Whether the wisher is under 18, or may be.
pub fn is_child(signs: &Signs<'_>, today: Day) -> bool {
    // Whoever is forty by the age column does not go to school; the wish may be a child's all the same.
    let is_grown_up = signs.age.is_some_and(|age| !is_minor(age));
    signs.age.is_some_and(is_minor)
        || signs.class.is_some_and(is_childs_class)
        || signs.school.is_some_and(is_childs_school)
        || signs.texts.into_iter().flatten().any(|text| says_so(text, is_grown_up, today))
        || signs.extra.is_some_and(|extra| has_childs_column(extra, today))
        || signs.unread.is_some_and(|unread| has_childs_cell(unread, today))
}

fn says_so(text: &str, is_grown_up: bool, today: Day) -> bool {
    mentions_child(text)
        || !is_grown_up && is_written_by_child(text)
        || has_childs_number(text, today)
        || has_childs_birth(text, today)
}

fn is_minor(age: u32) -> bool {
    i64::from(age) < OF_AGE
}

fn is_childs_class(class: &str) -> bool {
    names_childs_class(class) || mentions_child(class) || is_written_by_child(class)
}

fn names_childs_class(class: &str) -> bool {
    let begins_child = |rest: &str| CLASSES.iter().any(|word| rest.starts_with(word));
    let names_child = |class: &str| class.char_indices().any(|(at, _)| begins_child(&class[at..]));
    let mut rest = class.to_ascii_lowercase();
    // Hardly any class has one of the words, so that those of grown-ups need not be taken out of it.
    if names_child(&rest) {
        for word in GROWN_UP {
            rest = rest.replace(word, "");
        }
        return names_child(&rest);
    }
    false
}

fn is_childs_school(school: &str) -> bool {
    !school.trim().is_empty() && !["大学", "学院", "老年", "夜校", "党校"].iter().any(|word| school.contains(word))
}

/// A date of birth of less than 18 years in an ID number.
fn has_childs_number(text: &str, today: Day) -> bool {
    let text = half_width(text);
    let bytes = text.as_bytes();
    if bytes.len() < 18 || !bytes.iter().any(u8::is_ascii_digit) {
        return false;
    }
    let kept: Vec<u8> = bytes.iter().copied().filter(|byte| !matches!(byte, b' ' | b'-' | b'\n' | b'\t')).collect();
    kept.windows(18).any(|number| {
        let (first, last) = (&number[..17], number[17]);
        first.iter().all(u8::is_ascii_digit)
            && (last.is_ascii_digit() || matches!(last, b'X' | b'x'))
            && std::str::from_utf8(&number[6..14]).is_ok_and(|born| is_under_age(born, today))
    })
}

/// A year of birth that makes a minor: `2015年出生`, `生于2016年5月`.
fn has_childs_birth(text: &str, today: Day) -> bool {
    const BORN: &[&str] = &["出生", "出世", "生于", "年生，", "年生,", "年生人", "月生，", "日生，"];
    const OF_MANY: &[&str] = &["人口", "率", "登记", "证", "医学", "缺陷"];
    // Fast path: each of them has one of the two, and hardly any text.
    if !text.contains(['生', '世']) {
        return false;
    }
    BORN.iter().any(|born| {
        text.match_indices(born).any(|(at, _)| {
            let (before, after) = (&text[..at], &text[at + born.len()..]);
            if OF_MANY.iter().any(|word| after.starts_with(word)) {
                return false;
            }
            // As far as a date reaches: 2015年12月31日.
            let last = before.char_indices().rev().map(|(at, _)| at).take(12).last().unwrap_or(at);
            let next = after.char_indices().map(|(at, _)| at).nth(6).unwrap_or(after.len());
            [&before[last..], &after[..next]].into_iter().any(|near| {
                let near = half_width(near);
                let year = near.find("20").and_then(|at| near.get(at..at + 4));
                year.is_some_and(|year| year.bytes().all(|byte| byte.is_ascii_digit()) && is_under_age(year, today))
            })
        })
    })
}

/// What headers say whose cells tell of the family, or answer a question.
const OF_OTHERS: &[&str] =
    &["家", "子女", "成员", "监护", "亲", "父", "母", "配偶", "是否", "有无", "志愿", "社工", "帮扶"];

/// A cell as long as this may be a class, whatever the header: 幼童 under 群体. Longer ones are texts.
const LONGEST_CLASS: usize = 6;

fn is_short(cell: &str) -> bool {
    cell.len() <= LONGEST_CLASS * '童'.len_utf8() && cell.chars().count() <= LONGEST_CLASS
}

/// Whether a column that we don't know says so: an ID number, a date of birth, an age, a grade or a school.
fn has_childs_column(extra: &str, today: Day) -> bool {
    let Ok(pairs) = serde_json::from_str::<Vec<(String, String)>>(extra) else { return false };
    pairs.iter().any(|(header, cell)| {
        let has = |words: &[&str]| words.iter().any(|word| header.contains(word));
        let cell = cell.trim();
        has_childs_number(cell, today)
            || (has(&["出生", "出世", "生日", "诞", "生辰", "birth", "dob"]) && is_under_age(cell, today))
            || (has(&["年龄", "岁数", "周岁"])
                && number_at_end(cell.trim_end_matches(['岁', '周'])).is_some_and(is_minor))
            || (has(&["年级", "班级", "学籍"]) && !cell.is_empty() && is_childs_school(cell))
            || (has(&["学校", "就读"]) && is_childs_school(cell))
            || (has(&["类别", "类型", "身份", "对象"]) && is_childs_class(cell))
            || (is_short(cell) && names_childs_class(cell) && !has(OF_OTHERS))
    })
}

/// Whether a cell that could not be read may say so: an age, unless what it begins with is a grown-up's (七岁半 and 十几 are
/// none, 60多 is), or an ID number.
fn has_childs_cell(unread: &str, today: Day) -> bool {
    let Ok(pairs) = serde_json::from_str::<Vec<(String, String)>>(unread) else { return false };
    pairs.iter().any(|(field, cell)| {
        let may_be_age = || field == "age" && first_number(cell).is_some_and(is_minor);
        may_be_age() || has_childs_number(cell, today)
    })
}

/// The first number in a text, in digits or in Chinese; of a word for about so many the least.
fn first_number(text: &str) -> Option<u32> {
    let text = half_width(text);
    let is_number = |c: char| c.is_ascii_digit() || "零〇一二两三四五六七八九十".contains(c);
    let text = &text[text.find(is_number)?..];
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 0 {
        return text[..digits].parse().ok();
    }
    // 两三岁 is no number and a small child's age.
    numeral::leading(text).map_or(Some(0), |(number, _)| u32::try_from(number).ok())
}

/// Whether a day of birth in any spelling (`2015-03-05`, `2015年3月`, `20150305`), or a year, is less than 18 years ago.
fn is_under_age(born: &str, today: Day) -> bool {
    let of_age = |born: Date| born.checked_add(OF_AGE.years()).is_ok_and(|day| day <= today.date());
    if let Ok(day) = Day::parse_deadline(born) {
        return day <= today && !of_age(day.date());
    }
    let this = today.date().year();
    let year = year_of_birth(born, this).filter(|year| (1900..=this).contains(year));
    year.is_some_and(|year| this - year <= OF_AGE as i16)
}

/// The year in a date of birth: `二〇一五年三月`, `5/3/2015`, and of this century where two digits leave it open: `15年3月`,
/// `15.3.5`.
fn year_of_birth(born: &str, this: i16) -> Option<i16> {
    const DIGITS: &str = "〇一二三四五六七八九";
    let digit =
        |c: char| DIGITS.chars().zip('0'..='9').find(|(chinese, _)| *chinese == c).map_or(c, |(_, digit)| digit);
    let text: String = half_width(born).replace('零', "〇").chars().map(digit).collect();
    let runs: Vec<&str> = text.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty()).collect();
    if let Some(year) = runs.iter().find_map(|run| run.get(..4)) {
        return year.parse().ok();
    }
    let short = runs.first().filter(|run| run.len() == 2)?;
    let is_year = runs.len() == 3 || text.trim_start().strip_prefix(*short).is_some_and(|rest| rest.starts_with('年'));
    let year: i16 = short.parse().ok().filter(|_| is_year)?;
    let year = this - this % 100 + year;
    Some(if year > this { year - 100 } else { year })
}

/// The number that a text ends with: `12`, `１２`, `十二`.
fn number_at_end(text: &str) -> Option<u32> {
    let chinese = |c: char| {
        let c = if c == '两' { '二' } else { c };
        "零一二三四五六七八九".chars().position(|digit| digit == c).map(|at| at as u32)
    };
    let mut tail: Vec<char> = Vec::new();
    for c in text.chars().rev().map(to_half_width) {
        if !c.is_ascii_digit() && chinese(c).is_none() && c != '十' {
            break;
        }
        tail.push(c);
    }
    tail.reverse();
    if tail.is_empty() || tail.len() > 3 {
        return None;
    }
    let value = |c: &char| c.to_digit(10).or_else(|| chinese(*c));
    match tail.iter().position(|c| *c == '十') {
        None => tail.iter().try_fold(0, |sum, c| Some(sum * 10 + value(c)?)),
        Some(at) => {
            let tens = tail[..at].first().map_or(Some(1), value)?;
            let ones = tail[at + 1..].first().map_or(Some(0), value)?;
            Some(tens * 10 + ones)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn today() -> Day {
        "2026-03-25".parse().unwrap()
    }

    fn says(text: &str) -> bool {
        is_child(&Signs { texts: [None, Some(text), None, None], ..Signs::default() }, today())
    }

    #[test]
    fn text_that_mentions_a_child_is_recognised() {
        for text in [
            "我是小学三年级学生，想要一个书包",
            "孩子今年8岁，想要一双球鞋",
            "女儿读五年级，想学画画",
            "儿子十二周岁，想要字典",
            "我是一名初二学生",
            "孙子上小学，缺书桌",
            "读高三，想要台灯",
            "初二（3）班的孩子想要篮球",
            "想给留守儿童的弟弟买书",
            "我今年１５岁",
            "身份证449999201503051234",
            "我上小五，想要文具",
            "个仔读中二",
            "幼儿园毕业了，想要绘本",
            "宝宝两个月大，要奶粉",
            "BB8个月，想要奶粉",
            "宝宝刚六个月，缺婴儿车",
            "婴儿才3个月，要纸尿裤",
            "刚满月，缺小被子",
            "老师说我跳舞好",
            "我长大后想当医生",
            "放学没人接我",
            "我的书包带断了",
            "我想当班长，想要一本作文书",
            "妈妈说我考得好就买滑板",
            "我的校服小了",
            "我考上了重点高中，没钱买箱子",
            "我上学路远，想要雨伞",
            "我今年升中，想要书包",
            "期待一套初三的复习资料",
            "我喜欢上体育课，想要球拍",
            "我想过六一儿童节有一份礼物",
            "我奶奶70岁了，没人教我做功课",
            "小升初，想要练习册",
            "我女儿今年8岁，想要画板",
            "我女儿上三年级，想要书桌",
            "我个女读中三，想要台灯",
            "我是单亲妈妈，孩子读初二，想要兼职",
            "我12岁，字典旧了",
            "留守儿童，想要书包",
            "本人系初中生，想要台灯",
            "我读职高，想学修车",
            "我2015年出生，想要滑板",
            "想和同桌一样有一块手表",
            "爸爸话我考到九十分先可以养仓鼠",
            "阿妈话唔准我玩手机，我想要一只手表",
            "BB啱啱满百日，想要婴儿床",
            "细路幼稚园毕业，想影相",
            "学生本人填写，五（2）班",
            "今年刚满十六，想学修车",
            "女仔上中班，想要一条公主裙",
            "我个孙仔两岁几，想要学步车",
            "双胞胎女宝，六个月，奶粉不够",
            "我想考上广雅，想要一盏护眼灯",
            "我想要一支钢笔，字写得唔好，老师成日闹我",
        ] {
            assert!(says(text), "{text}");
        }
    }

    #[test]
    fn text_of_a_grown_up_is_none() {
        for text in [
            "今年78岁，想要轮椅",
            "十八岁的自行车坏了",
            "希望有大学生辅导孩子数学",
            "大学三年级缺一台电脑",
            "年纪大了，岁月不饶人",
            "正月初一想有人陪",
            "高血压，想要血压计",
            "我是大学生，想要自行车",
            "血压高三个月了",
            "宝宝车坏了三个月",
            "产后8个月，想找工作",
            "身份证449999198503051234",
            "2岁以上都能玩的公园滑梯",
            "给孩子们的图书角",
            "想上中三楼的阅览室",
            "小一点的轮椅",
            "想请老师教书法",
            "老年大学的暑假活动",
            "我只读过三年级，想学认字",
            "我们居委会想给小学生开图书角",
            "家里小孩要中考了，想请人辅导",
            "我晚上学唱歌，想要一支话筒",
            "希望开放学习室，我想看书",
            "我住在小学旁边，上课铃太吵",
            "我当了三十年班主任，想和同学们聚聚",
            "我在学校当保安，想要劳保鞋",
            "我妈妈说想看戏，她今年82岁",
            "我妈妈是退休老师，想要书架",
            "六一儿童节想给社区的孩子办游园会",
            "我想提升中文水平",
            "我长期中风在床，想要护理垫",
            "我想要大一点的字典，没上过学",
            "资助10名小学生书包",
            "我们小区施工作业太吵",
            "我每天接送孙女上学",
            "捐适合3至6岁的滑板车",
            "6-12岁儿童绘本一套",
            "本人是大三学生，想组织一次义教",
            "公园2015年建成，我1960年出生",
            "2023年8月15日出生人口统计宣传栏",
            "我在乡村小学支教，想要粉笔",
            "给我们班组申请一台冰柜",
            "我上中班，半夜返屋企冇巴士",
            "阿妈话膝头痛，我想要一支药膏",
            "三（2）班组加一台风扇",
            "今年刚满六十，想学唱歌",
            "我想考上公务员，想要一盏护眼灯",
            "两年冇装修，想刷墙",
            "百日行动，社区清洁",
        ] {
            assert!(!says(text), "{text}");
        }
    }

    #[test]
    fn age_of_a_grown_up_excuses_the_tone_of_a_text_and_not_its_facts() {
        let says = |age, text| {
            is_child(&Signs { age: Some(age), texts: [None, Some(text), None, None], ..Signs::default() }, today())
        };
        assert!(!says(40, "我想给我的老师送一束花") && !says(40, "我的校服小了"));
        assert!(says(40, "女儿读五年级，想学画画") && says(40, "我女儿今年8岁") && says(12, "想要一本书"));
    }

    #[test]
    fn class_school_and_unknown_columns_are_read() {
        let class = |class| is_child(&Signs { class: Some(class), ..Signs::default() }, today());
        for word in ["困境儿童", "留守儿童", "孤儿", "学生", "青少年", "留守", "幼童", "初中生", "未成年人"]
        {
            assert!(class(word), "{word}");
        }
        assert!(class("事实无人抚养"));
        for word in ["低保", "孤寡老人", "留守老人", "大学生", "残疾人", "退役军人", "研究生"] {
            assert!(!class(word), "{word}");
        }
        let school = |school| is_child(&Signs { school: Some(school), ..Signs::default() }, today());
        assert!(school("蟠虬小学") && !school("广州老年大学") && !school(" "));
        let extra = |head: &str, cell: &str| {
            let pairs = serde_json::to_string(&[(head, cell)]).unwrap();
            is_child(&Signs { extra: Some(&pairs), ..Signs::default() }, today())
        };
        assert!(extra("身份证号", "449999201503051234") && !extra("身份证号", "449999198503051234"));
        assert!(extra("身份证号", "449999200803261234") && !extra("身份证号", "449999200803251234"));
        for born in ["15年3月", "15.3.5", "二〇一五年三月", "二零一五年", "5/3/2015", "05/03/2015", "一五年三月"]
        {
            assert!(extra("出生年月", born), "{born}");
        }
        for born in ["56年3月", "56.3.5", "一九五六年三月", "5/3/1956", "12月5日", "12-05", "五六年三月"]
        {
            assert!(!extra("出生年月", born), "{born}");
        }
        assert!(extra("出生日期", "2015年3月5日") && extra("生日", "2015") && !extra("出生年月", "1960.5"));
        let unread = |field: &str, cell: &str| {
            let pairs = serde_json::to_string(&[(field, cell)]).unwrap();
            is_child(&Signs { unread: Some(&pairs), ..Signs::default() }, today())
        };
        assert!(unread("age", "七岁半") && unread("age", "十几") && unread("age", "10后") && unread("age", "５岁多"));
        assert!(
            !unread("age", "60多") && !unread("age", "80后") && !unread("age", "不详") && !unread("quantity", "三几个")
        );
        assert!(extra("群体", "幼童") && extra("服务人群", "留守儿童") && extra("出世日期", "2015-03-07"));
        assert!(!extra("家庭成员", "小学生") && !extra("群体", "留守老人") && !extra("资助", "给小学生买书包的钱"));
        assert!(extra("孩子年龄", "9岁") && extra("年级", "五") && !extra("备考", "五"));
    }
}
