//! Texts that must be withheld, and texts that must not. All numbers, names and accounts are invented.

use super::*;

fn kinds(text: &str, names: &[&str]) -> Vec<HitKind> {
    scan(text, names).into_iter().map(|hit| hit.kind).collect()
}

pub(super) fn each_has(kind: HitKind, texts: &[&str]) {
    for text in texts {
        assert_eq!(kinds(text, &[]), [kind], "{text}");
    }
}

pub(super) fn none_has_any(texts: &[&str], names: &[&str]) {
    for text in texts {
        let hits = scan(text, names);
        let found: Vec<&str> = hits.iter().map(|hit| &text[hit.span.clone()]).collect();
        assert!(hits.is_empty(), "{text}: {found:?} {hits:?}");
    }
}

/// Contents of real offices' lists (the samples, and more like them).
const ORDINARY: &[&str] = &[
    "盼望有一张新书桌给孙女写作业，周末方便",
    "请人帮忙清理阳台杂物，周末方便",
    "想要一辆轮椅，出门看病方便些，急需",
    "想学用智能手机和家人视频，周末方便",
    "希望有大学生辅导孩子数学，急需",
    "孩子上学需要一个新书包，周末方便",
    "想要一副老花镜看报纸，急需",
    "冬天冷，想要一床厚棉被，谢谢",
    "楼道灯坏了，希望有人上门维修，周末方便",
    "希望有一台微波炉，方便为孩子热饭，急需",
    "希望有一台电饭煲，急需",
    "需要一根拐杖，上下楼不便，周末方便",
    "想要一台电风扇，夏天闷热，急需",
    "希望有一台血压计每天量血压",
    "希望有人陪同到医院复诊，周末方便",
    "希望每周有人上门理发一次，周末方便",
    "家里水管漏水，请人帮忙修理，急需",
    "为困难家庭学生提供课桌椅与助学",
    "为没有电梯的居民楼加装楼梯扶手",
    "消除老旧房屋居家消防安全隐患",
    "资助残疾人和困难长者家庭室内外环境改造",
    "周末儿童兴趣课堂",
    "资助改造青少年书房",
    "想要2个书包、40套桌椅和3台电风扇，预算1200.50元",
    "2021年4月9日上午9点到11点30分，楼道以外的公共地方",
    "希望加装地铁3号线到小区的接驳车",
    "5号电池和7号电池各10节",
    "学会用微信和QQ跟外地的儿女视频",
    "住在8楼没有电梯，上下楼不便",
    "两室一厅的房子要刷墙，一室一厅也行",
    "我们这一栋楼没有电梯，共9层",
    "一座小桥需要维修，两座花坛要补种",
    "辅导小学三年级下册第三单元数学",
    "每月资助300-500元，共12个月",
    "2021-04-09 10:30 至 2021-12-31 18:00",
    "2021.03.01-2021.12.31 期间每周二、四、六",
    "尺寸为1200*600*750毫米，或1500,1200,900均可",
    "请拨打110、120或12345热线",
    "高血压95/160，身高1.65米，体重60公斤",
    "想要一台65寸4K电视，型号不限",
    "一、二、三年级的课外书各五本",
    "一百二十元的米油，三百五十斤煤",
    "希望和3号心愿一起办理",
    "孩子叫我们一起去公园，叫上邻居",
    "女儿叫外卖不方便，想学做饭",
    "200000元用于改造，20000000元是总预算",
    "4月9号上午在办公室，5月1号在教室",
    "Wi-Fi 和 APP 都不会用",
    "20210409",
    "2003-2008年的旧照片修复",
];

#[test]
fn ordinary_contents_have_no_hit() {
    none_has_any(ORDINARY, &[]);
    none_has_any(ORDINARY, &["伍峰峰", "方某某", "高天明", "和雨祥", "于国庆", "李希望", "都小明", "王建设"]);
}

