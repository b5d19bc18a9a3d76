//! What characters names are made of: surnames, the characters of given names, and the everyday words that look like a
//! name. Knows characters and words; does not know texts.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// Surnames of two characters; every other Chinese surname has one.
pub const DOUBLE_SURNAMES: &[&str] = &[
    "欧阳", "司徒", "上官", "诸葛", "司马", "皇甫", "东方", "夏侯", "尉迟", "公孙", "令狐", "宇文", "长孙", "慕容",
    "司空", "独孤", "南宫", "轩辕", "端木", "百里", "东郭", "西门", "呼延", "澹台", "公冶", "宗政", "濮阳", "淳于",
    "单于", "太叔", "申屠", "仲孙", "钟离", "闻人", "赫连", "歐陽", "司馬", "諸葛", "鲜于", "闾丘", "亓官", "拓跋",
    "万俟", "梁丘", "左丘", "纳兰", "耶律", "完颜",
];

/// Surnames that most people here have.
const COMMON_SURNAMES: &str = "\
    蔡赖洪丘利劳池甄巫容岑练卜湛揭邬谈\
    王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于余叶蒋杜苏魏程吕丁沈任\
    姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔汤\
    康施牛樊葛邢齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包尚符舒阮柯纪梅童凌毕裴霍涂谷翁冉骆\
    蓝路辛靳管柴蒙鲍华喻祁蒲房滕屈饶牟艾尤阳穆卓古吉缪简麦冼区植招邝温梅苗";

/// Rarer surnames.
const OTHER_SURNAMES: &str = "\
    阎温文安宁季成苗盛曲游农车连芦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂佟臧闵苟邬边卞姬师和仇栾隋商刁沙\
    荣巫寇桑郎甄丛仲虞敖巩明佘池麻苑迟官封匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟蔺楼盘闻厉伊仝郜海阚\
    花帅屠豆朴练廉禹井祖漆巴丰支卿国狄计宣晋初门云容敬来扈晁芮普阙浦戈伏鹿薄邸雍辜羊阿乌母裘修邰赫杭宿鲜\
    印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼居揭尉冶斯元束檀衣信展阴昝智幸奉衡富尧禤向常平时项解单强\
    应全伦庾暨莘逄隗亓仉郗宓郏桓谯缑";

/// Characters that occur in given names and hardly elsewhere.
const STRONG: &str = "\
    芳娜秀敏娟艳霞桂芬燕彬鹏浩轩涵梓萱睿怡佳琪婷俊豪诺宸雯馨彤瑶璐琳璇颖莹倩楠薇蕾蓉莲菊翠珍凤志庆霖桦峻\
    晖炳焕炜烨煜斌彪瑛瑾瑜琦珊玥珂玮琬琰玺璞钰铭钧钦鑫铮绍翰芸芷芙茉茜茵莎菲萍蓓蕊芝蕙菁懿淑贞彦昊昱昕晗\
    晟晞曦沁沛泓淇澜瀚妍娥娅婉婕媛嫣姗姣妮娣姝弢振佩俐勋卉垚坤奕娴嵘岚屹岱帆斐晔暄棣楷毅毓汝汶沐滢漪熙熠\
    琛琨瑄璟皓祎祺筠筱翀翊耘胤芊芮茹蔚轶迪逸钊铎锟隽霁霏靖韬馥骁骅骏骥鲲鸿鹃麒麟焱珩铠婧媚湛珮璋菡葳霆祯\
    婵莉玲丽伟杰涛磊强军勇辉刚娇雪琼珠瑞凯栋梅旸赟燊颢韫晏淦昀栩绮珺彧炽铿谦玟珈琮妤铨镛玙玗荃淼垲堃墉奎孺崚嵊摅昉暻曈\
    沄泠湜溥濂焜玠琅瑨瑷璿祜聿颀骞妡婳嫄嬅烜焌燚铉铧镔韶蘅旻煊焘喆煦翙鋆";

