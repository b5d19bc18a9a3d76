//! Erasing takes all that the person's own texts give away, and nothing that is somebody else's.

use std::fs;

use rusqlite::Connection;

use crate::office::Office;

const HEADER: &str = "许愿人,社区,联系电话,家庭住址,年龄,微心愿内容,同意公开,备注\n";

/// 谢婉婷's own text has her phone with dashes, her ID number, the name of her son, and her door; it hangs on the wall.
fn office(others: &str) -> Office {
    let office = Office::new();
    let own = "谢婉婷,蟠虬社区,19900003915,青棠区朝阳街12号301房,66,\
               \"想要书桌，打199-0000-3915找婉婷，身份证449999198703124518，儿子谢小军，住12号301房\",是,\n";
    office.write("w.csv", format!("{HEADER}{own}{others}"));
    office.ok("collect wishes w.csv");
    office.ok("verify --all --pass");
    office.ok("publish JH-W000001 --as-is");
    office
}

fn count(office: &Office, needle: &str) -> usize {
    let mut files = vec![office.path("shuangwei.db")];
    if let Ok(backups) = fs::read_dir(office.path("shuangwei.db.backups")) {
        files.extend(backups.map(|entry| entry.unwrap().path()));
    }
    let in_file = |path| fs::read(path).unwrap().windows(needle.len()).filter(|it| *it == needle.as_bytes()).count();
    files.into_iter().map(in_file).sum()
}

const OWN: [&str; 7] = ["谢婉婷", "19900003915", "199-0000-3915", "婉婷", "449999198703124518", "谢小军", "12号301房"];

#[test]
fn erase_takes_what_the_persons_own_text_gives_away() {
    let office = office("李四,蟠虬社区,19900000001,青棠区二街2号,60,想要米,是,\n");
    // The ID number was masked before it was stored.
    let stored = OWN.iter().filter(|word| !word.starts_with("4499"));
    stored.for_each(|word| assert!(count(&office, word) > 0, "{word} was not there"));
    let dry = office.json("erase 谢婉婷 --reason 本人要求 --dry-run");
    let takes = dry["takes"].as_array().unwrap();
    let content = takes.iter().find(|one| one["field"] == "content").unwrap();
    assert_eq!(content["after"], "想要书桌，打＊＊找＊＊，身份证＊＊，儿子＊＊，住＊＊＊＊");
    assert!(takes.iter().any(|one| one["field"] == "wisher" && one["before"] == "谢婉婷"), "{dry:#}");
    let run = office.ok("erase 谢婉婷 --reason 本人要求 --format json");
    run.reports(&["查找了", "没有留下"]);
    assert!(run.json()["searched_for"].as_array().unwrap().len() >= OWN.len(), "{run:#?}");
    for word in OWN {
        assert_eq!(count(&office, word), 0, "{word} is left");
        assert!(!run.out.contains(word) && !run.err.contains(word), "{word}: {run:#?}");
    }
    assert!(count(&office, "李四") > 0 && count(&office, "青棠区二街2号") > 0);
    office.ok("check");
    office.ok("publish");
    assert!(office.read("publish/list.csv").contains("想要书桌，打＊＊"));
}

/// A phone that another's text has with blanks is the person's too.
#[test]
fn erase_finds_the_persons_phone_in_other_spellings_of_others() {
    let office = office("李四,蟠虬社区,19900000001,,60,想要米,是,代收电话 199 0000 3915\n");
    assert!(count(&office, "199 0000 3915") > 0);
    office.ok("erase 谢婉婷 --reason 本人要求");
    assert_eq!(count(&office, "199 0000 3915"), 0);
    assert!(office.ok("export wishes --reveal 核对").out.contains("代收电话 ＊＊"));
    office.ok("check");
}

#[test]
fn erase_leaves_address_that_others_have_too() {
    let office = Office::new();
    office.write(
        "w.csv",
        format!(
            "{HEADER}陈大文,蟠虬社区,19900110001,青棠区一街1号,70,想要米,是,\n\
             李四,蟠虬社区,19900000002,青棠区一街1号,66,想要轮椅,是,\n\
             王五,蟠虬社区,19900000003,青棠区一街1号之二,66,想要书,是,\n"
        ),
    );
    office.ok("collect wishes w.csv");
    office.ok("erase 陈大文 --reason 本人要求").reports(&["别人也在用"]);
    let conn = Connection::open(office.path("shuangwei.db")).unwrap();
    let addresses: Vec<Option<String>> = conn
        .prepare("SELECT address FROM need ORDER BY id")
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    assert_eq!(addresses, [None, Some("青棠区一街1号".to_owned()), Some("青棠区一街1号之二".to_owned())]);
    assert_eq!((count(&office, "陈大文"), count(&office, "19900110001")), (0, 0));
    office.ok("check");
}

