//! The finders, one file each. A finder reads the shared analysis and proposes candidates; it knows of no other.

mod attribution;
mod claim;
mod quote;

use super::{Analysis, Candidate};

/// Runs every finder. Candidates come back in the order of their spans.
pub(super) fn all(analysis: &Analysis<'_>) -> Vec<Candidate> {
    let mut out = Vec::new();
    let speech = attribution::read(analysis);
    quote::find(&speech, &mut out);
    claim::find(analysis, &speech, &mut out);
    out.sort_by_key(|c: &Candidate| (c.span.start, c.span.end, c.kind));
    out
}
