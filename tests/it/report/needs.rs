//! Progress, supply, ageing and overdue equal a naive count of a random campaign, computed without the program.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde_json::{Value, json};

use crate::office::{DAY, Office, table};

/// A generator that is the same everywhere.
struct Dice(u64);

impl Dice {
    fn below(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }

    fn one<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[usize::try_from(self.below(of.len() as u64)).unwrap()]
    }

    fn day(&mut self, first: Date, days: u64) -> Date {
        first.checked_add(jiff::Span::new().days(i64::try_from(self.below(days)).unwrap())).unwrap()
    }
}

const PLACES: [&str; 3] = ["蟠虬社区", "锦龙社区", "龙源社区"];
const TODAY: &str = "2021-09-30";

struct Claim {
    member: usize,
    quantity: i64,
    on: Date,
    state: &'static str,
    done: Option<Date>,
    deadline: Option<Date>,
}

struct Wish {
    place: &'static str,
    quantity: i64,
    collected: Date,
    deadline: Option<Date>,
    verified: Option<Date>,
    /// On the wall.
    published: Option<Date>,
    withdrawn: bool,
    claims: Vec<Claim>,
}

struct Member {
    place: &'static str,
}

struct Campaign {
    office: Office,
    wishes: Vec<Wish>,
    members: Vec<Member>,
}

fn date(text: &str) -> Date {
    text.parse().unwrap()
}

fn days(from: Date, until: Date) -> i64 {
    i64::from(from.until(until).unwrap().get_days())
}

fn wish(dice: &mut Dice, wall: Date) -> Wish {
    let collected = dice.day(date("2021-04-01"), 60);
    let verified = (dice.below(5) > 0).then(|| dice.day(collected, 20));
    // Needs verified by the day of publishing are published.
    let published = verified.filter(|verified| *verified <= wall && dice.below(6) > 0).map(|_| wall);
    let quantity = 1 + i64::try_from(dice.below(3)).unwrap();
    let mut left = quantity;
    let mut claims = Vec::new();
    let first = usize::try_from(dice.below(12)).unwrap();
    while published.is_some() && left > 0 && dice.below(4) > 0 {
        let taken = 1 + i64::try_from(dice.below(u64::try_from(left).unwrap())).unwrap();
        let on = dice.day(wall, 60);
        let state = dice.one(&["已认领", "办理中", "已完成", "退领"]);
        let done = (state == "已完成").then(|| dice.day(on, 20));
        let deadline = (dice.below(2) == 0).then(|| dice.day(on, 90));
        if state != "退领" {
            left -= taken;
        }
        // No member takes part in two claims of one wish.
        let member = (first + claims.len()) % 12;
        claims.push(Claim { member, quantity: taken, on, state, done, deadline });
    }
    let withdrawn = dice.below(9) == 0;
    let deadline = (dice.below(2) == 0).then(|| dice.day(wall, 120));
    Wish { place: dice.one(&PLACES), quantity, collected, deadline, verified, published, withdrawn, claims }
}

