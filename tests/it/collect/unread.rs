//! A cell that cannot be read and that the record can do without: the row goes in, the cell waits, is reported, handed back with
//! the record's code, and mended in place.

use crate::office::Office;

const LIST: &str = "许愿人,联系电话,微心愿内容,数量,预计金额,完成时限,社区\n\
    陈一,19900001001,想要一台电饭煲,若干,三百余,尽快,蟠虬社区\n\
    陈二,19900001002,想要一床棉被,2,50,2021-05-01,蟠虬社区\n";

fn office() -> Office {
    let office = Office::new();
    office.write("w.csv", LIST);
    office
}

/// The wish's cells as `export` gives them back.
fn cells(office: &Office, wisher: &str) -> [String; 3] {
    let wishes = office.export("wishes");
    let found: Vec<_> = wishes.iter().filter(|wish| wish["许愿人"] == wisher).collect();
    assert_eq!(found.len(), 1, "{wishes:#?}");
    ["数量", "预计金额", "完成时限"].map(|header| found[0][header].clone())
}

fn counts(file: &serde_json::Value) -> [u64; 6] {
    ["rows", "new", "updated", "unchanged", "rejected", "unread"].map(|key| file[key].as_u64().unwrap())
}

#[test]
fn the_row_goes_in_and_the_cell_waits() {
    let office = office();
    let run = office.ends("collect wishes w.csv --format json", 1);
    let file = &run.json()["files"][0];
    assert_eq!(counts(file), [2, 2, 0, 0, 0, 3]);
    assert_eq!(file["faults"].as_array().unwrap().len(), 0);
    let cell = &file["unread_cells"][2];
    assert_eq!((&cell["record"], &cell["field"]), (&"JH-W000001".into(), &"deadline".into()));
    assert_eq!((&cell["row"], &cell["column"], &cell["code"]), (&2.into(), &"F".into(), &"not_a_day".into()));
    run.reports(&["F2", "尽快", "JH-W000001", "没有读出 3 格", "w.csv.rejects.csv"]);

    assert_eq!(cells(&office, "陈一"), ["若干", "三百余", "尽快"]);
    let shown = office.json("show JH-W000001");
    assert!(shown["deadline"].is_null() && shown["budget"].is_null() && shown["quantity"] == 1, "{shown:#}");
    assert_eq!(shown["unread"][2], serde_json::json!({"field": "deadline", "cell": "尽快"}));
    office.ok("show JH-W000001").answers(&["未读出的单元格", "完成时限：尽快"]);

    let rejects = office.read("w.csv.rejects.csv");
    let rows: Vec<&str> = rejects.lines().collect();
    assert_eq!(rows.len(), 2, "{rejects}");
    assert!(rows[0].ends_with("社区,心愿编号,行号,问题"), "{rejects}");
    assert!(
        rows[1].starts_with("陈一,19900001001,想要一台电饭煲,若干,三百余,尽快,蟠虬社区,JH-W000001,2,"),
        "{rejects}"
    );
}

#[test]
fn the_same_list_again_changes_nothing_and_hands_back_the_same() {
    let office = office();
    office.ends("collect wishes w.csv", 1);
    let before = office.records();
    let file = office.json_of("collect wishes w.csv", 1)["files"][0].clone();
    assert_eq!(counts(&file), [2, 0, 0, 2, 0, 3]);
    assert_eq!(office.records(), before);
    assert!(!office.has("w.csv.rejects-2.csv"));
}

#[test]
fn a_mended_cell_of_the_rejects_file_or_of_the_list_itself_updates_the_record() {
    let office = office();
    office.ends("collect wishes w.csv", 1);
    office.write("mended.csv", office.read("w.csv.rejects.csv").replace("尽快", "2021-06-30").replace("若干", "3"));
    let file = office.json_of("collect wishes mended.csv", 1)["files"][0].clone();
    assert_eq!(counts(&file), [1, 0, 1, 0, 0, 1]);
    assert_eq!(cells(&office, "陈一"), ["3", "三百余", "2021-06-30"]);

    office.write("w.csv", LIST.replace("三百余", "350"));
    let file = office.json("collect wishes w.csv")["files"][0].clone();
    assert_eq!(counts(&file), [2, 0, 1, 1, 0, 0], "what has been mended waits no more");
    assert_eq!(cells(&office, "陈一"), ["3", "350.00", "2021-06-30"]);
    let shown = office.json("show JH-W000001");
    assert_eq!(shown["unread"], serde_json::json!([]));

    // The list of before, whose cells say less than what is stored by now.
    office.write("w.csv", LIST);
    let run = office.ok("collect wishes w.csv");
    run.reports(&["已有的不变", "未变 2 条"]);
    assert_eq!(cells(&office, "陈一"), ["3", "350.00", "2021-06-30"]);
}

