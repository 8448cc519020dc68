//! What a number is about.

use super::super::phrase::{bare, clause_subject, object};
use super::super::row::{Row, key};
use super::amount::Form;
use super::figure::{Figure, Measure};
use crate::facts::lexicon::words;
use crate::text::Span;

/// The thing that has so much or so many: the noun behind `of`, the noun that a measure stands before, the subject of
/// the clause.
pub(super) fn subject(row: &Row<'_>, figure: &Figure) -> Option<Span> {
    let at = figure.to;
    let measured = !matches!(figure.measure, Measure::Counted | Measure::Bare)
        || figure.form == Form::Fraction;
    if measured && row.any(at, words!("of")) {
        if let Some(phrase) = object(row, at + 1) {
            let phrase = bare(row, phrase);
            return Some(row.span(phrase.from, phrase.to));
        }
    }
    if measured {
        if let Some(noun) = figure.noun {
            return Some(row.span(noun.from, noun.to));
        }
    }
    if matches!(figure.measure, Measure::Money(_))
        && row.any(at, words!("in for on worth"))
        && row.key(at + 1) != key!("the")
    {
        let of = usize::from(row.key(at) == key!("worth") && row.key(at + 1) == key!("of"));
        if let Some(phrase) = object(row, at + 1 + of).filter(|_| row.is_lower(at + 1 + of)) {
            return Some(row.span(phrase.from, phrase.to));
        }
    }
    if let Some(phrase) = clause_subject(row, figure.from) {
        let phrase = bare(row, phrase);
        let span = row.span(phrase.from, phrase.to);
        if phrase.to <= figure.from {
            return Some(span);
        }
    }
    // nothing has it: the thing counted with what it is made of
    if figure.measure == Measure::Counted && !figure.inherited {
        let noun = figure.noun?;
        if row.key(at) == key!("of") {
            if let Some(phrase) = object(row, at + 1) {
                return Some(row.span(noun.from, phrase.to));
            }
        }
        return Some(row.span(noun.from, noun.to));
    }
    None
}
