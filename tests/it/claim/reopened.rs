//! A need that was closed because all of it was confirmed, and is reopened: it is to be had again, and what was done stays
//! done.

use serde_json::{Value, json};

use crate::office::Office;

/// What a report says of wishes in all.
fn wishes(office: &Office, report: &str, key: &str) -> Value {
    let document = office.json(&format!("report {report} --kind wish"));
    document["total"]["wish"].get(key).cloned().unwrap_or_else(|| panic!("{key} in {document}"))
}

/// 1号, confirmed and reopened.
fn reopened() -> Office {
    let office = Office::published();
    office.ok("claim take 1号 --by 李梅 --on 2021-05-01");
    office.ok("claim confirm 1号 --satisfaction 5 --on 2021-05-20");
    office.refuses("reopen 1号 --reason 问题又出现 --on 2021-05-19", 1).reports(&["2021-05-20"]);
    office.ok("reopen 1号 --reason 问题又出现 --on 2021-06-01");
    office.refuses("withdraw 1号 --reason 搬家 --on 2021-05-25", 1).reports(&["2021-06-01", "重新开放"]);
    office
}

#[test]
fn reopened_need_is_open_everywhere_and_its_confirmed_claim_counts() {
    let office = reopened();
    assert_eq!((office.state("1号"), office.progress("1号")), ("published".to_owned(), Some("open".to_owned())));
    let claim = office.json("show 1号")["claims"][0].clone();
    assert_eq!([&claim["state"], &claim["reopened_on"]], [&json!("confirmed"), &json!("2021-06-01")]);
    office.ok("show 1号").answers(&["2021-06-01 事项重新开放"]);
    office.ok("list wishes --unclaimed").answers(&["1号"]);
    assert!(!office.ok("list wishes --by 李梅").out.contains("1号"), "held by nobody");
    office.ok("list claims --by 李梅").answers(&["JH-C000001"]);
    assert!(!office.ok("list members --unclaimed").out.contains("李梅"), "her claim counts");
    let waiting = |stage: &str| {
        let stages = office.json("status")["stages"].clone();
        stages.as_array().unwrap().iter().find(|one| one["stage"] == stage).unwrap()["wishes"].clone()
    };
    assert_eq!((waiting("to_claim"), waiting("to_confirm")), (json!(8), json!(0)));
    assert_eq!(wishes(&office, "progress", "open"), 8);
    assert_eq!([wishes(&office, "progress", "confirmed"), wishes(&office, "progress", "closed")], [0, 0]);
    // Before it was reopened it was done.
    assert_eq!(office.json("report progress --kind wish --as-of 2021-05-31")["total"]["wish"]["open"], 7);
    assert_eq!(office.json("report quota")["quotas"][0]["total"]["met"], 1);
    assert_eq!(office.json("report satisfaction")["total"]["confirmed"], 1);
    assert_eq!(office.json("check")["ok"], true);
    office.ok("log --verify");
}

#[test]
fn reopened_need_may_be_taken_by_others_or_the_same_and_is_closed_again() {
    for who in ["陈刚", "李梅"] {
        let office = reopened();
        let taken = office.json(&format!("claim take 1号 --by {who} --on 2021-06-02"));
        assert_eq!(taken["claims"][0]["code"], "JH-C000002", "{who}");
        assert_eq!(office.progress("1号").unwrap(), "claimed");
        // The claim that the need's number means is the one that holds it.
        office.ok("claim complete 1号 --on 2021-06-03");
        office.ok("claim confirm 1号 --on 2021-06-05");
        assert_eq!(office.state("1号"), "closed");
        assert_eq!(office.json("show 1号")["closed_on"], "2021-06-05");
        // And once more.
        office.ok("reopen 1号 --reason 又坏了 --on 2021-06-05");
        office.ok("claim take 1号 --by 何静 --on 2021-06-06");
        office.ok("claim release 1号 --reason 没空");
        assert_eq!(office.progress("1号").unwrap(), "open");
        assert_eq!(office.json("check")["ok"], true, "{who}");
        office.ok("log --verify");
    }
}

