//! `init`, campaigns and quotas; and that nothing else ever creates an office file.

use serde_json::{Value, json};

use crate::office::{self, Office, TESTING};

#[test]
fn init_makes_an_office_file_private_to_its_owner_with_its_application_id() {
    let office = Office::new();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(office.path("shuangwei.db").metadata().unwrap().permissions().mode() & 0o777, 0o600);
    }
    assert_eq!(&office.file()[68..72], b"SWEI");
    assert_eq!(office.names(), ["shuangwei.db"]);
}

#[test]
fn init_keeps_an_existing_file() {
    let office = Office::new();
    let line = "init --office 荔湾区/金花街道";
    office.refuses(line, 3).reports(&["shuangwei.db", "已经存在"]);
    office.refuses(&format!("{line} --dry-run"), 3);
    office.write("notes.txt", "mine");
    office.ends("init --office 荔湾区 --db notes.txt --lang en", 3).reports(&["exists"]);
    assert_eq!(office.read("notes.txt"), "mine");
}

#[test]
fn refused_init_leaves_no_file() {
    for (line, code) in [
        ("init", 2),
        ("init --office 金花街道", 2),
        ("init --office 荔湾区 --code 3号", 2),
        ("init --office 荔湾区 --campaign 2021", 2),
        ("init --office 荔湾区 --campaign 2021 --from 2021-12-31 --until 2021-01-01", 2),
        ("init --office 荔湾区 --db no/such/folder/x.db", 3),
        ("init --office 荔湾区 --dry-run", 0),
    ] {
        let office = Office::bare();
        office.ends(line, code);
        assert!(office.names().is_empty(), "{line}: {:?}", office.names());
    }
}

#[test]
fn init_prints_json_and_creates_both_default_quotas() {
    let office = Office::bare();
    let line = "init --office 荔湾区/金花街道 --campaign 2021 --from 2021-04-01 --until 2021-12-31";
    assert_eq!(office.json(line)["entry"]["id"], 1);
    let quotas = office.json("quota list");
    let targets: Vec<Value> = quotas["quotas"].as_array().unwrap().iter().map(|quota| quota["for"].clone()).collect();
    assert_eq!(json!(targets), json!(["members", "orgs"]));
    assert_eq!(quotas["quotas"][0]["at_least"], 1);
}

#[test]
fn only_init_creates_an_office_file() {
    let office = Office::bare();
    office.write("list.csv", office::WISHES);
    for line in [
        "campaign list",
        "campaign add 2022 --from 2022-01-01 --until 2022-12-31",
        "campaign use 2021",
        "quota list",
        "quota set --for members --at-least 1",
        "collect wishes list.csv",
        "verify --all --pass",
        "verify JH-W000001 --pass",
        "publish",
        "claim take 3号 --by 张伟",
        "claim start 3号",
        "claim complete 3号",
        "claim confirm 3号",
        "claim release 3号 --reason 病",
        "claim revoke 3号 --reason 病",
        "close 3号 --reason 好",
        "reopen 3号 --reason 好",
        "withdraw 3号 --reason 好",
        "unfulfilled 3号 --reason 好",
        "report quota",
        "report progress",
        "show 3号",
        "export wishes",
        "export wishes --reveal 查 --output out.csv",
        "log",
    ] {
        for lang in ["zh", "en"] {
            let run = office.ends(&format!("{line} --lang {lang}"), 3);
            run.reports(&["shuangwei.db", "init", "--db"]);
            assert!(run.out.is_empty(), "{run:#?}");
        }
        assert_eq!(office.names(), ["list.csv"], "{line}");
    }
}

#[test]
fn campaign_is_added_listed_and_selected() {
    let office = Office::new();
    let added = office.json("campaign add 2022 --from 2022-01-01 --until 2022-12-31");
    assert_eq!(
        added["campaigns"][1],
        json!({"name": "2022", "from": "2022-01-01", "until": "2022-12-31", "in_use": true, "stale_after": null,
            "pool_after": null})
    );
    assert_eq!(office.json("campaign add 2022 --from 2022-01-01 --until 2022-12-31")["entry"], Value::Null);
    office.refuses("campaign add 2022 --from 2022-01-01 --until 2022-06-30", 3);
    office.refuses("campaign add 2023 --from 2023-12-31 --until 2023-01-01", 2);
    assert_eq!(office.json("campaign use 2021")["campaigns"][0]["in_use"], true);
    assert_eq!(office.json("campaign use 2021")["entry"], Value::Null);
    office.refuses("campaign use 2019", 3).reports(&["2019", "2021", "2022"]);
    office.refuses("campaign use 2021 --dry-run", 0);
}

