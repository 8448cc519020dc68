//! The headings of a book: by keyword and number, by name, by numeral, by capitals and space.

use super::super::line::Line;
use super::super::mark;
use super::super::unit::{Page, Shape};
use super::super::wrap::ends_sentence;
use crate::document::is_number_word;

/// The words that name a part of a book, with the level of such a part: 2 for what may hold chapters.
const KEYWORDS: [(&str, u8); 16] = [
    ("chapter", 3),
    ("letter", 3),
    ("canto", 3),
    ("scene", 3),
    ("adventure", 3),
    ("stave", 3),
    ("section", 3),
    ("lecture", 3),
    ("essay", 3),
    ("story", 3),
    ("tale", 3),
    ("book", 2),
    ("part", 2),
    ("volume", 2),
    ("act", 2),
    ("phase", 2),
];

/// Parts of a book that are named alone.
const NAMED: [&str; 22] = [
    "preface",
    "prologue",
    "epilogue",
    "introduction",
    "conclusion",
    "foreword",
    "afterword",
    "appendix",
    "dedication",
    "contents",
    "acknowledgments",
    "acknowledgements",
    "notes",
    "footnotes",
    "glossary",
    "index",
    "postscript",
    "finale",
    "finis",
    "introductory",
    "author's preface",
    "translator's preface",
];

/// Whether a line is the heading of a chapter by its keyword and number: `CHAPTER IV.`, `Book the First—Recalled`.
pub(in crate::import::plain) fn is_chapter(line: &str) -> bool {
    keyword(line).is_some()
}

/// The level that the keyword of a chapter line gives.
fn keyword(line: &str) -> Option<u8> {
    if line.len() > 120 {
        return None;
    }
    let line = line.trim_start_matches(['_', '*', '=']);
    let first = line.split([' ', '\u{a0}']).next()?;
    let (_, level) = KEYWORDS
        .iter()
        .find(|(k, _)| first.eq_ignore_ascii_case(k))?;
    let capital = first.starts_with(char::is_uppercase);
    let rest = line.get(first.len()..)?.trim_start();
    let rest = strip_word(rest, "the").unwrap_or(rest);
    let dash = rest.find("--").unwrap_or(rest.len());
    let number = rest
        .get(..dash)?
        .split(|c: char| !c.is_ascii_alphanumeric() && c != '-')
        .next()?;
    let after = rest.get(number.len()..)?;
    let counted =
        (number.bytes().all(|b| b.is_ascii_digit()) && !number.is_empty() && number.len() <= 3)
            || mark::roman(number).is_some() && number.bytes().all(|b| b.is_ascii_uppercase())
            || ordinal(number);
    let closed = after.is_empty()
        || after.starts_with(['.', ':', ',', '\u{2014}', '\u{2013}', '-', ')', ']', '_'])
        || after.starts_with(' ') && after.trim_start().starts_with(|c: char| !c.is_lowercase());
    let sentence = ends_sentence(line) && line.split(' ').count() > 12;
    (capital && counted && closed && !sentence).then_some(*level)
}

fn strip_word<'a>(line: &'a str, word: &str) -> Option<&'a str> {
    let (first, rest) = line.split_once(' ')?;
    first.eq_ignore_ascii_case(word).then_some(rest)
}

/// Whether a word counts: `ONE`, `First`, `twenty-one`.
fn ordinal(word: &str) -> bool {
    word.split('-').all(is_number_word)
}

/// Whether a unit heads a part of the book, and of which level: 2 parts, 3 chapters. `loose`: the book sets its
/// headings as plain titles with wide space above.
pub(super) fn heading(page: &Page, at: usize, loose: bool) -> Option<u8> {
    let unit = page.unit(at)?;
    let words = page.words(unit);
    let text = matches!(
        unit.shape,
        Shape::Flow
            | Shape::Lines
            | Shape::Quote { .. }
            | Shape::Marked { .. }
            | Shape::Item { .. }
    );
    if !text || unit.chars > 120 || unit.last - unit.first > 3 {
        return None;
    }
    if matches!(unit.shape, Shape::Marked { .. }) {
        return Some(3);
    }
    if let Some(level) = keyword(words.lines().next()?.trim_end()) {
        return Some(level);
    }
    let below = page.unit(at + 1)?;
    let joined = page.lines_of(unit).iter().skip(1).any(|l| l.gap > 0);
    if joined || (unit.gap > 0 && below.gap > 0 && (is_named(words) || is_numeral(words))) {
        return Some(3);
    }
    let one = matches!(unit.shape, Shape::Flow) && unit.last - unit.first == 1;
    (one && below.gap > 0 && is_titled(page, at, loose)).then_some(3)
}

