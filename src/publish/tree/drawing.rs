//! The tree as SVG: trunk, crown and what hangs in it, drawn by numbers from a seed, so that the same wall looks the same
//! again. Every length is in the units of a square of 1,000 that one tree stands in. No text gets in here.

use std::f64::consts::TAU;
use std::fmt::Write;

use super::super::settings::{Look, Rgb};
use crate::model::words::{NeedKind, Shape, Stage};

/// How many different trees there are.
pub const VARIANTS: usize = 3;

/// The middle of the crown and its half axes; what hangs in it stays a little farther inside.
const MIDDLE: (f64, f64) = (500.0, 378.0);
const CROWN: (f64, f64) = (440.0, 332.0);
const HANGING: (f64, f64) = (384.0, 280.0);
/// The largest radius of what hangs in the crown.
const LARGEST: f64 = 58.0;

/// Numbers that look random and are the same each time (splitmix64).
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        let bits = (mixed ^ (mixed >> 31)) >> 11;
        bits as f64 / (1_u64 << 53) as f64
    }

    fn between(&mut self, from: f64, to: f64) -> f64 {
        from + (to - from) * self.roll()
    }
}

/// Where something hangs, and how large it is.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize)]
pub struct Spot {
    pub x: i32,
    pub y: i32,
}

/// The places of so many apples in a crown, from its top left to its bottom right, and their radius.
pub fn spots(count: usize, seed: u64) -> (Vec<Spot>, i32) {
    let mut dice = Dice(seed);
    let area = TAU / 2.0 * HANGING.0 * HANGING.1;
    let apart = (area / count.max(1) as f64).sqrt();
    let radius = (apart * 0.43).min(LARGEST);
    let golden = TAU * 0.381_966;
    let turn = dice.between(0.0, TAU);
    let mut points: Vec<(f64, f64)> = (0..count)
        .map(|at| {
            let far = ((at as f64 + 0.5) / count as f64).sqrt();
            let angle = at as f64 * golden + turn;
            let sway = (apart - 2.0 * radius).max(0.0) * 0.35;
            let x = MIDDLE.0 + HANGING.0 * far * angle.cos() + dice.between(-sway, sway);
            // The crown is flatter below.
            let down = if angle.sin() > 0.0 { 0.84 } else { 1.0 };
            let y = MIDDLE.1 + HANGING.1 * far * angle.sin() * down + dice.between(-sway, sway);
            (x, y)
        })
        .collect();
    relax(&mut points, radius * 2.12);
    // Read by rows: whoever looks for a number finds it about where it should be.
    let band = |y: f64| ((y - MIDDLE.1 + HANGING.1) / (radius * 2.0)).floor();
    points.sort_by(|one, other| {
        (band(one.1), one.0).partial_cmp(&(band(other.1), other.0)).unwrap_or(std::cmp::Ordering::Equal)
    });
    let spots = points.iter().map(|(x, y)| Spot { x: whole(*x), y: whole(*y) }).collect();
    (spots, whole(radius))
}

/// Pushes points that are too near apart, and keeps them in the crown.
fn relax(points: &mut [(f64, f64)], apart: f64) {
    for _ in 0..40 {
        let mut is_calm = true;
        for at in 0..points.len() {
            for other in at + 1..points.len() {
                let (dx, dy) = (points[other].0 - points[at].0, points[other].1 - points[at].1);
                let far = (dx * dx + dy * dy).sqrt().max(0.1);
                if far < apart {
                    let push = (apart - far) / 2.0 / far;
                    points[at].0 -= dx * push;
                    points[at].1 -= dy * push;
                    points[other].0 += dx * push;
                    points[other].1 += dy * push;
                    is_calm = false;
                }
            }
            let (x, y) = ((points[at].0 - MIDDLE.0) / HANGING.0, (points[at].1 - MIDDLE.1) / HANGING.1);
            let far = (x * x + y * y).sqrt();
            if far > 1.0 {
                points[at] = (MIDDLE.0 + HANGING.0 * x / far, MIDDLE.1 + HANGING.1 * y / far);
            }
        }
        if is_calm {
            break;
        }
    }
}

/// What the page's trees are made of: a symbol for each variant, and what hangs in them.
pub fn definitions(look: &Look) -> String {
    let mut svg = String::from(SHARED);
    for variant in 0..VARIANTS {
        push(&mut svg, format_args!("<symbol id=\"tree{variant}\" viewBox=\"0 0 1000 1000\">"));
        tree(&mut svg, variant as u64 + 11);
        svg.push_str("</symbol>");
    }
    svg + &fruits(look)
}

