//! What steers a terminal reaches none, in any format and by any way in; files and pipes have it as it is.

use std::fs;

use crate::office::Office;
use crate::terminal::typed;

const ESCAPE: &str = "\u{1b}]0;pwn\u{7}";
const TURNED: &str = "\u{202e}";
const C1: &str = "\u{9b}31m";

/// Names, notes and cells with them, as far as they are taken in.
fn office() -> Office {
    let office = Office::published();
    let run = |line: &str, text: &str| {
        let mut command = office.command(line);
        command.args(["--reason", text]).output().unwrap();
    };
    run("withdraw 5号", &format!("搬家{ESCAPE}{TURNED}{C1}"));
    let mut command = office.command("campaign list");
    command.args(["--operator", &format!("a{ESCAPE}{TURNED}")]).output().unwrap();
    let mut command = office.command("campaign add");
    command
        .args([&format!("c{ESCAPE}{TURNED}{C1}"), "--from", "2027-01-01", "--until", "2027-12-31"])
        .output()
        .unwrap();
    office.write(
        "w.csv",
        format!("许愿人,社区,微心愿内容,备注\n甲{TURNED}一,蟠虬社区,想要{TURNED}书桌,备{TURNED}注{C1}\n乙二,蟠虬社区,要{ESCAPE}灯,\n"),
    );
    office.run("collect wishes w.csv");
    office
}

fn steers(text: &str) -> Option<char> {
    // The colours of states, totals and errors are the program's own.
    const COLOURS: [&str; 5] = ["\u{1b}[0m", "\u{1b}[1m", "\u{1b}[31m", "\u{1b}[32m", "\u{1b}[33m"];
    let text = COLOURS.iter().fold(text.to_owned(), |text, colour| text.replace(colour, ""));
    text.chars().find(|c| {
        matches!(c, '\0'..='\u{8}' | '\u{b}'..='\u{c}' | '\u{e}'..='\u{1f}' | '\u{7f}'..='\u{9f}')
            || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{61c}')
    })
}

#[test]
fn no_format_steers_a_terminal() {
    let office = office();
    for format in ["table", "csv", "json", "jsonl", "md", "html"] {
        for line in ["log", "campaign list", "show 5号", "report progress", "show JH-W000009"] {
            let line = format!("{line} --format {format}");
            let (written, _) = typed(&office, &line, "");
            assert_eq!(steers(&written), None, "{line}: {written:?}");
            assert!(!written.trim().is_empty());
        }
    }
    for line in
        ["export wishes", "export wishes --encoding gb18030", "show 没有\u{202e}这个", "verify --near-duplicates"]
    {
        let (written, _) = typed(&office, line, "");
        assert_eq!(steers(&written), None, "{line}: {written:?}");
    }
    let (written, _) = typed(&office, "campaign list --format json", "");
    assert!(written.contains("\\u{202e}") || written.contains("\\u202e") || !written.contains("202"), "{written}");
}

#[test]
fn files_and_pipes_have_the_text_as_it_is() {
    let office = office();
    let piped = office.ok("export wishes");
    office.ok("export wishes --output out.csv");
    assert!(fs::read(office.path("out.csv")).unwrap() == piped.bytes);
    let piped = office.ok("campaign list --format csv");
    assert!(piped.out.contains(ESCAPE) && piped.out.contains(TURNED), "the control: {piped:#?}");
}
