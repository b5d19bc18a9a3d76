//! What is withheld from the wall and reviewed, and packs that are read again.

use serde_json::Value;

use crate::office::Office;
use crate::workbook::{parts_of, zipped};

/// 1 has a phone in its text, 2 no consent, 3 a door, 4 may be published.
fn withheld() -> Office {
    let office = Office::new();
    office.write(
        "w.csv",
        "姓名,社区,微心愿内容,同意公开\n伍艳,蟠虬社区,想要一台风扇，电话19900001001,是\n王刚,蟠虬社区,想要一把轮椅,\n\
         梁好,蟠虬社区,送到光明路12号301房,是\n陈平,蟠虬社区,想要一张书桌,是\n",
    );
    office.ok("collect wishes w.csv");
    office.ok("verify --all --pass");
    office
}

fn codes(answer: &Value) -> Vec<&str> {
    answer["withheld"].as_array().unwrap().iter().map(|one| one["code"].as_str().unwrap()).collect()
}

#[test]
fn review_tells_what_is_withheld_with_the_words_marked() {
    let office = withheld();
    let before = office.file();
    let answer = office.json("publish --review");
    assert_eq!(codes(&answer), ["JH-W000001", "JH-W000002", "JH-W000003"]);
    let text = answer["withheld"][0]["text"].as_str().unwrap();
    assert!(text.starts_with("想要一台风扇，电话【199****1001】"), "{text}");
    assert!(!office.ok("publish --review").out.contains("19900001001"));
    assert!(office.file() == before);
}

#[test]
fn review_goes_out_as_a_list_and_comes_back() {
    let office = withheld();
    office.ok("publish --review --export r.csv").reports(&["3 件"]);
    let list = office.read("r.csv");
    let mut answers = ["通过,想要一台风扇,,", "通过,,是,", "退回,,,门牌要改写"].iter();
    let filled: String = list
        .lines()
        .map(|line| match line.strip_suffix(",,,,") {
            Some(row) => format!("{row},{}\n", answers.next().unwrap()),
            None => format!("{line}\n"),
        })
        .collect();
    office.write("r.csv", &filled);
    let answer = office.json("publish --decisions r.csv");
    assert_eq!(answer["files"][0]["updated"], 3, "{filled} {answer}");
    assert_eq!(office.json("publish --decisions r.csv")["entry"], Value::Null, "twice is once");
    assert_eq!(office.state("JH-W000003"), "needs_info");
    assert_eq!(codes(&office.json("publish")), Vec::<&str>::new());
    let wall = office.read("publish/wechat.txt");
    assert!(wall.contains("| 想要一台风扇\n") && wall.contains("轮椅") && !wall.contains("光明路"), "{wall}");
}

#[test]
fn words_that_are_still_private_are_handed_back() {
    let office = withheld();
    office.write(
        "r.csv",
        "编号,结果,公开措辞,征询结果\nJH-W000001,通过,想要风扇 13900001111,\nJH-W000002,通过,,否\nJH-W000004,通过,,\n",
    );
    let run = office.ends("publish --decisions r.csv", 1);
    run.reports(&["JH-W000001", "仍不能公开"]);
    assert!(!run.err.contains("13900001111"), "{run:#?}");
    assert!(office.read("r.csv.rejects.csv").contains("JH-W000001"));
    assert_eq!(office.json("show JH-W000002")["consent"], false);
    assert_eq!(codes(&office.json("publish --review")), ["JH-W000001", "JH-W000002", "JH-W000003"]);
}

#[cfg(unix)]
#[test]
fn review_walks_on_a_terminal_one_key_each() {
    use crate::terminal::Session;
    let office = withheld();
    let mut walk = Session::new(&office, "publish --review", (100, 30));
    walk.sees(&["审看 1/3", "【199****1001】", "a 看过了"]);
    walk.types("w");
    walk.sees(&["公开措辞"]);
    walk.types("想要一台风扇\n");
    walk.sees(&["审看 2/3", "y 本人同意公开"]);
    walk.types("y");
    walk.sees(&["审看 3/3"]);
    walk.types("s");
    let (output, code) = walk.end();
    assert_eq!((code, output.contains("这次审看 2 件，都已保存；还有 1 件暂缓")), (0, true), "{output}");
    assert_eq!(codes(&office.json("publish")), ["JH-W000003"]);
    let wall = office.read("publish/list.csv");
    assert!(wall.contains("想要一台风扇") && wall.contains("轮椅"), "{wall}");
}

