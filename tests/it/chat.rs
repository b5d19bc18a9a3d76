//! `claim wechat`: sign-ups and chats, with the right answers of people who read them (tests/lists/chats).

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::OnceLock;

use serde_json::Value;

use crate::office::Office;

const LISTS: &str = "tests/lists/chats";

/// An office with the members, organisations and wall that the chats are about.
fn square() -> Office {
    static FILE: OnceLock<Vec<u8>> = OnceLock::new();
    let mut office = Office::bare();
    office.day = "2021-05-01";
    office.write("shuangwei.db", FILE.get_or_init(|| built().file()));
    office
}

fn built() -> Office {
    let mut office = Office::new();
    office.day = "2021-05-01";
    for list in ["orgs.csv", "members.csv", "wishes.csv"] {
        office.take_list(&format!("chats/{list}"));
    }
    office.ok("collect orgs orgs.csv --under 荔湾区");
    office.ok("collect members members.csv");
    office.ok("collect wishes wishes.csv");
    office.ok("verify --all --pass");
    office.ok("publish");
    office
}

fn read(office: &Office, chat: &str) -> Value {
    office.write("chat.txt", chat);
    office.json("claim wechat chat.txt")
}

/// Line, number, what, and the claimants' codes.
type Answer = (u64, u64, String, BTreeSet<String>);

fn proposals(document: &Value) -> Vec<(Answer, &Value)> {
    let of = |one: &Value| {
        let codes = one["claimants"].as_array().unwrap().iter();
        let codes = codes.filter_map(|claimant| claimant["code"].as_str().map(str::to_owned)).collect();
        (
            one["line"].as_u64().unwrap(),
            one["number"].as_u64().unwrap_or(0),
            one["act"].as_str().unwrap().to_owned(),
            codes,
        )
    };
    document["proposals"].as_array().unwrap().iter().map(|one| (of(one), one)).collect()
}

/// What people answered for a chat: each claim or release, and whether its words leave no doubt.
fn expected(of_chat: &Value) -> Vec<(Answer, &Value)> {
    let of = |one: &Value| {
        let by = one["by"].as_array().unwrap().iter().map(|code| code.as_str().unwrap().to_owned()).collect();
        let what = one["what"].as_str().unwrap_or("claim").to_owned();
        (one["line"].as_u64().unwrap(), one["number"].as_u64().unwrap(), what, by)
    };
    of_chat.as_array().unwrap().iter().map(|one| (of(one), one)).collect()
}

/// A number and its certainty for each proposal, in order.
fn certainties(document: &Value) -> Vec<(u64, &str)> {
    let one = |(answer, one): (Answer, &'_ Value)| (answer.1, one["certainty"].as_str().unwrap().to_owned());
    let all: Vec<(u64, String)> = proposals(document).into_iter().map(|pair| one((pair.0, pair.1))).collect();
    all.into_iter()
        .map(|(number, word)| {
            let word = ["sure", "doubtful", "done", "refused"].into_iter().find(|known| *known == word).unwrap();
            (number, word)
        })
        .collect()
}

#[test]
fn what_is_called_sure_is_right_and_little_is_missed() {
    let office = square();
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(LISTS).join("expected.json")).unwrap();
    let all: Value = serde_json::from_str(&text).unwrap();
    let (mut lines, mut sure, mut right, mut clear, mut wrong) = (0, 0, 0, 0, Vec::new());
    for (name, answers) in all.as_object().unwrap() {
        office.take_list(&format!("chats/{name}"));
        lines += office.read(name).lines().filter(|line| !line.trim().is_empty()).count();
        let document = office.json(&format!("claim wechat {name}"));
        let answers = expected(answers);
        clear += answers.iter().filter(|(_, one)| one["clear"] != Value::Bool(false)).count();
        for (proposal, one) in proposals(&document) {
            if one["certainty"] != "sure" {
                continue;
            }
            sure += 1;
            let fits = |(answer, truth): &(Answer, &Value)| {
                *answer == proposal && truth["clear"] != Value::Bool(false) && truth["quantity"] == one["quantity"]
            };
            if answers.iter().any(fits) {
                right += 1;
            } else {
                wrong.push(format!("{name} {proposal:?}"));
            }
        }
    }
    assert!(lines >= 300, "{lines} lines");
    let (precision, recall) = (f64::from(right) / f64::from(sure), f64::from(right) / clear as f64);
    println!(
        "{lines} lines: {sure} sure, {right} right of {clear} clear; precision {precision:.4}, recall {recall:.4}"
    );
    assert!(precision >= 0.99, "precision {precision:.4}: {wrong:#?}");
    assert!(recall >= 0.90, "recall {recall:.4}");
}

