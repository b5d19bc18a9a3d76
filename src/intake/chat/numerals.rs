//! Wall numbers, quantities, days and phones in what people write: 十二号, 3-5号, #12, 2、12、13号, 两份. Knows digits and
//! what stands around them; knows no people.

/// The highest wall number that a text may name.
const HIGHEST: u32 = 9_999;
/// The most numbers that a range may stand for.
const LONGEST_RANGE: u32 = 50;

/// How clearly a number is that of a wish.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// 5号, #5, 编号5.
    Marked,
    /// A number and nothing else.
    Bare,
    /// 1.12号: it may be the running number of the line.
    Index,
    /// 12号去: it may be a day.
    Day,
}

/// Of which numbers a quantity says how many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Share {
    /// 7号2个
    Own,
    /// 7号8号各2个
    Each,
    /// 7号8号共2个
    Total,
}

/// What stands at a place of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    Numbers(Vec<(u32, How)>),
    Quantity(u32, Share),
    /// 三个人, 我们三个: so many people.
    Several(u32),
    Phone(String),
    /// 50元, 3次, 30栋: a part of what is asked for, or a door that goes on behind it.
    Measured(String),
    /// A day, a time, a door number: nothing to claim.
    Other,
}

/// What begins at `at`, and where it ends.
pub fn at(text: &[char], at: usize) -> Option<(Found, usize)> {
    if at > 0 && (text[at - 1].is_ascii_alphanumeric() || text[at - 1] == '.') && text[at].is_ascii_alphanumeric() {
        return None;
    }
    if text[at].is_ascii_digit() {
        if let Some((phone, end)) = long_number(text, at) {
            return Some((phone, end));
        }
        if let Some(end) = day_or_time(text, at) {
            return Some((Found::Other, end));
        }
    }
    if let Some(found) = people(text, at) {
        return Some(found);
    }
    if let Some(end) = text[at].is_ascii_digit().then(|| measured(text, at)).flatten() {
        let word: String = text[at..end].iter().collect();
        const TELLING: [&str; 11] = ["元", "块", "%", "次", "小时", "楼", "栋", "幢", "单元", "座", "室"];
        let is_measured = TELLING.iter().any(|unit| word.ends_with(unit));
        return Some((if is_measured { Found::Measured(word) } else { Found::Other }, end));
    }
    quantity(text, at).or_else(|| numbers(text, at))
}

/// Seven digits and more are a phone or another number of somebody's, never a wish.
fn long_number(text: &[char], at: usize) -> Option<(Found, usize)> {
    let mut end = at;
    let mut digits = String::new();
    while let Some(c) = text.get(end) {
        if c.is_ascii_digit() {
            digits.push(*c);
        } else if !(*c == '-' && !digits.is_empty() && text.get(end + 1).is_some_and(char::is_ascii_digit)) {
            break;
        }
        end += 1;
    }
    let run = text[at..].iter().take_while(|c| c.is_ascii_digit()).count();
    if run >= 5 || (run >= 3 && digits.len() >= 10) {
        let end = if run >= 5 { at + run } else { end };
        return Some((Found::Phone(digits), end));
    }
    None
}

/// 2021-04-16, 4月16日, 14:05, 9点半.
fn day_or_time(text: &[char], at: usize) -> Option<usize> {
    let mut end = skip_digits(text, at);
    let mut parts = 1;
    while let (Some(mark), true) = (text.get(end), text.get(end + 1).is_some_and(char::is_ascii_digit)) {
        let width = end - at;
        let joins = match mark {
            ':' | '月' => true,
            '年' => parts == 1,
            '-' | '/' | '.' => parts > 1 || width == 4,
            _ => false,
        };
        if !joins {
            break;
        }
        end = skip_digits(text, end + 1);
        parts += 1;
    }
    if parts > 1 {
        let is_day = text.get(end).is_some_and(|c| matches!(c, '日' | '号'));
        return Some(if is_day { end + 1 } else { end });
    }
    match text.get(end) {
        Some('月' | '日') => Some(end + 1),
        Some('点') if text.get(end + 1) == Some(&'半') => Some(end + 2),
        Some('点') => Some(end + 1),
        _ => None,
    }
}

