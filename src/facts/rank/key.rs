//! Which facts are marked when only the most important ones are.
//!
//! What is doubtful or says little by itself is not marked, however much room there is: `two men`, a number of nothing, a
//! time of nothing, a claim whose content is a name. Reading research is clear: marks help while they are few, spread over the text, and important. So facts are taken in
//! the order of their ranks, figures sooner than names and names sooner than whole clauses, as long as the marked words stay a small share of the words around them and no short stretch
//! holds more than a few marks. A name is marked where it is first said, and nowhere else.

mod named;
mod said;
mod tells;
#[cfg(test)]
mod tests;
mod word;

use std::collections::BTreeMap;

use crate::document::Document;
use crate::facts::{Fact, FactId, Findings, Kind};

/// The share of words that may be marked: so many in every so many.
const SHARE: (usize, usize) = (6, 100);
/// The stretch around a mark in which the share must hold, in words to either side: about a screen in all.
const SCREEN: usize = 200;
/// The stretch in which only a few marks may stand, in words to either side, and how many.
const STRETCH: usize = 60;
const FEW: usize = 3;
/// A text however short may have this many marked words.
const LEAST: usize = 8;

/// For each fact, by its number, whether it is marked at the density "key". A pure function: compute it once per
/// findings. O(text + facts log facts).
pub fn key_facts(findings: &Findings, document: &Document) -> Vec<bool> {
    let mut key = vec![false; findings.facts.len()];
    if key.is_empty() {
        return key;
    }
    let (places, total) = word_places(findings, document);
    let mut order: Vec<usize> = (0..findings.facts.len()).collect();
    order.sort_by_key(|&i| (findings.facts.get(i).map(turn), i));
    // Marked so far: where each mark begins, in words, and how many words it has.
    let mut marked: BTreeMap<usize, usize> = BTreeMap::new();
    for index in order {
        let Some(&(at, words)) = places.get(index) else {
            continue;
        };
        let telling = |fact: &Fact| tells::tells(fact, document);
        if has_room(&marked, at, words, total) && findings.facts.get(index).is_some_and(telling) {
            *marked.entry(at).or_default() += words;
            if let Some(flag) = key.get_mut(index) {
                *flag = true;
            }
        }
    }
    key
}

/// When a fact is tried: by its rank, but an eye that skims looks for figures first, and a clause takes the room of many
/// of them.
fn turn(fact: &Fact) -> u32 {
    let kind = match fact.kind {
        Kind::Quantity | Kind::Percent | Kind::Money | Kind::Time => 2,
        Kind::Claim | Kind::Quote | Kind::List => 6,
        _ => 3,
    };
    fact.rank.saturating_mul(kind)
}

/// Whether a mark of `words` words at `at` leaves enough unmarked around it.
fn has_room(marked: &BTreeMap<usize, usize>, at: usize, words: usize, total: usize) -> bool {
    // Marks may nest or touch: never mark the same words twice.
    let overlaps = marked
        .range(..at + words)
        .next_back()
        .is_some_and(|(&start, &len)| start + len > at);
    if overlaps || words == 0 {
        return false;
    }
    let close = marked
        .range(at.saturating_sub(STRETCH)..at + words + STRETCH)
        .count();
    if close >= FEW {
        return false;
    }
    let from = at.saturating_sub(SCREEN);
    let to = (at + words + SCREEN).min(total);
    let around: usize = marked.range(from..to).map(|(_, &len)| len).sum();
    let (part, whole) = SHARE;
    let allowed = ((to - from.min(to)) * part / whole).max(LEAST);
    around + words <= allowed
}

/// For each fact the number of words before it and in it, and the number of words of the text. Facts are sorted.
fn word_places(findings: &Findings, document: &Document) -> (Vec<(usize, usize)>, usize) {
    let text = document.text();
    let mut places = Vec::with_capacity(findings.facts.len());
    let (mut at, mut count) = (0, 0);
    for fact in &findings.facts {
        let between = text.get(at..fact.span.start.get()).unwrap_or_default();
        count += between.split_whitespace().count();
        // A fact that begins inside a word leaves the word's start before it.
        at = fact.span.start.get().max(at);
        let words = fact.span.slice(text).split_whitespace().count();
        places.push((count, words));
    }
    let rest = text.get(at..).unwrap_or_default();
    (places, count + rest.split_whitespace().count())
}

impl Findings {
    /// The facts in the order of their ranks.
    pub fn ranked(&self) -> Vec<FactId> {
        let mut order: Vec<FactId> = (0..self.facts.len()).map(FactId::new).collect();
        order.sort_by_key(|id| self.facts.get(id.get()).map(|f| f.rank));
        order
    }
}
