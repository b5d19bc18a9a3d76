//! All texts, in Chinese and English. A text is a function made by `texts!`: its arguments are checked by the
//! compiler, and one language without the other does not build.

use crate::model::words::UnknownWord;
use std::ffi::OsString;
use std::sync::atomic::{AtomicBool, AtomicI16, Ordering};

pub mod ask;
pub mod chat;
pub mod cmd;
pub mod collect;
mod command;
pub mod doctor;
pub mod examples;
pub mod faults;
pub mod follow;
pub mod found;
pub mod help;
pub mod help_zh;
pub mod lists;
pub mod main;
pub mod matching;
pub mod near;
pub mod output;
pub mod papers;
pub mod privacy;
pub mod publish;
pub mod refusal;
pub mod report;
pub mod rules;
pub mod settings;
pub mod status;
pub mod store;
pub mod trust;
pub mod values;
pub mod verify;

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    Zh,
    En,
}

static ENGLISH: AtomicBool = AtomicBool::new(false);

/// Says at start-up which language this run speaks.
pub fn speak(lang: Lang) {
    ENGLISH.store(lang == Lang::En, Ordering::Relaxed);
}

/// The language this run speaks: Chinese unless chosen otherwise.
pub fn current() -> Lang {
    if ENGLISH.load(Ordering::Relaxed) { Lang::En } else { Lang::Zh }
}

/// The year of this run, for dates that messages give as an example.
static YEAR: AtomicI16 = AtomicI16::new(2026);

/// Says at start-up which year the examples of dates are of.
pub fn date_examples(year: i16) {
    YEAR.store(year, Ordering::Relaxed);
}

/// How a date is written, for messages about one that cannot be read.
pub fn example_day() -> String {
    format!("{}-04-09", YEAR.load(Ordering::Relaxed))
}

/// Does something in another language: a report that is run again speaks its own.
pub fn speaking<T>(lang: Lang, what: impl FnOnce() -> T) -> T {
    let own = current();
    speak(lang);
    let done = what();
    speak(own);
    done
}

/// The language that the command line, else `SHUANGWEI_LANG`, else the settings, else the locale asks for; Chinese where none says. Read
/// before the command line is parsed, since help and errors are already in that language.
pub fn chosen(args: &[OsString], set: Option<Lang>) -> Lang {
    let flag = value_of(args, "--lang").and_then(Lang::of_word);
    let variable = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    flag.or_else(|| variable("SHUANGWEI_LANG").as_deref().and_then(of_locale))
        .or(set)
        .or_else(|| {
            ["LC_ALL", "LC_MESSAGES", "LANG"]
                .iter()
                .find_map(|name| variable(name))
                .and_then(|locale| of_locale(&locale))
        })
        .unwrap_or(Lang::Zh)
}

/// What `SHUANGWEI_LANG` asks for, where it is no language of ours and nothing else says which.
pub fn not_spoken(args: &[OsString]) -> Option<String> {
    let word = std::env::var_os("SHUANGWEI_LANG")?.to_string_lossy().into_owned();
    let is_known = word.is_empty() || of_locale(&word).is_some();
    (!is_known && value_of(args, "--lang").is_none()).then_some(word)
}

/// The value of a flag, before the command line is parsed.
pub fn value_of<'a>(args: &'a [OsString], flag: &str) -> Option<&'a str> {
    args.iter().enumerate().find_map(|(at, arg)| match arg.to_str()?.strip_prefix(flag)? {
        "" => args.get(at + 1)?.to_str(),
        rest => rest.strip_prefix('='),
    })
}

impl Lang {
    pub fn code(self) -> &'static str {
        match self {
            Lang::Zh => "zh",
            Lang::En => "en",
        }
    }

    pub fn of_word(word: &str) -> Option<Lang> {
        match word {
            "zh" => Some(Lang::Zh),
            "en" => Some(Lang::En),
            _ => None,
        }
    }
}

/// `C` and `POSIX` say nothing of a language, and neither does a locale that we don't speak.
fn of_locale(locale: &str) -> Option<Lang> {
    let language = locale.split(['_', '.', '@', '-']).next().unwrap_or_default();
    Lang::of_word(language)
}

/// Declares texts: `no_such_file(path) zh "没有这个文件：{path}" en "no such file: {path}";`
macro_rules! texts {
    ($($name:ident($($arg:ident),*) zh $zh:literal en $en:literal;)+) => {
        $(
            #[doc = $en]
            #[allow(clippy::too_many_arguments, reason = "a text has as many as it names")]
            pub fn $name($($arg: impl std::fmt::Display),*) -> String {
                match $crate::lang::current() {
                    $crate::lang::Lang::Zh => format!($zh),
                    $crate::lang::Lang::En => format!($en),
                }
            }
        )+
    };
}
pub(crate) use texts;

/// Headers of tables: the Chinese ones, and the English.
macro_rules! headers {
    ($($name:ident zh [$($zh:literal),+] en [$($en:literal),+];)+) => {
        $(
            pub fn $name() -> Vec<&'static str> {
                match $crate::lang::current() {
                    $crate::lang::Lang::Zh => vec![$($zh),+],
                    $crate::lang::Lang::En => vec![$($en),+],
                }
            }
        )+
    };
}
pub(crate) use headers;

pub use command::{command, command_line, verbs};

/// The first word in Chinese, the second in English.
pub fn pick<T>(zh: T, en: T) -> T {
    match current() {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

/// The separator between the names of a list in a sentence.
pub fn comma() -> &'static str {
    pick("、", ", ")
}

/// The separator between longer parts of a sentence.
pub fn semicolon() -> &'static str {
    pick("；", "; ")
}

pub fn yes_or_no(yes: bool) -> String {
    if yes { pick("是", "yes") } else { pick("否", "no") }.to_owned()
}

/// The words of the closed set that a word is not of: the Chinese ones with their codes, or the codes.
pub fn unknown_words(unknown: &UnknownWord) -> String {
    match current() {
        Lang::Zh => unknown.in_chinese().join("、"),
        Lang::En => unknown.allowed.join(", "),
    }
}

/// A closed set's word for people: the Chinese one, or the code with blanks.
pub fn word(zh: &str, code: &str) -> String {
    match current() {
        Lang::Zh => zh.to_owned(),
        Lang::En => code.replace('_', " "),
    }
}
