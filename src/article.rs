//! The one value that every pane and every output reads: a document with what was found in it.

use crate::document::Document;
use crate::facts::Findings;

/// A document and its findings; not changed once made.
#[derive(Clone, Debug, Default)]
pub struct Article {
    /// The document.
    pub document: Document,
    /// Its sentences, facts and repeats; empty until they are found.
    pub findings: Findings,
}
