//! What a cell shows is what it says: calendars, number formats, one value a cell.

use shuangwei::model::fields::Field;
use shuangwei::model::words::ListKind;

use super::xls::{self, Cell};
use super::{read, sample, troubles, value, values, wishes};
use crate::workbook::{Book, Sheet, of_rows, text_rows, zipped};

const HEADERS: [&str; 7] = ["许愿人", "社区", "微心愿内容", "数量", "年龄", "预算", "完成时限"];
const SHOWN: [Field; 4] = [Field::Quantity, Field::Age, Field::Budget, Field::Deadline];

/// An xlsx whose second row has these cells behind the texts of a wish, each with the style of its format.
fn shown(formats: &[&str], cells: &[(&str, usize)], extra: impl Fn(&mut Vec<(String, Vec<u8>)>)) -> Vec<u8> {
    let mut rows = text_rows(&[&HEADERS]);
    rows.push_str("<row r=\"2\">");
    for (column, text) in ["A", "B", "C"].iter().zip(["周小满", "榕荫社区", "想要一台收音机"]) {
        rows.push_str(&format!("<c r=\"{column}2\" t=\"inlineStr\"><is><t>{text}</t></is></c>"));
    }
    for (column, (number, style)) in ["D", "E", "F", "G"].iter().zip(cells) {
        if !number.is_empty() {
            rows.push_str(&format!("<c r=\"{column}2\" s=\"{style}\"><v>{number}</v></c>"));
        }
    }
    rows.push_str("</row>");
    let sheet = Sheet { name: "表", rows, ..Sheet::default() };
    let mut parts = Book { sheets: vec![sheet], formats: formats.to_vec(), ..Book::default() }.parts();
    extra(&mut parts);
    zipped(&parts)
}

#[test]
fn elements_of_other_namespaces_are_not_the_books() {
    let wishes = wishes(sample("01-1904-extlst.xlsx"));
    let days: Vec<String> =
        [Field::CollectedOn, Field::Deadline].iter().map(|field| value(&wishes[0], *field)).collect();
    assert_eq!(days, ["2026-03-02", "2026-11-01"]);
    for foreign in [
        "<x14:workbookPr xmlns:x14=\"urn:other\" date1904=\"1\"/>",
        "<ext><workbookPr xmlns=\"urn:other\" date1904=\"1\"/></ext>",
    ] {
        let bytes = shown(&["yyyy-mm-dd"], &[("", 0), ("", 0), ("", 0), ("46082", 1)], |parts| {
            let (_, book) = parts.iter_mut().find(|(name, _)| name == "xl/workbook.xml").unwrap();
            *book = String::from_utf8(book.clone())
                .unwrap()
                .replace("</workbook>", &format!("{foreign}</workbook>"))
                .into();
        });
        assert_eq!(value(&self::wishes(bytes)[0], Field::Deadline), "2026-03-01", "{foreign}");
    }
}

#[test]
fn general_in_any_case_is_no_date() {
    let wishes = wishes(sample("02-general-upper.xlsx"));
    assert_eq!(wishes.len(), 2);
    assert_eq!(values(&wishes[1..], &SHOWN[..3]), [["1", "72", "300.00"]]);
    for general in ["GENERAL", "general", "General;@", "G/通用格式", "[Red]General", "\"\"General"] {
        let bytes = shown(&[general], &[("3", 1), ("72", 1), ("300", 1)], |_| {});
        assert_eq!(values(&self::wishes(bytes), &SHOWN[..3]), [["3", "72", "300.00"]], "{general}");
    }
}

#[test]
fn formats_are_read_by_their_grammar() {
    for (format, number, due) in [
        ("[$-804]yyyy\"年\"m\"月\";@", "46327", "2026-11-30"),
        ("[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\"", "46327", "2026-11-01"),
        ("0.00", "2026.1", "2026-10-31"),
        ("0000\"年\"00\"月\"", "202611", "2026-11-30"),
        ("[>100]yyyy-mm-dd;0", "46327", "2026-11-01"),
        ("[Blue]yyyy/m/d\\ h:mm", "46327.5", "2026-11-01"),
    ] {
        let bytes = shown(&[format], &[("", 0), ("", 0), ("", 0), (number, 1)], |_| {});
        assert_eq!(value(&wishes(bytes)[0], Field::Deadline), due, "{format}");
    }
    assert_eq!(value(&wishes(sample("04-month-as-decimal.xlsx"))[0], Field::Deadline), "2026-10-31");
}

