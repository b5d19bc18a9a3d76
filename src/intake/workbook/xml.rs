//! What the XML parts of workbooks share: text with its references, escapes, attributes.

use quick_xml::events::{BytesStart, Event};

/// A part that is not sound XML, or not what its format demands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Broken;

impl From<quick_xml::Error> for Broken {
    fn from(_: quick_xml::Error) -> Broken {
        Broken
    }
}

/// Adds the text of an event. Errors: a reference to an entity that XML itself does not define.
pub fn add_text(event: &Event<'_>, text: &mut String) -> Result<(), Broken> {
    match event {
        Event::Text(part) => text.push_str(part),
        Event::CData(part) => text.push_str(part),
        Event::GeneralRef(reference) => match reference.resolve_char_ref().map_err(|_| Broken)? {
            Some(c) => text.push(c),
            None => text.push(match reference.as_ref() {
                "amp" => '&',
                "lt" => '<',
                "gt" => '>',
                "quot" => '"',
                "apos" => '\'',
                _ => return Err(Broken),
            }),
        },
        _ => {}
    }
    Ok(())
}

/// The value of an attribute, by its name without a prefix.
pub fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = tag.attributes().with_checks(false).flatten().find(|one| one.key.local_name().as_ref() == name)?;
    quick_xml::escape::unescape(&found.value).ok().map(|value| value.into_owned())
}

/// Resolves `_x000D_` and the like, by which xlsx writes characters that XML cannot hold; `None` where there is none.
pub fn unescaped(text: &str) -> Option<String> {
    let mut at = memchr::memmem::find(text.as_bytes(), b"_x")?;
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    loop {
        let code = rest.get(at + 2..at + 7).filter(|code| code.ends_with('_'));
        let c = code.and_then(|code| u32::from_str_radix(&code[..4], 16).ok()).and_then(char::from_u32);
        let taken = if let Some(c) = c {
            plain.push_str(&rest[..at]);
            plain.push(c);
            at + 7
        } else {
            plain.push_str(&rest[..at + 1]);
            at + 1
        };
        rest = &rest[taken..];
        match memchr::memmem::find(rest.as_bytes(), b"_x") {
            Some(next) => at = next,
            None => {
                plain.push_str(rest);
                return (plain != text).then_some(plain);
            }
        }
    }
}