/// What hangs in the trees: a symbol for each kind of need in each stage.
pub fn fruits(look: &Look) -> String {
    let mut svg = String::from(GLOW);
    for stage in Stage::ALL {
        let [left, right] = look.colours(*stage);
        let code = stage.code();
        let stops = |rgb: Rgb, from: u32, to: u32| {
            format!(
                "<stop offset=\"{from}%\" stop-color=\"{}\"/><stop offset=\"{to}%\" stop-color=\"{}\"/>",
                rgb.towards(Rgb([255, 255, 255]), 12),
                rgb.towards(Rgb([60, 20, 0]), 10)
            )
        };
        let stops = if left == right { stops(left, 0, 100) } else { stops(left, 0, 50) + &stops(right, 50, 100) };
        push(&mut svg, format_args!("<linearGradient id=\"hue-{code}\">{stops}</linearGradient>"));
        for kind in NeedKind::ALL {
            push(
                &mut svg,
                format_args!("<symbol id=\"{}-{code}\" viewBox=\"-60 -60 120 120\" overflow=\"visible\">", kind.code()),
            );
            fruit(&mut svg, look.shape(*kind), *stage, look.ink(*stage));
            svg.push_str("</symbol>");
        }
    }
    svg
}

/// The light on whatever hangs.
const GLOW: &str = r##"<radialGradient id="glow" cx=".36" cy=".26" r=".8"><stop offset="0" stop-color="#fff" stop-opacity=".5"/><stop offset=".38" stop-color="#fff" stop-opacity=".06"/><stop offset=".72" stop-color="#4a1500" stop-opacity=".03"/><stop offset="1" stop-color="#4a1500" stop-opacity=".3"/></radialGradient>"##;

/// Colours that several drawings share, and the mound that a tree of a grove stands on.
const SHARED: &str = r##"<symbol id="mound" viewBox="0 0 1000 1000"><path d="M20 972C180 880 330 868 500 868S830 880 980 972C860 1002 140 1002 20 972Z" fill="url(#lawn)"/></symbol><linearGradient id="bark"><stop offset="0" stop-color="#5f4028"/><stop offset=".38" stop-color="#94693f"/><stop offset=".62" stop-color="#7d5733"/><stop offset="1" stop-color="#49301d"/></linearGradient><radialGradient id="lawn" cx=".5" cy="0" r=".9"><stop offset="0" stop-color="#b9d77d"/><stop offset=".6" stop-color="#93be5c"/><stop offset="1" stop-color="#7fae50"/></radialGradient><linearGradient id="wood" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#e9c690"/><stop offset="1" stop-color="#cf9f62"/></linearGradient>"##;

/// A tree without what hangs in it.
fn tree(svg: &mut String, seed: u64) {
    let mut dice = Dice(seed.wrapping_mul(7919));
    grass(svg, &mut dice);
    crown_layer(svg, &mut dice, "#315c2d", (0.0, 22.0), 1.0, (58.0, 104.0));
    edge(svg, &mut dice, 110, "#315c2d", (0.0, 22.0), 1.0);
    trunk(svg, &mut dice);
    crown_layer(svg, &mut dice, "#42733a", (0.0, 0.0), 0.96, (50.0, 96.0));
    edge(svg, &mut dice, 90, "#42733a", (0.0, 0.0), 0.96);
    leaves(svg, &mut dice, 210, &["#2f5b2c", "#376631", "#528640"], (0.0, 6.0), 1.0);
    crown_layer(svg, &mut dice, "#518642", (-20.0, -30.0), 0.79, (44.0, 84.0));
    edge(svg, &mut dice, 70, "#518642", (-20.0, -30.0), 0.79);
    leaves(svg, &mut dice, 190, &["#447838", "#5f964a", "#6fa654"], (-20.0, -26.0), 0.82);
    crown_layer(svg, &mut dice, "#629949", (-66.0, -88.0), 0.47, (34.0, 66.0));
    edge(svg, &mut dice, 46, "#629949", (-66.0, -88.0), 0.47);
    leaves(svg, &mut dice, 120, &["#78af58", "#88bd65", "#589044"], (-52.0, -66.0), 0.56);
}

