//! Markdown.
use crate::document::{Builder, Document, Meta};
/// Imports.
pub(super) fn import(text: &str, meta: Meta, warning: Option<String>) -> Document {
    let mut b = Builder::new(meta);
    if let Some(w) = warning {
        b.warn(w);
    }
    b.push(text, None);
    b.finish()
}
