//! `publish`: numbers, consent, private text, and what the pack may contain.

use serde_json::{Value, json};

use crate::office::{self, Office};

/// The office with this list of wishes, verified. Headers: 姓名, 社区, 电话, 人员类别, 年龄, 微心愿内容, 同意公开.
fn wishes(rows: &str) -> Office {
    let office = Office::new();
    office.write("w.csv", format!("姓名,社区,电话,人员类别,年龄,微心愿内容,同意公开\n{rows}"));
    office.ok("collect wishes w.csv");
    office.ok("verify --all --pass");
    office
}

fn withheld(answer: &Value) -> Vec<&str> {
    answer["withheld"].as_array().unwrap().iter().map(|one| one["code"].as_str().unwrap()).collect()
}

#[test]
fn publish_numbers_every_verified_need_and_writes_the_pack() {
    let office = Office::verified();
    let answer = office.json("publish");
    let numbers: Vec<i64> =
        answer["published"].as_array().unwrap().iter().map(|one| one["number"].as_i64().unwrap()).collect();
    assert_eq!(numbers, (1..=10).collect::<Vec<_>>());
    assert_eq!(answer["files"].as_array().unwrap().len(), 11);
    let wechat = office.read("publish/wechat.txt");
    assert!(wechat.contains("\n3号 | 龙源社区 | 物资 | 想要一辆轮椅，出门看病方便些\n"), "{wechat}");
    assert_eq!(office::table(&office.read("publish/list.csv")).len(), 10);
}

#[test]
fn publish_again_changes_nothing_and_rewrites_the_pack() {
    let office = Office::published();
    let before = office.file();
    std::fs::remove_dir_all(office.path("publish")).unwrap();
    let answer = office.json("publish");
    assert_eq!(
        (&answer["entry"], &answer["published"], &answer["on_the_wall"]),
        (&Value::Null, &json!([]), &json!(10))
    );
    assert!(office.file() == before && office.has("publish/wechat.txt"));
    office.refuses("publish 3号", 0).reports(&["JH-W000003", "已在墙上"]);
    let run = office.refuses("publish", 0);
    assert!(run.err.contains("没有重写") && !run.err.contains("已写入"), "{run:#?}");
}

#[test]
fn need_taken_down_keeps_its_number_which_is_never_reused() {
    let office = Office::published();
    let public = office.json("show 10号")["public_code"].clone();
    office.ok("publish --take-down 10号 --reason 内容有误");
    assert_eq!(office.state("XM02"), "verified");
    assert!(!office.read("publish/wechat.txt").contains("10号"));
    office.refuses("publish --take-down 10号 --reason 内容有误", 0);
    let next = office.json("status")["next"].to_string();
    assert!(!next.contains("shuangwei publish"), "{next}");
    office.write("more.csv", "姓名,社区,微心愿内容,同意公开\n何花,蟠虬社区,想要一台收音机,是\n");
    office.ok("collect wishes more.csv");
    office.ok("verify JH-W000011 --pass");
    let answer = office.json("publish JH-W000011");
    assert_eq!(answer["published"][0]["number"], 11);
    let answer = office.json("publish XM02");
    assert_eq!(answer["published"], json!([{"code": "XM02", "number": 10}]));
    assert_eq!(office.json("show 10号")["public_code"], public);
}

#[test]
fn claimed_need_stays_in_the_pack() {
    let office = Office::published();
    office.ok("claim take 1号 --by 李梅 --on 2021-05-01");
    office.refuses("publish --take-down 1号 --reason 错", 1).reports(&["李梅", "2021-05-01", "claim release"]);
    office.ok("claim release 1号 --reason 病");
    office.ok("publish --take-down 1号 --reason 错");
    office.refuses("publish --take-down 1号", 2);
    office.refuses("publish --take-down 1号 --reason \" \"", 2);
}

