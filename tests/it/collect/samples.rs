//! Lists as offices send them, read through the library: the samples, and the same lists in other formats.

use std::collections::HashSet;
use std::fs;
use std::path::Path;

use serde_json::json;

use shuangwei::intake::{Encoding, Options, Read, Row};
use shuangwei::model::draft::{ClaimDraft, DecisionDraft, Draft, MemberDraft, NeedDraft, OrgDraft, Value};
use shuangwei::model::fault::FaultKind;
use shuangwei::model::fields::Field;
use shuangwei::model::words::{ClaimState, Decision, Form, ListKind, MemberClass, Theme};

use crate::reading::{open_path, read, read_with};

fn rows(kind: ListKind, text: &str) -> Vec<Row> {
    read(kind, text).unwrap().1
}

fn faults(row: &Row) -> Vec<(Option<Field>, &'static str)> {
    match &row.read {
        Read::Faulty(faults) => faults.iter().map(|fault| (fault.field, fault.why.code())).collect(),
        Read::Draft { .. } | Read::Heading(_) | Read::Skipped => Vec::new(),
    }
}

/// The fields whose cells wait.
fn waiting(row: &Row) -> Vec<&'static str> {
    match &row.read {
        Read::Draft { waiting, .. } => waiting.iter().map(|one| one.fault.field.unwrap().code()).collect(),
        Read::Faulty(_) | Read::Heading(_) | Read::Skipped => Vec::new(),
    }
}

fn warnings(row: &Row) -> Vec<&'static str> {
    match &row.read {
        Read::Draft { warnings, .. } => warnings.iter().map(|fault| fault.why.code()).collect(),
        Read::Faulty(_) | Read::Heading(_) | Read::Skipped => Vec::new(),
    }
}

fn need(row: &Row) -> &NeedDraft {
    match &row.read {
        Read::Draft { draft: Draft::Need(need), .. } => need,
        other => panic!("row {}: {other:?}", row.number),
    }
}

fn member(row: &Row) -> &MemberDraft {
    match &row.read {
        Read::Draft { draft: Draft::Member(member), .. } => member,
        other => panic!("row {}: {other:?}", row.number),
    }
}

fn class(row: &Row) -> Option<MemberClass> {
    match member(row).values.get(Field::Class) {
        Some(Value::MemberClass(class)) => Some(*class),
        Some(other) => panic!("row {}: {other:?}", row.number),
        None => None,
    }
}

fn form_and_theme(need: &NeedDraft) -> (Option<Form>, Option<Theme>) {
    let form = need.values.get(Field::Form).map(|form| if let Value::Form(form) = form { *form } else { panic!() });
    let theme =
        need.values.get(Field::Theme).map(|theme| if let Value::Theme(theme) = theme { *theme } else { panic!() });
    (form, theme)
}

fn org(row: &Row) -> &OrgDraft {
    match &row.read {
        Read::Draft { draft: Draft::Org(org), .. } => org,
        other => panic!("row {}: {other:?}", row.number),
    }
}

fn claim(row: &Row) -> &ClaimDraft {
    match &row.read {
        Read::Draft { draft: Draft::Claim(claim), .. } => claim,
        other => panic!("row {}: {other:?}", row.number),
    }
}

fn decision(row: &Row) -> &DecisionDraft {
    match &row.read {
        Read::Draft { draft: Draft::Decision(decision), .. } => decision,
        other => panic!("row {}: {other:?}", row.number),
    }
}

/// The faults of `expected.json` that take an office file: an unknown organisation, an ambiguous claimant and a missing
/// need.
fn is_known_by_the_office_file_only(file: &str, row: u64) -> bool {
    matches!((file, row), ("members-roster.csv" | "members-roster.xlsx", 44) | ("claims-jinhua.csv", 10 | 24))
}

