//! Words that are nearly the same: a passage that was edited, wrapped anew or spaced otherwise.
//!
//! The words of the anchor and of what surrounds it are a sequence; its longest words lead to windows of the text, in
//! each of which the sequences are aligned (`align`). A long passage is found by its two ends. What is found must
//! have most of the words, or few words and most of what surrounded them. Cost: a few searches for a word, each linear
//! in the text, and a constant for each window.

use memchr::memmem;
use rustc_hash::FxHashMap;
use unicode_segmentation::UnicodeSegmentation;

use super::align::{Fit, align};
use super::{Anchor, CONTEXT, clearly_nearer};
use crate::text::{Span, floor_boundary};

/// So many words tell a passage from others wherever it stands.
const TELLING_WORDS: usize = 7;
/// So many bytes of them.
const TELLING_BYTES: usize = 32;
/// The words at each end of a long passage that it is looked for by.
const END: usize = 24;
/// So many of the longest words lead to windows.
const LEADS: usize = 6;
/// A word that stands more often than this in a text leads nowhere.
const TOO_OFTEN: usize = 4000;
/// So many windows are looked at.
const WINDOWS: usize = 12;
/// Bytes of text between two windows.
const STEP: usize = 64;

/// Whether words are long enough to be told from others of their kind.
pub(super) fn is_telling(words: &str) -> bool {
    words.len() >= TELLING_BYTES
        && words.unicode_words().take(TELLING_WORDS).count() == TELLING_WORDS
}

/// Where the anchor's words stand, nearly the same.
pub(super) fn find(anchor: &Anchor, text: &str) -> Option<Span> {
    let mut sought = Sought::of(anchor);
    let long = sought.exact.len() > 2 * END;
    let found = if long {
        let tail = sought.split_off_tail();
        let (first, last) = (sought.find(text)?, tail.find(text)?);
        let len = last.end.get().checked_sub(first.start.get())?;
        let alike = len * 2 >= anchor.exact.len() && len <= anchor.exact.len() * 2;
        alike.then(|| first.to(last))?
    } else {
        sought.find(text)?
    };
    Some(with_signs(&anchor.exact, text, found))
}

/// A word that is compared whatever its case.
#[derive(Clone, Debug)]
pub(super) struct Word<'a> {
    /// As it is written.
    written: &'a str,
    /// In lower case.
    pub(super) folded: String,
    /// Where it begins, in bytes from where `Sought` begins, or in the text.
    pub(super) at: usize,
}

impl Word<'_> {
    /// One past its last byte.
    pub(super) fn end(&self) -> usize {
        self.at + self.written.len()
    }
}

/// The words of a text that begins at byte `from` of what it is a part of.
fn words(text: &str, from: usize) -> Vec<Word<'_>> {
    let words = text.unicode_word_indices();
    words
        .map(|(at, written)| Word {
            written,
            folded: written.to_lowercase(),
            at: from + at,
        })
        .collect()
}

/// What is looked for: words, and which of them are the passage and which surround it.
#[derive(Clone, Debug, Default)]
pub(super) struct Sought<'a> {
    pub(super) before: Vec<Word<'a>>,
    pub(super) exact: Vec<Word<'a>>,
    pub(super) after: Vec<Word<'a>>,
    /// Where the passage began in all the words, in bytes.
    start: usize,
    /// Where it began in the text that it was made in.
    pos: usize,
    /// The length of all the words, in bytes.
    len: usize,
}

impl<'a> Sought<'a> {
    fn of(anchor: &'a Anchor) -> Self {
        let start = anchor.before.len();
        let end = start + anchor.exact.len();
        let mut before = words(&anchor.before, 0);
        let mut after = words(&anchor.after, end);
        // Contexts of full length were cut somewhere in a word.
        if start + 3 >= CONTEXT && !before.is_empty() {
            before.remove(0);
        }
        if anchor.after.len() + 3 >= CONTEXT {
            after.pop();
        }
        Self {
            before,
            exact: words(&anchor.exact, start),
            after,
            start,
            pos: anchor.pos.get(),
            len: end + anchor.after.len(),
        }
    }

