//! A finished pack read again, whoever has touched it meanwhile: whether its files are those that were written, and whether
//! anything in them is private. Knows bytes and what must not be in them; does not know folders or the office file.

mod decode;
mod texts;

use std::collections::HashSet;

use self::texts::{Reading, each_text};
use super::data::Header;
use super::one_line;
use crate::privacy::{self, Hit, HitKind, KnownNames};

/// What an office knows, and a pack must not or may tell.
#[derive(Debug, Default)]
pub struct Known {
    /// Names of residents, members and contacts, looked for as publishing looks for them.
    pub names: KnownNames,
    /// Names that may stand there: of claimants who agreed, and those by which wishers want to be called.
    pub agreed: HashSet<String>,
    /// Texts that somebody has read and confirmed: what they tell may be told.
    pub approved: Vec<String>,
    /// Names of places and organisations, in which a person's name means nobody.
    pub places: Vec<String>,
    /// The public codes of the office's needs: random letters, QQ7EPWNK among them, that tell of nobody.
    pub codes: HashSet<String>,
}

/// Where something is in a file.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct At {
    /// The part of a zip.
    pub part: Option<String>,
    /// From 1.
    pub line: usize,
}

/// Something private in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leak {
    pub at: At,
    pub kind: HitKind,
    /// Masked.
    pub shown: String,
}

/// Texts of the pack's own that look like numbers, and are none: digests and public codes.
#[derive(Debug, Default)]
pub struct OwnWords(HashSet<String>);

impl OwnWords {
    pub fn of(header: &Header) -> OwnWords {
        let mut words = HashSet::new();
        for digest in [&header.fingerprint, &header.made_with, &header.head] {
            words.insert(digest.clone());
            words.extend(digest.get(..16).map(str::to_owned));
        }
        words.extend(header.files.iter().map(|file| file.sha256.clone()));
        OwnWords(words)
    }
}

/// What is private in a file, each kind once a line.
pub fn leaks(name: &str, bytes: &[u8], known: &Known, own: &OwnWords) -> Vec<Leak> {
    let (mut leaks, mut seen) = (Vec::new(), HashSet::new());
    each_text(name, bytes, |reading| {
        for (kind, shown) in private(reading, known, own) {
            if seen.insert((reading.at.clone(), kind)) {
                leaks.push(Leak { at: reading.at.clone(), kind, shown });
            }
        }
    });
    leaks
}

fn private(reading: &Reading, known: &Known, own: &OwnWords) -> Vec<(HitKind, String)> {
    let text = &without_words(&reading.text, |word| own.0.contains(word) || known.codes.contains(word));
    let found = if reading.is_plain {
        decode::bare_numbers(text)
    } else {
        let found = privacy::scan(text, &[]).into_iter().chain(names_in(text, known));
        found.map(|hit| (hit.kind, hit.span)).collect()
    };
    let is_agreed = |kind: HitKind, words: &str| {
        kind == HitKind::PersonName && known.agreed.iter().any(|name| words.contains(name.as_str()))
    };
    let found = found.into_iter().filter(|(kind, span)| !is_agreed(*kind, &text[span.clone()]));
    let found: Vec<(HitKind, String)> = found.map(|(kind, span)| (kind, shown(kind, &text[span]))).collect();
    if !found.is_empty() && known.approved.iter().any(|approved| is_of(&reading.text, approved)) {
        Vec::new()
    } else {
        found
    }
}

/// The text with a mark in place of each of the pack's own words, so that their digits join no others: `2021-04-15 · 0013…`.
fn without_words(text: &str, is_own: impl Fn(&str) -> bool) -> String {
    const MARK: char = '〓';
    let mut left = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(begin) = rest.find(|c: char| c.is_ascii_alphanumeric()) {
        let (before, from) = rest.split_at(begin);
        let (word, behind) = from.split_at(from.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(from.len()));
        left.push_str(before);
        if is_own(word) {
            left.push(MARK)
        } else {
            left.push_str(word)
        }
        rest = behind;
    }
    left + rest
}