fn campaign(seed: u64) -> Campaign {
    let mut dice = Dice(seed);
    let mut office = Office::bare();
    office.day = TODAY;
    office.ok("init --office 荔湾区/金花街道 --code JH --campaign 2021 --from 2021-04-01 --until 2021-12-31");
    let members: Vec<Member> = (0..12).map(|_| Member { place: dice.one(&PLACES) }).collect();
    let mut list = "党员编号,姓名,党员类别,报到社区,报到日期\n".to_owned();
    for (at, member) in members.iter().enumerate() {
        list.push_str(&format!("M{at},党员{at}号,在职党员,{},2020-01-01\n", member.place));
    }
    office.write("members.csv", list);
    let wall = date("2021-06-15");
    let wishes: Vec<Wish> = (0..40).map(|_| wish(&mut dice, wall)).collect();
    let mut list = "心愿编号,许愿人,属地,微心愿内容,数量,征集时间,完成时限,同意公开\n".to_owned();
    let mut decisions = "编号,结果,核实日期\n".to_owned();
    let mut claims = "编号,认领人,数量,认领时间,完成情况,完成时间,完成时限\n".to_owned();
    let mut publish = "publish --today 2021-06-15".to_owned();
    let day = |day: &Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
    for (at, wish) in wishes.iter().enumerate() {
        let Wish { place, quantity, collected, .. } = wish;
        list.push_str(&format!(
            "W{at},居民{at},{place},心愿第{at}项,{quantity},{collected},{},是\n",
            day(&wish.deadline)
        ));
        if let Some(verified) = wish.verified {
            decisions.push_str(&format!("W{at},通过,{verified}\n"));
        }
        if wish.published.is_some() {
            publish.push_str(&format!(" W{at}"));
        }
        for claim in &wish.claims {
            let Claim { member, quantity, on, state, done, deadline } = claim;
            claims.push_str(&format!("W{at},M{member},{quantity},{on},{state},{},{}\n", day(done), day(deadline)));
        }
    }
    for (name, list) in [("wishes.csv", list), ("decisions.csv", decisions), ("claims.csv", claims)] {
        office.write(name, list);
    }
    for line in [
        "collect members members.csv",
        "collect wishes wishes.csv",
        "verify --decisions decisions.csv",
        &publish,
        "claim import claims.csv",
    ] {
        office.ok(line);
    }
    for (at, _) in wishes.iter().enumerate().filter(|(_, wish)| wish.withdrawn) {
        office.ok(&format!("withdraw W{at} --reason 搬家"));
    }
    Campaign { office, wishes, members }
}

impl Wish {
    /// Claims that hold today.
    fn holding(&self) -> impl Iterator<Item = &Claim> {
        self.claims.iter().filter(|claim| claim.state != "退领" && !(self.withdrawn && claim.state != "已完成"))
    }

    fn taken(&self) -> i64 {
        self.holding().map(|claim| claim.quantity).sum()
    }

    fn done(&self) -> i64 {
        self.holding().filter(|claim| claim.state == "已完成").map(|claim| claim.quantity).sum()
    }

    fn stage(&self) -> &'static str {
        if self.withdrawn {
            return "out";
        }
        match (self.verified, self.published) {
            (None, _) => "collected",
            (Some(_), None) => "verified",
            _ if self.taken() == 0 => "open",
            _ if self.taken() < self.quantity => "partly_claimed",
            _ if self.done() >= self.quantity => "fulfilled",
            _ if self.holding().any(|claim| claim.state != "已认领") => "in_progress",
            _ => "claimed",
        }
    }

    /// What it waits for, and since when.
    fn waits(&self) -> Option<(&'static str, Date)> {
        let first = || self.holding().map(|claim| claim.on).min().unwrap();
        Some(match self.stage() {
            "collected" => ("to_verify", self.collected),
            "verified" => ("to_publish", self.verified.unwrap()),
            "open" | "partly_claimed" => ("to_claim", self.published.unwrap()),
            "claimed" | "in_progress" => ("to_do", first()),
            "fulfilled" => ("to_confirm", self.holding().filter_map(|claim| claim.done).max().unwrap()),
            _ => return None,
        })
    }

    fn due(&self) -> Option<Date> {
        let running = self.holding().filter(|claim| claim.state != "已完成");
        running.filter_map(|claim| claim.deadline).min().or(self.deadline)
    }
}

fn place(name: &str) -> String {
    format!("荔湾区/金花街道/{name}")
}

