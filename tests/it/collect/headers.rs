//! Headers as offices lay them out: one row or two, below titles, with groups, stars and units.

use shuangwei::intake::{List, Read, Row};
use shuangwei::model::draft::{ClaimDraft, Draft, NeedDraft};
use shuangwei::model::fields::Field;
use shuangwei::model::words::ListKind;

use crate::reading::read;

fn needs(text: &str) -> (List, Vec<NeedDraft>) {
    let (list, rows) = read(ListKind::Wishes, text).unwrap();
    let needs = rows.iter().filter_map(|row| match &row.read {
        Read::Draft { draft: Draft::Need(need), .. } => Some((**need).clone()),
        Read::Heading(_) | Read::Skipped => None,
        other => panic!("row {}: {other:?}", row.number),
    });
    (list, needs.collect())
}

fn claims(rows: &[Row]) -> Vec<ClaimDraft> {
    let claims = rows.iter().map(|row| match &row.read {
        Read::Draft { draft: Draft::Claim(claim), .. } => (**claim).clone(),
        other => panic!("row {}: {other:?}", row.number),
    });
    claims.collect()
}

#[test]
fn group_row_covers_the_headers_below_it() {
    let (list, needs) = needs(
        "微心愿汇总表,,,,,,\n填报单位：某街道,,,,,,\n序号,所属属地,,许愿人信息,,心愿内容,备注\n,街道,社区,姓名*,电话（手机）,,\n1,金花街道,蟠虬社区,甲一,19900001001,一张书桌,\n2,金花街道,锦龙社区,乙二,,一把轮椅,急\n",
    );
    assert_eq!(list.header_row, 4);
    assert_eq!(list.headers, ["序号", "街道", "社区", "姓名*", "电话（手机）", "心愿内容", "备注"]);
    assert_eq!(needs.len(), 2);
    assert_eq!(needs[1].place.as_ref().unwrap().to_string(), "金花街道/锦龙社区");
    assert_eq!(needs[1].values.text(Field::Note), Some("急"));
}

#[test]
fn generic_header_is_read_with_its_group() {
    let (list, rows) =
        read(ListKind::Claims, "心愿编号,认领人,,认领时间\n,姓名,联系电话,\nJH-W000001,甲一,19900001001,2021-04-20\n")
            .unwrap();
    assert_eq!(list.header_row, 2);
    let claims = claims(&rows);
    assert_eq!(claims[0].claimants, ["甲一"]);
    assert_eq!(claims[0].values.phone(Field::Phone).unwrap().as_str(), "19900001001");
}

#[test]
fn two_groups_with_the_same_headers_are_distinguished() {
    let (list, needs) = needs(
        "社区,许愿人,,联系人,,心愿内容\n,姓名,电话,姓名,电话,\n蟠虬社区,甲一,19900001001,丁四,19900001009,一张书桌\n",
    );
    assert_eq!(list.headers, ["社区", "许愿人姓名", "许愿人电话", "联系人姓名", "联系人电话", "心愿内容"]);
    assert_eq!(needs[0].values.text(Field::Wisher), Some("甲一"));
    assert!(needs[0].extra.iter().any(|(header, cell)| header == "联系人姓名" && cell == "丁四"));
}

#[test]
fn record_is_never_read_as_a_second_header_row() {
    // The first record contains words that are headers elsewhere, and leaves most cells blank.
    let (list, needs) = needs("姓名,社区,心愿内容,其他\n电话,蟠虬社区,手机,备注\n乙二,蟠虬社区,一把轮椅,\n");
    assert_eq!(list.header_row, 1);
    assert_eq!(needs.len(), 2);
    assert_eq!(needs[0].values.text(Field::Content), Some("手机"));
    let (list, rows) =
        read(ListKind::Wishes, "姓名,社区,心愿内容,甲,乙\n,,,电话,备注\n乙二,蟠虬社区,轮椅,,\n").unwrap();
    // Two headers below two unknown ones, and nothing below the recognised ones: a second header row.
    assert_eq!((list.header_row, rows.len()), (2, 1));
}

#[test]
fn headers_with_stars_units_line_breaks_and_blanks_are_recognised() {
    let (_, needs) = needs(
        "某某街道办事处\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n*姓 名,所在\u{3000}社区★,\"微心愿\n内容（30字以内）\",预计金额(元),数 量：\n甲一,蟠虬社区,一张书桌,500,2\n",
    );
    assert_eq!(needs[0].values.get(Field::Budget).unwrap().to_string(), "500.00");
    assert_eq!(needs[0].values.quantity(Field::Quantity).unwrap().number(), 2);
}

#[test]
fn repeated_two_row_header_is_skipped() {
    let (_, needs) = needs(
        "序号,许愿人信息,,心愿内容,社区\n,姓名,电话,,\n1,甲一,,一张书桌,蟠虬社区\n序号,许愿人信息,,心愿内容,社区\n,姓名,电话,,\n2,乙二,,一把轮椅,蟠虬社区\n",
    );
    assert_eq!(needs.len(), 2);
}