/// 3楼, 500元, 60岁: a number of something else.
fn measured(text: &[char], at: usize) -> Option<usize> {
    const OTHER: &[&str] = &[
        "元", "块", "岁", "楼", "栋", "幢", "单元", "座", "室", "人", "名", "位", "年", "天", "小时", "分钟", "分",
        "%", "kg", "斤", "米", "平", "度", "瓦", "寸", "公里", "周", "月", "次", "户", "期", "届",
    ];
    let mut end = skip_digits(text, at);
    if text.get(end) == Some(&'.') && text.get(end + 1).is_some_and(char::is_ascii_digit) {
        let fraction = skip_digits(text, end + 1);
        // 1.5元, but not 41.42号.
        if OTHER.iter().any(|word| starts(text, fraction, word)) {
            end = fraction;
        }
    }
    let word = OTHER.iter().find(|word| starts(text, end, word))?;
    Some(end + word.chars().count())
}

/// 三个人, 3人, 我们三个, 两位; one person is no number of people.
fn people(text: &[char], at: usize) -> Option<(Found, usize)> {
    let (count, end) = number(text, at)?;
    let before = text[..at].iter().collect::<String>();
    let is_us = ["我们", "咱们", "我俩", "咱"].iter().any(|word| before.ends_with(word));
    // 算我一个 counts who speaks.
    if before.ends_with('我')
        && count == 1
        && starts(text, end, "个")
        && COUNTS_ME_IN.iter().any(|word| before.ends_with(word))
    {
        return Some((Found::Other, end + 1));
    }
    let is_han = |c: char| c.is_alphabetic() && !c.is_ascii();
    let within =
        at > 0 && !text[at].is_ascii_digit() && is_han(text[at - 1]) && !"们共等有是来由".contains(text[at - 1]);
    if within && !is_us {
        return None;
    }
    let word = ["个人", "人", "位党员", "名党员"].iter().find(|word| starts(text, end, word));
    let word = word.filter(|word| {
        let behind = text.get(end + word.chars().count());
        !behind.is_some_and(|c| "民员事大寿社力工才".contains(*c))
    });
    let word = word.or_else(|| ["个", "位", "名"].iter().find(|word| is_us && starts(text, end, word)))?;
    let end = end + word.chars().count();
    Some((if count > 1 { Found::Several(count) } else { Found::Other }, end))
}

/// What makes 一个 behind it whoever speaks.
const COUNTS_ME_IN: &[&str] = &["算我", "算上我", "加我", "加上我", "带我", "带上我", "添我", "叫上我", "多我"];

/// Whether a quantity is of each number before it, or of all of them.
fn share(text: &[char], at: usize) -> Share {
    let before: String = text[..at].iter().collect();
    let before = before.trim_end_matches([' ', ':', '领', '认', '要', '计', '需', '是']);
    if before.ends_with('各') || before.ends_with('每') {
        Share::Each
    } else if ["共", "合", "总"].iter().any(|word| before.ends_with(word)) {
        Share::Total
    } else {
        Share::Own
    }
}

/// 2个, 两份, 数量1, x3.
fn quantity(text: &[char], at: usize) -> Option<(Found, usize)> {
    const MEASURES: &str = "个份件套台本箱袋双床条盒瓶把只桶包支副对盏部";
    for before in ["数量:", "数量", "x", "×", "*"] {
        let Some(after) = starts(text, at, before).then(|| at + before.chars().count()) else { continue };
        let (number, end) = number(text, after)?;
        let ended = text.get(end).is_none_or(|c| !matches!(c, '号' | '#') && !c.is_ascii_alphanumeric());
        return ended.then_some((Found::Quantity(number, Share::Own), skip_measure(text, end, MEASURES)));
    }
    let (number, mut end) = number(text, at)?;
    // 22号、23号各一
    let is_last = text.get(end).is_none_or(|c| !c.is_alphanumeric() && *c != '#');
    if is_last && share(text, at) == Share::Each {
        return Some((Found::Quantity(number, Share::Each), end));
    }
    if text.get(end) == Some(&' ') && text.get(end + 1).is_some_and(|c| MEASURES.contains(*c)) {
        end += 1;
    }
    let measure = text.get(end).filter(|c| MEASURES.contains(**c) || **c == '张')?;
    // 第一支部 and 第二套 count nothing.
    if at > 0 && text[at - 1] == '第' || starts(text, end, "支部") {
        return None;
    }
    // 3 张伟 has no measure in it, and 一对一 counts nothing.
    let next = text.get(end + 1);
    let is_name = *measure == '张' && next.is_some_and(|c| c.is_alphabetic());
    // 39号、40号两个都要
    let share = if next == Some(&'都') { Share::Total } else { share(text, at) };
    (!is_name).then_some((Found::Quantity(number, share), end + 1))
}