#[test]
fn progress_equals_a_naive_count() {
    for seed in 1..=3 {
        let campaign = campaign(seed);
        let progress = campaign.office.json("report progress --by community --kind wish");
        for group in progress["groups"].as_array().unwrap() {
            let of: Vec<&Wish> =
                campaign.wishes.iter().filter(|wish| group["place"] == place(wish.place).as_str()).collect();
            assert_eq!(group["total"], of.len(), "seed {seed}");
            for stage in
                ["collected", "verified", "open", "partly_claimed", "claimed", "in_progress", "fulfilled", "out"]
            {
                let expected = of.iter().filter(|wish| wish.stage() == stage).count();
                assert_eq!(group[stage], expected, "seed {seed} {stage} {group}");
            }
        }
        let funnel = &progress["total"]["wish"]["funnel"];
        // What was withdrawn since has been on the wall, and keeps what was done of it.
        let on_wall = |wish: &&Wish| wish.published.is_some();
        let claimed = campaign.wishes.iter().filter(on_wall).filter(|wish| wish.taken() > 0).count();
        let done = campaign.wishes.iter().filter(on_wall).filter(|wish| wish.done() >= wish.quantity).count();
        assert_eq!((&funnel[3]["reached"], &funnel[4]["reached"]), (&json!(claimed), &json!(done)), "seed {seed}");
        let mut waits: Vec<i64> = campaign
            .wishes
            .iter()
            .filter(on_wall)
            .filter(|wish| wish.taken() > 0)
            .map(|wish| days(wish.published.unwrap(), wish.holding().map(|claim| claim.on).min().unwrap()))
            .collect();
        waits.sort_unstable();
        let middle = waits.len() / 2;
        let median =
            if waits.len() % 2 == 1 { waits[middle] as f64 } else { (waits[middle - 1] + waits[middle]) as f64 / 2.0 };
        assert_eq!(funnel[3]["median_days"], median, "seed {seed}");
    }
}

#[test]
fn progress_on_an_earlier_day_excludes_later_events() {
    let campaign = campaign(4);
    for day in ["2021-03-31", "2021-05-01", "2021-06-14", "2021-06-15", "2021-07-10"] {
        let on = date(day);
        let progress = campaign.office.json(&format!("report progress --kind wish --by district --as-of {day}"));
        let had = |day: Option<Date>| day.is_some_and(|day| day <= on);
        let here: Vec<&Wish> = campaign.wishes.iter().filter(|wish| wish.collected <= on).collect();
        let total = progress["total"]["wish"]["total"].as_i64().unwrap_or(0);
        assert_eq!(total, here.len() as i64, "{day}");
        // What is withdrawn was so on the day of the test.
        let standing: Vec<&&Wish> = here.iter().filter(|wish| !wish.withdrawn || day < DAY).collect();
        let verified = standing.iter().filter(|wish| had(wish.verified) && !had(wish.published)).count();
        assert_eq!(progress["total"]["wish"]["verified"].as_i64().unwrap_or(0), verified as i64, "{day}");
        let collected = standing.iter().filter(|wish| !had(wish.verified)).count();
        assert_eq!(progress["total"]["wish"]["collected"].as_i64().unwrap_or(0), collected as i64, "{day}");
    }
}

#[test]
fn ageing_equals_a_naive_count_and_lists_the_oldest_first() {
    for seed in 5..=7 {
        let campaign = campaign(seed);
        let ageing = campaign.office.json("report ageing --by community --most 5");
        let mut expected: BTreeMap<(String, &str), Vec<i64>> = BTreeMap::new();
        for wish in &campaign.wishes {
            if let Some((waiting, since)) = wish.waits() {
                expected.entry((place(wish.place), waiting)).or_default().push(days(since, date(TODAY)));
            }
        }
        let groups = ageing["groups"].as_array().unwrap();
        assert_eq!(groups.len(), expected.len(), "seed {seed}");
        for group in groups {
            let key = (group["place"].as_str().unwrap().to_owned(), group["waiting"].as_str().unwrap());
            let ages = &expected[&key];
            let band = |low: i64, high: i64| ages.iter().filter(|days| (low..=high).contains(*days)).count();
            let bands = [band(0, 7), band(8, 14), band(15, 30), band(31, 60), band(61, 90), band(91, 9999)];
            assert_eq!(group["bands"], json!(bands), "seed {seed} {key:?}");
            assert_eq!(group["longest_days"], json!(ages.iter().max().unwrap()), "seed {seed} {key:?}");
        }
        let mut longest: Vec<i64> = expected.into_values().flatten().collect();
        longest.sort_unstable_by(|one, other| other.cmp(one));
        let worst: Vec<i64> =
            ageing["worst"].as_array().unwrap().iter().map(|one| one["days"].as_i64().unwrap()).collect();
        assert_eq!(worst, longest[..5], "seed {seed}");
    }
}