/// The kinds of what a check finds, by file.
fn found(office: &Office) -> Vec<(String, String)> {
    let answer = office.json_of("publish --check publish", 1);
    let text = |one: &Value, key: &str| one[key].as_str().unwrap().to_owned();
    answer["findings"].as_array().unwrap().iter().map(|one| (text(one, "file"), text(one, "what"))).collect()
}

#[test]
fn whole_pack_passes_the_check() {
    let office = Office::published();
    office.ok("claim take 1号 --by 李梅 --name-ok");
    office.ok("claim take 2号 --by JH-M000002");
    office.ok("publish --claim-url https://example.org/c/{code} --submit-url https://example.org/wish");
    let before = office.file();
    let answer = office.json("publish --check publish");
    assert_eq!(answer["findings"], serde_json::json!([]), "{answer}");
    assert!(answer["files"].as_u64().unwrap() >= 11 && office.file() == before);
    office.ok("publish --lang en --to en");
    office.ok("publish --check en");
    office.refuses("publish --check .", 3).reports(&["data.json"]);
}

#[test]
fn every_line_of_the_data_of_a_pack_is_checked_and_a_new_pack_mends_it() {
    let office = Office::published();
    let data = office.read("publish/data.json");
    for (was, is) in [
        ("双微心愿树", "别的树"),
        ("\"k\":3", "\"k\":1"),
        ("\"counts\":{\"all\":10", "\"counts\":{\"all\":99"),
        ("轮椅", "轮船"),
        ("]}\n", "]}\n\n"),
    ] {
        office.write("publish/data.json", data.replacen(was, is, 1));
        assert_eq!(found(&office), [("data.json".to_owned(), "changed".to_owned())], "{was}");
        office.ok("publish --today 2021-04-15");
        assert_eq!(office.read("publish/data.json"), data, "{was}");
    }
    office.ok("publish --check publish");
}

#[test]
fn text_that_was_confirmed_hides_nothing_beside_it() {
    let office = Office::published();
    office.ok("publish 3号 --wording 轮椅");
    office.ok("publish 3号 --as-is");
    let text = office.read("publish/letter.html");
    office.write("publish/letter.html", text.replacen("</main>", "<p>想要轮椅，电话19900001001</p></main>", 1));
    assert!(found(&office).contains(&("letter.html".to_owned(), "phone".to_owned())));
}

#[test]
fn check_finds_what_somebody_has_put_into_a_pack() {
    let office = Office::published();
    let path = |name: &str| format!("publish/{name}");
    for (name, at, put, what) in [
        ("wechat.txt", "号 |", "号 | 电话19900001001 |", "phone"),
        ("cards.html", "</main>", "<p>1&#57;900001001</p></main>", "phone"),
        ("tree.html", "</main>", "<i title=\"%31%39%39%30%30%30%30%31%30%30%31\"></i></main>", "phone"),
        ("letter.html", "</main>", "<!-- 449999198001010014 --></main>", "id_number"),
        ("poster.html", "</main>", "<p>许愿人伍艳</p></main>", "person_name"),
        ("list.csv", "\n", "\n加我VX：abc12345,", "wechat"),
    ] {
        let text = office.read(&path(name));
        office.write(&path(name), text.replacen(at, put, 1));
        let found = found(&office);
        let has = |what: &str| found.contains(&(name.to_owned(), what.to_owned()));
        assert!(has("changed") && has(what), "{name}: {found:?}");
        office.write(&path(name), text);
    }
    let bytes = std::fs::read(office.path("publish/letter.docx")).unwrap();
    let mut parts = parts_of(&bytes);
    for (name, part) in &mut parts {
        if name == "word/document.xml" {
            let xml = String::from_utf8(part.clone()).unwrap();
            *part = xml.replacen("倡议书", "19900</w:t></w:r><w:r><w:t>001001", 1).into_bytes();
        }
    }
    office.write("publish/letter.docx", zipped(&parts));
    std::fs::write(office.path("publish/screen.html"), "").unwrap();
    std::fs::remove_file(office.path("publish/list.xlsx")).unwrap();
    office.write("publish/笔记.txt", "送到光明路12号301房");
    let data = office.read("publish/data.json");
    office.write("publish/data.json", data.replacen("轮椅", "轮船", 1));
    let found = found(&office);
    for (file, what) in [
        ("letter.docx", "phone"),
        ("letter.docx", "changed"),
        ("screen.html", "changed"),
        ("list.xlsx", "missing"),
        ("笔记.txt", "foreign"),
        ("笔记.txt", "door_number"),
        ("data.json", "changed"),
    ] {
        assert!(found.contains(&(file.to_owned(), what.to_owned())), "{file} {what}: {found:?}");
    }
    let run = office.ends("publish --check publish", 1);
    assert!(!run.err.contains("19900001001") && !run.out.contains("19900001001"), "{run:#?}");
}

