//! A finished pack read again, whoever has touched it meanwhile: whether its files are those that were written, and whether
//! anything in them is private. Knows bytes and what must not be in them; does not know folders or the office file.

mod decode;
mod texts;

use std::borrow::Cow;
use std::collections::HashSet;
use std::hash::{BuildHasher, RandomState};
use std::ops::Range;

use self::texts::{Reading, each_text};
use super::data::Header;
use super::wechat;
use crate::privacy::{self, Hit, HitKind, KnownNames};

/// What an office knows, and a pack must not or may contain.
#[derive(Debug, Default)]
pub struct Known {
    /// Names of residents, members and contacts, looked for as publishing looks for them.
    pub names: KnownNames,
    /// Names that may stand there: of claimants who agreed, and those by which wishers want to be called.
    pub agreed: HashSet<String>,
    pub approved: Approved,
    /// Names of places and organisations, in which a person's name means nobody.
    pub places: Vec<String>,
    /// The public codes of the office's needs: random letters, QQ7EPWNK among them, that identify nobody.
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

/// How long words of the pack's own are: public codes, shown and whole digests.
const LENGTHS: [usize; 3] = [8, 16, 64];

/// Texts of the pack's own that look like numbers, and are none: digests and public codes.
#[derive(Debug, Default)]
pub struct OwnWords(HashSet<String>);

impl OwnWords {
    pub fn of(header: &Header) -> OwnWords {
        let mut words = HashSet::new();
        for digest in [&header.fingerprint, &header.made_with, &header.head, &header.header_sha256] {
            words.insert(digest.clone());
            words.extend(digest.get(..16).map(str::to_owned));
        }
        words.extend(header.files.iter().map(|file| file.sha256.clone()));
        OwnWords(words)
    }
}

/// A pack that is read again, file by file.
pub struct Check<'k> {
    known: &'k Known,
    own: &'k OwnWords,
    /// Digests of texts that are harmless: a pack has the same content in half a dozen files.
    clean: HashSet<u64>,
    hasher: RandomState,
}

impl<'k> Check<'k> {
    pub fn new(known: &'k Known, own: &'k OwnWords) -> Check<'k> {
        Check { known, own, clean: HashSet::new(), hasher: RandomState::new() }
    }

    /// What is private in a file, each kind once a line.
    pub fn leaks(&mut self, name: &str, bytes: &[u8]) -> Vec<Leak> {
        let (mut leaks, mut seen) = (Vec::new(), HashSet::new());
        each_text(name, bytes, |reading| {
            for (kind, shown) in self.private(&reading) {
                if seen.insert((reading.at.clone(), kind)) {
                    leaks.push(Leak { at: reading.at.clone(), kind, shown });
                }
            }
        });
        leaks
    }

    /// What is private in a text, or hides in it.
    fn private(&mut self, reading: &Reading) -> Vec<(HitKind, String)> {
        let digest = (!reading.is_plain).then(|| self.hasher.hash_one(&reading.text));
        if digest.is_some_and(|digest| self.clean.contains(&digest)) {
            return Vec::new();
        }
        let mut found = self.private_words(reading);
        for hidden in reading.hidden() {
            found.extend(self.private_words(&hidden));
        }
        if found.is_empty() {
            self.clean.extend(digest);
        }
        found
    }

    fn private_words(&self, reading: &Reading) -> Vec<(HitKind, String)> {
        let Known { names, agreed, approved, places, codes } = self.known;
        let text = &*without_words(&reading.text, |word| self.own.0.contains(word) || codes.contains(word));
        let mut found = if reading.is_plain {
            decode::bare_numbers(text)
        } else {
            let found = privacy::scan(text, &[]).into_iter().chain(names_in(text, names, places));
            found.map(|hit| (hit.kind, hit.span)).collect()
        };
        let is_agreed = |words: &str| agreed.iter().any(|name| words.contains(name.as_str()));
        found.retain(|(kind, span)| *kind != HitKind::PersonName || !is_agreed(&text[span.clone()]));
        if !found.is_empty() {
            let left = approved.taken_out_of(text);
            found.retain(|(_, span)| left.contains(&plain(&text[span.clone()])));
        }
        found.into_iter().map(|(kind, span)| (kind, shown(kind, &text[span]))).collect()
    }
}

