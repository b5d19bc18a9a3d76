//! What happened in a period, and that reports can be run again from their seals.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::office::{Office, table};
use crate::random_campaign::{Story, stories};

const CLAIM_EVENTS: [&str; 5] = ["claimed", "completed", "confirmed", "released", "revoked"];

fn days_of(story: &Story) -> [Option<&str>; 5] {
    let days = [&story.completed, &story.confirmed, &story.released, &story.revoked].map(|day| day.as_deref());
    [Some(story.on.as_str()), days[0], days[1], days[2], days[3]]
}

/// Events of claims by row and name.
fn expected(
    stories: &[Story],
    (from, until): (&str, &str),
    row: impl Fn(&str) -> String,
) -> BTreeMap<(String, &'static str), i64> {
    let mut counts = BTreeMap::new();
    for story in stories {
        for (event, day) in CLAIM_EVENTS.into_iter().zip(days_of(story)) {
            if let Some(day) = day.filter(|day| (from..=until).contains(day)) {
                *counts.entry((row(day), event)).or_default() += 1;
            }
        }
    }
    counts
}

fn reported(report: &Value) -> BTreeMap<(String, &'static str), i64> {
    let mut counts = BTreeMap::new();
    for row in report["days"].as_array().unwrap() {
        for event in CLAIM_EVENTS {
            let count = row[event].as_i64().unwrap();
            if count > 0 {
                counts.insert((row["day"].as_str().unwrap().to_owned(), event), count);
            }
        }
    }
    counts
}

#[test]
fn activity_by_day_equals_a_naive_count_and_long_periods_group_by_month() {
    for seed in 21..=22 {
        let (office, stories) = stories(seed);
        for (from, until, rows) in [
            ("2021-05-01", "2021-07-31", 92),
            ("2021-12-20", "2021-12-31", 12),
            ("2021-05-01", "2021-08-01", 4),
            ("2021-01-15", "2021-12-31", 12),
        ] {
            let report = office.json(&format!("report activity --from {from} --until {until}"));
            let by_month = rows < 12 || from == "2021-01-15";
            let row = |day: &str| if by_month { day[..7].to_owned() } else { day.to_owned() };
            assert_eq!(reported(&report), expected(&stories, (from, until), row), "seed {seed} {from} {until}");
            assert_eq!(report["days"].as_array().unwrap().len(), rows, "{from} {until}");
            assert_eq!(report["by"], if by_month { "month" } else { "day" });
            assert_eq!(report["footer"].to_string().contains("按月列出"), by_month);
            for event in CLAIM_EVENTS {
                let sum: i64 =
                    reported(&report).iter().filter(|((_, one), _)| *one == event).map(|(_, count)| count).sum();
                assert_eq!(report["total"][event], sum, "{event}");
            }
        }
        let last_week = office.json("report activity");
        assert_eq!((&last_week["from"], &last_week["until"]), (&json!("2021-12-25"), &json!("2021-12-31")));
    }
}

#[test]
fn activity_counts_needs_of_the_place_on_their_days() {
    let office = Office::published();
    let report = office.json("report activity --from 2021-03-01 --until 2021-04-30");
    let on = |day: &str| report["days"].as_array().unwrap().iter().find(|row| row["day"] == day).unwrap().clone();
    assert_eq!(on("2021-03-03")["collected"], 1);
    assert_eq!(on("2021-04-15")["published"], 10);
    assert_eq!((&report["total"]["collected"], &report["total"]["verified"]), (&json!(8), &json!(10)));
    assert_eq!(on("2021-04-14")["verified"], 10);
    assert_eq!(office.json("report activity")["total"]["verified"], 0, "of the last week");
    let here = office.json("report activity --from 2021-03-01 --until 2021-04-30 --place 蟠虬社区");
    assert_eq!((&here["total"]["collected"], &here["total"]["published"]), (&json!(2), &json!(3)));
    office.ok("campaign add 2022 --from 2022-01-01 --until 2022-12-31");
    let other = office.json("report activity --from 2021-03-01 --until 2021-04-30 --campaign 2022");
    assert_eq!(other["total"]["published"], 0);
}

#[test]
fn activity_by_operator_matches_the_log() {
    let office = Office::published();
    office.ok("claim take 1号 --by 李梅");
    office.ok("claim take 2号 --by 陈刚 --operator 组织委员");
    let log = office.json("log --limit 100");
    let entries = log["entries"].as_array().unwrap();
    let report = office.json("report activity --from 2021-12-31");
    let today: Vec<&Value> =
        entries.iter().filter(|one| one["at"].as_str().unwrap().starts_with("2021-12-31")).collect();
    assert!(today.len() < entries.len(), "publishing was on another day");
    let sum = |of: &[&Value], key: &str| of.iter().map(|one| one[key].as_i64().unwrap()).sum::<i64>();
    assert_eq!(report["operators_total"], json!({"entries": today.len(), "records": sum(&today, "changes")}));
    let row = |operator: &str, command: &str| {
        let rows = report["operators"].as_array().unwrap();
        rows.iter().find(|row| row["operator"] == operator && row["command"] == command).cloned().unwrap_or_default()
    };
    assert_eq!(
        (&row("文员", "claim take")["entries"], &row("组织委员", "claim take")["entries"]),
        (&json!(1), &json!(1))
    );
    assert_eq!(row("文员", "verify --all")["records"], 10);
    let only = office.json("report activity --by-operator 组织委员");
    assert_eq!(only["operators_total"]["entries"], 1);
    office.refuses("report activity --by-operator 张三丰", 3).reports(&["张三丰", "组织委员"]);
}

