//! The shape of the tree: which module may use which, where SQL is allowed, what the schema checks, how long a file is.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use shuangwei::model::words::{
    ClaimState, Claimant, Counting, Form, Joint, Level, ListKind, MemberClass, NeedKind, NeedState, OrgClass,
    OutsiderType, Progress, Role, Theme,
};

/// The longest file that is still read in one sitting, in lines.
const LONGEST: usize = 600;

fn sources() -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let (mut folders, mut sources) = (vec![root.clone()], Vec::new());
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(&path).unwrap();
                sources.push((path.strip_prefix(&root).unwrap().to_owned(), text));
            }
        }
    }
    sources.sort();
    assert!(sources.len() > 60);
    sources
}

/// The module of a file at the top of the tree: `cmd` of `cmd/claim.rs`, `quota` of `quota.rs`.
fn module(path: &Path) -> String {
    path.components().next().unwrap().as_os_str().to_string_lossy().trim_end_matches(".rs").to_owned()
}

/// A file without its unit tests, which may use anything.
fn without_tests(text: &str) -> &str {
    text.split("\n#[cfg(test)]\nmod tests {").next().unwrap()
}

/// What a module may use (docs/design.md, section 8, and the code map in `lib.rs`).
fn may_use(module: &str) -> &'static [&'static str] {
    match module {
        "model" => &[],
        "lang" => &["model"],
        "figures" | "store" => &["model"],
        "intake" | "matching" | "output" | "privacy" | "quota" | "similar" => &["model", "lang"],
        "publish" => &["model", "lang", "privacy"],
        "rules" => &["model", "lang", "similar"],
        "desk" => &["model", "lang", "intake", "output", "store", "privacy", "quota", "rules", "similar", "publish"],
        "cmd" => &[
            "model", "lang", "intake", "output", "store", "privacy", "quota", "figures", "rules", "similar", "publish",
            "desk", "matching",
        ],
        "cli" => &["model", "lang", "desk", "cmd"],
        other => panic!("{other} is missing from the code map"),
    }
}

/// The first two words after every `crate::` of a text: `store` and `find` of `crate::store::find`.
fn uses(text: &str) -> Vec<(String, String)> {
    let word = |text: &str| text.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect::<String>();
    text.lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .flat_map(|line| line.match_indices("crate::").map(move |(at, found)| &line[at + found.len()..]))
        .map(|rest| {
            let first = word(rest);
            let second = word(rest[first.len()..].trim_start_matches(':'));
            (first, second)
        })
        .filter(|(first, _)| !first.is_empty())
        .collect()
}

#[test]
fn modules_use_only_what_the_code_map_allows() {
    for (path, text) in sources() {
        let own = module(&path);
        if ["main", "lib"].contains(&own.as_str()) {
            continue;
        }
        for (used, _) in uses(without_tests(&text)) {
            assert!(used == own || may_use(&own).contains(&used.as_str()), "{} uses {used}", path.display());
        }
    }
}

#[test]
fn commands_do_not_use_each_other() {
    for (path, text) in sources().into_iter().filter(|(path, _)| path.starts_with("cmd")) {
        let own = path.components().nth(1).unwrap().as_os_str().to_string_lossy().trim_end_matches(".rs").to_owned();
        for (used, command) in uses(without_tests(&text)) {
            assert!(used != "cmd" || command == own, "{} uses cmd::{command}", path.display());
        }
        let text = without_tests(&text);
        assert!(!text.contains("use super::super::"), "{} reaches for its neighbours", path.display());
    }
}

#[test]
fn sql_exists_in_the_store_only() {
    for (path, text) in sources().into_iter().filter(|(path, _)| !path.starts_with("store")) {
        let text = without_tests(&text);
        for sql in [
            "SELECT ",
            "INSERT INTO",
            "UPDATE ",
            "DELETE FROM",
            "PRAGMA ",
            "CREATE TABLE",
            ".prepare(",
            ".execute(",
            ".query_row(",
            ".prepare_cached(",
            ".execute_batch(",
        ] {
            let found = text.lines().find(|line| line.contains(sql) && !line.trim_start().starts_with("//"));
            assert!(found.is_none(), "{} has SQL: {}", path.display(), found.unwrap_or_default());
        }
    }
}

#[test]
fn rusqlite_is_named_in_the_store_only() {
    for (path, text) in sources().into_iter().filter(|(path, _)| !path.starts_with("store")) {
        let found = without_tests(&text).lines().find(|line| line.contains("rusqlite"));
        assert!(found.is_none(), "{} names rusqlite: {}", path.display(), found.unwrap_or_default());
    }
}

/// Whether a change was committed is a value that its command returns, not a state of the process.
#[test]
fn store_has_no_mutable_statics() {
    for (path, text) in sources().into_iter().filter(|(path, _)| path.starts_with("store")) {
        for line in without_tests(&text).lines().filter(|line| !line.trim_start().starts_with("//")) {
            let is_static = line.split_whitespace().any(|word| word == "static");
            let is_computed_once = line.contains("OnceLock<") || line.contains("LazyLock<");
            assert!(!is_static || is_computed_once, "{}: {line}", path.display());
            assert!(!line.contains("thread_local!"), "{}: {line}", path.display());
        }
    }
}

