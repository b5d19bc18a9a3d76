//! What a text says of whoever wishes: that a child does. By the age and the school year that it mentions, and by how it speaks:
//! a first person who goes to school, whose parents decide, who wants to grow up. What a grown-up says of children is theirs.

use super::{GROWN_UP, is_minor, number_at_end};

/// Kinds of school for children, as somebody goes to them.
const SCHOOLS: &str = "小学 初中 高中 中学 幼儿园 幼稚园 学前班 职高 中专 中职 技校";

/// Words by which somebody goes to a school or to a class.
const GOES_TO: &str = "读 讀 念 上 升 读紧 就读于 在读 我是";

/// Words that denote a child, whoever says them.
const CHILDREN: &str = "小学生 初中生 高中生 中学生 留守儿童 孤儿 未成年";

/// Words that denote a small child at home.
const BABIES: &str = "\
    个月大 刚满月 啱满月 满月的 刚出生的 刚出世 啱出世 新生儿 早产儿 满百日 过百日 未满周岁 刚满周岁 幼儿园毕业 幼稚园毕业";

/// Before one of `CHILDREN` these speak of many, or of those whom somebody does something for.
const OF_MANY_BEFORE: &str = "\
    给 为 帮 帮助 教 请 让 和 与 对 学 向 招 名 个 位 些 困难 社区 村里 附近 周边 辖区 关爱 慰问 资助 陪伴 辅导 \
    服务 组织 面向";

/// Behind one of them these do.
const OF_MANY_AFTER: &str = "\
    们 都 之家 活动 服务 保护 人保护 人活动 人心理 图书 托管 义卖 志愿 课后 放学";

/// Those of the younger ones in a family, as only grown-ups say.
const YOUNGER: &str = "\
    儿子 女儿 孙子 孙女 孙仔 孙囡 外孙 个孙 儿女 子女 孩子 小孩 带娃 个娃 家娃 外甥 侄子 侄女 宝宝 囡囡 阿仔 \
    个仔 个女 大仔 细仔 我仔 女婿 儿媳 媳妇";

/// Those of the older ones in a family; what a clause with one of them says of age and work is theirs.
const OLDER: &str = "\
    爸 妈 爷爷 奶奶 外公 外婆 公公 婆婆 父 母 嫲 阿爷 阿婆 阿公 姥 叔 姑 舅 姨 伯 婶 哥 姐 家人";

/// Who says of themselves `我是…` one of these is grown up.
const ROLES: &str = "\
    妈妈 爸爸 母亲 父亲 奶奶 爷爷 外婆 外公 家长 老师 教师 志愿者 社工 义工 党员 医生 护士 居民 业主 职工 员工 \
    工人 司机 保安 店主 残疾人 退役 退伍";

/// What only grown-ups say of themselves: work, marriage, age, what lies long behind them, and learning late in life.
const LATER_LIFE: &str = "\
    退休 上班 下岗 下班 加班 工作 打工 待业 兼职 工地 求职 做生意 开店 开了一 摆摊 当保安 保洁 宿管 老伴 老公 \
    老婆 丈夫 妻子 爱人 太太 结婚 离婚 离异 丧偶 怀孕 年轻 小时候 当年 没上过 没读过 没念过 读过 念过 读书少 \
    不识字 认字 识字 老同学 聚会 老年 大学 大专 学院 研究生 硕士 大二 大三 大四 驾照 资格 公务员 编制 事业编 证书 考证 执照 社工证 自考 成人 夜校 \
    插队 当兵 入党 党龄 党员 支教 班组 高龄 血压 我们家长 居委 我们街道 我社区 我们社区";

/// Next to a school these make of it a place in the street.
const BESIDE: &str = "门口 门前 旁 对面 附近 周边 路口 路段 隔壁 后门 里打工 饭堂 食堂";

/// School life in the first person; one of these is enough.
const SCHOOL_LIFE: &str = "\
    作业 放学 功课 校服 书包 文具盒 课间 住校 开学 学期 体育课 美术课 科学课 语文课 数学课 地理课 生物课 历史课 \
    物理课 化学课 补习班 校队 我们学校 在学校 学校里 班主任 同桌 我们班 班里 班上 全班 班长 同学都 同学们 和同学 \
    跟同学 我的同学 我的老师 我们老师 老师说我 老师夸 老师表扬 老师推荐 老师让我 老师叫我 老师要我 老师成日 老师闹 老师话我 想考上 要考上 大哥哥 大姐姐 \
    升初 升高中 升中 高考 期末 期中考 双百 考好 考第 一百分 成绩 作文 过六一 六一节 儿童节";

