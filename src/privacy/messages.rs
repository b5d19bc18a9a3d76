//! Finds accounts by what others are asked to do there: `公众号后台留言给lag1956`, `小红书搜“西关婆婆”私信我`. Knows the words for
//! writing to somebody; the words for accounts are those of `accounts`.

use super::accounts::{account_length, is_unlike_a_product};
use super::chars::is_han;
use super::glyphs::{Glyph, at, before, begins_with_any, ends_with_any, is_near, span};
use super::{Hit, HitKind};

/// Words for writing to somebody, which stand directly before or behind an account.
const WRITING: &[&str] = &[
    "留言",
    "留个言",
    "私信",
    "私聊",
    "私戳",
    "滴滴",
    "滴",
    "戳",
    "发信息",
    "发讯息",
    "发消息",
    "发微",
    "发信",
    "发个信",
    "传信息",
    "写信",
    "密",
    "敲",
    "联络",
    "call",
    "dd",
    "私我",
    "滴我",
    "密我",
    "戳我",
    "后台发",
    "后台传",
];
/// Words for getting at somebody, behind which only what no product is called is an account.
const REACHING: &[&str] =
    &["联系", "找", "搵", "揾", "搜", "搜索", "关注", "@", "回复", "认准", "转给", "发给", "交给"];

/// Where people have names of their own.
const PLATFORMS: &[&str] = &[
    "微信",
    "公众号",
    "视频号",
    "小红书",
    "抖音",
    "快手",
    "微博",
    "b站",
    "知乎",
    "闲鱼",
    "淘宝",
    "豆瓣",
    "贴吧",
    "k歌",
    "qq",
    "头条",
    "直播",
];
/// What the reader is to do with whoever goes by a name.
const MEANT: &[&str] = &[
    "私信",
    "留言",
    "找我",
    "揾我",
    "联系我",
    "加我",
    "关注我",
    "就是我",
    "是我",
    "就系我",
    "系我",
    "私聊我",
    "私我",
    "滴我",
    "密我",
];

/// Adds the accounts that `glyphs` hold.
pub fn find(glyphs: &[Glyph], hits: &mut Vec<Hit>) {
    let mut here = 0;
    while here < glyphs.len() {
        let found = handle(glyphs, here).or_else(|| quoted(glyphs, here)).or_else(|| profile(glyphs, here));
        let Some(end) = found else {
            here += 1;
            continue;
        };
        hits.push(Hit { kind: HitKind::WeChat, span: span(glyphs, here..end) });
        here = end;
    }
}

/// The end of a handle with digits beside words for writing: `留言给lag1956`, `popo58私信`.
fn handle(glyphs: &[Glyph], here: usize) -> Option<usize> {
    let first = at(glyphs, here);
    if !first.is_ascii_lowercase() || before(glyphs, here).is_ascii_alphanumeric() {
        return None;
    }
    let length = account_length(glyphs, here);
    let end = here + length;
    let count = |is: fn(&char) -> bool| glyphs[here..end].iter().filter(|glyph| is(&glyph.c)).count();
    let (letters, digits) = (count(char::is_ascii_lowercase), count(char::is_ascii_digit));
    let is_handle = letters >= 2 && digits >= 2 && letters + digits >= 5;
    let lead = before_joints(glyphs, here);
    let mut behind = end + (end..).take(2).take_while(|next| is_sign(at(glyphs, *next))).count();
    // `lhj1960 给我留言`
    let to_me = ["给我", "俾我", "畀我", "同我", "跟我"].iter().find(|word| begins_with_any(glyphs, behind, &[word]));
    behind += to_me.map_or(0, |word| word.chars().count());
    // `闲鱼卖家 lhj1960，私聊我`
    let is_owned = is_near(glyphs, here, 8, PLATFORMS) || is_near(glyphs, here, 4, &["号", "卖家", "主", "名"]);
    let comma = behind + usize::from(matches!(at(glyphs, behind), '，' | ','));
    let asked = comma > behind && is_owned && begins_with_any(glyphs, comma, MEANT);
    let written = ends_with_any(glyphs, lead, WRITING)
        || begins_with_any(glyphs, behind, WRITING)
        || begins_with_any(glyphs, behind, &["后台"]) && is_near(glyphs, here, 12, &["公众号", "视频号", "号"]);
    let written = written || asked;
    let reached = ends_with_any(glyphs, lead, REACHING) && is_unlike_a_product(glyphs, here);
    (is_handle && (written || reached)).then_some(end)
}

