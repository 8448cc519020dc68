//! In which order the words of the rows on the screen stand: right-to-left text among left-to-right text.

use super::super::Scene;
use super::super::bidi::{self, Order};
use crate::document::{BlockKind, Document};
use crate::layout::{Row, RowKind};
use crate::text::Span;
use crate::ui::Bidi;

/// The order of the text on the screen, paragraph by paragraph as rows ask for it.
pub(super) struct Orders<'a> {
    text: &'a str,
    document: &'a Document,
    is_on: bool,
    /// The part of a paragraph that was looked at last, and its order where it is not that of the bytes.
    last: Option<(Span, Option<Order<'a>>)>,
}

impl<'a> Orders<'a> {
    pub(super) fn new(scene: &Scene<'a>) -> Self {
        Self {
            text: scene.article.document.text(),
            document: &scene.article.document,
            is_on: scene.view.bidi == Bidi::Reader,
            last: None,
        }
    }

    /// The order of a row of running text; none where it is that of the bytes.
    pub(super) fn of(&mut self, row: &Row) -> Option<&Order<'a>> {
        let block = self.document.block(row.block)?;
        let apart = matches!(block.kind, BlockKind::Table { .. } | BlockKind::Code { .. });
        if !self.is_on || apart || row.kind != RowKind::Text || row.span.is_empty() {
            return None;
        }
        let last = self.last.as_ref();
        if !last.is_some_and(|(seen, _)| seen.covers(row.span)) {
            let within = block.span.slice(self.text);
            let at = row.span.start.get() - block.span.start.get();
            let start = within.get(..at).and_then(|w| w.rfind('\n'));
            let start = block.span.start.plus(start.map_or(0, |i| i + 1));
            let end = within.get(at..).and_then(|w| w.find('\n'));
            let end = end.map_or(block.span.end, |i| row.span.start.plus(i));
            let paragraph = Span { start, end };
            self.look(paragraph, row.span);
        }
        self.last.as_ref()?.1.as_ref()
    }

    /// The order of one run of a row. A cell of a table and a line of code are each by themselves.
    pub(super) fn of_run(&mut self, row: &Row, run: Span) -> Option<&Order<'a>> {
        if !self.is_on || !bidi::is_mixed(run.slice(self.text)) && self.of(row).is_none() {
            return None;
        }
        let kind = self.document.block(row.block).map(|block| &block.kind);
        if !matches!(kind, Some(BlockKind::Table { .. } | BlockKind::Code { .. })) {
            return self.of(row);
        }
        self.look(run, run);
        self.last.as_ref()?.1.as_ref()
    }

    /// Finds the order of a paragraph around a row of it.
    fn look(&mut self, paragraph: Span, row: Span) {
        self.last = Some(match Order::new(self.text, paragraph, row) {
            Ok(order) => (order.span, Some(order)),
            Err(seen) => (seen, None),
        });
    }
}
