//! One sheet in four formats gives the same records: numbers in formats with fixed digits, leading zeros and months are what
//! they show.

use proptest::prelude::*;
use shuangwei::model::fields::Field;

use super::xls::{self, Cell};
use super::{values, wishes};
use crate::workbook::{Book, Sheet, escaped, name, text_rows, zipped};

const HEADERS: [&str; 7] = ["许愿人", "社区", "微心愿内容", "编号", "预算", "完成时限", "数量"];
const FIELDS: [Field; 6] =
    [Field::Wisher, Field::Content, Field::Code, Field::Budget, Field::Deadline, Field::Quantity];

/// A number, how its cell is formatted, and what that shows.
#[derive(Debug, Clone)]
struct Shown {
    number: f64,
    format: usize,
    text: String,
}

const FORMATS: [&str; 5] = ["000000", "0.00", "yyyy\"年\"m\"月\"", "GENERAL", "\"JH-\"000"];

fn code() -> impl Strategy<Value = Shown> {
    let padded =
        (1u32..1_000_000).prop_map(|number| Shown { number: number.into(), format: 0, text: format!("{number:06}") });
    let worded =
        (1u32..1000).prop_map(|number| Shown { number: number.into(), format: 4, text: format!("JH-{number:03}") });
    prop_oneof![padded, worded]
}

fn money() -> impl Strategy<Value = Shown> {
    (1u32..10_000_000).prop_map(|fen| Shown {
        number: f64::from(fen) / 100.0,
        format: 1,
        text: format!("{}.{:02}", fen / 100, fen % 100),
    })
}

fn month() -> impl Strategy<Value = Shown> {
    let decimal = (2024u32..2030, 1u32..=12).prop_map(|(year, month)| Shown {
        number: f64::from(year) + f64::from(month) / 100.0,
        format: 1,
        text: format!("{year}.{month:02}"),
    });
    let serial = (0u32..72).prop_map(|months| {
        let (year, month) = (2024 + months / 12, months % 12 + 1);
        let day = jiff::civil::date(i16::try_from(year).unwrap(), i8::try_from(month).unwrap(), 1);
        let serial = day.since(jiff::civil::date(1899, 12, 30)).unwrap().get_days();
        Shown { number: serial.into(), format: 2, text: format!("{year}年{month}月") }
    });
    prop_oneof![decimal, serial]
}

fn quantity() -> impl Strategy<Value = Shown> {
    (1u32..500).prop_map(|number| Shown { number: number.into(), format: 3, text: number.to_string() })
}

type Record = (String, String, [Shown; 4]);

fn record() -> impl Strategy<Value = Record> {
    let cells = (code(), money(), month(), quantity())
        .prop_map(|(code, money, month, quantity)| [code, money, month, quantity]);
    ("[一-龥]{2,4}", "[一-龥，、a-z]{1,12}[一-龥]", cells)
}

fn csv(records: &[Record]) -> Vec<u8> {
    let mut text = HEADERS.join(",") + "\n";
    for (wisher, content, cells) in records {
        let shown: Vec<&str> = cells.iter().map(|cell| cell.text.as_str()).collect();
        text += &format!("{wisher},榕荫社区,{content},{}\n", shown.join(","));
    }
    text.into_bytes()
}

fn xlsx(records: &[Record]) -> Vec<u8> {
    let mut rows = text_rows(&[&HEADERS]);
    for (row, (wisher, content, cells)) in (2u32..).zip(records) {
        let mut xml = String::new();
        for (column, text) in [wisher, "榕荫社区", content].into_iter().enumerate() {
            xml += &format!("<c r=\"{}\" t=\"inlineStr\"><is><t>{}</t></is></c>", name(column, row), escaped(text));
        }
        for (column, cell) in (3..).zip(cells) {
            xml += &format!("<c r=\"{}\" s=\"{}\"><v>{}</v></c>", name(column, row), cell.format + 1, cell.number);
        }
        rows += &format!("<row r=\"{row}\">{xml}</row>");
    }
    let sheet = Sheet { name: "表", rows, ..Sheet::default() };
    Book { sheets: vec![sheet], formats: FORMATS.to_vec(), ..Book::default() }.bytes()
}

fn xls(records: &[Record]) -> Vec<u8> {
    let mut rows = vec![HEADERS.iter().map(|text| Cell::Text(text)).collect::<Vec<_>>()];
    for (wisher, content, cells) in records {
        let mut row = vec![Cell::Text(wisher), Cell::Text("榕荫社区"), Cell::Text(content)];
        row.extend(cells.iter().map(|cell| Cell::Shown(cell.number, u16::try_from(cell.format).unwrap())));
        rows.push(row);
    }
    xls::Book { rows, formats: FORMATS.to_vec(), ..xls::Book::default() }.bytes()
}

fn ods(records: &[Record]) -> Vec<u8> {
    let text = |text: &str| {
        format!("<table:table-cell office:value-type=\"string\"><text:p>{}</text:p></table:table-cell>", escaped(text))
    };
    let mut rows = format!("<table:table-row>{}</table:table-row>", HEADERS.map(text).concat());
    for (wisher, content, cells) in records {
        let mut xml = [text(wisher), text("榕荫社区"), text(content)].concat();
        for cell in cells {
            let number = |attributes: String| {
                format!("<table:table-cell {attributes}><text:p>{}</text:p></table:table-cell>", cell.text)
            };
            xml += &if cell.format == 2 {
                let (year, month) = cell.text.trim_end_matches('月').split_once('年').unwrap();
                number(format!("office:value-type=\"date\" office:date-value=\"{year}-{month:0>2}-01\""))
            } else {
                number(format!("office:value-type=\"float\" office:value=\"{}\"", cell.number))
            };
        }
        rows += &format!("<table:table-row>{xml}</table:table-row>");
    }
    let content = format!(
        "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
         xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\">\
         <office:body><office:spreadsheet><table:table table:name=\"表\">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"
    );
    zipped(&vec![
        ("mimetype".to_owned(), b"application/vnd.oasis.opendocument.spreadsheet".to_vec()),
        ("content.xml".to_owned(), content.into_bytes()),
    ])
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn one_sheet_in_four_formats_has_the_same_records(records in prop::collection::vec(record(), 1..6)) {
        let read = |bytes: Vec<u8>| values(&wishes(bytes), &FIELDS);
        let of_csv = read(csv(&records));
        prop_assert_eq!(of_csv.len(), records.len());
        prop_assert_eq!(&read(xlsx(&records)), &of_csv);
        prop_assert_eq!(&read(xls(&records)), &of_csv);
        prop_assert_eq!(&read(ods(&records)), &of_csv);
    }
}