/// The end of what is before signs, and words like 给 and 到.
fn before_joints(glyphs: &[Glyph], here: usize) -> usize {
    const WORDS: [char; 8] = ['给', '到', '至', '俾', '畀', '向', '我', '是'];
    let is_joint = |at: &usize| is_sign(self::at(glyphs, *at)) || WORDS.contains(&self::at(glyphs, *at));
    here - (0..here).rev().take(4).take_while(is_joint).count()
}

/// The end of a quoted name that somebody goes by on a platform, behind which the reader is to write to them.
fn quoted(glyphs: &[Glyph], here: usize) -> Option<usize> {
    const LONGEST: usize = 16;
    let closing = match at(glyphs, here) {
        '“' | '"' => ['”', '"'],
        '「' => ['」', '」'],
        '『' => ['』', '』'],
        '《' => ['》', '》'],
        '【' | '[' => ['】', ']'],
        '\'' | '‘' => ['’', '\''],
        _ => return None,
    };
    let length =
        (here + 1..glyphs.len()).take(LONGEST).take_while(|next| !closing.contains(&at(glyphs, *next))).count();
    let end = here + 1 + length;
    let named = length >= 2
        && end < glyphs.len()
        && closing.contains(&at(glyphs, end))
        && (here + 1..end).any(|next| is_han(at(glyphs, next)));
    let behind = (end + 1..end + 6).any(|next| begins_with_any(glyphs, next, MEANT));
    (named && behind && is_near(glyphs, here, 8, PLATFORMS)).then_some(end + 1)
}

/// `linkedin.com/in/puishan3101`: somebody's own page on a site.
fn profile(glyphs: &[Glyph], here: usize) -> Option<usize> {
    const SITES: &[&str] = &[".com/", ".cn/", ".me/", ".net/", ".tv/", ".org/"];
    const OWN: &[&str] = &["in", "u", "user", "users", "people", "space", "profile", "home", "p"];
    const MOST: usize = 4;
    let site = SITES.iter().find(|site| begins_with_any(glyphs, here, &[site]))?;
    let mut next = here + site.chars().count();
    let mut is_own = false;
    for _ in 0..MOST {
        next += usize::from(at(glyphs, next) == '@');
        let length = account_length(glyphs, next);
        let word: String = glyphs.get(next..next + length)?.iter().map(|glyph| glyph.c).collect();
        let is_last = at(glyphs, next + length) != '/';
        if length >= 4 && (is_own || at(glyphs, next - 1) == '@' || is_last && is_unlike_a_product(glyphs, next)) {
            return Some(next + length);
        }
        is_own |= OWN.contains(&word.as_str());
        if is_last {
            return None;
        }
        next += length + 1;
    }
    None
}

fn is_sign(c: char) -> bool {
    matches!(c, ' ' | ':' | '：' | '“' | '"' | '”' | '@' | '(' | '（' | '「' | '【' | '[' | '~' | '-')
}

#[cfg(test)]
mod tests {
    use crate::privacy::HitKind;
    use crate::privacy::tests::{each_has, none_has_any};

    #[test]
    fn account_is_found_where_somebody_is_to_be_written_to() {
        each_has(
            HitKind::WeChat,
            &[
                "公众号后台留言给lag1956",
                "有意者请私信lee1956",
                "可戳 chan_6688",
                "小红书搜“西关婆婆煮餸”私信我",
                "guiying1958【圈a】qq.com",
                "linkedin.com/in/puishan3101",
                "我的主页 https://space.example.com/@yuet_ling",
                "bilibili：阿坤修表3101，关注我",
                "钉钉：kwan3101",
            ],
        );
        none_has_any(
            &[
                "请留言说明要几份",
                "找B12窗口办事",
                "官网 www.gz.gov.cn/zwgk 查",
                "网课 study.example.com/course/2024",
                "搜索华为mate60教程",
                "抖音“八段锦”跟着练",
                "想看“粤剧之夜”，请给我留言",
            ],
            &[],
        );
    }
}
