//! Digits that are no quantities: names, labels, notes, scores, telephone numbers.

use super::super::row::{Row, key};
use super::amount::Form;
use super::figure::{Figure, Measure};
use crate::facts::analysis::Shape;
use crate::facts::lexicon::words;
use crate::facts::model::Approx;

/// Where the digits at `at` are part of something that is no number of things: the token past all of it.
pub(super) fn skip(row: &Row<'_>, at: usize) -> Option<usize> {
    if row.shape(at) != Some(Shape::Number) {
        return None;
    }
    note(row, at)
        .or_else(|| telephone(row, at))
        .or_else(|| score(row, at))
        .or_else(|| list_number(row, at))
}

/// `[5]`, `[1, 3-5]`.
fn note(row: &Row<'_>, at: usize) -> Option<usize> {
    if !row.sign(at.wrapping_sub(1), "[") {
        return None;
    }
    let mut i = at;
    while row.shape(i) == Some(Shape::Number) || row.sign(i, ",") || row.is_dash(i) {
        i += 1;
    }
    row.sign(i, "]").then_some(i + 1)
}

/// Groups of digits as in telephone numbers and codes: three or more, joined by dashes, spaces or brackets.
fn telephone(row: &Row<'_>, at: usize) -> Option<usize> {
    let plain = |i: usize| {
        row.digits(i).is_some()
            || row.word(i).bytes().all(|b| b.is_ascii_digit())
                && row.shape(i) == Some(Shape::Number)
    };
    if !plain(at) {
        return None;
    }
    let (mut i, mut groups) = (at + 1, 1);
    loop {
        let joint =
            usize::from(row.is_dash(i) && row.spaced(i) == row.spaced(i + 1) || row.sign(i, ")"));
        if !plain(i + joint) || row.word(i + joint).len() < 2 {
            break;
        }
        groups += 1;
        i += joint + 1;
    }
    let long = row.word(at).len() > 6
        && row.word(at).bytes().all(|b| b.is_ascii_digit())
        && row.word(at).starts_with('0');
    let zero =
        row.word(at).starts_with('0') && row.word(at).len() > 1 && !row.word(at).contains('.');
    let called = row.any(at.wrapping_sub(1), words!("tel phone call fax isbn +"))
        || row.sign(at.wrapping_sub(1), "+") && !row.spaced(at) && groups > 1;
    (groups >= 3 || long || zero || called).then_some(i)
}

/// `4-3`, `2–1`, `0–0`: two small numbers that do not rise, or that stand with words of play.
fn score(row: &Row<'_>, at: usize) -> Option<usize> {
    if !row.is_dash(at + 1) || row.spaced(at + 1) || row.spaced(at + 2) {
        return None;
    }
    let (a, b) = (row.digits(at)?, row.digits(at + 2)?);
    let play = (at.saturating_sub(6)..at + 6).any(|i| {
        row.any(
            i,
            words!("win won wins beat beats defeat defeated victory loss draw drew score scored lead led game match record vote voted ruled ruling decision aggregate final halftime"),
        )
    });
    let small = a <= 200 && b <= 200;
    let unit = row.sign(at + 3, "%") || row.any(at + 3, words!("percent million"));
    (small && !unit && (b <= a || play && b < 15)).then_some(at + 3)
}

/// The number of a list item that opens the sentence: `1.`, `2)`.
fn list_number(row: &Row<'_>, at: usize) -> Option<usize> {
    let open = at == 0 || at == 1 && row.sign(0, "(");
    let close = row.sign(at + 1, ".") || row.sign(at + 1, ")");
    (open
        && close
        && !row.spaced(at + 1)
        && row.digits(at).is_some_and(|d| d < 200)
        && row.get(at + 2).is_some())
    .then_some(at + 2)
}

/// Whether a figure is only the name or the number of something: `Section 5`, `Boeing 737`, `Game 2`, `(12)`.
pub(super) fn is_name(row: &Row<'_>, figure: &Figure) -> bool {
    if figure.form == Form::One && figure.measure == Measure::Bare {
        return true;
    }
    if figure.form == Form::Fraction {
        return figure.low == 0.5
            && figure.form == Form::Fraction
            && row.key(figure.number) == key!("half")
            && figure.measure == Measure::Bare;
    }
    if matches!(
        figure.measure,
        Measure::Percent | Measure::Money(_) | Measure::Points
    ) || figure.approx != Approx::Exact
    {
        return false;
    }
    let before = figure.number.wrapping_sub(1);
    let digits = row.digits(figure.number).is_some();
    if row.sign(before, "#")
        || row.sign(before, "№")
        || row.sign(before, "§")
        || row.sign(before, "/")
        || row.sign(before, "@")
    {
        return true;
    }
    let labelled = row.any(before, LABELS)
        && (row.is_capital(before)
            || figure.measure == Measure::Bare
            || row.any(
                before,
                words!("no number section page pages chapter figure table"),
            ));
    if labelled {
        return true;
    }
    if address(row, figure) {
        return true;
    }
    if figure.measure == Measure::Unit || figure.measure == Measure::Age {
        return false;
    }
    let bracket = row.sign(before, "(")
        && row.sign(figure.number_end, ")")
        && figure.measure == Measure::Bare;
    if bracket {
        return true;
    }
    let dash = row.is_dash(before) && !row.spaced(figure.number) && !row.spaced(before);
    if dash && figure.measure == Measure::Bare {
        return true;
    }
    if row.any(before, words!("number no")) {
        return true;
    }
    let name = row.is_capital(before) && before > 0 && row.spaced(figure.number) && digits
        || row.is_capital(before) && digits && figure.measure == Measure::Bare;
    if name && figure.measure == Measure::Bare {
        return !row.any(before, words!("i"));
    }
    name && row.get(before).is_some_and(|t| t.shape == Shape::Word)
        && row.is_capital(figure.number_end)
        && !row.any(before, words!("in the and a on by with these those"))
        && !row.any(before, crate::facts::lexicon::grammar::PREPOSITIONS)
        && !row.any(before, crate::facts::lexicon::grammar::VERBS)
}

/// Words that number what stands behind them.
static LABELS: crate::facts::lexicon::Words = words!(
    "section sections chapter chapters page pages pp number no nos figure figures fig figs table tables room flight
     route highway interstate row gate article articles rule resolution act part volume vol issue episode season game
     match level grade class type version model channel radio phase tier stage step round group unit box building
     platform track terminal zone district ward precinct isbn doi proposition prop bill law decree question item option
     appendix exhibit exercise lesson problem equation eq ref note footnote day week line lines verse psalm title
     amendment category windows apollo wave study experiment paragraph clause schedule form schedule lot bus train
     exit pier dock squadron battalion regiment brigade division sector block suite apartment apt"
);

/// Whether the number stands in a street address: `24 Mill Street`.
fn address(row: &Row<'_>, figure: &Figure) -> bool {
    row.digits(figure.number).is_some()
        && row.is_capital(figure.number_end)
        && (figure.number_end..figure.number_end + 4).any(|i| {
            row.is_capital(i)
                && row.any(
                    i,
                    words!("street st avenue ave road rd boulevard blvd drive lane ln way square plaza highway parkway court terrace"),
                )
        })
}
