//! Gathering what says the same into one fact.
//!
//! Names by the number of their entity; numbers by kind, value, unit and head noun in a fitting scope; times by their
//! normalised period and what happened, if that is known; quotations and claims by their words and who says them
//! (`voice`), lists by their words; definitions by the short form. A number that leaves out where, when or of whom it
//! holds is only the same as one that says so if it points back (`the 300 tanks`) or seldom comes by chance (`rest`).
//! Small counts (`two men`) are only gathered where the whole subject is the same: there are many pairs of men.

mod figure;
mod gathering;
mod rest;
mod voice;

use super::repeat::{Again, fold};
use super::scope::{self, Scope, Scopes};
use super::subject::Subject;
use crate::facts::lexicon::{Words, words};
use crate::facts::{Candidate, Fact, Key, Kind, Sentence, SentenceId, Sentences, Shape, Value};
use crate::text::Span;
pub(super) use figure::digits;
use figure::figure;
use gathering::{Gathering, Group, chain};

/// Room for the few statements that ranking adds, so that not all facts are moved for them.
const ROOM: usize = 8;

/// What is known of a fact while it is compared with others.
#[derive(Clone, Debug)]
pub(super) struct Detail {
    /// What a number or a time is about.
    pub(super) subject: Subject,
    /// Where and when a number holds.
    pub(super) scope: Scope,
}

/// What is known of a fact that is no number and no time.
static NOTHING: Detail = Detail {
    subject: Subject::NONE,
    scope: Scope::NONE,
};

/// The facts, in the order of their spans, and what is known of each beyond it, by index.
pub(super) struct Gathered {
    pub(super) facts: Vec<Fact>,
    details: Vec<Known>,
}

/// Few facts have details, and those are large.
type Known = Option<Box<Detail>>;

impl Gathered {
    /// What is known of the fact of this index.
    pub(super) fn detail(&self, fact: usize) -> &Detail {
        self.details.get(fact).map_or(&NOTHING, detail)
    }
}

fn detail(known: &Known) -> &Detail {
    known.as_deref().unwrap_or(&NOTHING)
}

/// Words that tie a relative time to the day of writing, so that it means the same wherever it stands.
static DEICTIC: Words = words!(
    "last this next current currently now presently today yesterday tomorrow tonight recent recently ago"
);

/// What candidates have in common that may be one fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Same {
    Entity(u32),
    Name(Kind, u64),
    Figure(Kind, [u64; 2], u64, Option<Key>),
    Time(u64, Key),
    Words(Kind, u64),
}

