//! The worker: bytes to an article, the beginning first, facts later.
//!
//! What the reader waits for is only the first part of the input ([`FIRST`] bytes, cut at the end of a block; of a
//! book its first chapters, of a page its top). The whole replaces it when it is ready; positions agree, since both
//! begin with the same text; where a page was read otherwise at first, the reader finds the place by its words. Facts
//! come after that.

use std::sync::Arc;

use super::memory::Recalled;
use crate::article::{Article, Lines, State};
use crate::document::{Date, Document};
use crate::facts::{self, Findings};
use crate::import::source::{Given, Input, Source, SourceError, Unread};
use crate::import::{self, Beginning, ImportError};

/// How much of the input is shown first, in bytes: more than the largest screen holds.
const FIRST: usize = 32 * 1024;

/// An input of so many bytes is read whole before the first frame when the reader stopped further on than that.
const SOON: u64 = 2 * 1024 * 1024;
/// Of a longer one so much is, in bytes, when the reader stopped in it: some 60 ms of work.
const FAR: usize = 8 * 1024 * 1024;
/// An input with more bytes than that is not read before the first frame in any case.
const LONG: u64 = 64 * 1024 * 1024;

/// Makes an article of an input in steps.
#[derive(Debug)]
pub(super) struct Loader {
    source: Source,
    unread: Option<Unread>,
    date: Option<Date>,
}

impl Loader {
    /// A loader. `date` is the day of publication when the input gives none.
    pub(super) fn new(source: Source, date: Option<Date>) -> Self {
        Self {
            source,
            unread: None,
            date,
        }
    }

    /// A loader of an input, of which only the beginning is read now where it is long.
    ///
    /// # Errors
    /// When it cannot be read, or cannot be an article.
    pub(super) fn begin(input: &Input, given: &Given) -> Result<Self, SourceError> {
        let (source, unread) = input.begin(given)?;
        Ok(Self {
            source,
            unread,
            date: given.date,
        })
    }

    /// Makes the whole article, with its facts.
    ///
    /// # Errors
    /// When it cannot be read.
    pub(super) fn whole(self) -> Result<Article, ImportError> {
        let document = Arc::new(import::import(&self.source.bytes, &self.source.request())?);
        let encoding = document.meta().encoding.as_deref();
        let lines = Arc::new(Lines::of(&self.source.bytes, encoding));
        let date = self.date;
        drop(self);
        let findings = facts::find(&document, date);
        Ok(Article::new(document, findings, lines, State::Complete))
    }

    /// The article as far as it is shown at first: more of it when `first` ends before the place where the reader
    /// stopped, as long as that takes no time that a person notices.
    pub(super) fn far_enough(&mut self, first: Arc<Article>, recalled: &Recalled) -> Arc<Article> {
        let place = recalled.place();
        let lacks = first.state == State::Beginning && place.get() >= first.document.text().len();
        if lacks && self.begins_with() == Beginning::Part {
            return self
                .first_part(place.get().saturating_add(FIRST))
                .map_or(first, Arc::new);
        }
        let unread = self.unread.as_ref().map_or(0, Unread::length);
        let length = self.source.bytes.len() as u64 + unread;
        let is_soon = length <= SOON || (length <= LONG && place.get() <= FAR);
        if !lacks || !is_soon || self.read_on().is_err() {
            return first;
        }
        let bytes = self.source.bytes.as_slice();
        let far = if length <= SOON {
            bytes
        } else {
            // Text is shorter than what it is written in: by less than a third, mostly.
            let far = place.get().saturating_add(place.get() / 2 + FIRST);
            bytes.get(..far).map_or(bytes, up_to_a_break)
        };
        // What cannot be read whole says so later.
        self.part(far).map_or(first, Arc::new)
    }

    /// Makes an article of the first part, without facts.
    ///
    /// # Errors
    /// When it cannot be read, or nothing in it can.
    pub(super) fn first(&mut self) -> anyhow::Result<Article> {
        let is_long = self.unread.is_some() || self.source.bytes.len() > 2 * FIRST;
        match self.begins_with() {
            Beginning::Bytes if is_long => {
                let bytes = self.source.bytes.as_slice();
                self.part(up_to_a_break(bytes.get(..FIRST).unwrap_or(bytes)))
            }
            Beginning::Part => {
                self.read_on()?;
                self.first_part(FIRST)
            }
            Beginning::Bytes | Beginning::Whole => {
                self.read_on()?;
                self.part(&self.source.bytes)
            }
        }
    }

    /// How the beginning of the input can be shown.
    fn begins_with(&self) -> Beginning {
        let bytes = self.source.bytes.as_slice();
        import::beginning(bytes.get(..FIRST).unwrap_or(bytes), &self.source.request())
    }

    /// Makes an article of so much of a book or a page that it has `enough` bytes of text, without facts.
    fn first_part(&self, enough: usize) -> anyhow::Result<Article> {
        let bytes = self.source.bytes.as_slice();
        let (document, whole) = import::first_part(bytes, &self.source.request(), enough)?;
        Ok(unsearched(document, bytes, whole))
    }

    /// Makes an article of a part of what was read, or of all of it, without facts.
    fn part(&self, first: &[u8]) -> anyhow::Result<Article> {
        let whole = self.unread.is_none() && first.len() == self.source.bytes.len();
        let document = import::import(first, &self.source.request())?;
        Ok(unsearched(document, first, whole))
    }

    /// Reads what was not read yet.
    fn read_on(&mut self) -> Result<(), SourceError> {
        match self.unread.take() {
            Some(unread) => unread.read(&mut self.source),
            None => Ok(()),
        }
    }

    /// Reads the rest, if there is one, and finds the facts; gives every fuller version of the article to `ready`.
    ///
    /// # Errors
    /// When the whole cannot be read although its beginning could.
    pub(super) fn rest(
        mut self,
        first: &Article,
        mut ready: impl FnMut(Article),
    ) -> anyhow::Result<()> {
        let (mut document, mut lines) = (Arc::clone(&first.document), Arc::clone(&first.lines));
        if first.state == State::Beginning {
            let early = facts::find(&document, self.date);
            self.read_on()?;
            document = Arc::new(import::import(&self.source.bytes, &self.source.request())?);
            let encoding = document.meta().encoding.as_deref();
            lines = Arc::new(Lines::of(&self.source.bytes, encoding));
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
        Ok(())
    }
}

/// An article of a document in which no facts were looked for yet.
fn unsearched(document: Document, bytes: &[u8], whole: bool) -> Article {
    let state = if whole { State::Read } else { State::Beginning };
    let lines = Lines::of(bytes, document.meta().encoding.as_deref());
    Article::new(
        Arc::new(document),
        Findings::default(),
        Arc::new(lines),
        state,
    )
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
