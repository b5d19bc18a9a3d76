//! What another record, or the calendar, does not allow: by `edit` and by lists alike.

use rusqlite::Connection;

use crate::office::{Office, id_number};

/// The ID number of the member of this place on the roster.
fn id_of(at: usize) -> String {
    id_number(&format!("44999919800101{at:03}"))
}

/// A command is refused and names these; nothing of the records changes.
fn refused(office: &Office, line: &str, words: &[&str]) {
    let records = office.records();
    office.ends(line, 1).reports(words);
    assert_eq!(office.records(), records, "{line}");
}

#[test]
fn id_number_of_another_member_is_refused() {
    let office = Office::verified();
    for (id, other) in [(id_of(2), "JH-M000002"), (id_of(8), "JH-M000008")] {
        refused(&office, &format!("edit JH-M000003 --set 身份证号={id}"), &[other, "身份证号", "没有改动"]);
        office.write("m.csv", format!("编号,身份证号\nJH-M000003,{id}\n"));
        office.ends("collect members m.csv", 1).reports(&[other]);
        office.write("whole.csv", format!("编号,姓名,身份证号,党员类别\nJH-M000003,李梅,{id},在职党员\n"));
        office.ends("collect members whole.csv", 1).reports(&[other]);
    }
    let own = id_of(3);
    office.ok(&format!("edit JH-M000003 --set 身份证号={own}")).reports(&["没有改动"]);
    office.ok(&format!("edit JH-M000003 --set 身份证号={}", id_of(77)));
    office.ok(&format!("edit JH-M000002 --set 身份证号={own}"));
    office.ok("check");
}

#[test]
fn name_of_another_organisation_or_outsider_is_refused() {
    let office = Office::published();
    office.ok("alias add 税局 O1");
    for (set, field) in [
        ("单位党组织名称=区税务局党委", "名称"),
        ("单位党组织名称=区税务局", "名称"),
        ("单位党组织名称=税局", "名称"),
        ("简称=区税务局", "简称"),
        ("简称=区税务局党委", "简称"),
        ("简称=税 局", "简称"),
    ] {
        refused(&office, &format!("edit O2 --set \"{set}\""), &[field, "O1", "没有改动"]);
    }
    office.write("o.csv", "组织编码,简称\nO3,区税务局\n");
    office.ends("collect orgs o.csv", 1).reports(&["B2 简称", "O1"]);
    office.write("new.csv", "党组织全称,简称,组织类别\n区档案馆党支部,区税务局,单位党组织\n");
    office.ends("collect orgs new.csv", 1).reports(&["B2 简称", "O1"]);
    office.ok("edit O2 --set 简称=区图 --set 单位党组织名称=区图书馆第一党支部");
    office.ok("edit O2 --set 简称=区图书馆");
    for name in ["木棉花超市", "街坊老王"] {
        office.ok(&format!("claim take 4号 --outsider {name} --quantity 1"));
    }
    refused(&office, "edit 木棉花超市 --set 名称=街坊老王", &["街坊老王"]);
    office.ok("edit 木棉花超市 --set 名称=木棉花商店");
}

#[test]
fn organisation_is_not_above_itself() {
    let office = Office::verified();
    office.ok("edit O2 --set 上级党组织=O1");
    office.ok("edit O3 --set 上级党组织=区图书馆");
    for line in ["edit O1 --set 上级党组织=O1", "edit O1 --set 上级党组织=区图书馆", "edit O1 --set 上级党组织=立白"]
    {
        refused(&office, line, &["上级", "没有改动"]);
    }
    let list = "党组织名称,组织类别,上级党组织\n环一,单位,环二\n环二,单位,环一\n环三,单位,环三\n环四,单位,环一\n";
    office.write("o.csv", list);
    office.ends("collect orgs o.csv", 1).reports(&["C3 上级党组织", "C4 上级党组织"]);
    assert_eq!(office.json("check")["ok"], true);
    // A file of before may have such circles.
    let conn = Connection::open(office.path("shuangwei.db")).unwrap();
    conn.execute_batch("UPDATE org SET parent_id = 3 WHERE id = 1").unwrap();
    drop(conn);
    let found = office.json_of("check", 1)["problems"].clone();
    let circles = found.as_array().unwrap().iter().filter(|one| one["what"].as_str().unwrap().contains("上级"));
    assert_eq!(circles.map(|one| one["where"].as_str().unwrap()).collect::<Vec<_>>(), ["O1", "O2", "O3"]);
    office.ok("edit O1 --set 上级党组织=");
}

