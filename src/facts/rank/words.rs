//! The content words of the facts, read once.

use super::salience::Salience;
use crate::facts::{Fact, Sentences};

/// The numbers of the content words of all facts, one fact after the other.
pub(super) struct Words {
    all: Vec<u32>,
    /// By fact: where the words of its span end, and where those of its subject behind them end.
    ends: Vec<(usize, usize)>,
}

impl Words {
    /// Reads the words of the facts. Linear in their spans.
    pub(super) fn of(analysis: &Sentences<'_>, salience: &Salience, facts: &[Fact]) -> Self {
        let mut words = Self {
            all: Vec::new(),
            ends: Vec::with_capacity(facts.len()),
        };
        for fact in facts {
            words.all.extend(salience.words_of(analysis, fact.span));
            let own = words.all.len();
            if let Some(subject) = fact.subject {
                words.all.extend(salience.words_of(analysis, subject));
            }
            words.ends.push((own, words.all.len()));
        }
        words
    }

    /// The words of a fact and of its subject.
    pub(super) fn said(&self, fact: usize) -> &[u32] {
        let start = fact.checked_sub(1).and_then(|before| self.ends.get(before));
        let start = start.map_or(0, |&(_, end)| end);
        let end = self.ends.get(fact).map_or(start, |&(_, end)| end);
        self.all.get(start..end).unwrap_or_default()
    }

    /// The words of the subject of a fact; empty where it has none.
    pub(super) fn subject(&self, fact: usize) -> &[u32] {
        let (from, to) = self.ends.get(fact).copied().unwrap_or_default();
        self.all.get(from..to).unwrap_or_default()
    }
}
