//! The one ruler: places and ranges in a text, in bytes.
//!
//! A [`Document`](crate::document::Document) owns one `String`. Everything found in it (blocks, sections, sentences,
//! facts, hits, the reading position) is a [`Pos`] or a [`Span`] into that string. Offsets are `u32` and lie on
//! character boundaries; a text past 4 GiB is refused at import. Slicing here never panics: a span that does not fit
//! gives the empty string, so that a stale position can do no harm.

pub mod step;

use std::fmt;
use std::ops::Range;

use serde::Serialize;

/// A place in a text: a byte offset on a character boundary.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Pos(pub u32);

impl Pos {
    /// A position from a byte offset. Offsets past 4 GiB stick at the end of the range.
    pub fn new(offset: usize) -> Self {
        Self(u32::try_from(offset).unwrap_or(u32::MAX))
    }

    /// The offset in bytes.
    pub const fn get(self) -> usize {
        self.0 as usize
    }

    /// The position `bytes` further on.
    #[must_use]
    pub fn plus(self, bytes: usize) -> Self {
        Self::new(self.get().saturating_add(bytes))
    }
}

/// A half-open range of bytes `[start, end)` in a text.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Span {
    /// The first byte.
    pub start: Pos,
    /// One past the last byte.
    pub end: Pos,
}

impl Span {
    /// The span between two byte offsets; an end before the start gives an empty span at the start.
    pub fn new(start: usize, end: usize) -> Self {
        Self {
            start: Pos::new(start),
            end: Pos::new(end.max(start)),
        }
    }

    /// The empty span at a position.
    pub const fn at(pos: Pos) -> Self {
        Self {
            start: pos,
            end: pos,
        }
    }

    /// The span from the start of one to the end of the other.
    #[must_use]
    pub fn to(self, other: Self) -> Self {
        Self {
            start: self.start.min(other.start),
            end: self.end.max(other.end),
        }
    }

    /// The length in bytes.
    pub fn len(self) -> usize {
        self.end.get().saturating_sub(self.start.get())
    }

    /// Whether it holds no byte.
    pub fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// Whether the position lies in it (the end does not).
    pub fn contains(self, pos: Pos) -> bool {
        self.start <= pos && pos < self.end
    }

    /// Whether the other span lies wholly in it.
    pub fn covers(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share a byte.
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The bytes that both have, if any.
    pub fn intersection(self, other: Self) -> Option<Self> {
        let cut = Self {
            start: self.start.max(other.start),
            end: self.end.min(other.end),
        };
        (!cut.is_empty()).then_some(cut)
    }

    /// The range of bytes, for indexing.
    pub fn range(self) -> Range<usize> {
        self.start.get()..self.end.get()
    }

    /// The slice of `text`, or the empty string where the span does not fit it.
    #[inline]
    pub fn slice(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or_default()
    }

    /// The span without white space at its ends.
    #[must_use]
    pub fn trim(self, text: &str) -> Self {
        let slice = self.slice(text);
        let front = slice.len() - slice.trim_start().len();
        Self::new(
            self.start.get() + front,
            self.start.get() + front + slice.trim().len(),
        )
    }
}

impl fmt::Debug for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start.0, self.end.0)
    }
}

/// The largest character boundary of `text` that is not after `offset` (bytes).
pub fn floor_boundary(text: &str, offset: usize) -> usize {
    text.floor_char_boundary(offset.min(text.len()))
}

/// How many bytes at the front are all of a kind: whole chunks, which the processor looks at as one where `fits` is a
/// few comparisons, then byte by byte. O(bytes).
pub(crate) fn front(bytes: &[u8], fits: impl Fn(u8) -> bool) -> usize {
    const CHUNK: usize = 16;
    let mut done = 0;
    for chunk in bytes.chunks_exact(CHUNK) {
        let mut others: u8 = 0;
        for byte in chunk {
            others |= u8::from(!fits(*byte));
        }
        if others > 0 {
            break;
        }
        done += CHUNK;
    }
    let rest = bytes.get(done..).unwrap_or_default();
    let more = rest.iter().position(|byte| !fits(*byte));
    done + more.unwrap_or(rest.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_that_does_not_fit_slices_to_nothing() {
        assert_eq!(Span::new(0, 3).slice("é"), "");
        assert_eq!(Span::new(1, 2).slice("é"), "");
        assert_eq!(Span::new(0, 2).slice("é"), "é");
    }

    #[test]
    fn trim_keeps_offsets_exact() {
        assert_eq!(Span::new(0, 7).trim("  ab c "), Span::new(2, 6));
        assert!(Span::new(0, 3).trim("   ").is_empty());
    }

    #[test]
    fn spans_touch_without_overlapping() {
        let (a, b) = (Span::new(0, 4), Span::new(4, 6));
        assert!(!a.overlaps(b));
        assert_eq!(a.intersection(b), None);
        assert_eq!(a.to(b), Span::new(0, 6));
    }
}
