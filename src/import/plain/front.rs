//! The head of an article: its title, who wrote it, when it came out.
//!
//! Takes the labelled page after the furniture is found; sets the title's label and fills in [`Meta`]. Nothing is invented: what
//! is not written near the top stays unknown.

use super::unit::{Label, Page, Shape, Unit};
use super::wrap::ends_sentence;
use super::{date, phrase};
use crate::document::{Date, Meta};

/// How many units from the top the byline and the date are looked for.
const HEAD: usize = 12;

/// Finds title, byline and date. O(head).
pub(super) fn read(page: &mut Page, meta: &mut Meta) {
    let title = find_title(page);
    if let Some(at) = title {
        page.set(at, Label::Heading(1));
        if meta.title.is_empty()
            && let Some(unit) = page.unit(at)
        {
            page.words(unit).clone_into(&mut meta.title);
        }
    }
    let from = title.unwrap_or(0);
    let head = page
        .units
        .iter()
        .enumerate()
        .skip(from)
        .filter(|(_, u)| u.label != Label::Boilerplate)
        .take(HEAD);
    let (mut byline, mut published) = (None, None);
    for (at, unit) in head {
        let short = unit.chars <= 220 || Some(at) == title;
        for line in page.lines_of(unit) {
            let words = line.text(page.text);
            if byline.is_none() && Some(at) != title && short {
                byline = read_byline(words);
            }
            if published.is_none() {
                published = read_date(words, Some(at) == title);
            }
        }
        if unit.chars > 400 && published.is_some() {
            break;
        }
    }
    if meta.byline.is_none() {
        meta.byline = byline;
    }
    if meta.published.is_none() {
        meta.published = published;
    }
}

/// The unit that is the title: the first that is not furniture, when it is short and no sentence.
fn find_title(page: &Page) -> Option<usize> {
    let mut rest = page.units.iter().enumerate().filter(|(_, u)| {
        u.label != Label::Boilerplate && u.shape != Shape::Rule && u.shape != Shape::Page
    });
    let (at, unit) = rest
        .by_ref()
        .take(5)
        .find(|(_, u)| !is_credit(page.words(u)))?;
    let next = rest.next();
    match unit.shape {
        Shape::Marked { .. } => return Some(at),
        Shape::Flow => {}
        _ => return None,
    }
    next?;
    is_title(page, unit).then_some(at)
}

/// Whether a unit may be a title by its words.
fn is_title(page: &Page, unit: &Unit) -> bool {
    let words = page.words(unit);
    let count = words.split_whitespace().count();
    let lines = unit.last - unit.first;
    let stop =
        words.ends_with(['.', ',', ';', ':']) && !words.ends_with("...") && !is_abbreviated(words);
    let speech = is_speech(words);
    let small = words.starts_with(char::is_lowercase) && count > 6;
    words.contains(char::is_alphanumeric)
        && count <= 34
        && unit.chars <= 240
        && lines <= 4
        && !(stop && count > 3)
        && !speech
        && !small
        && !words.split_whitespace().any(is_hash)
        && phrase::judge(words).is_none()
}

/// Whether a word is a number that only machines read: `4d9f96b28a7687978bdec72feca17de98835551b`.
fn is_hash(word: &str) -> bool {
    word.len() >= 20 && word.bytes().all(|b| b.is_ascii_hexdigit())
}

/// Whether a line is a turn of a conversation: `[10:02] <ada> hello`, `Ada: hello`.
fn is_speech(words: &str) -> bool {
    let turn = words.starts_with('<') || words.starts_with('[') && words.contains("] <");
    let dash = words.starts_with(['\u{2014}', '\u{201c}', '"']) && ends_sentence(words);
    turn || dash
}

/// Whether the last word is cut short: `Inc.`, `Jr.`, `U.S.`.
fn is_abbreviated(words: &str) -> bool {
    let last = words.rsplit(' ').next().unwrap_or_default();
    let body = last.trim_end_matches('.');
    body.contains('.')
        || matches!(
            body,
            "Inc"
                | "Corp"
                | "Co"
                | "Ltd"
                | "Jr"
                | "Sr"
                | "St"
                | "Bros"
                | "No"
                | "vs"
                | "etc"
                | "Ph.D"
                | "Dr"
        )
}

/// Whether a line says who wrote the article or when: it is neither title nor heading.
pub(super) fn is_credit(words: &str) -> bool {
    words.len() <= 160 && (read_byline(words).is_some() || date::is_dateline(words))
}

