//! `collect` with lists in every encoding and format, and what a list may and may not change.

use encoding_rs::GB18030;
use serde_json::{Value, json};

use crate::office::{self, Office, id_number};

const LIST: &str = "\
姓名,社区,联系电话,微心愿内容,数量,预计金额,征集时间
伍峰,蟠虬社区,19900003001,盼望有一张新书桌,1,300,2021-03-01
邓勇,锦龙社区,19900003002,请人帮忙清理阳台,2,200,2021-03-02
";

fn gb18030(text: &str) -> Vec<u8> {
    GB18030.encode(text).0.into_owned()
}

#[test]
fn import_is_the_same_in_every_encoding_and_delimiter() {
    let bom = [&b"\xEF\xBB\xBF"[..], LIST.as_bytes()].concat();
    let titled =
        format!("金花街道微心愿汇总表,,,,,,\n填报单位：街道办,,,,,,\n{LIST}合计,,,,3,500,\n注：请核对,,,,,,\n,,,,,,\n");
    for (name, bytes, encoding, header) in [
        ("utf8.csv", LIST.as_bytes().to_vec(), "utf-8", 1),
        ("bom.csv", bom, "utf-8", 1),
        ("gbk.csv", gb18030(LIST), "gb18030", 1),
        ("semicolon.csv", LIST.replace(',', ";").into_bytes(), "utf-8", 1),
        ("tab.tsv", gb18030(&LIST.replace(',', "\t")), "gb18030", 1),
        ("crlf.csv", LIST.replace('\n', "\r\n").into_bytes(), "utf-8", 1),
        ("titled.csv", titled.into_bytes(), "utf-8", 3),
    ] {
        let office = Office::new();
        office.write(name, bytes);
        let answer = office.json(&format!("collect wishes {name}"));
        let file = &answer["files"][0];
        assert_eq!((&file["new"], &file["rejected"]), (&json!(2), &json!(0)), "{name} {answer}");
        assert_eq!((&file["encoding"], &file["header_row"]), (&json!(encoding), &json!(header)), "{name}");
        let shown = office.json("show JH-W000002");
        assert_eq!((&shown["content"], &shown["quantity"]), (&json!("请人帮忙清理阳台"), &json!(2)), "{name}");
        assert_eq!((&shown["budget"], &shown["collected_on"]), (&json!("200.00"), &json!("2021-03-02")), "{name}");
        assert_eq!(shown["place"], "荔湾区/金花街道/锦龙社区", "{name}");
    }
}

#[test]
fn headers_in_another_order_or_english_are_recognised() {
    for list in [
        "序号,标题,手机号码★,村居,心愿人,登记日期\n1,一把轮椅,19900003001,蟠虬社区,伍峰,2021年4月9日\n",
        "content,wisher,phone,community,collected_on\n一把轮椅,伍峰,19900003001,蟠虬社区,20210409\n",
    ] {
        let office = Office::new();
        office.write("w.csv", list);
        office.ok("collect wishes w.csv");
        let shown = office.json("show JH-W000001");
        assert_eq!((&shown["content"], &shown["wisher"]), (&json!("一把轮椅"), &json!("伍峰")), "{list}");
        assert_eq!((&shown["phone"], &shown["collected_on"]), (&json!("199****3001"), &json!("2021-04-09")), "{list}");
    }
}

#[test]
fn import_again_in_another_encoding_changes_nothing() {
    let office = Office::new();
    office.write("a.csv", LIST);
    office.write("b.tsv", gb18030(&LIST.replace(',', "\t")));
    office.ok("collect wishes a.csv");
    let before = office.file();
    for list in ["a.csv", "b.tsv"] {
        let answer = office.json(&format!("collect wishes {list}"));
        assert_eq!((&answer["entry"], &answer["files"][0]["unchanged"]), (&Value::Null, &json!(2)), "{list}");
        assert!(office.file() == before, "{list}");
    }
}

