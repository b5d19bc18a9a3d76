//! Lists: bytes -> sheet -> header -> columns -> cells -> drafts and faults, in one straight line. Never asks the
//! office file.

pub mod cells;
pub mod chat;

mod again;
mod aliases;
mod by_hand;
mod bytes;
mod choose;
mod claims;
mod class_words;
mod columns;
mod decisions;
mod decode;
mod delimited;
mod encoding;
mod error_words;
mod every_cell;
mod excerpt;
mod format_of;
mod header;
mod like;
mod map;
mod name_cells;
mod near;
mod needs;
mod place_rows;
mod places;
mod private_cells;
mod reading;
mod rosters;
mod row;
mod section;
mod several;
mod sheet;
mod skip;
mod struck;
mod submitted;
mod swallowed;
mod unclear;
mod undated;
mod vocabulary;
mod waiting;
mod workbook;

use std::collections::VecDeque;
use std::sync::Arc;

use anyhow::Result;

pub use crate::model::fields::Twist;
pub use aliases::{Use, header};
pub use by_hand::{by_hand, correction, field_of, problem, required};
pub use cells::Cells;
pub use choose::{WantedSheet, label};
pub use class_words::UnknownWords;
pub use columns::{Unused, has};
pub use encoding::{Encoding, UnknownEncoding};
pub use every_cell::every_cell;
pub use excerpt::{brief, private};
pub use like::{Like, LikeColumn, LikeForm, like};
pub use map::{DateOrder, Map, read_map};
pub use row::{Read, Row};
pub use sheet::Quotes;
pub use unclear::{Ask, KeptMap, Unclear, UnclearHeader, header_set};
pub use waiting::Waiting;

use crate::lang::faults::field_name;
use crate::lang::lists;
use crate::model::day::Day;
use crate::model::exit::{Exit, stop};
use crate::model::fields::Field;
use crate::model::money::Unit;
use crate::model::words::{ListKind, MemberClass, OrgClass};
use again::{Again, Words};
use bytes::Source;
use cells::Below;
use choose::Chosen;
use row::{Above, Plan};
use section::{community_of_sheet, community_of_title};
use sheet::{Place, Sheet, SheetRow};
use swallowed::has_rows_inside;
use undated::Years;

/// What the command line gives of a list, where its bytes don't.
#[derive(Debug, Clone, Default)]
pub struct Options {
    pub encoding: Option<Encoding>,
    pub delimiter: Option<u8>,
    pub sheet: Option<WantedSheet>,
    /// What quotes at the beginning of cells mean.
    pub quotes: Quotes,
    /// Rows that the spreadsheet does not show are left out.
    pub visible_only: bool,
    /// The office's own meaning of its headers.
    pub map: Option<Arc<Map>>,
    /// Maps that were kept, each for a set of headers.
    pub kept: Vec<KeptMap>,
    /// Headers of columns that are dropped.
    pub ignored: Vec<String>,
    /// Who is asked about headers that are not recognised.
    pub ask: Option<Ask>,
    /// Who is asked about words for classes that are not recognised.
    pub ask_words: Option<class_words::AskWords>,
    /// For a roster without that column.
    pub class: Option<MemberClass>,
    /// For a list of organisations without that column.
    pub org_class: Option<OrgClass>,
    /// Claimants on no roster are outsiders.
    pub outsiders: bool,
    /// A cell that cannot be read keeps its row out, whatever it is of.
    pub strict_cells: bool,
    /// One record that somebody types.
    pub by_hand: bool,
    /// Of a workbook with several sheets one is wanted, and no others with it.
    pub one_sheet: bool,
    /// The first and the last day of the campaign, for days that are written without their year.
    pub campaign: Option<(Day, Day)>,
}

/// A list whose header was found; its rows may be read as often as needed.
pub struct List {
    /// As given; `-` for standard input.
    pub name: String,
    pub kind: ListKind,
    /// The workbook's sheet; `None` for text.
    pub sheet: Option<String>,
    /// `None` for workbooks.
    pub encoding: Option<Encoding>,
    /// `None` for workbooks.
    pub delimiter: Option<u8>,
    /// The last row of the header, the first of the list being 1.
    pub header_row: u32,
    /// As the office wrote them.
    pub headers: Vec<String>,
    /// Sheets that were left out, each a sentence.
    pub notes: Vec<String>,
    /// The community that the rows above the header name, where the list has no column of places.
    pub place_of_title: Option<String>,
    /// Columns that no field has.
    pub unused: Vec<Unused>,
    /// One record by hand: no file whose rows could be handed back.
    pub by_hand: bool,
    /// It has codes and the columns that change, and lacks what its kind requires: its rows change known records only.
    pub corrects: bool,
    /// The office's own meaning of its headers, given to this command or to an earlier one.
    pub map: Option<Arc<Map>>,
    source: Arc<Source>,
    place: Place,
    plan: Arc<Plan>,
}

