//! A claim followed to its end: what it cost and what shows it, more time, milestones of projects, claims that nobody began.

use serde_json::{Value, json};

use crate::office::Office;

fn claim(office: &Office, need: &str) -> Value {
    office.json(&format!("show {need}"))["claims"][0].clone()
}

#[test]
fn completed_claim_keeps_note_cost_and_evidence() {
    let office = Office::published();
    office.write("照片.jpg", "a photo");
    office.ok("claim take 1号 --by 李梅");
    office.refuses("claim complete 1号 --evidence 没有.jpg", 3).reports(&["没有.jpg"]);
    office.refuses("claim complete 1号 --evidence .", 3);
    office.refuses("claim complete 1号 --cost 很多", 2);
    office.ok("claim complete 1号 --note 书桌已送到家 --cost 350.5 --evidence 照片.jpg");
    let done = claim(&office, "1号");
    assert_eq!([&done["outcome"], &done["cost"]], [&json!("书桌已送到家"), &json!("350.50")]);
    assert_eq!(done["evidence"]["file"], "照片.jpg");
    let digest = "d4e24d749a4fe2f161af2de913c0402b04e3ae287dafd0f9dbfa4a5c56c69285";
    assert_eq!(done["evidence"]["sha256"], digest);
    // What is recorded later is added; the rest stays.
    office.ok("claim complete 1号 --cost 360");
    assert_eq!(
        [&claim(&office, "1号")["outcome"], &claim(&office, "1号")["cost"]],
        [&json!("书桌已送到家"), &json!("360.00")]
    );
    office.refuses("claim complete 1号 --cost 360", 0).reports(&["没有改动"]);
    office.ok("claim confirm 1号 --satisfaction 5 --note 很好 --confirmed-by 本人");
    let done = claim(&office, "1号");
    assert_eq!([&done["feedback"], &done["confirmed_by"]], [&json!("很好"), &json!("本人")]);
    office.ok("check");
    office.ok("log --verify");
}

#[test]
fn claim_gets_more_time_but_no_day_that_has_passed() {
    let office = Office::published();
    office.ok("claim take 1号 --by 李梅 --on 2021-05-01 --deadline 2021-06-01");
    office.refuses("claim extend 1号 --deadline 2021-12-30", 2).reports(&["2021-12-30"]);
    office.refuses("claim extend 1号", 2);
    office.ok("claim extend 1号 --deadline 2022-01-31");
    assert_eq!(claim(&office, "1号")["deadline"], "2022-01-31");
    office.refuses("claim extend 1号 --deadline 2022-01-31", 0).reports(&["没有改动"]);
    office.ok("claim complete 1号");
    office.refuses("claim extend 1号 --deadline 2022-02-28", 1).reports(&["已办结"]);
}

#[test]
fn project_passes_its_milestones_in_order() {
    let office = Office::published();
    office.write("意向书.docx", "letter");
    office.write("方案.docx", "plan");
    office.ok("claim take XM01 --by 区税务局 --on 2021-04-20");
    office
        .refuses("claim milestone XM01 plan --on 2021-05-10", 1)
        .reports(&["立项", "claim milestone JH-C000001 approved"]);
    office.refuses("claim milestone XM01 approved --on 2021-05-01", 1).reports(&["意向书"]);
    office.ok(
        "claim milestone XM01 letter --on 2021-04-25 --file 意向书.docx --signed-by 区税务局谢红、社区陈海 --exchanged 2021-04-26",
    );
    office.refuses("claim milestone XM01 approved --on 2021-04-24", 1).reports(&["先后颠倒", "2021-04-25"]);
    office.refuses("claim milestone XM01 approved --on 2022-04-24", 2);
    office.refuses("claim milestone XM01 approved --file 意向书.docx --on 2021-05-01", 2);
    office.refuses("claim milestone XM01 approved --signed-by 谢红 --on 2021-05-01", 2);
    office.ok("claim milestone XM01 立项 --on 2021-05-01");
    office.refuses("claim milestone XM01 plan --on 2021-05-02 --file 没有.docx", 3).reports(&["没有.docx"]);
    office.ok("claim milestone XM01 plan --on 2021-05-02 --file 方案.docx");
    office.refuses("claim milestone XM01 plan --on 2021-05-02 --file 方案.docx", 0).reports(&["没有改动"]);
    office.ok("claim milestone XM01 started --on 2021-05-10");
    assert_eq!(office.progress("XM01").unwrap(), "in_progress");
    office.ok("claim milestone XM01 completed --on 2021-08-10");
    assert_eq!(office.progress("XM01").unwrap(), "fulfilled");
    office.ok("claim milestone XM01 accepted --on 2021-08-20");
    // A wrong day is corrected within the others.
    office.refuses("claim milestone XM01 letter --on 2021-05-03", 1).reports(&["2021-05-01"]);
    office.refuses("claim milestone XM01 letter --on 2021-04-30", 1).reports(&["交换日期 2021-04-26"]);
    office.ok("claim milestone XM01 letter --on 2021-04-30 --exchanged 2021-04-30");
    let done = claim(&office, "XM01");
    let days: Vec<&Value> = done["milestones"].as_array().unwrap().iter().map(|one| &one["on"]).collect();
    assert_eq!(days, ["2021-04-30", "2021-05-01", "2021-05-02", "2021-05-10", "2021-08-10", "2021-08-20"]);
    let letter = &done["milestones"][0];
    assert_eq!(
        [&letter["signed_by"], &letter["exchanged_on"]],
        [&json!("区税务局谢红、社区陈海"), &json!("2021-04-30")]
    );
    assert_eq!(letter["paper"]["file"], "意向书.docx");
    office.ok("show XM01").answers(&["意向书 2021-04-30", "验收 2021-08-20"]);
    office.ok("check");
}

