//! What happened at a time.

use super::super::phrase::{before, counted, is_verb};
use super::super::predicate::{Predicate, governing, is_bare, is_loose_end, leading};
use super::super::row::Row;
use super::vocabulary::{MONTHS, WEEKDAYS};
use crate::facts::analysis::{Key, Shape};
use crate::facts::lexicon::grammar::{CONJUNCTIONS, DETERMINERS, PREPOSITIONS, RELATIVES};
use crate::facts::lexicon::words;
use crate::text::Span;

/// The longest subject, in bytes.
const LONGEST: usize = 80;

/// What happened at the time of the tokens `from..to`: the noun that the time stands before (`the 2009 election`,
/// `last year's attack`), or the clause that it stands in, from its subject on. Nothing where the clause cannot be made
/// out.
pub(super) fn subject(row: &Row<'_>, from: usize, to: usize) -> Option<Span> {
    let modified = modified(row, from, to);
    if modified.is_none() && row.shape(from.wrapping_sub(1)) == Some(Shape::Possessive) {
        return None; // "the network's 1999 'Contest'": of a name
    }
    modified
        .or_else(|| titled(row, from, to))
        .or_else(|| dated_name(row, from))
        .or_else(|| gone_on(row, from, to))
        .or_else(|| clause_before(row, from))
        .or_else(|| clause_behind(row, from, to))
        .filter(|span| !span.is_empty())
}

/// The noun that the time stands before.
fn modified(row: &Row<'_>, from: usize, to: usize) -> Option<Span> {
    let possessive = row.shape(to) == Some(Shape::Possessive);
    let led = row.any(from, words!("the last this next"))
        || row.any(from.wrapping_sub(1), words!("the a its his her their"));
    let at = to + usize::from(possessive);
    if !possessive && (!led || row.shape(at) != Some(Shape::Word) || is_verb(row, at)) {
        return None;
    }
    if row.any(at, PREPOSITIONS) || row.any(at, words!("when after before that and or")) {
        return None;
    }
    let noun = counted(row, at, false)?;
    if !possessive
        && row.any(
            from.wrapping_sub(1 + usize::from(!row.any(from, words!("the")))),
            PREPOSITIONS,
        )
        && is_said(row, noun.to)
    {
        return None; // "In the 1960s Hall moved"
    }
    // "2003's comedy Cheaper by the Dozen": the name behind the noun may go on
    let named = (noun.from + 1..noun.to).find(|&i| row.is_capital(i) && row.is_lower(i - 1));
    let span = row.span(noun.from, named.unwrap_or(noun.to));
    (span.len() <= LONGEST).then_some(span)
}

/// Whether a clause goes on with its verb at `at`.
fn is_said(row: &Row<'_>, at: usize) -> bool {
    is_verb(row, at) && !row.word(at).ends_with("ing")
}

/// The name that a year is part of: `Fan Expo Canada 2016`.
fn dated_name(row: &Row<'_>, from: usize) -> Option<Span> {
    let year = row.digits(from).is_some_and(|y| (1500..2200).contains(&y));
    let mut start = from;
    let month = |i: usize| {
        let part = row.word(i).split('-').next().unwrap_or_default();
        MONTHS.get(Key::of_word(part)).is_some()
    };
    while start > 0 && row.is_capital(start - 1) && !month(start - 1) {
        start -= 1;
    }
    while start < from && row.any(start, DETERMINERS) {
        start += 1;
    }
    let named = year && start < from && WEEKDAYS.get(row.key(from - 1)).is_none();
    let led = row.any(start, PREPOSITIONS) || row.any(start, RELATIVES);
    (named && !(led && start + 1 == from)).then(|| row.span(start + usize::from(led), from))
}

