//! `data.json`: what the pages show, and which snapshot it is. Each need is a line, so that two packs can be compared; the
//! pages carry the same needs.

use std::io::{self, BufRead, Write};

use serde::Serialize;
use sha2::{Digest, Sha256};

use super::{Counts, Pack};
use crate::model::text::hex;
use crate::model::words::{Form, NeedKind, Product, Progress, PublicColumn, Stage, Theme};
use crate::privacy::wall::{PublicClaim, PublicNeed};

/// The name of the file, which is written last: it knows the others.
pub const NAME: &str = "data.json";

/// The lines around the claims and the needs.
const CLAIMS: &str = "\"claims\":[\n";
const CLAIMS_END: &str = "],\n";
const NEEDS: &str = "\"needs\":[\n";
const END: &str = "]}\n";

/// A need as pages and programs read it.
#[derive(Serialize)]
pub struct NeedView<'p> {
    number: u32,
    code: &'p str,
    place: &'p str,
    street: &'p str,
    #[serde(skip_serializing_if = "str::is_empty")]
    wisher: &'p str,
    kind: NeedKind,
    #[serde(skip_serializing_if = "Option::is_none")]
    theme: Option<Theme>,
    #[serde(skip_serializing_if = "Option::is_none")]
    form: Option<Form>,
    content: &'p str,
    quantity: u32,
    taken: u32,
    state: Progress,
    stage: Stage,
    #[serde(skip_serializing_if = "Option::is_none")]
    budget: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    deadline: Option<String>,
}

/// A claim likewise.
#[derive(Serialize)]
pub struct ClaimView<'p> {
    number: u32,
    on: String,
    by: &'p str,
}

/// A file of the pack, as `data.json` names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, serde::Deserialize)]
pub struct Written {
    pub name: String,
    pub bytes: u64,
    /// In hexadecimal.
    pub sha256: String,
}

/// What `data.json` says above its needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, serde::Deserialize)]
pub struct Header {
    pub office: String,
    pub title: String,
    pub day: String,
    pub place: Option<String>,
    /// Of fewer wishes than this with one surname in one community none shows it.
    #[serde(default)]
    pub k: u32,
    pub products: Vec<Product>,
    /// Over the needs and claims below.
    pub fingerprint: String,
    /// Over all that the pages are made from besides: settings, templates, the language.
    pub made_with: String,
    /// The log's newest entry, and its hash.
    pub entry: i64,
    pub head: String,
    pub files: Vec<Written>,
    /// Over the header and the counts, with nothing in its own place; empty in packs of earlier versions.
    #[serde(default)]
    pub header_sha256: String,
}