#[test]
fn overdue_equals_a_naive_count() {
    for seed in 8..=10 {
        let campaign = campaign(seed);
        let overdue = campaign.office.json("report overdue --by community --most 1000");
        let late: Vec<(&Wish, i64)> = campaign
            .wishes
            .iter()
            .filter(|wish| wish.waits().is_some_and(|(waiting, _)| waiting != "to_confirm"))
            .filter_map(|wish| Some((wish, days(wish.due()?, date(TODAY)))))
            .filter(|(_, days)| *days > 0)
            .collect();
        assert!(!late.is_empty(), "seed {seed}: nothing is late");
        assert_eq!(overdue["total"]["overdue"], late.len(), "seed {seed}");
        assert_eq!(overdue["worst"].as_array().unwrap().len(), late.len(), "seed {seed}");
        assert_eq!(overdue["worst"][0]["days"], json!(late.iter().map(|(_, days)| days).max().unwrap()), "seed {seed}");
        for group in overdue["groups"].as_array().unwrap() {
            let of = late.iter().filter(|(wish, _)| group["place"] == place(wish.place).as_str());
            let undone = of.clone().filter(|(wish, _)| wish.waits().unwrap().0 == "to_do").count();
            assert_eq!((&group["overdue"], &group["undone"]), (&json!(of.count()), &json!(undone)), "seed {seed}");
        }
    }
}

#[test]
fn supply_equals_a_naive_count() {
    for seed in 11..=13 {
        let campaign = campaign(seed);
        let supply = campaign.office.json("report supply --by community --pace-days 60");
        let members = &supply["quotas"][0];
        let mut firsts: Vec<Option<Date>> = vec![None; campaign.members.len()];
        for claim in campaign.wishes.iter().flat_map(Wish::holding) {
            let first = &mut firsts[claim.member];
            *first = Some(first.map_or(claim.on, |known| known.min(claim.on)));
        }
        let lately = date("2021-08-01");
        for group in members["groups"].as_array().unwrap() {
            let here = |name: &str| group["place"] == place(name).as_str();
            let of = campaign.members.iter().zip(&firsts).filter(|(member, _)| here(member.place));
            let unmet = of.clone().filter(|(_, first)| first.is_none()).count();
            let met_lately = of.filter(|(_, first)| first.is_some_and(|day| day > lately)).count();
            let wishes = campaign.wishes.iter().filter(|wish| here(wish.place));
            let open: i64 = wishes
                .filter(|wish| ["open", "partly_claimed"].contains(&wish.stage()))
                .map(|wish| wish.quantity - wish.taken())
                .sum();
            assert_eq!((&group["unmet"], &group["open"]), (&json!(unmet), &json!(open)), "seed {seed} {group}");
            assert_eq!(group["met_lately"], met_lately, "seed {seed} {group}");
            assert_eq!(group["missing"], (unmet as i64 - open).max(0), "seed {seed} {group}");
        }
        let figures = campaign.office.json("report quota --for members");
        assert_eq!(members["total"]["unmet"], figures["total"]["unmet"], "both reports say the same");
    }
}

