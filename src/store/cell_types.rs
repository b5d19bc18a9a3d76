//! What a list's cell was read as becomes a column: see `model::draft::Value`.

use anyhow::Context;

use crate::model::code::Code;
use crate::model::day::Day;
use crate::model::draft::Value as Cell;
use crate::model::money::Money;
use crate::model::phone::Phone;
use crate::model::words::{
    ClaimState, Claimant, Counting, Form, Joint, Level, ListKind, MemberClass, NeedKind, NeedState, OrgClass,
    OutsiderType, Role, Theme,
};

/// A column's type.
pub trait FromCell: Sized {
    /// `None` where no such cell becomes this.
    fn from_cell(cell: Cell) -> Option<Self>;
}

/// Gives a column a cell's value.
pub fn put<T: FromCell>(column: &mut T, cell: Cell) -> anyhow::Result<()> {
    *column = T::from_cell(cell).context("a cell of another type than its column")?;
    Ok(())
}

impl<T: FromCell> FromCell for Option<T> {
    fn from_cell(cell: Cell) -> Option<Option<T>> {
        T::from_cell(cell).map(Some)
    }
}

impl FromCell for String {
    /// Of an ID number only its masked form is stored.
    fn from_cell(cell: Cell) -> Option<String> {
        match cell {
            Cell::Text(text) => Some(text),
            Cell::Id(id) => Some(id.masked()),
            _ => None,
        }
    }
}

impl FromCell for i64 {
    fn from_cell(cell: Cell) -> Option<i64> {
        if let Cell::Quantity(quantity) = cell { Some(i64::from(quantity.number())) } else { None }
    }
}

macro_rules! from_cell {
    ($($name:ty = $variant:ident,)+) => {
        $(
            impl FromCell for $name {
                fn from_cell(cell: Cell) -> Option<$name> {
                    if let Cell::$variant(value) = cell { Some(value) } else { None }
                }
            }
        )+
    };
}

from_cell! {
    Code = Code,
    Phone = Phone,
    Day = Day,
    Money = Money,
    u32 = Number,
    bool = Flag,
    Form = Form,
    Theme = Theme,
    MemberClass = MemberClass,
    OrgClass = OrgClass,
    ClaimState = ClaimState,
}

/// Digests, and closed sets that no list carries.
macro_rules! from_no_cell {
    ($($name:ty,)+) => {
        $(
            impl FromCell for $name {
                fn from_cell(_cell: Cell) -> Option<$name> {
                    None
                }
            }
        )+
    };
}

from_no_cell! { Vec<u8>, Claimant, Counting, Joint, Level, ListKind, NeedKind, NeedState, OutsiderType, Role, }
