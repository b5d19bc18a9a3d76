//! Claims dated on days on which their need was closed, or had left.

use crate::office::Office;

/// 1号 was withdrawn for a while, 2号 closed by hand, 3号 confirmed, 5号 on one day only.
fn reopened() -> Office {
    let office = Office::published();
    office.ok("claim take 3号 --by 何静 --on 2021-04-20");
    office.ok("claim confirm 3号 --on 2021-05-10");
    for line in [
        "withdraw 1号 --reason 搬家 --on 2021-05-10",
        "close 2号 --reason 自行解决 --on 2021-05-10",
        "withdraw 5号 --reason 按错了 --on 2021-05-10",
        "reopen 1号 2号 3号 --reason 又需要 --on 2021-05-20",
        "reopen 5号 --reason 按错了 --on 2021-05-10",
    ] {
        office.ok(line);
    }
    office
}

#[test]
fn need_cannot_be_claimed_on_a_day_on_which_it_was_gone() {
    let office = reopened();
    for need in ["1号", "2号", "3号"] {
        for day in ["2021-05-10", "2021-05-15", "2021-05-19"] {
            let run = office.refuses(&format!("claim take {need} --by 李梅 --on {day}"), 1);
            run.reports(&[day, "2021-05-10", "2021-05-20", "重新开放"]);
        }
        let refused = office.json_of(&format!("claim take {need} --by 李梅 --on 2021-05-15"), 1)["refused"][0].clone();
        assert_eq!(refused["why"], "gone_then", "{refused}");
    }
    // Before it was gone, since it is back, and where it was gone on no day.
    office.ok("claim take 1号 --by 李梅 --on 2021-05-09");
    office.ok("claim take 2号 --by 陈刚 --on 2021-05-20");
    office.ok("claim take 3号 --by 周明 --on 2021-06-01");
    office.ok("claim take 5号 --by 李梅 --on 2021-05-10");
    office.ok("claim take 6号 --by 李梅 --on 2021-05-15");
}

#[test]
fn row_of_a_list_with_such_a_day_is_a_fault() {
    // With claims in the office file, and without any.
    for with_claims in [true, false] {
        let office = if with_claims {
            reopened()
        } else {
            let office = Office::published();
            office.ok("withdraw 1号 --reason 搬家 --on 2021-05-10");
            office.ok("reopen 1号 --reason 又需要 --on 2021-05-20");
            office
        };
        office.write(
            "c.csv",
            "墙号,认领人,认领时间\n1,李梅,2021-05-15\n6,何静,2021-05-15\n7,陈刚,2021-05-10\n1,周明,2021-05-21\n",
        );
        let run = office.json_of("claim import c.csv", 1);
        let file = &run["files"][0];
        assert_eq!((&file["new"], &file["rejected"]), (&3.into(), &1.into()), "{run}");
        let fault = &file["faults"][0];
        assert_eq!(
            (&fault["row"], &fault["field"], &fault["code"]),
            (&2.into(), &"claimed_on".into(), &"refused".into())
        );
        assert!(fault["message"].as_str().unwrap().contains("2021-05-15"), "{fault}");
        assert_eq!(run["refused"][0]["why"], "gone_then");
        assert_eq!(office.json("check")["ok"], true);
    }
}

#[test]
fn nothing_happens_to_a_need_before_it_was_reopened() {
    let office = reopened();
    for need in ["1号", "2号", "3号"] {
        office
            .refuses(&format!("withdraw {need} --reason 搬家 --on 2021-05-19"), 1)
            .reports(&["2021-05-20", "重新开放"]);
    }
    office.ok("withdraw 1号 --reason 搬家 --on 2021-05-20");
    // The day that was given is the one that counts, not that of the command.
    office.refuses("reopen 1号 --reason 又需要 --on 2021-05-19", 1);
    assert!(office.json("log --command reopen")["entries"].to_string().contains("3号 --on 2021-05-20"));
}