/// Reads a file through once, settles how its bytes are to be read and which sheet is the list, and finds the header.
/// With `--sheet all` every sheet that fits is a list of its own; otherwise there is one.
///
/// # Errors
/// Whatever keeps a whole list out ends with exit 3 and names the way out.
pub fn open(source: &str, kind: ListKind, options: &Options) -> Result<Vec<List>> {
    if let Some(map) = &options.map {
        map.check_constants(kind)?;
        map.check_values(kind)?;
    }
    let source = Arc::new(Source::open(source)?);
    let format = format_of::format_of(&source)?;
    let chosen = match format {
        None if options.sheet.is_some() => {
            return Err(stop(Exit::Refused, lists::sheet_for_text(&source.name)));
        }
        None => vec![choose::text(&source, kind, options)?],
        Some(format) => choose::sheets(&source, kind, format, options)?,
    };
    let lists = chosen.into_iter().map(|chosen| {
        let list = List::new(&source, kind, options, chosen)?;
        list.refuse_headers_of_each()?;
        list.refuse_sensitive()?;
        list.refuse_without_rows()?;
        class_words::settled(list, options)
    });
    lists.collect()
}

/// What a file is a list of by its headers; `before` where they fit that, or nothing alone, such as headers of an office's own.
pub fn kind_of(file: &str, before: Option<ListKind>) -> Option<ListKind> {
    let fits = |kind: &ListKind| open(file, *kind, &Options::default()).is_ok();
    if before.as_ref().is_some_and(fits) {
        return before;
    }
    let fitting: Vec<ListKind> = ListKind::ALL.iter().copied().filter(fits).collect();
    if let [kind] = fitting.as_slice() { Some(*kind) } else { before }
}

/// So many cells with comments are named.
const COMMENTS_NAMED: usize = 20;

impl List {
    fn new(source: &Arc<Source>, kind: ListKind, options: &Options, chosen: Chosen) -> Result<List> {
        let Chosen { place, mut header, map, sheet, unused, mut notes } = chosen;
        let layout = if let Place::Text(layout) = &place { Some(*layout) } else { None };
        let label = label(&source.name, sheet.as_deref());
        if let Some(map) = &map {
            map.check_headers(&label, &header.headers)?;
        }
        // One sheet for each community is how a street's lists come.
        let called = sheet.as_deref().and_then(community_of_sheet);
        let has_place = matches!(kind, ListKind::Wishes | ListKind::Projects | ListKind::Members);
        if let Some(called) = called.filter(|_| has_place && !header.columns.has_place()) {
            header.columns.set_place(&called);
            notes.push(lists::place_of_sheet(&label, called));
        }
        if let Place::Sheet(book, number) = &place {
            let cells = book.comments(*number);
            let named = excerpt::listed(cells.iter().take(COMMENTS_NAMED).cloned());
            let more = if cells.len() > COMMENTS_NAMED { "…" } else { "" };
            notes.extend(
                (!cells.is_empty()).then(|| lists::comments_left(&label, cells.len(), format!("{named}{more}"))),
            );
        }
        let above = above(source, &place, header.row)?;
        let years = Years::of(above.iter(), options.campaign);
        let is_open = has_place && !header.columns.has_place();
        let title = above.iter().flat_map(Cells::iter).find_map(community_of_title).filter(|_| is_open);
        let subjects = header.columns.subjects().iter().filter_map(|column| header.headers.get(usize::from(*column)));
        let subjects: Vec<String> = subjects.map(|header| brief(header)).collect();
        if !subjects.is_empty() {
            notes.push(lists::each_is_a_record(&label, excerpt::listed(subjects)));
        }
        let corrects = header.columns.corrects();
        if corrects {
            notes.push(lists::corrects(&label));
        }
        let plan = Plan::new(kind, options, &header, layout.is_some(), years);
        let list = List {
            name: source.name.clone(),
            kind,
            sheet,
            encoding: layout.map(|layout| layout.encoding),
            delimiter: layout.map(|layout| layout.delimiter),
            header_row: header.row,
            headers: header.headers,
            notes,
            place_of_title: title,
            unused,
            by_hand: false,
            corrects,
            map,
            source: Arc::clone(source),
            place,
            plan: Arc::new(plan),
        };
        Ok(list)
    }

    fn by_hand(source: &Arc<Source>, kind: ListKind, options: &Options, chosen: Chosen) -> Result<List> {
        // Whoever types a cell can mend it at once.
        let options = Options { strict_cells: true, by_hand: true, ..options.clone() };
        Ok(List { by_hand: true, ..List::new(source, kind, &options, chosen)? })
    }

