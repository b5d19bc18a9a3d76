//! What is checked of a report before it is written, as offices check it by hand (`P栏数不可能大于E栏数`).

use std::collections::BTreeMap;

use crate::lang::{cmd, report as text};
use crate::model::money::Money;
use crate::output::Cell;
use crate::output::report::{Column, RowKind, Section, Total};

/// Two figures that must be in a relation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// Where and what: `金花街道 已达标`.
    what: String,
    left: i64,
    relation: Relation,
    /// The other figure's name.
    other: String,
    right: i64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Relation {
    AtMost,
    Equal,
}

impl Check {
    pub fn at_most(what: impl Into<String>, left: i64, other: impl Into<String>, right: i64) -> Check {
        Check { what: what.into(), left, relation: Relation::AtMost, other: other.into(), right }
    }

    pub fn equal(what: impl Into<String>, left: i64, other: impl Into<String>, right: i64) -> Check {
        Check { what: what.into(), left, relation: Relation::Equal, other: other.into(), right }
    }

    /// What contradicts what; `None` where the check holds.
    pub fn failure(&self) -> Option<String> {
        let Check { what, left, other, right, .. } = self;
        match self.relation {
            Relation::AtMost if left > right => Some(text::check_above(what, left, other, right)),
            Relation::Equal if left != right => Some(text::check_differs(what, left, other, right)),
            Relation::AtMost | Relation::Equal => None,
        }
    }
}

/// That the parts are the whole: in each summed column a total is the sum of its items, and so is a subtotal; and that a
/// share is that of its sums, as a workbook computes it.
pub fn of_section(section: &Section) -> Vec<Check> {
    debug_assert!(section.is_well_formed(), "{}: a cell is not of its column's kind", section.key);
    let summed: Vec<usize> = (0..section.columns.len()).filter(|at| section.columns[*at].total == Total::Sum).collect();
    if !section.has_totals() || summed.is_empty() {
        return Vec::new();
    }
    let shares = section.columns.iter().enumerate().filter_map(|(at, column)| Share::of(section, at, column));
    let shares: Vec<Share> = shares.collect();
    let by = section.totals_by.and_then(|key| section.position(key));
    let mut sums = Sums::new(summed.len());
    let mut checks = Vec::new();
    for (kind, cells) in section.rows() {
        let figures: Vec<i64> = summed.iter().map(|at| figure(&cells[*at])).collect();
        let group = by.map(|by| cells[by].text().into_owned()).unwrap_or_default();
        let (name, parts) = match kind {
            RowKind::Item => {
                sums.add(group, &figures);
                continue;
            }
            RowKind::Subtotal => (row_name(&section.columns, &cells), sums.take_block()),
            RowKind::Total => (group.clone(), sums.take_group(&group)),
        };
        let names = [section.title.as_str(), name.as_str()].into_iter().filter(|name| !name.is_empty());
        let name = names.collect::<Vec<_>>().join(" ");
        for ((at, part), whole) in summed.iter().zip(parts).zip(figures) {
            let what = format!("{name} {} {}", section.columns[*at].header, text::sum_of_parts());
            checks.push(Check::equal(what, part, cmd::total(), whole));
        }
        checks.extend(shares.iter().map(|share| share.check(&name, section, &cells)));
    }
    checks.extend(sums.without_total(section));
    checks
}

/// The sums of the items so far.
struct Sums {
    columns: usize,
    /// Since the last subtotal.
    block: Vec<i64>,
    /// By the group that a total is of; one without a name where a total is of all.
    groups: BTreeMap<String, Vec<i64>>,
}

impl Sums {
    fn new(columns: usize) -> Sums {
        Sums { columns, block: vec![0; columns], groups: BTreeMap::new() }
    }

    fn add(&mut self, group: String, figures: &[i64]) {
        let group = self.groups.entry(group).or_insert_with(|| vec![0; self.columns]);
        for sums in [group, &mut self.block] {
            sums.iter_mut().zip(figures).for_each(|(sum, figure)| *sum += figure);
        }
    }

    fn take_block(&mut self) -> Vec<i64> {
        std::mem::replace(&mut self.block, vec![0; self.columns])
    }

    fn take_group(&mut self, group: &str) -> Vec<i64> {
        self.groups.remove(group).unwrap_or_else(|| vec![0; self.columns])
    }

    /// Groups of items that no total is of, where there are totals by group.
    fn without_total(self, section: &Section) -> Vec<Check> {
        if section.totals_by.is_none() {
            return Vec::new();
        }
        let sum = |sums: Vec<i64>| sums.into_iter().sum::<i64>();
        let check = |(group, sums)| {
            Check::equal(format!("{} {group} {}", section.title, text::sum_of_parts()), sum(sums), cmd::total(), 0)
        };
        self.groups.into_iter().map(check).collect()
    }
}

/// A column of shares, and those of its part and its whole.
struct Share {
    at: usize,
    of: usize,
    by: usize,
}