const FAULTY: &str = "\
姓名,社区,联系电话,微心愿内容,数量,预计金额,征集时间
伍峰,蟠虬社区,1.99E+10,一张书桌,1,300,2021-03-01
邓勇,锦龙社区,81000000,一把轮椅,1,200,2021-03-02
苏伟,锦龙社区,19900003003,,1,200,2021-03-02
龚浩,锦龙社区,19900003004,一副眼镜,许多,三百,2021年13月1日
卢华,锦龙社区,19900003005,一床棉被,1,200,2021-03-02
潘红,锦龙社区,19900003006
阮军,锦龙社区,19900003007,一台风扇,1,200,2021-03-02,多,多
";

#[test]
fn import_reports_every_fault_with_row_and_column_and_takes_good_rows() {
    let office = Office::new();
    office.write("w.csv", FAULTY);
    let answer = office.json_of("collect wishes w.csv", 1);
    let faults: Vec<(i64, Option<&str>, &str)> = answer["files"][0]["faults"]
        .as_array()
        .unwrap()
        .iter()
        .map(|fault| (fault["row"].as_i64().unwrap(), fault["column"].as_str(), fault["code"].as_str().unwrap()))
        .collect();
    assert_eq!(
        faults,
        [
            (2, Some("C"), "phone_lost"),
            (4, Some("D"), "missing"),
            (7, None, "row_too_short"),
            (8, None, "row_too_long"),
        ]
    );
    let file = &answer["files"][0];
    assert_eq!((&file["new"], &file["rejected"], &file["unread"]), (&json!(3), &json!(4), &json!(2)));
    assert_eq!(answer["warnings"][0]["code"], "no_area_code");
    assert_eq!(office.export("wishes")[2]["许愿人"], "卢华");
}

#[test]
fn dry_and_strict_runs_change_nothing_and_write_no_rejects() {
    let office = Office::new();
    office.write("w.csv", FAULTY);
    for flag in ["--dry-run", "--strict"] {
        office.refuses(&format!("collect wishes w.csv {flag}"), 1);
        assert_eq!(office.names(), ["shuangwei.db", "w.csv"], "{flag}");
    }
    office.write("good.csv", LIST);
    office.refuses("collect wishes good.csv --dry-run", 0).reports(&["新增 2 条", "试运行"]);
    office.ok("collect wishes good.csv --strict");
}

#[test]
fn corrected_rejects_are_imported() {
    let office = Office::new();
    office.write("w.csv", FAULTY);
    office.ends("collect wishes w.csv", 1).reports(&["w.csv.rejects.csv"]);
    let rejects = office.read("w.csv.rejects.csv");
    assert_eq!(office::cells(&rejects).len(), 6, "{rejects}");
    let mended = rejects
        .replace("1.99E+10", "19900003001")
        .replace(",多,多", "")
        .replace("潘红,锦龙社区,19900003006,", "潘红,锦龙社区,19900003006,一个书包")
        .replace("苏伟,锦龙社区,19900003003,,", "苏伟,锦龙社区,19900003003,一根拐杖,")
        .replace("许多,三百,2021年13月1日", "2,300,2021年12月1日");
    office.write("mended.csv", mended);
    let answer = office.json_of("collect wishes mended.csv", 0);
    assert_eq!([&answer["files"][0]["new"], &answer["files"][0]["updated"]], [&json!(4), &json!(1)], "{answer}");
    assert_eq!(office.export("wishes").len(), 7);
}

#[cfg(unix)]
#[test]
fn rejects_are_private_to_their_owner_and_written_where_asked() {
    use std::os::unix::fs::PermissionsExt;
    let office = Office::new();
    office.write("w.csv", FAULTY);
    office.ends("collect wishes w.csv --rejects 问题.csv", 1);
    assert!(!office.has("w.csv.rejects.csv"));
    assert_eq!(office.path("问题.csv").metadata().unwrap().permissions().mode() & 0o777, 0o600);
}

