//! clap's errors in Chinese: what is wrong, and the way out.

use std::error::Error;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::super::{example_day, unknown_words};
use crate::model::as_of::NotAMoment;
use crate::model::code::NotACode;
use crate::model::day::{NotADay, NotDays};
use crate::model::money::NotMoney;
use crate::model::place::NotAPlace;
use crate::model::witness::NotAWitness;
use crate::model::words::UnknownWord;

/// One or two lines for an error of the command line; for help and version, which clap hands over as errors too, the
/// text itself. Values are in it as typed: mask and clean it before it is printed.
pub fn usage_error(error: &clap::Error) -> String {
    quoted_values(&message(error))
}

/// Help in colour.
pub fn painted_help(error: &clap::Error) -> String {
    quoted_values(&error.render().ansi().to_string().replace("[OPTIONS]", "[选项]"))
}

fn message(error: &clap::Error) -> String {
    let arg = text(error, ContextKind::InvalidArg);
    let value = text(error, ContextKind::InvalidValue);
    let what = match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            return shown(error);
        }
        ErrorKind::UnknownArgument => format!("没有 {arg} 这个选项或参数"),
        ErrorKind::InvalidSubcommand => format!("没有 {} 这个命令", text(error, ContextKind::InvalidSubcommand)),
        ErrorKind::MissingRequiredArgument => format!("还缺：{arg}"),
        ErrorKind::MissingSubcommand => {
            let command = text(error, ContextKind::InvalidSubcommand);
            format!("{command} 后面要跟一个命令{}", choices(error, ContextKind::ValidSubcommand))
        }
        ErrorKind::InvalidValue if value.is_empty() => {
            format!("{arg} 后面要有一个值{}", choices(error, ContextKind::ValidValue))
        }
        ErrorKind::InvalidValue => format!("{arg} 不能是 {value}{}", choices(error, ContextKind::ValidValue)),
        ErrorKind::ValueValidation => match error.source() {
            Some(reason) => format!("{arg} 不能是 {value}：{}", reason_text(reason)),
            None => format!("{arg} 不能是 {value}"),
        },
        ErrorKind::ArgumentConflict => conflict(error, &arg),
        ErrorKind::TooManyValues => format!("{arg} 后面多了一个值：{value}"),
        ErrorKind::TooFewValues => {
            let (least, given) = (text(error, ContextKind::MinValues), text(error, ContextKind::ActualNumValues));
            format!("{arg} 至少要 {least} 个值，只给了 {given} 个")
        }
        ErrorKind::WrongNumberOfValues => {
            let (right, given) =
                (text(error, ContextKind::ExpectedNumValues), text(error, ContextKind::ActualNumValues));
            format!("{arg} 要 {right} 个值，给了 {given} 个")
        }
        ErrorKind::NoEquals => format!("{arg} 的值要用等号连接，例如 --选项=值"),
        ErrorKind::InvalidUtf8 => "命令行里有不是 UTF-8 的字符".to_owned(),
        ErrorKind::Io | ErrorKind::Format => "写不出这条信息".to_owned(),
        _ => "命令行有误".to_owned(),
    };
    format!("{what}\n{}", way_out(error))
}

/// clap's own error, in English, with an example of what may be written where a type alone cannot give one.
pub fn with_example(error: clap::Error) -> clap::Error {
    let Some(reason) = error.source() else { return error };
    let example = if reason.is::<NotADay>() {
        example_day()
    } else if reason.is::<NotAMoment>() {
        format!("{} or entry:412", example_day())
    } else {
        return error;
    };
    let mut error = error;
    error.insert(ContextKind::Suggested, ContextValue::StyledStrs(vec![format!("write it like {example}").into()]));
    error
}

/// The text of clap's own error without the end of a range that has none: it would be masked like somebody's number.
pub fn without_widest(text: &str) -> String {
    let ends = [u64::from(u32::MAX), u64::MAX, i64::MAX.unsigned_abs()];
    let without = |text: String, end: &u64| text.replace(&format!("..={end}"), "..").replace(&format!("..{end}"), "..");
    ends.iter().fold(text.to_owned(), without)
}