/// The text with a mark in place of each of the pack's own words, so that their digits join no others: `2021-04-15 · 0013…`.
fn without_words(text: &str, is_own: impl Fn(&str) -> bool) -> Cow<'_, str> {
    const MARK: &str = "〓";
    let (mut left, mut end) = (String::new(), 0);
    let is_of_a_word = |byte: &u8| byte.is_ascii_alphanumeric();
    let mut at = 0;
    while at < text.len() {
        let long = text.as_bytes()[at..].iter().take_while(|byte| is_of_a_word(byte)).count();
        if LENGTHS.contains(&long) && is_own(&text[at..at + long]) {
            left.push_str(&text[end..at]);
            left.push_str(MARK);
            end = at + long;
        }
        at += long.max(1);
    }
    if end == 0 { Cow::Borrowed(text) } else { Cow::Owned(left + &text[end..]) }
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
fn names_in(text: &str, names: &KnownNames, places: &[String]) -> Vec<Hit> {
    let mut names = privacy::known_names(text, names);
    if names.is_empty() {
        return names;
    }
    let of_places: Vec<Range<usize>> = places
        .iter()
        .filter(|place| !place.is_empty())
        .flat_map(|place| text.match_indices(place.as_str()).map(|(at, place)| at..at + place.len()))
        .collect();
    names.retain(|hit| !of_places.iter().any(|place| place.start <= hit.span.start && hit.span.end <= place.end));
    names
}

/// Texts that somebody has read and confirmed: what is in them may be published, in them alone.
#[derive(Debug, Default)]
pub struct Approved(HashSet<String>);

impl Approved {
    pub fn add(&mut self, text: &str) {
        self.0.insert(plain(text));
    }

    /// What a text of the pack says besides those that were confirmed, whole or as lists and cards cut them.
    fn taken_out_of(&self, text: &str) -> String {
        const SHORTEST: usize = 8;
        const MARK: &str = "〓";
        let mut left = plain(text);
        if self.0.contains(&left) {
            return String::new();
        }
        let cut: Vec<String> = text
            .match_indices('…')
            .map(|(at, _)| plain(text[..at].rsplit(['<', '>', '"', '|']).next().unwrap_or_default()))
            .collect();
        for approved in self.0.iter().filter(|approved| !approved.is_empty()) {
            if left.contains(approved) {
                left = left.replace(approved, MARK);
            }
            for begins in cut.iter().filter(|cut| cut.chars().count() >= SHORTEST && approved.starts_with(*cut)) {
                left = left.replace(begins, MARK);
            }
        }
        left
    }
}

