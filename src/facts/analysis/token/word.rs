//! Words: how far one reaches, and how it is written.

use super::super::super::lexicon::abbreviation::{ABBREVIATIONS, Stop};
use super::{Case, Key, Shape};

/// The length and shape of what starts with a letter.
pub(super) fn measure(rest: &str) -> (usize, Shape) {
    if let Some(len) = address(rest) {
        return (len, Shape::Link);
    }
    let end = plain(rest);
    let tail = rest.get(end..).unwrap_or_default();
    if tail.starts_with('@') {
        let host = tail.get(1..).unwrap_or_default();
        let len = plain(host);
        if host.get(..len).is_some_and(|h| h.contains('.')) {
            return (end + 1 + len, Shape::Link);
        }
    }
    if tail.starts_with('.') && keeps_stop(rest, end) {
        return (end + 1, Shape::Word);
    }
    (end, Shape::Word)
}

/// The length of a web address at the start of `rest`: up to white space, without closing signs.
fn address(rest: &str) -> Option<usize> {
    const STARTS: [&str; 4] = ["http://", "https://", "ftp://", "www."];
    if !matches!(rest.as_bytes().first(), Some(b'h' | b'f' | b'w'))
        || !STARTS.iter().any(|s| rest.starts_with(s))
    {
        return None;
    }
    let end = rest
        .find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '“' | '”'))
        .unwrap_or(rest.len());
    let trimmed = rest.get(..end)?.trim_end_matches(|c: char| {
        matches!(
            c,
            '.' | ',' | ';' | ':' | '!' | '?' | ')' | ']' | '}' | '\'' | '’'
        )
    });
    Some(trimmed.len())
}

/// The length of a word: letters and digits with single inner joints.
pub(super) fn plain(rest: &str) -> usize {
    let mut chars = rest.char_indices().peekable();
    let unspaced = rest.chars().next().is_some_and(is_unspaced);
    let mut end = 0;
    let mut stops = false;
    while let Some((at, c)) = chars.next() {
        if c.is_alphanumeric() || is_combining(c) {
            if at > 0 && is_unspaced(c) != unspaced && !is_combining(c) {
                break;
            }
            end = at + c.len_utf8();
            continue;
        }
        let next = chars.peek().map(|&(_, n)| n);
        if !next.is_some_and(char::is_alphanumeric) {
            break;
        }
        let tail = rest.get(at + c.len_utf8()..).unwrap_or_default();
        match c {
            '\'' | '’' if !is_possessive(tail) => {}
            '-' | '\u{2010}' | '\u{2011}' | '&' | '_' | '\u{ad}' => {}
            '.' if stops || !runs_together(rest.get(..at).unwrap_or_default(), tail) => {
                stops = true;
            }
            _ => break,
        }
    }
    end
}

/// Whether a stop between `word` and `tail` ends a sentence though no space follows it: `the end.The next`.
fn runs_together(word: &str, tail: &str) -> bool {
    let mut after = tail.chars();
    word.chars().count() > 2
        && word.chars().all(char::is_alphabetic)
        && word.chars().skip(1).all(char::is_lowercase)
        && after.next().is_some_and(char::is_uppercase)
        && after.next().is_none_or(|c| c.is_lowercase() || c == ' ')
        && !["Com", "Org", "Net", "Js"]
            .iter()
            .any(|s| tail.starts_with(s))
}

/// Whether what follows an apostrophe is just `s`.
pub(super) fn is_possessive(tail: &str) -> bool {
    let mut chars = tail.chars();
    matches!(chars.next(), Some('s' | 'S')) && !chars.next().is_some_and(char::is_alphanumeric)
}

/// Whether the stop at `end` of `rest` belongs to the word before it.
fn keeps_stop(rest: &str, end: usize) -> bool {
    let word = rest.get(..end).unwrap_or_default();
    let tail = rest.get(end + 1..).unwrap_or_default();
    if tail.starts_with('.') {
        return false;
    }
    let next = tail.trim_start().chars().next();
    let mut letters = word.chars();
    let first = letters.next();
    let single = letters.next().is_none();
    if single && first.is_some_and(char::is_alphabetic) {
        let large = first.is_some_and(char::is_uppercase);
        return tail.starts_with(' ')
            && next.is_some_and(|c| c.is_uppercase() || !large && c.is_numeric());
    }
    if word.contains('.') {
        return is_dotted(word);
    }
    let shouted = word.len() > 2 && word.chars().all(char::is_uppercase);
    if word.len() > 6 || shouted && !matches!(word, "INC" | "LTD" | "CORP") {
        return false;
    }
    match ABBREVIATIONS.get(Key::of_word(word)) {
        None => false,
        Some(Stop::Numbered) => next.is_some_and(char::is_numeric),
        Some(Stop::Named) => word.starts_with(char::is_uppercase),
        Some(_) => true,
    }
}

/// Whether a word is letters parted by full stops (`U.S`, `p.m`, `Ph.D`), so that a final stop belongs to it.
fn is_dotted(word: &str) -> bool {
    let most = if word.starts_with(char::is_uppercase) {
        2
    } else {
        1
    };
    word.split('.')
        .all(|part| part.chars().count() <= most && part.chars().all(char::is_alphabetic))
}

fn is_combining(c: char) -> bool {
    matches!(u32::from(c), 0x300..=0x36f | 0x900..=0x903 | 0x93a..=0x94f | 0x1ab0..=0x1aff | 0x20d0..=0x20ff)
}

/// Whether a letter belongs to a script that puts no spaces between words: Thai, Lao, Myanmar, Khmer, Han, Kana.
pub(super) fn is_unspaced(c: char) -> bool {
    matches!(u32::from(c),
        0x0e00..=0x0eff | 0x1000..=0x109f | 0x1780..=0x17ff | 0x2e80..=0x2fff | 0x3005..=0x30ff | 0x31f0..=0x31ff
        | 0x3400..=0x9fff | 0xf900..=0xfaff | 0x20000..=0x3ffff)
}

/// How the letters of a word are written.
pub(super) fn case(word: &str) -> Case {
    let mut letters = word.chars().filter(|c| c.is_alphabetic());
    let Some(first) = letters.next() else {
        return Case::Lower;
    };
    let (mut upper, mut lower) = (0, 0);
    for c in letters {
        if c.is_uppercase() {
            upper += 1;
        } else {
            lower += 1;
        }
    }
    match (first.is_uppercase(), upper, lower) {
        (true, 0, _) => Case::Title,
        (true, _, 0) => Case::Upper,
        (false, 0, _) => Case::Lower,
        _ => Case::Mixed,
    }
}