#[test]
fn every_sample_is_read_as_expected() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/lists");
    let expected: serde_json::Value = serde_json::from_slice(&fs::read(folder.join("expected.json")).unwrap()).unwrap();
    let mut seen = 0;
    for (file, expected) in expected.as_object().unwrap() {
        if expected["kind"] == "wechat" {
            continue;
        }
        seen += 1;
        let kind: ListKind = expected["kind"].as_str().unwrap().parse().unwrap();
        let list = open_path(&folder.join(file), kind).unwrap();
        assert_eq!(list.encoding.map(Encoding::code), expected["encoding"].as_str(), "{file}");
        assert_eq!(list.sheet.as_deref(), expected["sheet"].as_str(), "{file}");
        assert_eq!(u64::from(list.header_row), expected["header_row"].as_u64().unwrap(), "{file}");
        let rows: Vec<Row> = list.rows().unwrap().map(Result::unwrap).collect();
        let reported: Vec<(u64, String)> = rows
            .iter()
            .flat_map(|row| {
                faults(row).into_iter().map(|(field, _)| (u64::from(row.number), field.unwrap().to_string()))
            })
            .collect();
        let all = expected["faults"].as_array().unwrap().iter();
        let wanted: Vec<(u64, String)> = all
            .map(|fault| (fault[0].as_u64().unwrap(), fault[1].as_str().unwrap().to_owned()))
            .filter(|(row, _)| !is_known_by_the_office_file_only(file, *row))
            .collect();
        assert_eq!(reported, wanted, "{file}");
        let of_row = |row: &Row| waiting(row).into_iter().map(|field| json!([row.number, field])).collect::<Vec<_>>();
        let unread: Vec<serde_json::Value> = rows.iter().flat_map(of_row).collect();
        assert_eq!(json!(unread), expected["unread"], "{file}");
        let records = rows.iter().filter(|row| row.read != Read::Skipped);
        let counted: u64 = ["new", "duplicates", "rejected"].iter().map(|key| expected[key].as_u64().unwrap()).sum();
        assert_eq!(records.clone().count() as u64, counted, "{file}");
        let prints: HashSet<u32> = records.clone().map(|row| row.fingerprint).collect();
        assert_eq!((records.count() - prints.len()) as u64, expected["duplicates"].as_u64().unwrap(), "{file}");
        if let Some(in_service) = expected["in_service"].as_u64() {
            let classes = rows.iter().filter(|row| matches!(row.read, Read::Draft { .. })).map(class);
            assert!(
                classes.filter(|class| *class == Some(MemberClass::InService)).count() as u64 >= in_service,
                "{file}"
            );
        }
    }
    assert_eq!(seen, 8);
}

#[test]
fn messy_wish_is_read() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/lists");
    let list = open_path(&folder.join("wishes-jinhua-gbk.csv"), ListKind::Wishes).unwrap();
    assert_eq!(list.column_of(Field::Phone), Some(3));
    let rows: Vec<Row> = list.rows().unwrap().map(Result::unwrap).collect();
    let third = need(&rows[2]);
    assert_eq!(rows[2].number, 6);
    assert_eq!(third.values.text(Field::Wisher), Some("苏伟"));
    assert_eq!(third.place.as_ref().unwrap().to_string(), "龙源社区");
    assert_eq!(form_and_theme(third), (Some(Form::Goods), Some(Theme::Aid)));
    assert_eq!(third.values.get(Field::Budget).unwrap().to_string(), "150.00");
    assert_eq!(third.values.day(Field::CollectedOn).unwrap().to_string(), "2021-03-03");
    assert_eq!(third.values.get(Field::Note), None);
    let tenth = need(&rows[9]);
    assert_eq!(tenth.values.phone(Field::Phone).unwrap().as_str(), "19900001010");
    assert_eq!(tenth.values.quantity(Field::Quantity).unwrap().number(), 1);
}

const WISHES: &str = "序号,姓名,社区,联系电话,微心愿内容,血型\n1,张 三,蟠虬社区,19900001001,一把轮椅,A\n2,李四,锦龙社区,,\"书桌,\n一张\",\n";

