//! Who takes part, and how content residents are: equal to a naive count of the same campaign.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use crate::office::{Office, table};
use crate::random_campaign::{Story, stories};

/// Distinct claimants, claims taken part in, of these as lead.
type Figure = (usize, i64, i64);

fn figure(stories: &[&Story], wanted: impl Fn(&str, &str) -> bool) -> Figure {
    let (mut distinct, mut taken_part, mut lead) = (BTreeSet::new(), 0, 0);
    for story in stories {
        for (at, who) in story.who.iter().enumerate().filter(|(_, who)| wanted(who.of, who.class)) {
            distinct.insert((who.of, &who.name));
            taken_part += 1;
            lead += i64::from(at == 0);
        }
    }
    (distinct.len(), taken_part, lead)
}

fn reported(figure: &Value) -> Figure {
    let number = |key: &str| figure[key].as_i64().unwrap();
    (usize::try_from(number("distinct")).unwrap(), number("taken_part"), number("lead"))
}

/// The stories that a participation report of the campaign's days should count.
fn counted<'s>(stories: &'s [Story], day: &str, period: (&str, &str), kind: &str) -> Vec<&'s Story> {
    stories
        .iter()
        .filter(|story| story.holds_on(day) && (period.0..=period.1).contains(&story.on.as_str()))
        .filter(|story| kind.is_empty() || story.kind == kind)
        .collect()
}

fn group_of(by: &str, story: &Story) -> String {
    match by {
        "district" => "荔湾区".to_owned(),
        "street" => format!("荔湾区/{}", story.place.split('/').next().unwrap()),
        "community" => format!("荔湾区/{}", story.place),
        "kind" => story.kind.to_owned(),
        _ => story.programme.to_owned(),
    }
}

#[test]
fn participation_equals_a_naive_count_by_class_and_period() {
    for seed in 11..=13 {
        let (office, stories) = stories(seed);
        for (flags, day, period, kind) in [
            ("", "2021-12-31", ("2021-03-01", "2021-10-31"), ""),
            ("--as-of 2021-06-30", "2021-06-30", ("2021-03-01", "2021-06-30"), ""),
            ("--from 2021-01-01 --until 2021-12-31", "2021-12-31", ("2021-01-01", "2021-12-31"), ""),
            ("--kind project --from 2021-01-01", "2021-12-31", ("2021-01-01", "2021-10-31"), "project"),
            ("--as-of 2021-12-30 --kind wish", "2021-12-30", ("2021-03-01", "2021-10-31"), "wish"),
        ] {
            let stories = counted(&stories, day, period, kind);
            let report = office.json(&format!("report participation {flags}"));
            for of in ["members", "orgs", "outsiders"] {
                assert_eq!(reported(&report[of]), figure(&stories, |one, _| one == of), "seed {seed} {flags} {of}");
                for class in report[of]["classes"].as_array().unwrap() {
                    let code = class["class"].as_str().unwrap();
                    let expected = figure(&stories, |one, class| one == of && class == code);
                    assert_eq!(reported(class), expected, "seed {seed} {flags} {of} {code}");
                }
            }
            let unnamed: i64 = stories.iter().map(|story| story.unnamed).sum();
            let with_unnamed = stories.iter().filter(|story| story.unnamed > 0).count();
            assert_eq!(report["unnamed"], json!({"people": unnamed, "claims": with_unnamed}), "seed {seed} {flags}");
            assert_eq!(report["claims"], stories.len(), "seed {seed} {flags}");
        }
    }
}

#[test]
fn participation_by_programme_and_place_equals_a_naive_count() {
    let (office, stories) = stories(14);
    let stories = counted(&stories, "2021-12-31", ("2021-03-01", "2021-10-31"), "");
    for by in ["programme", "district", "street", "community"] {
        let report = office.json(&format!("report participation --by {by}"));
        let mut groups: BTreeMap<String, Vec<&Story>> = BTreeMap::new();
        stories.iter().for_each(|story| groups.entry(group_of(by, story)).or_default().push(story));
        let told_groups = report["groups"].as_array().unwrap();
        assert_eq!(told_groups.len(), groups.len(), "{by}");
        for group in told_groups {
            let stories = &groups[group["place"].as_str().unwrap_or_default()];
            for of in ["members", "orgs", "outsiders"] {
                assert_eq!(reported(&group[of]), figure(stories, |one, _| one == of), "{by} {group}");
            }
            let (_, taken_part, lead) = figure(stories, |_, _| true);
            let unnamed: i64 = stories.iter().map(|story| story.unnamed).sum();
            assert_eq!((&group["claims"], &group["taken_part"]), (&json!(stories.len()), &json!(taken_part)), "{by}");
            assert_eq!((&group["lead"], &group["unnamed"]), (&json!(lead), &json!(unnamed)), "{by}");
        }
        assert!(report["footer"].to_string().contains("相加不等于合计"), "{by}");
    }
}

