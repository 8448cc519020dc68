//! The order of facts: the best first, but not the same sentence, words and kind over and over.
//!
//! A greedy draw in the manner of maximal marginal relevance (Carbonell and Goldstein, 1998): each step takes the fact
//! that is worth most given what has been drawn. Words already said count less, a sentence already used counts less, and
//! so does a kind or section that has been drawn a lot. Names are drawn in the order of their salience. The draw covers
//! the first facts only; the others follow by score.

use rustc_hash::{FxHashMap, FxHashSet};

use super::salience::Salience;
use super::worth::Worth;
use crate::document::SectionId;
use crate::facts::{Fact, Kind, SentenceId, Unit, Value};

/// How many facts are drawn one by one.
const DRAWN: usize = 48;
/// How many sentences and names the draw chooses from.
const POOL: usize = 160;
/// What is left of a fact's worth for each fact that its sentence has given already.
const SENTENCE: f32 = 0.45;
/// What is left for each fact of its kind, and of its section, among those drawn.
const KIND: f32 = 0.97;
const SECTION: f32 = 0.98;
/// What a name is worth beside other facts: in a sentence that was drawn, and in another.
const NAME: (f32, f32) = (0.9, 1.8);
/// How much the worth of a fact itself counts beside that of its sentence: the power that it is raised to.
const OWN: f32 = 0.3;
/// What is left of a number that was drawn already, said with other words.
const AGAIN: f32 = 0.3;
/// What is left of `two nations`: a good sentence may hold it, but it is seldom why.
const FEW: f32 = 0.4;
/// What a number and a time of the title are worth beside the best sentence.
const TITLE: (f32, f32) = (1.0, 0.5);
/// The fewest words of a sentence that stands for itself.
const SHORT: u16 = 6;

/// The indices of all facts, the most important first.
pub(super) fn order(salience: &Salience, facts: &[Fact], worths: &[Worth]) -> Vec<usize> {
    let by_score = |a: &usize, b: &usize| {
        let score = |i: usize| worths.get(i).map_or(0.0, |w| w.score);
        score(*b).total_cmp(&score(*a)).then(a.cmp(b))
    };
    let mut all: Vec<usize> = (0..facts.len()).collect();
    all.sort_by(by_score);
    let is_name = |&i: &usize| facts.get(i).is_some_and(|f| f.kind.is_name());
    let mut draw = Draw {
        salience,
        facts,
        worths,
        names: all.iter().copied().filter(is_name).take(POOL).collect(),
        others: all
            .iter()
            .copied()
            .filter(|i| !is_name(i))
            .take(POOL)
            .collect(),
        said: FxHashSet::default(),
        used: FxHashMap::default(),
        kinds: FxHashMap::default(),
        sections: FxHashMap::default(),
        numbers: FxHashSet::default(),
        scale: 0.0,
    };
    draw.scale = draw.best_sentence();
    let mut order = Vec::with_capacity(facts.len());
    while order.len() < DRAWN {
        let Some(next) = draw.next() else { break };
        order.push(next);
    }
    let drawn: FxHashSet<usize> = order.iter().copied().collect();
    order.extend(all.into_iter().filter(|i| !drawn.contains(i)));
    order
}

/// The state of a draw.
struct Draw<'a> {
    salience: &'a Salience,
    facts: &'a [Fact],
    worths: &'a [Worth],
    /// What is left, the best first.
    names: Vec<usize>,
    others: Vec<usize>,
    said: FxHashSet<u32>,
    /// The sentences drawn, with how many facts but names they have given.
    used: FxHashMap<SentenceId, i32>,
    kinds: FxHashMap<Kind, i32>,
    sections: FxHashMap<SectionId, i32>,
    /// The numbers drawn, with their kinds.
    numbers: FxHashSet<(Kind, u64)>,
    /// The worth of the best sentence at the start.
    scale: f32,
}

