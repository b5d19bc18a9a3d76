//! Number formats: what the code of a format shows of a number, as Excel's grammar says (ECMA-376 part 1, 18.8.31). Days,
//! months and times are known by their letters; digits, zeros and words around them are written out as the sheet shows them,
//! because offices keep codes (`000017`), months (`2026.10` in `0.00`) and words (`"男";"女"`) in formats. Knows numbers only.
//!
//! Grouping, currency signs and fills are left out: they are no part of a value. Where a format shows less than the
//! number is (`1.38E+10`, thousands as units, fractions), the number itself is taken.

use std::sync::Arc;

/// How a cell's number is shown.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Shown {
    #[default]
    General,
    Day,
    /// Year and month only.
    Month,
    Year,
    /// A time of day.
    Time,
    /// `[h]:mm`: hours beyond 24.
    Elapsed,
    Digits(Arc<Pattern>),
    /// By the number's sign, or by conditions.
    Choice(Arc<[(When, Shown)]>),
}

/// The numbers that a section of a format is for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum When {
    Positive,
    Negative,
    NotNegative,
    Below(f64),
    AtMost(f64),
    Above(f64),
    AtLeast(f64),
    Equal(f64),
    Other(f64),
    Always,
}

/// Digits as a format places them.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Pattern {
    whole: Vec<Piece>,
    part: Vec<Piece>,
    percent: bool,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Piece {
    /// A digit that is always shown.
    Zero,
    /// A digit where the number has one.
    Digit,
    Letter(char),
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Token {
    Year,
    Month,
    Day,
    Hour,
    Second,
    Elapsed,
    /// A weekday, an era, 上午/下午: parts of a day that say no more than the others.
    OfDay,
    Zero,
    Digit,
    Point,
    Comma,
    Percent,
    Slash,
    Exponent,
    General,
    Text,
    Letter(char),
}

/// The code of a format that a file names by number only (ECMA-376 part 1, 18.8.30), as the Chinese edition has it.
pub fn built_in(id: u32) -> &'static str {
    match id {
        1 => "0",
        2 => "0.00",
        3 | 37 | 38 => "#,##0",
        4 | 39 | 40 => "#,##0.00",
        5 | 6 | 41 | 42 => "#,##0",
        7 | 8 | 43 | 44 => "#,##0.00",
        9 => "0%",
        10 => "0.00%",
        11 | 48 => "0.00E+00",
        12 | 13 => "# ?/?",
        14 | 15 | 22 | 30 | 31 => "yyyy-mm-dd",
        16 | 28 | 29 | 51 | 53 | 54 | 58 => "m-d",
        17 | 27 | 36 | 50 | 52 | 57 => "yyyy-mm",
        18..=21 | 32..=35 | 45 | 47 | 55 | 56 => "h:mm:ss",
        46 => "[h]:mm:ss",
        _ => "General",
    }
}

/// What the code of a format shows. One that is longer than any is none: it would make each of its cells as long.
pub fn shown(code: &str) -> Shown {
    const LONGEST: usize = 1024;
    if code.len() > LONGEST {
        return Shown::General;
    }
    let sections: Vec<(Option<When>, Shown)> = sections(code).into_iter().take(4).map(section).collect();
    match sections.as_slice() {
        [] => Shown::General,
        [(None, one)] => one.clone(),
        [(None, first), ..] if !matches!(first, Shown::General | Shown::Digits(_)) => first.clone(),
        all => choice(all),
    }
}

fn choice(sections: &[(Option<When>, Shown)]) -> Shown {
    let has_conditions = sections.iter().any(|(when, _)| when.is_some());
    let by_place: &[When] = match sections.len() {
        _ if has_conditions => &[When::Always; 4],
        1 => &[When::Always],
        2 => &[When::NotNegative, When::Negative],
        _ => &[When::Positive, When::Negative, When::Always],
    };
    let chosen = sections.iter().zip(by_place).map(|((when, shown), place)| (when.unwrap_or(*place), shown.clone()));
    Shown::Choice(chosen.collect())
}

impl Shown {
    /// What is shown of this number.
    pub fn of(&self, number: f64) -> &Shown {
        let Shown::Choice(all) = self else { return self };
        all.iter().find(|(when, _)| when.fits(number)).map_or(&Shown::General, |(_, shown)| shown)
    }
}

impl When {
    fn fits(self, number: f64) -> bool {
        match self {
            When::Positive => number > 0.0,
            When::Negative => number < 0.0,
            When::NotNegative => number >= 0.0,
            When::Below(limit) => number < limit,
            When::AtMost(limit) => number <= limit,
            When::Above(limit) => number > limit,
            When::AtLeast(limit) => number >= limit,
            When::Equal(limit) => number == limit,
            When::Other(limit) => number != limit,
            When::Always => true,
        }
    }
}

