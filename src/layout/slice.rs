//! Slices: the parts that a long block is set in, so that one block may be as long as the whole text.
//!
//! The cut after slice `k` depends only on the text near byte `(k + 1) * STEP` of the block, so that the slice of any
//! position is found without looking at what comes before it. A slice is between `STEP - WINDOW` and `STEP + WINDOW`
//! bytes long, the last one at most `STEP + WINDOW`.

use memchr::{memchr, memchr2_iter, memmem};
use unicode_segmentation::GraphemeCursor;

use crate::document::{Block, BlockId, BlockKind};
use crate::text::{Pos, Span, floor_boundary};

/// Blocks up to this many bytes are set at once.
const WHOLE: usize = 32 * 1024;
/// The nominal length of a slice, in bytes.
const STEP: usize = 12 * 1024;
/// How far behind its nominal place a cut may stand, in bytes.
const WINDOW: usize = 4 * 1024;

/// A part of a block that is set at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Slice {
    /// The block.
    pub(super) block: BlockId,
    /// The bytes of the part.
    pub(super) span: Span,
    /// Whether the block begins with it.
    pub(super) is_first: bool,
}

/// How many slices a block has, at least 1. O(1).
pub(super) fn count(block: &Block) -> usize {
    let len = block.span.len();
    if len <= WHOLE {
        return 1;
    }
    // The last cut stands so far before the end that its window lies inside the block.
    len.saturating_sub(WINDOW + 1) / STEP + 1
}

/// The slice of that number; the last one where there are not so many. O([`WINDOW`]).
pub(super) fn slice(text: &str, id: BlockId, block: &Block, index: usize) -> Slice {
    let count = count(block);
    let index = index.min(count - 1);
    let start = cut(text, block, index, count);
    let end = cut(text, block, index + 1, count);
    Slice {
        block: id,
        span: Span::new(start, end),
        is_first: index == 0,
    }
}

/// The number of the slice that holds a position of the block. O([`WINDOW`]).
pub(super) fn index_at(text: &str, block: &Block, pos: Pos) -> usize {
    let count = count(block);
    let at = pos.get().saturating_sub(block.span.start.get());
    let index = (at / STEP).min(count - 1);
    if index > 0 && cut(text, block, index, count) > pos.get() {
        index - 1
    } else {
        index
    }
}

/// Where slice `index` begins: at the block's own ends, or at the best break in the window behind its nominal place.
fn cut(text: &str, block: &Block, index: usize, count: usize) -> usize {
    let (start, end) = (block.span.start.get(), block.span.end.get());
    if index == 0 {
        return start;
    }
    if index >= count {
        return end;
    }
    let from = floor_boundary(text, start + index * STEP);
    let to = floor_boundary(text, start + index * STEP + WINDOW);
    let window = text.get(from..to).unwrap_or_default();
    best_break(window, &block.kind).map_or_else(|| cluster_end(text, from, to), |at| from + at)
}

/// The end of the first line, sentence, cell or word in the window, whichever of these is best.
fn best_break(window: &str, kind: &BlockKind) -> Option<usize> {
    let bytes = window.as_bytes();
    let line = memchr(b'\n', bytes).map(|at| at + 1);
    let sentence = || memmem::find(bytes, b". ").map(|at| at + 2);
    // Not the very first byte: the space may belong to a combining mark, as clusters go.
    let word = || {
        memchr2_iter(b' ', b'\t', bytes)
            .map(|at| at + 1)
            .find(|&at| bytes.get(at).is_some_and(u8::is_ascii_graphic))
    };
    match kind {
        BlockKind::Code { .. } => line.or_else(word),
        BlockKind::Table { .. } => line.or_else(|| memchr(b'\t', bytes).map(|at| at + 1)),
        _ => line.or_else(sentence).or_else(word),
    }
}

/// The end of the grapheme cluster at `from`; `from` itself where the cluster reaches past the window.
fn cluster_end(text: &str, from: usize, to: usize) -> usize {
    let near = floor_boundary(text, from.saturating_sub(WINDOW));
    let Some(window) = text.get(near..to) else {
        return from;
    };
    let mut cursor = GraphemeCursor::new(from - near, window.len(), true);
    match cursor.next_boundary(window, 0) {
        Ok(Some(at)) if near + at < to => near + at,
        _ => from,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::proof::document;

    /// Cuts a block of `unit` repeated and checks that the slices cover it, are of fair length and are found again;
    /// gives what stands before each cut.
    #[track_caller]
    fn check(kind: BlockKind, unit: &str, bytes: usize, before: &str) {
        let document = document([(kind, unit.repeat(bytes / unit.len()))]);
        let (text, block) = (document.text(), &document.blocks()[0]);
        let mut at = block.span.start.get();
        for index in 0..count(block) {
            let span = slice(text, BlockId(0), block, index).span;
            assert_eq!(span.start.get(), at);
            assert!(
                !span.is_empty()
                    && (span.len() <= STEP + WINDOW || span.len() <= WHOLE && index == 0)
            );
            for pos in [span.start, Pos(span.end.0 - 1)] {
                assert_eq!(index_at(text, block, pos), index);
            }
            at = span.end.get();
            let cut = text.get(..at).expect("a character boundary");
            assert!(cut.ends_with(before) || at == text.len(), "cut at {at}");
        }
        assert_eq!(at, block.span.end.get());
    }

    #[test]
    fn blocks_up_to_the_limit_are_set_at_once() {
        check(BlockKind::Paragraph, "x", WHOLE, "");
        check(BlockKind::Paragraph, "x", WHOLE + 1, "");
        check(BlockKind::Paragraph, "x", WHOLE + STEP + 1, "");
    }

    #[test]
    fn cuts_stand_at_lines_sentences_words_or_clusters() {
        check(BlockKind::Paragraph, "one two. ", 100_000, "two. ");
        check(BlockKind::Paragraph, "one two ", 100_000, " ");
        check(BlockKind::Paragraph, "One. Two\n", 100_000, "\n");
        check(
            BlockKind::Code { language: None },
            "a. b. c\n",
            100_000,
            "\n",
        );
        check(BlockKind::table(0), "a b\tc\n", 100_000, "\n");
        check(BlockKind::table(0), "a b\tc\t", 100_000, "\t");
        check(BlockKind::Paragraph, "e\u{301}", 100_000, "e\u{301}");
        check(BlockKind::Paragraph, "日本", 100_000, "");
    }
}
