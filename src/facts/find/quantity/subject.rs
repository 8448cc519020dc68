//! What a number is about.

use super::super::clause::clause_subject;
use super::super::phrase::{Phrase, bare, before, object};
use super::super::row::{Row, key};
use super::amount::Form;
use super::figure::{Figure, Measure};
use crate::facts::lexicon::words;
use crate::facts::model::Candidate;
use crate::facts::tag::Tag;
use crate::text::Span;

/// The thing that has so much or so many. In this order: the noun behind `of`; the noun that a measure stands before;
/// the noun that the number is said of right before it (`sales of 500 units`, `Price: $5`); the subject of the clause;
/// the thing counted. Nothing that is itself a time.
pub(super) fn subject(row: &Row<'_>, figure: &Figure, times: &[Candidate]) -> Option<Span> {
    let no_time = |span: &Span| {
        !times
            .iter()
            .any(|t| t.span.contains(last_start(row, *span)))
    };
    let span = |phrase: Phrase| {
        let phrase = bare(row, phrase);
        row.span(phrase.from, phrase.to)
    };
    behind(row, figure)
        .map(span)
        .filter(no_time)
        .or_else(|| said_of(row, figure).map(span).filter(no_time))
        .or_else(|| clause_subject(row, figure.from).map(span).filter(no_time))
        .or_else(|| counted(row, figure))
}

/// Where the last word of a span begins.
fn last_start(row: &Row<'_>, span: Span) -> crate::text::Pos {
    let after = row.tokens.partition_point(|t| t.span.start < span.end);
    let last = after.checked_sub(1).and_then(|i| row.get(i));
    last.map_or(span.start, |t| t.span.start)
}

/// The noun that stands behind the number and its unit.
fn behind(row: &Row<'_>, figure: &Figure) -> Option<Phrase> {
    let at = figure.to;
    let bare_number = figure.measure == Measure::Bare && figure.form != Form::Fraction;
    if row.key(at) == key!("of")
        && !bare_number
        && !figure.inherited
        && let Some(phrase) = object(row, at + 1)
    {
        return Some(phrase);
    }
    if bare_number && row.word(figure.number).contains('.') && row.is_lower(at) {
        return super::super::phrase::counted(row, at, false).filter(|p| p.to <= at + 3); // "a .322 average"
    }
    if !matches!(figure.measure, Measure::Counted | Measure::Bare)
        && let Some(noun) = figure.noun
    {
        return Some(noun);
    }
    let money = matches!(figure.measure, Measure::Money(_));
    if money
        && (row.any(at, words!("for on worth"))
            || row.key(at) == key!("in") && row.key(at + 1) != key!("the"))
    {
        let of = usize::from(row.key(at) == key!("worth") && row.key(at + 1) == key!("of"));
        return object(row, at + 1 + of).filter(|_| row.is_lower(at + 1 + of));
    }
    None
}

/// The noun right before the number that it is said of.
fn said_of(row: &Row<'_>, figure: &Figure) -> Option<Phrase> {
    let at = figure.from.checked_sub(1)?;
    if figure.measure == Measure::Age {
        return row.sign(at, ",").then(|| before(row, at)).flatten();
    }
    if row.key(at) == key!("of") || row.sign(at, ":") || row.key(at) == key!("worth") {
        return before(row, at);
    }
    let limit = row.key(figure.from) == key!("as") || row.any(figure.from, words!("up"));
    let noun = matches!(row.tag(at), Some(Tag::Noun)) && row.is_lower(at);
    if limit && noun && !matches!(figure.measure, Measure::Bare | Measure::Counted) {
        return before(row, at + 1); // "damages as high as $5 billion"
    }
    let particle = row.any(at, words!("up down"));
    if particle && !matches!(figure.measure, Measure::Bare | Measure::Counted) {
        return before(row, at);
    }
    None
}

/// The thing counted, with what it is made of.
fn counted(row: &Row<'_>, figure: &Figure) -> Option<Span> {
    if figure.measure != Measure::Counted || figure.inherited {
        return None;
    }
    let noun = figure.noun?;
    Some(row.span(noun.from, noun.to))
}
