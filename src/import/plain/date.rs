//! Days of the calendar as they are written at the head of an article.
//!
//! Takes a line; gives the day and where it is written. Only forms that can mean one day are read: `3/4/2024` is not.

use std::ops::Range;

use crate::document::Date;

/// Names of months in English, German, French and Spanish would collide; English is read.
const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Days of the week, English.
const DAYS: [&str; 7] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];

/// A word of a line: letters, or digits; other characters stand between.
#[derive(Clone, Copy, Debug)]
struct Word<'a> {
    text: &'a str,
    start: usize,
}

/// The first day that is written in `line`, and the bytes it takes, its day of the week included.
pub(super) fn find(line: &str) -> Option<(Date, Range<usize>)> {
    if !line.bytes().any(|b| b.is_ascii_digit()) {
        return None;
    }
    let line = line
        .get(..line.floor_char_boundary(400))
        .unwrap_or_default();
    let words = words(line);
    (0..words.len()).find_map(|i| at(line, words.get(i..)?))
}

/// Whether the line is nothing but a day, perhaps with a time, a place in front or a word such as `Published`.
pub(super) fn is_dateline(line: &str) -> bool {
    if line.len() > 120 {
        return false;
    }
    let Some((_, range)) = find(line) else {
        return false;
    };
    let quiet = |part: &str| words(part).iter().all(|w| is_quiet(w.text));
    quiet(line.get(..range.start).unwrap_or_default())
        && quiet(line.get(range.end..).unwrap_or_default())
}

/// Words that stand beside a date without making a sentence of it.
fn is_quiet(word: &str) -> bool {
    const QUIET: &[&str] = &[
        "published",
        "updated",
        "posted",
        "last",
        "modified",
        "on",
        "at",
        "date",
        "am",
        "pm",
        "a",
        "m",
        "p",
        "et",
        "est",
        "edt",
        "gmt",
        "utc",
        "bst",
        "cet",
        "cest",
        "pst",
        "pdt",
        "pt",
        "ist",
        "first",
        "created",
        "original",
        "originally",
        "of",
        "publication",
        "release",
        "issued",
        "filed",
        "t",
        "z",
        "min",
        "mins",
        "minute",
        "minutes",
        "read",
        "dated",
        "revised",
        "ago",
        "by",
        "added",
        "written",
    ];
    word.bytes().all(|b| b.is_ascii_digit())
        || QUIET.iter().any(|q| word.eq_ignore_ascii_case(q))
        || day_name(word)
}

/// The words of a line.
fn words(line: &str) -> Vec<Word<'_>> {
    let mut out = Vec::new();
    let mut chars = line.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        if !c.is_alphanumeric() {
            continue;
        }
        let digit = c.is_ascii_digit();
        let mut end = start + c.len_utf8();
        while let Some(&(i, c)) = chars.peek() {
            if !c.is_alphanumeric() || c.is_ascii_digit() != digit {
                break;
            }
            end = i + c.len_utf8();
            chars.next();
        }
        if let Some(text) = line.get(start..end) {
            out.push(Word { text, start });
        }
    }
    out
}

/// A day that begins with the first of `words`.
fn at(line: &str, words: &[Word]) -> Option<(Date, Range<usize>)> {
    let mut from = 0;
    if words.first().is_some_and(|w| day_name(w.text)) {
        from = 1;
    }
    let start = words.first()?.start;
    let get = |i: usize| words.get(from + i).copied();
    let glue = |i: usize, j: usize, allowed: &str| {
        let (Some(a), Some(b)) = (get(i), get(j)) else {
            return false;
        };
        line.get(a.start + a.text.len()..b.start).is_some_and(|g| {
            g.chars()
                .all(|c| c == ' ' || c == '\u{a0}' || allowed.contains(c))
        })
    };
    let done = |date: Option<Date>, last: usize| {
        let last = get(last)?;
        Some((date?, start..last.start + last.text.len()))
    };
    // January 25, 2024; Jan. 25th 2024
    if let Some(m) = month(get(0)?.text) {
        let d = day(get(1)?.text)?;
        let skip = usize::from(get(2).is_some_and(|w| ordinal(w.text)));
        let y = year(get(2 + skip)?.text)?;
        if !glue(0, 1, ".") || !glue(1 + skip, 2 + skip, ",") {
            return None;
        }
        return done(Date::new(y, m, d), 2 + skip);
    }
    // 25 January 2024; 25th of January, 2024
    if let Some(d) = day(get(0)?.text) {
        let mut i = 1;
        i += usize::from(get(i).is_some_and(|w| ordinal(w.text)));
        i += usize::from(get(i).is_some_and(|w| w.text == "of"));
        if let (Some(m), Some(y)) = (
            get(i).and_then(|w| month(w.text)),
            get(i + 1).and_then(|w| year(w.text)),
        ) && glue(i - 1, i, ".-/")
            && glue(i, i + 1, ".,-/")
        {
            return done(Date::new(y, m, d), i + 1);
        }
    }
    // 2024-01-25, 2024/01/25, 2024.01.25; 25.01.2024
    let number = |i: usize| get(i).and_then(|w| w.text.parse::<i16>().ok());
    let two = |i: usize| get(i).is_some_and(|w| w.text.len() == 2);
    let (a, b, c) = (number(0)?, number(1)?, number(2)?);
    let same = ["-", "/", "."]
        .iter()
        .find(|g| glue(0, 1, g) && glue(1, 2, g) && !glue(0, 1, "") && !glue(1, 2, ""))?;
    if get(0)?.text.len() == 4 && two(1) && two(2) {
        return done(
            Date::new(a, i8::try_from(b).ok()?, i8::try_from(c).ok()?),
            2,
        );
    }
    let (day, month) = match *same {
        "." if two(0) && two(1) => (a, b),
        "." => return None,
        _ if a > 12 => (a, b),
        _ if b > 12 => (b, a),
        _ => return None,
    };
    if get(2)?.text.len() != 4 {
        return None;
    }
    done(
        Date::new(c, i8::try_from(month).ok()?, i8::try_from(day).ok()?),
        2,
    )
}

