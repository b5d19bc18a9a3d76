//! What lists say without saying it: identity numbers where none belongs, words for nothing, forms submitted twice, work
//! that is done on no day.

use serde_json::json;

use super::warnings;
use crate::office::{Office, id_number};

#[test]
fn identity_number_in_any_cell_is_masked_before_it_is_stored_and_reported() {
    let office = Office::new();
    let id = id_number("44999919750217781");
    let spaced = format!("{} {} {}", &id[..6], &id[6..14], &id[14..]);
    office.write(
        "a.csv",
        format!(
            "社区,姓名,微心愿内容,备注,家庭住址,楼长\n蟠虬社区,甲一,电饭煲 {id},证件{spaced}可查,蟠虬里1号（{id}）,乙{id}\n蟠虬社区,丙三,收音机,,,\n"
        ),
    );
    let answer = office.ok("collect wishes a.csv --format json");
    answer.reports(&["身份证号，已遮盖后保存", "C2", "F2"]);
    let warnings = answer.json()["warnings"].clone();
    assert_eq!(warnings.as_array().unwrap().iter().filter(|one| one["code"] == "id_masked").count(), 4, "{warnings}");
    let stored = office.records().join("\n");
    assert!(!stored.contains(&id) && !stored.contains(&id[6..14]), "{stored}");
    let bytes = office.file();
    assert!(!bytes.windows(14).any(|window| window == &id.as_bytes()[4..]), "in the file's bytes");
    let needs = office.export("wishes --reveal 测试");
    assert!(needs[0]["微心愿内容"].contains("449*************"), "{needs:?}");
    assert!(needs[0]["家庭住址"].contains("蟠虬里1号"), "{needs:?}");
    // The same list again says the same.
    assert_eq!(office.json("collect wishes a.csv")["files"][0]["unchanged"], 2);
}

#[test]
fn identity_number_as_a_code_is_a_fault() {
    let office = Office::new();
    let id = id_number("44999919750217781");
    office.write("m.csv", format!("党员编号,姓名\n{id},甲一\n"));
    let answer = office.json_of("collect members m.csv", 1);
    assert_eq!(answer["files"][0]["faults"][0]["code"], "id_as_code");
    assert!(!office.records().join("\n").contains(&id));
}

#[test]
fn words_of_form_sites_for_nothing_are_blanks_and_as_above_is_a_fault() {
    let office = Office::new();
    office.write(
        "wjx.csv",
        "序号,提交答卷时间,1、您的姓名：,2、您所在的社区,3、您的手机号码,5、您的心愿是什么？,6、家庭住址\n\
         1,2021/3/5 10:22:31,苏伟雄,蟠虬社区,19900003601,(空),(跳过)\n\
         2,2021/3/5 10:23:31,(空),蟠虬社区,19900003602,收音机,(跳过)\n\
         3,2021/3/5 10:24:31,丁四,蟠虬社区,19900003603,轮椅,未填写\n\
         4,2021/3/5 10:25:31,戊五,同上,19900003604,轮椅,（跳过）\n",
    );
    let answer = office.json_of("collect wishes wjx.csv", 1);
    let file = &answer["files"][0];
    assert_eq!((&file["new"], &file["rejected"]), (&json!(1), &json!(3)), "{answer}");
    let faults: Vec<(&serde_json::Value, &serde_json::Value)> =
        file["faults"].as_array().unwrap().iter().map(|fault| (&fault["field"], &fault["code"])).collect();
    assert!(faults.contains(&(&json!("content"), &json!("missing"))), "{faults:?}");
    assert!(faults.contains(&(&json!("wisher"), &json!("missing"))), "{faults:?}");
    assert!(
        faults.contains(&(&json!("place"), &json!("ditto")))
            || faults.contains(&(&json!("community"), &json!("ditto"))),
        "{faults:?}"
    );
    assert_eq!(office.export("wishes --reveal 测试")[0]["家庭住址"], "");
    assert!(!office.records().join("\n").contains("同上"));
}