/// The text as WeChat's list writes it, without blanks.
fn plain(text: &str) -> String {
    wechat::plain(text).chars().filter(|c| !c.is_whitespace()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(name: &str, bytes: impl AsRef<[u8]>) -> Vec<HitKind> {
        let mut names = KnownNames::default();
        ["伍峰峰", "金花", "符书"].iter().for_each(|name| names.add(name));
        let mut approved = Approved::default();
        approved.add("想要一本13900001111牌的挂历");
        approved.add("书包");
        let known = Known {
            names,
            agreed: ["阿伯".to_owned()].into(),
            approved,
            places: vec!["金花街道".to_owned()],
            codes: HashSet::new(),
        };
        let leaks = Check::new(&known, &OwnWords::default()).leaks(name, bytes.as_ref());
        leaks.into_iter().map(|leak| leak.kind).collect()
    }

    fn count(name: &str, text: &str, known: &Known, own: &OwnWords) -> usize {
        Check::new(known, own).leaks(name, text.as_bytes()).len()
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
    fn what_was_confirmed_hides_nothing_beside_it() {
        for text in ["想要书包，电话19900001001", "想要一本13900001111牌的挂历，电话19900001001"] {
            assert_eq!(kinds("a.html", format!("<p>{text}</p>")), [HitKind::Phone], "{text}");
            assert_eq!(kinds("wechat.txt", format!("3号 | 水街社区 | {text}")), [HitKind::Phone], "{text}");
        }
    }

    #[test]
    fn confirmed_text_is_allowed_wherever_it_occurs() {
        let mut known = Known::default();
        known.approved.add("送到3#501，谢谢");
        for text in ["3号 | 水街社区 | 送到3＃501，谢谢 | 已认领", "3号，待认领：送到3#501，谢谢"]
        {
            assert_eq!(count("wechat.txt", text, &known, &OwnWords::default()), 0, "{text}");
        }
    }

    #[test]
    fn what_was_found_once_is_found_in_each_place() {
        let (known, own) = (Known::default(), OwnWords::default());
        let mut check = Check::new(&known, &own);
        let lines = |leaks: Vec<Leak>| leaks.iter().map(|leak| leak.at.line).collect::<Vec<_>>();
        let text = "想要书包\n电话199 0000 1001\n想要书包\n电话199 0000 1001\n";
        assert_eq!(
            (lines(check.leaks("a.txt", text.as_bytes())), lines(check.leaks("b.txt", text.as_bytes()))),
            (vec![2, 4], vec![2, 4])
        );
    }

    #[test]
    fn words_of_the_pack_itself_are_no_numbers() {
        let own = OwnWords(["ab19900001001cde".to_owned()].into());
        let found = |text: &str| count("a.txt", text, &Known::default(), &own);
        assert_eq!((found("存档 ab19900001001cde"), found("存档 ab 19900001001 cde") > 0), (0, true));
        // Nor with what stands beside them.
        let own = OwnWords(["900001001abcdef0".to_owned()].into());
        let found = |text: &str| count("a.txt", text, &Known::default(), &own);
        assert_eq!((found("2021-04-19 · 900001001abcdef0"), found("2021-04-19 · 900001001") > 0), (0, true));
    }

    #[test]
    fn counts_of_the_pack_are_no_numbers_and_doors_however_large_they_are() {
        use crate::lang::{Lang, publish as texts, speaking};
        let (known, own) = (Known::default(), OwnWords::default());
        let counts = [1, 2, 12, 98, 101, 508, 1203, 2301, 30_000, 199_000];
        for (one, all) in counts.iter().flat_map(|one| counts.iter().map(move |all| (*one, *all))) {
            for lang in [Lang::Zh, Lang::En] {
                let sentences = speaking(lang, || {
                    let counts = texts::wechat_counts(all, one);
                    [
                        texts::wechat_opening("金花街道", "2021-04-09", &counts) + &texts::wechat_part(one, all),
                        texts::wechat_all_taken(all),
                        texts::wechat_left(one),
                        texts::page_shown(one, all),
                        texts::page_summary(all, one, one, one),
                        texts::page_waiting(one, all),
                        texts::screen_claimed(texts::screen_month_day(11, 30), texts::member(), one),
                        texts::cards_summary(all, one),
                        format!("三元里社区 {}", texts::page_tree(one, all)),
                        format!("{} | 蟠虬社区 | 想要一台风扇 ×{all}", texts::wall_number(one)),
                    ]
                });
                for text in sentences {
                    assert_eq!(count("wechat.txt", &text, &known, &own), 0, "{text}");
                }
            }
        }
    }

    #[test]
    fn choices_and_file_names_of_the_pack_are_no_names_and_numbers() {
        let mut known = Known::default();
        known.names.add("区凤阳");
        let found = |name: &str, text: &str| count(name, text, &known, &OwnWords::default());
        let choices = "<select><option>全部社区</option><option>凤阳社区</option></select>";
        assert_eq!((found("tree.html", choices), found("tree.html", "<p>区凤阳想要一盏灯</p>")), (0, 1));
        let files = r#"{"files":[{"name":"cards-30001-31000.html"}],"title":"30001-31000.19900001001"}"#;
        assert_eq!(found("data.json", files), 1);
    }

    #[test]
    fn public_code_is_no_account_whatever_it_begins_with() {
        let known = Known { codes: ["QQ7EPWNK".to_owned(), "WX42345A".to_owned()].into(), ..Known::default() };
        let found = |text: &str| count("a.csv", text, &known, &OwnWords::default());
        assert_eq!((found("QQ7EPWNK,水街社区,想要一盏灯\n"), found("3号 WX42345A\n")), (0, 0));
        assert_eq!((found("QQ8EPWNK,水街社区\n"), found("加QQ7EPWNKX\n"), found("QQ:7EPWNK\n")), (1, 1, 1));
    }
}
