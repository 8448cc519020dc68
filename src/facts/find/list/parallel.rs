//! Plain runs of three or more whose parts are clearly alike, without a colon.
//!
//! Two sorts only, for the sake of precision: participles each with their objects (`raising walls, digging drains, and
//! moving homes`), infinitives likewise, and adjectives before one noun (`secure, stable, and sovereign Iraq`).

use super::items::JOINS;
use super::{Line, candidate, number};
use crate::facts::lexicon::{Words, words};
use crate::facts::{Candidate, Case, Shape};

/// The most words of an item.
const ITEM: usize = 9;

/// Words in `-ing` that are no participles, or that lead other phrases.
static NOT_PARTICIPLES: Words = words!(
    "thing nothing something anything everything during including according following regarding \
     concerning evening morning spring string king ring wing being having ceiling wedding building \
     meeting pudding sibling"
);

/// Endings of adjectives.
const ADJECTIVE_ENDS: &[&str] = &[
    "al", "able", "ible", "ful", "ic", "ive", "less", "ous", "ent", "ant", "ary", "ern", "ese",
    "ian", "ish", "ign", "ure", "ular",
];

/// Common adjectives without such an ending.
static ADJECTIVES: Words = words!(
    "big bright broad calm cheap clean clear cold cool dark deep dry equal fair fast firm fit free fresh \
     full great green hard healthy heavy high honest hot just kind large lasting light long loud low \
     modern new old open peaceful plain poor proud quick quiet rich rough sad safe secure sharp short \
     simple slow small smooth soft solid sound sovereign stable steady strong sweet tall thick thin tough \
     united warm weak wet wide wild wise young"
);

/// Appends what it finds in one sentence.
pub(super) fn find(line: &Line<'_>, out: &mut Vec<Candidate>) {
    let mut at = 0;
    while at < line.tokens.len() {
        let found = clauses(line, at).or_else(|| adjectives(line, at));
        match found {
            Some((list, next)) => {
                out.push(list);
                at = next;
            }
            None => at += 1,
        }
    }
}

/// How the items of a run of clauses begin.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Head {
    Participle,
    Infinitive,
}

fn head(line: &Line<'_>, at: usize) -> Option<Head> {
    let word = line.word(at);
    let token = line.tokens.get(at)?;
    if word.len() >= 6
        && word.ends_with("ing")
        && token.case == Case::Lower
        && !NOT_PARTICIPLES.has(token.key)
    {
        return Some(Head::Participle);
    }
    let verb = line.tokens.get(at + 1)?;
    (word == "to" && verb.shape == Shape::Word && verb.case == Case::Lower)
        .then_some(Head::Infinitive)
}

/// `addressing …, promoting …, and ensuring …`.
fn clauses(line: &Line<'_>, from: usize) -> Option<(Candidate, usize)> {
    let sort = head(line, from)?;
    let mut items = Vec::new();
    let mut start = from;
    loop {
        let stop = (start..line.tokens.len().min(start + ITEM + 1))
            .find(|&i| ends(line, i))
            .unwrap_or(line.tokens.len());
        // Each item has an object: a bare `walking, talking, and singing` is a run of nouns.
        if stop - start > ITEM || stop < start + 2 {
            return None;
        }
        items.push((start, stop - 1));
        let last = line.has(start.checked_sub(1)?, JOINS);
        if last {
            break;
        }
        if line.word(stop) != "," {
            return None;
        }
        start = stop + 1 + usize::from(line.has(stop + 1, JOINS));
        if head(line, start) != Some(sort) {
            return None;
        }
    }
    let &(_, end) = items.last()?;
    finish(line, from, end, &items, 0.8)
}

/// Whether an item of a run of clauses ends before this token.
fn ends(line: &Line<'_>, at: usize) -> bool {
    matches!(
        line.word(at),
        "," | "." | ";" | ":" | "!" | "?" | ")" | "”" | "\"" | "—" | "–"
    )
}

/// `secure, stable, and sovereign Iraq`.
fn adjectives(line: &Line<'_>, from: usize) -> Option<(Candidate, usize)> {
    let mut items = Vec::new();
    let mut at = from;
    loop {
        if !is_adjective(line, at) {
            return None;
        }
        items.push((at, at));
        if items.len() > 1 && line.has(at - 1, JOINS) {
            break;
        }
        at += 1;
        if line.word(at) == "," {
            at += 1 + usize::from(line.has(at + 1, JOINS));
        } else if items.len() >= 2 && line.has(at, JOINS) {
            at += 1;
        } else {
            return None;
        }
    }
    let noun = line.tokens.get(at + 1)?;
    let plain = line.word(at + 1).chars().all(char::is_alphabetic);
    let named = noun.shape == Shape::Word && plain && noun.spaced && !line.has(at + 1, NOT_NOUNS);
    if !named || is_adjective(line, at + 1) {
        return None;
    }
    finish(line, from, at + 1, &items, 0.7)
}

/// Small words that follow a run of adjectives that stands alone: then the run is no list of a thing's properties.
static NOT_NOUNS: Words = words!(
    "in of to for on at by with from as than that and or but is are was were it he she they we you i the \
     a an when because if while after before enough too also not"
);

fn is_adjective(line: &Line<'_>, at: usize) -> bool {
    let Some(token) = line.tokens.get(at) else {
        return false;
    };
    let word = line.word(at);
    token.shape == Shape::Word
        && token.case == Case::Lower
        && (ADJECTIVES.has(token.key)
            || (word.len() >= 6 && ADJECTIVE_ENDS.iter().any(|end| word.ends_with(end))))
}

fn finish(
    line: &Line<'_>,
    from: usize,
    last: usize,
    items: &[(usize, usize)],
    confidence: f32,
) -> Option<(Candidate, usize)> {
    if items.len() < 3 {
        return None;
    }
    let spans = super::items::spans(line, items)?;
    let found = candidate(line.span(from, last)?, number(&spans), spans, confidence);
    Some((found, last + 1))
}
