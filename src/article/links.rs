//! Links: what in a text leads somewhere, and the notes that references lead to.
//!
//! Links that the author made are marks of the document. In plain text nobody makes any, so addresses that are written
//! out (`https://…`, `www.…`) count, too. A picture is a block that can be opened.

use std::borrow::Cow;

use crate::document::{BlockId, BlockKind, Document, MarkKind};
use crate::text::{Pos, Span};

/// Something in the text that leads somewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link<'a> {
    /// The words of it.
    pub span: Span,
    /// Where it leads.
    pub goal: Goal<'a>,
}

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Goal<'a> {
    /// A place in the document.
    Place(Pos),
    /// What the author wrote: a URL, a path.
    Written(Cow<'a, str>),
}

/// Which link or picture is meant, without anything of it: a value for views and screens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Aim {
    /// The link whose words begin there.
    Link(Pos),
    /// The picture of a block.
    Picture(BlockId),
}

/// The characters that an address which is written out does not end with.
const NOT_LAST: &[char] = &[
    '.', ',', ';', ':', '!', '?', '\'', '"', '”', '’', '»', '…', '*', '_',
];

/// How many bytes before a span an address that reaches into it may begin.
const LOOK_BACK: usize = 2048;

/// The links that overlap a span, in order of their starts. O(bytes of the span + marks in it).
pub fn links_in(document: &Document, span: Span) -> Vec<Link<'_>> {
    let mut links: Vec<_> = document
        .marks_in(span)
        .filter_map(|mark| {
            let goal = match &mark.kind {
                MarkKind::Link(target) => Goal::Written(Cow::Borrowed(target.as_str())),
                MarkKind::Jump(pos) => Goal::Place(*pos),
                MarkKind::Strong | MarkKind::Emphasis | MarkKind::Strike | MarkKind::Code => {
                    return None;
                }
            };
            Some(Link {
                span: mark.span,
                goal,
            })
        })
        .collect();
    let made: Vec<Span> = links.iter().map(|link| link.span).collect();
    for bare in written_out(document, span) {
        if !made.iter().any(|made| made.overlaps(bare.span)) {
            links.push(bare);
        }
    }
    links.sort_by_key(|link| (link.span.start, link.span.end));
    links.dedup_by_key(|link| link.span.start);
    links
}

/// The link whose words begin at a place.
pub fn link_at(document: &Document, pos: Pos) -> Option<Link<'_>> {
    let here = Span {
        start: pos,
        end: pos.plus(1),
    };
    links_in(document, here)
        .into_iter()
        .find(|link| link.span.start == pos)
}

/// The addresses that are written out in a span, or that reach into it.
fn written_out(document: &Document, span: Span) -> Vec<Link<'_>> {
    let text = document.text();
    let from = span.start.get();
    // An address has no white space: it begins at most a word before the span.
    let near = crate::text::floor_boundary(text, from.saturating_sub(LOOK_BACK));
    let before = text.get(near..from).unwrap_or_default();
    let start = before
        .rfind(char::is_whitespace)
        .map_or(near, |at| near + at);
    let end = span.end.get().min(text.len());
    let mut links = Vec::new();
    let mut at = start;
    while let Some(found) = next_address(text, at, end) {
        at = found.end.get();
        if found.overlaps(span) {
            let words = document.slice(found);
            let written = if words.starts_with("www.") {
                Cow::Owned(format!("https://{words}"))
            } else {
                Cow::Borrowed(words)
            };
            links.push(Link {
                span: found,
                goal: Goal::Written(written),
            });
        }
    }
    links
}

/// The first address that begins in `text[from..to]`.
fn next_address(text: &str, from: usize, to: usize) -> Option<Span> {
    let mut at = from;
    // An address that begins in the range may go on behind it.
    let until = crate::text::floor_boundary(text, to + 3);
    loop {
        let rest = text.get(at..until)?;
        let found = ["http", "www."]
            .iter()
            .filter_map(|head| memchr::memmem::find(rest.as_bytes(), head.as_bytes()))
            .min()?;
        let start = at + found;
        let whole = text.get(start..)?;
        at = start + 4;
        let known = ["http://", "https://", "www."];
        let Some(head) = known.iter().find(|head| whole.starts_with(**head)) else {
            continue;
        };
        let in_word = text
            .get(..start)
            .is_some_and(|before| before.ends_with(|c: char| c.is_alphanumeric()));
        let len = address_len(whole);
        let named = whole
            .get(head.len()..len)
            .is_some_and(|rest| rest.starts_with(|c: char| c.is_alphanumeric() || c == '['));
        if !in_word && named {
            return Some(Span::new(start, start + len));
        }
    }
}

