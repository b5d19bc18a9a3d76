//! Lists of claims: how they name needs and claimants, and that an own export comes back as it went out.

use serde_json::{Value, json};

use crate::office::Office;

/// What an import answers for its only list.
fn imported(office: &Office, list: &str, exit: i32) -> Value {
    office.json_of(&format!("claim import {list}"), exit)["files"][0].clone()
}

#[test]
fn claimants_are_named_in_a_list_as_on_the_command_line() {
    let office = Office::published();
    office.write(
        "c.csv",
        "墙号,认领人,认领日期\n\
         1,李梅（书记）,2021-05-01\n\
         2,区图书馆 张伟,2021-05-01\n\
         3,张伟 19900001001,2021-05-01\n\
         4,何静和周明,2021-05-01\n\
         5,张伟（区税务局党委）,2021-05-01\n\
         6,陈刚同志,2021-05-01\n\
         7,19900001006,2021-05-01\n\
         8,李梅(主任)与陈刚及区图书馆 张伟,2021-05-01\n",
    );
    let file = imported(&office, "c.csv", 0);
    assert_eq!([&file["new"], &file["faults"]], [&json!(8), &json!([])]);
    let of = |need: &str| -> Vec<String> {
        let claimants = office.json(&format!("show {need}"))["claims"][0]["claimants"].clone();
        claimants.as_array().unwrap().iter().map(|one| one["code"].as_str().unwrap().to_owned()).collect()
    };
    let member = |number: u32| format!("JH-M{number:06}");
    for (need, members) in [
        ("1号", vec![3]),
        ("2号", vec![2]),
        ("3号", vec![1]),
        ("4号", vec![5, 6]),
        ("5号", vec![1]),
        ("6号", vec![4]),
        ("7号", vec![6]),
        ("8号", vec![3, 4, 2]),
    ] {
        assert_eq!(of(need), members.into_iter().map(member).collect::<Vec<_>>(), "{need}");
    }
    // Again, nothing is new; on the command line the same words mean the same.
    assert_eq!(imported(&office, "c.csv", 0)["unchanged"], 8);
    office.refuses("claim take 1号 --by 李梅（书记）", 0).reports(&["此前已认领"]);
    office.refuses("claim take 6号 --by 陈刚同志", 0).reports(&["此前已认领"]);
}

#[test]
fn namesake_of_another_unit_is_named_and_words_of_progress_are_understood() {
    let office = Office::published();
    office.write("c.csv", "墙号,认领人,所在单位,推进情况\n1,李梅,区图书馆,\n2,陈刚,,推进中\n3,周明,,正在落实\n");
    let file = imported(&office, "c.csv", 1);
    assert_eq!((&file["new"], &file["unread"]), (&json!(2), &json!(0)), "{file:#}");
    let message = file["faults"][0]["message"].as_str().unwrap();
    let who = office.export("members").into_iter().find(|one| one["姓名"] == "李梅").unwrap();
    assert!(message.contains(&who["党员编号"]) && message.contains(&who["所在支部"]), "{message}");
    assert_eq!(office.export("claims")[0]["完成情况"], "办理中");
}

#[test]
fn words_that_are_nobody_stay_faults() {
    let office = Office::published();
    office.write(
        "c.csv",
        "墙号,认领人\n1,李梅（水务局）\n2,张伟（书记）\n3,何静和没有这人\n4,张伟 19900001003\n5,书记\n",
    );
    let file = imported(&office, "c.csv", 1);
    assert_eq!([&file["new"], &json!(file["faults"].as_array().unwrap().len())], [&json!(0), &json!(5)]);
}

#[test]
fn column_of_wall_numbers_has_numbers_in_any_form() {
    let office = Office::published();
    office.write("c.csv", "墙号,认领人\n1,李梅\nW2,陈刚\n第3号,何静\n4.0,周明\n#5,吴芳\n6号,郑华\n");
    let file = imported(&office, "c.csv", 0);
    assert_eq!([&file["new"], &file["faults"]], [&json!(6), &json!([])]);
    for need in ["1号", "2号", "3号", "4号", "5号", "6号"] {
        assert_eq!(office.progress(need).unwrap(), "claimed", "{need}");
    }
    // A number that the wall does not have, and a number under 编号, which may be any list's.
    office.write("d.csv", "墙号,认领人\n77,李梅\nW78,李梅\n");
    assert_eq!(imported(&office, "d.csv", 1)["new"], 0);
    office.write("e.csv", "心愿编号,认领人\n7,李梅\nW8,李梅\n");
    assert_eq!(imported(&office, "e.csv", 1)["new"], 0);
}