#[test]
fn cell_has_one_value() {
    for (cell, content) in [
        ("<c r=\"C2\" t=\"inlineStr\"><v>3.0</v><is><t>3-2</t></is></c>", "3-2"),
        ("<c r=\"C2\"><v>3.0</v><is><t>3-2</t></is></c>", "3"),
        ("<c r=\"C2\" t=\"str\"><v>3-2</v></c>", "3-2"),
        ("<c r=\"C2\"><is><t>3-2</t></is></c>", "3-2"),
        (
            "<c r=\"C2\" s=\"\" t=\"inlineStr\"><is><r><t>3</t></r><rPh sb=\"0\" eb=\"1\"><t>三</t></rPh><r><t>-2</t></r></is></c>",
            "3-2",
        ),
    ] {
        let rows = format!(
            "{}<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>甲</t></is></c>\
             <c r=\"B2\" t=\"inlineStr\"><is><t>榕荫社区</t></is></c>{cell}</row>",
            text_rows(&[&HEADERS])
        );
        let book = Book { sheets: vec![Sheet { name: "表", rows, ..Sheet::default() }], ..Book::default() };
        assert_eq!(value(&wishes(book.bytes())[0], Field::Content), content, "{cell}");
    }
}

#[test]
fn text_of_a_flat_ods_may_be_given_in_an_attribute_and_an_error_is_one() {
    let flat = |cells: &str| {
        String::from_utf8(sample("43-flat.fods"))
            .unwrap()
            .replace("</table:table>", &format!("<table:table-row>{cells}</table:table-row></table:table>"))
    };
    let text = |text: &str| {
        format!("<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>")
    };
    let answer = format!(
        "{}{}{}<table:table-cell office:value-type=\"string\" office:string-value=\"一把椅子\"/>",
        text("甲"),
        text("19900000312"),
        text("榕荫社区")
    );
    assert_eq!(value(&wishes(flat(&answer))[1], Field::Content), "一把椅子");
    let lasting = format!(
        "{}{}{}{}<table:table-cell office:value-type=\"time\" office:time-value=\"PT49H\"/>",
        text("甲"),
        text("19900000312"),
        text("榕荫社区"),
        text("书")
    );
    let (_, rows) = read(ListKind::Wishes, flat(&lasting)).unwrap();
    assert_eq!(rows[1].cells.get(4), Some("49:00:00"));
    let failed = format!(
        "{}{}{}<table:table-cell office:value-type=\"string\" office:string-value=\"\" calcext:value-type=\"error\"><text:p>x</text:p></table:table-cell>",
        text("甲"),
        text("19900000312"),
        text("榕荫社区")
    );
    let (_, rows) = read(ListKind::Wishes, flat(&failed)).unwrap();
    assert_eq!(troubles(&rows[1]), ["error_cell"]);
}

