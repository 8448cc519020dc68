//! What is read again is what was read.

use crate::document::{BlockKind, Builder, Document};
use crate::facts::analyse;

/// A heading and paragraphs whose tokens depend on what stands before them.
fn document() -> Document {
    let mut builder = Builder::default();
    let blocks = [
        (
            BlockKind::Heading { level: 1 },
            "The troops' pay: a U.S.-led plan",
        ),
        (
            BlockKind::Paragraph,
            "Iraq's council said ‘no\u{200b}body left’ at 10:30 p.m. on Friday... The boys' coach, 41, was there.",
        ),
        (
            BlockKind::Paragraph,
            "“It cost $1.2bn,” she said.It did. 约2500名士兵。他们走了。 The end of the year's plan",
        ),
    ];
    for (kind, words) in blocks {
        builder.open(kind, None);
        builder.push(words, None);
        builder.close();
    }
    builder.finish()
}

#[test]
fn tokens_of_any_stretch_are_read_again_as_they_were_read() {
    let document = document();
    let analysis = analyse(&document, None);
    let tokens = &analysis.tokens;
    assert!(tokens.len() > 50);
    for from in 0..tokens.len() {
        for to in from..tokens.len() {
            let span = tokens[from].span().to(tokens[to].span());
            assert_eq!(
                analysis.tokens_in(span),
                tokens[from..=to],
                "{:?}",
                analysis.slice(span)
            );
        }
    }
}

#[test]
fn a_stretch_that_ends_inside_a_token_ends_before_it() {
    let document = document();
    let analysis = analyse(&document, None);
    let (first, second) = (analysis.tokens[0].span(), analysis.tokens[1].span());
    for end in first.end.get()..second.end.get() {
        let span = crate::text::Span::new(first.start.get(), end);
        assert_eq!(analysis.tokens_in(span), analysis.tokens[..1]);
    }
}