#[test]
fn reopened_need_of_a_quantity_is_open_as_a_whole() {
    let office = Office::published();
    office.ok("claim take 4号 --by 李梅 --quantity 2 --on 2021-05-01");
    office.ok("claim take 4号 --by 陈刚 --quantity 3 --on 2021-05-01");
    office.ok("claim confirm 4号 --by 李梅");
    office.ok("claim confirm 4号 --by 陈刚");
    office.ok("reopen 4号 --reason 又缺了");
    office.ok("claim take 4号 --by 何静 --quantity 4");
    assert_eq!(office.progress("4号").unwrap(), "partly_claimed");
    office.refuses("claim take 4号 --by 李梅 --quantity 2", 1).reports(&["1"]);
    office.ok("claim take 4号 --by 李梅");
    assert_eq!(office.json("check")["ok"], true);
}

#[test]
fn undo_of_reopen_gives_the_need_back_to_its_claim() {
    let office = reopened();
    let claimed = office.export("claims");
    office.ok("undo");
    assert_eq!(office.state("1号"), "closed");
    assert_eq!(office.json("show 1号")["claims"][0]["reopened_on"], Value::Null);
    assert_eq!(office.export("claims"), claimed);
    assert_eq!(office.json("check")["ok"], true);
}

#[test]
fn list_with_the_claim_of_a_reopened_need_changes_nothing_when_it_comes_again() {
    let office = Office::published();
    let dated = "编号,认领人,认领日期,完成情况\n1号,李梅,2021-05-01,已确认\n";
    let undated = "编号,认领人,完成情况\n1号,李梅,已确认\n";
    office.write("dated.csv", dated);
    office.write("undated.csv", undated);
    office.ok("claim import dated.csv");
    assert_eq!(office.state("1号"), "closed");
    office.ok("reopen 1号 --reason 问题又出现");
    office.ok("export claims --output own.csv");
    for list in ["dated.csv", "undated.csv", "own.csv"] {
        let answer = office.json(&format!("claim import {list}"));
        assert_eq!([&answer["files"][0]["new"], &answer["files"][0]["updated"]], [&json!(0), &json!(0)], "{list}");
        assert_eq!(office.progress("1号").unwrap(), "open", "{list}");
    }
    // A later day is another claim.
    office.write("again.csv", "编号,认领人,认领日期\n1号,李梅,2021-12-31\n");
    assert_eq!(office.json("claim import again.csv")["files"][0]["new"], 1);
    assert_eq!(office.progress("1号").unwrap(), "claimed");
    assert_eq!(office.json("claim import again.csv")["files"][0]["new"], 0);
}

#[test]
fn sign_up_about_a_reopened_need_is_old_or_new_by_its_day() {
    let office = reopened();
    let of = |name: &str, day: &str| {
        office.write(name, format!("{day} 李梅\n我要1号\n"));
        office.run(&format!("claim wechat {name} --dry-run --format json")).json()
    };
    let old = of("old.txt", "2021-05-01 10:01:12");
    let new = of("new.txt", "2021-07-01 10:01:12");
    let same_day = of("undated.txt", "2021-06-01 10:01:12");
    let certainty = |answer: &Value| answer["proposals"][0]["certainty"].clone();
    assert_eq!([certainty(&old), certainty(&new), certainty(&same_day)], ["done", "sure", "doubtful"].map(Value::from));
}

#[test]
fn wish_that_a_list_or_an_edit_takes_off_the_wall_hung_there_on_days_before() {
    let mut office = Office::published();
    office.day = "2021-05-20";
    let of = |office: &Office, day: &str| {
        ["open", "verified"].map(|state| wishes(office, &format!("progress --as-of {day}"), state))
    };
    assert_eq!(of(&office, "2021-05-10"), [json!(8), json!(0)]);
    office.write("no.csv", crate::office::WISHES.replace("2021-03-01,是", "2021-03-01,否"));
    office.ok("collect wishes no.csv").reports(&["1号", "撤下"]);
    office.ok("edit 2号 --set 同意公开=否");
    assert_eq!(of(&office, "2021-05-10"), [json!(8), json!(0)]);
    assert_eq!(of(&office, "2021-05-20"), [json!(6), json!(2)]);
    office.ok("undo");
    assert_eq!(of(&office, "2021-05-20"), [json!(7), json!(1)]);
    assert_eq!(of(&office, "2021-05-10"), [json!(8), json!(0)]);
}