/// Why a value is refused, in Chinese: what our own types and clap's ranges say in English.
fn reason_text(reason: &(dyn Error + 'static)) -> String {
    if reason.is::<NotADay>() {
        return format!("这不是日期；请写成 {}", example_day());
    }
    if reason.is::<NotAMoment>() {
        return format!("这不是日期，也不是操作；请写成 {} 或 entry:412", example_day());
    }
    if reason.is::<NotAPlace>() {
        return "这不是属地；请写成 荔湾区/金花街道 的样子".to_owned();
    }
    if reason.is::<NotDays>() {
        return "这不是天数；请写 1 至 3650，如 14d".to_owned();
    }
    if reason.is::<NotMoney>() {
        return "这不是金额；请用数字填写，单位为元，如 500".to_owned();
    }
    if reason.is::<NotACode>() {
        return "这不是编号；编号最长 64 字，不能换行".to_owned();
    }
    if reason.is::<NotAWitness>() {
        return "这不是存档校验码；请照报表页脚所印的填，如 412:e02fbb175e02c656".to_owned();
    }
    if let Some(unknown) = reason.downcast_ref::<UnknownWord>() {
        return format!("请用 {}", unknown_words(unknown));
    }
    let text = reason.to_string();
    if let Some((_, (from, until))) =
        text.split_once(" is not in ").and_then(|(value, range)| Some((value, range.split_once("..")?)))
    {
        let until = until.trim_start_matches('=');
        if [u64::from(u32::MAX), u64::MAX, i64::MAX.unsigned_abs()].iter().any(|most| until == most.to_string()) {
            return format!("要是 {from} 或更大的整数");
        }
        // A bound of seven digits would be masked like a phone number.
        let rounded = [("00000000", "亿"), ("0000", "万")];
        let rounded = rounded.iter().find_map(|(zeros, unit)| Some(until.strip_suffix(zeros)?.to_owned() + unit));
        let until = rounded.unwrap_or_else(|| until.to_owned());
        return format!("要在 {from} 至 {until} 之间");
    }
    if text.starts_with("invalid digit") || text.contains("parse integer") || text.contains("too large") {
        return "这不是可用的整数".to_owned();
    }
    // The parsers of our flags list the words that they know.
    format!("请用 {}", text.replace(", ", "、"))
}

/// The suggestion where clap has one, and how to get help.
fn way_out(error: &clap::Error) -> String {
    let near = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue]
        .into_iter()
        .find_map(|kind| nearest(error, kind));
    match (near, suggested_escape(error)) {
        (Some(near), _) => format!("是不是想写 {near}？加 --help 看用法"),
        (None, Some(value)) => format!("若 {value} 是一个值，请写在 -- 后面；加 --help 看用法"),
        (None, None) => "加 --help 看用法".to_owned(),
    }
}

/// The best of clap's suggestions: it lists the likeliest last.
fn nearest(error: &clap::Error, kind: ContextKind) -> Option<String> {
    match error.get(kind)? {
        ContextValue::Strings(texts) => texts.last().cloned(),
        ContextValue::String(text) => Some(text.clone()),
        _ => None,
    }
}

/// clap proposes `-- --value` where a value looks like an option.
fn suggested_escape(error: &clap::Error) -> Option<String> {
    match error.get(ContextKind::Suggested)? {
        ContextValue::StyledStrs(tips) if tips.iter().any(|tip| tip.to_string().contains("'-- ")) => {
            Some(text(error, ContextKind::InvalidArg))
        }
        _ => None,
    }
}

fn conflict(error: &clap::Error, arg: &str) -> String {
    let subcommand = text(error, ContextKind::InvalidSubcommand);
    let this = if arg.is_empty() { &subcommand } else { arg };
    let prior = text(error, ContextKind::PriorArg);
    if prior == *this {
        format!("{this} 只能写一次")
    } else if prior.is_empty() {
        format!("{this} 不能和别的选项同时用")
    } else {
        format!("{this} 不能和 {prior} 同时用")
    }
}

fn choices(error: &clap::Error, kind: ContextKind) -> String {
    match text(error, kind) {
        values if values.is_empty() => String::new(),
        values => format!("；可选：{values}"),
    }
}

fn text(error: &clap::Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join("、"),
        Some(ContextValue::Number(number)) => number.to_string(),
        Some(ContextValue::StyledStr(text)) => text.to_string(),
        Some(ContextValue::Bool(_) | ContextValue::None | ContextValue::StyledStrs(_)) | None => String::new(),
        Some(_) => String::new(),
    }
}

/// `‹文件›` for clap's `<文件>`: a clerk types what is between angle brackets with them, if they are those of her keyboard.
fn quoted_values(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('<') {
        quoted.push_str(before);
        rest = match after.split_once('>') {
            Some((name, after)) if !name.is_ascii() && !name.contains(char::is_whitespace) => {
                quoted.extend(["‹", name, "›"]);
                after
            }
            _ => {
                quoted.push('<');
                after
            }
        };
    }
    quoted + rest
}

/// Help as clap has laid it out; its usage line has one English word that no setting reaches.
fn shown(error: &clap::Error) -> String {
    error.render().to_string().replace("[OPTIONS]", "[选项]")
}
