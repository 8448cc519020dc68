//! A place in an article that is found again after the article was edited or fetched anew.
//!
//! Takes a document and a span, gives an [`Anchor`]: the position and the words at it, before it and after it (the
//! idea of the text-position and text-quote selectors of the W3C Web Annotation Data Model, together). [`Anchor::find`]
//! takes another version of the document and gives the span of the same words there, or says that there is none.
//!
//! Invariant: a place is given only when the words there, with those around them, leave no doubt; whatever is not
//! convincing is an [`Found::Orphan`]. The order of looking: the old position, the same words elsewhere (of several the
//! one that is clearly nearest), then words that are nearly the same, whatever the white space between them.
//! Deliberately absent: rows, sections, facts; an anchor knows nothing but text.

mod align;
mod alike;
#[cfg(test)]
mod tests;

use memchr::memmem;

use crate::document::Document;
use crate::text::{Pos, Span, floor_boundary};

/// How much is kept of the words before and after, in bytes.
const CONTEXT: usize = 64;

/// Of a passage that stands more often than this in a text none is surely meant.
const TOO_MANY: usize = 10_000;

/// A range or a place in a text, with the words that it is known by.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Anchor {
    /// Where it began, in bytes of the text that it was made in.
    pub pos: Pos,
    /// The words before it, at most 64 bytes.
    pub before: String,
    /// Its own words, all of them; empty for a place between words, such as a reading position.
    pub exact: String,
    /// The words after it, at most 64 bytes.
    pub after: String,
}

/// What became of an anchor in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// It stands here: where it stood, or where its words are now.
    Placed(Span),
    /// Its words are gone, or stand in several places of which none is surely the one.
    Orphan,
}

impl Found {
    /// The span, where there is one.
    pub fn span(self) -> Option<Span> {
        match self {
            Self::Placed(span) => Some(span),
            Self::Orphan => None,
        }
    }
}

impl Anchor {
    /// The anchor of a span of a document; an empty span makes that of a place. O(length of the span).
    pub fn of(document: &Document, span: Span) -> Self {
        Self::in_text(document.text(), span)
    }

    /// Where it stands in a document, which may be another version of the one that it was made in. O(1) where nothing
    /// changed before it, else linear in the text, some milliseconds for 20 MB.
    pub fn find(&self, document: &Document) -> Found {
        self.find_in(document.text())
    }

    /// Whether it is a place between words and no range.
    pub fn is_place(&self) -> bool {
        self.exact.is_empty()
    }

    fn in_text(text: &str, span: Span) -> Self {
        let start = floor_boundary(text, span.start.get());
        let end = floor_boundary(text, span.end.get()).max(start);
        let from = text.ceil_char_boundary(start.saturating_sub(CONTEXT));
        let to = floor_boundary(text, end + CONTEXT);
        let part = |from, to| Span::new(from, to).slice(text).to_owned();
        Self {
            pos: Pos::new(start),
            before: part(from, start),
            exact: part(start, end),
            after: part(end, to),
        }
    }

    fn find_in(&self, text: &str) -> Found {
        if self.stands_at(text, self.pos.get()) {
            return Found::Placed(self.span_at(self.pos.get()));
        }
        match self.same_words(text) {
            Same::One(start) => Found::Placed(self.span_at(start)),
            Same::Doubtful => Found::Orphan,
            Same::None => alike::find(self, text).map_or(Found::Orphan, Found::Placed),
        }
    }

    /// The span when it begins at `start`.
    fn span_at(&self, start: usize) -> Span {
        Span::new(start, start + self.exact.len())
    }

    /// Whether exactly its words, with all that is known around them, stand at `start`.
    fn stands_at(&self, text: &str, start: usize) -> bool {
        let (Some(front), Some(back)) = (text.get(..start), text.get(start..)) else {
            return false;
        };
        let has_edges = (self.before.len() < CONTEXT - 3 && self.before.len() != front.len())
            || (self.after.len() < CONTEXT - 3
                && self.exact.len() + self.after.len() != back.len());
        !has_edges
            && front.ends_with(&self.before)
            && back
                .strip_prefix(self.exact.as_str())
                .is_some_and(|rest| rest.starts_with(&self.after))
    }

    /// Where exactly its words stand, with as much around them as can be had.
    fn same_words(&self, text: &str) -> Same {
        let Self {
            before,
            exact,
            after,
            ..
        } = self;
        let whole = [before.as_str(), exact, after].concat();
        let (front, back) = (
            [before.as_str(), exact].concat(),
            [exact.as_str(), after].concat(),
        );
        for (needle, skip) in [
            (&whole, before.len()),
            (&back, 0),
            (&front, before.len()),
            (exact, 0),
        ] {
            // Words that say little need all that stood around them.
            if needle.is_empty() || (needle.len() < whole.len() && !alike::is_telling(needle)) {
                continue;
            }
            match self.clearly_nearest(text, needle, skip) {
                Same::None => {}
                same => return same,
            }
        }
        Same::None
    }

    /// The occurrence of `needle`, with the place `skip` bytes into it, that is clearly the nearest to the old one.
    fn clearly_nearest(&self, text: &str, needle: &str, skip: usize) -> Same {
        let finder = memmem::Finder::new(needle.as_bytes());
        let (mut nearest, mut second) = (None, usize::MAX);
        let mut from = 0;
        // Occurrences may overlap, as in a song.
        for found in 0.. {
            let rest = text.as_bytes().get(from..).unwrap_or_default();
            let Some(at) = finder.find(rest).map(|at| from + at) else {
                break;
            };
            if found == TOO_MANY {
                return Same::Doubtful;
            }
            from = at + 1;
            let start = at + skip;
            let distance = start.abs_diff(self.pos.get());
            match nearest {
                Some((_, best)) if distance >= best => second = second.min(distance),
                _ => {
                    second = nearest.map_or(usize::MAX, |(_, best)| best);
                    nearest = Some((start, distance));
                }
            }
        }
        match nearest {
            Some((start, distance)) if clearly_nearer(distance, second) => Same::One(start),
            Some(_) => Same::Doubtful,
            None => Same::None,
        }
    }
}

/// Where the same words stand.
enum Same {
    /// In one place that is the one; its first byte.
    One(usize),
    /// In several, of which none is clearly nearer than the others.
    Doubtful,
    /// Nowhere.
    None,
}

/// Whether, of two places alike, the one at `distance` bytes from the old position is surely meant and not the one at
/// `second`.
fn clearly_nearer(distance: usize, second: usize) -> bool {
    distance.saturating_mul(4) < second
}