/// The sections of a code, apart from semicolons in quotes and brackets.
fn sections(code: &str) -> Vec<&str> {
    let (mut sections, mut begin, mut chars) = (Vec::new(), 0, code.char_indices());
    while let Some((at, c)) = chars.next() {
        match c {
            '"' => drop(chars.find(|(_, c)| *c == '"')),
            '[' => drop(chars.find(|(_, c)| *c == ']')),
            '\\' | '!' | '_' | '*' => drop(chars.next()),
            ';' => {
                sections.push(&code[begin..at]);
                begin = at + 1;
            }
            _ => {}
        }
    }
    sections.push(&code[begin..]);
    sections
}

fn section(code: &str) -> (Option<When>, Shown) {
    let (tokens, when) = tokens(code);
    let date = |token: &Token| {
        matches!(
            token,
            Token::Year | Token::Month | Token::Day | Token::Hour | Token::Second | Token::Elapsed | Token::OfDay
        )
    };
    let shown = if tokens.contains(&Token::General) || tokens.contains(&Token::Text) {
        general(&tokens)
    } else if tokens.iter().any(date) {
        day(&tokens)
    } else {
        digits(&tokens)
    };
    (when, shown)
}

/// `General"元"` is its number and its words.
fn general(tokens: &[Token]) -> Shown {
    let has_words = tokens.iter().any(|token| matches!(token, Token::Letter(c) if c.is_alphanumeric()));
    let at = tokens.iter().position(|token| *token == Token::General);
    if let Some(at) = at.filter(|_| has_words) {
        let letters = |tokens: &[Token]| -> Vec<Piece> {
            tokens
                .iter()
                .filter_map(|token| if let Token::Letter(c) = token { Some(Piece::Letter(*c)) } else { None })
                .collect()
        };
        let whole = [letters(&tokens[..at]), vec![Piece::Digit]].concat();
        let part = [vec![Piece::Digit; GENERAL], letters(&tokens[at..])].concat();
        return Shown::Digits(Arc::new(Pattern { whole, part, percent: false }));
    }
    Shown::General
}

/// The digits behind the point that a number without a format shows at most.
const GENERAL: usize = 15;

fn day(tokens: &[Token]) -> Shown {
    let mut dates: Vec<Token> = tokens
        .iter()
        .copied()
        .filter(|token| !matches!(token, Token::Letter(_) | Token::Slash | Token::Point | Token::Comma))
        .collect();
    dates.dedup();
    let is_minute = |at: usize| {
        let before = at.checked_sub(1).and_then(|at| dates.get(at));
        matches!(before, Some(Token::Hour | Token::Elapsed)) || matches!(dates.get(at + 1), Some(Token::Second))
    };
    let has = |wanted: Token| dates.contains(&wanted);
    let month = dates.iter().enumerate().any(|(at, token)| *token == Token::Month && !is_minute(at));
    let time = has(Token::Hour)
        || has(Token::Second)
        || dates.iter().enumerate().any(|(at, token)| *token == Token::Month && is_minute(at));
    match (has(Token::Year), month, has(Token::Day), time) {
        _ if has(Token::Elapsed) => Shown::Elapsed,
        (true, true, false, false) => Shown::Month,
        (true, false, false, false) => Shown::Year,
        (false, false, false, true) => Shown::Time,
        _ => Shown::Day,
    }
}

