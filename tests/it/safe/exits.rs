//! What leaves the office otherwise than over the wall: what `show`, the answers of `claim`, the log and exports tell of
//! people, whose phone is whose, how surnames are counted, and what an erasing takes from claims. Each kind with a control.

use crate::office::Office;

/// None of the words is in the text.
#[track_caller]
fn lacks(text: &str, words: &[&str]) {
    for word in words {
        assert!(!text.contains(word), "{word} is in {text}");
    }
}

/// A wish with everything that a claim can say of people.
fn claimed() -> Office {
    let office = Office::published();
    office.write("19900009309水街三巷8号302.jpg", "x");
    office.ok("claim take 3号 --outsider 木棉花五金店 --note 店主苏婉晴19900009306，店在水街88号 --on 2021-04-20");
    office.ok("claim complete 3号 --note 送到水街三巷8号302，家人收19900009310 --evidence 19900009309水街三巷8号302.jpg --cost 20");
    office.ok("claim confirm 3号 --satisfaction 5 --note 说谢谢，电话19900009311，住蟠虬里12号304房 --confirmed-by 邻居蒋婉婷19900009312");
    office.ok("claim take 4号 --by 李梅 --on 2021-04-20");
    office.ok("claim release 4号 --reason 住院了，改打19900009313，住水街六巷1号102");
    office
}

const PRIVATE: [&str; 8] =
    ["9900009306", "水街88号", "9900009310", "三巷8号302", "9900009309", "9900009311", "12号304房", "9900009312"];

#[test]
fn show_and_the_log_mask_every_text_of_a_claim_in_every_format() {
    let office = claimed();
    for format in ["table", "json", "csv", "md", "html"] {
        let shown = office.ok(&format!("show 3号 --format {format}"));
        lacks(&shown.out, &PRIVATE);
        shown.answers(&["木棉花五金店", "邻居蒋婉婷"]);
        let released = office.ok(&format!("show 4号 --format {format}"));
        lacks(&released.out, &["9900009313", "六巷1号102"]);
        released.answers(&["住院了"]);
    }
    office.ok("show 3号").answers(&["199****9310", "199****9312"]);
    office.ok("show 4号").answers(&["199****9313"]);
    for entry in 1..=office.entries() {
        lacks(&office.ok(&format!("log {entry}")).out, &PRIVATE);
    }
    lacks(&office.ok("undo --dry-run --verbose").out, &["9900009313", "六巷1号102"]);
    let changed = office.json("claim complete 3号 --note 改送水街四巷5号601，19900009399");
    assert_eq!(changed["claims"][0]["changed"][0]["field"], "outcome");
    lacks(&changed.to_string(), &["四巷5号601", "9900009399", "三巷8号302"]);
    // Revealed to those who go there, and no less is stored.
    office.ok("export claims --reveal 核对").answers(&["水街四巷5号601", "店在水街88号", "19900009306"]);
}

#[test]
fn a_reason_for_taking_down_is_not_repeated_with_a_door_and_a_phone_for_ever() {
    let office = Office::published();
    office.ok("publish --take-down 3号 --reason 来电19900009317说不公开，住水街六巷1号102");
    for line in ["publish", "publish --format json"] {
        let run = office.ok(line);
        lacks(&format!("{}{}", run.out, run.err), &["9900009317", "六巷1号102"]);
        assert!(format!("{}{}", run.out, run.err).contains("说不公开"), "{run:#?}");
    }
}

#[test]
fn a_chat_is_echoed_without_homes_and_accounts_and_with_its_names() {
    let office = Office::published();
    office.write("jl.txt", "#接龙\n1. 王五一 4号 我家住水街5号301\n我想认领3号，电话19900009315，加我微信 mwz_9316\n");
    for line in [
        "claim wechat jl.txt",
        "claim wechat jl.txt --format json",
        "claim wechat jl.txt --take-sure",
        "claim pending",
        "claim pending --format json",
    ] {
        let run = office.ok(line);
        let answer = format!("{}{}", run.out, run.err);
        lacks(&answer, &["5号301", "“301”", "mwz_9316", "“9316”", "9900009315"]);
        run.answers(&["王五一"]);
    }
}

