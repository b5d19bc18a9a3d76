//! `edit`, and lists of corrections: one record mended in place, or many by their codes.

use shuangwei::model::fields::Table;

use crate::office::Office;

#[test]
fn fields_are_changed_in_one_entry_and_undo_takes_it_back() {
    let office = Office::verified();
    let (records, entries) = (office.records(), office.entries());
    let line = "edit JH-W000003 --set 联系电话=19900003333 --set note= --set 预计金额=1,200元";
    let dry = office.json(&format!("{line} --dry-run"));
    assert!(office.records() == records && office.entries() == entries, "a dry run changes nothing");
    let done = office.json(line);
    assert_eq!(done["changes"], dry["changes"]);
    assert_eq!(done["entry"]["id"], entries + 1);
    let changes = done["changes"][0]["fields"].as_array().unwrap();
    let of = |field: &str| changes.iter().find(|one| one["field"] == field).unwrap();
    assert_eq!((&of("budget")["old"], &of("budget")["new"]), (&"150.00".into(), &"1200.00".into()));
    assert_eq!(of("note")["new"], serde_json::Value::Null);
    assert!(!done.to_string().contains("19900003333"), "{done}");
    assert_eq!(office.export("wishes --reveal 测试")[2]["联系电话"], "19900003333");
    office.ok(&format!("undo {}", entries + 1));
    let without_log = |records: Vec<String>| -> Vec<String> {
        records.into_iter().filter(|row| !row.starts_with("setting") && !row.starts_with("import")).collect()
    };
    assert_eq!(without_log(office.records()), without_log(records));
    office.ok("check");
    office.ok("log --verify");
}

#[test]
fn labels_headers_and_code_words_name_fields_and_unknown_ones_list_the_known() {
    let office = Office::verified();
    for (at, name) in ["联系电话", "手机号", "phone", "电话"].iter().enumerate() {
        office.ok(&format!("edit 李梅 --set {name}=1990000777{at}"));
    }
    assert_eq!(office.export("members --reveal 测试")[2]["手机号"], "19900007773");
    office.ok("edit 李梅 --set 所在党组织=区图书馆 --set 类别=离退休");
    let member = office.json("show 李梅");
    assert_eq!((&member["org"], &member["class"]), (&"区图书馆党支部".into(), &"retired".into()));
    office.ok("edit 李梅 --set 报到社区=锦龙社区");
    assert_eq!(office.json("show 李梅")["registrations"][0]["place"], "荔湾区/金花街道/锦龙社区");
    office.ok("edit O1 --set 联系人=谢蓝 --set 免考核=是");
    office.ok("edit XM02 --set 预算=9000 --set 简介=");
    let run = office.refuses("edit 李梅 --set 血型=A", 2);
    run.reports(&["没有这个字段", "手机号", "所在支部"]);
    office.refuses("edit 李梅 --set 编号=X1", 2);
    office.refuses("edit 李梅 --set 电话=1 --set phone=2", 2).reports(&["给了两次"]);
    office.refuses("edit 李梅 --set 姓名=", 2).reports(&["不能清空"]);
    office.refuses("edit 李梅 --set 电话", 2).reports(&["字段=值"]);
    office.refuses("edit 李梅", 2).reports(&["--set"]);
    office.refuses("edit 张伟 --set 电话=19900001000", 3).reports(&["2 个可能"]);
    office.refuses("edit 蟠虬社区 --set 名称=甲", 3).reports(&["属地不能用 edit 改"]);
    office.ok("check");
}

#[test]
fn bad_value_changes_nothing_of_the_record() {
    let office = Office::verified();
    for (set, words) in [
        ("电话=1.9E10", "联系电话"),
        ("征集时间=2021-13-01", "征集"),
        ("数量=若干", "数量"),
        ("心愿类型=好", "心愿类型"),
    ] {
        let run = office.refuses(&format!("edit JH-W000003 --set 备注=新的 --set {set}"), 1);
        run.reports(&[words, "没有改动"]);
        assert!(!run.err.contains("--set"), "{run:?}");
    }
    office.refuses("edit 李梅 --set 所在支部=没有的单位", 1).reports(&["没有的单位"]);
    office.refuses("edit 李梅 --set 身份证号=449999198001010010", 1).reports(&["身份证号"]);
}

#[test]
fn what_the_wall_shows_stays_and_a_childs_wish_comes_down() {
    let office = Office::published();
    let run = office.refuses("edit 3号 --set 微心愿内容=想要别的 --set 备注=新的", 3);
    run.reports(&["已发布", "--take-down JH-W000003", "--wording"]);
    office.refuses("edit 3号 --set 心愿类别=", 3);
    office.ok("edit 3号 --set 备注=新的");
    office.ok("edit 3号 --set 同意公开=否").reports(&["撤下"]);
    assert_eq!(office.state("JH-W000003"), "verified");
    office.ok("edit 4号 --set 同意公开=");
    office.ok("edit 5号 --set 同意公开=");
    let run = office.ok("edit 5号 --set 年龄=9");
    run.reports(&["未成年"]);
    assert_eq!(office.state("JH-W000005"), "verified");
    office.ok("check");
}