#[test]
fn same_list_reads_the_same_in_every_encoding_and_format() {
    let plain = rows(ListKind::Wishes, WISHES);
    let summary =
        |rows: &[Row]| rows.iter().map(|row| (row.number, row.fingerprint, row.read.clone())).collect::<Vec<_>>();
    assert_eq!(need(&plain[0]).values.text(Field::Wisher), Some("张三"));
    assert_eq!(need(&plain[0]).extra, vec![("血型".to_owned(), "A".to_owned())]);
    assert_eq!(need(&plain[1]).values.text(Field::Content), Some("书桌,\n一张"));
    let utf16 = |text: &str, to: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(to).collect::<Vec<u8>>();
    let marked = format!("\u{feff}{WISHES}");
    let tabbed = "序号\t姓名\t社区\t联系电话\t微心愿内容\t血型\n1\t张 三\t蟠虬社区\t19900001001\t一把轮椅\tA\n2\t李四\t锦龙社区\t\t\"书桌,\n一张\"\t\n";
    let clothes: Vec<(Vec<u8>, &str, u8)> = vec![
        (marked.clone().into_bytes(), "utf-8", b','),
        (utf16(&marked, u16::to_le_bytes), "utf-16le", b','),
        (utf16(&marked, u16::to_be_bytes), "utf-16be", b','),
        (utf16(WISHES, u16::to_le_bytes), "utf-16le", b','),
        (encoding_rs::GB18030.encode(WISHES).0.into_owned(), "gb18030", b','),
        (tabbed.as_bytes().to_vec(), "utf-8", b'\t'),
        (tabbed.replace('\t', ";").into_bytes(), "utf-8", b';'),
        (tabbed.replace('\t', "|").into_bytes(), "utf-8", b'|'),
        (utf16(&format!("\u{feff}{tabbed}"), u16::to_le_bytes), "utf-16le", b'\t'),
    ];
    for (bytes, encoding, delimiter) in clothes {
        let (list, rows) = read(ListKind::Wishes, bytes).unwrap();
        assert_eq!((list.encoding.map(Encoding::code), list.delimiter), (Some(encoding), Some(delimiter)));
        assert_eq!(summary(&rows), summary(&plain), "{encoding} {delimiter}");
    }
    let line_ends = rows(ListKind::Wishes, &WISHES.replace('\n', "\r\n"));
    assert_eq!(need(&line_ends[1]).values.text(Field::Content), Some("书桌,\n一张"));
    assert_eq!(line_ends[1].number, 3);
}

#[test]
fn headers_are_read_in_any_order_and_language_and_below_titles() {
    let english =
        rows(ListKind::Wishes, "note,content,wisher,collected on,phone\nx,一把轮椅,张三,2021-03-01,19900001001\n");
    assert_eq!(need(&english[0]).values.day(Field::CollectedOn).unwrap().to_string(), "2021-03-01");
    let text = "某街道微心愿汇总\n\n填报单位：某街道,,填报人：阮芳,,联系电话：,020-81000000\n街道,社区,★心愿内容（必填）,申请 人＊,手机号码：,预算金额(元)\n金花街道,蟠虬社区,轮椅,张三,199 0000 1001,\"1,200\"\n";
    let (list, rows) = read(ListKind::Wishes, text).unwrap();
    assert_eq!(list.header_row, 4);
    assert_eq!(rows[0].number, 5);
    assert_eq!(need(&rows[0]).place.as_ref().unwrap().to_string(), "金花街道/蟠虬社区");
    assert_eq!(need(&rows[0]).values.get(Field::Budget).unwrap().to_string(), "1200.00");
}

