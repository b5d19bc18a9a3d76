//! An office's own headers: which of our fields they mean, what all rows have in common, how its dates are written. A
//! small TOML file, made once and used for every list with those headers.

use std::collections::BTreeMap;

use anyhow::Result;
use serde::{Deserialize, Serialize};

use super::aliases::{Use, header, plain, use_of};
use super::columns::{Columns, Unused, has};
use super::excerpt::{brief, listed};
use super::vocabulary::words_of_field;
use super::{Options, problem};
use crate::lang::faults::fault_of;
use crate::lang::lists;
use crate::model::exit::{Exit, stop};
use crate::model::fields::{self, Field};
use crate::model::folding::same;
use crate::model::small_file;
use crate::model::words::ListKind;

/// A map as it is to be followed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Map {
    /// The file's name, for messages; blank where there is no file.
    pub file: String,
    /// Found again by the headers that it was kept for.
    pub is_kept: bool,
    /// To be kept for the next list with the same headers.
    pub keep: bool,
    /// A field of ours and their headers; the first that has a value counts.
    pub columns: Vec<(Field, Vec<String>)>,
    /// The value of every row whose own cell is blank.
    pub constants: Vec<(Field, String)>,
    /// Headers of columns that are dropped.
    pub ignored: Vec<String>,
    /// Headers of columns that are kept as they are, whatever they may mean.
    pub kept: Vec<String>,
    /// Words of the office's own in a field's cells (in any, where none is named), and ours for them.
    pub values: Vec<(Option<Field>, String, String)>,
    pub order: DateOrder,
}

/// How 03/04/2021 is to be read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum DateOrder {
    #[default]
    Ymd,
    Dmy,
    Mdy,
}

/// A map as it is written, in TOML by an office and in JSON where it is kept.
#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Written {
    #[serde(default)]
    columns: BTreeMap<String, Headers>,
    #[serde(default)]
    constants: BTreeMap<String, String>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    ignored: BTreeMap<String, Headers>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    kept: BTreeMap<String, Headers>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    values: BTreeMap<String, Meant>,
    #[serde(default)]
    dates: Dates,
}

/// `机关 = "单位党组织"`, or such pairs of one field.
#[derive(Deserialize, Serialize)]
#[serde(untagged)]
enum Meant {
    Word(String),
    OfField(BTreeMap<String, String>),
}

#[derive(Deserialize, Serialize)]
#[serde(untagged)]
enum Headers {
    One(String),
    Several(Vec<String>),
}

#[derive(Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Dates {
    #[serde(default)]
    order: DateOrder,
}

/// Reads a map's file. Errors: it cannot be read, or is no map (exit 3).
pub fn read_map(file: &str) -> Result<Map> {
    let bytes = small_file::read(file, small_file::BY_HAND).map_err(|err| match err.kind() {
        std::io::ErrorKind::NotFound => stop(Exit::Refused, lists::no_such_file(file)),
        std::io::ErrorKind::FileTooLarge => stop(Exit::Refused, lists::map_too_large(file)),
        _ => anyhow::Error::new(err).context(lists::cannot_read(file)),
    })?;
    let text = small_file::text(bytes).map_err(|_| stop(Exit::Refused, lists::map_not_utf8(file)))?;
    Map::parse(file, &text)
}

impl Map {
    /// Reads a map. Errors: no TOML of this shape, a field that we don't have, a header given to two fields (exit 3).
    pub fn parse(file: &str, text: &str) -> Result<Map> {
        let text = &with_quoted_keys(text.trim_start_matches('\u{FEFF}'));
        let written: Written = toml::from_str(text).map_err(|err| {
            let line = err.span().map_or(1, |span| text[..span.start.min(text.len())].lines().count().max(1));
            stop(Exit::Refused, lists::map_broken(file, line, err.message().replace('\n', " ")))
        })?;
        Map::of(file, written)
    }

    /// Reads a map that was kept. Errors: not what `kept` writes.
    pub fn of_kept(json: &str) -> Result<Map> {
        Ok(Map { is_kept: true, ..Map::of("", serde_json::from_str(json)?)? })
    }

