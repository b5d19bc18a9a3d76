//! Finds people in a text who are in no list: a surname and given name behind a kinship, a role or a label, before a title,
//! or on their own. Knows how names are built; does not know the residents.

use std::sync::LazyLock;

use super::chars::{
    DOUBLE_SURNAMES, is_common_surname, is_given, is_han, is_middle, is_name_only, is_surname, is_word,
};
use super::famous::is_nobody;
use super::latin;
use super::names::is_everyday;
use super::peoples;
use super::words::Words;
use super::{Hit, HitKind};

/// A visible character in its simplified form, and its byte.
pub type Seen = (usize, char);

/// How much says that a name stands here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Trust {
    /// Nothing: only what can hardly be anything else is a name.
    None,
    /// A kinship, a role, a title, or boundaries on both sides.
    Led,
    /// A label with a colon.
    Labelled,
}

/// Kinship words that are followed by the name of a family member.
const KIN: &str = "\
    双胞胎 宝宝 婴儿 细路仔 细路女 孙仔 \
    儿子 女儿 孙子 孙女 外孙 外孙女 丈夫 老公 妻子 老婆 爱人 父亲 母亲 爸爸 妈妈 爷爷 奶奶 外公 \
    外婆 公公 婆婆 哥哥 弟弟 姐姐 妹妹 儿媳 女婿 老伴 孩子 小孩 侄子 侄女 外甥 外甥女 大哥 大姐 \
    甥女 甥仔 表叔 表伯 表姑 表姨 表侄 堂叔 堂姐 孙媳 孙婿 侄孙 侄媳 大姨 小姨 大舅 小舅 大伯 二伯 三叔 二叔 四叔 五叔 大姑 二姑 小姑 小叔 \
    大嫂 二嫂 弟妇 弟媳 亲家 干妈 干爹 谊父 谊母 谊女 契妹 师母 师公 师兄 师姐 师弟 师妹 同乡 老乡 寡母 老母 慈母 家母 家父 先父 先母 嫲嫲 阿嫲 \
    亡夫 亡妻 前夫 前妻 岳父 岳母 养女 养子 继子 继女 本人 家属 亲属 姥姥 姥爷 伯父 伯母 叔叔 姑姑 阿姨 舅舅 配偶 \
    长子 次子 长女 次女 媳妇 妈 爸 大儿子 小儿子 大女儿 小女儿 家人 表哥 表弟 表姐 表妹 堂哥 \
    堂弟 嫂子 婶婶 孙仔 孙囡 阿仔 阿女 仔仔 囡囡 细路 细妹 老窦 老豆 阿哥 阿弟 阿姐 阿嫂 契仔 契女 契爷 契妈 \
    小儿 小女 犬子 小孙 姑婆 姨婆 舅公 叔公 伯公 叔婆 姑丈 姨丈 姨母 舅父 舅母 伯爷 家婆 家公 外母 外父 新抱 太婆 曾祖母 曾祖父";

/// Roles that are followed by a name.
const ROLES: &str = "\
    楼上嘅 楼下嘅 对门嘅 对面嘅 隔壁嘅 隔篱嘅 租客 屋主 楼上的 楼下的 对门的 对面的 隔壁的 大名 邻居 隔壁 同学 老师 朋友 室友 病友 战友 工友 同事 医生 护士 保姆 护工 党员 志愿者 社工 居民 \
    村民 住户 租户 房东 业主 低保户 困难户 残疾人 老人 长者 学生 同桌 班主任 书记 主任 队长 站长 \
    楼长 网格员 监护人 照顾者 照护人 联系人 联络人 收件人 收货人 申请人 许愿人 受助人 户主 代办人 \
    填表人 经办人 负责人 家长 签名 署名 落款 我是 我叫 姓名 名字 名叫 叫做 我们是 恩人 老党员 \
    退役军人 患者 病人 母女 父子 儿童 女童 男童 女士 先生 同志 队员 阿婆 阿公 阿伯 老板 店主 \
    村医 校医 牙医 中医 西医 军医 护士长 医师 药师 技师 快递员 外卖员 收银员 售货员 保洁员 营业员 辅导员 调解员 信息员 协管员 巡查员 专干 文员 \
    技术员 炊事员 宣传员 饲养员 驾驶员 教师 教练 律师 司机 厨师 保安 清洁工 环卫工 护理员 民警 警官 校长 园长 院长 所长 经理 干部 \
    委员 组长 科长 厂长 工程师 师傅 会长 团长 班长 队友 舍友 亲戚 恩师 徒弟 员工 职工 老兵 军人 \
    房客 婆婆 姑娘 长辈 客人 伙伴 养父 养母 继父 继母 姨妈 姑妈 舅妈 伯娘 太公 太婆 阿爸 阿妈 \
    帮扶对象 救助对象 服务对象 走访对象 探访对象 慰问对象 街坊 隔离屋 隔篱 孤儿 孤寡 五保户 低保对象 老伯 老太太 老人家 店长 摊主 村长 大队长 支书 组员 义工 军嫂 战士 少年 \
    宝宝 婴儿 孕妇 钟点工 保育员 老党员 劳模 学员 队医 楼栋长 居民组长 我系 佢系 佢叫 佢哋叫 我哋叫 \
    阿嫲 阿爷 细佬 家姐 大佬 妹妹仔 靓仔 女生 男生 小朋友 寡居 独居";

