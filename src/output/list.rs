//! A list being written, in the form that its office keeps it in. Knows rows of texts; does not know what they mean.

use std::io::{self, Write};

use std::sync::Arc;

use super::csv::{CsvForm, CsvWriter};
use super::framed::FramedWriter;
use super::xlsx::{Form, XlsxWriter};
use crate::model::sheet_frame::SheetFrame;

/// The form of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ListForm {
    Csv(CsvForm),
    /// Has the name of its sheet.
    Xlsx(String),
    /// Likewise, in the frame of another sheet.
    Framed(String, Arc<SheetFrame>),
}

/// Writes rows one by one; without `finish` the end of the file is missing.
pub enum ListWriter<W: Write + Send> {
    Csv(Box<CsvWriter<W>>),
    Xlsx(Box<XlsxWriter<W>>),
    Framed(Box<FramedWriter<W>>),
}

impl<W: Write + Send> ListWriter<W> {
    pub fn new(out: W, form: &ListForm) -> io::Result<ListWriter<W>> {
        Ok(match form {
            ListForm::Csv(form) => ListWriter::Csv(Box::new(CsvWriter::new(out, *form))),
            ListForm::Xlsx(sheet) => ListWriter::Xlsx(Box::new(XlsxWriter::new(out, sheet)?)),
            ListForm::Framed(sheet, frame) => ListWriter::Framed(Box::new(FramedWriter::new(out, sheet, frame)?)),
        })
    }

    pub fn headers<'a>(&mut self, headers: impl IntoIterator<Item = &'a str>) -> io::Result<()> {
        match self {
            ListWriter::Csv(csv) => csv.row(headers),
            ListWriter::Xlsx(xlsx) => xlsx.headers(headers),
            ListWriter::Framed(framed) => framed.row(headers),
        }
    }

    /// Lays a workbook out to be printed, under a title on each page. To be called first of all.
    pub fn for_paper(&mut self, page_title: &str) {
        match self {
            ListWriter::Xlsx(xlsx) => xlsx.for_paper(page_title),
            ListWriter::Csv(_) | ListWriter::Framed(_) => {}
        }
    }

    /// In these columns what is a plain number is one in a workbook too, from here on: sums can be made of it.
    pub fn numbers(&mut self, columns: Vec<bool>) {
        match self {
            ListWriter::Csv(_) => {}
            ListWriter::Xlsx(xlsx) => xlsx.numbers(columns),
            ListWriter::Framed(framed) => framed.numbers(columns),
        }
    }

    pub fn row<'a>(&mut self, cells: impl IntoIterator<Item = &'a str>) -> io::Result<()> {
        match self {
            ListWriter::Csv(csv) => csv.row(cells),
            ListWriter::Xlsx(xlsx) => xlsx.row(cells),
            ListWriter::Framed(framed) => framed.row(cells),
        }
    }

    /// Writes one row below the records, as a form ends; `at` counts them from 0.
    pub fn below<'a>(&mut self, at: usize, cells: impl IntoIterator<Item = &'a str>) -> io::Result<()> {
        match self {
            ListWriter::Csv(csv) => csv.row(cells),
            ListWriter::Xlsx(xlsx) => xlsx.row(cells),
            ListWriter::Framed(framed) => framed.below(at, cells),
        }
    }

    /// Writes what a form begins with, instead of its headers alone; in a CSV it is these alone.
    pub fn begin_form(&mut self, form: &Form<'_>) -> io::Result<()> {
        match self {
            ListWriter::Xlsx(xlsx) => xlsx.begin_form(form),
            ListWriter::Csv(_) | ListWriter::Framed(_) => self.headers(form.columns.iter().map(|column| column.header)),
        }
    }

    /// Writes what is still to be written and gives the file back.
    pub fn finish(self) -> io::Result<W> {
        match self {
            ListWriter::Csv(csv) => csv.finish(),
            ListWriter::Xlsx(xlsx) => xlsx.finish(),
            ListWriter::Framed(framed) => framed.finish(),
        }
    }
}
