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
use super::spread::{LEADING, SHORT, few, is_thin};
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

/// Adds the statements of a text to its facts, in their places, and to the salience of its names a 0 for each.
pub(super) fn add(
    analysis: &Sentences<'_>,
    salience: &Salience,
    findings: &mut Findings,
    names: &mut Vec<f32>,
) {
    let english = findings.language.is_none_or(Language::is_english);
    if !english || salience.places() < FEW {
        return;
    }
    let told = told(analysis, &findings.facts);
    let (mut pool, alone) = pool(analysis, salience, findings, &told);
    let leading = leading(analysis, &findings.facts, names);
    let long = |id: &SentenceId| salience.worth(*id) > 0.0 && salience.length(*id) >= SHORT;
    pool.extend(leading.into_iter().filter(long));
    pool.sort_unstable();
    pool.dedup();
    let mut gist = salience.summary(&pool, few(salience));
    gist.retain(|id| alone.contains(id));
    gist.sort_unstable();
    let spans = gist
        .iter()
        .filter_map(|id| analysis.sentences.get(id.get()));
    let added = spans.map(|s| statement(analysis, s.span, findings));
    let added: Vec<Fact> = added.collect();
    insert(&mut findings.facts, names, added);
}

/// The sentences that bring in the names that a text is most about.
fn leading(analysis: &Sentences<'_>, facts: &[Fact], names: &[f32]) -> Vec<SentenceId> {
    let mut best: Vec<(f32, usize)> = Vec::with_capacity(LEADING + 1);
    for (at, &name) in names.iter().enumerate().filter(|(_, name)| **name > 0.0) {
        let place = best.partition_point(|(other, _)| *other >= name);
        best.insert(place, (name, at));
        best.truncate(LEADING);
    }
    let firsts = best.iter().filter_map(|&(_, at)| facts.get(at));
    firsts
        .filter_map(|f| analysis.sentence_at(f.span.start))
        .collect()
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

/// The sentences that are worth most, and are told or stand alone; and those of them that are not told.
fn pool(
    analysis: &Sentences<'_>,
    salience: &Salience,
    findings: &Findings,
    told: &FxHashMap<SentenceId, bool>,
) -> (Vec<SentenceId>, FxHashSet<SentenceId>) {
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
    let mut pool = Vec::with_capacity(POOL);
    let mut fit = FxHashSet::default();
    for (_, id) in all.into_iter().take(LOOK) {
        match told.get(&id) {
            Some(&first) if first => pool.push(id),
            None if alone(id) => {
                pool.push(id);
                fit.insert(id);
            }
            _ => {}
        }
        if pool.len() == POOL {
            break;
        }
    }
    (pool, fit)
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
fn insert(facts: &mut Vec<Fact>, names: &mut Vec<f32>, added: Vec<Fact>) {
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
        names.insert(at + before, 0.0);
    }
}

#[cfg(test)]
mod tests;
