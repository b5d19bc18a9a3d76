//! Answers that go into a file: one line on standard error says which, and how many rows, the same way everywhere; what
//! goes to standard output says nothing of the kind. And long answers: summed up or cut for people, whole when asked.

use crate::office::Office;

#[test]
fn answer_in_a_file_is_reported_with_its_rows() {
    let office = Office::published();
    office.ok("claim take 1号 --by JH-M000001 --on 2021-05-01");
    for (line, printed) in [
        ("export wishes --output 心愿.csv", "已写入 心愿.csv（8 行）"),
        ("export wishes --output 心愿.xlsx", "已写入 心愿.xlsx（8 行）"),
        ("list wishes --output 列表.csv", "已写入 列表.csv（8 行）"),
        ("list wishes --output 列表.xlsx", "已写入 列表.xlsx（8 行）"),
        ("list wishes --output 列表.jsonl", "已写入 列表.jsonl（8 行）"),
        ("list wishes --output 列表.json", "已写入 列表.json\n"),
        ("find 蟠虬 --output 找到.csv", "已写入 找到.csv（"),
        ("report overview --output 总览.html", "已写入 总览.html（"),
        ("report progress --output 进度.xlsx", "已写入 进度.xlsx（"),
        ("log --output 日志.csv", "已写入 日志.csv（"),
        ("show JH-W000001 --output 一条.csv", "已写入 一条.csv（"),
        ("claim letter JH-C000001 --output 意向书.html", "已写入 意向书.html（1 份）"),
        ("claim remind --output 提醒.csv", "已写入 提醒.csv（1 行）"),
    ] {
        let run = office.ok(line);
        run.reports(&[printed]);
        assert_eq!(run.err.matches("已写入").count(), 1, "{run:#?}");
        assert!(run.out.is_empty(), "{run:#?}");
    }
    let quiet = office.ok("list wishes --output 再一份.csv --quiet");
    assert_eq!(quiet.err, "");
    let english = office.ok("list wishes --output more.csv --lang en");
    english.reports(&["wrote more.csv (8 rows)"]);
}

#[test]
fn answer_on_standard_output_says_nothing_of_a_file() {
    let office = Office::published();
    for line in
        ["export wishes", "export wishes --output -", "list wishes", "list wishes --output -", "report overview"]
    {
        let run = office.ok(line);
        assert!(!run.err.contains("已写入") && !run.out.is_empty(), "{run:#?}");
    }
}

fn many_wishes() -> Office {
    let office = Office::new();
    let rows: String = (0..57).map(|row| format!("伍小峰,第{row}个心愿,测试{}社区,是\n", row % 3)).collect();
    office.write("w.csv", format!("姓名,微心愿内容,社区,同意公开\n{rows}"));
    office.ok("collect wishes w.csv");
    office
}

#[test]
fn long_retention_is_summed_up_and_lists_everything_when_asked() {
    let office = many_wishes();
    let codes: Vec<String> = (1..=57).map(|row| format!("JH-W{row:06}")).collect();
    office.ok(&format!("withdraw {} --reason 不要了", codes.join(" ")));
    let later = "--today 2024-06-02";
    let run = office.ok(&format!("retention {later}"));
    run.reports(&["57 条", "逐条看加 --verbose"]).answers(&["57"]);
    assert!(run.out.lines().count() < 8 && !run.out.contains("JH-W000030"), "{run:#?}");
    let all = office.ok(&format!("retention --verbose {later}"));
    assert!(codes.iter().all(|code| all.out.contains(code)), "{all:#?}");
    assert_eq!(office.json(&format!("retention {later}"))["due"].as_array().unwrap().len(), 57);
    assert_eq!(office.ok(&format!("retention --format csv {later}")).out.lines().count(), 58);
}

#[test]
fn long_publication_is_cut_and_lists_everything_when_asked() {
    let office = many_wishes();
    office.ok("verify --all --pass");
    let run = office.ok("publish --dry-run");
    run.reports(&["新发布 57 条"]).answers(&["JH-W000001", "另有 37 条没有列出", "--verbose"]);
    assert!(!run.out.contains("JH-W000030"), "{run:#?}");
    let all = office.ok("publish --dry-run --verbose");
    all.answers(&["JH-W000030", "JH-W000057"]);
    assert!(!all.out.contains("没有列出"), "{all:#?}");
    office.ends("publish --review --verbose", 2);
}

#[test]
fn long_list_of_what_is_withheld_is_cut_and_says_how_to_see_the_rest() {
    let office = Office::new();
    let rows: String = (0..30).map(|row| format!("伍小峰,第{row}个心愿,测试社区,否\n")).collect();
    office.write("w.csv", format!("姓名,微心愿内容,社区,同意公开\n{rows}"));
    office.ok("collect wishes w.csv");
    office.ok("verify --all --pass");
    let run = office.ok("publish --dry-run");
    assert_eq!(run.err.matches("暂缓 JH-W").count(), 20, "{run:#?}");
    run.reports(&["另有 10 条", "publish --review", "暂缓 30 条"]);
    assert_eq!(office.ok("publish --dry-run --verbose").err.matches("暂缓 JH-W").count(), 30);
    assert_eq!(office.json("publish --dry-run")["withheld"].as_array().unwrap().len(), 30);
}

#[test]
fn long_erasing_is_summed_up_and_lists_everything_when_asked() {
    let office = Office::new();
    let rows: String =
        (0..12).map(|row| format!("伍小峰,第{row}个心愿,测试社区,19900003001,光明路12号301房\n")).collect();
    office.write("w.csv", format!("姓名,微心愿内容,社区,联系电话,家庭住址\n{rows}"));
    office.ok("collect wishes w.csv");
    let line = "erase 伍小峰 --reason 本人要求 --dry-run";
    let run = office.ok(line);
    run.reports(&["12 条个人记录", "逐条看加 --verbose", "试运行：没有改动"]).answers(&["心愿", "12", "36"]);
    assert!(!run.out.contains("JH-W000007"), "{run:#?}");
    office.ok(&format!("{line} --verbose")).answers(&["JH-W000001", "JH-W000012"]);
    assert_eq!(office.json(line)["takes"].as_array().unwrap().len(), 36);
}

#[test]
fn format_and_ending_of_a_file_never_contradict_each_other() {
    let office = Office::published();
    for (format, file) in
        [("html", "a.csv"), ("json", "a.xlsx"), ("csv", "a.json"), ("xlsx", "a.html"), ("csv", "a.txt")]
    {
        for line in ["list wishes", "report quota", "find 蟠虬", "export wishes"] {
            if line != "export wishes" || matches!(format, "csv" | "xlsx") {
                let run = office.refuses(&format!("{line} --format {format} --output {file}"), 2);
                assert!(!office.has(file), "{run:#?}");
            }
        }
    }
    for (format, file) in [("csv", "b.csv"), ("html", "b.htm"), ("md", "b.txt"), ("jsonl", "b.json"), ("csv", "b.dat")]
    {
        office.ok(&format!("list wishes --format {format} --output {file}"));
    }
}
