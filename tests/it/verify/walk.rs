//! `verify` on a terminal: one need after the other, one key each, every answer saved at once.

use serde_json::json;

use crate::office::{self, Office};
use crate::terminal::{DOWN, ESC, Session, UP, shows_cursor};

const SIZE: (u16, u16) = (80, 24);

/// Four wishes: the third has a near deadline, the fourth is the oldest.
const LIST: &str = "\
姓名,社区,联系电话,家庭住址,微心愿内容,预计金额,征集时间,完成时限,同意公开
伍艳,蟠虬社区,19900001001,光明路12号301房,想要一辆轮椅,500,2021-12-09,,是
王刚,蟠虬社区,19900001003,光明路14号,希望有一辆轮椅，谢谢,600,2021-12-10,,是
陈一,西来社区,19900001004,,希望有一台电风扇，电话19900001004,300,2021-12-11,2022-01-03,是
李静,西来社区,19900001005,,需要一张书桌,200,2021-12-01,2022-06-01,否
";

/// They are shown in this order.
const ORDER: [&str; 4] = ["JH-W000003", "JH-W000004", "JH-W000001", "JH-W000002"];

fn collected() -> Office {
    let office = Office::new();
    office.write("wishes.csv", LIST);
    office.ok("collect wishes wishes.csv");
    office
}

/// Presses a key and waits for the screen of the next need.
#[track_caller]
fn press(walk: &mut Session, key: &str, next: usize) -> String {
    walk.types(key);
    screen(walk, next)
}

#[track_caller]
fn screen(walk: &mut Session, at: usize) -> String {
    walk.sees(&[&format!("核实 {}/4  {}", at + 1, ORDER[at]), "q 结束"])
}

#[track_caller]
fn sound(office: &Office, states: [&str; 4]) {
    assert_eq!(ORDER.map(|code| office.state(code)), states);
    office.ok("check");
    office.ok("log --verify");
}

#[test]
fn walk_shows_most_urgent_then_oldest_with_who_where_and_what() {
    let office = collected();
    let mut walk = Session::new(&office, "verify", SIZE);
    let first = screen(&mut walk, 0);
    for words in ["陈一", "199****1004", "西来社区", "电风扇", "预计 300.00 元", "2022-01-03（还有 3 天）", "电话号码"]
    {
        assert!(first.contains(words), "{words}: {first}");
    }
    assert!(!first.contains("19900001004"), "{first}");
    let second = press(&mut walk, "s", 1);
    assert!(second.contains("（30 天前）") && second.contains("同意公开  否"), "{second}");
    let third = press(&mut walk, " ", 2);
    assert!(third.contains("1 JH-W000002 100% 王刚") && third.contains("辆轮椅"), "{third}");
    assert!(!third.contains("301"), "no door number without a reason: {third}");
    press(&mut walk, "\x1b[C", 3);
    let back = press(&mut walk, "b", 2);
    assert!(back.contains("伍艳"), "{back}");
    let before = office.file();
    walk.types("q");
    let (output, code) = walk.end();
    assert_eq!(code, 0, "{output}");
    assert!(output.contains("这次核实 0 件") && output.contains("还有 4 件"), "{output}");
    assert!(office.file() == before);
}

#[test]
fn walk_key_saves_its_decision_at_once() {
    let office = collected();
    let mut walk = Session::new(&office, "verify --by 阮芳 --how 入户", SIZE);
    screen(&mut walk, 0);
    press(&mut walk, "p", 1);
    assert_eq!(office.state(ORDER[0]), "verified", "saved before the walk ends");
    // No reason, a reason from the list, and one of one's own.
    walk.types("r");
    walk.sees(&["理由：", "> 返回", "  不属于微心愿", "其他理由"]);
    press(&mut walk, ESC, 1);
    walk.types("r");
    walk.sees(&["  金额过高", "其他理由"]);
    walk.types(&format!("{DOWN}{DOWN}\n"));
    screen(&mut walk, 2);
    walk.types("n");
    walk.sees(&["  缺联系电话", "其他理由"]);
    walk.types(&format!("{UP}\n"));
    walk.sees(&["理由（回车返回）："]);
    walk.types("请写明轮椅尺寸\n");
    screen(&mut walk, 3);
    walk.types("q");
    let (output, code) = walk.end();
    assert_eq!((code, output.contains("这次核实 3 件，都已保存；还有 1 件待核实")), (0, true), "{output}");
    sound(&office, ["verified", "rejected", "needs_info", "collected"]);
    let shown = ORDER.map(|code| office.json(&format!("show {code}")));
    assert_eq!((&shown[0]["verified_by"], &shown[0]["verified_how"]), (&json!("阮芳"), &json!("入户")));
    assert_eq!((&shown[1]["reason_out"], &shown[2]["reason_out"]), (&json!("金额过高"), &json!("请写明轮椅尺寸")));
    assert_eq!(office.json("log --limit 9")["entries"].as_array().unwrap().len(), 5, "an entry for each");
}

