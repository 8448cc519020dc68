//! Statements: whole sentences that say what a text is about, where nothing else in them can be noted.
//!
//! A thesis, a finding, a rule, what a thing is: such a sentence often holds no number and no quotation. `Water is the main
//! killer in these storms.` Of the few sentences that together say most of the text (`Salience::summary`) those without
//! another fact but names become facts themselves, if they can be read without the sentences before them (`alone`). In a
//! text of few sentences nothing is picked out. Invariant: a statement is one sentence of prose, in no quotation, the
//! first of its repeats; facts stay in the order of their spans. O(sentences log sentences), of which at most [`LOOK`]
//! are read again.

mod alone;

use rustc_hash::{FxHashMap, FxHashSet};

use super::salience::Salience;
use super::spread::{few, is_thin};
use crate::facts::{Fact, FactId, Findings, Kind, Language, SentenceId, Sentences, Value};
use crate::text::Span;

/// The fewest sentences of a text of which some are picked out.
const FEW: u32 = 8;
/// How many words a statement has.
const LENGTH: std::ops::RangeInclusive<u16> = 6..=40;
/// From how many sentences the few are chosen.
const POOL: usize = 160;
/// How many sentences are looked at for that, the ones that are worth most first.
const LOOK: usize = 4 * POOL;
/// How sure it is that a statement is worth noting.
const SURE: f32 = 0.6;

/// Adds the statements of a text to its facts, in their places.
pub(super) fn add(analysis: &Sentences<'_>, salience: &Salience, findings: &mut Findings) {
    let english = findings.language.is_none_or(Language::is_english);
    if !english || salience.places() < FEW {
        return;
    }
    let told = told(analysis, &findings.facts);
    let pool = pool(analysis, salience, findings, &told);
    let gist = salience.summary(&pool, few(salience));
    let mut added: Vec<Fact> = gist
        .into_iter()
        .filter(|id| !told.contains_key(id))
        .filter_map(|id| analysis.sentences.get(id.get()))
        .map(|sentence| statement(analysis, sentence.span, findings))
        .collect();
    added.sort_by_key(|f| f.span);
    insert(&mut findings.facts, added);
}

/// The sentences that hold a fact beside names; false for those that only say again what an earlier one said.
fn told(analysis: &Sentences<'_>, facts: &[Fact]) -> FxHashMap<SentenceId, bool> {
    let mut told = FxHashMap::default();
    for fact in facts.iter().filter(|f| !f.kind.is_name() && !is_thin(f)) {
        for (at, mention) in fact.mentions.iter().enumerate() {
            if let Some(id) = analysis.sentence_at(mention.start) {
                *told.entry(id).or_default() |= at == 0;
            }
        }
    }
    told
}

/// The sentences that are worth most, and are told or stand alone.
fn pool(
    analysis: &Sentences<'_>,
    salience: &Salience,
    findings: &Findings,
    told: &FxHashMap<SentenceId, bool>,
) -> Vec<SentenceId> {
    let mut all: Vec<(f32, SentenceId)> = (0..analysis.sentences.len())
        .map(SentenceId::new)
        .map(|id| (salience.worth(id), id))
        .filter(|(worth, _)| *worth > 0.0)
        .collect();
    all.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let again: FxHashSet<Span> = findings.repeats.iter().map(|r| r.span).collect();
    let quotes: Vec<Span> = (findings.facts.iter())
        .filter(|f| f.kind == Kind::Quote)
        .map(|f| f.span)
        .collect();
    let mut tokens = Vec::new();
    let mut alone = |id: SentenceId| {
        let Some(sentence) = analysis.sentences.get(id.get()) else {
            return false;
        };
        if !LENGTH.contains(&salience.length(id)) || again.contains(&sentence.span) {
            return false;
        }
        // Quotations do not lie in each other: the last that begins before may reach here.
        let before = quotes.partition_point(|q| q.start <= sentence.span.start);
        let quote = before.checked_sub(1).and_then(|i| quotes.get(i));
        if quote.is_some_and(|q| q.end > sentence.span.start) {
            return false;
        }
        analysis.read_tokens(sentence.span, &mut tokens);
        alone::stands_alone(analysis.text(), &tokens, analysis.tags_of(sentence))
    };
    let best = all.into_iter().take(LOOK).map(|(_, id)| id);
    best.filter(|&id| told.get(&id).copied().unwrap_or_else(|| alone(id)))
        .take(POOL)
        .collect()
}

/// A sentence as a fact, its later repeats as mentions.
fn statement(analysis: &Sentences<'_>, sentence: Span, findings: &Findings) -> Fact {
    let again = findings.repeats.iter().filter(|r| r.first == sentence);
    let mut mentions = vec![sentence];
    mentions.extend(again.map(|r| r.span));
    Fact {
        kind: Kind::Statement,
        span: sentence,
        sentence,
        subject: None,
        place: None,
        when: None,
        value: Value::Statement,
        mentions,
        section: analysis
            .document
            .outline()
            .headed(analysis.document.section_at(sentence.start)),
        conflicts: Vec::new(),
        sure: SURE,
        score: SURE,
        rank: 0,
        reasons: Vec::new(),
    }
}

/// Puts facts among others, all in the order of their spans, and mends what points at those. Linear.
fn insert(facts: &mut Vec<Fact>, added: Vec<Fact>) {
    if added.is_empty() {
        return;
    }
    let places: Vec<usize> = added
        .iter()
        .map(|new| facts.partition_point(|f| f.span <= new.span))
        .collect();
    for fact in facts.iter_mut() {
        for id in &mut fact.conflicts {
            let before = places.partition_point(|&at| at <= id.get());
            *id = FactId::new(id.get() + before);
        }
    }
    for (before, (at, new)) in places.into_iter().zip(added).enumerate() {
        facts.insert(at + before, new);
    }
}

#[cfg(test)]
mod tests;