fn digits(tokens: &[Token]) -> Shown {
    let is_digit = |token: &Token| matches!(token, Token::Zero | Token::Digit);
    let first = tokens.iter().position(is_digit);
    let last = tokens.iter().rposition(is_digit);
    let point = tokens.iter().position(|token| *token == Token::Point);
    let scales = |at: usize| matches!(tokens.get(at), Some(Token::Comma));
    let fraction = tokens.iter().enumerate().any(|(at, token)| *token == Token::Slash && is_fraction(tokens, at));
    let whole_end = point.map_or(last, |point| tokens[..point].iter().rposition(is_digit));
    let scaled = whole_end.is_some_and(|at| scales(at + 1)) || last.is_some_and(|at| scales(at + 1));
    if tokens.contains(&Token::Exponent) || fraction || scaled {
        return Shown::General;
    }
    let mut pattern = Pattern { percent: tokens.contains(&Token::Percent), ..Pattern::default() };
    for (at, token) in tokens.iter().enumerate() {
        let pieces = if point.is_some_and(|point| at > point) { &mut pattern.part } else { &mut pattern.whole };
        match token {
            Token::Zero => pieces.push(Piece::Zero),
            Token::Digit => pieces.push(Piece::Digit),
            Token::Percent => pieces.push(Piece::Letter('%')),
            Token::Slash => pieces.push(Piece::Letter('/')),
            Token::Point if Some(at) != point => pieces.push(Piece::Letter('.')),
            Token::Letter(c) => pieces.push(Piece::Letter(*c)),
            _ => {}
        }
    }
    let is_place = |piece: &Piece| matches!(piece, Piece::Zero | Piece::Digit);
    if first.is_some() && !pattern.whole.iter().any(is_place) {
        // `.0` has no place for the digits before the point, and shows them.
        pattern.whole.push(Piece::Digit);
    }
    let is_word = |piece: &Piece| matches!(piece, Piece::Letter(c) if c.is_alphanumeric());
    let has_words = pattern.whole.iter().chain(&pattern.part).any(is_word);
    if first.is_none() && !has_words { Shown::General } else { Shown::Digits(Arc::new(pattern)) }
}

/// Whether the slash at a place parts a fraction: `# ?/?`, or with a denominator of its own, `# ?/16`.
fn is_fraction(tokens: &[Token], slash: usize) -> bool {
    let is_digit = |token: &Token| matches!(token, Token::Zero | Token::Digit);
    let is_number = |token: &Token| matches!(token, Token::Letter('1'..='9'));
    let (before, behind) = (&tokens[..slash], &tokens[slash + 1..]);
    let is_numerator = before.iter().rev().find(|token| **token != Token::Letter(' ')).is_some_and(is_digit);
    let has_denominator = behind.first().is_some_and(|first| is_digit(first) || is_number(first));
    is_numerator && has_denominator && !before.contains(&Token::Zero) && behind.first() != Some(&Token::Zero)
}

/// The tokens of a section, and its condition.
fn tokens(code: &str) -> (Vec<Token>, Option<When>) {
    let (mut tokens, mut when) = (Vec::new(), None);
    let mut rest = code;
    while let Some(c) = rest.chars().next() {
        let word = WORDS.iter().find(|(word, _)| begins(rest, word));
        if let Some((word, token)) = word {
            tokens.push(*token);
            rest = &rest[word.len()..];
            continue;
        }
        rest = &rest[c.len_utf8()..];
        match c {
            '"' => {
                let (inside, behind) = rest.split_once('"').unwrap_or((rest, ""));
                tokens.extend(inside.chars().filter(|c| !is_currency(*c)).map(Token::Letter));
                rest = behind;
            }
            '[' => {
                let (inside, behind) = rest.split_once(']').unwrap_or((rest, ""));
                rest = behind;
                if inside.chars().next().is_some_and(|c| "hms".contains(c.to_ascii_lowercase())) && is_run(inside) {
                    tokens.push(Token::Elapsed);
                } else {
                    when = condition(inside).or(when);
                }
            }
            '\\' | '!' => {
                let mut chars = rest.chars();
                tokens.extend(chars.next().filter(|c| !is_currency(*c)).map(Token::Letter));
                rest = chars.as_str();
            }
            '_' | '*' => {
                // The character behind is as wide as a blank, or fills one.
                let mut chars = rest.chars();
                chars.next();
                rest = chars.as_str();
            }
            'e' | 'E' if rest.starts_with(['+', '-']) => tokens.push(Token::Exponent),
            c if is_currency(c) => {}
            c => tokens.push(token(c)),
        }
    }
    (tokens, when)
}

/// Words of formats that are no letters of them, the longest first.
const WORDS: &[(&str, Token)] = &[
    ("G/通用格式", Token::General),
    ("通用格式", Token::General),
    ("General", Token::General),
    ("Standard", Token::General),
    ("上午/下午", Token::OfDay),
    ("AM/PM", Token::OfDay),
    ("A/P", Token::OfDay),
    ("aaaa", Token::OfDay),
    ("aaa", Token::OfDay),
];

fn begins(text: &str, word: &str) -> bool {
    text.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word))
}

fn token(c: char) -> Token {
    match c.to_ascii_lowercase() {
        'y' | 'e' => Token::Year,
        'm' => Token::Month,
        'd' => Token::Day,
        'h' => Token::Hour,
        's' => Token::Second,
        'g' => Token::OfDay,
        '0' => Token::Zero,
        '#' | '?' => Token::Digit,
        '.' => Token::Point,
        ',' => Token::Comma,
        '%' => Token::Percent,
        '/' => Token::Slash,
        '@' => Token::Text,
        _ => Token::Letter(c),
    }
}