    /// The columns known by the words in their headers alone, and those of money that is not counted in yuan: the
    /// header, the field, the unit.
    pub fn by_words(&self) -> impl Iterator<Item = (u16, &str, Field, Unit)> {
        let columns = self.plan.columns();
        (0u16..).zip(&self.headers).filter_map(move |(column, header)| {
            let unit = columns.unit(column);
            let is_told = columns.by_words().contains(&column) || unit != Unit::Yuan;
            columns.field(column).filter(|_| is_told).map(|field| (column, header.as_str(), field, unit))
        })
    }

    /// How many bytes of the file have been read for its rows, and how many there are.
    pub fn progress(&self) -> (u64, u64) {
        (self.source.position(), self.source.length())
    }

    /// The answers for its headers, for the lists behind it.
    pub fn answered(&self) -> Option<KeptMap> {
        unclear::answered(self.kind, &self.headers, self.map.as_ref())
    }

    /// The list's name, with its sheet where it has one.
    pub fn label(&self) -> String {
        label(&self.name, self.sheet.as_deref())
    }

    /// SHA-256 of the bytes. Made while the rows are read; asked before, it is waited for.
    pub fn digest(&self) -> Result<[u8; 32]> {
        self.source.digest()
    }

    /// The first column of a field, counted from 0; of a place, the one that names it most narrowly.
    pub fn column_of(&self, field: Field) -> Option<u16> {
        let first = |field| self.plan.columns().first(field);
        match field {
            Field::Place => [Field::Station, Field::Community, Field::Place, Field::Street, Field::District]
                .into_iter()
                .find_map(first),
            field => first(field),
        }
    }

    /// The column of a field in whose cell a text is, where a row has several: 共同认领单位 next to 认领单位.
    pub fn column_with(&self, field: Field, text: &str, cells: &Cells) -> Option<u16> {
        let columns = self.plan.columns();
        // The unit next to a person may stand in a column of claimants.
        let all = [Some(field), (field == Field::Org).then_some(Field::Claimants)].into_iter().flatten();
        let mut all = all.flat_map(|field| columns.first(field).into_iter().chain(columns.others(field)));
        all.find(|column| cells.get(usize::from(*column)).is_some_and(|cell| cell.contains(text)))
    }

    /// The rows below the header, from the first.
    ///
    /// # Errors
    /// The iterator's: a row that cannot be read at all (a quote that never closes, bytes of no text) ends the list.
    pub fn rows(&self) -> Result<Rows> {
        Ok(Rows {
            sheet: Sheet::open(&self.source, &self.place)?,
            words: Words::of(self.kind, &self.plan),
            label: self.label(),
            watched: match &self.place {
                Place::Text(layout) if layout.quotes == Quotes::Watched => Some(layout.delimiter),
                Place::Text(_) | Place::Sheet(..) => None,
            },
            order: None,
            more: VecDeque::new(),
            plan: Arc::clone(&self.plan),
            above: Above::default(),
            stopped: false,
        })
    }

    fn is_to_decide_on(&self) -> bool {
        self.kind == ListKind::Decisions || self.plan.columns().first(Field::Decision).is_some()
    }

    /// Refuses a list with columns that may be consent, an ID number, money or claimants, and of which nobody has decided what
    /// they are. Of lists whose unknown columns are not kept, none is.
    fn refuse_sensitive(&self) -> Result<()> {
        let sensitive: Vec<&Unused> = self.unused.iter().filter(|one| one.is_sensitive).collect();
        if sensitive.is_empty() || matches!(self.kind, ListKind::Decisions | ListKind::Places) {
            return Ok(());
        }
        let kind = self.kind;
        let columns = sensitive.iter().map(|one| match one.like {
            Some(Field::Claimants) if kind != ListKind::Claims => lists::column_of_claims(brief(&one.header)),
            Some(Field::Id) if aliases::header(kind, Field::Id).is_none() => lists::column_of_ids(brief(&one.header)),
            Some(field) => lists::column_like(brief(&one.header), field_name(field)),
            None => brief(&one.header),
        });
        let flags: Vec<String> = sensitive.iter().map(|one| format!("--ignore \"{}\"", brief(&one.header))).collect();
        let draft = map::draft_of_sensitive(kind, self.plan.columns(), &self.headers, &sensitive);
        let message = lists::sensitive_columns(self.label(), excerpt::listed(columns), flags.join(" "), draft);
        Err(stop(Exit::Refused, message))
    }

    /// Refuses a list with several wishes in a row and, of each of them, more than the wish.
    fn refuse_headers_of_each(&self) -> Result<()> {
        if self.plan.columns().subjects().is_empty() {
            return Ok(());
        }
        match several::headers_of_each(self.kind, &self.headers) {
            Some(headers) => Err(stop(Exit::Refused, lists::several_in_row(self.label(), headers))),
            None => Ok(()),
        }
    }