/// The tree's shadow, grass and flowers.
fn grass(svg: &mut String, dice: &mut Dice) {
    svg.push_str("<ellipse cx=\"500\" cy=\"915\" rx=\"330\" ry=\"34\" fill=\"#3f6b2c\" opacity=\".3\"/>");
    let mut blades = String::new();
    for _ in 0..70 {
        let x = dice.between(70.0, 930.0);
        let y = 900.0 + ((x - 500.0) / 430.0).powi(2) * 62.0 + dice.between(-14.0, 30.0);
        let (high, lean) = (dice.between(12.0, 30.0), dice.between(-9.0, 9.0));
        push(
            &mut blades,
            format_args!(
                "M{} {}q{} {} {} {}",
                whole(x),
                whole(y),
                whole(lean * 0.2),
                whole(-high * 0.6),
                whole(lean),
                whole(-high)
            ),
        );
    }
    push(
        svg,
        format_args!(
            "<path d=\"{blades}\" fill=\"none\" stroke=\"#6f9f45\" stroke-width=\"3.4\" stroke-linecap=\"round\"/>"
        ),
    );
    for colour in ["#fff7e6", "#f7c6d4", "#ffe08a"] {
        let mut flowers = String::new();
        for _ in 0..7 {
            let x = dice.between(90.0, 910.0);
            let y = 916.0 + ((x - 500.0) / 430.0).powi(2) * 46.0 + dice.between(-8.0, 24.0);
            disc(&mut flowers, x, y, dice.between(4.0, 7.0));
        }
        push(svg, format_args!("<path d=\"{flowers}\" fill=\"{colour}\"/>"));
    }
}

/// Trunk, roots and branches, with bark.
fn trunk(svg: &mut String, dice: &mut Dice) {
    let bend = dice.between(-16.0, 16.0);
    let top = 500.0 + bend;
    push(
        svg,
        format_args!(
            "<path d=\"M372 934C430 916 446 852 448 780C450 700 440 640 {a} 560L{b} 556C566 640 552 702 556 780C560 852 580 914 636 934C590 930 556 922 540 934C520 922 486 922 466 935C446 924 412 930 372 934Z\" fill=\"url(#bark)\"/>",
            a = whole(top - 52.0),
            b = whole(top + 52.0),
        ),
    );
    let mut branches = String::new();
    for (side, from, wide) in
        [(-1.0, 700.0, 30.0), (1.0, 676.0, 32.0), (-1.0, 610.0, 24.0), (1.0, 596.0, 24.0), (-0.12, 590.0, 34.0)]
    {
        let reach = dice.between(190.0, 265.0) * side;
        let rise = dice.between(210.0, 300.0);
        let (x, y) = (500.0 + bend * 0.6, from);
        push(
            &mut branches,
            format_args!(
                "M{} {}q{} {} {} {}q{} {} {} {}z",
                whole(x - wide / 2.0),
                whole(y),
                whole(reach * 0.3),
                whole(-rise * 0.66),
                whole(reach),
                whole(-rise),
                whole(-reach * 0.55 + wide * 0.5),
                whole(rise * 0.32),
                whole(-reach + wide),
                whole(rise),
            ),
        );
    }
    push(svg, format_args!("<path d=\"{branches}\" fill=\"#6d4a2c\"/>"));
    let (mut dark, mut light) = (String::new(), String::new());
    for at in 0..16 {
        let x = dice.between(458.0, 548.0) + bend * 0.2;
        let y = dice.between(600.0, 880.0);
        let long = dice.between(26.0, 74.0);
        let lines = if at % 3 == 0 { &mut light } else { &mut dark };
        push(
            lines,
            format_args!(
                "M{} {}q{} {} {} {}",
                whole(x),
                whole(y),
                whole(dice.between(-7.0, 7.0)),
                whole(long / 2.0),
                whole(dice.between(-5.0, 5.0)),
                whole(long)
            ),
        );
    }
    push(
        svg,
        format_args!(
            "<path d=\"{dark}\" fill=\"none\" stroke=\"#3f2917\" stroke-opacity=\".55\" stroke-width=\"5\" stroke-linecap=\"round\"/>"
        ),
    );
    push(
        svg,
        format_args!(
            "<path d=\"{light}\" fill=\"none\" stroke=\"#c59a68\" stroke-opacity=\".6\" stroke-width=\"4\" stroke-linecap=\"round\"/>"
        ),
    );
    svg.push_str("<path d=\"M492 742c22 -8 34 6 30 24c-4 18 -30 20 -36 4c-4 -12 0 -24 6 -28z\" fill=\"#3f2917\" opacity=\".5\"/>");
}

