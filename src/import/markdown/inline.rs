//! What stands inside blocks: text and where it is from, marks, images.

use std::ops::Range;

use pulldown_cmark::BlockQuoteKind;

use super::{Heading, Writer, badge};
use crate::document::{BlockKind, MarkKind};
use crate::text::Span;

impl Writer<'_> {
    /// Adds text that stands at `range`.
    pub(super) fn push(&mut self, text: &str, range: Range<usize>) {
        if let Some((.., alt)) = &mut self.alt {
            alt.push_str(text);
            return;
        }
        if self.is_between_badges(text) {
            return;
        }
        if let Some(heading) = &mut self.heading {
            heading.words.push_str(text);
        }
        self.ensure_open(range.start);
        self.extend(range.end);
        if text.len() != range.len() {
            self.builder.push_for(text, range);
            return;
        }
        // Tabs go to the next multiple of four columns, so that code keeps its shape.
        let mut at = range.start;
        for part in text.split_inclusive(['\t', '\n']) {
            let words = part.trim_end_matches('\t');
            self.builder.push(words, Some(at));
            self.column += words.chars().count();
            if words.len() < part.len() {
                let step = 4 - self.column % 4;
                let tab = at + words.len()..at + part.len();
                self.builder.push_for(&" ".repeat(step), tab);
                self.column += step;
            } else if part.ends_with('\n') {
                self.column = 0;
            }
            at += part.len();
        }
    }

    /// Adds text that stands for what is at `range`.
    pub(super) fn push_for(&mut self, text: &str, range: Range<usize>) {
        if let Some((.., alt)) = &mut self.alt {
            alt.push(' ');
            return;
        }
        if self.is_between_badges(text) {
            return;
        }
        if let Some(heading) = &mut self.heading {
            heading.words.push_str(text);
        }
        self.ensure_open(range.start);
        self.extend(range.end);
        self.builder.push_for(text, range);
    }

    pub(super) fn extend(&mut self, end: usize) {
        if let Some(begun) = &mut self.begun {
            begun.end = begun.end.max(end);
        }
    }

    pub(super) fn open_mark(&mut self, kind: MarkKind, at: usize) {
        if self.alt.is_none() {
            self.ensure_open(at);
        }
        self.marks.push((self.builder.here(), kind));
    }

    pub(super) fn close_mark(&mut self) {
        if let Some((from, kind)) = self.marks.pop()
            && self.alt.is_none()
        {
            self.builder.mark(kind, from);
        }
    }

    /// Code in a sentence: its text without the backticks around it.
    pub(super) fn code(&mut self, code: &str, range: Range<usize>) {
        let source = self.text.get(range.clone()).unwrap_or_default();
        let ticks = source.len() - source.trim_start_matches(['`', '$']).len();
        let inner = source.len().saturating_sub(ticks * 2);
        self.open_mark(MarkKind::Code, range.start);
        let pad = inner.saturating_sub(code.len()) / 2;
        if inner == code.len() || inner == code.len() + 2 {
            let start = range.start + ticks + pad;
            self.push(code, start..start + code.len());
        } else {
            self.push_for(code, range.clone());
        }
        self.close_mark();
        self.extend(range.end);
    }

    /// The word at the head of a note, a tip, a warning.
    pub(super) fn alert(&mut self, alert: BlockQuoteKind, at: usize) {
        let word = match alert {
            BlockQuoteKind::Note => "Note",
            BlockQuoteKind::Tip => "Tip",
            BlockQuoteKind::Important => "Important",
            BlockQuoteKind::Warning => "Warning",
            BlockQuoteKind::Caution => "Caution",
        };
        let rest = self.text.get(at..).unwrap_or_default();
        let Some(start) = rest.find("[!").map(|open| at + open) else {
            return;
        };
        self.open_mark(MarkKind::Strong, start);
        self.push_for(word, start..start + word.len() + "[!]".len());
        self.close_mark();
        self.close();
    }

    /// A reference to a footnote: its label in brackets, as a jump.
    pub(super) fn reference(&mut self, label: &str, range: Range<usize>) {
        self.open_mark(MarkKind::Link(format!("#fn:{label}")), range.start);
        self.push_for(&format!("[{label}]"), range);
        self.close_mark();
    }

    pub(super) fn end_heading(&mut self) {
        let shows = self.heading.as_mut().and_then(|h| {
            let shows = h.shows.take();
            shows.filter(|_| h.words.trim().is_empty())
        });
        if let Some((words, range)) = shows {
            self.push_for(&words, range);
        }
        let heading = self.heading.take();
        self.close();
        let Some(Heading { id, words, .. }) = heading.filter(|h| !h.words.trim().is_empty()) else {
            return;
        };
        let title = words.split_whitespace().collect::<Vec<_>>().join(" ");
        if let Some(start) = self.builder.last_start() {
            let slug = self.slugs.next(&title);
            self.builder.anchor_at(format!("#{slug}"), start);
            if let Some(id) = id {
                self.builder.anchor_at(format!("#{id}"), start);
            }
        }
    }

    /// An image waits for the end of its paragraph.
    pub(super) fn end_image(&mut self, range: Range<usize>) {
        let Some((target, title, alt)) = self.alt.take() else {
            return;
        };
        let source = Span::new(range.start, range.end);
        self.extend(range.end);
        let alt = alt.split_whitespace().collect::<Vec<_>>().join(" ");
        if badge::is_badge(&target, self.is_badge_near()) {
            self.badge(&target, alt, source);
            return;
        }
        if let Some(heading) = &mut self.heading
            && heading.shows.is_none()
            && !alt.is_empty()
        {
            heading.shows = Some((alt.clone(), range));
        }
        let kind = BlockKind::Image {
            target,
            alt,
            size: None,
        };
        if self.begun.is_some() || self.heading.is_some() {
            self.images.push((kind, title, source));
        } else {
            self.fold_badges();
            self.builder.open(kind, Some(source));
            self.builder.push(&title, None);
            self.builder.close();
        }
    }
}
