//! A page kept as a mail (MHTML), as spreadsheets save one "web page in a single file": its HTML parts, decoded, one behind
//! the other. Knows the fields and encodings of mail (RFC 2045, 2557), nothing of tables.

use std::io::Read;
use std::sync::Arc;

use anyhow::{Context, Result};
use encoding_rs::Encoding;

use crate::intake::bytes::Source;
use crate::lang::lists;
use crate::model::exit::{Exit, stop};

/// Larger than the page of any list.
const LARGEST: u64 = 64 << 20;
/// Parts within parts.
const DEEPEST: u32 = 8;

/// The page in a mail, as UTF-8.
pub fn page(source: &Source) -> Result<Arc<Source>> {
    let refused = || stop(Exit::Refused, lists::no_tables(&source.name));
    if source.length() > LARGEST {
        return Err(stop(Exit::Refused, lists::is_no_list(&source.name, "MHTML")));
    }
    let mut bytes = Vec::new();
    source.reader(0).read_to_end(&mut bytes).with_context(|| lists::cannot_read(&source.name))?;
    let mut text = String::new();
    add_pages(&bytes, &mut text, DEEPEST);
    if text.is_empty() {
        return Err(refused());
    }
    Ok(Arc::new(Source::of_text(&source.name, &text)?))
}

/// Adds the HTML of a part, and of the parts in it.
fn add_pages(part: &[u8], text: &mut String, deeper: u32) {
    let (head, body) = split(part);
    let kind = field(&head, "content-type").unwrap_or_default();
    let lower = kind.to_ascii_lowercase();
    if lower.starts_with("multipart/") {
        let Some(boundary) = parameter(&kind, "boundary").filter(|_| deeper > 0) else { return };
        for part in parts(body, &boundary) {
            add_pages(part, text, deeper - 1);
        }
    } else if lower.starts_with("text/html") || (lower.is_empty() && deeper == DEEPEST) {
        let coding = field(&head, "content-transfer-encoding").unwrap_or_default().trim().to_ascii_lowercase();
        let decoded = match coding.as_str() {
            "quoted-printable" => unquoted(body),
            "base64" => of_base64(body),
            _ => body.to_vec(),
        };
        let stated = parameter(&kind, "charset").or_else(|| charset(&decoded));
        let encoding = stated.and_then(|label| Encoding::for_label(label.as_bytes())).unwrap_or(encoding_rs::UTF_8);
        text.push_str(&encoding.decode(&decoded).0);
    }
}

/// The fields of a part, one a line, and what is below them.
fn split(part: &[u8]) -> (Vec<String>, &[u8]) {
    let mut fields: Vec<String> = Vec::new();
    let mut rest = part;
    while !rest.is_empty() {
        let end = memchr::memchr(b'\n', rest).unwrap_or(rest.len());
        let line = String::from_utf8_lossy(&rest[..end]);
        let line = line.trim_end();
        rest = rest.get(end + 1..).unwrap_or_default();
        if line.is_empty() {
            break;
        }
        match fields.last_mut() {
            Some(last) if line.starts_with([' ', '\t']) => last.push_str(line),
            _ => fields.push(line.to_owned()),
        }
    }
    (fields, rest)
}

fn field(head: &[String], name: &str) -> Option<String> {
    let named = head.iter().filter_map(|line| line.split_once(':'));
    named.into_iter().find(|(one, _)| one.eq_ignore_ascii_case(name)).map(|(_, value)| value.trim().to_owned())
}

/// `boundary="x"` of a field's value.
fn parameter(value: &str, name: &str) -> Option<String> {
    let parameters = value.split(';').filter_map(|one| one.split_once('='));
    let found = parameters.into_iter().find(|(one, _)| one.trim().eq_ignore_ascii_case(name));
    found.map(|(_, value)| value.trim().trim_matches('"').to_owned())
}

fn parts<'b>(body: &'b [u8], boundary: &str) -> Vec<&'b [u8]> {
    let mark = format!("--{boundary}");
    let mut begins: Vec<usize> = memchr::memmem::find_iter(body, mark.as_bytes()).collect();
    begins.push(body.len());
    let between = begins.windows(2).map(|pair| &body[pair[0] + mark.len()..pair[1].max(pair[0] + mark.len())]);
    // Behind the mark its line ends; `--` there ends the last part.
    between.filter(|part| !part.starts_with(b"--")).map(|part| part.trim_ascii_start()).collect()
}

/// What the page itself says, within its first bytes.
fn charset(page: &[u8]) -> Option<String> {
    let beginning = String::from_utf8_lossy(&page[..page.len().min(2048)]).to_ascii_lowercase();
    let (_, rest) = beginning.split_once("charset=")?;
    Some(rest.trim_start_matches(['"', '\'']).split(['"', '\'', '>', ' ', ';', '/']).next()?.to_owned())
}

/// Quoted-printable: `=E5` is a byte, `=` at the end of a line joins it with the next.
fn unquoted(body: &[u8]) -> Vec<u8> {
    let mut plain = Vec::with_capacity(body.len());
    let mut rest = body;
    while let [byte, after @ ..] = rest {
        rest = after;
        match (byte, after) {
            (b'=', [b'\r', b'\n', behind @ ..] | [b'\n', behind @ ..]) => rest = behind,
            (b'=', [high, low, behind @ ..]) => match (digit(*high), digit(*low)) {
                (Some(high), Some(low)) => {
                    plain.push(high << 4 | low);
                    rest = behind;
                }
                _ => plain.push(b'='),
            },
            _ => plain.push(*byte),
        }
    }
    plain
}

fn digit(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

fn of_base64(body: &[u8]) -> Vec<u8> {
    let value = |byte: &u8| {
        Some(u32::from(match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => return None,
        }))
    };
    let (mut plain, mut bits, mut count) = (Vec::with_capacity(body.len() / 4 * 3), 0u32, 0);
    for six in body.iter().filter_map(value) {
        bits = bits << 6 | six;
        count += 6;
        if count >= 8 {
            count -= 8;
            plain.push((bits >> count) as u8);
            bits &= (1 << count) - 1;
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pages(mail: &str) -> String {
        let mut text = String::new();
        add_pages(mail.as_bytes(), &mut text, DEEPEST);
        text
    }

    #[test]
    fn html_of_each_part_is_decoded_as_it_says() {
        let mail = "MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=\"b\"\r\n\r\nx\r\n--b\r\n\
            Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<td>=E7=94=\r\n=B2=3D</td>\r\n\
            --b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\nPHRkPuS5mTwvdGQ+\r\n\
            --b\r\nContent-Type: image/png\r\n\r\n<td>no</td>\r\n--b--\r\n";
        assert_eq!(pages(mail), "<td>甲=</td>\r\n<td>乙</td>");
    }

    #[test]
    fn mail_that_is_one_page_is_that_page() {
        assert_eq!(pages("MIME-Version: 1.0\nContent-Type: text/html\n\n<td>甲</td>"), "<td>甲</td>");
    }
}