#[test]
fn claimed_wish_whose_resident_wants_it_off_the_wall_is_led_out_of_it() {
    // One that is claimed, one of which a part is, and one that waits to be confirmed.
    for (number, claims) in [
        ("1号", &["claim take 1号 --by 李梅 --on 2021-05-01"][..]),
        ("4号", &["claim take 4号 --by 何静 --quantity 2 --on 2021-05-01"]),
        ("3号", &["claim take 3号 --by 陈刚 --on 2021-05-01", "claim complete 3号 --on 2021-05-02"]),
    ] {
        let office = Office::published();
        claims.iter().for_each(|line| drop(office.ok(line)));
        let code = office.json(&format!("show {number}"))["code"].as_str().unwrap().to_owned();
        let way = format!("edit {code} --set 同意公开=否");
        office.refuses(&format!("publish --take-down {number} --reason 居民要求"), 1).reports(&[&way, "认领照旧"]);
        let listed = |office: &Office| office.read("publish/list.csv").contains(&format!("\n{number},"));
        office.ok("publish");
        assert!(listed(&office), "{number}");
        let progress = office.progress(number);
        office.ok(&way);
        let answer = office.run("publish");
        let answer = answer.out.clone() + &answer.err;
        assert!(answer.contains("认领照旧") && !answer.contains("--take-down"), "{number}: {answer}");
        assert_eq!((listed(&office), office.progress(&code)), (false, progress), "{number}");
    }
    // What nobody has claimed comes down at once.
    let office = Office::published();
    office.ok("edit 1号 --set 同意公开=否");
    assert_eq!(office.state("1号"), "verified");
}

#[test]
fn public_list_is_laid_out_to_be_printed() {
    let office = Office::published();
    let mut book = zip::ZipArchive::new(std::fs::File::open(office.path("publish/list.xlsx")).unwrap()).unwrap();
    let mut part = |name: &str| std::io::read_to_string(book.by_name(name).unwrap()).unwrap();
    let (sheet, titles) = (part("xl/worksheets/sheet1.xml"), part("xl/workbook.xml"));
    for words in ["fitToPage=\"1\"", "orientation=\"landscape\" fitToHeight=\"0\"", "<oddHeader>&amp;C ", "<oddFooter>"]
    {
        assert!(sheet.contains(words), "{words}: {sheet}");
    }
    assert!(titles.contains("Print_Titles") && titles.contains("$1:$1"), "{titles}");
}

#[test]
fn consent_decides_who_is_published() {
    let rows = "甲一,蟠虬社区,19900001001,低保,70,想要一把轮椅,是\n\
                乙二,蟠虬社区,19900001002,低保,70,想要一把雨伞,否\n\
                丙三,蟠虬社区,19900001003,低保,70,想要一张书桌,\n\
                丁四,蟠虬社区,19900001004,困境儿童,,想要一个书包,\n\
                戊五,蟠虬社区,19900001005,低保,17,想要一本字典,\n\
                己六,蟠虬社区,19900001006,留守儿童,9,想要一盒彩笔,是\n";
    let office = wishes(rows);
    let answer = office.json("publish --dry-run");
    let all = ["JH-W000002", "JH-W000003", "JH-W000004", "JH-W000005"];
    assert_eq!(withheld(&answer), all);
    assert!(!office.has("publish"));
    let answer = office.json("publish --consent 登记表已征询本人 --k 1");
    assert_eq!(withheld(&answer), ["JH-W000002", "JH-W000004", "JH-W000005"], "a child wants a yes of its own");
    assert_eq!(office.json("show JH-W000003")["consent_basis"], "登记表已征询本人");
    let rows = office::table(&office.read("publish/list.csv"));
    let wishers: Vec<&str> = rows.iter().map(|row| row["许愿人"].as_str()).collect();
    assert_eq!(wishers, ["甲**", "丙**", ""], "a child has no name");
    for text in [office.read("publish/list.csv"), office.read("publish/wechat.txt")] {
        assert!(!text.contains("雨伞") && !text.contains("字典"), "{text}");
    }
    office.refuses("publish --consent \"\"", 2);
}

#[test]
fn consent_flag_may_come_with_the_list() {
    let office = Office::new();
    office.write("w.csv", "姓名,社区,微心愿内容\n甲一,蟠虬社区,想要一把轮椅\n");
    office.ok("collect wishes w.csv --consent 表上已问");
    office.ok("verify --all --pass");
    assert_eq!(withheld(&office.json("publish")), Vec::<&str>::new());
}