#[test]
fn mobiles_are_found_in_every_spelling() {
    each_has(
        HitKind::Phone,
        &[
            "请打19900001001",
            "电话：１９９００００１００１",
            "199 0000 1001",
            "199-0000-1001",
            "1 9 9 0 0 0 0 1 0 0 1",
            "199.0000.1001",
            "1-9-9-0-0-0-0-1-0-0-1",
            "199，0000，1001",
            "一九九零零零零一零零一",
            "幺九九〇〇〇〇幺〇〇幺",
            "壹玖玖零零零零壹零零壹",
            "①⑨⑨00001001",
            "1️⃣9️⃣9️⃣00001001",
            "𝟏𝟗𝟗𝟎𝟎𝟎𝟎𝟏𝟎𝟎𝟏",
            "199\u{200B}0000\u{200B}1001",
            "+86 199 0000 1001",
            "8619900001001",
            "0086-19900001001",
            "019900001001",
            "199OOOO1001",
            "199****1001",
            "tel19900001001谢谢",
            "199（0000）1001",
        ],
    );
}

#[test]
fn landlines_are_found() {
    each_has(
        HitKind::Phone,
        &[
            "020-81000001",
            "（020）8100 0001",
            "02081000001",
            "0763-8100001",
            "81234567",
            "电话8123456",
            "联系电话：8123 4567",
            "手机短号 661234",
            "零二零八一二三四五六七",
            "400-810-0001",
        ],
    );
}

#[test]
fn id_numbers_are_found_with_any_separators() {
    each_has(
        HitKind::IdNumber,
        &[
            "449999198001010014",
            "44999919800101001X",
            "44999919800101001x，谢谢",
            "449999 19800101 0014",
            "449999-1980-01-01-0014",
            "４４９９９９１９８００１０１００１４",
            "449999800101001",
            "四四九九九九一九八零零一零一零零一四",
        ],
    );
}

#[test]
fn card_numbers_are_found() {
    each_has(
        HitKind::CardNumber,
        &["6222000000000000001", "6222 0000 0000 0000 001", "卡号6222-0000-0000-0000", "123456789012"],
    );
}

#[test]
fn accounts_are_found() {
    each_has(
        HitKind::WeChat,
        &[
            "微信号abc_123",
            "微信：wxid_0a1b2c3d",
            "加我VX：abc12345",
            "ｖｘ：abc12345",
            "V信 abc12345",
            "wx:zhang-san88",
            "QQ 12345678",
            "qq号是10000123",
            "QQ12345",
            "邮箱 someone@example.com",
            "a.b@example.cn",
            "加v abc12345",
            "扣扣：12345678",
        ],
    );
}

#[test]
fn door_numbers_are_found() {
    for text in [
        "12栋3单元402房",
        "5号楼302室",
        "中山七路12号",
        "陈岗路12号之一",
        "家住十二栋",
        "A栋501",
        "B座1203",
        "三单元四〇二",
        "第3单元402",
        "住在302室",
        "三〇二房",
        "蟠虬南12号302房",
        "五楼302",
        "12-3-402",
        "12之3号房",
        "３０２房",
        "红星村三队12号",
        "幸福大街8号后座",
        "三元里二巷5号",
        "3梯402",
        "门牌8号",
    ] {
        let found = kinds(text, &[]);
        assert!(!found.is_empty() && found.iter().all(|kind| *kind == HitKind::DoorNumber), "{text}: {found:?}");
    }
}

#[test]
fn names_are_found() {
    for (text, names) in [
        ("苏伟想要一辆轮椅", &["苏伟"][..]),
        ("苏 伟想要一辆轮椅", &["苏伟"]),
        ("苏伟想要一辆轮椅", &["苏 伟"]),
        ("伍峰峰一家想要书桌", &["伍峰峰一家"]),
        ("峰峰想要书桌", &["伍峰峰"]),
        ("儿子王小明上学用", &["王某某"]),
        ("孙女：王小红想要书包", &["王大山"]),
        ("女儿叫小红，想要书包", &[]),
        ("孩子名叫李雷", &[]),
        ("我叫欧阳静", &[]),
        ("mary smith needs a bag", &["Mary Smith"]),
        ("陪李小花看病", &["王大山", "李小花"]),
        ("儿子欧阳明上学", &["欧阳大山"]),
    ] {
        let found = kinds(text, names);
        assert!(found.contains(&HitKind::PersonName), "{text}: {found:?}");
    }
}

