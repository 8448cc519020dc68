//! Blocks of Markdown: which kind the next text belongs to, where they begin and end.

use pulldown_cmark::BlockQuoteKind;

use super::{Inner, List, Writer};
use crate::document::BlockKind;
use crate::import::html::bullet;
use crate::text::Span;

impl Writer<'_> {
    /// A quotation, or a note or warning with the word for it.
    pub(super) fn quotation(&mut self, alert: Option<BlockQuoteKind>, at: usize) {
        self.close();
        self.quotes = self.quotes.saturating_add(1);
        self.inner.push(Inner::Quote);
        if let Some(alert) = alert {
            self.alert(alert, at);
        }
    }

    /// An item of the innermost list, which begins at `at`.
    pub(super) fn item(&mut self, at: usize) {
        self.close();
        self.inner.push(Inner::Item);
        let depth = u8::try_from(self.lists.len()).unwrap_or(u8::MAX);
        let marker = match self.lists.last_mut() {
            Some(List {
                next: Some(next),
                sign,
            }) => {
                *next = next.saturating_add(1);
                format!("{}{sign}", next.saturating_sub(1))
            }
            _ => bullet(depth).to_owned(),
        };
        self.marker = Some((marker, at));
    }

    /// The kind of a block at this place.
    pub(super) fn kind(&mut self) -> BlockKind {
        match self.inner.last() {
            Some(Inner::Quote) => BlockKind::Quotation {
                depth: self.quotes.saturating_sub(1),
            },
            Some(Inner::Item) => BlockKind::ListItem {
                depth: u8::try_from(self.lists.len().saturating_sub(1)).unwrap_or(u8::MAX),
                marker: String::new(),
            },
            Some(Inner::Note(label)) => BlockKind::Footnote {
                label: label.clone(),
            },
            Some(Inner::Page) | None => BlockKind::Paragraph,
        }
    }

    /// The sign after the number of an ordered list.
    pub(super) fn sign(&self, start: usize, ordered: bool) -> char {
        let rest = self.text.get(start..).unwrap_or_default().trim_start();
        let sign = rest
            .trim_start_matches(|c: char| c.is_ascii_digit())
            .chars()
            .next();
        sign.filter(|c| ordered && matches!(c, '.' | ')'))
            .unwrap_or('.')
    }

    /// Opens the block that the next text belongs to.
    pub(super) fn ensure_open(&mut self, at: usize) {
        if self.begun.is_some() {
            return;
        }
        let (mut kind, source) = match self.leaf.take() {
            Some((kind, source)) => (kind, Some(source)),
            None => (self.kind(), None),
        };
        let mut from = at;
        if let BlockKind::ListItem { marker: sign, .. } = &mut kind
            && let Some((marker, start)) = self.marker.take()
        {
            *sign = marker;
            from = start;
        }
        // What stands over the title of the document comes after it.
        if !self.builder.is_empty() || !matches!(kind, BlockKind::Heading { .. }) {
            self.fold_badges();
        }
        self.begun = Some(from..source.map_or(at, |s| s.end.get()));
        self.column = 0;
        self.builder.open(kind, source);
        // What was opened before its block begins with it.
        let here = self.builder.here();
        for (from, _) in &mut self.marks {
            *from = here;
        }
        for tag in &mut self.tags {
            tag.begin(here);
        }
    }

    /// Ends the open block.
    pub(super) fn close(&mut self) {
        self.leaf = None;
        self.tags.clear();
        if let Some(begun) = self.begun.take() {
            self.builder
                .set_source(Span::new(begun.start, begun.end).trim(self.text));
        }
        self.builder.close();
        for (kind, caption, source) in std::mem::take(&mut self.images) {
            self.fold_badges();
            self.builder.open(kind, Some(source));
            self.builder.push(&caption, None);
            self.builder.close();
        }
    }
}
