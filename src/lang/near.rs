//! Texts of near-duplicates.

use super::{headers, texts};

texts! {
    none_near(checked)
        zh "{checked} 件里没有相近的"
        en "{checked} compared, no text nearly repeats another";
    more_near(count, named)
        zh "有 {count} 件另与更早的相近，每件只列 {named} 件"
        en "{count} repeat more earlier ones; {named} of each are named";
    same_wisher()
        zh "同一许愿人或同户"
        en "same wisher or household";
    difference(field, one, other)
        zh "{field} {one}／{other}"
        en "{field} {one} / {other}";
}

headers! {
    near_headers
        zh ["编号", "内容", "先有的编号", "先有的内容", "相近", "异同"]
        en ["code", "text", "earlier code", "earlier text", "shared", "same and different"];
}

/// A field by its name for people.
pub fn field(code: &str) -> String {
    let known = crate::model::fields::Field::ALL.iter().find(|field| field.code() == code);
    match (code, known) {
        ("state", _) => super::pick("状态", "state").to_owned(),
        (_, Some(field)) => super::faults::field_name(*field),
        (code, None) => code.to_owned(),
    }
}
