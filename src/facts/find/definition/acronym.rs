//! Short forms in brackets and between commas, matched to their long forms.
//!
//! After Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions in biomedical text" (2003),
//! made stricter: every word of the long form but small ones must give at least its first letter, in order, so that
//! the letters of the short form are spent word by word. Stock tickers and the like rarely pass.

use super::{Line, candidate};
use crate::facts::lexicon::{Words, words};
use crate::facts::{Candidate, Shape};

/// Words that a short form may pass over.
static SMALL: Words = words!(
    "of the and for in on to a an at by with de la le du des del di da do et y e und der für van & , - /"
);

/// Signs of quotation, passed over around either form.
static QUOTES: Words = words!("\" “ ” ' ‘ ’ « » `` '' `");

/// What may stand before a short form in its brackets.
static LEADS: Words = words!("or the hereafter henceforth abbreviated hence");

/// Codes that are put behind names of other things, and the first word that they stand for.
const CODES: &[(&str, &str)] = &[
    ("US", "United"),
    ("USA", "United"),
    ("UK", "United"),
    ("EU", "European"),
    ("UN", "United"),
    ("UAE", "United"),
    ("AM", "ante"),
    ("PM", "post"),
    ("ID", "identity"),
    ("II", ""),
    ("III", ""),
    ("IV", ""),
    ("VI", ""),
    ("VII", ""),
];

/// Ends of company names: what follows them in brackets is a stock ticker.
static COMPANY_ENDS: Words = words!("inc inc. corp corp. ltd ltd. plc llc co co.");

/// The longest bracket looked into, in tokens.
const BRACKET: usize = 16;

/// Appends what it finds in one sentence.
pub(super) fn find(line: &Line<'_>, out: &mut Vec<Candidate>) {
    for at in 0..line.tokens.len() {
        let found = match line.word(at) {
            "(" | "[" => bracket(line, at),
            "," => between_commas(line, at),
            _ => None,
        };
        out.extend(found);
    }
}

/// A bracket that opens at `open`, with a short or a long form inside.
fn bracket(line: &Line<'_>, open: usize) -> Option<Candidate> {
    let close = (open + 1..line.tokens.len().min(open + BRACKET))
        .find(|&at| matches!(line.word(at), ")" | "]"))?;
    short_inside(line, open, close).or_else(|| long_inside(line, open, close))
}

/// `Harbour Safety Board (HSB)`.
fn short_inside(line: &Line<'_>, open: usize, close: usize) -> Option<Candidate> {
    let mut at = open + 1;
    while at < close && (line.has(at, QUOTES) || line.has(at, LEADS)) {
        at += 1;
    }
    let mut after = at + 1;
    while after < close && line.has(after, QUOTES) {
        after += 1;
    }
    if after < close && !matches!(line.word(after), "," | ";") {
        return None;
    }
    let short = Short::new(line.word(at))?;
    let (from, last) = before(line, open, &short)?;
    let long = line.span(from, last)?;
    Some(candidate(
        long.to(line.span(close, close)?),
        line.span(at, at)?,
        long,
        0.95,
    ))
}

/// `HSB (Harbour Safety Board)`.
fn long_inside(line: &Line<'_>, open: usize, close: usize) -> Option<Candidate> {
    let at = open.checked_sub(1)?;
    let short = Short::new(line.word(at))?;
    let mut from = open + 1;
    while from < close && (line.has(from, QUOTES) || line.is(from, &["the", "or", "for", "short"]))
    {
        from += 1;
    }
    let mut end = (from..close)
        .find(|&i| matches!(line.word(i), ";"))
        .unwrap_or(close);
    while end > from && line.has(end - 1, QUOTES) {
        end -= 1;
    }
    if end < from + 2 && !line.word(from).contains('-') {
        return None;
    }
    let last = end.checked_sub(1)?;
    if matches(line, from, last, &short) != Some(from) {
        return None;
    }
    let span = line.span(at, close)?;
    Some(candidate(
        span,
        line.span(at, at)?,
        line.span(from, last)?,
        0.9,
    ))
}

/// `the Harbour Safety Board, or HSB,` and `…, known as the HSB,`.
fn between_commas(line: &Line<'_>, comma: usize) -> Option<Candidate> {
    let mut at = comma + 1;
    if line.is(at, &["or"]) {
        at += 1;
    } else {
        at += usize::from(line.is(at, &["also", "better", "commonly", "widely"]));
        if !(line.is(at, &["known"]) && line.is(at + 1, &["as"])) {
            return None;
        }
        at += 2;
    }
    at += usize::from(line.is(at, &["the"]));
    let last = at + 1 >= line.tokens.len();
    if !last && !matches!(line.word(at + 1), "," | "." | ";" | ")" | "–" | "—") {
        return None;
    }
    let short = Short::new(line.word(at))?;
    let (from, end) = before(line, comma, &short)?;
    let long = line.span(from, end)?;
    Some(candidate(
        long.to(line.span(at, at)?),
        line.span(at, at)?,
        long,
        0.9,
    ))
}