#[test]
fn hit_gives_its_byte_range() {
    let text = "请打 １９９ 0000 1001 找我，微信 abc12345";
    let found: Vec<&str> = scan(text, &[]).into_iter().map(|hit| &text[hit.span]).collect();
    assert_eq!(found, ["１９９ 0000 1001", "微信 abc12345"]);
}

#[test]
fn hostile_texts_are_scanned_without_a_panic() {
    let long = "1-".repeat(50_000);
    for text in
        ["", "@", "微信", "号", "1号", "\u{200B}", "****", "*", "０", "+86", "wx", "栋", "𝟏", "叫", "名叫", &long]
    {
        scan(text, &["", "王", "王小明", "  "]);
        mask_text(text);
        mask_address(text);
    }
}

#[test]
fn wisher_is_published_by_surname() {
    for (name, public) in [
        ("伍峰峰", "伍**"),
        ("苏 伟", "苏**"),
        ("欧阳静", "欧阳**"),
        ("司徒大明", "司徒**"),
        ("伍峰峰一家", "伍**"),
        ("Mary Smith", "M**"),
        ("买买提·吐尔逊", "买**"),
        (" ", ""),
    ] {
        assert_eq!(wisher(Some(name), false), public, "{name}");
    }
    assert_eq!(wisher(Some("王小明"), true), "");
    assert_eq!(wisher(None, false), "");
}

#[test]
fn addresses_and_unknown_columns_are_masked() {
    assert_eq!(mask_address("荔湾区中山七路12号302房"), "荔湾区***");
    assert_eq!(mask_address("中山七路12号幸福小区"), "***");
    assert_eq!(mask_address("蟠虬社区3栋"), "***");
    assert_eq!(mask_address(" "), "");
    for cell in ["449999198001010014", "19900001001", "中山七路12号302房", "微信号abc_123"] {
        assert!(looks_private(cell), "{cell}");
    }
    for cell in ["低保", "3", "2021-04-09", "周末联系", "300元"] {
        assert!(!looks_private(cell), "{cell}");
    }
}

#[test]
fn numbers_are_masked_in_errors_and_digests_are_not() {
    assert_eq!(mask_text("第 3 行：19900001001 不是电话"), "第 3 行：199****1001 不是电话");
    assert_eq!(mask_text("449999198001010014"), "449****0014");
    assert_eq!(mask_text("199 0000 1001"), "199****1001");
    let evening = "统计时间 2021-04-09T23:56:36+08:00，存档校验码 3:79c2";
    assert_eq!((mask_text(evening), mask_private(evening, &[])), (evening.to_owned(), evening.to_owned()));
    let digest = "操作 42:9f8612345678901234ab00112233445566778899aabbccddeeff001122334455";
    assert_eq!(mask_text(digest), digest);
    for plain in ["JH-W000017", "2021-04-09", "金花街道2021年.csv", "共 44 条"] {
        assert_eq!(mask_text(plain), plain);
    }
}

#[test]
fn every_kind_has_its_own_code_and_label() {
    let words: std::collections::BTreeSet<&str> = HitKind::ALL.iter().map(|kind| kind.code()).collect();
    assert_eq!(words.len(), HitKind::ALL.len());
    assert!(HitKind::ALL.iter().all(|kind| !kind.label().is_empty()));
}

