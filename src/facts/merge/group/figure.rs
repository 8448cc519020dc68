//! When two numbers are the same number: value, unit, and what is counted.

use super::super::repeat::fold;
use super::super::subject::{Subject, singular};
use super::Same;
use crate::facts::lexicon::number::UNITS;
use crate::facts::lexicon::{Words, words};
use crate::facts::{Candidate, Key, Kind, Number, Sentences, Unit};

/// Units of time.
static SPANS: Words = words!(
    "second seconds minute minutes hour hours day days week weeks month months year years decades"
);

/// As many significant digits as seldom come twice by chance: `2,483`, `$1.25 million`.
pub(super) const TELLING: usize = 3;

/// What makes two numbers the same: value, unit, and what is counted.
pub(super) fn figure(
    analysis: &Sentences<'_>,
    c: &Candidate,
    number: &Number,
    subject: &Subject,
) -> Option<Same> {
    let small = c.kind == Kind::Quantity && number.to.is_none() && number.number < 10.0;
    if small && (subject.head.is_none() || subject.rest.is_empty()) {
        return None;
    }
    let telling = if c.kind == Kind::Money { 2 } else { 3 };
    // "90 days" of nothing are other days elsewhere
    let measured = c.subject.is_none()
        && c.kind == Kind::Quantity
        && matches!(number.unit, Some(Unit::Words(span)) if analysis.tokens_in(span).last().is_some_and(|t| UNITS.has(t.key) || SPANS.has(t.key)));
    if (subject.head.is_none() || measured) && digits(number.number) < telling {
        return None;
    }
    let unit = match number.unit {
        Some(Unit::Name(name)) => fold(&[Key::of(name)]),
        Some(Unit::Words(span)) if c.subject.is_some() => fold(
            &analysis
                .tokens_in(span)
                .last()
                .map_or([Key::NONE], |t| [singular(analysis.word(t))]),
        ),
        _ => 0,
    };
    // A level and a change of it are two things, and so are small counts of differently named things.
    let turn = number.change.map_or(0, |change| change as u64 + 1);
    let rest = if small { fold(&subject.rest) } else { 0 };
    let value = [
        number.number.to_bits(),
        number.to.map_or(0, f64::to_bits) ^ rest,
    ];
    Some(Same::Figure(
        c.kind,
        value,
        unit.wrapping_add(turn),
        subject.head,
    ))
}

/// How many significant digits a number has: `1,200` has two.
pub(in crate::facts::merge) fn digits(number: f64) -> usize {
    let text = format!("{}", number.abs());
    let (whole, part) = text.split_once('.').unwrap_or((&text, ""));
    let all = [whole, part].concat();
    let all = all.trim_start_matches('0');
    if part.is_empty() {
        all.trim_end_matches('0').len()
    } else {
        all.len()
    }
}

/// The key of the same amount of money where the text does not say what it is for.
pub(super) fn open_figure(same: Same) -> Option<Same> {
    match same {
        Same::Figure(Kind::Money, value, unit, Some(_))
            if digits(f64::from_bits(value[0])) >= TELLING =>
        {
            Some(Same::Figure(Kind::Money, value, unit, None))
        }
        _ => None,
    }
}
