//! Rules over the needs that wait: one statement that reads, behind an authorizer that lets a predicate see nothing but
//! the fields of its need. The only SQL that is put together at run time; each predicate is prepared alone first.

mod need_functions;
mod text_functions;

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, LazyLock, Mutex, PoisonError};
use std::time::{Duration, Instant};

use anyhow::Context as _;
use rusqlite::hooks::{AuthAction, AuthContext, Authorization};
use rusqlite::limits::Limit;
use rusqlite::{Error, Statement, named_params};

use self::need_functions::{CLOCK, OUR_FUNCTIONS, add_clock, add_functions};
use self::text_functions::{TEXT_FUNCTIONS, add_text_functions};
use super::neighbours::Standing;
use super::place::Places;
use super::setting;
use crate::model::code::Code;
use crate::model::day::Day;
use crate::model::fields::{self, Parse};
use crate::model::rule::{FIELDS, Reason, Rule, Rules};
use crate::store::Session;

/// Functions of SQLite that a predicate may use: they depend on nothing but what they are given, and make nothing large.
pub const FUNCTIONS: &[&str] = &[
    "abs",
    "coalesce",
    "glob",
    "if",
    "ifnull",
    "iif",
    "instr",
    "length",
    "like",
    "lower",
    "ltrim",
    "max",
    "min",
    "nullif",
    "replace",
    "round",
    "rtrim",
    "substr",
    "substring",
    "trim",
    "typeof",
    "upper",
];

/// What rules may take of the machine: time, memory, and what one step can take.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    pub time: Duration,
    /// The longest text that a predicate may make, in bytes: what one function can take is bounded by it, which nothing
    /// interrupts; and, as a predicate is short, all that it can hold at once.
    pub value: i32,
    /// The longest pattern of a LIKE or GLOB, in bytes, for the same reason.
    pub pattern: i32,
}

impl Limits {
    pub fn of_seconds(seconds: u64) -> Limits {
        Limits { time: Duration::from_secs(seconds), value: 1 << 17, pattern: 200 }
    }
}

/// Steps of the engine between two looks at the clock.
pub const STEPS: i32 = 50;

/// Which of the needs that wait are asked about.
#[derive(Debug, Clone, Default)]
pub struct Scope {
    /// Places, with all below them.
    pub places: Option<HashSet<i64>>,
    pub needs: Option<HashSet<i64>>,
}

/// What is known of a need besides its own record.
#[derive(Debug, Clone, Default)]
pub struct Fact {
    pub standing: Standing,
    /// The code of the earlier need that says nearly the same, and whether it is of the same wisher.
    pub near: Option<(String, bool)>,
}

/// What is known besides the records, and how a text is looked through.
#[derive(Clone)]
pub struct Known {
    pub facts: Arc<HashMap<i64, Fact>>,
    pub is_private: fn(&str, Option<&str>) -> bool,
    /// How a field is written in a reason: private ones are masked.
    pub in_reason: fn(&str, &str) -> String,
}

/// What the rules say of a need.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ruled {
    pub id: i64,
    pub code: Code,
    /// The rule that fits first; none where none does.
    pub rule: Option<usize>,
    pub reason: Option<String>,
}

/// Why rules could not be asked; nothing was changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// A predicate is not valid; `at` is a byte of its SQL.
    Slip { rule: usize, at: usize, wrong: Wrong },
    /// It is one, and failed.
    Failed { rule: usize, failure: Failure },
    /// All of them together took too long.
    TooSlow { seconds: u64 },
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wrong {
    Field(String),
    Function(String),
    Table(String),
    NotAllowed,
    Says(String),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    TooBig,
    Says(String),
}

/// Whether a rule speaks of one of these fields.
pub fn speaks_of(rules: &Rules, fields: &[&str]) -> bool {
    let words = |text: &str| -> bool {
        let mut words = text.split(|c: char| !c.is_ascii_alphanumeric() && c != '_');
        words.any(|word| fields.iter().any(|field| field.eq_ignore_ascii_case(word)))
    };
    let reasons = rules.rules.iter().map(|rule| &rule.reason).chain([&rules.default_reason]);
    rules.rules.iter().any(|rule| words(&rule.when.sql))
        || fields_of(reasons).iter().any(|field| fields.contains(&field.as_str()))
}

/// Rules that were found to be sound, ready to be asked.
pub struct Asking<'a> {
    session: &'a Session,
    rules: &'a Rules,
    limits: Limits,
    today: Day,
    in_use: Option<i64>,
    in_reason: fn(&str, &str) -> String,
    begun: Instant,
    /// How long a text may be for all but rules, SQL too.
    length: i32,
}

