//! Names that the tagger cut at their `and`: `Berg & Larsen`, `Board of Wool and Timber (BWT)`.

use std::ops::Range;

use super::acronym::first_letters;
use super::mention::{Mention, Reader};
use crate::facts::{NameKind, Shape};

/// Joins what is one name. Linear in the mentions.
pub(super) fn join(reader: &Reader<'_>, mentions: &mut Vec<Mention>) {
    let mut at = 0;
    while let Some([first, second]) = mentions.get(at..at + 2) {
        let tokens = first.tokens.start..second.tokens.end;
        let next = second.tokens.start == first.tokens.end + 1;
        let spelled = || {
            mentions
                .get(at + 2)
                .is_some_and(|s| is_spelled(reader, &tokens, s))
        };
        let and = reader.word(first.tokens.end) == "and";
        if next && (is_firm(reader, &tokens) || and && spelled()) {
            let whole = reader.mention(tokens, NameKind::Organization, first.prose);
            mentions.splice(at..at + 2, [whole]);
        }
        at += 1;
    }
}

/// Whether a short form of these words stands in brackets behind them.
fn is_spelled(reader: &Reader<'_>, tokens: &Range<usize>, short: &Mention) -> bool {
    let letters = reader.word(short.tokens.start);
    reader.word(tokens.end) == "("
        && short.tokens.start == tokens.end + 1
        && short.is_acronym
        && first_letters(reader, tokens).iter().any(|l| l == letters)
}

/// Whether the words name a firm by two surnames: `Berg & Larsen`; with a year behind them they are authors.
pub(super) fn is_firm(reader: &Reader<'_>, tokens: &Range<usize>) -> bool {
    tokens.len() == 3
        && reader.word(tokens.start + 1) == "&"
        && reader.is_large(tokens.start + 2)
        && !is_dated(reader, tokens.end)
}

/// Whether a year stands at `at` or right behind it: `, 2014`, `(1995`.
pub(super) fn is_dated(reader: &Reader<'_>, at: usize) -> bool {
    (at..at + 2).any(|i| {
        reader.token(i).is_some_and(|t| {
            t.shape == Shape::Number
                && t.span().len() == 4
                && reader.word(i).starts_with(['1', '2'])
        })
    })
}
