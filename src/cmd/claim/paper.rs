//! Where the papers of claims go, and who may read phones on them.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use crate::desk::{Context, templates};
use crate::lang::{self, Lang, cmd as text, papers as texts};
use crate::model::exit::{Exit, stop};
use crate::output::{self, file};
use crate::publish::claims::{self, Papers};
use crate::publish::templates::Templates;
use crate::store::{Store, setting};

#[derive(Debug, clap::Args)]
pub struct PaperArgs {
    /// The file: .html is a page to print, .docx a document for Word and WPS; `-` is the page on standard output
    #[arg(long, short, value_name = "FILE", required = true)]
    pub output: PathBuf,
    /// Replace FILE if it exists
    #[arg(long)]
    pub force: bool,
    /// Write phones and addresses out, and why
    #[arg(long, value_name = "REASON")]
    pub reveal: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Page,
    Document,
}

impl PaperArgs {
    /// Errors: an ending that is neither's, a blank reason (exit 2); a file that may not be written (exit 3).
    pub fn check(&self) -> anyhow::Result<()> {
        self.form()?;
        if self.reveal.as_deref().is_some_and(|reason| reason.trim().is_empty()) {
            return Err(stop(Exit::Usage, text::reason_empty("--reveal")));
        }
        if self.is_stdout() { Ok(()) } else { file::check(&self.output, self.force) }
    }

    /// Keeps in the log why phones and addresses are written out, before they are.
    pub fn note_reveal(&self, command: &str, store: &Store, context: &Context) -> anyhow::Result<()> {
        let Some(reason) = self.reveal.as_deref() else { return Ok(()) };
        let mut change = store.change(context.new_entry(command))?;
        setting::note_reveal(&mut change, reason.trim())?;
        change.finish()?;
        Ok(())
    }

    /// Our templates, with the office's own in their place.
    pub fn templates(context: &Context) -> anyhow::Result<Templates> {
        Templates::new(templates::beside(context)?)
    }

    /// Writes the papers, and reports which of the office's templates could not be used (exit 1).
    pub fn write(
        &self,
        papers: &Papers,
        templates: &Templates,
        office: Lang,
        context: &Context,
    ) -> anyhow::Result<Exit> {
        let form = self.form()?;
        let bytes = lang::speaking(office, || match form {
            Form::Page => claims::page(papers, templates).map(String::into_bytes),
            Form::Document => claims::document(papers),
        })?;
        if self.is_stdout() {
            output::print(bytes)?;
        } else {
            file::write_file(&self.output, self.force, |out| Ok(out.write_all(&bytes)?))?;
            context.note(texts::papers_at(papers.len(), self.output.display()));
        }
        let faults = templates::faults(templates);
        faults.iter().for_each(|fault| crate::desk::warn(&fault.reason));
        Ok(if faults.is_empty() { Exit::Done } else { Exit::Partly })
    }

    fn is_stdout(&self) -> bool {
        self.output == Path::new("-")
    }

    fn form(&self) -> anyhow::Result<Form> {
        let ending = self.output.extension().and_then(OsStr::to_str).map(str::to_ascii_lowercase);
        match ending.as_deref() {
            _ if self.is_stdout() => Ok(Form::Page),
            Some("html" | "htm") => Ok(Form::Page),
            Some("docx") => Ok(Form::Document),
            _ => Err(stop(Exit::Usage, texts::html_or_docx(self.output.display()))),
        }
    }
}
