//! Which columns a list is written with: ours, or those of an office's own list, and what of a record each holds.

use std::borrow::Cow;
use std::sync::Arc;

use super::Kind;
use super::records::Record;
use crate::intake::{Encoding, Like, LikeForm, Twist, Use};
use crate::model::fields::{self, Field, Parse};
use crate::model::money::{Money, Unit};
use crate::model::words::{Level, ListKind, MemberClass};
use crate::output::{CsvEncoding, CsvForm, ListForm};
use crate::store::Session;
use crate::store::collect::extra_pairs;
use crate::store::export;
use crate::store::place::Places;

/// The columns of a list and the rows above its records.
pub struct Layout {
    /// Title rows; the last has the headers.
    pub above: Vec<Vec<String>>,
    /// Rows below the records.
    pub below: Vec<Vec<String>>,
    columns: Vec<Column>,
    /// Whose list it is: places below it are named from there, as its lists name them. `None` names them in full.
    office: Option<i64>,
    list: ListKind,
}

struct Column {
    header: String,
    holds: Use,
    /// What its amounts are counted in.
    unit: Unit,
}

/// The columns that name a level of a place.
const PARTS: [(Field, Level); 4] = [
    (Field::District, Level::District),
    (Field::Street, Level::Street),
    (Field::Community, Level::Community),
    (Field::Station, Level::Station),
];

impl Layout {
    /// Our own columns, and those of the office's lists that we don't know, in the order they came.
    pub fn ours(kind: Kind, session: &Session) -> anyhow::Result<Layout> {
        let mut columns: Vec<Column> = kind.fields().into_iter().map(|field| Column::of(kind, field)).collect();
        let known = columns.len();
        export::each_extra(session, kind.list(), |extra, unread| {
            let mut headers = extra_pairs(extra)?;
            headers.extend(extra_pairs(unread)?.into_iter().filter(|(key, _)| Field::of_code(key).is_none()));
            for (header, _) in headers {
                if !columns[known..].iter().any(|column| column.header == header) {
                    columns.push(Column { header, holds: Use::Extra, unit: Unit::Yuan });
                }
            }
            Ok(())
        })?;
        let headers = columns.iter().map(|column| column.header.clone()).collect();
        Ok(Layout { above: vec![headers], below: Vec::new(), columns, office: None, list: kind.list() })
    }

    /// The columns of an office's own list. Without a column for the code, which alone brings a record back for
    /// certain, one is added.
    pub fn like(kind: Kind, like: &Like, office: i64) -> (Layout, ListForm) {
        let columns =
            like.columns.iter().map(|one| Column { header: one.header.clone(), holds: one.holds, unit: one.unit });
        let mut columns: Vec<Column> = columns.collect();
        let mut above = like.above.clone();
        if !columns.iter().any(|column| matches!(column.holds, Use::Field(Field::Code, _))) {
            let code = Column::of(kind, Field::Code);
            if let Some(headers) = above.last_mut() {
                headers.resize(columns.len(), String::new());
                headers.push(code.header.clone());
            }
            columns.push(code);
        }
        let layout = Layout { above, below: like.below.clone(), columns, office: Some(office), list: kind.list() };
        (layout, form(&like.form))
    }

    /// Which columns count: how many, how much, how old.
    pub fn numbers(&self) -> Vec<bool> {
        let counts = |holds: &Use| match holds {
            Use::Serial => true,
            Use::Ignored | Use::Extra => false,
            Use::Field(field, _) => {
                let listed = fields::in_list(self.list, *field);
                listed.is_some_and(|one| matches!(one.def.parse, Parse::Money | Parse::Quantity | Parse::Number(_)))
            }
        };
        self.columns.iter().map(|column| counts(&column.holds)).collect()
    }

