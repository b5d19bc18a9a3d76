//! Which parts of a cell's text a workbook strikes out. Knows looks, nothing of what a text says.

use quick_xml::events::BytesStart;

use super::styles::strikes;
use crate::intake::cells::Mark;

/// Of a text whose parts have looks of their own: whether some are struck out, some are not, and some look as their cell does.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Parts {
    pub struck: bool,
    pub plain: bool,
    pub as_cell: bool,
}

/// The mark of a cell with a text of such parts, or of one part that looks as the cell does.
pub fn mark(parts: Option<Parts>, is_cell_struck: bool) -> Option<Mark> {
    let Parts { struck, plain, as_cell } = parts.unwrap_or(Parts { as_cell: true, ..Parts::default() });
    match (struck || as_cell && is_cell_struck, plain || as_cell && !is_cell_struck) {
        (true, true) => Some(Mark::PartlyStruck),
        (true, false) => Some(Mark::Struck),
        (false, _) => None,
    }
}

/// The parts of a rich text of an xlsx while it is read.
#[derive(Debug, Default)]
pub struct Runs {
    parts: Parts,
    has_runs: bool,
    /// Whether the part at hand is struck out, where it says how it looks.
    looks: Option<bool>,
}

impl Runs {
    /// Takes a tag of this name; whether it says how a part looks and nothing else.
    pub fn look(&mut self, name: &str, tag: &BytesStart<'_>) -> bool {
        match name {
            "r" => (self.has_runs, self.looks) = (true, None),
            "rPr" => self.looks = Some(false),
            "strike" => self.looks = Some(strikes(tag)),
            _ => return false,
        }
        true
    }

    /// Takes the text of the part at hand.
    pub fn add(&mut self, text: &str) {
        if text.trim().is_empty() {
            return;
        }
        match self.looks {
            Some(true) => self.parts.struck = true,
            Some(false) => self.parts.plain = true,
            None => self.parts.as_cell = true,
        }
    }

    /// What was found of a text that has parts; begins the next text.
    pub fn take(&mut self) -> Option<Parts> {
        let Runs { parts, has_runs, .. } = std::mem::take(self);
        has_runs.then_some(parts)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_struck_out_where_all_its_parts_are() {
        let parts = |struck, plain, as_cell| Some(Parts { struck, plain, as_cell });
        for (parts, is_cell_struck, marked) in [
            (None, false, None),
            (None, true, Some(Mark::Struck)),
            (parts(true, false, false), false, Some(Mark::Struck)),
            (parts(true, true, false), true, Some(Mark::PartlyStruck)),
            (parts(false, true, false), true, None),
            (parts(false, true, true), true, Some(Mark::PartlyStruck)),
            (parts(true, false, true), false, Some(Mark::PartlyStruck)),
            (parts(true, false, true), true, Some(Mark::Struck)),
        ] {
            assert_eq!(mark(parts, is_cell_struck), marked, "{parts:?} {is_cell_struck}");
        }
    }
}
