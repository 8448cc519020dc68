//! What holds for any input, tried on arbitrary bytes and on lines of every kind.

use proptest::prelude::*;

use super::import;
use crate::document::{Document, Meta};
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

    #[test]
    fn the_beginning_of_a_long_text_reads_the_same_alone(text in prop::collection::vec(lines(), 1..6)) {
        // Lists look some lines ahead for their next item: these stand between.
        let after = "Words that are no item of a list stand here.\n\n".repeat(40);
        // A fence may look far ahead for its end; all else looks at the lines near it.
        // Longer than the sample that decides on the style, so that both see the same one.
        let front = "A plain paragraph of words that is set on a single line of its own.\n\n".repeat(1000);
        let rest: Vec<String> = text
            .iter()
            .map(|t| t.replace("```", "").replace("~~~", ""))
            .collect();
        let rest = rest.join("\n\nA closing paragraph stands here for good measure.\n\n");
        let whole = import(format!("{front}{rest}\n\n{after}{rest}").as_bytes(), Meta::default());
        let part = import(format!("{front}{rest}\n\n{after}").as_bytes(), Meta::default());
        let last = part.blocks().last().map_or(0, |b| b.span.start.get());
        prop_assert_eq!(part.text().get(..last), whole.text().get(..last));
    }
}

#[test]
fn the_language_of_code_in_the_head_of_a_book_is_kept() {
    promises(b"```a\nAaa\n```\n*** START OF THIS\n");
}

#[test]
fn an_item_that_is_folded_keeps_its_mark() {
    promises(b"1. Share this\n2. Share this\n");
}
