//! The one value that every pane and every output reads: a document, what was found in it, and the index over both.

mod address;
mod citation;
mod lines;
mod links;
mod names;
mod note;
mod stops;
mod why;

pub use address::{Address, Uri};
pub use citation::citation;
pub use lines::Lines;
pub use links::{Aim, Goal, Link, link_at, links_in, note_of};
pub use note::{Note, glyph, note, note_with};
pub use stops::stops;
pub use why::{NO_REASON, Places, moved, place_by_score};

use std::sync::Arc;

use crate::document::{Block, BlockKind, Document, Section, SectionId, clean_line, is_only_number};
use crate::facts::{Fact, FactId, Findings};
use crate::index::Index;
use crate::text::{Pos, Span};

/// So much of the first words of a section stands for it, in bytes.
const FIRST: usize = 60;
/// A part without a heading is called by one of so many blocks at its beginning.
const NEAR: usize = 4;

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
        if title.is_empty() {
            self.first_words(section)
        } else {
            title
        }
    }

    /// What a section is called in a list, on one line: its title, with its first words after one that is only a
    /// number (`IV · It was a cold night`). Cost as that of [`section_title`](Self::section_title).
    pub fn section_name(&self, id: SectionId) -> String {
        let title = self.section_title(id);
        let mut name = String::new();
        for line in title.lines() {
            if name.ends_with(char::is_alphanumeric) && is_only_number(&name) {
                name.push_str(" ·");
            }
            for word in line.split_whitespace() {
                if !name.is_empty() {
                    name.push(' ');
                }
                name.push_str(word);
            }
        }
        let section = self.document.outline().section(id);
        if let Some(section) = section.filter(|s| s.heading.is_some() && is_only_number(&name)) {
            let words = self.first_words(section);
            if !words.is_empty() {
                let number = name.trim_end_matches(['.', ':']);
                name = format!("{number} · {}", clean_line(words));
            }
        }
        name
    }

    /// The first words under the heading of a section, at most [`FIRST`] bytes; none under a heading that stands
    /// over other sections only.
    fn first_words(&self, section: &Section) -> &str {
        let blocks = self.document.blocks();
        let from = blocks.partition_point(|block| block.span.start < section.span.start);
        let own = blocks
            .iter()
            .skip(from)
            .take_while(|block| block.span.start < section.span.end);
        let is_shown = |block: &&Block| {
            let kept = match &block.kind {
                BlockKind::Boilerplate => false,
                BlockKind::Heading { .. } | BlockKind::Image { .. } | BlockKind::Rule => {
                    section.heading.is_none()
                }
                _ => true,
            };
            kept && !block.span.is_empty()
        };
        let mut shown = own.filter(is_shown);
        let first = shown.next();
        let tells = |block: &Block| names::tells(self.document.slice(block.span));
        // Under a heading the first words are its continuation, whatever they are.
        let telling = first
            .filter(|block| section.heading.is_none() && !tells(block))
            .and_then(|_| shown.take(NEAR).find(|block| tells(block)));
        let place = match telling.or(first) {
            Some(block) => block.span,
            None if section.heading.is_none() => section.span,
            None => return "",
        };
        let words = self.document.slice(place).trim_start();
        let line = words.lines().next().unwrap_or_default();
        let most = line.floor_char_boundary(FIRST);
        let first = line.get(..most).unwrap_or_default();
        match first.rsplit_once(' ') {
            Some((whole, _)) if most < line.len() => whole,
            _ => first,
        }
    }
}
