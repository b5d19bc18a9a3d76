//! A QR code as the path of its dark modules, in units of a module; the quiet zone around it is part of its box.

use std::fmt::Write;

use qrcode::canvas::{Canvas, MaskPattern};
use qrcode::{Color, EcLevel, bits, ec};
use serde::Serialize;

/// A sixth of a code may be torn or dirty.
const LEVEL: EcLevel = EcLevel::M;
/// Readers take every mask. Trying which of them spreads the dark modules best takes fifty times as long as the code itself,
/// and a city has 300,000 cards.
const MASK: MaskPattern = MaskPattern::Checkerboard;

/// Modules of quiet zone on each side: what scanners need.
const QUIET: usize = 4;

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Qr {
    /// The side of its box.
    pub side: usize,
    /// The `d` of an SVG path.
    pub path: String,
}

/// Errors: a text longer than a code holds.
pub fn qr(text: &str) -> anyhow::Result<Qr> {
    let bits = bits::encode_auto(text.as_bytes(), LEVEL)?;
    let version = bits.version();
    let width = usize::try_from(version.width())?;
    let (data, correction) = ec::construct_codewords(&bits.into_bytes(), version, LEVEL)?;
    let mut canvas = Canvas::new(version, LEVEL);
    canvas.draw_all_functional_patterns();
    canvas.draw_data(&data, &correction);
    canvas.apply_mask(MASK);
    let mut path = String::with_capacity(width * width * 2);
    for (y, row) in canvas.into_colors().chunks(width).enumerate() {
        let mut x = 0;
        while x < width {
            let dark = row[x..].iter().take_while(|color| **color == Color::Dark).count();
            if dark > 0 {
                write!(path, "M{} {}h{dark}v1h-{dark}z", x + QUIET, y + QUIET)?;
            }
            x += dark.max(1);
        }
    }
    Ok(Qr { side: width + 2 * QUIET, path })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_is_drawn_with_its_quiet_zone() {
        let code = qr("K7QF2M03").unwrap();
        assert_eq!(code.side, 21 + 8);
        assert!(code.path.starts_with("M4 4h7v1h-7z"), "{}", code.path);
        assert!(qr(&"长".repeat(2000)).is_err());
    }
}
