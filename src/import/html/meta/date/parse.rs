//! Dates in the notations that pages use: numbers, words in seven languages, time stamps.

use crate::document::Date;

/// A day that a page can have been published on.
pub(super) fn day(year: i64, month: i64, day: i64) -> Option<Date> {
    if !(1700..=2100).contains(&year) {
        return None;
    }
    Date::new(
        i16::try_from(year).ok()?,
        i8::try_from(month).ok()?,
        i8::try_from(day).ok()?,
    )
}

/// The first date in a text, in the usual notations.
pub(in crate::import::html::meta) fn parse(text: &str) -> Option<Date> {
    let text = text.get(..text.floor_char_boundary(300)).unwrap_or(text);
    let pieces = pieces(text);
    numeric(&pieces)
        .or_else(|| worded(&pieces))
        .or_else(|| stamp(text))
}

/// A number, a word, or what stands between.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Piece<'t> {
    Number(&'t str),
    Word(&'t str),
    Sign(char),
}

fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut out = Vec::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let class = |c: char| (c.is_ascii_digit(), c.is_alphabetic());
        let len = if c.is_ascii_digit() || c.is_alphabetic() {
            rest.find(|d| class(d) != class(c)).unwrap_or(rest.len())
        } else {
            c.len_utf8()
        };
        let (piece, after) = rest.split_at(len);
        if c.is_ascii_digit() {
            out.push(Piece::Number(piece));
        } else if c.is_alphabetic() {
            out.push(Piece::Word(piece));
        } else if !c.is_whitespace() {
            out.push(Piece::Sign(c));
        }
        rest = after;
    }
    out
}

/// `2021-03-05`, `2021/3/5`, `20210305`, `5.3.2021`, `3/5/2021`.
fn numeric(pieces: &[Piece<'_>]) -> Option<Date> {
    let number = |piece: &Piece<'_>| match piece {
        Piece::Number(n) if n.len() <= 4 => n.parse::<i64>().ok().map(|v| (v, n.len())),
        _ => None,
    };
    for window in pieces.windows(5) {
        let [a, Piece::Sign(first), b, Piece::Sign(second), c] = window else {
            continue;
        };
        if first != second || !matches!(first, '-' | '/' | '.' | '年') {
            continue;
        }
        let (Some((a, wide)), Some((b, _)), Some((c, last))) = (number(a), number(b), number(c))
        else {
            continue;
        };
        let found = if wide == 4 {
            day(a, b, c)
        } else if last == 4 || last == 2 {
            let year = if last == 2 { 2000 + c } else { c };
            let american = *first == '/' && a <= 12;
            if american {
                day(year, a, b)
            } else {
                day(year, b, a)
            }
        } else {
            None
        };
        if found.is_some() {
            return found;
        }
    }
    pieces.iter().find_map(|piece| match piece {
        Piece::Number(n) if n.len() == 8 || n.len() == 14 || n.len() == 12 => {
            let n: i64 = n.get(..8)?.parse().ok()?;
            day(n / 10_000, n / 100 % 100, n % 100).filter(|_| n > 19_000_000)
        }
        _ => None,
    })
}

