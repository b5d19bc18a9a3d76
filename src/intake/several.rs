//! Several wishes in one row, each in a column of its own: 心愿1, 心愿2, 心愿3, or one header several times. Each is a
//! record with what else the row says. Knows headers and cells, nothing of values.

use super::aliases::{Use, plain, use_of};
use super::cells::{Cells, Mark};
use super::columns::Columns;
use super::excerpt::{brief, listed, private};
use super::reading::value;
use crate::model::fault::{Fault, FaultKind};
use crate::model::fields::{Field, Twist};
use crate::model::folding::folded;
use crate::model::numeral;
use crate::model::text::to_half_width;
use crate::model::words::ListKind;

/// More than any form asks for.
const MOST: usize = 20;

/// The columns of the subjects, in their order, where a row has several; else none.
pub fn columns(kind: ListKind, headers: &[String], uses: &[Use]) -> Vec<u16> {
    let Some(subject) = kind.repeated() else { return Vec::new() };
    let mut found: Vec<(usize, u16, &str)> = Vec::new();
    for ((column, header), one) in (0u16..).zip(headers).zip(uses) {
        let is_free = match one {
            Use::Field(field, twist) => (*field, *twist) == (subject, Twist::Plain),
            Use::Extra => true,
            Use::Serial | Use::Ignored => false,
        };
        match numbered(kind, header).filter(|(field, _)| is_free && *field == subject) {
            Some((_, number)) => found.push((number, column, header.trim())),
            None if is_free && *one != Use::Extra => found.push((0, column, header.trim())),
            None => {}
        }
    }
    found.sort();
    let numbers: Vec<usize> = found.iter().map(|(number, ..)| *number).collect();
    let counts_from = |first: usize| numbers.iter().enumerate().all(|(at, number)| *number == at + first);
    // 心愿, 心愿2, 心愿3: the first has no number.
    let begins_plain = numbers.first() == Some(&0) && numbers.iter().skip(1).zip(2..).all(|(number, at)| *number == at);
    let is_repeated = numbers.iter().all(|number| *number == 0) && found.windows(2).all(|two| two[0].2 == two[1].2);
    // Two people side by side have wishes of their own.
    let mut others: Vec<String> = headers
        .iter()
        .zip(uses)
        .filter(|(_, one)| matches!(one, Use::Field(field, _) if *field != subject))
        .map(|(header, _)| plain(header))
        .collect();
    others.sort_unstable();
    let are_beside = others.windows(2).any(|two| two[0] == two[1]);
    if (2..=MOST).contains(&found.len()) && !are_beside && (counts_from(1) || begins_plain || is_repeated) {
        found.into_iter().map(|(_, column, _)| column).collect()
    } else {
        Vec::new()
    }
}

/// The field that a header names with a number (心愿1, 微心愿（一）, 第二个心愿), and the number.
pub fn numbered(kind: ListKind, header: &str) -> Option<(Field, usize)> {
    const NUMERALS: &str = "一二三四五六七八九十";
    let text: String = folded(header).chars().map(to_half_width).filter(|c| !c.is_whitespace()).collect();
    let is_numeral = |c: char| c.is_ascii_digit() || NUMERALS.contains(c);
    if !text.contains(is_numeral) || text.chars().count() > 24 {
        return None;
    }
    let begin = text.find(is_numeral)?;
    let end = text[begin..].find(|c| !is_numeral(c)).map_or(text.len(), |end| begin + end);
    let (mut before, mut after) = (&text[..begin], &text[end..]);
    if let Some(rest) = before.strip_suffix('第') {
        before = rest;
        after = after.strip_prefix(['个', '项', '条', '件', '桩']).unwrap_or(after);
    } else {
        before = before.trim_end_matches(['(', '[', '【', '之', '-', '_', '#', '.', '号']);
        after = after.trim_start_matches([')', ']', '】', '.', '、', '号']);
    }
    // The number of a form site's question is none of the wish's.
    if before.is_empty() && !text.starts_with('第') {
        return None;
    }
    let digits = &text[begin..end];
    let number = digits.parse().ok().or_else(|| {
        numeral::leading(digits)
            .filter(|(_, rest)| rest.is_empty())
            .and_then(|(number, _)| usize::try_from(number).ok())
    })?;
    match use_of(kind, &format!("{before}{after}")) {
        Use::Field(field, Twist::Plain) if (1..=MOST).contains(&number) => Some((field, number)),
        Use::Field(..) | Use::Serial | Use::Ignored | Use::Extra => None,
    }
}

