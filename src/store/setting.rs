//! The office's own settings: its id, place, code prefix, digest key and the campaign in use.

use anyhow::Context;
use rusqlite::{OptionalExtension, named_params};

use super::log::Change;
use super::record::{Record, hex};
use super::rows::SettingRow;
use crate::store::Session;

/// What a setting is called in the office file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Setting {
    /// Random, made by `init`: with a row id it names a record over all offices.
    OfficeId,
    /// The row id of the place that the office sits at.
    OfficePlace,
    /// What our codes begin with: `JH`.
    CodePrefix,
    /// The key of ID digests, in hexadecimal.
    DigestKey,
    /// The row id of the campaign in use.
    Campaign,
}

impl Setting {
    fn name(self) -> &'static str {
        match self {
            Setting::OfficeId => "office_id",
            Setting::OfficePlace => "office_place",
            Setting::CodePrefix => "code_prefix",
            Setting::DigestKey => "digest_key",
            Setting::Campaign => "campaign",
        }
    }
}

pub fn read(conn: &Session, setting: Setting) -> anyhow::Result<Option<String>> {
    Ok(row(conn, setting.name())?.map(|row| row.value))
}

pub fn write(change: &mut Change<'_>, setting: Setting, value: &str) -> anyhow::Result<()> {
    write_named(change, setting.name(), value)
}

/// Notes why people were erased by the entry being made.
pub fn note_erasing(change: &mut Change<'_>, reason: &str) -> anyhow::Result<()> {
    let name = format!("erase:{}", change.entry());
    write_named(change, &name, reason)
}

/// Notes why private cells were revealed by the entry being made.
pub fn note_reveal(change: &mut Change<'_>, reason: &str) -> anyhow::Result<()> {
    let name = format!("reveal:{}", change.entry());
    write_named(change, &name, reason)
}

fn write_named(change: &mut Change<'_>, name: &str, value: &str) -> anyhow::Result<()> {
    match row(change.conn(), name)? {
        Some(before) => {
            let after = SettingRow { value: value.to_owned(), ..before.clone() };
            change.update(&before, &after)
        }
        None => {
            let id = change.next_id::<SettingRow>()?;
            change.insert(SettingRow { id, name: name.to_owned(), value: value.to_owned() })
        }
    }
}

/// The place that the office sits at.
pub fn office_place(conn: &Session) -> anyhow::Result<i64> {
    let value = read(conn, Setting::OfficePlace)?.context("the office file names no office")?;
    value.parse().context("the office's place")
}

pub fn code_prefix(conn: &Session) -> anyhow::Result<String> {
    Ok(read(conn, Setting::CodePrefix)?.unwrap_or_else(|| "SW".to_owned()))
}

pub fn campaign_in_use(conn: &Session) -> anyhow::Result<Option<i64>> {
    read(conn, Setting::Campaign)?.map(|value| value.parse().context("the campaign in use")).transpose()
}

/// Random bytes as hexadecimal, for the office's id and its digest key.
pub fn random_hex<const N: usize>() -> anyhow::Result<String> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).context("asking the system for random bytes")?;
    Ok(hex(&bytes))
}

fn row(conn: &Session, name: &str) -> anyhow::Result<Option<SettingRow>> {
    let sql = "SELECT id, name, value FROM setting WHERE name = :name";
    Ok(conn.prepare_cached(sql)?.query_row(named_params! {":name": name}, SettingRow::from_row).optional()?)
}
