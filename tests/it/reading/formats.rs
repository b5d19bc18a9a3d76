//! Sound files that other readers open: each is read, whatever its parts are called and how its texts are written.

use shuangwei::model::fields::Field;

use super::xls::{Book, Cell, contained};
use super::{sample, values, wishes};
use crate::workbook::{of_rows, zipped};

const ROWS: [[&str; 4]; 2] =
    [["许愿人", "联系电话", "社区", "微心愿内容"], ["周小满", "19900000311", "榕荫社区", "想要一台收音机"]];
const READ: [[&str; 2]; 1] = [["周小满", "想要一台收音机"]];
const FIELDS: [Field; 2] = [Field::Wisher, Field::Content];

fn text_rows() -> Vec<Vec<Cell<'static>>> {
    ROWS.iter().map(|row| row.iter().map(|text| Cell::Text(text)).collect()).collect()
}

#[test]
fn samples_of_other_programs_are_read() {
    for name in [
        "23-stream-in-capitals.xls",
        "24-part-name-case.xlsx",
        "26-no-styles-part.xlsx",
        "28-backslash-lowercase.xlsx",
        "29-empty-style.xlsx",
        "33-th-without-tr.xls",
        "34-html-starts-otherwise.xls",
        "43-flat.fods",
        "45-mhtml-from-first.xls",
    ] {
        assert_eq!(values(&wishes(sample(name)), &FIELDS), READ, "{name}");
    }
    assert_eq!(wishes(sample("21-codepage-1252.xls")).len(), 2);
    assert_eq!(values(&wishes(sample("12-surrogate-split.xls")), &[Field::Wisher])[1], ["𠮷小林"]);
}

#[test]
fn xls_is_read_whatever_code_page_it_names() {
    for code_page in [1252, 1200, 936, 0, 367, 10029] {
        let book = Book { rows: text_rows(), code_page, ..Book::default() };
        assert_eq!(values(&wishes(book.bytes()), &FIELDS), READ, "{code_page}");
    }
    let old = Book { rows: text_rows(), code_page: 936, is_old: true, ..Book::default() };
    assert_eq!(values(&wishes(old.bytes()), &FIELDS), READ);
    assert_eq!(values(&wishes(old.stream()), &FIELDS), READ);
}

#[test]
fn xls_is_known_by_its_streams_and_not_by_words_in_it() {
    let mut rows = text_rows();
    rows.push(vec![
        Cell::Text("何大伯"),
        Cell::Text(""),
        Cell::Text("水街社区"),
        Cell::Text("WordDocument EncryptedPackage"),
    ]);
    let book = Book { rows, ..Book::default() };
    assert_eq!(wishes(book.bytes()).len(), 2);
    for name in ["WORKBOOK", "workbook", "BOOK"] {
        assert_eq!(wishes(contained(&[("\u{5}SummaryInformation", b"x"), (name, &book.stream())])).len(), 2, "{name}");
    }
}

#[test]
fn parts_of_an_xlsx_may_be_in_utf16_and_in_any_case() {
    let rows: Vec<&[&str]> = ROWS.iter().map(<[&str; 4]>::as_slice).collect();
    let mut parts = of_rows(&rows).parts();
    for (name, bytes) in &mut parts {
        if name.ends_with("sheet1.xml") || name.ends_with("workbook.xml") {
            let text = String::from_utf8(bytes.clone()).unwrap();
            *bytes = [0xFEFF].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
        }
        *name = name.to_uppercase().replace('/', "\\");
    }
    assert_eq!(values(&wishes(zipped(&parts)), &FIELDS), READ);
}

#[test]
fn page_is_read_whatever_it_begins_with_and_in_utf16() {
    let row = |tag: &str, cells: &[&str]| {
        let cells: String = cells.iter().map(|cell| format!("<{tag}>{cell}</{tag}>")).collect();
        format!("<tr>{cells}</tr>")
    };
    let rows = format!("{}{}", row("th", &ROWS[0]), row("td", &ROWS[1]));
    for page in [
        format!("<center><table>{rows}</table></center>"),
        format!("<script>var a = \"<table>\";</script><table>{rows}</table>"),
        rows.clone(),
        format!("<font color=red>x</font><table><tbody>{rows}</tbody></table>"),
        format!("\r\n  <?xml version=\"1.0\"?><html><table>{rows}</table></html>"),
        format!("<!-- x --><table>{rows}</table>"),
    ] {
        assert_eq!(values(&wishes(&page), &FIELDS), READ, "{page}");
        let wide: Vec<u8> = [0xFEFF].into_iter().chain(page.encode_utf16()).flat_map(u16::to_le_bytes).collect();
        assert_eq!(values(&wishes(wide), &FIELDS), READ, "{page}");
    }
    let numbers = "<table><tr><th>许愿人<th>社区<th>微心愿内容<th>联系电话<th>编号</tr>\
        <tr><td>甲<td>榕荫社区<td>书<td x:num=\"19900000311\">1.99E+10<td x:num=\"17\">000017</tr></table>";
    assert_eq!(values(&wishes(numbers), &[Field::Phone, Field::Code]), [["19900000311", "000017"]]);
}

