//! `verify`: by hand and from returned lists.

use serde_json::{Value, json};

use crate::office::{self, Office};

/// Wishes and projects collected, none decided.
fn collected() -> Office {
    let office = Office::new();
    office.write("wishes.csv", office::WISHES);
    office.ok("collect wishes wishes.csv");
    office
}

#[test]
fn each_outcome_sets_its_state_and_is_counted() {
    let office = collected();
    for (line, key, code, state) in [
        ("verify JH-W000001 --pass --by 阮芳 --how 电话 --on 2021-04-02", "verified", "JH-W000001", "verified"),
        ("verify JH-W000002 --reject 不属于微心愿", "rejected", "JH-W000002", "rejected"),
        ("verify JH-W000003 --needs-info 缺尺寸", "needs_info", "JH-W000003", "needs_info"),
        ("verify JH-W000004 --duplicate-of JH-W000001", "duplicate", "JH-W000004", "duplicate"),
    ] {
        let answer = office.json(line);
        for other in ["verified", "rejected", "needs_info", "duplicate"] {
            assert_eq!(answer[other], i32::from(other == key), "{line} {other}");
        }
        assert_eq!((&answer["checked"], &answer["held"]), (&json!(1), &json!(0)), "{line}");
        assert_eq!(answer["decisions"][0]["code"], code, "{line}");
        assert_eq!(office.state(code), state, "{line}");
        let again = office.json(line);
        assert_eq!((&again["entry"], &again["decisions"]), (&Value::Null, &json!([])), "{line} again");
    }
    let shown = office.json("show JH-W000001");
    assert_eq!((&shown["verified_by"], &shown["verified_how"]), (&json!("阮芳"), &json!("电话")));
    assert_eq!(shown["verified_on"], "2021-04-02");
    assert_eq!(office.json("show JH-W000004")["duplicate_of"], "JH-W000001");
    assert_eq!(office.json("show JH-W000002")["reason_out"], "不属于微心愿");
}

#[test]
fn need_is_found_by_code_public_code_or_number() {
    let office = Office::published();
    let public = office.json("show 3号")["public_code"].as_str().unwrap().to_owned();
    for code in ["JH-W000003", "3号", "#3", "３号", &public] {
        assert_eq!(office.json(&format!("show {code}"))["code"], "JH-W000003", "{code}");
        office.refuses(&format!("verify {code} --pass"), 0);
    }
}

#[test]
fn verify_all_passes_waiting_needs_and_again_reports_none() {
    let office = collected();
    office.ok("verify JH-W000001 --needs-info 缺尺寸");
    assert_eq!(office.json("verify --all --pass")["verified"], 7);
    office.refuses("verify --all --pass", 0).reports(&["没有待核实"]);
    assert_eq!(office.state("JH-W000001"), "needs_info");
}

#[test]
fn unknown_code_stops_all_and_suggests_near_ones() {
    let office = collected();
    office.refuses("verify JH-W000001 JH-W00002 --pass", 3).reports(&["JH-W00002", "相近", "JH-W000002"]);
    office.refuses("verify JH-W000001 --duplicate-of JH-W00009", 3).reports(&["JH-W00009"]);
    office.refuses("verify 99号 --pass", 3).reports(&["99号"]);
}

#[test]
fn forbidden_transition_is_refused_and_the_rest_is_done() {
    let office = collected();
    office.ok("verify JH-W000002 --reject 不属于微心愿");
    let answer = office.json_of("verify JH-W000001 JH-W000002 --pass", 1);
    assert_eq!((&answer["verified"], &answer["refused"][0]["code"]), (&json!(1), &json!("JH-W000002")));
    office.refuses("verify JH-W000001 --duplicate-of JH-W000001", 1).reports(&["JH-W000001"]);
}