/// What goes with school life and with other things; two of these are enough.
const PERHAPS_SCHOOL: &str = "\
    老师 同学 考试 学校 上课 黑板 暑假 寒假 运动会 课本 文具 练习册 字典 词典 考上 初中 高中 中学 小学 音乐课 \
    英语课 妹妹 弟弟 小伙伴 小朋友 玩具";

/// What is a pupil's also where nobody says 我.
const PUPILS: &str = "小升初 中考 少先队员 红领巾 校运会 和同桌";

/// Parents as a child speaks of them.
const PARENTS: &str = "爸爸妈妈 妈妈 爸爸 爸妈 父母 妈咪 爹哋";

/// What parents do whose child speaks: they decide, and are away.
const PARENTS_DO: &str = "\
    说 不让 不肯 不给 不买 不同意 没空 没时间 没有时间 没有钱 总 答应 很生气 在外 都在外 不在家 出差 加班 离婚 \
    批评 骂 常年 打工 都很忙 很忙 陪我 接我 送我 很少回";

/// Parents as anybody here calls them, and what they do only to a child.
const OWN_PARENTS: &str = "阿妈 阿爸 老豆 爹地 妈咪 爸爸 妈妈";
const FORBID: &str = "唔准 唔畀 唔俾 唔肯 唔买 话唔准 话唔畀 话唔俾 话唔买 话考 话我考 话我 闹我 不许";

/// Whom a child lives with, whom it lacks, and whom it greets.
const AT_HOME: &str = "\
    跟奶奶 跟外婆 跟爷爷 跟外公 和奶奶住 和外婆住 和爷爷住 和爷爷奶奶 和外公外婆 没有妈妈 没有爸爸 想妈妈 想爸爸 \
    爸爸妈妈都 让爸爸 让妈妈 叫妈妈 叫爸爸 叔叔阿姨好 叔叔阿姨们好 亲爱的叔叔";

/// What children play with, and growing up as who has not yet.
const CHILDHOOD: &str = "\
    芭比 奥特曼 变形金刚 布娃娃 洋娃娃 公主裙 乐高 积木 四驱车 长大后 长大以后 长大了 长大想 长大当 长大要 \
    等我长大 细路仔";

/// Who speaks.
const FIRST_PERSON: &str = "我 本人 俺";

/// Words of school life that are the end of longer words, and what these begin with: 开放学习 is not about 放学.
const LONGER: &[(&str, &str)] = &[
    ("作业", "施工 高空 夜间 操 工程"),
    ("放学", "开 发"),
    ("升中", "提 上 回 攀 爬"),
    ("高考", "提 成人"),
    ("中考", "集 其 途 程"),
];

/// Whether a text mentions a child: `今年8岁`, `读五年级`, `我是小学生`.
///
/// An age and a school year are those of whoever the wish is for, so they count whoever speaks: 我女儿读五年级 too.
pub(super) fn mentions_child(text: &str) -> bool {
    if !may_speak_of_child(text) {
        return false;
    }
    if ages(text).any(is_minor)
        || has_any(text, BABIES)
        || has_baby_of_months(text)
        || has_class(text)
        || goes_to_kindergarten(text)
        || has_bare_age(text)
        || names_a_child(text)
        || is_pupil(text)
    {
        return true;
    }
    has_grade(text) || has_short_grade(text) || goes_to_school(text)
}

/// Whether a child speaks, as far as nothing sounds grown up: `我的校服小了`, `妈妈说考得好就买`.
pub(super) fn is_written_by_child(text: &str) -> bool {
    may_speak_of_child(text) && is_at_school(text) && !sounds_grown_up(text)
}

/// Fast path: hardly any text has none of these that speaks of a child.
fn may_speak_of_child(text: &str) -> bool {
    text.contains([
        '我', '俺', '本', '月', '校', '长', '小', '中', '少', '紧', '园', '岁', '歲', '级', '級', '学', '學', '读',
        '讀', '念', '百', '世', '产', '满', '孤', '童', '考', '初', '高', '领', '未', '班', '职', '技', '桌',
    ])
}

