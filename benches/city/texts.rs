//! Seeded wishes with different texts, some of which repeat in other words an earlier one of their community.

use std::fmt::Write as _;
use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::path::{Path, PathBuf};

use anyhow::Context;

use crate::dice::Dice;
use crate::lists::{Place, places};

const WHO: &[&str] = &[
    "家里老人腿脚不便",
    "孙女今年上三年级",
    "孩子刚考上初中",
    "丈夫常年卧床",
    "母亲患有高血压",
    "我独自住在六楼",
    "父亲听力下降",
    "女儿准备高考",
    "老伴刚做完手术",
    "家中两个孩子同读小学",
    "本人视力不好",
    "婆婆患有糖尿病",
    "儿子在外地打工",
    "奶奶今年九十岁",
    "租住的房子朝北",
    "一家三代同住",
    "妻子身体残疾",
    "外孙由我照看",
    "弟弟患有自闭症",
    "退休后独居多年",
    "搬来社区不久",
    "邻居托我代写",
];
const WHY: &[&str] = &[
    "冬天屋里很冷",
    "旧的已经坏了多年",
    "上下楼很吃力",
    "晚上看书光线太暗",
    "出门看病不方便",
    "没有地方写作业",
    "夏天闷热难睡",
    "厨房油烟大",
    "洗衣全靠手洗",
    "饭菜常常放坏",
    "听不清别人说话",
    "阳台漏水",
    "墙皮脱落",
    "浴室地面很滑",
    "雨天接送困难",
    "血糖要每天测",
    "网课没有设备",
    "衣服晾不干",
    "晚上起夜怕摔",
    "药品没处存放",
    "蚊虫很多",
    "门锁坏了",
    "水龙头滴水",
    "棉被太薄",
];
const QUALITY: &[&str] = &[
    "小型",
    "结实的",
    "轻便的",
    "可折叠的",
    "静音的",
    "省电的",
    "二手也行的",
    "大字的",
    "防滑的",
    "带轮子的",
    "可升降的",
    "不锈钢",
];
const ITEM: &[&str] = &[
    "轮椅",
    "书桌",
    "台灯",
    "微波炉",
    "电风扇",
    "电饭煲",
    "洗衣机",
    "小冰箱",
    "棉被",
    "血压计",
    "血糖仪",
    "助行器",
    "老花镜",
    "助听器",
    "浴室扶手",
    "晾衣架",
    "热水壶",
    "学习机",
    "书包",
    "电暖器",
    "防滑垫",
    "床垫",
    "蚊帐",
    "收音机",
    "自行车",
    "雨衣",
    "衣柜",
    "鞋柜",
    "折叠床",
    "沙发椅",
    "护眼灯",
    "电磁炉",
    "净水器",
    "轮椅坐垫",
    "拐杖",
    "门锁",
    "水龙头",
    "抽油烟机",
    "智能手机",
    "字典",
];
const USE: &[&str] = &[
    "给孩子写作业用",
    "方便出门复诊",
    "让老人睡得安稳",
    "平时做饭用",
    "晚上照明用",
    "放在客厅",
    "放在阳台上",
    "帮助康复锻炼",
    "每天都用得上",
    "给孙子做生日礼物",
    "代替坏了的那个",
    "过冬用",
    "上学路上用",
    "看报纸用",
    "听新闻用",
    "存放衣物",
    "与家人视频",
    "安在楼道口",
];
const WHEN: &[&str] = &[
    "最好周末送来",
    "下午都在家",
    "开学前需要",
    "尽快为好",
    "不急用",
    "可自取",
    "春节前最好",
    "请提前电话联系",
    "上门时请敲门",
    "工作日晚上在家",
    "清明以后都行",
    "九月以前",
    "随时都可以",
    "早上八点以后",
];
const OPENINGS: &[&str] = &["希望有一件", "想要一件", "需要一件", "盼望有一件", "申请一件"];

