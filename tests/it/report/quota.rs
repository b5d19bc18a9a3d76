//! The figures: equal to a naive count of the same campaign, whatever they are grouped by.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::office::{Office, table};
use crate::random_campaign::{Campaign, Claim, Member, UNITS, campaign};

/// The figures the report should have.
#[derive(Debug, Default, Clone, Copy, PartialEq)]
struct Count {
    required: i64,
    met: i64,
    claims: i64,
    /// Whether owing or not.
    registered: i64,
}

impl Campaign {
    /// Claims that count for each of `many`, on a day and by a rule.
    fn counted(claims: &[Claim], many: usize, as_of: &str, completed: bool, lead: bool) -> Vec<i64> {
        let mut counted = vec![0; many];
        for claim in claims {
            // A list does not say when a claim was given back: that is the day of the import.
            let is_over = ["退领", "组织撤销"].contains(&claim.state) && as_of >= crate::office::DAY;
            let holds = !is_over && (!completed || claim.state == "已完成");
            let on = claim.on.as_str();
            if holds && ("2021-03-01"..="2021-10-31").contains(&on) && on <= as_of {
                let who = if lead { &claim.who[..1] } else { &claim.who[..] };
                who.iter().for_each(|one| counted[*one] += 1);
            }
        }
        counted
    }

    /// The members' quota by a group, counted without the program: whoever is registered is in one, also those who owe
    /// nothing, unless `group` has none for them.
    fn members(
        &self,
        as_of: &str,
        rule: (bool, bool),
        group: impl Fn(usize, &Member) -> Option<String>,
    ) -> BTreeMap<String, Count> {
        let counted = Campaign::counted(&self.claims, self.members.len(), as_of, rule.0, rule.1);
        let mut groups: BTreeMap<String, Count> = BTreeMap::new();
        for (at, member) in self.members.iter().enumerate() {
            let there = member.from.as_str() <= as_of && member.until.as_deref().is_none_or(|until| as_of < until);
            let Some(group) = group(at, member).filter(|_| there) else { continue };
            let count = groups.entry(group).or_default();
            count.registered += 1;
            if member.class == "在职党员" {
                count.required += 1;
                count.met += i64::from(counted[at] > 0);
                count.claims += counted[at];
            }
        }
        groups
    }
}

fn reported(quota: &Value) -> BTreeMap<String, Count> {
    let groups = quota["groups"].as_array().unwrap().iter();
    groups.map(|group| (group["place"].as_str().unwrap().to_owned(), count(group))).collect()
}

fn count(figure: &Value) -> Count {
    let number = |key: &str| figure[key].as_i64().unwrap();
    assert_eq!(number("unmet"), number("required") - number("met"), "{figure}");
    match figure["rate"].as_f64() {
        Some(rate) => assert!((rate - number("met") as f64 / number("required") as f64).abs() < 1e-9, "{figure}"),
        None => assert_eq!(number("required"), 0, "{figure}"),
    }
    Count {
        required: number("required"),
        met: number("met"),
        claims: number("claims"),
        registered: number("registered"),
    }
}

fn sum(groups: &BTreeMap<String, Count>) -> Count {
    groups.values().fold(Count::default(), |sum, one| Count {
        required: sum.required + one.required,
        met: sum.met + one.met,
        claims: sum.claims + one.claims,
        registered: sum.registered + one.registered,
    })
}

#[test]
fn members_quota_equals_a_naive_count_by_every_group_and_day() {
    for seed in 1..=4 {
        let campaign = campaign(seed);
        for as_of in ["2021-03-01", "2021-06-15", "2021-10-31"] {
            for (by, group) in [
                ("district", (|_, _| Some("荔湾区".to_owned())) as fn(usize, &Member) -> Option<String>),
                ("street", |_, member| Some(format!("荔湾区/{}", member.place.split('/').next().unwrap()))),
                ("community", |_, member| Some(format!("荔湾区/{}", member.place))),
                ("org", |_, member| Some(member.unit.to_owned())),
                ("member", |at, member| (member.class == "在职党员").then(|| format!("M{at} 党员{at}号"))),
            ] {
                let line = format!("report quota --for members --by {by} --as-of {as_of}");
                let quota = campaign.office.json(&line);
                let expected = campaign.members(as_of, (false, false), group);
                assert_eq!(reported(&quota), expected, "seed {seed}: {line}");
                assert_eq!(count(&quota["total"]), sum(&expected), "seed {seed}: {line}");
            }
        }
    }
}

#[test]
fn quota_rule_decides_what_counts() {
    let campaign = campaign(5);
    for (flags, rule) in [
        ("--counts claimed --joint lead", (false, true)),
        ("--counts completed --joint each", (true, false)),
        ("--counts completed --joint lead", (true, true)),
    ] {
        campaign.office.ok(&format!("quota set --for members {flags}"));
        let quota = campaign.office.json("report quota --for members --by district");
        let expected = campaign.members("2021-10-31", rule, |_, _| Some("荔湾区".to_owned()));
        assert_eq!(reported(&quota), expected, "{flags}");
    }
    let text = campaign.office.ok("report quota --for members").out;
    assert!(text.contains("办结才计") && text.contains("共同认领只计牵头者"), "{text}");
}

