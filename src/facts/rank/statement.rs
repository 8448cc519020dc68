//! Statements: whole sentences that say what a text is about, where nothing else in them can be noted.
//!
//! A thesis, a finding, a rule, a definition of the subject often holds no number, no name and no quotation: `Water is
//! the main killer in these storms.` Of the few sentences that together say most of the text those without another fact
//! become facts themselves. Only what stands alone may: a sentence with a verb and its end, of a length to be read at a
//! glance, that does not begin with a word for something said before. In a text of few sentences nothing is picked out.
//! O(sentences log sentences); the sentences read closely are at most [`POOL`] and those that do not stand alone.

use rustc_hash::FxHashSet;

use super::salience::Salience;
use super::spread::{few, is_thin};
use crate::facts::{
    Fact, FactId, Findings, Kind, SentenceId, Sentences, Shape, Tag, Token, Value,
};
use crate::text::Span;

/// The fewest sentences of a text of which some are picked out.
const FEW: u32 = 8;
/// How many words a statement has.
const LENGTH: std::ops::RangeInclusive<u16> = 6..=40;
/// From how many sentences the few are chosen.
const POOL: usize = 160;
/// How sure it is that a statement is worth noting.
const SURE: f32 = 0.6;

/// Adds the statements of a text to its facts, in their places.
pub(super) fn add(analysis: &Sentences<'_>, salience: &Salience, findings: &mut Findings) {
    let english = findings.language.is_none_or(|l| l.is_english());
    if !english || salience.places() < FEW {
        return;
    }
    let told = told(analysis, &findings.facts);
    let pool = pool(analysis, salience, findings, &told);
    let gist = salience.summary(&pool, few(salience));
    let mut added: Vec<Fact> = gist
        .into_iter()
        .filter(|id| !told.contains(id))
        .filter_map(|id| Some(statement(analysis, analysis.sentences.get(id.get())?.span, findings)))
        .collect();
    added.sort_by_key(|f| f.span);
    insert(&mut findings.facts, added);
}

/// The sentences that hold a fact beside names.
fn told(analysis: &Sentences<'_>, facts: &[Fact]) -> FxHashSet<SentenceId> {
    let telling = facts.iter().filter(|f| !f.kind.is_name() && !is_thin(f));
    telling
        .filter_map(|f| analysis.sentence_at(f.span.start))
        .collect()
}

/// The sentences that are worth most, and are told or stand alone.
fn pool(
    analysis: &Sentences<'_>,
    salience: &Salience,
    findings: &Findings,
    told: &FxHashSet<SentenceId>,
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
        stands_alone(analysis, &tokens, analysis.tags_of(sentence))
    };
    let fit = all
        .into_iter()
        .map(|(_, id)| id)
        .filter(|&id| told.contains(&id) || alone(id));
    fit.take(POOL).collect()
}

/// Whether a sentence can be read without those before it.
fn stands_alone(analysis: &Sentences<'_>, tokens: &[Token], tags: &[Tag]) -> bool {
    let word = |t: Option<&Token>| t.map_or("", |t| analysis.word(t));
    let Some((first, tag)) = tokens.first().zip(tags.first()) else {
        return false;
    };
    let opens = first.is_capital() || first.shape == Shape::Number;
    let points = match tag {
        Tag::Pron => !matches!(word(Some(first)), "We" | "Our"),
        Tag::Cconj | Tag::Intj => true,
        _ => false,
    };
    let last = tokens.iter().rfind(|t| !matches!(word(Some(t)), "\"" | "”" | ")" | "]" | "’"));
    let ends = matches!(word(last), "." | "!");
    let verb = tags.iter().any(|t| matches!(t, Tag::Verb | Tag::Aux));
    let paired = |open: &str, close: &str| {
        let count = |sign: &str| tokens.iter().filter(|t| word(Some(t)) == sign).count();
        count(open) == count(close)
    };
    let whole = paired("(", ")") && paired("“", "”") && !tokens.iter().any(|t| word(Some(t)) == "\"");
    opens && !points && ends && verb && whole
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
