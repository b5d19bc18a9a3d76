//! A report that has been counted and not yet written: its tables, its document, what was checked of it.

use serde_json::{Map, Value};

use crate::lang::report as text;
use crate::model::exit::{Exit, stop};
use crate::output::report::Section;

/// What a report's own file makes.
#[derive(Debug, Default)]
pub struct Built {
    pub title: String,
    pub sections: Vec<Section>,
    /// What the figures mean.
    pub rules: Vec<String>,
    /// The document's own keys, in their order.
    pub document: Map<String, Value>,
    pub checks: Vec<Check>,
    /// What is said on stderr.
    pub warnings: Vec<String>,
    /// Who stands differently at two moments is found by comparing these.
    pub people: Vec<Person>,
    /// Workbooks of their own: the name of each, and its tables.
    pub split: std::collections::BTreeMap<String, Vec<Section>>,
    /// What a check that was asked says.
    pub exit: Option<Exit>,
}

/// A claimant, and whether the quota was met.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    pub quota: String,
    pub code: String,
    pub name: String,
    pub met: bool,
}

/// Two figures that must stand in a relation, as offices check them by hand (`P栏数不可能大于E栏数`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// Where and what: `金花街道 已达标`.
    pub what: String,
    pub left: i64,
    pub relation: Relation,
    /// The other figure's name.
    pub other: String,
    pub right: i64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relation {
    AtMost,
    Equal,
}

impl Check {
    pub fn at_most(what: impl Into<String>, left: i64, other: impl Into<String>, right: i64) -> Check {
        Check { what: what.into(), left, relation: Relation::AtMost, other: other.into(), right }
    }

    pub fn equal(what: impl Into<String>, left: i64, other: impl Into<String>, right: i64) -> Check {
        Check { what: what.into(), left, relation: Relation::Equal, other: other.into(), right }
    }

    fn holds(&self) -> bool {
        match self.relation {
            Relation::AtMost => self.left <= self.right,
            Relation::Equal => self.left == self.right,
        }
    }
}

impl Built {
    /// Adds a key to the document.
    pub fn key(&mut self, name: &str, value: impl serde::Serialize) -> anyhow::Result<()> {
        self.document.insert(name.to_owned(), serde_json::to_value(value)?);
        Ok(())
    }

    /// Refuses a report whose figures contradict each other, and says which (exit 1).
    pub fn checked(self) -> anyhow::Result<Built> {
        let failed: Vec<String> = self
            .checks
            .iter()
            .filter(|check| !check.holds())
            .map(|check| {
                let Check { what, left, other, right, .. } = check;
                match check.relation {
                    Relation::AtMost => text::check_above(what, left, other, right),
                    Relation::Equal => text::check_differs(what, left, other, right),
                }
            })
            .collect();
        if failed.is_empty() { Ok(self) } else { Err(stop(Exit::Partly, text::checks_failed(failed.join("\n")))) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_that_contradict_each_other_are_refused_and_named() {
        let met = |met| Check::at_most("金花街道 已达标", met, "应认领", 3);
        let built = |checks| Built { checks, ..Built::default() };
        assert!(built(vec![met(3), Check::equal("合计", 3, "各组之和", 3)]).checked().is_ok());
        let told = format!("{:#}", built(vec![met(4)]).checked().unwrap_err());
        assert!(told.contains("金花街道") && told.contains('4') && told.contains('3'), "{told}");
        assert!(built(vec![Check::equal("合计", 2, "各组之和", 3)]).checked().is_err());
    }
}