#[test]
fn a_phone_beside_another_name_is_never_the_wishers_and_stays() {
    let office = Office::new();
    office.write(
        "w.csv",
        "社区,许愿人,联系电话,心愿内容,征集人\n\
         蟠虬社区,温婉仪,,要灯,莫婷婷19900009409\n\
         蟠虬社区,温婉怡,19900009411,要伞,莫婷婷（19900009409）\n\
         蟠虬社区,温婉婷19900009412,,要碗,莫婷婷\n",
    );
    office.ok("collect wishes w.csv");
    let rows = office.export("wishes");
    let phones: Vec<&str> = rows.iter().map(|row| row["联系电话"].as_str()).collect();
    assert_eq!(phones, ["", "199****9411", "199****9412"]);
    assert!(rows[0]["征集人"].contains("莫婷婷") && !rows[0]["征集人"].contains("9900009409"), "{rows:?}");
    assert!(rows.iter().all(|row| row["备注"].is_empty()), "{rows:?}");
    office.ok("export wishes --reveal 核对").answers(&["莫婷婷19900009409", "莫婷婷（19900009409）"]);
    // What was exported masked changes nothing.
    office.write("again.csv", office.ok("export wishes").out);
    assert_eq!(office.json("collect wishes again.csv")["files"][0]["unchanged"], 3);

    let office = Office::published();
    office.write("c.csv", "心愿编号,认领人,认领时间,负责人\nJH-W000001,李梅,2021-04-20,卓婉玲19900009304\n");
    office.ok("claim import c.csv");
    lacks(&office.ok("export claims").out, &["9900009304"]);
    office.ok("export claims --reveal 核对").answers(&["卓婉玲19900009304"]);
}

#[test]
fn a_home_and_a_phone_in_the_cell_of_the_wisher_leave_nowhere_unasked() {
    let office = Office::new();
    office.write(
        "w.csv",
        "社区,许愿人,联系电话,心愿内容\n\
         蟠虬社区,温婉珊住水街5号301电话19900009407,,要凳\n\
         蟠虬社区,温婉莹 水街6号402,19900009408,要床\n\
         蟠虬社区,水街社区3栋居民,,要灯\n",
    );
    office.ok("collect wishes w.csv");
    for line in [
        "export wishes",
        "find 要凳",
        "find 要床",
        "verify --export -",
        "list wishes --format json",
        "show JH-W000001",
        "show JH-W000002",
    ] {
        let run = office.run(line);
        lacks(&run.out, &["5号301", "6号402", "9900009407", "9900009408"]);
    }
    let rows = office.export("wishes");
    let names: Vec<&str> = rows.iter().map(|row| row["许愿人"].as_str()).collect();
    assert_eq!(names[..2], ["温婉珊", "温婉莹"]);
    assert!(names[2].starts_with("水街社区"), "{names:?}");
    assert_eq!(rows[0]["联系电话"], "199****9407");
    office.ok("export wishes --reveal 核对").answers(&["水街5号301", "水街6号402", "19900009407"]);
}

#[test]
fn unknown_columns_are_masked_by_what_their_headers_say() {
    let office = Office::new();
    let private = [
        ("家属微信", "hcx_9207"),
        ("房号", "205"),
        ("出生日期", "1950-03-12"),
        ("出生年月", "195003"),
        ("床位", "12床"),
        ("定位", "23.12345"),
        ("抖音号", "afen_gz"),
        ("监护人", "何承熙"),
    ];
    let plain = [("民政备注", "每月走访"), ("家庭人数", "3"), ("是否有微信", "有"), ("走访日期", "2021-03-12")];
    let all: Vec<(&str, &str)> = private.iter().chain(&plain).copied().collect();
    let headers: Vec<&str> = all.iter().map(|(header, _)| *header).collect();
    let cells: Vec<&str> = all.iter().map(|(_, cell)| *cell).collect();
    let list = format!(
        "社区,许愿人,心愿内容,备注,{}\n蟠虬社区,温婉仪,要灯,生日1990-07-08，喜静,{}\n",
        headers.join(","),
        cells.join(",")
    );
    office.write("w.csv", list);
    office.ok("collect wishes w.csv");
    let row = &office.export("wishes")[0];
    for (header, _) in private {
        assert_eq!(row[header], "***", "{header}");
    }
    for (header, cell) in plain {
        assert_eq!(row[header], cell, "{header}");
    }
    assert!(row["备注"].contains("喜静") && !row["备注"].contains("07-08"), "{row:?}");
    let revealed = office.ok("export wishes --reveal 核对");
    revealed.answers(&cells);
    office.write("again.csv", office.ok("export wishes").out);
    assert_eq!(office.json("collect wishes again.csv")["files"][0]["unchanged"], 1);
}