#[test]
fn cell_in_full_width_or_with_other_blanks_is_the_same_cell() {
    let office = Office::new();
    office.write("a.csv", "序号,社区,姓名,电话,心愿\n1,蟠虬社区,曾丽华,１９９００００３１０３,轮椅坡道小板\n2,蟠虬社区,曾　丽华,19900003103,轮椅坡道小板 \n");
    let answer = office.json("collect wishes a.csv");
    assert_eq!((&answer["files"][0]["new"], &answer["files"][0]["duplicates"]), (&json!(1), &json!(1)), "{answer}");
}

#[test]
fn form_submitted_twice_is_a_duplicate_of_the_later_one() {
    let head = "提交时间,姓名,社区,电话,心愿,备注\n";
    let early = "2021/3/5 10:22:31,甲一,蟠虬社区,19900003601,轮椅,早\n";
    let late = "2021/3/5 10:23:31,甲一,蟠虬社区,19900003601,轮椅,晚\n";
    for rows in [[early, late], [late, early]] {
        let office = Office::new();
        office.write("a.csv", format!("{head}{}{}2021/3/6 09:00:00,乙二,蟠虬社区,,灯,\n", rows[0], rows[1]));
        let run = office.ok("collect wishes a.csv --format json");
        let (file, answer) = (&run.json()["files"][0], run.json());
        assert_eq!((&file["rows"], &file["new"], &file["duplicates"]), (&json!(3), &json!(2), &json!(1)), "{answer}");
        assert_eq!(answer["warnings"][0]["code"], "submitted_again");
        run.reports(&["重复提交"]);
        assert_eq!(office.export("wishes --reveal 测试")[0]["备注"], "晚");
        let again = office.json("collect wishes a.csv");
        assert_eq!((&again["files"][0]["unchanged"], &again["entry"]), (&json!(2), &json!(null)), "{again}");
    }
    // Without a time that tells them apart it is still a fault.
    let office = Office::new();
    office.write(
        "a.csv",
        "姓名,社区,电话,心愿,备注\n甲一,蟠虬社区,19900003601,轮椅,早\n甲一,蟠虬社区,19900003601,轮椅,晚\n",
    );
    assert_eq!(office.json_of("collect wishes a.csv", 1)["files"][0]["faults"][0]["code"], "differs_from_row");
}

#[test]
fn claim_that_is_done_on_no_day_counts_and_makes_no_duration() {
    let office = Office::published();
    office.write(
        "c.csv",
        "心愿编号,认领人,所在单位,认领时间,完成情况\n1号,陈刚,,2021-04-20,已完成\n2号,何静,,2021-04-20,已确认\n",
    );
    let run = office.run("claim import c.csv --format json");
    assert_eq!(run.json()["files"][0]["new"], 2, "{run:?}");
    let claims = office.export("claims");
    assert!(claims.iter().all(|claim| claim["完成时间"].is_empty()), "{claims:?}");
    assert_eq!(office.state("2号"), "closed");
    let progress = office.json("report progress");
    let text = progress.to_string();
    assert!(text.contains("\"completed\""), "{text}");
    let steps = progress["kinds"].as_array().or(progress["groups"].as_array()).cloned().unwrap_or_default();
    for step in steps.iter().flat_map(|one| one["steps"].as_array().cloned().unwrap_or_default()) {
        if matches!(step["step"].as_str(), Some("completed" | "confirmed")) {
            assert!(step["median_days"].is_null(), "{step}");
        }
    }
    // The day may be given later.
    office.write("d.csv", "心愿编号,认领人,认领时间,完成情况,完成时间\n1号,陈刚,2021-04-20,已完成,2021-05-01\n");
    office.ok("claim import d.csv");
    assert_eq!(office.export("claims")[0]["完成时间"], "2021-05-01");
}

