//! Whose needs a report is of where there are several campaigns, and how its figures of a campaign that has not begun read.

use serde_json::Value;

use crate::office::Office;

/// The office with a later campaign in use, which has no need and no claim.
fn two_campaigns() -> Office {
    let office = Office::published();
    office.ok("claim take 1号 --by 李梅");
    office.ok("campaign add 2028 --from 2028-01-01 --until 2028-12-31");
    office
}

#[test]
fn reports_of_needs_say_of_which_campaigns_they_are() {
    let office = two_campaigns();
    let one = Office::published();
    for report in ["progress", "ageing", "overdue", "satisfaction", "programme"] {
        let title = |office: &Office, line: &str| {
            office.ok(&format!("report {report} {line}")).out.lines().next().unwrap_or_default().to_owned()
        };
        assert!(title(&office, "").contains("全部活动期"), "{report}");
        for campaign in ["2021", "2028"] {
            assert!(title(&office, &format!("--campaign {campaign}")).contains(&format!("（{campaign}，")), "{report}");
        }
        // Where there is one campaign only there is nothing to say.
        assert!(!title(&one, "").contains("活动期"), "{report}");
        let help = office.ok(&format!("report {report} --help")).out;
        assert!(help.contains("只看这个活动期；默认全部"), "{report}: {help}");
    }
    let all = office.json("report ageing");
    assert_eq!(all["total"], office.json("report ageing --campaign 2021")["total"]);
    assert_eq!(office.json("report ageing --campaign 2028")["total"], Value::Array(Vec::new()));
    assert!(office.ok("status").out.contains("按全部活动期"));
    assert!(!one.ok("status").out.contains("按全部活动期"));
    assert!(office.ok("report overview").out.contains("按活动期 2028 计；各项事项按全部活动期计"));
    assert!(!office.ok("report overview --campaign 2021").out.contains("按全部活动期计"));
}

#[test]
fn report_of_a_campaign_that_has_not_begun_says_so() {
    let office = two_campaigns();
    for report in ["quota", "supply", "participation", "overview"] {
        let text = office.ok(&format!("report {report}")).out;
        assert!(text.contains("活动期 2028 从 2028-01-01 才开始"), "{report}: {text}");
        assert!(!text.contains("（2028-01-01 至 2021"), "{report}: {text}");
        let begun = office.ok(&format!("report {report} --campaign 2021")).out;
        assert!(!begun.contains("才开始"), "{report}: {begun}");
    }
}

#[test]
fn day_of_since_counts_and_is_named_where_it_is_still_to_come() {
    let office = Office::published();
    office.ok("claim take 1号 --by 李梅 --today 2021-04-20");
    office.ok("claim take 2号 --by 陈刚 --today 2021-04-21");
    let moved = |since: &str| {
        let report = office.json(&format!("report quota --for members --since {since} --today 2021-04-22"));
        report["since"]["moved"].as_array().unwrap().len()
    };
    // The day itself as in `list --since`, also the campaign's first day and one before it.
    let expected = [("2021-04-20", 2), ("2021-04-21", 1), ("2021-04-22", 0), ("2021-04-01", 2), ("2021-03-01", 2)];
    for (since, count) in expected {
        assert_eq!(moved(since), count, "{since}");
    }
    assert_eq!(office.json("list claims --since 2021-04-21")["total"], 1);
    for report in ["quota", "progress", "overview"] {
        let refused = office.refuses(&format!("report {report} --since 2021-05-01 --today 2021-04-22"), 2);
        refused.reports(&["--since 的日期 2021-05-01 还没到"]);
        assert!(!refused.err.contains("截至"), "{}", refused.err);
    }
}

#[test]
fn what_is_missing_adds_up_and_a_street_takes_what_is_left_below() {
    let office = Office::new();
    office.write("orgs.csv", "党组织全称,党组织类型,报到镇街\n甲党委,单位党组织,金花街道\n乙党委,单位党组织,金花街道\n丙党委,单位党组织,金花街道\n");
    office.ok("collect orgs orgs.csv --under 荔湾区");
    let missing = |by: &str| {
        let supply = office.json(&format!("report supply --by {by}"));
        let orgs = supply["quotas"].as_array().unwrap().iter().find(|quota| quota["for"] == "orgs").unwrap().clone();
        let rows: i64 = orgs["groups"].as_array().unwrap().iter().map(|row| row["missing"].as_i64().unwrap()).sum();
        assert_eq!(orgs["total"]["missing"], rows, "{by}: {orgs}");
        rows
    };
    assert_eq!((missing("street"), missing("community")), (3, 3));
    office.write("p.csv", "项目名称,社区,项目简介\n甲园,蟠虬社区,种树\n乙园,西关社区,种花\n");
    office.ok("collect projects p.csv");
    office.ok("verify --all --pass");
    office.ok("publish");
    assert_eq!((missing("street"), missing("community")), (1, 1));
    let note = office.ok("report supply").out;
    assert!(note.contains("合计为各组之和") && note.contains("也可认领下级各组余下的"), "{note}");
}

#[test]
fn check_says_what_strict_does_once() {
    let office = Office::published();
    for flags in ["--place 蟠虬社区 --for orgs", "--place 荔湾区/金花街道/蟠虬社区 --for orgs --each"] {
        let line = format!("report quota --check --at-least 1% {flags}");
        office.ok(&line).reports(&["加 --strict"]);
        let strict = office.ends(&format!("{line} --strict"), 1);
        strict.reports(&["按 --strict 算不合格"]);
        assert!(!strict.err.contains("加 --strict"), "{}", strict.err);
    }
}