    fn refuse_without_rows(&self) -> Result<()> {
        for row in self.rows()? {
            // A row that stops the list is reported when the rows are read.
            let Ok(row) = row else { return Ok(()) };
            match row.read {
                // A list that went out to be filled in, and on which nothing is decided yet, is whole.
                Read::Skipped if self.is_to_decide_on() && row.cells.iter().any(|cell| !cell.is_empty()) => {
                    return Ok(());
                }
                Read::Skipped | Read::Heading { .. } => {}
                Read::Draft { .. } | Read::Faulty(_) => return Ok(()),
            }
        }
        Err(stop(Exit::Refused, lists::no_rows(self.label(), self.header_row)))
    }
}

/// The rows above the header.
fn above(source: &Arc<Source>, place: &Place, header_row: u32) -> Result<Vec<Cells>> {
    if header_row <= 1 {
        return Ok(Vec::new());
    }
    let mut above = Vec::new();
    for row in Sheet::open(source, place)? {
        // A row that stops the list is reported when the rows are read.
        let Ok(row) = row else { break };
        if row.number >= header_row {
            break;
        }
        above.push(row.cells);
    }
    Ok(above)
}

/// The rows below a list's header.
pub struct Rows {
    sheet: Sheet,
    words: Words,
    label: String,
    /// The delimiter of a text whose quotes may have swallowed rows.
    watched: Option<u8>,
    /// For each column of the list, the one that it is in since a second header.
    order: Option<Vec<Option<usize>>>,
    /// Further records of the row that was read last.
    more: VecDeque<Row>,
    plan: Arc<Plan>,
    above: Above,
    stopped: bool,
}

impl Iterator for Rows {
    type Item = Result<Row>;

    fn next(&mut self) -> Option<Result<Row>> {
        loop {
            if self.stopped {
                return None;
            }
            if let Some(row) = self.more.pop_front() {
                return Some(Ok(row));
            }
            let row = match self.sheet.next()? {
                Ok(row) if row.number <= self.plan.header_row() => continue,
                Ok(row) => self.read(row),
                Err(err) => Err(err),
            };
            self.stopped = row.is_err();
            return Some(row);
        }
    }
}

impl Rows {
    fn read(&mut self, row: SheetRow) -> Result<Row> {
        let SheetRow { number, cells, below, hidden } = row;
        if self.watched.is_some_and(|delimiter| has_rows_inside(&cells, &self.plan, delimiter)) {
            return Err(stop(Exit::Refused, lists::rows_in_quotes(&self.label, number)));
        }
        match self.words.again(&cells, &self.plan) {
            Some(Again::Same) => self.order = None,
            Some(Again::Ordered(order)) => self.order = Some(order),
            Some(Again::Foreign(headers)) => {
                let headers = excerpt::listed(headers.iter().map(|header| brief(header)));
                return Err(stop(Exit::Refused, lists::second_header(&self.label, number, headers)));
            }
            None => {
                let Some(order) = &self.order else {
                    return Ok(self.records(number, cells, &below, hidden));
                };
                let order = order.clone();
                let cells = cells.with_below(&below).ordered(&order);
                let mut row = self.records(number, cells, &[], hidden);
                row.read.move_columns(&order);
                self.more.iter_mut().for_each(|row| row.read.move_columns(&order));
                return Ok(row);
            }
        }
        Ok(Row { number, cells, ..Row::default() })
    }

    /// The record of a row, or the first of several, of which the others come next.
    fn records(&mut self, number: u32, cells: Cells, below: &[Below], hidden: bool) -> Row {
        let is_subject = |below: &Below| self.plan.columns().subjects().contains(&below.column);
        let (subjects, below): (Vec<Below>, Vec<Below>) = below.iter().cloned().partition(is_subject);
        let (cells, below) = (cells.with_below(&subjects), below.as_slice());
        let parts = several::apart(&cells, self.plan.columns());
        if let Some(fault) = several::of_one_code(number, &cells, parts.len(), self.plan.columns()) {
            return Row { number, read: Read::Faulty(vec![fault]), cells, ..Row::default() };
        }
        let mut parts = parts.into_iter();
        let Some((first, column)) = parts.next() else {
            return self.plan.read(number, cells, below, &mut self.above).shown(hidden, &self.plan);
        };
        let mut read = |cells, column| {
            let mut row = self.plan.read(number, cells, below, &mut self.above).shown(hidden, &self.plan);
            row.read.move_subject(self.plan.columns().subjects(), column);
            row
        };
        let row = read(first, column);
        // A total or a note is reported once.
        if matches!(row.read, Read::Draft { .. } | Read::Faulty(_)) {
            self.more = (1..).zip(parts).map(|(nth, (cells, column))| Row { nth, ..read(cells, column) }).collect();
        }
        row
    }
}
