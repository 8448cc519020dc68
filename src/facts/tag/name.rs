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
pub(in crate::facts) use features::{Context, emit as features};
pub(in crate::facts) use run::{is_joint, runs, trim};
pub(in crate::facts) use viterbi::{LABELS, Lattice, begin, inside, kind_of};
#[cfg(feature = "train")]
pub(in crate::facts) use viterbi::{OUTSIDE, transition};

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

/// Appends the names of one sentence, whose first token has the number `base`.
pub(in crate::facts) fn tag(
    weights: &Weights<'_>,
    lists: &Gazetteer<'_>,
    evidence: &Evidence,
    sight: Sight<'_>,
    base: u32,
    out: &mut Vec<NameSpan>,
) {
    if weights.is_empty() {
        return;
    }
    let Weights { model, lattice } = weights;
    let mut context = None;
    for run in runs(sight.forms) {
        let context = context.get_or_insert_with(|| Context::of(lists, evidence, sight));
        let scores: Vec<_> = run
            .clone()
            .map(|i| {
                let mut scores = super::model::Scores::default();
                features(context, &run, i, |f| model.add_scaled(f, &mut scores));
                scores
            })
            .collect();
        let labels = lattice.decode(&scores, sight.forms.get(run.clone()).unwrap_or_default());
        spans(&labels, &scores, |range, kind, scores| {
            let range = run.start + range.start..run.start + range.end;
            let range = trim(sight.forms, range);
            if !range.is_empty() {
                let at = |i: usize| base + u32::try_from(i).unwrap_or(0);
                out.push(NameSpan {
                    tokens: at(range.start)..at(range.end),
                    kind,
                    scores,
                });
            }
        });
    }
}

/// The spans that labels make, with the summed scores of each kind.
fn spans(
    labels: &[usize],
    scores: &[super::model::Scores],
    mut emit: impl FnMut(Range<usize>, NameKind, [i32; 5]),
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
        for (i, row) in scores.iter().enumerate().take(end).skip(start) {
            for (sum, kind) in sums.iter_mut().zip(NameKind::ALL) {
                let label = if i == start {
                    begin(kind)
                } else {
                    inside(kind)
                };
                *sum += row.get(label).copied().unwrap_or(0);
            }
        }
        emit(start..end, kind, sums);
        start = end;
    }
}
