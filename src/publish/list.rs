//! The public list: the allow-list of docs/design.md, section 6, as columns in a fixed order. Columns are a promise:
//! new ones are added at the end.

use super::{Body, Pack, PackFile, one_line};
use crate::lang::publish as texts;
use crate::model::words::PublicColumn;
use crate::privacy::wall::PublicNeed;

pub fn files<'p>() -> Vec<PackFile<'p>> {
    vec![
        PackFile { name: "list.csv".to_owned(), body: Body::Csv },
        PackFile { name: "list.xlsx".to_owned(), body: Body::Xlsx },
    ]
}

/// The columns of this pack: those that every list has, and those that the office publishes.
pub fn columns(pack: &Pack) -> Vec<PublicColumn> {
    PublicColumn::ALL.iter().copied().filter(|column| pack.settings.shows(*column)).collect()
}

/// The cells of a need.
pub fn row(need: &PublicNeed, columns: &[PublicColumn]) -> Vec<String> {
    columns.iter().map(|column| cell(need, *column)).collect()
}

fn cell(need: &PublicNeed, column: PublicColumn) -> String {
    match column {
        PublicColumn::Number => texts::wall_number(need.number),
        PublicColumn::PublicCode => need.public_code.to_string(),
        PublicColumn::Place => one_line(&need.place),
        PublicColumn::Wisher => one_line(&need.wisher),
        PublicColumn::Kind => texts::kind(need.kind),
        PublicColumn::Theme => need.theme.map(texts::theme).unwrap_or_default(),
        PublicColumn::Form => need.form.map(texts::form).unwrap_or_default(),
        PublicColumn::Content => one_line(&need.content),
        PublicColumn::Quantity => need.quantity.to_string(),
        PublicColumn::State => texts::progress(need.state),
        PublicColumn::Budget => need.budget.map(texts::band).unwrap_or_default(),
        PublicColumn::Deadline => need.deadline.map(|day| day.to_string()).unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{need, pack};
    use super::*;
    use crate::model::band::Band;
    use crate::model::words::NeedKind;

    #[test]
    fn row_has_every_column_that_the_office_publishes() {
        let mut wish = need(3, "希望有一台微波炉");
        wish.quantity = 2;
        wish.budget = Some(Band::of("250".parse().unwrap()));
        let mut pack = pack(vec![wish.clone()]);
        assert_eq!(
            row(&wish, &columns(&pack)).join(","),
            "3号,K7QF2M03,蟠虬社区,伍**,微心愿,物资帮扶类,物资,希望有一台微波炉,2,待认领"
        );
        pack.settings.columns = vec![PublicColumn::Budget, PublicColumn::Deadline];
        assert_eq!(row(&wish, &columns(&pack)).join(","), "3号,K7QF2M03,蟠虬社区,希望有一台微波炉,待认领,101–300 元,");
        let project = PublicNeed { kind: NeedKind::Project, theme: None, form: None, ..wish };
        assert_eq!(row(&project, PublicColumn::ALL).len(), PublicColumn::ALL.len());
    }
}
