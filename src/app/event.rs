//! What the loop hears: keys, signals, articles, counted hits.

use std::path::PathBuf;
use std::sync::Arc;

use super::clipboard::Copied;
use super::fetch::{Brought, Errand};
use super::input::Typed;
use super::reload::Again;
use crate::article::Article;
use crate::index::Query;
use crate::text::Pos;

/// Which reading of an input a worker is at, from 0: what workers of an earlier one still send is not taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Reading(pub(super) u64);

/// Something that happened.
#[derive(Debug)]
pub(super) enum Event {
    /// The terminal sent something: what came in one read, in order.
    Typed(Vec<Typed>),
    /// The terminal cannot be read any more.
    Closed,
    /// A signal came.
    Signal(i32),
    /// A fuller version of the article is ready.
    Article(Reading, Arc<Article>),
    /// The whole could not be read although its beginning could: a sentence.
    Failed(Reading, String),
    /// The rest of a sequence of keys did not come in time.
    Unfinished,
    /// The text is to scroll on under a drag of the mouse.
    Autoscroll,
    /// The terminal did not answer in time: what was put off is to be drawn.
    Late,
    /// Something that was started apart went wrong: a sentence.
    Told(String),
    /// A file was changed.
    Changed(PathBuf),
    /// An article was read again.
    Again(Reading, Again),
    /// What came of a copy that took time.
    Copied(Copied),
    /// What was remembered of the article was found.
    Recalled(Reading, super::memory::Recalled),
    /// Nothing can be remembered, or what was is gone: a sentence.
    Forgetful(String),
    /// So many bytes of a page have come.
    Coming(Errand, u64),
    /// A page has come, or will not.
    Brought(Errand, Box<Brought>),
    /// Hits were counted.
    Counted(Reading, Query, Arc<[Pos]>),
}

impl Event {
    /// Whether the terminal said nothing but how it is.
    pub(super) fn is_status(&self) -> bool {
        matches!(self, Self::Typed(typed) if typed.iter().all(|one| *one == Typed::Status))
    }
}
