//! Reading calendar dates: days, months, years, decades, centuries, quarters, in words and digits.

use super::super::row::{Row, key};
use super::resolve::When;
use super::vocabulary::{BEFORE, MONTHS, ORDINALS, UNITS, Unit, WEEKDAYS};
use super::year::year_digits;
use crate::facts::analysis::{Case, Shape};
use crate::facts::lexicon::words;

/// What a reader found: the token past its end, and what it means.
pub(super) type Found = Option<(usize, When)>;

/// A date that begins with a month: `March 3, 2024`, `March 3-5`, `March 2024`, `March`.
pub(super) fn from_month(row: &Row<'_>, i: usize) -> Found {
    let month = month(row, i)?;
    let mut at = i + 1;
    if row.sign(at, ".")
        && !row.spaced(at)
        && row.word(i).len() <= 4
        && row.digits(at + 1).is_some()
    {
        at += 1;
    }
    if row.key(at) == key!("the") && day(row, at + 1).is_some() {
        at += 1;
    }
    if let Some(from) = day(row, at) {
        let (mut end, mut when) = (
            at + 1,
            When::Day {
                year: None,
                month,
                day: from,
            },
        );
        let joined = row.is_dash(end)
            || row.any(end, words!("to through and"))
                && (row.key(end) != key!("and") || !row.is_lower(end + 2));
        if joined && let Some(to) = day(row, end + 1).filter(|&to| to > from) {
            when = When::Days {
                year: None,
                month,
                from,
                to,
            };
            end += 2;
        }
        return Some(year_behind(row, end, when));
    }
    let comma = usize::from(row.sign(at, ",") || row.key(at) == key!("of"));
    if let Some(year) = year_digits(row, at + comma) {
        let when = When::Month {
            year: Some(year),
            month,
        };
        return Some((at + comma + 1, when));
    }
    if row.key(at) == key!("of") && row.key(at + 2) == key!("year") {
        let years = match row.key(at + 1) {
            k if k == key!("last") => Some(-1),
            k if k == key!("this") => Some(0),
            k if k == key!("next") => Some(1),
            _ => None,
        };
        if let Some(years) = years {
            return Some((at + 3, When::MonthOf(years, month)));
        }
    }
    is_bare_month(row, i).then_some((at, When::Month { year: None, month }))
}

/// The year that may stand behind a day: `, 2024`, `2024`, `of last year` is left to the reader of relative dates.
fn year_behind(row: &Row<'_>, end: usize, when: When) -> (usize, When) {
    let comma = usize::from(row.sign(end, ","));
    match year_digits(row, end + comma) {
        Some(year) if comma == 1 || !row.sign(end + 1, ",") || row.digits(end + 2).is_none() => {
            (end + comma + 1, when.with_year(year))
        }
        _ => (end, when),
    }
}

/// The month at `i`. `May`, `March` and short forms that are words need a capital.
fn month(row: &Row<'_>, i: usize) -> Option<i8> {
    let token = row.get(i)?;
    if token.shape != Shape::Word || token.case == Case::Lower {
        return None;
    }
    MONTHS.get(token.key)
}

/// Whether a month that stands alone is one, and not a name or a verb.
fn is_bare_month(row: &Row<'_>, i: usize) -> bool {
    let before = i.wrapping_sub(1);
    let led = row.any(before, BEFORE)
        || row.any(before, words!("the every each a its his"))
        || row.shape(before) == Some(Shape::Sign)
            && !row.sign(before, "\"")
            && !row.sign(before, "“");
    match row.key(i) {
        k if k == key!("may") || k == key!("march") => {
            led && row.any(before, BEFORE) && !row.any(before, words!("and or on that this"))
                || row.any(before, words!("this last next")) && !row.is_lower(i + 1)
        }
        k if k == key!("april") || k == key!("june") || k == key!("august") => {
            let sure = row.any(
                before,
                words!(
                    "in since by until till of during last next this late early mid through from to"
                ),
            );
            sure || !row.is_capital(i + 1) && !row.any(i + 1, words!("said says was has is"))
        }
        _ if row.word(i).len() <= 4 => {
            led || row.word(i).ends_with('.')
                || row.key(i) == key!("july")
                || row.key(i) == key!("june")
        }
        _ => true,
    }
}

