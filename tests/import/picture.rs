//! A document as text that people can read and compare, and what must hold of every document.

use std::fmt::Write;

use nutgraf::document::{BlockKind, Document, MarkKind};
use nutgraf::text::Pos;

/// One line a block, its marks in brackets after it.
pub(super) fn picture(doc: &Document) -> String {
    let mut out = String::new();
    let meta = doc.meta();
    let _ = writeln!(out, "title: {}", meta.title);
    for (name, value) in [
        ("byline", meta.byline.clone()),
        ("published", meta.published.map(|d| d.to_string())),
        ("site", meta.site.clone()),
        ("language", meta.language.clone()),
    ] {
        if let Some(value) = value {
            let _ = writeln!(out, "{name}: {value}");
        }
    }
    for warning in doc.warnings() {
        let _ = writeln!(out, "! {warning}");
    }
    out.push('\n');
    for block in doc.blocks() {
        let sign = match &block.kind {
            BlockKind::Heading { level } => "#".repeat(usize::from(*level)),
            BlockKind::Paragraph => "p".to_owned(),
            BlockKind::ListItem { depth, marker } => {
                format!("{}{marker}", "  ".repeat(usize::from(*depth)))
            }
            BlockKind::Quotation { depth } => ">".repeat(usize::from(*depth) + 1),
            BlockKind::Code { language } => {
                format!("code({})", language.as_deref().unwrap_or_default())
            }
            BlockKind::Table { header_rows, .. } => format!("table({header_rows})"),
            BlockKind::Image { target, alt, .. } => format!("image({target}, {alt})"),
            BlockKind::Rule => "rule".to_owned(),
            BlockKind::Footnote { label } => format!("note({label})"),
            BlockKind::Boilerplate => "folded".to_owned(),
        };
        let text = doc
            .slice(block.span)
            .replace('\n', " ⏎ ")
            .replace('\t', " ⇥ ");
        let _ = write!(out, "{sign} {text}");
        for mark in doc.marks_in(block.span) {
            let what = match &mark.kind {
                MarkKind::Strong => "strong".to_owned(),
                MarkKind::Emphasis => "emphasis".to_owned(),
                MarkKind::Strike => "strike".to_owned(),
                MarkKind::Code => "code".to_owned(),
                MarkKind::Link(target) => format!("-> {target}"),
                MarkKind::Jump(pos) => format!("=> {}", first_words(doc, *pos)),
            };
            let _ = write!(
                out,
                " [{}: {what}]",
                doc.slice(mark.span).replace('\n', " ")
            );
        }
        out.push('\n');
    }
    out
}

/// The first two words at a place.
fn first_words(doc: &Document, pos: Pos) -> String {
    let rest = doc.text().get(pos.get()..).unwrap_or("?");
    rest.split_whitespace()
        .take(2)
        .collect::<Vec<_>>()
        .join(" ")
}

/// What holds of every document, whatever it was made of.
#[track_caller]
pub(super) fn sound(doc: &Document) {
    let text = doc.text();
    assert!(
        !text
            .chars()
            .any(|c| c.is_control() && c != '\n' && c != '\t'),
        "a control character"
    );
    assert!(
        !text
            .chars()
            .any(|c| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')),
        "a bidi control"
    );
    let mut end = 0;
    for block in doc.blocks() {
        let range = block.span.range();
        assert!(
            range.start >= end && range.end <= text.len(),
            "blocks in order"
        );
        assert!(text.is_char_boundary(range.start) && text.is_char_boundary(range.end));
        end = range.end;
    }
    for mark in doc.marks() {
        assert!(!doc.slice(mark.span).is_empty(), "a mark on text");
        if let MarkKind::Jump(pos) = mark.kind {
            assert!(
                text.is_char_boundary(pos.get()),
                "a jump to a place in the text"
            );
        }
    }
    let mut end = 0;
    for section in doc.outline().sections() {
        assert_eq!(section.span.start.get(), end, "sections cover the text");
        end = section.span.end.get();
    }
    assert_eq!(end, text.len(), "sections cover the text");
    for line in [
        Some(&doc.meta().title),
        doc.meta().byline.as_ref(),
        doc.meta().site.as_ref(),
    ]
    .into_iter()
    .flatten()
    {
        assert!(!line.chars().any(char::is_control), "a clean line");
    }
}
