//! Nothing stops the office: what the program does where it goes wrong itself.

use crate::office::{Office, Run};

/// Runs what goes wrong; `Office::run` takes no such end.
fn goes_wrong(office: &Office, line: &str) -> Run {
    let output = office.command(line).output().unwrap();
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    Run {
        line: line.to_owned(),
        code: output.status.code().unwrap_or(-1),
        out: text(&output.stdout),
        err: text(&output.stderr),
        bytes: output.stdout,
    }
}

#[test]
fn panic_is_reported_in_one_line_and_keeps_nothing() {
    let office = Office::published();
    let before = office.file();
    let run = goes_wrong(&office, "manual panic");
    assert_eq!((run.code, run.out.as_str()), (70, ""), "{run:#?}");
    run.reports(&["程序自己出了错", "manual.rs:", "没有改动", "不要发工作文件"]);
    assert_eq!(run.err.lines().count(), 1, "{run:#?}");
    for word in ["谢婉婷", "1990000", "panicked", "RUST_BACKTRACE"] {
        assert!(!run.err.contains(word), "{word}: {run:#?}");
    }
    assert!(office.file() == before && !office.has("shuangwei.db-journal"), "something was kept");
    let english = goes_wrong(&office, "--lang en manual panic");
    english.reports(&["the program itself went wrong", "nothing was changed", "neither the office file nor a list"]);
    office.ok("check");
}

/// A wisher who has no letter in the name stops nobody's wish from being published.
#[test]
fn wisher_of_marks_alone_does_not_stop_publishing() {
    let office = Office::new();
    let marks = ["---", "...", "//", "——", "*", "。。。", "·", "- -", "（）", "@", "１"];
    let mut list = "许愿人,社区,年龄,微心愿内容,同意公开\n谢婉婷,蟠虬社区,66,想要书桌,是\n".to_owned();
    for (number, mark) in marks.iter().enumerate() {
        list.push_str(&format!("{mark},蟠虬社区,66,想要 轮椅 a{number},是\n"));
    }
    office.write("w.csv", list);
    let collected = office.run("collect wishes w.csv");
    assert!(collected.code <= 1, "{collected:#?}");
    office.ok("verify --export v.csv");
    office.write("r.toml", "default=\"hold\"\n[[rule]]\nname=\"a\"\nwhen=\"has_private_data\"\nthen=\"hold\"\n");
    office.ok("rules test r.toml");
    office.ok("verify --all --pass");
    let published = office.json("publish");
    assert!(!published["published"].as_array().unwrap().is_empty(), "{published:#}");
    assert!(office.read("publish/list.csv").contains("想要书桌"));
    office.ok("check");
}
