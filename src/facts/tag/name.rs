//! The name tagger: where names may stand, what is known of their words, and the best sequence of labels.
//!
//! Takes the forms and tags of a sentence and the [`Evidence`] of the whole document, gives spans of tokens with a
//! [`NameKind`]. Only runs of capitalised words, with the small words and figures that may join them, are decoded
//! (Viterbi over begin / inside labels); all else is no name. Deliberately absent: who is who; that is the finder's.

mod evidence;
mod features;
mod run;
mod viterbi;

use std::ops::Range;

use super::Tag;
use super::form::Form;
use super::model::Model;
use crate::facts::gazetteer::Gazetteer;

pub(in crate::facts) use evidence::Evidence;
pub(in crate::facts) use features::Context;
#[cfg(feature = "train")]
pub(in crate::facts) use features::emit;
pub(in crate::facts) use run::{is_joint, runs, trim};
#[cfg(feature = "train")]
pub(in crate::facts) use viterbi::transition;
pub(in crate::facts) use viterbi::{LABELS, Lattice, OUTSIDE, Row, begin, inside, kind_of};

/// What a name names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NameKind {
    /// A person.
    Person,
    /// An organisation.
    Organization,
    /// A place.
    Place,
    /// An event.
    Event,
    /// A product, a work, a people, a language: no fact, but no other kind either.
    Other,
}

impl NameKind {
    /// All kinds, in the order of their labels.
    pub const ALL: [Self; 5] = [
        Self::Person,
        Self::Organization,
        Self::Place,
        Self::Event,
        Self::Other,
    ];
}

/// A name in the text, before it is known whose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameSpan {
    /// Its tokens.
    pub tokens: Range<u32>,
    /// What it names, as far as its own place tells.
    pub kind: NameKind,
    /// How well each kind fits it, in the order of [`NameKind::ALL`]; only differences mean something.
    pub scores: [i32; 5],
    /// By how much its labels fit better than those of any other kind, or of no name; as the scores.
    pub margin: i32,
}

/// A sentence as the tagger sees it.
#[derive(Clone, Copy, Debug)]
pub(in crate::facts) struct Sight<'a> {
    /// Its tokens.
    pub forms: &'a [Form],
    /// Their parts of speech.
    pub tags: &'a [Tag],
    /// Whether it is a heading.
    pub heading: bool,
}

/// Bytes in a row: a weight for each label, and the power of two to multiply them by.
const WIDTH: usize = LABELS + 1;

/// The weights of the features, and of one label following another.
#[derive(Clone, Debug)]
pub(in crate::facts) struct Weights<'m> {
    model: Model<'m, WIDTH>,
    lattice: Lattice,
}

impl<'m> Weights<'m> {
    /// Reads a model file.
    pub(in crate::facts) fn read(bytes: &'m [u8]) -> Self {
        let model = Model::read(bytes);
        Self {
            lattice: Lattice::of(&model),
            model,
        }
    }

    /// Whether there are none.
    pub(in crate::facts) const fn is_empty(&self) -> bool {
        self.model.is_empty()
    }
}

/// The tagger of one document. What a word says by itself, or beside another, is added up once for each word and kept;
/// that is what makes it fast, and changes nothing in what it says.
#[derive(Debug)]
pub(in crate::facts) struct Tagger<'t, 'm> {
    weights: &'t Weights<'m>,
    lists: &'t Gazetteer<'m>,
    evidence: &'t Evidence,
    /// For each form where its sums are, from 1: by itself, opening a sentence and not, and in the places beside.
    known: Vec<[u32; KNOWN]>,
    sums: Vec<Row>,
}

/// How much better than any other kind a name must fit those that are not shown, each token. Names of products and
/// works are the least alike, so that half of the strange names of the other kinds were taken for them; the figure is
/// that from which on as many wrong names come as right ones (by cross-validation).
const RESERVE: i32 = 165;

/// How many sums a form may have.
const KNOWN: usize = 2 + features::BESIDE.len();

impl<'t, 'm> Tagger<'t, 'm> {
    /// For a document with so many forms.
    pub(in crate::facts) fn new(
        weights: &'t Weights<'m>,
        lists: &'t Gazetteer<'m>,
        evidence: &'t Evidence,
        forms: usize,
    ) -> Self {
        Self {
            weights,
            lists,
            evidence,
            // One more for what is beyond the ends of a sentence.
            known: vec![[0; KNOWN]; forms + 1],
            sums: Vec::new(),
        }
    }

    /// Appends the names of one sentence, whose first token has the number `base`. `ids` are the numbers of its forms.
    pub(in crate::facts) fn tag(
        &mut self,
        sight: Sight<'_>,
        ids: &[u32],
        base: u32,
        out: &mut Vec<NameSpan>,
    ) {
        if self.weights.is_empty() {
            return;
        }
        let runs = runs(sight.forms);
        if runs.is_empty() {
            return;
        }
        let context = Context::of(self.lists, self.evidence, sight);
        for run in runs {
            let scores = self.scores(&context, &run, ids);
            let forms = sight.forms.get(run.clone()).unwrap_or_default();
            let labels = self.weights.lattice.decode(&scores, forms);
            spans(&labels, &scores, |range, kind, scores, margin| {
                let range = run.start + range.start..run.start + range.end;
                let range = trim(sight.forms, range);
                if !range.is_empty() {
                    let at = |i: usize| base + u32::try_from(i).unwrap_or(0);
                    out.push(NameSpan {
                        tokens: at(range.start)..at(range.end),
                        kind,
                        scores,
                        margin,
                    });
                }
            });
        }
    }