#[test]
fn private_text_is_withheld_until_reworded_or_confirmed() {
    let texts = [
        "想要一台风扇，联系13800001234",
        "想要书包，电话一三八 0000 1234",
        "身份证449999198001010014想补办",
        "请加微信abc_12345",
        "送到光明路12号301房",
        "甲一想要一张床",
    ];
    let rows: String = texts.iter().map(|text| format!("甲一,蟠虬社区,19900001001,低保,70,\"{text}\",是\n")).collect();
    let office = wishes(&rows);
    let run = office.ok("publish");
    assert_eq!(run.err.matches("暂缓 JH-W").count(), texts.len(), "{run:#?}");
    assert!(!run.err.contains("13800001234") && !run.out.contains("13800001234"), "{run:#?}");
    assert!(!office.read("publish/wechat.txt").contains("号 |"));
    let answer = office.json_of("publish JH-W000001 --wording \"想要一台风扇，电话13900001111\"", 1);
    assert_eq!(withheld(&answer), ["JH-W000001"], "the new words are read too");
    office.ok("publish JH-W000001 --wording 想要一台风扇");
    office.ok("publish JH-W000006 --as-is");
    let wechat = office.read("publish/wechat.txt");
    assert!(wechat.contains("1号 | 蟠虬社区 | 微心愿 | 想要一台风扇\n"), "{wechat}");
    assert!(wechat.contains("甲一想要一张床"), "{wechat}");
    office.refuses("publish JH-W000002 JH-W000003 --wording 甲", 2);
    office.refuses("publish JH-W000002 --wording \" \"", 2);
    office.refuses("publish --as-is", 2);
}

#[test]
fn name_that_a_roster_brings_later_is_masked_on_the_wall_unless_it_was_confirmed() {
    let wish = |phone, text| format!("甲一,蟠虬社区,{phone},低保,70,{text},是\n");
    let office = wishes(&(wish(19900001001_u64, "想请覃雨桐再教一次剪纸") + &wish(19900001002, "想跟覃雨桐学唱歌")));
    office.ok("publish");
    office.ok("publish JH-W000002 --as-is");
    assert!(office.read("publish/wechat.txt").contains("想请覃雨桐再教一次剪纸"));
    office.write("m.csv", "姓名,所在单位,在职情况\n覃雨桐,区图书馆,在职\n");
    office.ok("collect members m.csv");
    let answer = office.json("publish");
    let masked = answer["masked"].as_array().unwrap();
    assert_eq!((masked.len(), &masked[0]["code"]), (1, &json!("JH-W000001")), "{answer}");
    assert_eq!(masked[0]["published"].as_array().unwrap().len(), 1, "{answer}");
    let wechat = office.read("publish/wechat.txt");
    assert!(wechat.contains("想请***再教一次剪纸") && wechat.contains("想跟覃雨桐学唱歌"), "{wechat}");
    let again = office.json("publish");
    assert_eq!((&again["masked"], &again["entry"]), (&Value::Null, &Value::Null), "{again}");
}

#[test]
fn rewording_a_published_need_is_checked_for_private_text() {
    let office = Office::published();
    office.refuses("publish 3号 --wording \"想要一辆轮椅，电话13900001111\"", 1).reports(&["暂缓 JH-W000003"]);
    assert!(!office.read("publish/wechat.txt").contains("13900001111"));
    office.ok("publish 3号 --wording 想要一辆折叠轮椅").reports(&["公开措辞已改"]);
    assert!(office.read("publish/wechat.txt").contains("折叠轮椅"));
}

#[test]
fn taken_down_need_stays_down_until_its_code_is_published() {
    let office = Office::published();
    office.ok("publish 3号 --take-down --reason 本人要求撤下");
    let answer = office.json("publish");
    assert_eq!(answer["published"], json!([]));
    assert_eq!(answer["staying_down"][0]["code"], "JH-W000003");
    office.ok("publish").reports(&["3号", "JH-W000003", "本人要求撤下", "publish JH-W000003"]);
    assert!(!office.read("publish/list.csv").contains("轮椅"));
    office.ok("publish 3号");
    assert!(office.read("publish/list.csv").contains("轮椅"));
}