#[test]
fn standard_input_is_imported_and_names_the_rejects_file() {
    let office = Office::new();
    let run = office.run_stdin("collect wishes - --format json", LIST);
    assert_eq!(run.code, 2, "{run:#?}");
    run.reports(&["--rejects"]);
    let run = office.run_stdin("collect wishes - --rejects r.csv --format json", gb18030(LIST));
    assert_eq!((run.code, &run.json()["files"][0]["new"]), (0, &json!(2)), "{run:#?}");
    assert!(!office.has("r.csv"));
    let run = office.run_stdin("collect wishes - - --strict", LIST);
    assert_eq!(run.code, 2);
    let run = office.run_stdin("collect wishes - --strict", LIST);
    assert_eq!(run.code, 0);
}

#[test]
fn several_lists_are_one_entry_and_one_unreadable_list_stops_all() {
    let office = Office::new();
    office.write("a.csv", LIST);
    office.write("b.csv", LIST.replace("伍峰", "伍雪").replace("邓勇", "邓雪"));
    office.write("bad.csv", "姓名,社区,微心愿内容\n甲一,蟠虬社区,\"没有结束\n");
    office.refuses("collect wishes a.csv nothing.csv", 3).reports(&["nothing.csv"]);
    office.refuses("collect wishes a.csv bad.csv", 3).reports(&["bad.csv", "引号"]);
    assert_eq!(office.names(), ["a.csv", "b.csv", "bad.csv", "shuangwei.db"]);
    let entries = office.entries();
    let answer = office.json("collect wishes a.csv b.csv");
    assert_eq!(office.entries(), entries + 1);
    assert_eq!(answer["files"][1]["new"], 2);
    office.refuses("collect wishes a.csv b.csv --rejects r.csv", 2);
}

#[test]
fn unclosed_quote_far_below_imports_no_row() {
    let office = Office::new();
    let rows = "甲一,蟠虬社区,一把轮椅\n".repeat(3000);
    office.write("w.csv", format!("姓名,社区,微心愿内容\n{rows}乙二,蟠虬社区,\"一张书桌\n{rows}"));
    office.refuses("collect wishes w.csv", 3).reports(&["3002", "引号"]);
    assert!(!office.has("w.csv.rejects.csv"));
}

#[test]
fn changed_row_updates_before_publication_and_conflicts_after() {
    let office = Office::new();
    let list = |content: &str, note: &str| {
        format!("编号,姓名,社区,联系电话,微心愿内容,备注,同意公开\nA1,伍峰,蟠虬社区,19900003001,{content},{note},是\n")
    };
    office.write("w.csv", list("一张书桌", ""));
    office.ok("collect wishes w.csv");
    office.write("w.csv", list("一张大书桌", "急"));
    assert_eq!(office.json("collect wishes w.csv")["files"][0]["updated"], 1);
    assert_eq!(office.json("show A1")["content"], "一张大书桌");
    office.ok("verify A1 --pass");
    office.ok("publish");
    office.write("w.csv", list("一张小书桌", "不急"));
    let answer = office.json("collect wishes w.csv");
    assert_eq!(answer["warnings"][0]["code"], "conflict", "{answer}");
    assert_eq!((&answer["warnings"][0]["column"], &answer["warnings"][0]["row"]), (&json!("E"), &json!(2)));
    let shown = office.json("show A1");
    assert_eq!((&shown["content"], &shown["note"]), (&json!("一张大书桌"), &json!("不急")));
}

#[test]
fn need_sent_back_waits_again_once_its_list_adds_details() {
    let office = Office::new();
    office.write("w.csv", "编号,姓名,社区,微心愿内容\nA1,伍峰,蟠虬社区,一张书桌\n");
    office.ok("collect wishes w.csv");
    office.ok("verify A1 --needs-info 缺尺寸");
    office.ok("collect wishes w.csv");
    assert_eq!(office.state("A1"), "needs_info");
    office.write("w.csv", "编号,姓名,社区,微心愿内容\nA1,伍峰,蟠虬社区,一张一米二的书桌\n");
    office.ok("collect wishes w.csv");
    assert_eq!(office.state("A1"), "collected");
}

