//! One person by all spellings of the name, two of one name, and one place by all its names.

use serde_json::json;

use crate::office::{Office, id_number};

fn office() -> Office {
    let office = Office::new();
    office.write("o.csv", "单位党组织名称,简称,组织类别,报到社区\n荔湾区图书馆党支部,区图书馆,单位党组织,蟠虬社区\n金花街道机关党支部,街道机关,单位党组织,蟠虬社区\n");
    office.ok("collect orgs o.csv");
    office.write("w.csv", "社区,姓名,微心愿内容,同意公开\n蟠虬社区,甲甲,电饭煲,是\n蟠虬社区,乙乙,收音机,是\n蟠虬社区,丙丙,血压计,是\n蟠虬社区,丁丁,轮椅,是\n");
    office.ok("collect wishes w.csv");
    office.ok("verify --all --pass");
    office.ok("publish");
    office
}

#[test]
fn blanks_widths_and_dots_make_no_second_person() {
    for (first, others) in [
        ("黄　志强", &["黄志强", "黄 志 强", "黄\u{a0}志强", "黄\u{2003}志强"][..]),
        ("曾少芬", &["曾　少芬", "曾 少芬"]),
        (
            "阿依古丽·买买提",
            &["阿依古丽•买买提", "阿依古丽・买买提", "阿依古丽．买买提", "阿依古丽.买买提", "阿依古丽 · 买买提"],
        ),
        ("⽅⼩⽂", &["方小文", "⽅小⽂"]),
        ("Ａｎｎａ Li", &["Anna Li", "AnnaLi", "Anna　Li"]),
    ] {
        let office = office();
        office.write("m.csv", format!("姓名,手机号\n{first},19900001027\n"));
        office.ok("collect members m.csv");
        for other in others {
            office.write("n.csv", format!("姓名,手机号\n{other},19900001027\n"));
            let answer = office.json("collect members n.csv");
            assert_eq!(answer["files"][0]["unchanged"], 1, "{first} {other}: {answer}");
        }
        assert_eq!(office.export("members --reveal 测试")[0]["姓名"], first, "as first written");
        office.ok(&format!("claim take 1号 --by \"{}\"", others[0]));
        assert_eq!(office.export("claims")[0]["认领人"], first);
    }
}

#[test]
fn two_of_one_name_stay_two_however_they_are_written() {
    let office = office();
    office.write("m.csv", "姓名,党员类型,所在支部,手机号,报到社区\n黄　志强,在职党员,区图书馆,19900001027,蟠虬社区\n黄志强,在职党员,街道机关,19900001057,蟠虬社区\n李娜,在职党员,街道机关,19900001058,蟠虬社区\n");
    office.ok("collect members m.csv");
    for word in ["黄志强", "黄　志强"] {
        let run = office.refuses(&format!("claim take 4号 --by \"{word}\""), 3);
        run.reports(&["荔湾区图书馆党支部", "金花街道机关党支部", "199****1027", "199****1057"]);
    }
    office.ok("claim take 1号 --by \"黄志强 区图书馆\"");
    office.ok("claim take 2号 --by 19900001057");
    let units: Vec<String> = office.export("claims").iter().map(|claim| claim["所在单位"].clone()).collect();
    assert_eq!(units, ["荔湾区图书馆党支部", "金花街道机关党支部"]);
    office
        .write("c.csv", "心愿编号,认领人,所在单位,认领时间\n3号,黄志强,区图书馆,2021-12-31\n4号,黄志强,,2021-12-31\n");
    let answer = office.json_of("claim import c.csv", 1);
    assert_eq!(
        (&answer["files"][0]["new"], &answer["files"][0]["faults"][0]["code"]),
        (&json!(1), &json!("ambiguous"))
    );
    assert_eq!(office.export("claims")[2]["所在单位"], "荔湾区图书馆党支部");
}