#[test]
fn xml_of_2003_is_read() {
    let cell = |text: &str| format!("<Cell><Data ss:Type=\"String\">{text}</Data></Cell>");
    let row = |cells: &[&str]| format!("<Row>{}</Row>", cells.iter().map(|text| cell(text)).collect::<String>());
    let book = format!(
        "<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" \
         xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\"><Styles><Style ss:ID=\"s1\"><NumberFormat ss:Format=\"0.00\"/></Style></Styles>\
         <Worksheet ss:Name=\"表\"><Table>{}{}<Row ss:Index=\"5\">{}<Cell ss:Index=\"4\"><Data ss:Type=\"String\">书</Data>\
         <Comment><ss:Data>批注</ss:Data></Comment></Cell><Cell ss:StyleID=\"s1\"><Data ss:Type=\"Number\">2026.1</Data></Cell></Row></Table></Worksheet></Workbook>",
        row(&["许愿人", "联系电话", "社区", "微心愿内容", "完成时限"]),
        row(&["周小满", "19900000311", "榕荫社区", "想要一台<html:B>收音机</html:B>"]),
        [cell("何大伯"), "<Cell><Data ss:Type=\"Number\">19900000312</Data></Cell>".to_owned(), cell("水街社区")]
            .concat(),
    );
    let fields = [Field::Wisher, Field::Phone, Field::Content, Field::Deadline];
    assert_eq!(
        values(&wishes(book), &fields),
        [["周小满", "19900000311", "想要一台收音机", ""], ["何大伯", "19900000312", "书", "2026-10-31"]]
    );
}

#[test]
fn numbers_that_libreoffice_states_in_a_page_are_shown_by_their_codes() {
    let page = "<table><tr><td>许愿人<td>联系电话<td>微心愿内容<td>完成时限<td>征集时间<td>预算</tr>\
        <tr><td>周小满<td sdval=\"19900000311\" sdnum=\"1033;0;#,##0\">19,900,000,311<td>一台收音机\
        <td sdval=\"46100\" sdnum=\"1033;0;MMM-YY\">Mar-26<td sdval=\"46086.75\" sdnum=\"1033;0;M/D/YY H:MM\">3/5/2026 18:00\
        <td sdval=\"1234.5\" sdnum=\"1033;\">1234.5</tr></table>";
    let fields = [Field::Phone, Field::Deadline, Field::CollectedOn, Field::Budget];
    assert_eq!(values(&wishes(page), &fields), [["19900000311", "2026-03-31", "2026-03-05", "1234.50"]]);
}

#[test]
fn cell_of_an_xml_of_2003_has_the_style_of_its_row_column_or_table() {
    let cell = |number: &str| format!("<Cell><Data ss:Type=\"Number\">{number}</Data></Cell>");
    let texts = |texts: &[&str]| -> String {
        texts.iter().map(|text| format!("<Cell><Data ss:Type=\"String\">{text}</Data></Cell>")).collect()
    };
    let head = texts(&["许愿人", "社区", "微心愿内容", "编号", "预算"]);
    let row = texts(&["周小满", "榕荫社区", "想要一台收音机"]);
    let book = |table: &str, row: &str| {
        format!(
            "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" \
             xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\"><Styles><Style ss:ID=\"code\"><NumberFormat ss:Format=\"0000\"/></Style>\
             <Style ss:ID=\"money\"><NumberFormat ss:Format=\"0.00\"/></Style><Style ss:ID=\"bold\" ss:Parent=\"money\"><Font/></Style></Styles>\
             <Worksheet ss:Name=\"表\">{table}<Row>{head}</Row>{row}</Table></Worksheet></Workbook>"
        )
    };
    let columns = "<Column ss:Index=\"4\" ss:StyleID=\"code\"/><Column ss:StyleID=\"bold\"/>";
    for (table, row) in [
        (format!("<Table>{columns}"), format!("<Row>{row}{}{}</Row>", cell("17"), cell("2026.1"))),
        (
            "<Table ss:StyleID=\"bold\">".to_owned(),
            format!("<Row>{row}{}{}</Row>", cell("17").replace("<Cell", "<Cell ss:StyleID=\"code\""), cell("2026.1")),
        ),
        (
            format!("<Table>{columns}"),
            format!(
                "<Row ss:StyleID=\"code\">{row}{}{}</Row>",
                cell("17"),
                cell("2026.1").replace("<Cell", "<Cell ss:StyleID=\"money\"")
            ),
        ),
    ] {
        assert_eq!(
            values(&wishes(book(&table, &row)), &[Field::Code, Field::Budget]),
            [["0017", "2026.10"]],
            "{table} {row}"
        );
    }
}
