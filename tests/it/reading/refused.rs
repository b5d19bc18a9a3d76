//! Files that are no lists are named for what they are, with the way out.

use shuangwei::intake::{Options, open};
use shuangwei::model::words::ListKind;

use super::xls::contained;
use super::{Folder, refusal, wishes};
use crate::workbook::{of_rows, parts_of, zipped};

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