#[test]
fn list_of_claims_names_people_by_their_identity_number() {
    let office = office();
    let (one, other) = (id_number("44999919750217781"), id_number("44999919800101123"));
    office.write(
        "m.csv",
        format!("姓名,身份证号,所在支部\n黄志强,{one},区图书馆\n黄志强,{other},街道机关\n李娜,,街道机关\n"),
    );
    office.ok("collect members m.csv");
    office.write(
        "c.csv",
        format!("心愿编号,认领人,身份证号,认领时间\n1号,黄志强,{other},2021-12-31\n2号,,{one},2021-12-31\n3号,李娜,{one},2021-12-31\n"),
    );
    let answer = office.json_of("claim import c.csv", 1);
    assert_eq!((&answer["files"][0]["new"], &answer["files"][0]["rejected"]), (&json!(2), &json!(1)), "{answer}");
    office.write("d.csv", format!("墙号,认领人身份证号,认领时间\n4号,{other},2021-12-31\n"));
    office.ok("claim import d.csv");
    let claims = office.export("claims");
    let units: Vec<&str> = claims.iter().map(|claim| claim["所在单位"].as_str()).collect();
    assert_eq!(units, ["金花街道机关党支部", "荔湾区图书馆党支部", "金花街道机关党支部"], "{claims:?}");
    let stored = office.records().join("\n");
    assert!(!stored.contains(&one) && !stored.contains(&other));
}

#[test]
fn place_is_one_by_all_its_names_once_it_is_known() {
    let office = Office::new();
    office.write("p.csv", "街道,社区\n金花街道,蟠虬社区\n金花街道,锦龙社区\n金花街道,红星村\n");
    office.ok("collect places p.csv");
    let names = [
        "蟠虬社区",
        "蟠虬居委会",
        "蟠虬",
        "金花街道蟠虬社区",
        "金花街蟠虬社区",
        "蟠虬社区党委",
        "蟠虬社区居委会",
        "蟠虬社區",
        "荔湾区/金花街/蟠虬社区居民委员会",
    ];
    let mut list = "姓名,报到社区\n".to_owned();
    for (at, name) in names.iter().enumerate() {
        list.push_str(&format!("何{},{name}\n", "甲乙丙丁戊己庚辛壬".chars().nth(at).unwrap()));
    }
    list.push_str("何癸,红星村委会\n");
    office.write("m.csv", list);
    let answer = office.json("collect members m.csv");
    assert_eq!((&answer["files"][0]["new"], &answer["new_places"]), (&json!(10), &json!([])), "{answer}");
}

#[test]
fn station_may_be_called_after_its_community() {
    let office = office();
    office.write(
        "s.csv",
        "社区,驿站,姓名,微心愿内容\n蟠虬社区,蟠虬社区党群驿站,戊戊,雨伞\n蟠虬社区,蟠虬驿站,己己,台灯\n",
    );
    assert_eq!(office.json("collect wishes s.csv")["files"][0]["new"], 2);
    office.write("g.csv", "社区,姓名,微心愿内容\n蟠虬社区第三网格,庚庚,书包\n");
    office.json_of("collect wishes g.csv", 1);
}

/// Two rows that differ only in how the place is written are one, and one that moves the record is a fault.
#[test]
fn row_repeated_with_another_form_of_its_place_is_a_duplicate() {
    let office = Office::new();
    office.write(
        "w.csv",
        "许愿人,社区,联系电话,微心愿内容,同意公开\n伍艳,蟠虬社區,19900000001,想要一把轮椅,是\n\
         伍艳,蟠虬社区,19900000001,想要一把轮椅,是\n伍艳,蟠虬,19900000001,想要一把轮椅,是\n\
         伍艳,华林社区,19900000001,想要一把轮椅,是\n",
    );
    let answer = office.json_of("collect wishes w.csv", 1);
    let list = &answer["files"][0];
    assert_eq!([&list["new"], &list["duplicates"], &list["faults"][0]["row"]], [1, 2, 5], "{answer}");
    assert_eq!(list["faults"][0]["code"], "differs_from_row");
    office.write(
        "m.csv",
        "姓名,手机号,报到社区\n何平,19900000011,蟠虬居委会\n何平,19900000011,蟠虬社区\n何平,19900000011,华林社区\n",
    );
    let answer = office.json_of("collect members m.csv", 1);
    let list = &answer["files"][0];
    assert_eq!([&list["new"], &list["duplicates"], &list["faults"][0]["row"]], [1, 1, 4], "{answer}");
    let names = office.json("list places");
    assert!(!names.to_string().contains("\"蟠虬\""), "{names}");
}