#[test]
fn milestone_repeated_without_a_day_keeps_its_day() {
    let office = Office::published();
    office.ok("claim take XM01 --by 区税务局 --on 2021-04-20");
    office.ok("claim milestone XM01 letter --on 2021-04-25");
    office.ok("claim milestone XM01 letter --signed-by 谢红 --exchanged 2021-04-26");
    let letter = &claim(&office, "XM01")["milestones"][0];
    assert_eq!([&letter["on"], &letter["signed_by"]], [&json!("2021-04-25"), &json!("谢红")]);
    office.refuses("claim milestone XM01 letter --exchanged 2021-04-24", 1).reports(&["2021-04-24", "2021-04-25"]);
}

#[test]
fn letter_is_signed_when_there_was_something_to_sign_for() {
    let office = Office::published();
    // XM01 was published on 2021-04-15; 1号 was collected on 2021-03-01.
    for (need, who) in [("XM01", "区税务局"), ("1号", "李梅")] {
        office.ok(&format!("claim take {need} --by {who} --on 2021-05-01"));
        let letter = |on: &str| format!("claim milestone {need} letter --on {on}");
        office.refuses(&letter("2021-04-14"), 1).reports(&["2021-04-14", "2021-04-15"]);
        office.ok(&letter("2021-04-20")).reports(&["提醒", "2021-04-20", "2021-05-01"]);
        let moved = office.ok(&letter("2021-05-01"));
        moved.reports(&["意向书签订日期 2021-04-20 → 2021-05-01"]);
        assert!(!moved.err.contains("提醒"), "{moved:?}");
        office.refuses(&letter("2021-04-14"), 1);
        assert_eq!(claim(&office, need)["milestones"][0]["on"], "2021-05-01");
    }
    let answer = office.json_of("claim milestone 1号 letter --on 2021-01-01", 1);
    assert_eq!(answer["refused"][0]["why"], "before_collected");
    // A claim older than what the wall has may have its letter on its own day.
    office.ok("claim take 2号 --by 陈刚 --on 2021-04-10");
    office.ok("claim milestone 2号 letter --on 2021-04-10");
    office.refuses("claim milestone 2号 letter --on 2021-04-09", 1).reports(&["2021-04-10"]);
}

#[test]
fn days_of_a_claim_that_contradict_each_other_are_refused() {
    let office = Office::published();
    office
        .refuses("claim take 1号 --by 李梅 --on 2021-05-03 --deadline 2021-05-02", 1)
        .reports(&["期限", "2021-05-03"]);
    office.ok("claim take 1号 --by 李梅 --on 2021-05-03");
    for (line, exit) in [
        ("claim pass 1号 --to 陈刚 --reason 出差 --on 2021-05-02", 1),
        ("claim extend 1号 --deadline 2022-01-31 --on 2021-05-02", 1),
        ("claim extend 1号 --deadline 2022-01-31 --on 2022-01-01", 2),
    ] {
        office.refuses(line, exit).reports(&["日期"]);
    }
    office.ok("claim take XM01 --by 区税务局 --on 2021-04-20");
    office.ok("claim milestone XM01 letter --on 2021-04-25");
    office.ok("claim milestone XM01 approved --on 2021-05-20");
    for step in ["complete", "confirm"] {
        office.refuses(&format!("claim {step} XM01 --on 2021-05-17"), 1).reports(&["2021-05-20"]);
    }
    office.refuses("claim release 1号 --by 陈刚 --reason 出差", 3).reports(&["李梅", "--by"]);
}