#[test]
fn satisfaction_equals_a_naive_count_by_every_group_and_day() {
    for seed in 15..=16 {
        let (office, stories) = stories(seed);
        for (by, day) in
            [("street", "2021-12-31"), ("kind", "2021-12-31"), ("programme", "2021-12-19"), ("community", "2021-12-20")]
        {
            let report = office.json(&format!("report satisfaction --by {by} --as-of {day} --low 3"));
            let confirmed =
                stories.iter().filter(|story| story.confirmed.as_deref().is_some_and(|confirmed| confirmed <= day));
            let mut groups: BTreeMap<String, Vec<Option<i64>>> = BTreeMap::new();
            for story in confirmed.clone() {
                groups.entry(group_of(by, story)).or_default().push(story.score);
            }
            let mut all = Vec::new();
            for group in report["groups"].as_array().unwrap() {
                let scores = groups.remove(group["place"].as_str().unwrap_or_default()).unwrap();
                assert_scores(group, &scores);
                all.extend(scores);
            }
            assert!(groups.is_empty(), "seed {seed} {by}: {groups:?} are not reported");
            assert_scores(&report["total"], &all);
            let low: BTreeSet<(&str, i64)> = confirmed
                .filter_map(|story| Some((story.need.as_str(), story.score.filter(|score| *score <= 3)?)))
                .collect();
            let listed = report["low"].as_array().unwrap();
            let reported: BTreeSet<(&str, i64)> =
                listed.iter().map(|one| (one["need"].as_str().unwrap(), one["score"].as_i64().unwrap())).collect();
            assert_eq!(reported, low, "seed {seed} {by}");
            for one in listed {
                let story = stories.iter().find(|story| story.need == one["need"]).unwrap();
                let names: Vec<&str> = story.who.iter().map(|who| who.name.as_str()).collect();
                let printed = one["claimants"].as_array().unwrap().iter();
                assert_eq!(printed.map(|who| who["name"].as_str().unwrap()).collect::<Vec<_>>(), names, "{one}");
                assert_eq!(one["place"], format!("荔湾区/{}", story.place));
                assert_eq!(one["note"], "请打199****8888");
            }
        }
    }
}

fn assert_scores(reported: &Value, scores: &[Option<i64>]) {
    let scored: Vec<i64> = scores.iter().flatten().copied().collect();
    let spread: Vec<usize> = (1..=5).map(|score| scored.iter().filter(|one| **one == score).count()).collect();
    assert_eq!(
        (&reported["confirmed"], &reported["scored"]),
        (&json!(scores.len()), &json!(scored.len())),
        "{reported}"
    );
    assert_eq!(reported["scores"], json!(spread), "{reported}");
    if scored.is_empty() {
        assert_eq!((&reported["mean"], &reported["rate"]), (&Value::Null, &Value::Null), "{reported}");
        return;
    }
    let share = |part: i64| part as f64 / scored.len() as f64;
    let content = scored.iter().filter(|score| **score >= 4).count() as i64;
    assert!((reported["mean"].as_f64().unwrap() - share(scored.iter().sum())).abs() < 1e-9, "{reported}");
    assert!((reported["rate"].as_f64().unwrap() - share(content)).abs() < 1e-9, "{reported}");
}

#[test]
fn table_csv_and_json_agree_on_people_and_scores() {
    let (office, _) = stories(17);
    let report = office.json("report participation");
    let csv = office.ok("report participation --format csv").out;
    let rows = table(csv.trim_start_matches('\u{FEFF}'));
    for (of, name) in [("members", "党员"), ("orgs", "党组织"), ("outsiders", "社会力量")] {
        let row = rows.iter().find(|row| row["认领方"] == name && row["类别"] == "合计").unwrap();
        let (distinct, taken_part, lead) = reported(&report[of]);
        let cells = [&row["人数/个数"], &row["人次"], &row["其中牵头"]];
        assert_eq!(cells, [&distinct.to_string(), &taken_part.to_string(), &lead.to_string()], "{name}");
    }
    let row = rows.iter().find(|row| row["认领方"].starts_with("未具名")).unwrap();
    assert_eq!((row["人数/个数"].as_str(), &row["人次"]), ("", &report["unnamed"]["people"].to_string()));
    let text = office.ok("report participation --by programme").out;
    assert!(text.contains("圆梦光塔") && text.contains("口径：") && text.contains("未具名"), "{text}");

    let report = office.json("report satisfaction --by district");
    let csv = office.ok("report satisfaction --by district --format csv").out;
    let csv = csv.trim_start_matches('\u{FEFF}').split_once("\r\n").unwrap().1;
    let rows = table(csv);
    let row = rows.iter().find(|row| row["属地/分组"] == "荔湾区").unwrap();
    let group = &report["groups"][0];
    assert_eq!((&row["已确认"], &row["已评分"]), (&group["confirmed"].to_string(), &group["scored"].to_string()));
    assert_eq!(row["平均分"], format!("{:.1}", group["mean"].as_f64().unwrap()));
    assert!(csv.contains("199****8888") && !csv.contains("19900008888"), "{csv}");
    let english = office.ok("report satisfaction --lang en").out;
    assert!(english.contains("content") && english.contains("rule: claims confirmed"), "{english}");
}

