//! The order of facts: the best first, but not the same sentence, words and kind over and over.
//!
//! First the sentences are put in the order in which they make the best summary (`Salience::summary`). Then facts are drawn
//! one by one, in the manner of maximal marginal relevance (Carbonell and Goldstein, 1998): each step takes the fact that
//! is worth most given what has been drawn, from the next sentence of the summary or from one already used, which
//! counts less with each fact that it gave; so does a kind or section that has been drawn a lot. Names are drawn in the
//! order of their salience. The draw covers the first facts only; the others follow by score.

use std::collections::VecDeque;

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
const KIND: f32 = 0.9;
const SECTION: f32 = 0.98;
/// What a name is worth beside other facts: in a sentence that was drawn or is next, and in another.
const NAME: (f32, f32) = (0.9, 0.4);
/// How many of the first names bring their sentences into the summary.
const LEADING: usize = 3;
/// How many sentences the summary has.
const SUMMARY: usize = 20;
/// How many of them a reader is told of as key sentences; in a short text a quarter of its sentences.
const GIST: usize = 5;
/// What is left of the worth of the next sentence for each one before it, and the least.
const NEXT: (f32, f32) = (0.96, 0.5);
/// What a sentence is worth that is not yet next.
const LATER: f32 = 0.3;
/// How much the worth of a fact itself counts beside that of its sentence: the power that it is raised to.
const OWN: f32 = 0.5;
/// What is left of a number that was drawn already, said with other words.
const AGAIN: f32 = 0.3;
/// What is left of what says little by itself: a good sentence may hold it, but it is seldom why.
const THIN: f32 = 0.4;
/// The most that a finder is sure of a claim whose content is no clause.
const PHRASE: f32 = 0.51;
/// What a number and a time of the title are worth beside the best sentence.
const TITLE: (f32, f32) = (1.0, 0.5);
/// The fewest words of a sentence that stands for itself.
const SHORT: u16 = 5;

/// The indices of all facts, the most important first, and the sentences that say most of the text.
pub(super) fn order(
    salience: &Salience,
    facts: &[Fact],
    worths: &[Worth],
) -> (Vec<usize>, Vec<SentenceId>) {
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
        summary: VecDeque::new(),
        used: FxHashMap::default(),
        kinds: FxHashMap::default(),
        sections: FxHashMap::default(),
        numbers: FxHashSet::default(),
        leading: LEADING,
        scale: 0.0,
    };
    draw.begin();
    let gist = draw.summary.iter().take(few(salience)).copied().collect();
    let mut order = Vec::with_capacity(facts.len());
    while order.len() < DRAWN {
        let Some(next) = draw.next() else { break };
        order.push(next);
    }
    let drawn: FxHashSet<usize> = order.iter().copied().collect();
    order.extend(all.into_iter().filter(|i| !drawn.contains(i)));
    (order, gist)
}

/// How many sentences a reader is told of as those that say most of the text.
pub(super) fn few(salience: &Salience) -> usize {
    GIST.min(1 + salience.places() as usize / 4)
}

/// The state of a draw.
struct Draw<'a> {
    salience: &'a Salience,
    facts: &'a [Fact],
    worths: &'a [Worth],
    /// What is left, the best first.
    names: Vec<usize>,
    others: Vec<usize>,
    /// The sentences of the summary that are not yet drawn.
    summary: VecDeque<SentenceId>,
    /// The sentences drawn, with how many facts but names they have given.
    used: FxHashMap<SentenceId, i32>,
    kinds: FxHashMap<Kind, i32>,
    sections: FxHashMap<SectionId, i32>,
    /// The numbers drawn, with their kinds.
    numbers: FxHashSet<(Kind, u64)>,
    /// How many of the first names are not yet drawn.
    leading: usize,
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

    /// Orders the sentences.
    fn begin(&mut self) {
        let telling = |i: &&usize| self.facts.get(**i).is_some_and(|f| !is_thin(f));
        let others = self.others.iter().filter(telling);
        let pool = others.chain(self.names.iter().take(LEADING));
        let mut sentences: Vec<SentenceId> = pool
            .filter_map(|&i| self.worths.get(i))
            .map(|w| w.sentence)
            .filter(|&s| self.salience.place(s).is_some() && self.salience.length(s) >= SHORT)
            .collect();
        sentences.sort_unstable();
        sentences.dedup();
        let worth = sentences.iter().map(|&s| self.salience.worth(s));
        self.scale = worth.fold(0.0, f32::max).max(f32::EPSILON);
        self.summary = self.salience.summary(&sentences, SUMMARY).into();
    }

    /// The worth of a sentence now, as a share of the best at the start.
    fn gain(&self, sentence: SentenceId) -> f32 {
        if self.summary.front() == Some(&sentence) {
            let (each, least) = NEXT;
            let drawn = SUMMARY.saturating_sub(self.summary.len());
            return each
                .powi(i32::try_from(drawn).unwrap_or(i32::MAX))
                .max(least);
        }
        LATER * self.salience.worth(sentence) / self.scale
    }

    /// Whether a name of this sentence is needed for the next sentence of the summary: it is that sentence, or that one
    /// says nothing but names, and comes when the names before its own have been drawn.
    fn leads_on(&self, sentence: SentenceId) -> bool {
        let Some(&next) = self.summary.front() else {
            return false;
        };
        let of_next = |i: &usize| self.worths.get(*i).is_some_and(|w| w.sentence == next);
        let leading = self.names.iter().take(self.leading);
        next == sentence || !self.others.iter().any(of_next) && leading.clone().any(of_next)
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
            let place = if used.is_some() || self.leads_on(worth.sentence) {
                near
            } else {
                far * gain
            };
            return worth.own.sqrt() * place * stale;
        }
        let place = used.map_or(gain, |facts| SENTENCE.powi(facts.max(1)));
        let again = number(fact).is_some_and(|n| self.numbers.contains(&n));
        let dated = fact.kind == Kind::Time && self.salience.place(worth.sentence).is_none();
        worth.own.powf(OWN)
            * place
            * stale
            * if again { AGAIN } else { 1.0 }
            * if is_thin(fact) { THIN } else { 1.0 }
            * if dated { TITLE.1 } else { 1.0 }
    }

    fn take(&mut self, next: usize) {
        self.names.retain(|&i| i != next);
        self.others.retain(|&i| i != next);
        let (Some(fact), Some(worth)) = (self.facts.get(next), self.worths.get(next)) else {
            return;
        };
        self.numbers.extend(number(fact));
        self.summary.retain(|s| *s != worth.sentence);
        if fact.kind.is_name() {
            self.leading = self.leading.saturating_sub(1);
        }
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

/// Whether a fact says little by itself: it counts a few of something without a unit (`two nations`), or tells that somebody
/// named a thing (`police questioned the student`).
pub(super) fn is_thin(fact: &Fact) -> bool {
    match &fact.value {
        Value::Number(number) => {
            fact.kind == Kind::Quantity
                && number.to.is_none()
                && number.number.abs() < 10.0
                && number.number.fract() == 0.0
                && !matches!(number.unit, Some(Unit::Name(_)))
        }
        Value::Claim { .. } => fact.sure < PHRASE,
        _ => false,
    }
}
