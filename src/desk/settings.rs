//! What a run takes from elsewhere than its command line. A flag wins over the environment, that over `shuangwei.toml`
//! beside the office file (or the one that `--config` names), that over the user's own. Which value came from where is
//! shown by `status -v` and `doctor`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use clap::ValueEnum;

use crate::lang::main::system_says;
use crate::lang::publish::toml_cause;
use crate::lang::{self, Lang, settings as text};
use crate::model::exit::{Exit, stop};
use crate::model::small_file;
use crate::output::Format;
use crate::output::colour::Color;
use crate::similar;

/// What can be set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    Language,
    Operator,
    /// The folder of the pack.
    Pack,
    /// The form of answers.
    Format,
    Color,
    Pager,
}

/// A value, and where it came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setting {
    pub key: Key,
    pub value: String,
    pub from: String,
}

/// What the files say.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    /// The one that counts first comes first.
    files: Vec<Written>,
    /// The first thing that is wrong with them.
    fault: Option<Fault>,
}

/// A file, and its values with their lines.
#[derive(Debug, Clone)]
struct Written {
    path: PathBuf,
    values: Vec<(Key, String, usize)>,
}

#[derive(Debug, Clone)]
struct Fault {
    path: PathBuf,
    line: usize,
    what: Wrong,
}

#[derive(Debug, Clone)]
enum Wrong {
    Unreadable(String),
    /// With what is wrong, where more is known than that.
    NotToml(Option<String>),
    Unknown(String),
    Value(Key, String),
    /// A program that whoever handed over a folder could choose.
    Pager,
}

/// The name of the file, beside the office file and in the user's folder.
const NAME: &str = "shuangwei.toml";

impl Key {
    pub const ALL: [Key; 6] = [Key::Language, Key::Operator, Key::Pack, Key::Format, Key::Color, Key::Pager];

    pub fn code(self) -> &'static str {
        match self {
            Key::Language => "language",
            Key::Operator => "operator",
            Key::Pack => "pack",
            Key::Format => "format",
            Key::Color => "color",
            Key::Pager => "pager",
        }
    }

    /// The flag that says it for one run.
    fn flag(self) -> &'static str {
        match self {
            Key::Language => "--lang",
            Key::Operator => "--operator",
            Key::Pack => "--to",
            Key::Format => "--format",
            Key::Color => "--color",
            Key::Pager => "--no-pager",
        }
    }

    /// The variables that say it, the first that is set counting.
    fn variables(self) -> &'static [&'static str] {
        match self {
            Key::Language => &["SHUANGWEI_LANG"],
            Key::Operator => &["SHUANGWEI_OPERATOR"],
            Key::Pager => &["SHUANGWEI_PAGER"],
            Key::Color => &["NO_COLOR", "CLICOLOR_FORCE"],
            Key::Pack | Key::Format => &[],
        }
    }

    /// What its value can be; empty where that is any text.
    fn allowed(self) -> &'static [&'static str] {
        match self {
            Key::Language => &["zh", "en"],
            Key::Format => &["table", "csv", "json", "jsonl", "md"],
            Key::Color => &["auto", "always", "never"],
            Key::Operator | Key::Pack | Key::Pager => &[],
        }
    }
}

impl Setting {
    /// The setting with where it came from, in one line.
    pub fn line(&self) -> String {
        text::setting(self.key.code(), &self.value, &self.from)
    }
}

impl Settings {
    /// Reads the files of this run. What is wrong with them is kept, for `check`: help must be shown all the same.
    pub fn read(named: Option<&Path>, office_file: &Path) -> Settings {
        let mut settings = Settings::default();
        match named {
            Some(path) => settings.add(path, true),
            None => settings.add(&office_file.with_file_name(NAME), false),
        }
        if let Some(path) = of_user() {
            settings.add(&path, false);
        }
        settings
    }

    fn add(&mut self, path: &Path, must_exist: bool) {
        let is_first = self.files.is_empty();
        match written(path) {
            Ok(values) => {
                let of_others = is_first && !must_exist;
                let pager = values.iter().find(|(key, value, _)| *key == Key::Pager && of_others && value != "off");
                if let Some((_, _, line)) = pager {
                    self.note(Fault { path: path.to_owned(), line: *line, what: Wrong::Pager });
                }
                self.files.push(Written { path: path.to_owned(), values });
            }
            Err(fault) if matches!(&fault.what, Wrong::Unreadable(_)) && !must_exist && !path.exists() => {
                self.files.push(Written { path: path.to_owned(), values: Vec::new() });
            }
            Err(fault) => self.note(fault),
        }
    }

    fn note(&mut self, fault: Fault) {
        self.fault.get_or_insert(fault);
    }

    /// Errors: a file that cannot be read, is not valid TOML, or has an unknown key or value (exit 3).
    pub fn check(&self) -> anyhow::Result<()> {
        match &self.fault {
            Some(fault) => Err(stop(Exit::Refused, fault.message())),
            None => Ok(()),
        }
    }

    /// What the files say of a key.
    pub fn of(&self, key: Key) -> Option<&str> {
        self.found(key).map(|(_, value, _)| value)
    }

