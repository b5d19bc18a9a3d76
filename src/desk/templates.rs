//! The office's own templates, which lie in `templates` beside its office file, and what is wrong with them in words.

use std::fs;
use std::path::Path;

use serde::Serialize;

use super::Context;
use crate::lang::publish as texts;
use crate::publish::templates::{OWN, TemplateFault, TemplateFaultKind, Templates};

/// The folder of the office's own templates, beside its office file.
const FOLDER: &str = "templates";

/// A template of the office that could not be used.
#[derive(Debug, Serialize)]
pub struct TemplateJson {
    pub file: String,
    pub line: usize,
    pub reason: String,
}

/// The office's own templates by their file names: those that have a name of ours.
pub fn beside(context: &Context) -> anyhow::Result<Vec<(String, String)>> {
    let folder = context.db.parent().unwrap_or(Path::new("")).join(FOLDER);
    let mut found = Vec::new();
    for (name, _) in OWN {
        found.extend(read(&folder.join(name))?.map(|text| ((*name).to_owned(), text)));
    }
    Ok(found)
}

/// A text file; `None` where there is none.
pub fn read(path: &Path) -> anyhow::Result<Option<String>> {
    match fs::read_to_string(path) {
        Ok(text) => Ok(Some(text)),
        Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(cause) => Err(anyhow::Error::new(cause).context(texts::config_unreadable(path.display()))),
    }
}

/// What was wrong with the office's own templates so far.
pub fn faults(templates: &Templates) -> Vec<TemplateJson> {
    templates.faults().into_iter().map(in_words).collect()
}

fn in_words(fault: TemplateFault) -> TemplateJson {
    let what = match fault.kind {
        TemplateFaultKind::Syntax => texts::template_syntax(),
        TemplateFaultKind::UnknownName => texts::template_name(),
        TemplateFaultKind::UnknownFilter => texts::template_filter(),
        TemplateFaultKind::Other => texts::template_other(),
    };
    let what = if fault.detail.is_empty() || crate::lang::current() == crate::lang::Lang::Zh {
        what
    } else {
        format!("{what}: {}", fault.detail)
    };
    TemplateJson { reason: texts::template_fault(&fault.file, fault.line, what), file: fault.file, line: fault.line }
}