    /// The scores of the labels of each token of a run.
    fn scores(&mut self, context: &Context<'_>, run: &Range<usize>, ids: &[u32]) -> Vec<Row> {
        let model = &self.weights.model;
        let mut last = (0..0, Row::default());
        let mut out = Vec::with_capacity(run.len());
        for i in run.clone() {
            let chunk = context.chunk(run, i);
            if last.0 != chunk {
                let mut sum = Row::default();
                features::chunk_features(context, run, &chunk, &mut |f| {
                    model.add_scaled(f, &mut sum);
                });
                last = (chunk, sum);
            }
            let mut row = last.1;
            features::among(context, &last.0, i, &mut |f| {
                model.add_scaled(f, &mut row);
            });
            self.add_own(context, i, ids, &mut row);
            for (place, by) in features::BESIDE {
                self.add_beside(context, i.checked_add_signed(by), place, ids, &mut row);
            }
            for label in [begin(NameKind::Other), inside(NameKind::Other)] {
                if let Some(score) = row.get_mut(label) {
                    *score -= RESERVE;
                }
            }
            out.push(row);
        }
        out
    }

    /// Adds what a word says by itself.
    fn add_own(&mut self, context: &Context<'_>, i: usize, ids: &[u32], row: &mut Row) {
        let initial = context.opens(i);
        let model = &self.weights.model;
        let sum = |sum: &mut Row| {
            let form = context.form(Some(i));
            let seen = context.seen(&form);
            let mut add = |f| model.add_scaled(f, sum);
            features::own(&form, seen, &mut add);
            features::opening(&form, seen, initial, &mut add);
        };
        let id = ids.get(i).copied();
        keep(
            &mut self.known,
            &mut self.sums,
            id,
            usize::from(initial),
            row,
            sum,
        );
    }

    /// Adds what a word says in a place beside.
    fn add_beside(
        &mut self,
        context: &Context<'_>,
        at: Option<usize>,
        place: usize,
        ids: &[u32],
        row: &mut Row,
    ) {
        let model = &self.weights.model;
        let sum = |sum: &mut Row| {
            features::beside(place, &context.form(at), &mut |f| model.add_scaled(f, sum));
        };
        let id = at.and_then(|i| ids.get(i)).copied();
        keep(&mut self.known, &mut self.sums, id, 2 + place, row, sum);
    }
}

/// Adds a sum to a row; works it out the first time that it is asked for.
fn keep(
    known: &mut [[u32; KNOWN]],
    sums: &mut Vec<Row>,
    id: Option<u32>,
    which: usize,
    row: &mut Row,
    work: impl FnOnce(&mut Row),
) {
    let edge = known.len().saturating_sub(1);
    let id = id.map_or(edge, |id| id as usize);
    let Some(cell) = known.get_mut(id).and_then(|k| k.get_mut(which)) else {
        return;
    };
    if *cell == 0 {
        let mut sum = Row::default();
        work(&mut sum);
        sums.push(sum);
        *cell = u32::try_from(sums.len()).unwrap_or(0);
    }
    let sum = (*cell as usize).checked_sub(1).and_then(|i| sums.get(i));
    for (score, &more) in row.iter_mut().zip(sum.into_iter().flatten()) {
        *score += more;
    }
}

/// The spans that labels make, with the summed scores of each kind and the margin of theirs.
fn spans(
    labels: &[usize],
    scores: &[Row],
    mut emit: impl FnMut(Range<usize>, NameKind, [i32; 5], i32),
) {
    let mut start = 0;
    while start < labels.len() {
        let Some(kind) = labels.get(start).copied().and_then(kind_of) else {
            start += 1;
            continue;
        };
        let mut end = start + 1;
        while labels.get(end).is_some_and(|&l| l == inside(kind)) {
            end += 1;
        }
        let mut sums = [0; 5];
        let mut none = 0;
        for (i, row) in scores.iter().enumerate().take(end).skip(start) {
            for (sum, kind) in sums.iter_mut().zip(NameKind::ALL) {
                let label = if i == start {
                    begin(kind)
                } else {
                    inside(kind)
                };
                *sum += row.get(label).copied().unwrap_or(0);
            }
            none += row.get(OUTSIDE).copied().unwrap_or(0);
        }
        let own = sums.get(kind as usize).copied().unwrap_or(0);
        let others = sums.into_iter().zip(NameKind::ALL);
        let rival = others
            .filter(|&(_, k)| k != kind)
            .map(|(sum, _)| sum)
            .fold(none, i32::max);
        emit(start..end, kind, sums, own - rival);
        start = end;
    }
}