/// Looks at every predicate alone, then lets `ask` ask; afterwards the connection is as it was before.
pub fn with<T>(
    session: &Session,
    rules: &Rules,
    (scope, known): (&Scope, &Known),
    (today, limits): (Day, Limits),
    ask: impl FnOnce(&Asking<'_>) -> anyhow::Result<Result<T, Trouble>>,
) -> anyhow::Result<Result<T, Trouble>> {
    let in_use = setting::campaign_in_use(session)?;
    let begun = Instant::now();
    let places = Places::load(session)?;
    let length = session.connection().limit(Limit::SQLITE_LIMIT_LENGTH)?;
    let asking = Asking { session, rules, limits, today, in_use, in_reason: known.in_reason, begun, length };
    let pattern = session.connection().limit(Limit::SQLITE_LIMIT_LIKE_PATTERN_LENGTH)?;
    add_functions(session, scope, known, places, today)?;
    add_text_functions(session, limits.value)?;
    add_clock(session, begun + limits.time)?;
    session.connection().set_limit(Limit::SQLITE_LIMIT_LENGTH, limits.value)?;
    session.connection().set_limit(Limit::SQLITE_LIMIT_LIKE_PATTERN_LENGTH, limits.pattern)?;
    session.connection().progress_handler(STEPS, Some(move || begun.elapsed() >= limits.time))?;
    let asked = asking.check().and_then(|sound| match sound {
        Ok(()) => ask(&asking),
        Err(trouble) => Ok(Err(trouble)),
    });
    session.connection().progress_handler(0, None::<fn() -> bool>)?;
    session.connection().set_limit(Limit::SQLITE_LIMIT_LENGTH, length)?;
    session.connection().set_limit(Limit::SQLITE_LIMIT_LIKE_PATTERN_LENGTH, pattern)?;
    for (name, arguments) in OUR_FUNCTIONS.iter().chain(TEXT_FUNCTIONS) {
        session.connection().remove_function(*name, *arguments)?;
    }
    asked
}

/// What every question begins with: the fields of the needs that wait. Those that are columns as they are come from the
/// registry; the rest is in the SQL.
static FIELDS_OF_NEEDS: LazyLock<String> = LazyLock::new(|| {
    let mut stored = String::new();
    let need = fields::Table::named("need").into_iter();
    for (column, def) in need
        .flat_map(fields::Table::columns)
        .filter(|(column, def)| column.refers.is_none() && def.parse != Parse::Money)
    {
        if def.rules.is_some() {
            stored.push_str(&format!("need.{} AS {},\n    ", column.name, def.code));
        }
    }
    include_str!("schema/rule_need.sql").replace("/* stored fields */", stored.trim_end())
});

impl Asking<'_> {
    /// What the rules say of every need, in the order of their ids.
    pub fn ruled(&self) -> anyhow::Result<Result<Vec<Ruled>, Trouble>> {
        let reasons = || self.rules.rules.iter().map(|rule| &rule.reason).chain([&self.rules.default_reason]);
        let fields = fields_of(reasons());
        let reasons: Vec<&Reason> = reasons().collect();
        let mut sql = format!("{}SELECT id, code,\n  CASE\n", *FIELDS_OF_NEEDS);
        for (place, rule) in self.rules.rules.iter().enumerate() {
            sql.push_str(&format!("    WHEN {} THEN {place}\n", asked(rule)));
        }
        sql.push_str(&format!("    ELSE {}\n  END", self.rules.rules.len()));
        if self.rules.rules.is_empty() {
            sql = format!("{}SELECT id, code, 0", *FIELDS_OF_NEEDS);
        }
        for field in &fields {
            sql.push_str(&format!(",\n  CAST({field} AS TEXT)"));
        }
        sql.push_str("\nFROM rule_need\nORDER BY id");
        let read = |row: &rusqlite::Row<'_>| -> rusqlite::Result<Ruled> {
            let place = usize::from(row.get::<_, u16>(2)?);
            let reason = reasons[place];
            let mut reason_text = String::new();
            for (text, field) in &reason.parts {
                reason_text.push_str(text);
                let at = field.as_ref().and_then(|field| fields.iter().position(|known| known == field));
                if let (Some(at), Some(field)) = (at, field) {
                    let value: Option<String> = row.get(at + 3)?;
                    reason_text
                        .push_str(&value.map_or_else(|| "—".to_owned(), |value| (self.in_reason)(field, &value)));
                }
            }
            let rule = (place < self.rules.rules.len()).then_some(place);
            Ok(Ruled {
                id: row.get(0)?,
                code: row.get(1)?,
                rule,
                reason: (!reason_text.is_empty()).then_some(reason_text),
            })
        };
        let all = self.guarded(&[CLOCK], || {
            let mut statement = self.prepare(&sql)?;
            let today = self.today.to_string();
            let rows = statement.query_map(named_params! {":today": today, ":in_use": self.in_use}, read)?;
            rows.collect::<Result<Vec<_>, _>>()
        });
        self.answer(all)
    }

    /// How many of the needs each rule fits, whatever the rules before it say.
    pub fn fitting(&self) -> anyhow::Result<Result<Vec<u64>, Trouble>> {
        if self.rules.rules.is_empty() {
            return Ok(Ok(Vec::new()));
        }
        let counts: Vec<String> =
            self.rules.rules.iter().map(|rule| format!("count(*) FILTER (WHERE {})", asked(rule))).collect();
        let sql = format!("{}SELECT {}\nFROM rule_need", *FIELDS_OF_NEEDS, counts.join(",\n  "));
        let counted = self.guarded(&["count", CLOCK], || {
            let mut statement = self.prepare(&sql)?;
            let params = named_params! {":today": self.today.to_string(), ":in_use": self.in_use};
            let count = |row: &rusqlite::Row<'_>, place| row.get::<_, i64>(place).map(i64::unsigned_abs);
            statement.query_row(params, |row| (0..counts.len()).map(|place| count(row, place)).collect())
        });
        self.answer(counted)
    }

    /// Prepares every predicate alone.
    fn check(&self) -> anyhow::Result<Result<(), Trouble>> {
        let before = format!("{}SELECT 1\nFROM rule_need\nWHERE (\n", *FIELDS_OF_NEEDS);
        for (rule, one) in self.rules.rules.iter().enumerate() {
            let sql = format!("{before}{}\n)", one.when.sql);
            let (prepared, denied) = self.guarded(&[], || self.prepare(&sql).map(drop));
            let Err(cause) = prepared else { continue };
            let find = |word: &str| place_of(&one.when.sql, word).unwrap_or(0);
            let (at, message) = match &cause {
                Error::SqlInputError { msg, offset, .. } => {
                    (usize::try_from(*offset).ok().and_then(|at| at.checked_sub(before.len())), msg.clone())
                }
                Error::SqliteFailure(_, Some(message)) => (None, message.clone()),
                _ => return Err(cause).context("preparing a rule"),
            };
            let (at, wrong) = match (denied, message.strip_prefix("no such column: ")) {
                (Some(wrong), _) => (place_of(&one.when.sql, wrong.word()).or(at).unwrap_or(0), wrong),
                (None, Some(field)) => {
                    // SQLite guesses at what a name in double quotes was meant to be.
                    let field = field.split(" - should").next().unwrap_or(field);
                    (at.unwrap_or(find(field)), Wrong::Field(field.to_owned()))
                }
                (None, None) => match message.strip_prefix("no such function: ") {
                    Some(name) => (at.unwrap_or(find(name)), Wrong::Function(name.to_owned())),
                    // What is wrong is our own bracket behind it.
                    None if at.is_some_and(|at| at >= one.when.sql.trim_end().len()) => {
                        (one.when.sql.len(), Wrong::Says("incomplete input".to_owned()))
                    }
                    None => (at.unwrap_or(0), Wrong::Says(message)),
                },
            };
            return Ok(Err(Trouble::Slip { rule, at, wrong }));
        }
        Ok(Ok(()))
    }

    /// Prepares a question, which may itself be longer than the texts that it makes.
    fn prepare(&self, sql: &str) -> rusqlite::Result<Statement<'_>> {
        self.session.connection().set_limit(Limit::SQLITE_LIMIT_LENGTH, self.length)?;
        let prepared = self.session.prepare(sql);
        self.session.connection().set_limit(Limit::SQLITE_LIMIT_LENGTH, self.limits.value)?;
        prepared
    }

    /// Does something while the authorizer is set; what it denied last.
    fn guarded<T>(
        &self,
        also: &'static [&'static str],
        act: impl FnOnce() -> rusqlite::Result<T>,
    ) -> (rusqlite::Result<T>, Option<Wrong>) {
        let denied: Arc<Mutex<Option<Wrong>>> = Arc::default();
        let note = Arc::clone(&denied);
        let guard = move |context: AuthContext<'_>| {
            let Some(wrong) = wrong_with(&context, also) else { return Authorization::Allow };
            note.lock().unwrap_or_else(PoisonError::into_inner).get_or_insert(wrong);
            Authorization::Deny
        };
        let set = self.session.connection().authorizer(Some(guard));
        let done = set.and_then(|()| act());
        let lifted = self.session.connection().authorizer(None::<fn(AuthContext<'_>) -> Authorization>);
        let denied = denied.lock().unwrap_or_else(PoisonError::into_inner).take();
        (lifted.and(done), denied)
    }

    /// What was answered, or which rule failed.
    fn answer<T>(&self, (answered, _): (rusqlite::Result<T>, Option<Wrong>)) -> anyhow::Result<Result<T, Trouble>> {
        let cause = match answered {
            Ok(answer) => return Ok(Ok(answer)),
            Err(cause) => cause,
        };
        if self.begun.elapsed() >= self.limits.time {
            return Ok(Err(Trouble::TooSlow { seconds: self.limits.time.as_secs() }));
        }
        let failure = match (cause.sqlite_error_code(), &cause) {
            (Some(rusqlite::ErrorCode::TooBig), _) => Failure::TooBig,
            (_, Error::SqliteFailure(code, Some(message))) if code.extended_code == 1 => Failure::Says(message.clone()),
            _ => return Err(cause).context("asking the rules"),
        };
        Ok(Err(Trouble::Failed { rule: self.failing()?, failure }))
    }

    /// The first rule that fails alone.
    fn failing(&self) -> anyhow::Result<usize> {
        for (place, rule) in self.rules.rules.iter().enumerate() {
            let sql = format!("{}SELECT count(*)\nFROM rule_need\nWHERE {}", *FIELDS_OF_NEEDS, asked(rule));
            let (counted, _) = self.guarded(&["count", CLOCK], || {
                let params = named_params! {":today": self.today.to_string(), ":in_use": self.in_use};
                self.prepare(&sql)?.query_row(params, |row| row.get::<_, i64>(0))
            });
            if counted.is_err() {
                return Ok(place);
            }
        }
        Ok(0)
    }
}