#[test]
fn quota_is_set_once_and_lists_valid_classes() {
    let office = Office::new();
    let set = office.json("quota set --for orgs --class enterprise --at-least 2 --counts completed --joint lead");
    let quota = &set["quotas"][2];
    assert_eq!((&quota["class"], &quota["at_least"]), (&json!("enterprise"), &json!(2)));
    assert_eq!((&quota["counting"], &quota["joint"]), (&json!("completed"), &json!("lead")));
    let again = "quota set --for orgs --class enterprise --at-least 2 --counts completed --joint lead";
    assert_eq!(office.json(again)["entry"], Value::Null);
    let one = office.json("quota set --for orgs --class enterprise --at-least 3");
    let quota = &one["quotas"][2];
    assert_eq!(
        (&quota["at_least"], &quota["counting"], &quota["joint"]),
        (&json!(3), &json!("completed"), &json!("lead"))
    );
    office.refuses("quota set --for members --class 在职", 2).reports(&["在职党员 in_service"]);
    office.refuses("quota set --for members --at-least 0", 2);
    office.refuses("quota set --for members --at-least 5 --dry-run", 0);
}

#[test]
fn report_without_campaign_asks_to_add_one() {
    let office = Office::bare();
    office.ok("init --office 荔湾区");
    office.refuses("report quota", 3).reports(&["campaign add"]);
    office.refuses("quota list", 3).reports(&["campaign add"]);
}

#[test]
fn office_publishes_in_its_own_language_whoever_runs_the_command() {
    let run = |office: &Office, line: &str| {
        let mut command = assert_cmd::Command::new(env!("CARGO_BIN_EXE_shuangwei"));
        command.env_clear().env(TESTING.0, TESTING.1).env("SHUANGWEI_LANG", "en").current_dir(office.path(""));
        let output = command.args(["--operator", "x", "--today", "2021-06-01"]).args(line.split(' ')).output().unwrap();
        assert!(output.status.success(), "{line}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stderr).unwrap() + &String::from_utf8(output.stdout).unwrap()
    };
    let pack = |office: &Office| office.read("publish/wechat.txt") + &office.read("publish/list.csv");
    // Made and used by somebody whose own language is English: Chinese all the same, but for what it says to them.
    let office = Office::bare();
    run(&office, "init --office 荔湾区/金花街道 --code JH --campaign 2021 --from 2021-04-01 --until 2021-12-31");
    office.write("members.csv", crate::office::members());
    office.write("orgs.csv", crate::office::ORGS);
    office.write("wishes.csv", crate::office::WISHES);
    for line in ["collect orgs orgs.csv --under 荔湾区", "collect members members.csv", "collect wishes wishes.csv"]
    {
        run(&office, line);
    }
    run(&office, "verify --all --pass");
    assert!(run(&office, "publish").contains("published"));
    assert!(pack(&office).contains("待认领") && !pack(&office).contains("open"), "{}", pack(&office));
    // Who publishes the same again in another language makes no other pack.
    office.ok("publish").reports(&["publish"]);
    run(&office, "claim take 1号 --by 李梅");
    run(&office, "claim letter --all --output a.html");
    run(&office, "claim card 李梅 --output b.html");
    for (name, word) in [("a.html", "意向书"), ("b.html", "服务记录")] {
        assert!(office.read(name).contains(word), "{name}");
    }
    assert_eq!(office.json("init --office 荔湾区 --db b.db --lang en")["lang"], "en");
    let english = Office::bare();
    english.ok("init --office 荔湾区/金花街道 --code JH --lang en");
    english.write("wishes.csv", crate::office::WISHES);
    english.ok("collect wishes wishes.csv");
    english.ok("verify --all --pass");
    english.ok("publish").reports(&["新发布"]);
    assert!(english.read("publish/wechat.txt").contains("To claim one"), "{}", english.read("publish/wechat.txt"));
}

#[test]
fn office_of_too_many_levels_is_refused_for_that() {
    for path in ["荔湾区/金花街道/蟠虬社区/a/b", "荔湾区/金花街道/蟠虬社区/东驿站/二", "荔湾区/金花街道/龙津街道"]
    {
        let office = Office::bare();
        let message = office.ends(&format!("init --office {path}"), 2).err;
        assert!(message.contains("层级不对") && !message.contains("从区写起"), "{message}");
    }
    let office = Office::bare();
    office.ends("init --office 金花街道", 2).reports(&["从区写起"]);
}
