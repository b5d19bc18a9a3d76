//! `show`, `log`, `export`, `completions`: the commands around the campaign's steps.

use serde_json::{Value, json};

use crate::office::{self, Office, TESTING};

#[test]
fn show_prints_need_with_history_and_masks_private_values() {
    let office = Office::published();
    office.ok("claim take 1号 --by 李梅,陈刚 --on 2021-05-01");
    let shown = office.json("show JH-W000001");
    let changes: Vec<&str> =
        shown["history"].as_array().unwrap().iter().map(|past| past["change"].as_str().unwrap()).collect();
    assert_eq!(
        changes,
        [
            "JH-W000001: collected",
            "JH-W000001: collected -> verified",
            "JH-W000001: verified -> published",
            "JH-C000001: active"
        ]
    );
    assert_eq!(shown["history"][2]["operator"], "文员");
    assert_eq!(office.json("show JH-C000001")["code"], "JH-W000001");
    for lang in ["zh", "en"] {
        let run = office.ok(&format!("show 1号 --lang {lang}"));
        assert!(run.out.contains("199****3001") && !run.out.contains("19900003001"), "{run:#?}");
        assert!(!run.out.contains("12号301"), "{run:#?}");
    }
    office.refuses("show 99号", 3).reports(&["99号"]);
}

#[test]
fn log_lists_changes_newest_first_with_verbs_and_codes_only() {
    let office = Office::published();
    office.ok("close 3号 --reason 伍峰自行解决");
    let log = office.json("log");
    let commands: Vec<&str> =
        log["entries"].as_array().unwrap().iter().map(|entry| entry["command"].as_str().unwrap()).collect();
    assert_eq!(
        commands,
        [
            "close 3号",
            "publish",
            "verify --all --pass",
            "collect projects",
            "collect wishes",
            "collect members",
            "collect orgs",
            "init"
        ]
    );
    assert_eq!(log["head"]["entry"], 8);
    assert_eq!(office.json("log --limit 2")["entries"].as_array().unwrap().len(), 2);
    assert!(!office.ok("log").out.contains("伍峰"));
}

#[test]
fn log_omits_command_words_that_are_not_codes() {
    let office = Office::published();
    office.refuses("close 13812345678 --reason 好", 3);
    office.ok("claim take 1号 --by 李梅 --note 13812345678");
    assert!(!office.ok("log").out.contains("13812345678"));
}

#[test]
fn export_is_imported_whole_by_another_office() {
    let office = Office::published();
    for line in [
        "claim take 1号 --by 李梅,陈刚 --on 2021-05-01",
        "claim take 2号 --outsider 街坊老王 --on 2021-05-02",
        "claim take 9号 --by 区税务局 --on 2021-05-03",
        "claim take 4号 --by JH-M000001 --quantity 2 --on 2021-05-04",
        "claim complete 1号 --on 2021-05-09",
    ] {
        office.ok(line);
    }
    for lang in ["zh", "en"] {
        let other = Office::new();
        for (kind, line) in [
            ("orgs", "collect orgs"),
            ("members", "collect members"),
            ("wishes", "collect wishes"),
            ("projects", "collect projects"),
            ("claims", "claim import"),
        ] {
            let revealed = office.ok(&format!("export {kind} --reveal 迁移 --lang {lang}"));
            let list = format!("{kind}.csv");
            other.write(&list, &revealed.bytes);
            if kind == "claims" {
                other.ok("verify --all --pass");
                other.ok("publish");
            }
            let answer = other.json(&format!("{line} {list}"));
            let rows = office.export(kind).len();
            assert_eq!(answer["files"][0]["new"], rows, "{kind} {lang} {answer}");
            let again = other.ok(&format!("export {kind} --lang {lang}"));
            if !["claims", "members"].contains(&kind) {
                assert_eq!(again.out, office.ok(&format!("export {kind} --lang {lang}")).out, "{kind} {lang}");
            }
        }
        let quota = |office: &Office| office.json("report quota")["quotas"].clone();
        assert_eq!(quota(&other), quota(&office), "{lang}");
    }
}

