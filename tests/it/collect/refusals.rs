//! Lists that cannot be read at all: each is refused with exit code 3, its name, the cause and advice.

use shuangwei::intake::{Encoding, Options, open};
use shuangwei::model::exit::{Exit, Stop};
use shuangwei::model::words::ListKind;

use crate::office::Office;
use crate::reading::{Folder, open_path, read, read_with};

/// The message of the refusal, which must end with exit code 3.
fn refusal(kind: ListKind, bytes: impl AsRef<[u8]>) -> String {
    let err = read(kind, bytes).err().expect("should be refused");
    assert_eq!(err.downcast_ref::<Stop>().map(|stop| stop.exit), Some(Exit::Refused), "{err:#}");
    format!("{err:#}")
}

#[test]
fn sheet_of_a_list_without_sheets_is_refused_where_it_is_read_and_where_it_is_a_layout() {
    let office = Office::verified();
    for line in ["collect wishes wishes.csv --sheet 表1", "export wishes --like wishes.csv --sheet 表1 --output o.csv"]
    {
        office.refuses(line, 3).reports(&["没有工作表", "--sheet"]);
    }
    office.ok("export wishes --like wishes.csv --output o.csv");
}

#[test]
fn rejects_are_written_as_their_name_says_or_not_at_all() {
    let office = Office::new();
    office.write("w.csv", "许愿人,社区,联系电话,微心愿内容\n冯二,蟠虬社区,1.38E+10,想要一双鞋\n");
    for name in ["r.json", "r.jsonl", "r.html", "r.md", "r.xls", "r.ods", "R.JSON"] {
        office.refuses(&format!("collect wishes w.csv --rejects {name}"), 2).reports(&[name, ".csv", ".xlsx"]);
        assert!(!office.has(name), "{name}");
    }
    office.ends("collect wishes w.csv --rejects r.csv", 1);
    assert!(office.read("r.csv").contains("行号"));
    office.ends("collect wishes w.csv --rejects r.xlsx", 1);
    assert!(std::fs::read(office.path("r.xlsx")).unwrap().starts_with(b"PK"));
    office.ends("collect wishes w.csv --rejects /dev/null", 1);
}

#[test]
fn unreadable_list_is_refused_with_advice() {
    let wishes = ListKind::Wishes;
    for (bytes, words) in [
        (&b""[..], "空文件"),
        ("姓名,微心愿内容\n".as_bytes(), "只有表头"),
        ("姓名,微心愿内容\n合计,\n".as_bytes(), "只有表头"),
        ("你好\n世界\n".as_bytes(), "找不到微心愿表的表头"),
        ("姓名,联系电话\n张三,1\n".as_bytes(), "缺少必需的列：微心愿内容"),
        ("姓名,身份证号,党员类别,所在党组织\n张三,,在职,\n".as_bytes(), "而像党员表"),
        ("项目名称,项目内容,预算\na,b,1\n".as_bytes(), "而像微项目表"),
        ("姓名,微心愿内容\n张三,\"轮椅\n李四,书桌\n".as_bytes(), "第 2 行的引号没有结束"),
        ("姓名,微心愿内容\n张三,\"轮\"椅\n".as_bytes(), "第 2 行的引号后面还有文字"),
        (b"name,content\ncaf\xE9 au lait,ni\xF1o\n", "--encoding"),
        (b"PK\x03\x04........[Content_Types].xml", "损坏"),
        (b"PK\x03\x04....mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "损坏"),
        (b"PK\x03\x04........word/document.xml", "Word"),
        (b"PK\x03\x04........anything", "zip"),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "损坏"),
        (b"%PDF-1.4", "PDF"),
        (b"SQLite format 3\0", "SQLite"),
        (b"<html><p>no table</p>", "网页"),
        (b"<html><table>", "找不到微心愿表的表头"),
        (&[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1, 2, 3, 4, 5][..], "不是文本"),
    ] {
        let message = refusal(wishes, bytes);
        assert!(message.contains(words), "{message}");
        assert!(message.contains("list.csv"), "{message}");
        // Only a map to fill in takes more than a line.
        assert!(!message.contains('\n') || message.contains("[columns]"), "{message}");
    }
    assert!(
        format!("{:#}", open("no/such/list.csv", wishes, &Options::default()).err().unwrap()).contains("没有这个文件")
    );
    let folder = Folder::new();
    assert!(format!("{:#}", open_path(folder.0.path(), wishes).err().unwrap()).contains("文件夹"));
}

#[test]
fn invalid_bytes_are_reported_with_their_row() {
    let mut bytes = encoding_rs::GB18030
        .encode(&format!("姓名,微心愿内容\n{}", "张三,请送一张新的书桌给孙女写作业\n".repeat(40)))
        .0
        .into_owned();
    bytes.extend_from_slice(b"\xFF\xFF,x\n");
    assert!(refusal(ListKind::Wishes, &bytes).contains("第 42 行有不是 gb18030 的字节"));
    let options = Options { encoding: Some(Encoding::Utf8), ..Options::default() };
    let err = read_with(
        ListKind::Wishes,
        &options,
        "姓名,微心愿内容\n张三,a\n".as_bytes().iter().chain(b"\xFF,b\n").copied().collect::<Vec<_>>(),
    );
    assert!(format!("{:#}", err.err().unwrap()).contains("第 3 行有不是 utf-8 的字节"));
}
