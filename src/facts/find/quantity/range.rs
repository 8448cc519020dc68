//! Two numbers that belong together: ranges and scores. And the sign before one.

use super::super::phrase::is_plural;
use super::super::row::{Row, key};
use super::amount::{Amount, Form, amount};
use super::figure::{Figure, Measure};
use super::money;
use crate::facts::analysis::Shape;
use crate::facts::lexicon::number::CHANGES;
use crate::facts::lexicon::words;
use crate::facts::model::Approx;

/// The score of a game at `at`: `2–1` where the sentence speaks of play.
pub(super) fn score(row: &Row<'_>, at: usize) -> Option<Figure> {
    if !row.is_dash(at + 1) || row.spaced(at + 1) || row.spaced(at + 2) {
        return None;
    }
    let (a, b) = (row.digits(at)?, row.digits(at + 2)?);
    let play = words!(
        "win won wins winning beat beats defeat defeated victory loss draw drew lost score scored scoring scoreboard lead
         led game match half halftime final aggregate goal goals quarter period set innings overtime"
    );
    let played = (at.saturating_sub(40)..(at + 40).min(row.len())).any(|i| row.any(i, play));
    let free = !row.is_dash(at + 3) && !row.is_dash(at.wrapping_sub(1)) && row.spaced(at);
    let plain = row.shape(at + 3) != Some(Shape::Word)
        || !is_plural(row, at + 3) && !row.any(at + 3, words!("percent million billion"));
    if !played || !free || !plain || a > 200 || b > 200 || row.sign(at + 3, "%") {
        return None;
    }
    Some(Figure {
        from: at,
        to: at + 3,
        number: at,
        number_end: at + 3,
        low: f64::from(a),
        high: Some(f64::from(b)),
        form: Form::Digits,
        approx: Approx::Exact,
        measure: Measure::Score,
        unit: None,
        noun: None,
        inherited: false,
        stop: None,
        restates: false,
    })
}

/// Whether a minus sign belongs to the number at `from`.
pub(super) fn negative(row: &Row<'_>, from: usize) -> bool {
    let before = from.wrapping_sub(1);
    if row.key(before) == key!("minus") {
        return row.shape(from) == Some(Shape::Number);
    }
    let free = row.spaced(before) || before == 0 || row.sign(before.wrapping_sub(1), "(");
    row.is_dash(before)
        && !row.spaced(from)
        && free
        && row.shape(from) == Some(Shape::Number)
        && !matches!(row.word(before), "—")
}

/// The second end of a range behind the first amount, and the token past it.
pub(super) fn range(row: &Row<'_>, figure: &Figure, first: &Amount) -> Option<(Amount, usize)> {
    let mut at = first.to;
    // a unit that both ends repeat: "3% to 5%", "US$ 12 billion to US$ 27 billion"
    let sign = usize::from(row.sign(at, "%") || row.any(at, words!("percent")));
    at += sign;
    let between = row.any(figure.from.wrapping_sub(1), words!("between"));
    let dash = row.is_dash(at) && row.spaced(at) == row.spaced(at + 1) && row.word(at) != "—";
    let join = row.key(at);
    let to = join == key!("to");
    let or = join == key!("or") && sign == 0;
    if !(to || dash || or || between && join == key!("and")) {
        return None;
    }
    let mut next = at + 1;
    while next < at + 4 && amount(row, next).is_none() {
        next += 1;
    }
    let currency = money::before(row, next);
    if next > at + 1 && currency.is_none_or(|(start, _)| start != at + 1) {
        return None;
    }
    let second = amount(row, next)?;
    if matches!(figure.measure, Measure::Money(_)) != currency.is_some()
        && (currency.is_some() || sign == 1)
    {
        return None;
    }
    if second.rest.is_some() && (first.form == Form::Digits) != (second.form == Form::Digits) {
        return None;
    }
    let percent = row.sign(second.to, "%") || row.any(second.to, words!("percent"));
    if sign == 1 && !percent {
        return None;
    }
    let low = low_end(first, &second, figure.low);
    let small = second.value > low && (!or || second.value <= low * 3.0);
    if !small || figure.form == Form::Fraction || matches!(second.form, Form::Fraction | Form::One)
    {
        return None;
    }
    if to && !between && !moves_by(row, figure, low, second.value) {
        return None;
    }
    if dash && (first.value >= 1000.0 && first.value < 2100.0) && row.word(first.from).len() == 4 {
        return None;
    }
    Some((second, second.to))
}

/// Whether `A to B` is a range where the words before it speak of a change: only behind `by`, and of a like size.
fn moves_by(row: &Row<'_>, figure: &Figure, low: f64, high: f64) -> bool {
    let moved = (figure.from.saturating_sub(8)..figure.from).any(|i| {
        CHANGES.get(row.key(i)).is_some()
            && (!row.any(i, words!("up down off"))
                || i + 1 == figure.from
                    && !row.any(i.wrapping_sub(1), words!("make makes made making")))
    });
    !moved
        || row.any(figure.from.wrapping_sub(1), words!("by another further")) && high <= low * 4.0
}

/// The lower end of a range: it shares the scale that only the upper end has, as in `5 to 10 million`.
pub(super) fn low_end(first: &Amount, second: &Amount, low: f64) -> f64 {
    match second.scaled {
        Some(factor) if first.scaled.is_none() && low.abs() < 1000.0 && factor >= 100.0 => {
            low * factor
        }
        _ => low,
    }
}
