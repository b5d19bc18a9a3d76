//! Makes texts that give something away: a wish, with a number, an account, an address or a name in one of many spellings at
//! one of several places. Every second spelling is held back: rules are written with the others in view only.

/// A text with a leak.
pub struct Leak {
    pub kind: &'static str,
    /// What tells the spellings of a kind apart.
    pub spelling: usize,
    pub text: String,
}

impl Leak {
    pub fn is_held_back(&self) -> bool {
        self.spelling % 2 == 1
    }
}

/// splitmix64: the same texts everywhere.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Dice {
        Dice(seed)
    }

    pub fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) % end as u64) as usize
    }

    fn of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }

    fn digits(&mut self, length: usize) -> String {
        (0..length).map(|_| char::from(b'0' + self.below(10) as u8)).collect()
    }
}

/// Wishes around a leak, which stands at `{}`.
const AROUND: &[&str] = &[
    "{}",
    "想要一台电风扇，{}",
    "{}，希望有一张新书桌给孙女写作业",
    "冬天冷，想要一床厚棉被（{}）谢谢",
    "楼道灯坏了希望有人上门维修 {}",
    "希望有一台血压计每天量血压。{}。周末方便",
    "想学用智能手机和家人视频，{}，急需",
    "需要一根拐杖；{}；上下楼不便",
    "家里水管漏水\n{}\n请人帮忙修理",
    "【微心愿】希望有人陪同复诊【{}】",
];

/// How many texts a spelling gets.
const EACH: usize = 6;