/// The names in a byline, without `By`.
pub(super) fn read_byline(line: &str) -> Option<String> {
    const OPENINGS: [&str; 9] = [
        "by ",
        "by: ",
        "written by ",
        "written by: ",
        "author: ",
        "authors: ",
        "posted by ",
        "published by ",
        "reported by ",
    ];
    let opening = OPENINGS
        .iter()
        .filter(|o| {
            line.get(..o.len())
                .is_some_and(|l| l.eq_ignore_ascii_case(o))
        })
        .max_by_key(|o| o.len())?;
    let rest = line.get(opening.len()..)?.trim();
    let stop = [
        " | ",
        " \u{b7} ",
        " \u{2022} ",
        " on ",
        " \u{2014} ",
        " \u{2013} ",
        " - ",
        " in ",
        "  ",
        " Published",
        " Updated",
        " @",
        "@",
    ]
    .iter()
    .filter_map(|s| rest.find(s))
    .min()
    .unwrap_or(rest.len());
    let mut names = rest.get(..stop)?.trim();
    if let Some((_, range)) = date::find(names) {
        names = names.get(..range.start)?;
    }
    if let Some((first, role)) = names.split_once(',')
        && !names.contains(" and ")
        && first.contains(' ')
        && is_role(role)
    {
        names = first;
    }
    let names = names.trim().trim_end_matches([',', '.', ';', ':', '|']);
    let count = names.split_whitespace().count();
    let all_names = names.split_whitespace().all(is_name_word);
    let first = names.chars().next().is_some_and(char::is_uppercase);
    (first && all_names && (1..=14).contains(&count) && names.len() <= 120)
        .then(|| names.to_owned())
}

/// Whether the words after a name's comma are its office: `staff writer`, `Senior Correspondent`, `The Example`.
fn is_role(words: &str) -> bool {
    let lower = words.to_lowercase();
    words.trim_start().starts_with(char::is_lowercase)
        || [
            "writer",
            "reporter",
            "correspondent",
            "editor",
            "columnist",
            "contributor",
            "news",
            "press",
            "reuters",
            "staff",
            "the ",
            "phd",
            "ph.d",
            "md",
            "professor",
            "times",
            "post",
        ]
        .iter()
        .any(|r| lower.contains(r))
}

/// Whether a word may stand in a list of names.
fn is_name_word(word: &str) -> bool {
    matches!(
        word,
        "and"
            | "&"
            | "de"
            | "van"
            | "von"
            | "der"
            | "den"
            | "la"
            | "le"
            | "du"
            | "da"
            | "di"
            | "del"
            | "bin"
            | "al"
            | "el"
            | "with"
            | "of"
            | "the"
            | "for"
            | "dos"
            | "ten"
            | "ter"
            | "y"
    ) || word
        .trim_start_matches(['(', '"', '\u{201c}', '\u{2018}', '\''])
        .starts_with(char::is_uppercase)
}

/// The day of publication that a line near the top gives.
pub(super) fn read_date(line: &str, title: bool) -> Option<Date> {
    if line.len() > 1000 && title {
        return None;
    }
    let (day, range) = date::find(line)?;
    let before = line.get(..range.start)?.trim_end();
    let after = line.get(range.end..)?.trim_start();
    let lower = before.to_lowercase();
    let said = [
        "published",
        "posted",
        "updated",
        "date",
        "published on",
        "posted on",
    ]
    .iter()
    .any(|w| lower.trim_end_matches([':', ',', ' ', '|']).ends_with(w));
    let credit = line.len() <= 200 && (lower.starts_with("by ") || lower.contains("posted by"));
    let closing = title && (after.is_empty() || after.chars().all(|c| c.is_ascii_punctuation()));
    let separate =
        line.len() <= 160 && before.ends_with(['|', '\u{b7}', '\u{2022}', '\u{2014}', '\u{2013}']);
    let place = is_place(before)
        && (after.starts_with(['\u{2014}', '\u{2013}', '-', ':'])
            || after.starts_with('(')
            || before.ends_with('('));
    (date::is_dateline(line) || said && line.len() <= 300 || credit || closing || separate || place)
        .then_some(day)
}

/// Whether the words before a date are the place of a dateline: `GENEVA, `, `NEW YORK (Reuters), `.
fn is_place(words: &str) -> bool {
    let words = words.trim_end_matches([',', '(', ' ']);
    let letters = words.chars().filter(|c| c.is_alphabetic()).count();
    let upper = words.chars().filter(|c| c.is_uppercase()).count();
    !words.is_empty()
        && words.len() <= 60
        && upper * 10 >= letters * 5
        && words.starts_with(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, expected: Option<&str>) {
        assert_eq!(read_byline(line).as_deref(), expected, "{line}");
    }

    #[test]
    fn bylines_lose_what_is_not_the_name() {
        check("By Ada Example", Some("Ada Example"));
        check("BY ADA EXAMPLE", Some("ADA EXAMPLE"));
        check(
            "by Ada Example and Ben de Sample",
            Some("Ada Example and Ben de Sample"),
        );
        check("By Ada Example, Staff Writer", Some("Ada Example"));
        check("By Ada Example | January 25, 2024", Some("Ada Example"));
        check("Posted by Ada Example on 3 May 2020", Some("Ada Example"));
        check("Written by: Ada Example", Some("Ada Example"));
    }

    #[test]
    fn sentences_that_begin_with_by_are_no_bylines() {
        check("By the end of the day the bridge was open.", None);
        check("By noon it had rained.", None);
        check("by hand", None);
        check("By Monday night, nearly all of the roads were closed", None);
    }

    #[test]
    fn the_day_is_taken_from_a_line_that_says_so() {
        let day = |line: &str| read_date(line, false).map(|d| d.to_string());
        assert_eq!(day("Published January 25, 2024"), Some("2024-01-25".into()));
        assert_eq!(
            day("GENEVA, 3 May 2020 \u{2014} The lake rose."),
            Some("2020-05-03".into())
        );
        assert_eq!(
            day("He was born on January 25, 1924, in a small town."),
            None
        );
    }
}
