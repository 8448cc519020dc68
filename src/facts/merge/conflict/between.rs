//! Whether the text goes over to something else between two sentences, so that their values are of two things.

use crate::facts::lexicon::{Words, words};
use std::cell::OnceCell;

use super::super::group::Gathered;
use crate::facts::{Fact, Kind, Sentence, SentenceId, Sentences, Shape, Token};
use crate::text::{Pos, Span};

/// How many sentences before the later one are read, and how many before the earlier one, for the names that it knows.
const REACH: usize = 6;
const KNOWN: usize = 3;

/// Words that go over to another thing or time.
static SHIFTS: Words = words!(
    "another earlier previous previously formerly ago later elsewhere separate separately similar similarly meanwhile"
);

/// Days and months, which begin another time where the value has none of its own.
static DATES: Words = words!(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september \
     october november december"
);

/// What holds a value fast across sentences.
pub(super) struct Anchors {
    /// Whether both values say when they hold.
    pub(super) timed: bool,
    /// Whether their clauses name somebody or something.
    pub(super) named: bool,
}

/// Whether the text goes over to something else between the sentence of `a` and the later number `b`.
pub(super) fn is_another(
    analysis: &Sentences<'_>,
    gathered: &Gathered,
    names: &Names,
    (a, b): (&Fact, &Fact),
    anchors: &Anchors,
) -> bool {
    if !anchors.named && a.section != b.section {
        return true;
    }
    let at = |fact: &Fact| {
        analysis
            .sentence_at(fact.sentence.start)
            .map_or(0, SentenceId::get)
    };
    let (first, last) = (at(a), at(b));
    let lead = Span {
        start: b.sentence.start,
        end: b.span.start,
    };
    let shifts = |t: &Token| SHIFTS.has(t.key);
    if analysis.tokens_in(lead).iter().any(shifts) {
        return true;
    }
    let from = (first + 1).max(last.saturating_sub(REACH));
    let between = analysis.sentences.get(from..last).unwrap_or_default();
    for sentence in between {
        let tokens = analysis.tokens_in(sentence.span);
        let dated = |t: &Token| {
            !anchors.timed && (is_year(analysis, t) || t.is_capital() && DATES.has(t.key))
        };
        if tokens.iter().any(|t| shifts(t) || dated(t)) {
            return true;
        }
    }
    if anchors.named {
        return false;
    }
    let before = analysis.sentences.get(first.saturating_sub(KNOWN)..=first);
    let known = names.within(gathered, before.unwrap_or_default());
    let new = names.within(gathered, between);
    new.iter().any(|name| !known.contains(name))
}

/// Where names of places, organisations and events stand and whose they are, in order; made when first asked for. People
/// may be new in a story of the same thing.
#[derive(Default)]
pub(super) struct Names(OnceCell<Vec<(Pos, usize)>>);

impl Names {
    /// The named in some sentences, as indices of facts.
    fn within(&self, gathered: &Gathered, sentences: &[Sentence]) -> Vec<usize> {
        let (Some(first), Some(last)) = (sentences.first(), sentences.last()) else {
            return Vec::new();
        };
        let all = self.0.get_or_init(|| {
            let named = gathered.facts.iter().enumerate();
            let named = named.filter(|(_, f)| f.kind.is_name() && f.kind != Kind::Person);
            let mut all: Vec<(Pos, usize)> = named
                .flat_map(|(i, f)| f.mentions.iter().map(move |m| (m.start, i)))
                .collect();
            all.sort_unstable();
            all
        });
        let at = |pos: Pos| all.partition_point(|(start, _)| *start < pos);
        let inside = all.get(at(first.span.start)..at(last.span.end));
        inside.unwrap_or_default().iter().map(|(_, i)| *i).collect()
    }
}

fn is_year(analysis: &Sentences<'_>, token: &Token) -> bool {
    let word = analysis.word(token);
    token.shape == Shape::Number
        && word.len() == 4
        && (word.starts_with("19") || word.starts_with("20") || word.starts_with("18"))
        && word.bytes().all(|b| b.is_ascii_digit())
}
