//! Delimited text: quotes that may swallow rows, files that were joined, short rows, bytes of code page 936.

use shuangwei::intake::{Options, Quotes};
use shuangwei::model::fields::Field;
use shuangwei::model::words::ListKind;

use super::{read, read_with, refusal, sample, troubles, values, wishes, wishes_of};

fn with_quotes(quotes: Quotes, bytes: &[u8]) -> Vec<Vec<String>> {
    let options = Options { quotes, ..Options::default() };
    let (_, rows) = read_with(ListKind::Wishes, &options, bytes).unwrap();
    values(&wishes_of(rows), &[Field::Wisher])
}

#[test]
fn rows_inside_quotes_stop_the_list_until_it_is_settled() {
    let list = sample("07-stray-quotes.csv");
    let message = refusal(&list);
    assert!(message.contains("第 2 行") && message.contains("--quotes literal"), "{message}");
    assert_eq!(with_quotes(Quotes::Literal, &list).len(), 5);
    assert_eq!(with_quotes(Quotes::Strict, &list).len(), 2);
    // A line that leaves out its last cells is a record all the same.
    let short = "许愿人,社区,微心愿内容,备注\n甲,榕荫社区,\"书\n乙,水街社区,椅子\n丙,水街社区,灯\",x\n";
    assert!(refusal(short).contains("第 2 行"));
    // Lines of an address or a remark are none.
    let lines = "许愿人,社区,微心愿内容,备注\n甲,榕荫社区,\"书\n两本,要新的\",\"电话没人接\n下午再打\"\n";
    assert_eq!(values(&wishes(lines), &[Field::Content]), [["书\n两本,要新的"]]);
}

#[test]
fn header_again_in_a_list_is_no_record() {
    assert_eq!(values(&wishes(sample("08-concat-bom.csv")), &[Field::Wisher]), [["陈小满"], ["何大伯"]]);
    let reordered = "许愿人,社区,微心愿内容\n甲,榕荫社区,书\n微心愿内容,许愿人,社区\n椅子,乙,水街社区\n";
    let fields = [Field::Wisher, Field::Content];
    assert_eq!(values(&wishes(reordered), &fields), [["甲", "书"], ["乙", "椅子"]]);
    let fewer = "许愿人,社区,微心愿内容,备注\n甲,榕荫社区,书,x\n社区,姓名,心愿内容\n水街社区,乙,椅子\n";
    assert_eq!(values(&wishes(fewer), &fields), [["甲", "书"], ["乙", "椅子"]]);
    let message = refusal(
        "许愿人,社区,微心愿内容\n甲,榕荫社区,书\n许愿人,社区,联系电话,微心愿内容\n乙,水街社区,19900000001,椅子\n",
    );
    assert!(message.contains("第 3 行又是表头") && message.contains("联系电话"), "{message}");
}

#[test]
fn fault_behind_a_second_header_names_the_column_that_it_is_in() {
    let list = "许愿人,社区,微心愿内容,数量\n甲,榕荫社区,书,1\n数量,微心愿内容,许愿人,社区\n许多,椅子,乙,水街社区\n";
    let (_, rows) = read(ListKind::Wishes, list).unwrap();
    let shuangwei::intake::Read::Draft { waiting, .. } = &rows[2].read else { panic!("{rows:?}") };
    assert_eq!(waiting[0].fault.column, Some(0));
}

#[test]
fn blank_behind_a_quote_and_a_quote_inside_a_cell_are_forgiven() {
    assert_eq!(values(&wishes(sample("37-quote-then-space.csv")), &[Field::Content]), [["要一个书包"], ["修水龙头"]]);
    let inch = "许愿人,社区,微心愿内容\n甲,榕荫社区,32\" 电视机\n";
    assert_eq!(values(&wishes(inch), &[Field::Content]), [["32\" 电视机"]]);
}

#[test]
fn quotes_around_the_name_of_a_place_are_none_of_it() {
    let list = "许愿人,社区,微心愿内容\n甲, \"榕荫社区\",书\n乙,“榕荫社区”,灯\n丙,榕荫社区,伞\n";
    let wishes = wishes(list);
    let places = wishes.iter().map(|wish| wish.place.as_ref().map(ToString::to_string));
    assert_eq!(places.collect::<Vec<_>>(), vec![Some("榕荫社区".to_owned()); 3]);
}

#[test]
fn rows_may_leave_out_empty_cells_at_their_end() {
    assert_eq!(wishes(sample("39-short-rows.csv")).len(), 2);
    let (_, rows) = read(ListKind::Wishes, "许愿人,社区,微心愿内容\n甲,榕荫社区\n").unwrap();
    assert_eq!(troubles(&rows[0]), ["row_too_short"]);
}

#[test]
fn euro_of_code_page_936_leaves_no_doubt() {
    let wishes = wishes(sample("40-euro-cp936.csv"));
    assert_eq!(wishes.len(), 6);
    assert_eq!(values(&wishes[..1], &[Field::Note]), [["80€"]]);
}