fn has_any(text: &str, words: &str) -> bool {
    words.split(' ').any(|word| text.contains(word))
}

fn ends_with_any(text: &str, words: &str) -> bool {
    words.split(' ').any(|word| text.ends_with(word))
}

fn starts_with_any(text: &str, words: &str) -> bool {
    words.split(' ').any(|word| text.starts_with(word))
}

/// Whether one of the words stands in a text, and not as the end of a longer one.
fn has_whole(text: &str, words: &str) -> bool {
    words.split(' ').any(|word| {
        let longer = LONGER.iter().find(|(end, _)| *end == word).map(|(_, begins)| *begins);
        text.match_indices(word).any(|(at, _)| longer.is_none_or(|begins| !ends_with_any(&text[..at], begins)))
    })
}

/// Whether a text names a child, and not all of them: `我是小学生`, not `给小学生开图书角`.
fn names_a_child(text: &str) -> bool {
    CHILDREN.split(' ').any(|word| {
        text.match_indices(word).any(|(at, _)| {
            let (before, after) = (&text[..at], &text[at + word.len()..]);
            let somebodys = after.strip_prefix('的').is_some_and(|after| starts_with_any(after, "弟 妹 儿 女 孙"));
            let of_many = ends_with_any(before, OF_MANY_BEFORE) || starts_with_any(after, OF_MANY_AFTER);
            somebodys || !of_many
        })
    })
}

/// Whether somebody goes to a school for children, and does not say that they once did: `读小学`, not `读过小学`.
fn goes_to_school(text: &str) -> bool {
    SCHOOLS.split(' ').any(|school| {
        text.match_indices(school).any(|(at, _)| {
            let (before, after) = (&text[..at], &text[at + school.len()..]);
            let reads = after.starts_with("在读") || after.starts_with("就读");
            let goes = ends_with_any(before, GOES_TO);
            (reads || goes) && !starts_with_any(after, BESIDE) && !after.starts_with("老师") && !is_long_ago(before)
        })
    })
}

/// Whether what stands before a school says that it is long ago, or was not.
fn is_long_ago(before: &str) -> bool {
    let clause = before.rsplit(is_between_clauses).next().unwrap_or(before);
    has_any(clause, "过 没 冇 小时候 当年 以前")
}

fn is_between_clauses(c: char) -> bool {
    matches!(c, '，' | ',' | '。' | '；' | ';' | '！' | '!' | '？' | '?' | '\n' | '（' | '(' | '、')
}

/// Whether a first person speaks of school life, of parents who decide, of toys and growing up.
fn is_at_school(text: &str) -> bool {
    if has_whole(text, PUPILS) {
        return true;
    }
    if !has_any(text, FIRST_PERSON) {
        return false;
    }
    let parents_do = || {
        PARENTS.split(' ').any(|parent| {
            text.match_indices(parent).any(|(at, _)| starts_with_any(&text[at + parent.len()..], PARENTS_DO))
        })
    };
    let perhaps = || PERHAPS_SCHOOL.split(' ').filter(|word| text.contains(word)).nth(1).is_some();
    let school_life = || has_whole(text, SCHOOL_LIFE) || walks_to_school(text);
    let forbid = || {
        OWN_PARENTS
            .split(' ')
            .any(|parent| text.match_indices(parent).any(|(at, _)| starts_with_any(&text[at + parent.len()..], FORBID)))
    };
    has_any(text, AT_HOME) || has_any(text, CHILDHOOD) || school_life() || parents_do() || forbid() || perhaps()
}

/// 上学路远, 不上学; not 晚上学唱歌.
fn walks_to_school(text: &str) -> bool {
    const NOT_BEFORE: &str = "晚 早 网 线 基 手机 电脑";
    const NEXT: &[char] = &[
        '路', '的', '用', '了', '要', '穿', '时', '没', '很', '远', '自', '坐', '骑', '带', '去', '也', '都', '和',
        '前', '后',
    ];
    text.match_indices("上学").any(|(at, word)| {
        let after = text[at + word.len()..].chars().next();
        !ends_with_any(&text[..at], NOT_BEFORE) && after.is_none_or(|c| !c.is_alphanumeric() || NEXT.contains(&c))
    })
}