#[test]
fn empty_reason_missing_outcome_and_future_day_are_usage_errors() {
    let office = collected();
    office.refuses("verify JH-W000001", 2).reports(&["--pass"]);
    office.refuses("verify JH-W000001 --reject \" \"", 2);
    office.refuses("verify JH-W000001 --pass --on 2022-01-01", 2).reports(&["2022-01-01"]);
    office.refuses("verify JH-W000001 --pass --reject 不", 2);
    office.refuses("verify", 2);
}

#[test]
fn verify_dry_run_counts_and_changes_nothing() {
    let office = collected();
    let before = office.file();
    assert_eq!(office.json("verify --all --pass --dry-run")["verified"], 8);
    assert!(office.file() == before);
}

const DECISIONS: &str = "\
核实结果返回表,,,,,
编号,结果,理由,核实人,核实方式,核实日期
JH-W000001,通过,,阮芳,电话,2021-04-01
JH-W000002,不通过,不属于微心愿,阮芳,入户,2021-04-01
JH-W000003,退回,缺尺寸,阮芳,电话,2021-04-02
JH-W000004,重复,JH-W000001,阮芳,电话,2021-04-02
JH-W00005,通过,,阮芳,电话,2021-04-02
JH-W000006,也许,,阮芳,电话,2021-04-02
JH-W000007,通过,,阮芳,电话,2022-04-02
JH-W000008,不通过,,阮芳,电话,2021-04-02
";

#[test]
fn returned_list_decides_and_faulty_rows_are_rejected() {
    let office = collected();
    office.write("back.csv", DECISIONS);
    let answer = office.json_of("verify --decisions back.csv", 1);
    let counts = ["verified", "rejected", "needs_info", "duplicate"].map(|key| answer[key].as_i64().unwrap());
    assert_eq!(counts, [1, 1, 1, 1], "{answer}");
    let file = &answer["files"][0];
    assert_eq!((&file["header_row"], &file["rows"], &file["rejected"]), (&json!(2), &json!(8), &json!(4)));
    let faults: Vec<(i64, &str)> = file["faults"]
        .as_array()
        .unwrap()
        .iter()
        .map(|fault| (fault["row"].as_i64().unwrap(), fault["field"].as_str().unwrap()))
        .collect();
    assert_eq!(faults, [(7, "code"), (8, "outcome"), (9, "verified_on"), (10, "reason")]);
    assert!(file["faults"][0]["message"].as_str().unwrap().contains("JH-W000005"), "near codes are named: {file}");
    assert_eq!(office.state("JH-W000004"), "duplicate");
    assert_eq!(office.json("show JH-W000001")["verified_on"], "2021-04-01");
    assert!(office.read("back.csv.rejects.csv").contains("也许"));
}

#[test]
fn returned_list_read_twice_changes_nothing() {
    let office = collected();
    let good: String = DECISIONS.lines().take(6).map(|line| format!("{line}\n")).collect();
    office.write("back.csv", good);
    office.ok("verify --decisions back.csv");
    let before = office.file();
    let answer = office.json("verify --decisions back.csv");
    assert_eq!((&answer["entry"], &answer["files"][0]["unchanged"]), (&Value::Null, &json!(4)), "{answer}");
    assert!(office.file() == before);
}

#[test]
fn strict_list_with_a_fault_changes_nothing() {
    let office = collected();
    office.write("back.csv", DECISIONS);
    office.refuses("verify --decisions back.csv --strict", 1);
    office.refuses("verify --decisions back.csv --dry-run", 1);
    assert!(!office.has("back.csv.rejects.csv"));
}

#[test]
fn claims_of_a_duplicate_move_to_the_kept_need() {
    let office = Office::published();
    office.ok("claim take 2号 --by 李梅");
    office.ok("verify 2号 --duplicate-of 1号");
    assert_eq!(office.state("JH-W000002"), "duplicate");
    let kept = office.json("show 1号");
    assert_eq!(kept["claims"][0]["claimants"][0]["name"], "李梅");
    assert_eq!(kept["progress"], "claimed");
    assert_eq!(office.json("show 2号")["claims"], json!([]));
    let quota = office.json("report quota --for members");
    assert_eq!(quota["total"]["met"], 1);
}

