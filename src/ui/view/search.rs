//! A search, being typed and on.

use std::sync::Arc;

use super::Input;
use crate::index::Query;
use crate::text::{Pos, Span};

/// A search being typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchStart {
    /// What was typed.
    pub input: Input,
    /// As a regular expression.
    pub regex: bool,
    /// Where the reader was when it began: the search starts here, and Esc comes back to it.
    pub from: Pos,
    /// The search that was there before.
    pub before: Option<Search>,
}

/// A search that is on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Search {
    /// What is looked for.
    pub query: Query,
    /// The hit that the reader is at.
    pub current: Option<Span>,
    /// The starts of all hits, once they are counted.
    pub hits: Option<Arc<[Pos]>>,
}