/// Makes facts of candidates, which are sorted by span.
pub(super) fn group(
    analysis: &Sentences<'_>,
    candidates: &[Candidate],
    scopes: &Scopes,
    again: &Again,
) -> Gathered {
    let sentences: Vec<SentenceId> = candidates
        .iter()
        .map(|c| analysis.sentence_at(c.span.start).unwrap_or_default())
        .collect();
    let mut gathering = Gathering::new(candidates.len());
    for (i, c) in candidates.iter().enumerate() {
        let sentence = sentences.get(i).map_or(0, |s| s.get());
        if let Some((first, verbatim)) = again.of(sentence).filter(|_| !c.kind.is_name()) {
            let twin = twin(analysis, candidates, &sentences, (i, c), (sentence, first));
            let voices = twin.and_then(|t| candidates.get(t));
            let said = matches!(c.kind, Kind::Quote | Kind::Claim);
            let same = !said || voices.is_none_or(|t| voice::agree(analysis, candidates, t, c));
            if same && (gathering.repeat(i, twin) || verbatim) {
                continue;
            }
        }
        let scope = scopes.of(i);
        let subject = Subject::of(analysis, c);
        let known: Known = (subject != Subject::NONE || scope.is_some()).then(|| {
            let scope = scope.copied().unwrap_or(Scope::NONE);
            Box::new(Detail { subject, scope })
        });
        if !gathering.entitled(analysis, i, c) {
            let same = same(analysis, c, detail(&known));
            gathering.add(i, same, known, |first, theirs, ours| {
                let first = candidates.get(first);
                first.is_some_and(|first| match c.kind {
                    Kind::Quote | Kind::Claim => voice::agree(analysis, candidates, first, c),
                    _ if c.kind.is_number() => rest::agree(analysis, (first, theirs), (c, ours)),
                    _ => theirs.subject.fits(&ours.subject) && theirs.scope.fits(ours.scope),
                })
            });
        }
        gathering.note_title(analysis, i, c);
    }
    let Gathering {
        mut groups, next, ..
    } = gathering;
    let members = |group: &Group| chain(&next, group.first);
    // A name that stands in headings only is no fact.
    let first = |group: &Group| {
        let all = || members(group).filter_map(|i| candidates.get(i));
        let prose = |c: &&Candidate| sentence_of(analysis, c.span).is_some_and(|s| s.prose);
        all()
            .find(prose)
            .or_else(|| all().find(|c| !c.kind.is_name()))
    };
    let mut order: Vec<_> = (0..groups.len())
        .filter_map(|at| {
            let c = first(groups.get(at)?)?;
            Some((c.span.start, c.span.end, c.kind, at))
        })
        .collect();
    order.sort_unstable();
    let mut gathered = Gathered {
        facts: Vec::with_capacity(order.len() + ROOM),
        details: Vec::with_capacity(order.len()),
    };
    for (.., at) in order {
        let Some(group) = groups.get_mut(at) else {
            continue;
        };
        let Some(first) = first(group) else {
            continue;
        };
        let all: Vec<&Candidate> = members(group).filter_map(|i| candidates.get(i)).collect();
        let mut fact = fact(analysis, &all, first);
        let mut held = members(group).filter_map(|i| Some(scopes.of(i)?.held));
        fact.place = held.clone().find_map(|h| h.place);
        fact.when = held.find_map(|h| h.when);
        gathered.facts.push(fact);
        gathered.details.push(group.detail.take());
    }
    gathered
}

/// What a candidate has in common with others that are the same fact; none where nothing but its place tells.
fn same(analysis: &Sentences<'_>, c: &Candidate, detail: &Detail) -> Option<Same> {
    let words = || scope::words(analysis, c);
    match &c.value {
        Value::Number(number) => figure(analysis, c, number, &detail.subject),
        // Without a subject nothing tells that the same happened then: each keeps its own sentence.
        Value::Time(period) => {
            let head = detail.subject.head?;
            let deictic = || {
                analysis
                    .tokens_in(c.span)
                    .iter()
                    .any(|t| DEICTIC.has(t.key))
            };
            match period {
                Some(period) => Some(Same::Time(scope::period_key(period), head)),
                None => deictic().then(|| Same::Time(words() | 1 << 63, head)),
            }
        }
        Value::Name { .. } => Some(match c.entity {
            Some(entity) => Same::Entity(entity),
            None => Same::Name(c.kind, words()),
        }),
        Value::Definition { short, .. } => {
            let keys: Vec<Key> = analysis.tokens_in(*short).iter().map(|t| t.key).collect();
            Some(Same::Words(c.kind, fold(&keys)))
        }
        Value::Quote { .. } | Value::Claim { .. } | Value::List { .. } | Value::Statement => {
            let keys: Vec<Key> = analysis
                .tokens_in(c.span)
                .iter()
                .filter(|t| matches!(t.shape, Shape::Word | Shape::Number))
                .map(|t| t.key)
                .collect();
            (keys.len() >= 3).then(|| Same::Words(c.kind, fold(&keys)))
        }
    }
}