#[test]
fn only_rows_without_a_record_are_skipped() {
    let text = "序号,姓名,社区,微心愿内容\n\
        示例,张三,××社区,一把轮椅\n1,李四,××社区,一把轮椅\n,,,\n\n2,张三,蟠虬社区,合计两把轮椅\n3,,,\n序号,姓名,社区,微心愿内容\n\
        小 计,,,2\n合计：,2,,\n填表说明：请如实填写,,,\n1.本表一式两份，请勿改动,,,\n注：4月10日前报送,,,\n填表人：阮芳,,审核人：李梅,\n4,王五,,\n,合计,,\n";
    let rows = rows(ListKind::Wishes, text);
    let kept: Vec<u32> = rows.iter().filter(|row| row.read != Read::Skipped).map(|row| row.number).collect();
    assert_eq!(kept, vec![6, 15]);
    assert_eq!(faults(&rows[13]), vec![(Some(Field::Content), "missing")]);
}

#[test]
fn too_short_and_too_long_rows_are_faults() {
    let rows = rows(
        ListKind::Wishes,
        "姓名,微心愿内容,备注,\n张三,轮椅,x,\n李四\n王二,书包,x,,,\n赵六,书包,x,,y\n钱七,书包,x\n",
    );
    assert_eq!(faults(&rows[1]), vec![(None, "row_too_short")]);
    // Empty cells at the end may be left out.
    assert_eq!(need(&rows[2]).values.text(Field::Wisher), Some("王二"));
    assert_eq!(faults(&rows[3]), vec![(None, "row_too_long")]);
    assert_eq!(need(&rows[4]).values.text(Field::Wisher), Some("钱七"));
}

#[test]
fn every_fault_of_a_row_is_reported_and_masked() {
    let text = "姓名,微心愿内容,联系电话,数量,预计金额,征集时间,同意公开,心愿类型,年龄\n张三,,1381234567,若干,三百余,2021年13月4日,也许,公益,两百岁\n";
    let (list, rows) = read(ListKind::Wishes, text).unwrap();
    let Read::Faulty(faults) = &rows[0].read else { panic!("{:?}", rows[0].read) };
    let mut reported: Vec<(u16, &str)> = faults.iter().map(|fault| (fault.column.unwrap(), fault.why.code())).collect();
    reported.sort_unstable();
    let wanted = [
        (1, "missing"),
        (2, "not_a_phone"),
        (3, "not_a_quantity"),
        (4, "not_money"),
        (5, "not_a_day"),
        (6, "unknown_word"),
        (7, "unknown_word"),
        (8, "not_a_number"),
    ];
    assert_eq!(reported, wanted);
    assert!(faults.iter().all(|fault| list.column_of(fault.field.unwrap()) == fault.column));
    assert!(!format!("{faults:?}").contains("1381234567"));
}

#[test]
fn two_headers_of_one_field_yield_the_first_value() {
    let rows = rows(
        ListKind::Wishes,
        "姓名,微心愿内容,手机,联系电话\n张三,轮椅,,19900001001\n李四,轮椅,19900001001,19900001002\n王二,轮椅,19900001001,19900001001\n",
    );
    assert_eq!(need(&rows[0]).values.phone(Field::Phone).unwrap().as_str(), "19900001001");
    assert_eq!(need(&rows[1]).values.phone(Field::Phone).unwrap().as_str(), "19900001001");
    assert_eq!([warnings(&rows[0]), warnings(&rows[1]), warnings(&rows[2])], [vec![], vec!["heads_differ"], vec![]]);
}

#[test]
fn masked_guarded_and_unknown_cells_are_read_back_unchanged() {
    let rows = rows(
        ListKind::Wishes,
        "姓名,微心愿内容,联系电话,家庭住址,网名,,网名\n张三,'=轮椅,199****1001,金花街***,'@a,'-,b\n",
    );
    let need = need(&rows[0]);
    assert_eq!(need.values.text(Field::Content), Some("=轮椅"));
    assert_eq!(need.values.masked(Field::Phone), Some("199****1001"));
    assert_eq!(need.values.masked(Field::Address), Some("金花街***"));
    assert_eq!(need.extra, vec![("网名".to_owned(), "@a".to_owned()), ("网名".to_owned(), "b".to_owned())]);
}