impl<'p> NeedView<'p> {
    pub fn of(need: &'p PublicNeed) -> NeedView<'p> {
        NeedView {
            number: need.number,
            code: need.public_code.as_str(),
            place: &need.place,
            street: &need.street,
            wisher: &need.wisher,
            kind: need.kind,
            theme: need.theme,
            form: need.form,
            content: &need.content,
            quantity: need.quantity,
            taken: need.taken,
            state: need.state,
            stage: need.state.stage(),
            budget: need.budget.map(|band| band.code()),
            deadline: need.deadline.map(|day| day.to_string()),
        }
    }
}

impl<'p> ClaimView<'p> {
    pub fn of(claim: &'p PublicClaim) -> ClaimView<'p> {
        ClaimView { number: claim.number, on: claim.on.to_string(), by: &claim.by }
    }
}

/// The need without what the office does not publish.
pub fn limited(mut need: PublicNeed, shows: impl Fn(PublicColumn) -> bool) -> PublicNeed {
    if !shows(PublicColumn::Wisher) {
        need.wisher = "".into();
    }
    if !shows(PublicColumn::Theme) {
        need.theme = None;
    }
    if !shows(PublicColumn::Form) {
        need.form = None;
    }
    if !shows(PublicColumn::Budget) {
        need.budget = None;
    }
    if !shows(PublicColumn::Deadline) {
        need.deadline = None;
    }
    need
}

/// The digest of needs and claims as the pack shows them.
pub fn fingerprint(needs: &[PublicNeed], claims: &[PublicClaim]) -> anyhow::Result<[u8; 32]> {
    let mut hash = Hashing(Sha256::new());
    write_lines(&mut hash, needs.iter().map(NeedView::of))?;
    write_lines(&mut hash, claims.iter().map(ClaimView::of))?;
    Ok(hash.0.finalize().into())
}

/// Writes `data.json`: its header in the first line, then a line for each need.
pub fn write(out: &mut dyn Write, header: &Header, pack: &Pack) -> anyhow::Result<()> {
    let header = serde_json::to_string(&Header { header_sha256: String::new(), ..header.clone() })?;
    let counts = serde_json::to_string(&Counts::of(&pack.needs))?;
    let lines = format!("{},\n\"counts\":{counts},\n", header.trim_end_matches('}'));
    let digest = hex(&Sha256::digest(&lines));
    out.write_all(lines.replacen(&own_digest(""), &own_digest(&digest), 1).as_bytes())?;
    out.write_all(CLAIMS.as_bytes())?;
    write_lines(out, pack.claims.iter().map(ClaimView::of))?;
    out.write_all(CLAIMS_END.as_bytes())?;
    out.write_all(NEEDS.as_bytes())?;
    write_lines(out, pack.needs.iter().map(NeedView::of))?;
    out.write_all(END.as_bytes())?;
    Ok(())
}

/// The header of a `data.json`; `None` where it is none of ours.
pub fn header(first_line: &str) -> Option<Header> {
    let object = first_line.trim_end().strip_suffix(',')?;
    serde_json::from_str(&format!("{object}}}")).ok()
}

/// Whether a `data.json` is as it was written: its header and counts, which packs of earlier versions lack, and its
/// claims and needs.
pub fn is_whole(mut file: impl BufRead) -> io::Result<bool> {
    let mut lines = String::new();
    file.read_line(&mut lines)?;
    let Some(header) = header(&lines) else { return Ok(false) };
    each_line_until(&mut file, CLAIMS, |line| lines.push_str(line))?;
    let mut claims = String::new();
    each_line_until(&mut file, CLAIMS_END, |line| claims.push_str(line))?;
    each_line_until(&mut file, NEEDS, |line| claims.push_str(line))?;
    let mut digest = Sha256::new();
    each_line_until(&mut file, END, |line| digest.update(line))?;
    let unfilled = lines.replacen(&own_digest(&header.header_sha256), &own_digest(""), 1);
    let is_header_whole = header.header_sha256.is_empty() || hex(&Sha256::digest(unfilled)) == header.header_sha256;
    let is_rest_whole = hex(&digest.chain_update(claims).finalize()) == header.fingerprint;
    Ok(is_header_whole && is_rest_whole && file.fill_buf()?.is_empty())
}

fn each_line_until(file: &mut impl BufRead, end: &str, mut take: impl FnMut(&str)) -> io::Result<()> {
    let mut line = String::new();
    while file.read_line(&mut line)? > 0 && line != end {
        take(&line);
        line.clear();
    }
    Ok(())
}

fn own_digest(digest: &str) -> String {
    format!("\"header_sha256\":\"{digest}\"")
}

fn write_lines(out: &mut dyn Write, lines: impl Iterator<Item = impl Serialize>) -> anyhow::Result<()> {
    let mut line = Vec::with_capacity(512);
    for (at, view) in lines.enumerate() {
        line.clear();
        line.extend_from_slice(if at > 0 { b",\n" } else { b"" });
        serde_json::to_writer(&mut line, &view)?;
        out.write_all(&line)?;
    }
    out.write_all(b"\n")?;
    Ok(())
}

struct Hashing(Sha256);

impl Write for Hashing {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
