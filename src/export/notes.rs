//! The reader's highlights and notes, for a report (Markdown) and for programs (JSON).

use std::fmt::Write as _;

use jiff::Timestamp;
use serde_json::{Value as Json, json};

use super::Sheet;
use super::markdown::escape;
use super::sheet::one_line;
use crate::article::citation;
use crate::document::BlockKind;
use crate::store::Note;
use crate::text::Span;

/// The notes of one article, with the article where it can be read.
#[derive(Debug)]
pub struct Notebook<'a> {
    /// The title of the article; empty where it has none.
    pub title: &'a str,
    /// Where it came from, as it is shown.
    pub source: &'a str,
    /// The article.
    pub sheet: Option<Sheet<'a>>,
    /// What was noted, in any order.
    pub notes: &'a [Note],
}

impl<'a> Notebook<'a> {
    /// The notes in the order of the text, each with where its words stand now; those that are lost come last.
    fn placed(&self) -> Vec<(&'a Note, Option<Span>)> {
        let find = |note: &Note| {
            note.anchor
                .find(&self.sheet.as_ref()?.article.document)
                .span()
        };
        let mut placed: Vec<_> = self.notes.iter().map(|note| (note, find(note))).collect();
        placed.sort_by_key(|(note, span)| (span.is_none(), *span, note.anchor.pos, note.made));
        placed
    }

    /// What the article is called.
    fn name(&self) -> &'a str {
        if self.title.is_empty() {
            self.source
        } else {
            self.title
        }
    }
}

/// Notes as Markdown: for each the quotation, the note, and the line that says where the words stand.
pub fn notes(book: &Notebook<'_>) -> String {
    let mut out = format!("# Notes on {}\n", escape(&one_line(book.name())));
    for (note, span) in book.placed() {
        out.push('\n');
        for (i, part) in quoted(book, note, span).iter().enumerate() {
            // Writing to a string cannot fail.
            let _ = writeln!(out, "{}> {}", if i > 0 { ">\n" } else { "" }, line(part));
        }
        if !note.text.is_empty() {
            let _ = writeln!(out, "\n{}", line(&note.text));
        }
        let _ = writeln!(out, "\n— {}", escape(&cited(book, span)));
    }
    out
}

/// Words that begin a line: escaped, and taken neither for a heading nor for a list.
fn line(words: &str) -> String {
    let words = escape(words);
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    let after = words.as_bytes().get(digits).copied().unwrap_or_default();
    match (digits, after) {
        (0, b'#' | b'>' | b'-' | b'+' | b'=') => format!("\\{words}"),
        (1.., b'.' | b')') => {
            let (number, rest) = words.split_at_checked(digits).unwrap_or((&words, ""));
            format!("{number}\\{rest}")
        }
        _ => words,
    }
}

/// Notes as one JSON object. Fields are only added within a `schema` number; offsets are bytes of the text, null for
/// words that are no longer in it.
pub fn notes_json(book: &Notebook<'_>) -> Json {
    let notes = book.placed().into_iter().map(|(note, span)| {
        let place = span.and_then(|s| book.sheet.as_ref()?.place(s.start));
        let section = span
            .zip(book.sheet.as_ref())
            .map(|(span, sheet)| sheet.section(sheet.article.document.section_at(span.start)));
        let made = Timestamp::from_millisecond(note.made).ok();
        json!({
            "quote": quoted(book, note, span).join("\n\n"),
            "note": note.text,
            "colour": note.ink.name(),
            "section": section,
            "line": place.map(|p| p.line),
            "column": place.map(|p| p.column),
            "span": span,
            "citation": cited(book, span),
            "made": made.map(|m| m.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()),
        })
    });
    let notes: Vec<Json> = notes.collect();
    json!({"schema": 1, "title": book.title, "source": book.source, "notes": notes})
}

/// The words of a note, a string for each paragraph that they run through; without what was hidden as no part of the
/// article.
fn quoted(book: &Notebook<'_>, note: &Note, span: Option<Span>) -> Vec<String> {
    let (Some(span), Some(sheet)) = (span, &book.sheet) else {
        let parts = note.anchor.exact.split("\n\n").map(one_line);
        return parts.filter(|part| !part.is_empty()).collect();
    };
    let document = &sheet.article.document;
    let first = document
        .blocks()
        .partition_point(|b| b.span.end <= span.start);
    let blocks = document.blocks().get(first..).unwrap_or_default();
    let blocks = blocks.iter().take_while(|b| b.span.start < span.end);
    let all: Vec<_> = blocks
        .filter_map(|b| Some((&b.kind, b.span.intersection(span)?)))
        .collect();
    let is_article = |kind: &BlockKind| *kind != BlockKind::Boilerplate;
    let all_hidden = !all.iter().any(|(kind, _)| is_article(kind));
    let shown = all
        .iter()
        .filter(|(kind, _)| all_hidden || is_article(kind));
    shown
        .map(|(_, span)| sheet.words(*span))
        .filter(|part| !part.is_empty())
        .collect()
}

/// Where the words stand.
fn cited(book: &Notebook<'_>, span: Option<Span>) -> String {
    match (&book.sheet, span) {
        (Some(sheet), Some(span)) => citation(sheet.article, span.start),
        (sheet, _) => {
            let mut parts = vec![one_line(book.title), one_line(book.source)];
            parts.retain(|part| !part.is_empty());
            parts.dedup();
            let why = if sheet.is_some() {
                " (these words are no longer in the text)"
            } else {
                ""
            };
            format!("{}{why}", parts.join(", "))
        }
    }
}
