//! Merging: one fact per thing said, with all its mentions.
//!
//! Takes the candidates of all finders, sorted by span, and gives facts. In steps: candidates that break a promise are
//! dropped (`valid`); where two read the same words, one goes (`overlap`); sentences that say again what an earlier one
//! said are found, and theirs become mentions of the earlier facts (`repeat`); the same name, number, time, quotation is
//! gathered into one fact (`group`); two values for the same thing in the same scope are flagged (`conflict`).
//!
//! Invariant: facts are in the order of their spans; mentions are in order, without doubles, inside the text. Linear in
//! candidates and text but for sorting. Deliberately absent: pronouns, and merging by meaning.

mod conflict;
mod group;
mod overlap;
mod repeat;
mod scope;
mod subject;
mod valid;

pub(super) use subject::singular;

use super::{Analysis, Candidate, Findings, Kind, Token};
use crate::text::Span;

/// Turns candidates into facts.
pub(super) fn merge(analysis: &Analysis<'_>, candidates: Vec<Candidate>) -> Findings {
    let candidates = overlap::resolve(analysis, valid::keep(analysis, candidates));
    let again = repeat::find(analysis);
    let scopes = scope::scopes(analysis, &candidates);
    let mut facts = group::group(analysis, &candidates, &scopes, &again);
    conflict::flag(analysis, &mut facts);
    Findings {
        sentences: (analysis.sentences.iter().map(|s| s.span))
            .chain(analysis.beyond.iter().copied())
            .collect(),
        facts: facts.into_iter().map(|(fact, _)| fact).collect(),
        repeats: again.repeats(analysis),
        language: None,
        end: analysis.beyond.first().map(|s| s.start),
    }
}

/// The tokens inside a span. O(log tokens).
pub(super) fn tokens_in<'a>(analysis: &'a Analysis<'_>, span: Span) -> &'a [Token] {
    let from = analysis
        .tokens
        .partition_point(|t| t.span.start < span.start);
    let rest = analysis.tokens.get(from..).unwrap_or_default();
    let count = rest.partition_point(|t| t.span.end <= span.end);
    rest.get(..count).unwrap_or_default()
}

/// Whether a kind is found as words that cannot be two things at once: numbers, times, names.
const fn is_atom(kind: Kind) -> bool {
    kind.is_number() || kind.is_name() || matches!(kind, Kind::Time)
}

#[cfg(test)]
pub(in crate::facts) mod testing;
#[cfg(test)]
mod tests;