#[test]
fn days_to_come_and_days_before_others_are_refused_by_edit_and_by_lists() {
    let office = Office::verified();
    for (line, words) in [
        ("edit JH-W000003 --set 征集时间=2022-01-01", &["2022-01-01", "还没有到"][..]),
        ("edit JH-M000003 --set 报到日期=2022-01-01", &["2022-01-01", "还没有到"]),
        ("edit O1 --set 报到日期=2022-01-01", &["2022-01-01", "还没有到"]),
        ("edit JH-M000003 --set 撤销时间=2019-12-31", &["2019-12-31", "2020-01-03"]),
        ("edit JH-W000003 --set 征集时间=2021-04-15", &["2021-04-15", "核实", "2021-04-14"]),
    ] {
        refused(&office, line, words);
    }
    office.ok("edit JH-M000003 --set 撤销时间=2021-06-01");
    refused(&office, "edit JH-M000003 --set 报到日期=2021-06-02", &["2021-06-01", "2021-06-02"]);
    for (kind, list, words) in [
        ("wishes", "许愿人,社区,微心愿内容,征集时间\n甲一,蟠虬社区,一盏灯,2022-01-01\n", "还没有到"),
        ("members", "姓名,报到社区,报到日期\n甲一,蟠虬社区,2022-01-01\n", "还没有到"),
        ("members", "姓名,报到社区,报到日期,撤销时间\n甲一,蟠虬社区,2021-02-01,2021-01-01\n", "2021-02-01"),
        ("orgs", "党组织名称,组织类别,报到镇街,报到日期\n甲局党委,单位,金花街道,2022-01-01\n", "还没有到"),
    ] {
        office.write("list.csv", list);
        let done = office.json_of(&format!("collect {kind} list.csv"), 1);
        assert_eq!((&done["files"][0]["new"], &done["files"][0]["rejected"]), (&0.into(), &1.into()), "{list}");
        assert!(done.to_string().contains(words), "{done}");
    }
}

#[test]
fn masked_number_changes_nothing_and_must_be_that_of_the_record() {
    let office = Office::verified();
    office.ok("edit JH-M000003 --set 联系电话=199****1003").reports(&["没有改动"]);
    for line in [
        "edit JH-M000003 --set 联系电话=199****9999",
        "edit JH-M000003 --set 身份证号=449***********9999",
        "edit O1 --set 联系电话=199****9999",
        "edit JH-W000003 --set 联系电话=199****9999",
    ] {
        refused(&office, line, &["对不上", "没有改动"]);
    }
    for (kind, list) in [
        ("members", "姓名,手机号,党员类别\n新人乙,199****4444,在职\n"),
        ("orgs", "党组织名称,组织类别,联系电话\n甲局党委,单位,199****4444\n"),
        ("members", "编号,手机号\nJH-M000003,199****9999\n"),
        ("orgs", "组织编码,联系电话\nO1,199****9999\n"),
        ("wishes", "心愿编号,联系电话\nJH-W000003,199****9999\n"),
    ] {
        office.write("list.csv", list);
        let done = office.json_of(&format!("collect {kind} list.csv"), 1);
        assert_eq!(done["files"][0]["faults"][0]["field"], "phone", "{done}");
    }
    // What leaves masked comes back unchanged to its own office, and to no other.
    let other = Office::new();
    for kind in ["orgs", "members"] {
        let masked = office.ok(&format!("export {kind}")).bytes;
        office.write("back.csv", &masked);
        let back = office.json(&format!("collect {kind} back.csv"));
        assert_eq!(back["files"][0]["unchanged"], back["files"][0]["rows"], "{back}");
        other.write("there.csv", &masked);
        let there = other.json_of(&format!("collect {kind} there.csv"), 1);
        assert_eq!(there["files"][0]["rejected"], there["files"][0]["rows"], "{there}");
    }
    // The whole ID number is in no export: the mask alone keeps nobody out, and is message.
    other.write("m.csv", "姓名,身份证号,手机号,党员类别\n新人乙,449***********0015,19900004444,在职\n");
    other.ok("collect members m.csv").reports(&["身份证号", "遮盖"]);
}

#[test]
fn edit_says_nothing_of_a_list_and_of_a_class_that_stays() {
    let office = Office::published();
    for (line, not) in [
        ("edit 李梅 --set 姓名=李新梅", "党员类别"),
        ("edit O1 --set 党组织全称=区税务局机关党委", "组织类别"),
        ("edit JH-W000004 --set 备注=新的", "征集"),
    ] {
        let run = office.ok(line);
        assert!(!run.err.contains(not) && run.err.contains("已修改"), "{run:#?}");
    }
    let run = office.refuses("edit 1号 --set 微心愿内容=别的", 3);
    assert!(run.err.contains("“别的”") && !run.err.contains("表里"), "{run:#?}");
}
