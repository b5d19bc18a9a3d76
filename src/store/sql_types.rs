//! How the field's words and values are stored in SQL: closed sets by their code, values by their text form, money as fen.

use rusqlite::ToSql;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSqlOutput, ValueRef};

use crate::model::code::Code;
use crate::model::day::Day;
use crate::model::money::Money;
use crate::model::phone::Phone;
use crate::model::words::{
    ClaimState, Claimant, Counting, Form, Joint, Level, ListKind, MemberClass, NeedKind, NeedState, OrgClass,
    OutsiderType, Progress, Role, Theme,
};

/// Closed sets: `code()` out, `FromStr` in.
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
                    parse(value)
                }
            }
        )+
    };
}

word_in_sql! {
    ClaimState Claimant Counting Form Joint Level ListKind MemberClass NeedKind NeedState OrgClass OutsiderType Progress
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
