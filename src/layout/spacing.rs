//! The space between blocks: how many blank rows, and which places of the text lead to them.
//!
//! Blocks are separated by `\n\n`, items of a list by `\n`. Each blank row takes one of these bytes as its anchor; so
//! there are at most as many rows as there are characters between the two blocks.

use super::Paragraphs;
use super::row::{Row, RowKind};
use crate::document::{Block, BlockId, BlockKind, Document};

/// A paragraph of more bytes is running text, however it ends.
const LONGEST_LINE: usize = 80;

/// The blank rows between block `last` and block `next`; none where one of them is missing.
pub(super) fn between(
    document: &Document,
    last: BlockId,
    next: BlockId,
    paragraphs: Paragraphs,
) -> Vec<Row> {
    let (Some(above), Some(below)) = (document.block(last), document.block(next)) else {
        return Vec::new();
    };
    let end = above.span.end.get();
    let gap = document
        .text()
        .get(end..below.span.start.get())
        .unwrap_or_default();
    // An empty block (a rule) has taken the first place for its own row.
    let taken = usize::from(above.span.is_empty());
    gap.char_indices()
        .skip(taken)
        .take(wanted(document, above, below, paragraphs))
        .map(|(at, _)| Row::bare(last, end + at, RowKind::Blank))
        .collect()
}

/// Whether one paragraph runs on from another: a byline or a date is a line of its own, parted from what follows.
pub(super) fn runs_on(document: &Document, above: &Block, below: &Block) -> bool {
    let is_running = |block: &Block| {
        let text = document.slice(block.span).trim_end();
        let ends = text.ends_with([
            '.', '!', '?', '…', ':', ';', ',', '"', '”', '’', '»', ')', ']',
        ]);
        block.kind == BlockKind::Paragraph && (ends || text.len() > LONGEST_LINE)
    };
    is_running(above) && is_running(below)
}

/// How many blank rows are wanted between two blocks.
fn wanted(document: &Document, above: &Block, below: &Block, paragraphs: Paragraphs) -> usize {
    use BlockKind::{Footnote, Heading, ListItem};
    match (&above.kind, &below.kind) {
        (Heading { .. }, _) => 1,
        (_, Heading { level: 1 | 2 }) => 2,
        (ListItem { marker: a, .. }, ListItem { marker: b, .. }) => {
            usize::from(a.is_empty() || b.is_empty())
        }
        (Footnote { .. }, Footnote { .. }) => 0,
        _ if paragraphs == Paragraphs::Indented && runs_on(document, above, below) => 0,
        _ => 1,
    }
}