/// Of a name its first character, of numbers their ends.
fn shown(kind: HitKind, text: &str) -> String {
    match kind {
        HitKind::PersonName => text.chars().take(1).chain("**".chars()).collect(),
        HitKind::WeChat | HitKind::DoorNumber | HitKind::BirthDate | HitKind::SchoolClass => {
            text.chars().take(2).chain("***".chars()).collect()
        }
        HitKind::Phone | HitKind::IdNumber | HitKind::CardNumber | HitKind::Plate => {
            let (count, ends) = (text.chars().count(), 2);
            let (first, last) = (text.chars().take(ends), text.chars().skip(count.saturating_sub(ends).max(ends)));
            first.chain("****".chars()).chain(last).collect()
        }
    }
}

/// The known names that stand in a text, outside the names of places.
fn names_in(text: &str, known: &Known) -> Vec<Hit> {
    let mut names = privacy::known_names(text, &known.names);
    if names.is_empty() {
        return names;
    }
    let of_places: Vec<std::ops::Range<usize>> = known
        .places
        .iter()
        .filter(|place| !place.is_empty())
        .flat_map(|place| text.match_indices(place.as_str()).map(|(at, place)| at..at + place.len()))
        .collect();
    names.retain(|hit| !of_places.iter().any(|place| place.start <= hit.span.start && hit.span.end <= place.end));
    names
}

/// Whether a text of the pack has one that was confirmed, whole or as lists and cards cut it.
fn is_of(text: &str, approved: &str) -> bool {
    const SHORTEST: usize = 8;
    let plain = |text: &str| -> String {
        let bars = |c: char| matches!(c, '|' | '｜' | '¦' | '│' | '┃' | '∣' | '❘' | '丨');
        one_line(text).chars().filter(|c| !c.is_whitespace()).map(|c| if bars(c) { '/' } else { c }).collect()
    };
    let approved = plain(approved);
    let is_cut = |at: usize| {
        let before = plain(text[..at].rsplit(['<', '>', '"', '|']).next().unwrap_or_default());
        before.chars().count() >= SHORTEST && approved.starts_with(&before)
    };
    !approved.is_empty() && (plain(text).contains(&approved) || text.match_indices('…').any(|(at, _)| is_cut(at)))
}

