//! Books: EPUB 2 and 3.

use super::ImportError;
use crate::document::{Document, Meta};

/// Imports a book.
pub(super) fn import(_bytes: &[u8], meta: Meta) -> Result<Document, ImportError> {
    Err(ImportError::Damaged {
        name: meta.source,
        what: "book",
    })
}

/// The path in the book that a link from a file leads to; addresses outside the book stay as they are.
pub(super) fn resolve(_path: &str, href: &str) -> String {
    href.to_owned()
}