#[test]
fn wish_has_a_letter_and_no_other_milestone() {
    let office = Office::published();
    office.ok("claim take 1号 --by 李梅 --on 2021-05-01");
    office.ok("claim milestone 1号 letter --on 2021-05-01");
    office.refuses("claim milestone 1号 approved --on 2021-05-02", 1).reports(&["微心愿"]);
    office.refuses("claim milestone 1号 其他 --on 2021-05-02", 2);
    office.ok("claim release 1号 --reason 病");
    office.refuses("claim milestone 1号 letter --on 2021-05-02", 3);
}

#[test]
fn claims_that_nobody_began_expire_after_the_limit() {
    let office = Office::published();
    office.ok("claim take 1号 --by 李梅 --on 2021-12-16");
    office.ok("claim take 2号 --by 陈刚 --on 2021-12-17");
    office.ok("claim take 3号 --by 何静 --on 2021-05-01");
    office.ok("claim start 3号");
    office.ok("claim take XM01 --by 区税务局 --on 2021-05-01");
    office.ok("claim milestone XM01 letter --on 2021-12-30");
    office.refuses("claim expire", 2).reports(&["--older-than", "campaign set"]);
    office.refuses("claim expire --older-than 两周", 2);
    let before = office.file();
    let answer = office.json("claim expire --older-than 14d --dry-run");
    assert_eq!(answer["claims"].as_array().unwrap().len(), 1);
    assert!(office.file() == before);
    office.ok("campaign set --stale-after 14天");
    let answer = office.json("claim expire");
    assert_eq!(
        [&answer["claims"][0]["need"], &answer["claims"][0]["state"]],
        [&json!("JH-W000001"), &json!("released")]
    );
    assert_eq!(answer["claims"].as_array().unwrap().len(), 1);
    assert!(claim(&office, "1号")["reason"].as_str().unwrap().contains("14 天未开始"));
    office.refuses("claim expire", 0).reports(&["没有超过 14 天"]);
    office.ok("campaign set --stale-after off");
    office.refuses("claim expire", 2);
    office.ok("check");
}

#[test]
fn what_a_claim_came_to_goes_out_with_the_list_and_comes_back() {
    let office = Office::published();
    office.write("照片.jpg", "a photo");
    office.ok("claim take 1号 --by 李梅 --on 2021-05-01");
    office.ok("claim complete 1号 --on 2021-05-20 --note 书桌送到，电话19900003001 --cost 350.5 --evidence 照片.jpg");
    office.ok("claim take 2号 --by 陈刚 --on 2021-05-01");
    let of = |row: usize| office.export("claims")[row].clone();
    let printed = |row: usize| ["办理结果", "实际花费", "佐证材料"].map(|header| of(row)[header].clone());
    assert_eq!(printed(0), ["书桌送到，电话199****3001", "350.50", "照片.jpg"]);
    assert_eq!(printed(1), ["", "", ""]);
    // What went out, masked or revealed, changes nothing when it comes back, and an empty office takes it whole.
    for reveal in ["", "--reveal 备份"] {
        office.ok(&format!("export claims -o claims.csv --force {reveal}"));
        let before = office.records();
        let answer = office.json("claim import claims.csv");
        assert_eq!((&answer["files"][0]["unchanged"], &answer["warnings"]), (&json!(2), &json!([])), "{answer}");
        assert!(office.records() == before);
    }
    let other = Office::published();
    other.write("claims.csv", office.read("claims.csv"));
    other.ok("claim import claims.csv");
    let (mut before, mut after) = (office.export("claims"), other.export("claims"));
    assert_eq!(before.len(), 2);
    before.iter_mut().chain(&mut after).for_each(|row| drop(row.remove("认领编号")));
    assert_eq!(before, after);
    // A newer list corrects them; of another file nobody knows the digest.
    office.write(
        "newer.csv",
        "编号,认领人,完成情况,完成时间,办理成效,实际支出,证明材料\n1号,李梅,已完成,2021-05-20,已送到,1.2万,收据.pdf\n",
    );
    office.ok("claim import newer.csv");
    let done = claim(&office, "1号");
    assert_eq!([&done["outcome"], &done["cost"]], [&json!("已送到"), &json!("12000.00")]);
    assert_eq!([&done["evidence"]["file"], &done["evidence"]["sha256"]], [&json!("收据.pdf"), &Value::Null]);
    office.write("bad.csv", "编号,认领人,完成情况,实际花费\n3号,李梅,已完成,三百余\n");
    let answer = office.json_of("claim import bad.csv", 1);
    assert_eq!(
        [&answer["files"][0]["unread_cells"][0]["code"], &answer["files"][0]["unread_cells"][0]["field"]],
        ["not_money", "cost"]
    );
    office.ok("check");
    office.ok("log --verify");
}