impl Share {
    fn of(section: &Section, at: usize, column: &Column) -> Option<Share> {
        match column.total {
            Total::Share { of, by } => Some(Share { at, of: section.position(of)?, by: section.position(by)? }),
            Total::None | Total::Sum => None,
        }
    }

    fn check(&self, name: &str, section: &Section, cells: &[Cell]) -> Check {
        let header = |at: usize| &section.columns[at].header;
        let (part, whole) = (figure(&cells[self.of]), figure(&cells[self.by]));
        let share = match cells[self.at] {
            Cell::Rate(Some(rate)) => (rate * whole as f64).round() as i64,
            _ => 0,
        };
        let what = format!("{name} {} × {}", header(self.at), header(self.by));
        // Of nothing there is no share.
        Check::equal(what, share, header(self.of), if whole == 0 { 0 } else { part })
    }
}

/// The texts that name a row.
fn row_name(columns: &[Column], cells: &[Cell]) -> String {
    let texts = columns.iter().zip(cells).filter(|(column, cell)| !column.kind.is_number() && **cell != Cell::Blank);
    texts.map(|(_, cell)| cell.text()).collect::<Vec<_>>().join(" ")
}

/// A cell that is summed, as a whole number: of money fen.
fn figure(cell: &Cell) -> i64 {
    match cell {
        Cell::Count(count) => *count,
        Cell::Money(yuan) => yuan.parse::<Money>().map_or(0, Money::fen),
        Cell::Blank | Cell::Text(_) | Cell::Coded(_) | Cell::Rate(_) | Cell::Mean(_) => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::report::Columns;

    fn columns() -> Columns<(&'static str, &'static str, i64)> {
        vec![
            Column::text("place", "属地").of(|row: &(&str, &str, i64)| Cell::text_of(row.0)),
            Column::text("kind", "类别").of(|row: &(&str, &str, i64)| Cell::text_of(row.1)),
            Column::count("total", "件数").sum().of(|row: &(&str, &str, i64)| Cell::Count(row.2)),
        ]
        .into()
    }

    fn failures(section: &Section) -> Vec<String> {
        of_section(section).iter().filter_map(Check::failure).collect()
    }

    #[test]
    fn totals_by_a_column_are_compared_with_their_own_items() {
        let items = [("甲", "微心愿", 1), ("甲", "微项目", 2), ("乙", "微心愿", 3)];
        let section = |totals: &[(&'static str, &'static str, i64)]| {
            let section = columns().section("groups", "进展", &items).with_totals_by("kind");
            totals.iter().fold(section, |section, total| section.with_total(columns().cells(total)))
        };
        let wishes = ("合计", "微心愿", 4);
        assert!(failures(&section(&[wishes, ("合计", "微项目", 2)])).is_empty());
        assert_eq!(failures(&section(&[wishes])), ["进展 微项目 各组之和 2 不等于 合计 0"]);
        let wrong = failures(&section(&[wishes, ("合计", "微项目", 3)]));
        assert_eq!(wrong, ["进展 微项目 件数 各组之和 2 不等于 合计 3"]);
    }

    #[test]
    fn share_of_a_total_is_compared_with_its_sums() {
        let columns: Columns<(i64, i64, Option<f64>)> = vec![
            Column::count("met", "已达标").sum().of(|row: &(i64, i64, Option<f64>)| Cell::Count(row.0)),
            Column::count("required", "应认领").sum().of(|row: &(i64, i64, Option<f64>)| Cell::Count(row.1)),
            Column::rate("rate", "达标率")
                .share("met", "required")
                .of(|row: &(i64, i64, Option<f64>)| Cell::Rate(row.2)),
        ]
        .into();
        let section =
            |rate| columns.section("groups", "达标", &[(1, 3, None)]).with_total(columns.cells(&(1, 3, rate)));
        assert!(failures(&section(Some(1.0 / 3.0))).is_empty());
        assert_eq!(failures(&section(Some(1.0))), ["达标 达标率 × 应认领 3 不等于 已达标 1"]);
        assert_eq!(failures(&section(None)).len(), 1);
        let nothing = columns.section("groups", "达标", &[]).with_total(columns.cells(&(0, 0, None)));
        assert!(failures(&nothing).is_empty());
    }

    #[test]
    fn subtotals_are_compared_with_the_items_since_the_one_before() {
        let mut section = columns().section("classes", "参与", &[("党员", "在职", 1), ("党员", "学生", 2)]);
        section = section.with_subtotal(columns().cells(&("党员", "合计", 3)));
        section = section.with_row(RowKind::Item, columns().cells(&("党组织", "单位", 5)));
        section = section.with_subtotal(columns().cells(&("党组织", "合计", 4)));
        assert_eq!(failures(&section), ["参与 党组织 合计 件数 各组之和 5 不等于 合计 4"]);
        let section = section.with_total(columns().cells(&("合计", "", 9)));
        assert_eq!(failures(&section).last().map(String::as_str), Some("参与 件数 各组之和 8 不等于 合计 9"));
    }
}
