//! Where and when a number holds, as its sentence says: the nearest place and time, looked for ahead first.

use crate::facts::{Candidate, Kind, Period, Sentences, Value};

mod held;

use super::repeat::fold;
pub(super) use held::Held;

/// The place and time that a number is said of, as keys that are equal for the same place and time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Scope {
    /// The place.
    pub(super) place: Option<u64>,
    /// The time.
    pub(super) time: Option<u64>,
    /// The person or organisation named before it in the sentence, the nearest one.
    pub(super) agent: Option<u32>,
    /// The words of place and time that surely belong to the number.
    pub(super) held: Held,
}

impl Scope {
    /// Nowhere, and at no time.
    pub(super) const NONE: Self = Self {
        place: None,
        time: None,
        agent: None,
        held: Held {
            place: None,
            when: None,
        },
    };

    /// Whether nothing tells the two apart: each of place and time is the same, or one side does not say.
    pub(super) fn fits(self, other: Self) -> bool {
        let fits = |a: Option<u64>, b: Option<u64>| a.is_none() || b.is_none() || a == b;
        fits(self.place, other.place) && fits(self.time, other.time)
    }
}

/// How many neighbours are looked at on either side.
const REACH: usize = 12;

/// The scopes of the numbers among candidates; nothing else has one.
pub(super) struct Scopes(Vec<(usize, Scope)>);

impl Scopes {
    /// The scope of the candidate of this index. O(log numbers).
    pub(super) fn of(&self, candidate: usize) -> Option<&Scope> {
        let at = self.0.binary_search_by_key(&candidate, |(i, _)| *i).ok()?;
        self.0.get(at).map(|(_, scope)| scope)
    }
}

/// Reads the scopes of candidates, which are sorted by span.
pub(super) fn scopes(analysis: &Sentences<'_>, candidates: &[Candidate]) -> Scopes {
    let all = candidates.iter().enumerate();
    let numbers = all.filter(|(_, c)| c.kind.is_number());
    Scopes(
        numbers
            .map(|(i, c)| (i, scope(analysis, candidates, i, c)))
            .collect(),
    )
}

fn scope(analysis: &Sentences<'_>, all: &[Candidate], at: usize, number: &Candidate) -> Scope {
    let Some(sentence) = analysis
        .sentence_at(number.span.start)
        .and_then(|id| analysis.sentences.get(id.get()))
    else {
        return Scope::default();
    };
    let ahead = all
        .iter()
        .skip(at + 1)
        .take(REACH)
        .take_while(|c| c.span.start < sentence.span.end)
        .take_while(|c| !c.kind.is_number() || c.span.start < number.span.end);
    let behind = all
        .iter()
        .take(at)
        .rev()
        .take(REACH)
        .take_while(|c| c.span.start >= sentence.span.start)
        .take_while(|c| !c.kind.is_number());
    let mut scope = Scope {
        held: held::held(analysis, all, at, sentence),
        ..Scope::default()
    };
    let mut named = behind.clone();
    scope.agent = named
        .find(|c| matches!(c.kind, Kind::Person | Kind::Organization))
        .and_then(|c| c.entity);
    for c in ahead.chain(behind) {
        match c.kind {
            Kind::Place if scope.place.is_none() => scope.place = Some(place(analysis, c)),
            Kind::Time if scope.time.is_none() => scope.time = Some(time(analysis, c)),
            _ => {}
        }
    }
    scope
}

fn place(analysis: &Sentences<'_>, c: &Candidate) -> u64 {
    match c.entity {
        Some(entity) => u64::from(entity),
        None => words(analysis, c) | 1 << 63,
    }
}

/// The key of a time: its normalised period, or else its words.
pub(super) fn time(analysis: &Sentences<'_>, c: &Candidate) -> u64 {
    match &c.value {
        Value::Time(Some(period)) => period_key(period),
        _ => words(analysis, c) | 1 << 63,
    }
}

/// One number for a period.
pub(super) fn period_key(period: &Period) -> u64 {
    use std::hash::{Hash, Hasher};
    let mut hasher = rustc_hash::FxHasher::default();
    match period {
        Period::Date(date) => date.hash(&mut hasher),
        Period::Range(from, to) => (from, to).hash(&mut hasher),
    }
    hasher.finish() & !(1 << 63)
}

/// One number for the words of a candidate.
pub(super) fn words(analysis: &Sentences<'_>, c: &Candidate) -> u64 {
    let keys: Vec<_> = analysis.tokens_in(c.span).iter().map(|t| t.key).collect();
    fold(&keys)
}