/// The day of the month at `i`: `3`, `3rd`, `third`.
fn day(row: &Row<'_>, i: usize) -> Option<i8> {
    let token = row.get(i)?;
    let number = match token.shape {
        Shape::Number => row.digits(i).filter(|_| row.word(i).len() <= 2)?,
        Shape::Word => match ORDINALS.get(token.key) {
            Some(day) => u32::from(day.unsigned_abs()),
            None => ordinal(row.word(i))?,
        },
        _ => return None,
    };
    let wrong = row.sign(i + 1, "%") || row.any(i + 1, words!("percent million billion thousand"));
    i8::try_from(number)
        .ok()
        .filter(|day| (1..=31).contains(day) && !wrong)
}

/// The number of `5th`, `22nd`.
pub(super) fn ordinal(word: &str) -> Option<u32> {
    let cut = word.len().checked_sub(2)?;
    let tail = word.get(cut..)?;
    ["st", "nd", "rd", "th"]
        .iter()
        .any(|s| tail.eq_ignore_ascii_case(s))
        .then(|| word.get(..cut)?.parse().ok())
        .flatten()
}

/// A date that begins with a day: `3 March 2024`, `the 3rd of March`, `12-14 March`.
pub(super) fn from_day(row: &Row<'_>, i: usize) -> Found {
    let from = day(row, i)?;
    let mut at = i + 1;
    let to = if row.is_dash(at) || row.any(at, words!("to and")) {
        day(row, at + 1).filter(|&to| to > from)
    } else {
        None
    };
    if to.is_some() {
        at += 2;
    }
    if row.key(at) == key!("of") && row.shape(i) != Some(Shape::Number) {
        at += 1;
    }
    let month = month(row, at)?;
    if row.key(at) == key!("may") && row.is_lower(at + 1) && row.shape(i) == Some(Shape::Word) {
        return None;
    }
    // "on 3 March 5 people came": a number behind the month is its year or none of its business
    let when = match to {
        Some(to) => When::Days {
            year: None,
            month,
            from,
            to,
        },
        None => When::Day {
            year: None,
            month,
            day: from,
        },
    };
    Some(year_behind(row, at + 1, when))
}

/// A date in digits: `2013-03-22`, `3/22/2013`, `22.03.2013`, `22/03/2013`.
pub(super) fn in_digits(row: &Row<'_>, i: usize) -> Found {
    let word = row.word(i);
    if row.is_dash(i + 1) && row.is_dash(i + 3) && !row.spaced(i + 1) && !row.spaced(i + 3) {
        let parts = [row.digits(i)?, row.digits(i + 2)?, row.digits(i + 4)?];
        return Some((i + 5, numeric(parts, word.len())?));
    }
    let sign = if word.contains('/') { '/' } else { '.' };
    let mut parts = word.split(sign);
    let mut next = || parts.next()?.parse::<u32>().ok();
    let three = [next()?, next()?, next()?];
    let first = word.split(sign).next().map_or(0, str::len);
    if parts.next().is_some() || sign == '.' && word.rsplit('.').next().map_or(0, str::len) != 4 {
        return None;
    }
    Some((i + 1, numeric(three, first)?))
}

/// A date from three numbers: year first when that has four digits, else month first unless that cannot be.
fn numeric(parts: [u32; 3], first: usize) -> Option<When> {
    let [a, b, c] = parts;
    let (year, month, day) = match (first, a, b) {
        (4, ..) => (a, b, c),
        (_, 13.., _) => (c, b, a),
        _ => (c, a, b),
    };
    let year = match year {
        0..=49 if first != 4 => 2000 + year,
        50..=99 if first != 4 => 1900 + year,
        _ => year,
    };
    let fits = (1000..2200).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    fits.then_some(When::Day {
        year: i16::try_from(year).ok(),
        month: i8::try_from(month).ok()?,
        day: i8::try_from(day).ok()?,
    })
}

/// The weekday at `i`, which needs a capital.
pub(super) fn weekday(row: &Row<'_>, i: usize) -> Option<i8> {
    let token = row.get(i)?;
    let day = WEEKDAYS.get(token.key)?;
    let short = token.span().len() <= 5 && !row.word(i).ends_with("day");
    let fits = token.case != Case::Lower
        && (!short || row.word(i).ends_with('.') || row.sign(i + 1, ","))
        && (!short || MONTHS.get(row.key(i + 1)).is_some() || MONTHS.get(row.key(i + 2)).is_some());
    fits.then_some(day)
}

/// The unit of time at `i`.
pub(super) fn unit(row: &Row<'_>, i: usize) -> Option<Unit> {
    UNITS.get(row.key(i))
}