fn skip_measure(text: &[char], end: usize, measures: &str) -> usize {
    if text.get(end).is_some_and(|c| measures.contains(*c)) { end + 1 } else { end }
}

/// One wall number, a list of them or a range.
fn numbers(text: &[char], at: usize) -> Option<(Found, usize)> {
    let (before, start) = prefix(text, at);
    let is_han = |c: char| c.is_alphabetic() && !c.is_ascii();
    let in_word = start > 0 && is_han(text[start - 1]) && !"第号领要我和是接包报选抢跟与及有".contains(text[start - 1]);
    let mut group: Vec<(u32, How)> = Vec::new();
    let (mut at, mut end, mut marked) = (start, start, 0);
    let is_chinese = !text.get(start)?.is_ascii_digit();
    loop {
        if text.get(at) == Some(&'第') {
            at += 1;
        }
        let same_script = text.get(at).is_some_and(|c| c.is_ascii_digit() != is_chinese);
        let Some((number, after)) = wall_number(text, at).filter(|_| same_script) else { break };
        if !group.is_empty() && text.get(after).is_some_and(|c| "个份件套台本箱袋双条盒瓶元岁楼月点".contains(*c))
        {
            break;
        }
        let is_marked = mark(text, after);
        // 张三、五号: a numeral within a name begins no list.
        if is_chinese && is_marked.is_none() && in_word && group.is_empty() {
            return None;
        }
        group.push((number, How::Bare));
        end = is_marked.unwrap_or(after);
        marked = if is_marked.is_some() { group.len() } else { marked };
        if let Some((last, after)) = range(text, end, is_chinese) {
            if !(number < last && last - number <= LONGEST_RANGE) {
                break;
            }
            let Some(after) = mark(text, after).or(is_marked.map(|_| after)) else { break };
            group.extend((number + 1..=last).map(|one| (one, How::Bare)));
            (end, marked) = (after, group.len());
        }
        match separator(text, end, is_chinese) {
            Some(next) => at = next,
            None => break,
        }
    }
    if before && group.len() > marked {
        marked = marked.max(1);
    }
    if group.is_empty() || (is_chinese && marked == 0) {
        return None;
    }
    judged(text, (start, end), group, marked)
}

/// What the numbers are by what stands around them.
fn judged(
    text: &[char],
    (start, end): (usize, usize),
    mut group: Vec<(u32, How)>,
    marked: usize,
) -> Option<(Found, usize)> {
    const LIMITS: &[&str] = &["之前", "以前", "前", "开始", "截止", "截至"];
    const DAYS: &[&str] = &[
        "上午", "下午", "中午", "晚上", "早上", "当天", "那天", "(周", "(星期", "周一", "周二", "周三", "周四", "周五",
        "周六", "周日", "周末", "星期", "(礼拜",
    ];
    const DOORS: &[&str] =
        &["楼", "院", "门", "线", "房", "铺", "大院", "单元", "店", "码", "字", "电池", "地铁", "档"];
    // 8楼3号 and 2单元5号 are doors as 和平路12号 is.
    const STREETS: &str = "路街巷里坊弄村苑园院道楼栋幢座梯";
    for (number, how) in group.iter_mut().take(marked) {
        *how = if (1..=HIGHEST).contains(number) { How::Marked } else { How::Bare };
    }
    if marked == 0 {
        return Some((Found::Numbers(group), end));
    }
    let before: String = text[..start].iter().rev().take(3).collect::<Vec<_>>().into_iter().rev().collect();
    let is_street = before.chars().last().is_some_and(|c| STREETS.contains(c)) && !before.ends_with("街道");
    let is_street = is_street || before.ends_with("单元");
    let is_today = ["今天", "今日", "明天", "昨天", "听日", "本月", "个月"].iter().any(|word| before.ends_with(word));
    let is_month = before.ends_with('月');
    let ends_in_mark = text.get(end - 1) == Some(&'号');
    if ends_in_mark
        && (is_street || is_month || is_today || LIMITS.iter().chain(DOORS).any(|word| starts(text, end, word)))
    {
        return Some((Found::Other, end));
    }
    let is_day = DAYS.iter().any(|word| starts(text, end, word));
    if ends_in_mark && (is_day || text.get(end).is_some_and(|c| matches!(c, '去' | '送' | '到'))) {
        group.iter_mut().for_each(|(_, how)| *how = How::Day);
    }
    // 41.42号: a point is no usual separator.
    let dotted = text[start..end].iter().position(|c| *c == '.');
    if let (Some(_), Some((_, how))) = (dotted, group.first_mut()) {
        *how = How::Index;
    }
    Some((Found::Numbers(group), end))
}

