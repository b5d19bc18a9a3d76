//! Joint claims: who joins later, who leaves while others go on, who takes over.

use serde_json::{Value, json};

use super::parties;
use crate::office::Office;

/// Names and roles of the claimants of a need's last claim.
fn people(office: &Office, need: &str) -> Vec<(String, String)> {
    let shown = office.json(&format!("show {need}"));
    let claim = shown["claims"].as_array().unwrap().last().unwrap().clone();
    let claimants = claim["claimants"].as_array().unwrap().iter();
    let text = |one: &Value, key: &str| one[key].as_str().unwrap().to_owned();
    claimants.map(|one| (text(one, "name"), text(one, "role"))).collect()
}

fn pairs(people: &[(&str, &str)]) -> Vec<(String, String)> {
    people.iter().map(|(name, role)| ((*name).to_owned(), (*role).to_owned())).collect()
}

#[test]
fn claimant_joins_later_and_only_once() {
    let office = Office::published();
    office.ok("claim take 1号 --by 李梅");
    let answer = office.json("claim join 1号 --by 陈刚 --outsider 好人公司");
    assert_eq!(
        parties(&answer),
        [["member", "李梅", "lead"], ["member", "陈刚", "joint"], ["outsider", "好人公司", "joint"]]
    );
    let before = office.file();
    office.refuses("claim join 1号 --by 陈刚", 0).reports(&["陈刚", "没有改动"]);
    office.refuses("claim join 1号 --by 何静 --dry-run", 0);
    office.refuses("claim join 2号 --by 何静", 3).reports(&["claim take"]);
    office.refuses("claim join 1号", 2).reports(&["--by"]);
    assert!(office.file() == before);
    office.ok("claim confirm 1号");
    office.refuses("claim join 1号 --by 何静", 1).reports(&["已确认"]);
    office.ok("check");
}

#[test]
fn one_of_several_leaves_and_the_next_one_leads() {
    for (verb, how) in [("release", "released"), ("revoke", "revoked")] {
        let office = Office::published();
        office.ok("claim take 1号 --by 李梅,陈刚,何静");
        let run = office.refuses(&format!("claim {verb} 1号 --reason 出差"), 3);
        run.reports(&["李梅、陈刚、何静", "--by", "--all"]);
        office.ok(&format!("claim {verb} 1号 --by 李梅 --reason 出差"));
        assert_eq!(people(&office, "1号"), pairs(&[("陈刚", "lead"), ("何静", "joint")]));
        assert_eq!(office.progress("1号").unwrap(), "claimed");
        let left = office.json("show 1号")["claims"][0]["left"].clone();
        assert_eq!(
            left,
            json!([{"kind": "member", "name": "李梅", "code": "JH-M000003", "role": "lead", "how": how, "on": "2021-12-31", "reason": "出差"}])
        );
        let before = office.file();
        office.refuses(&format!("claim {verb} 1号 --by 李梅 --reason 出差"), 0).reports(&["没有改动"]);
        office.refuses(&format!("claim {verb} 1号 --by 周明 --reason 出差"), 3);
        assert!(office.file() == before);
        // The last one's leaving ends it.
        office.ok(&format!("claim {verb} 1号 --by 陈刚,何静 --reason 出差"));
        assert_eq!(office.progress("1号").unwrap(), "open");
        office.ok("check");
    }
}

#[test]
fn lead_is_chosen_and_must_stay() {
    let office = Office::published();
    office.ok("claim take 1号 --by 李梅,陈刚,何静");
    office.refuses("claim release 1号 --by 李梅 --lead 李梅 --reason 病", 3).reports(&["李梅", "--lead"]);
    office.refuses("claim release 1号 --by 李梅 --lead 周明 --reason 病", 3).reports(&["周明"]);
    office.ok("claim release 1号 --by 李梅 --lead 何静 --reason 病");
    assert_eq!(people(&office, "1号"), pairs(&[("何静", "lead"), ("陈刚", "joint")]));
    office.ok("undo");
    assert_eq!(people(&office, "1号"), pairs(&[("李梅", "lead"), ("陈刚", "joint"), ("何静", "joint")]));
    office.ok("claim release 1号 --all --reason 病");
    assert_eq!(office.progress("1号").unwrap(), "open");
    office.ok("check");
}