/// Other characters of given names.
const GIVEN: &str = "植余丹青冰镇卓珑亨旦昭恭甘灏稚柯牧屿霭淮灼钜迅颜贤深榆弼皑慎卿岑赐唤守卿岑兆知满带娴咏诗棉妙甜添旋丰沣球浚澎滟桉柠檬笑诺言佗贝弦咪全观妙壮锡坤\
    英静洋明超兰平玉华建国红文力飞宇子欣诗雨思雅嘉泽一晨然博悦可心语慧银金宝树根福贵财德才仁义礼智信忠孝\
    诚善良生春夏秋冬梦云海江河波清源山川林森松柏竹楚岩石峰岭岳天辰星阳晓旭光亮耀煌炎灿东西南北中正立永长\
    久远恒安康宁健顺祥吉昌盛兴旺隆荣发达富裕权武虎龙旋胜利勤俭素美好妙锋钢铁锦锡镜钟铃锐鉴万百千祖宗继\
    承传世代元启新成功业绩伯仲叔季孟学书章词墨田家庭苗芽叶花朵荷葵苇芹菱友朋群众民族邦兵卫保和谐同爱慈惠\
    仪贤洁纯真朗爽开怀喜乐欢笑甜蜜灵聪哲念忆望希冀卓越凡出雄景曼洪润淳渊渝漫潇澄嫦妞妹弘彰扬捷拓敬佑佐侠\
    倚儒冠凌劲勉化双吟含君呈咏唯圣均坚培基堂增士壮声夫奇存宏官定宜实宣宪容宽宾寅寒寿小尔尚尧屏展崇巍帅年\
    广延廷弟彩影律徽必恬恩悟悠情意慕慰战技敦斯方施昆易映显普晋晴暖曙月朝木本杉李杏材来杭枝枫柔柱柳标格桃\
    桐梁棋棠榕槐模歌殿水汉治沙法泰洲津流济浦涌涯添温湘溪滔滨潮炫烁烈焰照献玄玫环珏理琴画畅登盈禄禹禾科程\
    穆竞笛简纪纲缘羽翎翔育能腾臣航艺艾苏若苑茂荫莺萌葆蒙蓝虹融衍言训识谊谦豫赞跃路辅运进连遥遵郁郡镐闻阅\
    雁霄露靓韵音领颂风飒香驰高鲁鸣鹤鹭默齐伦仙令任娘妈蕴茗洛汐沫笙禧珞熹娆嫒娓攀槟洵漾烽瓒盼砚祈箐绪缇芯\
    苒荻莘蓁薏蝶裳诣谨逍邑锴韦颐飏魁黛彭欧怜惜苹蓬姬桢楹沣泳涓湄泉娉珣瑗璨畴皎碧磬筝箫芃莞萃少杨豆果乔炘\
    烔垣祐澍骐骉濠贇奚弈烯彗惟桓檀渲焯熔璧甄皙睦硕碹禛竣缙舜苡虞褚谕逾遐鄞钗銮锜锵镕雳骢鹂黎乾勖厚圻媱宥\
    尹峤崧嵩巧幸弦弥徵忻恺惇愉慷懋拯旌旎旖昫杳桀椿楣榛樱橙歆殊氏沅沨沺泊洺涟淙淞渥湉溢滟漩潞潼澈濡烛熵燧\
    琇琏瑀瑧瑭璎璘璠甫町眉睛砺碎祉稀穗穹竺粤紫絮绒绛绣缈缦羲翌耿聆舒舟芦苓荞莅莳菀菏葶蒽蔓蕖薰藜虔蝉衡裴\
    觅诏诒谆谧谱贻赋赓辛郎郦酉釉钏铄锁键闰阔陌雍霈霜霸靳顿颉飘骄鸥鸾麦麓儿姿仔";

const SURNAME: u8 = 1;
const COMMON: u8 = 2;
const GIVEN_NAME: u8 = 4;
const NAME_ONLY: u8 = 8;

const FIRST: u32 = 0x4E00;
const LAST: u32 = 0x9FFF;

static CLASSES: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let mut classes = vec![0; (LAST - FIRST + 1) as usize];
    let kinds = [
        (COMMON_SURNAMES, SURNAME | COMMON),
        (OTHER_SURNAMES, SURNAME),
        (STRONG, GIVEN_NAME | NAME_ONLY),
        (GIVEN, GIVEN_NAME),
    ];
    for (characters, kind) in kinds {
        for c in characters.chars() {
            if let Some(class) = (c as u32).checked_sub(FIRST).and_then(|at| classes.get_mut(at as usize)) {
                *class |= kind;
            }
        }
    }
    classes
});

/// Everyday words by their first character: `words.txt`, from the dictionary of the segmenter jieba (words-LICENSE).
static WORDS: LazyLock<HashMap<char, HashSet<&'static str>>> = LazyLock::new(|| {
    let lines = include_str!("words.txt").lines();
    lines.filter_map(|line| Some((line.chars().next()?, line.split(' ').skip(1).collect()))).collect()
});

fn class(c: char) -> u8 {
    let at = (c as u32).wrapping_sub(FIRST);
    CLASSES.get(at as usize).copied().unwrap_or(0)
}

pub fn is_surname(c: char) -> bool {
    class(c) & SURNAME != 0
}

pub fn is_common_surname(c: char) -> bool {
    class(c) & COMMON != 0
}

pub fn is_given(c: char) -> bool {
    class(c) & GIVEN_NAME != 0
}

/// Whether the character hardly occurs but in given names.
pub fn is_name_only(c: char) -> bool {
    class(c) & NAME_ONLY != 0
}

/// What stands between the surname and the rest of an old-fashioned name: 谭阿根, 麦五妹. Elsewhere it counts or calls.
pub fn is_middle(c: char) -> bool {
    matches!(c, '阿' | '亚' | '大' | '细' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十')
}

/// Whether the characters are an everyday word: 方便, 高兴, 李子.
pub fn is_word(word: &str) -> bool {
    let mut rest = word.chars();
    let Some(first) = rest.next() else { return false };
    WORDS.get(&first).is_some_and(|words| words.contains(rest.as_str()))
}

pub fn is_han(c: char) -> bool {
    matches!(c, '\u{4E00}'..='\u{9FFF}' | '\u{3400}'..='\u{4DBF}' | '\u{20000}'..='\u{323AF}')
}
