//! A figure is the same when it is asked again: as of any earlier entry, since one, and from the seal of a report.

use serde_json::{Value, json};

use crate::office::{self, Office};

const REPORTS: &[&str] = &[
    "report quota",
    "report quota --by org --ranked",
    "report quota --for members --by member",
    "report quota --by class --counts completed",
    "report quota --list unmet",
    "report progress",
    "report progress --by theme --kind wish",
    "report supply",
    "report ageing",
    "report overdue",
    "report participation",
    "report activity",
    "report satisfaction",
    "report overview",
];

const ALL: [&str; 9] =
    ["quota", "progress", "supply", "participation", "ageing", "overdue", "activity", "satisfaction", "overview"];

/// A report without the parts that contain when and after which entry it was made.
fn answer(report: &Value) -> Value {
    let mut answer = report.clone();
    answer.as_object_mut().unwrap().retain(|key, _| !["head", "footer", "sealed"].contains(&key.as_str()));
    answer
}

/// A campaign of a few weeks, each step with its day.
const STEPS: &[(&str, &str)] = &[
    ("2021-04-16", "claim take 1号 --by O1"),
    ("2021-04-17", "claim take 2号,3号 --by 李梅"),
    ("2021-04-18", "claim take 4号 --by 陈刚,何静 --quantity 2"),
    ("2021-04-20", "claim start 2号"),
    ("2021-04-22", "claim release 3号 --reason 出差"),
    ("2021-04-23", "claim take 9号 --by O1,O2"),
    ("2021-04-25", "claim complete 2号"),
    ("2021-04-26", "collect wishes more.csv"),
    ("2021-04-27", "quota set --for members --counts completed"),
    ("2021-04-28", "claim confirm 2号 --satisfaction 5"),
    ("2021-04-29", "withdraw 5号 --reason 搬家"),
    ("2021-04-30", "collect members left.csv"),
    ("2021-05-02", "undo"),
];

fn office() -> Office {
    let office = Office::published();
    office.write("more.csv", "许愿人,社区,微心愿内容,征集时间\n冯一,蟠虬社区,想要一个暖水壶,2021-04-26\n");
    let (header, rows) = (office::members(), office::members());
    let header = header.lines().next().unwrap().to_owned();
    let row = rows.lines().find(|row| row.starts_with("李梅")).unwrap().to_owned();
    office.write("left.csv", format!("{header},撤销时间\n{row},2021-04-30\n"));
    office
}

#[test]
fn report_as_of_entry_repeats_the_figures_of_that_time() {
    let office = office();
    let mut then: Vec<(i64, &str, &str, Value)> = Vec::new();
    for (at, (day, step)) in STEPS.iter().enumerate() {
        office.run(&format!("{} --today {day}", step.replace("2号,3号", "2号 3号")));
        // Every other one, in turns: each report is asked of half of the moments.
        for report in REPORTS.iter().skip(at % 2).step_by(2) {
            then.push((office.entries(), day, report, office.json(&format!("{report} --today {day}"))));
        }
    }
    assert!(office.entries() > 12, "the steps were taken");
    for (entry, day, report, said_then) in then {
        let now = office.json(&format!("{report} --as-of entry:{entry} --today {day}"));
        assert_eq!(answer(&now), answer(&said_then), "{report} as of {entry}");
        assert!(now["footer"].to_string().contains(&format!("操作 {entry} ")), "{now}");
    }
}

#[test]
fn rerun_of_sealed_report_is_identical_or_names_differences() {
    let office = office();
    let (before, after) = STEPS.split_at(7);
    let run = |steps: &[(&str, &str)]| {
        for (day, step) in steps {
            office.run(&format!("{} --today {day}", step.replace("2号,3号", "2号 3号")));
        }
    };
    run(before);
    for (at, report) in REPORTS.iter().enumerate() {
        office.ok(&format!("{report} --today 2021-04-25 --output r{at}.json"));
        office.ok(&format!("{report} --since 2021-04-17 --today 2021-04-25 --lang en --output s{at}.json"));
    }
    run(after);
    for (at, report) in REPORTS.iter().enumerate() {
        for name in [format!("r{at}.json"), format!("s{at}.json")] {
            let verified = office.run(&format!("report verify {name}"));
            assert_eq!(verified.code, 0, "{report}: {verified:#?}");
            assert!(verified.out.contains("一致"), "{verified:#?}");
        }
    }
    let edited = office.read("r0.json").replacen("\"met\": 1", "\"met\": 7", 1);
    office.write("edited.json", edited);
    let reported = office.json_of("report verify edited.json", 1);
    assert_eq!(reported["same"], false);
    let place = reported["differences"][0]["place"].as_str().unwrap();
    assert!(place.ends_with(".met") && reported["differences"].as_array().unwrap().len() == 1, "{reported}");
    assert_eq!(reported["differences"][0]["report"], 7);
    let forged = office.read("r0.json").replace("\"hash\": \"", "\"hash\": \"00");
    office.write("forged.json", forged);
    assert_eq!(office.json_of("report verify forged.json", 1)["differences"][0]["place"], "head");
    // A recomputed log no longer contains the head of the report.
    let other = Office::published();
    other.write("r0.json", office.read("r0.json"));
    assert_eq!(other.json_of("report verify r0.json", 1)["differences"][0]["place"], "head");
}

