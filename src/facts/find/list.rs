//! Lists: several things counted off.
//!
//! Takes the prose of an analysis, gives candidates whose span is the whole list in its sentence:
//! `three reasons: the price, the noise and the smell` (announced: the count must be right), `It sells the following:
//! rope, tar, and sails` (after a colon), a sentence that ends in a colon before a list of blocks (the span is that
//! sentence, the items are the blocks), and plain runs of three or more whose parts are clearly alike (`secure, stable,
//! and sovereign Iraq`; `raising walls, digging drains, and moving homes`; `rope, fresh tar and sails`). Invariant: items are in order and do not
//! overlap; none holds the `and` before the last one; only those of a list of blocks lie outside the span.
//! Deliberately absent: a list whose announced count does not fit, and plain runs of names.

mod block;
mod colon;
mod items;
mod nouns;
mod parallel;

use crate::facts::lexicon::Words;
use crate::facts::{Analysis, Candidate, Kind, Sentence, Tag, Token, Value};
use crate::text::Span;

/// Appends the lists of the prose.
pub(super) fn find(analysis: &Analysis<'_>, out: &mut Vec<Candidate>) {
    for sentence in analysis.sentences.iter().filter(|s| s.prose) {
        let line = Line::new(analysis, sentence);
        if let Some(list) = colon::find(&line) {
            out.push(list);
            continue;
        }
        let before = out.len();
        parallel::find(&line, out);
        if out.len() == before {
            nouns::find(&line, out);
        }
    }
    block::find(analysis, out);
}

/// A sentence as its tokens, with their words at hand.
struct Line<'a> {
    text: &'a str,
    tokens: &'a [Token],
    tags: &'a [Tag],
}

impl<'a> Line<'a> {
    fn new(analysis: &'a Analysis<'_>, sentence: &Sentence) -> Self {
        Self {
            text: analysis.text(),
            tokens: analysis.tokens_of(sentence),
            tags: analysis.tags_of(sentence),
        }
    }

    /// The word of a token; empty past the end.
    fn word(&self, at: usize) -> &'a str {
        self.tokens
            .get(at)
            .map_or("", |token| token.span().slice(self.text))
    }

    /// The part of speech of a token; that of a mark past the end.
    fn tag(&self, at: usize) -> Tag {
        self.tags.get(at).copied().unwrap_or(Tag::Punct)
    }

    /// The span from one token to another, both included.
    fn span(&self, from: usize, last: usize) -> Option<Span> {
        let (a, b) = (self.tokens.get(from)?, self.tokens.get(last)?);
        (from <= last).then(|| a.span().to(b.span()))
    }

    /// Whether the token is one of the words of a list.
    fn has(&self, at: usize, list: Words) -> bool {
        self.tokens.get(at).is_some_and(|token| list.has(token.key))
    }

    /// Whether the token is one of a few words, in capitals or not.
    fn is(&self, at: usize, words: &[&str]) -> bool {
        let word = self.word(at);
        !word.is_empty() && words.iter().any(|w| w.eq_ignore_ascii_case(word))
    }
}

/// The numbers that announce lists, from 2.
const COUNTS: [&str; 11] = [
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
];

/// The number of a word that may announce a list, 2 to 12.
fn count(word: &str) -> Option<u32> {
    if word.bytes().all(|b| b.is_ascii_digit()) {
        return word.parse().ok().filter(|n| (2..=12).contains(n));
    }
    let at = COUNTS.iter().position(|w| w.eq_ignore_ascii_case(word))?;
    u32::try_from(at + 2).ok()
}

/// A list as a candidate.
fn candidate(span: Span, count: u32, items: Vec<Span>, confidence: f32) -> Candidate {
    Candidate {
        kind: Kind::List,
        span,
        subject: None,
        value: Value::List { count, items },
        entity: None,
        confidence,
    }
}

/// How many things, as a list counts them.
fn number(items: &[Span]) -> u32 {
    u32::try_from(items.len()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests;