/// How long the address at the start of `text` is, in bytes: up to white space or a character that ends it, without
/// the punctuation of the sentence and without a bracket that was opened before it.
fn address_len(text: &str) -> usize {
    let end = text
        .find(|c: char| c.is_whitespace() || c.is_control() || "<>\"“”«»`{}|\\^".contains(c))
        .unwrap_or(text.len());
    let mut address = text.get(..end).unwrap_or_default();
    loop {
        let trimmed = address.trim_end_matches(NOT_LAST);
        let unopened = [('(', ')'), ('[', ']')].iter().any(|&(open, close)| {
            trimmed.ends_with(close)
                && trimmed.matches(close).count() > trimmed.matches(open).count()
        });
        address = if unopened {
            trimmed.get(..trimmed.len() - 1).unwrap_or_default()
        } else {
            trimmed
        };
        if !unopened {
            return address.len();
        }
    }
}

/// The blocks of the note that a reference leads to: from its first block to one past its last. None where the link
/// is none to a note: what it leads to is no footnote, and it does not look like a reference (`[3]`, `*`) to a later
/// item either.
pub fn note_of(document: &Document, link: &Link<'_>) -> Option<std::ops::Range<usize>> {
    let Goal::Place(pos) = link.goal else {
        return None;
    };
    let first = document.block_at(pos)?;
    let from = document.block_at(link.span.start)?;
    let block = document.block(first)?;
    let goes_on = match &block.kind {
        BlockKind::Footnote { .. } if from != first => {
            continues as fn(&BlockKind, &BlockKind) -> bool
        }
        BlockKind::ListItem { .. } | BlockKind::Paragraph
            if from < first && is_reference(document.slice(link.span)) =>
        {
            continues
        }
        _ => return None,
    };
    let more = document
        .blocks()
        .iter()
        .skip(first.get() + 1)
        .take_while(|next| goes_on(&block.kind, &next.kind))
        .count();
    Some(first.get()..first.get() + 1 + more)
}

/// Whether a block goes on with the note that the other begins.
fn continues(first: &BlockKind, next: &BlockKind) -> bool {
    match (first, next) {
        (BlockKind::Footnote { label }, BlockKind::Footnote { label: next }) => {
            next.is_empty() || next == label
        }
        (
            BlockKind::ListItem { depth, .. },
            BlockKind::ListItem {
                depth: next,
                marker,
            },
        ) => marker.is_empty() && next == depth,
        _ => false,
    }
}

/// Whether the words of a link are those of a reference: a number, a letter or signs, in brackets or not.
fn is_reference(words: &str) -> bool {
    let bare = words.trim_matches(|c: char| c.is_whitespace() || "[]()".contains(c));
    let count = bare.chars().count();
    let is_number = bare
        .chars()
        .all(|c| c.is_ascii_digit() || "⁰¹²³⁴⁵⁶⁷⁸⁹".contains(c));
    let is_sign = bare.chars().all(|c| "*†‡§¶#".contains(c));
    let is_label = count <= 2 && words.contains('[');
    count > 0 && ((count <= 4 && (is_number || is_sign)) || is_label)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Builder;

    fn text(words: &str) -> Document {
        let mut builder = Builder::default();
        builder.push(words, None);
        builder.finish()
    }

    #[track_caller]
    fn check(words: &str, expect: &[&str]) {
        let document = text(words);
        let whole = Span::new(0, document.text().len());
        let links = links_in(&document, whole);
        let seen: Vec<_> = links.iter().map(|link| document.slice(link.span)).collect();
        assert_eq!(seen, expect);
    }

    #[test]
    fn addresses_that_are_written_out_are_links() {
        check(
            "See https://example.org/a_(b). Then",
            &["https://example.org/a_(b)"],
        );
        check(
            "(www.example.org, http://b.example!)",
            &["www.example.org", "http://b.example"],
        );
        check(
            "<https://a.example> “https://b.example/?x=1&y”",
            &["https://a.example", "https://b.example/?x=1&y"],
        );
        check("https:// http://. xhttps://a.example httpd www. no", &[]);
    }

    #[test]
    fn an_address_that_begins_before_the_span_is_one_link() {
        let document = text("word https://example.org/long/path and");
        let links = links_in(&document, Span::new(20, 25));
        assert_eq!(links.len(), 1);
        assert_eq!(
            document.slice(links[0].span),
            "https://example.org/long/path"
        );
        assert_eq!(link_at(&document, Pos(5)), links.first().cloned());
        assert_eq!(link_at(&document, Pos(6)), None);
    }

    #[test]
    fn references_are_numbers_letters_and_signs() {
        for (words, expect) in [
            ("[12]", true),
            ("*", true),
            ("³", true),
            ("[a]", true),
            ("a", false),
            ("1990s", false),
            ("see", false),
        ] {
            assert_eq!(is_reference(words), expect, "{words}");
        }
    }
}