#[test]
fn verifying_again_changes_nothing_and_succeeds() {
    let office = Office::published();
    for line in ["verify 1号 --pass", "verify --all --pass"] {
        office.refuses(line, 0);
    }
}

#[test]
fn duplicate_without_the_need_that_is_kept_asks_for_that_column() {
    let office = collected();
    for (list, place) in [
        ("编号,结果,理由,重复于\nJH-W000001,重复,,\n", "D2 重复于"),
        ("编号,结果,理由,重复于\nJH-W000001,重复,,JH-W000099\n", "D2 重复于"),
        ("编号,结果,重复于,理由\nJH-W000001,重复,,看过了，是一样的\n", "C2 重复于"),
        ("编号,结果,理由\nJH-W000001,重复,JH-W000001\n", "C2 理由"),
    ] {
        office.write("d.csv", list);
        office.refuses("verify --decisions d.csv --dry-run", 1).reports(&[place]);
    }
}

#[test]
fn way_out_of_a_decision_fits_the_state_of_the_need() {
    let office = Office::published();
    office.ok("claim take 5号 --by 李梅");
    office.ok("claim confirm 5号");
    office.ok("withdraw 1号 --reason 搬家");
    office.ok("unfulfilled 2号 --reason 办不到");
    office.ok("verify 3号 --duplicate-of 4号");
    for number in [1, 2, 3] {
        for line in [format!("publish {number}号"), format!("verify {number}号 --reject 不实")] {
            let message = office.refuses(&line, 1).err;
            assert!(message.contains("reopen"), "{line}: {message}");
            assert!(!message.contains("verify") && !message.contains("--take-down"), "{line}: {message}");
        }
    }
    office.refuses("publish 5号", 1).reports(&["已销号", "reopen"]);
    office.refuses("verify 5号 --reject 不实", 1).reports(&["reopen"]);
    let message = office.refuses("verify 6号 --reject 不实", 1).err;
    assert!(message.contains("publish --take-down") && !message.contains("reopen"), "{message}");
    office.write("w.csv", "许愿人,社区,微心愿内容,同意公开\n甲一,蟠虬社区,一盏灯,是\n");
    office.ok("collect wishes w.csv");
    let code = office.export("wishes").last().unwrap()["心愿编号"].clone();
    office.refuses(&format!("publish {code}"), 1).reports(&["verify"]);
    // The other way round the message says what is the matter, and not that it is itself.
    let message = office.refuses("verify 4号 --duplicate-of 3号", 1).err;
    assert!(message.contains("JH-W000003 已标为 JH-W000004 的重复") && !message.contains("自己"), "{message}");
    office.refuses("verify 4号 --duplicate-of 4号", 1).reports(&["自己"]);
}

#[cfg(unix)]
#[test]
fn list_from_a_device_writes_nothing_next_to_it() {
    let office = collected();
    let list = "编号,结果,理由\nJH-W000001,不通过,\n";
    for line in ["verify --decisions", "collect wishes"] {
        let run = office.run_stdin(&format!("{line} /dev/stdin"), list);
        assert_eq!(run.code, 2, "{run:#?}");
        run.reports(&["--rejects"]);
    }
    let run = office.run_stdin("verify --decisions /dev/stdin --rejects -", list);
    run.reports(&["C2 理由"]);
    office.write("w.csv", "许愿人,社区,微心愿内容,同意公开\n甲一,蟠虬社区,一盏灯,否\n");
    office.ok("collect wishes w.csv");
    office.ok("verify --all --pass");
    let code = office.export("wishes").last().unwrap()["心愿编号"].clone();
    for file in ["/dev/stdin", "-"] {
        let run = office.run_stdin(&format!("publish --decisions {file}"), format!("编号,结果,理由\n{code},不通过,\n"));
        assert_eq!(run.code, 1, "{run:#?}");
        run.reports(&["C2 理由", &format!("{code},不通过")]);
    }
    assert!(!std::path::Path::new("/dev/stdin.rejects.csv").exists());
}
