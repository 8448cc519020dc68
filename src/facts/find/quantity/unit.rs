//! Units behind a number: percent, measures, rates, ages, compounds (`six-member`, `14-year-old`).

use super::super::phrase::counted;
use super::super::row::{Row, key};
use super::amount::Form;
use super::figure::{Figure, Measure};
use crate::facts::analysis::{Key, Shape};
use crate::facts::lexicon::grammar::PREPOSITIONS;
use crate::facts::lexicon::number::{LENGTHS, UNITS};
use crate::facts::lexicon::words;
use crate::facts::tag::Tag;
use crate::text::Span;

/// The token past a percent sign or word at `at`, and whether it says points.
pub(super) fn percent(row: &Row<'_>, at: usize) -> Option<(usize, bool)> {
    if row.sign(at, "%") || row.sign(at, "％") {
        let point = row.any(at + 1, words!("point points"));
        return Some((at + 1 + usize::from(point), point));
    }
    let end = match row.key(at) {
        k if k == key!("percent") || k == key!("pct") => at + 1,
        k if k == key!("per") && row.key(at + 1) == key!("cent") => at + 2,
        k if k == key!("percentage") && row.any(at + 1, words!("point points")) => {
            return Some((at + 2, true));
        }
        k if k == key!("percentage-point") || k == key!("percentage-points") => {
            return Some((at + 1, true));
        }
        k if k == key!("basis") && row.any(at + 1, words!("point points")) => {
            return Some((at + 2, true));
        }
        _ => return None,
    };
    let point = row.any(end, words!("point points"));
    Some((end + usize::from(point), point))
}

/// Takes in a unit of measure behind the number.
pub(super) fn unit(row: &Row<'_>, figure: &mut Figure) -> bool {
    let at = figure.to;
    if let Some(first) = row.word(at).strip_suffix("-old")
        && UNITS.has(Key::of_word(first))
    {
        compound(row, figure, at); // "50 year-old man"
        return true;
    }
    if row.any(at, PARTS) && row.is_lower(at + 1) && row.tag(at + 1) == Some(Tag::Noun) {
        figure.measure = Measure::Unit;
        figure.unit = Some(row.span(at, at + 1));
        figure.to = at + 1;
        figure.noun = counted(row, at + 1, false).filter(|p| p.to <= at + 4);
        return true; // "a 12 page report"
    }
    let mut i = at;
    while i < at + 3 && row.any(i, words!("square cubic sq metric nautical statute short long consecutive full straight whole additional more extra further light")) {
        i += 1;
    }
    if !is_unit(row, i, i == at) {
        return false;
    }
    let mut end = i + 1;
    while row.any(end, words!("celsius fahrenheit c f"))
        && (row.any(end - 1, words!("degrees degree ° º")))
        || row.sign(end - 1, "°") && !row.spaced(end) && row.any(end, words!("c f n s e w"))
        || row.any(end - 1, words!("º")) && row.any(end, words!("c f"))
    {
        end += 1;
    }
    if row.any(end, words!("squared cubed")) {
        end += 1;
    }
    if let Some(past) = per(row, end) {
        end = past;
    }
    figure.measure = Measure::Unit;
    figure.unit = Some(row.span(at, end));
    figure.to = end;
    if row.key(end) == key!("old") {
        figure.to = end + 1;
        figure.unit = Some(row.span(at, end + 1));
        figure.noun = counted(row, end + 1, false);
    } else if row.is_dash(end) && row.key(end + 1) == key!("old") {
        figure.to = end + 2;
        figure.unit = Some(row.span(at, end + 2));
        figure.noun = counted(row, end + 2, false);
    } else if row.key(end) == key!("of") {
        figure.noun = None;
    } else if row.is_lower(end) && !row.any(end, DIMENSIONS) {
        figure.noun = counted(row, end, false).filter(|p| p.to <= end + 4);
    }
    true
}

/// Whether the token at `i` is a unit behind a number. Short ones need to be glued or without doubt.
fn is_unit(row: &Row<'_>, i: usize, near: bool) -> bool {
    let Some(token) = row.get(i) else {
        return false;
    };
    if row.sign(i, "°") || row.sign(i, "º") {
        return true;
    }
    if token.shape != Shape::Word || !UNITS.has(token.key) {
        return row.word(i) == "m" && near && (!row.is_capital(i + 1));
    }
    match row.word(i) {
        "min" | "mi" | "mp" | "pt" | "sq" | "square" | "cubic" | "metric" | "nautical"
        | "basis" => near,
        "second" | "seconds" => !row.any(i.wrapping_sub(1), words!("one")),
        "Points" | "Days" | "Hours" | "Years" | "Nights" => true,
        word => !word.starts_with(char::is_uppercase) || word.len() <= 4 || word.ends_with('s'),
    }
}