#[test]
fn whoever_left_no_longer_meets_the_quota() {
    let office = Office::published();
    office.ok("claim take 1号 --by 李梅,陈刚");
    let met = |office: &Office| office.json("report quota --for members")["total"]["met"].as_i64().unwrap();
    assert_eq!(met(&office), 2);
    office.ok("claim release 1号 --by 李梅 --reason 病");
    assert_eq!(met(&office), 1);
}

#[test]
fn claim_is_passed_on_with_its_reason() {
    let office = Office::published();
    office.ok("claim take 1号 --by 李梅 --on 2021-05-01");
    office.refuses("claim pass 1号 --to 陈刚", 2);
    office.ok("claim pass 1号 --to 陈刚 --reason 调离");
    assert_eq!(people(&office, "1号"), pairs(&[("陈刚", "lead")]));
    let claim = office.json("show 1号")["claims"][0].clone();
    assert_eq!([&claim["claimed_on"], &claim["left"][0]["how"]], [&json!("2021-05-01"), &json!("passed")]);
    office.refuses("claim pass 1号 --to 陈刚 --reason 调离", 0).reports(&["没有改动"]);
    office.ok("claim join 1号 --by 何静");
    office.refuses("claim pass 1号 --to 周明 --reason 调离", 3).reports(&["--by", "--all"]);
    office.ok("claim pass 1号 --by 何静 --to 周明 --reason 调离");
    assert_eq!(people(&office, "1号"), pairs(&[("陈刚", "lead"), ("周明", "joint")]));
    // To one who takes part already.
    office.ok("claim pass 1号 --by 陈刚 --to 周明 --reason 调离");
    assert_eq!(people(&office, "1号"), pairs(&[("周明", "lead")]));
    office.ok("claim join 1号 --by 何静,陈刚");
    office.ok("claim pass 1号 --all --to 李梅 --reason 全部交接");
    assert_eq!(people(&office, "1号"), pairs(&[("李梅", "lead")]));
    office.ok("claim complete 1号");
    office.refuses("claim pass 1号 --to 何静 --reason 迟了", 1).reports(&["已办结"]);
    office.ok("check");
    office.ok("log --verify");
}

#[test]
fn whoever_comes_in_has_not_agreed_to_be_named() {
    for line in ["claim join 1号 --by 陈刚", "claim pass 1号 --to 陈刚 --reason 调离"] {
        let office = Office::published();
        office.ok("claim take 1号 --by 李梅 --name-ok");
        office.ok(line).reports(&["不再署名"]);
        assert!(!office.records().iter().any(|record| record.contains("name_ok=1")), "{line}");
    }
}

#[test]
fn joint_columns_of_a_list_bring_joint_claimants() {
    let office = Office::published();
    for (at, header) in ["共同认领单位", "联合承接", "协办单位"].iter().enumerate() {
        office.write("claims.csv", format!("编号,认领单位,{header}\n{}号,区税务局,区图书馆、立白\n", at + 1));
        office.ok("claim import claims.csv");
        let names = people(&office, &format!("{}号", at + 1));
        assert_eq!(names, pairs(&[("区税务局", "lead"), ("区图书馆", "joint"), ("立白", "joint")]), "{header}");
    }
    office.write("claims.csv", "编号,认领人\n5号,李梅、何静等10人\n");
    office.ok("claim import claims.csv");
    office.ok("claim release 5号 --by 李梅 --reason 病");
    assert_eq!(office.json("show 5号")["claims"][0]["unnamed"], 8);
}