/// A mass of leaves: discs along the crown's edge and inside it, as one shape.
fn crown_layer(svg: &mut String, dice: &mut Dice, colour: &str, shift: (f64, f64), scale: f64, radius: (f64, f64)) {
    let mut shape = String::new();
    let (rx, ry) = (CROWN.0 * scale, CROWN.1 * scale);
    let (x, y) = (MIDDLE.0 + shift.0, MIDDLE.1 + shift.1);
    let discs = (21.0 * scale.max(0.62)).round();
    let mut at = 0.0;
    while at < discs {
        let angle = TAU * (at + dice.between(-0.22, 0.22)) / discs;
        let r = dice.between(radius.0, radius.1);
        // The crown is flatter below.
        let down = if angle.sin() > 0.0 { 0.86 } else { 1.0 };
        disc(&mut shape, x + (rx - r * 0.78) * angle.cos(), y + (ry - r * 0.78) * angle.sin() * down, r);
        at += 1.0;
    }
    push(
        &mut shape,
        format_args!(
            "M{} {}a{rx:.0} {ry:.0} 0 1 0 {} 0a{rx:.0} {ry:.0} 0 1 0 {} 0z",
            whole(x - rx * 0.8),
            whole(y),
            whole(rx * 1.6),
            whole(-rx * 1.6),
            rx = rx * 0.8,
            ry = ry * 0.8
        ),
    );
    push(svg, format_args!("<path d=\"{shape}\" fill=\"{colour}\"/>"));
}

/// Single leaves, denser towards the crown's edge; one shape for each colour.
fn leaves(svg: &mut String, dice: &mut Dice, count: usize, colours: &[&str], shift: (f64, f64), scale: f64) {
    for colour in colours {
        let mut shape = String::new();
        for _ in 0..count / colours.len() {
            let angle = dice.between(0.0, TAU);
            let far = dice.between(0.02, 1.0).sqrt() * scale;
            let down = if angle.sin() > 0.0 { 0.9 } else { 1.0 };
            let x = MIDDLE.0 + shift.0 + (CROWN.0 - 14.0) * far * angle.cos();
            let y = MIDDLE.1 + shift.1 + (CROWN.1 - 14.0) * far * angle.sin() * down;
            leaf(&mut shape, x, y, dice.between(15.0, 29.0), dice.between(0.0, TAU));
        }
        push(svg, format_args!("<path d=\"{shape}\" fill=\"{colour}\"/>"));
    }
}

/// Leaves that stand out along the edge of a layer, so that it looks grown and not cut.
fn edge(svg: &mut String, dice: &mut Dice, count: usize, colour: &str, shift: (f64, f64), scale: f64) {
    let mut shape = String::new();
    for _ in 0..count {
        let angle = dice.between(0.0, TAU);
        let down = if angle.sin() > 0.0 { 0.86 } else { 1.0 };
        let far = scale * dice.between(0.9, 1.0);
        let x = MIDDLE.0 + shift.0 + CROWN.0 * far * angle.cos();
        let y = MIDDLE.1 + shift.1 + CROWN.1 * far * angle.sin() * down;
        leaf(&mut shape, x, y, dice.between(18.0, 34.0), angle + dice.between(-0.9, 0.9));
    }
    push(svg, format_args!("<path d=\"{shape}\" fill=\"{colour}\"/>"));
}

fn leaf(shape: &mut String, x: f64, y: f64, long: f64, angle: f64) {
    let (along, across) =
        ((angle.cos() * long, angle.sin() * long), (-angle.sin() * long * 0.46, angle.cos() * long * 0.46));
    push(
        shape,
        format_args!(
            "M{} {}q{} {} {} {}q{} {} {} {}",
            whole(x),
            whole(y),
            whole(along.0 * 0.4 + across.0),
            whole(along.1 * 0.4 + across.1),
            whole(along.0),
            whole(along.1),
            whole(-along.0 * 0.6 - across.0),
            whole(-along.1 * 0.6 - across.1),
            whole(-along.0),
            whole(-along.1)
        ),
    );
}

fn disc(shape: &mut String, x: f64, y: f64, r: f64) {
    let (r, wide) = (whole(r), whole(r) * 2);
    push(shape, format_args!("M{} {}a{r} {r} 0 1 0 {wide} 0a{r} {r} 0 1 0 -{wide} 0z", whole(x) - r, whole(y)));
}

