//! What `export` writes: the kinds of records, their columns and headers.

use crate::intake;
use crate::lang;
use crate::lang::values;
use crate::model::fields::{self, Field};
use crate::model::words::ListKind;

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Kind {
    #[value(aliases = values::WISHES)]
    Wishes,
    #[value(aliases = values::PROJECTS)]
    Projects,
    #[value(aliases = values::MEMBERS)]
    Members,
    #[value(aliases = values::ORGS)]
    Orgs,
    #[value(aliases = values::CLAIMS)]
    Claims,
}

impl Kind {
    pub fn code(self) -> &'static str {
        match self {
            Kind::Wishes => "wishes",
            Kind::Projects => "projects",
            Kind::Members => "members",
            Kind::Orgs => "orgs",
            Kind::Claims => "claims",
        }
    }

    pub fn list(self) -> ListKind {
        match self {
            Kind::Wishes => ListKind::Wishes,
            Kind::Projects => ListKind::Projects,
            Kind::Members => ListKind::Members,
            Kind::Orgs => ListKind::Orgs,
            Kind::Claims => ListKind::Claims,
        }
    }

    /// The columns written, which are those that the import reads.
    pub fn fields(self) -> Vec<Field> {
        fields::exported(self.list()).into_iter().map(|one| one.field).collect()
    }

    /// A column's header: the alias that we write, in the language of this run.
    pub fn header(self, field: Field) -> String {
        match lang::current() {
            lang::Lang::En => field.code().to_owned(),
            lang::Lang::Zh => intake::header(self.list(), field).unwrap_or(field.code()).to_owned(),
        }
    }
}
