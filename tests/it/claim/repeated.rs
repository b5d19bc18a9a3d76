//! Who and what, as people say it: names with units, phones, numbers without 号, words of a wish, and what a terminal asks.

use serde_json::json;

use crate::office::Office;
use crate::terminal::{DOWN, answered};

fn claimants(office: &Office, need: &str) -> Vec<String> {
    let shown = office.json(&format!("show {need}"));
    let claims = shown["claims"].as_array().unwrap().iter();
    claims.map(|claim| claim["claimants"][0]["name"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn claimant_is_found_by_name_and_unit_in_either_order_and_by_phone() {
    for who in
        ["\"张伟 区图书馆党支部\"", "\"张伟　区图书馆\"", "\"区图书馆 张伟\"", "19900001002", "\"张伟 19900001002\""]
    {
        let office = Office::published();
        office.ok(&format!("claim take 1号 --by {who}"));
        office.refuses("claim start 1号 --by JH-M000001", 3);
        office.ok("claim start 1号 --by JH-M000002");
    }
}

#[test]
fn name_with_another_unit_is_refused_naming_those_there_are() {
    let office = Office::published();
    let run = office.refuses("claim take 1号 --by \"李梅 区图书馆\"", 3);
    run.reports(&["没有 李梅 区图书馆", "同名的有", "李梅"]);
    office.refuses("claim take 1号 --by \"张伟 没有的单位\" --lang en", 3).reports(&["nobody matches", "JH-M000001"]);
    assert_eq!(office.progress("1号").unwrap(), "open");
}

#[test]
fn outsider_who_is_known_is_found_by_name() {
    let office = Office::published();
    office.ok("claim take 1号 --outsider 街坊老王");
    office.ok("claim take 2号 --by 街坊老王");
    assert_eq!(office.json("show 2号")["claims"][0]["claimants"][0]["kind"], "outsider");
}

#[test]
fn number_without_its_word_is_the_one_on_the_wall() {
    let office = Office::published();
    office.ok("claim take 6 --by 李梅").answers(&["6号"]);
    office.ok("claim start ６");
    assert_eq!(office.progress("6号").unwrap(), "in_progress");
    office.refuses("claim take 66 --by 李梅", 3);
}

#[test]
fn list_code_that_is_another_wish_s_number_is_not_guessed() {
    let office = Office::new();
    office.write("members.csv", "姓名,党员类型\n甲一,在职\n");
    office
        .write("wishes.csv", "编号,姓名,社区,微心愿内容,同意公开\n2,伍艳,蟠虬社区,书桌,是\n1,伍艳,蟠虬社区,轮椅,是\n");
    for line in ["collect members members.csv", "collect wishes wishes.csv", "verify --all --pass", "publish"] {
        office.ok(line);
    }
    office.refuses("claim take 2 --by 甲一", 3).reports(&["1号 书桌 蟠虬社区", "2号 轮椅 蟠虬社区", "墙号"]);
    office.ok("claim take 2号 --by 甲一");
    assert_eq!(claimants(&office, "2号"), ["甲一"]);
}

#[test]
fn wish_is_named_by_its_words_and_the_answer_says_which() {
    let office = Office::new();
    office.write("members.csv", "姓名,党员类型\n甲一,在职\n乙二,在职\n");
    office.write(
        "wishes.csv",
        "姓名,社区,微心愿内容,同意公开\n伍艳,蟠虬社区,一辆轮椅,是\n伍峰,蟠虬社区,一张书桌,是\n伍强,龙津社区,轮椅坡道,是\n",
    );
    for line in ["collect members members.csv", "collect wishes wishes.csv", "verify --all --pass", "publish"] {
        office.ok(line);
    }
    let answer = office.json("claim take 书桌 --by 甲一");
    let claim = &answer["claims"][0];
    assert_eq!(
        [&claim["number"], &claim["text"], &claim["place"]],
        [&json!(2), &json!("一张书桌"), &json!("荔湾区/金花街道/蟠虬社区")]
    );
    let run = office.refuses("claim take 轮椅 --by 甲一", 3);
    run.reports(&["轮椅 可能是 2 个事项", "1号 一辆轮椅 蟠虬社区", "3号 轮椅坡道 龙津社区"]);
    office.ok("claim take \"轮椅 蟠虬\" --by 甲一").answers(&["1号 一辆轮椅 蟠虬社区"]);
    // The only one that can still be had.
    office.ok("claim take 轮椅 --by 乙二").answers(&["3号 轮椅坡道 龙津社区"]);
    office.refuses("claim take 书桌 --by 乙二", 1).reports(&["2号 一张书桌 蟠虬社区", "甲一"]);
    office.ok("claim start 书桌");
    office.refuses("claim take 钢琴 --by 甲一", 3);
    // The log has codes, not what the resident wrote.
    assert!(!office.ok("log").out.contains("书桌"));
    office.ok("check");
}

#[test]
fn part_of_a_name_and_its_initials_are_picked_on_a_terminal() {
    let office = Office::published();
    for (who, picked) in [("伟", "JH-M000002"), ("zw", "JH-M000002")] {
        let question = format!("{who} 有几个可能，是哪一个：");
        let keys = format!("{DOWN}\n");
        let (output, code) = answered(&office, &format!("claim take 1号 --by {who}"), &[(&question, &keys)]);
        assert_eq!(code, 0, "{output}");
        assert!(output.contains("199****1002") && !output.contains("19900001002"), "{output}");
        office.ok(&format!("claim release 1号 --by {picked} --reason 换"));
    }
}

#[test]
fn nothing_named_is_asked_on_a_terminal_and_refused_elsewhere() {
    let office = Office::published();
    office.refuses("claim take --by 李梅", 2).reports(&["墙号"]);
    office.refuses("claim take 1号", 2).reports(&["--by"]);
    let answers = [("哪一个心愿", "3\n"), ("谁来认领", "李梅\n")];
    let (output, code) = answered(&office, "claim take", &answers);
    assert_eq!(code, 0, "{output}");
    assert_eq!(claimants(&office, "3号"), ["李梅"]);
    let before = office.file();
    let (output, code) = answered(&office, "claim take 4号", &[("谁来认领", "\u{4}")]);
    assert_eq!(code, 3, "{output}");
    assert!(office.file() == before);
}

#[test]
fn emoji_is_no_name() {
    let office = Office::published();
    office.refuses("claim take 1号 --outsider 🙂", 2).reports(&["🙂"]);
    office.refuses("claim take 1号 --by 🙂", 3);
    office.write("claims.csv", "编号,认领人,认领方式\n1号,🙂,社会\n");
    let answer = office.json_of("claim import claims.csv", 1);
    assert_eq!(answer["files"][0]["faults"][0]["code"], "unknown");
    assert_eq!(office.progress("1号").unwrap(), "open");
}