#[test]
fn people_reports_count_only_own_place_and_campaign() {
    let (office, stories) = stories(18);
    let counted = counted(&stories, "2021-12-31", ("2021-03-01", "2021-10-31"), "");
    let here: Vec<&Story> = counted.into_iter().filter(|story| story.place.starts_with("金花街道")).collect();
    let report = office.json("report participation --place 金花街道");
    assert_eq!(reported(&report["members"]), figure(&here, |of, _| of == "members"));
    office.ok("campaign add 2022 --from 2022-01-01 --until 2022-12-31");
    let report = office.json("report participation --campaign 2022");
    assert_eq!((&report["claims"], &report["members"]["distinct"]), (&json!(0), &json!(0)));
    let report = office.json("report satisfaction --campaign 2022");
    assert_eq!(report["total"]["confirmed"], 0);
    let report = office.json("report satisfaction --campaign 2021 --place 金花街道 --by district");
    let confirmed = stories.iter().filter(|story| story.confirmed.is_some() && story.place.starts_with("金花街道"));
    assert_eq!(report["total"]["confirmed"], confirmed.count());
}

#[test]
fn people_reports_as_of_entry_repeat_the_figures_of_that_time() {
    let (office, stories) = stories(19);
    let entry = office.entries();
    let lines = ["report participation --by programme", "report satisfaction"];
    let before = lines.map(|line| office.json(&format!("{line} --as-of entry:{entry}")));
    let gone = stories.iter().find(|story| story.stays()).unwrap();
    office.ok(&format!("claim release {} --all --reason 搬家", gone.need));
    let other = stories.iter().rfind(|story| story.stays()).unwrap();
    office.ok(&format!("claim confirm {} --satisfaction 1", other.need));
    for (line, before) in lines.iter().zip(&before) {
        let after = office.json(&format!("{line} --as-of entry:{entry}"));
        for key in ["groups", "members", "total", "low"] {
            assert_eq!(after[key], before[key], "{line} {key}");
        }
        assert_ne!(office.json(line)["groups"], before["groups"], "{line}");
        let since = office.json(&format!("{line} --since entry:{entry}"));
        assert!(!since["since"]["changes"].as_array().unwrap().is_empty(), "{line}");
    }
}

#[test]
fn missing_people_and_scores_print_a_dash_and_bad_periods_are_refused() {
    let office = Office::new();
    let report = office.json("report satisfaction");
    assert_eq!(
        (&report["total"]["mean"], &report["total"]["rate"], &report["low"]),
        (&Value::Null, &Value::Null, &json!([]))
    );
    let text = office.ok("report satisfaction").out;
    assert!(text.contains('—') && !text.contains("NaN"), "{text}");
    let report = office.json("report participation --by programme");
    assert_eq!((&report["claims"], &report["groups"]), (&json!(0), &json!([])));
    office
        .refuses("report participation --from 2021-06-02 --until 2021-06-01", 2)
        .reports(&["2021-06-02", "2021-06-01"]);
    office.refuses("report participation --as-of 2021-05-01 --from 2021-06-01", 2).reports(&["2021-05-01"]);
    office.refuses("report participation --place 天河区", 3).reports(&["天河区"]);
    office.refuses("report participation --campaign 2020", 3).reports(&["2020"]);
    office.refuses("report participation --by member", 2);
    office.refuses("report satisfaction --low 6", 2).reports(&["--low", "要在 1 至 5 之间"]);
    office.refuses("report satisfaction --place 天河区", 3);

    let without = Office::bare();
    without.ok("init --office 荔湾区");
    let report = without.json("report participation");
    assert_eq!((&report["campaign"], &report["from"]), (&Value::Null, &Value::Null));
    without.ok("report satisfaction");
}

#[test]
fn workbook_lists_as_many_participants_and_claims_as_its_figures() {
    let (office, _) = stories(20);
    // A list of another length is a check that fails.
    for line in [
        "participation",
        "participation --by community --place 龙津街道",
        "satisfaction",
        "satisfaction --kind project",
    ] {
        office.ok(&format!("report {line} --output book.xlsx --force"));
        assert!(office.has("book.xlsx"), "{line}");
    }
}
