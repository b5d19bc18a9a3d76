//! Reports in each output form: the same figures, inert texts, the same bytes for the same report.
//!
//! Workbooks are computed by LibreOffice (Debian: `apt-get install libreoffice-calc`), pages are opened in Chromium
//! (`apt-get install chromium`). Without one, its test prints how to get it and checks nothing; in CI (`CI=true`)
//! that is a failure.

use std::path::Path;
use std::process::Command;

use calamine::{Data, Reader, Xlsx};

use crate::office::Office;
use crate::{parts, workbook};

const FORMS: [&str; 3] = ["md", "xlsx", "html"];

fn xlsx(office: &Office, name: &str) -> Xlsx<std::io::BufReader<std::fs::File>> {
    calamine::open_workbook(office.path(name)).unwrap()
}

/// Every text and number of a workbook, with the names of its sheets.
fn cells(office: &Office, name: &str) -> Vec<String> {
    let mut book = xlsx(office, name);
    let names = book.sheet_names();
    let mut cells = names.clone();
    for name in names {
        let range = book.worksheet_range(&name).unwrap();
        cells.extend(range.used_cells().map(|(_, _, cell)| cell.to_string()));
    }
    cells
}

/// A report's file of one form, as text.
fn text_of(office: &Office, name: &str) -> String {
    if name.ends_with("xlsx") {
        return cells(office, name).join("\n");
    }
    let text = office.read(name);
    // The page's own script and style are not part of the report.
    let text = text.split("<script>").next().unwrap();
    let (before, style) = text.split_once("<style>").unwrap_or((text, ""));
    let rest = style.split_once("</style>").map_or("", |(_, rest)| rest);
    format!("{before}{rest}").replace("&#x2f;", "/")
}

/// Another program, or `None` if it is missing and may be.
fn peer(program: &str, package: &str) -> Option<Command> {
    let found = Command::new(program).arg("--version").output().is_ok_and(|output| output.status.success());
    if found {
        return Some(Command::new(program));
    }
    parts::missing(program, "not found", &format!("apt-get install {package}"), false);
    None
}

fn file_url(path: &Path) -> String {
    format!("file://{}", path.display())
}

#[test]
fn every_form_contains_quota_and_progress() {
    let office = Office::published();
    let quota = office.json("report quota --for members");
    let required = quota["total"]["required"].to_string();
    for form in FORMS {
        let has_letterhead = form != "md";
        let phone = if has_letterhead { "--phone 13800000000" } else { "" };
        office.ok(&format!("report quota --output q.{form} {phone}"));
        office.ok(&format!("report progress --output p.{form}"));
        let (quota, progress) = (text_of(&office, &format!("q.{form}")), text_of(&office, &format!("p.{form}")));
        for word in ["认领达标情况", "党员认领微心愿", "党组织认领微项目", "蟠虬社区", "合计", "口径", "存档校验码"]
        {
            assert!(quota.contains(word), "{form}: {word} in {quota}");
        }
        assert!(quota.contains(&required), "{form}: {required} in {quota}");
        assert!(progress.contains("双微事项进展") && progress.contains("各环节完成情况"), "{form}: {progress}");
        // The operator is printed above the tables of a workbook and a page.
        assert_eq!(quota.contains("文员") && quota.contains("13800000000"), has_letterhead, "{form}");
    }
}

#[test]
fn workbook_lists_the_people_behind_its_figures() {
    let office = Office::published();
    office.ok("report quota --for members --output q.xlsx");
    let unmet = office.json("report quota --for members --list unmet")["list"].as_array().unwrap().len();
    let mut book = xlsx(&office, "q.xlsx");
    let list = book.worksheet_range("党员认领微心愿 未达标名单").unwrap();
    assert!(unmet > 0);
    // Above the people: title, name, letterhead, headers.
    assert_eq!(list.rows().skip(4).count(), unmet);
}