impl Draw<'_> {
    /// Draws the next fact.
    fn next(&mut self) -> Option<usize> {
        let mut gains: FxHashMap<SentenceId, f32> = FxHashMap::default();
        let mut best: Option<(f32, usize)> = None;
        let head = self.names.first().copied();
        for i in self.others.iter().copied().chain(head) {
            let Some(worth) = self.worths.get(i) else {
                continue;
            };
            let titled = self.salience.place(worth.sentence).is_none();
            let gain = *gains.entry(worth.sentence).or_insert_with(|| {
                if titled {
                    TITLE.0
                } else {
                    self.gain(worth.sentence)
                }
            });
            let value = self.value(i, worth, gain);
            if best.is_none_or(|(most, _)| value > most) {
                best = Some((value, i));
            }
        }
        let (_, next) = best?;
        self.take(next);
        Some(next)
    }

    /// The worth of a sentence now, as a share of the best at the start.
    fn gain(&self, sentence: SentenceId) -> f32 {
        let worth = self.salience.worth(sentence, |w| self.said.contains(&w));
        let short = self.salience.length(sentence) < SHORT;
        worth / self.scale * if short { 0.5 } else { 1.0 }
    }

    fn best_sentence(&self) -> f32 {
        let all = self.others.iter().chain(&self.names);
        let sentences = all.filter_map(|&i| self.worths.get(i)).map(|w| w.sentence);
        let best = sentences
            .map(|s| self.salience.worth(s, |_| false))
            .fold(0.0, f32::max);
        best.max(f32::EPSILON)
    }

    fn value(&self, i: usize, worth: &Worth, gain: f32) -> f32 {
        let Some(fact) = self.facts.get(i) else {
            return 0.0;
        };
        let times = |n: Option<&i32>| n.copied().unwrap_or_default();
        let used = self.used.get(&worth.sentence).copied();
        let stale = KIND.powi(times(self.kinds.get(&fact.kind)))
            * SECTION.powi(times(self.sections.get(&fact.section)));
        if fact.kind.is_name() {
            let (near, far) = NAME;
            let place = used.map_or(far * gain, |_| near);
            return worth.own.sqrt() * place * stale;
        }
        let place = used.map_or(gain, |facts| SENTENCE.powi(facts.max(1)));
        let again = number(fact).is_some_and(|n| self.numbers.contains(&n));
        let dated = fact.kind == Kind::Time && self.salience.place(worth.sentence).is_none();
        worth.own.powf(OWN)
            * place
            * stale
            * if again { AGAIN } else { 1.0 }
            * if is_few(fact) { FEW } else { 1.0 }
            * if dated { TITLE.1 } else { 1.0 }
    }

    fn take(&mut self, next: usize) {
        self.names.retain(|&i| i != next);
        self.others.retain(|&i| i != next);
        let (Some(fact), Some(worth)) = (self.facts.get(next), self.worths.get(next)) else {
            return;
        };
        self.numbers.extend(number(fact));
        self.said.extend(self.salience.content(worth.sentence));
        // A name does not use its sentence up.
        let facts = self.used.entry(worth.sentence).or_default();
        *facts += i32::from(!fact.kind.is_name());
        *self.kinds.entry(fact.kind).or_default() += 1;
        *self.sections.entry(fact.section).or_default() += 1;
    }
}

/// The number that a fact gives, with its kind.
fn number(fact: &Fact) -> Option<(Kind, u64)> {
    match &fact.value {
        Value::Number(number) => Some((fact.kind, number.number.to_bits())),
        _ => None,
    }
}

/// Whether the fact only counts a few of something, without a unit.
fn is_few(fact: &Fact) -> bool {
    matches!(&fact.value, Value::Number(number) if fact.kind == Kind::Quantity
        && number.to.is_none()
        && number.number.abs() < 10.0
        && number.number.fract() == 0.0
        && !matches!(number.unit, Some(Unit::Name(_))))
}