#[test]
fn newer_list_brings_joint_claimants_to_a_claim_that_is_held() {
    let office = Office::published();
    let import = |rows: &str, code: i32| {
        office.write("claims.csv", format!("编号,认领人,共同认领,认领方式,完成情况,同意署名\n{rows}\n"));
        let answer = office.json_of("claim import claims.csv", code);
        (answer["files"][0].clone(), answer["warnings"].clone())
    };
    office.ok("claim take 1号 --by 李梅 --on 2021-05-01");
    // Who leads it is the same: the other one joins, reported by name, and a dry run says so too.
    office.write("dry.csv", "编号,认领人,共同认领\n1号,李梅,陈刚\n");
    office.refuses("claim import dry.csv --dry-run", 0).reports(&["JH-C000001 增加共同认领人：陈刚"]);
    let (file, warnings) = import("1号,李梅,陈刚,,办理中,", 0);
    assert_eq!((&file["updated"], &warnings[0]["code"]), (&json!(1), &json!("joined")), "{file} {warnings}");
    assert!(warnings[0]["message"].as_str().unwrap().contains("陈刚"), "{warnings}");
    assert_eq!(people(&office, "1号"), pairs(&[("李梅", "lead"), ("陈刚", "joint")]));
    assert_eq!(office.progress("1号").unwrap(), "in_progress");
    // Again nothing changes, and an older list without the other one takes nobody out and makes no second claim.
    for rows in ["1号,李梅,陈刚,,办理中,", "1号,李梅,,,办理中,", "1号,陈刚,,,,"] {
        let before = office.file();
        let (file, warnings) = import(rows, 0);
        assert_eq!((&file["unchanged"], &warnings), (&json!(1), &json!([])), "{rows}: {file}");
        assert!(office.file() == before, "{rows}");
    }
    // A new outsider may join, too; a claim that somebody else leads is held, and nobody is written down for it.
    import("1号,李梅,好心人丙,社会,,", 0);
    assert_eq!(people(&office, "1号").len(), 3);
    let (file, _) = import("1号,何静,李梅,,,", 1);
    assert_eq!(file["faults"][0]["code"], "refused");
    import("1号,何静,迟到的人,社会,,", 1);
    assert!(!office.records().iter().any(|record| record.starts_with("outsider ") && record.contains("迟到的人")));
    // One of several who gives it back leaves it to the others.
    let (file, _) = import("1号,陈刚,,,退领,", 0);
    assert_eq!(file["updated"], 1);
    assert_eq!(people(&office, "1号").len(), 2);
    office.ok("check");
    office.ok("log --verify");
}

#[test]
fn joint_claimants_of_a_list_are_checked_as_those_who_join() {
    let office = Office::published();
    office.ok("claim take 1号 --by 李梅 --on 2021-05-01 --name-ok");
    office.write("c.csv", "编号,认领人,共同认领\n1号,李梅,陈刚\n");
    office.ok("claim import c.csv").reports(&["不再署名"]);
    assert!(!office.records().iter().any(|record| record.contains("name_ok=1")));
    // By the claim's own code the same; whoever else would lead it is named and changes nothing.
    office.write("c.csv", "认领编号,编号,认领人\nJH-C000001,1号,李梅、何静\n");
    office.ok("claim import c.csv").reports(&["何静"]);
    assert_eq!(people(&office, "1号").len(), 3);
    office.write("c.csv", "认领编号,编号,认领人\nJH-C000001,1号,周明\n");
    office.refuses("claim import c.csv", 0).reports(&["周明", "不变"]);
    // Nobody joins what is confirmed.
    office.ok("claim complete 1号");
    office.ok("claim confirm 1号");
    office.write("c.csv", "编号,认领人,共同认领\n1号,李梅,周明\n");
    office.refuses("claim import c.csv", 1);
    assert_eq!(people(&office, "1号").len(), 3);
    // Where some of the quantity is left, a list of another day is another claim, one of the same day is not.
    office.ok("claim take 4号 --by 李梅 --quantity 2 --on 2021-05-01");
    office.write(
        "c.csv",
        "编号,认领人,共同认领,认领时间,认领数量\n4号,李梅,陈刚,2021-05-01,2\n4号,李梅,何静,2021-05-09,1\n",
    );
    office.ok("claim import c.csv");
    let claims = office.json("show 4号")["claims"].clone();
    let names = |at: usize| claims[at]["claimants"].as_array().unwrap().len();
    assert_eq!((claims.as_array().unwrap().len(), names(0), names(1)), (2, 2, 2), "{claims}");
    office.ok("check");
}

