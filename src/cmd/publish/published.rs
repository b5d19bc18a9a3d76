//! What a run has put up: a city's 300,000 needs are counted, and only as many of them kept as the answer shows.

use serde::{Serialize, Serializer};

use crate::store::rows::NeedRow;

/// The codes lie in one text, so that a need takes 16 bytes and its code instead of some 60: an answer in JSON has them all.
#[derive(Debug, Default)]
pub struct Published {
    codes: String,
    /// Where each code ends, and the need's wall number.
    kept: Vec<(usize, Option<u32>)>,
    pub count: usize,
    /// How many are kept.
    pub most: usize,
}

/// One need that was put up.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct PutUp<'p> {
    pub code: &'p str,
    pub number: Option<u32>,
}

impl Published {
    pub fn add(&mut self, need: &NeedRow) {
        self.count += 1;
        if self.kept.len() < self.most {
            self.codes.push_str(need.code.as_str());
            self.kept.push((self.codes.len(), need.number.and_then(|number| u32::try_from(number).ok())));
        }
    }

    /// Those that are kept, in the order in which they were put up.
    pub fn iter(&self) -> impl Iterator<Item = PutUp<'_>> {
        let mut begin = 0;
        self.kept.iter().map(move |(end, number)| {
            let code = &self.codes[begin..*end];
            begin = *end;
            PutUp { code, number: *number }
        })
    }
}

impl Serialize for Published {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}