#[test]
fn sure_claims_are_taken_in_one_entry_and_the_same_or_a_longer_paste_changes_nothing_twice() {
    let office = square();
    let entries = office.entries();
    office.write("chat.txt", "#接龙\n1. 3号 张祥辉 省民宗院\n2. 5号 张伟\n");
    let first = office.json("claim wechat chat.txt --take-sure");
    assert_eq!(certainties(&first), [(3, "done"), (5, "doubtful")]);
    assert_eq!(first["claims"].as_array().unwrap().len(), 1);
    assert_eq!(office.entries(), entries + 1);
    assert_eq!(office.progress("3号").as_deref(), Some("claimed"));
    let records = office.records();
    let again = office.json("claim wechat chat.txt --take-sure");
    assert_eq!(again["entry"], Value::Null);
    assert_eq!(office.records(), records);
    office.write("chat.txt", "#接龙\n1. 3号 张祥辉 省民宗院\n2. 5号 张伟\n3. 6号 7号 何琴\n");
    let longer = office.json("claim wechat chat.txt --take-sure");
    assert_eq!(certainties(&longer), [(3, "done"), (5, "doubtful"), (6, "done"), (7, "done")]);
    assert_eq!(longer["claims"].as_array().unwrap().len(), 2);
}

#[test]
fn without_take_sure_and_on_a_dry_run_nothing_changes() {
    let office = square();
    let file = office.file();
    office.write("chat.txt", "3号 张祥辉\n");
    let shown = office.ok("claim wechat chat.txt");
    assert!(shown.out.contains("张祥辉") && shown.out.contains("确定"), "{}", shown.out);
    office.ok("claim wechat chat.txt --take-sure --dry-run");
    assert_eq!(office.file(), file);
}

#[cfg(unix)]
#[test]
fn dry_run_on_a_terminal_asks_and_answers_as_the_run_and_changes_nothing() {
    use crate::terminal::answered;
    let office = Office::published();
    office.ok("log");
    office.write("chat.txt", "3号 李梅\n5号 张伟\n");
    let answers = [("5号", "\n"), ("保存", "y\n")];
    let records = office.records();
    let (dry, dry_code) = answered(&office, "claim wechat chat.txt --take-sure --dry-run", &answers);
    assert_eq!(office.records(), records, "{dry}");
    let (run, code) = answered(&office, "claim wechat chat.txt --take-sure", &answers);
    assert_eq!(dry_code, code);
    assert!(dry.contains("试运行：没有改动") && !run.contains("试运行"), "{dry}");
    let printed = |output: &str| -> Vec<String> {
        // What the terminal echoes comes when it comes.
        let own = |line: &&str| !line.contains("试运行") && !line.contains('\u{1b}') && !matches!(*line, "" | "y");
        output.lines().filter(own).map(crate::dry_run::as_done).collect()
    };
    assert!(dry.contains("将记入") && !dry.contains("已记入"), "{dry}");
    assert_eq!(printed(&dry), printed(&run));
    assert!(office.records() != records);
}

#[test]
fn of_two_people_on_one_number_the_first_wins_and_the_second_is_reported() {
    let document = read(&square(), "3号 张祥辉\n3号 潘文杰\n");
    assert_eq!(certainties(&document), [(3, "sure"), (3, "refused")]);
    let problem = document["proposals"][1]["problems"][0].as_str().unwrap();
    assert!(problem.contains("第 1 行") && problem.contains("张祥辉"), "{problem}");
}

#[test]
fn whoever_comes_after_an_unsettled_claim_waits_for_it() {
    let document = read(&square(), "3号 小王\n3号 潘文杰\n4号 张伟\n4号 张伟 教育局\n");
    assert_eq!(certainties(&document), [(3, "doubtful"), (3, "doubtful"), (4, "done"), (4, "sure")]);
}

#[test]
fn number_that_nobody_published_is_reported() {
    let document = read(&square(), "99号 张祥辉\n");
    assert_eq!(certainties(&document), [(99, "refused")]);
    assert!(document["proposals"][0]["problems"][0].as_str().unwrap().contains("墙上没有"));
}