#[test]
fn word_that_names_no_place_is_a_fault_with_the_way_out() {
    let office = Office::new();
    office.write("m.csv", "姓名,报到社区\n甲一,其他\n乙二,社区\n丙三,不详\n丁四,无\n戊五,街道\n");
    let run = office.ends("collect members m.csv --format json", 1);
    let answer = run.json();
    let codes: Vec<&serde_json::Value> =
        answer["files"][0]["faults"].as_array().unwrap().iter().map(|one| &one["code"]).collect();
    assert_eq!(codes, vec!["no_place"; 4], "{answer}");
    assert_eq!(answer["new_places"], json!([]));
    run.reports(&["“其他”不是属地", "留空"]);
}

#[test]
fn new_name_close_to_a_known_place_is_refused_and_two_real_places_are_not() {
    let office = Office::new();
    office.write("p.csv", "街道,社区\n金花街道,蟠虬社区\n金花街道,锦龙东社区\n金花街道,红星村\n");
    office.ok("collect places p.csv");
    office.write(
        "m.csv",
        "姓名,报到社区\n甲一,蟠虹社区\n乙二,锦龙西社区\n丙三,红星社区\n丁四,新锦龙东社区\n戊五,平安里社区\n",
    );
    let run = office.ends("collect members m.csv --format json", 1);
    let answer = run.json();
    let faults: Vec<(&serde_json::Value, &serde_json::Value)> =
        answer["files"][0]["faults"].as_array().unwrap().iter().map(|one| (&one["row"], &one["code"])).collect();
    assert_eq!(faults, [(&json!(2), &json!("near_place")), (&json!(4), &json!("near_place"))], "{answer}");
    run.reports(&["蟠虬社区", "--new-place"]);
    assert_eq!(answer["new_places"].as_array().unwrap().len(), 3);
    office.ok("collect members m.csv.rejects.csv --new-place");
    assert_eq!(office.export("members").len(), 5);
}

#[test]
fn list_that_brings_its_own_places_is_not_asked_about_them() {
    let office = Office::new();
    office.write("m.csv", "姓名,报到社区\n甲一,泮塘社区\n乙二,泮溪社区\n丙三,第一社区\n丁四,第二社区\n");
    assert_eq!(office.json("collect members m.csv")["new_places"].as_array().unwrap().len(), 4);
}

#[test]
fn no_street_of_the_city_is_taken_for_another() {
    let office = Office::bare();
    office.ok("init --office 广州市");
    office.take_list("guangzhou-streets.csv");
    let answer = office.json("collect places guangzhou-streets.csv --new-place");
    assert_eq!(answer["files"][0]["unchanged"], 0, "{answer}");
    assert_eq!(answer["files"][0]["new"], 178);
    assert_eq!(office.json("collect places guangzhou-streets.csv")["files"][0]["unchanged"], 178);
}

