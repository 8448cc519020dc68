//! Which facts are marked when only the most important ones are.
//!
//! What is doubtful or says little by itself is not marked, however much room there is: `two men`, a number of nothing, a
//! time of nothing, a claim whose content is a name. Reading research is clear: marks help while they are few, spread over the text, and important. So facts are taken in
//! the order of their ranks, figures sooner than names and names sooner than whole clauses, as long as the marked words stay a small share of the words around them and no short stretch
//! holds more than a few marks. A name is marked where it is first said, and nowhere else.

mod called;
mod counted;
mod dated;
mod named;
mod said;
mod stated;
mod tells;
#[cfg(test)]
mod tests;
mod whole;
mod word;

use std::collections::BTreeMap;

use crate::document::Document;
use crate::facts::{Fact, FactId, Findings, Kind};
use crate::text::Pos;

/// The share of words that may be marked: so many in every so many.
const SHARE: (usize, usize) = (6, 100);
/// The stretch around a mark in which the share must hold, in words to either side: about a screen in all.
const SCREEN: usize = 200;
/// The stretch in which only a few sentences may have marks, in words to either side, and how many; as many marks a
/// sentence may have. Figures that stand in one sentence are read together.
const STRETCH: usize = 60;
const FEW: usize = 3;
/// The longest clause that is marked, in words: a longer one is no mark but a paragraph.
const CLAUSE: usize = 30;
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
    // Marked so far, by where each mark begins, in words.
    let mut marked: BTreeMap<usize, Mark> = BTreeMap::new();
    for index in order {
        let (Some(&(at, words)), Some(fact)) = (places.get(index), findings.facts.get(index))
        else {
            continue;
        };
        // A clause is one thing to look at, however many words it has.
        let clause = matches!(
            fact.kind,
            Kind::Claim | Kind::Quote | Kind::List | Kind::Statement
        );
        if clause && words > CLAUSE {
            continue;
        }
        let mark = Mark {
            words,
            weight: if clause { words.div_ceil(2) } else { words },
            sentence: fact.sentence.start,
        };
        if has_room(&marked, at, mark, total) && tells::tells(fact, document) {
            marked.insert(at, mark);
            if let Some(flag) = key.get_mut(index) {
                *flag = true;
            }
        }
    }
    key
}

/// When a fact is tried: by its rank, but an eye that skims looks for figures first, and a clause takes the room of many
/// of them. A whole sentence is marked where nothing in it is.
fn turn(fact: &Fact) -> u32 {
    let kind = match fact.kind {
        Kind::Statement => return u32::MAX,
        Kind::Quantity | Kind::Percent | Kind::Money | Kind::Time => 2,
        Kind::Claim | Kind::Quote | Kind::List => 6,
        _ => 3,
    };
    fact.rank.saturating_mul(kind)
}

/// The words of a mark, and as how many they count.
#[derive(Clone, Copy, Debug)]
struct Mark {
    words: usize,
    weight: usize,
    /// Where its sentence begins.
    sentence: Pos,
}

/// Whether a mark at `at` leaves enough unmarked around it.
fn has_room(marked: &BTreeMap<usize, Mark>, at: usize, mark: Mark, total: usize) -> bool {
    let words = mark.words;
    // Marks may nest or touch: never mark the same words twice.
    let overlaps = marked
        .range(..at + words)
        .next_back()
        .is_some_and(|(&start, before)| start + before.words > at);
    if overlaps || words == 0 {
        return false;
    }
    let close = marked.range(at.saturating_sub(STRETCH)..at + words + STRETCH);
    let (mut sentences, mut same, mut last) = (0, 0, None);
    for (_, near) in close {
        if near.sentence == mark.sentence {
            same += 1;
        } else if last != Some(near.sentence) {
            sentences += 1;
            last = Some(near.sentence);
        }
    }
    if sentences >= FEW || same >= FEW {
        return false;
    }
    let from = at.saturating_sub(SCREEN);
    let to = (at + words + SCREEN).min(total);
    let around: usize = marked.range(from..to).map(|(_, mark)| mark.weight).sum();
    let (part, whole) = SHARE;
    let allowed = ((to - from.min(to)) * part / whole).max(LEAST);
    around + mark.weight <= allowed
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
