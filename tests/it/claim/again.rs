//! What is recorded again of a claim: it is stored and named, old and new, or refused with the way out; nothing is lost at exit
//! code 0.

use serde_json::{Value, json};

use crate::office::Office;

fn claim(office: &Office, need: &str) -> Value {
    office.json(&format!("show {need}"))["claims"][0].clone()
}

#[test]
fn claim_held_already_is_refused_where_an_option_differs() {
    let office = Office::published();
    office.ok("claim take 4号 --by 李梅 --quantity 3 --on 2021-05-01 --deadline 2022-01-31 --note 周末");
    // Nothing is given, or the same.
    office.refuses("claim take 4号 --by 李梅", 0).reports(&["此前已认领，没有改动"]);
    office.refuses("claim take 4号 --by 李梅 --quantity 3 --on 2021-05-01", 0).reports(&["没有改动"]);
    office.refuses("claim take 4号 --by 李梅 --deadline 2022-01-31 --note 周末", 0).reports(&["没有改动"]);
    for (option, words) in [
        ("--quantity 2", ["数量 3 → 2", "claim release JH-C000001"]),
        ("--on 2021-05-02", ["认领时间 2021-05-01 → 2021-05-02", "claim release JH-C000001"]),
        ("--deadline 2022-02-28", ["2022-01-31 → 2022-02-28", "claim extend JH-C000001 --deadline 2022-02-28"]),
        ("--deadline 2022-01-01", ["2022-01-31 → 2022-01-01", "claim import"]),
        ("--note 周日", ["备注 周末 → 周日", "claim import"]),
        ("--name-ok", ["同意署名 空 → 是", "claim import"]),
    ] {
        office.refuses(&format!("claim take 4号 --by 李梅 {option}"), 1).reports(&words);
    }
    let answer = office.json_of("claim take 4号 --by 李梅 --quantity 2", 1);
    assert_eq!(answer["refused"][0]["why"], "held_otherwise");
    // The ways out that are named lead out.
    office.ok("claim extend JH-C000001 --deadline 2022-02-28");
    office.ok("export claims --output own.csv");
    let list = office.read("own.csv").replace("2022-02-28", "2022-01-15").replace("周末", "周日");
    office.write("own.csv", list);
    assert_eq!(office.json("claim import own.csv")["files"][0]["updated"], 1);
    assert_eq!(claim(&office, "4号")["deadline"], "2022-01-15");
    office.ok("claim release JH-C000001 --reason 重新登记");
    office.ok("claim take 4号 --by 李梅 --quantity 2");
}

#[test]
fn day_of_a_step_that_was_taken_is_corrected_and_named() {
    let office = Office::published();
    office.ok("claim take 1号 --by 李梅 --on 2021-05-01");
    office.ok("claim start 1号 --on 2021-05-05");
    office.ok("claim complete 1号 --on 2021-05-20");
    office.ok("claim complete 1号 --on 2021-05-18").reports(&["办结日期 2021-05-20 → 2021-05-18"]);
    office.ok("claim start 1号 --on 2021-05-04").reports(&["开始日期 2021-05-05 → 2021-05-04"]);
    office.refuses("claim complete 1号 --on 2021-05-18", 0).reports(&["没有改动"]);
    office.refuses("claim complete 1号", 0).reports(&["没有改动"]);
    office.refuses("claim complete 1号 --on 2021-05-03", 1).reports(&["2021-05-03", "2021-05-04"]);
    office.refuses("claim start 1号 --on 2021-05-19", 1).reports(&["2021-05-19", "2021-05-18"]);
    office.ok("claim confirm 1号 --on 2021-06-01");
    office.refuses("claim complete 1号 --on 2021-06-02", 1).reports(&["2021-06-02", "2021-06-01"]);
    office.ok("claim confirm 1号 --on 2021-06-03").reports(&["确认日期 2021-06-01 → 2021-06-03"]);
    // The need was closed on that day, then.
    assert_eq!(office.json("show 1号")["closed_on"], "2021-06-03");
    office.ok("claim take 2号 --by 李梅 --on 2021-05-01");
    office.ok("claim release 2号 --reason 外派 --on 2021-05-09");
    office.ok("claim release 2号 --reason 出差 --on 2021-05-08").reports(&["外派 → 出差", "2021-05-09 → 2021-05-08"]);
    office.refuses("claim release 2号 --reason 出差 --on 2021-04-08", 1).reports(&["2021-04-08", "2021-05-01"]);
    assert_eq!(office.json("check")["ok"], true);
    office.ok("log --verify");
}

#[test]
fn detail_that_replaces_another_is_named_old_and_new() {
    let office = Office::published();
    office.ok("claim take 1号 --by 李梅");
    office.ok("claim complete 1号 --cost 120");
    let answer = office.json("claim complete 1号 --cost 130 --note 送到了");
    let changed = json!([
        {"field": "cost", "old": "120.00", "new": "130.00"},
        {"field": "outcome", "old": null, "new": "送到了"},
    ]);
    assert_eq!(answer["claims"][0]["changed"], changed);
    office.ok("claim complete 1号 --cost 131").reports(&["实际花费 130.00 → 131.00"]);
    office.ok("claim confirm 1号 --satisfaction 3 --note 慢");
    office.ok("claim confirm 1号 --satisfaction 5").reports(&["满意度 3 → 5"]);
    office.ok("claim confirm 1号 --note 很好 --confirmed-by 本人").reports(&["慢 → 很好", "确认人 空 → 本人"]);
    // What belongs to the step before is stored too.
    office.ok("claim complete 1号 --cost 140").reports(&["131.00 → 140.00"]);
    let now = claim(&office, "1号");
    assert_eq!([&now["cost"], &now["satisfaction"], &now["feedback"]], [&json!("140.00"), &json!(5), &json!("很好")]);
    assert_eq!(office.json("claim confirm 1号 --satisfaction 5")["claims"][0]["changed"], json!([]));
    office.refuses("claim confirm 1号 --satisfaction 4 --dry-run", 0).reports(&["满意度 5 → 4", "试运行"]);
}

