//! Half-width, full-width and blank variants of one cell are one value: the same row, the same record.

use proptest::prelude::*;
use shuangwei::intake::{Read, Row};
use shuangwei::model::words::ListKind;

use super::read;
use crate::office::Office;

/// Cells as they are mostly written, under their headers.
const WISH: [(&str, &str); 11] = [
    ("心愿编号", "XY-0012"),
    ("姓名", "陈一秀"),
    ("联系电话", "19900001001"),
    ("社区", "蟠虬社区"),
    ("微心愿内容", "一盏台灯,2号要用"),
    ("数量", "12套"),
    ("预计金额", "1,200.50元"),
    ("完成时限", "2021-06-30"),
    ("同意公开", "Y"),
    ("年龄", "67岁"),
    ("备注", "晚上7点后在家"),
];
const MEMBER: [(&str, &str); 5] = [
    ("姓名", "李梅"),
    ("身份证号", "44999919900101006X"),
    ("手机号", "19900001002"),
    ("党员类型", "在职"),
    ("报到日期", "2021/4/9"),
];

/// A character as it may be typed: as it is, or full-width.
fn typed(c: char, is_full: bool) -> char {
    match c {
        '!'..='~' if is_full => char::from_u32(c as u32 + 0xFEE0).unwrap(),
        c => c,
    }
}

/// A cell with some of its characters full-width, and blanks around it.
fn variant(cell: &str, full: &[bool], around: (&str, &str)) -> String {
    let typed: String = cell.chars().zip(full.iter().cycle()).map(|(c, full)| typed(c, *full)).collect();
    format!("{}{typed}{}", around.0, around.1)
}

fn list(cells: &[(&str, String)]) -> String {
    let quoted = |cell: &str| format!("\"{cell}\"");
    let headers: Vec<&str> = cells.iter().map(|(header, _)| *header).collect();
    let row: Vec<String> = cells.iter().map(|(_, cell)| quoted(cell)).collect();
    format!("{}\n{}\n", headers.join(","), row.join(","))
}

fn row(kind: ListKind, cells: &[(&str, String)]) -> Row {
    read(kind, list(cells)).unwrap().1.remove(0)
}

/// The values that a row has, texts aside, which are shown as they were written.
fn values(row: &Row) -> Vec<String> {
    use shuangwei::model::draft::{Draft, Value};
    let Read::Draft { draft, waiting, .. } = &row.read else { panic!("{row:?}") };
    assert!(waiting.is_empty(), "{row:?}");
    let values = match draft {
        Draft::Need(need) => &need.values,
        Draft::Member(member) => &member.values,
        other => panic!("{other:?}"),
    };
    let exact = values.iter().filter(|(_, value)| !matches!(value, Value::Text(_)));
    exact.map(|(field, value)| format!("{field} {value}")).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_row_reads_the_same_however_it_is_typed(
        full in prop::collection::vec(any::<bool>(), 1..12),
        before in prop::sample::select(vec!["", " ", "\u{3000}", "\u{A0}", "\u{200B}", "\u{FEFF} "]),
        after in prop::sample::select(vec!["", " ", "\u{3000}", "\t", "\u{202C}"]),
    ) {
        for (kind, cells) in [(ListKind::Wishes, &WISH[..]), (ListKind::Members, &MEMBER[..])] {
            let plain: Vec<(&str, String)> = cells.iter().map(|(header, cell)| (*header, (*cell).to_owned())).collect();
            let other: Vec<(&str, String)> =
                cells.iter().map(|(header, cell)| (*header, variant(cell, &full, (before, after)))).collect();
            let (plain, other) = (row(kind, &plain), row(kind, &other));
            prop_assert_eq!(values(&plain), values(&other));
            prop_assert_eq!(plain.fingerprint, other.fingerprint);
        }
    }
}

#[test]
fn a_row_typed_otherwise_is_a_duplicate_and_the_same_record_in_the_next_list() {
    let office = Office::new();
    let rows = [
        "曾丽华,１９９００００３１０３,轮椅坡道小板，1块,蟠虬社区,晚上在家",
        "曾丽华,19900003103,\"轮椅坡道小板,１块\",蟠虬社区,晚上 在家",
        " 曾丽华,199 0000 3103,\u{3000}轮椅坡道 小板，１块,蟠虬社区,晚上在家",
    ];
    let headers = "姓名,电话,心愿内容,社区,备注\n";
    office.write("w.csv", format!("{headers}{}\n", rows.join("\n")));
    let file = office.json("collect wishes w.csv")["files"][0].clone();
    assert_eq!((&file["new"], &file["duplicates"]), (&1.into(), &2.into()), "{file:#}");
    for row in rows {
        office.write("v.csv", format!("{headers}{row}\n"));
        let file = office.json("collect wishes v.csv")["files"][0].clone();
        assert_eq!((&file["new"], &file["updated"], &file["unchanged"]), (&0.into(), &0.into(), &1.into()), "{row}");
    }
    assert_eq!(office.export("wishes")[0]["微心愿内容"], "轮椅坡道小板，1块", "as it was first written");
    assert_eq!(office.json("check")["ok"], true);
}
