//! The way into a [`Document`]: importers open a block, push its text and close it.
//!
//! The builder keeps the model's promises whatever it is fed: it neutralises controls, keeps the origin of every
//! byte, puts the breaks between blocks, drops blocks without text and builds the outline.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::address::Base;
use super::clean::{Piece, cleaned, pieces};
use super::{
    Block, BlockKind, Document, Mark, MarkKind, Meta, Origin, Outline, SectionId, clean_line,
};
use crate::text::{Pos, Span};

/// Collects a document, block by block.
#[derive(Debug, Default)]
pub struct Builder {
    /// What is known besides the text; cleaned at the end.
    pub meta: Meta,
    text: String,
    blocks: Vec<Block>,
    marks: Vec<Mark>,
    origin: Origin,
    warnings: Vec<String>,
    /// Marks that were too many on one letter, and left out.
    surplus: usize,
    anchors: FxHashMap<String, Pos>,
    open: Option<(BlockKind, Option<Span>, usize)>,
    base: Option<Base>,
}

impl Builder {
    /// A builder for a document of which this is known.
    pub fn new(meta: Meta) -> Self {
        Self {
            meta,
            ..Self::default()
        }
    }

    /// Begins a block; one that is still open is closed first. `source` is its place in the input file (bytes).
    pub fn open(&mut self, kind: BlockKind, source: Option<Span>) {
        self.close();
        if let Some(last) = self.blocks.last() {
            let items = matches!(
                (&last.kind, &kind),
                (BlockKind::ListItem { .. }, BlockKind::ListItem { .. })
            );
            self.text.push_str(if items { "\n" } else { "\n\n" });
        }
        self.open = Some((kind, source, self.text.len()));
    }

    /// Adds text to the open block. `source` is the byte offset in the input file of its first byte.
    /// Without an open block, a paragraph is opened.
    pub fn push(&mut self, text: &str, source: Option<usize>) {
        if self.open.is_none() {
            self.open(BlockKind::Paragraph, None);
        }
        let tab = if matches!(self.open, Some((BlockKind::Table { .. }, ..))) {
            '\t'
        } else {
            ' '
        };
        let mut taken = 0;
        for piece in pieces(text, tab, &self.text) {
            let at = Pos::new(self.text.len());
            let len = match piece {
                Piece::Keep(part) => {
                    self.text.push_str(part);
                    part.len()
                }
                Piece::Replace(len, c) => {
                    self.text.push(c);
                    len
                }
                Piece::Drop(len) => len,
                Piece::Surplus(len) => {
                    self.surplus += 1;
                    len
                }
            };
            let wrote = self.text.len() - at.get();
            if let Some(source) = source
                && wrote > 0
            {
                self.origin
                    .note(at, clip(source + taken), clip(wrote), clip(len));
            }
            taken += len;
        }
    }

    /// Adds text that stands for other bytes of the input file: U+FFFD for an invalid sequence, a space for a line
    /// break. `source` is where those bytes are in the file.
    pub fn push_for(&mut self, text: &str, source: Range<usize>) {
        if self.open.is_none() {
            self.open(BlockKind::Paragraph, None);
        }
        let at = Pos::new(self.text.len());
        for piece in pieces(text, ' ', &self.text) {
            match piece {
                Piece::Keep(part) => self.text.push_str(part),
                Piece::Replace(_, c) => self.text.push(c),
                Piece::Drop(_) => {}
                Piece::Surplus(_) => self.surplus += 1,
            }
        }
        let wrote = self.text.len() - at.get();
        if wrote > 0 {
            let (start, len) = (clip(source.start), clip(source.len()));
            self.origin.note(at, start, clip(wrote), len);
        }
    }

    /// Completes relative links: from the address in the metadata, and from `base` where the page gives one itself.
    /// Without an address of the web links stay as they are.
    pub fn set_base(&mut self, base: Option<&str>) {
        self.base = Base::new(&self.meta.source, base);
    }

    /// Where the open block stands in the input file (bytes), when that is known only after its text.
    pub fn set_source(&mut self, source: Span) {
        if let Some((_, place, _)) = &mut self.open {
            *place = Some(source);
        }
    }

