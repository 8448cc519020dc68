//! All places that speak of the matter of a fact: its own, and those of the facts that contradict it.

use std::collections::BTreeSet;

use super::Article;
use crate::facts::{Fact, FactId};

/// The places at which a fact and the facts that contradict it, directly or by another one, are said: each as a fact
/// and the number of its mention, from 0; the facts in the order of the text. Facts that `is_shown` leaves out are not
/// there, but for the fact itself. O(mentions log facts) of those facts.
pub fn stops(
    article: &Article,
    id: FactId,
    is_shown: impl Fn(&Fact) -> bool,
) -> Vec<(FactId, usize)> {
    let mut known = BTreeSet::from([id]);
    let mut next = vec![id];
    while let Some(fact) = next.pop().and_then(|id| article.fact(id)) {
        for &other in &fact.conflicts {
            if article.fact(other).is_some_and(&is_shown) && known.insert(other) {
                next.push(other);
            }
        }
    }
    let mentions = |id: FactId| article.fact(id).map_or(0, |fact| fact.mentions.len());
    known
        .into_iter()
        .flat_map(|id| (0..mentions(id)).map(move |number| (id, number)))
        .collect()
}
