//! `find`, and `show` by a name, a phone's last digits or words.

use rusqlite::Connection;
use serde_json::{Value, json};
use shuangwei::model::fields::TABLES;

use crate::office::Office;

fn found(office: &Office, words: &str) -> Vec<(String, String)> {
    let document = office.json(&format!("find {words}"));
    let rows = document["found"].as_array().unwrap();
    let text = |row: &Value, key: &str| row[key].as_str().unwrap_or_default().to_owned();
    rows.iter().map(|row| (text(row, "kind"), text(row, "code"))).collect()
}

fn is(kind: &str, code: &str) -> (String, String) {
    (kind.to_owned(), code.to_owned())
}

#[test]
fn find_looks_through_everything_and_says_what_each_hit_is() {
    let office = Office::published();
    office.ok("claim take 3号 --by 李梅 --on 2021-05-01");
    office.ok("claim take 4号 --outsider 木棉花超市 --quantity 1 --on 2021-05-01");
    assert_eq!(found(&office, "李梅"), [is("member", "JH-M000003"), is("claim", "JH-C000001")]);
    assert_eq!(found(&office, "木棉花"), [is("outsider", "木棉花超市"), is("claim", "JH-C000002")]);
    assert_eq!(found(&office, "3003"), [is("wish", "JH-W000003")]);
    assert_eq!(found(&office, "19900003003"), [is("wish", "JH-W000003")]);
    assert_eq!(found(&office, "2001"), [is("org", "O1")], "an organisation by its phone");
    assert_eq!(found(&office, "3号"), [is("wish", "JH-W000003"), is("claim", "JH-C000001")]);
    assert_eq!(found(&office, "jh-w000003").first(), Some(&is("wish", "JH-W000003")));
    assert_eq!(found(&office, "轮椅 出门")[0], is("wish", "JH-W000003"));
    assert_eq!(found(&office, "轮椅 书桌"), []);
    assert_eq!(found(&office, "轮椅 龙源")[0], is("wish", "JH-W000003"), "a place beside a word");
    assert_eq!(found(&office, "张伟 区图书馆"), [is("member", "JH-M000002")], "a unit beside a name");
    assert_eq!(found(&office, "区图书馆"), [is("org", "O2")], "a unit alone is not each of its members");
    assert_eq!(found(&office, "微课堂"), [is("project", "XM02")]);
    assert!(found(&office, "锦龙").contains(&is("place", "荔湾区/金花街道/锦龙社区")));
    let run = office.ok("find 李梅");
    run.answers(&["党员", "认领", "区税务局党委", "199****1003"]);
    assert!(!run.out.contains("19900001003"), "{run:?}");
    office.ok("find 没有的人").reports(&["没有找到"]);
    office.ok("find 社区 --limit 1").answers(&["显示 1 / 共"]);
    office.refuses("find \" \"", 2);
    office.refuses("find", 2);
}

/// A field that the registry calls searched is found whatever its table, and named as the column of the hit.
#[test]
fn every_searched_field_is_found_and_named_as_the_column() {
    let office = Office::published();
    office.ok("claim take 1号 --by 李梅 --on 2021-05-01");
    office.ok("claim take 4号 --outsider 木棉花超市 --quantity 1 --on 2021-05-01");
    let conn = Connection::open(office.path("shuangwei.db")).unwrap();
    let mut tried = 0;
    for table in TABLES {
        for (column, def) in table.columns().filter(|(_, def)| def.searched) {
            let word = format!("寻{tried}处");
            let sql = format!("UPDATE {0} SET {1} = ?1 WHERE id = (SELECT max(id) FROM {0})", table.name, column.name);
            assert_eq!(conn.execute(&sql, [&word]).unwrap(), 1, "{} has no record", table.name);
            let document = office.json(&format!("find {word}"));
            let own = document["found"]
                .as_array()
                .unwrap()
                .iter()
                .find(|row| row["kind"] != "claim" || table.name == "claim");
            let columns = own.map(|row| &row["in"]);
            assert_eq!(columns, Some(&json!([def.code])), "{}.{}: {document}", table.name, column.name);
            tried += 1;
        }
    }
    assert!(tried > 15, "{tried}");
}

