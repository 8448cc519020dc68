//! Gathering what says the same into one fact.
//!
//! Names by the number of their entity; numbers by kind, value, unit and head noun in a fitting scope; times by their
//! normalised period and what happened, if that is known; quotations, claims and lists by their words; definitions by the short form.
//! Small counts (`two men`) are only gathered where the whole subject is the same: there are many pairs of men.

mod figure;

use rustc_hash::FxHashMap;

use super::repeat::{Again, fold};
use super::scope::{self, Scope};
use super::subject::Subject;
use super::tokens_in;
use crate::facts::lexicon::{Words, words};
use crate::facts::{Analysis, Candidate, Fact, Key, Kind, SentenceId, Shape, Value};
use crate::text::Span;
pub(super) use figure::digits;
use figure::{figure, open_figure};

/// What is known of a fact while it is compared with others.
#[derive(Clone, Debug, Default)]
pub(super) struct Detail {
    /// What a number or a time is about.
    pub(super) subject: Subject,
    /// Where and when a number holds.
    pub(super) scope: Scope,
}

/// How many facts of one key are compared with a new candidate, the latest ones.
const COMPARED: usize = 8;

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

/// One fact in the making.
struct Group {
    members: Vec<usize>,
    detail: Detail,
}

/// Makes facts of candidates, which are sorted by span. Facts come back sorted by span.
pub(super) fn group(
    analysis: &Analysis<'_>,
    candidates: &[Candidate],
    scopes: &[Scope],
    again: &Again,
) -> Vec<(Fact, Detail)> {
    let sentences: Vec<usize> = candidates
        .iter()
        .map(|c| {
            analysis
                .sentence_at(c.span.start)
                .map_or(0, SentenceId::get)
        })
        .collect();
    let mut gathering = Gathering::default();
    for (i, c) in candidates.iter().enumerate() {
        let sentence = sentences.get(i).copied().unwrap_or_default();
        if let Some((first, verbatim)) = again.of(sentence).filter(|_| !c.kind.is_name()) {
            let twin = twin(analysis, candidates, &sentences, (i, c), (sentence, first));
            if gathering.repeat(i, twin) || verbatim {
                continue;
            }
        }
        let detail = Detail {
            subject: Subject::of(analysis, c),
            scope: scopes.get(i).copied().unwrap_or_default(),
        };
        if !gathering.entitled(analysis, i, c) {
            gathering.add(i, same(analysis, c, &detail), detail);
        }
        gathering.note_title(analysis, i, c);
    }
    let mut facts: Vec<(Fact, Detail)> = gathering
        .groups
        .into_iter()
        .filter_map(|g| {
            let mut fact = fact(analysis, candidates, &g.members)?;
            let held = g.members.iter().filter_map(|&i| scopes.get(i));
            fact.place = held.clone().find_map(|s| s.held.place);
            fact.when = held.clone().find_map(|s| s.held.when);
            Some((fact, g.detail))
        })
        .collect();
    facts.sort_by_key(|(f, _)| (f.span.start, f.span.end, f.kind));
    facts
}

/// Groups while they grow.
#[derive(Default)]
struct Gathering {
    groups: Vec<Group>,
    known: FxHashMap<Same, Vec<usize>>,
    group_of: FxHashMap<usize, usize>,
    /// The numbers of the title, by kind and words.
    titled: FxHashMap<(Kind, u64), usize>,
}

impl Gathering {
    /// Puts a candidate of a repeated sentence to its twin; false when it has none.
    fn repeat(&mut self, i: usize, twin: Option<usize>) -> bool {
        let Some(&id) = twin.and_then(|t| self.group_of.get(&t)) else {
            return false;
        };
        if let Some(group) = self.groups.get_mut(id) {
            group.members.push(i);
        }
        self.group_of.insert(i, id);
        true
    }

    /// Puts a number that the title says in the same words to that of the title; false when there is none. Headlines
    /// leave out so much that what they count is not comparable; small numbers need more than their words.
    fn entitled(&mut self, analysis: &Analysis<'_>, i: usize, c: &Candidate) -> bool {
        if self.titled.is_empty() || !is_telling(c) {
            return false;
        }
        let Some(&id) = self.titled.get(&(c.kind, scope::words(analysis, c))) else {
            return false;
        };
        if let Some(group) = self.groups.get_mut(id) {
            group.members.push(i);
        }
        self.group_of.insert(i, id);
        true
    }

    /// Remembers a number of the title.
    fn note_title(&mut self, analysis: &Analysis<'_>, i: usize, c: &Candidate) {
        let id = analysis.sentence_at(c.span.start);
        let titled = id
            .and_then(|id| analysis.sentences.get(id.get()))
            .is_some_and(|s| s.title);
        if let Some(&id) = self.group_of.get(&i).filter(|_| titled && is_telling(c)) {
            self.titled.insert((c.kind, scope::words(analysis, c)), id);
        }
    }