#[test]
fn list_that_withdraws_consent_takes_the_wish_off_the_wall() {
    let office = Office::published();
    office.write("w.csv", office::WISHES.replacen("2021-03-03,是", "2021-03-03,否", 1));
    let answer = office.json("collect wishes w.csv");
    let entry = answer["entry"]["id"].clone();
    let down: Vec<&Value> =
        answer["warnings"].as_array().unwrap().iter().filter(|one| one["code"] == "taken_down").collect();
    let message = down[0]["message"].as_str().unwrap();
    assert!(down.len() == 1 && message.contains("3号") && message.contains("本人不同意公开"), "{message}");
    let need = office.json("show JH-W000003");
    assert_eq!((&need["state"], &need["number"]), (&json!("verified"), &json!(3)));
    assert_eq!(need["history"].as_array().unwrap().last().unwrap()["entry"], entry, "in the same entry");
    office.refuses("claim take 3号 --by 李梅", 1).reports(&["JH-W000003"]);
    let answer = office.json("publish");
    assert_eq!(answer["staying_down"][0]["code"], "JH-W000003");
    assert!(!office.read("publish/list.csv").contains("轮椅"));
    assert_eq!(withheld(&office.json_of("publish 3号", 1)), ["JH-W000003"], "a name does not stand for a yes");
    office.write("w.csv", office::WISHES);
    office.ok("collect wishes w.csv");
    assert_eq!(office.json("publish 3号")["published"][0]["number"], 3);
    office.ok("check");
}

#[test]
fn claimed_wish_whose_consent_is_withdrawn_stays_claimed_and_is_not_shown() {
    let office = Office::published();
    office.ok("claim take 3号 --by 李梅 --on 2021-05-01");
    office.write("w.csv", office::WISHES.replacen("2021-03-03,是", "2021-03-03,否", 1));
    office.ok("collect wishes w.csv").reports(&["3号", "已有人认领"]);
    assert_eq!(office.state("JH-W000003"), "published");
    assert_eq!(withheld(&office.json("publish")), ["JH-W000003"]);
    assert!(!office.read("publish/list.csv").contains("轮椅"));
    office.refuses("claim take 3号 --outsider 甲 --on 2021-05-02", 1).reports(&["不公开"]);
    office.ok("claim complete 3号 --on 2021-05-03");
}

#[test]
fn list_that_makes_a_wish_a_childs_takes_it_down_unless_it_says_yes() {
    let list = |class: &str, age: &str, consent: &str| {
        format!(
            "编号,姓名,社区,人员类别,年龄,微心愿内容,同意公开\nA1,甲一,蟠虬社区,{class},{age},想要一张书桌,{consent}\n             A2,乙二,蟠虬社区,低保,70,想要一把轮椅,是\n"
        )
    };
    for (class, age) in [("留守儿童", ""), ("学生", ""), ("低保", "12")] {
        let office = Office::new();
        office.write("w.csv", list("低保", "40", ""));
        office.ok("collect wishes w.csv --consent 表上已问");
        office.ok("verify --all --pass");
        assert_eq!(office.json("publish")["published"].as_array().unwrap().len(), 2);
        office.write("w.csv", list(class, age, ""));
        office.ok("collect wishes w.csv").reports(&["1号", "未成年人"]);
        assert_eq!((office.state("A1"), office.state("A2")), ("verified".to_owned(), "published".to_owned()));
        office.write("w.csv", list(class, age, "是"));
        office.ok("collect wishes w.csv");
        office.ok("publish A1");
        let public = office.read("publish/list.csv");
        assert!(public.contains("书桌") && !public.contains("甲**"), "{public}");
    }
}

