//! Digits that are no quantities: names, labels, notes, scores, telephone numbers.

use super::super::row::{Row, key};
use super::amount::Form;
use super::figure::{Figure, Measure};
use crate::facts::analysis::{Case, Shape};
use crate::facts::lexicon::grammar::PREPOSITIONS;
use crate::facts::lexicon::number::NUMERALS;
use crate::facts::lexicon::words;
use crate::facts::model::Approx;

/// Where the digits at `at` are part of something that is no number of things: the token past all of it.
pub(super) fn skip(row: &Row<'_>, at: usize) -> Option<usize> {
    if row.shape(at) != Some(Shape::Number) {
        return None;
    }
    note(row, at)
        .or_else(|| share(row, at))
        .or_else(|| telephone(row, at))
        .or_else(|| score(row, at))
        .or_else(|| list_number(row, at))
        .or_else(|| base(row, at))
}

/// The second half of a ratio whose first is part of a word: `near-50:50`.
fn share(row: &Row<'_>, at: usize) -> Option<usize> {
    let colon = at.checked_sub(1)?;
    let close = row.sign(colon, ":") && !row.spaced(at) && !row.spaced(colon);
    let before = row.word(colon.checked_sub(1)?);
    (close && before.ends_with(|c: char| c.is_ascii_digit())).then_some(at + 1)
}

