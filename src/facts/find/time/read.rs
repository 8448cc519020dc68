//! The readers of times, in the order in which they are asked at a token.

use super::super::row::{Row, key};
use super::resolve::When;
use super::vocabulary::{self, DAY_PARTS};
use super::{clock, date, holiday, part, relative, year};
use crate::facts::analysis::Shape;
use crate::facts::lexicon::words;

/// The readers, in the order in which they are asked.
pub(super) fn core(row: &Row<'_>, i: usize) -> Option<(usize, When)> {
    let token = row.get(i)?;
    let found = match token.shape {
        Shape::Number => number(row, i),
        Shape::Word if token.span().len() > 20 => None,
        Shape::Word if row.word(i).starts_with(|c: char| c.is_ascii_digit()) => {
            clock::clock(row, i)
                .or_else(|| date::from_day(row, i))
                .or_else(|| year::decade(row, i))
                .or_else(|| part::by_ordinal(row, i))
        }
        Shape::Word => word(row, i),
        _ => None,
    }?;
    Some(found)
}

/// What begins with a number in digits.
fn number(row: &Row<'_>, i: usize) -> Option<(usize, When)> {
    clock::clock(row, i)
        .or_else(|| date::from_day(row, i))
        .or_else(|| date::in_digits(row, i))
        .or_else(|| relative::distance(row, i))
        .or_else(|| year::decade(row, i))
        .or_else(|| year::from_year(row, i))
}

/// What begins with a word.
fn word(row: &Row<'_>, i: usize) -> Option<(usize, When)> {
    use vocabulary::{
        COUNTS, DECADES, HOLIDAYS, MONTHS, NAMED_DAYS, ORDINALS, SEASONS, VAGUE, WEEKDAYS,
    };
    let key = row.key(i);
    if MONTHS.get(key).is_some() {
        return date::from_month(row, i);
    }
    if WEEKDAYS.get(key).is_some() {
        return weekday(row, i);
    }
    if ORDINALS.get(key).is_some() {
        return date::from_day(row, i).or_else(|| part::by_ordinal(row, i));
    }
    if COUNTS.get(key).is_some() || VAGUE.has(key) {
        return relative::distance(row, i).or_else(|| clock::clock(row, i));
    }
    if SEASONS.get(key).is_some() {
        return part::season(row, i);
    }
    if DECADES.get(key).is_some() {
        return year::decade(row, i);
    }
    if HOLIDAYS.has(key) || NAMED_DAYS.has(key) || key == key!("new") || key == key!("good") {
        return holiday::holiday(row, i);
    }
    if STARTS.has(key) {
        return relative::deictic(row, i)
            .or_else(|| relative::phrase(row, i))
            .or_else(|| relative::pointed(row, i))
            .or_else(|| clock::clock(row, i))
            .or_else(|| year::from_year(row, i));
    }
    let text = row.word(i);
    if text.contains('-') {
        return year::decade(row, i)
            .or_else(|| part::by_ordinal(row, i))
            .or_else(|| mid(row, i));
    }
    None
}

/// Other words that may begin a time.
static STARTS: crate::facts::lexicon::Words = words!(
    "today tonight yesterday tomorrow overnight last next this past previous preceding prior following ensuing
     presently currently subsequent coming upcoming current same that the day turn end start beginning middle noon midday midnight ad ce a.d"
);

/// `mid-March`, `mid-2010` as one word.
fn mid(row: &Row<'_>, i: usize) -> Option<(usize, When)> {
    let rest = row
        .word(i)
        .strip_prefix("mid-")
        .or_else(|| row.word(i).strip_prefix("Mid-"))?;
    let key = crate::facts::analysis::Key::of_word(rest);
    if let Some(month) = vocabulary::MONTHS.get(key) {
        let year = year::year_digits(row, i + 1);
        return Some((
            i + 1 + usize::from(year.is_some()),
            When::Month { year, month },
        ));
    }
    let year = rest
        .parse::<i16>()
        .ok()
        .filter(|y| (1500..2100).contains(y))?;
    Some((i + 1, When::Year(year)))
}

/// How ordinals in digits end.
const ORDINAL_ENDS: [&str; 4] = ["st", "nd", "rd", "th"];

/// A weekday, with the date or the part of the day that may follow.
fn weekday(row: &Row<'_>, i: usize) -> Option<(usize, When)> {
    let day = date::weekday(row, i)?;
    if row.any(
        i.wrapping_sub(1),
        words!("black bloody cyber ash palm holy super"),
    ) && row.is_capital(i.wrapping_sub(1))
    {
        return Some((i + 1, When::Open));
    }
    let mut at = i + 1;
    if row.any(at, DAY_PARTS) {
        at += 1;
    }
    let comma = usize::from(row.sign(at, ","));
    let the = usize::from(row.key(at + comma) == key!("the"));
    let date = date::from_month(row, at + comma).or_else(|| date::from_day(row, at + comma + the));
    if let Some((end, when @ (When::Day { .. } | When::Days { .. }))) = date {
        return Some((end, when));
    }
    // "Friday the 13th": of no month
    if the == 1
        && ORDINAL_ENDS
            .iter()
            .any(|end| row.word(at + comma + 1).ends_with(end))
        && row
            .word(at + comma + 1)
            .starts_with(|c: char| c.is_ascii_digit())
    {
        return None;
    }
    let past = row.any(at, words!("last")) && !row.is_lower(at + 1);
    Some((
        at + usize::from(past),
        When::Weekday(day, if past { -1 } else { 0 }),
    ))
}

/// Takes in a date that stands with a time of day, or a time of day with a date: `10 a.m. on Friday`, `Friday at noon`.
pub(super) fn with_clock(row: &Row<'_>, to: usize, when: When) -> (usize, When) {
    let mut at = to;
    if row.sign(at, ",") || row.any(at, words!("on at of")) {
        at += 1;
    }
    if matches!(when, When::Clock(..)) {
        return match core(row, at) {
            Some((
                end,
                date @ (When::Day { .. } | When::Weekday(..) | When::Off(_, vocabulary::Unit::Day)),
            )) => (end, date),
            _ => (to, when),
        };
    }
    if matches!(
        when,
        When::Day { .. } | When::Weekday(..) | When::Off(_, vocabulary::Unit::Day)
    ) && let Some((end, When::Clock(..))) =
        clock::clock(row, at).filter(|_| row.key(at) != key!("noon") || at > to)
    {
        return (end, when);
    }
    (to, when)
}

/// What two times must share to be joined as a range.
pub(super) fn grain(when: When) -> u8 {
    match when {
        When::Day { .. } | When::Days { .. } => 0,
        When::Month { .. } => 1,
        When::Year(_) | When::Years(..) | When::Before(_) => 2,
        When::Weekday(..) => 3,
        When::Clock(..) => 4,
        When::Era(..) => 5,
        When::Season { .. } => 6,
        _ => 7,
    }
}

/// Whether the second does not come before the first, where both are years.
pub(super) fn ordered(first: When, second: When) -> bool {
    match (first, second) {
        (When::Year(a), When::Year(b)) => a <= b,
        _ => !matches!(second, When::Open | When::Stretch(..)),
    }
}
