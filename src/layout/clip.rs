//! A window onto rows wider than the measure: what is in view from a column on, with marks where there is more.

use super::measure;
use super::row::{Content, Ornament, Run};
use super::shape::run;
use crate::document::Document;
use crate::text::Span;

/// A part of a row that may be wider than the measure, in columns from the start of the row, which may be many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Wide {
    /// Its first column.
    pub(super) col: usize,
    /// How many columns it takes.
    pub(super) width: usize,
    /// What it shows.
    pub(super) content: Content,
}

/// The runs in view of `room` columns (at least 1) from column `shift` on, set at column `col`. `parts` are in order.
/// Cut marks stand in the first and last column where something is hidden there. O(parts + bytes hidden on the left).
pub(super) fn window(
    document: &Document,
    parts: &[Wide],
    shift: usize,
    room: usize,
    col: usize,
) -> Vec<Run> {
    let hides_left = parts.first().is_some_and(|p| p.col < shift);
    let end = parts.iter().map(|p| p.col + p.width).max().unwrap_or(0);
    let hides_right = end > shift + room;
    let from = shift + usize::from(hides_left);
    let to = (shift + room).saturating_sub(usize::from(hides_right));
    let mut runs = Vec::new();
    if hides_left {
        runs.push(run(col, Ornament::CutLeft));
    }
    for part in parts
        .iter()
        .filter(|p| p.col < to && p.col + p.width > from)
    {
        runs.extend(cut(document, part, from, to).map(|(at, content)| Run {
            col: measure::columns(at - shift + col),
            content,
        }));
    }
    if hides_right && !(hides_left && room < 2) {
        runs.push(run(col + room - 1, Ornament::Cut));
    }
    runs
}

/// The part of a part between two columns, with the column where it begins.
fn cut(document: &Document, part: &Wide, from: usize, to: usize) -> Option<(usize, Content)> {
    if part.col >= from && part.col + part.width <= to {
        return Some((part.col, part.content));
    }
    let start = part.col.max(from);
    match part.content {
        Content::Ornament(Ornament::Line(_)) => {
            let width = (part.col + part.width).min(to).checked_sub(start)?;
            Some((
                start,
                Content::Ornament(Ornament::Line(measure::columns(width))),
            ))
        }
        Content::Ornament(_) => None,
        Content::Text(span) => {
            let text = document.slice(span);
            let mut skipped = measure::fit(text, start - part.col);
            let mut at = part.col + measure::width(text.get(..skipped)?);
            if at < start {
                // A cluster that straddles the edge is not shown.
                let rest = text.get(skipped..)?;
                let cluster =
                    unicode_segmentation::UnicodeSegmentation::graphemes(rest, true).next()?;
                skipped += cluster.len();
                at += measure::grapheme_width(cluster);
            }
            let shown = measure::fit(text.get(skipped..)?, to.checked_sub(at)?);
            let start = span.start.get() + skipped;
            (shown > 0).then_some((at, Content::Text(Span::new(start, start + shown))))
        }
    }
}
