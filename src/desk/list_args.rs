//! The command line flags for lists, and opening the lists.

use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::Serialize;

use crate::intake::{self, List, Map, Options};
use crate::lang::{self, cmd as text};
use crate::model::day::Day;
use crate::model::exit::{Exit, stop};
use crate::model::fields::Field;
use crate::model::place::{PlacePath, level_of};
use crate::model::words::{Level, ListKind};
use crate::output::{self, rejects};
use crate::privacy;
use crate::store::place::Places;
use crate::store::{Store, campaign, setting};

use super::{Context, ask, bulk, folders, headers};

/// How lists are read, and what happens to faulty rows.
#[derive(Debug, Clone, clap::Args)]
pub struct ListArgs {
    /// The lists: workbooks (xlsx, xls, ods, HTML tables) or CSV with comma, tab, semicolon or bar; a folder or a pattern
    /// (`*.xlsx`) is the lists in it; `-` is standard input
    #[arg(required_unless_present_any = ["set", "ask"], value_name = "FILE")]
    pub files: Vec<String>,
    /// Also the lists in the folders below
    #[arg(long, conflicts_with_all = ["set", "ask"])]
    pub recursive: bool,
    /// Report lists that cannot be read and import the others, instead of none (exit code 1)
    #[arg(long, conflicts_with_all = ["set", "ask", "strict"])]
    pub skip_unreadable: bool,
    /// One record by hand instead of a list: FIELD is a column's header or its English word
    #[arg(long, value_name = "FIELD=VALUE", conflicts_with = "files")]
    pub set: Vec<String>,
    /// Ask for one record on the terminal, except for fields given by --set
    #[arg(long, conflicts_with = "files")]
    pub ask: bool,
    /// The lists' encoding, if it cannot be detected: utf-8, gb18030, utf-16le, utf-16be
    #[arg(long, conflicts_with_all = ["set", "ask"], value_name = "ENCODING")]
    pub encoding: Option<intake::Encoding>,
    /// The separator between cells, if it cannot be detected: comma, tab, semicolon
    #[arg(long, conflicts_with_all = ["set", "ask"], value_name = "DELIMITER", value_parser = delimiter)]
    pub delimiter: Option<u8>,
    /// The sheet to read from a workbook, or all that fit, each as a list of its own
    #[arg(long, conflicts_with_all = ["set", "ask"], value_name = "NAME|all")]
    pub sheet: Option<intake::WantedSheet>,
    /// How to read quotes in delimited text, where that is in doubt: literal, characters like any others; strict, always
    /// around one cell
    #[arg(long, conflicts_with_all = ["set", "ask"], value_name = "HOW", default_value = "watched", hide_default_value = true)]
    pub quotes: intake::Quotes,
    /// Leave out the rows that a workbook hides or filters out
    #[arg(long, conflicts_with_all = ["set", "ask"])]
    pub visible_only: bool,
    /// What the lists' own headers mean: a TOML file with [columns] field = "header", [constants], [dates]
    #[arg(long, value_name = "FILE")]
    pub map: Option<String>,
    /// Keep the map of --map: lists with these headers are read with it from now on
    #[arg(long, requires = "map")]
    pub save_map: bool,
    /// Use no saved map and ask nothing about headers: unknown columns are kept as they are
    #[arg(long, conflicts_with_all = ["map", "set", "ask"])]
    pub no_map: bool,
    /// Drop the column of this header: it is neither read nor stored
    #[arg(long, conflicts_with_all = ["set", "ask"], value_name = "COLUMN")]
    pub ignore: Vec<String>,
    /// All or nothing: a fault in any row means that nothing changes
    #[arg(long, conflicts_with_all = ["set", "ask"])]
    pub strict: bool,
    /// A cell that cannot be read keeps its whole row out, whichever field it is in
    #[arg(long, conflicts_with_all = ["set", "ask"])]
    pub strict_cells: bool,
    /// The file for faulty rows, instead of FILE.rejects.csv; for several lists, an existing folder; `-` is standard
    /// error
    #[arg(long, conflicts_with_all = ["set", "ask"], value_name = "FILE")]
    pub rejects: Option<String>,
    /// Show what would be new, changed, missing or faulty, and change nothing
    #[arg(long)]
    pub dry_run: bool,
    /// On a dry run: every record, not only the first ones
    #[arg(long, requires = "dry_run")]
    pub verbose: bool,
}

/// The lists of a command, and those that were left out.
#[derive(Default)]
pub struct Lists {
    lists: Vec<List>,
    pub unreadable: Vec<Unreadable>,
}

impl Deref for Lists {
    type Target = [List];

    fn deref(&self) -> &[List] {
        &self.lists
    }
}

/// A list that cannot be read, and why.
#[derive(Debug, Clone, Serialize)]
pub struct Unreadable {
    pub file: String,
    pub message: String,
}