    /// The map as it is kept: JSON of the file's shape.
    pub fn kept(&self) -> Result<String> {
        let name = |field: &Field| field.code().to_owned();
        Ok(serde_json::to_string(&Written {
            columns: self
                .columns
                .iter()
                .map(|(field, headers)| (name(field), Headers::Several(headers.clone())))
                .collect(),
            constants: self.constants.iter().map(|(field, value)| (name(field), value.clone())).collect(),
            ignored: as_written(&self.ignored),
            kept: as_written(&self.kept),
            values: self.written_values(),
            dates: Dates { order: self.order },
        })?)
    }

    fn of(file: &str, written: Written) -> Result<Map> {
        let mut map = Map { file: file.to_owned(), order: written.dates.order, ..Map::default() };
        for (name, headers) in written.columns {
            let headers = headers.listed();
            for header in &headers {
                if map.field_of(header).is_some() {
                    return Err(stop(Exit::Refused, lists::map_header_twice(file, brief(header))));
                }
            }
            if !headers.is_empty() {
                map.columns.push((field(file, &name)?, headers));
            }
        }
        for (name, value) in written.constants {
            if !value.trim().is_empty() {
                map.constants.push((field(file, &name)?, value));
            }
        }
        map.ignored = written.ignored.into_values().flat_map(Headers::listed).collect();
        map.kept = written.kept.into_values().flat_map(Headers::listed).collect();
        for header in map.ignored.iter().chain(&map.kept) {
            if map.field_of(header).is_some() || (has(&map.ignored, header) && has(&map.kept, header)) {
                return Err(stop(Exit::Refused, lists::map_header_twice(file, brief(header))));
            }
        }
        for (name, meant) in written.values {
            match meant {
                Meant::Word(ours) => map.values.push((None, name, ours)),
                Meant::OfField(pairs) => {
                    let field = field(file, &name)?;
                    map.values.extend(pairs.into_iter().map(|(word, ours)| (Some(field), word, ours)));
                }
            }
        }
        Ok(map)
    }

    fn written_values(&self) -> BTreeMap<String, Meant> {
        let mut written = BTreeMap::new();
        for (field, word, ours) in &self.values {
            let Some(field) = field else {
                written.insert(word.clone(), Meant::Word(ours.clone()));
                continue;
            };
            let pairs = written.entry(field.code().to_owned()).or_insert_with(|| Meant::OfField(BTreeMap::new()));
            if let Meant::OfField(pairs) = pairs {
                pairs.insert(word.clone(), ours.clone());
            }
        }
        written
    }

    /// Our word for one of the office's own in a field's cell.
    pub fn word(&self, field: Field, word: &str) -> Option<&str> {
        let fits = |(of, theirs, _): &&(Option<Field>, String, String)| {
            of.is_none_or(|of| of == field) && same(theirs.trim(), word)
        };
        self.values.iter().find(fits).map(|(_, _, ours)| ours.trim())
    }

    /// The field that a header is given to.
    pub fn field_of(&self, header: &str) -> Option<Field> {
        let header = plain(header);
        let found = self.columns.iter().find(|(_, headers)| headers.iter().any(|one| plain(one) == header));
        found.map(|(field, _)| *field)
    }

    /// What a column with this header is for: by the map, else by our own headers. A field that the map gives to headers
    /// of its own has no others.
    pub fn use_of(&self, kind: ListKind, header: &str) -> Use {
        if has(&self.ignored, header) {
            return Use::Ignored;
        }
        if has(&self.kept, header) {
            return Use::Extra;
        }
        if let Some(field) = self.field_of(header) {
            return Use::Field(field, fields::Twist::Plain);
        }
        match use_of(kind, header) {
            Use::Field(field, _) if self.columns.iter().any(|(mapped, _)| *mapped == field) => Use::Extra,
            other => other,
        }
    }

