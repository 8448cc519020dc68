//! The worker: bytes to an article, the beginning first, facts later.
//!
//! What the reader waits for is only the first part of the input ([`FIRST`] bytes, cut at the end of a block). The
//! whole replaces it when it is ready; positions agree, since both begin with the same text. Facts come after that.

use std::sync::Arc;

use crate::article::{Article, Lines, State};
use crate::document::{Date, Document, Meta};
use crate::facts::{self, Findings};
use crate::import;
use crate::import::source::Source;

/// How much of the input is shown first, in bytes.
const FIRST: usize = 256 * 1024;

/// Makes an article of an input in steps.
#[derive(Debug)]
pub(super) struct Loader {
    source: Source,
    date: Option<Date>,
}

impl Loader {
    /// A loader. `date` is the day of publication when the input gives none.
    pub(super) fn new(source: Source, date: Option<Date>) -> Self {
        Self { source, date }
    }

    /// Makes an article of the first part, without facts.
    pub(super) fn first(&self) -> Article {
        let bytes = self.source.bytes.as_slice();
        let first = if bytes.len() > 2 * FIRST {
            up_to_a_break(bytes.get(..FIRST).unwrap_or(bytes))
        } else {
            bytes
        };
        let state = if first.len() < bytes.len() {
            State::Beginning
        } else {
            State::Read
        };
        let document = Arc::new(self.import(first));
        Article::new(
            document,
            Findings::default(),
            Arc::new(Lines::new(first)),
            state,
        )
    }

    /// Reads the rest, if there is one, and finds the facts; gives every fuller version of the article to `ready`.
    pub(super) fn rest(self, first: &Article, mut ready: impl FnMut(Article)) {
        let (mut document, mut lines) = (Arc::clone(&first.document), Arc::clone(&first.lines));
        if first.state == State::Beginning {
            let early = facts::find(&document, self.date);
            document = Arc::new(self.import(&self.source.bytes));
            lines = Arc::new(Lines::new(&self.source.bytes));
            ready(Article::new(
                Arc::clone(&document),
                early,
                Arc::clone(&lines),
                State::Read,
            ));
        }
        let date = self.date;
        drop(self);
        let findings = facts::find(&document, date);
        ready(Article::new(document, findings, lines, State::Complete));
    }

    fn import(&self, bytes: &[u8]) -> Document {
        import::plain(
            bytes,
            Meta {
                source: self.source.name.clone(),
                ..Meta::default()
            },
        )
    }
}

/// The bytes up to the last blank line, or the last line, or all where there is none.
fn up_to_a_break(bytes: &[u8]) -> &[u8] {
    let blank =
        memchr::memmem::rfind(bytes, b"\n\n").or_else(|| memchr::memmem::rfind(bytes, b"\n\r\n"));
    let end = blank
        .filter(|&at| at > bytes.len() / 2)
        .or_else(|| memchr::memrchr(b'\n', bytes));
    bytes
        .get(..end.map_or(bytes.len(), |at| at + 1))
        .unwrap_or(bytes)
}