impl Unreadable {
    fn new(file: &str, cause: &anyhow::Error) -> Unreadable {
        // The message may quote a cell.
        let message = privacy::mask_text(&lang::refusal::error_line(cause));
        let message = message.strip_prefix(&format!("{file} ")).unwrap_or(&message);
        // Of many lists nobody reads the map that one of them could be given.
        let message = match message.split_once('\n') {
            Some((first, _)) => text::list_left_out_alone(first),
            None => message.to_owned(),
        };
        Unreadable { file: file.to_owned(), message }
    }

    pub fn warn(&self) {
        super::warn(text::list_left_out(&self.file, &self.message));
    }
}

impl ListArgs {
    /// Those of one record that is mended in place: all or nothing.
    pub fn of_one_record(dry_run: bool) -> ListArgs {
        ListArgs {
            files: Vec::new(),
            recursive: false,
            skip_unreadable: false,
            set: Vec::new(),
            ask: false,
            encoding: None,
            delimiter: None,
            sheet: None,
            quotes: intake::Quotes::default(),
            visible_only: false,
            map: None,
            save_map: false,
            no_map: true,
            ignore: Vec::new(),
            strict: true,
            strict_cells: false,
            rejects: None,
            dry_run,
            verbose: false,
        }
    }

    /// Opens every list, so that an unreadable one stops the command before anything changes, or is reported and left out.
    pub fn open(&self, kind: ListKind, options: Options, store: &Store) -> anyhow::Result<Lists> {
        self.open_under(kind, options, store, None)
    }

    /// The same for lists whose place names are read from `under`, by default the office's.
    pub fn open_under(
        &self,
        kind: ListKind,
        options: Options,
        store: &Store,
        under: Option<&PlacePath>,
    ) -> anyhow::Result<Lists> {
        let files = folders::lists(&self.files, self.recursive)?;
        self.check_files(&files)?;
        let map = self.map.as_deref().map(intake::read_map).transpose()?;
        let map = map.map(|map| Arc::new(Map { keep: self.save_map, ..map }));
        let (encoding, delimiter, sheet) = (self.encoding, self.delimiter, self.sheet.clone());
        let (quotes, visible_only) = (self.quotes, self.visible_only);
        let ignored = self.ignore.clone();
        let ask_words = ask::is_possible().then_some(headers::asked_words as _);
        let options = Options { encoding, delimiter, sheet, quotes, visible_only, map, ignored, ask_words, ..options };
        let strict_cells = self.strict_cells;
        let campaign = options.campaign.map_or_else(|| campaign_in_use(store), |days| Ok(Some(days)))?;
        let options = Options { strict_cells, campaign, ..options };
        let mut options = if self.no_map { options } else { headers::known_or_asked(options, kind, store)? };
        if self.ask || !self.set.is_empty() {
            return Ok(Lists { lists: vec![self.by_hand(kind, &options, store, under)?], unreadable: Vec::new() });
        }
        let mut opened = Lists::default();
        for file in &files {
            match self.open_file(file, kind, &options) {
                Ok(lists) => {
                    options.kept.extend(lists.iter().filter_map(List::answered));
                    opened.lists.extend(lists);
                }
                Err(cause) if self.skip_unreadable => opened.unreadable.push(Unreadable::new(file, &cause)),
                Err(cause) => return Err(cause),
            }
        }
        if opened.lists.is_empty() && !opened.unreadable.is_empty() {
            opened.unreadable.iter().for_each(Unreadable::warn);
            return Err(stop(Exit::Refused, text::no_list_is_readable(opened.unreadable.len())));
        }
        self.check_ignored(&opened.lists)?;
        Ok(opened)
    }

    /// Errors: standard input twice, or with nowhere for its rejects; one file for the rejects of several lists (exit 2).
    fn check_files(&self, files: &[String]) -> anyhow::Result<()> {
        let from_stdin = files.iter().filter(|file| *file == "-").count();
        if from_stdin > 1 {
            return Err(stop(Exit::Usage, text::stdin_once()));
        }
        // Nothing is written next to a device either.
        if files.iter().any(|file| is_stream(file)) && self.rejects.is_none() && !self.strict {
            return Err(stop(Exit::Usage, text::stdin_wants_rejects()));
        }
        let takes_several = |rejects: &str| rejects == "-" || Path::new(rejects).is_dir();
        let names_no_list = |path: &str| {
            !takes_several(path) && !is_stream(path) && !output::rejects::is_written_as_named(Path::new(path))
        };
        if let Some(path) = self.rejects.as_deref().filter(|path| names_no_list(path)) {
            output::guard::check(Path::new(path))?;
            return Err(stop(Exit::Usage, text::rejects_ending(path)));
        }
        if files.len() > 1 && self.rejects.as_deref().is_some_and(|rejects| !takes_several(rejects)) {
            return Err(stop(Exit::Usage, text::rejects_for_one()));
        }
        Ok(())
    }