/// Texts of every kind and spelling.
pub fn leaks(seed: u64) -> Vec<Leak> {
    let mut dice = Dice::new(seed);
    let mut leaks = Vec::new();
    type Make = fn(&mut Dice, usize) -> Option<String>;
    let kinds: [(&'static str, Make); 13] = [
        ("phone", phone),
        ("landline", landline),
        ("id_number", id_number),
        ("card", card),
        ("account", account),
        ("mail", mail),
        ("door", door),
        ("plate", plate),
        ("birth", birth),
        ("school", school),
        ("person", person),
        ("paper", paper),
        ("age", age),
    ];
    for (kind, make) in kinds {
        for spelling in 0.. {
            if make(&mut dice, spelling).is_none() {
                break;
            }
            for _ in 0..EACH {
                let leak = make(&mut dice, spelling).unwrap_or_default();
                leaks.push(Leak { kind, spelling, text: dice.of(AROUND).replace("{}", &leak) });
            }
        }
    }
    leaks
}

fn phone(dice: &mut Dice, spelling: usize) -> Option<String> {
    let number = format!("1{}{}", 3 + dice.below(7), dice.digits(9));
    let cut = |sizes: &[usize], with: &str| {
        let mut rest = number.as_str();
        let parts: Vec<&str> = sizes.iter().map(|size| rest.split_at(*size)).map(|(one, _)| one).collect();
        let mut pieces = Vec::new();
        for (size, _) in sizes.iter().zip(&parts) {
            let (one, more) = rest.split_at(*size);
            pieces.push(one);
            rest = more;
        }
        pieces.join(with)
    };
    let each = |with: &str| number.chars().map(String::from).collect::<Vec<_>>().join(with);
    let in_digits = |digits: &str| number.chars().map(|c| digit(digits, c)).collect::<String>();
    let signs = [
        "-", " ", ".", ":", "*", "#", "&", "'", "\"", "^", ">", "=", "/", "_", "~", "·", "|", "、", "，", "　", "--",
        " - ", "……", "+", "\\", "☆", "→", "\n", "@", "%", "！", "(", "空", "横", "杠", "点",
    ];
    if let Some(sign) = signs.get(spelling) {
        let sizes: &[usize] =
            dice.of(&[&[3, 4, 4][..], &[3, 4, 4], &[4, 4, 3], &[3, 8], &[7, 4], &[3, 3, 3, 2], &[2, 3, 3, 3]]);
        return Some(format!("{}{}", dice.of(&["", "电话", "电话：", "找我", "打", "tel "]), cut(sizes, sign)));
    }
    Some(match spelling - signs.len() {
        0 => number.clone(),
        1 => in_digits("〇一二三四五六七八九"),
        2 => in_digits("零幺二三四五六七八九"),
        3 => in_digits("零壹贰叁肆伍陆柒捌玖"),
        4 => in_digits("０１２３４５６７８９"),
        5 => in_digits("⓪①②③④⑤⑥⑦⑧⑨"),
        6 => in_digits("O123456789"),
        7 => in_digits("OI23456789"),
        8 => in_digits("o123456789"),
        9 => in_digits("0l234S6789"),
        10 => in_digits("01Z3456789"),
        11 => in_digits("012345678g"),
        12 => in_digits("𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗"),
        13 => in_digits("⁰¹²³⁴⁵⁶⁷⁸⁹"),
        14 => in_digits("₀₁₂₃₄₅₆₇₈₉"),
        15 => in_digits("𝟢𝟣𝟤𝟥𝟦𝟧𝟨𝟩𝟪𝟫"),
        16 => in_digits("洞幺两三四五六拐八勾"),
        17 => each(" "),
        18 => each("-"),
        19 => each("."),
        20 => each("、"),
        21 => each("\u{200B}"),
        22 => each("\u{E0001}"),
        23 => format!("+86 {number}"),
        24 => format!("0086-{}", cut(&[3, 4, 4], "-")),
        25 => format!("(86){number}"),
        26 => cut(&[3, 4, 4], "空格"),
        27 => cut(&[3, 4, 4], "然后"),
        28 => format!("前三位{}，中间{}，后四位{}", &number[..3], &number[3..7], &number[7..]),
        29 => format!("手机{}后面接{}再接{}", &number[..3], &number[3..7], &number[7..]),
        30 => format!("开头{}最后{}", &number[..7], &number[7..]),
        31 => format!("手机号是{}", number.replace('1', "l").replace('0', "o")),
        32 => format!("☎{}", cut(&[3, 4, 4], " ")),
        33 => format!("Tel:{number}"),
        34 => cut(&[3, 4, 4], "（空）"),
        35 => number
            .chars()
            .enumerate()
            .map(|(at, c)| if at % 2 == 0 { digit("零一二三四五六七八九", c) } else { c.to_string() })
            .collect(),
        36 => format!("{}{}", &number[..3], in_digits("零一二三四五六七八九").chars().skip(3).collect::<String>()),
        37 => number.chars().map(|c| format!("{c}\u{FE0F}\u{20E3}")).collect(),
        38 => in_digits("⓿❶❷❸❹❺❻❼❽❾"),
        39 => cut(&[3, 4, 4], "\u{2063}"),
        40 => in_digits("零妖二三四五六七八九"),
        41 => format!("{}****{}", &number[..3], &number[7..]),
        42 => format!("中间{}，前面{}，后面{}", &number[3..7], &number[..3], &number[7..]),
        43 => format!("尾四位{}，头七位{}", &number[7..], &number[..7]),
        44 => format!("最尾{}，头三个字{}，中间系{}", &number[7..], &number[..3], &number[3..7]),
        _ => return None,
    })
}

fn landline(dice: &mut Dice, spelling: usize) -> Option<String> {
    let (head, tail) =
        (format!("8{}", dice.digits(2)) + dice.of(&["1", "3", "7"]), dice.digits(3) + dice.of(&["1", "3", "7", "9"]));
    Some(match spelling {
        0 => format!("020-{head}{tail}"),
        1 => format!("（020）{head} {tail}"),
        2 => format!("020{head}{tail}"),
        3 => format!("座机{head}{tail}"),
        4 => format!("电话 {head} {tail}"),
        5 => format!("{head}-{tail}"),
        6 => format!("固话：{head}.{tail}"),
        7 => format!("020*{head}*{tail}"),
        8 => format!("拨 {head}{tail} 找我"),
        9 => format!("零二零{}", (head + &tail).chars().map(|c| digit("零一二三四五六七八九", c)).collect::<String>()),
        10 => format!("家里电话{head}{tail}"),
        11 => format!("来电{} {} {} {}", &head[..2], &head[2..], &tail[..2], &tail[2..]),
        12 => format!("400-{}-{tail}", &head[..3]),
        13 => format!("020 {head}{tail}转8"),
        _ => return None,
    })
}

fn id_number(dice: &mut Dice, spelling: usize) -> Option<String> {
    let (year, month, day) = (1940 + dice.below(75), 1 + dice.below(12), 1 + dice.below(28));
    let tail = format!("{}{}", dice.digits(3), dice.of(&["0", "1", "5", "9", "X", "x"]));
    let number = format!("449999{year}{month:02}{day:02}{tail}");
    Some(match spelling {
        0 => number,
        1 => format!("身份证{number}"),
        2 => format!("449999 {year}{month:02}{day:02} {tail}"),
        3 => format!("449999-{year}-{month:02}-{day:02}-{tail}"),
        4 => number.chars().map(|c| digit("０１２３４５６７８９", c)).collect(),
        5 => number.chars().map(|c| digit("零一二三四五六七八九", c)).collect(),
        6 => format!("证件号：449999\n{year}{month:02}{day:02}\n{tail}"),
        7 => format!("449999*{year}{month:02}{day:02}*{tail}"),
        8 => format!("身份证后四位{}", dice.digits(4)),
        9 => format!("护照{}{}", dice.of(&["E", "G"]), dice.digits(8)),
        10 => format!("港澳通行证C{}", dice.digits(8)),
        11 => format!("残疾证号{}", dice.digits(11)),
        _ => return None,
    })
}

fn card(dice: &mut Dice, spelling: usize) -> Option<String> {
    let number = format!("622202{}", dice.digits(13));
    Some(match spelling {
        0 => number,
        1 => format!("{} {} {} {} {}", &number[..4], &number[4..8], &number[8..12], &number[12..16], &number[16..]),
        2 => format!("银行卡{number}"),
        3 => format!("卡号{}-{}-{}-{}-{}", &number[..4], &number[4..8], &number[8..12], &number[12..16], &number[16..]),
        4 => format!("账号：{number}"),
        5 => format!("社保卡号{}", dice.digits(9)),
        _ => return None,
    })
}

fn account(dice: &mut Dice, spelling: usize) -> Option<String> {
    let name = format!(
        "{}{}{}",
        dice.of(&["chen", "liyi", "wang_", "ah", "hua-", "gz"]),
        dice.of(&["ayi", "mei", "lan", "jun"]),
        dice.digits(3)
    );
    let number = format!("{}{}", 1 + dice.below(9), dice.digits(8));
    let with = [
        "微信{}",
        "微信号：{}",
        "加我微:{}",
        "微.信 {}",
        "微 信：{}",
        "VX{}",
        "vx：{}",
        "v信{}",
        "加V {}",
        "WeChat ID {}",
        "wechat:{}",
        "wx {}",
        "薇信{}",
        "威信号{}",
        "加微{}",
        "V❤：{}",
        "请加我微信，号是{}",
        "微信搜 {}",
        "weixin={}",
        "私微{}",
        "＋V：{}",
        "微-信-号 {}",
        "徽信：{}",
        "加我：{}",
        "微信同号{}",
        "抖音号{}",
        "小红书号：{}",
    ];
    if let Some(with) = with.get(spelling) {
        return Some(with.replace("{}", &name));
    }
    let with = ["QQ{}", "qq：{}", "Q Q {}", "扣扣{}", "企鹅号{}", "加Q{}", "QQ群{}", "球球 {}"];
    if let Some(with) = with.get(spelling - 27) {
        return Some(with.replace("{}", &number));
    }
    // Who is to be written to, without a word for the account.
    let with = ["公众号后台留言给{}", "有意请私信{}", "发信息给{}就得", "{}留言我就睇到", "视频号后台揾{}", "滴滴 {}"];
    with.get(spelling - 35).map(|with| with.replace("{}", &name))
}

fn mail(dice: &mut Dice, spelling: usize) -> Option<String> {
    let name = format!("{}{}", dice.of(&["chen", "liyi", "wang", "ah.hua"]), dice.digits(4));
    let with = [
        "{}@qq.com",
        "{}(at)qq.com",
        "{}@163.com",
        "{}艾特qq点com",
        "邮箱{}＠qq．com",
        "{}#qq.com",
        "{} at qq dot com",
        "{}[at]163[dot]com",
        "{}@qq。com",
        "发到{}@gmail.com",
        "{} @ qq . com",
        "e-mail: {}@example.com",
    ];
    with.get(spelling).map(|with| with.replace("{}", &name))
}

fn door(dice: &mut Dice, spelling: usize) -> Option<String> {
    let (house, stairs, floor, room) = (1 + dice.below(20), 1 + dice.below(4), 1 + dice.below(9), 1 + dice.below(8));
    let road = dice.of(&["龙津西路", "光明路", "荔枝街", "榕树巷", "西华里"]);
    let letter = dice.of(&["A", "B", "C"]);
    let han = |number: usize| number.to_string().chars().map(|c| digit("零一二三四五六七八九", c)).collect::<String>();
    let door = format!("{floor}0{room}");
    Some(match spelling {
        0 => format!("{house}栋{door}"),
        1 => format!("住{house}栋{stairs}单元{door}房"),
        2 => format!("{house}-{door}"),
        3 => format!("{house}#{door}"),
        4 => format!("{road}{house}号"),
        5 => format!("{road}{house}号之二"),
        6 => format!("{road}{house}号{door}房"),
        7 => format!("住在{}栋{}", han(house), han(floor * 100 + room)),
        8 => format!("{letter}座{door}"),
        9 => format!("{stairs}座{floor}楼{letter}室"),
        10 => format!("三巷{house}号之一"),
        11 => format!("{house}号楼{door}"),
        12 => format!("{house}-{stairs}-{door}"),
        13 => format!("{door}室"),
        14 => format!("家住{floor}楼{door}"),
        15 => format!("送到{letter}-{door}"),
        16 => format!("{road} {house} 号"),
        17 => format!("{house}幢{door}"),
        18 => format!("{stairs}梯{door}"),
        19 => format!("{house}＃{door}"),
        20 => format!("我住{house}栋"),
        21 => format!("门牌{house}号"),
        22 => format!("{letter}{house}栋{door}"),
        23 => format!("{house} 栋 {door} 室"),
        24 => format!("地址：{road}{house}"),
        25 => format!("{}房", han(floor * 100 + room)),
        26 => format!("红星村三队{house}号"),
        27 => format!("住{door}"),
        28 => format!("{house}—{door}"),
        29 => format!("{road}{}号", han(house)),
        _ => return None,
    })
}

fn plate(dice: &mut Dice, spelling: usize) -> Option<String> {
    let digits = dice.digits(5);
    Some(match spelling {
        0 => format!("粤A{digits}"),
        1 => format!("粤AD{digits}"),
        2 => format!("粤A·{digits}"),
        3 => format!("粤 A {digits}"),
        4 => format!("车牌粤A{}K{}", &digits[..2], &digits[2..4]),
        5 => format!("湘B{}Q{}", &digits[..3], &digits[3..4]),
        6 => format!("车牌号A{digits}"),
        7 => format!("粤a{digits}"),
        8 => format!("粤A-{} {}", &digits[..3], &digits[3..]),
        9 => format!("车架号LSVAU2180N2{digits}8"),
        10 => format!("VIN：LGXC16DF4A0{digits}6"),
        11 => format!("发动机号 G4FG{digits}"),
        12 => format!("旧车 LFV3A23C8J3{digits}1 想报废"),
        _ => return None,
    })
}

fn birth(dice: &mut Dice, spelling: usize) -> Option<String> {
    let (year, month, day) = (1935 + dice.below(85), 1 + dice.below(12), 1 + dice.below(28));
    let han: String = year.to_string().chars().map(|c| digit("零一二三四五六七八九", c)).collect();
    Some(match spelling {
        0 => format!("{year}年{month}月{day}日出生"),
        1 => format!("生于{year}年{month}月{day}日"),
        2 => format!("出生日期{year}-{month:02}-{day:02}"),
        3 => format!("{year}.{month}.{day}生"),
        4 => format!("生日是{month}月{day}日"),
        5 => format!("{han}年{month}月生"),
        6 => format!("{month}月{day}日生日"),
        7 => format!("{year}年出生"),
        8 => format!("出生于{year}年{month}月"),
        9 => format!("出生年月：{year}{month:02}"),
        10 => format!("{year}/{month}/{day}出生"),
        _ => return None,
    })
}

/// Deeds, certificates and files with their numbers.
fn paper(dice: &mut Dice, spelling: usize) -> Option<String> {
    let (year, digits) = (1998 + dice.below(27), dice.digits(7));
    Some(match spelling {
        0 => format!("不动产权证号：粤（{year}）广州市不动产权第{digits}号"),
        1 => format!("房产证 粤房地权证穗字第01{digits}号"),
        2 => format!("宅基地使用证荔集用（{year}）字第{}号", &digits[..5]),
        3 => format!("低保证号：荔民低保字第{digits}号"),
        4 => format!("婚育证明编号 {year}-粤-{}", &digits[..5]),
        5 => format!("诊疗卡{digits}"),
        6 => format!("租赁合同号 GZ-{year}-{}", &digits[..6]),
        7 => format!("保单编号P{year}-{digits}"),
        8 => format!("土地证 穗国用({year})第{digits}号"),
        9 => format!("离婚证号 L440103-{year}-{}", &digits[..6]),
        _ => return None,
    })
}

/// The day on which somebody reaches an age.
fn age(dice: &mut Dice, spelling: usize) -> Option<String> {
    let (month, day) = (1 + dice.below(12), 1 + dice.below(28));
    let tens = digit("零一二三四五六七八九", char::from(b'2' + dice.below(8) as u8));
    Some(match spelling {
        0 => format!("今年{month}月{day}日满{tens}十岁"),
        1 => format!("{month}月{day}号我就{tens}十岁了"),
        2 => format!("下个月{day}号老伴满{tens}十岁"),
        3 => format!("{month}月{day}日系我{tens}十大寿"),
        4 => format!("BB {month}月{day}号满月"),
        5 => format!("孙女{month}月{day}日就满{}周岁", 1 + dice.below(9)),
        6 => format!("到{month}月{day}号我就{tens}十了"),
        7 => format!("下个月{day}号系我生日"),
        _ => return None,
    })
}

fn school(dice: &mut Dice, spelling: usize) -> Option<String> {
    let school = dice.of(&["沙面小学", "西关实验小学", "龙津中学", "荔湾附小"]);
    let (grade, class) = (1 + dice.below(6), 1 + dice.below(9));
    let han = |number: usize| digit("零一二三四五六七八九", char::from(b'0' + number as u8));
    Some(match spelling {
        0 => format!("{school}{}（{class}）班", han(grade)),
        1 => format!("{school}{}年级{}班", han(grade), han(class)),
        2 => format!("就读于{school}{}({class})班", han(grade)),
        3 => format!("{school}初二{class}班"),
        4 => format!("在{school}{grade}年{class}班"),
        5 => format!("{}年级（{class}）班", han(grade)),
        6 => format!("{school}{}{class}班", han(grade)),
        7 => format!("读高一（{class}）班"),
        8 => format!("{school}七年级{class}班"),
        _ => return None,
    })
}

fn person(dice: &mut Dice, spelling: usize) -> Option<String> {
    let surname = dice.of(&[
        "陈", "李", "王", "谢", "黄", "梁", "何", "周", "吴", "冯", "邓", "曾", "潘", "欧阳", "罗", "郭", "苏", "叶",
        "麦", "区",
    ]);
    let given = dice.of(&[
        "秀兰", "子轩", "秀英", "婉婷", "志强", "建国", "丽华", "美玲", "国栋", "俊杰", "淑芬", "桂芳", "梓涵", "浩然",
        "雅琪", "玉珍", "家明", "伟文", "敏", "芳", "少芬", "惠珍", "德明", "永康", "嘉欣", "晓彤", "润生", "佩仪",
        "锦荣", "志明",
    ]);
    let name = format!("{surname}{given}");
    let with = [
        "母亲{}行动不便",
        "儿子：{}",
        "联系人：{}",
        "联系人{}",
        "女儿{}在读书",
        "找{}阿姨",
        "我是{}",
        "姓名：{}",
        "妻子{}常年卧病",
        "给{}买书桌",
        "{}阿姨独居",
        "丈夫叫{}",
        "监护人：{}",
        "孩子名叫{}",
        "请联系{}",
        "收件人：{}",
        "{}女士",
        "爷爷{}今年八十",
        "邻居{}也想要",
        "——{}",
        "帮{}修水管",
        "{}同学想要球鞋",
        "许愿人是{}",
        "（{}）",
        "其子{}",
        "本人{}",
        "孙女，{}，想要书包",
        "照顾老人{}",
        "{}想要一台轮椅",
        "外婆：{}",
    ];
    with.get(spelling).map(|with| with.replace("{}", &name))
}

fn digit(digits: &str, c: char) -> String {
    c.to_digit(10).and_then(|at| digits.chars().nth(at as usize)).unwrap_or(c).to_string()
}
