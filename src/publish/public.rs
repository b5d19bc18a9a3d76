//! The public table: the allow-list of docs/design.md, section 6, as columns in a fixed order. Columns are a promise:
//! new ones are added at the end.

use super::one_line;
use crate::lang::publish as texts;
use crate::privacy::wall::PublicNeed;

/// The headers, in the current language.
pub fn headers() -> Vec<String> {
    vec![
        texts::head_number(),
        texts::head_public_code(),
        texts::head_place(),
        texts::head_wisher(),
        texts::head_kind(),
        texts::head_theme(),
        texts::head_form(),
        texts::head_content(),
        texts::head_quantity(),
        texts::head_state(),
    ]
}

/// One row per need, by wall number.
pub fn rows(needs: &[PublicNeed]) -> Vec<Vec<String>> {
    let mut ordered: Vec<&PublicNeed> = needs.iter().collect();
    ordered.sort_by_key(|need| need.number);
    ordered.into_iter().map(row).collect()
}

fn row(need: &PublicNeed) -> Vec<String> {
    vec![
        texts::wall_number(need.number),
        need.public_code.clone(),
        one_line(&need.place),
        one_line(&need.wisher),
        texts::kind(need.kind),
        need.theme.map(texts::theme).unwrap_or_default(),
        need.form.map(texts::form).unwrap_or_default(),
        one_line(&need.content),
        need.quantity.to_string(),
        texts::progress(need.state),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::words::{Form, NeedKind, Progress, Theme};

    #[test]
    fn every_row_has_every_column() {
        let need = PublicNeed {
            number: 3,
            public_code: "K7QF2M".to_owned(),
            place: "蟠虬社区".to_owned(),
            wisher: "伍**".to_owned(),
            kind: NeedKind::Wish,
            theme: Some(Theme::Aid),
            form: Some(Form::Goods),
            content: "希望有一台微波炉".to_owned(),
            quantity: 2,
            state: Progress::Open,
        };
        let project = PublicNeed { number: 1, kind: NeedKind::Project, theme: None, form: None, ..need.clone() };
        let rows = rows(&[need, project]);
        assert!(rows.iter().all(|row| row.len() == headers().len()));
        assert_eq!(rows[0][0], "1号");
        assert_eq!(rows[1].join(","), "3号,K7QF2M,蟠虬社区,伍**,微心愿,物资帮扶类,物资,希望有一台微波炉,2,待认领");
    }
}
