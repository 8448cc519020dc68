//! Importers: bytes to a [`Document`].
//!
//! An importer never fails on a bad article: it returns a document with warnings. Errors are for what could not be
//! read at all.

pub mod plain;
pub mod source;

use crate::document::{Document, Meta};

/// Imports a plain text. `meta.source` names it; what the text itself says of title, byline and date is added.
pub fn plain(bytes: &[u8], meta: Meta) -> Document {
    plain::import(bytes, meta)
}