#[cfg(unix)]
#[test]
fn near_place_is_asked_about_on_a_terminal() {
    use crate::terminal::{DOWN, answered};
    let office = Office::new();
    office.write("p.csv", "街道,社区\n金花街道,蟠虬社区\n");
    office.ok("collect places p.csv");
    office.write("m.csv", "姓名,报到社区\n甲一,蟠虹社区\n乙二,蟠虹社区\n丙三,盘虬社区\n");
    let answers = [("没有属地“蟠虹社区”", "\n"), ("没有属地“盘虬社区”", &format!("{DOWN}\n"))];
    let (output, code) = answered(&office, "collect members m.csv", &answers);
    assert_eq!(code, 0, "{output}");
    let places: Vec<String> = office.export("members").iter().map(|member| member["报到社区"].clone()).collect();
    assert_eq!(places.iter().filter(|place| place.ends_with("蟠虬社区")).count(), 2, "{places:?}");
    assert_eq!(places.iter().filter(|place| place.ends_with("盘虬社区")).count(), 1, "{places:?}");
}

fn known_places() -> Office {
    let office = Office::bare();
    office.ok("init --office 广州市 --code GZ --campaign 2021 --from 2021-04-01 --until 2021-12-31");
    office.write("p.csv", "区,街道,社区\n荔湾区,金花街道,蟠虬社区\n荔湾区,金花街道,锦龙社区\n荔湾区,太平镇,红星村\n");
    office.ok("collect places p.csv");
    office
}

/// What lists write around the name of a place makes no other place of it.
#[test]
fn known_place_is_found_however_a_list_writes_it() {
    let office = known_places();
    let names = [
        "荔湾区金花街蟠虬社区",
        "广州市荔湾区金花街蟠虬社区",
        "广东省广州市荔湾区金花街道蟠虬社区",
        "广东省/广州市/荔湾区/金花街道/蟠虬社区",
        "蟠 虬 社 区",
        "金花 街道 蟠虬 社区",
        "金花街道 蟠虬社区",
        "金花街道办事处蟠虬社区",
        "荔湾区金花街道办事处蟠虬社区居委会",
        "荔湾/金花/蟠虬",
        "荔湾区-金花街道-蟠虬社区",
        "荔湾区—金花街—蟠虬社区",
        "荔湾区→金花街道→蟠虬社区",
        "1.蟠虬社区",
        "2、蟠虬社区",
        "蟠虬社区。",
        "蟠虬社区；",
        "蟠虬社区(试点)",
        "蟠虬社区（示范点）",
    ];
    let rows: String = names.iter().enumerate().map(|(at, name)| format!("何平,1990000{at:04},{name}\n")).collect();
    office.write("m.csv", format!("姓名,手机号,报到社区\n{rows}"));
    let answer = office.json("collect members m.csv");
    assert_eq!(answer["new_places"], json!([]), "{answer}");
    office.write(
        "c.csv",
        "姓名,手机号,区,街道,社区\n何安,19900001001,荔湾,金花,蟠虬\n何安,19900001002,荔湾区,金花街,蟠虬社区\n",
    );
    assert_eq!(office.json("collect members c.csv")["new_places"], json!([]));
    for row in office.export("members") {
        assert!(row.values().any(|cell| cell == "荔湾区/金花街道/蟠虬社区"), "{row:?}");
    }
}

/// Two places in a cell, words that mean all of them, and names that only begin like a known one are asked about.
#[test]
fn what_is_no_single_place_is_a_fault_and_makes_none() {
    for (names, code) in [
        (
            vec![
                "蟠虬社区、锦龙社区",
                "\"蟠虬社区,锦龙社区\"",
                "蟠虬社区，锦龙社区",
                "蟠虬社区→锦龙社区",
                "蟠虬；锦龙",
                "蟠虬社区/锦龙社区",
                "蟠虬社区 锦龙社区",
            ],
            "not_a_place",
        ),
        (vec!["全街", "全区", "全镇", "全市", "各社区", "各街道", "各村", "所有社区", "全社区", "辖区"], "no_place"),
        (
            vec![
                "蟠虬社区第三网格",
                "蟠虬社区（第2网格）",
                "蟠虬社区卫生站",
                "蟠虬社区一组北片",
                "金花街道蟠虬社区第三网格",
                "蟠虬社区和锦龙社区",
            ],
            "near_place",
        ),
    ] {
        let office = known_places();
        let rows: String = names.iter().enumerate().map(|(at, name)| format!("何平,1990000{at:04},{name}\n")).collect();
        office.write("m.csv", format!("姓名,手机号,报到社区\n{rows}"));
        let answer = office.json_of("collect members m.csv", 1);
        let codes: Vec<&serde_json::Value> =
            answer["files"][0]["faults"].as_array().unwrap().iter().map(|one| &one["code"]).collect();
        assert_eq!(codes, vec![code; names.len()], "{names:?}: {answer}");
        assert_eq!(answer["new_places"], json!([]), "{names:?}");
    }
}

