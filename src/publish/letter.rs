//! The open letter (倡议书): `letter.html` and `letter.docx`, both from one text, a template that an office may put its own in
//! place of.

use std::collections::BTreeSet;

use minijinja::value::Serde;
use serde::Serialize;

use super::pages::{self, Reads};
use super::paper::{self, Block, Size};
use super::templates::Templates;
use super::{Pack, PackFile};
use crate::lang::publish as texts;
use crate::lang::{self, Lang};
use crate::model::words::NeedKind;

/// What the text may name.
#[derive(Serialize)]
struct Values<'p> {
    office: &'p str,
    signed: String,
    place: Option<&'p str>,
    day: String,
    from: Option<String>,
    until: Option<String>,
    days_left: i32,
    communities: usize,
    wishes: usize,
    projects: usize,
    waiting: usize,
    claimed: usize,
    fulfilled: usize,
    has_code: bool,
    has_form: bool,
}

#[derive(Serialize)]
struct View<'b> {
    headline: &'b str,
    blocks: &'b [Block],
}

pub fn files<'p>(pack: &'p Pack, templates: &'p Templates) -> Vec<PackFile<'p>> {
    let html = PackFile::new("letter.html", |out| {
        let blocks = letter(pack, templates)?;
        let headline = blocks.first().map_or("", |block| block.text.as_str());
        let view = View { headline, blocks: &blocks };
        pages::write(out, templates, "letter", pack, Reads::Nothing, view)
    });
    let docx = PackFile::new("letter.docx", |out| {
        Ok(out.write_all(&paper::docx(&[letter(pack, templates)?], Size::OFFICIAL)?)?)
    });
    vec![html, docx]
}

fn letter(pack: &Pack, templates: &Templates) -> anyhow::Result<Vec<Block>> {
    let name = match lang::current() {
        Lang::Zh => "letter.zh.txt",
        Lang::En => "letter.en.txt",
    };
    Ok(paper::blocks(&templates.render(name, &minijinja::context! { ..Serde(values(pack)) })?))
}

fn values(pack: &Pack) -> Values<'_> {
    let (heading, counts) = (&pack.heading, pack.counts());
    let communities: BTreeSet<&str> = pack.needs.iter().map(|need| &*need.place).collect();
    let of_kind = |kind: NeedKind| pack.needs.iter().filter(|need| need.kind == kind).count();
    let days_left = heading.campaign.as_ref().and_then(|campaign| {
        let left = heading.day.date().until(campaign.until.date()).ok()?;
        Some(left.get_days())
    });
    Values {
        office: &heading.office,
        signed: pack.settings.signed.clone().unwrap_or_else(|| texts::signatory(&heading.office)),
        place: heading.place.as_deref(),
        day: texts::long_day(heading.day),
        from: heading.campaign.as_ref().map(|campaign| texts::long_day(campaign.from)),
        until: heading.campaign.as_ref().map(|campaign| texts::long_day(campaign.until)),
        days_left: days_left.unwrap_or(0),
        communities: communities.len(),
        wishes: of_kind(NeedKind::Wish),
        projects: of_kind(NeedKind::Project),
        waiting: counts.waiting(),
        claimed: counts.claimed,
        fulfilled: counts.fulfilled,
        has_code: pack.settings.claim_url.is_some(),
        has_form: pack.settings.submit_url.is_some(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::paper::{BlockKind, docx};
    use super::super::tests::{need, pack};
    use super::*;
    use crate::model::words::Progress;
    use crate::privacy::wall::PublicNeed;

    fn text(pack: &Pack) -> Vec<Block> {
        letter(pack, &Templates::new(Vec::new()).unwrap()).unwrap()
    }

    #[test]
    fn letter_contains_the_figures_of_the_wall() {
        let claimed = PublicNeed { state: Progress::Claimed, place: "龙源社区".into(), ..need(2, "想要棉被") };
        let project = PublicNeed { kind: NeedKind::Project, ..need(3, "书房") };
        let blocks = text(&pack(vec![need(1, "想要老花镜"), claimed, project]));
        let all: String = blocks.iter().map(|block| format!("{}\n", block.text)).collect();
        for figure in [
            "截至2021年4月9日，树上共有2个社区的2个微心愿、1个微项目，其中已认领1个、已办结0个，还有2个等待认领。",
            "活动时间：2021年4月1日至2021年12月31日，还有266天。",
            "中共金花街道工作委员会\n（盖章）\n2021年4月9日\n",
        ] {
            assert!(all.contains(figure), "{figure}: {all}");
        }
        let kinds: Vec<BlockKind> = blocks.iter().map(|block| block.kind).collect();
        assert_eq!(kinds[..4], [BlockKind::Title, BlockKind::Subtitle, BlockKind::Address, BlockKind::Text]);
        assert_eq!(kinds.iter().filter(|kind| **kind == BlockKind::Signed).count(), 3);
        assert!(!all.contains(['{', '}', '#']), "{all}");
    }

    #[test]
    fn letter_of_an_empty_wall_has_no_figure_of_nothing() {
        let mut pack = pack(Vec::new());
        pack.heading.campaign = None;
        pack.settings.signed = Some("共建委员会".to_owned());
        let all: String = text(&pack).into_iter().map(|block| block.text).collect();
        assert!(!all.contains("0个") && !all.contains("活动时间") && all.contains("共建委员会"), "{all}");
        assert!(all.contains("还没有心愿") && all.contains("到所在社区提交") && !all.contains("挂上了心愿树"), "{all}");
        assert!(!all.contains("扫描海报") && !all.contains("记下墙号"), "{all}");
        pack.settings.submit_url = Some("https://example.org/wish".to_owned());
        let all: String = text(&pack).into_iter().map(|block| block.text).collect();
        assert!(all.contains("扫描海报上的二维码"), "{all}");
    }

    #[test]
    fn document_is_the_same_each_time() {
        let blocks = text(&pack(vec![need(1, "想要老花镜")]));
        let docx = || docx(std::slice::from_ref(&blocks), Size::OFFICIAL).unwrap();
        assert_eq!(docx(), docx());
    }
}
