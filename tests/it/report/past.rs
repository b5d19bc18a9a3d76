//! The figures of a day that is over: nothing that happens later changes them, and all reports of one day agree.

use serde_json::Value;

use crate::office::Office;

const REPORTS: &[&str] = &[
    "report quota",
    "report quota --counts completed",
    "report progress",
    "report progress --by theme",
    "report supply",
    "report participation",
    "report ageing",
    "report overdue",
    "report activity --from 2021-04-01",
    "report satisfaction",
    "report programme",
];

/// What a report says as of a day, without the parts that tell when and of which entry it was made.
fn figures(office: &Office, report: &str, day: &str) -> Value {
    let mut figures = office.json(&format!("{report} --as-of {day}"));
    figures
        .as_object_mut()
        .unwrap()
        .retain(|key, _| !["head", "footer", "sealed", "operators", "operators_total"].contains(&key.as_str()));
    figures
}

/// Claims in every state, and needs that have left.
fn office() -> Office {
    let office = Office::published();
    for line in [
        "claim take 1号 --by 李梅 --on 2021-05-01",
        "claim start 1号 --on 2021-05-03",
        "claim take 2号 --by 陈刚 --on 2021-05-02",
        "claim complete 2号 --on 2021-05-08",
        "claim take 3号 --by 何静 --on 2021-05-02",
        "claim confirm 3号 --satisfaction 4 --on 2021-05-09",
        "claim take 9号 --by O1,O2 --on 2021-05-04",
        "withdraw 5号 --reason 搬家 --on 2021-05-06",
        "unfulfilled 6号 --reason 办不了 --on 2021-05-07",
        "close 7号 --reason 自行解决 --on 2021-05-08",
    ] {
        office.ok(line);
    }
    office
}

/// What happens from 2021-05-20 on.
const LATER: &[&str] = &[
    "reopen 5号 --reason 又回来了 --on 2021-05-20",
    "reopen 6号 --reason 又可以办 --on 2021-05-21",
    "reopen 7号 --reason 又需要 --on 2021-05-22",
    "reopen 3号 --reason 又坏了 --on 2021-05-23",
    "claim release 1号 --reason 出差 --on 2021-05-24",
    "claim revoke 2号 --reason 没有办好 --on 2021-05-24",
    "claim release 9号 --all --reason 没有经费 --on 2021-05-25",
    "publish 8号 --take-down --reason 写错了 --today 2021-05-26",
    "claim take 5号 --by 周明 --on 2021-05-27",
    "withdraw 5号 --reason 再次搬家 --on 2021-05-28",
];

#[test]
fn figures_of_a_past_day_stay_whatever_happens_later() {
    let office = office();
    let days = ["2021-05-04", "2021-05-07", "2021-05-08", "2021-05-12", "2021-05-19"];
    let asked = |office: &Office| -> Vec<(String, Value)> {
        let each = days.iter().flat_map(|day| REPORTS.iter().map(move |report| (*report, *day)));
        each.map(|(report, day)| (format!("{report} as of {day}"), figures(office, report, day))).collect()
    };
    let before = asked(&office);
    for line in LATER {
        office.ok(line);
    }
    for ((what, before), (_, now)) in before.into_iter().zip(asked(&office)) {
        assert_eq!(before, now, "{what}");
    }
    // Negative control: a later day differs.
    assert_ne!(figures(&office, "report progress", "2021-05-28"), figures(&office, "report progress", "2021-05-19"));
}

#[test]
fn undone_reopening_leaves_no_trace_in_past_figures() {
    let office = office();
    let (gone, back) = ("2021-05-12", "2021-06-01");
    let before = figures(&office, "report progress", gone);
    office.ok("reopen 5号 --reason 按错了 --on 2021-05-20");
    office.ok("undo");
    office.ok("undo --dry-run");
    assert_eq!(figures(&office, "report progress", gone), before);
    assert_eq!(figures(&office, "report progress", back)["total"]["wish"]["out"], 2);
    assert_eq!(figures(&office, "report activity --from 2021-04-01", back)["total"]["closed"], 2);
}

