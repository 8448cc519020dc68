//! Lists whose items are blocks of their own, after a sentence that ends in a colon.

use super::{candidate, count, number};
use crate::document::{BlockId, BlockKind};
use crate::facts::{Analysis, Candidate, Shape};
use crate::text::Span;

/// The most items that are kept; a longer list is more of a table.
const MOST: usize = 40;

/// Appends the lists of blocks. Linear in the sentences.
pub(super) fn find(analysis: &Analysis<'_>, out: &mut Vec<Candidate>) {
    let blocks = analysis.document.blocks();
    for (i, sentence) in analysis.sentences.iter().enumerate() {
        let last = analysis.sentences.get(i + 1).map(|s| s.block) != Some(sentence.block);
        let words = analysis.slice(sentence.span);
        if !sentence.prose || !last || !words.ends_with(':') {
            continue;
        }
        let items = items(blocks, sentence.block);
        if !(2..=MOST).contains(&items.len()) {
            continue;
        }
        let announced = analysis
            .tokens_of(sentence)
            .iter()
            .filter(|t| matches!(t.shape, Shape::Word | Shape::Number))
            .filter_map(|t| count(analysis.word(t)))
            .any(|n| n == number(&items));
        let confidence = if announced { 0.95 } else { 0.8 };
        let end = sentence.span.end.get() - 1;
        let span = Span::new(sentence.span.start.get(), end).trim(analysis.text());
        out.push(candidate(span, number(&items), items, confidence));
    }
}

/// The items of the list that follows `block`: those of its own depth.
fn items(blocks: &[crate::document::Block], block: BlockId) -> Vec<Span> {
    let own = blocks.get(block.get()).map(|b| &b.kind);
    let inside = match own {
        Some(BlockKind::ListItem { depth, .. }) => Some(*depth),
        _ => None,
    };
    let rest = blocks.get(block.get() + 1..).unwrap_or_default();
    let Some(BlockKind::ListItem { depth: top, .. }) = rest.first().map(|b| &b.kind) else {
        return Vec::new();
    };
    if inside.is_some_and(|own| *top <= own) {
        return Vec::new();
    }
    rest.iter()
        .map_while(|b| match &b.kind {
            BlockKind::ListItem { depth, marker } if depth >= top => {
                Some((depth == top && !marker.is_empty()).then_some(b.span))
            }
            _ => None,
        })
        .flatten()
        .take(MOST + 1)
        .collect()
}