/// The words before a time in brackets: `A Single Day (2009)`.
fn titled(row: &Row<'_>, from: usize, to: usize) -> Option<Span> {
    let alone = row.sign(from.wrapping_sub(1), "(") && (row.sign(to, ")") || row.sign(to, ","));
    let noun = before(row, from.wrapping_sub(1)).filter(|_| alone)?;
    let mut start = noun.from;
    if row.is_capital(noun.to - 1) {
        // "The Nature of Rivers (1924)": all of the title
        start = noun.to - 1;
        loop {
            let linked = start >= 2
                && row.any(start - 1, words!("of the and in for to at"))
                && (row.is_capital(start - 2) || row.any(start - 2, words!("of in for to at")));
            let back =
                usize::from(linked) + usize::from(linked || start > 0 && row.is_capital(start - 1));
            if back == 0 {
                break;
            }
            start -= back;
        }
        start += usize::from(row.is_lower(start));
    } else if noun.to == noun.from + 1 {
        return None; // "a point of view (1925)": of what, it does not say
    }
    let span = row.span(start, noun.to);
    (span.len() <= LONGEST).then_some(span)
}

/// What the verb right behind a time says that a clause goes on with: `she taught, and in 1927 published a grammar`.
fn gone_on(row: &Row<'_>, from: usize, to: usize) -> Option<Span> {
    let joint = from.checked_sub(2)?;
    if !row.any(joint + 1, words!("in on"))
        || !row.any(joint, words!("and but"))
        || !is_said(row, to)
    {
        return None;
    }
    let mut end = to + 1;
    while matches!(
        row.shape(end),
        Some(Shape::Word | Shape::Number | Shape::Possessive)
    ) && !row.any(end, RELATIVES)
        && !row.any(end, CONJUNCTIONS)
    {
        end += 1;
    }
    while end > to + 1 && is_loose_end(row, end - 1) {
        end -= 1;
    }
    let span = row.span(to, end);
    (end > to + 1 && span.len() <= LONGEST).then_some(span)
}

/// The clause up to the time, when its verb stands before it.
fn clause_before(row: &Row<'_>, from: usize) -> Option<Span> {
    let predicate = governing(row, from)?;
    said(row, predicate, from)
}

/// The clause behind a time that leads its own: `In 1904, the firm moved`.
fn clause_behind(row: &Row<'_>, from: usize, to: usize) -> Option<Span> {
    let mut lead = from;
    while lead > 0 && (is_loose_end(row, lead - 1) && !row.sign(lead - 1, ",")) {
        lead -= 1;
    }
    if lead > 0 && !row.sign(lead - 1, ",") {
        return None;
    }
    let start = to + usize::from(row.sign(to, ","));
    let predicate = leading(row, start)?;
    let mut end = predicate.group.to;
    while end < row.len()
        && matches!(
            row.shape(end),
            Some(Shape::Word | Shape::Number | Shape::Possessive)
        )
        && !row.any(end, RELATIVES)
        && (!row.any(end, CONJUNCTIONS) || row.any(end, words!("as than and or")))
    {
        end += 1;
    }
    said(row, predicate, end)
}

/// What a predicate says, up to the token `end`; less of it where it is too long.
fn said(row: &Row<'_>, predicate: Predicate, end: usize) -> Option<Span> {
    let verb = predicate.group;
    let from = predicate.subject.map_or(verb.from, |s| s.from);
    let mut to = end;
    let loosen = |mut to: usize, limit: usize| {
        while to > limit && is_loose_end(row, to - 1) {
            to -= 1;
        }
        to
    };
    to = loosen(to, verb.to);
    let subject = predicate.subject.filter(|_| predicate.named);
    if to == verb.to && is_bare(row, verb) {
        let subject = subject?; // "Her last day was May 4."
        let span = row.span(subject.from, subject.to);
        return (span.len() <= LONGEST).then_some(span);
    }
    while to > verb.to && row.span(from, to).len() > LONGEST {
        // at the end of a phrase, not within one
        to -= 1;
        while to > verb.to && !row.any(to, PREPOSITIONS) && !row.any(to, CONJUNCTIONS) {
            to -= 1;
        }
        to = loosen(to, verb.to);
    }
    let span = row.span(from, to);
    if to < from + 2 || predicate.subject.is_none() && to == verb.to {
        return None; // "as scheduled", "what can be said"
    }
    let whole = span.len() <= LONGEST && !(to == verb.to && is_bare(row, verb));
    whole.then_some(span)
}