    fn found(&self, key: Key) -> Option<(&Path, &str, usize)> {
        self.files.iter().find_map(|file| {
            let (_, value, line) = file.values.iter().find(|(found, _, _)| *found == key)?;
            Some((file.path.as_path(), value.as_str(), *line))
        })
    }

    /// The folder of the pack: a relative one lies in the folder of the file that names it.
    pub fn pack(&self) -> Option<PathBuf> {
        self.found(Key::Pack).map(|(path, value, _)| path.with_file_name(value))
    }

    pub fn language(&self) -> Option<Lang> {
        self.of(Key::Language).and_then(|word| Lang::from_str(word, false).ok())
    }

    pub fn color(&self) -> Option<Color> {
        self.of(Key::Color).and_then(|word| Color::from_str(word, false).ok())
    }

    pub fn format(&self) -> Option<Format> {
        self.of(Key::Format).and_then(|word| word.parse().ok())
    }

    /// Every value that something says, and where. `flag` finds what the command line says.
    pub fn sources(&self, flag: impl Fn(&str) -> Option<String>) -> Vec<Setting> {
        Key::ALL.into_iter().filter_map(|key| self.source_of(key, &flag)).collect()
    }

    fn source_of(&self, key: Key, flag: impl Fn(&str) -> Option<String>) -> Option<Setting> {
        let setting = |value: String, from: String| Some(Setting { key, value, from });
        if let Some(value) = flag(key.flag()) {
            return setting(value, key.flag().to_owned());
        }
        let set = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
        if let Some((name, value)) = key.variables().iter().find_map(|name| Some((*name, set(name)?))) {
            return setting(value, name.to_owned());
        }
        let (path, value, line) = self.found(key)?;
        setting(value.to_owned(), text::at_line(path.display(), line))
    }
}

impl Fault {
    fn message(&self) -> String {
        let place = text::at_line(self.path.display(), self.line);
        match &self.what {
            Wrong::Unreadable(cause) => text::unreadable(self.path.display(), cause),
            Wrong::NotToml(Some(cause)) => text::not_toml(place, cause),
            Wrong::NotToml(None) => text::not_toml_at_all(place),
            Wrong::Unknown(key) => {
                let codes = Key::ALL.map(Key::code);
                match similar::near(key, codes, 1).first() {
                    Some(near) => text::unknown_key_near(place, key, near),
                    None => text::unknown_key(place, key, codes.join(lang::comma())),
                }
            }
            Wrong::Value(key, value) if key.allowed().is_empty() => text::no_text(place, key.code(), value),
            Wrong::Value(key, value) => text::bad_value(place, key.code(), value, key.allowed().join(lang::comma())),
            Wrong::Pager => text::pager_of_others(place),
        }
    }
}

/// The values of a file.
fn written(path: &Path) -> Result<Vec<(Key, String, usize)>, Fault> {
    let fault = |line, what| Fault { path: path.to_owned(), line, what };
    let bytes = small_file::read(path, small_file::BY_HAND);
    let read = bytes.and_then(small_file::text);
    let text = &read.map_err(|cause| fault(1, Wrong::Unreadable(system_says(&cause))))?;
    let line_of = |at: usize| text.get(..at).unwrap_or_default().matches('\n').count() + 1;
    let table: BTreeMap<toml::Spanned<String>, toml::Value> = toml::from_str(text).map_err(|cause| {
        let line = cause.span().map_or(1, |span| line_of(span.start));
        fault(line, Wrong::NotToml(toml_cause(&cause.message().replace('\n', " "))))
    })?;
    let mut values = Vec::new();
    for (name, value) in table {
        let line = line_of(name.span().start);
        let known = Key::ALL.into_iter().find(|key| key.code() == name.get_ref());
        let key = known.ok_or_else(|| fault(line, Wrong::Unknown(name.get_ref().clone())))?;
        let word = value.as_str().map(str::trim).filter(|word| !word.is_empty());
        let is_allowed = |word: &&str| key.allowed().is_empty() || key.allowed().contains(word);
        let word = word.filter(is_allowed).ok_or_else(|| fault(line, Wrong::Value(key, shown(&value))))?;
        values.push((key, word.to_owned(), line));
    }
    Ok(values)
}

/// A value for a message about it.
fn shown(value: &toml::Value) -> String {
    match value {
        toml::Value::String(text) => format!("\"{text}\""),
        toml::Value::Integer(_) | toml::Value::Float(_) => text::a_number(),
        toml::Value::Boolean(_) => text::a_yes_or_no(),
        toml::Value::Datetime(_) => text::a_date(),
        toml::Value::Array(_) => text::a_list(),
        toml::Value::Table(_) => text::a_table(),
    }
}

/// The user's own file: where the system keeps a user's settings.
fn of_user() -> Option<PathBuf> {
    let folder = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let settings = if cfg!(windows) {
        folder("APPDATA")
    } else {
        folder("XDG_CONFIG_HOME").or_else(|| folder("HOME").map(|home| home.join(".config")))
    };
    settings.map(|settings| settings.join("shuangwei").join(NAME))
}