/// The number of a month by its name or the first three or four letters of it.
fn month(word: &str) -> Option<i8> {
    let at = MONTHS.iter().position(|m| {
        word.eq_ignore_ascii_case(m)
            || word.len() == 3 && m.get(..3).is_some_and(|m| word.eq_ignore_ascii_case(m))
            || *m == "september" && word.eq_ignore_ascii_case("sept")
    })?;
    let capital = word.starts_with(char::is_uppercase) || word.len() > 3;
    if !capital {
        return None;
    }
    i8::try_from(at + 1).ok()
}

fn day_name(word: &str) -> bool {
    DAYS.iter().any(|d| {
        word.eq_ignore_ascii_case(d)
            || word.len() >= 3
                && word.len() <= 4
                && d.get(..word.len())
                    .is_some_and(|d| word.eq_ignore_ascii_case(d))
    })
}

fn day(word: &str) -> Option<i8> {
    (word.len() <= 2)
        .then(|| word.parse().ok())
        .flatten()
        .filter(|d| (1..=31).contains(d))
}

fn year(word: &str) -> Option<i16> {
    (word.len() == 4)
        .then(|| word.parse().ok())
        .flatten()
        .filter(|y| (1000..=2200).contains(y))
}

fn ordinal(word: &str) -> bool {
    ["st", "nd", "rd", "th"]
        .iter()
        .any(|o| word.eq_ignore_ascii_case(o))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, expected: Option<(&str, &str)>) {
        let seen =
            find(line).map(|(d, r)| (d.to_string(), line.get(r).unwrap_or_default().to_owned()));
        let expected = expected.map(|(d, s)| (d.to_owned(), s.to_owned()));
        assert_eq!(seen, expected, "{line}");
    }

    #[test]
    fn days_are_read_in_the_forms_that_papers_use() {
        check("January 25, 2024", Some(("2024-01-25", "January 25, 2024")));
        check(
            "Tuesday, September 22, 2015",
            Some(("2015-09-22", "Tuesday, September 22, 2015")),
        );
        check("25 Jan 2024", Some(("2024-01-25", "25 Jan 2024")));
        check(
            "Published 2 March 2021 at 10:15",
            Some(("2021-03-02", "2 March 2021")),
        );
        check("Sept. 3rd, 2019", Some(("2019-09-03", "Sept. 3rd, 2019")));
        check("2024-01-25T10:00:00Z", Some(("2024-01-25", "2024-01-25")));
        check("25.01.2024", Some(("2024-01-25", "25.01.2024")));
        check("01/25/2024", Some(("2024-01-25", "01/25/2024")));
    }

    #[test]
    fn what_may_mean_two_days_or_none_is_not_read() {
        check("03/04/2024", None);
        check("February 30, 2024", None);
        check("May 2024", None);
        check("Version 1.2.2024", None);
        check("It may 25 2024 times", None);
    }

    #[test]
    fn datelines_hold_nothing_else() {
        assert!(is_dateline("Published: January 25, 2024 10:15 am ET"));
        assert!(is_dateline("Sunday, January 20, 2008"));
        assert!(!is_dateline("On January 20, 2008 the bridge fell."));
    }
}
