//! Reads a file of rules: their names, their predicates with this program's own functions expanded, their reasons.
//! Knows TOML and SQL's tokens; whether a predicate is valid SQL is for SQLite to decide, see `store::rules`.

mod predicate;

use std::collections::HashSet;

use anyhow::Context;
use serde::Deserialize;
use toml::Spanned;

pub use self::predicate::PredicateError;
use crate::lang::rules as text;
use crate::model::exit::{Exit, stop};
use crate::model::rule::{FIELDS, Predicate, Reason, Rule, Rules, Then};
use crate::model::small_file;
use crate::similar;

/// The most rules that a file may have: all of them go into one SQL statement.
const MOST: usize = 500;

/// The file as TOML.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    /// What happens to needs that no rule matches: a word, or a table with a reason.
    #[serde(default)]
    default: Option<Spanned<Default>>,
    #[serde(default, alias = "rules")]
    rule: Vec<Spanned<WrittenRule>>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Default {
    Word(String),
    Table(WrittenDefault),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenDefault {
    then: String,
    reason: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenRule {
    name: String,
    when: Spanned<String>,
    then: String,
    reason: Option<String>,
}

/// Reads a file of rules.
///
/// Errors (exit 3), each with file and line: a file that cannot be read or is not TOML, an incomplete rule, two rules
/// with one name, an unknown word, a reason that is missing or names an unknown field, a predicate that is not allowed.
pub fn read(path: &str) -> anyhow::Result<Rules> {
    let unreadable = |cause: std::io::Error| match cause.kind() {
        std::io::ErrorKind::FileTooLarge => refused(text::too_large(path)),
        std::io::ErrorKind::NotFound => refused(crate::lang::lists::no_such_file(path)),
        _ => refused(text::cannot_read(path)),
    };
    let bytes = small_file::read(path, small_file::BY_HAND).map_err(unreadable)?;
    let wrong = std::str::from_utf8(&bytes).err().map_or(1, |cause| line_at_byte(&bytes, cause.valid_up_to()));
    let written = small_file::text(bytes).map_err(|_| refused(text::not_utf8(path, wrong)))?;
    of_text(path, &written)
}

/// Parses the text of a file of rules; errors call it `file`.
pub fn of_text(file: &str, written: &str) -> anyhow::Result<Rules> {
    let line = |at: usize| line_at_byte(written.as_bytes(), at);
    let read: Written = toml::from_str(written).map_err(|cause| {
        let place = cause.span().map_or(1, |span| line(span.start));
        refused(text::no_rules_file(file, place, text::toml_says(cause.message())))
    })?;
    if read.rule.is_empty() && read.default.is_none() {
        return Err(refused(text::no_rules(file)));
    }
    if read.rule.len() > MOST {
        return Err(refused(text::too_many_rules(file, MOST)));
    }
    let mut names = HashSet::new();
    let mut rules = Vec::with_capacity(read.rule.len());
    for written_rule in read.rule {
        let at = Place { file, line: line(written_rule.span().start) };
        let rule = written_rule.into_inner();
        let name = rule.name.trim().to_owned();
        if name.is_empty() {
            return Err(refused(text::rule_without_name(at.file, at.line)));
        }
        if !names.insert(name.clone()) {
            return Err(refused(text::rule_twice(at.file, at.line, name)));
        }
        let then = at.then(&rule.then, &name)?;
        let reason = at.reason(rule.reason.as_deref(), then, &name)?;
        let span = rule.when.span();
        let opening = written.get(span.start..).unwrap_or_default();
        // A multi-line string begins after the line break that follows its opening quotes.
        let skipped =
            usize::from(["\"\"\"\n", "'''\n", "\"\"\"\r\n", "'''\r\n"].iter().any(|it| opening.starts_with(it)));
        let when = predicate::expand(rule.when.into_inner(), line(span.start) + skipped)
            .map_err(|(predicate, slip)| refused(render_slip(file, &name, &predicate, slip.at, &slip.message)))?;
        rules.push(Rule { name, when, then, reason });
    }
    let (default, default_reason) = match read.default {
        None => (Then::Hold, Reason::default()),
        Some(default) => {
            let at = Place { file, line: line(default.span().start) };
            let (word, reason) = match default.into_inner() {
                Default::Word(word) => (word, None),
                Default::Table(table) => (table.then, table.reason),
            };
            let then = at.then(&word, "default")?;
            (then, at.reason(reason.as_deref(), then, "default")?)
        }
    };
    Ok(Rules { rules, default, default_reason })
}

struct Place<'f> {
    file: &'f str,
    line: usize,
}

impl Place<'_> {
    fn then(&self, word: &str, rule: &str) -> anyhow::Result<Then> {
        let allowed: Vec<&str> = Then::ALL.iter().map(|then| then.code()).collect();
        Then::of(word.trim())
            .with_context(|| text::unknown_then(self.file, self.line, rule, word, allowed.join(", ")))
            .map_err(|cause| refused(format!("{cause:#}")))
    }

    fn reason(&self, written: Option<&str>, then: Then, rule: &str) -> anyhow::Result<Reason> {
        let written = written.map(str::trim).unwrap_or_default();
        if written.is_empty() && then.wants_reason() {
            return Err(refused(text::reason_missing(self.file, self.line, rule, then)));
        }
        let mut reason = Reason::default();
        let mut rest = written;
        while let Some((before, after)) = rest.split_once('{') {
            let Some((field, after)) = after.split_once('}') else {
                return Err(refused(text::reason_brace(self.file, self.line, rule)));
            };
            let field = field.trim();
            if !FIELDS.contains(&field) {
                return Err(refused(text::reason_field(self.file, self.line, rule, field, near(field))));
            }
            reason.parts.push((before.to_owned(), Some(field.to_owned())));
            rest = after;
        }
        if !rest.is_empty() {
            reason.parts.push((rest.to_owned(), None));
        }
        Ok(reason)
    }
}

