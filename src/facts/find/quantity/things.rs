//! The things that a number counts.

use super::super::phrase::{Phrase, counted, is_plural};
use super::super::row::{Row, key};
use super::amount::{Amount, Form, amount};
use super::figure::{Figure, Measure};
use crate::facts::analysis::Shape;
use crate::facts::lexicon::number::NUMERALS;
use crate::facts::lexicon::words;
use crate::facts::model::Approx;

/// The things that a number counts: `2,500 American troops`, `three of the five men`, `hundreds of people`.
pub(super) fn things(row: &Row<'_>, figure: &mut Figure, last: &Amount) {
    let mut at = figure.to;
    if figure.form == Form::Fraction {
        return;
    }
    if row.key(at) == key!("of") {
        if figure.form == Form::One {
            return;
        }
        at += 1;
        // "three of the five men": past the determiner and the whole number
        while row.any(
            at,
            words!("the these those its his her their our my your all an a this that"),
        ) || at > figure.to + 1 && amount(row, at).is_some() && at < figure.to + 4
        {
            at += 1;
        }
        // "three of Peru's mines": past the owner
        if let Some(owner) = (at..at + 5).find(|&i| row.shape(i) == Some(Shape::Possessive))
            && (at..owner).all(|i| row.is_capital(i))
        {
            at = owner + 1;
        }
        if figure.form != Form::Many && at == figure.to + 1 && !row.is_capital(at) {
            return;
        }
    }
    let many = (figure.low - 1.0).abs() > f64::EPSILON || figure.high.is_some();
    let Some(noun) = counted(row, at, many) else {
        return;
    };
    let whole =
        figure.low.fract() == 0.0 && figure.form == Form::Digits && figure.approx == Approx::Exact;
    let mark = row.any(
        noun.to - 1,
        words!("mark milestone barrier threshold strong"),
    );
    if many && whole && !mark && !is_plural(row, noun.to - 1) {
        return;
    }
    if figure.form == Form::One && !one_counts(row, figure, noun) {
        return;
    }
    let _ = last;
    figure.measure = Measure::Counted;
    figure.noun = Some(noun);
    figure.unit = Some(row.span(at, noun.to));
    figure.to = noun.to;
}

/// Whether `one` before a noun counts it and is no pronoun or turn of speech.
fn one_counts(row: &Row<'_>, figure: &Figure, noun: Phrase) -> bool {
    let before = figure.from.wrapping_sub(1);
    let barred = row.any(
        before,
        words!("no the this that every each any another some which number only at by"),
    ) || row.any(
        noun.to - 1,
        words!("day time thing way another hand side person case point moment reason where"),
    ) || row.is_capital(figure.number) && noun.to > noun.from + 2
        || !row.is_lower(noun.from) && !row.is_capital(noun.from)
        || NUMERALS.get(row.key(noun.from)).is_some()
        || is_plural(row, noun.to - 1)
        || noun.to == noun.from + 1 && row.any(noun.to, words!("to that"));
    !barred
}