#[test]
fn every_formula_caches_the_json_value() {
    let office = Office::published();
    office.ok("report quota --for members --output q.xlsx");
    let total = office.json("report quota --for members")["total"].clone();
    let mut book = xlsx(&office, "q.xlsx");
    let name = book.sheet_names().remove(0);
    let (formulas, values) = (book.worksheet_formula(&name).unwrap(), book.worksheet_range(&name).unwrap());
    let mut found = Vec::new();
    for (row, column, formula) in formulas.cells().filter(|(_, _, formula)| !formula.is_empty()) {
        let (top, left) = formulas.start().unwrap();
        let at = (top + u32::try_from(row).unwrap(), left + u32::try_from(column).unwrap());
        let Some(Data::Float(value)) = values.get_value(at) else { panic!("{formula} carries no number") };
        found.push(*value);
    }
    let key = |key: &str| total[key].as_f64().unwrap();
    assert_eq!(found, ["required", "met", "unmet", "rate", "claims", "registered"].map(key));
}

/// LibreOffice takes the values that a file carries; without them it has to compute.
#[test]
fn spreadsheet_program_computes_the_written_totals() {
    let Some(mut soffice) = peer("soffice", "libreoffice-calc") else { return };
    let office = Office::published();
    office.ok("claim take 1号 --by JH-M000001 --today 2021-05-01");
    office.ok("report quota --for members --output q.xlsx");
    let mut parts = workbook::parts_of(&std::fs::read(office.path("q.xlsx")).unwrap());
    let sheet = parts.iter_mut().find(|(name, _)| name == "xl/worksheets/sheet1.xml").unwrap();
    let xml = String::from_utf8(sheet.1.clone()).unwrap();
    let (mut bare, mut rest) = (String::new(), xml.as_str());
    while let Some((before, after)) = rest.split_once("</f><v>") {
        bare.push_str(before);
        bare.push_str("</f>");
        rest = after.split_once("</v>").unwrap().1;
    }
    bare.push_str(rest);
    assert!(bare.matches("</f></c>").count() == 6, "{bare}");
    sheet.1 = bare.into_bytes();
    office.write("bare.xlsx", workbook::zipped(&parts));
    let home = format!("-env:UserInstallation={}", file_url(&office.path("home")));
    let run = soffice
        .args([&home, "--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1", "--outdir"])
        .args([office.path(""), office.path("bare.xlsx")])
        .output()
        .unwrap();
    assert!(run.status.success(), "{run:?}");
    let computed = office.read("bare.csv");
    let csv = office.ok("report quota --for members --format csv").out;
    let total = |text: &str| {
        let text = text.replace('"', "");
        let line = text.lines().find_map(|line| Some(line.split_once("合计,")?.1)).unwrap_or_else(|| panic!("{text}"));
        line.trim().split(',').map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(total(&computed)[..6], total(&csv)[..6], "{computed}");
    assert!(total(&computed)[1] != "0", "somebody has met it: {computed}");
}

/// The script ran, and the policy allowed it: a page that blocks its own script has no such mark.
#[test]
fn page_runs_its_script_in_a_browser_and_loads_nothing() {
    let Some(mut chromium) = peer("chromium", "chromium") else { return };
    let office = Office::published();
    office.ok("report quota --output q.html");
    let run = chromium
        .args(["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"])
        .args(["--disable-background-networking", "--disable-component-update", "--disable-sync"])
        .args(["--enable-logging=stderr", "--dump-dom"])
        .arg(format!("--user-data-dir={}", office.path("profile").display()))
        .arg(file_url(&office.path("q.html")))
        .output()
        .unwrap();
    let (page, log) = (String::from_utf8_lossy(&run.stdout), String::from_utf8_lossy(&run.stderr));
    assert!(page.contains("data-sorts=\"\""), "the script did not run: {page}\n{log}");
    assert!(!log.contains("Content Security Policy"), "{log}");
}

#[test]
fn hostile_name_is_inert_in_every_form() {
    let office = Office::new();
    let names =
        ["=cmd|'/C calc'!A1", "<script>alert(1)</script>]]>", "[x](javascript:alert(1))|y", "甲\u{202E}局\u{1B}[2J"];
    let mut list = "党组织全称,组织类别,报到镇街,报到日期\n".to_owned();
    names.iter().for_each(|name| list.push_str(&format!("{name},单位党组织,金花街道,2020-01-01\n")));
    office.write("orgs.csv", list);
    office.run("collect orgs orgs.csv --under 荔湾区");
    let known = office.json("report quota --for orgs --by org")["groups"].as_array().unwrap().len();
    assert!(known >= 3, "the names came in: {known}");
    for form in FORMS {
        office.ok(&format!("report quota --for orgs --by org --output q.{form}"));
        let text = text_of(&office, &format!("q.{form}"));
        assert!(!text.contains(['\u{202E}', '\u{1B}']), "{form}");
        match form {
            "md" => assert!(
                text.contains("\\=cmd\\|") && text.contains("\\<script\\>") && text.contains("\\[x\\]"),
                "{text}"
            ),
            "html" => assert!(text.contains("&lt;script&gt;") && !text.contains("<script"), "{text}"),
            _ => {
                assert!(text.lines().any(|cell| cell == "'=cmd|'/C calc'!A1"), "{text}");
                let mut book = xlsx(&office, "q.xlsx");
                let name = book.sheet_names().remove(0);
                let formulas = book.worksheet_formula(&name).unwrap();
                assert!(formulas.cells().all(|(_, _, formula)| !formula.contains("cmd")));
            }
        }
    }
}

#[test]
fn same_report_is_the_same_file_byte_for_byte() {
    let office = Office::published();
    for form in FORMS {
        for name in ["a", "b"] {
            office.ok(&format!("report quota --output {name}.{form}"));
        }
        let read = |name: &str| std::fs::read(office.path(&format!("{name}.{form}"))).unwrap();
        assert!(read("a") == read("b"), "{form}");
        office.ok(&format!("report quota --for orgs --output c.{form}"));
        assert!(read("a") != read("c"), "{form}");
    }
}

#[test]
fn existing_file_is_kept_and_missing_folder_reported_in_every_form() {
    let office = Office::published();
    for form in FORMS {
        office.write(&format!("q.{form}"), "别人的");
        office.refuses(&format!("report quota --output q.{form}"), 3).reports(&["--force"]);
        assert_eq!(office.read(&format!("q.{form}")), "别人的");
        office.ok(&format!("report quota --output q.{form} --force"));
        office.refuses(&format!("report quota --output 没有/q.{form}"), 3).reports(&["没有这个文件夹"]);
    }
    assert!(office.names().iter().all(|name| !name.ends_with(".tmp")));
    office.refuses("report quota --output q.doc", 2).reports(&[".xlsx", ".html"]);
}

#[test]
fn english_report_has_chinese_in_data_only() {
    let office = Office::published();
    for form in FORMS {
        for report in ["quota", "progress"] {
            let name = format!("{report}.{form}");
            office.ok(&format!("report {report} --output {name} --lang en"));
            let mut text = text_of(&office, &name);
            let data = cells_of_data(&office);
            data.iter().for_each(|word| text = text.replace(word.as_str(), ""));
            let left: Vec<char> = text.chars().filter(|c| ('\u{3000}'..'\u{FFF0}').contains(c) && *c != '＿').collect();
            assert!(left.is_empty(), "{name}: {left:?} in {text}");
        }
    }
}

/// Every cell of the lists that came in, and what places are called.
fn cells_of_data(office: &Office) -> Vec<String> {
    let lists = ["orgs.csv", "members.csv", "wishes.csv", "projects.csv"].map(|name| office.read(name)).join("\n");
    let mut words: Vec<String> = lists.split([',', '\n']).filter(|word| !word.is_ascii()).map(str::to_owned).collect();
    words.extend(["荔湾区", "金花街道", "龙津街道", "文员"].map(str::to_owned));
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    words
}

#[cfg(unix)]
#[test]
fn workbook_is_never_written_to_a_terminal() {
    let office = Office::published();
    let (text, code) = crate::terminal::typed(&office, "report quota --format xlsx", "");
    assert_eq!(code, 2, "{text}");
    assert!(text.contains("--output") && !text.contains("PK"), "{text}");
    let piped = office.ok("report quota --format xlsx");
    assert!(piped.bytes.starts_with(b"PK"));
}
