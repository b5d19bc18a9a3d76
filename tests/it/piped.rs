//! What scripts hand in and get: codes from a file or another program, CSV as they want it, the columns that they choose.

use serde_json::Value;

use crate::office::{Office, table};

#[test]
fn commands_of_many_codes_read_them_from_a_file_or_a_pipe() {
    let office = Office::published();
    office.write("codes.txt", "\u{FEFF}JH-W000001\r\n\r\n  2号 \nJH-W000003\n");
    office.ok("claim take --from-file codes.txt --by 李梅");
    for code in ["1号", "2号", "3号"] {
        assert_eq!(office.progress(code).as_deref(), Some("claimed"), "{code}");
    }
    // As `find -print0` ends its names.
    let run = office.run_stdin("claim start --from-file - --null", "JH-W000001\u{0}3号\u{0}");
    assert_eq!(run.code, 0, "{run:?}");
    assert_eq!(office.json("list claims --state started")["total"], 2);
    let run = office.run_stdin("claim release --from-file - --reason 换人", "1号\n2号\n");
    assert_eq!(run.code, 0, "{run:?}");
    let run = office.run_stdin("withdraw --from-file - --reason 搬家", "1号\n");
    assert_eq!((run.code, office.state("1号").as_str()), (0, "withdrawn"), "{run:?}");
    let run = office.run_stdin("publish --take-down --from-file - --reason 改期", "4号\n5号\n");
    assert_eq!((run.code, office.state("4号").as_str()), (0, "verified"), "{run:?}");
    let run = office.run_stdin("publish --as-is --from-file -", "4号\n");
    assert_eq!((run.code, office.state("4号").as_str()), (0, "published"), "{run:?}");
    assert_eq!(office.state("5号"), "verified");
    let run = office.run_stdin("verify --from-file - --needs-info 缺电话", "5号\n");
    assert_eq!((run.code, office.state("5号").as_str()), (0, "needs_info"), "{run:?}");
    let run = office.run_stdin("claim remind --from-file - --format json", "3号\n");
    assert_eq!(run.json()["messages"].as_array().unwrap().len(), 1, "{run:?}");
}

#[test]
fn file_without_codes_never_means_all() {
    let office = Office::verified();
    office.write("none.txt", "\n \n");
    let long = "甲".repeat(200);
    office.write("bad.txt", format!("JH-W000001\n{long}\n"));
    office.write("latin.txt", b"JH-W000001\n\xFF\xFE\n");
    let before = office.file();
    for line in ["publish", "verify --pass", "close --reason 完", "claim take --by 李梅", "claim start", "claim remind"]
    {
        office.ends(&format!("{line} --from-file none.txt"), 3).reports(&["none.txt", "没有编号"]);
        office.ends(&format!("{line} --from-file gone.txt"), 3).reports(&["gone.txt"]);
        let run = office.ends(&format!("{line} --from-file bad.txt"), 3);
        run.reports(&["bad.txt 第 2 行"]);
        assert!(!run.err.contains(&long), "{run:?}");
        office.ends(&format!("{line} --from-file latin.txt"), 3).reports(&["latin.txt 第 2 行"]);
        office.ends(&format!("{line} JH-W000001 --from-file none.txt"), 2);
        office.ends(&format!("{line} JH-W000001 --null"), 2);
    }
    office.ends("verify --all --from-file none.txt --pass", 2);
    office.ends("publish --review --from-file none.txt", 2);
    office.ends("claim letter --all --from-file none.txt --output a.html", 2);
    assert!(office.file() == before);
}

#[test]
fn csv_is_written_as_programs_want_it() {
    let office = Office::published();
    for line in ["list wishes", "report quota", "log", "export wishes"] {
        let csv = if line.starts_with("export") { String::new() } else { " --format csv".to_owned() };
        let usual = office.ok(&format!("{line}{csv}")).out;
        assert!(usual.starts_with('\u{FEFF}') && usual.contains("\r\n"), "{line}: {usual}");
        let plain = office.ok(&format!("{line}{csv} --no-bom --lf")).out;
        assert_eq!(plain, usual.trim_start_matches('\u{FEFF}').replace("\r\n", "\n"), "{line}");
        office.ok(&format!("{line} --no-bom --output a.csv --force"));
        assert!(std::fs::read(office.path("a.csv")).unwrap().starts_with(&plain.as_bytes()[..6]), "{line}");
    }
    for line in ["list wishes --lf", "report quota --format json --no-bom", "log --output a.xlsx --lf --force"] {
        office.refuses(line, 2).reports(&["CSV"]);
    }
    office.refuses("export wishes --output a.xlsx --lf", 2).reports(&["--lf"]);
    office.refuses("export wishes --encoding gb18030 --no-bom", 2).reports(&["--no-bom"]);
    assert!(!office.has("a.xlsx"));
}