    /// Opens one file. What may be left out is read to its end first: a row that stops a list would stop them all.
    fn open_file(&self, file: &str, kind: ListKind, options: &Options) -> anyhow::Result<Vec<List>> {
        let lists = intake::open(file, kind, options)?;
        if self.skip_unreadable {
            for list in &lists {
                list.rows()?.try_for_each(|row| row.map(drop))?;
            }
        }
        Ok(lists)
    }

    /// Refuses to drop a column that no list has.
    fn check_ignored(&self, lists: &[List]) -> anyhow::Result<()> {
        for wanted in &self.ignore {
            if !lists.iter().any(|list| intake::has(&list.headers, wanted)) {
                let mut headers: Vec<&str> =
                    lists.iter().flat_map(|list| &list.headers).map(|header| header.trim()).collect();
                headers.retain(|header| !header.is_empty());
                headers.dedup();
                return Err(stop(Exit::Refused, lang::lists::no_such_column(wanted, headers.join(lang::comma()))));
            }
        }
        Ok(())
    }

    /// Prepares for a bulk change, unless there is none: on a dry run, or for a single record by hand.
    pub fn prepare_change(&self, context: &Context, store: &Store, lists: &[List]) -> anyhow::Result<()> {
        if self.dry_run || lists.iter().all(|list| list.by_hand) { Ok(()) } else { bulk::prepare(context, store) }
    }

    /// The record that `--set` gives and `--ask` asks for.
    fn by_hand(
        &self,
        kind: ListKind,
        options: &Options,
        store: &Store,
        under: Option<&PlacePath>,
    ) -> anyhow::Result<List> {
        let mut cells: Vec<(String, String)> = Vec::with_capacity(self.set.len());
        for word in &self.set {
            let Some((field, value)) = word.split_once(['=', '＝']) else {
                return Err(stop(Exit::Usage, lang::ask::set_shape(word)));
            };
            let Some(wanted) = intake::field_of(kind, field) else {
                let headers: Vec<&str> = Field::ALL.iter().filter_map(|field| intake::header(kind, *field)).collect();
                return Err(stop(Exit::Usage, lang::ask::set_unknown(field, headers.join(lang::comma()))));
            };
            if cells.iter().any(|(header, _)| intake::field_of(kind, header) == Some(wanted)) {
                return Err(stop(Exit::Usage, lang::ask::set_twice(field)));
            }
            cells.push((field.trim().to_owned(), value.to_owned()));
        }
        if !self.ask {
            return intake::by_hand("--set", kind, &cells, options);
        }
        let wants_place = matches!(kind, ListKind::Wishes | ListKind::Projects) && !is_in_a_community(store, under)?;
        let form = ask::Form { kind, given: &cells, wants_place, office_file: store.path(), options };
        intake::by_hand("--ask", kind, &ask::record(&form)?, options)
    }

    /// The file for the faulty rows of a list.
    pub(super) fn rejects_target(&self, list: &List) -> PathBuf {
        let ending = if list.sheet.is_some() { "xlsx" } else { "csv" };
        // Rows that are handed back again are still those of the list, and get a number behind its name.
        let of = |list: &str| format!("{}.rejects.{ending}", rejects::list_of(list));
        match self.rejects.as_deref().map(Path::new) {
            Some(folder) if folder.is_dir() => {
                let name = Path::new(&list.name).file_name().map(|name| name.to_string_lossy());
                folder.join(of(name.as_deref().filter(|name| *name != "-").unwrap_or("stdin")))
            }
            Some(path) => path.to_owned(),
            None => of(&list.name).into(),
        }
    }
}

/// Whether a list comes from standard input, a pipe or another device, which has no folder of its own.
pub fn is_stream(file: &str) -> bool {
    file == "-" || output::file::is_device(Path::new(file))
}

/// The days of the campaign in use.
fn campaign_in_use(store: &Store) -> anyhow::Result<Option<(Day, Day)>> {
    let reading = store.read()?;
    let in_use = setting::campaign_in_use(&reading)?;
    let row = in_use.map(|id| campaign::by_id(&reading, id)).transpose()?.flatten();
    Ok(row.map(|row| (row.from_day, row.until_day)))
}

/// Whether a record without a place of its own is in a community: the office is one, or `under` is.
fn is_in_a_community(store: &Store, under: Option<&PlacePath>) -> anyhow::Result<bool> {
    if let Some(last) = under.and_then(|under| under.names().last().copied().and_then(level_of)) {
        return Ok(last >= Level::Community);
    }
    let reading = store.read()?;
    let level = Places::load(&reading)?.level(setting::office_place(&reading)?);
    reading.finish()?;
    Ok(level.is_some_and(|level| level >= Level::Community))
}

fn delimiter(word: &str) -> Result<u8, String> {
    match word {
        "," | "comma" | "逗号" => Ok(b','),
        "\t" | "\\t" | "tab" | "制表符" => Ok(b'\t'),
        ";" | "semicolon" | "分号" => Ok(b';'),
        "|" | "pipe" | "竖线" => Ok(b'|'),
        _ => Err("comma, tab, semicolon, pipe".to_owned()),
    }
}
