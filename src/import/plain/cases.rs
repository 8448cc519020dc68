//! What each kind of text becomes, as tables of input and outline.

mod articles;
mod blocks;
mod books;
mod heads;

use super::import;
use crate::document::{BlockKind, Document, Meta};

/// Reads a text with nothing known of it.
fn read(input: &str) -> Document {
    import(input.as_bytes(), Meta::default())
}

/// One line for each block: what it is, and its text with `/` for line breaks.
fn outline(doc: &Document) -> Vec<String> {
    doc.blocks()
        .iter()
        .map(|b| {
            let text = doc.slice(b.span).replace('\n', "/");
            match &b.kind {
                BlockKind::Heading { level } => format!("h{level}: {text}"),
                BlockKind::Paragraph => format!("p: {text}"),
                BlockKind::ListItem { depth, marker } => format!("li{depth} {marker}: {text}"),
                BlockKind::Quotation { depth } => format!("q{depth}: {text}"),
                BlockKind::Code { language } => match language {
                    Some(name) => format!("code {name}: {text}"),
                    None => format!("code: {text}"),
                },
                BlockKind::Boilerplate => format!("x: {text}"),
                kind => format!("{}: {text}", kind.name()),
            }
        })
        .collect()
}

/// Checks the outline of a text.
#[track_caller]
fn check(input: &str, expected: &[&str]) {
    assert_eq!(outline(&read(input)), expected);
}
