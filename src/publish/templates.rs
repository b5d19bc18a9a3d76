//! The pages' templates: our own, and those that an office has put in their place. A broken one is reported with its line and
//! ours is used instead, so that nothing else stops.

use std::collections::BTreeMap;
use std::io;
use std::sync::{Mutex, PoisonError};

use minijinja::{Environment, Error, ErrorKind, UndefinedBehavior, Value};

/// Our templates by their file names. The style and the script of a page are templates' parts: they stand in the page as
/// they are.
pub const OWN: &[(&str, &str)] = &[
    ("cards.html", include_str!("templates/cards.html")),
    ("cards.css", include_str!("templates/cards.css")),
    ("screen.html", include_str!("templates/screen.html")),
    ("screen.css", include_str!("templates/screen.css")),
    ("screen.js", include_str!("templates/screen.js")),
    ("tree.html", include_str!("templates/tree.html")),
    ("tree.css", include_str!("templates/tree.css")),
    ("tree.js", include_str!("templates/tree.js")),
    ("trees.html", include_str!("templates/trees.html")),
    ("trees.css", include_str!("templates/trees.css")),
    ("trees.js", include_str!("templates/trees.js")),
    ("letter.zh.txt", include_str!("templates/letter.zh.txt")),
    ("letter.en.txt", include_str!("templates/letter.en.txt")),
    ("letter.html", include_str!("templates/letter.html")),
    ("letter.css", include_str!("templates/letter.css")),
    ("claim-letter.zh.txt", include_str!("templates/claim-letter.zh.txt")),
    ("claim-letter.en.txt", include_str!("templates/claim-letter.en.txt")),
    ("claim-card.zh.txt", include_str!("templates/claim-card.zh.txt")),
    ("claim-card.en.txt", include_str!("templates/claim-card.en.txt")),
    ("claims.html", include_str!("templates/claims.html")),
    ("claims.css", include_str!("templates/claims.css")),
    ("poster.html", include_str!("templates/poster.html")),
    ("poster.css", include_str!("templates/poster.css")),
];

/// Something wrong with an office's template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateFault {
    pub file: String,
    pub line: usize,
    pub kind: TemplateFaultKind,
    /// The engine's words, for whoever knows it.
    pub detail: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TemplateFaultKind {
    Syntax,
    /// It names a value that the page does not have.
    UnknownName,
    /// It names a filter, a test or a function that there is not.
    UnknownFilter,
    Other,
}

pub struct Templates {
    ours: Environment<'static>,
    /// Those of the office that can be parsed.
    office: Environment<'static>,
    parts: BTreeMap<String, String>,
    /// Those of the office that cannot be parsed: a fault of whatever page uses them.
    broken: BTreeMap<String, TemplateFault>,
    faults: Mutex<Vec<TemplateFault>>,
}

impl Templates {
    /// Our templates, with an office's by their file names in their place.
    pub fn new(office: Vec<(String, String)>) -> anyhow::Result<Templates> {
        let mut templates = Templates {
            ours: environment(),
            office: environment(),
            parts: BTreeMap::new(),
            broken: BTreeMap::new(),
            faults: Mutex::default(),
        };
        for (name, text) in OWN {
            if is_template(name) {
                templates.ours.add_template(name, text)?;
            } else {
                templates.parts.insert((*name).to_owned(), (*text).to_owned());
            }
        }
        for (name, text) in office {
            if !is_template(&name) {
                templates.parts.insert(name, text);
            } else if let Err(error) = templates.office.add_template_owned(name.clone(), text) {
                let fault = TemplateFault::of(&name, &error);
                templates.broken.insert(name, fault);
            }
        }
        Ok(templates)
    }

    /// A style or a script; without an office's, ours.
    pub fn part(&self, name: &str) -> &str {
        self.parts.get(name).map_or("", String::as_str)
    }

    /// A page, or a text. Errors: our own template is broken.
    pub fn render(&self, name: &str, values: &Value) -> anyhow::Result<String> {
        match self.of_office(name, values) {
            Some(page) => Ok(page),
            None => Ok(self.ours.get_template(name)?.render(values)?),
        }
    }

    /// The same, written as it comes. An office's own is whole before a byte of it is written, since it may fail.
    pub fn write(&self, out: &mut dyn io::Write, name: &str, values: &Value) -> anyhow::Result<()> {
        match self.of_office(name, values) {
            Some(page) => out.write_all(page.as_bytes())?,
            None => drop(self.ours.get_template(name)?.render_captured_to(values, out)?),
        }
        Ok(())
    }

    /// What the office's template of this name makes, if there is one without a fault.
    fn of_office(&self, name: &str, values: &Value) -> Option<String> {
        if let Some(fault) = self.broken.get(name) {
            self.note(fault.clone());
            return None;
        }
        let template = self.office.get_template(name).ok()?;
        template.render(values).map_err(|error| self.note(TemplateFault::of(name, &error))).ok()
    }

    /// What was wrong with the office's templates so far, each once.
    pub fn faults(&self) -> Vec<TemplateFault> {
        self.faults.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn note(&self, fault: TemplateFault) {
        let mut faults = self.faults.lock().unwrap_or_else(PoisonError::into_inner);
        if !faults.contains(&fault) {
            faults.push(fault);
        }
    }
}

impl TemplateFault {
    fn of(name: &str, error: &Error) -> TemplateFault {
        TemplateFault {
            file: name.to_owned(),
            line: error.line().unwrap_or(1),
            kind: match error.kind() {
                ErrorKind::SyntaxError => TemplateFaultKind::Syntax,
                ErrorKind::UndefinedError => TemplateFaultKind::UnknownName,
                ErrorKind::UnknownFilter | ErrorKind::UnknownTest | ErrorKind::UnknownFunction => {
                    TemplateFaultKind::UnknownFilter
                }
                _ => TemplateFaultKind::Other,
            },
            detail: error.detail().unwrap_or_default().to_owned(),
        }
    }
}

/// Whether a file of this name is a template: a page, in which every value is escaped, or a text. Others are parts that stand
/// in pages as they are.
fn is_template(name: &str) -> bool {
    name.ends_with(".html") || name.ends_with(".txt")
}

fn environment() -> Environment<'static> {
    let mut environment = Environment::new();
    // A name that a page does not have is a slip: it is reported, not left blank.
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment
}