#[test]
fn outsiders_are_mended_by_name() {
    let office = Office::published();
    office.ok("claim take 4号 --outsider 木棉花超市 --quantity 1");
    office.ok("edit 木棉花超市 --set 电话=19900008888 --set 类别=企业 --set 名称=木棉花商店");
    let shown = office.json("show 木棉花商店");
    assert_eq!((&shown["class"], &shown["kind"]), (&"firm".into(), &"outsider".into()));
    assert!(!shown.to_string().contains("19900008888"), "{shown}");
    office.refuses("edit 木棉花商店 --set 类别=好", 1).reports(&["企业"]);
    office.refuses("edit 木棉花商店 --set 电话=12", 1);
    office.refuses("edit 木棉花商店 --set 名称=", 2);
    office.refuses("edit 木棉花商店 --set 身高=2", 2).reports(&["电话"]);
    office.ok("edit 木棉花商店 --set 电话=");
    office.ok("undo");
    office.ok("check");
}

#[test]
fn every_field_of_an_outsider_is_changed_by_its_code_and_its_label() {
    let office = Office::published();
    office.ok("claim take 4号 --outsider 木棉花超市 --quantity 1");
    for (_, def) in Table::named("outsider").unwrap().columns() {
        for (word, at) in [(def.code, 1), (def.label.zh, 2)] {
            let value = match def.code {
                "class" => ["firm", "公益组织"][at - 1].to_owned(),
                "phone" => format!("1990000888{at}"),
                _ => format!("木棉花{at}"),
            };
            let changed = office.json(&format!("edit 木棉花 --set {word}={value}"));
            assert!(changed.to_string().contains(&format!("\"field\":\"{}\"", def.code)), "{word}: {changed}");
        }
    }
    office.ok("check");
}

#[test]
fn list_with_codes_and_changed_columns_only_corrects_known_records() {
    let office = Office::verified();
    let before = office.export("wishes --reveal 一");
    office
        .write("fix.csv", "心愿编号,联系电话,备注\nJH-W000003,19900003333,\nJH-W000099,19900003334,\n,19900003335,\n");
    let run = office.ends("collect wishes fix.csv", 1);
    run.reports(&["按更正清单读取", "A3 编号：没有找到“JH-W000099”", "A4 编号：必填项为空", "更新 1 条"]);
    let rejects = office.read("fix.csv.rejects.csv");
    assert!(rejects.contains("JH-W000099") && !rejects.contains("19900003333"), "{rejects}");
    let after = office.export("wishes --reveal 二");
    assert_eq!((after.len(), after[2]["联系电话"].as_str()), (8, "19900003333"));
    for field in ["备注", "许愿人", "微心愿内容", "属地", "年龄"] {
        assert_eq!(after[2][field], before[2][field], "{field} was not in the list, or blank");
    }
    assert_eq!(after[..2], before[..2]);
    assert_eq!(office.json_of("collect wishes fix.csv", 1)["entry"], serde_json::Value::Null, "again changes nothing");
    office.write("m.csv", "党员编号,手机号\nJH-M000003,19900007777\n");
    let run = office.ok("collect members m.csv");
    assert!(!run.err.contains("类别"), "nothing is reported of a column that is not there: {run:?}");
    office.write("o.csv", "组织编码,联系人\nO1,谢蓝\n");
    office.ok("collect orgs o.csv").reports(&["更新 1 条"]);
    // A header that nobody knows may be what is missing: that list is refused as before.
    office.write("odd.csv", "心愿编号,姓名,社区,想要的东西\nW1,甲一,蟠虬社区,书桌\n");
    office.refuses("collect wishes odd.csv", 3).reports(&["缺少必需的列"]);
}

#[cfg(unix)]
mod asked {
    use crate::office::Office;
    use crate::terminal::Session;

    #[test]
    fn fields_are_asked_for_with_what_they_say_and_checked_when_typed() {
        let office = Office::verified();
        let mut session = Session::new(&office, "edit O1", (80, 40));
        session.sees(&["改哪一项", "联系人"]);
        session.types("联系电话\n");
        session.sees(&["联系电话 改为"]);
        session.types("123\n");
        session.sees(&["不是电话号码"]);
        session.types("19900002222\n");
        session.sees(&["改哪一项", "联系人"]);
        session.types("改好\n");
        session.sees(&["将要保存", "保存吗"]);
        session.types("是\n");
        let (output, code) = session.end();
        assert_eq!(code, 0, "{output}");
        assert!(!output.contains("19900002001"), "{output}");
        assert_eq!(office.export("orgs --reveal 测试")[0]["联系电话"], "19900002222");
    }

    #[test]
    fn nothing_is_saved_without_a_yes() {
        let office = Office::verified();
        let before = office.file();
        let mut session = Session::new(&office, "edit O1", (80, 40));
        session.sees(&["改哪一项", "联系人"]);
        session.types("联系人\n");
        session.sees(&["联系人 改为"]);
        session.types("谢蓝\n");
        session.sees(&["改哪一项", "联系人"]);
        session.types("改好\n");
        session.sees(&["保存吗"]);
        session.types("否\n");
        let (output, code) = session.end();
        assert_eq!((code, output.contains("没有保存")), (3, true), "{output}");
        assert!(office.file() == before);
    }
}
