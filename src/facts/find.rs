//! The finders, one file each. A finder reads the shared analysis and proposes candidates; it knows of no other.

mod row;
mod time;

use super::{Analysis, Candidate};

/// Runs every finder. Candidates come back in the order of their spans.
pub(super) fn all(analysis: &Analysis<'_>) -> Vec<Candidate> {
    let mut out = Vec::new();
    let times = time::find(analysis);
    out.extend(times);
    out.sort_by_key(|c: &Candidate| (c.span.start, c.span.end, c.kind));
    out
}