#[test]
fn verify_report_refuses_other_files() {
    let office = Office::published();
    office.refuses("report verify none.json", 3).reports(&["none.json"]);
    office.write("bad.json", "{");
    office.refuses("report verify bad.json", 3).reports(&["bad.json", "--format json"]);
    office.write("other.json", "{\"met\": 3}");
    office.refuses("report verify other.json", 3).reports(&["other.json", "--format json"]);
    office.write("seal.json", "{\"sealed\": {\"report\": {\"quota\": {\"by\": \"planet\"}}}}");
    office.refuses("report verify seal.json", 3).reports(&["seal.json"]);
}

#[test]
fn report_since_day_or_entry_lists_who_changed() {
    let office = office();
    for (day, step) in &STEPS[..3] {
        office.run(&format!("{} --today {day}", step.replace("2号,3号", "2号 3号")));
    }
    let entry = office.entries() - 2;
    for since in [format!("entry:{entry}"), "2021-04-16".to_owned()] {
        let report = office.json(&format!("report quota --for members --since {since} --today 2021-04-18"));
        let moved: Vec<&str> =
            report["since"]["moved"].as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap()).collect();
        assert_eq!(moved, ["陈刚", "李梅", "何静"], "{since}: {report}");
        let changes = report["since"]["changes"].as_array().unwrap();
        let total = changes.iter().find(|one| one["row"] == "total" && one["column"] == "met");
        assert_eq!((&total.unwrap()["table"], &total.unwrap()["quota"]), (&"groups".into(), &"members/wish".into()));
        assert_eq!((&total.unwrap()["before"], &total.unwrap()["now"]), (&"0".into(), &"3".into()), "{since}");
    }
    let nothing = office.json(&format!("report quota --since entry:{} --today 2021-04-18", office.entries()));
    assert_eq!(nothing["since"]["changes"].as_array().unwrap().len(), 0);
    assert_eq!(nothing["since"]["moved"].as_array().unwrap().len(), 0);
    let text = office.ok(&format!("report progress --since entry:{entry} --today 2021-04-18")).out;
    assert!(text.contains(&format!("entry:{entry} 以来的变化")) && text.contains("待认领"), "{text}");
}

#[test]
fn unknown_moment_place_or_campaign_is_refused_naming_valid_ones() {
    let office = Office::published();
    let last = office.entries().to_string();
    office.refuses("report quota --as-of entry:0", 3).reports(&["操作 0", "操作 1", &last]);
    office.refuses("report progress --as-of entry:9999", 3).reports(&["9999", &last]);
    office.refuses("report quota --since entry:9999", 3).reports(&["9999", &last]);
    office.refuses("report quota --as-of entry:x", 2);
    office.refuses("report quota --as-of 2022-01-01", 2).reports(&["2022-01-01", office::DAY]);
    office.refuses("report quota --as-of 2021-03-31", 2).reports(&["2021-03-31", "2021-04-01"]);
    office.refuses("report ageing --place 火星", 3).reports(&["火星"]);
    office.refuses("report overdue --campaign 2020", 3).reports(&["2020", "2021"]);
    office.refuses("report supply --pace-days 0", 2);
    for report in ["progress", "ageing", "overdue"] {
        office.ok(&format!("report {report} --as-of 1999-01-01"));
    }
}

#[test]
fn quota_without_members_has_no_rate_and_says_so_when_checked() {
    let office = Office::new();
    for report in ALL {
        for format in ["table", "csv", "json", "md"] {
            let run = office.ok(&format!("report {report} --format {format}"));
            assert!(!run.out.contains("NaN") && !run.out.contains("inf"), "{run:#?}");
        }
    }
    assert!(office.ok("report quota").out.contains('—'));
    assert_eq!(office.json("report quota --for members")["total"]["rate"], Value::Null);
    // That nobody owes anything is an answer of its own.
    office.ok("report quota --check --at-least 0.95").reports(&["没有应认领的人", "--strict"]);
    let check = office.json("report quota --check --at-least 0.95")["check"].clone();
    assert_eq!(check, json!({"ok": true, "at_least": 0.95, "failing": [], "nobody": ["members", "orgs"]}));
    let check = office.json_of("report quota --check --at-least 95% --strict", 1)["check"].clone();
    assert_eq!((&check["ok"], &check["failing"]), (&json!(false), &json!([])));
    let bare = Office::bare();
    bare.ok("init --office 荔湾区 --code LW");
    bare.refuses("report quota", 3).reports(&["campaign add"]);
    bare.refuses("report supply", 3).reports(&["campaign add"]);
    bare.ok("report progress");
    bare.ok("report overview");
}