/// The message for an error in a predicate: the rule, the line, and a caret below the place.
pub fn render_slip(file: &str, rule: &str, predicate: &Predicate, at: usize, message: &str) -> String {
    let written = &predicate.written;
    let mut at = at.min(written.len());
    while !written.is_char_boundary(at) {
        at -= 1;
    }
    let begin = written[..at].rfind('\n').map_or(0, |before| before + 1);
    let line = written[begin..].lines().next().unwrap_or_default();
    let column = unicode_width::UnicodeWidthStr::width(&written[begin..at]);
    let row = predicate.line + written[..begin].matches('\n').count();
    format!("{}\n  {line}\n  {}^", text::slip(file, row, rule, message), " ".repeat(column))
}

/// A hint for an unknown field: the fields with the most similar names, as a part of a sentence.
pub fn near(word: &str) -> String {
    let near = similar::near(word, FIELDS.iter().copied(), 3);
    if near.is_empty() { text::see_fields() } else { text::near_fields(near.join(crate::lang::comma())) }
}

/// Whether a word is a field that rules may use.
pub fn is_field(word: &str) -> bool {
    FIELDS.iter().any(|field| field.eq_ignore_ascii_case(word))
}

fn line_at_byte(text: &[u8], at: usize) -> usize {
    1 + text[..at.min(text.len())].iter().filter(|byte| **byte == b'\n').count()
}

fn refused(message: String) -> anyhow::Error {
    stop(Exit::Refused, message)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fails(written: &str) -> String {
        format!("{:#}", of_text("r.toml", written).unwrap_err())
    }

    #[test]
    fn rules_are_read_in_order_with_their_reasons() {
        let rules = of_text(
            "r.toml",
            "default = \"pass\"\n[[rule]]\nname = \"a\"\nwhen = \"budget > 3\"\nthen = \"reject\"\n\
             reason = \"{budget} 元，超过上限\"\n",
        )
        .unwrap();
        assert_eq!((rules.default, rules.rules[0].then), (Then::Pass, Then::Reject));
        let parts = [(String::new(), Some("budget".to_owned())), (" 元，超过上限".to_owned(), None)];
        assert_eq!(rules.rules[0].reason.parts, parts);
        let table = of_text("r.toml", "default = { then = \"needs_info\", reason = \"补充\" }").unwrap();
        assert_eq!(table.default, Then::NeedsInfo);
    }

    #[test]
    fn errors_name_file_line_and_rule() {
        let rule = |more: &str| format!("\n[[rule]]\nname = \"甲\"\nwhen = \"1\"\nthen = \"hold\"\n{more}");
        assert!(fails(&format!("{}{}", rule(""), rule(""))).contains('7'), "the second rule of that name");
        assert!(fails("[[rule]]\nname = \"甲\"\nwhen = \"1\"\nthen = \"perhaps\"").contains("needs_info"));
        assert!(fails("[[rule]]\nname = \"甲\"\nwhen = \"1\"\nthen = \"reject\"").contains("甲"));
        assert!(fails(&rule("reason = \"{fone}\"")).contains("phone"));
        assert!(fails(&rule("reason = \"{phone\"")).contains("甲"));
        assert!(fails(&rule("colour = 3")).contains("r.toml"));
        assert!(fails("x = ").contains("r.toml"));
        assert!(!fails("").is_empty());
    }

    #[test]
    fn caret_is_below_the_error_also_after_wide_characters() {
        let message = fails(
            "[[rule]]\nname = \"甲\"\nwhen = \"\"\"\ncontent = '轮椅' AND\n  content = '轮椅' AND missing('fone')\"\"\"\nthen = \"hold\"",
        );
        let lines: Vec<&str> = message.lines().collect();
        assert!(lines[0].contains('5'), "{message}");
        assert_eq!(lines[2].find('^'), Some(2 + 2 + "content = ".len() + 6 + " AND missing(".len()), "{message}");
    }
}