#[test]
fn claim_that_is_taken_back_further_down_is_not_sure() {
    let document = read(&square(), "张祥辉：3号\n潘文杰：4号\n张祥辉：3号不要了\n潘文杰：4号改成5号\n何琴：3号\n");
    let sure: Vec<_> = certainties(&document).into_iter().filter(|(_, word)| *word == "sure").collect();
    assert!(sure.is_empty(), "{sure:?}");
}

#[test]
fn line_that_a_later_copy_of_the_sign_up_leaves_out_is_not_sure() {
    let document = read(
        &square(),
        "#接龙\n认领\n1. 3号 张祥辉\n2. 4号 潘文杰\n3. 5号 何琴\n\n#接龙\n认领\n1. 3号 张祥辉\n2. 5号 何琴\n3. 6号 林森\n",
    );
    assert_eq!(certainties(&document), [(3, "sure"), (4, "doubtful"), (5, "sure"), (6, "sure")]);
}

#[test]
fn claim_that_was_given_back_is_not_taken_again_by_the_old_paste() {
    let office = square();
    office.write("chat.txt", "3号 张祥辉\n");
    office.ok("claim wechat chat.txt --take-sure");
    office.ok("claim release 3号 --reason 调走");
    let again = office.json("claim wechat chat.txt --take-sure");
    assert_eq!(certainties(&again), [(3, "doubtful")]);
    assert_eq!(office.progress("3号").as_deref(), Some("open"));
}

#[test]
fn need_of_several_wants_a_quantity_and_what_is_left_is_counted() {
    let document = read(&square(), "30号 张祥辉\n31号 潘文杰 3箱\n31号 何琴 3箱\n31号 林森 2箱\n");
    assert_eq!(certainties(&document), [(30, "doubtful"), (31, "sure"), (31, "refused"), (31, "sure")]);
}

#[test]
fn chat_in_gbk_is_read_and_a_workbook_is_sent_to_claim_import() {
    let office = square();
    let (gbk, _, _) = encoding_rs::GB18030
        .encode("#接龙\n1. 3号 张祥辉 省民宗院\n2. 潘文杰 4号 区图书馆党支部\n3. 何琴 5号 区市场监管局\n");
    office.write("chat.txt", gbk);
    assert_eq!(certainties(&office.json("claim wechat chat.txt")), [(3, "sure"), (4, "sure"), (5, "sure")]);
    office.take_list("wishes-guangta.xlsx");
    let refused = office.refuses("claim wechat wishes-guangta.xlsx", 3);
    assert!(refused.err.contains("claim import"), "{}", refused.err);
}

#[test]
fn phones_are_masked_and_odd_chats_end_well() {
    let office = square();
    office.write("chat.txt", "3号 张祥辉 19900001234\n👍\n\u{202E}4号 潘文杰\n😀：5号\n");
    for format in ["table", "csv", "json", "md"] {
        let run = office.ok(&format!("claim wechat chat.txt --format {format}"));
        assert!(!run.out.contains("19900001234") && !run.out.contains('\u{202E}'), "{}", run.out);
    }
    office.write("chat.txt", "大家好\n");
    assert!(office.ok("claim wechat chat.txt").err.contains("没有读到"));
    office.write("chat.txt", "");
    office.refuses("claim wechat chat.txt", 3);
    office.refuses("claim wechat missing.txt", 3);
}

#[test]
fn chat_comes_from_standard_input_and_10_000_lines_are_read() {
    let office = square();
    let chat: String = (0..10_000).map(|at| format!("{}. {}号 王{at} 税务局\n", at + 1, at % 60 + 1)).collect();
    let run = office.run_stdin("claim wechat - --format json", chat.into_bytes());
    assert_eq!(run.code, 0, "{}", run.err);
    assert_eq!(run.json()["lines"], 10_000);
}