#[test]
fn a_surname_wants_several_wishers_however_many_wishes_one_has() {
    let office = Office::new();
    let mut list = "社区,许愿人,联系电话,心愿内容,同意公开\n".to_owned();
    for (name, phone, what) in [
        ("令狐晓", "19900008001", "风扇"),
        ("令狐晓", "19900008001", "棉被"),
        ("令 狐晓", "", "水壶"),
        ("羿婉怡", "19900008005", "书架"),
        ("羿婉莹", "19900008006", "鞋架"),
        ("羿婉仪", "19900008007", "花架"),
    ] {
        list.push_str(&format!("蟠虬社区,{name},{phone},想要一个{what},是\n"));
    }
    office.write("w.csv", list);
    office.ok("collect wishes w.csv");
    office.ok("verify --all --pass");
    office.ok("publish --only list");
    let wall = office.read("publish/list.csv");
    assert_eq!((wall.matches("令狐").count(), wall.matches("羿**").count()), (0, 3), "{wall}");
}

#[test]
fn erasing_a_wisher_takes_home_family_and_phones_from_the_claims_on_the_wish() {
    let office = Office::new();
    office.write(
        "w.csv",
        "社区,许愿人,联系电话,心愿内容,同意公开,家庭住址,备注\n\
         蟠虬社区,陈阿婆,19900009201,要灯,是,榕荫里7号之一205房,\n\
         蟠虬社区,冯婉怡,19900009202,要伞,是,榕荫里9号,住榕荫里7号之一205房对面\n",
    );
    office.write("m.csv", "姓名,党员类别,手机号\n李梅,在职党员,19900009105\n");
    office.ok("collect wishes w.csv");
    office.ok("collect members m.csv");
    office.ok("verify --all --pass --on 2021-04-14");
    office.ok("publish");
    office.ok("claim take 1号 --by 李梅 --note 送到榕荫里7号之一205房，19900009301，李梅19900009105");
    office.ok("claim complete 1号 --note 已送到儿子何承熙手上19900009302");
    office.ok("claim confirm 1号 --note 谢谢，另电19900009303");
    let dry = office.ok("erase JH-W000001 --reason 来电要求 --dry-run --verbose");
    dry.answers(&["JH-C000001"]);
    let done = office.ok("erase JH-W000001 --reason 来电要求，改打19900009599");
    // The neighbour's note has the address, and is named.
    done.reports(&["没有留下", "JH-W000002"]);
    let claim = office.ok("export claims --reveal 核对").out;
    lacks(&claim, &["205房", "何承熙", "19900009301", "19900009302", "19900009303"]);
    assert!(claim.contains("已送到") && claim.contains("李梅19900009105"), "{claim}");
    let file = String::from_utf8_lossy(&office.file()).into_owned();
    lacks(&file, &["何承熙", "19900009301", "19900009302", "19900009303", "陈阿婆", "19900009599"]);
    assert!(file.contains("榕荫里7号之一205房对面"));
    office.ok("log --verify");
    office.ok("check");
}

#[test]
fn erasing_an_outsider_takes_what_its_claim_says_of_it_and_leaves_the_wishers() {
    let office = Office::published();
    office.ok("claim take 1号 --outsider 木棉花五金店 --note 店主苏婉晴19900009306，店在水街88号，送到光明路12号301房，电话19900003001");
    office.ok("erase 木棉花五金店 --reason 本店要求");
    let claim = office.ok("export claims --reveal 核对").out;
    lacks(&claim, &["苏婉晴", "19900009306", "水街88号", "木棉花"]);
    assert!(claim.contains("光明路12号301房") && claim.contains("19900003001"), "{claim}");
    office.ok("check");
}

#[test]
fn a_name_is_erased_however_others_spell_it_and_nobody_elses() {
    for (name, spellings) in [
        ("冯婉仪", ["冯 婉 仪", "馮婉儀", "冯　婉仪", "冯\u{200b}婉仪"]),
        ("覃伟", ["覃 伟", "覃　伟", "覃  伟", "覃\u{3000}偉"]),
    ] {
        let office = Office::new();
        let mut list = format!("社区,许愿人,联系电话,心愿内容,备注\n蟠虬社区,{name},19900008201,要灯,\n");
        for (at, spelling) in spellings.iter().enumerate() {
            list.push_str(&format!("蟠虬社区,温婉莹,1990000830{at},要伞{at},由{spelling}介绍\n"));
        }
        list.push_str("蟠虬社区,温婉莹,19900008309,要碗,由冯婉怡介绍，覃伯\n");
        office.write("w.csv", list);
        office.ok("collect wishes w.csv");
        office.ok("erase JH-W000001 --reason 来电要求").reports(&["没有留下"]);
        let list = office.ok("export wishes --reveal 核对").out;
        lacks(&list, &spellings);
        assert!(list.contains("由冯婉怡介绍，覃伯") && list.contains("由＊＊介绍"), "{list}");
        office.ok("log --verify");
    }
}