fn is_run(text: &str) -> bool {
    text.chars().all(|c| text.chars().next().is_some_and(|first| first.eq_ignore_ascii_case(&c)))
}

fn is_currency(c: char) -> bool {
    matches!(c, '¥' | '￥' | '$' | '€' | '£')
}

fn condition(inside: &str) -> Option<When> {
    let number = |text: &str| text.trim().parse::<f64>().ok();
    let inside = inside.trim();
    for (sign, when) in [
        ("<=", When::AtMost as fn(f64) -> When),
        (">=", When::AtLeast),
        ("<>", When::Other),
        ("<", When::Below),
        (">", When::Above),
        ("=", When::Equal),
    ] {
        if let Some(limit) = inside.strip_prefix(sign) {
            return number(limit).map(when);
        }
    }
    None
}

impl Pattern {
    /// Whether a whole number is shown as its digits and nothing else.
    pub fn is_plain(&self) -> bool {
        self.part.is_empty()
            && !self.percent
            && self.whole.iter().filter(|piece| **piece == Piece::Zero).count() <= 1
            && self.whole.iter().all(|piece| !matches!(piece, Piece::Letter(_)))
    }

    /// The digits of a number, written by hand as `123.45`, as the format places them. The sign is kept whatever the format
    /// makes of it.
    pub fn place(&self, digits: &str) -> String {
        let (sign, digits) = digits.strip_prefix('-').map_or(("", digits), |digits| ("-", digits));
        let scaled = if self.percent { hundredfold(digits) } else { digits.to_owned() };
        let places = self.part.iter().filter(|piece| !matches!(piece, Piece::Letter(_))).count();
        let rounded = rounded(&scaled, places);
        let (whole, part) = rounded.split_once('.').unwrap_or((&rounded, ""));
        let whole = whole.trim_start_matches('0');
        let mut text = self.placed_whole(whole);
        let part = self.placed_part(part);
        if self.part.contains(&Piece::Zero) || part.starts_with(|c: char| c.is_ascii_digit()) {
            if !text.ends_with(|c: char| c.is_ascii_digit()) {
                text.push('0');
            }
            text.push('.');
        }
        text.push_str(&part);
        let text = text.trim();
        let is_zero = rounded.bytes().all(|byte| matches!(byte, b'0' | b'.'));
        if !text.chars().any(char::is_alphanumeric) {
            return "0".to_owned();
        }
        let unsigned = text.trim_start_matches(['-', '+']);
        // Brackets around a negative number are its sign.
        let unsigned = unsigned
            .strip_prefix('(')
            .and_then(|text| text.strip_suffix(')'))
            .filter(|_| !sign.is_empty())
            .unwrap_or(unsigned);
        match sign {
            "" => text.to_owned(),
            _ if is_zero => unsigned.to_owned(),
            _ => format!("-{unsigned}"),
        }
    }

    fn placed_whole(&self, whole: &str) -> String {
        let places = self.whole.iter().filter(|piece| !matches!(piece, Piece::Letter(_))).count();
        let (mut text, mut place, mut rest) = (String::new(), 0, whole);
        for piece in &self.whole {
            if let Piece::Letter(c) = piece {
                text.push(*c);
                continue;
            }
            let left = places - place;
            // The first place has all digits that find no other.
            let taken = if place == 0 { whole.len().saturating_sub(left - 1) } else { usize::from(rest.len() >= left) };
            let (now, later) = rest.split_at(taken);
            text.push_str(now);
            if now.is_empty() && *piece == Piece::Zero {
                text.push('0');
            }
            (rest, place) = (later, place + 1);
        }
        text
    }

    fn placed_part(&self, part: &str) -> String {
        let mut digits = part.bytes().map(char::from);
        let significant = part.trim_end_matches('0').len();
        let (mut text, mut place) = (String::new(), 0);
        for piece in &self.part {
            match piece {
                Piece::Letter(c) => text.push(*c),
                Piece::Zero | Piece::Digit => {
                    let digit = digits.next().unwrap_or('0');
                    if *piece == Piece::Zero || place < significant {
                        text.push(digit);
                    }
                    place += 1;
                }
            }
        }
        text
    }
}

/// Decimal digits times a hundred.
pub fn hundredfold(digits: &str) -> String {
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let part = format!("{part:0<2}");
    let (more, rest) = part.split_at(2);
    if rest.is_empty() { format!("{whole}{more}") } else { format!("{whole}{more}.{rest}") }
}