/// Verbs and prepositions that are followed by a person, or by something else.
const VERBS: &str = "\
    请 由 的 叫 送给 接送 问 代 为 和 跟 与 让 带 资助 是 向 认识 、 送 于 及";

/// Verbs behind which nothing but a person is expected.
const ASKED: &str = "\
    联系 找 转交 交给 收件 照顾 看望 我叫 我是 给 帮 替 陪 探望 陪伴 慰问 谢谢 感谢 帮助";

/// What a label ends with.
const LABELS: &str = "\
    经手人 受益人 监护人 收款人 开单人 记录人 采集人 征集人 志愿者代填 填报人 联系员 \
    联系人 联络人 姓名 名字 收件人 收货人 监护人 家长 申请人 许愿人 受助人 户主 代办人 填表人 \
    经办人 署名 签名 落款 紧急联系人 全名 心愿人 许愿者 愿望人 发愿人 求助人 求助者 登记人 报名人 填写人 代笔 代笔人 投稿人 \
    捐赠人 提交人 反馈人 提议人 发起人 介绍人 申报人 需求人 推荐人 证明人 委托人 被照顾人 使用人 领取人 接送人 听者 作者";

/// Of these a colon is wanted behind.
const MORE_LABELS: &str = "\
    真名 本名 照顾者 患者 学生 党员 本人 代填 找 联系 请找 收 接收人 负责人 受益人 户名 开户名 \
    老人 长者";

/// Titles that stand behind a name.
const TITLES: &str = "\
    阿姨 叔叔 伯伯 婆婆 奶奶 爷爷 大姐 大哥 大爷 大妈 大叔 大婶 老师 医生 师傅 同学 小朋友 先生 \
    女士 老人 同志 书记 主任 队长 姐 哥 伯 叔 婶 嫂 姨 老太 阿婆 阿公 阿伯 一家 家里 家的 \
    老先生 老太太 老奶奶 老爷爷 老伯 老师傅 老人家 伯爷 伯母 姑娘 靓仔 叔公 姑婆 \
    本人 小姐 太太 夫妇 夫妻 母女 母子 父子 父女 两口";

/// What follows a name at the beginning of a sentence.
const FOLLOWS: &str = "\
    哋 们 系 同埋 仲有 \
    想 要 需 希望 盼 说 住 患 因 今年 现 是 与 和 的 家 也 很 有 没 一家 腿 身体 年 在 \
    收 行动 独居 瘫 卧 已 常 不 正 刚 去 考 上学 读 喜欢 同学 生病 每 最 缺 为 能 得 请 \
    担任 负责 主持 带队 申请 反映 建议 提出 提议 求 借 敬上 谨上 敬启 拜托 系 唔 膝 头 眼 耳 脚 手 咳 独自 仲 冇 话 呢 嘅 \
    帮我 教我 送我 陪我 话我 嚟 上次 愿 就 自 长期 失 右 左 跟 都 无 、 过";

/// What things end with that look like names: 康乐棋, 金银花.
const THING_ENDS: &str =
    "洲涌滘墟季棋茶汤酒饼糕粥面菜花树草药丸油膏琴鼓拳舞曲戏书报刊班队会社团节日月周星香米豆果桃李瓜路街桥";

/// What whoever takes something in does.
const HANDED: &str = "收 签收 代收 查收 接收 转交 转收 代领 代取 代签 领取 领走 领回";

