//! `export`: the office file's records as lists that come back exactly. Private cells are masked unless revealed.

mod kind;
mod layout;
mod records;

use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::Context as _;

use self::layout::Layout;
use self::records::{Record, Records};
use crate::desk::answer::CsvArgs;
use crate::desk::{Context, headers};
use crate::intake::{self, LikeForm, Options, WantedSheet};
use crate::lang::cmd as text;
use crate::model::exit::{Exit, stop};
use crate::model::words::NeedKind;
use crate::output::{self, CsvEncoding, ListForm, ListWriter};
use crate::store::place::Places;
use crate::store::{export, log, setting};

pub use self::kind::Kind;

/// Write records as a list that can be imported again
///
/// --like FILE writes it as FILE is laid out: its title rows, headers and order, what is below its rows, its encoding
/// or its workbook.
///
/// Phones and addresses are masked, and a masked cell that comes back means "unchanged". --reveal writes them out and
/// is logged with its reason; nobody can get ID numbers back.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// What is written
    #[arg(value_name = "KIND")]
    pub kind: Kind,
    /// The file, instead of standard output (`-`)
    #[arg(long, short, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Replace FILE if it exists
    #[arg(long)]
    pub force: bool,
    /// The CSV's encoding: utf8 (with a BOM) or gb18030
    #[arg(long, value_name = "ENCODING", value_enum, default_value = "utf8", conflicts_with = "like")]
    pub encoding: CsvEncoding,
    #[command(flatten)]
    pub csv: CsvArgs,
    /// A list whose layout is followed: title rows, headers, order, encoding
    #[arg(long, value_name = "FILE")]
    pub like: Option<String>,
    /// The sheet of the --like workbook
    #[arg(long, value_name = "NAME", requires = "like")]
    pub sheet: Option<WantedSheet>,
    /// Write phones and addresses out, and why
    #[arg(long, value_name = "REASON")]
    pub reveal: Option<String>,
}

impl Args {
    /// The file that is written; none where it is standard output.
    fn file(&self) -> Option<&Path> {
        self.output.as_deref().filter(|path| !output::file::is_stdout(path))
    }

    /// The form that the file's ending stands for; without one, CSV. Errors: an ending of another form.
    fn form(&self) -> anyhow::Result<ListForm> {
        let ending = self.file().and_then(Path::extension).map(|ending| ending.to_string_lossy().to_ascii_lowercase());
        match ending.as_deref() {
            Some("xlsx") => {
                self.csv.form(self.encoding, false)?;
                Ok(ListForm::Xlsx(self.kind.list().zh().to_owned()))
            }
            // Laid out like another list, it is encoded like that one too.
            None | Some("csv" | "txt") => Ok(ListForm::Csv(self.csv.form(self.encoding, self.like.is_none())?)),
            Some(ending) => Err(stop(Exit::Usage, text::not_a_list_ending(ending))),
        }
    }
}

impl Args {
    /// Errors (exit 2): a file whose ending stands for another form than the --like list has.
    fn fits(&self, form: &ListForm) -> anyhow::Result<()> {
        let ending = self.file().and_then(Path::extension).map(|ending| ending.eq_ignore_ascii_case("xlsx"));
        let is_workbook = matches!(form, ListForm::Xlsx(_) | ListForm::Framed(..));
        match &self.like {
            Some(like) if ending.is_some_and(|is_xlsx| is_xlsx != is_workbook) => {
                Err(stop(Exit::Usage, text::like_of_other_form(like, if is_workbook { "xlsx" } else { "csv" })))
            }
            _ => Ok(()),
        }
    }
}