#[test]
fn list_of_what_is_doubtful_goes_out_and_comes_back_decided() {
    let office = square();
    office.write("chat.txt", "3号 张祥辉\n4号 张伟\n5号 何琴\n何琴：5号不要了\n6号 王小明\n");
    for (list, lang) in [("left.csv", "zh"), ("left-en.csv", "en"), ("left.xlsx", "zh")] {
        office.ok(&format!("claim wechat chat.txt --take-sure --output {list} --lang {lang}"));
    }
    // Nothing is decided yet.
    office.ok("claim import left.xlsx");
    assert_eq!(office.progress("4号").as_deref(), Some("open"));
    for (list, open) in [("left.csv", "4号,张伟,,存疑"), ("left-en.csv", "4号,张伟,,doubtful")] {
        let text = office.read(list);
        assert!(text.contains(open) && !text.contains("3号 张祥辉"), "{text}");
        let decided = if list == "left.csv" { "认领" } else { "claim" };
        let text: String = text
            .lines()
            .map(|line| match line.split(',').collect::<Vec<_>>().as_slice() {
                ["2", words, number, _, _, sure, problem @ .., _, quantity, day] => {
                    let problem = problem.join(",");
                    format!("2,{words},{number},M04,荔湾区教育局机关党委,{sure},{problem},{decided},{quantity},{day}\n")
                }
                _ => format!("{line}\n"),
            })
            .collect();
        office.write("decided.csv", text);
        office.ok("claim import decided.csv");
        assert_eq!(office.progress("4号").as_deref(), Some("claimed"));
        assert_eq!(office.progress("5号").as_deref(), Some("open"));
    }
    office.write("wrong.csv", "墙号,认领人,决定\n5号,何琴,也许\n6号,何琴,否\n");
    let run = office.ends("claim import wrong.csv", 1);
    run.reports(&["决定", "也许", "认领"]);
    office.write("release.csv", "墙号,认领人,决定\n3号,张祥辉,退领\n");
    office.ok("claim import release.csv");
    assert_eq!(office.progress("3号").as_deref(), Some("open"));
}

/// An office whose wall has needs of several, and members of plain names.
fn street() -> Office {
    static FILE: OnceLock<Vec<u8>> = OnceLock::new();
    let mut office = Office::bare();
    office.day = "2021-05-01";
    office.write("shuangwei.db", FILE.get_or_init(|| built_street().file()));
    office
}

fn built_street() -> Office {
    let mut office = Office::new();
    office.day = "2021-05-01";
    office.take_list("chats/orgs.csv");
    office.take_list("chats/members.csv");
    office.ok("collect orgs orgs.csv --under 荔湾区");
    office.ok("collect members members.csv");
    let mut wishes = String::from("序号,心愿人,社区,联系电话,人员类别,心愿类别,微心愿内容,数量,提交时间,同意公开\n");
    for number in 1..=32 {
        let quantity = if matches!(number, 5 | 7 | 16) { 10 } else { 1 };
        wishes.push_str(&format!(
            "{number},陈阿{number},蟠虬社区,{},低保,物资帮扶,想要第{number}样东西,{quantity},2021-04-01,是\n",
            19_900_002_000_u64 + number
        ));
    }
    office.write("wishes.csv", &wishes);
    office.ok("collect wishes wishes.csv --new-place");
    office.ok("verify --all --pass");
    office.ok("publish");
    office
}

/// Number, certainty and quantity of each proposal.
fn read_of(document: &Value) -> Vec<(u64, String, Option<u64>)> {
    let one = |one: &Value| {
        let number = one["number"].as_u64().unwrap_or(0);
        (number, one["certainty"].as_str().unwrap().to_owned(), one["quantity"].as_u64())
    };
    document["proposals"].as_array().unwrap().iter().map(one).collect()
}