/// One in this many rows repeats an earlier one.
const PLANTED: u64 = 100;

/// Wishes, and the pairs among them that are near-duplicates by design.
pub struct Texts {
    /// The list to import.
    pub list: PathBuf,
    /// The same as lines of a code, a tab and a text.
    pub plain: PathBuf,
    /// The codes of a wish and of an earlier one of its community whose texts have a similarity of at least 0.75.
    pub planted: Vec<(String, String)>,
}

/// Writes `count` wishes into `folder`.
pub fn texts(folder: &Path, count: u64, seed: u64) -> anyhow::Result<Texts> {
    let (list, plain) = (folder.join("texts.csv"), folder.join("texts.tsv"));
    let mut rows = create(&list)?;
    let mut lines = create(&plain)?;
    writeln!(rows, "心愿编号,许愿人,区,街道,社区,联系电话,微心愿内容,征集时间")?;
    let (places, mut dice) = (places(), Dice::new(seed));
    let mut before: Option<(u64, usize, [String; 6])> = None;
    let mut planted = Vec::new();
    for number in 1..=count {
        let (mut at, mut parts) = (dice.below(places.len() as u64) as usize, parts(&mut dice));
        if number % PLANTED == 0
            && let Some((earlier, place, original)) = before.take()
        {
            (at, parts) = (place, original.clone());
            reword(&mut parts, number / PLANTED, &mut dice);
            if share(&original.join("，"), &parts.join("，")) >= 0.75 {
                planted.push((code(number), code(earlier)));
            }
        } else if number % PLANTED == PLANTED / 2 {
            before = Some((number, at, parts.clone()));
        }
        let (text, Place { district, street, community }) = (parts.join("，"), &places[at]);
        writeln!(rows, "{},某{number},{district},{street},{community},199{number:08},{text},2021-03-02", code(number))?;
        writeln!(lines, "{}\t{text}", code(number))?;
    }
    rows.flush()?;
    lines.flush()?;
    Ok(Texts { list, plain, planted })
}

fn parts(dice: &mut Dice) -> [String; 6] {
    let mut item = format!("{}{}{}", dice.word(OPENINGS), dice.word(QUALITY), dice.word(ITEM));
    // Half of them have a size.
    let size = dice.below(600);
    if size < 300 && write!(item, "长{}厘米", 20 + size).is_err() {
        item.clear();
    }
    let mut part = |among| dice.word(among).to_owned();
    [part(WHO), part(WHY), item, part(USE), part(WHEN), String::new()]
}

/// Changes a few words of a wish.
fn reword(parts: &mut [String; 6], turn: u64, dice: &mut Dice) {
    match turn % 4 {
        0 => parts[5] = "谢谢大家".to_owned(),
        1 => parts[4] = dice.word(WHEN).to_owned(),
        2 => parts[1] = parts[1].chars().rev().take(2).chain(parts[1].chars().skip(2)).collect(),
        _ => {
            for opening in OPENINGS {
                if let Some(rest) = parts[2].strip_prefix(opening) {
                    parts[2] = format!("{}{rest}", dice.word(OPENINGS));
                    break;
                }
            }
        }
    }
}

/// The Jaccard similarity of the bigrams of two texts.
fn share(one: &str, other: &str) -> f64 {
    let bigrams = |text: &str| -> std::collections::BTreeSet<(char, char)> {
        let chars: Vec<char> = text.chars().filter(|c| c.is_alphanumeric()).collect();
        chars.windows(2).map(|two| (two[0], two[1])).collect()
    };
    let (one, other) = (bigrams(one), bigrams(other));
    one.intersection(&other).count() as f64 / one.union(&other).count() as f64
}

fn code(number: u64) -> String {
    format!("T{number:06}")
}

fn create(path: &Path) -> anyhow::Result<BufWriter<File>> {
    Ok(BufWriter::new(File::create(path).with_context(|| format!("making {}", path.display()))?))
}