#[test]
fn activity_as_of_entry_excludes_later_entries() {
    let office = Office::published();
    office.ok("claim take 1号 --by 李梅");
    let entry = office.entries();
    let before = office.json("report activity");
    office.ok("claim take 2号 --by 陈刚");
    let then = office.json(&format!("report activity --as-of entry:{entry}"));
    for key in ["days", "total", "operators", "operators_total"] {
        assert_eq!(then[key], before[key], "{key}");
    }
    let now = office.json("report activity");
    assert_eq!(now["total"]["claimed"], 2);
    assert_ne!(now["operators_total"], before["operators_total"]);
    let since = office.json(&format!("report activity --since entry:{entry}"));
    assert!(since["since"]["changes"].to_string().contains("claimed"), "{since}");
    let early = office.json("report activity --as-of 2021-04-15 --from 2021-04-15");
    assert_eq!((&early["total"]["published"], &early["operators_total"]["entries"]), (&json!(10), &json!(1)));
}

#[test]
fn activity_refuses_bad_periods_and_places_and_an_empty_period_is_empty() {
    let office = Office::published();
    office.refuses("report activity --from 2021-06-02 --until 2021-06-01", 2).reports(&["2021-06-02", "2021-06-01"]);
    office.refuses("report activity --from 2022-06-01", 2).reports(&["2022-06-01"]);
    office.refuses("report activity --from 昨天", 2).reports(&["--from", "请写成 2021-04-09"]);
    office.refuses("report activity --as-of 昨天", 2).reports(&["--as-of", "entry:412", "这不是日期"]);
    office.refuses("report activity --place 天河区", 3).reports(&["天河区"]);
    office.refuses("report activity --as-of entry:99", 3);
    let before = office.file();
    let quiet = office.json("report activity --from 1990-01-01 --until 1990-01-02");
    assert_eq!((&quiet["operators"], &quiet["total"]["claimed"]), (&json!([]), &json!(0)));
    let bare = Office::bare();
    bare.ok("init --office 荔湾区");
    assert_eq!(bare.json("report activity")["campaign"], Value::Null);
    assert!(office.file() == before, "a report changes nothing");
}

#[test]
fn table_csv_and_json_agree_on_days() {
    let (office, _) = stories(23);
    let line = "report activity --from 2021-11-01 --until 2021-12-31";
    let report = office.json(line);
    let csv = office.ok(&format!("{line} --format csv")).out;
    let rows = table(csv.trim_start_matches('\u{FEFF}').split_once("\r\n").unwrap().1);
    for row in report["days"].as_array().unwrap() {
        let reported = rows.iter().find(|one| one["日期"] == row["day"].as_str().unwrap()).unwrap();
        for (header, key) in [("认领", "claimed"), ("办结", "completed"), ("退领", "released"), ("销号", "closed")]
        {
            assert_eq!(reported[header], row[key].to_string(), "{row}");
        }
    }
    let text = office.ok(line).out;
    assert!(text.contains("2021-11-30") && text.contains("确认") && text.contains("口径："), "{text}");
    // A workbook lists every event; a list of another length than the figures is a check that fails.
    for flags in ["", "--place 龙津街道", "--as-of 2021-12-19", "--lang en"] {
        office.ok(&format!("{line} {flags} --output a.xlsx --force"));
        assert!(office.has("a.xlsx"), "{flags}");
    }
}

#[test]
fn activity_rerun_from_its_seal_is_identical_or_names_the_changed_figure() {
    let (office, stories) = stories(24);
    let flags = "--as-of 2021-12-30 --since 2021-06-30 --campaign 2021 --place 金花街道";
    let lines = [
        "report quota".to_owned(),
        format!("report quota --by street --for members --counts completed --joint lead {flags}"),
        "report progress".to_owned(),
        format!("report progress --by community --kind wish {flags}"),
        "report participation".to_owned(),
        format!("report participation --by programme --kind wish --from 2021-05-01 --until 2021-11-30 {flags}"),
        "report activity".to_owned(),
        format!("report activity --from 2021-11-01 --until 2021-12-25 --by-operator 文员 {flags}"),
        "report satisfaction".to_owned(),
        format!("report satisfaction --by theme --kind wish --low 3 {flags}"),
        "report satisfaction --lang en".to_owned(),
    ];
    for (at, line) in lines.iter().enumerate() {
        office.ok(&format!("{line} --output {at}.json"));
    }
    let gone = stories.iter().find(|story| story.stays()).unwrap();
    office.ok(&format!("claim release {} --all --reason 搬家", gone.need));
    for (at, line) in lines.iter().enumerate() {
        let verdict = office.json(&format!("report verify {at}.json"));
        assert_eq!(verdict, json!({"same": true, "differences": []}), "{line}");
    }
    assert!(office.ok("report verify 4.json").out.starts_with("一致：4.json"));
    for (at, place, figure) in [
        (4, "members.distinct", "/members/distinct"),
        (6, "total.claimed", "/total/claimed"),
        (8, "groups[0].confirmed", "/groups/0/confirmed"),
    ] {
        let mut written: Value = serde_json::from_str(&office.read(&format!("{at}.json"))).unwrap();
        *written.pointer_mut(figure).unwrap() = json!(999);
        office.write("edited.json", written.to_string());
        let reported = office.ends("report verify edited.json", 1).out;
        assert!(reported.contains(place) && reported.contains("999") && reported.contains("不一致："), "{reported}");
        let verdict = office.json_of("report verify edited.json", 1);
        let differences = verdict["differences"].as_array().unwrap();
        assert_eq!(differences.len(), 1, "{verdict}");
        assert_eq!((&differences[0]["place"], &differences[0]["report"]), (&json!(place), &json!(999)), "{verdict}");
    }
}
