//! Reading years and decades: `2013`, `2015-16`, `44 BC`, `the 1990s`.

use super::super::row::{Row, key};
use super::date::Found;
use super::resolve::When;
use super::vocabulary::{BEFORE, DECADES, UNITS};
use crate::facts::analysis::{Case, Shape};
use crate::facts::lexicon::words;

/// The year at `i`, when the token is four digits that can be one.
pub(super) fn year_digits(row: &Row<'_>, i: usize) -> Option<i16> {
    let year = row.digits(i).filter(|_| row.word(i).len() == 4)?;
    (1000..=2100)
        .contains(&year)
        .then(|| i16::try_from(year).ok())
        .flatten()
}

/// A bare year, or two: `2013`, `2013-14`, `2013–2014`, `AD 79`, `44 BC`.
pub(super) fn from_year(row: &Row<'_>, i: usize) -> Found {
    if let Some(found) = with_era(row, i) {
        return Some(found);
    }
    if row.word(i) == "9/11" {
        let when = When::Day {
            year: Some(2001),
            month: 9,
            day: 11,
        };
        return Some((i + 1, when));
    }
    if let Some((a, b)) = row.word(i).split_once('/') {
        let (from, tail) = (a.parse::<i16>().ok()?, b.parse::<i16>().ok()?);
        let fits = a.len() == 4 && (1500..2100).contains(&from) && b.len() == 2;
        return (fits && tail == (from + 1) % 100).then_some((i + 1, When::Years(from, from + 1)));
    }
    let year = year_digits(row, i)?;
    if !is_bare_year(row, i, year) {
        return None;
    }
    if row.is_dash(i + 1) && row.spaced(i + 1) == row.spaced(i + 2) {
        if let Some(to) = year_digits(row, i + 2).filter(|&to| to > year) {
            return Some((i + 3, When::Years(year, to)));
        }
        let short = row
            .digits(i + 2)
            .filter(|_| row.word(i + 2).len() == 2 && !row.spaced(i + 2));
        if let Some(to) = short.and_then(|t| i16::try_from(t).ok()) {
            let to = year - year % 100 + to;
            if to > year {
                return Some((i + 3, When::Years(year, to)));
            }
        }
    }
    Some((i + 1, When::Year(year)))
}

/// A year with its era: `44 BC`, `394 AD`, `AD 79`.
fn with_era(row: &Row<'_>, i: usize) -> Found {
    let before = words!("bc bce b.c b.c.e");
    let after = words!("ad ce a.d c.e");
    let upper = |at: usize| row.get(at).is_some_and(|t| t.case == Case::Upper);
    if upper(i) && row.any(i, after) {
        let year = row.digits(i + 1).filter(|&y| y < 2100)?;
        return Some((i + 2, When::Year(i16::try_from(year).ok()?)));
    }
    let year = i16::try_from(row.digits(i).filter(|&y| y < 12_000)?).ok()?;
    if upper(i + 1) && row.any(i + 1, before) {
        return Some((i + 2, When::Before(year)));
    }
    (upper(i + 1) && row.any(i + 1, after) && year < 2100).then_some((i + 2, When::Year(year)))
}

/// Whether four digits are a year where they stand, and not a number of things.
fn is_bare_year(row: &Row<'_>, i: usize, year: i16) -> bool {
    let before = i.wrapping_sub(1);
    let led = row.any(before, BEFORE) && !row.any(before, words!("about to for or and between at"));
    if year < 1500 {
        let later =
            row.any(before, words!("and to")) && (i >= 2 && year_digits(row, i - 2).is_some());
        return led
            && row.any(
                before,
                words!("in since by until from circa c ca during year"),
            )
            && !counts(row, i + 1)
            || later && !counts(row, i + 1)
            || row.key(before) == key!("year");
    }
    let barred = row.any(before, words!("no number nos page pages section route flight room £ model version #"))
        || ["#", "$", "£", "€", "¥", "+", "±", "=", "×"].iter().any(|s| row.sign(before, s))
        || row.is_dash(before) && !row.spaced(i) && row.shape(before.wrapping_sub(1)) == Some(Shape::Word)
        || ["%", "°"].iter().any(|s| row.sign(i + 1, s))
        || UNITS.get(row.key(i + 1)).is_some() && !row.any(i + 1, words!("season quarter day"))
        || row.is_dash(i + 1) && !row.spaced(i + 1) && UNITS.get(row.key(i + 2)).is_some()
        || row.any(i + 1, words!("million billion thousand gmt utc hours percent points m km kg kilometers metres meters feet miles tons tonnes"));
    let named = row.is_capital(before) && row.any(i + 1, words!("index server series"));
    let code = row.is_dash(i + 1)
        && !row.spaced(i + 1)
        && row.word(i + 2).len() == 3
        && row.digits(i + 2).is_some();
    if barred || named || code || year > 2060 {
        return false;
    }
    if row.any(i + 1, words!("level levels")) && (1850..=2040).contains(&year) {
        return true; // "below 1990 levels"
    }
    let named = row.any(
        before,
        words!("the its his her their our this that year fiscal season"),
    ) || led && row.any(before, words!("in since by until late early mid during"));
    named || !counts(row, i + 1) || (1900..=2040).contains(&year) && year % 100 != 0
}

/// Whether the word at `i` is a plural noun, as behind a number of things.
fn counts(row: &Row<'_>, i: usize) -> bool {
    let word = row.word(i);
    row.is_lower(i)
        && (word.ends_with('s')
            && !word.ends_with("ss")
            && word.len() > 3
            && !row.any(
                i,
                words!("was has does is its this his thus less plus across always towards versus"),
            ))
        || row.any(
            i,
            words!("people men women children troops soldiers of schoolchildren police personnel"),
        )
}

/// A decade: `1990s`, `the nineties`, `'90s`.
pub(super) fn decade(row: &Row<'_>, i: usize) -> Found {
    if let Some(start) = DECADES.get(row.key(i)) {
        let led = row.any(
            i.wrapping_sub(1),
            words!("the early late mid roaring swinging"),
        );
        let age = row.any(i.wrapping_sub(2), words!("in their his her my our"))
            && !row.any(i.wrapping_sub(1), words!("the"));
        return (led && !age && row.key(i.wrapping_sub(2)) != key!("their"))
            .then_some((i + 1, When::Era(1900 + start, 10)));
    }
    let word = row.word(i);
    let word = word.strip_prefix("mid-").unwrap_or(word);
    let digits = word.strip_suffix("'s").or_else(|| word.strip_suffix('s'));
    let (digits, end) = match digits {
        Some(digits) => (digits, i + 1),
        None if row.shape(i + 1) == Some(Shape::Possessive) && word.ends_with('0') => (word, i + 2),
        None => return None,
    };
    let start: i16 = digits.parse().ok()?;
    match digits.len() {
        4 if start % 10 == 0 && (1000..2100).contains(&start) => {
            let years = if start % 100 == 0 && start < 1900 {
                100
            } else {
                10
            };
            Some((end, When::Era(start, years)))
        }
        2 if start % 10 == 0
            && (row.any(i.wrapping_sub(1), words!("the early late mid"))
                || row.any(i.wrapping_sub(1), words!("and or to"))
                    && row.word(i.wrapping_sub(2)).ends_with("0s")) =>
        {
            Some((end, When::Era(1900 + start, 10)))
        }
        2 if start % 10 == 0
            && ["'", "’", "‘"]
                .iter()
                .any(|s| row.sign(i.wrapping_sub(1), s)) =>
        {
            Some((end, When::Era(1900 + start, 10)))
        }
        _ => None,
    }
}