/// The token past a rate at `at`: `per hour`, `an hour`, `a year`, `/s`, `each`, `apiece`.
pub(super) fn per(row: &Row<'_>, at: usize) -> Option<usize> {
    if row.key(at) == key!("per") || row.key(at) == key!("p") && row.sign(at + 1, "/") {
        let adjective = usize::from(row.any(
            at + 1,
            words!("square cubic metric additional full working thousand million"),
        ));
        return (row.shape(at + 1 + adjective) == Some(Shape::Word)
            && !row.any(at + 1, words!("cent annum")))
        .then_some(at + 2 + adjective)
        .or_else(|| (row.key(at + 1) == key!("annum")).then_some(at + 2));
    }
    if row.any(at, words!("a an every each")) && row.get(at + 1).is_some_and(|t| LENGTHS.has(t.key) || words!("barrel ton tonne gallon pound share head piece kilo kilogram litre liter ounce unit bushel").has(t.key)) {
        return Some(at + 2);
    }
    if row.sign(at, "/") && !row.spaced(at) && row.shape(at + 1) == Some(Shape::Word) {
        return Some(at + 2);
    }
    row.any(at, words!("each apiece annually daily"))
        .then_some(at + 1)
}

/// A unit in the same token as the number: `5km`, `six-member`, `14-year-old` in words.
pub(super) fn glued(row: &Row<'_>, figure: &mut Figure, rest: Span) {
    let word = row.analysis.slice(rest);
    let key = Key::of_word(word);
    match word {
        "pc" => figure.measure = Measure::Percent,
        "p" => figure.measure = Measure::Money("penny"),
        _ => {}
    }
    if matches!(word, "pc" | "p") {
        figure.noun = counted(row, figure.to, false).filter(|p| p.to <= figure.to + 4);
        return;
    }
    let first = word.split('-').next().map_or(Key::NONE, Key::of_word);
    figure.unit = Some(rest);
    figure.measure = if UNITS.has(key) || UNITS.has(first) || figure.form == Form::Digits {
        Measure::Unit
    } else {
        Measure::Counted
    };
    if let Some(end) = per(row, figure.to).filter(|_| UNITS.has(key)) {
        figure.to = end;
    }
    if !row.any(figure.to, DIMENSIONS) {
        figure.noun = counted(row, figure.to, false).filter(|p| p.to <= figure.to + 4);
    }
}

/// What a thing has so many of, in the singular before it, as in `a 12 page report` and `the 3 bedroom house`.
static PARTS: crate::facts::lexicon::Words = words!(
    "page bedroom bathroom storey story door seat seater cylinder volt watt lane course piece part track car speed"
);

/// Words behind a measure that say which way it runs, and begin no noun.
static DIMENSIONS: crate::facts::lexicon::Words = words!(
    "long wide tall high deep thick away apart later earlier ago old older younger longer in from below above heavy"
);

/// A compound behind a hyphen: `14-year-old boy`, `30-day visa`, `20-minute film`. `at` is the word behind the hyphen.
pub(super) fn compound(row: &Row<'_>, figure: &mut Figure, at: usize) {
    let mut end = at + 1;
    while row.is_dash(end)
        && !row.spaced(end)
        && !row.spaced(end + 1)
        && row.shape(end + 1) == Some(Shape::Word)
    {
        end += 2;
    }
    if row.word(at).starts_with(|c: char| c.is_ascii_digit()) {
        return;
    }
    let key = row
        .word(at)
        .split('-')
        .next()
        .map_or(Key::NONE, Key::of_word);
    figure.measure = if UNITS.has(key) {
        Measure::Unit
    } else {
        Measure::Counted
    };
    figure.unit = Some(row.span(at, end));
    figure.to = end;
    if row.any(end, PREPOSITIONS) {
        return;
    }
    figure.noun = counted(row, end, false).filter(|p| p.to <= end + 4);
}

/// Ages without a unit: `aged 56`, `at the age of 30`, `when he was 17`, `Smith, 45,`.
pub(super) fn age(row: &Row<'_>, figure: &mut Figure) -> bool {
    let before = figure.from.wrapping_sub(1);
    let plain = figure.low.fract() == 0.0 && (0.0..=120.0).contains(&figure.low);
    if !plain || row.sign(figure.to, "%") {
        return false;
    }
    let said = row.any(before, words!("age aged ages"))
        || row.key(before) == key!("of") && row.any(before.wrapping_sub(1), words!("age ages"));
    let was = row.any(before, words!("was is turned turns when"))
        && row.any(before.wrapping_sub(1), words!("he she i who i'm"))
        && !row.is_lower(figure.to);
    let aside = row.sign(before, ",")
        && row.sign(figure.to, ",")
        && row.is_capital(before.wrapping_sub(1))
        && row.is_capital(before.wrapping_sub(2))
        && figure.low >= 5.0
        && figure.form == Form::Digits;
    if !(said || was || aside) {
        return false;
    }
    figure.measure = Measure::Age;
    true
}