/// Whether a line is one of the parts that are named alone.
fn is_named(words: &str) -> bool {
    let bare = words.trim_end_matches(['.', ':']);
    NAMED.iter().any(|n| bare.eq_ignore_ascii_case(n))
}

/// Whether a line is a bare number, numeral or letter: `IV.`, `12`, `A`.
fn is_numeral(words: &str) -> bool {
    let bare = words.trim_end_matches('.');
    let numeral = mark::roman(bare).is_some() && bare.bytes().all(|b| b.is_ascii_uppercase());
    let number = (1..=3).contains(&bare.len()) && bare.bytes().all(|b| b.is_ascii_digit());
    let letter = bare.len() == 1 && bare.bytes().all(|b| b.is_ascii_uppercase());
    numeral || number || letter
}

/// Whether a single line stands as a title over prose: in capitals, numbered, or with wide space above.
fn is_titled(page: &Page, at: usize, loose: bool) -> bool {
    let (Some(unit), Some(below)) = (page.unit(at), page.unit(at + 1)) else {
        return false;
    };
    let words = page.words(unit);
    let letters = words.chars().filter(|c| c.is_alphabetic()).count();
    let capitals = letters >= 3 && !words.chars().any(char::is_lowercase);
    let plain = !words.starts_with(['"', '\u{201c}', '[', '(', '_', '*'])
        && !words.ends_with([',', ';', '!', '"', '\u{201d}'])
        && !is_initials(words);
    let prose = below.chars > 200 && matches!(below.shape, Shape::Flow);
    if capitals && plain && unit.gap > 0 && (unit.gap >= 2 || prose) {
        return true;
    }
    let numbered = words.split_once(['.', ' ']).is_some_and(|(n, rest)| {
        is_numeral(n) && rest.trim_start().starts_with(char::is_uppercase)
    });
    let title = !ends_sentence(words)
        && words.starts_with(char::is_uppercase)
        && words.split(' ').count() <= 12;
    (numbered && unit.gap >= 2 && title) || (unit.gap >= 3 && plain && title && (prose || loose))
}

/// Whether a line is nothing but initials, as under a letter: `R.S.K.`
fn is_initials(words: &str) -> bool {
    words
        .split(['.', ' '])
        .all(|part| part.chars().count() <= 1)
}

/// Whether the line at `at` is a chapter's number alone and the next its title: they are one heading.
pub(in crate::import::plain) fn has_title_below(text: &str, lines: &[Line], at: usize) -> bool {
    let (Some(line), Some(title), Some(prose)) =
        (lines.get(at), lines.get(at + 1), lines.get(at + 2))
    else {
        return false;
    };
    let (number, words) = (line.text(text), title.text(text));
    let bare = is_numeral(number) && number.len() <= 7
        || is_chapter(number) && number.split(' ').count() <= 3;
    let short = title.chars <= 70 && words.split(' ').count() <= 11;
    let stop = ends_sentence(words) && words.chars().any(char::is_lowercase);
    let plain = words.starts_with(char::is_uppercase) && !is_chapter(words) && !is_numeral(words);
    let apart = (line.gap > 0 || at == 0) && title.gap <= 2 && prose.gap > 0;
    let under = lines
        .get(at + 3)
        .is_some_and(|l| l.gap == 0 || prose.chars > 50)
        || prose.chars > 50;
    bare && short && plain && !stop && apart && under
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chapters_are_named_and_counted() {
        for line in [
            "CHAPTER IV.",
            "Chapter 12",
            "Book the First\u{2014}The Start",
            "PART TWO",
            "Letter 3",
            "ADVENTURE I. A TALE",
            "Chapter XII: Home",
        ] {
            assert!(is_chapter(line), "{line}");
        }
        for line in [
            "Chapter and verse",
            "Part of the road",
            "Book a room",
            "Letter from home",
            "chapter 3 says so",
            "Act now",
        ] {
            assert!(!is_chapter(line), "{line}");
        }
    }
}