#[test]
fn export_is_masked_unless_revealed_and_reveal_is_logged() {
    let office = Office::published();
    let entries = office.entries();
    let masked = office.ok("export wishes").out;
    assert!(masked.contains("199****3001") && !masked.contains("19900003001") && !masked.contains("301房"), "{masked}");
    assert_eq!(office.entries(), entries);
    let revealed = office.ok("export wishes --reveal 上门走访").out;
    assert!(revealed.contains("19900003001") && revealed.contains("光明路12号301房"));
    assert_eq!(office.entries(), entries + 1);
    assert_eq!(office.json("log --limit 1")["entries"][0]["command"], "export wishes --reveal");
    let entry = office.json("log --limit 1")["entries"][0]["id"].to_string();
    assert_eq!(office.json(&format!("log {entry}"))["reason"], "上门走访");
    assert!(office.ok(&format!("log {entry}")).out.contains("理由：上门走访"));
    assert!(office.json("log 1")["reason"].is_null());
    let members = office.ok("export members --reveal 上门走访").out;
    assert!(!members.contains(&office::id_number("44999919800101001")), "{members}");
    office.refuses("export wishes --reveal \" \"", 2);
    office.write("there.csv", "mine");
    office.refuses("export wishes --reveal 走访 --output there.csv", 3).reports(&["--force"]);
    office.refuses("export wishes --reveal 走访 --output no/such/x.csv", 3);
}

#[test]
fn export_is_readable_by_spreadsheets_in_both_encodings() {
    let office = Office::published();
    assert!(office.ok("export wishes").bytes.starts_with(b"\xEF\xBB\xBF"));
    let run = office.ok("export wishes --encoding gb18030");
    let (text, _, faulty) = encoding_rs::GB18030.decode(&run.bytes);
    assert!(!faulty && text.contains("盼望有一张新书桌"));
    office.ok("export wishes --output w.csv");
    assert!(office.read("w.csv").contains("盼望"));
}

#[test]
fn export_returns_unknown_columns_in_order_and_masks_private_ones() {
    let office = Office::new();
    office.write(
        "w.csv",
        "姓名,社区,微心愿内容,血型,紧急联系人\n甲一,蟠虬社区,一张书桌,A,张三13812345678\n乙二,蟠虬社区,一把轮椅,,\n",
    );
    office.write("v.csv", "姓名,社区,微心愿内容,鞋码\n丙三,蟠虬社区,一双布鞋,38\n");
    office.ok("collect wishes w.csv");
    office.ok("collect wishes v.csv");
    let run = office.ok("export wishes");
    let header = run.out.lines().next().unwrap().to_owned();
    assert!(header.ends_with(",血型,紧急联系人,鞋码"), "{header}");
    assert!(!run.out.contains("13812345678"), "{run:#?}");
    let rows = office.export("wishes");
    assert_eq!((rows[0]["血型"].as_str(), rows[2]["鞋码"].as_str(), rows[1]["鞋码"].as_str()), ("A", "38", ""));
    assert!(office.ok("export wishes --reveal 查").out.contains("13812345678"));
    office.write("back.csv", run.bytes);
    let answer = office.json("collect wishes back.csv");
    assert_eq!(answer["entry"], Value::Null, "{answer}");
}

#[test]
fn formula_like_text_is_exported_inert_and_reimported_unchanged() {
    let office = Office::new();
    let payloads = ["=HYPERLINK(\"\"http://x\"\")", "+1+1", "-2+3", "@SUM(A1)", "=cmd|'/C calc'!A1"];
    let rows: String = payloads.iter().map(|payload| format!("甲一,蟠虬社区,\"{payload}\"\n")).collect();
    office.write("w.csv", format!("姓名,社区,微心愿内容\n{rows}"));
    office.ok("collect wishes w.csv");
    let run = office.ok("export wishes");
    for row in office::cells(run.out.trim_start_matches('\u{FEFF}')) {
        assert!(row.iter().all(|cell| !cell.starts_with(['=', '+', '-', '@', '\t', '\r'])), "{row:?}");
    }
    let other = Office::new();
    other.write("w.csv", &run.bytes);
    other.ok("collect wishes w.csv");
    for (at, payload) in payloads.iter().enumerate() {
        let shown = other.json(&format!("show JH-W00000{}", at + 1));
        assert_eq!(shown["content"], payload.replace("\"\"", "\""));
    }
}