    /// Refuses a map whose word of ours is none of its field, or of any where no field is named.
    pub fn check_values(&self, kind: ListKind) -> Result<()> {
        for (field, word, ours) in &self.values {
            let allowed = match field {
                Some(field) => words_of_field(kind, *field),
                None => fields::listed(kind)
                    .iter()
                    .filter_map(|one| words_of_field(kind, one.field))
                    .flatten()
                    .collect::<Vec<_>>()
                    .into(),
            };
            let allowed = allowed.unwrap_or_default();
            if !allowed.iter().any(|one| same(one, ours.trim())) {
                let words = listed(allowed.iter().filter(|one| !one.is_ascii()).map(|one| (*one).to_owned()));
                return Err(stop(Exit::Refused, lists::map_value_wrong(&self.file, brief(word), brief(ours), words)));
            }
        }
        Ok(())
    }

    /// Refuses a map with a constant that is no value of its field.
    pub fn check_constants(&self, kind: ListKind) -> Result<()> {
        for (field, value) in &self.constants {
            let value = self.order.reordered(value).unwrap_or_else(|| value.clone());
            if let Some((field, why)) = problem(kind, field.code(), &value, &Options::default())? {
                let why = fault_of(Some(field), &why);
                return Err(stop(Exit::Refused, lists::map_constant_wrong(&self.file, field.code(), why)));
            }
        }
        Ok(())
    }

    /// Refuses a map with headers that the list does not have.
    pub fn check_headers(&self, list: &str, headers: &[String]) -> Result<()> {
        let has = |wanted: &String| headers.iter().any(|header| plain(header) == plain(wanted));
        match self.columns.iter().flat_map(|(_, headers)| headers).find(|header| !has(header)) {
            None => Ok(()),
            Some(missing) => {
                let headers = listed(
                    headers.iter().filter(|header| !header.trim().is_empty()).take(40).map(|header| brief(header)),
                );
                Err(stop(Exit::Refused, lists::map_head_missing(&self.file, brief(missing), list, headers)))
            }
        }
    }
}

fn field(file: &str, name: &str) -> Result<Field> {
    let found = Field::ALL.iter().find(|field| field.code() == name.trim());
    found.copied().ok_or_else(|| {
        let known = listed(Field::ALL.iter().map(|field| field.code().to_owned()));
        stop(Exit::Refused, lists::map_field_unknown(file, brief(name), known))
    })
}

impl DateOrder {
    /// A day of this order as year, month and day; other texts as they are.
    pub fn reordered(self, text: &str) -> Option<String> {
        if self == DateOrder::Ymd {
            return None;
        }
        let parts: Vec<&str> = text.split(['/', '-', '.']).map(str::trim).collect();
        let [first, second, year] = parts[..] else { return None };
        let is_number = |text: &str, most: usize| {
            (1..=most).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
        };
        if year.len() != 4 || !is_number(year, 4) || !is_number(first, 2) || !is_number(second, 2) {
            return None;
        }
        match self {
            DateOrder::Ymd => None,
            DateOrder::Dmy => Some(format!("{year}-{second}-{first}")),
            DateOrder::Mdy => Some(format!("{year}-{first}-{second}")),
        }
    }
}

/// Keys in Chinese want quotes in TOML, and whoever writes 机关 = "单位党组织" has none.
fn with_quoted_keys(text: &str) -> String {
    let line = |line: &str| -> String {
        let (key, rest) = line.split_once('=').unwrap_or((line, ""));
        let bare = key.trim();
        let is_bare = !bare.is_ascii() && !bare.contains(['"', '\'', '#', '[', ']', '{', ',', '.']);
        if rest.is_empty() || !is_bare { line.to_owned() } else { format!("{} ={rest}", quoted(bare)) }
    };
    text.split('\n').map(line).collect::<Vec<_>>().join("\n")
}

fn as_written(headers: &[String]) -> BTreeMap<String, Headers> {
    let written = (!headers.is_empty()).then(|| ("columns".to_owned(), Headers::Several(headers.to_vec())));
    written.into_iter().collect()
}

impl Headers {
    fn listed(self) -> Vec<String> {
        let headers = match self {
            Headers::One(header) => vec![header],
            Headers::Several(headers) => headers,
        };
        headers.into_iter().filter(|header| !header.trim().is_empty()).collect()
    }
}