pub fn run(args: &Args, context: &Context) -> anyhow::Result<Exit> {
    // Whatever its name, nothing takes the place of the office file.
    args.file().map(output::guard::check).transpose()?;
    let form = args.form()?;
    let store = context.open()?;
    let kept = headers::kept(args.kind.list(), &store)?;
    let options = Options { sheet: args.sheet.clone(), kept, one_sheet: true, ..Options::default() };
    let like = args.like.as_deref().map(|file| intake::like(file, args.kind.list(), &options)).transpose()?;
    if let Some(path) = args.file() {
        output::file::check(path, args.force)?;
    }
    if let Some(reason) = args.reveal.as_deref() {
        let reason = reason.trim();
        if reason.is_empty() {
            return Err(stop(Exit::Usage, text::reason_empty("--reveal")));
        }
        let mut change = store.change(context.new_entry(format!("export {} --reveal", args.kind.code())))?;
        setting::note_reveal(&mut change, reason)?;
        change.finish()?;
    }
    let reading = store.read()?;
    let places = Places::load(&reading)?;
    let office = setting::office_place(&reading)?;
    let (layout, form) = match &like {
        Some(like) => Layout::like(args.kind, like, office),
        None => (Layout::ours(args.kind, &reading)?, form),
    };
    args.fits(&form)?;
    let within = like.as_ref().and_then(|like| like.places.as_ref()).map(|paths| {
        let found = paths.iter().filter_map(|path| places.find(path, office).ok());
        found.collect::<Vec<i64>>()
    });
    let records = Records { session: &reading, places, reveal: args.reveal.is_some() };
    let writing = Writing { records, kind: args.kind, layout, form, within };
    match args.file() {
        Some(path) => {
            let mut rows = 0;
            output::file::write_file(path, args.force, |out| {
                (_, rows) = writing.write(out)?;
                Ok(())
            })?;
            context.note(text::rows_written(path.display(), rows));
        }
        None => output::print(writing.write(Vec::new())?.0)?,
    }
    if let Some((file, like)) = args.like.as_deref().zip(like.as_ref()) {
        if matches!(like.form, LikeForm::Workbook { frame: None, .. }) {
            context.note(text::like_unframed(file));
        }
        if !like.below.is_empty() {
            context.note(text::like_below());
        }
    }
    context.note(text::head_line(log::head(&reading)?));
    reading.finish()?;
    Ok(Exit::Done)
}

/// A list being written.
struct Writing<'a> {
    records: Records<'a>,
    kind: Kind,
    layout: Layout,
    form: ListForm,
    /// Only the records of these places, where one sheet is written.
    within: Option<Vec<i64>>,
}

impl Writing<'_> {
    /// The list, and its number of rows.
    fn write<W: Write + Send>(&self, out: W) -> anyhow::Result<(W, usize)> {
        let mut list = ListWriter::new(out, &self.form)?;
        let (headers, titles) = self.layout.above.split_last().context("a list has headers")?;
        for title in titles {
            list.row(title.iter().map(String::as_str))?;
        }
        list.headers(headers.iter().map(String::as_str))?;
        list.numbers(self.layout.numbers());
        let mut number = 0;
        for id in self.ids()? {
            let record = self.records.record(self.kind, id)?;
            if !self.is_within(&record) {
                continue;
            }
            number += 1;
            let cells = self.layout.cells(&record, number, &self.records.places);
            list.row(cells.iter().map(|cell| cell.as_ref()))?;
        }
        for (at, row) in self.layout.below.iter().enumerate() {
            list.below(at, row.iter().map(String::as_str))?;
        }
        Ok((list.finish()?, number))
    }

    /// Whether a record belongs to the sheet that is written; one that belongs nowhere does.
    fn is_within(&self, record: &Record) -> bool {
        let places = &self.records.places;
        match (&self.within, record.place) {
            (Some(within), Some(place)) => within.iter().any(|wider| places.is_within(place, *wider)),
            (_, _) => true,
        }
    }

    fn ids(&self) -> anyhow::Result<Vec<i64>> {
        let session = self.records.session;
        match self.kind {
            Kind::Wishes => export::need_ids(session, NeedKind::Wish),
            Kind::Projects => export::need_ids(session, NeedKind::Project),
            Kind::Members => export::member_ids(session),
            Kind::Orgs => export::org_ids(session),
            Kind::Claims => export::claim_ids(session),
        }
    }
}