#[test]
fn orgs_quota_equals_a_naive_count() {
    for seed in 1..=4 {
        let campaign = campaign(seed);
        let counted = Campaign::counted(&campaign.org_claims, 3, "2021-10-31", false, false);
        let quota = campaign.office.json("report quota --for orgs --by org");
        let mut expected = BTreeMap::new();
        for (at, (class, _)) in campaign.orgs.iter().enumerate() {
            if *class == "单位党组织" {
                let met = i64::from(counted[at] > 0);
                expected.insert(UNITS[at].to_owned(), Count { required: 1, met, claims: counted[at], registered: 1 });
            }
        }
        assert_eq!(reported(&quota), expected, "seed {seed}");
        let volunteers = (0..3).filter(|at| campaign.orgs[*at].0 != "单位党组织" && counted[*at] > 0).count();
        assert_eq!(quota["volunteers"]["claimants"], volunteers, "seed {seed}");
    }
}

#[test]
fn met_and_unmet_lists_have_as_many_rows_as_the_figures() {
    let campaign = campaign(6);
    let total = count(&campaign.office.json("report quota --for members")["total"]);
    for (which, expected) in [("met", total.met), ("unmet", total.required - total.met)] {
        let list = campaign.office.json(&format!("report quota --for members --list {which}"))["list"].clone();
        let list = list.as_array().unwrap();
        assert_eq!(list.len() as i64, expected, "{which}");
        assert!(list.iter().all(|one| (one["claims"].as_i64().unwrap() > 0) == (which == "met")), "{which}");
        let csv = campaign.office.ok(&format!("report quota --for members --list {which} --format csv")).out;
        let rows = table(csv.trim_start_matches('\u{FEFF}'));
        assert_eq!(rows.iter().filter(|row| !row["编号"].is_empty()).count() as i64, expected, "{which}");
    }
}

#[test]
fn table_csv_and_json_agree_on_figures() {
    let campaign = campaign(7);
    let quota = campaign.office.json("report quota");
    let csv = campaign.office.ok("report quota --format csv --with-notes").out;
    let rows = table(csv.trim_start_matches('\u{FEFF}'));
    let text = campaign.office.ok("report quota").out;
    for (one, who) in quota["quotas"].as_array().unwrap().iter().zip(["党员认领微心愿", "党组织认领微项目"])
    {
        let mut groups = reported(one);
        groups.insert("合计".to_owned(), count(&one["total"]));
        for (name, figure) in groups {
            let row = rows.iter().find(|row| row["指标"] == who && row["属地/分组"] == name).unwrap();
            let shown = [&row["应认领"], &row["已达标"], &row["认领次数"]].map(|cell| cell.parse::<i64>().unwrap());
            assert_eq!(shown, [figure.required, figure.met, figure.claims], "{who} {name}");
            let is_shown =
                |line: &str| line.split(' ').next().is_some_and(|end| !end.is_empty() && name.ends_with(end));
            assert!(text.lines().any(is_shown), "{name}: {text}");
        }
    }
    let head = quota["head"]["hash"].as_str().unwrap();
    let head = format!("{}:{}", quota["head"]["entry"], &head[..16]);
    for reported in [&text, &csv, &quota["footer"].to_string()] {
        assert!(reported.contains("口径：") && reported.contains(&head), "{reported}");
    }
}

#[test]
fn progress_by_every_group_adds_up() {
    let campaign = campaign(8);
    let office = &campaign.office;
    office.ok("withdraw W0 --reason 搬家");
    let keys = [
        "collected",
        "needs_info",
        "verified",
        "open",
        "partly_claimed",
        "claimed",
        "in_progress",
        "fulfilled",
        "confirmed",
        "out",
    ];
    for by in ["district", "street", "community"] {
        let progress = office.json(&format!("report progress --by {by}"));
        let groups = progress["groups"].as_array().unwrap();
        let number = |one: &Value, key: &str| one[key].as_i64().unwrap();
        let mut all = 0;
        for group in groups {
            let sum: i64 = keys.iter().map(|key| number(group, key)).sum();
            assert_eq!(sum, number(group, "total"), "{by} {group}");
            all += sum;
        }
        assert_eq!(all, 44, "{by}");
        for kind in ["wish", "project"] {
            let of_kind: i64 =
                groups.iter().filter(|group| group["kind"] == kind).map(|group| number(group, "total")).sum();
            assert_eq!(of_kind, if kind == "wish" { 40 } else { 4 }, "{by}");
        }
    }
    let wishes = office.json("report progress --kind wish --by district");
    assert_eq!(wishes["groups"][0]["out"], 1, "{wishes}");
}

#[test]
fn day_before_campaign_or_invalid_day_is_refused() {
    let office = Office::published();
    office.refuses("report quota --as-of 2021-03-31", 2).reports(&["2021-03-31", "2021-04-01"]);
    office.refuses("report quota --as-of 2021-13-01", 2);
    office.refuses("report quota --campaign 2020", 3).reports(&["2020", "2021"]);
    office.refuses("report quota --list all", 2).reports(&["unmet"]);
    let before = office.file();
    office.ok("report quota");
    office.ok("report progress");
    assert!(office.file() == before, "a report changes nothing");
}

#[test]
fn report_overwrites_a_file_only_with_force() {
    let office = Office::published();
    office.ok("report quota --output q.csv");
    assert!(office.read("q.csv").starts_with("指标,"));
    office.refuses("report quota --output q.csv", 3).reports(&["q.csv", "--force"]);
    office.ok("report quota --output q.json --lang en");
    assert_eq!(serde_json::from_str::<Value>(&office.read("q.json")).unwrap()["campaign"], json!("2021"));
    office.ok("report quota --output q.csv --force --lang en");
    assert!(office.read("q.csv").starts_with("quota,"));
    let run = office.ok("report quota --lang en");
    assert!(!run.out.replace("党委", "").contains("达标"), "{run:#?}");
}
