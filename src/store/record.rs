//! What a table's row is to the program: a struct, its four statements, and its canonical JSON for the log.
//!
//! Canonical JSON has sorted keys and no NULLs, so that a new column changes no digest (docs/design.md, section 3).

use anyhow::Context;
use rusqlite::types::{FromSql, FromSqlError, ToSqlOutput, Value, ValueRef};
use rusqlite::{Row, Statement};
use serde_json::{Map, Value as Json};

use crate::model::draft::Value as Cell;
use crate::model::fields::{FieldDef, Stored, Table};
use crate::model::text::hex_digits;

/// A row of a logged table. Made by `record!`, so that the column list is written once.
pub trait Record: Sized {
    /// The table, which is also the `kind` of its revisions.
    const KIND: &'static str;
    const COLUMNS: &'static [&'static str];
    const INSERT: &'static str;
    /// How many of `COLUMNS` a new record may have; later steps give the rest.
    const FIRST: usize;
    /// Adds the first columns of `MANY` rows behind the last row of the table; SQLite gives them the ids that follow.
    const APPEND_MANY: &'static str;
    const SELECT: &'static str;
    const UPDATE: &'static str;
    const DELETE: &'static str;
    /// Every row, by its id.
    const ALL: &'static str;
    /// Overlays the table with an empty past, for this connection alone: see `store::as_of`.
    const PAST: &'static str;
    /// Marks a row as changed since; one that is marked already is left as it is.
    const PAST_CHANGED: &'static str;
    /// Adds a row as it was; the parameters are those of `INSERT`.
    const PAST_INSERT: &'static str;

    fn id(&self) -> i64;
    /// The values of `COLUMNS`, in that order.
    fn values(&self) -> rusqlite::Result<Vec<ToSqlOutput<'_>>>;
    /// Binds the values of the first columns from parameter `at` on, NULLs left out.
    fn bind_first(&self, statement: &mut Statement<'_>, at: usize) -> rusqlite::Result<()>;
    /// Binds those of the later columns likewise.
    fn bind_later(&self, statement: &mut Statement<'_>, at: usize) -> rusqlite::Result<()>;
    /// From a row of `SELECT id, <COLUMNS in order>`.
    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self>;
    /// From its canonical JSON.
    fn from_json(json: &Map<String, Json>) -> anyhow::Result<Self>;
    /// `id` and `COLUMNS` in the order of their names.
    fn keys() -> &'static [Key];
    /// Gives a column, by its place in `COLUMNS`, what a list's cell was read as. Errors: a column that no such cell
    /// becomes.
    fn set(&mut self, column: usize, value: Cell) -> anyhow::Result<()>;

    /// The record as canonical JSON, appended to `out`.
    fn write_json(&self, out: &mut Vec<u8>) -> rusqlite::Result<()> {
        let values = self.values()?;
        let mut before = b'{';
        for key in Self::keys() {
            let value = key.column.map_or(ValueRef::Integer(self.id()), |column| value_ref(&values[column]));
            if !matches!(value, ValueRef::Null) {
                out.push(before);
                before = b',';
                out.extend_from_slice(key.text.as_bytes());
                write_value(out, value);
            }
        }
        out.push(b'}');
        Ok(())
    }
}

/// Declares the struct of a table: `record! { PlaceRow "place" { parent_id: Option<i64>, ... } }`. Every struct has
/// `id` along with the columns named. Columns that no new record has come last: `{ ... } later { ... }`.
macro_rules! record {
    ($(#[$meta:meta])* $name:ident $table:literal { $($columns:tt)* }) => {
        $crate::store::record::record! { $(#[$meta])* $name $table { $($columns)* } later {} }
    };
    (
        $(#[$meta:meta])* $name:ident $table:literal
        { $first:ident : $first_ty:ty, $($column:ident : $ty:ty,)* } later { $($later:ident : $later_ty:ty,)* }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq)]
        pub struct $name {
            pub id: i64,
            pub $first: $first_ty,
            $(pub $column: $ty,)*
            $(pub $later: $later_ty,)*
        }

        const _: () = $crate::model::fields::check_columns(
            $table,
            &[stringify!($first), $(stringify!($column),)* $(stringify!($later),)*],
        );

        impl $crate::store::record::Record for $name {
            const KIND: &'static str = $table;
            const COLUMNS: &'static [&'static str] =
                &[stringify!($first), $(stringify!($column),)* $(stringify!($later),)*];
            const FIRST: usize = [stringify!($first), $(stringify!($column),)*].len();
            const INSERT: &'static str = concat!(
                "INSERT INTO ", $table,
                " (id, ", stringify!($first), $(", ", stringify!($column),)* $(", ", stringify!($later),)* ")\n",
                "VALUES (:id, :", stringify!($first), $(", :", stringify!($column),)* $(", :", stringify!($later),)* ")"
            );
            const APPEND_MANY: &'static str = concat!(
                "INSERT OR ROLLBACK INTO ", $table, " (", stringify!($first), $(", ", stringify!($column),)* ")\nVALUES",
                $crate::store::bulk::append::sixteen!("\n  (?", $($crate::store::bulk::append::mark!($column),)* ")")
            );
            const SELECT: &'static str = concat!(
                "SELECT id, ", stringify!($first), $(", ", stringify!($column),)* $(", ", stringify!($later),)* "\n",
                "FROM ", $table, "\nWHERE id = :id"
            );
            const UPDATE: &'static str = concat!(
                "UPDATE ", $table, "\nSET ", stringify!($first), " = :", stringify!($first),
                $(", ", stringify!($column), " = :", stringify!($column),)*
                $(", ", stringify!($later), " = :", stringify!($later),)* "\nWHERE id = :id"
            );
            const DELETE: &'static str = concat!("DELETE FROM ", $table, "\nWHERE id = :id");
            const ALL: &'static str = concat!(
                "SELECT id, ", stringify!($first), $(", ", stringify!($column),)* $(", ", stringify!($later),)* "\n",
                "FROM ", $table, "\nORDER BY id"
            );
            const PAST: &'static str = concat!(
                "CREATE TEMP TABLE changed_", $table, " (id INTEGER PRIMARY KEY);\n",
                "CREATE TEMP TABLE past_", $table, " AS\n",
                "SELECT id, ", stringify!($first), $(", ", stringify!($column),)* $(", ", stringify!($later),)* "\n",
                "FROM main.", $table, "\nWHERE 0;\n",
                "CREATE UNIQUE INDEX temp.past_", $table, "_id ON past_", $table, " (id);\n",
                "CREATE TEMP VIEW ", $table, " AS\n",
                "SELECT id, ", stringify!($first), $(", ", stringify!($column),)* $(", ", stringify!($later),)* "\n",
                "FROM main.", $table, " AS known\n",
                "WHERE NOT EXISTS (SELECT 1 FROM temp.changed_", $table, " AS changed WHERE changed.id = known.id)\n",
                "UNION ALL\n",
                "SELECT id, ", stringify!($first), $(", ", stringify!($column),)* $(", ", stringify!($later),)* "\n",
                "FROM temp.past_", $table, ";"
            );
            const PAST_CHANGED: &'static str =
                concat!("INSERT OR IGNORE INTO temp.changed_", $table, " (id)\nVALUES (:id)");
            const PAST_INSERT: &'static str = concat!(
                "INSERT INTO temp.past_", $table,
                " (id, ", stringify!($first), $(", ", stringify!($column),)* $(", ", stringify!($later),)* ")\n",
                "VALUES (:id, :", stringify!($first), $(", :", stringify!($column),)* $(", :", stringify!($later),)* ")"
            );

            fn id(&self) -> i64 {
                self.id
            }

            fn values(&self) -> rusqlite::Result<Vec<rusqlite::types::ToSqlOutput<'_>>> {
                Ok(vec![
                    rusqlite::ToSql::to_sql(&self.$first)?,
                    $(rusqlite::ToSql::to_sql(&self.$column)?,)*
                    $(rusqlite::ToSql::to_sql(&self.$later)?,)*
                ])
            }

            #[allow(unused_assignments, reason = "the last step counts on")]
            fn bind_first(&self, statement: &mut rusqlite::Statement<'_>, at: usize) -> rusqlite::Result<()> {
                let mut at = at;
                $crate::store::record::bind_value(statement, at, rusqlite::ToSql::to_sql(&self.$first)?)?;
                $(
                    at += 1;
                    $crate::store::record::bind_value(statement, at, rusqlite::ToSql::to_sql(&self.$column)?)?;
                )*
                Ok(())
            }

            #[allow(unused_assignments, unused_variables, unused_mut, reason = "most tables have no later columns")]
            fn bind_later(&self, statement: &mut rusqlite::Statement<'_>, at: usize) -> rusqlite::Result<()> {
                let mut at = at;
                $(
                    $crate::store::record::bind_value(statement, at, rusqlite::ToSql::to_sql(&self.$later)?)?;
                    at += 1;
                )*
                Ok(())
            }

            #[allow(unused_assignments, reason = "the last step counts on")]
            fn from_row(row: &rusqlite::Row<'_>) -> rusqlite::Result<Self> {
                let id = row.get(0)?;
                let mut at = 1;
                let $first = row.get(at)?;
                $(at += 1; let $column = row.get(at)?;)*
                $(at += 1; let $later = row.get(at)?;)*
                Ok($name { id, $first, $($column,)* $($later,)* })
            }

            fn from_json(json: &serde_json::Map<String, serde_json::Value>) -> anyhow::Result<Self> {
                Ok($name {
                    id: $crate::store::record::column(json, "id")?,
                    $first: $crate::store::record::column(json, stringify!($first))?,
                    $($column: $crate::store::record::column(json, stringify!($column))?,)*
                    $($later: $crate::store::record::column(json, stringify!($later))?,)*
                })
            }

            #[allow(unused_assignments, reason = "the last step counts on")]
            fn set(&mut self, column: usize, value: $crate::model::draft::Value) -> anyhow::Result<()> {
                let mut at = 0;
                if column == at {
                    return $crate::store::sql_types::put(&mut self.$first, value);
                }
                $(
                    at += 1;
                    if column == at {
                        return $crate::store::sql_types::put(&mut self.$column, value);
                    }
                )*
                $(
                    at += 1;
                    if column == at {
                        return $crate::store::sql_types::put(&mut self.$later, value);
                    }
                )*
                anyhow::bail!("a column that {} does not have", $table)
            }

            fn keys() -> &'static [$crate::store::record::Key] {
                static KEYS: std::sync::OnceLock<Vec<$crate::store::record::Key>> = std::sync::OnceLock::new();
                KEYS.get_or_init(|| $crate::store::record::keys(Self::COLUMNS))
            }
        }
    };
}
pub(crate) use record;