/// What makes a place of what looks like a name before it.
const PLACES: &str = "\
    街 路 村 镇 社区 小区 小学 中学 公园 医院 广场 大厦 大道 花园 酒店 超市 桥 站 市 县 区 \
    苑 学校 幼儿园 书院 祠 庙 新村 城 牌 品牌 杯 奖 学院 大学 地铁 巷 里 坊 大楼 楼 湖 河 \
    江 岛 码头 市场 商场 中心 纪念 公司 银行 药店 茶 酒 菜 书店 诗 画 文集 故居 精神 事迹 \
    电影 山";

/// Words whose last character looks like a surname.
const ENDINGS: &str = "\
    韶关 提高 地方 双方 周围 一周 每周 上周 下周 过程 工程 课程 远程 里程 路程 黄金 资金 现金 奖金 \
    基金 押金 租金 红黄 蛋黄 大于 关于 由于 对于 属于 处于 用于 便于 等于 至于 中华 成都 长江 \
    珠江 松江 四季 秋季 冬季 夏季 春季 换季 公安 平安 普通 学习 练习 复习 实习 预习 温习 有关 \
    相关 开关 海关 机关 一万 几万 作文 语文 中文 英文 课文 原文 古文 论文 音乐 娱乐 快乐 欢乐 \
    书包 面包 背包 钱包 红包 腰包 打包 杨梅 草莓 身高 最高 增高 加高 岩石 钻石 大石 道路 马路 \
    公路 走路 线路 网路 五金 历史 羊毛 木马 上马 斑马 农田 稻田 石田 经常 日常 正常 非常 平常 \
    通常 异常 煲汤 喝汤 药汤 大米 小米 玉米 厘米 毫米 平米 照明 说明 证明 发明 文明 保温 体温 \
    高温 气温 恒温 降温 了解 讲解 理解 完成 组成 变成 做成 达成 形成 养成 复古 考古 简单 菜单 \
    清单 床单 名单 被单 古装 健康 安康 小康 分钟 闹钟 时钟 成龙 树苗 疫苗 阶段 时段 手段 任何 如何 \
    几何 责任 担任 信任 主任 班主任 时尚 高尚 杨柳 稻谷 山谷 初夏 水管 血管 软管 钢管 保管 主管 \
    吸管 尽管 不管 住房 厨房 病房 药房 楼房 包房 防洪 风景 盆景 背景 全景 音符 文章 印章 规章 \
    入党 建党 毛孔 密封 信封 开封 祝贺 庆祝 照顾 回顾 看顾 不顾 兼顾 容易 简易 不易 轻易 贸易 \
    熏陶 水龙 恐龙 沙龙 尼龙 安装 燕麦 小麦 成长 桥梁 脊梁 鼻梁 房梁 方向 程度";

pub static KINS: LazyLock<Words> = LazyLock::new(|| Words::ending(&[KIN]));
pub static LEADS: LazyLock<Words> = LazyLock::new(|| Words::ending(&[KIN, ROLES]));
static LABELLED: LazyLock<Words> = LazyLock::new(|| Words::ending(&[LABELS, MORE_LABELS, KIN, ROLES]));
static LABEL_WORDS: LazyLock<Words> = LazyLock::new(|| Words::ending(&[LABELS]));
static WITH_PEOPLE: LazyLock<Words> = LazyLock::new(|| Words::ending(&[VERBS]));
static OF_PEOPLE: LazyLock<Words> = LazyLock::new(|| Words::ending(&[ASKED]));
static TITLED: LazyLock<Words> = LazyLock::new(|| Words::starting(&[TITLES]));
static FOLLOWING: LazyLock<Words> = LazyLock::new(|| Words::starting(&[FOLLOWS]));
static OF_PLACES: LazyLock<Words> = LazyLock::new(|| Words::starting(&[PLACES]));
static WORD_ENDINGS: LazyLock<Words> = LazyLock::new(|| Words::ending(&[ENDINGS]));
static HANDED_OVER: LazyLock<Words> = LazyLock::new(|| Words::starting(&[HANDED]));
static DOUBLE: LazyLock<Words> = LazyLock::new(|| Words::starting(DOUBLE_SURNAMES));

/// Adds the people of `text`.
pub fn find(text: &[Seen], hits: &mut Vec<Hit>) {
    let mut here = 0;
    while here + 1 < text.len() {
        let (_, c) = text[here];
        let next = text[here + 1].1;
        let may_begin = is_surname(c) && (is_given(next) || is_middle(next) || may_be_labelled(text, here));
        let found = if may_begin || starts_double(text, here) { name_here(text, here) } else { None };
        let found = found
            .or_else(|| peoples::transliterated(text, here))
            .or_else(|| spaced(text, here))
            .or_else(|| spelled_out(text, here))
            .or_else(|| of_rare_surname(text, here))
            .or_else(|| (is_led(text, here) && has_rare_middle(text, here)).then_some(3))
            .or_else(|| latin::romanised(text, here))
            .or_else(|| latin::called_in_english(text, here))
            .or_else(|| given_with_title(text, here))
            .or_else(|| given_of_kin(text, here))
            .or_else(|| handed_to(text, here));
        match found.filter(|length| !is_nobody(text, here, *length)) {
            Some(length) => {
                push(text, here, length, hits);
                here += length;
            }
            None => here += 1,
        }
    }
    find_called(text, hits);
}