/// A member called 方便 is no reason to cut the word out of everybody's wishes.
#[test]
fn erase_leaves_everyday_words_of_others() {
    let office = Office::verified();
    office.write(
        "m.csv",
        "姓名,手机号,党员类型,社区\n方便,19900007001,在职党员,蟠虬社区\n方圆圆,19900007002,在职党员,蟠虬社区\n",
    );
    office.ok("collect members m.csv");
    office.ok("verify JH-W000004 --reject 与方圆圆重复");
    office.ok("erase 方便 --reason 本人要求").reports(&["别人也在用"]);
    assert!(office.ok("show JH-W000003").out.contains("出门看病方便些"));
    assert_eq!(count(&office, "19900007001"), 0);
    // A name that is no word goes from others' texts.
    office.ok("erase 方圆圆 --reason 本人要求");
    assert_eq!(count(&office, "方圆圆"), 0);
    office.ok("check");
}

#[test]
fn erase_of_nobody_is_never_done_already() {
    let office = office("");
    office.write("shuangwei.db-journal", "");
    office.refuses("erase 查无此人 --reason x", 3).reports(&["没有叫 查无此人 的"]);
    // What an erasing that was cut off has left is finished, and nobody is reported as erased by it.
    office.ok("erase JH-W000001 --reason 本人要求");
    office.write("shuangwei.db-journal", vec![0; 8192]);
    office.ends("erase 查无此人 --reason x", 3).reports(&["上一次清除没有做完", "没有叫 查无此人 的"]);
    assert!(!office.has("shuangwei.db-journal"));
    office.ok("erase JH-W000001 --reason 再次").reports(&["此前已清除"]);
}

/// Two of them at once, and claims beside them: each waits for the one before, and none runs out of time.
#[test]
fn erasings_at_once_wait_for_each_other() {
    let office = Office::published();
    let lines: Vec<String> = (1..=4)
        .map(|number| format!("erase JH-W00000{number} --reason 本人要求"))
        .chain((5..=8).map(|number| format!("claim take {number}号 --by 李梅 --on 2021-05-01")))
        .collect();
    std::thread::scope(|scope| {
        for line in &lines {
            let office = &office;
            scope.spawn(move || office.ok(line));
        }
    });
    office.ok("check");
    for name in ["伍峰", "邓勇", "苏伟", "龚浩"] {
        assert_eq!(count(&office, name), 0, "{name}");
    }
}

#[test]
fn hand_in_an_erased_history_is_found() {
    let office = Office::published();
    office.ok("check");
    office.ok("erase JH-W000001 --reason 本人要求");
    office.ok("erase JH-W000002 --reason 本人要求");
    office.ok("check");
    let head = office.json("log")["head"].clone();
    let expect = format!("{}:{}", head["entry"], head["hash"].as_str().unwrap());
    let conn = Connection::open(office.path("shuangwei.db")).unwrap();
    let changed = conn
        .execute(
            "UPDATE revision SET before = replace(before, '\"age\"', '\"age\"') || ''
             WHERE kind = 'need' AND record_id = 1",
            [],
        )
        .unwrap();
    assert!(changed > 1);
    office.ok("log --verify");
    let changed = conn
        .execute(
            "UPDATE revision
             SET before = replace(replace(before, '\"state\":\"verified\"', '\"state\":\"rejected\"'),
               '\"campaign_id\"', '\"came_from\":\"collected\",\"campaign_id\"')
             WHERE kind = 'need' AND record_id = 1 AND before LIKE '%\"state\":\"verified\"%'",
            [],
        )
        .unwrap();
    assert_eq!(changed, 1);
    drop(conn);
    for line in ["check", "log --verify", &format!("log --verify --expect {expect}")] {
        let found = office.json_of(line, 1);
        assert_eq!(found["problems"].as_array().unwrap().len(), 1, "{line}: {found:#}");
        assert!(found["problems"][0]["what"].as_str().unwrap().contains("清除之后留下的历史"), "{found:#}");
    }
}

/// Eighteen months later nothing next to the office file has what was erased by its time.
#[test]
fn retention_takes_the_backups_from_before_it() {
    let mut office = Office::bare();
    office.day = "2023-01-05";
    office.ok("init --office 荔湾区/金花街道 --code JH --campaign 2023 --from 2023-01-01 --until 2026-12-31");
    office.write("w.csv", format!("{HEADER}谢婉婷,蟠虬社区,19900003915,,66,想要书桌，找婉婷,是,\n"));
    office.ok("collect wishes w.csv");
    office.ok("verify --all --pass");
    office.ok("publish --as-is JH-W000001");
    office.ok("close JH-W000001 --reason 已办");
    office.ok("backup --auto");
    assert!(count(&office, "19900003915") > 1);
    office.ok("retention --apply --today 2025-02-20").reports(&["自动备份"]);
    for word in ["谢婉婷", "婉婷", "19900003915"] {
        assert_eq!(count(&office, word), 0, "{word}");
    }
    office.ok("check");
}