#[test]
fn code_of_a_list_under_the_numbers_of_the_wall_is_that_code() {
    let office = Office::new();
    office.write("orgs.csv", crate::office::ORGS);
    office.write("members.csv", crate::office::members());
    office.ok("collect orgs orgs.csv --under 荔湾区");
    office.ok("collect members members.csv");
    office.write(
        "w.csv",
        "编号,许愿人,社区,微心愿内容,征集时间,同意公开\n\
         W2,甲一,蟠虬社区,一盏台灯,2021-03-01,是\nW1,乙二,蟠虬社区,一把雨伞,2021-03-01,是\n",
    );
    office.ok("collect wishes w.csv");
    office.ok("verify --all --pass --on 2021-04-14");
    office.ok("publish --today 2021-04-15");
    let number = |code: &str| office.json(&format!("show {code}"))["number"].as_i64().unwrap();
    let first = if number("W2") == 1 { "W2" } else { "W1" };
    office.write("c.csv", "墙号,认领人\nW2,李梅\n");
    assert_eq!(imported(&office, "c.csv", 0)["new"], 1);
    assert_eq!(office.progress("W2").unwrap(), "claimed");
    assert_eq!(office.progress("W1").unwrap(), "open");
    office.write("d.csv", "墙号,认领人\n1,李梅\n2,陈刚\n");
    office.run("claim import d.csv");
    assert_eq!(office.progress(first).unwrap(), "claimed");
}

#[test]
fn deadline_before_the_day_of_the_claim_is_a_fault() {
    let office = Office::published();
    let list = "编号,认领人,认领日期,完成时限\n1号,李梅,2021-05-10,2021-05-01\n2号,陈刚,2021-05-10,2021-05-10\n";
    // The first list of an office and later ones go different ways.
    for name in ["first.csv", "second.csv"] {
        office.write(name, list);
        let answer = office.json_of(&format!("claim import {name}"), 1);
        let fault = answer["files"][0]["faults"][0].clone();
        assert_eq!([&fault["row"], &fault["field"]], [&json!(2), &json!("deadline")], "{answer}");
        assert_eq!(answer["refused"][0]["why"], "deadline_before");
        assert_eq!(office.progress("1号").unwrap(), "open");
    }
    // A deadline that a newer list gives to a claim is measured by the claim's own day.
    office.write("third.csv", "编号,认领人,完成时限\n2号,陈刚,2021-05-09\n");
    let answer = office.json_of("claim import third.csv", 1);
    assert_eq!(answer["refused"][0]["why"], "deadline_before");
    assert_eq!(office.json("show 2号")["claims"][0]["deadline"], "2021-05-10");
    office.write("fourth.csv", "编号,认领人,完成时限\n2号,陈刚,2021-05-12\n");
    assert_eq!(imported(&office, "fourth.csv", 0)["updated"], 1);
}

#[test]
fn letter_before_its_need_was_collected_is_a_fault() {
    let office = Office::published();
    office.write("c.csv", "编号,认领人,认领日期,意向书签订日期\n1号,李梅,2021-05-10,2021-01-01\n");
    let file = imported(&office, "c.csv", 1);
    assert_eq!(file["faults"][0]["code"], "before_collected", "{file}");
}

/// Claims of every kind.
fn with_claims() -> Office {
    let office = Office::published();
    office.write("方案.docx", "plan");
    for line in [
        "claim take 1号 --by 李梅 --on 2021-05-01 --deadline 2021-06-30 --note 周末 --name-ok",
        "claim take 2号 --by 陈刚,何静 --outsider 周邻居 --outsider-type resident --on 2021-05-01",
        "claim take 3号 --outsider 好人公司 --outsider-type firm --on 2021-05-02",
        "claim take 4号 --by JH-M000001 --quantity 2 --on 2021-05-02",
        "claim take 4号 --by 李梅 --quantity 1 --on 2021-05-03",
        "claim take 5号 --by 区税务局,周明 --on 2021-05-03",
        "claim take 6号 --by 何静 --on 2021-05-03",
        "claim take 7号 --by 周明 --on 2021-05-04",
        "claim take 8号 --by 陈刚 --on 2021-05-04",
        "claim take 9号 --by 区税务局,区图书馆 --on 2021-05-05",
        "claim take 10号 --by 立白 --outsider 好人公司 --outsider-type firm --on 2021-05-05",
        "claim complete 1号 --cost 120.5 --note 送到 --on 2021-05-20",
        "claim confirm 4号 --by 李梅 --on 2021-05-21 --satisfaction 5",
        "claim confirm 5号 --on 2021-05-21",
        "claim release 6号 --reason 没空 --on 2021-05-22",
        "claim revoke 7号 --reason 调走 --on 2021-05-22",
        "claim start 8号 --on 2021-05-22",
        "claim milestone 9号 letter --on 2021-05-06",
        "claim milestone 9号 approved --on 2021-05-10",
        "claim milestone 9号 plan --on 2021-05-12 --file 方案.docx",
        "claim milestone 9号 started --on 2021-05-15",
        "claim milestone 9号 completed --on 2021-06-15",
        "claim milestone 9号 accepted --on 2021-06-20",
        "reopen 5号 --reason 又坏了 --on 2021-06-01",
        "claim take 5号 --by 何静 --on 2021-06-02",
        "claim release 2号 --by 何静 --reason 外派 --on 2021-06-02",
    ] {
        office.ok(line);
    }
    office
}

