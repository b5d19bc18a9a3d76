//! The naughty strings in every text field of every kind: a row is imported as it is or is a fault with its cell; what is
//! imported is exported exactly, and no export runs as a formula.

use std::fs;
use std::path::Path;

use crate::office::{self, Office};
use crate::workbook::of_rows;

fn strings() -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/lists/blns.txt");
    let text = fs::read_to_string(path).unwrap();
    text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(str::to_owned).collect()
}

fn csv(rows: &[Vec<String>]) -> String {
    let quoted = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
    rows.iter().map(|row| row.iter().map(quoted).collect::<Vec<_>>().join(",") + "\n").collect()
}

/// A list of each kind with the string in all fields that are texts.
fn list(kind: &str, strings: &[String]) -> Vec<Vec<String>> {
    let headers: &[&str] = match kind {
        "wishes" => &["编号", "姓名", "社区", "微心愿内容", "人员类别", "许愿理由", "征集人", "备注", "怪列"],
        "projects" => &["项目编号", "项目名称", "社区", "项目内容", "申报单位", "备注", "怪列"],
        "members" => &["党员编号", "姓名", "党员类型", "特长", "备注", "怪列"],
        _ => &["组织编码", "单位党组织名称", "党组织简称", "联系人", "备注", "怪列"],
    };
    let mut rows = vec![headers.iter().map(ToString::to_string).collect::<Vec<String>>()];
    for (number, text) in strings.iter().enumerate() {
        let cell = |header: &&str| match *header {
            "社区" => "蟠虬社区".to_owned(),
            "党员类型" => "在职".to_owned(),
            header if header.ends_with("编号") || header.ends_with("编码") => format!("N{number}"),
            // A unique name, so that no two are one record.
            "姓名" | "项目名称" | "单位党组织名称" | "党组织简称" => format!("甲{number}{text}"),
            _ => format!("{text}书"),
        };
        rows.push(headers.iter().map(cell).collect());
    }
    rows
}

#[test]
fn naughty_string_is_exported_unchanged_or_is_a_fault_of_its_cell() {
    let strings = strings();
    assert!(strings.len() > 400);
    for kind in ["wishes", "projects", "members", "orgs"] {
        let office = Office::new();
        let rows = list(kind, &strings);
        office.write("a.csv", csv(&rows));
        let answer = office.run(&format!("collect {kind} a.csv --format json")).json();
        let file = &answer["files"][0];
        let (new, rejected) = (file["new"].as_u64().unwrap(), file["rejected"].as_u64().unwrap());
        assert_eq!(new + rejected, strings.len() as u64, "{kind}");
        assert!(rejected < 10, "{kind}: {:#}", file["faults"]);
        for fault in file["faults"].as_array().unwrap() {
            assert!(!fault["column"].is_null(), "{fault}");
        }
        office.ok(&format!("export {kind} --reveal 测试 --output b.csv"));
        let exported = office::cells(&office.read("b.csv"));
        assert!(exported.iter().flatten().all(|cell| !cell.starts_with(['=', '+', '-', '@', '\t', '\r'])), "{kind}");
        let again = office.json(&format!("collect {kind} b.csv"));
        assert_eq!(
            (&again["files"][0]["unchanged"], &again["entry"]),
            (&new.into(), &serde_json::Value::Null),
            "{kind}"
        );
        // A workbook gives the same.
        let cells: Vec<Vec<&str>> = rows.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
        let cells: Vec<&[&str]> = cells.iter().map(Vec::as_slice).collect();
        office.write("a.xlsx", of_rows(&cells).bytes());
        let run = office.run(&format!("collect {kind} a.xlsx --format json"));
        if run.code < 2 {
            assert_eq!(run.json()["files"][0]["updated"], 0, "{kind}");
        }
    }
}

#[test]
fn naughty_strings_never_reach_a_terminal_raw() {
    let office = Office::new();
    let strings = strings();
    // As a place or a class, each is a fault that quotes the cell.
    let rows: Vec<Vec<String>> = std::iter::once(vec!["姓名".to_owned(), "党员类型".to_owned()])
        .chain(strings.iter().enumerate().map(|(number, text)| vec![format!("甲{number}"), text.clone()]))
        .collect();
    office.write("a.csv", csv(&rows));
    let run = office.run("collect members a.csv");
    let unsafe_char = |c: char| {
        (c.is_control() && c != '\n')
            || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{200E}' | '\u{200F}')
    };
    assert!(!run.err.contains(unsafe_char) && !run.out.contains(unsafe_char), "{}", run.err);
}