pub fn push(text: &[Seen], start: usize, length: usize, hits: &mut Vec<Hit>) {
    let Some((last, c)) = text.get(start + length - 1) else { return };
    hits.push(Hit { kind: HitKind::PersonName, span: text[start].0..last + c.len_utf8() });
}

pub fn starts_double(text: &[Seen], here: usize) -> bool {
    DOUBLE.at(text, here).is_some()
}

/// The length of the name that stands here, if what stands around it says so.
fn name_here(text: &[Seen], here: usize) -> Option<usize> {
    // 谢谢叔叔
    if here > 0 && is_at(text, here - 1, "谢谢") {
        return None;
    }
    let bounded = here == 0 || !is_han(text[here - 1].1) && !text[here - 1].1.is_numeric();
    if may_be_labelled(text, here)
        && is_labelled(text, here)
        && let Some(length) = name_at(text, here, Trust::Labelled)
    {
        return Some(length);
    }
    let particle = here > 0 && matches!(text[here - 1].1, '嘅' | '的') && LEADS.before(text, here - 1).is_some();
    let run = text[here..].iter().take(4).take_while(|(_, c)| is_han(*c)).count();
    // Between a role and a sign three characters are a name, whichever they are: 村民 温伙生 敬上.
    if run == 3 && is_led(text, here) && is_common_surname(text[here].1) && is_any_name(text, here) {
        return Some(run);
    }
    if run == 3 && is_at_a_door(text, here) && is_any_name(text, here) {
        return Some(3);
    }
    let owned = here > 0 && matches!(text[here - 1].1, '嘅' | '的');
    let led = is_led(text, here);
    if (led || particle) && has_middle(text, here) {
        return Some(3);
    }
    let length = name_at(text, here, Trust::Led)?;
    let end = here + length;
    let closed = end == text.len() || !is_han(text[end].1) && !text[end].1.is_ascii_alphabetic();
    let titled = TITLED.at(text, end).is_some();
    let follows = FOLLOWING.at(text, end).is_some();
    // Two characters need more than three do.
    let whole = length >= 3;
    let ends_as_a_thing = !has_name_only(text, here, length) && THING_ENDS.contains(text[end - 1].1);
    let verb = WITH_PEOPLE.before(text, here).is_some() && is_common_surname(text[here].1);
    let is_named = led && (whole || closed || titled || follows)
        || titled && (whole || bounded || led)
        || whole && (particle && (closed || follows) || owned && closed && has_name_only(text, here, length))
        || bounded && !ends_as_a_thing && (closed || follows && whole || follows && titled)
        || OF_PEOPLE.before(text, here).is_some() && (closed || whole)
        || is_presented(text, here) && closed
        || verb && (whole && (closed || follows || titled || has_name_only(text, here, length)) || titled && bounded);
    (is_named || name_at(text, here, Trust::None).is_some()).then_some(length)
}

/// 我系伦佩珊，: whichever surname stands between a kinship or a role and two characters that hardly occur but in given names.
fn of_rare_surname(text: &[Seen], here: usize) -> Option<usize> {
    let run = text[here..].iter().take(4).take_while(|(_, c)| is_han(*c)).count();
    let [_, (_, one), (_, two)] = text.get(here..here + 3)? else { return None };
    let is_name = is_given(*one) && is_given(*two) && (is_name_only(*one) || is_name_only(*two));
    let word: String = text[here + 1..here + 3].iter().map(|(_, c)| *c).collect();
    let begins: String = text[here..here + 2].iter().map(|(_, c)| *c).collect();
    let ends_as_a_thing = !is_name_only(*two) && THING_ENDS.contains(*two);
    let is_one = run == 3 && is_name && !ends_as_a_thing && !is_word(&word) && !is_word(&begins);
    (is_one && is_led(text, here)).then_some(run)
}