/// 我是单亲妈妈, 作为家长.
fn has_role(text: &str) -> bool {
    ["我是", "我系", "本人是", "本人系", "作为", "身为"].iter().any(|lead| {
        text.match_indices(lead).any(|(at, _)| {
            let clause = text[at + lead.len()..].split(is_between_clauses).next().unwrap_or_default();
            ROLES.split(' ').any(|role| clause.split(role).nth(1).is_some_and(|after| !after.starts_with('的')))
        })
    })
}

/// Whether anything in a text says that no child speaks: of younger ones in the family, of work and age that are not the
/// parents', of a school as a place in the street.
fn sounds_grown_up(text: &str) -> bool {
    let of_themselves = |clause: &str| {
        !has_any(clause, OLDER)
            && (has_any(clause, LATER_LIFE) || ages(clause).any(|age| !is_minor(age)) || mentions_ten_years(clause))
    };
    // Who is sixty or has retired has grown-up children.
    let of_old_parents =
        |clause: &str| has_any(clause, PARENTS) && (clause.contains("退休") || ages(clause).any(|age| age >= 60));
    let beside = || {
        ["学", "校", "园"]
            .iter()
            .any(|school| text.match_indices(school).any(|(at, _)| starts_with_any(&text[at + school.len()..], BESIDE)))
    };
    let younger = has_any(text, YOUNGER) && !has_any(text, "我是孩子 我是小孩");
    younger
        || has_role(text)
        || beside()
        || text.split(is_between_clauses).any(|clause| of_themselves(clause) || of_old_parents(clause))
}

/// Ten years or more of anything: 当了三十年, 五十周年.
fn mentions_ten_years(clause: &str) -> bool {
    clause.match_indices('年').any(|(at, _)| {
        let before = clause[..at].trim_end_matches(['周', '多', '几', '来', '余']);
        number_at_end(before).is_some_and(|years| (10..=99).contains(&years))
    })
}

/// The ages that a text mentions: `8岁`, `八周岁`, `十二歲`; not those of many, `6-12岁`.
fn ages(text: &str) -> impl Iterator<Item = u32> + '_ {
    let is_of_many = |before: &str| {
        let rest = before.trim_end_matches(is_digit);
        rest.len() < before.len()
            && rest
                .strip_suffix(['-', '－', '~', '～', '—', '至', '到'])
                .is_some_and(|rest| rest.ends_with(|c| is_digit(c) || c == '岁'))
    };
    text.char_indices().filter(|(_, c)| matches!(c, '岁' | '歲')).filter_map(move |(at, c)| {
        let after = text[at + c.len_utf8()..].chars().next();
        let before = text[..at].strip_suffix('周').unwrap_or(&text[..at]).trim_end();
        let not_one = matches!(after, Some('月' | '数' | '以' | '-' | '~' | '至')) || is_of_many(before);
        if not_one { None } else { number_at_end(before) }
    })
}

/// `BB8个月`, `孙女刚六个月`: so many months, behind a small child and nothing else.
fn has_baby_of_months(text: &str) -> bool {
    const WORDS: &str = "BB bb Bb 宝宝 婴儿 女儿 儿子 孩子 小孩 孙女 孙子 孙仔 外孙 阿仔 阿女 个仔 个女 细路 娃 女宝 男宝 双胞胎 龙凤胎";
    const BETWEEN: &[&str] = &["刚", "才", "已经", "现在", "今年", "系", "满", "先", "是", "有", " ", "，", "得"];
    text.match_indices("个月").any(|(at, _)| {
        let mut lead = text[..at].trim_end_matches(is_digit);
        let is_counted = lead.len() < at;
        while let Some(rest) = BETWEEN.iter().find_map(|word| lead.strip_suffix(word)) {
            lead = rest;
        }
        is_counted && ends_with_any(lead, WORDS)
    })
}

fn is_digit(c: char) -> bool {
    number_at_end(c.encode_utf8(&mut [0; 4])).is_some()
}