#[test]
fn overview_agrees_with_each_report() {
    let office = office();
    for (day, step) in STEPS {
        office.run(&format!("{} --today {day}", step.replace("2号,3号", "2号 3号")));
    }
    let overview = office.json("report overview");
    for report in ["quota", "progress", "supply", "participation", "ageing", "overdue", "satisfaction"] {
        assert_eq!(answer(&overview[report]), answer(&office.json(&format!("report {report}"))), "{report}");
    }
}

#[test]
fn failed_report_check_sets_exit_code() {
    let office = office();
    office.ok("claim take 1号 --by 李梅 --today 2021-04-16");
    // One of six in service.
    office.ends("report quota --for members --check --at-least 0.95", 1).reports(&["16.7%", "95.0%", "--list unmet"]);
    office.ends("report quota --for members --check --at-least 20%", 1);
    office.ok("report quota --for members --check --at-least 0.16");
    office.refuses("report quota --check", 2);
    office.refuses("report quota --each", 2);
    office.refuses("report quota --strict", 2);
    office.refuses("report quota --why 李梅 --check --at-least 0.9", 2);
    office.refuses("report quota --check --at-least 0.9 --each --by programme", 2).reports(&["--each"]);
    office.refuses("report quota --check --at-least 1.2", 2).reports(&["0.95"]);
    office.refuses("report quota --check --at-least abc", 2).reports(&["0.95"]);
}

#[test]
fn why_lists_claims_that_count_and_that_do_not() {
    let office = office();
    for (day, step) in STEPS {
        office.run(&format!("{} --today {day}", step.replace("2号,3号", "2号 3号")));
    }
    office.ok("quota set --for members --counts claimed");
    let why = office.json("report quota --why 李梅");
    let one = &why["why"][0];
    assert_eq!((one["met"].as_bool(), one["counted"].as_i64()), (Some(true), Some(1)), "{why}");
    let claims: Vec<(bool, bool)> = one["claims"]
        .as_array()
        .unwrap()
        .iter()
        .map(|claim| (claim["counts"].as_bool().unwrap(), claim["reason"].as_str().unwrap().is_empty()))
        .collect();
    assert_eq!(claims, [(true, true), (false, false)], "a claim that does not count has its reason");
    // What counts for everybody's --why is the figure.
    for rule in ["", "--counts completed", "--joint lead", "--counts completed --joint lead"] {
        let members = office.json(&format!("report quota --for members {rule}"));
        let mut met = 0;
        for name in ["张伟", "李梅", "陈刚", "何静", "周明", "吴芳", "郑华"] {
            let why = office.json(&format!("report quota --why {name} {rule}"));
            met += why["why"].as_array().unwrap().iter().filter(|one| one["met"] == true).count();
        }
        assert_eq!(members["total"]["met"], met, "{rule}");
    }
    let two = office.json("report quota --why 张伟");
    assert_eq!(two["why"].as_array().unwrap().len(), 2, "both people of that name are listed");
    assert!(office.json("report quota --why 吴芳")["why"][0]["reason"].as_str().unwrap().contains("离退休"));
    // Whoever owes nothing has no claim that counts towards it: by class, exempt, registered nowhere.
    office.ok("claim take 6号 --by 吴芳,O4 --on 2021-05-01");
    for (name, reason) in [("吴芳", "离退休"), ("O4", "免考核")] {
        let why = office.json(&format!("report quota --why {name}"))["why"][0].clone();
        assert_eq!([&why["owes"], &why["met"], &why["counted"]], [&json!(false), &json!(false), &json!(0)], "{why}");
        for claim in why["claims"].as_array().unwrap() {
            assert_eq!(claim["counts"], false, "{why}");
        }
        assert!(why["reason"].as_str().unwrap().contains(reason), "{why}");
    }
    assert_eq!(office.json("report quota --why 吴芳")["why"][0]["claims"][0]["reason"], "类别是离退休党员，不在指标内");
    assert!(office.json("report quota --why O4")["why"][0]["reason"].as_str().unwrap().contains("免考核"));
    office.refuses("report quota --why 张玮", 3).reports(&["张玮", "张伟"]);
    let text = office.ok("report quota --why 李梅").out;
    assert!(text.contains("主动退领") && text.contains("不计入"), "{text}");
}