/// `5 March 2021`, `March 5th, 2021`, `5. März 2021`, `5 de marzo de 2021`.
fn worded(pieces: &[Piece<'_>]) -> Option<Date> {
    let number = |at: Option<usize>| match at.and_then(|at| pieces.get(at)) {
        Some(Piece::Number(n)) => n.parse::<i64>().ok(),
        _ => None,
    };
    let skip = |mut at: usize| {
        while let Some(piece) = pieces.get(at) {
            match piece {
                Piece::Sign(',' | '.' | '\'' | '’' | '-' | '/') => at += 1,
                Piece::Word(w)
                    if matches!(
                        w.to_ascii_lowercase().as_str(),
                        "of" | "de" | "del" | "st" | "nd" | "rd" | "th" | "at"
                    ) =>
                {
                    at += 1;
                }
                _ => break,
            }
        }
        at
    };
    for (at, piece) in pieces.iter().enumerate() {
        let Piece::Word(word) = piece else { continue };
        let Some(month) = month(word) else { continue };
        let next = skip(at + 1);
        let after = number(Some(next));
        let mut back = at;
        while back > 0 {
            match pieces.get(back - 1) {
                Some(Piece::Sign(',' | '.' | '-' | '/')) => back -= 1,
                Some(Piece::Word(w))
                    if matches!(
                        w.to_ascii_lowercase().as_str(),
                        "of" | "de" | "st" | "nd" | "rd" | "th"
                    ) =>
                {
                    back -= 1;
                }
                _ => break,
            }
        }
        let before = number(back.checked_sub(1));
        // March 5, 2021
        if let Some(date) = after.filter(|n| *n <= 31)
            && let Some(year) = number(Some(skip(next + 1))).filter(|y| *y >= 1700)
            && let Some(found) = day(year, month, date)
        {
            return Some(found);
        }
        // 5 March 2021
        if let (Some(date), Some(year)) = (before, after)
            && let Some(found) = day(if year < 100 { 2000 + year } else { year }, month, date)
        {
            return Some(found);
        }
    }
    None
}

/// Seconds or milliseconds since 1970.
fn stamp(text: &str) -> Option<Date> {
    let text = text.trim();
    let seconds = match text.len() {
        10 => text.parse::<i64>().ok()?,
        13 => text.parse::<i64>().ok()? / 1000,
        _ => return None,
    };
    let day = jiff::Timestamp::from_second(seconds)
        .ok()?
        .to_zoned(jiff::tz::TimeZone::UTC)
        .date();
    (1995..2100).contains(&day.year()).then(|| Date::from(day))
}

/// The number of a month by its name or the beginning of it: English, German, French, Spanish, Italian, Portuguese,
/// Dutch.
fn month(word: &str) -> Option<i64> {
    const MONTHS: [&[&str]; 12] = [
        &[
            "january", "jan", "januar", "jänner", "janvier", "enero", "gennaio", "janeiro",
            "januari",
        ],
        &[
            "february",
            "feb",
            "februar",
            "février",
            "febrero",
            "febbraio",
            "fevereiro",
            "februari",
        ],
        &["march", "mar", "märz", "mars", "marzo", "março", "maart"],
        &["april", "apr", "avril", "abril", "aprile"],
        &["may", "mai", "mayo", "maggio", "maio", "mei"],
        &["june", "jun", "juni", "juin", "junio", "giugno", "junho"],
        &["july", "jul", "juli", "juillet", "julio", "luglio", "julho"],
        &["august", "aug", "août", "agosto", "augustus"],
        &[
            "september",
            "sept",
            "sep",
            "septembre",
            "septiembre",
            "settembre",
            "setembro",
        ],
        &[
            "october", "oct", "oktober", "okt", "octobre", "octubre", "ottobre", "outubro",
        ],
        &["november", "nov", "novembre", "noviembre", "novembro"],
        &[
            "december",
            "dec",
            "dezember",
            "dez",
            "décembre",
            "diciembre",
            "dicembre",
            "dezembro",
        ],
    ];
    let lower = word.to_lowercase();
    let at = MONTHS
        .iter()
        .position(|names| names.contains(&lower.as_str()))?;
    i64::try_from(at + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_in_their_notations() {
        for text in [
            "2021-03-05T10:00:00Z",
            "2021/03/05",
            "20210305",
            "5.3.2021",
            "March 5, 2021",
            "Mar. 5th, 2021",
            "Fri, 05 Mar 2021 10:00:00 GMT",
            "5. März 2021",
            "5 de marzo de 2021",
            "Published on 5 March 2021 by A",
            "1614938400",
            "03/05/2021",
        ] {
            assert_eq!(
                parse(text).map(|d| d.to_string()).as_deref(),
                Some("2021-03-05"),
                "{text}"
            );
        }
        for text in ["", "99-99-9999", "chapter 3", "12:30:45", "may 5"] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