#[test]
fn control_character_is_a_fault_of_its_cell() {
    let rows = rows(
        ListKind::Wishes,
        "姓名,微心愿内容,联系电话\n张三,轮\u{0}椅,19900001001\n李四,轮\u{85}椅,1990000\u{1b}1001\n王二,caf\u{e9} ©,\n",
    );
    assert_eq!(faults(&rows[0]), vec![(Some(Field::Content), "control_character")]);
    assert_eq!(
        faults(&rows[1]),
        vec![(Some(Field::Content), "control_character"), (Some(Field::Phone), "control_character")]
    );
    assert!(matches!(rows[2].read, Read::Draft { .. }));
}

#[test]
fn member_class_is_never_guessed() {
    let text = "姓名,党员类别,是否在职党员,身份证号\n张三,在职,,449999197502177811\n李四,,是,\n王二,离退休党员,否,\n赵六,,,\n钱七,在册,,\n孙八,离退休,是,\n周九,,,4.49999E+17\n";
    let rows = rows(ListKind::Members, text);
    assert_eq!(class(&rows[0]), Some(MemberClass::InService));
    assert_eq!(class(&rows[1]), Some(MemberClass::InService));
    assert_eq!((class(&rows[2]), warnings(&rows[2])), (Some(MemberClass::Retired), vec![]));
    assert_eq!((class(&rows[3]), member(&rows[3]).lacks_class), (None, true));
    assert_eq!((class(&rows[4]), waiting(&rows[4])), (None, vec!["class"]));
    assert_eq!(warnings(&rows[5]), vec!["heads_differ"]);
    assert_eq!(faults(&rows[6]), vec![(Some(Field::Id), "id_lost")]);
    let options = Options { class: Some(MemberClass::InService), ..Options::default() };
    let (_, members) = read_with(ListKind::Members, &options, "姓名\n张三\n").unwrap();
    assert_eq!((class(&members[0]), warnings(&members[0])), (Some(MemberClass::InService), vec![]));
}

#[test]
fn org_place_joins_street_and_community() {
    let rows =
        rows(ListKind::Orgs, "党组织名称,组织类别,报到镇街,报到社区,免考核\n某党委,两新,荔湾区金花街道,蟠虬社区,是\n");
    assert_eq!(org(&rows[0]).place.as_ref().unwrap().to_string(), "荔湾区/金花街道/蟠虬社区");
    assert_eq!(org(&rows[0]).values.get(Field::Exempt), Some(&Value::Flag(true)));
}

#[test]
fn claim_row_names_need_and_claimants() {
    let text = "编号,认领人,共同认领人,认领单位,认领方式,完成情况,认领时间\n3号,张三,李四、王二、张三,区教育局,,,44295\nJH-W1,,,区教育局、区税务局,,已完成,\nJH-W2,何琴等10人,,,社会认领,已销号,\n,张三,,,,,\n";
    let rows = rows(ListKind::Claims, text);
    let first = claim(&rows[0]);
    assert_eq!(first.claimants, ["张三", "李四", "王二"]);
    assert_eq!((first.values.text(Field::Org), first.state()), (Some("区教育局"), ClaimState::Active));
    assert_eq!(first.values.day(Field::ClaimedOn).unwrap().to_string(), "2021-04-09");
    assert_eq!(claim(&rows[1]).claimants, ["区教育局", "区税务局"]);
    let third = claim(&rows[2]);
    assert_eq!((third.claimants.as_slice(), third.unnamed, third.outsiders), (&["何琴".to_owned()][..], 9, true));
    assert_eq!((third.state(), warnings(&rows[2])), (ClaimState::Confirmed, vec!["unnamed_rest"]));
    assert_eq!(faults(&rows[3]), vec![(Some(Field::Need), "missing")]);
}

