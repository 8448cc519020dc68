//! Whether two equal numbers of equally named things are one number, as the rest of their clauses tells.
//!
//! What both say (whose, where, when, of which part) must be the same. What only one of them says is forgiven where the
//! later one points back (`the 300 tanks`) or has digits that seldom come twice by chance.

use super::super::scope::Scope;
use super::Detail;
use super::figure::{TELLING, digits};
use crate::facts::lexicon::small::SMALL;
use crate::facts::lexicon::{Words, words};
use crate::facts::{Candidate, Key, Sentences, Shape, Value};
use crate::text::Span;

/// Words before a number that point back to one that was told.
static POINTING: Words = words!("the those these all both that this its his her their such");

/// Prepositions that begin what narrows a counted thing.
static NARROWING: Words = words!("of in among at for from on with within across per between");

/// How far behind a number its narrowing words are looked for, in bytes and in tokens.
const REACH: usize = 60;
const NEAR: usize = 6;

/// Whether the later number `b` is the number `a` told again. Both have the same value, unit and head noun.
pub(super) fn agree(
    analysis: &Sentences<'_>,
    (a, theirs): (&Candidate, &Detail),
    (b, ours): (&Candidate, &Detail),
) -> bool {
    if !theirs.subject.fits(&ours.subject) || !theirs.scope.fits(ours.scope) {
        return false;
    }
    let (x, y) = (narrowing(analysis, a), narrowing(analysis, b));
    let inside = |x: &[Key], y: &[Key]| x.iter().all(|key| y.contains(key));
    if !inside(&x, &y) && !inside(&y, &x) {
        return false;
    }
    if is_pointing(analysis, b) || is_telling(b) {
        return true;
    }
    let agents = |a: Scope, b: Scope| a.agent.is_none() || b.agent.is_none() || a.agent == b.agent;
    theirs.subject.rest == ours.subject.rest
        && theirs.scope.place == ours.scope.place
        && theirs.scope.time == ours.scope.time
        && agents(theirs.scope, ours.scope)
        && x.is_empty() == y.is_empty()
}

fn is_telling(c: &Candidate) -> bool {
    matches!(&c.value, Value::Number(number) if digits(number.number) >= TELLING)
}

/// Whether a word that points back stands at the head of the number.
fn is_pointing(analysis: &Sentences<'_>, c: &Candidate) -> bool {
    /// The longest such word with its space, in bytes.
    const BEFORE: usize = 6;
    let text = analysis.text();
    let mut from = c.span.start.get().saturating_sub(BEFORE);
    while !text.is_char_boundary(from) {
        from -= 1;
    }
    let before = analysis.tokens_in(Span::new(from, c.span.start.get()));
    let inside = analysis.tokens_in(c.span);
    let beside = before.last().into_iter().chain(inside.first());
    beside.into_iter().any(|t| POINTING.has(t.key))
}

/// The words that narrow what a number counts: `north` of `turnout in the north`, `Indianapolis` of `24 games for
/// Indianapolis`.
fn narrowing(analysis: &Sentences<'_>, c: &Candidate) -> Vec<Key> {
    let inside = c.subject.filter(|s| !s.overlaps(c.span));
    let mut keys = Vec::new();
    if let Some(subject) = inside {
        let tokens = analysis.tokens_in(subject);
        let behind = tokens.iter().skip_while(|t| !NARROWING.has(t.key));
        push(behind.map(|t| (t.key, t.shape)), &mut keys);
    }
    let end = c.subject.map_or(c.span.end, |s| s.end.max(c.span.end));
    let Some(sentence) = analysis.sentence_at(c.span.start) else {
        return keys;
    };
    let sentence = analysis.sentences.get(sentence.get());
    let stop = sentence.map_or(end, |s| s.span.end.min(end.plus(REACH)));
    if stop <= end || inside.is_some_and(|s| s.start > c.span.end) {
        return keys;
    }
    let mut to = stop.get();
    while !analysis.text().is_char_boundary(to) {
        to -= 1;
    }
    let tokens = analysis.tokens_in(Span::new(end.get(), to));
    if tokens.first().is_some_and(|t| NARROWING.has(t.key)) {
        let words = tokens.iter().take_while(|t| t.shape != Shape::Sign);
        push(words.take(NEAR).map(|t| (t.key, t.shape)), &mut keys);
    }
    keys
}

fn push(tokens: impl Iterator<Item = (Key, Shape)>, keys: &mut Vec<Key>) {
    let words = tokens.filter(|(key, shape)| *shape == Shape::Word && !SMALL.has(*key));
    keys.extend(words.map(|(key, _)| key));
}
