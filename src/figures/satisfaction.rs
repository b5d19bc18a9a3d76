//! How content residents are with what was confirmed: scores from 1 to 5.

/// A group's confirmed claims by their scores.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Scores {
    pub confirmed: i64,
    /// How many have a score at all.
    pub scored: i64,
    /// How many have each, 1 first.
    pub by_score: [i64; 5],
}

impl Scores {
    pub fn add(&mut self, score: Option<i64>) {
        self.confirmed += 1;
        let Some(score) = score else { return };
        self.scored += 1;
        let place = usize::try_from(score - 1).ok();
        if let Some(count) = place.and_then(|place| self.by_score.get_mut(place)) {
            *count += 1;
        }
    }

    /// Another group's claims too.
    pub fn absorb(&mut self, other: &Scores) {
        self.confirmed += other.confirmed;
        self.scored += other.scored;
        self.by_score.iter_mut().zip(other.by_score).for_each(|(count, more)| *count += more);
    }

    /// Those with 4 or 5.
    pub fn content(&self) -> i64 {
        self.by_score[3] + self.by_score[4]
    }

    /// The share of 4 and 5 among those with a score (满意率).
    pub fn rate(&self) -> Option<f64> {
        (self.scored > 0).then(|| self.content() as f64 / self.scored as f64)
    }

    pub fn mean(&self) -> Option<f64> {
        let sum: i64 = (1..).zip(self.by_score).map(|(score, count)| score * count).sum();
        (self.scored > 0).then(|| sum as f64 / self.scored as f64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn claim_without_a_score_is_confirmed_and_in_no_mean() {
        let mut scores = Scores::default();
        assert_eq!((scores.mean(), scores.rate()), (None, None));
        scores.add(None);
        assert_eq!((scores.confirmed, scores.mean(), scores.rate()), (1, None, None));
        for score in [5, 4, 1, 5] {
            scores.add(Some(score));
        }
        assert_eq!((scores.confirmed, scores.scored, scores.by_score), (5, 4, [1, 0, 0, 1, 2]));
        assert_eq!((scores.mean(), scores.rate()), (Some(3.75), Some(0.75)));
        let mut both = scores;
        both.absorb(&scores);
        assert_eq!((both.confirmed, both.content(), both.mean()), (10, 6, Some(3.75)));
    }
}
