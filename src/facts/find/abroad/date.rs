//! Dates in figures and in the words of a language, and the figures inside them, which count nothing.
//!
//! A date is given where it is certain: in ISO form, as day, month and year in the order of the language, with the name
//! of a month and a year, with `年月日`, or as a year behind a word for it. Of `12 février` nothing is given.

use super::month::{is_month_like, month};
use super::piece::{Line, What};
use super::words::joins;
use crate::document::Date;

/// What stands at a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// A date: its first piece, the byte of the block and the piece behind it, and its value in TIMEX3 style.
    Date(usize, usize, usize, String),
    /// Figures of something like a date, up to this piece.
    Nothing(usize),
}

/// Languages that put the day before the month in `12.2.2024`.
const DAY_FIRST: [&str; 12] = [
    "de", "fr", "es", "it", "pt", "nl", "pl", "sv", "tr", "ru", "uk", "el",
];

/// Reads the figure `at` as a date or a part of one; none when it is neither.
pub(super) fn at(line: &Line<'_>, code: &str, at: usize) -> Option<Found> {
    let raw = line.words(at);
    let end = line.get(at)?.end;
    let glued = line.glued(at + 1) && line.is(at + 1, What::Word);
    if let Some(value) = in_figures(raw, code).filter(|_| !glued) {
        return Some(Found::Date(at, end, at + 1, value));
    }
    with_signs(line, at)
        .or_else(|| with_month(line, code, at))
        .or_else(|| year(line, code, at))
}

/// `2024-01-25`, `2024-01`, `12.2.2024`.
fn in_figures(raw: &str, code: &str) -> Option<String> {
    let sep = raw.chars().find(|c| !c.is_ascii_digit())?;
    let parts: Vec<&str> = raw.split(sep).collect();
    let (year, month, day) = match parts.as_slice() {
        [year, month] if sep == '-' && year.len() == 4 && month.len() == 2 => (year, month, None),
        [year, month, day]
            if sep == '-' && year.len() == 4 && month.len() == 2 && day.len() == 2 =>
        {
            (year, month, Some(day))
        }
        [day, month, year]
            if matches!(sep, '.' | '/' | '-')
                && year.len() == 4
                && DAY_FIRST.contains(&code)
                && month.len() < 3
                && day.len() < 3 =>
        {
            (year, month, Some(day))
        }
        _ => return None,
    };
    let of = |part: &str| part.parse::<u16>().ok();
    let (year, month) = (of(year)?, of(month)?);
    // Seasons are written in the same way: 2010-11.
    let season = day.is_none() && month == year % 100 + 1;
    if !is_year(year) || season {
        return None;
    }
    match day {
        None => value(year, month, None),
        Some(day) => value(year, month, Some(of(day)?)),
    }
}

/// The value of a day or a month, if there is one.
fn value(year: u16, month: u16, day: Option<u16>) -> Option<String> {
    let small = |n: u16| i8::try_from(n).ok();
    Date::new(
        i16::try_from(year).ok()?,
        small(month)?,
        small(day.unwrap_or(1))?,
    )?;
    let month = format!("{year:04}-{month:02}");
    Some(day.map_or(month.clone(), |day| format!("{month}-{day:02}")))
}

const fn is_year(n: u16) -> bool {
    n >= 1000 && n <= 2199
}

/// A year in four digits at a piece.
fn year_at(line: &Line<'_>, i: usize) -> Option<u16> {
    let raw = line.words(i);
    let year = (raw.len() == 4).then(|| raw.parse().ok()).flatten();
    year.filter(|&year| is_year(year))
}

/// `2024年2月12日`, `2024년 2월 12일`, and their parts.
fn with_signs(line: &Line<'_>, at: usize) -> Option<Found> {
    const SIGNS: [[&str; 3]; 2] = [["年", "月", "日"], ["년", "월", "일"]];
    let [years, months, days] = *SIGNS.iter().find(|signs| {
        let word = line.words(at + 1);
        line.glued(at + 1) && signs.iter().any(|sign| word.starts_with(sign))
    })?;
    let mut parts: [Option<u16>; 3] = [None; 3];
    let (mut end, mut i) = (0, at);
    for (part, sign) in parts.iter_mut().zip([years, months, days]) {
        let follows = i == at || line.glued(i) || years == "년";
        if line.is(i, What::Figure)
            && follows
            && line.glued(i + 1)
            && line.words(i + 1).starts_with(sign)
        {
            // "12月间" is one word with what follows; a longer one ends the date.
            *part = line.words(i).parse().ok();
            end = line.get(i + 1).map_or(end, |p| p.start + sign.len());
            let whole = line.words(i + 1) == sign;
            i += 2;
            if !whole {
                break;
            }
        }
    }
    let counted = ["間", "间", "간", "半"];
    let tail = line
        .words(i.saturating_sub(1))
        .trim_start_matches([years, months, days].map(|s| s.chars().next().unwrap_or_default()));
    let [year, month, day] = parts;
    let counts = counted.iter().any(|c| tail.starts_with(c));
    let known = year.filter(|&y| is_year(y) && !counts);
    let value = match (known, month, day) {
        (Some(year), None, None) => Some(format!("{year:04}")),
        (Some(year), Some(month), day) => value(year, month, day),
        _ => None,
    };
    let past = i.max(at + 1);
    Some(value.map_or(Found::Nothing(past), |value| {
        Found::Date(at, end, past, value)
    }))
}

