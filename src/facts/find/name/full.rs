//! The form of a name that stands for its entity: the fullest of those that are usual.

use rustc_hash::FxHashMap;

use super::mention::Mention;
use crate::facts::Key;

/// How many times rarer than the most frequent long form a form may be. What is said once of a person who is named a
/// hundred times is likelier a slip: `Harker Jonathan`, `Silas Ph--`.
const RARE: u32 = 12;

/// Whether a form is usual, how full it is, whether it has small letters, and how often it is said.
type Worth = (bool, usize, bool, u32);

/// The number of the mention with the fullest usual form, by entity: most words, and not in capitals where another is
/// to be had; of equals the most frequent, then the first. Linear in the mentions.
pub(super) fn forms(mentions: &[Mention], entities: &[u32]) -> FxHashMap<u32, usize> {
    let mut counts: FxHashMap<(u32, &[Key]), u32> = FxHashMap::default();
    for (mention, &entity) in mentions.iter().zip(entities) {
        *counts.entry((entity, &mention.keys)).or_default() += 1;
    }
    let mut most: FxHashMap<u32, u32> = FxHashMap::default();
    for (&(entity, keys), &count) in &counts {
        if keys.len() > 1 {
            let most = most.entry(entity).or_default();
            *most = count.max(*most);
        }
    }
    let mut best: FxHashMap<u32, (Worth, usize)> = FxHashMap::default();
    for (i, (mention, &entity)) in mentions.iter().zip(entities).enumerate() {
        let count = counts
            .get(&(entity, mention.keys.as_slice()))
            .copied()
            .unwrap_or(1);
        let most = most.get(&entity).copied().unwrap_or(0);
        let words = if mention.is_office {
            0
        } else {
            mention.keys.len() * 2 + usize::from(mention.prose)
        };
        let worth = (count * RARE > most, words, !mention.is_capitals, count);
        match best.get(&entity) {
            Some((before, _)) if *before >= worth => {}
            _ => {
                best.insert(entity, (worth, i));
            }
        }
    }
    best.into_iter()
        .map(|(entity, (_, i))| (entity, i))
        .collect()
}
