//! Which column is which field, and what a kind of list cannot do without. Knows heads, nothing of rows.

use super::aliases::{Twist, Use, use_of};
use crate::model::field::Field;
use crate::model::words::ListKind;

const NONE: u16 = u16::MAX;

/// The columns of a list by their use.
#[derive(Debug, Clone)]
pub struct Columns {
    uses: Vec<Use>,
    /// The first column of each field, or `NONE`.
    first: [u16; Field::ALL.len()],
    /// Further columns of a field, in order.
    more: Vec<(Field, u16)>,
    /// Known fields, each counted once.
    pub matched: usize,
}

impl Columns {
    pub fn of(kind: ListKind, heads: &[String]) -> Columns {
        let uses: Vec<Use> = heads.iter().map(|head| use_of(kind, head)).collect();
        let mut columns = Columns { uses, first: [NONE; Field::ALL.len()], more: Vec::new(), matched: 0 };
        for (column, one) in (0..NONE).zip(&columns.uses) {
            if let Use::Field(field, _) = *one {
                if columns.first[field as usize] == NONE {
                    columns.first[field as usize] = column;
                    columns.matched += 1;
                } else {
                    columns.more.push((field, column));
                }
            }
        }
        columns
    }

    pub fn uses(&self) -> &[Use] {
        &self.uses
    }

    pub fn first(&self, field: Field) -> Option<u16> {
        let column = self.first[field as usize];
        (column != NONE).then_some(column)
    }

    /// The columns of this field behind its first.
    pub fn others(&self, field: Field) -> impl Iterator<Item = u16> {
        self.more.iter().filter(move |(one, _)| *one == field).map(|(_, column)| *column)
    }

    pub fn field(&self, column: u16) -> Option<Field> {
        match self.uses.get(usize::from(column))? {
            Use::Field(field, _) => Some(*field),
            Use::Serial | Use::Ignored | Use::Extra => None,
        }
    }

    pub fn twist(&self, column: u16) -> Twist {
        match self.uses.get(usize::from(column)) {
            Some(Use::Field(_, twist)) => *twist,
            Some(Use::Serial | Use::Ignored | Use::Extra) | None => Twist::Plain,
        }
    }

    /// The fields without which this is no list of the kind; empty where it is one.
    pub fn missing(&self, kind: ListKind) -> Vec<Field> {
        let lacking = |fields: &[Field]| fields.iter().copied().filter(|field| self.first(*field).is_none()).collect();
        match kind {
            ListKind::Wishes => lacking(&[Field::Content, Field::Wisher]),
            ListKind::Projects => lacking(&[Field::Title]),
            ListKind::Members | ListKind::Orgs => lacking(&[Field::Name]),
            ListKind::Claims => {
                let by_content = lacking(&[Field::Content, Field::Wisher]).is_empty();
                let named = by_content || self.first(Field::Need).is_some() || self.first(Field::Title).is_some();
                lacking(if named { &[Field::Claimants] } else { &[Field::Need, Field::Claimants] })
            }
            ListKind::Places => {
                let parts = [Field::Place, Field::District, Field::Street, Field::Community, Field::Station];
                lacking(if parts.into_iter().any(|field| self.first(field).is_some()) { &[] } else { &[Field::Place] })
            }
            ListKind::Decisions => lacking(&[Field::Code, Field::Outcome]),
        }
    }
}
