//! `claim` and the ways out: who wins, who is refused, and what becomes of it.

use std::thread;

use serde_json::{Value, json};

use crate::office::{Office, Run};

/// The claimants of the first claim: kind, name and role of each.
fn parties(said: &Value) -> Vec<[&str; 3]> {
    let parties = said["claims"][0]["claimants"].as_array().unwrap().iter();
    parties.map(|one| ["kind", "name", "role"].map(|key| one[key].as_str().unwrap())).collect()
}

#[test]
fn a_wish_is_taken_alone_and_jointly_by_members_orgs_and_outsiders() {
    let office = Office::published();
    let alone = office.json("claim take 1号 --by 李梅");
    assert_eq!(parties(&alone), [["member", "李梅", "lead"]]);
    assert_eq!((&alone["claims"][0]["state"], &alone["refused"]), (&json!("active"), &json!([])));
    assert_eq!(office.progress("1号").unwrap(), "claimed");
    let joint = office.json("claim take 2号 --by 陈刚,何静 --outsider 好人公司 --outsider-type firm");
    assert_eq!(
        parties(&joint),
        [["member", "陈刚", "lead"], ["member", "何静", "joint"], ["outsider", "好人公司", "joint"]]
    );
    let outsider = office.json("claim take 3号 --outsider 街坊老王");
    assert_eq!(parties(&outsider), [["outsider", "街坊老王", "lead"]]);
    let org = office.json("claim take 9号 --by 区税务局,区图书馆党支部");
    assert_eq!(parties(&org), [["org", "区税务局", "lead"], ["org", "区图书馆", "joint"]]);
    let code = office.json("claim take XM02 --by O1");
    assert_eq!(code["claims"][0]["need"], "XM02");
    let many = office.json("claim take 5号 6号 --by JH-M000004");
    assert_eq!(many["claims"].as_array().unwrap().len(), 2);
}

#[test]
fn who_is_late_is_told_by_whom_it_is_held_and_since_when() {
    let office = Office::published();
    office.ok("claim take 1号 --by 李梅 --on 2021-05-01");
    office.refuses("claim take 1号 --by 陈刚", 1).tells(&["JH-W000001", "李梅", "2021-05-01"]);
    office.refuses("claim take 1号 --by 陈刚 --lang en", 1).tells(&["claimed by 李梅", "2021-05-01"]);
    let said = office.json_of("claim take 1号 --by 陈刚", 1);
    assert_eq!((&said["refused"][0]["held_by"], &said["refused"][0]["since"]), (&json!("李梅"), &json!("2021-05-01")));
    assert_eq!(said["entry"], Value::Null);
    let said = office.json_of("claim take 1号 2号 --by 陈刚", 1);
    assert_eq!(
        (said["claims"][0]["need"].clone(), said["refused"][0]["need"].clone()),
        (json!("JH-W000002"), json!("JH-W000001"))
    );
    office.refuses("claim take 1号 --by 李梅", 0).tells(&["此前已认领"]);
    office.refuses("claim take 1号 --outsider 街坊老王", 1);
    assert!(!office.ok("show 1号").out.contains("街坊"), "a lost outsider is taken back");
}

