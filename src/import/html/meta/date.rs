//! When a page was published: a finder of our own, since libraries find half of the dates.
//!
//! The order of sources is that of `htmldate` (Barbaresi 2020): structured data, tags, marked elements, the address,
//! then words in the text.

use dom_query::NodeRef;

use super::{Facts, line};
use crate::document::{BlockKind, Date};
use crate::import::draft::Draft;

/// `<meta>` names of the day of publication.
const PUBLISHED: &[&str] = &[
    "article:published_time",
    "og:published_time",
    "datepublished",
    "article:published",
    "og:article:published_time",
    "parsely-pub-date",
    "sailthru.date",
    "publishdate",
    "publish-date",
    "publish_date",
    "pubdate",
    "published",
    "publication_date",
    "publication-date",
    "article.published",
    "rnews:datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.date",
    "dcterms.issued",
    "dcterms.created",
    "dc.date.created",
    "dcterms.created",
    "citation_publication_date",
    "citation_date",
    "cxenseparse:recs:publishtime",
    "article:post_date",
    "ptime",
    "original-publish-date",
    "displaydate",
    "datecreated",
];
/// `<meta>` names of the day of the last change.
const MODIFIED: &[&str] = &[
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "last-modified",
    "lastmod",
    "dcterms.modified",
    "dc.date.modified",
    "revised",
];
/// Elements that show the day of publication.
const ELEMENTS: &[&str] = &[
    "[itemprop~=datePublished]",
    "[pubdate], time.published, .entry-date, .published, .post-date, .dt-published",
    "article time[datetime], main time[datetime], header time[datetime]",
    "time",
    "[class*=publish], [class*=pubdate], [id*=pubdate], [class*=dateline], [class*=article-date], [class*=post-date]",
    ".date, .article__date, .post__date, .timestamp, .submitted, .posted, .dateline, #date",
    "[class*=date], [class*=timestamp], [id*=date], [class*=meta-time], [class*=byline]",
];

/// Finds the day of publication.
pub(super) fn published(facts: &Facts<'_>) -> Option<Date> {
    let linked = facts.linked.published.as_deref().and_then(parse);
    linked
        .or_else(|| {
            PUBLISHED
                .iter()
                .filter_map(|name| facts.tag(&[name]))
                .find_map(parse)
        })
        .or_else(|| {
            facts
                .page
                .select("[itemprop~=datePublished]")
                .nodes()
                .iter()
                .find_map(|n| of(*n))
        })
        .or_else(|| facts.url.as_deref().and_then(in_address))
        .or_else(|| {
            ELEMENTS.iter().find_map(|selector| {
                let found = facts.page.select(selector);
                found.nodes().iter().take(12).find_map(|node| of(*node))
            })
        })
        .or_else(|| modified(facts))
}

/// Finds the day of the last change.
pub(super) fn modified(facts: &Facts<'_>) -> Option<Date> {
    let linked = facts.linked.modified.as_deref().and_then(parse);
    linked.or_else(|| {
        MODIFIED
            .iter()
            .filter_map(|name| facts.tag(&[name]))
            .find_map(parse)
    })
}

/// The date of an element: its attributes, else its words when they are few.
fn of(node: NodeRef<'_>) -> Option<Date> {
    for name in ["datetime", "content", "title", "data-date", "data-datetime"] {
        if let Some(day) = node.attr(name).and_then(|value| parse(&value)) {
            return Some(day);
        }
    }
    let text = line(node);
    (text.chars().count() <= 120)
        .then(|| parse(&text))
        .flatten()
}

/// The date in a line near the top that says it is one, or is nothing else.
pub(super) fn in_text(drafts: &[Draft]) -> Option<Date> {
    const LEADS: [&str; 8] = [
        "published",
        "posted",
        "updated",
        "last updated",
        "date",
        "on ",
        "by ",
        "first published",
    ];
    let short =
        |draft: &&Draft| !matches!(draft.kind, BlockKind::Code { .. }) && draft.words() <= 20;
    let lines = drafts.iter().filter(short).take(120);
    let mut plain = None;
    for text in lines.flat_map(|draft| draft.text.lines()) {
        let lower = text.trim().to_lowercase();
        if LEADS
            .iter()
            .any(|lead| lower.starts_with(lead) || lower.contains("published"))
        {
            if let Some(day) = parse(text) {
                return Some(day);
            }
        } else if plain.is_none() && text.split_whitespace().count() <= 8 {
            plain = parse(text);
        }
    }
    plain
}

/// The date in a path such as `/2021/03/05/title` or `/2021-03-05-title`.
fn in_address(url: &str) -> Option<Date> {
    let path = url.split(['?', '#']).next().unwrap_or_default();
    let mut numbers: Vec<i64> = Vec::new();
    for part in path.split(['/', '-', '_', '.']) {
        match part.parse::<i64>() {
            Ok(n) if part.len() <= 4 => numbers.push(n),
            Ok(n) if part.len() == 8 => {
                if let Some(day) = day(n / 10_000, n / 100 % 100, n % 100) {
                    return Some(day);
                }
                numbers.clear();
            }
            _ => numbers.clear(),
        }
        if let [.., year, month, date] = numbers.as_slice()
            && *year >= 1990
            && let Some(day) = day(*year, *month, *date)
        {
            return Some(day);
        }
    }
    None
}

/// A day that a page can have been published on.
fn day(year: i64, month: i64, day: i64) -> Option<Date> {
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
pub(super) fn parse(text: &str) -> Option<Date> {
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

    #[test]
    fn dates_in_addresses() {
        let day = |url| in_address(url).map(|d| d.to_string());
        assert_eq!(
            day("https://a.example/2021/03/05/x").as_deref(),
            Some("2021-03-05")
        );
        assert_eq!(
            day("https://a.example/x-2021-03-05.html").as_deref(),
            Some("2021-03-05")
        );
        assert_eq!(
            day("https://a.example/x/20210305/").as_deref(),
            Some("2021-03-05")
        );
        assert_eq!(day("https://a.example/1/2/3"), None);
    }
}