/// 保姆谢伙娣: any character between a surname and one that hardly occurs but in names.
fn has_rare_middle(text: &[Seen], here: usize) -> bool {
    const NO_NAMES: &str = "的嘅有冇在要想和很不唔也都系是一个人体身最更太被把给对加减大小";
    let [(_, middle), (_, last)] = text.get(here + 1..here + 3).unwrap_or_default() else { return false };
    /// 易过敏, 石膏刚拆: these end and begin other words too.
    const NO_LAST: &str = "敏刚强勇伟雪丽珍凤梅涛军辉瑞志秀艳庆霞莲菊珠翠浩";
    let word: String = text[here..here + 3].iter().map(|(_, c)| *c).collect();
    let begins: String = word.chars().take(2).collect();
    is_common_surname(text[here].1)
        && is_han(*middle)
        && !NO_LAST.contains(*last)
        && !is_word(&word)
        && !NO_NAMES.contains(*middle)
        && is_name_only(*last)
        && !is_word(&begins)
        && TITLED.at(text, here + 1).is_none()
}

/// 二楼廖容妹: whether a floor, a room or a house stands before it.
fn is_at_a_door(text: &[Seen], here: usize) -> bool {
    let is_door = here >= 2 && matches!(text[here - 1].1, '楼' | '房' | '室' | '号' | '座' | '栋');
    let is_numbered = |c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c);
    is_door && is_numbered(text[here - 2].1) && is_common_surname(text[here].1)
}

/// `做副主管，叫冯锦`: 叫 at the beginning of a phrase.
fn is_presented(text: &[Seen], here: usize) -> bool {
    let called = here >= 1 && text[here - 1].1 == '叫' && is_common_surname(text[here].1);
    called && (here == 1 || !is_han(text[here - 2].1))
}

/// Whether of two characters behind a surname one is a given name's, and all three are no word.
fn is_any_name(text: &[Seen], here: usize) -> bool {
    let word: String = text[here..here + 3].iter().map(|(_, c)| *c).collect();
    let given = text[here + 1..here + 3].iter().filter(|(_, c)| is_given(*c)).count();
    let begins: String = word.chars().take(2).collect();
    given >= 1 && !is_word(&word) && !is_word(&begins) && TITLED.at(text, here + 1).is_none()
}

/// Whether a name ends before `end`: a sign or a title follows.
fn is_ended(text: &[Seen], end: usize) -> bool {
    text.get(end).is_none_or(|(_, c)| !c.is_alphanumeric()) || TITLED.at(text, end).is_some()
}

fn has_name_only(text: &[Seen], here: usize, length: usize) -> bool {
    text[here + 1..here + length].iter().any(|(_, c)| is_name_only(*c))
}

/// The length of the name that can stand here.
pub fn name_at(text: &[Seen], here: usize, trust: Trust) -> Option<usize> {
    let (_, first) = *text.get(here)?;
    let double = starts_double(text, here);
    // 阿叔 and 阿姨 are called, and 阿 is hardly a surname here.
    if first == '阿' {
        return None;
    }
    if !double && !is_surname(first) || trust == Trust::None && !double && !is_common_surname(first) {
        return None;
    }
    let surname = if double { 2 } else { 1 };
    let fits = |c: char| if trust == Trust::Labelled { is_han(c) } else { is_given(c) };
    let mut given = text[here + surname..].iter().take(2).take_while(|(_, c)| fits(*c)).count();
    if trust == Trust::Labelled {
        let run = text[here..].iter().take_while(|(_, c)| is_han(*c)).count();
        let word: String = text[here..here + run.min(3)].iter().map(|(_, c)| *c).collect();
        let titled = TITLED.at(text, here + surname).is_some();
        if run <= surname + 2 {
            return (run > surname && !titled && !is_word(&word)).then_some(run);
        }
        given = text[here + surname..].iter().take(2).take_while(|(_, c)| is_given(*c)).count();
    }
    let part = |length: usize| text[here..here + length].iter().map(|(_, c)| *c).collect::<String>();
    if given == 2 {
        let whole = surname + 2;
        let last = text[here + whole - 1].1;
        let place = OF_PLACES.at(text, here + whole).is_some();
        let one = part(surname + 1);
        let sure = trust > Trust::None && is_common_surname(first) && is_ended(text, here + whole);
        let begins_word = !double && !sure && is_word(&one) && !is_name_only(last);
        let strong = has_name_only(text, here, whole) || double;
        if !place && !is_word(&part(whole)) && !begins_word && (trust > Trust::None || strong && !ends_word(text, here))
        {
            return Some(whole);
        }
        if place {
            return None;
        }
    }
    let place = OF_PLACES.at(text, here + surname + 1).is_some();
    // 王伯 is called, not named.
    let called = TITLED.at(text, here + surname).is_some();
    let short = given >= 1 && !called && trust > Trust::None && !place && !is_word(&part(surname + 1));
    // Of two fitting characters the second may begin the next word.
    (short && given == 1).then_some(surname + 1)
}

