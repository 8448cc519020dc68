//! Merging: one fact per thing said, with all its mentions.
//!
//! Takes the sentences and the candidates of all finders, sorted by span, and gives facts. In steps: candidates that break a promise are
//! dropped (`valid`); where two read the same words, one goes (`overlap`); sentences that say again what an earlier one
//! said are found, and theirs become mentions of the earlier facts (`repeat`); the same name, number, time, quotation is
//! gathered into one fact (`group`); two values for the same thing in the same scope are flagged (`conflict`).
//!
//! Invariant: facts are in the order of their spans; mentions are in order, without doubles, inside the text. Linear in
//! candidates and text but for sorting. Deliberately absent: pronouns, and merging by meaning.

mod conflict;
mod group;
mod overlap;
pub(super) mod repeat;
mod scope;
mod subject;
mod valid;

pub(super) use subject::singular;

pub use repeat::Again;

use super::{Candidate, Findings, Kind, Sentences};

/// Turns candidates into facts. `again` is what [`repeat::find`] says of the analysis.
pub(super) fn merge(
    analysis: &Sentences<'_>,
    again: &Again,
    candidates: Vec<Candidate>,
) -> Findings {
    let candidates = overlap::resolve(analysis, valid::keep(analysis, candidates));
    let scopes = scope::scopes(analysis, &candidates);
    let mut gathered = group::group(analysis, &candidates, &scopes, again);
    drop((candidates, scopes));
    conflict::flag(analysis, &mut gathered);
    Findings {
        sentences: (analysis.sentences.iter().map(|s| s.span))
            .chain(analysis.beyond.iter().copied())
            .collect(),
        facts: gathered.facts,
        repeats: again.repeats(analysis),
        language: None,
        other: None,
        end: analysis.beyond.first().map(|s| s.start),
    }
}

/// Whether a kind is found as words that cannot be two things at once: numbers, times, names.
const fn is_atom(kind: Kind) -> bool {
    kind.is_number() || kind.is_name() || matches!(kind, Kind::Time)
}

#[cfg(test)]
pub(in crate::facts) mod testing;
#[cfg(test)]
mod tests;
