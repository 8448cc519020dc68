//! The one value that every pane and every output reads: a document, what was found in it, and the index over both.

mod address;
mod citation;
mod lines;
mod links;
mod note;

pub use address::{Address, Uri};
pub use citation::citation;
pub use lines::Lines;
pub use links::{Aim, Goal, Link, link_at, links_in, note_of};
pub use note::{Note, glyph, note, note_with};

use std::sync::Arc;

use crate::document::{BlockKind, Document, SectionId};
use crate::facts::{Fact, FactId, Findings};
use crate::index::Index;
use crate::text::{Pos, Span};

/// A document with its findings; not changed once made. Cheap to share, and to make anew with other findings.
#[derive(Clone, Debug, Default)]
pub struct Article {
    /// The document.
    pub document: Arc<Document>,
    /// Its sentences, facts and repeats; empty until they are found.
    pub findings: Findings,
    /// Facts by place and order.
    pub index: Index,
    /// Where the lines of the input file begin.
    pub lines: Arc<Lines>,
    /// How far the reading of the input and the search for facts have come.
    pub state: State,
}

/// How complete an article is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// Only the beginning has been read.
    Beginning,
    /// All of it is read, facts are still being looked for.
    Read,
    /// All is found.
    #[default]
    Complete,
}

impl Article {
    /// Puts a document and its findings together. O(facts log facts).
    pub fn new(
        document: Arc<Document>,
        findings: Findings,
        lines: Arc<Lines>,
        state: State,
    ) -> Self {
        let index = Index::new(&document, &findings);
        Self {
            document,
            findings,
            index,
            lines,
            state,
        }
    }

    /// What a reader should know about how it was read, one sentence each, without controls.
    pub fn warnings(&self) -> impl Iterator<Item = String> {
        let end = self.findings.end.map(|end| {
            let percent = end.get() * 100 / self.document.text().len().max(1);
            format!(
                "only the first {percent}% of the text was searched for facts: it holds too much"
            )
        });
        self.document.warnings().iter().cloned().chain(end)
    }

    /// A fact, if there is one of that number.
    pub fn fact(&self, id: FactId) -> Option<&Fact> {
        self.findings.facts.get(id.get())
    }

    /// The sentence that holds `pos`, or an empty span there while no sentences are known. O(log sentences).
    pub fn sentence_at(&self, pos: Pos) -> Span {
        let after = self.findings.sentences.partition_point(|s| s.start <= pos);
        let before = after
            .checked_sub(1)
            .and_then(|i| self.findings.sentences.get(i));
        before
            .copied()
            .filter(|s| s.contains(pos))
            .unwrap_or(Span::at(pos))
    }

    /// The line of the input file that `pos` stands on, from 1. None where the text is no part of the file.
    pub fn line(&self, pos: Pos) -> Option<usize> {
        self.document
            .origin()
            .offset(pos)
            .map(|offset| self.lines.line(offset))
    }

    /// The place of a line of the input file, from 1: the text at its start or the next text after it.
    pub fn pos_of_line(&self, line: usize) -> Option<Pos> {
        let offset = self.lines.start(line);
        self.document.origin().find(offset)
    }

    /// The place of a column of a line of the input file, both from 1, counted in bytes; past its end, the line's end.
    pub fn pos_of_column(&self, line: usize, column: usize) -> Option<Pos> {
        let (start, next) = (
            self.lines.start(line),
            self.lines.start(line.saturating_add(1)),
        );
        let last = next.saturating_sub(1).max(start);
        let offset = start.saturating_add(column.saturating_sub(1)).min(last);
        let pos = self.document.origin().find(offset)?;
        let text = self.document.text();
        Some(Pos::new(crate::text::floor_boundary(text, pos.get())))
    }

    /// The words that stand for a section: its title, or else its first words that are not folded. O(log blocks +
    /// folded blocks at its start).
    pub fn section_title(&self, id: SectionId) -> &str {
        let Some(section) = self.document.outline().section(id) else {
            return "";
        };
        let title = self.document.slice(section.title);
        if !title.is_empty() {
            return title;
        }
        let blocks = self.document.blocks();
        let from = blocks.partition_point(|block| block.span.start < section.span.start);
        let mut own = blocks
            .iter()
            .skip(from)
            .take_while(|block| block.span.start < section.span.end);
        let start = own
            .find(|block| block.kind != BlockKind::Boilerplate && !block.span.is_empty())
            .map_or(section.span.start, |block| block.span.start);
        let words = Span {
            start,
            end: section.span.end,
        };
        let first = self.document.slice(words).trim_start();
        let line = first.lines().next().unwrap_or_default();
        line.get(..line.floor_char_boundary(60)).unwrap_or_default()
    }
}