#[test]
fn every_form_of_need_reports_has_the_same_figures() {
    let campaign = campaign(14);
    for (report, column, key) in
        [("progress --kind wish", "合计", "total"), ("ageing", "件数", "count"), ("overdue", "逾期", "overdue")]
    {
        let json = campaign.office.json(&format!("report {report} --by community"));
        let csv = campaign.office.ok(&format!("report {report} --by community --format csv")).out;
        // Behind the heading of the first table.
        let rows = table(csv.trim_start_matches('\u{FEFF}').split_once('\n').unwrap().1);
        let groups = json["groups"].as_array().unwrap();
        for (group, row) in groups.iter().zip(&rows) {
            assert_eq!(group[key].to_string(), row[column], "{report} {row:?}");
        }
        let text = campaign.office.ok(&format!("report {report} --by community")).out;
        let names: Vec<&str> = groups.iter().filter_map(|group| group["place"].as_str()).collect();
        // The title names the office.
        let shown = |name: &&str| name.rsplit('/').next().is_some_and(|end| text.contains(&format!("\n{end}")));
        assert!(names.iter().all(shown) && !text.contains("街道/"), "{text}");
        assert!(json["footer"].as_array().unwrap().iter().all(Value::is_string));
    }
}

#[test]
fn funnel_counts_claims_from_claims_alone_and_names_what_was_closed_otherwise() {
    let office = Office::published();
    // Confirmed; settled by itself, never claimed; done and closed without a confirmation; half of it confirmed.
    office.ok("claim take 1号 --by 李梅 --on 2021-05-01");
    office.ok("claim confirm 1号 --on 2021-05-10");
    office.ok("close 2号 --reason 自行解决");
    office.ok("claim take 3号 --by 陈刚 --on 2021-05-01");
    office.ok("claim complete 3号 --on 2021-05-10");
    office.ok("close 3号 --reason 联系不上本人");
    office.ok("claim take 4号 --by 何静 --quantity 2 --on 2021-05-01");
    office.ok("claim confirm 4号");
    office.ok("close 4号 --reason 其余自行解决");
    office.ok("claim take 5号 --by 周明 --on 2021-05-01");
    let report = office.json("report progress");
    let wishes = &report["total"]["wish"];
    let reached: Vec<i64> =
        wishes["funnel"].as_array().unwrap().iter().map(|step| step["reached"].as_i64().unwrap()).collect();
    assert_eq!(reached, [8, 8, 8, 4, 2, 1]);
    assert_eq!([&wishes["closed"], &wishes["closed_otherwise"]], [&json!(4), &json!(3)]);
    let footer = report["footer"].to_string();
    assert!(footer.contains("有 3 件是没有全部经认领确认就销号的"), "{footer}");
    let groups = report["groups"].as_array().unwrap();
    let sum: i64 = groups.iter().map(|group| group["closed_otherwise"].as_i64().unwrap()).sum();
    assert_eq!(sum, 3);
    let none = Office::published().json("report progress")["footer"].to_string();
    assert!(!none.contains("经认领确认就销号"), "{none}");
}

#[test]
fn funnel_keeps_what_a_need_had_reached_before_it_was_reopened_or_left() {
    let office = Office::published();
    office.ok("claim take 1号 --by 李梅 --on 2021-05-01");
    office.ok("claim confirm 1号 --on 2021-05-10");
    office.ok("reopen 1号 --reason 又坏了 --on 2021-05-20");
    office.ok("claim take 4号 --by 何静 --quantity 2 --on 2021-05-01");
    office.ok("claim confirm 4号 --on 2021-05-10");
    office.ok("unfulfilled 4号 --reason 其余办不了 --on 2021-05-20");
    let reached = |day: &str| -> Vec<i64> {
        let report = office.json(&format!("report progress --kind wish --as-of {day}"));
        let steps = report["total"]["wish"]["funnel"].as_array().unwrap().clone();
        steps.iter().map(|step| step["reached"].as_i64().unwrap()).collect()
    };
    assert_eq!(reached("2021-05-15"), [8, 8, 8, 2, 1, 1]);
    assert_eq!(reached("2021-05-20"), [8, 8, 8, 2, 1, 1]);
    let report = office.json("report progress");
    let total = &report["total"]["wish"];
    assert_eq!([&total["closed"], &total["reopened"], &total["closed_otherwise"]], [&json!(0), &json!(1), &json!(0)]);
    assert!(report["footer"].to_string().contains("有 1 件后来重新开放"), "{report}");
}
