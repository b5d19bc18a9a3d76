//! What the command line says of lists, and opening them.

use std::sync::Arc;

use crate::intake::{self, List, Map, Options};
use crate::lang::{self, cmd as text};
use crate::model::exit::{Exit, stop};
use crate::model::field::Field;
use crate::model::words::ListKind;
use crate::store::Store;

use super::{Context, ask, bulk, heads};

/// How lists are read, and what is done with what is faulty.
#[derive(Debug, Clone, clap::Args)]
pub struct ListArgs {
    /// The lists: workbooks (xlsx, xls, ods, HTML tables) or CSV with comma, tab, semicolon or bar; `-` is standard input
    #[arg(required_unless_present_any = ["set", "ask"], value_name = "FILE")]
    pub files: Vec<String>,
    /// One record by hand instead of a list: FIELD is a column's head or its English word
    #[arg(long, value_name = "FIELD=VALUE", conflicts_with = "files")]
    pub set: Vec<String>,
    /// Ask for one record on the terminal; what --set says is not asked
    #[arg(long, conflicts_with = "files")]
    pub ask: bool,
    /// The lists' encoding, where it cannot be told: utf-8, gb18030, utf-16le, utf-16be
    #[arg(long, value_name = "ENCODING")]
    pub encoding: Option<intake::Encoding>,
    /// What stands between cells, where it cannot be told: comma, tab, semicolon
    #[arg(long, value_name = "DELIMITER", value_parser = delimiter)]
    pub delimiter: Option<u8>,
    /// The workbook's sheet that is the list, or all that fit, each a list of its own
    #[arg(long, value_name = "NAME|all")]
    pub sheet: Option<intake::WantedSheet>,
    /// What the lists' own heads mean: a TOML file with [columns] field = "head", [constants], [dates]
    #[arg(long, value_name = "FILE")]
    pub map: Option<String>,
    /// Keep the map of --map: lists with these heads are read by it from now on
    #[arg(long, requires = "map")]
    pub save_map: bool,
    /// Use no saved map and ask nothing about heads: unknown columns are kept as they are
    #[arg(long, conflicts_with = "map")]
    pub no_map: bool,
    /// All or nothing: with a fault in any row nothing changes
    #[arg(long)]
    pub strict: bool,
    /// Where faulty rows go instead of FILE.rejects.csv
    #[arg(long, value_name = "FILE")]
    pub rejects: Option<String>,
    /// Show what would be new, changed, missing or faulty, and change nothing
    #[arg(long)]
    pub dry_run: bool,
}

impl ListArgs {
    /// Opens every list, so that an unreadable one stops all before anything changes.
    pub fn open(&self, kind: ListKind, options: Options, store: &Store) -> anyhow::Result<Vec<List>> {
        let from_stdin = self.files.iter().filter(|file| *file == "-").count();
        if from_stdin > 1 {
            return Err(stop(Exit::Usage, text::stdin_once()));
        }
        if from_stdin == 1 && self.rejects.is_none() && !self.dry_run && !self.strict {
            return Err(stop(Exit::Usage, text::stdin_wants_rejects()));
        }
        if self.rejects.is_some() && self.files.len() > 1 {
            return Err(stop(Exit::Usage, text::rejects_for_one()));
        }
        let map = self.map.as_deref().map(intake::read_map).transpose()?;
        let map = map.map(|map| Arc::new(Map { keep: self.save_map, ..map }));
        let (encoding, delimiter, sheet) = (self.encoding, self.delimiter, self.sheet.clone());
        let options = Options { encoding, delimiter, sheet, map, ..options };
        let mut options = if self.no_map { options } else { heads::known_or_asked(options, kind, store)? };
        if self.ask || !self.set.is_empty() {
            return Ok(vec![self.by_hand(kind, &options)?]);
        }
        let mut lists = Vec::with_capacity(self.files.len());
        for file in &self.files {
            let opened = intake::open(file, kind, &options)?;
            options.kept.extend(opened.iter().filter_map(List::said));
            lists.extend(opened);
        }
        Ok(lists)
    }

    /// What comes before the change that lists make; one record by hand is no bulk change, and a dry run is none at all.
    pub fn before_change(&self, context: &Context, store: &Store, lists: &[List]) -> anyhow::Result<()> {
        if self.dry_run || lists.iter().all(|list| list.by_hand) { Ok(()) } else { bulk::before(context, store) }
    }

    /// The record that `--set` says and `--ask` asks for.
    fn by_hand(&self, kind: ListKind, options: &Options) -> anyhow::Result<List> {
        let mut cells: Vec<(String, String)> = Vec::with_capacity(self.set.len());
        for word in &self.set {
            let Some((field, value)) = word.split_once(['=', '＝']) else {
                return Err(stop(Exit::Usage, lang::ask::set_shape(word)));
            };
            let Some(known) = intake::field_of(kind, field) else {
                let heads: Vec<&str> = Field::ALL.iter().filter_map(|field| intake::head(kind, *field)).collect();
                return Err(stop(Exit::Usage, lang::ask::set_unknown(field, heads.join(lang::comma()))));
            };
            if cells.iter().any(|(head, _)| intake::field_of(kind, head) == Some(known)) {
                return Err(stop(Exit::Usage, lang::ask::set_twice(field)));
            }
            cells.push((field.trim().to_owned(), value.to_owned()));
        }
        if !self.ask {
            return intake::by_hand("--set", kind, &cells, options);
        }
        intake::by_hand("--ask", kind, &ask::record(kind, &cells, options)?, options)
    }

    /// Where the faulty rows of a list go.
    pub(super) fn rejects_target(&self, list: &List) -> std::path::PathBuf {
        match &self.rejects {
            Some(path) => path.into(),
            None => {
                let ending = if list.sheet.is_some() { "xlsx" } else { "csv" };
                format!("{}.rejects.{ending}", list.name).into()
            }
        }
    }
}

fn delimiter(word: &str) -> Result<u8, String> {
    match word {
        "," | "comma" => Ok(b','),
        "\t" | "\\t" | "tab" => Ok(b'\t'),
        ";" | "semicolon" => Ok(b';'),
        "|" | "pipe" => Ok(b'|'),
        _ => Err("comma, tab, semicolon, pipe".to_owned()),
    }
}