#[test]
fn child_is_known_by_school_text_birthday_and_id_number() {
    let head = "编号,姓名,社区,身份证号,学校,出生日期,微心愿内容,同意公开\n";
    let rows = "A1,甲一,蟠虬社区,449999201503051234,,,想要一张书桌,\n                A2,乙二,蟠虬社区,,蟠虬小学,,想要一把雨伞,\n                A3,丙三,蟠虬社区,,,2015年3月5日,想要一本字典,\n                A4,丁四,蟠虬社区,,,,我是小学三年级学生，想要一个书包,\n                A5,戊五,蟠虬社区,,,,孩子今年8岁，想要一双球鞋,\n                A6,己六,蟠虬社区,449999198503051234,,1985-03-05,想要一盏台灯,\n";
    let office = Office::new();
    office.write("w.csv", format!("{head}{rows}"));
    // The numbers are masked; what they say of a child's age is not lost.
    office.write("m.toml", "[kept]\ncolumns = [\"身份证号\"]\n");
    office.ok("collect wishes w.csv --consent 表上已问 --map m.toml");
    assert!(!office.records().join("\n").contains("449999201503051234"));
    office.ok("verify --all --pass");
    let answer = office.json("publish");
    assert_eq!(withheld(&answer), ["A1", "A2", "A3", "A4", "A5"]);
    assert!(answer["withheld"][0]["reason"].as_str().unwrap().contains("未成年人"));
}

#[test]
fn pack_contains_no_phone_name_age_address_or_note() {
    let office = Office::verified();
    let run = office.ok("publish");
    let pack = [office.read("publish/list.csv"), office.read("publish/wechat.txt"), run.out, run.err];
    for row in office::table(office::WISHES) {
        for header in ["许愿人", "联系电话", "家庭住址", "备注", "征集时间"] {
            let cell = &row[header];
            for text in &pack {
                assert!(cell.is_empty() || !text.contains(cell.as_str()), "{header} {cell} is printed: {text}");
            }
        }
        assert!(!pack[0].contains(&format!(",{},", row["年龄"])), "{}", row["年龄"]);
    }
    let headers = ["墙号", "公开编号", "属地", "许愿人", "类别", "心愿类别", "形式", "内容", "数量", "状态"];
    assert_eq!(office::cells(&pack[0])[0], headers);
    assert!(!pack[0].contains("JH-W") && !pack[1].contains("JH-W") && !pack[0].contains("XM0"), "{}", pack[0]);
}

#[test]
fn publish_takes_verified_needs_only() {
    let office = Office::new();
    office.write("wishes.csv", office::WISHES);
    office.ok("collect wishes wishes.csv");
    office.refuses("publish JH-W000001", 1).reports(&["JH-W000001", "待核实", "verify"]);
    assert_eq!(office.json("publish")["published"], json!([]));
    let office = Office::verified();
    office.refuses("publish JH-W99", 3).reports(&["JH-W99"]);
    assert!(!office.has("publish"), "a refusal leaves no folder behind");
}

#[test]
fn publish_into_unusable_folder_is_refused_before_any_change() {
    let office = Office::verified();
    office.write("taken", "mine");
    office.refuses("publish --to taken", 3).reports(&["taken"]);
    office.ok("publish --to 四月/发布");
    assert!(office.has("四月/发布/wechat.txt"));
}

#[test]
fn pack_is_in_the_language_of_the_office() {
    let office = Office::speaking("en").filled();
    office.ok("publish");
    assert!(office.read("publish/list.csv").starts_with("number,public code,place,wisher,kind"));
}

#[cfg(unix)]
#[test]
fn pack_is_private_to_its_owner() {
    use std::os::unix::fs::PermissionsExt;
    let office = Office::published();
    let mode = |name: &str| office.path(name).metadata().unwrap().permissions().mode() & 0o777;
    assert_eq!([mode("publish"), mode("publish/list.csv"), mode("publish/wechat.txt")], [0o700, 0o600, 0o600]);
}