#[test]
fn report_of_one_place_excludes_others() {
    let office = office();
    office.ok("claim take 1号 --by 李梅 --today 2021-04-16");
    let whole = office.json("report quota --for members --by community");
    let one = office.json("report quota --for members --by community --place 蟠虬社区");
    let groups = whole["groups"].as_array().unwrap();
    let of_place = groups.iter().find(|group| group["place"].as_str().unwrap().ends_with("蟠虬社区")).unwrap();
    assert_eq!(one["groups"].as_array().unwrap().len(), 1);
    for key in ["required", "met", "unmet", "claims", "registered"] {
        assert_eq!(one["total"][key], of_place[key], "{key}");
    }
    let progress = office.json("report progress --kind wish --place 蟠虬社区");
    assert_eq!(progress["total"]["wish"]["total"], 2);
}

#[test]
fn check_tells_which_groups_are_below_the_rate() {
    let office = office();
    office.ok("claim take 1号 --by 李梅 --today 2021-04-16");
    let line = "report quota --for members --by community --check --at-least";
    let groups = office.json("report quota --for members --by community")["groups"].clone();
    let rate = |group: &Value| group["rate"].as_f64().unwrap();
    let (low, high): (Vec<&Value>, Vec<&Value>) =
        groups.as_array().unwrap().iter().partition(|group| rate(group) < 0.2);
    assert!(!low.is_empty() && !high.is_empty(), "{groups}");
    // Over all of them 16.7 % is enough, and one group has nothing.
    let check = office.json(&format!("{line} 0.16"))["check"].clone();
    assert_eq!(check, json!({"ok": true, "at_least": 0.16, "failing": [], "nobody": []}));
    let run = office.ends(&format!("{line} 0.16 --each --format json"), 1);
    let check = run.json()["check"].clone();
    let failing: Vec<Value> = low
        .iter()
        .map(|group| json!({"for": "members", "place": group["place"], "required": group["required"], "met": 0, "rate": 0.0}))
        .collect();
    assert_eq!((&check["ok"], &check["failing"]), (&json!(false), &json!(failing)));
    run.reports(&[low[0]["place"].as_str().unwrap(), "0.0%"]);
    // Of the total no group is named.
    let check = office.json_of(&format!("{line} 0.9"), 1)["check"].clone();
    assert_eq!((&check["failing"][0]["place"], &check["failing"][0]["required"]), (&Value::Null, &json!(6)));
    // A report that an earlier version made has no verdict, and is verified all the same.
    office.ends(&format!("{line} 0.9 --output q.json"), 1);
    let mut written: Value = serde_json::from_str(&office.read("q.json")).unwrap();
    office.ok("report verify q.json");
    written.as_object_mut().unwrap().remove("check");
    office.write("q.json", written.to_string());
    office.ok("report verify q.json");
}

#[test]
fn report_is_verified_with_a_mark_and_in_utf_16() {
    let office = Office::published();
    office.ok("claim take 1号 --by 李梅 --on 2021-05-01");
    office.ok("report quota --output q.json");
    let text = office.read("q.json");
    let wide = |unit: fn(u16) -> [u8; 2]| format!("\u{FEFF}{text}").encode_utf16().flat_map(unit).collect::<Vec<u8>>();
    office.write("mark.json", format!("\u{FEFF}{text}"));
    office.write("le.json", wide(u16::to_le_bytes));
    office.write("be.json", wide(u16::to_be_bytes));
    for name in ["q.json", "mark.json", "le.json", "be.json"] {
        assert_eq!(office.json(&format!("report verify {name}"))["same"], true, "{name}");
    }
    office.write("edited.json", format!("\u{FEFF}{}", text.replacen("\"met\": 1", "\"met\": 2", 1)));
    assert_eq!(office.json_of("report verify edited.json", 1)["same"], false);
    office.write("cut.json", &wide(u16::to_le_bytes)[..101]);
    office.refuses("report verify cut.json", 3);
}

#[test]
fn day_before_the_campaign_is_refused_with_the_way_out() {
    let office = Office::published();
    for report in ["overview", "quota", "supply"] {
        let run = office.refuses(&format!("report {report} --as-of 2021-03-31"), 2);
        run.reports(&["2021-03-31", "2021-04-01", "--as-of", "--campaign"]);
        office.ok(&format!("report {report} --as-of 2021-04-01"));
    }
    office.ok("report progress --as-of 2021-03-31");
}

#[test]
fn letterhead_is_asked_for_where_there_is_one() {
    let office = Office::published();
    std::fs::create_dir(office.path("out")).unwrap();
    for option in ["--filled-by 陈红", "--phone 19900009999"] {
        for form in ["", " --format json", " --format csv", " --format md", " --output q.json"] {
            office.refuses(&format!("report quota {option}{form}"), 2).reports(&["工作簿"]);
        }
        for form in ["--output q.xlsx", "--format html", "--split-by org --to out"] {
            office.ok(&format!("report quota {option} {form} --force"));
        }
    }
}