#[test]
fn own_export_of_claims_changes_nothing_when_it_comes_back() {
    let office = with_claims();
    for name in ["own.csv", "own.xlsx"] {
        office.ok(&format!("export claims --output {name}"));
        let (records, all) = (office.records(), office.export("claims").len());
        let file = imported(&office, name, 0);
        assert_eq!(
            [&file["unchanged"], &file["updated"], &file["faults"]],
            [&json!(all), &json!(0), &json!([])],
            "{name}"
        );
        assert_eq!(records, office.records(), "{name}");
    }
    // A mode that somebody gives is stored.
    let list = office
        .read("own.csv")
        .replace("好人公司,,社会", "好人公司,,企业")
        .replace("李梅,区税务局党委,,", "李梅,区税务局党委,自愿,");
    office.write("own.csv", list);
    assert_ne!(imported(&office, "own.csv", 0)["updated"], 0);
    assert_eq!(imported(&office, "own.csv", 0)["updated"], 0);
}

#[test]
fn claimants_are_found_as_answers_name_them_and_run_together() {
    for who in [
        "张伟 199****1002",
        "张伟（区图书馆 199****1002）",
        "张伟19900001002",
        "张伟（19900001002）",
        "区图书馆张伟",
        "張偉 区图书馆",
    ] {
        let office = Office::published();
        office.write("c.csv", format!("墙号,认领人,认领日期\n1,{who},2021-05-01\n"));
        let file = imported(&office, "c.csv", 0);
        assert_eq!(file["new"], 1, "{who} {file:#}");
        let claim = office.json("show 1号")["claims"][0]["claimants"][0]["code"].clone();
        assert_eq!(claim, "JH-M000002", "{who}");
        office.refuses(&format!("claim take 1号 --by {}", who.replace(' ', "\u{3000}")), 0).reports(&["此前已认领"]);
    }
    // What is the phone or the unit of neither is nobody.
    for who in ["张伟 199****1009", "区税务局陈刚", "张伟19900001009"] {
        let office = Office::published();
        office.write("c.csv", format!("墙号,认领人,认领日期\n1,{who},2021-05-01\n"));
        assert_eq!(imported(&office, "c.csv", 1)["new"], 0, "{who}");
    }
}

#[test]
fn unknown_claimant_is_reported_with_its_own_cell() {
    let office = Office::published();
    office.write(
        "c.csv",
        "墙号,认领单位,共同认领单位,协办单位,认领人\n\
         1,区税务局,没有这个局,,\n\
         2,区税务局,,没有那个局,\n\
         3,没有这个馆,,,李梅\n\
         4,,,,何静、没有此人\n",
    );
    let file = imported(&office, "c.csv", 1);
    let columns: Vec<&str> =
        file["faults"].as_array().unwrap().iter().map(|fault| fault["column"].as_str().unwrap()).collect();
    assert_eq!(columns, ["C", "D", "B", "E"]);
}

#[test]
fn people_whom_nobody_named_are_counted_with_the_lead_once() {
    let office = Office::published();
    let unnamed = |list: &str| {
        office.write("c.csv", format!("墙号,认领人,认领日期\n{list}\n"));
        office.json("claim import c.csv");
        let claimants = office.json("list claims")["claims"][0]["claimants"].clone();
        claimants.as_array().unwrap().iter().map(|one| one["unnamed"].as_u64().unwrap()).collect::<Vec<_>>()
    };
    assert_eq!(unnamed("1,李梅等10人,2021-05-01"), [9]);
    let answer = office.json("claim take 1号 --by 李梅");
    assert_eq!(answer["claims"][0]["claimants"][0]["unnamed"], 9);
    office.ok("claim take 1号 --by 李梅").answers(&["李梅（另有 9 人未具名）"]);
    assert_eq!(unnamed("1,李梅等10人,2021-05-01"), [9]);
    assert_eq!(unnamed("1,李梅、何静等10人,2021-05-01"), [8, 0]);
    assert_eq!(unnamed("1,李梅、何静、周明,2021-05-01"), [7, 0, 0]);
    assert_eq!(unnamed("1,李梅、何静,2021-05-01"), [7, 0, 0]);
}

#[test]
fn other_day_or_quantity_than_the_recorded_one_is_named() {
    let office = Office::published();
    office.ok("claim take 4号 --by 李梅 --quantity 5 --on 2021-05-10");
    office.write("c.csv", "墙号,认领人,认领日期,数量\n4,李梅,2021-05-08,3\n");
    let document = office.json("claim import c.csv");
    let warnings = document["warnings"].as_array().unwrap().iter();
    let found: Vec<[&str; 2]> = warnings.map(|one| ["code", "field"].map(|key| one[key].as_str().unwrap())).collect();
    assert_eq!(found, [["conflict", "claimed_on"], ["conflict", "quantity"]]);
    assert_eq!(office.json("show 4号")["claims"][0]["quantity"], 5);
}