    /// Names the place where the next pushed byte will stand. Links to exactly this name become jumps to it.
    /// The first place of a name counts.
    pub fn anchor(&mut self, name: impl Into<String>) {
        let here = self.here();
        self.anchor_at(name, here);
    }

    /// Names a place in the text that is already pushed: see [`anchor`](Self::anchor).
    pub fn anchor_at(&mut self, name: impl Into<String>, pos: Pos) {
        self.anchors.entry(name.into()).or_insert(pos);
    }

    /// Where the next pushed byte will stand: the start of a mark.
    pub fn here(&self) -> Pos {
        Pos::new(self.text.len())
    }

    /// Marks the text pushed since `from`; nothing when there is none.
    pub fn mark(&mut self, kind: MarkKind, from: Pos) {
        let span = Span {
            start: from,
            end: self.here(),
        };
        if !span.is_empty() {
            let kind = match kind {
                MarkKind::Link(target) => MarkKind::Link(cleaned(target)),
                kind => kind,
            };
            self.marks.push(Mark { span, kind });
        }
    }

    /// Ends the open block: white space at its ends goes, and a block without text goes whole (a rule and an
    /// image may be empty).
    pub fn close(&mut self) {
        let Some((kind, source, start)) = self.open.take() else {
            return;
        };
        let span = Span::new(start, self.text.len()).trim(&self.text);
        if span.is_empty() && !matches!(kind, BlockKind::Rule | BlockKind::Image { .. }) {
            self.undo_separator(start);
            return;
        }
        self.text.truncate(span.end.get());
        self.blocks.push(Block {
            kind: without_controls(kind),
            span,
            source,
            section: SectionId::default(),
        });
    }

    /// Where the block that was closed last begins.
    pub fn last_start(&self) -> Option<Pos> {
        self.blocks.last().map(|block| block.span.start)
    }

    /// How many blocks are closed.
    pub fn len(&self) -> usize {
        self.blocks.len()
    }

    /// Whether no block is closed yet.
    pub fn is_empty(&self) -> bool {
        self.blocks.is_empty()
    }

    /// Notes something that the reader should know, as one sentence.
    pub fn warn(&mut self, sentence: impl Into<String>) {
        self.warnings.push(clean_line(&sentence.into()));
    }

    /// Ends the document. O(blocks + marks log marks).
    pub fn finish(mut self) -> Document {
        self.close();
        if self.surplus > 0 {
            let n = self.surplus;
            self.warn(format!(
                "{n} accents heaped on letters that have many already were left out."
            ));
        }
        let Self {
            mut meta,
            text,
            mut blocks,
            mut marks,
            origin,
            warnings,
            anchors,
            base,
            ..
        } = self;
        for line in [&mut meta.title, &mut meta.source] {
            *line = clean_line(line);
        }
        for line in [&mut meta.byline, &mut meta.site].into_iter().flatten() {
            *line = clean_line(line);
        }
        marks.retain_mut(|m| {
            m.span = m.span.trim(&text);
            !m.span.is_empty()
        });
        if let Some(base) = base {
            base.complete(&mut marks, &mut blocks);
        }
        resolve_jumps(&mut marks, &anchors, &blocks);
        marks.sort_by_key(|m| (m.span.start, std::cmp::Reverse(m.span.end)));
        let outline = Outline::build(&mut blocks, text.len());
        let names = names(anchors, &blocks);
        Document {
            meta,
            text,
            blocks,
            marks,
            outline,
            origin,
            warnings,
            names,
        }
    }

    /// Takes back the break before a block that came to nothing.
    fn undo_separator(&mut self, start: usize) {
        let end = self.blocks.last().map_or(0, |b| b.span.end.get());
        self.text.truncate(end.min(start));
    }
}

/// A kind of block whose own words hold nothing that may not enter a text.
fn without_controls(kind: BlockKind) -> BlockKind {
    match kind {
        BlockKind::ListItem { depth, marker } => BlockKind::ListItem {
            depth,
            marker: cleaned(marker),
        },
        BlockKind::Code { language } => BlockKind::Code {
            language: language.map(cleaned),
        },
        BlockKind::Image { target, alt, size } => BlockKind::Image {
            target: cleaned(target),
            alt: cleaned(alt),
            size,
        },
        BlockKind::Footnote { label } => BlockKind::Footnote {
            label: cleaned(label),
        },
        kind => kind,
    }
}