#[test]
fn outsider_who_left_a_claim_is_due_for_retention() {
    let office = Office::published();
    office.ok("claim take 1号 --by 李梅 --outsider 好心人乙");
    let due = |day: &str| office.json(&format!("retention --due --today {day}"))["due"].to_string();
    assert!(!due("2030-01-01").contains("outsider"));
    office.ok("claim release 1号 --by 好心人乙 --reason 搬走");
    assert!(due("2030-01-01").contains("outsider"));
    assert!(!due("2022-01-01").contains("outsider"));
}

#[test]
fn erased_outsider_is_in_no_trace_of_a_claim_left() {
    let office = Office::published();
    office.ok("claim take 1号 --by 李梅 --outsider 好心人甲");
    office.ok("claim release 1号 --by 好心人甲 --reason \"好心人甲 搬走了\"");
    office.ok("erase 好心人甲 --reason 本人要求");
    assert!(!String::from_utf8_lossy(&office.file()).contains("好心人甲"));
    office.ok("check");
    office.ok("log --verify");
}

#[test]
fn one_of_several_gives_back_by_a_list_and_the_others_go_on() {
    let mut office = Office::published();
    office.day = "2021-06-20";
    office.ok("claim take 1号 --by 李梅,何静,周明 --on 2021-05-01");
    let list = "墙号,认领人,完成情况,退领日期\n1,李梅,退领,2021-05-10\n1,何静,已取消,2021-05-12\n";
    office.write("left.csv", list);
    office.ok("claim import left.csv");
    let claim = office.json("show 1号")["claims"][0].clone();
    assert_eq!([&claim["state"], &claim["claimants"][0]["name"]], [&json!("active"), &json!("周明")]);
    assert_eq!([&claim["left"][0]["on"], &claim["left"][1]["on"]], [&json!("2021-05-10"), &json!("2021-05-12")]);
    let records = office.records();
    office.ok("claim import left.csv");
    assert_eq!(office.records(), records);
    office.write("early.csv", "墙号,认领人,完成情况,退领日期\n2,李梅,退领,2021-04-20\n");
    office.ok("claim take 2号 --by 李梅,何静 --on 2021-05-01");
    office.ends("claim import early.csv", 1).reports(&["2021-04-20", "2021-05-01"]);
    // By its code too, fewer than all take nothing from the others.
    let code = office.json("show 2号")["claims"][0]["code"].as_str().unwrap().to_owned();
    office.write("code.csv", format!("认领编号,墙号,认领人,完成情况\n{code},2,何静,退领\n"));
    office.ok("claim import code.csv");
    let claim = office.json("show 2号")["claims"][0].clone();
    assert_eq!([&claim["state"], &claim["claimants"][0]["name"]], [&json!("active"), &json!("李梅")]);
}

#[test]
fn list_by_which_somebody_left_takes_them_out_of_no_later_claim() {
    let mut office = Office::published();
    office.day = "2021-06-20";
    office.ok("claim take 4号 --by 李梅,何静 --quantity 1 --on 2021-05-01");
    office.write("left.csv", "墙号,认领人,完成情况\n4,李梅,退领\n");
    office.ok("claim import left.csv");
    office.ok("claim take 4号 --by 李梅,周明 --quantity 1 --on 2021-06-01");
    let records = office.records();
    office.ok("claim import left.csv");
    assert_eq!(office.records(), records);
    // Another day says that it is the other claim.
    office.write("later.csv", "墙号,认领人,完成情况,退领日期\n4,李梅,退领,2021-06-10\n");
    for _ in 0..2 {
        office.ok("claim import later.csv");
        let claims = office.json("show 4号")["claims"].clone();
        let names: Vec<&str> =
            claims.as_array().unwrap().iter().map(|one| one["claimants"][0]["name"].as_str().unwrap()).collect();
        assert_eq!(names, ["何静", "周明"], "{claims:#}");
    }
}