/// Binds a value; what is not bound is NULL, as most columns of most records are.
pub fn bind_value(statement: &mut Statement<'_>, at: usize, value: ToSqlOutput<'_>) -> rusqlite::Result<()> {
    match value_ref(&value) {
        ValueRef::Null => Ok(()),
        _ => statement.raw_bind_parameter(at, value),
    }
}

/// A record of which only these columns are known; the rest are NULL. Errors: a column that may not be NULL is missing.
pub fn blank<R: Record>(known: Json) -> anyhow::Result<R> {
    let Json::Object(mut columns) = known else { anyhow::bail!("columns by name") };
    columns.retain(|_, value| !value.is_null());
    columns.entry("id").or_insert(Json::from(0));
    R::from_json(&columns)
}

/// A column of a record's canonical JSON: what `write_value` wrote, read again.
pub fn column<T: FromSql>(json: &Map<String, Json>, name: &str) -> anyhow::Result<T> {
    let read = match json.get(name) {
        None => T::column_result(ValueRef::Null),
        Some(Json::Number(number)) => {
            T::column_result(ValueRef::Integer(number.as_i64().with_context(|| format!("the column {name}"))?))
        }
        // Blobs are hexadecimal text.
        Some(Json::String(text)) => match (T::column_result(ValueRef::Text(text.as_bytes())), unhex(text)) {
            (Err(FromSqlError::InvalidType), Some(bytes)) => T::column_result(ValueRef::Blob(&bytes)),
            (read, _) => read,
        },
        Some(_) => Err(FromSqlError::InvalidType),
    };
    read.with_context(|| format!("the column {name}"))
}

