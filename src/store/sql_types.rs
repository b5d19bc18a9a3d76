//! How the field's words and values are stored in SQL: closed sets by their code, values by their text form, money as fen;
//! and how what a list's cell was read as (`model::draft::Value`) becomes a column.

use anyhow::Context;
use rusqlite::ToSql;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSqlOutput, ValueRef};

use crate::model::code::Code;
use crate::model::day::Day;
use crate::model::draft::Value as Cell;
use crate::model::money::Money;
use crate::model::phone::Phone;
use crate::model::words::{
    ClaimState, Claimant, Counting, Form, Joint, Leaving, Level, ListKind, MemberClass, NeedKind, NeedState, OrgClass,
    OutsiderType, Progress, Role, Theme,
};

/// Closed sets: `code()` out, `of_code` in.
macro_rules! word_in_sql {
    ($($name:ident)+) => {
        $(
            impl ToSql for $name {
                fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
                    Ok(ToSqlOutput::from(self.code()))
                }
            }

            impl FromSql for $name {
                fn column_result(value: ValueRef<'_>) -> FromSqlResult<$name> {
                    $name::of_code(value.as_str()?).map_err(|cause| FromSqlError::Other(Box::new(cause)))
                }
            }
        )+
    };
}

word_in_sql! {
    ClaimState Claimant Counting Form Joint Leaving Level ListKind MemberClass NeedKind NeedState OrgClass OutsiderType Progress
    Role Theme
}

/// Values by their text form.
macro_rules! text_in_sql {
    ($($name:ident)+) => {
        $(
            impl ToSql for $name {
                fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
                    Ok(ToSqlOutput::from(self.to_string()))
                }
            }

            impl FromSql for $name {
                fn column_result(value: ValueRef<'_>) -> FromSqlResult<$name> {
                    parse(value)
                }
            }
        )+
    };
}

text_in_sql! { Day }

impl ToSql for Phone {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::from(self.as_str()))
    }
}

impl FromSql for Phone {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Phone> {
        parse(value)
    }
}

impl ToSql for Code {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::from(self.as_str()))
    }
}

impl FromSql for Code {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Code> {
        parse(value)
    }
}

impl ToSql for Money {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::from(self.fen()))
    }
}

impl FromSql for Money {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Money> {
        let fen = value.as_i64()?;
        Money::from_fen(fen).ok_or(FromSqlError::OutOfRange(fen))
    }
}

fn parse<T: std::str::FromStr>(value: ValueRef<'_>) -> FromSqlResult<T>
where
    T::Err: std::error::Error + Send + Sync + 'static,
{
    value.as_str()?.parse().map_err(|cause| FromSqlError::Other(Box::new(cause)))
}

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

from_no_cell! { Vec<u8>, Claimant, Counting, Joint, Leaving, Level, ListKind, NeedKind, NeedState, OutsiderType, Role, }
