//! Ranking: which facts a reader should see first.

use super::{Analysis, Findings};

/// Sets score, rank and reasons.
pub(super) fn rank(_analysis: &Analysis<'_>, findings: &mut Findings) {
    for (fact, rank) in findings.facts.iter_mut().zip(1..) {
        fact.rank = rank;
    }
}