#[test]
fn walk_takes_shown_duplicate_or_its_code() {
    let office = collected();
    let mut walk = Session::new(&office, "verify", SIZE);
    screen(&mut walk, 0);
    // No near need is shown, and the code is unknown.
    walk.types("d");
    walk.sees(&["与哪一件重复（写编号"]);
    walk.types("JH-W000099\n");
    let answer = screen(&mut walk, 0);
    assert!(answer.contains("JH-W000099"), "{answer}");
    press(&mut walk, "s", 1);
    press(&mut walk, "s", 2);
    press(&mut walk, "s", 3);
    walk.types("d");
    walk.sees(&["与哪一件重复：", "  JH-W000001 伍艳", "其他，写编号"]);
    walk.types(&format!("{DOWN}\n"));
    let (output, code) = walk.end();
    assert_eq!(code, 0, "behind the last need the walk ends: {output}");
    assert_eq!(office.json("show JH-W000002")["duplicate_of"], "JH-W000001");
    sound(&office, ["collected", "collected", "collected", "duplicate"]);
}

#[test]
fn walk_rewording_keeps_the_need_waiting() {
    let office = collected();
    let mut walk = Session::new(&office, "verify", SIZE);
    screen(&mut walk, 0);
    walk.types("w");
    walk.sees(&["公开措辞"]);
    walk.types("希望有一台电风扇\n");
    let reworded = screen(&mut walk, 0);
    assert!(reworded.contains("公开措辞  希望有一台电风扇"), "{reworded}");
    assert!(!reworded.contains("电话号码"), "nothing private is left: {reworded}");
    press(&mut walk, "p", 1);
    // Nothing typed changes nothing.
    walk.types("w");
    walk.sees(&["公开措辞（"]);
    press(&mut walk, "\n", 1);
    walk.types("q");
    walk.end();
    assert_eq!(office.json("show JH-W000003")["wording"], "希望有一台电风扇");
    sound(&office, ["verified", "collected", "collected", "collected"]);
    office.ok("publish");
    assert!(office.read("publish/list.csv").contains("希望有一台电风扇"));
}

#[test]
fn walk_back_reverts_or_replaces_a_decision() {
    let office = collected();
    let mut walk = Session::new(&office, "verify", SIZE);
    screen(&mut walk, 0);
    press(&mut walk, "p", 1);
    press(&mut walk, "p", 2);
    press(&mut walk, "b", 1);
    let back = walk.sees(&["u 撤销"]);
    assert!(back.contains("刚才：已核实"), "{back}");
    let undone = press(&mut walk, "u", 1);
    assert!(!undone.contains("刚才"), "{undone}");
    assert_eq!(office.state(ORDER[1]), "collected");
    press(&mut walk, "b", 0);
    walk.types("r");
    walk.sees(&["理由", "其他理由"]);
    walk.types(&format!("{DOWN}\n"));
    screen(&mut walk, 1);
    walk.types("q");
    let (output, _) = walk.end();
    assert!(output.contains("这次核实 1 件") && output.contains("还有 3 件"), "{output}");
    sound(&office, ["rejected", "collected", "collected", "collected"]);
    // The first answer was reverted before: the need comes from its waiting state.
    let first = office.records().into_iter().find(|record| record.contains("code=JH-W000003")).unwrap();
    assert!(first.contains("came_from=collected"), "{first}");
}

#[test]
fn walk_interrupt_keeps_answers_and_a_sound_file() {
    for at_a_question in [false, true] {
        let office = collected();
        let mut walk = Session::new(&office, "verify", SIZE);
        screen(&mut walk, 0);
        press(&mut walk, "p", 1);
        if at_a_question {
            walk.types("r");
            walk.sees(&["理由", "其他理由"]);
        }
        walk.types("\x03");
        let (output, code) = walk.end();
        assert!(shows_cursor(&output), "{output:?}");
        // At a screen the key ends the walk; before the terminal is in raw mode it is the signal.
        assert!(code == -1 || !at_a_question && code == 0, "{code} {output}");
        sound(&office, ["verified", "collected", "collected", "collected"]);
        // The next walk begins with what is left.
        let mut walk = Session::new(&office, "verify", SIZE);
        walk.sees(&["核实 1/3  JH-W000004", "q 结束"]);
        walk.types("q");
        walk.end();
    }
}