/// `三年级`, `初二（3）班`; not of a university, nor 只读过三年级.
fn has_grade(text: &str) -> bool {
    const MIDDLE: &[&str] = &["初一", "初二", "初三", "高一", "高二", "高三"];
    const LEADS: &[&str] = &["读", "上", "念", "升", "今年", "孩子", "儿子", "女儿", "孙子", "孙女", "我是", "我在"];
    const FOLLOWS: &[&str] = &["学生", "女生", "男生", "班", "（", "(", "年级", "的复习", "的资料", "的课本", "的练习"];
    let grade = |word: &str| {
        text.match_indices(word).any(|(at, _)| {
            let before = &text[..at];
            let stem = before.trim_end_matches(is_digit);
            let is_adult = GROWN_UP.iter().any(|word| stem.ends_with(word)) || stem.ends_with('过');
            !is_adult && number_at_end(before).is_some_and(|grade| (1..=9).contains(&grade))
        })
    };
    let middle = |word: &&str| {
        text.match_indices(*word).any(|(at, _)| {
            let (before, after) = (&text[..at], &text[at + word.len()..]);
            LEADS.iter().any(|lead| before.ends_with(lead)) || FOLLOWS.iter().any(|next| after.starts_with(next))
        })
    };
    grade("年级") || grade("年級") || MIDDLE.iter().any(middle)
}

/// `五（2）班`, `六3班`: a class of a primary school; not 三（2）班组.
fn has_class(text: &str) -> bool {
    text.match_indices('班').any(|(at, word)| {
        let number = text[..at].trim_end_matches(['）', ')', ' ']);
        let stem = number.trim_end_matches(|c: char| c.is_ascii_digit());
        let digits = number.len() - stem.len();
        let grade = stem.trim_end_matches(['（', '(', ' ']);
        let is_bracketed = grade.len() < stem.len() && number.len() < at;
        let is_grade =
            grade.ends_with(['一', '二', '三', '四', '五', '六']) && !grade.ends_with(['第', '十', '周', '期']);
        let next = text[at + word.len()..].chars().next();
        (1..=2).contains(&digits) && is_bracketed && is_grade && !matches!(next, Some('组' | '倒' | '车' | '次'))
    })
}

/// `女仔上中班`: a group of a kindergarten, behind somebody small; without them it is a shift.
fn goes_to_kindergarten(text: &str) -> bool {
    const SMALL: &str = "女仔 男仔 细路 宝宝 BB 孙女 孙子 孙仔 孩子 小孩 女儿 儿子 我女 我仔 囡囡";
    text.split(is_between_clauses).any(|clause| {
        let goes =
            ["上", "读", "念"].iter().flat_map(|verb| ["小班", "中班", "大班"].map(|group| format!("{verb}{group}")));
        has_any(clause, SMALL)
            && goes.into_iter().any(|words| clause.ends_with(&words) || clause.contains(&format!("{words}的")))
    })
}

/// `刚满十六，`: an age without its word.
fn has_bare_age(text: &str) -> bool {
    const LEADS: &str = "刚满 啱满 啱啱满 快满 将满 年方";
    text.split(is_between_clauses).any(|clause| {
        let stem = clause.trim_end_matches(is_digit);
        stem.len() < clause.len() && ends_with_any(stem, LEADS) && number_at_end(clause).is_some_and(is_minor)
    })
}

/// `上小四`, `读中三`: the grade as it is said in Guangzhou and Hong Kong; not 上中一个.
fn has_short_grade(text: &str) -> bool {
    const LEADS: [char; 6] = ['读', '讀', '上', '念', '升', '紧'];
    text.char_indices().filter(|(_, c)| matches!(c, '小' | '中')).any(|(at, c)| {
        let mut after = text[at + c.len_utf8()..].chars();
        let grade = after.next().is_some_and(|c| "一二三四五六".contains(c));
        let ends = after.next().is_none_or(|c| !c.is_alphanumeric() || "了的想要嘅，".contains(c));
        text[..at].ends_with(LEADS) && grade && ends
    })
}

/// `我是一名…学生`, without anything grown-up between.
fn is_pupil(text: &str) -> bool {
    const REACH: usize = 24;
    ["我是", "我系", "本人是", "本人系"].iter().any(|lead| {
        text.match_indices(lead).any(|(at, _)| {
            let rest = &text[at + lead.len()..];
            let end = rest.char_indices().map(|(at, _)| at).nth(REACH).unwrap_or(rest.len());
            let near = &rest[..end];
            near.find("学生").is_some_and(|end| !GROWN_UP.iter().any(|word| near[..end + "学生".len()].contains(word)))
        })
    })
}