/// Whether a mark like # or 编号 stands before the number, and where the number begins.
fn prefix(text: &[char], at: usize) -> (bool, usize) {
    for word in [
        "微心愿编号:",
        "微心愿编号",
        "心愿编号:",
        "心愿编号",
        "微心愿",
        "编号:",
        "编号",
        "墙号",
        "心愿",
        "No.",
        "NO.",
        "no.",
        "No",
        "№",
        "#",
    ] {
        if starts(text, at, word) {
            let mut start = at + word.chars().count();
            while text.get(start) == Some(&' ') {
                start += 1;
            }
            if text.get(start).is_some_and(char::is_ascii_digit) {
                return (true, start);
            }
        }
    }
    (false, if text[at] == '第' { at + 1 } else { at })
}

/// Where the mark behind a number ends: 号, or # as in 37#.
fn mark(text: &[char], at: usize) -> Option<usize> {
    let at = if text.get(at) == Some(&' ') && text.get(at + 1) == Some(&'号') { at + 1 } else { at };
    match text.get(at) {
        Some('号' | '#') => Some(at + 1),
        _ => None,
    }
}

/// The end of a range whose first number ends at `at`: -5, 到5, ~ 5.
fn range(text: &[char], at: usize, is_chinese: bool) -> Option<(u32, usize)> {
    let skip = |mut at: usize| {
        while text.get(at) == Some(&' ') {
            at += 1;
        }
        at
    };
    let mut at = skip(at);
    let dashes = text[at.min(text.len())..].iter().take_while(|c| matches!(c, '-' | '~' | '至' | '到')).count();
    if dashes == 0 {
        return None;
    }
    at = skip(at + dashes);
    text.get(at).filter(|c| c.is_ascii_digit() != is_chinese)?;
    wall_number(text, at)
}

/// Where the next number of a list may begin.
fn separator(text: &[char], at: usize, is_chinese: bool) -> Option<usize> {
    let belongs = |c: &char| matches!(c, '、' | ',' | '.' | '/' | '+' | '&' | '和' | '与' | '及' | '跟' | ';' | ' ');
    let count = text[at.min(text.len())..].iter().take_while(|c| belongs(c)).count();
    let blank = text[at..at + count].iter().all(|c| *c == ' ');
    (count > 0 && !(is_chinese && blank && !text[at - 1].eq(&'号'))).then_some(at + count)
}

/// A number of digits or of Chinese numerals, and where it ends.
fn number(text: &[char], at: usize) -> Option<(u32, usize)> {
    let end = skip_digits(text, at);
    if end > at {
        let digits: String = text[at..end].iter().collect();
        return (end - at <= 4 && text.get(end).is_none_or(|c| !c.is_ascii_alphabetic()))
            .then(|| digits.parse().ok().map(|number| (number, end)))?;
    }
    let is_numeral = |c: &char| "零〇一二两三四五六七八九十百廿卅".contains(*c);
    let count = text[at.min(text.len())..].iter().take_while(|c| is_numeral(c)).count();
    let end = at + count;
    Some((chinese(&text[at..end])?, end))
}

/// As `number`, also in the numerals of cheques: 贰拾壹. They are surnames too (伍, 陆), so that a mark has to follow.
fn wall_number(text: &[char], at: usize) -> Option<(u32, usize)> {
    let everyday: Vec<char> = text[at.min(text.len())..].iter().map_while(|c| everyday(*c)).collect();
    let end = at + everyday.len();
    if mark(text, end).is_none() && range(text, end, true).is_none() {
        return number(text, at);
    }
    // 李四六号: without 十 the first numeral may be the name's.
    let is_han = |c: char| c.is_alphabetic() && !c.is_ascii();
    let is_by_digits = everyday.len() == 2 && !everyday.contains(&'十');
    if is_by_digits && at > 0 && is_han(text[at - 1]) && text[at - 1] != '第' {
        return None;
    }
    chinese(&everyday).map(|number| (number, end)).or_else(|| number(text, at))
}

/// 二 for 贰 and for itself.
fn everyday(c: char) -> Option<char> {
    const CHEQUE: &str = "零壹贰叁肆伍陆柒捌玖拾佰貳叄參陸";
    const EVERYDAY: &str = "零一二三四五六七八九十百二三三六";
    let at = CHEQUE.chars().position(|one| one == c);
    at.and_then(|at| EVERYDAY.chars().nth(at)).or_else(|| "〇一二两三四五六七八九十百廿卅".contains(c).then_some(c))
}