    /// Puts a candidate to the latest group that it fits, or begins one.
    fn add(&mut self, i: usize, same: Option<Same>, detail: Detail) {
        let list = same.and_then(|same| self.known.get(&same));
        let open = same
            .and_then(open_figure)
            .and_then(|open| self.known.get(&open));
        let fitting = list.into_iter().chain(open).find_map(|list| {
            list.iter().rev().take(COMPARED).copied().find(|&g| {
                self.groups.get(g).is_some_and(|g| {
                    g.detail.subject.fits(&detail.subject) && g.detail.scope.fits(detail.scope)
                })
            })
        });
        let id = fitting.unwrap_or(self.groups.len());
        self.group_of.insert(i, id);
        if let Some(group) = self.groups.get_mut(id) {
            group.members.push(i);
            return;
        }
        let members = vec![i];
        self.groups.push(Group { members, detail });
        if let Some(same) = same {
            self.known.entry(same).or_default().push(id);
        }
    }
}

/// Whether a candidate is a number that seldom comes twice by chance.
fn is_telling(c: &Candidate) -> bool {
    matches!(&c.value, Value::Number(number) if number.number.abs() >= 10.0)
}

/// What a candidate has in common with others that are the same fact; none where nothing but its place tells.
fn same(analysis: &Analysis<'_>, c: &Candidate, detail: &Detail) -> Option<Same> {
    let words = || scope::words(analysis, c);
    match &c.value {
        Value::Number(number) => figure(analysis, c, number, &detail.subject),
        // Without a subject nothing tells that the same happened then: each keeps its own sentence.
        Value::Time(period) => {
            let head = detail.subject.head?;
            let deictic = || {
                tokens_in(analysis, c.span)
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
            let keys: Vec<Key> = tokens_in(analysis, *short).iter().map(|t| t.key).collect();
            Some(Same::Words(c.kind, fold(&keys)))
        }
        Value::Quote { .. } | Value::Claim { .. } | Value::List { .. } => {
            let keys: Vec<Key> = tokens_in(analysis, c.span)
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
    analysis: &Analysis<'_>,
    candidates: &[Candidate],
    sentences: &[usize],
    (i, c): (usize, &Candidate),
    (later, first): (usize, usize),
) -> Option<usize> {
    let depth = |sentence: usize, span: Span| {
        let sentence = analysis.sentences.get(sentence)?;
        let words = analysis.tokens_of(sentence).iter();
        let before = words.take_while(|t| t.span.start < span.start);
        Some(
            before
                .filter(|t| matches!(t.shape, Shape::Word | Shape::Number))
                .count(),
        )
    };
    let from = sentences.partition_point(|&s| s < first);
    let to = sentences.partition_point(|&s| s <= first).min(i);
    let own = depth(later, c.span);
    let words = scope::words(analysis, c);
    let near = candidates.get(from..to)?.iter().zip(from..to);
    near.filter(|(other, _)| other.kind == c.kind)
        .find(|(other, _)| {
            depth(first, other.span) == own || scope::words(analysis, other) == words
        })
        .map(|(_, at)| at)
}

/// The fact of a group; none for a name that stands in headings only.
fn fact(analysis: &Analysis<'_>, candidates: &[Candidate], members: &[usize]) -> Option<Fact> {
    let members: Vec<&Candidate> = members.iter().filter_map(|&i| candidates.get(i)).collect();
    let sentence_of = |span: Span| {
        let id = analysis.sentence_at(span.start)?;
        analysis.sentences.get(id.get())
    };
    let first = members
        .iter()
        .find(|c| sentence_of(c.span).is_some_and(|s| s.prose))
        .or_else(|| members.iter().find(|c| !c.kind.is_name()))?;
    let mut mentions: Vec<Span> = members.iter().map(|c| c.span).collect();
    mentions.sort_unstable();
    mentions.dedup();
    let confidence = members.iter().map(|c| c.confidence).fold(0.0, f32::max);
    Some(Fact {
        kind: kind(&members, first.kind),
        span: first.span,
        sentence: sentence_of(first.span).map_or(first.span, |s| s.span),
        subject: members.iter().find_map(|c| c.subject),
        place: None,
        when: None,
        value: value(analysis, &members, first),
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
    })
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
fn value(analysis: &Analysis<'_>, members: &[&Candidate], first: &Candidate) -> Value {
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

fn words_in(analysis: &Analysis<'_>, span: Span) -> usize {
    tokens_in(analysis, span).len()
}