#[test]
fn what_waits_in_the_inbox_keeps_no_end_of_an_erased_phone() {
    let office = Office::published();
    office.write("jl.txt", "#接龙\n1. 3号 伍峰 19900003001\n2. 4号 龚某某 19900003055\n");
    office.ok("claim wechat jl.txt --take-sure");
    office.ok("claim pending").answers(&["199****3001", "199****3055"]);
    office.ok("erase JH-W000001 --reason 来电要求");
    let pending = office.ok("claim pending");
    lacks(&pending.out, &["伍峰", "3001"]);
    pending.answers(&["199****3055"]);
}

#[test]
fn a_no_under_a_corrected_text_names_the_wish_that_still_hangs() {
    let office = Office::published();
    let header = "许愿人,社区,联系电话,微心愿内容,同意公开\n";
    office.write("no.csv", format!("{header}苏伟,龙源社区,19900003003,想要一辆大轮椅，出门看病方便些,否\n"));
    let run = office.ok("collect wishes no.csv");
    run.reports(&["3号", "JH-W000003", "publish --take-down 3号"]);
    for other in [
        "苏伟,龙源社区,19900003999,想要一辆大轮椅,否",
        "苏伟,龙源社区,19900003003,想要一台收音机,是",
        "苏某某,龙源社区,19900003003,想要一辆大轮椅,否",
    ] {
        let office = Office::published();
        office.write("other.csv", format!("{header}{other}\n"));
        lacks(&office.ok("collect wishes other.csv").err, &["take-down"]);
    }
}

#[test]
fn whoever_is_erased_is_found_by_any_spelling_and_a_namesake_is_kept() {
    let office = Office::new();
    office.write(
        "w.csv",
        "社区,许愿人,联系电话,心愿内容,备注\n\
         蟠虬社区,冯婉仪,19900008201,要灯,\n\
         蟠虬社区,冯 婉 仪,19900008201,要伞,\n\
         蟠虬社区,温婉莹,19900008202,要碗,由馮婉儀介绍\n",
    );
    office.ok("collect wishes w.csv");
    let done = office.json("erase 馮婉儀 --reason 来电要求");
    assert_eq!(done["records"].as_array().unwrap().len(), 2, "{done:#}");
    lacks(&office.ok("export wishes --reveal 核对").out, &["冯婉仪", "冯 婉 仪", "馮婉儀", "19900008201"]);

    let office = Office::new();
    office.write(
        "w.csv",
        "社区,许愿人,联系电话,心愿内容,备注\n\
         蟠虬社区,冯婉仪,19900008201,要灯,\n\
         蟠虬社区,冯 婉 仪,19900008209,要伞,\n\
         蟠虬社区,温婉莹,19900008202,要碗,由馮婉儀介绍\n",
    );
    office.ok("collect wishes w.csv");
    office.ok("erase JH-W000001 --reason 来电要求").reports(&["JH-W000002", "没有留下"]);
    office.ok("export wishes --reveal 核对").answers(&["冯 婉 仪", "馮婉儀"]);
}

#[test]
fn an_outsiders_name_with_a_phone_and_a_door_is_shown_without_them() {
    let office = Office::published();
    let taken = office.ok("claim take 1号 --outsider 阿强五金店19900009306住水街5号301");
    for run in [taken, office.ok("show 1号"), office.ok("show 1号 --format json")] {
        lacks(&run.out, &["9900009306", "5号301"]);
        run.answers(&["阿强五金店"]);
    }
    let plain = office.ok("claim take 3号 --outsider 木棉花五金店");
    plain.answers(&["木棉花五金店"]);
}

#[test]
fn the_time_of_an_evening_is_no_phone() {
    let office = Office::new();
    let times: Vec<String> = (0..24).map(|hour| format!("2026-11-30T{hour:02}:56:36+08:00")).collect();
    let rows = times.iter().enumerate().map(|(at, time)| format!("甲{at},蟠虬社区,想要一盏灯{at},改于 {time}\n"));
    office.write("w.csv", format!("许愿人,社区,微心愿内容,备注\n{}", rows.collect::<String>()));
    office.ok("collect wishes w.csv");
    let (exported, shown) = (office.ok("export wishes").out, office.ok("show JH-W000022").out);
    assert!(shown.contains(&times[21]), "{shown}");
    times.iter().for_each(|time| assert!(exported.contains(time.as_str()), "{time}: {exported}"));
}