/// The candidate of an earlier sentence that stands where `c` stands in the later one: the same kind, as many words in.
fn twin(
    analysis: &Sentences<'_>,
    candidates: &[Candidate],
    sentences: &[SentenceId],
    (i, c): (usize, &Candidate),
    (later, first): (usize, usize),
) -> Option<usize> {
    let depth = |sentence: usize, span: Span| {
        let sentence = analysis.sentences.get(sentence)?;
        let words = analysis.tokens_in(sentence.span).into_iter();
        let before = words.take_while(|t| t.span().start < span.start);
        Some(
            before
                .filter(|t| matches!(t.shape, Shape::Word | Shape::Number))
                .count(),
        )
    };
    let from = sentences.partition_point(|s| s.get() < first);
    let to = sentences.partition_point(|s| s.get() <= first).min(i);
    let own = depth(later, c.span);
    let words = scope::words(analysis, c);
    let near = candidates.get(from..to)?.iter().zip(from..to);
    near.filter(|(other, _)| other.kind == c.kind)
        .find(|(other, _)| {
            depth(first, other.span) == own || scope::words(analysis, other) == words
        })
        .map(|(_, at)| at)
}

/// The sentence that a span begins in. O(log sentences).
fn sentence_of<'a>(analysis: &'a Sentences<'_>, span: Span) -> Option<&'a Sentence> {
    let id = analysis.sentence_at(span.start)?;
    analysis.sentences.get(id.get())
}

/// The fact of a group with these members, which `first` tells first.
fn fact(analysis: &Sentences<'_>, members: &[&Candidate], first: &Candidate) -> Fact {
    let mut mentions: Vec<Span> = members.iter().map(|c| c.span).collect();
    mentions.sort_unstable();
    mentions.dedup();
    let confidence = members.iter().map(|c| c.confidence).fold(0.0, f32::max);
    Fact {
        kind: kind(members, first.kind),
        span: first.span,
        sentence: sentence_of(analysis, first.span).map_or(first.span, |s| s.span),
        subject: members.iter().find_map(|c| c.subject),
        place: None,
        when: None,
        value: value(analysis, members, first),
        mentions,
        section: analysis
            .document
            .outline()
            .headed(analysis.document.section_at(first.span.start)),
        conflicts: Vec::new(),
        sure: confidence,
        score: confidence,
        rank: 0,
        reasons: Vec::new(),
    }
}

/// The kind that the mentions of a name speak for most.
fn kind(members: &[&Candidate], first: Kind) -> Kind {
    if !first.is_name() {
        return first;
    }
    let mut best = (0.0, first);
    for kind in Kind::ALL.into_iter().filter(|k| k.is_name()) {
        let votes = members.iter().filter(|c| c.kind == kind);
        let weight: f32 = votes.map(|c| c.confidence.max(0.01)).sum();
        if weight > best.0 {
            best = (weight, kind);
        }
    }
    best.1
}

/// The value of a group: that of its first member, made fuller by the others where it is a name or a quotation.
fn value(analysis: &Sentences<'_>, members: &[&Candidate], first: &Candidate) -> Value {
    match &first.value {
        Value::Name { canonical, .. } => {
            let mut full = *canonical;
            let (mut role, mut acronym) = (None, None);
            for c in members {
                if let Value::Name {
                    canonical,
                    role: r,
                    acronym: a,
                } = &c.value
                {
                    if words_in(analysis, *canonical) > words_in(analysis, full) {
                        full = *canonical;
                    }
                    role = role.or(*r);
                    acronym = acronym.or(*a);
                }
            }
            Value::Name {
                canonical: full,
                role,
                acronym,
            }
        }
        Value::Quote { speaker: None, .. } => members
            .iter()
            .map(|c| &c.value)
            .find(|v| {
                matches!(
                    v,
                    Value::Quote {
                        speaker: Some(_),
                        ..
                    }
                )
            })
            .unwrap_or(&first.value)
            .clone(),
        value => value.clone(),
    }
}

fn words_in(analysis: &Sentences<'_>, span: Span) -> usize {
    analysis.tokens_in(span).len()
}