#[test]
fn three_unknown_names_are_three_messages_and_wait_to_be_matched() {
    let office = Office::new();
    office.write(
        "o.csv",
        "单位党组织名称,组织类别,上级党组织,报到社区\n甲局党委,单位党组织,区直机关工委,蟠虬社区\n乙院党委,单位党组织,区卫健局党委,蟠虬社区\n丙校支部,单位党组织,区教育局党委,蟠虬社区\n",
    );
    office.ok("collect orgs o.csv").reports(&["“区直机关工委”", "“区卫健局党委”", "“区教育局党委”"]);
    office.ok("alias pending").answers(&["区直机关工委", "区卫健局党委", "区教育局党委"]);
}

#[test]
fn fault_of_many_rows_is_reported_once_with_its_rows() {
    let office = Office::new();
    let row = |at: usize| format!("陈{at},1990000{:04},在册\n", 1000 + at);
    office.write("m.csv", format!("姓名,联系电话,党员类别\n{}", (1..=30).map(row).collect::<String>()));
    let run = office.ends("collect members m.csv", 1);
    assert_eq!(run.err.matches("不认识“在册”").count(), 1, "{}", run.err);
    run.reports(&["30 处（C2、C3", "没有读出 30 格"]);
    office.write("w.csv", "社区,姓名,微心愿内容\n蟠虬社区,,一床棉被\n蟠虬社区,,一盏台灯\n蟠虬社区,,一张书桌\n");
    let run = office.ends("collect wishes w.csv", 1);
    run.reports(&["w.csv B2", "w.csv B3", "w.csv B4"]);
}

#[test]
fn what_is_planned_is_in_the_future_and_what_was_done_is_not() {
    let office = Office::published();
    for header in ["计划完成时间", "预计完成日期", "拟完成时间", "计划办结时间"] {
        office.write("c.csv", format!("墙号,认领人,认领时间,{header}\n1,甲一,2021-12-01,2022-03-31\n"));
        let run = office.ok("claim import c.csv --dry-run --outsiders");
        assert!(!run.err.contains("未识别的列"), "{header}: {}", run.err);
        office.write("p.csv", format!("社区,项目名称,{header}\n蟠虬社区,加装扶手,2022-03-31\n"));
        office.ok("collect projects p.csv --dry-run");
    }
    for header in ["完成时间", "办结日期", "意向书签订日期", "立项时间", "验收时间"] {
        office.write("c.csv", format!("墙号,认领人,认领时间,{header}\n1,甲一,2021-12-01,2022-03-31\n"));
        let run = office.ends("claim import c.csv --dry-run --outsiders", 1);
        run.reports(&["D2", "2022-03-31 还没有到"]);
    }
}

#[test]
fn several_items_in_a_cell_and_notes_that_cancel_a_row_are_warnings() {
    let office = Office::new();
    office.write(
        "w.csv",
        "社区,姓名,联系电话,心愿描述,备注\n\
         蟠虬社区,陈一,19900001001,1.一台电扇；2.一床凉席,\n\
         蟠虬社区,陈二,19900001002,一台1.5匹的空调,作废\n\
         蟠虬社区,陈三,19900001003,一张书桌,已撤销（家属来电）\n\
         蟠虬社区,陈四,19900001004,一盏台灯,取消原来的修灯\n",
    );
    let json = office.json("collect wishes w.csv");
    assert_eq!(json["files"][0]["new"], 4);
    assert_eq!(warnings(&json), [(2, "several_wishes"), (3, "called_off"), (4, "called_off")], "{json:#}");
}

#[test]
fn headers_that_offices_use_besides_are_known() {
    let office = Office::new();
    for (headers, row) in [
        ("居住社区,户主,电话,心愿事项", "蟠虬社区,陈一,19900001001,一张书桌"),
        ("所属社区,困难群众姓名,电话,微心愿描述", "蟠虬社区,陈二,19900001002,一床棉被"),
    ] {
        office.write("w.csv", format!("{headers}\n{row}\n"));
        assert_eq!(office.json("collect wishes w.csv")["files"][0]["new"], 1, "{headers}");
    }
    office.write("m.csv", "姓名,手机号码,党员身份,报到社区\n李一,19900001003,在职党员,蟠虬社区\n");
    office.ok("collect members m.csv");
    assert_eq!(office.export("members")[0]["党员类型"], "在职党员");
}
