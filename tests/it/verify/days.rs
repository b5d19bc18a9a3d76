//! The days of what happens to a need: none before what has happened already, and exits count from theirs.

use crate::office::Office;

#[test]
fn nothing_happens_to_a_need_before_what_has_happened_already() {
    let office = Office::published();
    office.write("w.csv", "心愿编号,许愿人,社区,微心愿内容,征集时间\nX1,甲一,蟠虬社区,一盏灯,2021-05-01\n");
    office.ok("collect wishes w.csv --consent 已征询");
    office.ok("claim take 2号 --by 李梅 --on 2021-05-10");
    for (line, words) in [
        ("verify X1 --pass --on 2021-04-30", &["X1", "2021-04-30", "征集", "2021-05-01"][..]),
        ("verify --all --pass --on 2021-04-30", &["X1", "征集", "2021-05-01"]),
        ("withdraw X1 --reason 搬走 --on 2021-04-30", &["X1", "征集", "2021-05-01"]),
        ("withdraw 1号 --reason 搬走 --on 2021-04-14", &["JH-W000001", "发布", "2021-04-15"]),
        ("unfulfilled 2号 --reason 办不了 --on 2021-05-09", &["JH-W000002", "认领", "2021-05-10"]),
        ("close 3号 --reason 自办 --on 2021-03-01", &["JH-W000003", "发布", "2021-04-15"]),
    ] {
        let before = office.records();
        office.ends(line, 1).reports(words);
        assert_eq!(office.records(), before, "{line}");
    }
    office.write("d.csv", "编号,结果,核实日期\nX1,通过,2021-04-30\n");
    office.ends("verify --decisions d.csv", 1).reports(&["X1", "征集", "2021-05-01"]);
    office.write("r.toml", "default = \"pass\"\n");
    let ruled = office.json_of("verify --rules r.toml --on 2021-04-30", 1);
    assert_eq!((&ruled["verified"], &ruled["refused"][0]["why"]), (&0.into(), &"too_early".into()), "{ruled}");
    office.ok("verify X1 --pass --on 2021-05-02");
    for line in ["publish X1 --on 2021-05-01", "publish --on 2021-05-01"] {
        office.ends(line, 1).reports(&["X1", "核实", "2021-05-02"]);
        assert_eq!(office.state("X1"), "verified");
    }
    office.ok("publish X1 --on 2021-05-02");
    office.ok("withdraw 1号 --reason 搬走 --on 2021-04-16");
    office.ends("reopen 1号 --reason 又回来 --on 2021-04-15", 1).reports(&["退出", "2021-04-16"]);
    office.ok("reopen 1号 --reason 又回来 --on 2021-04-16");
    let day = office.ends("edit 2号 --set 征集时间=2021-05-11", 1);
    day.reports(&["2021-05-11", "核实", "2021-04-14"]);
    office.ok("check");
}

#[test]
fn exit_has_its_day_and_counts_from_then_on() {
    let office = Office::published();
    office.ok("withdraw 1号 --reason 搬走 --on 2021-05-02");
    office.ok("unfulfilled 2号 --reason 办不了 --on 2021-05-03");
    office.write("w.csv", "心愿编号,许愿人,社区,微心愿内容,征集时间\nX1,甲一,蟠虬社区,一盏灯,2021-05-01\n");
    office.ok("collect wishes w.csv");
    office.ok("verify --all --reject 不属实 --on 2021-05-04");
    for (code, day) in [("1号", "2021-05-02"), ("2号", "2021-05-03"), ("X1", "2021-05-04")] {
        assert_eq!(office.json(&format!("show {code}"))["left_on"], day, "{code}");
    }
    office.ok("show 1号").answers(&["退出日期", "2021-05-02"]);
    for (day, out, open) in
        [("2021-05-01", 0, 8), ("2021-05-02", 1, 7), ("2021-05-03", 2, 6), ("2021-05-04", 3, 6), ("2021-12-31", 3, 6)]
    {
        let progress = office.json(&format!("report progress --kind wish --as-of {day}"))["total"]["wish"].clone();
        assert_eq!((&progress["out"], &progress["open"]), (&out.into(), &open.into()), "{day}: {progress}");
    }
    office.ok("reopen 1号 --reason 又回来");
    assert_eq!(office.json("show 1号")["left_on"], serde_json::Value::Null);
    office.ok("undo");
    assert_eq!(office.json("show 1号")["left_on"], "2021-05-02");
    office.ok("check");
    office.ok("log --verify");
}

#[test]
fn exit_of_a_verified_need_leaves_its_verification_as_it_was() {
    let office = Office::published();
    let verified = |code: &str| office.json(&format!("show {code}"))["verified_on"].clone();
    let before = verified("1号");
    office.ok("verify 1号 --duplicate-of 2号 --on 2021-05-20");
    office.ok("publish 3号 --take-down --reason 缓一缓");
    office.ok("verify 3号 --reject 不属实 --on 2021-12-31");
    office.write("d.csv", "编号,结果,原因,核实日期\nJH-W000005,重复,JH-W000006,2021-05-21\n");
    office.ok("verify --decisions d.csv");
    for code in ["JH-W000001", "JH-W000003", "JH-W000005"] {
        assert_eq!(verified(code), before, "{code}");
    }
    assert_eq!(office.json("show JH-W000001")["left_on"], "2021-05-20");
    let day = office.json("report activity --from 2021-05-20 --until 2021-05-21");
    assert_eq!(day["total"]["verified"], 0, "{day}");
}

#[test]
fn duplicate_whose_claims_are_confirmed_closes_the_need_that_is_kept() {
    let office = Office::published();
    // 4号 asks for several, of which one is confirmed; 2号 for one.
    office.ok("claim take 4号 --by 李梅 --quantity 1 --on 2021-05-01");
    office.ok("claim confirm 4号 --on 2021-05-10");
    office.ok("verify 4号 --duplicate-of 2号 --on 2021-05-20");
    assert_eq!(office.state("JH-W000002"), "closed");
    // A claim that only runs moves, and closes nothing.
    office.ok("claim take 1号 --by 李梅 --on 2021-05-12");
    office.ok("verify 1号 --duplicate-of 3号 --on 2021-05-20");
    assert_eq!(office.state("JH-W000003"), "published");
    office.ok("check");
}
