//! Reading dates that count from another: `last week`, `three days ago`, `tomorrow`, `the past two years`.

use super::super::row::{Row, key};
use super::date::{Found, unit, weekday};
use super::resolve::When;
use super::vocabulary::{COUNTS, DAY_PARTS, MONTHS, SEASONS, Unit, VAGUE};
use crate::facts::analysis::Shape;
use crate::facts::lexicon::words;

/// A single word: `today`, `yesterday`, `tonight`, `tomorrow`, `overnight`.
pub(super) fn deictic(row: &Row<'_>, i: usize) -> Found {
    let (count, end) = match row.key(i) {
        k if k == key!("today") || k == key!("tonight") => (0, i + 1),
        k if k == key!("yesterday") => (-1, i + 1),
        k if k == key!("tomorrow") => (1, i + 1),
        k if k == key!("presently") || k == key!("currently") => return Some((i + 1, When::Now)),
        k if k == key!("overnight") && !row.is_lower(i + 1) => return Some((i + 1, When::Open)),
        _ => return None,
    };
    let end = end + usize::from(row.any(end, DAY_PARTS));
    Some((end, When::Off(count, Unit::Day)))
}

/// `last`, `next`, `this`, `past`, `previous`, `following`, `coming` with what they point at.
pub(super) fn pointed(row: &Row<'_>, i: usize) -> Found {
    let step = match row.key(i) {
        k if k == key!("last") || k == key!("past") => -1,
        k if k == key!("next") || k == key!("coming") || k == key!("upcoming") => 1,
        k if k == key!("this") || k == key!("current") => 0,
        k if k == key!("previous") || k == key!("preceding") || k == key!("prior") => {
            return told(row, i, -1);
        }
        k if k == key!("following") || k == key!("ensuing") || k == key!("subsequent") => {
            return told(row, i, 1);
        }
        k if k == key!("same") || k == key!("that") => return told(row, i, 0),
        _ => return None,
    };
    let mut at = i + 1;
    if row.key(i) == key!("next")
        && row.key(i.wrapping_sub(1)) == key!("the")
        && unit(row, at).is_some()
    {
        return told(row, i, 1); // "the next year they met again"
    }
    let helped = row.any(
        i.wrapping_sub(1),
        words!("to will would can could should may might must not"),
    );
    if row.key(i) == key!("last") && helped && amount(row, at).is_some() {
        return None; // "the call is to last 45 minutes": how long
    }
    if row.any(at, words!("very past coming")) {
        at += 1;
    }
    if step != 0
        && let Some(found) = stretch(row, at, step)
    {
        return Some(found);
    }
    let part = usize::from(row.any(
        at,
        words!("early late calendar fiscal financial academic school"),
    ));
    at += part;
    if let Some(unit) = unit(row, at) {
        let end = at + 1;
        return match unit {
            Unit::Minute | Unit::Hour => None,
            Unit::Day if step <= 0 => None,
            Unit::Quarter if step == 0 && row.key(i) != key!("current") => {
                Some((end, When::Off(0, Unit::Quarter)))
            }
            Unit::Decade | Unit::Century => Some((end, When::Stretch(step, unit))),
            _ if is_modified(row, end) => None,
            _ => Some((end, When::Off(step, unit))),
        };
    }
    let near = i8::try_from(step).unwrap_or(0);
    if let Some(season) = SEASONS.get(row.key(at)) {
        return Some((at + 1, When::OffSeason(near, season)));
    }
    if let Some(day) = weekday(row, at) {
        let end = at + 1 + usize::from(row.any(at + 1, DAY_PARTS));
        return Some((end, When::Weekday(day, near)));
    }
    if let Some(month) = MONTHS.get(row.key(at)).filter(|_| row.is_capital(at)) {
        return (row.digits(at + 1).is_none()).then_some((at + 1, When::OffMonth(near, month)));
    }
    if row.any(at, words!("morning afternoon evening")) && step == 0 {
        return Some((at + 1, When::Off(0, Unit::Day)));
    }
    (row.key(at) == key!("night") && step == -1).then_some((at + 1, When::Off(-1, Unit::Day)))
}

/// Whether a noun follows that the unit only modifies: `this year class` is none, `last year's` is.
fn is_modified(row: &Row<'_>, at: usize) -> bool {
    row.is_dash(at) && !row.spaced(at) && row.is_lower(at + 1)
}

/// `past two years`, `next few months`, `last 24 hours`, `past several decades`, behind the pointing word.
fn stretch(row: &Row<'_>, i: usize, step: i32) -> Found {
    let (at, count) = amount(row, i)?;
    let unit = unit(row, at)?;
    let end = at + 1;
    Some(match count {
        Some(count) if !matches!(unit, Unit::Minute | Unit::Hour) => {
            (end, When::Stretch(count.checked_mul(step)?, unit))
        }
        _ => (end, When::Open),
    })
}

