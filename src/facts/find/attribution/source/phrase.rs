//! Noun phrases that end at a given place: how far back they go.
//!
//! Takes the place where a phrase ends, gives its tokens. It goes back over what can belong to a noun phrase (names,
//! adjectives, phrases with a preposition, lists of names, short relative participles) and stops at a verb, a mark or
//! a conjunction of clauses; what only leads up to it (`But`, `On Tuesday`) is cut off again.

use std::ops::Range;

use super::WALL;
use crate::facts::Tag;
use crate::facts::find::attribution::lexicon::{Classes, Form};
use crate::facts::find::attribution::reading::Reading;

/// The noun phrase that ends at `end`, no further back than `from`.
pub(in crate::facts::find::attribution) fn phrase(
    r: &Reading<'_>,
    from: usize,
    end: usize,
) -> Option<Range<usize>> {
    let mut start = end;
    while start > from {
        let at = start - 1;
        if r.is(at, Classes::CLOSE) {
            match (from.max(at.saturating_sub(10))..at)
                .rev()
                .find(|&i| r.is(i, Classes::OPEN))
            {
                Some(open) if open > from => start = open,
                _ => break,
            }
            continue;
        }
        if !belongs(r, from, at, end) {
            break;
        }
        start = at;
    }
    let range = from_determiner(r, trim(r, start, end));
    let has_noun = range.clone().any(|i| nominal(r, i));
    // "later in the day" names nobody
    let place = PLACED.iter().any(|w| r.says(range.start, w));
    (has_noun && !place && !r.is(range.end.saturating_sub(1), Classes::PREP)).then_some(range)
}

/// Prepositions that begin no subject.
const PLACED: [&str; 6] = ["in", "on", "at", "by", "with", "from"];

/// A phrase that begins with something else than a name or a determiner, from the determiner in it that follows a noun:
/// `true in Brook v. Hill this court` from `this`.
fn from_determiner(r: &Reading<'_>, range: Range<usize>) -> Range<usize> {
    let first = range.start;
    if r.is(first, Classes::NAME.or(Classes::DET).or(Classes::POSS)) {
        return range;
    }
    let opens = |&i: &usize| {
        ["the", "this", "these", "those"]
            .iter()
            .any(|w| r.says(i, w))
            && matches!(r.tag(i - 1), Tag::Noun | Tag::Propn)
    };
    let start = (first + 1..range.end).rev().find(opens).unwrap_or(first);
    start..range.end
}

/// Whether the token at `at`, left of a phrase that ends at `end`, can belong to it.
fn belongs(r: &Reading<'_>, from: usize, at: usize, end: usize) -> bool {
    let c = r.classes(at);
    let next = r.classes(at + 1);
    let first = at + 1 == end;
    if c.any(WALL) || c.any(Classes::COMMA) {
        return c.any(Classes::COMMA)
            && (suffix_follows(r, at + 1, end) || listed(r, from, at, end));
    }
    if c.any(Classes::NAME) {
        return true;
    }
    // A pronoun is a whole phrase.
    if next.any(Classes::SUBJECT.without(Classes::DET))
        && !next.any(Classes::DET.or(Classes::NAME))
        && !r.says(at + 1, "one")
        && !r.says(at + 1, "others")
    {
        return false;
    }
    if c.any(Classes::SUBJECT) && !c.any(Classes::DET) && !r.says(at, "one") {
        return first;
    }
    if c.any(Classes::CONJ) {
        return !first
            && (r.says(at, "and") || r.says(at, "or"))
            && at > from
            && joins(r, from, at);
    }
    if c.any(Classes::SUB) && !c.any(Classes::PREP)
        || c.any(Classes::RELATIVE.or(Classes::WH))
        || r.tag(at) == Tag::Sconj
    {
        return false;
    }
    if c.any(Classes::AUX) || r.tag(at) == Tag::Part && r.says(at, "to") {
        return false;
    }
    if r.says(at, "that") {
        return next.any(Classes::PERSON.or(Classes::BODY).or(Classes::TEXT)) && !first;
    }
    if r.tag(at) == Tag::Verb || c.any(Classes::FINITE.or(Classes::ED)) {
        // `the proposed bill`, `a letter obtained by`, `people living in`, not `the mayor resigned`.
        let attributive = r.before_is(at, Classes::DET.or(Classes::POSS).or(Classes::POSSESSIVE));
        let reduced = c.any(Classes::REDUCED)
            || r.word(at).ends_with("ing") && r.tag(at.wrapping_sub(1)) == Tag::Noun;
        return !first
            && (attributive
                || reduced
                    && !r.before_is(at, Classes::COMMA)
                    && at > from
                    && (next.any(Classes::PREP) || !c.any(Classes::REDUCED)));
    }
    if c.any(Classes::PREP) {
        return !first && at > from && !r.before_is(at, Classes::COMMA.or(Classes::CONJ).or(WALL));
    }
    true
}