/// What the claims on a person's wish tell goes by its time as it goes by `erase`; what others are called stays.
#[test]
fn retention_takes_what_the_claims_on_the_persons_wish_tell() {
    let lists = |office: &Office| {
        office.write("m.csv", "姓名,所在党组织,手机\n李梅,甲支部,19900001003\n赵红,甲支部,19900001004\n");
        office.ok("collect members m.csv --new-orgs");
        let own = "谢婉婷,蟠虬社区,19900003915,青棠区朝阳街12号301房,66,想要书桌,是,\n";
        office.write("w.csv", format!("{HEADER}{own}李四,蟠虬社区,19900000001,,60,想要米,是,\n"));
        office.ok("collect wishes w.csv");
        office.ok("verify --all --pass");
        office.ok("publish");
        let printed = "送到榕荫里7号之一205房，儿子何承熙19900009301收，赵红同行";
        office.ok(&format!("claim take 1号 --by 李梅 --on 2023-01-06 --note {printed}"));
        office.ok("claim take 2号 --by 赵红 --on 2023-01-06 --note 送到二街2号101房");
        for number in ["1号", "2号"] {
            office.ok(&format!("claim complete {number} --on 2023-01-07"));
            office.ok(&format!("claim confirm {number} --on 2023-01-08"));
        }
    };
    for erases in [&["retention --apply --today 2025-02-20"][..], &["erase JH-W000001 --reason 本人要求"]] {
        let mut office = Office::bare();
        office.day = "2023-01-05";
        office.ok("init --office 荔湾区/金花街道 --code JH --campaign 2023 --from 2023-01-01 --until 2026-12-31");
        office.day = "2023-01-09";
        lists(&office);
        for word in ["榕荫里7号之一205房", "何承熙", "19900009301"] {
            assert!(count(&office, word) > 0, "{word} was not there");
        }
        erases.iter().for_each(|line| drop(office.ok(line)));
        for word in ["榕荫里7号之一205房", "何承熙", "19900009301", "谢婉婷"] {
            assert_eq!(count(&office, word), 0, "{erases:?} leaves {word}");
        }
        let notes = office.ok("export claims --reveal 核对").out;
        assert!(notes.contains("赵红同行"), "{erases:?}: {notes}");
        office.ok("check");
    }
}

/// What stays with others is in JSON as it is in the sentence for people: masked, with a record that has it.
#[test]
fn erase_says_in_json_what_stays_and_with_whom() {
    let office = Office::new();
    office.write(
        "w.csv",
        format!(
            "{HEADER}陈大文,蟠虬社区,19900110001,青棠区一街1号,70,想要米,是,\n\
             李四,蟠虬社区,19900000002,青棠区一街1号,66,想要轮椅,是,\n"
        ),
    );
    office.ok("collect wishes w.csv");
    for line in ["erase JH-W000001 --reason 本人要求 --dry-run", "erase JH-W000001 --reason 本人要求"] {
        let answer = office.json(line);
        let stays = answer["stays"].as_array().unwrap();
        assert!(stays.iter().any(|one| one["word"] == "青棠区***"), "{answer:#}");
        for one in stays {
            assert_eq!((&one["kind"], &one["code"]), (&"wish".into(), &"JH-W000002".into()), "{answer:#}");
            let word = one["word"].as_str().unwrap();
            assert!(word.contains('*') && !word.contains("1号"), "{word}");
        }
    }
    assert_eq!(office.json("erase JH-W000002 --reason 本人要求")["stays"], serde_json::json!([]));
}

/// Whatever command runs, an automatic backup goes when its term is over; the newest goes for a newer one.
#[test]
fn automatic_backups_go_when_their_term_is_over() {
    let office = Office::verified();
    let backups = || -> Vec<String> {
        let entries = fs::read_dir(office.path("shuangwei.db.backups")).unwrap();
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
    };
    let made = backups();
    assert!(!made.is_empty() && made.iter().all(|name| name.starts_with("2021-12-31")), "{made:?}");
    office.ok("report progress --today 2022-01-28");
    assert_eq!(backups(), made);
    office.ok("report progress --today 2022-01-29");
    let renewed = backups();
    assert!(renewed.iter().all(|name| name.starts_with("2022-01-29")) && renewed.len() == 1, "{renewed:?}");
    // One that has all that the file has gives nobody away, and stays.
    office.ok("report progress --today 2022-06-30");
    assert_eq!(backups(), renewed);
}
