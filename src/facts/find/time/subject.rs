//! What happened at a time.

use super::super::clause::{clause_start, subject_from};
use super::super::phrase::{Phrase, before, counted, is_verb};
use super::super::row::{Row, key};
use crate::facts::analysis::Shape;
use crate::facts::lexicon::grammar::{AUXILIARIES, PREPOSITIONS, RELATIVES};
use crate::facts::lexicon::words;
use crate::text::Span;

/// The longest subject, in bytes.
const LONGEST: usize = 80;

/// What happened at the time of the tokens `from..to`: the noun that the time stands before (`the 2009 election`,
/// `last year's attack`), or the clause that it stands in, from its subject to its verb and on to the time. Nothing
/// where the clause cannot be made out.
pub(super) fn subject(row: &Row<'_>, from: usize, to: usize) -> Option<Span> {
    modified(row, from, to)
        .or_else(|| titled(row, from, to))
        .or_else(|| clause_before(row, from))
        .or_else(|| clause_behind(row, to))
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
    Some(short(row, noun.from, noun.to))
}

/// The words before a time in brackets: `A Single Day (2009)`.
fn titled(row: &Row<'_>, from: usize, to: usize) -> Option<Span> {
    let alone = row.sign(from.wrapping_sub(1), "(") && (row.sign(to, ")") || row.sign(to, ","));
    let noun = before(row, from.wrapping_sub(1)).filter(|_| alone)?;
    Some(short(row, noun.from, noun.to))
}

/// The clause up to the time, when its subject and verb stand before it.
fn clause_before(row: &Row<'_>, from: usize) -> Option<Span> {
    let start = clause_start(row, from);
    if row.any(start, RELATIVES) && start > 0 {
        return None;
    }
    let (noun, verb) = subject_from(row, start, from).or_else(|| unnamed(row, start, from))?;
    let mut end = from;
    while end > verb + 1
        && (row.any(end - 1, PREPOSITIONS)
            || row.any(end - 1, words!("the a and or as early late"))
            || row.shape(end - 1) == Some(Shape::Sign))
    {
        end -= 1;
    }
    Some(clause(row, noun, verb, end))
}

/// The clause behind a time that leads it: `In 1904, the firm moved`.
fn clause_behind(row: &Row<'_>, to: usize) -> Option<Span> {
    let start = to + usize::from(row.sign(to, ","));
    if start > to || row.get(start).is_some() {
        let (noun, verb) =
            subject_from(row, start, row.len()).or_else(|| unnamed(row, start, row.len()))?;
        if noun.from > start + 1 || verb > start + 12 {
            return None;
        }
        let mut end = verb + 1;
        while end < row.len()
            && end < verb + 12
            && row.shape(end) == Some(Shape::Word)
            && row.key(end) != key!("and")
        {
            end += 1;
        }
        return Some(clause(row, noun, verb, end));
    }
    None
}

/// The verb of a clause whose subject is a pronoun, standing for the whole: `(He) sailed west`.
fn unnamed(row: &Row<'_>, start: usize, end: usize) -> Option<(Phrase, usize)> {
    let pronoun =
        (start..end.min(start + 3)).find(|&i| row.any(i, words!("he she it they we i")))?;
    let verb = (pronoun + 1..end.min(pronoun + 4)).find(|&i| is_verb(row, i))?;
    Some((
        Phrase {
            from: verb,
            to: verb + 1,
        },
        verb,
    ))
}

/// From the subject to `end`, or less where that is too long: to the last verb of the verb phrase.
fn clause(row: &Row<'_>, noun: Phrase, verb: usize, end: usize) -> Span {
    let whole = row.span(noun.from, end);
    if whole.len() <= LONGEST {
        return whole;
    }
    let mut last = verb + 1;
    while last < end
        && (is_verb(row, last)
            || row.any(last, AUXILIARIES)
            || row.any(last, words!("not also to")))
    {
        last += 1;
    }
    short(row, noun.from, last)
}

/// The tokens as a span, if it is not too long; else nothing.
fn short(row: &Row<'_>, from: usize, to: usize) -> Span {
    let span = row.span(from, to);
    if span.len() <= LONGEST {
        span
    } else {
        Span::default()
    }
}