#[test]
fn place_that_a_list_names_short_first_gets_its_whole_name() {
    for (rows, name) in [
        ("何平,19900000001,陈家祠\n何安,19900000002,陈家祠社区\n", "陈家祠社区"),
        ("何平,19900000001,陈家祠社区\n何安,19900000002,陈家祠\n", "陈家祠社区"),
        ("何平,19900000001,红光\n何安,19900000002,红光村委会\n何定,19900000003,红光\n", "红光村委会"),
        ("何平,19900000001,陈家祠\n", "陈家祠"),
    ] {
        let office = Office::new();
        office.write("m.csv", format!("姓名,手机号,报到社区\n{rows}"));
        let answer = office.json("collect members m.csv");
        assert_eq!(answer["new_places"].as_array().unwrap().len(), 1, "{answer}");
        for row in office.export("members") {
            assert!(row.values().any(|cell| *cell == format!("荔湾区/金花街道/{name}")), "{rows}: {row:?}");
        }
        office.ok("log --verify");
        office.ok("undo");
    }
}

#[test]
fn short_name_in_a_column_of_communities_is_a_community() {
    let office = Office::bare();
    office.ok("init --office 荔湾区 --code LW --campaign 2021 --from 2021-04-01 --until 2021-12-31");
    office.write(
        "p.csv",
        "街道,社区\n龙津街道,龙津社区\n荔香街道,文机社区\n金花街道,文机社区\n荔香街道,锦龙社区\n南源街道,\n",
    );
    office.ok("collect places p.csv");
    for (kind, list, header) in [
        ("wishes", "社区,姓名,微心愿内容\n{},甲一,一把伞\n", "属地"),
        ("projects", "社区,项目名称\n{},楼道扶手\n", "需求社区"),
        ("members", "报到社区,姓名,手机号\n{},甲一,19900001001\n", "报到社区"),
    ] {
        for (written, place) in [
            ("龙津", "荔湾区/龙津街道/龙津社区"),
            ("荔湾区龙津社区", "荔湾区/龙津街道/龙津社区"),
            ("广州市荔湾区锦龙居委会", "荔湾区/荔香街道/锦龙社区"),
            ("龙津（社区）", "荔湾区/龙津街道/龙津社区"),
            ("南源", "荔湾区/南源街道"),
        ] {
            office.write("a.csv", list.replace("{}", written));
            let before = office.file();
            let answer = office.json(&format!("collect {kind} a.csv"));
            assert_eq!(answer["new_places"], serde_json::json!([]), "{kind} {written}");
            let records = office.export(kind);
            assert_eq!(records.last().unwrap()[header], place, "{kind} {written}");
            office.write("shuangwei.db", before);
        }
        // Which of two is meant only the street says.
        for written in ["文机", "荔湾区文机社区"] {
            office.write("a.csv", list.replace("{}", written));
            office.ends(&format!("collect {kind} a.csv"), 1).reports(&["不止一处", "荔湾区/荔香街道/文机社区"]);
        }
    }
    // A column of streets names streets.
    office.write("a.csv", "街道,姓名,微心愿内容\n龙津,甲一,一把伞\n");
    office.ok("collect wishes a.csv");
    assert_eq!(office.export("wishes").last().unwrap()["属地"], "荔湾区/龙津街道");
}