/// The fingerprint that the claims and needs of a `data.json` have. `None`: it is none of ours.
pub fn fingerprint(data: &str) -> Option<String> {
    use sha2::{Digest, Sha256};
    let (_, claims) = data.split_once("\"claims\":[\n")?;
    let (claims, needs) = claims.split_once("],\n\"needs\":[\n")?;
    let needs = needs.strip_suffix("]}\n")?;
    let digest = Sha256::new().chain_update(needs).chain_update(claims).finalize();
    Some(crate::model::text::hex(&digest))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(name: &str, bytes: impl AsRef<[u8]>) -> Vec<HitKind> {
        let mut names = KnownNames::default();
        ["伍峰峰", "金花", "符书"].iter().for_each(|name| names.add(name));
        let known = Known {
            names,
            agreed: ["阿伯".to_owned()].into(),
            approved: vec!["想要一本13900001111牌的挂历".to_owned()],
            places: vec!["金花街道".to_owned()],
            codes: HashSet::new(),
        };
        leaks(name, bytes.as_ref(), &known, &OwnWords::default()).into_iter().map(|leak| leak.kind).collect()
    }

    #[test]
    fn private_things_are_found_in_every_disguise() {
        for (name, text) in [
            ("a.txt", "3号 | 请打19900001001"),
            ("a.html", "<p>199&#48;0001001</p>"),
            ("a.html", "<p title=\"19900001001\">a</p>"),
            ("a.html", "<!-- 199 0000 1001 -->"),
            ("a.html", "<p>199<b>0000</b>1001</p>"),
            ("a.html", "<path d=\"M1 1h19900001001\"/>"),
            ("a.html", "<script type=\"application/json\">{\"a\":\"\\u0031990000\\u0031001\"}</script>"),
            ("a.html", "<script>// 19900001001\n</script>"),
            ("a.html", "<a href=\"tel:%31%39%39%30%30%30%30%31%30%30%31\">a</a>"),
            ("a.html", "<img src=\"data:text/plain;base64,55S16K+dIDE5OTAwMDAxMDAx\">"),
            ("data.json", "{\"content\":\"请打19900001001\"},\n"),
            ("a.csv", "a,b\n1,19900001001\n"),
        ] {
            assert_eq!(kinds(name, text).first(), Some(&HitKind::Phone), "{name}: {text}");
        }
        assert_eq!(kinds("a.html", "<p>伍峰峰想要书包</p>"), [HitKind::PersonName]);
        assert_eq!(kinds("a.html", "<p>请交给：符书</p>"), [HitKind::PersonName]);
        assert_eq!(kinds("a.css", "/* 449999198001010014 */"), [HitKind::IdNumber]);
    }

    #[test]
    fn what_may_be_published_is_no_leak() {
        for (name, text) in [
            ("a.html", "<p>想要一本13900001111牌的挂历</p>"),
            ("wechat.txt", "3号 | 蟠虬社区 | 物资 | 想要一本13900001111牌的… | 已认领"),
            ("a.html", "<h1>金花街道双微心愿树</h1><p>2021-04-09</p>"),
            ("a.html", "<path d=\"M4 4h7v1h-7zM12 4h1v1h-1zM15 4h3v1h-3zM4 19h9\"/>"),
            ("a.html", "<style>a { color: rgb(255 253 246 / 92%); margin: 1 2 3 4 5 6 7 8 9 0 1 }</style>"),
            // Within a sentence two characters are rather other words, as for publishing.
            ("a.html", "<p>想要说明符书写的本子</p>"),
            ("data.json", "{\"number\":13,\"code\":\"K7QF2M13\",\"content\":\"书包\"},\n"),
        ] {
            assert_eq!(kinds(name, text), [], "{name}: {text}");
        }
    }

    #[test]
    fn words_of_the_pack_itself_are_no_numbers() {
        let own = OwnWords(["ab19900001001cd".to_owned()].into());
        let found = |text: &str| leaks("a.txt", text.as_bytes(), &Known::default(), &own).len();
        assert_eq!((found("存档 ab19900001001cd"), found("存档 ab 19900001001 cd") > 0), (0, true));
        // Nor with what stands beside them.
        let own = OwnWords(["900001001abcdef0".to_owned()].into());
        let found = |text: &str| leaks("a.txt", text.as_bytes(), &Known::default(), &own).len();
        assert_eq!((found("2021-04-19 · 900001001abcdef0"), found("2021-04-19 · 900001001") > 0), (0, true));
    }

    #[test]
    fn choices_and_file_names_of_the_pack_are_no_names_and_numbers() {
        let mut known = Known::default();
        known.names.add("区凤阳");
        let found = |name: &str, text: &str| leaks(name, text.as_bytes(), &known, &OwnWords::default()).len();
        let choices = "<select><option>全部社区</option><option>凤阳社区</option></select>";
        assert_eq!((found("tree.html", choices), found("tree.html", "<p>区凤阳想要一盏灯</p>")), (0, 1));
        let files = r#"{"files":[{"name":"cards-30001-31000.html"}],"title":"30001-31000.19900001001"}"#;
        assert_eq!(found("data.json", files), 1);
    }

    #[test]
    fn public_code_is_no_account_whatever_it_begins_with() {
        let known = Known { codes: ["QQ7EPWNK".to_owned(), "WX42345A".to_owned()].into(), ..Known::default() };
        let found = |text: &str| leaks("a.csv", text.as_bytes(), &known, &OwnWords::default()).len();
        assert_eq!((found("QQ7EPWNK,水街社区,想要一盏灯\n"), found("3号 WX42345A\n")), (0, 0));
        assert_eq!((found("QQ8EPWNK,水街社区\n"), found("加QQ7EPWNKX\n"), found("QQ:7EPWNK\n")), (1, 1, 1));
    }
}