#[test]
fn walk_ends_at_end_of_input_and_enter_decides_nothing() {
    let office = collected();
    let mut walk = Session::new(&office, "verify", SIZE);
    screen(&mut walk, 0);
    press(&mut walk, "\n", 0);
    press(&mut walk, "x", 0);
    walk.types("n");
    walk.sees(&["理由", "其他理由"]);
    press(&mut walk, "\n", 0);
    walk.types("r");
    walk.sees(&["理由", "其他理由"]);
    walk.types(&format!("{UP}\n"));
    walk.sees(&["理由（回车返回）："]);
    press(&mut walk, "\n", 0);
    walk.types("r");
    walk.sees(&["理由", "其他理由"]);
    walk.types(&format!("{UP}\n"));
    walk.sees(&["理由（回车返回）："]);
    walk.types("\x04");
    let (output, code) = walk.end();
    assert_eq!((code, output.contains("还有 4 件")), (0, true), "{output}");
    sound(&office, ["collected"; 4]);
}

#[test]
fn walk_keeps_how_until_changed() {
    let office = collected();
    let mut walk = Session::new(&office, "verify", SIZE);
    screen(&mut walk, 0);
    press(&mut walk, "h", 0);
    let answer = press(&mut walk, "h", 0);
    assert!(answer.contains("核实方式（入户）"), "{answer}");
    press(&mut walk, "p", 1);
    press(&mut walk, "p", 2);
    walk.types("q");
    walk.end();
    assert_eq!(
        ORDER[..2].iter().filter(|code| office.json(&format!("show {code}"))["verified_how"] == "入户").count(),
        2
    );
}

#[test]
fn verifying_own_wish_warns_and_succeeds() {
    let office = collected();
    let mut walk = Session::new(&office, "verify --by 陈一", SIZE);
    screen(&mut walk, 0);
    let next = press(&mut walk, "p", 1);
    assert!(next.contains("JH-W000003") && next.contains("本人"), "{next}");
    walk.types("q");
    walk.end();
    sound(&office, ["verified", "collected", "collected", "collected"]);
}

#[test]
fn walk_reveals_phones_with_a_logged_reason() {
    let office = collected();
    let mut walk = Session::new(&office, "verify --reveal 电话核实 --place 蟠虬社区", SIZE);
    let shown = walk.sees(&["核实 1/2  JH-W000001", "q 结束"]);
    assert!(shown.contains("19900001001") && shown.contains("光明路12号301房"), "{shown}");
    walk.types("q");
    walk.end();
    let log = office.ok("log").out;
    assert!(log.contains("导出核实名单（含电话住址）"), "{log}");
}

#[test]
fn every_screen_fits_eighty_and_sixty_columns_in_both_languages() {
    for (lang, columns) in [("zh", 80), ("zh", 60), ("en", 80), ("en", 60)] {
        let mut office = collected();
        office.lang = lang;
        let mut walk = Session::new(&office, "verify", (columns, 24));
        for code in ORDER {
            let shown = walk.sees(&[code, if lang == "zh" { "q 结束" } else { "q quit" }]);
            let lines: Vec<&str> = shown.split("\r\n").collect();
            assert!(lines.len() <= 24, "{lines:#?}");
            for line in lines {
                let line =
                    line.trim_start_matches("\x1b[2J").trim_start_matches("\x1b[H").trim_start_matches("\x1b[1;1H");
                assert!(
                    unicode_width::UnicodeWidthStr::width(line) <= usize::from(columns),
                    "{lang} {columns}: {line}"
                );
            }
            walk.types("s");
        }
        let (output, code) = walk.end();
        assert_eq!(code, 0, "{output}");
    }
}

#[test]
fn long_text_keeps_keys_visible_and_never_begins_a_line_with_punctuation() {
    let office = Office::new();
    let long = "家里住在三楼，".repeat(200);
    office.write("wishes.csv", format!("姓名,社区,微心愿内容,许愿理由\n甲一,蟠虬社区,{long},{long}\n"));
    office.write("projects.csv", office::PROJECTS);
    office.ok("collect wishes wishes.csv");
    office.ok("collect projects projects.csv");
    for columns in [60, 61] {
        let mut walk = Session::new(&office, "verify", (columns, 24));
        let project = walk.sees(&["核实 1/3  XM02", "q 结束"]);
        assert!(project.contains("申报单位  金花街道党工委"), "{project}");
        walk.types("s");
        walk.sees(&["核实 2/3", "q 结束"]);
        walk.types("s");
        let shown = walk.sees(&["核实 3/3  JH-W000001", "q 结束"]);
        assert!(shown.lines().count() <= 24, "{shown}");
        assert!(shown.lines().all(|line| !line.trim_start().starts_with('，')), "{shown}");
        walk.types("q");
        walk.end();
    }
}

#[test]
fn walk_dry_run_is_refused() {
    let office = collected();
    let before = office.file();
    let (output, code) = Session::new(&office, "verify --dry-run", SIZE).end();
    assert_eq!((code, output.contains("--pass")), (2, true), "{output}");
    assert!(office.file() == before);
}

#[test]
fn walk_with_nothing_waiting_asks_nothing() {
    let office = Office::new();
    let (output, code) = Session::new(&office, "verify", SIZE).end();
    assert_eq!((code, output.contains("没有待核实")), (0, true), "{output}");
}
