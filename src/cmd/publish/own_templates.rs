//! `publish --templates FOLDER`: writes out the templates, for an office to put its own in their place.

use std::path::Path;

use serde::Serialize;

use super::Args;
use crate::desk::Context;
use crate::lang::publish as texts;
use crate::model::exit::Exit;
use crate::output::{Cell, Sheet, file};
use crate::publish::templates::OWN;

#[derive(Debug, Serialize)]
struct Document {
    files: Vec<String>,
}

/// Errors: a template that is there already, which may be the office's own work (exit 3; `--force`).
pub fn run(folder: &Path, args: &Args, context: &Context) -> anyhow::Result<Exit> {
    args.answer.check()?;
    file::private_folder(folder)?;
    let paths: Vec<_> = OWN.iter().map(|(name, text)| (folder.join(name), text)).collect();
    for (path, _) in &paths {
        file::check(path, args.answer.force)?;
    }
    for (path, text) in &paths {
        file::write_file(path, args.answer.force, |out| Ok(out.write_all(text.as_bytes())?))?;
    }
    context.note(texts::templates_at(folder.display(), paths.len()));
    let files: Vec<String> = paths.iter().map(|(path, _)| path.display().to_string()).collect();
    let mut sheet = Sheet::new(texts::template_headers());
    sheet.rows = files.iter().map(|file| vec![Cell::text_of(file)]).collect();
    args.answer.write(&sheet, &Document { files }, context)?;
    Ok(Exit::Done)
}