    /// Keeps the first words of the passage with what came before, and gives the last ones with what came after.
    fn split_off_tail(&mut self) -> Self {
        let exact = self.exact.split_off(self.exact.len() - END);
        let first = exact.first().map_or(0, |w| w.at);
        let tail = Self {
            before: Vec::new(),
            exact,
            after: std::mem::take(&mut self.after),
            start: first,
            pos: self.pos + first - self.start,
            len: self.len,
        };
        self.exact.truncate(END);
        self.len = self.exact.last().map_or(self.len, Word::end);
        tail
    }

    /// Where it stands; of several places the one that fits clearly best or is clearly nearest.
    fn find(&self, text: &str) -> Option<Span> {
        let mut fits: Vec<Fit> = Vec::new();
        for start in self.windows(text) {
            let reach = 2 * self.len + 3 * STEP;
            let from = text.ceil_char_boundary(start.saturating_sub(reach));
            let to = floor_boundary(text, start + reach);
            let there = words(Span::new(from, to).slice(text), from);
            let Some(fit) = align(self, &there) else {
                continue;
            };
            match fits
                .iter_mut()
                .find(|f| f.span.overlaps(fit.span) || f.span.start == fit.span.start)
            {
                Some(same) if same.score < fit.score => *same = fit,
                Some(_) => {}
                None => fits.push(fit),
            }
        }
        let best = fits.iter().max_by_key(|f| f.score).copied()?;
        let distance = |fit: Fit| fit.span.start.get().abs_diff(self.pos);
        let rivals = fits
            .iter()
            .filter(|f| f.span != best.span && f.score * 10 >= best.score * 9);
        let nearest_rival = rivals.map(|&f| distance(f)).min().unwrap_or(usize::MAX);
        clearly_nearer(distance(best), nearest_rival).then_some(best.span)
    }

    /// Where in the text the passage may begin, the places that most of the longest words lead to first.
    fn windows(&self, text: &str) -> Vec<usize> {
        let mut leads: Vec<&Word<'_>> = [&self.exact, &self.before, &self.after]
            .into_iter()
            .flatten()
            .collect();
        leads.sort_by_key(|w| std::cmp::Reverse(w.written.len()));
        leads.dedup_by_key(|w| w.written);
        leads.truncate(LEADS);
        let mut votes: FxHashMap<usize, usize> = FxHashMap::default();
        for lead in leads {
            let found: Vec<usize> = memmem::find_iter(text.as_bytes(), lead.written.as_bytes())
                .take(TOO_OFTEN)
                .collect();
            if found.len() == TOO_OFTEN {
                continue;
            }
            for at in found {
                let start = (at + self.start).saturating_sub(lead.at);
                *votes.entry(start / STEP).or_default() += 1;
            }
        }
        let mut windows: Vec<_> = votes.into_iter().collect();
        let old = self.pos / STEP;
        windows.sort_by_key(|&(at, votes)| (std::cmp::Reverse(votes), at.abs_diff(old), at));
        windows.truncate(WINDOWS);
        windows.into_iter().map(|(at, _)| at * STEP).collect()
    }
}

/// The span with the signs that the passage had before its first and after its last word, where they still stand.
fn with_signs(exact: &str, text: &str, span: Span) -> Span {
    let is_word = |c: char| c.is_alphanumeric();
    let front = exact
        .find(is_word)
        .map_or("", |at| exact.get(..at).unwrap_or_default());
    let back = exact.trim_start_matches(|c| !is_word(c));
    let back = back
        .char_indices()
        .rfind(|&(_, c)| is_word(c))
        .and_then(|(at, c)| back.get(at + c.len_utf8()..))
        .unwrap_or_default();
    let (head, tail) = (
        Span::new(0, span.start.get()).slice(text),
        Span::new(span.end.get(), text.len()).slice(text),
    );
    Span::new(
        span.start.get()
            - if head.ends_with(front) {
                front.len()
            } else {
                0
            },
        span.end.get()
            + if tail.starts_with(back) {
                back.len()
            } else {
                0
            },
    )
}