#[test]
fn public_name_is_imported_shown_published_exported_and_erased() {
    let office = Office::new();
    let list = |name: &str| {
        format!(
            "许愿人,公开称呼,社区,年龄,微心愿内容,同意公开\n王秀英,{name},蟠虬社区,70,一盏台灯,是\n李小明,明明,蟠虬社区,9,一个书包,是\n赵六,赵六,蟠虬社区,60,一把轮椅,是\n"
        )
    };
    office.write("w.csv", list("王阿姨"));
    office.ok("collect wishes w.csv");
    assert_eq!(office.json("show JH-W000001")["public_name"], "王阿姨");
    assert!(office.ok("show JH-W000001").out.contains("公开称呼"));
    // Until it is on the wall, a newer list may change it.
    office.write("w.csv", list("英姐"));
    assert_eq!(office.json("collect wishes w.csv")["files"][0]["updated"], 1);
    office.ok("verify --all --pass");
    // A whole name is asked about, as in every text for the wall.
    office.ok("publish").reports(&["JH-W000003", "姓名"]);
    let public = office.read("publish/list.csv");
    assert!(public.contains("英姐") && !public.contains("明明") && !public.contains("王**"), "{public}");
    assert!(office.export("wishes").iter().any(|wish| wish["公开称呼"] == "英姐"));
    office.write("w.csv", list("王大妈"));
    assert_eq!(office.json("collect wishes w.csv")["warnings"][0]["code"], "conflict");
    office.ok("erase 王秀英 --reason 本人要求");
    office.ok("publish");
    assert!(!office.read("publish/list.csv").contains("英姐"));
    assert!(!String::from_utf8_lossy(&office.file()).contains("英姐"));
    office.ok("check");
}

/// Who may be named is named, and no more than that: a phone or a door in the name stays off the wall.
#[test]
fn claimants_name_that_tells_a_number_or_a_door_gives_way_to_what_they_are() {
    for (name, printed) in [
        ("李大富19900003333", Some("电话")),
        ("榕荫里12号302房王阿姨", Some("门牌")),
        ("光明打字店 微信gmdz19900003333", Some("微信")),
        ("光明打字店", None),
        ("李大富", None),
    ] {
        let office = Office::published();
        office.ok(&format!("claim take 3号 --outsider \"{name}\" --name-ok --on 2021-05-01"));
        let run = office.ok("publish");
        let shown = office.read("publish/data.json") + &office.read("publish/screen.html");
        assert_eq!(shown.contains(name), printed.is_none(), "{name}");
        assert!(!shown.contains("19900003333") && !shown.contains("302房"), "{name}");
        match printed {
            Some(printed) => assert!(shown.contains("\"社会力量\"") && run.err.contains(printed), "{name}: {run:#?}"),
            None => assert!(!run.err.contains("墙上写作"), "{name}: {run:#?}"),
        }
        assert!(printed.is_none() || run.err.contains("3号的认领人"), "{run:#?}");
    }
}

#[test]
fn texts_of_the_settings_that_tell_private_things_are_refused_with_their_line() {
    let office = Office::verified();
    for title in ["电话19900004444", "光明路12号301房心愿墙", "王阿姨的心愿，微信wangayi1990"] {
        let run = office.refuses(&format!("publish --title \"{title}\""), 2);
        assert!(run.err.contains("--title") && !run.err.contains("19900004444"), "{run:#?}");
    }
    office.refuses("publish --title \" \"", 2);
    for (written, line, words) in [
        ("\ntitle = \"电话19900004444\"\n", 2, "title"),
        ("title = \"心愿树\"\nsigned = \"李大富 19900004444\"\n", 2, "signed"),
        ("title = \"\"\n", 1, "title 不能为空"),
        ("claim_url = \"ftp://example.org\"\n", 1, "ftp://example.org"),
        ("\n\nsubmit_url = \"https://example.org/{code}\"\n", 3, "submit_url"),
        ("titel = \"心愿树\"\n", 1, "没有 titel 这一项"),
        ("[list]\ncolumns = [\"phone\"]\n", 2, "可写 number"),
        ("title = 1\n", 1, "引号"),
        ("[look]\nopen = \"浅绿\"\n", 2, "颜色写"),
        ("[list\n", 1, "不合 TOML 的写法"),
    ] {
        office.write("publish.toml", written);
        let run = office.refuses("publish", 3);
        run.reports(&["publish.toml", &format!("第 {line} 行"), words]);
        for raw in ["unknown", "invalid", "expected", "19900004444"] {
            assert!(!run.err.contains(raw), "{written}: {run:#?}");
        }
    }
    assert!(!office.has("publish"));
    office.write("publish.toml", "title = \"金花街道双微心愿树\"\nsigned = \"金花街道党工委 李书记\"\n");
    office.ok("publish");
}