#[test]
fn of_twenty_at_once_exactly_one_wins() {
    let office = Office::published();
    let runs: Vec<Run> = thread::scope(|scope| {
        let threads: Vec<_> = (1..=20)
            .map(|at| {
                let office = &office;
                scope.spawn(move || office.run(&format!("claim take 1号 --outsider 街坊{at}")))
            })
            .collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    let won: Vec<&Run> = runs.iter().filter(|run| run.code == 0).collect();
    assert_eq!(won.len(), 1, "{runs:#?}");
    let winner = office.json("show 1号")["claims"][0]["claimants"][0]["name"].as_str().unwrap().to_owned();
    assert!(won[0].out.contains(&winner));
    for lost in runs.iter().filter(|run| run.code != 0) {
        assert_eq!(lost.code, 1, "{lost:#?}");
        lost.tells(&[&format!("已由 {winner} 于 2021-12-31 认领")]);
    }
    assert_eq!(office.json("show 1号")["claims"].as_array().unwrap().len(), 1);
}

#[test]
fn a_quantity_is_shared_out_and_never_beyond() {
    let office = Office::published();
    office.ok("claim take 4号 --by 李梅 --quantity 2");
    assert_eq!(office.progress("4号").unwrap(), "partly_claimed");
    office.refuses("claim take 4号 --by 陈刚 --quantity 4", 1).tells(&["3", "4"]);
    office.ok("claim take 4号 --by 陈刚");
    assert_eq!(office.json("show 4号")["claims"][1]["quantity"], 3);
    assert_eq!(office.progress("4号").unwrap(), "claimed");
    office.refuses("claim take 4号 --by 何静", 1).tells(&["李梅", "陈刚"]);
    office.refuses("claim take 4号 --by 何静 --quantity 0", 2);
}

#[test]
fn namesakes_are_listed_with_unit_and_masked_phone() {
    let office = Office::published();
    for lang in ["zh", "en"] {
        let run = office.refuses(&format!("claim take 1号 --by 张伟 --lang {lang}"), 3);
        run.tells(&["JH-M000001", "区税务局党委", "199****1001", "JH-M000002", "区图书馆党支部", "199****1002"]);
        assert!(!run.err.contains("19900001001"), "{run:#?}");
    }
    office.ok("claim take 1号 --by JH-M000002");
}

#[test]
fn nobody_known_is_told_with_near_ones_and_the_way_for_outsiders() {
    let office = Office::published();
    office.refuses("claim take 1号 --by 李梅梅", 3).tells(&["李梅梅", "相近", "李梅", "--outsider"]);
    office.refuses("claim take 1号", 2).tells(&["--by"]);
    office.refuses("claim take 1号 --by \" \"", 2);
    let run = office.refuses("claim take 1号 --by 13812345678", 3);
    assert!(!run.err.contains("13812345678"), "{run:#?}");
}

#[test]
fn days_that_cannot_be_are_refused_and_early_ones_are_warned_of() {
    let office = Office::published();
    office.refuses("claim take 1号 --by 李梅 --on 2022-01-01", 2).tells(&["2022-01-01"]);
    office.refuses("claim take 1号 --by 李梅 --on 2021-02-01", 1).tells(&["2021-02-01", "2021-03-01"]);
    office.refuses("claim take 1号 --by 李梅 --on 一月", 2);
    office.ok("claim take 1号 --by 李梅 --on 2021年4月9日").tells(&["提醒", "2021-04-09", "2021-04-15"]);
    assert_eq!(office.json("show 1号")["claims"][0]["claimed_on"], "2021-04-09");
}

#[test]
fn what_is_not_on_the_wall_cannot_be_claimed() {
    let office = Office::verified();
    for lang in ["zh", "en"] {
        office.refuses(&format!("claim take JH-W000001 --by 李梅 --lang {lang}"), 1).tells(&["JH-W000001"]);
    }
    office.refuses("claim take JH-W00001 --by 李梅", 3).tells(&["相近", "JH-W000001"]);
}

#[test]
fn a_claim_goes_its_way_and_the_need_closes_by_itself() {
    let office = Office::published();
    office.ok("claim take 1号 --by 李梅 --on 2021-05-01");
    for (line, state, progress) in [
        ("claim start 1号 --on 2021-05-02", "started", Some("in_progress")),
        ("claim complete 1号 --on 2021-05-03", "completed", Some("fulfilled")),
        ("claim confirm 1号 --satisfaction 5 --note 很好 --on 2021-05-04", "confirmed", None),
    ] {
        let said = office.json(line);
        assert_eq!(said["claims"][0]["state"], state, "{line}");
        assert_eq!(office.progress("1号").as_deref(), progress, "{line}");
        office.refuses(line, 0).tells(&["没有改动"]);
    }
    let shown = office.json("show 1号");
    assert_eq!((&shown["state"], &shown["closed_on"]), (&json!("closed"), &json!("2021-05-04")));
    assert_eq!(shown["claims"][0]["satisfaction"], 5);
    assert_eq!(shown["claims"][0]["completed_on"], "2021-05-03");
    office.refuses("claim take 1号 --by 陈刚", 1).tells(&["李梅", "2021-05-01", "销号"]);
    office.refuses("claim release 1号 --reason 病", 1);
    office.refuses("claim start 1号 --on 2022-05-01", 2);
    office.refuses("claim confirm 1号 --satisfaction 6", 2);
}

#[test]
fn a_shared_need_closes_when_all_of_it_is_confirmed() {
    let office = Office::published();
    office.ok("claim take 4号 --by 李梅 --quantity 2");
    office.ok("claim take 4号 --by 陈刚 --quantity 3");
    office.refuses("claim complete 4号", 3).tells(&["JH-C000001", "李梅", "JH-C000002", "陈刚", "--by"]);
    office.ok("claim confirm 4号 --by 李梅");
    assert_eq!(office.state("4号"), "published");
    office.ok("claim confirm JH-C000002");
    assert_eq!(office.state("4号"), "closed");
}

#[test]
fn a_claim_given_back_or_taken_back_frees_the_need() {
    let office = Office::published();
    for (verb, state) in [("release", "released"), ("revoke", "revoked")] {
        office.ok("claim take 1号 --by 李梅");
        let line = format!("claim {verb} 1号 --reason 外派");
        assert_eq!(office.json(&line)["claims"][0]["state"], state);
        assert_eq!(office.progress("1号").unwrap(), "open");
        office.refuses(&line, 0).tells(&["没有改动"]);
        office.refuses(&format!("claim {verb} 1号"), 2);
        office.refuses(&format!("claim {verb} 1号 --reason \" \""), 2);
    }
    office.ok("claim take 1号 --by 陈刚");
    let claims = office.json("show 1号")["claims"].clone();
    let states: Vec<&str> = claims.as_array().unwrap().iter().map(|claim| claim["state"].as_str().unwrap()).collect();
    assert_eq!(states, ["released", "revoked", "active"]);
    assert_eq!(claims[0]["reason"], "外派");
    office.refuses("claim start 2号", 3).tells(&["JH-W000002"]);
}

#[test]
fn the_ways_out_lead_out_and_back() {
    let office = Office::published();
    office.ok("claim take 1号 --by 李梅");
    office.refuses("close 1号 --reason 好", 1).tells(&["JH-C000001", "claim complete"]);
    let said = office.json("withdraw 1号 --reason 搬家");
    assert_eq!(said["needs"][0], json!({"code": "JH-W000001", "from": "published", "to": "withdrawn", "released": 1}));
    assert_eq!(office.json("show 1号")["claims"][0]["reason"], "搬家");
    office.refuses("withdraw 1号 --reason 搬家", 0);
    office.ok("reopen 1号 --reason 没搬");
    assert_eq!(office.progress("1号").unwrap(), "open");
    office.ok("unfulfilled 2号 --reason 无人能修");
    assert_eq!(office.state("2号"), "unfulfilled");
    office.refuses("close 2号 --reason 好", 1).tells(&["JH-W000002", "show"]);
    office.ok("reopen 2号 --reason 有人了");
    office.ok("close 3号 --reason 自行解决");
    assert_eq!(office.state("3号"), "closed");
    office.ok("reopen 3号 --reason 没解决");
    assert_eq!(office.state("3号"), "published");
    office.refuses("reopen 3号 --reason 没解决", 0);
    office.refuses("close 3号 4号", 2);
    office.refuses("close 99号 3号 --reason 好", 3);
    office.refuses("close 3号 --reason 好 --on 2022-02-02", 2);
    office.refuses("close 3号 --reason 好 --dry-run", 0);
}

#[test]
fn a_dry_run_says_who_would_win_and_changes_nothing() {
    let office = Office::published();
    let before = office.file();
    let said = office.json("claim take 1号 --by 李梅 --dry-run");
    assert_eq!((&said["claims"][0]["need"], &said["entry"]), (&json!("JH-W000001"), &Value::Null));
    office.ok("claim take 1号 --outsider 街坊 --dry-run");
    assert!(office.file() == before);
}

#[test]
fn an_answer_that_has_no_place_stops_the_claim_before_it_is_made() {
    let office = Office::published();
    office.write("there.csv", "mine");
    office.refuses("claim take 1号 --by 李梅 --output there.csv", 3).tells(&["there.csv", "--force"]);
    office.refuses("claim take 1号 --by 李梅 --output no/such/x.csv", 3);
    office.refuses("claim take 1号 --by 李梅 --output x.doc", 2);
    office.ok("claim take 1号 --by 李梅 --output there.csv --force");
    assert!(office.read("there.csv").contains("李梅"));
}

const CLAIMS: &str = "\
心愿编号,认领人,所在单位,联系电话,认领方式,认领时间,完成情况,完成时间
1号,李梅,区税务局,,个人,2021-05-01,已完成,2021-05-09
2号,张伟、陈刚,区税务局,,联合,2021-05-01,办理中,
3号,张伟,,19900001002,个人,2021-05-01,已认领,
5号,街坊老王,,,社会力量,2021-05-01,已认领,
6号,张伟,,,个人,2021-05-01,已认领,
7号,何静,,,个人,2022-05-01,已认领,
8号,何静,,,个人,2021-01-01,已认领,
1号,何静,,,个人,2021-05-02,已认领,
99号,何静,,,个人,2021-05-02,已认领,
XM01,区税务局党委,,,,2021-05-02,已认领,
JH-W000007,何静等5人,,,联合,2021-05-02,已认领,
";

#[test]
fn a_list_of_claims_is_taken_row_by_row() {
    let office = Office::published();
    office.write("claims.csv", CLAIMS);
    let said = office.json_of("claim import claims.csv", 1);
    let file = &said["files"][0];
    assert_eq!((&file["new"], &file["rejected"]), (&json!(6), &json!(5)), "{said}");
    let faults: Vec<(i64, &str)> = file["faults"]
        .as_array()
        .unwrap()
        .iter()
        .map(|fault| (fault["row"].as_i64().unwrap(), fault["code"].as_str().unwrap()))
        .collect();
    assert_eq!(faults, [(6, "ambiguous"), (7, "in_future"), (8, "before_collected"), (9, "refused"), (10, "unknown")]);
    assert_eq!((&said["refused"][0]["held_by"], &said["refused"][0]["since"]), (&json!("李梅"), &json!("2021-05-01")));
    assert_eq!(office.json("show 1号")["claims"][0]["completed_on"], "2021-05-09");
    assert_eq!(office.json("show 2号")["claims"][0]["claimants"][0]["name"], "张伟");
    assert_eq!(office.json("show 5号")["claims"][0]["claimants"][0]["kind"], "outsider");
    assert_eq!(office.json("show 7号")["claims"][0]["unnamed"], 4);
    let before = office.file();
    let again = office.json_of("claim import claims.csv", 1);
    assert_eq!((&again["entry"], &again["files"][0]["unchanged"]), (&Value::Null, &json!(6)));
    assert!(office.file() == before);
}

#[test]
fn an_outsider_whose_claim_is_lost_is_not_written_down() {
    let office = Office::published();
    office.write("claims.csv", "编号,认领人,认领方式\n1号,好人公司,社会\n1号,迟来公司,社会\n99号,无缘公司,社会\n");
    let said = office.json_of("claim import claims.csv", 1);
    assert_eq!((&said["files"][0]["new"], &said["refused"][0]["held_by"]), (&json!(1), &json!("好人公司")));
    let file = String::from_utf8_lossy(&office.file()).into_owned();
    assert!(file.contains("好人公司") && !file.contains("迟来公司") && !file.contains("无缘公司"));
}

#[test]
fn a_newer_list_moves_claims_on_and_never_back() {
    let office = Office::published();
    let list = |state: &str| format!("心愿编号,认领人,认领时间,完成情况\n1号,李梅,2021-05-01,{state}\n");
    for (state, exit, progress) in [("已认领", 0, "claimed"), ("已完成", 0, "fulfilled"), ("已认领", 0, "fulfilled")]
    {
        office.write("claims.csv", list(state));
        office.ends("claim import claims.csv", exit);
        assert_eq!(office.progress("1号").unwrap(), progress, "{state}");
    }
    office.write("claims.csv", list("退领"));
    office.ok("claim import claims.csv");
    assert_eq!(office.progress("1号").unwrap(), "open");
    office.write("claims.csv", list("已认领"));
    let said = office.json("claim import claims.csv");
    assert_eq!(said["warnings"][0]["code"], "conflict", "{said}");
}
