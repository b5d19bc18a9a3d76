//! What the XML parts of workbooks share: text with its references, escapes, attributes.

use quick_xml::events::{BytesStart, Event};
use quick_xml::name::{PrefixDeclaration, QName, ResolveResult};

/// A part that is not sound XML, or not what its format demands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Broken;

impl From<quick_xml::Error> for Broken {
    fn from(_: quick_xml::Error) -> Broken {
        Broken
    }
}

/// The namespaces whose elements are read: those of xlsx (transitional and strict), of ods, and of the XML of 2003.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Space {
    Sheet,
    Office,
    Table,
    Text,
    Draw,
    Style,
    Calc,
    Other,
}

fn space(uri: &str) -> Space {
    match uri {
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        | "http://purl.oclc.org/ooxml/spreadsheetml/main"
        // The first Excel 2007.
        | "http://schemas.microsoft.com/office/excel/2006/2"
        | "urn:schemas-microsoft-com:office:spreadsheet" => Space::Sheet,
        "urn:oasis:names:tc:opendocument:xmlns:office:1.0" => Space::Office,
        "urn:oasis:names:tc:opendocument:xmlns:table:1.0" => Space::Table,
        "urn:oasis:names:tc:opendocument:xmlns:text:1.0" => Space::Text,
        "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" => Space::Draw,
        "urn:oasis:names:tc:opendocument:xmlns:style:1.0" => Space::Style,
        "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0" => Space::Calc,
        _ => Space::Other,
    }
}

/// Whether there may be a binding among attributes. Every cell has some, and hardly any has an x.
fn may_bind(attributes: &[u8]) -> bool {
    let from = memchr::memchr(b'x', attributes);
    from.is_some_and(|from| memchr::memmem::find(&attributes[from..], b"xmlns:").is_some())
}

/// Whether an element belongs to the sheet's own namespace, as a reader of namespaces resolved it. A part without any is
/// taken as it is meant.
pub fn is_sheet(resolved: &ResolveResult<'_>) -> bool {
    match resolved {
        ResolveResult::Bound(uri) => space(uri.as_ref()) == Space::Sheet,
        ResolveResult::Unbound => true,
        ResolveResult::Unknown(_) => false,
    }
}

/// Which prefix stands for which namespace, as the elements of a part bind them. One that an inner element binds counts from
/// there to the end of the part: none binds a prefix that is read to something else.
#[derive(Debug, Default)]
pub struct Names {
    bound: Vec<(String, Space)>,
    plain: Option<Space>,
    begun: bool,
}

impl Names {
    /// Takes what a tag binds; a namespace without a prefix of the first element only, since what is inside another one is not
    /// of the part.
    pub fn learn(&mut self, event: &Event<'_>) {
        let (Event::Start(tag) | Event::Empty(tag)) = event else { return };
        let is_first = !std::mem::replace(&mut self.begun, true);
        if !is_first && !may_bind(tag.attributes_raw().as_ref()) {
            return;
        }
        for one in tag.attributes().with_checks(false).flatten() {
            match one.key.as_namespace_binding() {
                Some(PrefixDeclaration::Default) if is_first => self.plain = Some(space(&one.value)),
                Some(PrefixDeclaration::Named(prefix)) => self.bind(prefix, space(&one.value)),
                Some(PrefixDeclaration::Default) | None => {}
            }
        }
    }

    fn bind(&mut self, prefix: &str, space: Space) {
        self.bound.retain(|(one, _)| one != prefix);
        // An ods binds dozens; each that is not read would be compared with every name.
        if space != Space::Other {
            self.bound.push((prefix.to_owned(), space));
        }
    }

    /// The namespace of a name with its prefix, and the name without it; without a prefix, `usual` where the part binds
    /// no default.
    pub fn of<'n>(&self, name: QName<'n>, usual: Space) -> (Space, &'n str) {
        let name = name.into_inner();
        let Some((prefix, local)) = name.split_once(':') else { return (self.plain.unwrap_or(usual), name) };
        let bound = self.bound.iter().find(|(one, _)| one == prefix);
        (bound.map_or(Space::Other, |(_, space)| *space), local)
    }

    /// The name of an element of the sheet's namespace; blank for any other.
    pub fn sheet<'n>(&self, name: QName<'n>) -> &'n str {
        match self.of(name, Space::Sheet) {
            (Space::Sheet, local) => local,
            _ => "",
        }
    }

    /// The value of an attribute of this namespace.
    pub fn attribute(&self, tag: &BytesStart<'_>, space: Space, name: &str) -> Option<String> {
        let is_it = |key: QName<'_>| self.of(key, Space::Other) == (space, name);
        let found = tag.attributes().with_checks(false).flatten().find(|one| is_it(one.key))?;
        quick_xml::escape::unescape(&found.value).ok().map(|value| value.into_owned())
    }
}

/// Adds the text of an event. Errors: a reference to an entity that XML itself does not define.
pub fn add_text(event: &Event<'_>, text: &mut String) -> Result<(), Broken> {
    match event {
        // XML has one line end, however it is written (XML 1.0, 2.11).
        Event::Text(part) if memchr::memchr(b'\r', part.as_bytes()).is_some() => {
            text.push_str(&part.replace("\r\n", "\n").replace('\r', "\n"));
        }
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

/// Whether an attribute that is true or false is true, as any program writes it.
pub fn is_true(word: &str) -> bool {
    matches!(word, "1" | "true" | "on" | "t")
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
