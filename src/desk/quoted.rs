//! What somebody wrote in a chat, or in a list of claims, as the office reads it on the screen and keeps it: claimants
//! by their names, and nothing else by which somebody's home or number can be known.

use crate::privacy;

/// The quote itself.
pub fn words(quote: &str) -> String {
    privacy::mask_beside_names(quote)
}

/// A text about the quote, as a doubt or a name is: whatever it quotes of the masked parts is masked there too.
pub fn about(quote: &str, text: &str) -> String {
    /// Shorter words are in other places for other reasons.
    const SHORTEST: usize = 3;
    let (plain, shown) = (privacy::mask_text(text), words(quote));
    let mut masked = String::with_capacity(plain.len());
    let mut rest = plain.as_str();
    while let Some(begin) = rest.find(char::is_alphanumeric) {
        let (before, from) = rest.split_at(begin);
        let (word, behind) = from.split_at(from.find(|c: char| !c.is_alphanumeric()).unwrap_or(from.len()));
        let is_masked = word.chars().count() >= SHORTEST && quote.contains(word) && !shown.contains(word);
        masked.push_str(before);
        masked.push_str(if is_masked { "***" } else { word });
        rest = behind;
    }
    masked.push_str(rest);
    masked
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_doubt_quotes_nothing_that_the_words_hide() {
        let quote = "王五一 4号 我家住水街5号301，电话19900009315";
        assert!(!words(quote).contains("301") && !words(quote).contains("9900009"), "{}", words(quote));
        assert!(words(quote).contains("王五一 4号"), "{}", words(quote));
        assert_eq!(about(quote, "“301”没有读懂；名册上没有“王五一”"), "“***”没有读懂；名册上没有“王五一”");
        assert_eq!(about("3号 马婉芝 区卫健局", "名册上没有“马婉芝 区卫健局”"), "名册上没有“马婉芝 区卫健局”");
    }
}
