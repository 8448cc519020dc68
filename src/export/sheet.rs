//! An article with the bytes that it came from: what an exporter needs to say where something stands.

use std::borrow::Cow;
use std::cell::OnceCell;

use super::markup::Markup;
use crate::article::{Article, Note};
use crate::document::{Block, SectionId};
use crate::facts::Fact;
use crate::import::{characters, decoded};
use crate::text::{Pos, Span};

/// How a packed file begins: a book.
const PACKED: &[u8] = b"PK\x03\x04";

/// An article with its input.
#[derive(Clone, Debug)]
pub struct Sheet<'a> {
    /// The article.
    pub article: &'a Article,
    /// The input as it was read; offsets of [`crate::document::Origin`] point into it.
    pub bytes: &'a [u8],
    /// The source of a page and where its words stand, once that was asked for.
    page: OnceCell<(Cow<'a, str>, Markup)>,
}

/// A place in the input as editors count it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in characters (Unicode scalar values; a byte that is no UTF-8 counts as one).
    pub column: usize,
}

impl<'a> Sheet<'a> {
    /// An article with the input that it was made of.
    pub const fn new(article: &'a Article, bytes: &'a [u8]) -> Self {
        Self {
            article,
            bytes,
            page: OnceCell::new(),
        }
    }

    /// The words at a span, on one line. O(words).
    pub fn words(&self, span: Span) -> String {
        one_line(self.article.document.slice(span))
    }

    /// The name of the input, as it may be shown.
    pub fn name(&self) -> &'a str {
        &self.article.document.meta().source
    }

    /// The words that stand for a section: its heading, or else its first words.
    pub fn section(&self, id: SectionId) -> String {
        one_line(self.article.section_title(id))
    }

    /// Where a position stands in the input; none where the text is no part of it. For those, the block's place in
    /// the input is taken if it is known. O(line).
    pub fn place(&self, pos: Pos) -> Option<Place> {
        let document = &self.article.document;
        let block = || {
            let block: &Block = document.block(document.block_at(pos)?)?;
            Some(block.source?.start.get())
        };
        let offset = document.origin().offset(pos).or_else(block)?;
        let line = self.article.lines.line(offset);
        let start = self.article.lines.start(line);
        let before = self.bytes.get(start..offset).unwrap_or_default();
        let column = characters(before, document.meta().encoding.as_deref()) + 1;
        Some(Place { line, column })
    }

    /// Where a fact stands in the input for an editor that jumps there: also in the source of a page, where its words are
    /// looked for. None where they are not found, and in books and what came from the network, whose source nobody edits.
    /// O(line), in pages as their search is, and once linear in the page.
    pub fn source_place_of(&self, fact: &Fact) -> Option<Place> {
        let pos = fact.span.start;
        self.place(pos).or_else(|| {
            let document = &self.article.document;
            if self.name().contains("://") || self.bytes.starts_with(PACKED) {
                return None;
            }
            let (source, markup) = self.page.get_or_init(|| {
                let source = decoded(self.bytes, document.meta().encoding.as_deref());
                let markup = Markup::new(&source);
                (source, markup)
            });
            markup.place(document, pos, source)
        })
    }

    /// Where a fact stands: its first mention.
    pub fn place_of(&self, fact: &Fact) -> Option<Place> {
        self.place(fact.span.start)
    }
}

/// What a note says besides the fact itself: who says it, what it is about.
pub(super) fn about(note: &Note) -> String {
    let parts = [&note.who, &note.detail];
    let parts: Vec<&str> = parts
        .into_iter()
        .map(String::as_str)
        .filter(|p| !p.is_empty())
        .collect();
    parts.join(" · ")
}

/// A text on one line: white space folded.
pub(super) fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Lines, State};
    use crate::document::{BlockKind, Builder};
    use crate::facts::Findings;

    #[test]
    fn columns_count_characters_and_skip_the_byte_order_mark() {
        let bytes = "\u{feff}é word\nnext line".as_bytes();
        let mut builder = Builder::default();
        builder.open(BlockKind::Paragraph, None);
        builder.push("\u{feff}é word", Some(0));
        builder.open(BlockKind::Paragraph, None);
        builder.push("next line", Some(11));
        let document = builder.finish();
        let find = |word| Pos::new(document.text().find(word).unwrap());
        let (word, line) = (find("word"), find("line"));
        let article = Article::new(
            document.into(),
            Findings::default(),
            Lines::new(bytes).into(),
            State::Complete,
        );
        let sheet = Sheet::new(&article, bytes);
        assert_eq!(sheet.place(word), Some(Place { line: 1, column: 3 }));
        assert_eq!(sheet.place(line), Some(Place { line: 2, column: 6 }));
    }
}