/// Whether the name here is an old-fashioned one: 谭阿根, 麦五妹.
fn has_middle(text: &[Seen], here: usize) -> bool {
    let [(_, middle), (_, last)] = text.get(here + 1..here + 3).unwrap_or_default() else {
        return false;
    };
    let begins = text[here].1 != '周' && is_common_surname(text[here].1);
    // 石阿姨 is called, not named.
    let called = TITLED.at(text, here + 1).is_some();
    begins && is_middle(*middle) && (is_given(*last) || is_name_only(*last)) && !called
}

/// Whether the character here ends a word that begins before it: 提高 in 提高明亮度.
fn ends_word(text: &[Seen], here: usize) -> bool {
    WORD_ENDINGS.before(text, here + 1).is_some()
}

/// Whether a kinship or a role stands before the name, perhaps with a sign between.
fn is_led(text: &[Seen], here: usize) -> bool {
    let end = before_signs(text, here, 2);
    LEADS.before(text, end).is_some() || (end == here && (is_short_kin(text, here) || is_named_twice(text, here)))
}

/// 陈伯陈润添: how somebody is called, and then the name.
fn is_named_twice(text: &[Seen], here: usize) -> bool {
    (1..=2).any(|title| {
        let called = here.checked_sub(title + 1);
        called.is_some_and(|at| text[at].1 == text[here].1 && TITLED.at(text, at + 1) == Some(title))
    })
}

/// 其女, 有子: kinship words of one character, which count only at the beginning of a phrase.
fn is_short_kin(text: &[Seen], here: usize) -> bool {
    const SHORT: &[char] = &['儿', '女', '子', '父', '母', '妻', '夫', '孙', '姐', '妹', '弟', '兄'];
    here >= 1
        && SHORT.contains(&text[here - 1].1)
        && (here == 1 || !is_han(text[here - 2].1) || matches!(text[here - 2].1, '其' | '有' | '我' | '他' | '她'))
}

/// Whether a sign or a verb stands before it.
fn may_be_labelled(text: &[Seen], here: usize) -> bool {
    here > 0 && (!text[here - 1].1.is_alphanumeric() || matches!(text[here - 1].1, '是' | '为' | '叫'))
}

/// Whether a label and a colon stand before the name.
fn is_labelled(text: &[Seen], here: usize) -> bool {
    let end = before_signs(text, here, 3);
    let colon = text[end..here].iter().any(|(_, c)| matches!(c, ':' | '：' | '=' | '-' | '—' | '~' | '|'));
    let dash = here >= 2 && text[here - 2..here].iter().all(|(_, c)| matches!(c, '—' | '-' | '－' | '─'));
    let verb = ["是", "为", "叫"].iter().find(|verb| ends_with(text, end, verb));
    let word_end = if verb.is_some() { end - 1 } else { end };
    dash || (colon && LABELLED.before(text, word_end).is_some())
        || (verb.is_some() && LABEL_WORDS.before(text, word_end).is_some())
}

fn before_signs(text: &[Seen], here: usize, most: usize) -> usize {
    let signs = text[..here].iter().rev().take(most).take_while(|(_, c)| !c.is_alphanumeric()).count();
    here - signs
}

/// 伍 德 全, 黄·桂·芳: a name with the same sign between its characters; in a list (李、杏、桃) only behind a word for people.
fn spaced(text: &[Seen], here: usize) -> Option<usize> {
    let surname = if starts_double(text, here) { 2 } else { 1 };
    let sign = text.get(here + surname)?.1;
    let is_sign = !sign.is_alphanumeric();
    if !is_sign || surname == 1 && !is_surname(text[here].1) {
        return None;
    }
    let first = here + surname + 1;
    let rest: Vec<char> = [first, first + 2].iter().map_while(|at| text.get(*at)).map(|(_, c)| *c).collect();
    let same = text.get(first + 1).is_some_and(|(_, c)| *c == sign);
    let ends = text.get(first + 3).is_none_or(|(_, c)| *c != sign || sign == ' ' || sign == '\u{3000}');
    let asked = OF_PEOPLE.before(text, here).is_some() || is_led(text, here);
    let begins = here == 0 || !is_han(text[here - 1].1) || asked;
    if !same || !ends || !begins || rest.len() < 2 || !rest.iter().all(|c| is_han(*c)) {
        return None;
    }
    let led = is_led(text, here) || is_labelled(text, here) || OF_PEOPLE.before(text, here).is_some();
    let is_name = rest.iter().all(|c| is_given(*c)) && is_common_surname(text[here].1);
    let listed = matches!(sign, '、' | '/' | '-');
    let is_rare = rest.iter().any(|c| is_name_only(*c));
    (led || is_name && (!listed || is_rare)).then_some(surname + 4)
}

