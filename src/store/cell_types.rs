//! How columns and what a list's cells were read as become each other: see `model::draft::Value`.

use anyhow::Context;

use crate::model::code::Code;
use crate::model::day::Day;
use crate::model::draft::{Value as Cell, Word};
use crate::model::money::Money;
use crate::model::phone::Phone;
use crate::model::words::{
    ClaimState, Claimant, Counting, Form, Joint, Level, ListKind, MemberClass, NeedKind, NeedState, OrgClass,
    OutsiderType, Role, Theme,
};

/// A column's type.
pub trait AsCell: Sized {
    fn to_cell(&self) -> Option<Cell>;

    /// `None` where no such cell becomes this.
    fn from_cell(value: Cell) -> Option<Self>;
}

/// Gives a column a cell's value.
pub fn put<T: AsCell>(column: &mut T, value: Cell) -> anyhow::Result<()> {
    *column = T::from_cell(value).context("a cell of another type than its column")?;
    Ok(())
}

impl<T: AsCell> AsCell for Option<T> {
    fn to_cell(&self) -> Option<Cell> {
        self.as_ref().and_then(T::to_cell)
    }

    fn from_cell(value: Cell) -> Option<Option<T>> {
        T::from_cell(value).map(Some)
    }
}

impl AsCell for String {
    fn to_cell(&self) -> Option<Cell> {
        Some(Cell::Text(self.clone()))
    }

    /// Of an ID number only its masked form is stored.
    fn from_cell(value: Cell) -> Option<String> {
        match value {
            Cell::Text(text) => Some(text),
            Cell::Id(id) => Some(id.masked()),
            _ => None,
        }
    }
}

impl AsCell for i64 {
    fn to_cell(&self) -> Option<Cell> {
        Some(Cell::Integer(*self))
    }

    fn from_cell(value: Cell) -> Option<i64> {
        if let Cell::Quantity(quantity) = value { Some(i64::from(quantity.number())) } else { None }
    }
}

/// Digests; no cell is one.
impl AsCell for Vec<u8> {
    fn to_cell(&self) -> Option<Cell> {
        None
    }

    fn from_cell(_value: Cell) -> Option<Vec<u8>> {
        None
    }
}

macro_rules! as_cell {
    ($($name:ty = $variant:ident,)+) => {
        $(
            impl AsCell for $name {
                fn to_cell(&self) -> Option<Cell> {
                    Some(Cell::$variant(self.clone()))
                }

                fn from_cell(value: Cell) -> Option<$name> {
                    if let Cell::$variant(value) = value { Some(value) } else { None }
                }
            }
        )+
    };
}

as_cell! {
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

/// Closed sets that no list carries.
macro_rules! word_as_cell {
    ($($name:ident)+) => {
        $(
            impl AsCell for $name {
                fn to_cell(&self) -> Option<Cell> {
                    Some(Cell::Word(Word { code: self.code(), zh: self.zh() }))
                }

                fn from_cell(_value: Cell) -> Option<$name> {
                    None
                }
            }
        )+
    };
}

word_as_cell! { Claimant Counting Joint Level ListKind NeedKind NeedState OutsiderType Role }
