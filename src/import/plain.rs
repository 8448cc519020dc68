//! Plain text, as it is copied off a web page or wrapped by hand, to a [`Document`].

use crate::document::{BlockKind, Builder, Document, Meta};

/// Imports a plain text.
pub fn import(bytes: &[u8], meta: Meta) -> Document {
    let text = String::from_utf8_lossy(bytes);
    let mut builder = Builder::default();
    builder.meta = meta;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        builder.open(BlockKind::Paragraph, None);
        builder.push(line, Some(at));
        at += line.len();
    }
    builder.finish()
}