#[test]
fn coordinates_beds_and_labelled_numbers_are_found() {
    for text in [
        "定位 N31.2284 E121.4411 附近",
        "导航到121.4401，31.2290，红门",
        "北纬31°07′12″ 东经121°14′05″",
        "https://example.com/map?lat=31.12&lng=121.24",
        "what3words 是 苹果.书桌.河流",
        "住院部骨科7床",
        "护理院205房3床想听戏",
        "ICU5床",
        "消化科加2床",
        "wifi密码是Xyz98765",
        "开会号：会议号 111-222-333",
        "电表号 00998877",
        "用户ab_00019登录不上",
        "东塔1803漏水",
        "包裹放1102门口",
        "Block 3, Room 6",
        "Room 6, Block 3",
        "粤B0034挂",
        "打IggOOOOII88",
    ] {
        assert!(!kinds(text, &[]).is_empty(), "{text}");
    }
    none_has_any(
        &[
            "3床棉被和2床毛毯",
            "医院新增20床位",
            "想要密码锁",
            "水表坏了要换",
            "会议室借用2小时",
            "用户1000户",
            "体温38.5度",
            "价格23.50元和114.20元",
            "希望图书室周六9:00-17:00开放",
            "星期日8:30至17:30开门",
            "旧小区30栋老楼翻新",
            "501路公交车门口有台阶",
            "Tower 2",
        ],
        &[],
    );
}

#[test]
fn name_of_others_is_found_behind_more_roles_and_kinships() {
    each_has(
        HitKind::PersonName,
        &[
            "租客岑海波不交租",
            "楼上的卓德发天天敲地板",
            "想请梁伯梁润添教棋",
            "我孙女萱萱喜欢画画",
            "我先生姓司徒，名健生",
        ],
    );
    none_has_any(&["楼上的水管坏了", "孩子天天想打球", "楼下的路灯不亮", "妹妹常常说想家"], &[]);
}

#[test]
fn known_name_is_found_with_blanks_between_its_characters() {
    let mut known = KnownNames::default();
    known.add("覃伟");
    let people = People { own: &[], known: Some(&known) };
    for text in ["覃 伟", "邻居覃 伟想要灯", "一块布，覃伟推荐", "感谢：覃\u{3000}伟"] {
        assert!(scan_for(text, people).iter().any(|hit| hit.kind == HitKind::PersonName), "{text}");
    }
    assert!(scan_for("覃塘伟业的灯", people).is_empty());
}

/// What texts for the property test are made of: the scan's own words, digits and scripts.
const PIECES: &[&str] = &[
    "tower",
    "block",
    "building",
    "bldg",
    "room",
    "flat",
    "no.",
    "/f",
    " ",
    "2",
    "b",
    "12",
    "302",
    "1990000",
    "二",
    "十",
    "栋",
    "座",
    "单元",
    "室",
    "房",
    "号",
    "#",
    "楼",
    "梯",
    "巷",
    "路",
    "门",
    "门口",
    "门牌",
    "床",
    "科",
    "icu",
    "第",
    "间",
    "塘",
    "屋",
    "后座",
    "最后一户",
    "之",
    "-",
    "(",
    "）",
    "微信",
    "加",
    "v",
    "vx",
    "@",
    "at",
    "qq",
    ".",
    "com",
    "密码",
    "会议号",
    "用户",
    "粤",
    "a",
    "学",
    "生日",
    "出生",
    "年",
    "月",
    "班",
    "三",
    "姓",
    "名",
    "叫",
    "李",
    "欧阳",
    "伟",
    "萱",
    "儿子",
    "孙女",
    "陈伯",
    "·",
    "：",
    "31.1234",
    "°",
    "′",
    "lat",
    "://",
    "/map",
    "𝟏",
    "٣",
    "①",
    "四个零",
    "zero ×4",
    "jiu",
    "*",
    "x",
    "《",
    "🏠",
    "\u{200B}",
    "é",
    "周",
    "9:00",
    "::1",
    "古丽",
    "Chan",
    "Ka",
    "O",
    "l",
];

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig {
        cases: 2000,
        failure_persistence: None,
        ..Default::default()
    })]

    #[test]
    fn no_text_of_the_scans_own_words_panics(pieces in proptest::collection::vec(0..PIECES.len(), 0..10)) {
        let text: String = pieces.iter().map(|at| PIECES[*at]).collect();
        for hit in scan(&text, &["李伟", "欧阳萱"]) {
            assert!(hit.span.start < hit.span.end && text.get(hit.span.clone()).is_some(), "{text}: {hit:?}");
        }
        mask_private(&text, &[]);
        mask_text(&text);
        mask_address(&text);
        wall::found(&text, People::default());
    }
}