#[test]
fn terminal_output_has_no_control_characters() {
    let office = Office::new();
    office.write("w.csv", "姓名,社区,微心愿内容\n甲一,蟠虬社区,书桌\u{202E}反\u{200F}\n");
    office.run("collect wishes w.csv");
    for run in [office.run("show JH-W000001"), office.run("show \"\u{1b}[31m\u{202E}\""), office.run("\u{1b}[2J")] {
        for text in [&run.out, &run.err] {
            assert!(!text.contains(['\u{1b}', '\u{202E}', '\u{200F}']), "{run:#?}");
        }
    }
}

#[test]
fn completions_are_printed_for_every_shell() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let office = Office::bare();
        let run = office.ok(&format!("completions {shell}"));
        assert!(run.out.contains("shuangwei") && run.out.contains("collect"), "{shell}");
        assert!(office.names().is_empty());
    }
    Office::bare().ends("completions tcsh", 2).reports(&["bash"]);
}

#[test]
fn quiet_prints_faults_only() {
    let office = Office::new();
    office.write("w.csv", "姓名,社区,微心愿内容,数量\n甲一,蟠虬社区,书桌,1\n乙二,蟠虬社区,轮椅,许多\n");
    let run = office.ends("--quiet collect wishes w.csv", 1);
    assert_eq!(run.err.lines().count(), 1, "{run:#?}");
    run.reports(&["D3", "许多"]);
}

#[test]
fn language_comes_from_flag_then_variable_then_locale_then_chinese() {
    let office = Office::bare();
    let language = |env: &[(&str, &str)], line: &str| {
        let mut command = assert_cmd::Command::new(env!("CARGO_BIN_EXE_shuangwei"));
        command.env_clear().current_dir(office.path(".")).envs(env.iter().copied()).args(line.split(' '));
        let text = String::from_utf8(command.output().unwrap().stderr).unwrap();
        if text.contains("没有工作文件") { "zh" } else { "en" }
    };
    assert_eq!(language(&[], "log"), "zh");
    assert_eq!(language(&[("LANG", "C.UTF-8")], "log"), "zh");
    assert_eq!(language(&[("LANG", "en_US.UTF-8")], "log"), "en");
    assert_eq!(language(&[("LANG", "en_US.UTF-8"), ("LC_ALL", "zh_CN.UTF-8")], "log"), "zh");
    assert_eq!(language(&[("SHUANGWEI_LANG", "en")], "log"), "en");
    assert_eq!(language(&[("SHUANGWEI_LANG", "en")], "log --lang zh"), "zh");
}

#[test]
fn office_file_comes_from_flag_then_variable() {
    let office = Office::new();
    std::fs::rename(office.path("shuangwei.db"), office.path("别处.db")).unwrap();
    assert_eq!(office.json("log --db 别处.db")["head"]["entry"], 1);
    let mut command = office.command("log --format json");
    let output = command.env("SHUANGWEI_DB", "别处.db").output().unwrap();
    assert_eq!(serde_json::from_slice::<Value>(&output.stdout).unwrap()["head"]["entry"], json!(1));
}

/// `/dev/full` refuses every write, like a full disk behind `>`.
#[cfg(target_os = "linux")]
#[test]
fn change_with_unwritable_answer_is_not_reported_as_refused() {
    let office = Office::published();
    let entries = office.entries();
    let run = |line: &str| {
        std::process::Command::new(env!("CARGO_BIN_EXE_shuangwei"))
            .current_dir(office.path("."))
            .env(TESTING.0, TESTING.1)
            .args(["--lang", "en", "--operator", "x", "--today", "2021-06-01"])
            .args(line.split(' '))
            .stdout(std::fs::File::options().write(true).open("/dev/full").unwrap())
            .output()
            .unwrap()
    };
    let taken = run("claim take 1号 --outsider 邻居");
    let message = String::from_utf8(taken.stderr).unwrap();
    assert_eq!((taken.status.code(), office.entries()), (Some(1), entries + 1), "{message}");
    assert!(message.contains("the change was made"), "{message}");
    assert_eq!(run("show 1号").status.code(), Some(3));
}