#[test]
fn masked_cell_leaves_value_unchanged() {
    let office = Office::published();
    for kind in ["wishes", "members", "orgs"] {
        let run = office.ok(&format!("export {kind}"));
        assert!(run.out.contains("****"), "{kind}");
        office.write("back.csv", run.bytes);
        let before = office.file();
        let answer = office.json(&format!("collect {kind} back.csv --under 荔湾区/金花街道"));
        assert_eq!(answer["entry"], Value::Null, "{kind} {answer}");
        assert!(office.file() == before, "{kind}");
    }
    office.write("w.csv", "姓名,社区,联系电话,微心愿内容\n新人,蟠虬社区,199****3001,一张书桌\n");
    assert_eq!(office.json_of("collect wishes w.csv", 1)["files"][0]["faults"][0]["field"], "phone");
}

#[test]
fn repeated_rows_are_duplicates_and_conflicting_ones_faults() {
    let office = Office::new();
    let row = "A1,伍峰,蟠虬社区,一张书桌\n";
    office.write("w.csv", format!("编号,姓名,社区,微心愿内容\n{row}{row}A1,伍峰,蟠虬社区,两张书桌\n"));
    let answer = office.json_of("collect wishes w.csv", 1);
    let file = &answer["files"][0];
    assert_eq!((&file["new"], &file["duplicates"], &file["rejected"]), (&json!(1), &json!(1), &json!(1)));
    let fault = &file["faults"][0];
    assert_eq!((&fault["row"], &fault["column"], &fault["field"]), (&json!(4), &Value::Null, &Value::Null));
    assert!(fault["message"].as_str().unwrap().contains("第 2 行"), "{fault}");
}

#[test]
fn places_are_completed_from_office_or_flag() {
    let office = Office::bare();
    office.ok("init --office 荔湾区 --code LW");
    office.write(
        "w.csv",
        "姓名,属地,微心愿内容\n甲一,金花街道/蟠虬社区,一张书桌\n乙二,广州市/越秀区/光塔街道/云台里社区,一把轮椅\n\
         丙三,荔湾区/龙津街道/蟠虬社区,一把雨伞\n丁四,蟠虬社区,一双布鞋\n",
    );
    let answer = office.json_of("collect wishes w.csv", 1);
    let fault = &answer["files"][0]["faults"][0];
    assert_eq!((&fault["row"], &fault["field"], &fault["code"]), (&json!(5), &json!("place"), &json!("ambiguous")));
    let message = fault["message"].as_str().unwrap();
    assert!(message.contains("金花街道/蟠虬社区") && message.contains("龙津街道/蟠虬社区"), "{message}");
    assert_eq!(office.json("show LW-W000002")["place"], "越秀区/光塔街道/云台里社区");
    office.write("v.csv", "姓名,社区,微心愿内容\n丁四,蟠虬社区,一双布鞋\n");
    office.ok("collect wishes v.csv --under 龙津街道");
    assert_eq!(office.json("show LW-W000004")["place"], "荔湾区/龙津街道/蟠虬社区");
}

#[test]
fn misspelled_under_creates_no_place() {
    let office = Office::new();
    office.write("w.csv", "姓名,社区,微心愿内容\n甲一,蟠虬社区,一张书桌\n");
    office.refuses("collect wishes w.csv --under 荔弯区/金花街道", 3).reports(&["荔湾区", "--new-place"]);
    office.refuses("collect wishes w.csv --under 荔湾区/金化街", 3).reports(&["金花街道", "--new-place"]);
    office.ok("collect wishes w.csv --under 荔湾区/金花街 --dry-run").reports(&["荔湾区/金花街道/蟠虬社区"]);
    office.refuses("collect wishes w.csv --under 荔弯区 --lang en", 3).reports(&["is it 荔湾区"]);
    office.ok("collect wishes w.csv --under 荔湾区/金沙街道 --new-place");
    assert_eq!(office.json("show JH-W000001")["place"], "荔湾区/金沙街道/蟠虬社区");
}

