//! Expands this program's own functions in a predicate to SQL: `missing('phone')` and `over_household_cap(3)` read the
//! need's fields, which an SQL function cannot. Knows SQL's tokens; its grammar is checked by SQLite.

use std::ops::Range;

use super::{is_field, near};
use crate::lang::rules as text;
use crate::model::rule::Predicate;

/// What is not allowed in a predicate, and where it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PredicateError {
    /// The byte offset in the predicate as the file has it.
    pub at: usize,
    pub message: String,
}

/// Words that begin another statement or a subquery: a rule may read only the need that it decides on.
const FORBIDDEN: &[&str] = &[
    "select",
    "values",
    "with",
    "recursive",
    "from",
    "table",
    "union",
    "intersect",
    "except",
    "over",
    "window",
    "filter",
    "insert",
    "update",
    "delete",
    "replace into",
    "drop",
    "create",
    "alter",
    "attach",
    "detach",
    "pragma",
    "vacuum",
    "begin",
    "commit",
    "rollback",
    "exists",
    "match",
    "raise",
    "collate",
];

/// Expands a predicate. Errors: the predicate, with what is not allowed in it.
pub fn expand(written: String, line: usize) -> Result<Predicate, (Predicate, PredicateError)> {
    let mut predicate = Predicate { written, line, ..Predicate::default() };
    match expand_into(&mut predicate) {
        Ok(()) => Ok(predicate),
        Err(slip) => Err((predicate, slip)),
    }
}

/// The longest predicate, in bytes: the time limit is checked only between predicates.
const LONGEST: usize = 8000;

fn expand_into(predicate: &mut Predicate) -> Result<(), PredicateError> {
    let Predicate { written, sql, parts, .. } = predicate;
    if written.len() > LONGEST {
        return Err(PredicateError { at: 0, message: text::predicate_too_long(LONGEST) });
    }
    let tokens = tokens(written)?;
    if tokens.is_empty() {
        return Err(PredicateError { at: 0, message: text::predicate_empty() });
    }
    let mut open = Vec::new();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let word = &written[token.range.clone()];
        let is = |place: usize, kind: Kind| tokens.get(at + place).is_some_and(|token| token.kind == kind);
        let copy = |sql: &mut String, parts: &mut Vec<(usize, usize)>, from: &str| {
            parts.push((sql.len(), token.range.start));
            sql.push_str(from);
            sql.push(' ');
        };
        match token.kind {
            Kind::Word if FORBIDDEN.iter().any(|one| one.eq_ignore_ascii_case(word)) => {
                return Err(PredicateError {
                    at: token.range.start,
                    message: text::one_need_only(word.to_uppercase()),
                });
            }
            Kind::Word | Kind::Quoted if is_row_id(word) => {
                let message = text::unknown_field(word, near(word));
                return Err(PredicateError { at: token.range.start, message });
            }
            Kind::Word if word.eq_ignore_ascii_case("missing") && is(1, Kind::Open) => {
                let slip = |at| PredicateError { at, message: text::missing_wants_field() };
                let named = tokens.get(at + 2).ok_or_else(|| slip(token.range.start))?;
                let field = written[named.range.clone()].trim_matches(['\'', '"']);
                if !matches!(named.kind, Kind::Text | Kind::Quoted | Kind::Word) || !is(3, Kind::Close) {
                    return Err(slip(named.range.start));
                }
                if !is_field(field) {
                    let message = text::unknown_field(field, near(field));
                    return Err(PredicateError { at: named.range.start, message });
                }
                copy(sql, parts, &format!("({field} IS NULL)"));
                at += 4;
                continue;
            }
            Kind::Word if word.eq_ignore_ascii_case("over_household_cap") && is(1, Kind::Open) => {
                copy(sql, parts, "(household_rank >");
                open.push(token.range.start);
                at += 2;
                continue;
            }
            Kind::Open => open.push(token.range.start),
            Kind::Close if open.pop().is_none() => {
                return Err(PredicateError { at: token.range.start, message: text::closes_nothing() });
            }
            Kind::End => return Err(PredicateError { at: token.range.start, message: text::one_expression() }),
            Kind::Parameter => return Err(PredicateError { at: token.range.start, message: text::no_parameters() }),
            Kind::Word | Kind::Quoted | Kind::Text | Kind::Close | Kind::Other => {}
        }
        copy(sql, parts, word);
        at += 1;
    }
    match open.pop() {
        Some(at) => Err(PredicateError { at, message: text::never_closed() }),
        None => Ok(()),
    }
}