/// Reads each chat and compares what it proposes: `12?` is doubtful, `12` sure, `7*4` four of 7号.
#[track_caller]
fn check_readings(table: &[(&str, &[&str])]) {
    let office = street();
    let mut wrong = Vec::new();
    for (chat, expected) in table {
        let found: Vec<String> = read_of(&read(&office, chat))
            .into_iter()
            .map(|(number, certainty, quantity)| {
                let sign = match certainty.as_str() {
                    "sure" => "",
                    "doubtful" => "?",
                    other => other,
                };
                format!("{number}{}{sign}", quantity.map(|quantity| format!("*{quantity}")).unwrap_or_default())
            })
            .collect();
        if found != *expected {
            wrong.push(format!("{chat}\n   read {found:?}, expected {expected:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn running_number_of_lines_without_a_title_is_no_sure_claim() {
    check_readings(&[
        ("10、张祥辉3号\n11、刘国强4号\n12、14号林敏仪\n13、15号 潘文杰\n", &["3", "4", "12?", "14", "13?", "15"]),
        ("10、14号林敏仪\n11、15号潘文杰\n", &["10?", "14", "11?", "15"]),
        ("① 潘文杰 4号\n② 林敏仪 6号\n", &["4", "6"]),
        ("第6位 林敏仪 11号\n", &["11"]),
        ("2、12、13号 潘文杰\n", &["2", "12", "13"]),
    ]);
    let office = street();
    for line in ["① 潘文杰 4号", "第6位 林敏仪 11号", "10：潘文杰 18号"] {
        let document = read(&office, line);
        assert!(!document.to_string().contains("没说一起"), "{line}: {document}");
    }
}

#[test]
fn question_or_remark_with_a_number_and_a_person_is_doubtful_and_not_lost() {
    check_readings(&[
        ("2号我认领，请问什么型号？", &["2?"]),
        ("3号我认领，什么时候送？", &["3?"]),
        ("1号，周五我送过去", &["1?"]),
        ("刘国强 2号 周五送到", &["2?"]),
        ("潘文杰 4号 明天送过去", &["4?"]),
        ("何琴 8号 需要什么型号？", &["8?"]),
        ("林敏仪 14号？", &["14?"]),
        ("潘文杰 15号 行吗", &["15?"]),
        ("何琴 18号还在吗？在的话我领", &["18?"]),
        ("张祥辉 1号（周五送）", &["1?"]),
        ("张祥辉：5号我要1个\n张祥辉：5号什么时候送？我先准备", &["5*1"]),
    ]);
    let office = street();
    let document = read(&office, "24号已经完成了\n谁认领6号\n3号 何琴\n");
    let left_out = document["left_out"].as_array().unwrap();
    assert_eq!(left_out.iter().map(|one| one["line"].as_u64().unwrap()).collect::<Vec<_>>(), [1, 2]);
    assert_eq!(certainties(&document), [(3, "sure")]);
}

#[test]
fn quantity_is_of_its_own_number_and_people_are_none() {
    check_readings(&[
        ("张祥辉：我们三个认领25号", &["25?"]),
        ("9号我们三个人一起认领：何琴、林敏仪、潘文杰", &["9"]),
        ("9号我们三个人一起认领：何琴、林敏仪", &["9?"]),
        ("张祥辉：7号我领6个，24号我领", &["7*6", "24"]),
        ("张祥辉：5号领2床，6号也要", &["5*2", "6"]),
        ("何琴 17号 18号 共2个", &["17*1", "18*1"]),
        ("何琴 5号 7号 各2个", &["5*2", "7*2"]),
        ("林敏仪 19号 21号（2个）", &["19?", "21?"]),
        ("潘文杰 领3个7号、2个16号", &["7*3", "16*2"]),
        ("张祥辉：5号领一个，再加一个", &["5?"]),
        ("张祥辉：把14号改成16号，2个", &["14?", "16*2?"]),
        ("张祥辉：16号，2个\n张祥辉：16号领3个吧", &["16*2?", "16*3?"]),
        (
            "#接龙\n认领\n1. 何琴 7号 4个\n2. 张祥辉 1号\n#接龙\n认领\n1. 何琴 7号 6个\n2. 张祥辉 1号\n",
            &["7*4?", "1", "7*6?"],
        ),
    ]);
}

#[test]
fn another_quantity_than_the_recorded_one_is_doubtful() {
    let office = street();
    office.write("chat.txt", "何琴 7号 4个\n");
    office.ok("claim wechat chat.txt --take-sure");
    for (chat, expected) in [
        ("何琴 7号 4个\n", (7, "done", Some(4))),
        ("何琴：7号再加2个\n", (7, "doubtful", Some(2))),
        ("何琴：7号再加4个\n", (7, "doubtful", Some(4))),
        ("何琴：7号改成6个\n", (7, "doubtful", Some(6))),
        ("#接龙\n1. 何琴 7号 6个\n", (7, "doubtful", Some(6))),
    ] {
        let document = read(&office, chat);
        let (number, certainty, quantity) = expected;
        assert_eq!(read_of(&document), [(number, certainty.to_owned(), quantity)], "{chat}");
    }
}

#[test]
fn unit_that_is_not_named_a_gap_between_numbers_and_an_unnamed_companion_are_doubtful() {
    check_readings(&[
        ("张祥辉：17号我们支部认领", &["17?"]),
        ("张祥辉：18号我单位认领", &["18?"]),
        ("张祥辉：19号代表支部认领", &["19?"]),
        ("张祥辉：29号…31号", &["29?", "31?"]),
        ("张祥辉：29号......31号我来", &["29?", "31?"]),
        ("#接龙\n1. 我和何琴一起认领8号\n", &["8?"]),
        ("张祥辉：廿一号、卅号我来", &["21", "30"]),
        ("张祥辉：JH-W000004我来", &["4"]),
    ]);
    let office = street();
    let document = read(&office, "#接龙\n1. 我和何琴一起认领8号\n");
    assert_eq!(document["proposals"][0]["claimants"], serde_json::json!([]));
    assert!(!document.to_string().contains("没说一起"), "{document}");
}

#[test]
fn refused_proposals_wait_in_the_inbox_and_releases_do_not() {
    let office = street();
    office.write("chat.txt", "何琴 3号\n林敏仪 7号 60个\n潘文杰 4号不要了\n");
    let done = office.ok("claim wechat chat.txt --take-sure");
    assert!(done.err.contains("第 3 行“潘文杰 4号不要了”"), "{done:?}");
    assert!(!done.err.contains("还有 1 项要人定"), "{done:?}");
    assert!(office.ok("claim pending").out.contains("60个"));
}

#[test]
fn recorded_claim_missing_from_a_later_paste_is_reported() {
    let office = street();
    office.write("chat.txt", "#接龙\n1. 何琴 1号\n2. 张祥辉 2号\n3. 林敏仪 3号\n");
    office.ok("claim wechat chat.txt --take-sure");
    let later = "#接龙\n1. 何琴 1号\n2. 张祥辉 4号\n3. 林敏仪 3号\n4. 潘文杰 6号\n";
    let document = read(&office, later);
    assert_eq!(certainties(&document), [(1, "done"), (4, "sure"), (3, "done"), (6, "sure"), (2, "doubtful")]);
    assert_eq!(document["proposals"][4]["act"], "release");
    assert!(document["proposals"][4]["problems"].to_string().contains("没有了"), "{document}");
    // Another sign-up has nothing of it.
    assert_eq!(certainties(&read(&office, "#接龙\n1. 潘文杰 6号\n")), [(6, "sure")]);
}

#[test]
fn doors_shares_and_what_others_give_back_leave_a_doubt() {
    let office = Office::published();
    for (chat, sure) in [
        ("何静 8楼3号\n", vec![]),
        ("何静 住2单元5号 认领6号\n", vec![]),
        ("李梅 12栋3号\n何静 6号\n", vec![6]),
        ("1号，2号 李梅和何静各一个\n", vec![]),
        ("4号 李梅和何静各1份\n", vec![]),
        // Of several numbers each, for one person, is clear.
        ("1号 2号 李梅 各1个\n", vec![1, 2]),
        ("我要1号和2号 李梅\n刚才说错了，2号让给何静\n", vec![1]),
        ("2号 李梅\n2号不要了 何静\n", vec![]),
        // Negative controls.
        ("3号 何静\n", vec![3]),
        ("1号 李梅\n2号不要了 何静\n", vec![1]),
        ("1号 李梅和何静一起\n", vec![1]),
    ] {
        office.write("chat.txt", chat);
        let read = office.json("claim wechat chat.txt");
        let proposals = read["proposals"].as_array().unwrap().iter();
        let printed: Vec<i64> =
            proposals.filter(|one| one["certainty"] == "sure").map(|one| one["number"].as_i64().unwrap()).collect();
        assert_eq!(printed, sure, "{chat}: {read}");
    }
}

#[test]
fn dry_run_counts_nothing_as_claimed() {
    let office = Office::published();
    office.write("chat.txt", "1号 李梅\n2号 何静\n3号 没有此人\n");
    let run = office.ok("claim wechat chat.txt --take-sure --dry-run");
    run.reports(&["存疑 1 项，已认领或将认领 2 项"]);
    office.ok("claim wechat chat.txt --take-sure").reports(&["确定 0 项，存疑 1 项，已认领 2 项"]);
    office.ok("claim wechat chat.txt").reports(&["已认领 2 项"]);
}

/// The street with members whose names have letters of words.
fn street_of_odd_names() -> Office {
    let office = street();
    let mut list = "编号,姓名,手机,党员类别,所在党组织,社区\n".to_owned();
    for (at, name) in ["万里", "代红英", "何退思", "刘阳"].iter().enumerate() {
        list.push_str(&format!("M9{at},{name},,在职党员,珠江钢琴厂党支部,蟠虬社区\n"));
    }
    office.write("odd.csv", list);
    office.ok("collect members odd.csv");
    office
}

#[test]
fn same_words_of_two_people_are_two_claims() {
    let office = street();
    let words = "5号要1个，我们支部的";
    let chat = format!("何琴:\n{words}\n潘文杰:\n{words}\n往事随风:\n{words}\n清风:\n{words}\n清风:\n{words}\n");
    let document = read(&office, &chat);
    let who: Vec<&str> =
        document["proposals"].as_array().unwrap().iter().map(|one| one["who"].as_str().unwrap()).collect();
    assert_eq!(who, ["何琴", "潘文杰", "往事随风", "清风"]);
    office.ok("claim wechat chat.txt --take-sure");
    office.ok("claim wechat chat.txt --take-sure");
    let pending = office.json("claim pending");
    let waits: Vec<&str> =
        pending["pending"].as_array().unwrap().iter().map(|one| one["who"].as_str().unwrap()).collect();
    assert_eq!(waits, who);
}

#[test]
fn letters_of_a_name_are_no_door_and_say_nothing_of_what_is_done() {
    let office = street_of_odd_names();
    let chat =
        "万里4号\n6. 万里十二号\n代红英 8号\n何退思9号\n刘 阳 10号\n万里路11号\n13号 珠江钢琴厂\n14号 金花街道办事处\n";
    let document = read(&office, chat);
    let sure: Vec<(u64, &str)> = certainties(&document).into_iter().filter(|one| one.1 == "sure").collect();
    assert_eq!(sure.iter().map(|one| one.0).collect::<Vec<_>>(), [4, 12, 8, 9, 10, 13], "{document}");
    // Without names all stays as it was.
    assert_eq!(certainties(&read(&office, "代何琴 8号\n退 何琴 9号\n")), [(8, "doubtful"), (9, "doubtful")]);
}

#[test]
fn line_with_somebody_and_a_number_that_is_not_read_is_named() {
    let office = street_of_odd_names();
    let document =
        read(&office, "刘阳 W36\n何琴二十八、二十九\n刘阳 一起去\n刘阳 六零号\n刘阳 二零号\n何琴:\n二十八、二十九\n");
    let left_out = document["left_out"].as_array().unwrap();
    assert_eq!(left_out.iter().map(|one| one["line"].as_u64().unwrap()).collect::<Vec<_>>(), [1, 2, 7]);
    assert_eq!(certainties(&document), [(60, "refused"), (20, "sure")]);
}

#[test]
fn part_of_a_wish_a_door_and_who_sees_to_it_leave_a_doubt() {
    check_readings(&[
        ("何琴 3号 50元\n", &["3?"]),
        ("何琴 4号 3次\n", &["4?"]),
        ("30栋 6号 何琴\n", &["6?"]),
        ("珠江钢琴厂（何琴负责）8号\n", &["8?"]),
        ("何琴 珠江钢琴厂 9号\n", &["9?"]),
        ("3号、4号各一 何琴\n", &["3*1", "4*1"]),
        ("3号、4号两个都要 何琴\n", &["3*1", "4*1"]),
        ("何琴和潘文杰10号合领\n", &["10"]),
        ("何琴认11号\n", &["11"]),
        ("64号 无人认领\n", &[]),
        ("何琴:\n12、13\n", &["12?", "13?"]),
        ("何琴:\n14号\n何琴:\n14号还是给别人吧\n", &["14?", "14?"]),
    ]);
}

#[test]
fn whoever_does_not_take_it_gives_it_back_and_a_namesake_who_has_it_is_settled() {
    let office = street();
    office.ok("claim take 3号 --by M13");
    office.ok("claim take 4号 --by M03");
    let document = read(&office, "3号不领了哈，家里有事 何琴\n4号 张伟\n");
    let acts: Vec<&str> =
        document["proposals"].as_array().unwrap().iter().map(|one| one["act"].as_str().unwrap()).collect();
    assert_eq!((acts, certainties(&document)), (vec!["release", "claim"], vec![(3, "doubtful"), (4, "done")]));
}
