//! Claims that a list or a chat gives back: on which day.

use crate::office::Office;

fn claimed() -> Office {
    let office = Office::published();
    office.ok("claim take 1号 --by 李梅 --on 2021-05-01");
    office.ok("claim take 2号 --by 何静 --on 2021-05-01");
    office.ok("claim take 3号 --by 陈刚 --on 2021-05-01");
    office
}

fn ended_on(office: &Office, need: &str) -> String {
    let claims = office.json(&format!("show {need}"))["claims"].clone();
    let claim = claims.as_array().unwrap().last().unwrap().clone();
    format!("{} {}", claim["state"].as_str().unwrap(), claim["ended_on"].as_str().unwrap_or_default())
}

#[test]
fn claim_that_a_list_gives_back_ends_on_the_day_of_its_column() {
    for header in ["退领日期", "取消日期", "退领时间", "放弃日期", "终止日期", "取消认领日期"]
    {
        let office = claimed();
        let list = format!(
            "墙号,认领人,完成情况,{header}\n1,李梅,退领,2021-05-10\n2,何静,放弃,2021年5月11日\n3,陈刚,办理中,\n"
        );
        office.write("c.csv", list);
        let run = office.json("claim import c.csv");
        assert_eq!(run["files"][0]["updated"], 3, "{header}: {run}");
        let ended = ["1号", "2号", "3号"].map(|need| ended_on(&office, need));
        assert_eq!(ended, ["released 2021-05-10", "released 2021-05-11", "started "], "{header}");
        // The same list again changes nothing, and its figures are those of that day.
        assert_eq!(office.json("claim import c.csv")["entry"], serde_json::Value::Null);
        let claims = |day: &str| office.json(&format!("report participation --as-of {day}"))["claims"].clone();
        assert_eq!([claims("2021-05-09"), claims("2021-05-10"), claims("2021-05-11")], [3, 2, 1]);
    }
}

#[test]
fn day_alone_says_that_it_was_given_back_and_a_state_that_says_otherwise_counts() {
    let office = claimed();
    office.write(
        "c.csv",
        "墙号,认领人,认领时间,完成情况,退领日期\n1,李梅,2021-05-01,,2021-05-10\n2,何静,2021-05-01,已完成,2021-05-10\n6,周明,2021-05-02,退领,2021-05-12\n",
    );
    let run = office.ok("claim import c.csv");
    run.reports(&["“2021-05-10”按 主动退领 登记", "用了“已办结”"]);
    let ended = ["1号", "2号", "6号"].map(|need| ended_on(&office, need));
    assert_eq!(ended, ["released 2021-05-10", "completed ", "released 2021-05-12"]);
    assert_eq!(office.json("check")["ok"], true);
}

#[test]
fn without_a_day_it_ends_today_and_the_answer_says_so() {
    let office = claimed();
    office.write("c.csv", "墙号,认领人,完成情况\n1,李梅,退领\n3,陈刚,已认领\n");
    office.ok("claim import c.csv --dry-run").reports(&["没有写退领日期", "2021-12-31"]);
    let run = office.json("claim import c.csv");
    let warnings: Vec<&str> =
        run["warnings"].as_array().unwrap().iter().map(|one| one["code"].as_str().unwrap()).collect();
    assert_eq!(warnings, ["ended_today"], "{run}");
    assert_eq!(ended_on(&office, "1号"), "released 2021-12-31");
    // Negative controls: nothing is recorded again, nor of what goes on.
    assert!(!office.ok("claim import c.csv").err.contains("没有写退领日期"));
}

#[test]
fn day_before_the_claim_or_still_to_come_is_a_fault() {
    let office = claimed();
    office.write(
        "c.csv",
        "墙号,认领人,认领时间,完成情况,退领日期\n1,李梅,,退领,2021-04-30\n2,何静,2021-05-01,退领,2022-01-01\n6,周明,2021-05-02,退领,2021-05-01\n",
    );
    let run = office.json_of("claim import c.csv", 1);
    let faults: Vec<(i64, &str, &str)> = run["files"][0]["faults"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["row"].as_i64().unwrap(), one["field"].as_str().unwrap(), one["code"].as_str().unwrap()))
        .collect();
    let expected = [(2, "ended_on", "before_claimed"), (3, "ended_on", "in_future"), (4, "ended_on", "before_claimed")];
    assert_eq!(faults, expected, "{run}");
    assert_eq!(ended_on(&office, "1号"), "active ");
}

#[test]
fn claim_given_back_in_a_chat_ends_on_the_day_of_the_message() {
    let office = claimed();
    office.write("chat.txt", "2021年5月20日 10:01 李梅\n1号不要了，李梅\n2021年5月21日 09:00 何静\n2号退领 何静\n");
    office.ok("claim wechat chat.txt --take-sure --output d.csv");
    let list = office.read("d.csv");
    assert!(list.contains("2021-05-20") && list.contains("2021-05-21"), "{list}");
    let header = crate::office::cells(&list)[0].clone();
    let at = header.iter().position(|cell| cell == "决定").unwrap();
    let rows = crate::office::cells(&list).into_iter().enumerate().map(|(row, mut cells)| {
        if row > 0 {
            cells[at] = "退领".to_owned();
        }
        cells.iter().map(|cell| format!("\"{cell}\"")).collect::<Vec<_>>().join(",")
    });
    office.write("d.csv", rows.collect::<Vec<_>>().join("\n") + "\n");
    office.ok("claim import d.csv");
    assert_eq!(["1号", "2号"].map(|need| ended_on(&office, need)), ["released 2021-05-20", "released 2021-05-21"]);
}

#[test]
fn claim_that_was_over_before_somebody_else_took_the_need_comes_in_later() {
    let mut office = Office::published();
    office.day = "2021-06-20";
    office.ok("claim take 1号 --by 何静 --on 2021-05-12");
    office.write("c.csv", "墙号,认领人,认领日期,完成情况,退领日期\n1,李梅,2021-05-01,退领,2021-05-10\n");
    assert_eq!(office.json("claim import c.csv")["files"][0]["new"], 1);
    assert_eq!(office.progress("1号").as_deref(), Some("claimed"));
    assert_eq!(office.json("report quota --for members --as-of 2021-05-05")["total"]["met"], 1);
    assert_eq!(office.json("report quota --for members --as-of 2021-05-15")["total"]["met"], 1);
    office.ok("report quota --as-of 2021-05-05 --why 李梅");
    let records = office.records();
    office.ok("claim import c.csv");
    assert_eq!(office.records(), records);
    // Without its days nobody knows that it was before.
    office.write("c.csv", "墙号,认领人,完成情况\n1,周明,退领\n");
    office.ends("claim import c.csv", 1);
    assert_eq!(office.json("check")["ok"], true);
}