/// A text as TOML quotes it.
pub fn quoted(text: &str) -> String {
    format!("\"{}\"", text.trim().replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n"))
}

/// A map to be filled in: the headers that are recognised already, and what is still missing.
pub fn draft(kind: ListKind, columns: &Columns, headers: &[String]) -> String {
    let free: Vec<String> = headers
        .iter()
        .zip(columns.uses())
        .filter(|(header, holds)| **holds == Use::Extra && !header.trim().is_empty())
        .map(|(header, _)| quoted(header))
        .collect();
    let mut lines = vec![format!("# {}", lists::map_draft(free.join(", "))), "[columns]".to_owned()];
    for field in columns.missing(kind) {
        let ours = header(kind, field).unwrap_or_default();
        lines.push(format!("{} = \"\"  # {ours}", field.code()));
    }
    for (header, holds) in headers.iter().zip(columns.uses()) {
        if let Use::Field(field, _) = holds {
            lines.push(format!("# {} = {}", field.code(), quoted(header)));
        }
    }
    lines.extend(["[constants]".to_owned(), "# district = \"荔湾区\"".to_owned()]);
    lines.push("[dates]".to_owned());
    lines.push("order = \"ymd\"  # ymd, dmy, mdy".to_owned());
    lines.join("\n")
}

/// A map to be filled in for columns that may be something that is never merely kept: each to a field, dropped, or kept.
pub fn draft_of_sensitive(kind: ListKind, columns: &Columns, headers: &[String], sensitive: &[&Unused]) -> String {
    let of_field: Vec<String> = draft(kind, columns, headers).lines().map(str::to_owned).collect();
    let (columns_end, _) =
        of_field.iter().enumerate().find(|(_, line)| *line == "[constants]").unwrap_or((of_field.len(), &of_field[0]));
    let mut lines = of_field[..columns_end].to_vec();
    for one in sensitive {
        let free = one.like.filter(|field| header(kind, *field).is_some() && columns.first(*field).is_none());
        lines.extend(free.map(|field| format!("# {} = {}", field.code(), quoted(&one.header))));
    }
    let all: Vec<String> = sensitive.iter().map(|one| quoted(&one.header)).collect();
    lines.push(format!("[ignored]  # {}", lists::map_ignored()));
    lines.push(format!("columns = [{}]", all.join(", ")));
    lines.push(format!("[kept]  # {}", lists::map_kept_columns()));
    lines.push("columns = []".to_owned());
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parse_reads_fields_constants_and_the_order_of_dates() {
        let map = Map::parse(
            "m.toml",
            "[columns]\nwisher = \"申请群众\"\ncontent = [\"想要的东西\", \"具体要求\"]\n[constants]\ndistrict = \"荔湾区\"\n[dates]\norder = \"dmy\"\n",
        )
        .unwrap();
        assert_eq!(map.field_of("申请群众*"), Some(Field::Wisher));
        assert_eq!(map.use_of(ListKind::Wishes, "姓名"), Use::Extra);
        assert_eq!(map.constants, [(Field::District, "荔湾区".to_owned())]);
        assert_eq!(map.order.reordered("03/04/2021").as_deref(), Some("2021-04-03"));
        assert_eq!(map.order.reordered("2021-04-03"), None);
    }

    #[test]
    fn parse_names_the_line_or_the_name_of_a_mistake() {
        for (text, words) in [
            ("[columns]\nwisher = 3\n", "2"),
            ("[columns]\nwish = \"甲\"\n", "wish"),
            ("[columns]\nwisher = \"甲\"\ncontent = \"甲\"\n", "甲"),
            ("[colums]\n", "colums"),
            ("[dates]\norder = \"ydm\"\n", "ydm"),
            ("not toml", "1"),
        ] {
            let message = format!("{:#}", Map::parse("m.toml", text).unwrap_err());
            assert!(message.contains("m.toml") && message.contains(words), "{message}");
        }
    }
}