#[test]
fn options_of_products_that_are_not_made_are_refused() {
    let office = Office::verified();
    for options in [
        "--only list --state claimed",
        "--only tree,list --state open",
        "--only letter --claim-url https://example.org/{code}",
        "--only list --claim-url https://example.org/{code}",
        "--only cards --submit-url https://example.org/wish",
    ] {
        office.refuses(&format!("publish {options}"), 2).reports(&["--only"]);
    }
    assert!(!office.has("publish"));
    office.ok("publish --only cards,poster --state open --claim-url https://example.org/{code} --submit-url https://example.org/w");
}

#[test]
fn broken_template_stops_only_what_is_made_with_it() {
    let office = Office::published();
    office.ok("claim take 1号 --by 李梅 --on 2021-05-01");
    std::fs::create_dir(office.path("templates")).unwrap();
    office.write("templates/poster.html", "{% if %}\n");
    office.ok("publish --only list --to elsewhere");
    office.ok("claim card 李梅 --output card.html");
    office.ends("publish --only poster --to posters", 1).reports(&["poster.html", "第 1 行"]);
}

#[test]
fn pack_is_never_older_than_what_it_shows() {
    let office = Office::verified();
    office.ends("publish --on 2021-01-01", 1).reports(&["2021-01-01", "2021-04-14"]);
    assert!(!office.has("publish"));
    let office = Office::published();
    office.ok("publish --to other --on 2021-12-31");
    for line in ["publish --on 2021-04-01", "publish --on 2021-12-30", "publish 1号 --on 2021-04-20 --only list"] {
        office.refuses(line, 2).reports(&["2021-12-31"]);
    }
    office.refuses("publish --on 2022-01-01", 2);
    office.ok("publish --on 2021-12-31");
    office.ok("publish");
}

#[test]
fn pack_is_not_dated_before_what_it_shows_by_a_clock_that_is_behind() {
    let office = Office::verified();
    office.ok("publish --today 2021-06-01");
    let (pack, before) = (office.read("publish/data.json"), office.file());
    for line in ["publish", "publish 3号 --wording 想要一辆折叠轮椅", "publish --dry-run"] {
        office.refuses(&format!("{line} --today 2021-05-31"), 3).reports(&["2021-05-31", "2021-06-01", "校准"]);
    }
    assert!(office.read("publish/data.json") == pack && office.file() == before);
    office.refuses("publish --on 2021-05-31 --today 2021-06-02", 2).reports(&["发布日期 2021-05-31"]);
    office.ok("publish --today 2021-06-01");
    // What has to come down comes down.
    office.ok("publish --take-down 3号 --reason 本人要求 --today 2021-05-31");
    let pack = office.read("publish/data.json");
    assert!(pack.contains("\"day\":\"2021-06-01\"") && !pack.contains("轮椅"), "{pack}");
    office.ok("publish --today 2021-06-02");
}

#[test]
fn counts_of_a_place_name_the_place() {
    let office = Office::published();
    let run = office.ok("publish --place 龙源社区 --to 龙源");
    assert!(run.err.contains("龙源社区在墙上的共") && !run.err.contains("墙上共"), "{run:#?}");
    let head = office.read("龙源/wechat.txt").lines().nth(1).unwrap().to_owned();
    assert!(head.starts_with("【金花街道龙源社区】双微清单"), "{head}");
    assert!(office.read("publish/wechat.txt").contains("【金花街道】双微清单"));
}

#[test]
fn child_is_known_by_a_year_of_birth_in_any_spelling() {
    let office = Office::new();
    let births = ["15年3月", "15.3.5", "二〇一五年三月", "5/3/2015", "56年3月", "一九五六年", "12月5日"];
    let rows = births.iter().enumerate().map(|(at, born)| format!("B{at},甲一,蟠虬社区,,想要一盏灯{at},{born}\n"));
    let class = "C1,甲一,蟠虬社区,少儿,想要一盒彩笔,\n";
    office.write("w.csv", format!("编号,姓名,社区,人员类别,微心愿内容,出生年月\n{}{class}", rows.collect::<String>()));
    office.ok("collect wishes w.csv --consent 表上已问");
    office.ok("verify --all --pass");
    assert_eq!(withheld(&office.json("publish")), ["B0", "B1", "B2", "B3", "C1"]);
}
