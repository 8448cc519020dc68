//! Reading holidays. Those with a fixed day get it; movable feasts stay open.

use super::super::row::{Row, key};
use super::date::Found;
use super::resolve::When;
use super::vocabulary::{HOLIDAYS, NAMED_DAYS};
use super::year::year_digits;
use crate::facts::lexicon::words;

/// A holiday, with the year that may follow.
pub(super) fn holiday(row: &Row<'_>, i: usize) -> Found {
    if !row.is_capital(i) {
        return None;
    }
    let (end, fixed) = name(row, i)?;
    let year = year_digits(row, end);
    let end = end + usize::from(year.is_some());
    Some((
        end,
        fixed.map_or(When::Open, |(month, day)| When::Day { year, month, day }),
    ))
}

/// The token past the name, and its month and day if they are fixed.
fn name(row: &Row<'_>, i: usize) -> Option<(usize, Option<(i8, i8)>)> {
    let mut at = i + 1;
    if row.shape(at) == Some(crate::facts::analysis::Shape::Possessive) {
        at += 1;
    }
    let eve = row.key(at) == key!("eve");
    let day = row.key(at) == key!("day") && row.is_capital(at);
    match row.key(i) {
        k if k == key!("new") => {
            let year = row.key(i + 1) == key!("year") && row.is_capital(i + 1);
            let mut at = i + 2;
            at += usize::from(row.shape(at) == Some(crate::facts::analysis::Shape::Possessive));
            let last = row.any(at, words!("day eve")) && row.is_capital(at);
            (year && last).then(|| {
                let fixed = if row.key(at) == key!("day") {
                    (1, 1)
                } else {
                    (12, 31)
                };
                (at + 1, Some(fixed))
            })
        }
        k if k == key!("good") => {
            (row.key(i + 1) == key!("friday") && row.is_capital(i + 1)).then_some((i + 2, None))
        }
        k if k == key!("christmas") && eve => Some((at + 1, Some((12, 24)))),
        k if k == key!("christmas") && day => Some((at + 1, Some((12, 25)))),
        k if k == key!("yom") => (row.key(i + 1) == key!("kippur")).then_some((i + 2, None)),
        k if k == key!("eid") => Some((
            i + 1 + usize::from(row.word(i + 1).starts_with("al-")),
            None,
        )),
        k if HOLIDAYS.has(k) => {
            let led = row.any(
                i.wrapping_sub(1),
                words!("on at by before after during since until around over for this last next every in of"),
            );
            let end = at.min(i + 1);
            if day || eve {
                return Some((at + 1, None));
            }
            (led && !row.is_capital(end)).then_some((end, None))
        }
        k if NAMED_DAYS.has(k) && day => {
            let fixed = match k {
                k if k == key!("boxing") => Some((12, 26)),
                k if k == key!("bastille") => Some((7, 14)),
                k if k == key!("valentine's")
                    || k == key!("valentine")
                    || k == key!("valentines") =>
                {
                    Some((2, 14))
                }
                k if k == key!("armistice") => Some((11, 11)),
                k if k == key!("earth") => Some((4, 22)),
                _ => None,
            };
            Some((at + 1, fixed))
        }
        _ => None,
    }
}