#[test]
fn a_wish_whose_phone_could_not_be_read_is_the_same_wish_once_it_can() {
    let office = Office::new();
    let list = |phone: &str| format!("许愿人,联系电话,微心愿内容,社区\n陈一,{phone},想要一盏灯,蟠虬社区\n");
    office.write("w.csv", list("1990000100"));
    office.ends("collect wishes w.csv", 1);
    assert_eq!(office.export("wishes")[0]["联系电话"], "***");
    assert_eq!(office.export("wishes --reveal 核对")[0]["联系电话"], "1990000100");
    office.write("w.csv", list("19900001001"));
    let file = office.json("collect wishes w.csv")["files"][0].clone();
    assert_eq!(counts(&file), [1, 0, 1, 0, 0, 0]);
    assert_eq!(office.export("wishes")[0]["联系电话"], "199****1001");
    // The list of before is about the same wish.
    office.write("w.csv", list("1990000100"));
    let file = office.json("collect wishes w.csv")["files"][0].clone();
    assert_eq!(counts(&file), [1, 0, 0, 1, 0, 0]);
}

#[test]
fn an_exported_list_comes_back_as_it_is() {
    let office = office();
    office.ends("collect wishes w.csv", 1);
    for reveal in ["", " --reveal 核对"] {
        office.ok(&format!("export wishes --output out.csv --force{reveal}"));
        let before = office.records();
        let file = office.json_of("collect wishes out.csv", 1)["files"][0].clone();
        assert_eq!(counts(&file), [2, 0, 0, 2, 0, 3]);
        assert_eq!(office.records(), before);
    }
}

#[test]
fn strict_cells_keep_the_row_out_and_strict_keeps_all_out() {
    let office = office();
    let file = office.json_of("collect wishes w.csv --strict-cells", 1)["files"][0].clone();
    assert_eq!(counts(&file), [2, 1, 0, 0, 1, 0]);
    assert_eq!(file["faults"].as_array().unwrap().len(), 3);
    assert!(
        office
            .read("w.csv.rejects.csv")
            .starts_with("许愿人,联系电话,微心愿内容,数量,预计金额,完成时限,社区,行号,问题\r\n")
    );

    let office = self::office();
    let before = office.file();
    office.ends("collect wishes w.csv --strict", 1).reports(&["没有改动"]);
    assert!(office.file() == before && !office.has("w.csv.rejects.csv"));
}

#[test]
fn what_says_who_it_is_or_what_was_agreed_to_keeps_the_row_out() {
    let office = Office::new();
    office.write(
        "w.csv",
        "许愿人,联系电话,微心愿内容,同意公开,社区\n\
         陈一,1.99E+10,一盏灯,是,蟠虬社区\n\
         陈二,19900001002,一床棉被,也许,蟠虬社区\n\
         陈三,19900001003,#REF!,是,蟠虬社区\n",
    );
    let file = office.json_of("collect wishes w.csv", 1)["files"][0].clone();
    assert_eq!(counts(&file), [3, 0, 0, 0, 3, 0]);
    let codes: Vec<&str> =
        file["faults"].as_array().unwrap().iter().filter_map(|fault| fault["code"].as_str()).collect();
    assert_eq!(codes, ["phone_lost", "unknown_word", "error_cell"]);
}

#[test]
fn errors_of_a_spreadsheet_wait_too_also_in_columns_that_are_not_known() {
    let office = Office::new();
    office.write("w.csv", "许愿人,微心愿内容,社区,备注,楼长\n陈一,一盏灯,蟠虬社区,#N/A,#REF!\n");
    office.ends("collect wishes w.csv", 1);
    let wish = &office.export("wishes")[0];
    assert_eq!((wish["备注"].as_str(), wish["楼长"].as_str()), ("#N/A", "#REF!"));
    assert!(office.json("show JH-W000001")["note"].is_null());
    office.write("w.csv", "许愿人,微心愿内容,社区,备注,楼长\n陈一,一盏灯,蟠虬社区,晚上在家,李姨\n");
    office.ok("collect wishes w.csv");
    let wish = &office.export("wishes")[0];
    assert_eq!((wish["备注"].as_str(), wish["楼长"].as_str()), ("晚上在家", "李姨"));
    assert_eq!(office.json("show JH-W000001")["unread"], serde_json::json!([]));
}

#[test]
fn an_age_that_cannot_be_read_may_be_a_childs() {
    let office = Office::new();
    office.write("w.csv", "许愿人,年龄,微心愿内容,社区\n陈一,七岁半,一个书包,蟠虬社区\n陈二,60多,一盏灯,蟠虬社区\n");
    office.ends("collect wishes w.csv --consent 表格已征询", 1);
    office.ok("verify --all --pass");
    let answer = office.json("publish");
    assert_eq!(answer["published"].as_array().unwrap().len(), 1, "{answer:#}");
    assert_eq!(answer["withheld"][0]["code"], "JH-W000001");
}