/// The headers of what each wish has for itself, which one record for each cannot have; `None` where there are none.
pub fn headers_of_each(kind: ListKind, headers: &[String]) -> Option<String> {
    const OF_EACH: [Field; 7] =
        [Field::Quantity, Field::Budget, Field::Form, Field::Theme, Field::Deadline, Field::Reason, Field::State];
    let is_of_each = |header: &&String| numbered(kind, header).is_some_and(|(field, _)| OF_EACH.contains(&field));
    let found: Vec<&String> = headers.iter().filter(is_of_each).collect();
    (found.len() > 1).then(|| listed(found.into_iter().map(|header| brief(header))))
}

/// A row's records: its cells with one of the subjects each, and the column that it is in. One with the cells as they are where
/// the row has one subject, or none.
pub fn apart(cells: &Cells, columns: &Columns) -> Vec<(Cells, u16)> {
    let subjects = columns.subjects();
    let Some(first) = subjects.first() else { return Vec::new() };
    let text = |column: u16| cells.get(usize::from(column)).unwrap_or_default();
    let of = |column: u16| {
        let one = |at: u16| match at {
            at if at == *first => text(column),
            at if subjects.contains(&at) => "",
            at => text(at),
        };
        let width = u16::try_from(cells.len()).unwrap_or(u16::MAX).max(*first + 1);
        let kept = |(at, why): &(u16, Mark)| match *at {
            at if at == column => Some((*first, *why)),
            at => (!subjects.contains(&at)).then_some((at, *why)),
        };
        let marks = cells.marks().iter().filter_map(kept).collect();
        ((0..width).map(one).collect::<Cells>().with_marks(marks), column)
    };
    let filled: Vec<u16> = subjects.iter().copied().filter(|column| !value(text(*column)).is_empty()).collect();
    if filled.is_empty() { vec![of(*first)] } else { filled.into_iter().map(of).collect() }
}

/// The fault of a row with several records and one code.
pub fn of_one_code(row: u32, cells: &Cells, records: usize, columns: &Columns) -> Option<Fault> {
    let column = columns.first(Field::Code).filter(|_| records > 1)?;
    let code = cells.get(usize::from(column)).map(value).filter(|code| !code.is_empty())?;
    let why = FaultKind::SeveralOfOneCode { value: private(code), records };
    Some(Fault { row, column: Some(column), field: Some(Field::Code), why })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(headers: &[&str]) -> Vec<u16> {
        let headers: Vec<String> = headers.iter().map(|header| (*header).to_owned()).collect();
        let uses: Vec<Use> = headers.iter().map(|header| use_of(ListKind::Wishes, header)).collect();
        columns(ListKind::Wishes, &headers, &uses)
    }

    #[test]
    fn columns_of_several_wishes_are_known_by_their_numbers() {
        for headers in [
            ["姓名", "心愿1", "心愿2", "心愿3"],
            ["姓名", "微心愿一", "微心愿二", "微心愿三"],
            ["姓名", "心愿（一）", "心愿（二）", "心愿（三）"],
            ["姓名", "第一个心愿", "第二个心愿", "第三个心愿"],
            ["姓名", "心愿内容", "心愿内容2", "心愿内容3"],
            ["姓名", "心愿①", "心愿②", "心愿③"],
            ["姓名", "微心愿", "微心愿", "微心愿"],
            ["姓名", "心愿1内容", "心愿２内容", "心愿 3 内容*"],
            ["姓名", "微心愿之一", "微心愿之二", "微心愿之三"],
        ] {
            assert_eq!(found(&headers), [1, 2, 3], "{headers:?}");
        }
        assert_eq!(found(&["心愿2", "姓名", "心愿1"]), [2, 0]);
        for headers in [
            ["姓名", "心愿内容", "微心愿", "备注1"],
            ["姓名", "心愿内容", "心愿内容（50字以内）", "备注"],
            ["姓名", "心愿1", "心愿3", "备注"],
            ["姓名", "1、心愿内容", "2、联系电话", "备注"],
            ["姓名", "电话1", "电话2", "心愿"],
            ["姓名", "心愿", "姓名", "心愿"],
            ["姓名", "心愿1", "姓名", "心愿2"],
        ] {
            assert_eq!(found(&headers), [0u16; 0], "{headers:?}");
        }
    }
}
