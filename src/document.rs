//! The document model: one text, and what it is made of.
//!
//! Takes nothing but what an importer puts into a [`Builder`]; gives a [`Document`], which is not changed again.
//!
//! Invariants: blocks are in reading order and do not overlap; every span lies on character boundaries inside `text`;
//! the text holds no control character but `\n` (and `\t` between the cells of a table), no bidi control and no
//! escape sequence; every block belongs to exactly one section, and sections are in the order of their first block.
//! What the cleaner took for boilerplate is a block like any other, of its own kind: it stays in the text.
//! Deliberately absent: rows, columns, widths, colours. They follow from a position and a window.

mod address;
mod block;
mod build;
mod clean;
mod mark;
mod meta;
mod ordinal;
mod origin;
mod outline;

pub use block::{Align, Block, BlockId, BlockKind};
pub use build::Builder;
pub use clean::clean_line;
pub use mark::{Mark, MarkKind};
pub use meta::{Date, Meta};
pub(crate) use ordinal::{is_number_word, is_only_number};
pub use origin::Origin;
pub use outline::{Outline, Section, SectionId};

use rustc_hash::FxHashMap;

use crate::text::{Pos, Span};

/// An article, a report, a book: one text and the structure over it.
#[derive(Clone, Debug, Default)]
pub struct Document {
    meta: Meta,
    text: String,
    blocks: Vec<Block>,
    marks: Vec<Mark>,
    outline: Outline,
    origin: Origin,
    warnings: Vec<String>,
    /// Places by the name that links from other documents give them, without `#`.
    names: FxHashMap<String, Pos>,
}

impl Document {
    /// Title, byline, dates, language, source.
    pub fn meta(&self) -> &Meta {
        &self.meta
    }

    /// Gives the title, where it follows from the whole. One clean line.
    pub(crate) fn entitle(&mut self, title: &str) {
        self.meta.title = clean_line(title);
    }

    /// The readable text, the ruler of every span.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The slice at `span`; empty where the span does not fit.
    pub fn slice(&self, span: Span) -> &str {
        span.slice(&self.text)
    }

    /// All blocks in reading order.
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// One block, if there is one of that number.
    pub fn block(&self, id: BlockId) -> Option<&Block> {
        self.blocks.get(id.get())
    }

    /// The block that holds `pos`, or the last one that begins before it. O(log blocks). None without blocks.
    pub fn block_at(&self, pos: Pos) -> Option<BlockId> {
        if self.blocks.is_empty() {
            return None;
        }
        let after = self.blocks.partition_point(|b| b.span.start <= pos);
        Some(BlockId::new(after.saturating_sub(1)))
    }

    /// Inline marks in the order of their starts; they may nest.
    pub fn marks(&self) -> &[Mark] {
        &self.marks
    }

    /// The marks that overlap `span`. O(log marks + marks found + marks before it that are still open in its block).
    pub fn marks_in(&self, span: Span) -> impl Iterator<Item = &Mark> {
        let from = self
            .block_at(span.start)
            .and_then(|id| self.block(id))
            .map_or(span.start, |b| b.span.start);
        let first = self.marks.partition_point(|m| m.span.start < from);
        let rest = self.marks.get(first..).unwrap_or_default();
        rest.iter()
            .take_while(move |m| m.span.start < span.end)
            .filter(move |m| m.span.overlaps(span))
    }

    /// The sections, as a tree over blocks.
    pub fn outline(&self) -> &Outline {
        &self.outline
    }

    /// The section that `pos` belongs to. O(log blocks).
    pub fn section_at(&self, pos: Pos) -> SectionId {
        self.block_at(pos)
            .and_then(|id| self.block(id))
            .map_or(SectionId::default(), |b| b.section)
    }

    /// Where positions came from in the input file.
    pub fn origin(&self) -> &Origin {
        &self.origin
    }

    /// The place that a link to `document#name` means: a heading, an element of a page.
    pub fn named(&self, name: &str) -> Option<Pos> {
        self.names.get(name).copied()
    }

    /// What a reader should know about how the input was read, a sentence each.
    pub fn warnings(&self) -> &[String] {
        &self.warnings
    }

    /// Adds something that a reader should know about how the input was read.
    pub(crate) fn warn(&mut self, sentence: Option<String>) {
        self.warnings.extend(sentence.map(|s| clean_line(&s)));
    }

    /// Makes all places in the input those of another input, from which it was decoded: `places` says where the two
    /// begin to advance together, (offset here, offset there), ascending. O((blocks + runs) log places + places).
    pub(crate) fn relocate(&mut self, places: &[(u32, u32)]) {
        let there = |at: Pos| {
            let next = places.partition_point(|&(here, _)| here <= at.0);
            let &(here, there) = next.checked_sub(1).and_then(|i| places.get(i))?;
            Some(Pos(there.saturating_add(at.0.saturating_sub(here))))
        };
        for block in &mut self.blocks {
            block.source = block.source.and_then(|span| {
                Some(Span {
                    start: there(span.start)?,
                    end: there(span.end)?,
                })
            });
        }
        self.origin.relocate(places);
    }
}