#[test]
fn xls_shows_its_numbers_by_their_formats() {
    let text = |cells: &[&'static str]| cells.iter().map(|text| Cell::Text(text)).collect::<Vec<_>>();
    let mut row = text(&["周小满", "榕荫社区", "想要一台收音机"]);
    row.extend([Cell::Number(3.0), Cell::Error(0x2A), Cell::Shown(300.0, 1), Cell::Shown(2026.1, 0)]);
    let mut sound = text(&["何大伯", "水街社区", "修水龙头"]);
    sound.extend([Cell::Number(3.0), Cell::Number(72.0), Cell::Shown(300.0, 1), Cell::Shown(2026.1, 0)]);
    let book =
        xls::Book { rows: vec![text(&HEADERS), row, sound], formats: vec!["0.00", "GENERAL"], ..xls::Book::default() };
    for bytes in [book.stream(), book.bytes()] {
        let (_, rows) = read(ListKind::Wishes, bytes).unwrap();
        assert_eq!(troubles(&rows[0]), ["error_cell"]);
        assert_eq!(
            values(&super::wishes_of(rows.into_iter().skip(1).collect()), &SHOWN),
            [["3", "72", "300.00", "2026-10-31"]]
        );
    }
}

#[test]
fn formula_of_an_xls_has_its_value_in_every_kind_of_record() {
    let text = |cells: &[&'static str]| cells.iter().map(|text| Cell::Text(text)).collect::<Vec<_>>();
    let rows = [0x0006, 0x0206, 0x0406].map(|kind| {
        let mut row = text(&["周小满", "榕荫社区", "想要一台收音机"]);
        row.push(Cell::Formula(kind, 3.0));
        row
    });
    for row in rows {
        let bytes = xls::Book { rows: vec![text(&HEADERS), row], ..xls::Book::default() }.stream();
        assert_eq!(value(&wishes(bytes)[0], Field::Quantity), "3");
    }
}

#[test]
fn line_end_of_xml_is_one_however_it_is_written() {
    for content in ["甲&#13;&#10;乙", "甲\r\n乙", "甲\r乙", "甲\n乙", "甲_x000D_\n乙"] {
        let rows = format!(
            "{}<row r=\"2\"><c t=\"inlineStr\"><is><t>甲</t></is></c><c t=\"inlineStr\"><is><t>榕荫社区</t></is></c>\
             <c t=\"inlineStr\"><is><t>{content}</t></is></c></row>",
            text_rows(&[&HEADERS])
        );
        let book = Book { sheets: vec![Sheet { name: "表", rows, ..Sheet::default() }], ..Book::default() };
        assert_eq!(value(&wishes(book.bytes())[0], Field::Content), "甲\n乙", "{content:?}");
    }
}

#[test]
fn rows_in_pieces_and_cells_out_of_order_are_put_in_order() {
    let cell = |name: &str, text: &str| format!("<c r=\"{name}\" t=\"inlineStr\"><is><t>{text}</t></is></c>");
    let header = text_rows(&[&["许愿人", "社区", "微心愿内容"]]);
    let second = [cell("C2", "书"), cell("A2", "甲")].concat();
    for rows in [
        format!("{header}<row r=\"2\">{second}{}</row>", cell("B2", "榕荫社区")),
        format!("<row r=\"2\">{second}</row>{header}<row r=\"2\">{}</row>", cell("B2", "榕荫社区")),
        format!("{header}<row r=\"7\">{second}{}</row>", cell("B2", "榕荫社区")),
    ] {
        let book = Book { sheets: vec![Sheet { name: "表", rows, ..Sheet::default() }], ..Book::default() };
        let wishes = wishes(book.bytes());
        assert_eq!(values(&wishes, &[Field::Wisher, Field::Content]), [["甲", "书"]]);
    }
    // Without names, cells follow each other.
    let bare = "<row><c t=\"inlineStr\"><is><t>甲</t></is></c><c t=\"inlineStr\"><is><t>榕荫社区</t></is></c><c t=\"inlineStr\"><is><t>书</t></is></c></row>";
    let rows = format!("{header}{bare}");
    let book = Book { sheets: vec![Sheet { name: "表", rows, ..Sheet::default() }], ..Book::default() };
    assert_eq!(values(&wishes(book.bytes()), &[Field::Content]), [["书"]]);
    let plain = of_rows(&[&["许愿人", "社区", "微心愿内容"], &["甲", "榕荫社区", "书"]]);
    assert_eq!(wishes(plain.bytes()).len(), 1);
}

#[test]
fn elements_may_bind_the_sheets_namespace_themselves() {
    const SPACE: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let rows: Vec<&[&str]> = vec![&["许愿人", "社区", "微心愿内容"], &["甲", "榕荫社区", "书"]];
    let plain = text_rows(&rows);
    let prefixed = ["row", "c", "is", "t"].iter().fold(plain, |xml, name| {
        [("<", " "), ("<", ">"), ("</", ">")].iter().fold(xml, |xml, (begin, end)| {
            xml.replace(&format!("{begin}{name}{end}"), &format!("{begin}x:{name}{end}"))
        })
    });
    let each_row = prefixed.replace("<x:row ", &format!("<x:row xmlns:x=\"{SPACE}\" "));
    let each_cell = each_row.replace("<x:c ", &format!("<x:c xmlns:x=\"{SPACE}\" "));
    let foreign = format!(
        "{}<o:row xmlns:o=\"urn:other\" r=\"3\"><o:c r=\"A3\" t=\"inlineStr\"><o:is><o:t>乙</o:t></o:is></o:c></o:row>",
        text_rows(&rows)
    );
    for rows in [each_row, each_cell, foreign] {
        let book = Book { sheets: vec![Sheet { name: "表", rows, ..Sheet::default() }], ..Book::default() };
        assert_eq!(values(&wishes(book.bytes()), &[Field::Wisher, Field::Content]), [["甲", "书"]]);
    }
}

#[test]
fn formula_without_a_value_is_reported_whatever_kind_it_says_and_a_blank_text_is_none() {
    for (cell, printed) in [
        ("<c r=\"D2\" t=\"str\"><f>A2&amp;B2</f></c>", vec!["not_computed"]),
        ("<c r=\"D2\" t=\"b\"><f>A2=B2</f></c>", vec!["not_computed"]),
        ("<c r=\"D2\"><f>1+1</f><v></v></c>", vec!["not_computed"]),
        ("<c r=\"D2\" t=\"str\"><f>IF(TRUE,\"\")</f><v></v></c>", vec![]),
        ("<c r=\"D2\" t=\"str\"><f>IF(TRUE,\"\")</f><v/></c>", vec![]),
    ] {
        let texts = text_rows(&[&HEADERS, &["甲", "榕荫社区", "书"]]);
        let rows = texts.strip_suffix("</row>").unwrap().to_owned() + cell + "</row>";
        let book = Book { sheets: vec![Sheet { name: "表", rows, ..Sheet::default() }], ..Book::default() };
        let (_, rows) = read(ListKind::Wishes, book.bytes()).unwrap();
        assert_eq!(troubles(&rows[0]), printed, "{cell}");
    }
}

#[test]
fn flat_ods_shows_negative_numbers_errors_and_short_months() {
    let flat = |number: &str| {
        let text = |text: &str| {
            format!("<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>")
        };
        let row = [text("甲"), text("19900000312"), text("榕荫社区"), number.to_owned()].concat();
        let list = String::from_utf8(sample("43-flat.fods")).unwrap();
        list.replace("</table:table>", &format!("<table:table-row>{row}</table:table-row></table:table>"))
    };
    let number = |value: &str, shown: &str| {
        format!(
            "<table:table-cell office:value-type=\"float\" office:value=\"{value}\"><text:p>{shown}</text:p></table:table-cell>"
        )
    };
    let day = |value: &str, shown: &str| {
        format!(
            "<table:table-cell office:value-type=\"date\" office:date-value=\"{value}\"><text:p>{shown}</text:p></table:table-cell>"
        )
    };
    for (cell, shown) in [
        (number("-1200.5", "(1,200.50)"), "-1200.50"),
        (number("12345", "###"), "12345"),
        (day("2026-03-26", "Mar-26"), "2026年3月"),
        (day("2026-03-05", "03/26"), "2026年3月"),
        (day("2026-03-26", "26-Mar"), "2026-03-26"),
    ] {
        let (_, rows) = read(ListKind::Wishes, flat(&cell)).unwrap();
        assert_eq!(rows[1].cells.get(3), Some(shown), "{cell}");
    }
    for error in ["Err:508", "#DIV/0!"] {
        let (_, rows) = read(ListKind::Wishes, flat(&number("0", error))).unwrap();
        assert_eq!(troubles(&rows[1]), ["error_cell"], "{error}");
    }
}