/// `秀珍婆婆`: a given name before a title.
fn given_with_title(text: &[Seen], here: usize) -> Option<usize> {
    let begins = here == 0 || !is_han(text[here - 1].1);
    let [(_, one), (_, two)] = text.get(here..here + 2)? else { return None };
    let is_name = is_given(*one) && is_given(*two) && (is_name_only(*one) || is_name_only(*two));
    let word: String = [*one, *two].into_iter().collect();
    let titled = TITLED.at(text, here + 2).is_some_and(|length| length >= 2);
    (begins && is_name && titled && !is_word(&word)).then_some(2)
}

/// `孙女萱萱`, `细路嘉朗`: a given name behind a kinship.
fn given_of_kin(text: &[Seen], here: usize) -> Option<usize> {
    const HOW: &str = "常天刚乖慢明好高多时处年快早安静星花平圆暖美甜日月个家人仔囡宝妈爸哥姐弟妹公婆爷奶叔姑姨舅";
    let [(_, one), (_, two)] = text.get(here..here + 2)? else { return None };
    if !is_given(*one) || !is_given(*two) || KINS.before(text, here).is_none() {
        return None;
    }
    let is_pet = one == two && !HOW.contains(*one);
    let is_name = is_name_only(*one) || is_name_only(*two);
    let word: String = [*one, *two].into_iter().collect();
    let closed = text.get(here + 2).is_none_or(|(_, c)| !is_han(*c)) || FOLLOWING.at(text, here + 2).is_some();
    ((is_pet || is_name) && closed && !is_word(&word)).then_some(2)
}

/// `女儿谭咏珈收`: whatever given name stands between a kinship or a role and who takes something in.
fn handed_to(text: &[Seen], here: usize) -> Option<usize> {
    let surname = if starts_double(text, here) { 2 } else { 1 };
    if surname == 1 && !is_common_surname(text[here].1) || !is_led(text, here) {
        return None;
    }
    let part = |length: usize| text[here..here + length].iter().map(|(_, c)| *c).collect::<String>();
    let fits = |length: &usize| {
        let is_han = text.get(here..here + length).is_some_and(|name| name.iter().all(|(_, c)| is_han(*c)));
        let is_close = *length > 2 || KINS.before(text, here).is_some();
        is_han && is_close && HANDED_OVER.at(text, here + length).is_some()
    };
    let length = [surname + 2, surname + 1].into_iter().find(fits)?;
    let titled = TITLED.at(text, here + surname).is_some();
    (!titled && !is_everyday(&part(length)) && !is_everyday(&part(2))).then_some(length)
}

/// `姓麦，单名一个坚字`, `我姓钟，名叫丽明`: a surname and, further on, the given name.
fn spelled_out(text: &[Seen], here: usize) -> Option<usize> {
    const REACH: usize = 14;
    if here == 0 || text[here - 1].1 != '姓' || !(is_surname(text[here].1) || starts_double(text, here)) {
        return None;
    }
    // 姓冯名耀祖
    if is_at(text, here + 1, "名") && text.get(here + 2).is_some_and(|(_, c)| is_han(*c) && *c != '的') {
        let given = text[here + 2..].iter().take(2).take_while(|(_, c)| is_han(*c)).count();
        return Some(2 + given);
    }
    // 我姓黎，叫婉芬
    if text.get(here + 1).is_some_and(|(_, c)| !c.is_alphanumeric()) && is_at(text, here + 2, "叫") {
        let given = text[here + 3..].iter().take(3).take_while(|(_, c)| is_han(*c)).count();
        let fits = text.get(here + 3..here + 3 + given).is_some_and(|name| name.iter().all(|(_, c)| is_given(*c)));
        if (1..=2).contains(&given) && fits {
            return Some(3 + given);
        }
    }
    let named = (here + 1..(here + REACH).min(text.len())).find(|at| {
        is_at(text, *at, "名") && !text[at - 1].1.is_alphanumeric()
            || ["单名", "名叫", "名字", "名系", "名是", "叫做"].iter().any(|word| is_at(text, *at, word))
    })?;
    let end = text[named..].iter().take_while(|(_, c)| is_han(*c)).count();
    Some(named + end - here)
}