#[test]
fn text_that_ends_with_a_word_for_a_house_is_read() {
    for word in ["Tower", "Block", "Building", "bldg", "Room", "Flat", "No.", "3/F", "门牌", "巷之", "单元的", "第"]
    {
        for tail in ["", " ", " 2", " C", "2", "（", "）", "，"] {
            mask_private(&format!("Room 5, {word}{tail}"), &[]);
            scan(&format!("{word}{tail}"), &[]);
        }
    }
}

#[test]
fn building_is_somebodys_home_unless_it_is_spoken_of_as_everybodys() {
    for text in
        ["住12栋，想要一把椅子", "家在8栋", "我们12栋的电梯坏了", "我哋3座路灯唔着", "我屋企喺C座", "楼道灯坏了，住5座"]
    {
        assert!(!scan(text, &[]).is_empty(), "{text}");
    }
    for text in [
        "12栋楼下的路灯坏了",
        "3号楼门禁坏了",
        "12栋需要加装电梯",
        "5座电梯口的灯不亮",
        "6栋希望安装充电桩",
        "12栋天台漏水",
    ] {
        assert!(scan(text, &[]).is_empty(), "{text}: {:?}", scan(text, &[]));
    }
}

#[test]
fn account_may_begin_with_digits_in_words() {
    for text in ["VX幺九九同手机", "微信一三八同手机号", "加V：幺三八同号", "微信号是一三九ab66", "vx幺三八开头"]
    {
        assert!(!scan(text, &[]).is_empty(), "{text}");
    }
    for text in
        ["微信一键转发怎么用", "想学微信二维码", "QQ三国这个游戏不会玩", "微信三五个好友一起聊", "加一二三号机器"]
    {
        assert!(scan(text, &[]).is_empty(), "{text}: {:?}", scan(text, &[]));
    }
}

#[test]
fn name_behind_kin_before_who_takes_it_in_is_found_whatever_its_characters() {
    for (text, name) in [
        ("送到水街，女儿谭咏珈收", "谭咏珈"),
        ("交给孙子罗梓珈转交", "罗梓珈"),
        ("由邻居黎璟垚代收", "黎璟垚"),
        ("儿子谭珈签收", "谭珈"),
    ] {
        let hits = scan(text, &[]);
        assert!(hits.iter().any(|hit| text[hit.span.clone()].contains(name)), "{text}: {hits:?}");
    }
    for text in ["由女儿代收", "老人马上签收", "孩子高兴收到书包", "邻居方便代收快递", "家属全部领取", "老师白天代收"]
    {
        assert!(scan(text, &[]).is_empty(), "{text}: {:?}", scan(text, &[]));
    }
}

#[test]
fn plate_of_an_electric_bicycle_needs_no_label() {
    assert!(!scan("电动车广州F283910要换轮胎", &[]).is_empty());
    assert!(!scan("电单车广州A12B345丢了", &[]).is_empty());
    assert!(scan("电动车广州12345热线投诉", &[]).is_empty() && scan("电动车去广州B出口", &[]).is_empty());
}

#[test]
fn number_of_a_hotline_is_nobodys_unless_somebody_calls_it_theirs() {
    none_has_any(
        &["热线88888888打爆咗", "客服热线 400-800-8888 太难打通", "投诉电话：8188 2479 冇人听", "总机020-81882479"],
        &[],
    );
    each_has(HitKind::Phone, &["热线19900002468", "我嘅热线81882479", "客服话打81882479俾佢"]);
}
