//! What each unit is called: furniture first, then the title, then explicit marks, then headings by their looks, and
//! a last look at all of them together.
//!
//! Takes units; sets their labels. Nothing here changes the text.

mod memo;

use super::style::{Genre, Style};
use super::unit::{Label, Page, Shape};
use super::{book, front, heading, mark, phrase};
use crate::document::Meta;

/// Labels all units. O(characters).
pub(super) fn run(page: &mut Page, style: Style, meta: &mut Meta) {
    pages(page);
    match style.genre {
        Genre::Book => book::label(page, meta),
        Genre::Rfc => {
            memo::label(page, meta);
            marks(page);
        }
        Genre::Article => {
            furniture(page);
            front::read(page, meta);
            marks(page);
            headings(page);
        }
    }
}

/// Running heads and feet.
fn pages(page: &mut Page) {
    for unit in &mut page.units {
        if unit.shape == Shape::Page {
            unit.label = Label::Boilerplate;
        }
    }
}

/// Lines that belong to the web page and not to the article.
fn furniture(page: &mut Page) {
    let verdicts: Vec<Option<phrase::Verdict>> = page
        .units
        .iter()
        .map(|u| {
            let text = matches!(
                u.shape,
                Shape::Flow | Shape::Lines | Shape::Item { .. } | Shape::Marked { .. }
            );
            let item = matches!(u.shape, Shape::Item { .. });
            let verdict = (text && u.chars <= 320)
                .then(|| phrase::judge(page.words(u)))
                .flatten();
            verdict.filter(|v| !item || *v == phrase::Verdict::Sure)
        })
        .collect();
    let prose = |at: usize| {
        page.unit(at)
            .is_some_and(|u| u.chars > 160 && u.label == Label::Plain)
    };
    let count = page.units.len();
    let first = (0..count).find(|&i| prose(i)).unwrap_or(count);
    let last = (0..count).rev().find(|&i| prose(i)).unwrap_or(0);
    let mut labels = Vec::new();
    for (at, verdict) in verdicts.iter().enumerate() {
        let beside = |i: Option<usize>| {
            i.and_then(|i| verdicts.get(i))
                .is_some_and(|v| *v == Some(phrase::Verdict::Sure))
        };
        let edge = at < first || at > last;
        let folded = match verdict {
            Some(phrase::Verdict::Sure) => true,
            Some(phrase::Verdict::Likely) => {
                (at > last || at + 1 < first) && at > 0 && first < count
                    || beside(at.checked_sub(1)) && edge
                    || beside(Some(at + 1)) && edge
            }
            None => false,
        };
        if folded {
            labels.push(at);
        }
    }
    for at in labels {
        page.set(at, Label::Boilerplate);
    }
}

/// Headings by explicit marks: hashes, and underlines by the order in which their characters appear.
fn marks(page: &mut Page) {
    let mut order: Vec<char> = Vec::new();
    let titled = page.units.iter().any(|u| u.label == Label::Heading(1));
    let mut first = !titled;
    for unit in &mut page.units {
        let Shape::Marked { level, by } = unit.shape else {
            continue;
        };
        if unit.label != Label::Plain {
            if level == 0 && unit.label == Label::Heading(1) && !order.contains(&by) {
                order.push(by);
            }
            continue;
        }
        let level = if level > 0 {
            level
        } else {
            let at = order.iter().position(|c| *c == by).unwrap_or_else(|| {
                order.push(by);
                order.len() - 1
            });
            u8::try_from(at + 1).unwrap_or(6)
        };
        let lowest = if first { 1 } else { 2 };
        unit.label = Label::Heading(level.clamp(lowest, 6));
        first = false;
    }
}

/// Headings by their looks, with a last look at all of them.
fn headings(page: &mut Page) {
    let scored = heading::score(page);
    let last = page
        .units
        .iter()
        .rposition(|u| u.label == Label::Plain && u.shape != Shape::Rule);
    let mut found: Vec<usize> = scored
        .iter()
        .filter(|s| s.score > 0.0)
        .map(|s| s.unit)
        .collect();
    // A heading heads something: those at the very end head nothing.
    let mut end = last.map_or(0, |l| l + 1);
    while found.last().is_some_and(|l| *l + 1 >= end) {
        end = found.pop().unwrap_or(0);
    }
    for at in found {
        let level = page.unit(at).map_or(2, |u| level(page.words(u)));
        page.set(at, Label::Heading(level));
    }
}

/// The level of a heading without a mark: 2, or what the parts of its number say.
fn level(words: &str) -> u8 {
    let parts = mark::section_number(words).map_or(1, |(_, parts)| parts);
    u8::try_from(parts + 1).unwrap_or(6).min(6)
}
