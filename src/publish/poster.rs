//! `poster.html`: invites residents to hand in a wish, with a code to scan where the office has a form for it. One page, as
//! large as the paper it is printed on: A4 and A3 have the same shape.

use std::collections::BTreeMap;

use minijinja::Value;
use serde::Serialize;

use super::pages::{self, Reads};
use super::qr::{Qr, qr};
use super::templates::Templates;
use super::tree::{self, Spot};
use super::{Pack, PackFile};
use crate::lang::publish as texts;
use crate::model::words::{NeedKind, Stage};

/// What hangs in the poster's tree.
const APPLES: usize = 22;

#[derive(Serialize)]
struct View {
    t: BTreeMap<&'static str, String>,
    drawing: Value,
    apples: Vec<AppleView>,
    /// Half the box of an apple, and the whole.
    half: i32,
    #[serde(rename = "box")]
    whole: i32,
    days: Option<String>,
    qr: Option<Qr>,
}

#[derive(Serialize)]
struct AppleView {
    spot: Spot,
    kind: &'static str,
    stage: &'static str,
}

pub fn files<'p>(pack: &'p Pack, templates: &'p Templates) -> Vec<PackFile<'p>> {
    vec![PackFile::new("poster.html", |out| {
        let view = view(pack)?;
        pages::write(out, templates, "poster", pack, Reads::Nothing, view)
    })]
}

fn view(pack: &Pack) -> anyhow::Result<View> {
    let (spots, radius) = tree::spots(APPLES, 7);
    let apples = spots.into_iter().enumerate().map(|(at, spot)| AppleView {
        spot,
        kind: if at % 7 == 3 { NeedKind::Project } else { NeedKind::Wish }.code(),
        stage: Stage::ALL[[0, 2, 0, 3, 2, 0, 1, 2][at % 8]].code(),
    });
    let days = pack
        .heading
        .campaign
        .as_ref()
        .map(|campaign| texts::poster_days(texts::long_day(campaign.from), texts::long_day(campaign.until)));
    Ok(View {
        t: texts_of_page(&pack.heading.office),
        drawing: Value::from_safe_string(tree::definitions(&pack.settings.look)),
        apples: apples.collect(),
        half: radius * 23 / 20,
        whole: radius * 23 / 10,
        days,
        qr: pack.settings.submit_url.as_deref().map(qr).transpose()?,
    })
}

fn texts_of_page(office: &str) -> BTreeMap<&'static str, String> {
    [
        ("eyebrow", texts::poster_eyebrow(office)),
        ("title", texts::poster_title()),
        ("slogan", texts::poster_slogan()),
        ("scan", texts::poster_scan()),
        ("come", texts::poster_come()),
        ("goods", texts::poster_goods()),
        ("service", texts::poster_service()),
        ("public", texts::poster_public()),
        ("submit", texts::poster_step_submit()),
        ("check", texts::poster_step_check()),
        ("claim", texts::poster_step_claim()),
        ("done", texts::poster_step_done()),
        ("private", texts::poster_private()),
        ("help", texts::poster_help()),
    ]
    .into_iter()
    .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tests::{pack, text_of};
    use super::*;

    #[test]
    fn poster_has_a_code_only_where_it_leads_somewhere() {
        let templates = Templates::new(Vec::new()).unwrap();
        let mut pack = pack(Vec::new());
        let plain = text_of(files(&pack, &templates), "poster.html");
        assert!(plain.contains("请到所在社区提交微心愿") && !plain.contains("扫一扫"), "no code to scan");
        pack.settings.submit_url = Some("https://example.org/wish".to_owned());
        let coded = text_of(files(&pack, &templates), "poster.html");
        assert!(coded.contains(&qr("https://example.org/wish").unwrap().path) && coded.contains("扫一扫，提交微心愿"));
    }
}