/// 十二, 二十一, 廿一, 一百零三; 六零 and 一〇三, digit by digit.
fn chinese(numerals: &[char]) -> Option<u32> {
    let digit = |c: char| "零一二三四五六七八九".chars().position(|one| one == c).and_then(|at| u32::try_from(at).ok());
    if numerals.iter().skip(1).any(|c| matches!(c, '零' | '〇')) && !numerals.contains(&'百') {
        let number =
            numerals.iter().try_fold(0, |number, c| Some(number * 10 + if *c == '〇' { 0 } else { digit(*c)? }));
        return number.filter(|number| *number > 0 && numerals.len() <= 4);
    }
    if let [tens, ones] = numerals
        && let (Some(tens), Some(ones)) = (digit(*tens), digit(*ones))
    {
        // 一八 is 18; 三四 may be two numbers.
        return (tens > 0 && ones != tens + 1).then_some(tens * 10 + ones);
    }
    let (mut total, mut last) = (0, None);
    for &c in numerals {
        match c {
            '〇' | '零' => last = None,
            '百' => total += last.take()? * 100,
            '十' => total += last.take().unwrap_or(1) * 10,
            '廿' | '卅' if last.is_none() => total += if c == '廿' { 20 } else { 30 },
            '两' if last.is_none() => last = Some(2),
            c if last.is_none() => last = digit(c),
            _ => return None,
        }
    }
    let total = total + last.unwrap_or(0);
    (!numerals.is_empty() && total > 0).then_some(total)
}

fn skip_digits(text: &[char], at: usize) -> usize {
    at + text[at.min(text.len())..].iter().take_while(|c| c.is_ascii_digit()).count()
}

pub fn starts(text: &[char], at: usize, word: &str) -> bool {
    let mut rest = text[at.min(text.len())..].iter();
    word.chars().all(|c| rest.next() == Some(&c))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> Vec<u32> {
        let text: Vec<char> = text.chars().collect();
        let (mut at, mut numbers) = (0, Vec::new());
        while at < text.len() {
            match super::at(&text, at) {
                Some((found, end)) => {
                    if let Found::Numbers(found) = found {
                        numbers.extend(found.into_iter().map(|(number, _)| number));
                    }
                    at = end;
                }
                None => at += 1,
            }
        }
        numbers
    }

    #[test]
    fn numbers_are_read_in_every_spelling() {
        for (text, numbers) in [
            ("2、12、13号", vec![2, 12, 13]),
            ("十二号", vec![12]),
            ("二十一号和一百零三号", vec![21, 103]),
            ("廿一号、卅号", vec![21, 30]),
            ("廿八号", vec![28]),
            ("贰拾壹号", vec![21]),
            ("一八号", vec![18]),
            ("第二七号", vec![27]),
            ("李四六号", vec![6]),
            ("伍号、拾贰号", vec![5, 12]),
            ("叁至伍号", vec![3, 4, 5]),
            ("肆拾号-肆拾贰号", vec![40, 41, 42]),
            ("六零号、一〇三号", vec![60, 103]),
            ("二零五号", vec![205]),
            ("3-5号", vec![3, 4, 5]),
            ("33到35号", vec![33, 34, 35]),
            ("33号-35号", vec![33, 34, 35]),
            ("#12", vec![12]),
            ("No.20", vec![20]),
            ("37#", vec![37]),
            ("3号和8号", vec![3, 8]),
            ("十二、十三号", vec![12, 13]),
            ("16 17号", vec![16, 17]),
            ("编号25", vec![25]),
            ("12 张三", vec![12]),
            ("张三、五号", vec![5]),
            ("方十三 27号", vec![27]),
        ] {
            assert_eq!(all(text), numbers, "{text}");
        }
    }

    #[test]
    fn days_doors_phones_and_quantities_are_no_numbers() {
        for text in [
            "5月12号下午",
            "12号前",
            "和平西路12号",
            "14:30",
            "2021-04-16",
            "19900001234",
            "020-12345678",
            "3楼",
            "两份",
            "2个",
            "500元",
            "5号楼",
            "8楼3号",
            "12栋4号",
            "2单元5号",
            "B座6号",
            "地铁8号线",
            "1.5元",
            "数量2",
            "伍艳",
            "陆双喜",
            "算我一个",
            "第一支部",
            "今天26号",
        ] {
            assert_eq!(all(text), Vec::<u32>::new(), "{text}");
        }
    }
}