#[test]
fn sql_is_never_formatted() {
    // Rules are the one exception: their predicates are prepared alone first, behind an authorizer.
    let is_ruled = |path: &Path| path.starts_with("store") && path != Path::new("store/rules.rs");
    for (path, text) in sources().into_iter().filter(|(path, _)| is_ruled(path)) {
        for line in without_tests(&text).lines().filter(|line| line.contains("format!(")) {
            for sql in ["SELECT", "INSERT", "UPDATE", "DELETE", "FROM", "WHERE"] {
                assert!(!line.contains(sql), "{}: {line}", path.display());
            }
        }
    }
}

#[test]
fn every_file_is_short_enough() {
    for (path, text) in sources() {
        let lines = text.lines().count();
        assert!(lines <= LONGEST, "{} has {lines} lines: split it by meaning", path.display());
    }
}

#[test]
fn every_module_has_a_doc_comment() {
    for (path, text) in sources() {
        assert!(text.starts_with("//!"), "{} has no //!", path.display());
    }
}

const SCHEMA: &str = include_str!("../../src/store/schema/0001.sql");

/// The words that the CHECK of a column lists.
fn checked(table: &str, column: &str) -> BTreeSet<String> {
    let from = SCHEMA.find(&format!("CREATE TABLE {table} (")).unwrap_or_else(|| panic!("no table {table}"));
    let body = &SCHEMA[from..from + SCHEMA[from..].find(") STRICT").unwrap()];
    let mut words = BTreeSet::new();
    for (at, _) in body.match_indices(column) {
        let whole = !body[..at].ends_with(|c: char| c.is_ascii_alphanumeric() || c == '_');
        let rest = body[at + column.len()..].trim_start();
        if let (true, Some(rest)) = (whole, rest.strip_prefix("= '")) {
            words.insert(rest.split('\'').next().unwrap().to_owned());
        }
        if let (true, Some(rest)) = (whole, rest.strip_prefix("IN (")) {
            let list = rest.split(')').next().unwrap();
            words.extend(list.split(',').map(|word| word.trim().trim_matches('\'').to_owned()));
        }
    }
    assert!(!words.is_empty(), "{table}.{column} has no CHECK");
    words
}

fn codes<T: Copy>(all: &[T], code: impl Fn(T) -> &'static str) -> BTreeSet<String> {
    all.iter().map(|one| code(*one).to_owned()).collect()
}

#[test]
fn schema_checks_list_every_closed_set() {
    for (table, column, words) in [
        ("place", "level", codes(Level::ALL, Level::code)),
        ("quota", "need_kind", codes(NeedKind::ALL, NeedKind::code)),
        ("quota", "counting", codes(Counting::ALL, Counting::code)),
        ("quota", "joint", codes(Joint::ALL, Joint::code)),
        ("org", "class", codes(OrgClass::ALL, OrgClass::code)),
        ("member", "class", codes(MemberClass::ALL, MemberClass::code)),
        ("outsider", "class", codes(OutsiderType::ALL, OutsiderType::code)),
        ("need", "kind", codes(NeedKind::ALL, NeedKind::code)),
        ("need", "state", codes(NeedState::ALL, NeedState::code)),
        ("need", "form", codes(Form::ALL, Form::code)),
        ("need", "theme", codes(Theme::ALL, Theme::code)),
        ("claim", "state", codes(ClaimState::ALL, ClaimState::code)),
        ("claim_party", "role", codes(Role::ALL, Role::code)),
    ] {
        assert_eq!(checked(table, column), words, "{table}.{column}");
    }
    let owing = Claimant::ALL.iter().copied().filter(|one| *one != Claimant::Outsider).collect::<Vec<_>>();
    assert_eq!(checked("quota", "claimant"), codes(&owing, Claimant::code));
    let from = NeedState::ALL.iter().copied().filter(|one| !one.is_exit() && *one != NeedState::Closed);
    assert_eq!(checked("need", "came_from"), codes(&from.collect::<Vec<_>>(), NeedState::code));
    // The schema may list more than the program uses.
    assert!(checked("import", "kind").is_superset(&codes(ListKind::ALL, ListKind::code)));
}

#[test]
fn progress_view_lists_every_progress() {
    let states = include_str!("../../src/store/schema/0003.sql");
    let view = &states[states.find("CREATE VIEW need_progress").unwrap()..];
    for word in Progress::ALL {
        assert!(view.contains(&format!("'{}'", word.code())), "{word}");
    }
}

#[test]
fn sets_of_states_are_listed_in_the_views_only() {
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src/store")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if !path.ends_with("schema/0001.sql") {
                // Of version 1, before there were views.
                let text = fs::read_to_string(&path).unwrap();
                assert!(
                    !text.contains("state IN ('"),
                    "{} lists states: ask claim_states or need_states",
                    path.display()
                );
            }
        }
    }
}

/// What the log keeps is shown as an office calls it.
#[test]
fn every_logged_command_has_a_name_in_chinese() {
    let sources = sources();
    let names = &sources.iter().find(|(path, _)| path.ends_with("lang/command.rs")).unwrap().1;
    let mut found = 0;
    for (path, text) in &sources {
        for call in without_tests(text).split("new_entry(").skip(1) {
            let call = call.strip_prefix("format!(").unwrap_or(call);
            let Some(literal) = call.strip_prefix('"').and_then(|rest| rest.split('"').next()) else { continue };
            // The words before the codes.
            let verb = literal.split(" {").next().unwrap();
            let is_named = verb.starts_with('{') || names.contains(&format!("(\"{verb}"));
            assert!(is_named || path.ends_with("cmd/manual.rs"), "{}: {verb} has no name", path.display());
            found += 1;
        }
    }
    assert!(found > 20);
}
