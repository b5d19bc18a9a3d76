//! Files that are no lists are named for what they are, with the way out.

use shuangwei::intake::{Options, open};
use shuangwei::model::fields::Field;
use shuangwei::model::words::ListKind;

use super::xls::contained;
use super::{Folder, refusal, sample, values, wishes};
use crate::workbook::{Book, Sheet, of_rows, parts_of, text_rows, zipped};

#[test]
fn file_that_is_no_list_is_named_for_what_it_is() {
    let numbers = zipped(&vec![("Index/Document.iwa".to_owned(), b"x".to_vec())]);
    for (bytes, what, way_out) in [
        (&b"\x09\x00\x04\x00\x02\x00\x10\x00"[..], "Excel 2.1", "另存为"),
        (b"\x09\x02\x06\x00\x00\x00\x10\x00\x00\x00", "Excel 3", "另存为"),
        (b"\x09\x04\x06\x00\x00\x00\x10\x00\x00\x00", "Excel 4", "另存为"),
        (&numbers, "Numbers", "导出为 Excel"),
        (b"%PDF-1.4", "PDF", "要原来的表格"),
        (b"\x89PNG\r\n\x1A\n", "PNG", "要原来的表格"),
        (b"\xFF\xD8\xFF\xE0", "JPEG", "要原来的表格"),
        (&contained(&[("WordDocument", b"x")]), "Word", "另存为"),
        (&contained(&[("EncryptedPackage", b"x")]), "密码", "另存为"),
        (&contained(&[("Contents", b"x")]), "没有表格", "另存为"),
    ] {
        let message = refusal(bytes);
        assert!(message.contains(what) && message.contains(way_out), "{message}");
    }
}

#[test]
fn lock_file_names_the_list_that_is_open() {
    let folder = Folder::new();
    for (lock, list) in [("~$心愿.xlsx", "心愿.xlsx"), (".~lock.心愿.ods#", "心愿.ods")] {
        let path = folder.0.path().join(lock);
        std::fs::write(&path, b"\x04user").unwrap();
        let message = open(path.to_str().unwrap(), ListKind::Wishes, &Options::default()).err().unwrap().to_string();
        assert!(message.contains(&format!("“{list}”")) && message.contains("关闭"), "{message}");
    }
}

#[test]
fn book_with_two_parts_of_one_name_is_refused() {
    let list = |content| parts_of(&of_rows(&[&["许愿人", "社区", "微心愿内容"], &["甲", "榕荫社区", content]]).bytes());
    let both = |content| {
        let capitals = list(content).into_iter().map(|(name, bytes)| (name.to_uppercase(), bytes));
        zipped(&list("书").into_iter().chain(capitals).collect())
    };
    assert_eq!(wishes(both("书")).len(), 1, "the same part twice");
    assert!(refusal(both("伞")).contains("不完整或已损坏"));
}

#[test]
fn list_beyond_a_limit_is_refused_for_that() {
    let wide: Vec<String> = (0..20_000).map(|at| format!("列{at}")).collect();
    let message = refusal(format!("许愿人,社区,微心愿内容,{}\n甲,榕荫社区,书\n", wide.join(",")));
    assert!(message.contains("第 1 行超过 16384 列"), "{message}");
    let sheet = |at: usize| format!("<Worksheet ss:Name=\"表{at}\"><Table/></Worksheet>");
    let sheets: String = (0..1001).map(sheet).collect();
    let message = refusal(format!(
        "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" \
         xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">{sheets}</Workbook>"
    ));
    assert!(message.contains("1001 张工作表") && message.contains("--sheet"), "{message}");
}

#[test]
fn few_bytes_that_ask_for_many_are_not_followed() {
    let long = "长".repeat(1 << 20);
    let cells: String = (1..40)
        .map(|at| format!("<c r=\"{}1\" t=\"s\"><v>0</v></c>", shuangwei::model::fault::column_letter(at)))
        .collect();
    let sheet = Sheet { name: "表", rows: format!("<row r=\"1\">{cells}</row>"), ..Sheet::default() };
    let book = Book { sheets: vec![sheet], strings: vec![&long], ..Book::default() };
    assert!(refusal(book.bytes()).contains("已损坏"));
    let blanks = "<text:s text:c=\"60000\"/>".repeat(20_000);
    let row = format!(
        "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>{blanks}</text:p></table:table-cell></table:table-row>"
    );
    let list = String::from_utf8(sample("43-flat.fods")).unwrap();
    assert_eq!(wishes(list.replace("</table:table>", &format!("{row}</table:table>"))).len(), 1);
    let code = "0".repeat(1 << 20);
    let rows = text_rows(&[&["许愿人", "社区", "微心愿内容", "预算"], &["甲", "榕荫社区", "书"]]);
    let rows = rows.strip_suffix("</row>").unwrap().to_owned() + "<c r=\"D2\" s=\"1\"><v>300</v></c></row>";
    let book =
        Book { sheets: vec![Sheet { name: "表", rows, ..Sheet::default() }], formats: vec![&code], ..Book::default() };
    assert_eq!(values(&wishes(book.bytes()), &[Field::Budget]), [["300.00"]]);
}
