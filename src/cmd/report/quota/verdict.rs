//! `report quota --check`: whether the rates are as high as they are wanted, as one answer over all quotas of the report.

use serde::Serialize;

use super::groups::Group;
use super::{Analysis, Args, By, name_of, whose};
use crate::cmd::report::name::Name;
use crate::lang::report as text;
use crate::model::exit::{Exit, stop};
use crate::quota::Figure;
use crate::store::rows::QuotaRow;

/// More groups than these below their rate are counted on stderr; the document names them all.
const NAMED: usize = 20;

/// The answer of `--check`, as the document has it.
#[derive(Debug, Serialize)]
pub struct Verdict {
    /// Whether the command ends with 0.
    ok: bool,
    at_least: f64,
    /// The totals, or with `--each` the groups, whose rate is too low.
    failing: Vec<Failing>,
    /// The quotas that nobody owes: neither met nor missed.
    nobody: Vec<&'static str>,
}

#[derive(Debug, Serialize)]
struct Failing {
    r#for: &'static str,
    /// The group; null for the total.
    place: Option<String>,
    #[serde(skip)]
    group: Option<Name>,
    required: i64,
    met: i64,
    rate: f64,
}

impl Verdict {
    /// Where one is asked for. Errors: each group of a kind that owes nothing (exit 2).
    pub fn of(args: &Args) -> anyhow::Result<Option<Verdict>> {
        if args.each && args.by == Some(By::Programme) {
            return Err(stop(Exit::Usage, text::programmes_owe_nothing()));
        }
        let wanted = args.at_least.filter(|_| args.check);
        Ok(wanted.map(|at_least| Verdict { ok: true, at_least, failing: Vec::new(), nobody: Vec::new() }))
    }

    /// Judges one quota: each group that owes anything, or the total.
    pub fn judge(&mut self, args: &Args, quota: &QuotaRow, groups: &[Group], total: &Figure, analysis: &mut Analysis) {
        let (at_least, name) = (self.at_least, name_of(quota));
        let Some(rate) = total.rate() else {
            self.nobody.push(whose(quota));
            self.ok &= !args.strict;
            analysis.warnings.push(if args.strict { text::no_rate_strict(&name) } else { text::rate_of_nobody(&name) });
            return;
        };
        let failing = |group: Option<&Name>, figure: &Figure| {
            let rate = figure.rate().filter(|rate| *rate < at_least)?;
            let place = group.and_then(Name::code).map(str::to_owned);
            let (group, required, met) = (group.cloned(), figure.required, figure.met);
            Some(Failing { r#for: whose(quota), place, group, required, met, rate })
        };
        let found: Vec<Failing> = if args.each {
            groups.iter().filter_map(|(group, figure)| failing(Some(group), figure)).collect()
        } else {
            failing(None, total).into_iter().collect()
        };
        for one in found.iter().take(NAMED) {
            analysis.warnings.push(match &one.group {
                Some(group) => text::group_below(&name, group, percent(one.rate), percent(at_least)),
                None => text::rate_below(&name, percent(rate), percent(at_least)),
            });
        }
        if found.len() > NAMED {
            analysis.warnings.push(text::more_below(&name, found.len() - NAMED));
        }
        self.ok &= found.is_empty();
        self.failing.extend(found);
    }

    /// Writes the answer into the document, and decides how the command ends.
    pub fn conclude(self, analysis: &mut Analysis) -> anyhow::Result<()> {
        analysis.exit = (!self.ok).then_some(Exit::Partly);
        analysis.key("check", self)
    }
}

fn percent(rate: f64) -> String {
    format!("{:.1}%", rate * 100.0)
}