/// What hangs in the tree, around the point 0 0, about 50 in radius: a paper shape with a light edge.
fn fruit(svg: &mut String, shape: Shape, stage: Stage, ink: Rgb) {
    let outline = match shape {
        Shape::Apple => {
            "M0 -33C-9 -44 -52 -44 -51 -2C-50 34 -24 52 -8 47C-3 45 3 45 8 47C24 52 50 34 51 -2C52 -44 9 -44 0 -33Z"
        }
        Shape::Lantern => "M-20 -42H20C46 -36 54 -18 54 0S46 36 20 42H-20C-46 36 -54 18 -54 0S-46 -36 -20 -42Z",
        Shape::Heart => "M0 48C-34 26 -54 4 -52 -18C-50 -42 -16 -50 0 -22C16 -50 50 -42 52 -18C54 4 34 26 0 48Z",
        Shape::Star => "M0 -54L15 -19L53 -16L24 9L33 46L0 26L-33 46L-24 9L-53 -16L-15 -19Z",
    };
    push(svg, format_args!("<path d=\"{outline}\" fill=\"#1d2f14\" opacity=\".3\" transform=\"translate(4 8)\"/>"));
    if shape == Shape::Lantern {
        svg.push_str("<path d=\"M0 -62V-48M0 50V66M-7 52V70M7 52V70\" stroke=\"#c98a1b\" stroke-width=\"4\" stroke-linecap=\"round\"/>");
    }
    push(
        svg,
        format_args!(
            "<path d=\"{outline}\" fill=\"url(#hue-{})\" stroke=\"#fffaf0\" stroke-width=\"5\" stroke-linejoin=\"round\"/><path d=\"{outline}\" fill=\"url(#glow)\"/>",
            stage.code()
        ),
    );
    match shape {
        Shape::Apple => svg.push_str("<path d=\"M0 -32C-2 -44 2 -54 9 -60\" fill=\"none\" stroke=\"#5f4028\" stroke-width=\"6\" stroke-linecap=\"round\"/><path d=\"M5 -46C14 -62 34 -62 42 -52C32 -42 16 -38 5 -46Z\" fill=\"#7cb342\" stroke=\"#fffaf0\" stroke-width=\"3\"/>"),
        Shape::Lantern => svg.push_str("<path d=\"M-18 -41C-30 -20 -30 20 -18 41M18 -41C30 -20 30 20 18 41\" fill=\"none\" stroke=\"#5a1200\" stroke-opacity=\".35\" stroke-width=\"3\"/><rect x=\"-24\" y=\"-50\" width=\"48\" height=\"11\" rx=\"4\" fill=\"#e0a52e\"/><rect x=\"-24\" y=\"39\" width=\"48\" height=\"11\" rx=\"4\" fill=\"#e0a52e\"/>"),
        Shape::Heart | Shape::Star => {}
    }
    // Told by more than the colour: a tick for what is taken, a star for what is done.
    match stage {
        Stage::Open | Stage::PartlyClaimed => {}
        Stage::Claimed => push(
            svg,
            format_args!(
                "<circle cx=\"33\" cy=\"31\" r=\"17\" fill=\"#fffaf0\"/><path d=\"M25 31l6 7l11 -13\" fill=\"none\" stroke=\"{ink}\" stroke-width=\"6\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/>"
            ),
        ),
        Stage::Fulfilled => push(
            svg,
            format_args!(
                "<circle cx=\"33\" cy=\"31\" r=\"17\" fill=\"#fffaf0\"/><path d=\"M33 18l4 8.600l9.400 1.200l-6.800 6.500l1.700 9.300l-8.300 -4.500l-8.300 4.500l1.700 -9.300l-6.800 -6.500l9.400 -1.200z\" fill=\"{ink}\"/>"
            ),
        ),
    }
}

fn whole(length: f64) -> i32 {
    length.round() as i32
}

/// Appends; a text takes whatever it is given.
fn push(text: &mut String, more: std::fmt::Arguments<'_>) {
    if text.write_fmt(more).is_err() {
        debug_assert!(false, "a text takes whatever it is given");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn apples_hang_apart_in_the_crown_and_the_same_each_time() {
        for count in [1, 2, 10, 33, 45] {
            let (hung, radius) = spots(count, 5);
            assert_eq!(hung.len(), count);
            for (at, one) in hung.iter().enumerate() {
                let inside = ((f64::from(one.x) - MIDDLE.0) / CROWN.0).hypot((f64::from(one.y) - MIDDLE.1) / CROWN.1);
                assert!(inside < 1.0, "{count}: {one:?}");
                for other in &hung[at + 1..] {
                    let far = f64::from(one.x - other.x).hypot(f64::from(one.y - other.y));
                    assert!(far > f64::from(radius) * 1.8, "{count}: {one:?} {other:?} {radius}");
                }
            }
            assert_eq!(spots(count, 5), (hung, radius));
        }
    }

    #[test]
    fn every_need_has_its_drawing() {
        let svg = definitions(&Look::default());
        for id in ["tree0", "wish-open", "wish-partly_claimed", "project-fulfilled", "hue-claimed"] {
            assert!(svg.contains(&format!("id=\"{id}\"")), "{id}");
        }
        assert_eq!(svg, definitions(&Look::default()));
        assert!(svg.len() < 160_000, "{}", svg.len());
    }
}