    /// The cells of a record's row.
    pub fn cells<'r>(&self, record: &'r Record, number: usize, places: &Places) -> Vec<Cow<'r, str>> {
        let place = record.place.map(|place| self.place(place, places)).unwrap_or_default();
        let mut written: Vec<Field> = Vec::new();
        let mut cells = Vec::with_capacity(self.columns.len());
        for column in &self.columns {
            cells.push(match column.holds {
                Use::Serial => Cow::Owned(number.to_string()),
                Use::Ignored => Cow::Borrowed(""),
                Use::Extra => Cow::Borrowed(column.of_extra(record)),
                Use::Field(field, twist) => {
                    // Of several columns for one field the first says it.
                    let again = written.contains(&field) && twist == Twist::Plain;
                    written.push(field);
                    match place.iter().find(|(part, _)| *part == field) {
                        _ if again => Cow::Borrowed(""),
                        Some((_, name)) => Cow::Owned(name.clone()),
                        None if is_place(field) => Cow::Borrowed(""),
                        None => column.in_its_unit(self.of_field(record, field, twist)),
                    }
                }
            });
        }
        cells
    }

    fn of_field<'r>(&self, record: &'r Record, field: Field, twist: Twist) -> Cow<'r, str> {
        let cell = |field| record.cells.iter().find(|(known, _)| *known == field).map_or("", |(_, cell)| cell.as_str());
        let text = cell(field);
        match (field, twist) {
            (Field::Class, Twist::YesNo) => Cow::Borrowed(match text {
                "" => "否",
                class if class == MemberClass::InService.zh() => "是",
                // Neither: blank says nothing, and changes nothing when it comes back.
                class if MemberClass::ALL.iter().any(|one| class == one.zh()) => "",
                // What could not be read.
                other => other,
            }),
            // One column for both: the theme says the form too.
            (Field::Form, _) if !self.has(Field::Theme, Twist::Plain) && !cell(Field::Theme).is_empty() => {
                Cow::Borrowed(cell(Field::Theme))
            }
            (Field::Theme, _) if !self.has(Field::Form, Twist::Plain) && text.is_empty() => {
                Cow::Borrowed(cell(Field::Form))
            }
            (Field::Claimants, twist) => self.claimants(text, cell(Field::Org), twist),
            (_, _) => Cow::Borrowed(text),
        }
    }

    /// The lead in one column and the joint ones in another, where the list has both.
    fn claimants<'r>(&self, all: &'r str, org: &'r str, twist: Twist) -> Cow<'r, str> {
        let (lead, joint) = all.split_once('、').unwrap_or((all, ""));
        let has_joint = self.has(Field::Claimants, Twist::Joint);
        let has_plain = self.has(Field::Claimants, Twist::Plain);
        Cow::Borrowed(match twist {
            Twist::Joint => joint,
            Twist::Unit if has_plain => org,
            Twist::Plain | Twist::Unit | Twist::YesNo if has_joint => lead,
            Twist::Plain | Twist::Unit | Twist::YesNo => all,
        })
    }

    fn has(&self, field: Field, twist: Twist) -> bool {
        self.columns.iter().any(|column| column.holds == Use::Field(field, twist))
    }

    /// What each place column says. Levels between the office and the place that no column is for are written before
    /// the next narrower one, as a path.
    fn place(&self, place: i64, places: &Places) -> Vec<(Field, String)> {
        let names = places.levels(place);
        let office = self.office.filter(|office| places.is_within(place, *office) && place != *office);
        let office = office.and_then(|office| places.level(office));
        if names.is_empty() {
            return vec![(Field::Place, places.name(place).to_owned())];
        }
        let mut written = Vec::new();
        let mut waiting: Vec<&str> = Vec::new();
        let last = names.len().saturating_sub(1);
        for (at, (level, name)) in names.iter().enumerate() {
            let own = PARTS.iter().find(|(field, part)| part == level && self.has(*field, Twist::Plain));
            let needed = office.is_none_or(|office| *level > office);
            let any = self.has(Field::Place, Twist::Plain).then_some(Field::Place);
            match own.map(|(field, _)| *field).or(any.filter(|_| at == last)) {
                Some(field) => {
                    waiting.push(name);
                    written.push((field, waiting.join("/")));
                    waiting.clear();
                }
                None if needed => waiting.push(name),
                None => {}
            }
        }
        // A place narrower than every column: the narrowest one says the rest, too.
        if let Some((_, text)) = written.last_mut().filter(|_| !waiting.is_empty()) {
            *text = format!("{text}/{}", waiting.join("/"));
        }
        written
    }
}

impl Column {
    fn of(kind: Kind, field: Field) -> Column {
        Column { header: kind.header(field), holds: Use::Field(field, Twist::Plain), unit: Unit::Yuan }
    }

    fn in_its_unit<'r>(&self, cell: Cow<'r, str>) -> Cow<'r, str> {
        match cell.parse::<Money>() {
            Ok(money) if self.unit != Unit::Yuan => Cow::Owned(money.written_in(self.unit)),
            _ => cell,
        }
    }

    fn of_extra<'r>(&self, record: &'r Record) -> &'r str {
        record.extra.iter().find(|(known, _)| *known == self.header).map_or("", |(_, cell)| cell.as_str())
    }
}

fn is_place(field: Field) -> bool {
    field == Field::Place || PARTS.iter().any(|(part, _)| *part == field)
}

fn form(form: &LikeForm) -> ListForm {
    match form {
        LikeForm::Workbook { sheet, frame: None } => ListForm::Xlsx(sheet.clone()),
        LikeForm::Workbook { sheet, frame: Some(frame) } => ListForm::Framed(sheet.clone(), Arc::clone(frame)),
        LikeForm::Text { encoding, marked, delimiter } => {
            let encoding = match encoding {
                Encoding::Utf8 if *marked => CsvEncoding::Utf8,
                Encoding::Utf8 => CsvEncoding::Utf8Plain,
                Encoding::Utf16Le => CsvEncoding::Utf16Le,
                Encoding::Utf16Be => CsvEncoding::Utf16Be,
                Encoding::Gb18030 => CsvEncoding::Gb18030,
            };
            ListForm::Csv(CsvForm { encoding, delimiter: *delimiter, lf: false })
        }
    }
}