#[test]
fn csv_of_a_report_has_rows_of_figures_and_its_notes_where_they_are_asked_for() {
    let office = Office::published();
    for report in ["quota", "progress", "supply", "ageing", "activity"] {
        let run = office.ok(&format!("report {report} --format csv"));
        assert!(!run.out.contains("存档校验码") && run.err.contains("存档校验码"), "{run:?}");
        let noted = office.ok(&format!("report {report} --format csv --with-notes"));
        assert!(noted.out.contains("存档校验码") && !noted.err.contains("存档校验码"), "{noted:?}");
        assert!(noted.out.starts_with(run.out.trim_end()) || noted.out.len() > run.out.len(), "{report}");
    }
    let rows = table(office.ok("report quota --for members --format csv --quiet").out.trim_start_matches('\u{FEFF}'));
    assert!(rows.iter().all(|row| row["应认领"].parse::<i64>().is_ok()), "{rows:?}");
    assert!(office.ok("report quota --format csv --quiet").err.is_empty());
    office.refuses("report quota --with-notes", 2).reports(&["--with-notes"]);
}

#[test]
fn list_has_the_columns_that_are_chosen_in_every_form() {
    let office = Office::published();
    let csv = office.ok("list wishes --fields code,progress,内容 --format csv --no-bom").out;
    assert_eq!(csv.lines().next(), Some("编号,progress,内容"), "{csv}");
    assert!(csv.contains("JH-W000001,待认领,"), "{csv}");
    let keys = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    let document = office.json("list wishes --fields place,code");
    assert_eq!(keys(&document["wishes"][0]), ["place", "code"]);
    let lines = office.ok("list members --fields name --format jsonl").out;
    assert!(lines.lines().all(|line| keys(&serde_json::from_str(line).unwrap()) == ["name"]), "{lines}");
    let text = office.ok("list orgs --fields code,name").out;
    assert!(text.contains("O1") && !text.contains("199"), "{text}");
    office.refuses("list wishes --fields code,budget", 2).reports(&["budget", "code", "content"]);
    office.refuses("list places --fields phone --format json", 2).reports(&["name"]);
}

/// `echo 3号 > codes.txt` writes GBK in Windows' own shell, and UTF-16 in PowerShell.
#[test]
fn codes_are_read_in_every_encoding_that_windows_writes() {
    let utf16 = |text: &str, mark: u16| -> Vec<u8> {
        let units = [0xFEFF].into_iter().chain(text.encode_utf16());
        units.flat_map(|unit| if mark == 0xFEFF { unit.to_le_bytes() } else { unit.to_be_bytes() }).collect()
    };
    let text = "1号\r\n2号\r\nJH-W000003\r\n";
    for (encoding, bytes) in [
        ("utf-8", text.as_bytes().to_vec()),
        ("utf-8 with a mark", format!("\u{FEFF}{text}").into_bytes()),
        ("gbk", encoding_rs::GBK.encode(text).0.into_owned()),
        ("utf-16le", utf16(text, 0xFEFF)),
        ("utf-16be", utf16(text, 0xFFFE)),
    ] {
        let office = Office::published();
        office.write("codes.txt", bytes);
        office.ok("withdraw --from-file codes.txt --reason 搬家");
        for code in ["1号", "2号", "3号"] {
            assert_eq!(office.state(code), "withdrawn", "{encoding} {code}");
        }
    }
    let office = Office::published();
    office.write("broken.txt", [b"1".as_slice(), &[0xFF, 0xC0, b'\n']].concat());
    office.refuses("withdraw --from-file broken.txt --reason 搬家", 3).reports(&["broken.txt", "1"]);
}