/// How many: `two`, `24`, `a few`, `several`. No count where it is vague.
fn amount(row: &Row<'_>, i: usize) -> Option<(usize, Option<i32>)> {
    if row.key(i) == key!("a")
        && row.any(
            i + 1,
            words!("couple few number dozen hundred thousand million"),
        )
    {
        let of = usize::from(row.key(i + 2) == key!("of"));
        let count = match row.key(i + 1) {
            k if k == key!("couple") => Some(2),
            k if k == key!("dozen") => Some(12),
            k if k == key!("hundred") => Some(100),
            _ => None,
        };
        return Some((i + 2 + of, count));
    }
    if row.any(i, VAGUE) || row.key(i) == key!("couple") {
        let of = usize::from(row.key(i + 1) == key!("of"));
        let count = (row.key(i) == key!("couple")).then_some(2);
        return Some((i + 1 + of, count));
    }
    let count = match row.digits(i) {
        Some(count) => i32::try_from(count).ok()?,
        None if row.shape(i) == Some(Shape::Number) && row.word(i).contains(['.', ',']) => {
            return Some((i + 1, None)).filter(|_| !row.word(i).contains([':', '/']));
        }
        None => COUNTS.get(row.key(i))?,
    };
    let mut at = i + 1;
    let mut count = Some(count);
    if row.any(at, words!("hundred thousand million billion")) {
        count = None;
        at += 1;
    }
    if row.key(at) == key!("and") && row.any(at + 1, words!("a")) && row.key(at + 2) == key!("half")
    {
        (at, count) = (at + 3, None);
    }
    if row.any(at, words!("or to"))
        && (row.digits(at + 1).is_some() || COUNTS.get(row.key(at + 1)).is_some())
    {
        (at, count) = (at + 2, None);
    }
    if row.is_dash(at) && row.digits(at + 1).is_some() {
        (at, count) = (at + 2, None);
    }
    if row.any(at, words!("more full whole short long calendar and")) && row.key(at) != key!("and")
    {
        at += 1;
    }
    Some((at, count))
}

/// `three days ago`, `two years later`, `a week earlier`, `ten years after the war`, `a month from now`.
pub(super) fn distance(row: &Row<'_>, i: usize) -> Found {
    let (at, count) = amount(row, i)?;
    let unit = unit(row, at)?;
    let of = at + 1;
    let short = matches!(unit, Unit::Minute | Unit::Hour);
    let signed = |sign: i32| count.and_then(|c| c.checked_mul(sign)).filter(|_| !short);
    match row.key(of) {
        k if k == key!("ago") => {
            let when = signed(-1).map_or(When::Open, |c| match unit {
                Unit::Week => When::Off(c.saturating_mul(7), Unit::Day),
                unit => When::Off(c, unit),
            });
            Some((of + 1, when))
        }
        k if k == key!("earlier") || k == key!("beforehand") || k == key!("previously") => Some((
            of + 1,
            signed(-1).map_or(When::Open, |c| When::Story(c, unit)),
        )),
        k if k == key!("later")
            || k == key!("afterward")
            || k == key!("afterwards")
            || k == key!("thereafter") =>
        {
            Some((
                of + 1,
                signed(1).map_or(When::Open, |c| When::Story(c, unit)),
            ))
        }
        k if k == key!("hence") => {
            Some((of + 1, signed(1).map_or(When::Open, |c| When::Off(c, unit))))
        }
        k if k == key!("from") && row.any(of + 1, words!("now today")) => {
            Some((of + 2, signed(1).map_or(When::Open, |c| When::Off(c, unit))))
        }
        k if k == key!("before") || k == key!("after") => Some((of + 1, When::Open)),
        _ => None,
    }
}

/// Dates that count from the story: `the following month`, `the previous year`, `that same day`.
fn told(row: &Row<'_>, i: usize, step: i32) -> Found {
    let same = row.key(i) == key!("that") && row.key(i + 1) == key!("same");
    let at = i + 1 + usize::from(same);
    if step != 0
        && let Some((end, count)) = amount(row, at)
        && let Some(unit) = unit(row, end)
    {
        let _ = (count, unit);
        return Some((end + 1, When::Open));
    }
    let that = row.key(i) == key!("that");
    if let Some(unit) = unit(row, at) {
        let plural = row.word(at).ends_with('s');
        if plural || matches!(unit, Unit::Minute | Unit::Hour) || is_modified(row, at + 1) {
            return None;
        }
        return Some((at + 1, When::Story(step, unit)));
    }
    let season = SEASONS.get(row.key(at)).is_some() && row.key(at) != key!("fall");
    let rest = row.any(at, words!("morning afternoon evening night weekend")) || season;
    (rest && (that || step != 0 || row.key(i) == key!("same"))).then_some((at + 1, When::Open))
}

/// `the day before yesterday`, `the day after tomorrow`, `the day after`, `the turn of the century`.
pub(super) fn phrase(row: &Row<'_>, i: usize) -> Found {
    let the = usize::from(row.key(i) == key!("the"));
    let at = i + the;
    if row.key(at) == key!("day") && row.any(at + 1, words!("before after")) {
        let count = match (row.key(at + 1), row.key(at + 2)) {
            (b, y) if b == key!("before") && y == key!("yesterday") => -2,
            (a, t) if a == key!("after") && t == key!("tomorrow") => 2,
            _ if the == 1 && !row.is_lower(at + 2) => return Some((at + 2, When::Open)),
            _ => return None,
        };
        return Some((at + 3, When::Off(count, Unit::Day)));
    }
    if row.key(at) == key!("weekend")
        && the == 1
        && row.any(
            i.wrapping_sub(1),
            words!("over during throughout on at for"),
        )
    {
        return Some((at + 1, When::Off(0, Unit::Weekend)));
    }
    if row.any(at, words!("end start beginning middle"))
        && row.key(at + 1) == key!("of")
        && row.key(at + 2) == key!("the")
    {
        let unit = unit(row, at + 3).filter(|u| !matches!(u, Unit::Minute | Unit::Hour))?;
        let plain = !row.is_lower(at + 4) || !row.word(at + 3).ends_with('s');
        return plain.then_some((at + 4, When::Off(0, unit)));
    }
    if row.key(at) == key!("turn") && row.key(at + 1) == key!("of") {
        let end = at + 2 + usize::from(row.key(at + 2) == key!("the"));
        return row
            .any(end, words!("century millennium"))
            .then_some((end + 1, When::Open));
    }
    None
}