/// Turns links to named places into jumps.
fn resolve_jumps(marks: &mut [Mark], anchors: &FxHashMap<String, Pos>, blocks: &[Block]) {
    for mark in marks {
        let MarkKind::Link(target) = &mark.kind else {
            continue;
        };
        let place = anchors.get(target).and_then(|&pos| settled(pos, blocks));
        if let Some(pos) = place {
            mark.kind = MarkKind::Jump(pos);
        }
    }
}

/// The names that other documents can give to places of this one: those of the whole document, not of its chapters.
fn names(anchors: FxHashMap<String, Pos>, blocks: &[Block]) -> FxHashMap<String, Pos> {
    let named = anchors.into_iter().filter_map(|(mut name, pos)| {
        if !name.starts_with('#') {
            return None;
        }
        name.remove(0);
        Some((name, settled(pos, blocks)?))
    });
    named.collect()
}

/// A place inside a block. A place between two blocks is the start of the later one.
fn settled(pos: Pos, blocks: &[Block]) -> Option<Pos> {
    let next = blocks.partition_point(|b| b.span.end <= pos);
    let block = blocks.get(next).or(blocks.last())?;
    Some(pos.max(block.span.start).min(block.span.end))
}

/// An offset as it is stored; past 4 GiB it sticks at the end of the range.
fn clip(offset: usize) -> u32 {
    u32::try_from(offset).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_are_set_apart_and_empty_ones_leave_no_trace() {
        let mut b = Builder::default();
        b.open(BlockKind::Paragraph, None);
        b.push(" One ", Some(0));
        b.open(BlockKind::Paragraph, None);
        b.push("  ", Some(5));
        let item = || BlockKind::ListItem {
            depth: 0,
            marker: "•".into(),
        };
        b.open(item(), None);
        b.push("a", Some(9));
        b.open(item(), None);
        b.push("b", Some(12));
        let doc = b.finish();
        assert_eq!(doc.text(), " One\n\na\nb");
        assert_eq!(doc.blocks().len(), 3);
        let b = doc
            .blocks()
            .last()
            .map(|b| b.span)
            .and_then(|s| doc.origin().span(s));
        assert_eq!(b, Some(Span::new(12, 13)));
    }

    #[test]
    fn text_that_stands_for_other_bytes_leads_back_to_them() {
        let mut b = Builder::default();
        b.push("a", Some(0));
        b.push_for(" ", 1..3);
        b.push("b", Some(3));
        b.push_for("\u{fffd}", 4..5);
        let doc = b.finish();
        assert_eq!(doc.text(), "a b\u{fffd}");
        assert_eq!(doc.origin().span(Span::new(0, 6)), Some(Span::new(0, 5)));
        assert_eq!(doc.origin().span(Span::new(2, 3)), Some(Span::new(3, 4)));
    }

    #[test]
    fn links_to_named_places_become_jumps_forwards_and_backwards() {
        let mut b = Builder::default();
        b.open(BlockKind::Paragraph, None);
        let from = b.here();
        b.push("note", None);
        b.mark(MarkKind::Link("#n".into()), from);
        b.push(" ", None);
        let from = b.here();
        b.push("out", None);
        b.mark(MarkKind::Link("#m".into()), from);
        b.close();
        b.anchor("#n");
        b.open(BlockKind::Paragraph, None);
        b.push("Here", None);
        let doc = b.finish();
        let kinds: Vec<_> = doc.marks().iter().map(|m| &m.kind).collect();
        assert_eq!(
            kinds,
            [&MarkKind::Jump(Pos(10)), &MarkKind::Link("#m".into())]
        );
    }

    #[test]
    fn controls_are_neutralised_and_lead_back_to_their_bytes() {
        let mut b = Builder::default();
        b.push("x\u{0}y", Some(10));
        let doc = b.finish();
        assert_eq!(doc.text(), "x␀y");
        assert_eq!(doc.origin().span(Span::new(4, 5)), Some(Span::new(12, 13)));
    }
}
