//! Memos with numbered sections, such as requests for comments.
//!
//! Takes the units of a memo; labels its title, its sections by their numbers, and folds the list of contents.

use super::super::mark;
use super::super::unit::{Label, Page, Shape, Unit};
use crate::document::Meta;

/// Labels a memo. O(units).
pub(super) fn label(page: &mut Page, meta: &mut Meta) {
    let mut labels = Vec::new();
    let mut body = false;
    for (at, unit) in page.units.iter().enumerate() {
        let words = page.words(unit);
        if unit.shape == Shape::Page {
            continue;
        }
        if is_contents(words, unit) {
            labels.push((at, Label::Boilerplate));
            continue;
        }
        if !body && title(page, unit) {
            if meta.title.is_empty() {
                words
                    .split_whitespace()
                    .collect::<Vec<_>>()
                    .join(" ")
                    .clone_into(&mut meta.title);
                labels.extend((0..at).map(|above| (above, Label::Boilerplate)));
                labels.push((at, Label::Heading(1)));
            }
            continue;
        }
        let Some(level) = section(page, unit, at) else {
            continue;
        };
        body = true;
        let folding = words.eq_ignore_ascii_case("table of contents");
        let label = if folding {
            Label::Boilerplate
        } else {
            Label::Heading(level)
        };
        labels.push((at, label));
    }
    for (at, label) in labels {
        page.set(at, label);
    }
}

/// Whether a unit is centred above the first section, as titles are.
fn title(page: &Page, unit: &Unit) -> bool {
    let line = page.lines_of(unit).first().copied().unwrap_or_default();
    let text = matches!(unit.shape, Shape::Flow | Shape::Lines | Shape::Quote { .. });
    text && line.indent >= 8 && unit.gap >= 1 && unit.chars <= 200
}

/// Whether a unit is a list of contents: most of its lines lead with dots to a page.
fn is_contents(words: &str, unit: &Unit) -> bool {
    let lines = words.lines().count();
    let dotted = words
        .lines()
        .filter(|l| l.contains("....") || l.contains(". . ."))
        .count();
    unit.label == Label::Plain && dotted > 0 && dotted * 2 >= lines
}

/// The level of a section's heading, if the unit is one.
fn section(page: &Page, unit: &Unit, at: usize) -> Option<u8> {
    let line = page.lines_of(unit).first().copied().unwrap_or_default();
    let words = page.words(unit);
    let text = matches!(unit.shape, Shape::Flow | Shape::Lines | Shape::Item { .. });
    if !text || unit.chars > 120 || unit.last - unit.first > 2 || line.indent > 0 {
        return None;
    }
    let words = match unit.shape {
        Shape::Item { marker, .. } => page.text.get(marker.0 as usize..line.end as usize)?,
        _ => words,
    };
    if let Some((_, parts)) = mark::section_number(words) {
        return Some(u8::try_from(parts + 1).unwrap_or(6).min(6));
    }
    let (first, rest) = words.split_once(' ').unwrap_or((words, ""));
    let numbered = first.len() <= 3 && first.bytes().all(|b| b.is_ascii_digit());
    if numbered && rest.trim_start().starts_with(char::is_uppercase) && !words.ends_with('.') {
        return Some(2);
    }
    let plain = !words.ends_with(['.', ',', ':', ';']) && !words.contains("   ");
    let single = unit.gap > 0 && unit.last - unit.first == 1;
    (plain && single && at > 0 && words.starts_with(char::is_uppercase)).then_some(2)
}
