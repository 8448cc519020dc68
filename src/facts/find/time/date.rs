//! Reading calendar dates: days, months, years, decades, centuries, quarters, in words and digits.

use super::super::row::{Row, key};
use super::resolve::When;
use super::vocabulary::{BEFORE, DECADES, MONTHS, ORDINALS, SEASONS, UNITS, Unit, WEEKDAYS};
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
        if joined {
            if let Some(to) = day(row, end + 1).filter(|&to| to > from) {
                when = When::Days {
                    year: None,
                    month,
                    from,
                    to,
                };
                end += 2;
            }
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
        if let Some(to) =
            year_digits(row, i + 2).filter(|&to| to > year && !row.spaced(i + 1) || to > year)
        {
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
        || UNITS.get(row.key(i + 1)).is_some() && !row.any(i + 1, words!("season quarter"))
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

/// The weekday at `i`, which needs a capital.
pub(super) fn weekday(row: &Row<'_>, i: usize) -> Option<i8> {
    let token = row.get(i)?;
    let day = WEEKDAYS.get(token.key)?;
    let short = token.span.len() <= 5 && !row.word(i).ends_with("day");
    let fits = token.case != Case::Lower
        && (!short || row.word(i).ends_with('.') || row.sign(i + 1, ","))
        && (!short || MONTHS.get(row.key(i + 1)).is_some() || MONTHS.get(row.key(i + 2)).is_some());
    fits.then_some(day)
}

/// The unit of time at `i`.
pub(super) fn unit(row: &Row<'_>, i: usize) -> Option<Unit> {
    UNITS.get(row.key(i))
}
