//! What is chased and offered: stale and overdue claims, reminders, the pool, milestones of projects, programmes.

use serde_json::{Value, json};

use crate::office::Office;

/// One column of every item of a list in an answer.
fn column<'a>(list: &'a Value, key: &str) -> Vec<&'a Value> {
    list.as_array().unwrap().iter().map(|one| &one[key]).collect()
}

#[test]
fn stale_claims_are_listed_once_the_campaign_says_when_they_are() {
    let office = Office::published();
    office.ok("claim take 1号 --by 李梅 --on 2021-12-16");
    office.ok("claim take 2号 --by 陈刚 --on 2021-12-01");
    office.ok("claim take 3号 --by 何静 --on 2021-05-01");
    office.ok("claim start 3号 --on 2021-05-02");
    let report = office.json("report overdue");
    assert_eq!([&report["stale"], &report["stale_after"]], [&json!([]), &Value::Null]);
    office.ok("campaign set --stale-after 14");
    let report = office.json("report overdue");
    assert_eq!(column(&report["stale"], "number"), [2, 1]);
    assert_eq!(column(&report["stale"], "days"), [30, 15]);
    assert_eq!(report["stale"][0]["org"], "区图书馆党支部");
    office.ok("report overdue").answers(&["搁置的认领", "陈刚"]);
    // As it was on a day: 1号 had only just been claimed.
    assert_eq!(column(&office.json("report overdue --as-of 2021-12-20")["stale"], "number"), [2]);
    assert_eq!(column(&office.json("report overdue --place 锦龙社区")["stale"], "number"), [2]);
}

#[test]
fn limit_of_a_claim_is_that_of_its_own_campaign_everywhere() {
    let office = Office::published();
    office.ok("claim take 1号 --by 李梅 --on 2021-12-01");
    office.ok("claim take 2号 --by 陈刚 --on 2021-11-01");
    office.ok("campaign add 2021下 --from 2021-07-01 --until 2021-12-31");
    office.ok("campaign use 2021下");
    office.ok("campaign set --stale-after 20d --pool-after 400d");
    // The needs are of the other campaign, which has no limit.
    let counts = || {
        let stale = office.json("report overdue")["stale"].as_array().unwrap().len();
        let listed = office.json("status")["stale_claims"].as_u64().unwrap();
        let expiring = office.json("claim expire --dry-run")["claims"].as_array().unwrap().len();
        let reminded = office.json("claim remind --stale")["messages"].as_array().unwrap().len();
        assert_eq!([stale, usize::try_from(listed).unwrap(), expiring], [reminded; 3]);
        stale
    };
    assert_eq!(counts(), 0);
    assert_eq!(office.json("report supply --pool")["pool"], json!([]));
    office.ok("campaign set 2021 --stale-after 40d --pool-after 30d");
    assert_eq!(counts(), 1);
    assert_ne!(office.json("report supply --pool")["pool"], json!([]));
    office.ok("report overdue").answers(&["20、40 天"]);
    office.ok("claim expire");
    office.ok("show 2号").answers(&["超过 40 天"]);
    assert_eq!(office.json("list wishes --state 已认领")["total"], 1, "1号 is within the limit");
}

#[test]
fn supply_of_a_campaign_that_is_over_has_the_needs_of_its_last_day() {
    let office = Office::published();
    office.ok("campaign add 2020 --from 2020-01-01 --until 2021-06-30");
    office.ok("claim take 1号 --by 李梅 --on 2021-07-10");
    let total = |line: &str| office.json(line)["quotas"][0]["total"].clone();
    let over = office.json("report supply --campaign 2020");
    assert_eq!(over["as_of"], "2021-06-30");
    assert_eq!(total("report supply --campaign 2020"), total("report supply --campaign 2020 --as-of 2021-06-30"));
    let open = |line: &str| total(line)["open"].as_i64().unwrap();
    assert_eq!(open("report supply --campaign 2020"), open("report supply --campaign 2021") + 1);
}

