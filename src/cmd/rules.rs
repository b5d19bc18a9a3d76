//! `rules`: tries a file of rules, and lists the fields and functions that rules may use.

use std::collections::HashSet;

use serde::Serialize;

use crate::desk::answer::AnswerArgs;
use crate::desk::{Context, needs, place, ruling};
use crate::lang::{self, rules as text, word};
use crate::model::code::Code;
use crate::model::exit::Exit;
use crate::model::fields::{self, FieldDef, InRules};
use crate::model::place::PlacePath;
use crate::model::rule::{Rules, Then};
use crate::output::{Cell, Sheet};
use crate::privacy;
use crate::rules;
use crate::store::Session;
use crate::store::place::Places;
use crate::store::rules::{FUNCTIONS, Limits, Ruled, Scope};
use crate::store::{find, setting};

/// Try rules, and list what they may use
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(subcommand)]
    pub what: What,
}

#[derive(Debug, clap::Subcommand)]
pub enum What {
    Test(TestArgs),
    Fields(FieldsArgs),
}

/// Count the waiting needs that each rule decides on and matches, with five examples; change nothing
#[derive(Debug, clap::Args)]
pub struct TestArgs {
    /// The file of rules
    #[arg(value_name = "FILE")]
    pub file: String,
    /// Only needs in this place
    #[arg(long, value_name = "PLACE")]
    pub place: Option<PlacePath>,
    /// Only these needs
    #[arg(long, value_name = "CODE", num_args = 1..)]
    pub only: Vec<Code>,
    /// Stop the rules after this many seconds
    #[arg(long, value_name = "SECONDS", default_value = "60", value_parser = clap::value_parser!(u64).range(1..=86_400))]
    pub time_limit: u64,
    #[command(flatten)]
    pub answer: AnswerArgs,
}

/// List the fields of a need and the functions that rules may use
#[derive(Debug, clap::Args)]
pub struct FieldsArgs {
    #[command(flatten)]
    pub answer: AnswerArgs,
}

/// The number of examples for each rule.
const EXAMPLES: usize = 5;

#[derive(Debug, Serialize)]
struct Document {
    checked: usize,
    rules: Vec<RuleJson>,
}

#[derive(Debug, Serialize)]
struct RuleJson {
    /// `None` for needs that no rule matches.
    name: Option<String>,
    then: &'static str,
    /// Needs that it decides on, because no rule before it matches them.
    decides: u64,
    /// Needs that it matches, whatever the rules before it decide.
    fits: Option<u64>,
    examples: Vec<ExampleJson>,
}

#[derive(Debug, Serialize)]
struct ExampleJson {
    code: String,
    text: String,
    reason: Option<String>,
}

pub fn run(args: &Args, context: &Context) -> anyhow::Result<Exit> {
    match &args.what {
        What::Test(args) => test(args, context),
        What::Fields(args) => fields(args, context),
    }
}

fn test(args: &TestArgs, context: &Context) -> anyhow::Result<Exit> {
    args.answer.check()?;
    let rules = rules::read(&args.file)?;
    let store = context.open()?;
    let reading = store.read()?;
    let mut scope = Scope::default();
    if args.place.is_some() {
        let places = Places::load(&reading)?;
        let wider = place(&places, setting::office_place(&reading)?, args.place.as_ref())?;
        scope.places = Some(places.ids().filter(|id| places.is_within(*id, wider)).collect());
    }
    if !args.only.is_empty() {
        let ids: HashSet<i64> = needs::needs(&reading, &args.only)?.iter().map(|need| need.id).collect();
        scope.needs = Some(ids);
    }
    let limits = Limits::of_seconds(args.time_limit);
    let (ruled, fits) = ruling::ask(context, &reading, (&args.file, &rules), (&scope, limits), |asking| {
        Ok(match (asking.ruled()?, asking.fitting()?) {
            (Ok(ruled), Ok(fits)) => Ok((ruled, fits)),
            (Err(trouble), _) | (_, Err(trouble)) => Err(trouble),
        })
    })?;
    let mut document = Document { checked: ruled.len(), rules: empty(&rules, &fits) };
    for one in ruled {
        let caught = &mut document.rules[one.rule.unwrap_or(rules.rules.len())];
        caught.decides += 1;
        if caught.examples.len() < EXAMPLES {
            caught.examples.push(example(&reading, one)?);
        }
    }
    args.answer.write(&sheet(&document), &document, context)?;
    Ok(Exit::Done)
}

fn empty(rules: &Rules, fits: &[u64]) -> Vec<RuleJson> {
    let rule = |name, then: Then, fits| RuleJson { name, then: then.code(), decides: 0, fits, examples: Vec::new() };
    let named = rules.rules.iter().zip(fits).map(|(one, fits)| rule(Some(one.name.clone()), one.then, Some(*fits)));
    named.chain([rule(None, rules.default, None)]).collect()
}

fn example(session: &Session, ruled: Ruled) -> anyhow::Result<ExampleJson> {
    let need = find::need_by_id(session, ruled.id)?;
    let text = [need.title.as_deref(), need.content.as_deref()];
    let text: Vec<&str> = text.into_iter().flatten().collect();
    let text = privacy::mask_text(&text.join(" "));
    Ok(ExampleJson { code: need.code.to_string(), text, reason: ruled.reason })
}

fn sheet(document: &Document) -> Sheet {
    let mut sheet = Sheet::new(text::rules_headers());
    sheet.title = Some(text::rules_title(document.checked));
    let count = |count: u64| Cell::Count(i64::try_from(count).unwrap_or(i64::MAX));
    for rule in &document.rules {
        let then = Then::of(rule.then).map(|then| word(then.zh(), then.code())).unwrap_or_default();
        let examples: Vec<String> = rule.examples.iter().map(|one| format!("{} {}", one.code, one.text)).collect();
        sheet.rows.push(vec![
            Cell::text_of(rule.name.clone().unwrap_or_else(text::no_rule)),
            Cell::text_of(then),
            count(rule.decides),
            rule.fits.map_or(Cell::Blank, count),
            Cell::text_of(examples.join("\n")),
        ]);
    }
    sheet
}

fn fields(args: &FieldsArgs, context: &Context) -> anyhow::Result<Exit> {
    #[derive(Serialize)]
    struct FieldJson {
        field: &'static str,
        meaning: &'static str,
    }
    let field = |(def, rules): &(&FieldDef, InRules)| FieldJson {
        field: def.code,
        meaning: lang::pick(rules.meaning.zh, rules.meaning.en),
    };
    let fields: Vec<FieldJson> = fields::in_rules().iter().map(field).collect();
    let mut sheet = Sheet::new(text::fields_headers());
    for one in &fields {
        sheet.rows.push(vec![Cell::text_of(one.field), Cell::text_of(one.meaning)]);
    }
    for (example, meaning) in text::predicates() {
        sheet.rows.push(vec![Cell::text_of(example), Cell::text_of(meaning)]);
    }
    sheet.foot.push(text::functions(FUNCTIONS.join(lang::comma())));
    args.answer.write(&sheet, &serde_json::json!({"fields": fields, "functions": FUNCTIONS}), context)?;
    Ok(Exit::Done)
}
