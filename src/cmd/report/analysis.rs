//! A report that has been counted and not yet written: its sections, its document, and the checks of its figures.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::checks::{self, Check};
use crate::lang::report as text;
use crate::model::day::Day;
use crate::model::exit::{Exit, stop};
use crate::output::report::Section;
use crate::store::rows::CampaignRow;

/// What a report's own module makes.
#[derive(Debug, Default)]
pub struct Analysis {
    pub title: String,
    pub sections: Vec<Section>,
    /// Whether its tables are read together: on one sheet of a workbook.
    pub is_one_sheet: bool,
    /// What the figures mean.
    pub rules: Vec<String>,
    /// The document's own keys, in their order.
    pub document: Map<String, Value>,
    /// What is checked besides the sums of the sections.
    pub checks: Vec<Check>,
    /// What is printed on stderr.
    pub warnings: Vec<String>,
    /// Who has met a quota, where two moments are compared.
    pub standings: Vec<NamedStanding>,
    /// Workbooks of their own: the name of each, and its sections.
    pub split: BTreeMap<String, Vec<Section>>,
    /// How the command ends, where `--check` decides it.
    pub exit: Option<Exit>,
}

/// A claimant, and whether the quota was met.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedStanding {
    pub quota: String,
    /// What programs call the quota.
    pub quota_code: String,
    pub code: String,
    pub name: String,
    pub met: bool,
}

impl Analysis {
    pub fn new(title: String) -> Analysis {
        Analysis { title, ..Analysis::default() }
    }

    /// As most reports begin: of a day, and of a campaign where one was given.
    pub fn of_day(title: String, day: Day, campaign: Option<&CampaignRow>) -> anyhow::Result<Analysis> {
        let mut analysis = Analysis::new(title);
        analysis.key("as_of", day.to_string())?;
        analysis.key("campaign", campaign.map(|campaign| &campaign.name))?;
        Ok(analysis)
    }

    /// Adds a key to the document.
    pub fn key(&mut self, name: &str, value: impl serde::Serialize) -> anyhow::Result<()> {
        self.document.insert(name.to_owned(), serde_json::to_value(value)?);
        Ok(())
    }

    /// All checks: those of the report itself, and that the parts of each section are its whole.
    pub fn all_checks(&self) -> Vec<Check> {
        let sections = self.sections.iter().flat_map(checks::of_section);
        self.checks.iter().cloned().chain(sections).collect()
    }

    /// Refuses a report whose figures contradict each other, and names them (exit 1).
    pub fn checked(self) -> anyhow::Result<Analysis> {
        let failed: Vec<String> = self.all_checks().iter().filter_map(Check::failure).collect();
        if failed.is_empty() { Ok(self) } else { Err(stop(Exit::Partly, text::checks_failed(failed.join("\n")))) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::Cell;
    use crate::output::report::{Column, Columns};

    #[test]
    fn contradicting_figures_are_refused_and_named() {
        let met = |met| Check::at_most("金花街道 已达标", met, "应认领", 3);
        let analysis = |checks| Analysis { checks, ..Analysis::default() };
        assert!(analysis(vec![met(3), Check::equal("合计", 3, "各组之和", 3)]).checked().is_ok());
        let message = format!("{:#}", analysis(vec![met(4)]).checked().unwrap_err());
        assert!(message.contains("金花街道") && message.contains('4') && message.contains('3'), "{message}");
        assert!(analysis(vec![Check::equal("合计", 2, "各组之和", 3)]).checked().is_err());
    }

    #[test]
    fn section_whose_parts_are_not_its_total_is_refused() {
        let columns: Columns<i64> = vec![Column::count("met", "已达标").sum().of(|met| Cell::Count(*met))].into();
        let analysis = |total: i64| {
            let section = columns.section("groups", "达标", &[1, 2]).with_total(columns.cells(&total));
            Analysis { sections: vec![section], ..Analysis::default() }.checked()
        };
        assert!(analysis(3).is_ok());
        let message = format!("{:#}", analysis(4).unwrap_err());
        assert!(message.contains("达标 已达标 各组之和 3 不等于 合计 4"), "{message}");
    }
}
