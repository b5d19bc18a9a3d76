//! Lists of words, looked up at a place of a text by their first or last character: most places are no word's.

/// A text as a scan sees it: the character at a place.
pub trait Characters {
    fn char_at(&self, at: usize) -> Option<char>;
}

impl Characters for [super::people::Seen] {
    fn char_at(&self, at: usize) -> Option<char> {
        self.get(at).map(|(_, c)| *c)
    }
}

impl Characters for [super::glyphs::Glyph] {
    fn char_at(&self, at: usize) -> Option<char> {
        self.get(at).map(|glyph| glyph.c)
    }
}

/// As many as the last bits of a character distinguish.
const BUCKETS: usize = 512;

/// Words by one of their edges; made of lists with blanks between.
pub struct Words {
    buckets: Vec<Vec<Box<[char]>>>,
}

impl Words {
    /// To be looked for from their first character on.
    pub fn starting(lists: &[&str]) -> Words {
        Words::by(lists, |word| word[0])
    }

    /// To be looked for from their last character back.
    pub fn ending(lists: &[&str]) -> Words {
        Words::by(lists, |word| word[word.len() - 1])
    }

    fn by(lists: &[&str], edge: fn(&[char]) -> char) -> Words {
        let mut buckets: Vec<Vec<Box<[char]>>> = vec![Vec::new(); BUCKETS];
        for word in lists.iter().flat_map(|list| list.split_whitespace()) {
            let word: Box<[char]> = word.chars().collect();
            if let Some(bucket) =
                (!word.is_empty()).then(|| edge(&word)).and_then(|c| buckets.get_mut(c as usize % BUCKETS))
            {
                bucket.push(word);
            }
        }
        Words { buckets }
    }

    /// The words that may stand where `c` is their edge, in their order.
    pub fn with(&self, c: char) -> &[Box<[char]>] {
        &self.buckets[c as usize % BUCKETS]
    }

    /// The length of the first word that stands at `here`.
    pub fn at<T: Characters + ?Sized>(&self, text: &T, here: usize) -> Option<usize> {
        let words = self.with(text.char_at(here)?);
        words
            .iter()
            .find(|word| word.iter().enumerate().all(|(offset, c)| text.char_at(here + offset) == Some(*c)))
            .map(|word| word.len())
    }

    /// The length of the first word that ends before `end`.
    pub fn before<T: Characters + ?Sized>(&self, text: &T, end: usize) -> Option<usize> {
        let words = self.with(text.char_at(end.checked_sub(1)?)?);
        let ends = |word: &[char]| {
            let begin = end.checked_sub(word.len());
            begin.is_some_and(|begin| {
                word.iter().enumerate().all(|(offset, c)| text.char_at(begin + offset) == Some(*c))
            })
        };
        words.iter().find(|word| ends(word)).map(|word| word.len())
    }
}
