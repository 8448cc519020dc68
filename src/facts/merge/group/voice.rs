//! Whether the same words are said by the same speaker.
//!
//! Two speakers are the same by their entity, or else by their words. Where one of two is not known, long words are the
//! same words cited again, and so are fragments (`“thousands of shootings”`) of which no speaker is known at all; short
//! sentences are not: many people ask `“What is his name?”`.

use super::super::repeat::fold;
use crate::facts::lexicon::grammar::{DETERMINERS, PRONOUNS};
use crate::facts::{Candidate, Key, Sentences, Shape, Value};

/// As many words as two people seldom say alike.
const LONG: usize = 8;

/// Whether two quotations or claims of the same words are one. `all` are sorted by span.
pub(super) fn agree(
    analysis: &Sentences<'_>,
    all: &[Candidate],
    a: &Candidate,
    b: &Candidate,
) -> bool {
    match (voice(analysis, all, a), voice(analysis, all, b)) {
        (Some(x), Some(y)) => x == y,
        (None, None) => is_long(analysis, b) || is_fragment(analysis, b),
        _ => is_long(analysis, b),
    }
}

/// One number for the speaker of a quotation or a claim; none where the text does not say who it is.
fn voice(analysis: &Sentences<'_>, all: &[Candidate], c: &Candidate) -> Option<u64> {
    /// How many candidates before the end of the speaker's words are looked at.
    const REACH: usize = 12;
    let (Value::Quote { speaker, .. } | Value::Claim { speaker, .. }) = c.value else {
        return None;
    };
    let speaker = speaker?;
    let end = all.partition_point(|c| c.span.start < speaker.end);
    let near = all.get(end.saturating_sub(REACH)..end).unwrap_or_default();
    let mut names = near.iter().filter(|c| c.span.overlaps(speaker));
    if let Some(entity) = names.find_map(|c| c.entity) {
        return Some(u64::from(entity));
    }
    let tokens = analysis.tokens_in(speaker);
    let words = tokens.iter().filter(|t| t.shape == Shape::Word);
    let keys: Vec<Key> = words
        .map(|t| t.key)
        .filter(|&key| !DETERMINERS.has(key) && !PRONOUNS.has(key))
        .collect();
    (!keys.is_empty()).then(|| fold(&keys) | 1 << 63)
}

fn is_long(analysis: &Sentences<'_>, c: &Candidate) -> bool {
    let tokens = analysis.tokens_in(c.span);
    tokens.iter().filter(|t| t.shape == Shape::Word).count() >= LONG
}

/// Whether the words begin small: a part of a sentence.
fn is_fragment(analysis: &Sentences<'_>, c: &Candidate) -> bool {
    let words = analysis.slice(c.span);
    words
        .chars()
        .find(|c| c.is_alphabetic())
        .is_some_and(char::is_lowercase)
}
