//! What every page has: its policy, which lets nothing in and nothing out, its style and script, which stand in
//! it, and its needs as data.

use std::io;

use minijinja::Value;
use minijinja::value::Serde;
use serde::Serialize;

use super::Pack;
use super::templates::Templates;
use crate::lang::{self, Lang};
use crate::model::page_policy::source_of;

/// What a page allows besides its own style and script.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reads {
    Nothing,
    /// A script of the same folder, with newer data.
    ItsFolder,
}

/// What every template may name.
#[derive(Serialize)]
struct Frame {
    lang: &'static str,
    policy: Value,
    style: Value,
    script: Value,
}

/// What every page of a pack may name besides.
#[derive(Serialize)]
struct OfPack<'p> {
    title: &'p str,
    office: &'p str,
    place: Option<&'p str>,
    day: String,
    fingerprint: &'p str,
}

/// Writes a page of a pack: `name.html` with `name.css` and `name.js`; `own` is what it has of its own.
pub fn write(
    out: &mut dyn io::Write,
    templates: &Templates,
    name: &str,
    pack: &Pack,
    reads: Reads,
    own: impl Serialize,
) -> anyhow::Result<()> {
    let of_pack = OfPack {
        title: &pack.heading.title,
        office: &pack.heading.office,
        place: pack.heading.place.as_deref(),
        day: pack.heading.day.to_string(),
        fingerprint: pack.stamp.fingerprint.get(..16).unwrap_or(&pack.stamp.fingerprint),
    };
    let values = framed(templates, name, reads, minijinja::context! { ..Serde(own), ..Serde(of_pack) });
    templates.write(out, &format!("{name}.html"), &values)
}

/// A page that is of no pack: all that it has is its own.
pub fn alone(templates: &Templates, name: &str, reads: Reads, own: Value) -> anyhow::Result<String> {
    templates.render(&format!("{name}.html"), &framed(templates, name, reads, own))
}

/// What a page may name: what is its own, and what every page has.
fn framed(templates: &Templates, name: &str, reads: Reads, own: Value) -> Value {
    let style = templates.part(&format!("{name}.css"));
    let script = templates.part(&format!("{name}.js"));
    let frame = Frame {
        lang: match lang::current() {
            Lang::Zh => "zh-CN",
            Lang::En => "en",
        },
        policy: Value::from_safe_string(policy(style, script, reads)),
        style: Value::from_safe_string(style.to_owned()),
        script: Value::from_safe_string(script.to_owned()),
    };
    minijinja::context! {
        ..own,
        ..Serde(frame)
    }
}

fn policy(style: &str, script: &str, reads: Reads) -> String {
    let folder = match reads {
        Reads::Nothing => "",
        Reads::ItsFolder => " 'self'",
    };
    let (style, script) = (source_of(style), source_of(script));
    format!(
        "default-src 'none'; style-src '{style}'; script-src '{script}'{folder}; img-src data:; base-uri 'none'; form-action 'none'"
    )
}

/// A value as JSON that may stand in a `<script type="application/json">`.
pub fn json(value: &impl Serialize) -> anyhow::Result<Value> {
    let text = serde_json::to_string(value)?;
    Ok(Value::from_safe_string(inert(&text)))
}

/// JSON whose texts can end no element and begin none.
pub fn inert(json: &str) -> String {
    let mut inert = String::with_capacity(json.len() + json.len() / 16);
    for c in json.chars() {
        match c {
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => inert.push_str(&format!("\\u{:04x}", c as u32)),
            c => inert.push(c),
        }
    }
    inert
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn data_cannot_end_its_element() {
        let text = inert(&serde_json::to_string("</script><!-- & \u{2028}").unwrap());
        assert!(!text.contains(['<', '>', '&', '\u{2028}']), "{text}");
        assert_eq!(serde_json::from_str::<String>(&text).unwrap(), "</script><!-- & \u{2028}");
    }
}