/// A short form: its letters and digits, small and in order, without the `s` of a plural.
struct Short {
    letters: Vec<char>,
    code: Option<&'static str>,
}

impl Short {
    /// Reads a word as a short form: 2 to 10 capitals, digits and `&`, two capitals at least. Mixed forms (`PhD`) are
    /// left out: in brackets they are more often names than definitions.
    fn new(word: &str) -> Option<Self> {
        let bare = word.trim_end_matches('.');
        let plural = bare
            .strip_suffix('s')
            .filter(|stem| stem.len() >= 2 && stem.chars().all(|c| !c.is_lowercase()));
        let body = plural.unwrap_or(bare);
        let capitals = body.chars().filter(|c| c.is_uppercase()).count();
        let first = body.chars().next()?;
        if !first.is_alphanumeric()
            || !body
                .chars()
                .all(|c| c.is_alphanumeric() || matches!(c, '&' | '.' | '-'))
        {
            return None;
        }
        let letters: Vec<char> = body
            .chars()
            .filter(|c| !matches!(c, '.' | '-'))
            .flat_map(char::to_lowercase)
            .collect();
        let upper = body.chars().all(|c| !c.is_lowercase());
        (upper && capitals >= 2 && (2..=10).contains(&letters.len())).then(|| Self {
            code: CODES
                .iter()
                .find(|(code, _)| *code == body)
                .map(|(_, first)| *first),
            letters,
        })
    }
}

/// The long form that ends before token `end`: its first and last token.
fn before(line: &Line<'_>, end: usize, short: &Short) -> Option<(usize, usize)> {
    let mut last = end.checked_sub(1)?;
    while last > 0 && line.has(last, QUOTES) {
        last -= 1;
    }
    if line.has(last, COMPANY_ENDS) || line.is(last, &["."]) {
        return None;
    }
    let reach = (short.letters.len() + 5).min(short.letters.len() * 2) + 2;
    let floor = last.saturating_sub(reach);
    let from = matches(line, floor, last, short)?;
    let first = line.word(from);
    if short.code.is_some_and(|wanted| wanted != first) {
        return None;
    }
    Some((from, last))
}

/// Spends the letters of the short form on the words that end at token `last`, from the right; gives the token where
/// they are used up, at `floor` or later.
fn matches(line: &Line<'_>, floor: usize, last: usize, short: &Short) -> Option<usize> {
    let mut parts = Vec::new();
    for at in floor..=last {
        let token = line.tokens.get(at)?;
        let small = line.has(at, SMALL);
        if token.shape == Shape::Sign && !small && !line.has(at, QUOTES) {
            parts.clear();
            continue;
        }
        let word = line.word(at);
        let pieces = word.split(['-', '/', '\u{2010}', '\u{2011}']);
        for (i, piece) in pieces.enumerate().filter(|(_, p)| !p.is_empty()) {
            parts.push(Part {
                token: at,
                // The long form begins with a whole word.
                starts: i == 0,
                small: small || token.shape == Shape::Sign,
                letters: piece.chars().flat_map(char::to_lowercase).collect(),
            });
        }
    }
    spend(&parts, &short.letters, 600).0
}

/// A word of the long form, or a part of one with a hyphen.
struct Part {
    token: usize,
    starts: bool,
    small: bool,
    letters: Vec<char>,
}

/// Spends `letters` on `parts` from the right. Each part takes one letter or more, the first of them its own first
/// letter; small parts may take none. `steps` bounds the search. Gives the token of the leftmost part that took one.
fn spend(parts: &[Part], letters: &[char], steps: u32) -> (Option<usize>, u32) {
    let Some(left) = steps.checked_sub(1) else {
        return (None, 0);
    };
    let Some((part, rest)) = parts.split_last() else {
        return (None, left);
    };
    let mut left = left;
    for take in 1..=letters.len() {
        let (head, tail) = letters.split_at(letters.len() - take);
        if !fits(part, tail) {
            continue;
        }
        if head.is_empty() {
            if part.starts && !part.small {
                return (Some(part.token), left);
            }
            continue;
        }
        let (found, after) = spend(rest, head, left);
        if found.is_some() {
            return (found, after);
        }
        left = after;
    }
    if part.small {
        return spend(rest, letters, left);
    }
    (None, left)
}

/// Whether `letters` stand in the part in this order, the first of them at its start.
fn fits(part: &Part, letters: &[char]) -> bool {
    if letters == ['&'] {
        return part.letters == ['a', 'n', 'd'] || part.letters == ['&'];
    }
    if part.letters.first() != letters.first() {
        return false;
    }
    let mut have = part.letters.iter();
    letters.iter().all(|l| have.any(|h| h == l))
}