/// A rule's predicate, behind a look at the clock where it may make texts that are long to look through: SQLite itself
/// looks between two needs only.
fn asked(rule: &Rule) -> String {
    let predicate = &rule.when.sql;
    let lower = predicate.to_ascii_lowercase();
    let is_slow = ["replace", "instr", "||"].iter().any(|word| lower.contains(word));
    format!("({}(\n{predicate}\n))", if is_slow { format!("{CLOCK}() AND ") } else { String::new() })
}

impl Wrong {
    fn word(&self) -> &str {
        match self {
            Wrong::Field(word) | Wrong::Function(word) | Wrong::Table(word) => word.split('.').next().unwrap_or(word),
            Wrong::NotAllowed | Wrong::Says(_) => "",
        }
    }
}

/// What a predicate, or the question around it, may not do. What the fields themselves are made of is ours.
fn wrong_with(context: &AuthContext<'_>, also: &[&str]) -> Option<Wrong> {
    let of_ours = context.accessor == Some("rule_need");
    match context.action {
        AuthAction::Select => None,
        AuthAction::Read { .. } if of_ours => None,
        // A table of ours of which no column is asked.
        AuthAction::Read { table_name: "need" | "programme" | "campaign", column_name: "" } => None,
        AuthAction::Read { table_name: "rule_need", column_name } => {
            let known = column_name.is_empty() || column_name == "id" || FIELDS.contains(&column_name);
            (!known).then(|| Wrong::Field(column_name.to_owned()))
        }
        AuthAction::Read { table_name, column_name } => Some(Wrong::Table(if column_name.is_empty() {
            table_name.to_owned()
        } else {
            format!("{table_name}.{column_name}")
        })),
        AuthAction::Function { function_name } => {
            let known = of_ours || FUNCTIONS.contains(&function_name) || also.contains(&function_name);
            (!known).then(|| Wrong::Function(function_name.to_owned()))
        }
        _ => Some(Wrong::NotAllowed),
    }
}

/// The fields that reasons name, each once.
fn fields_of<'r>(reasons: impl Iterator<Item = &'r Reason>) -> Vec<String> {
    let mut fields: Vec<String> = Vec::new();
    for field in reasons.flat_map(|reason| &reason.parts).filter_map(|(_, field)| field.as_ref()) {
        if !fields.contains(field) {
            fields.push(field.clone());
        }
    }
    fields
}

/// Where a word is in a predicate, whatever its case.
fn place_of(sql: &str, word: &str) -> Option<usize> {
    let belongs = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let lower = sql.to_ascii_lowercase();
    let word = word.to_ascii_lowercase();
    lower.match_indices(&word).map(|(at, _)| at).find(|at| {
        !lower[..*at].ends_with(belongs) && !lower[at + word.len()..].starts_with(belongs) && !word.is_empty()
    })
}
