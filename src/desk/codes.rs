//! The codes of a command that takes many, where a file or another program gives them instead of the command line.

use std::borrow::Cow;
use std::io::{self, Read};

use crate::lang::{cmd as text, lists};
use crate::model::code::Code;
use crate::model::exit::{Exit, stop};
use crate::model::small_file;

/// `--from-file`, for commands that take CODE... .
#[derive(Debug, Clone, Default, clap::Args)]
pub struct CodesFileArgs {
    /// Read the codes from FILE instead, one a line; `-` is standard input
    #[arg(long, value_name = "FILE", conflicts_with = "codes")]
    pub from_file: Option<String>,
    /// The codes of --from-file end with a zero byte, not with the line
    #[arg(long, requires = "from_file", conflicts_with = "codes")]
    pub null: bool,
}

impl CodesFileArgs {
    pub fn is_given(&self) -> bool {
        self.from_file.is_some()
    }

    /// The codes of the file, else those given. Errors (exit 3): a file that cannot be read, has no code, or has a line
    /// that is none. One without codes never means all.
    pub fn codes(&self, given: &[Code]) -> anyhow::Result<Vec<Code>> {
        let Some(file) = self.from_file.as_deref() else { return Ok(given.to_vec()) };
        let bytes = read(file)?;
        let end = if self.null { '\0' } else { '\n' };
        let mut codes = Vec::new();
        for (line, part) in (1u64..).zip(decoded(&bytes).split(end)) {
            match (part.trim(), part.trim().parse::<Code>()) {
                ("", _) => {}
                (word, Ok(code)) if !word.contains(char::REPLACEMENT_CHARACTER) => codes.push(code),
                (_, _) => return Err(stop(Exit::Refused, text::no_code_in_line(file, line))),
            }
        }
        if codes.is_empty() { Err(stop(Exit::Refused, text::no_codes_in(file))) } else { Ok(codes) }
    }
}

/// The text, in UTF-8, or as Windows' own shells write it: UTF-16 with a mark, or GBK. What is none of these makes lines that
/// are no codes.
fn decoded(bytes: &[u8]) -> Cow<'_, str> {
    let encoding = match std::str::from_utf8(bytes) {
        Ok(_) => encoding_rs::UTF_8,
        Err(_) => encoding_rs::GB18030,
    };
    // A mark goes before.
    encoding.decode(bytes).0
}

fn read(file: &str) -> anyhow::Result<Vec<u8>> {
    let read = if file == "-" {
        let mut bytes = Vec::new();
        io::stdin().lock().take(small_file::CODES).read_to_end(&mut bytes).map(|_| bytes)
    } else {
        small_file::read(file, small_file::CODES)
    };
    read.map_err(|cause| match cause.kind() {
        io::ErrorKind::NotFound => stop(Exit::Refused, lists::no_such_file(file)),
        _ => anyhow::Error::new(cause).context(lists::cannot_read(file)),
    })
}