fn unhex(text: &str) -> Option<Vec<u8>> {
    let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    let pairs = text.as_bytes().chunks(2);
    pairs.map(|pair| Some(digit(pair[0])? << 4 | digit(*pair.get(1)?)?)).collect()
}

/// A record's canonical JSON.
pub fn canonical<R: Record>(record: &R) -> anyhow::Result<String> {
    let mut text = Vec::with_capacity(512);
    record.write_json(&mut text)?;
    String::from_utf8(text).context("canonical JSON is UTF-8")
}

/// A key of canonical JSON.
pub struct Key {
    /// The place of its column; `None` for the id.
    column: Option<usize>,
    /// `"name":`
    text: String,
}

/// `id` and the columns, in the order of their names.
pub fn keys(columns: &[&str]) -> Vec<Key> {
    let mut names: Vec<(&str, Option<usize>)> = columns.iter().copied().zip((0..).map(Some)).collect();
    names.push(("id", None));
    names.sort_unstable();
    names.into_iter().map(|(name, column)| Key { column, text: format!("\"{name}\":") }).collect()
}

fn write_value(out: &mut Vec<u8>, value: ValueRef<'_>) {
    match value {
        ValueRef::Null => {}
        ValueRef::Integer(number) => out.extend_from_slice(number.to_string().as_bytes()),
        // No table has a REAL column (the schema is STRICT); written as text, so that nothing is lost.
        ValueRef::Real(number) => write_text(out, number.to_string().as_bytes()),
        ValueRef::Text(text) => write_text(out, text),
        ValueRef::Blob(bytes) => {
            out.push(b'"');
            out.extend(bytes.iter().flat_map(|byte| hex_digits(*byte)));
            out.push(b'"');
        }
    }
}