#[test]
fn members_orgs_and_claims_wait_for_their_cells_as_well() {
    let office = Office::published();
    office.write("m.csv", "姓名,手机号,党员类型,报到社区,报到日期\n甲子,,在册,蟠虬社区,去年\n");
    office.ends("collect members m.csv", 1);
    let members = office.export("members");
    let member = members.iter().find(|member| member["姓名"] == "甲子").unwrap();
    assert_eq!((member["党员类型"].as_str(), member["报到日期"].as_str()), ("在册", "去年"));
    office.write("m.csv", "姓名,手机号,党员类型,报到社区,报到日期\n甲子,,在职,蟠虬社区,2021-04-01\n");
    let file = office.json("collect members m.csv")["files"][0].clone();
    assert_eq!(counts(&file), [1, 0, 1, 0, 0, 0]);
    let member = office.export("members").into_iter().find(|member| member["姓名"] == "甲子").unwrap();
    assert_eq!((member["党员类型"].as_str(), member["报到日期"].as_str()), ("在职党员", "2021-04-01"));

    office.write("o.csv", "单位党组织名称,联系电话,免考核\n某局党支部,见附件,待定\n");
    office.ends("collect orgs o.csv", 1);
    office.write("o.csv", "单位党组织名称,联系电话,免考核\n某局党支部,020-81000000,否\n");
    let file = office.json("collect orgs o.csv")["files"][0].clone();
    assert_eq!(counts(&file), [1, 0, 1, 0, 0, 0]);

    office.write("c.csv", "心愿编号,认领人,认领时间,完成情况\n1号,甲子,上周,协调中\n");
    office.ends("claim import c.csv", 1);
    let claim = &office.export("claims")[0];
    assert_eq!((claim["认领时间"].as_str(), claim["完成情况"].as_str()), ("上周", "协调中"));
    office.ok("show 1号").answers(&["未读出的单元格：认领时间：上周；完成情况：协调中"]);
    office.write("c.csv", "心愿编号,认领人,认领时间,完成情况\n1号,甲子,2021-05-01,办理中\n");
    let file = office.json("claim import c.csv")["files"][0].clone();
    assert_eq!(counts(&file), [1, 0, 1, 0, 0, 0]);
    let claim = &office.export("claims")[0];
    assert_eq!((claim["认领时间"].as_str(), claim["完成情况"].as_str()), ("2021-05-01", "办理中"));
}

#[test]
fn unread_cells_are_masked_erased_undone_and_asked_by_rules() {
    let office = Office::new();
    office.write(
        "w.csv",
        "许愿人,联系电话,微心愿内容,数量,社区\n陈一秀,1990000100,一盏灯,找陈一秀19900001001,蟠虬社区\n",
    );
    let run = office.ends("collect wishes w.csv", 1);
    assert!(!run.err.contains("19900001001"), "{run:#?}");
    let shown = office.ok("show JH-W000001");
    assert!(!shown.out.contains("19900001001") && !shown.out.contains("1990000100"), "{shown:#?}");
    office.write(
        "r.toml",
        "[[rule]]\nname = \"有格未读\"\nwhen = \"unread IS NOT NULL\"\nthen = \"needs_info\"\nreason = \"{unread}\"\n",
    );
    let ruled = office.ok("rules test r.toml --format json");
    assert!(ruled.out.contains("JH-W000001") && !ruled.out.contains("19900001001"), "{ruled:#?}");
    office.ok("erase JH-W000001 --reason 本人要求");
    let file = String::from_utf8_lossy(&office.file()).into_owned();
    assert!(!file.contains("19900001001") && !file.contains("1990000100"));

    let office = self::office();
    let before = office.records().len();
    office.ends("collect wishes w.csv", 1);
    office.write("w.csv", LIST.replace("尽快", "2021-06-30"));
    office.ends("collect wishes w.csv", 1);
    office.ok("undo");
    assert_eq!(cells(&office, "陈一"), ["若干", "三百余", "尽快"]);
    assert!(office.records().len() > before);
    office.ok("check");
}

#[test]
fn one_record_by_hand_is_mended_by_whoever_types_it() {
    let office = Office::new();
    let line = "collect wishes --set 许愿人=陈一 --set 微心愿内容=一盏灯 --set 社区=蟠虬社区 --set 完成时限=尽快";
    office.refuses(line, 1).reports(&["尽快"]);
}

#[test]
fn inexact_number_and_day_without_its_year_are_taken_and_reported() {
    let office = Office::new();
    office.write(
        "w.csv",
        "荔湾区2020年微心愿汇总表,,,,\n许愿人,微心愿内容,数量,预计金额,完成时限,社区\n\
         陈一,一盏灯,100-150,300余元,3月5日,蟠虬社区\n",
    );
    let run = office.ok("collect wishes w.csv");
    run.reports(&["“100-150”按 150 登记", "“300余元”按 300.00 登记", "“3月5日”按 2020-03-05 登记"]);
    assert_eq!(cells(&office, "陈一"), ["150", "300.00", "2020-03-05"]);
    // Without a year above the list it is the campaign's.
    office.write(
        "v.csv",
        "许愿人,微心愿内容,完成时限,社区\n陈二,一盏灯,5月，蟠虬社区\n陈二,一床棉被,5月,蟠虬社区\n"
            .replace("5月，蟠虬社区", "5月9号,蟠虬社区"),
    );
    office.ok("collect wishes v.csv");
    let days: Vec<String> = office.export("wishes").into_iter().map(|wish| wish["完成时限"].clone()).collect();
    assert_eq!(days, ["2020-03-05", "2021-05-09", "2021-05-31"]);
}