#[test]
fn text_that_was_confirmed_is_no_finding() {
    let office = withheld();
    office.ok("publish JH-W000003 --as-is");
    office.ok("publish");
    office.ok("publish --check publish");
}

#[test]
fn templates_are_written_out_once() {
    let office = Office::new();
    office.ok("publish --templates templates").reports(&["templates"]);
    let page = office.read("templates/cards.html");
    assert!(page.contains("{{ policy }}") && office.has("templates/letter.zh.txt"));
    office.write("templates/cards.html", page.replace("<h1>", "<h1>本街道 "));
    office.refuses("publish --templates templates", 3);
    office.ok("publish");
    assert!(office.read("publish/cards.html").contains("<h1>本街道 金花街道"));
}

#[test]
fn claimant_of_a_list_is_named_only_where_the_list_says_so() {
    let office = Office::published();
    office.write("c.csv", "心愿编号,认领人,公开姓名\n1号,李梅,是\n2号,JH-M000002,\n");
    office.ok("claim import c.csv");
    office.ok("publish");
    let data = office.read("publish/data.json");
    assert!(data.contains("\"by\":\"李梅\"") && data.contains("\"by\":\"党员\""), "{data}");
    assert!(office.export("claims").iter().any(|row| row["同意署名"] == "是"));
}

/// Whatever else a row decides: who does not agree is on no wall any longer.
#[test]
fn refusal_of_consent_takes_down_what_hangs() {
    let office = Office::new();
    office.write(
        "w.csv",
        "姓名,社区,微心愿内容,同意公开\n伍艳,蟠虬社区,想要一台风扇,是\n王刚,蟠虬社区,想要一把轮椅,是\n\
         梁好,蟠虬社区,想要一床棉被,是\n陈平,蟠虬社区,想要一张书桌,是\n何花,蟠虬社区,想要一部电话,是\n",
    );
    office.ok("collect wishes w.csv");
    office.ok("verify --all --pass");
    office.ok("publish");
    office.ok("claim take 4号 --outsider 光明打字店 --on 2021-05-01");
    office.write(
        "r.csv",
        "编号,结果,征询结果\nJH-W000001,通过,否\nJH-W000002,退回,否\nJH-W000003,,否\nJH-W000004,通过,否\n\
         JH-W000005,,是\n",
    );
    let run = office.ends("publish --decisions r.csv --format json", 1);
    assert_eq!(run.json()["files"][0]["updated"], 4, "{run:#?}");
    run.reports(&["1号", "4号"]);
    for (code, state) in [("1", "verified"), ("2", "verified"), ("3", "verified"), ("4", "published")] {
        let code = format!("JH-W00000{code}");
        assert_eq!(office.state(&code), state, "{code}");
        assert_eq!(office.json(&format!("show {code}"))["consent"], false, "{code}");
    }
    assert_eq!(office.json("show JH-W000005")["consent"], true);
    office.write("again.csv", "编号,结果,征询结果\nJH-W000001,通过,否\nJH-W000002,退回,否\nJH-W000003,,否\n");
    assert_eq!(office.json("publish --decisions again.csv")["entry"], Value::Null, "twice is once");
    office.ok("publish");
    let wall = office.read("publish/wechat.txt");
    let hangs = |number: i32| wall.contains(&format!("\n{number}号 | "));
    assert!(hangs(5) && !(1..=4).any(hangs), "{wall}");
    office.ends("verify --decisions again.csv", 1);
}