/// What a rate is counted on: `per 100,000 residents`.
fn base(row: &Row<'_>, at: usize) -> Option<usize> {
    let round = matches!(
        row.word(at),
        "100" | "1,000" | "1000" | "10,000" | "10000" | "100,000" | "100000"
    );
    (round && row.key(at.wrapping_sub(1)) == key!("per")).then_some(at + 1)
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

/// Two small numbers with a dash between them that do not rise: a score, a part number, a verse.
fn score(row: &Row<'_>, at: usize) -> Option<usize> {
    if !row.is_dash(at + 1) || row.spaced(at + 1) || row.spaced(at + 2) {
        return None;
    }
    if row.shape(at + 2) == Some(Shape::Word)
        && row.word(at + 2).starts_with(|c: char| c.is_ascii_digit())
    {
        return Some(at + 3);
    }
    let (a, b) = (row.digits(at)?, row.digits(at + 2)?);
    let unit = row.sign(at + 3, "%") || row.any(at + 3, words!("percent million"));
    (!unit && b <= a).then_some(at + 3)
}

/// The number of a list item that opens the sentence: `1.`, `2)`.
fn list_number(row: &Row<'_>, at: usize) -> Option<usize> {
    let inner = row.sign(at + 1, ")")
        && !row.sign(at.wrapping_sub(1), "(")
        && row.digits(at).is_some_and(|d| d < 20)
        && !(at.saturating_sub(20)..at).any(|i| row.sign(i, "("));
    if inner {
        return Some(at + 2);
    }
    let open = at == 0 || at == 1 && row.sign(0, "(");
    if at == 0 && row.sign(1, ".") && !row.spaced(1) && row.word(0).contains('.') {
        return Some(2);
    }
    if at == 0
        && row.digits(0).is_some_and(|d| d < 100)
        && row.is_capital(1)
        && row.is_lower(2)
        && !super::super::phrase::is_plural(row, 1)
    {
        return Some(1);
    }
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
    // A headline leaves out what would tell a number from a name: "Maker drops 737 for now".
    if row.sentence.title && figure.measure == Measure::Bare && figure.approx == Approx::Exact {
        return true;
    }
    if figure.form == Form::Fraction {
        return row.key(figure.number) == key!("half") && figure.measure == Measure::Bare;
    }
    if matches!(
        figure.measure,
        Measure::Percent | Measure::Money(_) | Measure::Points
    ) || figure.approx != Approx::Exact
    {
        return false;
    }
    let before = figure.number.wrapping_sub(1);
    if row.sign(figure.number_end, "=") && figure.measure == Measure::Bare {
        return true; // the key to a code: "0 = female"
    }
    // "five 737 jets", "roughly 400 787 airliners": a model
    let model = row.word(figure.number).len() == 3
        && row.digits(figure.number).is_some()
        && (row.shape(before) == Some(Shape::Number)
            || NUMERALS.get(row.key(before)).is_some() && figure.from == figure.number);
    if model && row.spaced(figure.number) && figure.measure != Measure::Unit {
        return true;
    }
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
    if row.any(before, INDEXES) || rank(row, figure) || again(row, figure) {
        return true;
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
    if row.any(before, words!("number no"))
        || row.any(before, words!("day week game part step stage phase"))
            && row.key(figure.number_end) == key!("of")
    {
        return true;
    }
    let place = row.sign(before, ";") || row.sign(before, ",");
    if place
        && figure.measure == Measure::Bare
        && row
            .word(figure.number)
            .split_once('.')
            .is_some_and(|(_, d)| d.len() > 4)
    {
        return true;
    }
    named(row, figure)
}

/// Whether the number belongs to the name before it: `Boeing 737`, `iPhone 4`, `Ford Five Hundred`, `the 777 airliner`.
fn named(row: &Row<'_>, figure: &Figure) -> bool {
    let before = figure.number.wrapping_sub(1);
    let bare = figure.measure == Measure::Bare;
    let Some(token) = row.get(before) else {
        return false;
    };
    let Some(digits) = row.get(figure.number) else {
        return false;
    };
    if digits.shape == Shape::Word && digits.case == Case::Title {
        return bare && (row.is_capital(before) || row.any(before, words!("the a")));
    }
    if digits.shape != Shape::Number || row.word(figure.number).contains(',') {
        return false;
    }
    if ["'", "’", "‘"].iter().any(|s| row.sign(before, s)) && !digits.spaced {
        return true;
    }
    let mixed = token.shape == Shape::Word && token.case == Case::Mixed;
    if mixed || token.shape == Shape::Possessive && bare {
        return bare || mixed;
    }
    if bare
        && row.any(before, words!("the a its their his her our an new own"))
        && row.shape(figure.number_end) == Some(Shape::Word)
        && !row.word(figure.number).contains('.')
    {
        return true;
    }
    if !row.is_capital(before)
        || row.any(
            before,
            words!("i in the and a on by with these those at of from all some about only another"),
        )
    {
        return false;
    }
    if bare {
        return true;
    }
    // "In Iraq 30 soldiers": a phrase before the clause and no name
    let mut i = before;
    while i > 0 && row.is_capital(i - 1) {
        i -= 1;
    }
    before > 0 && !row.any(i, PREPOSITIONS) && !row.any(i.wrapping_sub(1), PREPOSITIONS)
        || row.is_capital(figure.number_end) && before > 0
}

/// Stock indexes are called by the number of their shares, also where nothing is written large: `the sp 500`.
static INDEXES: crate::facts::lexicon::Words =
    words!("sp s&p ftse dax nikkei nasdaq russell stoxx asx cac nifty msci csi topix smi ibex");

/// Whether the number stands for places in a table: `the bottom three`, `the top 10`.
fn rank(row: &Row<'_>, figure: &Figure) -> bool {
    figure.measure == Measure::Bare && row.any(figure.number.wrapping_sub(1), words!("top bottom"))
}

/// Whether the same digits are part of a name earlier in the sentence: `the Aster 11 and 11 Pro`.
fn again(row: &Row<'_>, figure: &Figure) -> bool {
    let near = figure.number.saturating_sub(40)..figure.number;
    figure.measure == Measure::Bare
        && row.is_capital(figure.number_end)
        && row.digits(figure.number).is_some()
        && near
            .filter(|&i| row.key(i) == row.key(figure.number))
            .any(|i| row.is_capital(i.wrapping_sub(1)))
}

/// Words that number what stands behind them.
static LABELS: crate::facts::lexicon::Words = words!(
    "section sections chapter chapters page pages pp number no nos p figure figures fig figs table tables room flight
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
