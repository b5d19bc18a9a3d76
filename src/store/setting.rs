//! The office's own settings: its id, place, code prefix, digest key and the campaign in use.
//!
//! **Global ids.** A row id is unique within its table of one office file and never used again; a code (`JH-W000017`) is
//! unique within one office. Over all offices a record is named by three parts: the office's id ([`Setting::OfficeId`],
//! 128 random bits made by `init`), the table and the row id. Whoever reads several office files together (hub, merge)
//! names records so; nothing else in the program compares records of two offices, and codes are no names there.
//!
//! **ID numbers.** A person's ID number is stored as a keyed digest. Offices that were made with one city's join key
//! have equal digests of one person ([`IdKey::City`]); an office with a key of its own has digests that fit nobody
//! else's ([`IdKey::Own`]).

use anyhow::Context;
use rusqlite::{OptionalExtension, named_params};

use super::log::Change;
use super::record::Record;
use super::rows::SettingRow;
use crate::model::join_key::{IdKey, JoinKey};
use crate::model::text::hex;
use crate::store::Session;

/// What a setting is called in the office file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Setting {
    /// 128 random bits, made by `init`: the office's part of every record's global id.
    OfficeId,
    /// The row id of the place that the office sits at.
    OfficePlace,
    /// What our codes begin with: `JH`.
    CodePrefix,
    /// The key of ID digests, in hexadecimal.
    DigestKey,
    /// Whose key that is: [`IdKey`]. Files made before there were join keys have no such setting; their key is their own.
    IdKey,
    /// The row id of the campaign in use.
    Campaign,
    /// The language of what the office publishes and prints. Files made before have no such setting: it is Chinese.
    Language,
    /// Of how many wishers in one community the wall shows a surname, where its last pack was not made with the usual number.
    SurnameK,
}

impl Setting {
    fn name(self) -> &'static str {
        match self {
            Setting::OfficeId => "office_id",
            Setting::OfficePlace => "office_place",
            Setting::CodePrefix => "code_prefix",
            Setting::DigestKey => "digest_key",
            Setting::IdKey => "id_key",
            Setting::Campaign => "campaign",
            Setting::Language => "language",
            Setting::SurnameK => "surname_k",
        }
    }
}

pub fn read(session: &Session, setting: Setting) -> anyhow::Result<Option<String>> {
    Ok(row(session, setting.name())?.map(|row| row.value))
}

pub fn write(change: &mut Change<'_>, setting: Setting, value: &str) -> anyhow::Result<()> {
    write_named(change, setting.name(), value)
}

/// Notes why people were erased by the entry being made.
pub fn note_erasing(change: &mut Change<'_>, reason: &str) -> anyhow::Result<()> {
    let name = format!("erase:{}", change.entry());
    write_named(change, &name, reason)
}

/// Notes the digest of what the entry being made leaves of erased histories.
pub(super) fn note_erased_history(change: &mut Change<'_>, digest: &str) -> anyhow::Result<()> {
    let name = format!("erased_history:{}", change.entry());
    write_named(change, &name, digest)
}

/// The digest that an erasing has noted.
pub(super) fn erased_history(session: &Session, entry: i64) -> anyhow::Result<Option<String>> {
    Ok(row(session, &format!("erased_history:{entry}"))?.map(|row| row.value))
}

/// Notes why private cells were revealed by the entry being made.
pub fn note_reveal(change: &mut Change<'_>, reason: &str) -> anyhow::Result<()> {
    let name = format!("reveal:{}", change.entry());
    write_named(change, &name, reason)
}

/// Whether an entry has revealed private cells.
pub fn has_revealed(session: &Session, entry: i64) -> anyhow::Result<bool> {
    Ok(row(session, &format!("reveal:{entry}"))?.is_some())
}

/// Why private cells were revealed, or people erased, by an entry.
pub fn reason(session: &Session, entry: i64) -> anyhow::Result<Option<String>> {
    for what in ["reveal", "erase"] {
        if let Some(row) = row(session, &format!("{what}:{entry}"))? {
            return Ok(Some(row.value));
        }
    }
    Ok(None)
}

fn write_named(change: &mut Change<'_>, name: &str, value: &str) -> anyhow::Result<()> {
    match row(change.session(), name)? {
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
pub fn office_place(session: &Session) -> anyhow::Result<i64> {
    let value = read(session, Setting::OfficePlace)?.context("the office file names no office")?;
    value.parse().context("the office's place")
}

pub fn code_prefix(session: &Session) -> anyhow::Result<String> {
    Ok(read(session, Setting::CodePrefix)?.unwrap_or_else(|| "SW".to_owned()))
}

/// Sets the key of ID digests, once and for all: the city's where a join key is given, else one of the office's own.
pub fn choose_id_key(change: &mut Change<'_>, join_key: Option<&JoinKey>) -> anyhow::Result<IdKey> {
    let (key, chosen) = match join_key {
        Some(key) => (hex(key.digest_key()), IdKey::City { fingerprint: key.fingerprint() }),
        None => (random_hex::<32>()?, IdKey::Own),
    };
    write(change, Setting::DigestKey, &key)?;
    write(change, Setting::IdKey, &chosen.to_string())?;
    Ok(chosen)
}

/// Whose key the office's ID digests are made with.
pub fn id_key(session: &Session) -> anyhow::Result<IdKey> {
    match read(session, Setting::IdKey)? {
        Some(value) => value.parse().context("the key of ID digests"),
        None => Ok(IdKey::Own),
    }
}

pub fn campaign_in_use(session: &Session) -> anyhow::Result<Option<i64>> {
    read(session, Setting::Campaign)?.map(|value| value.parse().context("the campaign in use")).transpose()
}

/// Of how many wishers in one community the wall shows a surname; `None`: of the usual number.
pub fn surname_k(session: &Session) -> anyhow::Result<Option<u32>> {
    read(session, Setting::SurnameK)?
        .map(|value| value.parse().context("the number of a surname's wishers"))
        .transpose()
}

/// Random bytes as hexadecimal, for the office's id and its digest key.
pub fn random_hex<const N: usize>() -> anyhow::Result<String> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).context("asking the system for random bytes")?;
    Ok(hex(&bytes))
}

fn row(session: &Session, name: &str) -> anyhow::Result<Option<SettingRow>> {
    let sql = "SELECT id, name, value FROM setting WHERE name = :name";
    Ok(session.prepare_cached(sql)?.query_row(named_params! {":name": name}, SettingRow::from_row).optional()?)
}