#[test]
fn decisions_are_read_next_to_wish_columns() {
    let text = "编号,许愿人,微心愿内容,联系电话,核实结果,理由,核实方式\nJH-W1,张三,轮椅,,通过,,电话\nJH-W2,李四,轮椅,,重复,与JH-W1重复,\nJH-W3,李四,轮椅,,待定,,\n,李四,轮椅,,不采纳,,\n";
    let rows = rows(ListKind::Decisions, text);
    assert_eq!(decision(&rows[0]).outcome, Some(Decision::Pass));
    assert_eq!(decision(&rows[1]).duplicate_of.as_ref().unwrap().as_str(), "JH-W1");
    assert_eq!(faults(&rows[2]), vec![(Some(Field::Outcome), "unknown_word")]);
    assert_eq!(faults(&rows[3]), vec![(Some(Field::Code), "missing")]);
}

#[test]
fn one_word_fills_form_and_theme_unless_form_has_a_column() {
    let rows = rows(
        ListKind::Wishes,
        "姓名,微心愿内容,心愿类型,心愿类别\n张三,a,便民服务类,\n李四,b,服务,物资帮扶类\n王二,c,物品,公益发展类\n",
    );
    assert_eq!(form_and_theme(need(&rows[0])), (Some(Form::Service), Some(Theme::Convenience)));
    assert_eq!(form_and_theme(need(&rows[1])), (Some(Form::Service), Some(Theme::Aid)));
    assert_eq!(warnings(&rows[1]), vec!["heads_differ"]);
    assert_eq!(form_and_theme(need(&rows[2])), (Some(Form::Goods), Some(Theme::Public)));
}

#[test]
fn rejected_row_returns_without_added_columns() {
    let first = rows(ListKind::Wishes, "序号,姓名,微心愿内容\n7,张三,轮椅\n");
    let back = rows(ListKind::Wishes, "行号,问题,序号,姓名,微心愿内容\n9,电话,1,张三,轮椅\n");
    assert_eq!(first[0].fingerprint, back[0].fingerprint);
    assert_eq!(need(&back[0]).extra, vec![]);
    assert_eq!(back[0].read, first[0].read);
}

#[test]
fn list_larger_than_any_chunk_keeps_rows_and_numbers() {
    let mut text = "姓名,微心愿内容\n".to_owned();
    for number in 0..20_000 {
        text.push_str(&format!("张三{number},\"一把轮椅\r\n第{number}把，\"\"急需\"\"\"\r\n"));
    }
    for bytes in [text.clone().into_bytes(), encoding_rs::GB18030.encode(&text).0.into_owned()] {
        let (_, rows) = read(ListKind::Wishes, bytes).unwrap();
        assert_eq!(rows.len(), 20_000);
        for (at, row) in rows.iter().enumerate() {
            assert_eq!(row.number as usize, at + 2);
            assert_eq!(need(row).values.text(Field::Content), Some(format!("一把轮椅\n第{at}把，\"急需\"").as_str()));
        }
    }
}

#[test]
fn claims_list_with_wish_columns_is_read_as_claims() {
    let text = "微心愿内容,许愿人,社区,数量,预计金额,心愿类别,征集人,认领人,认领时间\n轮椅,张三,蟠虬社区,1,500,服务,阮芳,李四,2021-04-09\n";
    assert_eq!(claim(&rows(ListKind::Claims, text)[0]).claimants, ["李四"]);
    // As a list of wishes it has claimants, which are never merely kept.
    assert!(read(ListKind::Wishes, text).is_err());
    let options = Options { ignored: vec!["认领人".to_owned()], ..Options::default() };
    let (_, rows) = read_with(ListKind::Wishes, &options, text).unwrap();
    assert_eq!(need(&rows[0]).values.text(Field::Wisher), Some("张三"));
}

#[test]
fn cell_too_long_for_a_workbook_is_a_fault() {
    let rows = rows(
        ListKind::Wishes,
        &format!("姓名,微心愿内容\n张三,{}\n李四,{}\n", "长".repeat(32_768), "长".repeat(32_767)),
    );
    let Read::Faulty(faults) = &rows[0].read else { panic!() };
    assert_eq!(faults[0].why, FaultKind::TooLongText { most: 32_767 });
    assert!(matches!(rows[1].read, Read::Draft { .. }));
}
