//! Finds names of Tibetans, Mongols, Uyghurs and Yi, and names written out by their sounds. Knows the parts of such names.

use std::sync::LazyLock;

use super::chars::is_han;
use super::people::Seen;
use super::words::Words;

static PEOPLES: LazyLock<Words> = LazyLock::new(|| Words::starting(&[OF_PEOPLES]));

/// 阿依古丽·买买提: two names with a dot between, of characters that write out sounds; 扎西顿珠: two names of a people.
pub fn transliterated(text: &[Seen], here: usize) -> Option<usize> {
    const SOUNDS: &str = "\
        阿艾安巴贝比布查达德迪杜多厄恩尔法菲费弗夫福盖戈哥格古哈海汉赫胡霍基吉加贾杰金卡凯康柯科克库拉莱兰朗劳雷勒里利莉列林琳\
        鲁伦罗洛吕马玛迈麦曼梅米明莫姆木穆娜纳奈内尼涅努诺帕佩皮普奇齐乔切热日茹萨赛桑沙莎山舍圣史斯苏索塔泰坦汤特提图托娃瓦\
        万旺威韦维温沃乌吾武西希夏肖谢辛雅亚扬耶叶伊依英尤扎詹兹丽买孜再吐逊江都";
    if let Some(one) = PEOPLES.at(text, here)
        && let Some(two) = PEOPLES.at(text, here + one)
    {
        return Some(one + two);
    }
    let run = |from: usize| text[from..].iter().take(6).take_while(|(_, c)| is_han(*c)).count();
    let one = run(here);
    let dot = text.get(here + one).is_some_and(|(_, c)| matches!(c, '·' | '•' | '・'));
    let two = if dot { run(here + one + 1) } else { 0 };
    let length = one + 1 + two;
    let sounds = text[here..].iter().take(length).filter(|(_, c)| SOUNDS.contains(*c)).count();
    (dot && one >= 2 && two >= 2 && sounds * 5 >= (one + two) * 3).then_some(length)
}

/// Names that several peoples put together: of Tibetans, Mongols, Uyghurs and Yi.
const OF_PEOPLES: &str = "\
    扎西 卓玛 顿珠 央金 白玛 才让 多吉 次仁 格桑 尼玛 旦增 丹增 洛桑 拉姆 平措 达瓦 边巴 罗布 加措 德吉 曲珍 旺堆 贡布 强巴 索朗 \
    嘎玛 益西 土登 阿旺 晋美 次旺 次旦 班觉 朗杰 群培 拉巴 巴桑 普布 德庆 卓嘎 曲扎 坚赞 坚参 顿旦 米玛 欧珠 云丹 赤列 \
    罗桑 仁增 措姆 旺姆 桑吉 才仁 乌兰 其其格 巴特尔 那仁 娜仁 托娅 格日勒 乌云 高娃 朝鲁 阿拉坦 斯琴 图雅 萨仁 哈斯 宝音 巴雅尔 \
    阿依 古丽 买买提 麦麦提 艾力 吐尔逊 阿不都 阿卜杜 努尔 帕提 热依 汗古 尔古 吉克 沙马 日火 曲比 阿果 阿牛 木呷 阿依木";