/// Decimal digits rounded to so many places, a half away from zero.
pub fn rounded(digits: &str, places: usize) -> String {
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    if part.len() <= places {
        return digits.to_owned();
    }
    let mut all: Vec<u8> = whole.bytes().chain(part.bytes().take(places)).collect();
    if part.as_bytes()[places] >= b'5' {
        let nines = all.iter().rev().take_while(|digit| **digit == b'9').count();
        let at = all.len() - nines;
        all[at..].fill(b'0');
        match at.checked_sub(1) {
            Some(at) => all[at] += 1,
            None => all.insert(0, b'1'),
        }
    }
    let mut text: String = all.into_iter().map(char::from).collect();
    if places > 0 {
        text.insert(text.len() - places, '.');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn format_code_is_read_by_its_grammar() {
        for (code, expected) in [
            ("General", Shown::General),
            ("GENERAL", Shown::General),
            ("general;@", Shown::General),
            ("G/通用格式", Shown::General),
            ("0.00E+00", Shown::General),
            ("# ?/?", Shown::General),
            ("# ??/16", Shown::General),
            ("?/8", Shown::General),
            ("#,##0,", Shown::General),
            ("@", Shown::General),
            (";;;", Shown::General),
            ("yyyy-mm-dd", Shown::Day),
            ("YYYY/M/D", Shown::Day),
            ("yyyy\"年\"m\"月\"d\"日\";@", Shown::Day),
            ("[$-F800]dddd, mmmm dd, yyyy", Shown::Day),
            ("[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\"", Shown::Day),
            ("[Red]m\"月\"d\"日\"", Shown::Day),
            ("yyyy\"年\"m\"月\"", Shown::Month),
            ("[$-804]yyyy\"年\"m\"月\";@", Shown::Month),
            ("mmm-yy", Shown::Month),
            ("yyyy", Shown::Year),
            ("h:mm", Shown::Time),
            ("上午/下午h\"时\"mm\"分\"", Shown::Time),
            ("mm:ss", Shown::Time),
            ("[h]:mm:ss", Shown::Elapsed),
            ("[mm]:ss", Shown::Elapsed),
            ("yyyy-mm-dd hh:mm", Shown::Day),
        ] {
            assert_eq!(shown(code).of(1.0), &expected, "{code}");
        }
    }

    fn placed(code: &str, digits: &str) -> String {
        let shown = shown(code);
        match shown.of(digits.parse().unwrap()) {
            Shown::Digits(pattern) => pattern.place(digits),
            other => format!("{other:?}"),
        }
    }

    #[test]
    fn digits_are_placed_as_the_sheet_shows_them() {
        for (code, digits, text) in [
            ("000000", "17", "000017"),
            ("0.00", "2026.1", "2026.10"),
            ("0.00", "2.675", "2.68"),
            ("0", "99.5", "100"),
            ("0.0#", "3", "3.0"),
            ("#,##0.00", "1200.5", "1200.50"),
            ("¥#,##0.00;[Red]-¥#,##0.00", "-1200.5", "-1200.50"),
            ("_ ¥* #,##0.00_ ;_ ¥* \\-#,##0.00_ ;_ ¥* \"-\"??_ ;_ @_ ", "12", "12.00"),
            ("_ ¥* #,##0.00_ ;_ ¥* \\-#,##0.00_ ;_ ¥* \"-\"??_ ;_ @_ ", "0", "0"),
            ("0.00_);(0.00)", "-3", "-3.00"),
            ("\"JH-\"000", "17", "JH-017"),
            ("0\"元\"", "500", "500元"),
            ("0000-00-00", "20260301", "2026-03-01"),
            ("0000\"年\"00\"月\"", "202611", "2026年11月"),
            ("000-0000-0000", "19900000801", "199-0000-0801"),
            ("[=1]\"男\";[=2]\"女\"", "2", "女"),
            ("\"是\";;\"否\"", "0", "否"),
            ("0%", "0.5", "50%"),
            ("General\"元\"", "12.5", "12.5元"),
            ("[>=10000]0\"大\";0", "3", "3"),
            ("0", "0", "0"),
            ("#", "0", "0"),
            (".0", "45.61911", "45.6"),
            (".00", "-0.5", "-0.50"),
            ("#.##", "0.25", "0.25"),
            ("\\$#,##0;[Red]\\-\\$#,##0", "1200", "1200"),
            ("0.00_);(0.00)", "-0.001", "0.00"),
        ] {
            assert_eq!(placed(code, digits), text, "{code} {digits}");
        }
    }
}