#[test]
fn need_is_closed_on_the_day_of_its_last_confirmation() {
    for (first, second) in [("2021-06-01", "2021-05-10"), ("2021-05-10", "2021-06-01"), ("2021-06-01", "2021-06-01")] {
        let office = Office::published();
        office.ok("claim take 4号 --by 李梅 --quantity 2 --on 2021-05-01");
        office.ok("claim take 4号 --by 陈刚 --quantity 3 --on 2021-05-01");
        office.ok(&format!("claim confirm 4号 --by 李梅 --on {first}"));
        office.ok(&format!("claim confirm 4号 --by 陈刚 --on {second}"));
        assert_eq!(office.json("show 4号")["closed_on"], "2021-06-01", "{first}, {second}");
    }
}

#[test]
fn extending_never_shortens_and_keeps_its_day() {
    let mut office = Office::published();
    office.day = "2021-05-20";
    office.ok("claim take 1号 --by 李梅 --on 2021-05-01 --deadline 2021-06-01");
    office.refuses("claim extend 1号 --deadline 2021-05-25", 1).reports(&["2021-06-01", "2021-05-25", "claim import"]);
    let answer = office.json_of("claim extend 1号 --deadline 2021-05-25", 1);
    assert_eq!(answer["refused"][0]["why"], "earlier_deadline");
    office.ok("claim extend 1号 --deadline 2021-06-30 --on 2021-05-18").reports(&["2021-06-01 → 2021-06-30"]);
    let entry = office.json("log --limit 1")["entries"][0]["command"].clone();
    assert_eq!(entry, "claim extend 1号 --on 2021-05-18");
    office.ok("log --limit 1").answers(&["延期", "2021-05-18"]);
    // Of a claim without a deadline of its own the need's is what it is measured by.
    office.ok("claim take 9号 --by 区税务局");
    office.refuses("claim extend 9号 --deadline 2021-06-01", 1).reports(&["2021-12-31"]);
    office.ok("claim extend 9号 --deadline 2022-01-31");
}

#[test]
fn show_and_messages_of_a_claim_can_be_acted_on() {
    let office = Office::published();
    office.ok("claim take 1号 --by 李梅 --on 2021-05-01 --deadline 2021-06-30");
    office.ok("claim confirm 1号 --satisfaction 4 --confirmed-by 居委会 --on 2021-05-20");
    office.ok("show 1号").answers(&["完成时限 2021-06-30", "确认日期 2021-05-20", "满意度 4", "确认人 居委会"]);
    office.ok("show 1号 --lang en").answers(&["promised by 2021-06-30", "confirmed on 2021-05-20", "satisfaction 4"]);
    office.ok("claim take 2号 --by 李梅");
    office.ok("claim revoke 2号 --reason 调走");
    office.ok("show 2号").answers(&["终止日期 2021-12-31：调走"]);
    // The command that a refusal names has the claim's code alone.
    for command in ["claim release 1号 --reason 没空", "claim revoke JH-C000001 --reason 没空"] {
        office.refuses(command, 1).reports(&["用 show JH-C000001 查看"]);
    }
    office.ok("show JH-C000001");
}

#[test]
fn error_of_an_unknown_name_names_options_that_the_command_has() {
    let office = Office::published();
    office.ok("claim take 1号 --by 李梅,陈刚");
    for command in [
        "list wishes --by 没有这人",
        "list claims --by 没有这人",
        "claim complete 1号 --by 没有这人",
        "claim release 1号 --by 李梅 --lead 没有这人 --reason 调走",
        "claim pass 1号 --by 李梅 --to 没有这人 --reason 调走",
    ] {
        let run = office.refuses(command, 3);
        run.reports(&["没有这人"]);
        assert!(!run.err.contains("--outsider"), "{run:?}");
    }
    let run = office.refuses("claim card 没有这人 --output 卡片.html", 3);
    assert!(!run.err.contains("--outsider"), "{run:?}");
    office.refuses("claim take 2号 --by 没有这人", 3).reports(&["--outsider"]);
}

#[test]
fn codes_and_limits_are_not_masked_in_messages() {
    let office = Office::published();
    office.ok("claim take 8号 --by 李梅,陈刚");
    office.refuses("claim pass 8号 --to 何静 --reason 外派", 3).reports(&["JH-C000001（8号"]);
    for command in ["undo 0", "log 0", "find 灯 --limit 0"] {
        for language in ["zh", "en"] {
            let run = office.refuses(&format!("{command} --lang {language}"), 2);
            assert!(!run.err.contains("****"), "{run:?}");
        }
    }
    office.refuses("claim take 8号 --by 19900007654", 3).reports(&["199****7654"]);
}