#[test]
fn all_reports_of_one_day_agree_on_the_claims_that_are_open() {
    let office = Office::published();
    for line in [
        "claim take 1号 --by 李梅 --on 2021-05-01",
        "claim take 2号 --by 陈刚 --on 2021-05-02",
        "claim take 3号 --by 何静 --on 2021-05-03",
        "claim take 5号 --by 吴芳 --on 2021-05-04",
        "claim release 1号 --reason 出差 --on 2021-05-06",
        "claim pass 2号 --to 周明 --reason 调离 --on 2021-05-07",
        "claim confirm 3号 --on 2021-05-08",
        "claim take 1号 --by 李梅 --on 2021-05-09",
        "claim revoke 1号 --reason 没有办 --on 2021-05-11",
        "claim take 6号 --by 李梅 --on 2021-05-12",
    ] {
        office.ok(line);
    }
    let number = |value: &Value| value.as_i64().unwrap_or_else(|| panic!("{value}"));
    let mut seen = Vec::new();
    for day in 1..=13 {
        let day = format!("2021-05-{day:02}");
        let quota = office.json(&format!("report quota --for members --as-of {day}"));
        let of_quota = number(&quota["total"]["claims"]) + number(&quota["volunteers"]["claims"]);
        let progress = office.json(&format!("report progress --kind wish --as-of {day}"))["total"]["wish"].clone();
        let taken = ["partly_claimed", "claimed", "in_progress", "fulfilled", "confirmed", "closed"];
        let of_progress: i64 = taken.iter().map(|stage| number(&progress[*stage])).sum();
        let of_participation = number(&office.json(&format!("report participation --as-of {day}"))["claims"]);
        let supply = office.json(&format!("report supply --as-of {day}"))["quotas"][0]["total"].clone();
        // 8 wishes, one of them for five.
        let of_supply = 12 - number(&supply["open"]);
        assert_eq!([of_quota, of_progress, of_participation], [of_supply; 3], "{day}");
        assert_eq!(supply["unmet"], quota["total"]["unmet"], "{day}");
        let listed = office.json(&format!("report quota --for members --list met --as-of {day}"))["list"].clone();
        assert_eq!(number(&quota["total"]["met"]), i64::try_from(listed.as_array().unwrap().len()).unwrap());
        let why = office.json(&format!("report quota --why 李梅 --as-of {day}"))["why"][0].clone();
        assert_eq!(why["met"], listed.to_string().contains("李梅"), "{day}: {why}");
        seen.push(of_supply);
    }
    assert_eq!(seen, [1, 2, 3, 4, 4, 3, 3, 3, 4, 4, 3, 4, 4]);
}

#[test]
fn claim_that_was_handed_over_is_named_where_it_no_longer_counts() {
    let office = Office::published();
    office.ok("claim take 1号 --by 李梅 --on 2021-05-01");
    office.ok("claim take 2号 --by 何静,李梅 --on 2021-05-02");
    office.ok("claim take 3号 --by 李梅 --on 2021-05-03");
    office.ok("claim pass 1号 --to 周明 --reason 调离 --on 2021-05-07");
    office.ok("claim release 2号 --by 李梅 --reason 没有时间 --on 2021-05-08");
    let why = office.json("report quota --why 李梅")["why"][0].clone();
    let printed: Vec<(&str, bool, &str)> = why["claims"]
        .as_array()
        .unwrap()
        .iter()
        .map(|claim| {
            let text = |key: &str| claim[key].as_str().unwrap_or_default();
            (text("claim"), claim["counts"].as_bool().unwrap(), text("why"))
        })
        .collect();
    let expected = [("JH-C000003", true, ""), ("JH-C000001", false, "passed"), ("JH-C000002", false, "released")];
    assert_eq!(printed, expected, "{why}");
    assert_eq!((&why["counted"], &why["why"]), (&1.into(), &"met".into()));
    office
        .ok("report quota --why 李梅")
        .answers(&["2021-05-07 移交，现由 周明 认领，不再计入", "2021-05-08 退出，现由 何静"]);
    // Whoever comes back is named once, with what counts.
    office.ok("claim join 2号 --by 李梅");
    let why = office.json("report quota --why 李梅")["why"][0].clone();
    assert_eq!((why["claims"].as_array().unwrap().len(), &why["counted"]), (3, &2.into()));
    let why = office.json("report quota --why 周明")["why"][0].clone();
    assert_eq!((why["claims"].as_array().unwrap().len(), &why["counted"]), (1, &1.into()));
}