/// `女儿叫小红`, `我叫小明`, `小名豆豆`: any name behind a word for calling.
fn find_called(text: &[Seen], hits: &mut Vec<Hit>) {
    const ALWAYS: &[&str] = &[
        "大名是",
        "大名叫",
        "名唤",
        "名为",
        "名字叫",
        "名字是",
        "姓名：",
        "姓名:",
        "姓名是",
        "吾名",
        "我名",
        "佢名",
        "他名",
        "她名",
        "小名",
        "乳名",
        "真名",
        "全名",
        "本名",
    ];
    for here in 0..text.len() {
        if !matches!(text[here].1, '叫' | '名' | '字' | '：' | ':' | '是' | '唤' | '为') {
            continue;
        }
        let end = here + 1;
        let always = ALWAYS.iter().any(|word| ends_with(text, end, word));
        let called = text[here].1 == '叫' && {
            let before = if ends_with(text, here, "名") || ends_with(text, here, "他") { here - 1 } else { here };
            let someone = |end: usize| {
                KINS.before(text, end).is_some()
                    || end.checked_sub(1).is_some_and(|at| matches!(text[at].1, '我' | '他' | '她' | '佢'))
            };
            someone(here) || someone(before)
        };
        if always || called {
            push_called(text, end, hits);
        }
    }
}

/// The name that begins at `start`, if there is one.
fn push_called(text: &[Seen], start: usize, hits: &mut Vec<Hit>) {
    const NO_NAME: &[char] = &[
        '我', '你', '他', '她', '它', '人', '车', '醒', '苦', '喊', '来', '去', '上', '不', '了', '一', '个', '外',
        '救', '做', '字', '什', '这', '那', '出', '的', '得', '过', '着', '是', '大', '家', '门', '吃', '回', '起',
        '开', '到', '为', '声', '好', '也', '都', '很', '叫', '单', '册', '额', '唔', '街', '下', '义', '啲', '咩',
        '冇', '佢', '哋', '边',
    ];
    let lead = text[start..].iter().take_while(|(_, c)| matches!(c, ' ' | '：' | ':' | '“' | '"' | '「' | '‘')).count();
    let begin = start + lead;
    let length = text[begin..].iter().take(3).take_while(|(_, c)| is_han(*c) || c.is_ascii_alphabetic()).count();
    // A name ends where its word does; with a surname it may go on.
    let ends = text.get(begin + length).is_none_or(|(_, c)| !is_han(*c));
    let may_be = ends || text.get(begin).is_some_and(|(_, c)| is_surname(*c) || matches!(c, '小' | '阿' | '细'));
    if length > 0 && may_be && !NO_NAME.contains(&text[begin].1) {
        push(text, begin, length, hits);
    }
}

/// Whether `word` stands at `here`.
pub fn is_at(text: &[Seen], here: usize, word: &str) -> bool {
    let mut next = here;
    word.chars().all(|c| {
        next += 1;
        text.get(next - 1).is_some_and(|(_, found)| *found == c)
    })
}

/// Whether `word` ends before `end`.
pub fn ends_with(text: &[Seen], end: usize, word: &str) -> bool {
    let length = word.chars().count();
    end >= length && is_at(text, end - length, word)
}

#[cfg(test)]
mod tests {
    use crate::privacy::HitKind;
    use crate::privacy::tests::{each_has, none_has_any};

    #[test]
    fn name_with_whichever_surname_is_found_between_a_role_and_a_sign() {
        each_has(
            HitKind::PersonName,
            &[
                "我系伦佩珊，想搵人教",
                "老师逯婉铨，多谢",
                "残联的卢卓贤帮我登记",
                "家公岑炽昌腿脚唔好",
                "做副主管，叫冯锦",
                "家里保姆谢伙娣需要落户",
                "转交俾二楼廖容妹",
                "房东罗庆余加租",
            ],
        );
        none_has_any(
            &[
                "小朋友美丽的梦",
                "老人健康，平安",
                "邻居和睦，温馨",
                "志愿者真伟大",
                "有事，叫安静些",
                "三楼安全门",
                "老人常年腰痛",
                "孩子黄疸偏高",
                "小孩易过敏",
                "丈夫石膏刚拆",
                "送花畀阿妈，康乃馨十支",
                "韶关丹霞山",
            ],
            &[],
        );
    }
}
