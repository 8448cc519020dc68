//! Books as volunteers transcribe them: header, front matter, contents, chapters, licence.
//!
//! Takes the units of a book; labels the headings of chapters and parts, and the header, the list of contents and the
//! licence as boilerplate. Title and author come from the header's `Title:` and `Author:` lines.

mod chapter;

use chapter::heading;
pub(super) use chapter::{has_title_below, is_chapter};

use super::unit::{Label, Page, Shape};
use super::wrap::ends_sentence;
use crate::document::Meta;

/// Who transcribed a book is said in one of so many paragraphs after the header.
const CREDITS: usize = 3;

/// Labels a book. O(units).
pub(super) fn label(page: &mut Page, meta: &mut Meta) {
    let (start, end) = bounds(page);
    header(page, start, meta);
    for at in (0..start).chain(end..page.units.len()) {
        page.set(at, Label::Boilerplate);
    }
    let credits = (start..end.min(start + CREDITS)).find(|&at| {
        page.unit(at)
            .is_some_and(|unit| is_credit(page.words(unit)))
    });
    let start = credits.map_or(start, |at| {
        page.set(at, Label::Boilerplate);
        at + 1
    });
    let mut found: Vec<(usize, u8)> = Vec::new();
    let broad = |at: &usize| {
        page.unit(*at).is_some_and(|u| u.gap >= 3) && heading(page, *at, false).is_some()
    };
    let loose = (start..end).filter(broad).count() >= 4;
    for at in start..end {
        if let Some(level) = heading(page, at, loose) {
            found.push((at, level));
        }
    }
    let contents = contents(page, &found, start, end);
    for at in contents.clone() {
        page.set(at, Label::Boilerplate);
    }
    found.retain(|(at, _)| !contents.contains(at));
    let parts = found.iter().any(|(_, level)| *level == 2);
    let mut titled = false;
    for (at, level) in found {
        let words = page.unit(at).map_or("", |u| page.words(u));
        let same = !meta.title.is_empty() && same_words(words, &meta.title);
        let level = if same && !titled {
            titled = true;
            1
        } else if parts {
            level.max(2)
        } else {
            2
        };
        page.set(at, Label::Heading(level));
    }
}

/// Whether a paragraph says who transcribed the book.
fn is_credit(words: &str) -> bool {
    const LEADS: [&str; 7] = [
        "produced by ",
        "e-text prepared by ",
        "etext prepared by ",
        "this etext was ",
        "this ebook was ",
        "transcribed from ",
        "transcribed by ",
    ];
    LEADS.iter().any(|lead| {
        let start = words.get(..lead.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(lead))
    })
}

/// The units of the book itself: after the header's last line, up to the licence.
fn bounds(page: &Page) -> (usize, usize) {
    let find = |marks: &[&str], from: usize| {
        page.units.iter().enumerate().skip(from).find_map(|(i, u)| {
            if u.chars > 300 {
                return None;
            }
            let words = page.words(u).trim_start_matches(['*', ' ']);
            marks
                .iter()
                .any(|m| {
                    words
                        .get(..m.len())
                        .is_some_and(|w| w.eq_ignore_ascii_case(m))
                })
                .then_some(i)
        })
    };
    let start = find(&["start of th", "start of the project"], 0)
        .filter(|i| *i < 60)
        .map_or(0, |i| i + 1);
    let end = find(
        &["end of th", "end of project", "end of the project"],
        start,
    )
    .unwrap_or(page.units.len());
    (start, end.max(start))
}

/// Title and author from the lines of the header.
fn header(page: &Page, start: usize, meta: &mut Meta) {
    for unit in page.units.get(..start).unwrap_or_default() {
        for line in page.lines_of(unit) {
            let words = line.text(page.text);
            if let Some(title) = words.strip_prefix("Title: ")
                && meta.title.is_empty()
            {
                title.trim().clone_into(&mut meta.title);
            }
            if let Some(author) = words.strip_prefix("Author: ")
                && meta.byline.is_none()
            {
                meta.byline = Some(author.trim().to_owned());
            }
            if words
                .strip_prefix("Language: ")
                .is_some_and(|l| l.trim() == "English")
                && meta.language.is_none()
            {
                meta.language = Some("en".to_owned());
            }
        }
    }
}

/// The list of contents: a run of headings with little between them, that come again later.
fn contents(
    page: &Page,
    found: &[(usize, u8)],
    start: usize,
    end: usize,
) -> std::ops::Range<usize> {
    let named = found.iter().position(|(at, _)| {
        let words = page.unit(*at).map_or("", |u| page.words(u));
        let bare = words.lines().next().unwrap_or_default();
        bare.trim_matches(|c: char| !c.is_alphabetic())
            .eq_ignore_ascii_case("contents")
    });
    let Some(first) = named.and_then(|i| found.get(i)).map(|f| f.0) else {
        return start..start;
    };
    let mut at = first + 1;
    while at < end {
        let Some(unit) = page.unit(at) else { break };
        let prose = matches!(unit.shape, Shape::Flow)
            && unit.chars > 240
            && ends_sentence(page.words(unit));
        if prose {
            break;
        }
        at += 1;
    }
    // The last heading before the prose is the first chapter's own, with the lines that belong to it.
    let mut stop = at;
    while stop > first + 1 {
        let Some(unit) = page.unit(stop - 1) else {
            break;
        };
        stop -= 1;
        if unit.gap >= 2 && found.iter().any(|(f, _)| *f == stop) {
            break;
        }
    }
    if stop <= first + 1 {
        first..at.min(first + 2)
    } else {
        first..stop
    }
}

/// Whether two titles are the same but for case and signs.
fn same_words(a: &str, b: &str) -> bool {
    let words = |s: &str| -> String {
        s.chars()
            .filter(|c| c.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect()
    };
    words(a) == words(b)
}
