//! Reading times of day: `10:30 a.m. EST`, `5pm`, `1500 GMT`, `noon`, `nine o'clock`.

use super::super::row::{Row, key};
use super::date::Found;
use super::resolve::When;
use super::vocabulary::{COUNTS, ZONES};
use crate::facts::analysis::{Case, Shape};
use crate::facts::lexicon::words;

/// A time of day.
pub(super) fn clock(row: &Row<'_>, i: usize) -> Found {
    let (end, hour, minute) = face(row, i)?;
    Some((zone(row, end), When::Clock(hour, minute)))
}

/// Past the time zone that may stand at `at`: `GMT`, `(GMT +8)`, `local time`.
fn zone(row: &Row<'_>, at: usize) -> usize {
    if row.key(at) == key!("local") && row.key(at + 1) == key!("time") {
        return at + 2;
    }
    if row.any(at, words!("eastern central pacific mountain greenwich")) && row.is_capital(at) {
        let mut end = at + 1;
        while row.any(end, words!("standard daylight mean time")) {
            end += 1;
        }
        return end;
    }
    let upper = row.get(at).is_some_and(|t| t.case == Case::Upper);
    if upper && row.any(at, ZONES) {
        at + 1
    } else {
        at
    }
}

/// The token past a time, its hour and its minute.
fn face(row: &Row<'_>, i: usize) -> Option<(usize, i8, i8)> {
    let token = row.get(i)?;
    let word = row.word(i);
    match token.shape {
        Shape::Word => return in_word(row, i, word),
        Shape::Number => {}
        _ => return None,
    }
    if let Some((hour, rest)) = word.split_once(':') {
        let minute = rest.get(..2)?;
        let (hour, minute): (i8, i8) = (hour.parse().ok()?, minute.parse().ok()?);
        let fits =
            (0..24).contains(&hour) && (0..60).contains(&minute) && matches!(rest.len(), 2 | 5);
        let half = half_day(row, i + 1);
        let sure = half.is_some()
            || row.any(
                i.wrapping_sub(1),
                words!("at by until till from to before after around about since and on"),
            )
            || zone(row, i + 1) > i + 1
            || row.any(i + 1, words!("on today"))
            || row.is_dash(i.wrapping_sub(1))
            || row.is_dash(i + 1)
            || rest.len() == 5;
        let score = row.any(i.wrapping_sub(1), words!("to by"))
            && half.is_none()
            && zone(row, i + 1) == i + 1;
        return (fits && sure && !score)
            .then(|| (half.map_or(i + 1, |(end, _)| end), turn(hour, half), minute));
    }
    if let Some(half) = half_day(row, i + 1) {
        let (hour, minute) = match word.split_once('.') {
            Some((h, m)) if m.len() == 2 => (h.parse().ok()?, m.parse().ok()?),
            _ => (i8::try_from(row.digits(i)?).ok()?, 0),
        };
        return ((1..=12).contains(&hour) && (0..60).contains(&minute))
            .then(|| (half.0, turn(hour, Some(half)), minute));
    }
    if word.len() == 4 && (zone(row, i + 1) > i + 1 || row.key(i + 1) == key!("hours")) {
        let number = row.digits(i)?;
        let (hour, minute) = (
            i8::try_from(number / 100).ok()?,
            i8::try_from(number % 100).ok()?,
        );
        let end = i + 1 + usize::from(row.key(i + 1) == key!("hours"));
        return (hour < 24 && minute < 60).then_some((end, hour, minute));
    }
    o_clock(row, i)
}

/// `noon`, `midnight`, `5pm`, `5:30pm`, `nine o'clock`.
fn in_word(row: &Row<'_>, i: usize, word: &str) -> Option<(usize, i8, i8)> {
    match row.key(i) {
        k if k == key!("noon") || k == key!("midday") => return Some((i + 1, 12, 0)),
        k if k == key!("midnight") => return Some((i + 1, 0, 0)),
        _ => {}
    }
    if word.as_bytes().first().is_some_and(u8::is_ascii_digit) {
        let cut = word.find(|c: char| c.is_ascii_alphabetic())?;
        let (digits, half) = (word.get(..cut)?, word.get(cut..)?);
        let late = match half.trim_end_matches('.').to_ascii_lowercase().as_str() {
            "am" | "a.m" => false,
            "pm" | "p.m" => true,
            _ => return None,
        };
        let (hour, minute) = digits.split_once([':', '.']).unwrap_or((digits, "0"));
        let (hour, minute): (i8, i8) = (hour.parse().ok()?, minute.parse().ok()?);
        return ((1..=12).contains(&hour) && (0..60).contains(&minute))
            .then(|| (i + 1, turn(hour, Some((i, late))), minute));
    }
    o_clock(row, i)
}

/// `nine o'clock`, `9 o'clock`.
fn o_clock(row: &Row<'_>, i: usize) -> Option<(usize, i8, i8)> {
    if row.key(i + 1) != key!("o'clock") {
        return None;
    }
    let hour = match row.digits(i) {
        Some(hour) => i8::try_from(hour).ok()?,
        None => i8::try_from(COUNTS.get(row.key(i))?).ok()?,
    };
    (1..=12).contains(&hour).then_some((i + 2, hour, 0))
}

/// Past `a.m.` or `p.m.` at `at`, and whether it is the later.
fn half_day(row: &Row<'_>, at: usize) -> Option<(usize, bool)> {
    match row.key(at) {
        k if k == key!("a.m") => Some((at + 1, false)),
        k if k == key!("p.m") => Some((at + 1, true)),
        k if k == key!("am") && (row.word(at) == "AM" || row.word(at) == "am") => {
            Some((at + 1, false))
        }
        k if k == key!("pm") && row.word(at) != "Pm" => Some((at + 1, true)),
        _ => None,
    }
}

/// The hour of 24 from an hour of 12.
fn turn(hour: i8, half: Option<(usize, bool)>) -> i8 {
    match half {
        Some((_, true)) if hour < 12 => hour + 12,
        Some((_, false)) if hour == 12 => 0,
        _ => hour,
    }
}