/// JSON's own escapes and nothing more: `"`, `\` and control characters.
fn write_text(out: &mut Vec<u8>, text: &[u8]) {
    let is_special = |byte: &u8| *byte < 0x20 || *byte == b'"' || *byte == b'\\';
    out.push(b'"');
    let mut rest = text;
    while let Some(at) = rest.iter().position(is_special) {
        out.extend_from_slice(&rest[..at]);
        match rest[at] {
            b'"' => out.extend_from_slice(b"\\\""),
            b'\\' => out.extend_from_slice(b"\\\\"),
            b'\n' => out.extend_from_slice(b"\\n"),
            b'\r' => out.extend_from_slice(b"\\r"),
            b'\t' => out.extend_from_slice(b"\\t"),
            byte => out.extend_from_slice(format!("\\u{byte:04x}").as_bytes()),
        }
        rest = &rest[at + 1..];
    }
    out.extend_from_slice(rest);
    out.push(b'"');
}

/// The columns of a record that are not NULL, each with its field, in the order of the schema.
pub fn stored<R: Record>(record: &R) -> anyhow::Result<Vec<(&'static FieldDef, Stored)>> {
    let table = Table::named(R::KIND).with_context(|| format!("no fields for the table {}", R::KIND))?;
    let values = record.values()?;
    let mut stored = Vec::with_capacity(values.len());
    for ((_, def), value) in table.columns().zip(&values) {
        stored.push(match value_ref(value) {
            ValueRef::Null | ValueRef::Real(_) => continue,
            ValueRef::Integer(number) => (def, Stored::Int(number)),
            ValueRef::Text(text) => (def, Stored::Text(String::from_utf8_lossy(text).into_owned())),
            ValueRef::Blob(_) => (def, Stored::Blob),
        });
    }
    Ok(stored)
}

/// The value behind what a field gives to a statement.
pub fn value_ref<'a>(output: &'a ToSqlOutput<'_>) -> ValueRef<'a> {
    match output {
        ToSqlOutput::Borrowed(value) => *value,
        ToSqlOutput::Owned(value) => owned_ref(value),
        _ => ValueRef::Null,
    }
}

fn owned_ref(value: &Value) -> ValueRef<'_> {
    match value {
        Value::Null => ValueRef::Null,
        Value::Integer(number) => ValueRef::Integer(*number),
        Value::Real(number) => ValueRef::Real(*number),
        Value::Text(text) => ValueRef::Text(text.as_bytes()),
        Value::Blob(bytes) => ValueRef::Blob(bytes),
    }
}

/// Binds the values first and `id` last, as `UPDATE` wants them, and runs it; the count of rows changed.
pub fn run_update<R: Record>(statement: &mut Statement<'_>, record: &R) -> rusqlite::Result<usize> {
    let values = record.values()?;
    for (place, value) in values.iter().enumerate() {
        statement.raw_bind_parameter(place + 1, value)?;
    }
    statement.raw_bind_parameter(values.len() + 1, record.id())?;
    statement.raw_execute()
}
