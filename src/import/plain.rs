//! Plain text, as it is copied off a web page, wrapped by hand, or taken from a book or a memo, to a [`Document`].
//!
//! The stages, each in a file of its own: bytes to characters (`decode`), characters to lines (`line`), the style of the whole from its
//! beginning (`style`), lines to units (`split`, with `wrap`, `list`, `code`, `mark`), units to labels (`label`, with `phrase`,
//! `front`, `heading`, `book`), units to blocks (`emit`).
//!
//! Invariant: everything readable is shown: it is in the text in its order, in the marker of a list item, or it was an
//! underline, a `>`, a `#` or a fence. What the text is depends on the first 64 KiB and on the lines near each place
//! only, so that the beginning of a long text gives the same text on its own; what a block is called may depend on
//! the whole. Deliberately absent: inline marks (`*so*`), links, tables with cells.

mod book;
mod code;
mod date;
mod decode;
mod emit;
mod front;
mod heading;
mod label;
mod line;
mod list;
mod mark;
mod page;
mod phrase;
mod split;
mod style;
mod unit;
mod wrap;

use decode::Source;
use style::Style;
use unit::Page;

use crate::document::{Builder, Document, Meta};

/// Imports a plain text. `meta` may be given in part; what the text says of title, byline and date fills its gaps.
/// O(bytes).
pub fn import(bytes: &[u8], mut meta: Meta) -> Document {
    let source = Source::read(bytes);
    let mut lines = line::scan(&source.text);
    let style = Style::of(&source, &lines);
    let units = split::units(&source.text, &mut lines, style);
    let mut page = Page {
        text: &source.text,
        lines: &lines,
        units,
    };
    label::run(&mut page, style, &mut meta);
    let mut builder = Builder::default();
    builder.meta = meta;
    if let Some(warning) = &source.warning {
        builder.warn(warning.as_str());
    }
    emit::run(&source, &page, &mut builder);
    builder.finish()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::Span;

    /// The text without white space and without what importing may turn into something else.
    fn bare(text: &str) -> String {
        text.chars().filter(|c| c.is_alphanumeric()).collect()
    }

    /// What a document shows: the text with the markers of its lists where they stand.
    fn shown(doc: &Document) -> String {
        let mut out = String::new();
        for block in doc.blocks() {
            if let crate::document::BlockKind::ListItem { marker, .. } = &block.kind {
                out.push_str(marker);
            }
            if let crate::document::BlockKind::Code {
                language: Some(name),
            } = &block.kind
            {
                out.push_str(name);
            }
            out.push_str(doc.slice(block.span));
        }
        out
    }

    #[track_caller]
    fn promises(bytes: &[u8]) {
        let doc = import(bytes, Meta::default());
        let mut at = 0;
        for block in doc.blocks() {
            assert!(block.span.start.get() >= at && block.span.end.get() <= doc.text().len());
            assert!(doc.text().is_char_boundary(block.span.start.get()));
            at = block.span.end.get();
        }
        let Ok(text) = std::str::from_utf8(bytes) else {
            return;
        };
        let clean =
            !text.contains(|c: char| c.is_control() && !matches!(c, '\n' | '\t' | '\r' | '\u{c}'));
        if clean && !text.contains(['\u{85}', '\u{feff}']) {
            assert_eq!(bare(&shown(&doc)), bare(text), "lost or out of order");
            for (i, c) in doc
                .text()
                .char_indices()
                .filter(|(_, c)| !c.is_whitespace())
            {
                let place = doc
                    .origin()
                    .span(Span::new(i, i + c.len_utf8()))
                    .map(Span::range);
                assert_eq!(
                    place.and_then(|p| text.get(p)),
                    Some(&*c.to_string()),
                    "at {i}"
                );
            }
        }
    }

    /// Lines of the kinds that the importer tells apart.
    fn lines() -> impl Strategy<Value = String> {
        let line = prop_oneof![
            "[A-Z][a-z]{2,8}( [A-Za-z]{1,9}){0,14}[.?!:]?",
            "[ ]{0,8}[-*•] [a-z]{1,9}( [a-z]{1,9}){0,6}",
            "[ ]{0,3}[1-4a-cixIVX]{1,2}[.)] [A-Z][a-z]{1,9}( [a-z]{1,9}){0,6}",
            "[-=~]{3,30}|> [a-z ]{1,20}|#{1,3} [A-Z][a-z]{1,9}|```[a-z]{0,4}",
            "[ \t]{0,9}[a-z =;(){}|]{1,30}",
            "\\*\\*\\* START OF THIS|CHAPTER [IVX]{1,3}|Leave a Reply|By Ada Example|Title: A Book",
            "",
        ];
        prop::collection::vec(
            (line, prop_oneof!["\n", "\r\n", "\r", "\n\n", "\n\u{c}\n"]),
            0..24,
        )
        .prop_map(|v| v.into_iter().flat_map(|(a, b)| [a, b]).collect())
    }

    proptest! {
        #[test]
        fn any_bytes_keep_the_promises(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
            promises(&bytes);
        }

        #[test]
        fn any_text_keeps_the_promises(text in "\\PC{0,200}(\n\\PC{0,80}){0,6}") {
            promises(text.as_bytes());
        }

        #[test]
        fn lines_of_every_kind_keep_the_promises(text in lines()) {
            promises(text.as_bytes());
        }
    }
}