#[test]
fn hit_in_any_column_is_found_and_says_in_which() {
    let office = Office::new();
    let id = crate::office::id_number("44999919800101001");
    office.write("m.csv", format!("姓名,党员类型,身份证号,兴趣小组\n何静,在职,{id},醒狮队\n周明,在职,,棋社\n"));
    office.ok("collect members m.csv");
    office.write(
        "w.csv",
        "姓名,社区,微心愿内容,预计金额,走访记录\n伍峰,蟠虬社区,一张书桌,看着办,楼下有斜坡\n卢华,蟠虬社区,一盏台灯,100,\n",
    );
    office.ends("collect wishes w.csv", 1);
    let hit = |words: &str| {
        let document = office.json(&format!("find {words}"));
        let rows = document["found"].as_array().unwrap().clone();
        assert_eq!(rows.len(), 1, "{words}: {document}");
        (rows[0]["code"].as_str().unwrap().to_owned(), rows[0]["in"].clone())
    };
    assert_eq!(hit("醒狮"), ("JH-M000001".to_owned(), json!(["兴趣小组"])));
    assert_eq!(hit("斜坡"), ("JH-W000001".to_owned(), json!(["走访记录"])));
    assert_eq!(hit("看着办"), ("JH-W000001".to_owned(), json!(["budget"])));
    assert_eq!(hit("台灯"), ("JH-W000002".to_owned(), json!(["content"])));
    assert_eq!(hit(&id), ("JH-M000001".to_owned(), json!(["id_digest"])));
    office.ok("find 看着办").answers(&["所在栏", "预计金额"]);
    let run = office.ok(&format!("find {id}"));
    run.answers(&["何静"]);
    assert!(!run.out.contains(&id) && !run.err.contains(&id), "{run:?}");
    let other = crate::office::id_number("44999919800101002");
    let none = office.ok(&format!("find {other}"));
    none.reports(&["没有找到"]);
    assert!(!none.err.contains(&other), "{none:?}");
    office.ok("show 醒狮队").answers(&["何静"]);
}

#[test]
fn names_are_found_however_they_are_typed() {
    let office = Office::new();
    office.write(
        "m.csv",
        "姓名,党员类型,手机号\n买买提•吐尔逊,在职,19900001001\n高建国,在职,19900001002\nＡnna,在职,19900001003\n",
    );
    office.ok("collect members m.csv");
    for words in ["买买提·吐尔逊", "买买提", "吐尔逊"] {
        assert_eq!(found(&office, words), [is("member", "JH-M000001")], "{words}");
    }
    assert_eq!(found(&office, "⾼建国"), [is("member", "JH-M000002")]);
    assert_eq!(found(&office, "anna"), [is("member", "JH-M000003")]);
    assert_eq!(office.json("show 买买提.吐尔逊")["code"], "JH-M000001");
}

#[test]
fn show_takes_words_where_they_fit_one_record_and_names_those_that_fit_else() {
    let office = Office::published();
    office.ok("claim take 3号 --by 李梅 --on 2021-05-01");
    for words in ["3号", "JH-W000003", "苏伟", "3003", "轮椅", "轮椅 龙源", "JH-C000001"] {
        assert_eq!(office.json(&format!("show {words}"))["code"], "JH-W000003", "{words}");
    }
    let member = office.json("show 李梅");
    assert_eq!((&member["code"], &member["claims"][0]["need"]), (&"JH-M000003".into(), &"JH-W000003".into()));
    assert_eq!(member["registrations"][0]["place"], "荔湾区/金花街道/蟠虬社区");
    assert_eq!(member["history"][0]["change"], "added");
    let org = office.json("show 区税务局");
    assert_eq!((&org["kind"], &org["code"], &org["class"]), (&"org".into(), &"O1".into(), &"unit".into()));
    let place = office.json("show 蟠虬社区");
    assert_eq!((&place["level"], &place["wishes"]), (&"community".into(), &2.into()));
    let run = office.refuses("show 张伟", 3);
    run.reports(&["2 个可能", "JH-M000001", "JH-M000002", "区税务局党委", "区图书馆党支部", "199****1002"]);
    assert!(!run.err.contains("19900001002"), "{run:?}");
    office.refuses("show 没有的人", 3).reports(&["没有找到"]);
    office.refuses("show JH-W000099", 3).reports(&["没有编号 JH-W000099", "相近"]);
}

#[test]
fn masked_phone_as_lists_show_it_finds_its_record() {
    let office = Office::published();
    assert_eq!(found(&office, "199****3003"), [is("wish", "JH-W000003")]);
    assert_eq!(found(&office, "199****1003"), [is("member", "JH-M000003")]);
    assert_eq!(found(&office, "199＊＊＊＊2001"), [is("org", "O1")]);
    assert_eq!(office.json("show 199****3003")["code"], "JH-W000003");
    let hit = office.json("find 199****3003")["found"][0].to_string();
    assert!(hit.contains("phone"), "{hit}");
    for typed in ["199****3999", "138****3003", "199****", "****"] {
        assert!(found(&office, typed).is_empty(), "{typed}");
    }
}

#[test]
fn records_beyond_those_named_are_counted_and_several_codes_are_refused() {
    let office = Office::published();
    office.ok("show 蟠虬社区 JH-W000001");
    let rows: String = (1..=11).map(|at| format!("周{at}甲,锦龙社区,想要一把竹椅{at}\n")).collect();
    office.write("many.csv", format!("许愿人,社区,微心愿内容\n{rows}"));
    office.ok("collect wishes many.csv");
    office.refuses("show 竹椅", 3).reports(&["11 个可能", "另有 3 个"]);
    assert!(!office.refuses("show 张伟", 3).err.contains("另有"));
    for line in ["show JH-W000001 JH-W000002", "show 1号 2号", "show 1号 JH-M000001 O1", "edit 1号 2号 --set 备注=甲"]
    {
        office.refuses(line, 2).reports(&["一次只能"]);
    }
}
