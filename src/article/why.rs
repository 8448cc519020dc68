//! Why a fact ranks where it does: its place by score alone beside the place that it was given.

use std::cmp::Ordering;

use crate::facts::{Fact, FactId, Findings};

/// What is said of a fact for which nothing in particular speaks, as the end of a sentence.
pub const NO_REASON: &str = "counts for its kind and its sentence alone";

/// Each fact's place by score alone, from 1. Its rank is another one where the first facts were spread.
#[derive(Clone, Debug, Default)]
pub struct Places(Vec<u32>);

impl Places {
    /// The places of all facts. O(facts log facts).
    pub fn new(findings: &Findings) -> Self {
        let facts = &findings.facts;
        let mut order: Vec<usize> = (0..facts.len()).collect();
        order.sort_by(|&a, &b| match (facts.get(a), facts.get(b)) {
            (Some(first), Some(second)) => by_score((first, a), (second, b)),
            _ => Ordering::Equal,
        });
        let mut places = vec![0; facts.len()];
        for (index, place) in order.into_iter().zip(1..) {
            if let Some(of) = places.get_mut(index) {
                *of = place;
            }
        }
        Self(places)
    }

    /// The place of a fact; 0 for one that is not there.
    pub fn of(&self, id: FactId) -> u32 {
        self.0.get(id.get()).copied().unwrap_or_default()
    }
}

/// The place of one fact by score alone, from 1. O(facts).
pub fn place_by_score(findings: &Findings, id: FactId) -> u32 {
    let Some(fact) = findings.facts.get(id.get()) else {
        return 0;
    };
    let facts = findings.facts.iter().enumerate();
    let before = facts.filter(|&(i, other)| by_score((other, i), (fact, id.get())).is_lt());
    u32::try_from(before.count() + 1).unwrap_or(u32::MAX)
}

/// The greater score first, and of equal ones the earlier fact, as the ranking has it.
fn by_score((a, at): (&Fact, usize), (b, other): (&Fact, usize)) -> Ordering {
    b.score.total_cmp(&a.score).then(at.cmp(&other))
}

/// Whether a fact that is at `place` by score was put lower or higher than that, in a word. Far down the list every
/// fact makes room for those put before it: what shifts it by less than a fiftieth says nothing of it.
pub fn moved(fact: &Fact, place: u32) -> Option<&'static str> {
    let by = fact.rank.abs_diff(place);
    match fact.rank.cmp(&place) {
        _ if u64::from(by) * 50 <= u64::from(fact.rank) => None,
        Ordering::Greater => Some("lower"),
        Ordering::Less => Some("higher"),
        Ordering::Equal => None,
    }
}