/// `12. Februar 2024`, `12 de febrero de 2024`, `février 2024`, and days without a year, alone or several.
fn with_month(line: &Line<'_>, code: &str, at: usize) -> Option<Found> {
    // The year behind the name of a month.
    if let Some(year) = year_at(line, at)
        && let Some(before) = skip_back(line, at)
        && let Some(month) = month(code, &line.lower(before))
    {
        let end = line.get(at)?.end;
        let value = value(year, u16::from(month), None);
        return Some(value.map_or(Found::Nothing(at + 1), |v| {
            Found::Date(before, end, at + 1, v)
        }));
    }
    let mut i = past_ordinal(line, at);
    // "12 et 13 février", "12. bis 15. Mai"
    while (joins(&line.lower(i)) || line.sign(i, ",") || line.sign(i, "–") || line.sign(i, "-"))
        && line.is(i + 1, What::Figure)
    {
        i = past_ordinal(line, i + 1);
    }
    let several = i > past_ordinal(line, at);
    let named = skip(line, i);
    let word = line.lower(named);
    let Some(number) = month(code, &word) else {
        let next = is_month_like(&word) && !word.is_empty();
        let back = at.checked_sub(1).map(|b| line.lower(b)).unwrap_or_default();
        let before = !back.is_empty() && month(code, &back).is_some();
        return (next || before).then_some(Found::Nothing(at + 1));
    };
    let mut past = named + 1;
    if line.sign(past, ".") && line.glued(past) && word.len() < 5 {
        past += 1;
    }
    let years = skip(line, past);
    let day = line.words(at).parse::<u16>().ok();
    if let Some(year) = year_at(line, years) {
        let value = day.and_then(|day| value(year, u16::from(number), Some(day)));
        let end = line.get(years)?.end;
        let value = value.filter(|_| !several);
        return Some(value.map_or(Found::Nothing(years + 1), |v| {
            Found::Date(at, end, years + 1, v)
        }));
    }
    Some(Found::Nothing(past))
}

/// Past the point, the sign or the letters of an ordinal number behind a figure: `12.`, `1er`, `1º`, `12-го`.
fn past_ordinal(line: &Line<'_>, at: usize) -> usize {
    let next = at + 1;
    let letters =
        line.glued(next) && line.is(next, What::Word) && line.words(next).chars().count() < 3;
    let point = line.glued(next) && (line.sign(next, ".") || line.sign(next, "°"));
    if letters || point { next + 1 } else { next }
}

/// Past a word between day, month and year: `12 de febrero de 2024`.
fn skip(line: &Line<'_>, i: usize) -> usize {
    let small = matches!(
        line.lower(i).as_str(),
        "de" | "del" | "di" | "do" | "dell" | "van"
    );
    if small || line.sign(i, ",") { i + 1 } else { i }
}

/// The piece before `at`, without such a word.
fn skip_back(line: &Line<'_>, at: usize) -> Option<usize> {
    let before = at.checked_sub(1)?;
    if skip(line, before) > before {
        before.checked_sub(1)
    } else {
        Some(before)
    }
}

/// A year by itself: certain behind a word for a year or a span of years; else a figure that may be one says nothing.
fn year(line: &Line<'_>, code: &str, at: usize) -> Option<Found> {
    let year = year_at(line, at)?;
    let end = line.get(at)?.end;
    let date = || Found::Date(at, end, at + 1, format!("{year:04}"));
    let before = |back: usize| {
        at.checked_sub(back)
            .map(|i| line.lower(i))
            .unwrap_or_default()
    };
    let (one, two) = (before(1), before(2));
    let next = line.lower(at + 1);
    let named = [
        "jahr", "jahre", "jahres", "année", "année", "año", "anno", "ano", "jaar", "rok", "roku",
        "roku", "år", "året", "yılı",
    ]
    .contains(&one.as_str())
        || matches!(
            next.as_str(),
            "года"
                | "году"
                | "год"
                | "годом"
                | "году́"
                | "року"
                | "році"
                | "рік"
                | "roku"
                | "yılında"
                | "yılı"
        );
    let short = next == "г" && line.sign(at + 2, ".");
    if named || short {
        return Some(date());
    }
    let recent = (1900..2100).contains(&year);
    let since = [
        "seit", "depuis", "desde", "dal", "sinds", "sedan", "nel", "dès", "fin", "début", "ende",
        "anfang", "mitte", "finales", "inizio", "eind", "begin",
    ]
    .contains(&one.as_str());
    let within = match code {
        "fr" | "es" => one == "en",
        "pt" => one == "em",
        "nl" => one == "in",
        "de" => one == "in" && two == "schon",
        _ => false,
    };
    // "en 2000 maisons": a round number may count.
    let bare = !line.is(at + 1, What::Word);
    let sure = recent && (since || within) && (year % 100 != 0 || bare);
    if sure {
        return Some(date());
    }
    let other = [
        "nel", "in", "en", "em", "seit", "depuis", "desde", "dal", "vers", "um", "hacia", "w", "в",
        "с", "до", "к",
    ]
    .contains(&one.as_str());
    // "1.500" has a point where thousands are grouped by one; "1500 Menschen" counts them.
    (recent || other || bare).then_some(Found::Nothing(at + 1))
}