/// Whether a reporting verb here can only be a finite verb.
fn finite_use(r: &Reading<'_>, at: usize) -> bool {
    r.tag(at) == Tag::Verb && r.uses(at).iter().any(|u| u.form == Form::Past)
}

/// Whether `, Jr.` and the like follow.
pub(super) fn suffix_follows(r: &Reading<'_>, at: usize, end: usize) -> bool {
    at < end
        && matches!(
            r.word(at),
            "Jr."
                | "Jr"
                | "Sr."
                | "Sr"
                | "Inc."
                | "Inc"
                | "Ltd."
                | "Ltd"
                | "LLC"
                | "M.D."
                | "Ph.D."
        )
}

/// Whether the comma stands in a list of names: `A, B and C said`.
fn listed(r: &Reading<'_>, from: usize, comma: usize, end: usize) -> bool {
    comma > from
        && r.before_is(comma, Classes::NAME)
        && r.is(comma + 1, Classes::NAME)
        && (comma + 2..end).take(8).any(|i| r.says(i, "and"))
        && (comma + 1..end).all(|i| r.is(i, Classes::NAME.or(Classes::CONJ).or(Classes::COMMA)))
}

/// Whether `and` at `at` joins two nouns rather than two clauses: no finite verb stands before it in its clause.
fn joins(r: &Reading<'_>, from: usize, at: usize) -> bool {
    if r.before_is(at, Classes::COMMA.or(WALL).or(Classes::PREP)) {
        return false;
    }
    for i in (from..at).rev() {
        let c = r.classes(i);
        if c.any(WALL.or(Classes::COMMA)) {
            return true;
        }
        if r.finite(i) && !c.any(Classes::REDUCED)
            || finite_use(r, i)
            || c.any(Classes::SUB) && !c.any(Classes::PREP)
        {
            return false;
        }
    }
    true
}

/// Whether a token can be the noun of a phrase.
pub(super) fn nominal(r: &Reading<'_>, at: usize) -> bool {
    let c = r.classes(at);
    if c.any(
        Classes::NAME
            .or(Classes::SUBJECT)
            .or(Classes::PERSON)
            .or(Classes::BODY)
            .or(Classes::TEXT),
    ) {
        return true;
    }
    let others = Classes::PREP
        .or(Classes::CONJ)
        .or(Classes::SUB)
        .or(Classes::AUX)
        .or(Classes::SIGN)
        .or(Classes::ADVERB)
        .or(Classes::TIME)
        .or(Classes::NUMBER)
        .or(Classes::POSS)
        .or(Classes::POSSESSIVE);
    let quantifier = QUANTIFIERS.iter().any(|w| r.says(at, w));
    !c.any(others) && (quantifier || !c.any(Classes::DET))
}

/// Determiners that stand for people by themselves.
const QUANTIFIERS: [&str; 11] = [
    "all", "some", "many", "others", "both", "several", "most", "few", "two", "three", "four",
];

/// Cuts off what stands before the phrase proper: conjunctions, adverbs, and whole phrases with a preposition.
fn trim(r: &Reading<'_>, start: usize, end: usize) -> Range<usize> {
    let lead = Classes::CONJ
        .or(Classes::ADVERB)
        .or(Classes::COMMA)
        .or(Classes::CLOSE);
    let mut start = start;
    while start + 1 < end && r.is(start, lead) && !r.is(start, Classes::NAME.or(Classes::DET)) {
        start += 1;
    }
    let prepositional = r.is(start, Classes::PREP.or(Classes::SUB))
        || r.is(start, Classes::TIME) && !r.is(start + 1, Classes::POSSESSIVE);
    if !prepositional {
        return start..end;
    }
    // `In a statement Tuesday the mayor`: a new phrase begins at a determiner, a pronoun or a name after a noun.
    let opens = Classes::DET.or(Classes::POSS).or(Classes::SUBJECT);
    let found = (start + 2..end).find(|&i| {
        let after_noun = !r.before_is(
            i,
            Classes::PREP
                .or(Classes::DET)
                .or(Classes::POSS)
                .or(Classes::CONJ)
                .or(Classes::NUMBER),
        );
        let time = r.before_is(i, Classes::TIME.or(Classes::NUMBER))
            && !r.is(i, Classes::PREP.or(Classes::TIME).or(Classes::NUMBER));
        after_noun
            && (r.is(i, opens)
                || r.is(i, Classes::NAME)
                    && !r.before_is(i, Classes::NAME.or(Classes::POSSESSIVE))
                    && r.before_is(i, Classes::TIME))
            || time
    });
    match found {
        Some(i) => i..end,
        None if r.is(start, Classes::TIME) => start + 1..end,
        None => start..end,
    }
}