#[test]
fn overdue_claims_are_split_by_organisation() {
    let office = Office::published();
    office.ok("claim take 1号 --by 李梅 --on 2021-05-01 --deadline 2021-06-01");
    office.ok("claim take 2号 --by 陈刚,何静 --on 2021-05-01 --deadline 2021-07-01");
    office.ok("claim take 3号 --outsider 街坊老王 --on 2021-05-01 --deadline 2021-07-01");
    office.ok("claim take 4号 --by 李梅 --on 2021-05-01");
    office.refuses("report overdue --split-by org --to 没有", 3).reports(&["没有"]);
    std::fs::create_dir(office.path("催办")).unwrap();
    office.ok("report overdue --split-by org --to 催办");
    let mut files: Vec<String> = std::fs::read_dir(office.path("催办"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    files.sort();
    assert_eq!(files.len(), 3, "{files:?}");
    assert!(files.iter().any(|name| name.contains("区税务局党委")), "{files:?}");
    office.refuses("report overdue --split-by org --to 催办", 3).reports(&["--force"]);
}

#[test]
fn reminder_is_written_for_each_claimant_or_unit() {
    let office = Office::published();
    office.ok("claim take 1号 --by 李梅 --on 2021-05-01 --deadline 2021-12-21");
    office.ok("claim take 2号 --by 陈刚 --on 2021-12-30 --deadline 2022-01-05");
    office.ok("claim take 5号 --by 李梅 --on 2021-05-03");
    office.ok("claim start 5号");
    office.ok("claim take XM01 --by 区税务局 --on 2021-05-03");
    let run = office.ok("claim remind");
    let blocks: Vec<&str> = run.out.trim().split("\n\n").collect();
    assert_eq!(blocks.len(), 3, "{}", run.out);
    assert!(blocks[0].starts_with("李梅，您好！"), "{}", run.out);
    for words in ["1. 1号 盼望有一张新书桌", "应于 2021-12-21 前完成", "已逾期 10 天", "2. 5号", "办理中", "金花街道"]
    {
        assert!(blocks[0].contains(words), "{words}: {}", run.out);
    }
    assert_eq!(office.ok("--lang en claim remind").out, run.out, "a message is in the office's language");
    let units = office.json("claim remind --by-unit");
    assert_eq!(column(&units["messages"], "to"), ["区税务局党委", "区图书馆党支部"]);
    let text = units["messages"][0]["text"].as_str().unwrap();
    assert!(text.contains("贵单位") && text.contains("（李梅）") && text.contains("3. "), "{text}");
    assert!(text.contains("今天到期") && !text.contains("还有 0 天"), "{text}");
    assert_eq!(column(&office.json("claim remind --overdue")["messages"], "to"), ["李梅"]);
    assert_eq!(
        column(&office.json("claim remind --due-within 7d")["messages"], "to"),
        ["李梅", "陈刚", "区税务局党委"]
    );
    assert_eq!(column(&office.json("claim remind 2号")["messages"], "to"), ["陈刚"]);
    assert_eq!(column(&office.json("claim remind --by 陈刚")["messages"], "to"), ["陈刚"]);
    office.refuses("claim remind --stale", 2).reports(&["campaign set"]);
    office.ok("campaign set --stale-after 14");
    assert_eq!(column(&office.json("claim remind --stale")["messages"], "to"), ["李梅", "区税务局党委"]);
    // Nobody's phone goes into a chat, nor where they live.
    assert!(!run.out.contains("1990000") && !run.out.contains("光明路"), "{}", run.out);
    let before = office.file();
    office.ok("claim remind --output 提醒.xlsx");
    assert!(office.file() == before);
    let office = Office::published();
    office.ok("claim remind").reports(&["没有需要提醒"]);
}

#[test]
fn wishes_that_nobody_claims_go_to_the_pool() {
    let office = Office::published();
    office.ok("claim take 1号 --by 李梅 --on 2021-05-01");
    office.ok("claim take 4号 --by 陈刚 --on 2021-05-01 --quantity 2");
    office.refuses("report supply --pool", 2).reports(&["--pool-after", "campaign set"]);
    let report = office.json("report supply --pool --pool-after 260");
    assert_eq!(column(&report["pool"], "number"), [2, 3, 4, 5, 6, 7, 8]);
    assert_eq!([&report["pool"][2]["left"], &report["pool"][2]["days"]], [&json!(3), &json!(260)]);
    assert_eq!(office.json("report supply --pool --pool-after 261")["pool"], json!([]));
    office.ok("campaign set --pool-after 30d");
    let run = office.ok("report supply --pool");
    run.answers(&["领办大厅", "想要一辆轮椅"]);
    assert!(!run.out.contains("1990000") && !run.out.contains("XM01"), "{}", run.out);
    assert_eq!(office.json("report supply --pool --as-of 2021-05-14")["pool"], json!([]));
    assert_eq!(column(&office.json("report supply --pool --place 锦龙社区")["pool"], "number"), [2, 6]);
    office.refuses("report supply --pool-after 30", 2);
}

#[test]
fn progress_shows_projects_by_their_milestones() {
    let office = Office::published();
    let milestones = |line: &str| office.json(line)["milestones"].clone();
    assert_eq!(milestones("report progress"), json!([]));
    office.ok("claim take XM01 --by 区税务局 --on 2021-05-01");
    office.ok("claim take XM02 --by 区图书馆 --on 2021-05-01");
    office.ok("claim milestone XM01 letter --on 2021-05-02");
    office.ok("claim milestone XM01 approved --on 2021-06-02");
    let whole = milestones("report progress --by kind");
    let all = json!({"place": "project", "claimed": 2, "none": 1, "letter": 0, "approved": 1, "plan": 0, "started": 0,
        "completed": 0, "accepted": 0});
    assert_eq!(
        [&whole[0]["claimed"], &whole[0]["none"], &whole[0]["approved"]],
        [&all["claimed"], &all["none"], &all["approved"]]
    );
    assert_eq!(milestones("report progress --by kind --as-of 2021-05-20")[0]["letter"], 1);
    assert_eq!(milestones("report progress --kind wish"), json!([]));
    office.ok("report progress").answers(&["微项目节点", "尚无意向书"]);
    // A project that is begun without papers counts as begun.
    office.ok("claim start XM02");
    assert_eq!(milestones("report progress --by kind")[0]["started"], 1);
}

#[test]
fn programme_counts_its_campaigns_together_and_people_once() {
    let office = Office::published();
    let list = |name: &str, title: &str| {
        format!(
            "姓名,社区,微心愿内容,同意公开,所属品牌\n{name},蟠虬社区,{title}一,是,圆梦光塔\n{name}弟,蟠虬社区,{title}二,是,圆梦光塔\n"
        )
    };
    office.write("one.csv", list("甲一", "书包"));
    office.write("projects.csv", "项目名称,项目内容,需求社区,所属品牌\n圆梦课堂,周末课堂,蟠虬社区,圆梦光塔\n");
    office.ok("collect wishes one.csv");
    office.ok("collect projects projects.csv");
    office.ok("campaign add 2022 --from 2022-01-01 --until 2022-12-31");
    office.write("two.csv", list("乙二", "轮椅"));
    office.ok("collect wishes two.csv");
    office.ok("verify --all --pass");
    office.ok("publish");
    for (wish, who) in [("书包一", "李梅"), ("书包二", "陈刚"), ("轮椅一", "李梅")] {
        office.ok(&format!("claim take {wish} --by {who}"));
    }
    office.ok("claim take 圆梦课堂 --by 区税务局");
    office.ok("claim confirm 书包一 --satisfaction 5");
    office.ok("claim complete 轮椅一");
    let report = office.json("report programme");
    let whole = &report["programmes"][0];
    assert_eq!(whole["programme"], "圆梦光塔");
    assert_eq!(
        ["projects", "wishes", "claimed", "fulfilled_projects", "fulfilled_wishes", "members", "orgs", "outsiders"]
            .map(|key| whole[key].as_i64().unwrap()),
        [1, 4, 4, 0, 2, 2, 1, 0]
    );
    let parts = &report["campaigns"];
    assert_eq!(column(parts, "campaign"), ["2021", "2022"]);
    assert_eq!(column(parts, "wishes"), [2, 2]);
    assert_eq!(column(parts, "members"), [2, 1]);
    assert_eq!(column(parts, "fulfilled_wishes"), [1, 1]);
    assert_eq!(office.json("report programme --campaign 2022")["programmes"][0]["wishes"], 2);
    office.ok("report programme").answers(&["圆梦光塔", "2021、2022"]);
}
