//! Where a position of the text came from in the input file.
//!
//! A sorted list of runs: within a run, text and source advance byte by byte together. Joined lines, replaced bytes
//! and dropped markers begin new runs. Memory: 8 bytes a run.

use crate::text::{Pos, Span};

/// The way back from text offsets to offsets in the input file, both in bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    /// (start in the text, start in the source), ascending in both.
    runs: Vec<(u32, u32)>,
    /// End of what is known: (text, source).
    end: (u32, u32),
}

impl Origin {
    /// Notes that the text from `text` on stands at `source` in the file, for `text_len` and `source_len` bytes.
    pub(super) fn note(&mut self, text: Pos, source: u32, text_len: u32, source_len: u32) {
        let continues = self.runs.last().is_some_and(|&(t, s)| {
            self.end.0 == text.0
                && source.checked_sub(s) == text.0.checked_sub(t)
                && self.end.1 <= source
        });
        if !continues {
            self.runs.push((text.0, source));
        }
        self.end = (
            text.0.saturating_add(text_len),
            source.saturating_add(source_len),
        );
    }

    /// Makes the source another one, from which it was decoded: see [`super::Document::relocate`].
    pub(super) fn relocate(&mut self, places: &[(u32, u32)]) {
        let old = std::mem::take(&mut self.runs);
        let there = |at: u32| {
            let next = places.partition_point(|&(here, _)| here <= at);
            let &(here, there) = next.checked_sub(1).and_then(|i| places.get(i))?;
            Some(there.saturating_add(at.saturating_sub(here)))
        };
        for (i, &(text, source)) in old.iter().enumerate() {
            let (text_end, source_end) = old.get(i + 1).copied().unwrap_or(self.end);
            self.runs.extend(there(source).map(|there| (text, there)));
            let first = places.partition_point(|&(here, _)| here <= source);
            for &(here, there) in places.get(first..).unwrap_or_default() {
                let at = text.saturating_add(here.saturating_sub(source));
                if here >= source_end || at >= text_end {
                    break;
                }
                self.runs.push((at, there));
            }
        }
        self.end.1 = there(self.end.1).unwrap_or(self.end.1);
    }

    /// Whether nothing is known, as for formats whose text is not a part of the file.
    pub fn is_empty(&self) -> bool {
        self.runs.is_empty()
    }

    /// The offset in the source of the character at `pos`, in bytes. O(log runs).
    pub fn offset(&self, pos: Pos) -> Option<usize> {
        let next = self.runs.partition_point(|&(t, _)| t <= pos.0);
        let &(text, source) = self.runs.get(next.checked_sub(1)?)?;
        let limit = self
            .runs
            .get(next)
            .map_or(self.end.1, |&(_, s)| s.max(source));
        Some(source.saturating_add(pos.0.saturating_sub(text)).min(limit) as usize)
    }

    /// The text at a byte offset of the source, or the next text after it. O(log runs).
    pub fn find(&self, source: usize) -> Option<Pos> {
        let next = self.runs.partition_point(|&(_, s)| s as usize <= source);
        let Some(&(text, start)) = next.checked_sub(1).and_then(|i| self.runs.get(i)) else {
            return self.runs.first().map(|&(t, _)| Pos(t));
        };
        let limit = self.runs.get(next).map_or(self.end.0, |&(t, _)| t);
        Some(Pos::new(
            (text as usize + source - start as usize).min(limit as usize),
        ))
    }

    /// The source of a span: from the source of its first byte to one past that of its last. O(log runs).
    /// Both ends lie on characters of the source when those of the span do in the text.
    pub fn span(&self, span: Span) -> Option<Span> {
        let start = self.offset(span.start)?;
        if span.is_empty() {
            return Some(Span::new(start, start));
        }
        let last = span.end.get().saturating_sub(1);
        let next = self.runs.partition_point(|&(t, _)| t as usize <= last);
        let &(text, source) = self.runs.get(next.checked_sub(1)?)?;
        let limit = self
            .runs
            .get(next)
            .map_or(self.end.1, |&(_, s)| s.max(source)) as usize;
        let end = (source as usize + (span.end.get() - text as usize)).min(limit);
        Some(Span::new(start, end))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn joined_lines_and_replaced_bytes_lead_back() {
        let mut origin = Origin::default();
        origin.note(Pos(0), 4, 3, 3); // "abc" after a dropped "1.  "
        origin.note(Pos(3), 7, 1, 2); // " " for CR LF
        origin.note(Pos(4), 9, 3, 3); // "def"
        origin.note(Pos(7), 12, 3, 1); // a three-byte picture of one control byte
        origin.note(Pos(10), 13, 1, 1);
        let source = |a, b| origin.span(Span::new(a, b)).map(Span::range);
        assert_eq!(source(0, 3), Some(4..7));
        assert_eq!(source(0, 7), Some(4..12));
        assert_eq!(source(7, 10), Some(12..13));
        assert_eq!(source(10, 11), Some(13..14));
        assert_eq!(origin.offset(Pos(5)), Some(10));
        assert_eq!(
            [0, 4, 8, 10, 99].map(|s| origin.find(s)),
            [0, 0, 4, 5, 11].map(|p| Some(Pos(p)))
        );
    }

    #[test]
    fn a_source_that_was_decoded_leads_back_to_its_bytes() {
        let mut origin = Origin::default();
        // "é b" and, after a dropped marker, "è", in a text of two bytes a letter; in the file each has one.
        origin.note(Pos(0), 0, 4, 4);
        origin.note(Pos(4), 6, 2, 2);
        origin.relocate(&[(0, 0), (2, 1), (6, 5), (8, 6)]);
        let source = |a, b| origin.span(Span::new(a, b)).map(Span::range);
        assert_eq!(source(0, 2), Some(0..1));
        assert_eq!(source(2, 4), Some(1..3));
        assert_eq!(source(4, 6), Some(5..6));
    }

    #[test]
    fn an_unknown_origin_says_so() {
        assert_eq!(Origin::default().span(Span::new(0, 1)), None);
    }
}
