//! Reading centuries, quarters and seasons: `19th century`, `the third quarter of 2010`, `summer 1982`.

use super::super::row::{Row, key};
use super::date::{Found, ordinal};
use super::resolve::When;
use super::vocabulary::{ORDINALS, SEASONS};
use super::year::year_digits;
use crate::facts::lexicon::words;

/// A century or a part of a year by its ordinal: `19th century`, `nineteenth-century`, `third quarter of 2010`.
pub(super) fn by_ordinal(row: &Row<'_>, i: usize) -> Found {
    let word = row.word(i);
    let (number, joined) = match word.split_once('-') {
        Some((head, tail)) if tail.eq_ignore_ascii_case("century") => (number_of(head)?, true),
        _ => (number_of(word)?, false),
    };
    let hyphen = usize::from(row.is_dash(i + 1) && !row.spaced(i + 1));
    let unit = if joined { i } else { i + 1 + hyphen };
    if joined || row.any(unit, words!("century centuries")) {
        let start = i16::try_from(number)
            .ok()?
            .checked_sub(1)?
            .checked_mul(100)?;
        let end = unit + 1;
        if row.any(end, words!("bc bce b.c")) {
            return Some((end + 1, When::Open));
        }
        return (start < 2200).then_some((end, When::Era(start, 100)));
    }
    let the = usize::from(row.any(unit + 2, words!("the fiscal")));
    let of_year = year_digits(row, unit + 2 + the)
        .filter(|_| row.any(unit, words!("quarter half")) && row.key(unit + 1) == key!("of"));
    if let Some(year) = of_year {
        let quarter = i8::try_from(number).ok().filter(|q| (1..=4).contains(q))?;
        let when = if row.key(unit) == key!("quarter") {
            When::Quarter {
                year: Some(year),
                quarter,
            }
        } else {
            When::Year(year)
        };
        return Some((unit + 3 + the, when));
    }
    if row.key(unit) == key!("quarter")
        && row.any(i.wrapping_sub(1), words!("the its their in last this"))
    {
        let quarter = i8::try_from(number).ok().filter(|q| (1..=4).contains(q))?;
        let mut end = unit + 1;
        let mut year = None;
        if row.any(end, words!("of"))
            && row.any(end + 1, words!("this last"))
            && row.key(end + 2) == key!("year")
        {
            end += 3;
        } else if let Some(y) = year_digits(row, end) {
            (end, year) = (end + 1, Some(y));
        }
        return Some((end, When::Quarter { year, quarter }));
    }
    None
}

/// The number of an ordinal in words or digits.
fn number_of(word: &str) -> Option<u32> {
    ordinal(word).or_else(|| {
        ORDINALS
            .get(crate::facts::analysis::Key::of_word(word))
            .map(|n| u32::from(n.unsigned_abs()))
    })
}

/// A season that is one of a year: `summer 2010`, `the summer of 1982`, `in the winter`.
pub(super) fn season(row: &Row<'_>, i: usize) -> Found {
    let season = SEASONS.get(row.key(i))?;
    let of = usize::from(row.any(i + 1, words!("of")) || row.sign(i + 1, ","));
    if let Some(year) = year_digits(row, i + 1 + of) {
        return Some((
            i + 2 + of,
            When::Season {
                year: Some(year),
                season,
            },
        ));
    }
    let before = i.wrapping_sub(1);
    let first = i == 0
        && row.any(i, words!("spring summer autumn winter"))
        && row.any(1, words!("is can brings and months has sees or"));
    let sure = first
        || row.any(i, words!("summer winter autumn"))
            && row.any(before, words!("in during the each every"))
        || row.any(before, words!("the"))
            && row.any(before.wrapping_sub(1), words!("in during since by until"))
        || row.any(before, words!("early late mid"));
    if !sure || !row.is_lower(i) && row.is_capital(i + 1) || row.any(i + 1, words!("of")) {
        return None;
    }
    let end = i + 1 + usize::from(row.any(i + 1, words!("months season")));
    Some((end, When::Open))
}