#[test]
fn community_office_needs_no_place_column() {
    let office = Office::bare();
    office.ok("init --office 荔湾区/金花街道/蟠虬社区");
    office.write("w.csv", "姓名,微心愿内容\n甲一,一张书桌\n");
    office.ok("collect wishes w.csv");
    assert_eq!(office.json("show SW-W000001")["place"], "荔湾区/金花街道/蟠虬社区");
    let street = Office::new();
    street.write("w.csv", "姓名,微心愿内容\n甲一,一张书桌\n");
    let run = street.run("collect wishes w.csv");
    assert!(run.code == 1 || run.code == 3, "{run:#?}");
}

#[test]
fn namesakes_are_distinguished_by_id_then_phone_and_never_guessed() {
    let office = Office::new();
    office.write("orgs.csv", office::ORGS);
    office.ok("collect orgs orgs.csv --under 荔湾区");
    let (one, two) = (id_number("44999919800101001"), id_number("44999919800101002"));
    let header = "姓名,身份证号,党员类别,所在党组织,手机号,报到社区\n";
    office.write(
        "m.csv",
        format!("{header}张伟,{one},在职,区税务局,19900001001,蟠虬社区\n张伟,{two},在职,区税务局,,蟠虬社区\n"),
    );
    assert_eq!(office.json("collect members m.csv")["files"][0]["new"], 2);
    office.write("m.csv", format!("{header}张伟,,在职,区税务局,,蟠虬社区\n"));
    let answer = office.json_of("collect members m.csv", 1);
    let message = answer["files"][0]["faults"][0]["message"].as_str().unwrap();
    assert!(message.contains("JH-M000001") && message.contains("JH-M000002"), "{message}");
    office.write("m.csv", format!("{header}张伟,{two},在职,区税务局,19900001009,锦龙社区\n"));
    assert_eq!(office.json("collect members m.csv")["files"][0]["updated"], 1);
    let members = office.export("members");
    assert_eq!((members.len(), members[1]["手机号"].as_str()), (2, "199****1009"));
    assert!(!office.file().windows(18).any(|bytes| bytes == one.as_bytes()), "no ID number is ever stored");
}

#[test]
fn generated_and_given_codes_coexist_in_one_roster() {
    let office = Office::new();
    office.write("m.csv", "党员编号,姓名,党员类别\nJH-M000002,甲一,在职\n,乙二,在职\n,丙三,在职\n");
    assert_eq!(office.json("collect members m.csv")["files"][0]["new"], 3);
    office.write("o.csv", "组织编码,党组织名称,组织类别\nJH-O000002,甲局党委,单位党组织\n,乙局党委,单位党组织\n");
    assert_eq!(office.json("collect orgs o.csv --under 荔湾区")["files"][0]["new"], 2);
    office.write("w.csv", "编号,姓名,社区,微心愿内容\nJH-W000002,甲一,蟠虬社区,书桌\n,乙二,蟠虬社区,轮椅\n");
    assert_eq!(office.json("collect wishes w.csv")["files"][0]["new"], 2);
}

#[test]
fn roster_without_classes_takes_a_flag_and_blank_class_owes_nothing() {
    let office = Office::new();
    office.write("m.csv", "姓名,手机号,报到社区\n甲一,19900001001,蟠虬社区\n");
    let answer = office.json("collect members m.csv");
    assert_eq!(answer["warnings"][0]["code"], "no_class", "{answer}");
    assert_eq!(office.json("report quota --for members")["total"]["required"], 0);
    office.ok("collect members m.csv --class in_service");
    assert_eq!(office.json("report quota --for members")["total"]["required"], 1);
    office.refuses("collect members m.csv --class 在职", 2).reports(&["in_service", "retired"]);
}

#[test]
fn unknown_org_is_a_fault_with_suggestions_unless_creation_is_allowed() {
    let office = Office::new();
    office.write("orgs.csv", office::ORGS);
    office.ok("collect orgs orgs.csv --under 荔湾区");
    office.write("m.csv", "姓名,党员类别,所在党组织\n甲一,在职,区税务局党支部\n");
    let run = office.ends("collect members m.csv", 1);
    run.reports(&["区税务局党支部", "相近", "区税务局"]);
    office.ok("collect members m.csv --new-orgs");
    assert_eq!(office.export("orgs").len(), 5);
}