/// Whether a name is that of the need's row, which the question around a predicate has, and which is no field.
fn is_row_id(word: &str) -> bool {
    word.trim_matches(['"', '`', '[', ']']).eq_ignore_ascii_case("id")
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Word,
    /// A name in `"…"`, `` `…` `` or `[…]`.
    Quoted,
    /// A text in `'…'`.
    Text,
    Open,
    Close,
    /// `;`
    End,
    Parameter,
    Other,
}

struct Token {
    kind: Kind,
    range: Range<usize>,
}

/// The tokens, without blanks and comments. Errors: an unterminated string or comment.
fn tokens(text: &str) -> Result<Vec<Token>, PredicateError> {
    let (mut tokens, mut at) = (Vec::new(), 0);
    while let Some(first) = text[at..].chars().next() {
        let rest = &text[at..];
        let until = |end: &str| {
            let found = rest[1..].find(end).map(|place| place + 1 + end.len());
            found.ok_or_else(|| PredicateError { at, message: self::text::never_ends() })
        };
        let (kind, length) = match first {
            _ if first.is_whitespace() => (None, first.len_utf8()),
            '-' if rest.starts_with("--") => (None, rest.find('\n').unwrap_or(rest.len())),
            '/' if rest.starts_with("/*") => (None, until("*/")?),
            '\'' => (
                Some(Kind::Text),
                quoted(rest, '\'').ok_or_else(|| PredicateError { at, message: self::text::never_ends() })?,
            ),
            '"' | '`' => {
                let length =
                    quoted(rest, first).ok_or_else(|| PredicateError { at, message: self::text::never_ends() })?;
                (Some(Kind::Quoted), length)
            }
            '[' => (Some(Kind::Quoted), until("]")?),
            '(' => (Some(Kind::Open), 1),
            ')' => (Some(Kind::Close), 1),
            ';' => (Some(Kind::End), 1),
            '?' | ':' | '@' | '#' | '$' => (Some(Kind::Parameter), 1),
            _ if first.is_alphanumeric() || first == '_' => {
                let belongs = |c: &char| c.is_alphanumeric() || matches!(c, '_' | '.' | '$');
                (Some(Kind::Word), rest.chars().take_while(belongs).map(char::len_utf8).sum())
            }
            // Operators of two characters.
            _ if ["<=", ">=", "<>", "!=", "==", "||", "<<", ">>", "->"].iter().any(|it| rest.starts_with(it)) => {
                (Some(Kind::Other), 2)
            }
            _ => (Some(Kind::Other), first.len_utf8()),
        };
        if let Some(kind) = kind {
            tokens.push(Token { kind, range: at..at + length });
        }
        at += length;
    }
    Ok(tokens)
}

/// The length of the quoted token at the start, in which a doubled quote stands for one.
fn quoted(text: &str, quote: char) -> Option<usize> {
    let mut at = 1;
    loop {
        at += text[at..].find(quote)? + 1;
        if !text[at..].starts_with(quote) {
            return Some(at);
        }
        at += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn out(written: &str) -> Result<String, usize> {
        expand(written.to_owned(), 1).map(|it| it.sql.trim_end().to_owned()).map_err(|(_, slip)| slip.at)
    }

    #[test]
    fn own_functions_are_expanded() {
        assert_eq!(out("missing('phone') AND NOT near_duplicate").unwrap(), "(phone IS NULL) AND NOT near_duplicate");
        assert_eq!(out("over_household_cap(1 + 2)").unwrap(), "(household_rank > 1 + 2 )");
        assert_eq!(out("content LIKE '%missing(''phone'')%' -- why").unwrap(), "content LIKE '%missing(''phone'')%'");
        assert_eq!(out("a<=b||c").unwrap(), "a <= b || c");
    }

    #[test]
    fn predicate_that_is_not_one_expression_is_refused_with_its_place() {
        assert_eq!(out("1); drop table need"), Err(1));
        assert_eq!(out("budget>3) OR (1"), Err(8));
        assert_eq!(out("budget > (3"), Err(9));
        assert_eq!(out("1; drop table need"), Err(1));
        assert_eq!(out("wisher IN (SELECT name FROM member)"), Err(11));
        assert_eq!(out("missing('fone')"), Err(8));
        assert_eq!(out("missing()"), Err(8));
        assert_eq!(out("content = 'open"), Err(10));
        assert_eq!(out("1 /* open"), Err(2));
        assert_eq!(out("budget > ?1"), Err(9));
        assert_eq!(out("  "), Err(0));
    }

    #[test]
    fn sql_offset_maps_to_the_written_offset() {
        let predicate = expand("missing('phone')   AND  fone".to_owned(), 1).unwrap();
        let at = predicate.sql.find("fone").unwrap();
        assert_eq!(predicate.written_at(at), "missing('phone')   AND  ".len());
        assert_eq!(predicate.written_at(0), 0);
    }
}
