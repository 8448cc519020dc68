//! Training of the name tagger: a structured perceptron with averaged weights (Collins 2002), decoded by Viterbi.

use rustc_hash::FxHashMap;

use super::gold::{NameDocument, masks};
use super::perceptron::Learner;
use super::speech::{next, shuffle};
use crate::facts::analysis::analyse_with;
use crate::facts::tag::Models;
use crate::facts::tag::form::Form;
use crate::facts::tag::model::MOST;
use crate::facts::tag::name::{
    Context, Evidence, LABELS, Lattice, OUTSIDE, Row, Sight, emit, runs, transition,
};

/// Rounds over the data.
const ROUNDS: usize = 8;

/// Models that are trained in different orders and blended to one, so that it does not hang on the last examples.
const BLENDED: usize = 5;

/// Features seen less often are left out.
const LEAST: u32 = 2;

/// How much better than a wrong label the right one must be.
const MARGIN: f32 = 3.0;

/// How much better than no name a name must be: more, so that fewer are missed.
const MISSING: f32 = 20.0;

/// How many of a hundred features are left out at random each time an example is looked at, so that no weight
/// relies on one other (dropout: Hinton et al. 2012).
const DROPPED: u64 = 20;

/// One run: what the tagger sees, and what it may say.
struct Example {
    forms: Vec<Form>,
    features: Vec<Vec<u64>>,
    may: Vec<u16>,
}

/// Trains; gives the model file with so many slots.
pub fn train(documents: &[&NameDocument], lists: &[u8], speech: &[u8], slots: usize) -> Vec<u8> {
    let models = Models::from_bytes(lists, speech, &[]);
    let mut examples: Vec<Example> = documents
        .iter()
        .flat_map(|d| examples(d, &models))
        .collect();
    let mut counts: FxHashMap<u64, u32> = FxHashMap::default();
    for feature in examples.iter().flat_map(|e| e.features.iter().flatten()) {
        *counts.entry(*feature).or_default() += 1;
    }
    for list in examples.iter_mut().flat_map(|e| &mut e.features) {
        list.retain(|f| counts.get(f).is_some_and(|&c| c >= LEAST));
    }
    let mut learners = Vec::new();
    let mut random = 0x9e37_79b9_7f4a_7c15_u64;
    for _ in 0..BLENDED {
        let mut learner = Learner::new(LABELS);
        let mut order: Vec<usize> = (0..examples.len()).collect();
        for _ in 0..ROUNDS {
            shuffle(&mut order, &mut random);
            for example in order.iter().filter_map(|&i| examples.get(i)) {
                learn(&mut learner, example, &mut random);
            }
        }
        learners.push(learner);
    }
    Learner::blend(&learners).pack(slots, None)
}

/// The runs of a document.
fn examples(gold: &NameDocument, models: &Models<'_>) -> Vec<Example> {
    let analysis = analyse_with(&gold.document, None, models);
    let may = masks(gold, &analysis, &models.lists);
    let forms: Vec<Vec<Form>> = analysis
        .sentences
        .iter()
        .map(|s| {
            analysis
                .tokens_of(s)
                .iter()
                .map(|t| Form::of(analysis.word(t), t, &models.lists))
                .collect()
        })
        .collect();
    let sight = |i: usize| {
        let sentence = analysis.sentences.get(i);
        Sight {
            forms: forms.get(i).map(Vec::as_slice).unwrap_or_default(),
            tags: sentence.map(|s| analysis.tags_of(s)).unwrap_or_default(),
            heading: sentence.is_some_and(|s| !s.prose),
        }
    };
    let mut evidence = Evidence::default();
    (0..forms.len()).for_each(|i| evidence.add(sight(i)));
    let mut out = Vec::new();
    for (i, sentence) in analysis.sentences.iter().enumerate() {
        let sight = sight(i);
        let base = sentence.tokens.start as usize;
        let context = Context::of(&models.lists, &evidence, sight);
        for run in runs(sight.forms) {
            let list = |i| {
                let mut list = Vec::new();
                emit(&context, &run, i, |f| list.push(f));
                list
            };
            out.push(Example {
                forms: sight.forms.get(run.clone()).unwrap_or_default().to_vec(),
                features: run.clone().map(list).collect(),
                may: may
                    .get(base + run.start..base + run.end)
                    .unwrap_or_default()
                    .to_vec(),
            });
        }
    }
    out
}

/// Fractions of a weight that scores are counted in while learning.
const GRAIN: f32 = 1024.0;

/// A score as the decoder takes it.
#[expect(
    clippy::cast_possible_truncation,
    reason = "scores are far below the limit"
)]
fn grains(score: f32) -> i32 {
    (score * GRAIN) as i32
}

/// The scores of the labels as the decoder takes them.
fn in_grains(scores: [f32; MOST]) -> Row {
    let mut row = Row::default();
    for (cell, score) in row.iter_mut().zip(scores) {
        *cell = grains(score);
    }
    row
}

/// One run: the best labels by the weights so far, against the best of those that are right.
fn learn(learner: &mut Learner, example: &Example, random: &mut u64) {
    learner.tick();
    let kept: Vec<Vec<u64>> = example
        .features
        .iter()
        .map(|list| {
            let mut list = list.clone();
            list.retain(|_| next(random) % 100 >= DROPPED);
            list
        })
        .collect();
    let lattice = Lattice::with(|from| {
        let mut row = [0.0; MOST];
        learner.score(&[transition(from)], &mut row);
        in_grains(row)
    });
    let right: Vec<Row> = kept
        .iter()
        .map(|f| {
            let mut row = [0.0; MOST];
            learner.score(f, &mut row);
            in_grains(row)
        })
        .collect();
    let may = |i: usize| example.may.get(i).copied().unwrap_or(u16::MAX);
    let mut strict = right.clone();
    for (i, row) in strict.iter_mut().enumerate() {
        for (label, score) in row.iter_mut().enumerate().take(LABELS) {
            if may(i) >> label & 1 == 0 {
                *score += grains(if label == OUTSIDE { MISSING } else { MARGIN });
            }
        }
    }
    let said = lattice.decode(&strict, &example.forms);
    if said.iter().enumerate().all(|(i, &l)| may(i) >> l & 1 == 1) {
        return;
    }
    let gold = lattice.decode_within(&right, &example.forms, may);
    if gold.iter().enumerate().any(|(i, &l)| may(i) >> l & 1 == 0) {
        return;
    }
    let (mut before_said, mut before_gold) = (OUTSIDE, OUTSIDE);
    for ((found, &said), &gold) in kept.iter().zip(&said).zip(&gold) {
        if said != gold {
            learner.update(found, gold, 1.0);
            learner.update(found, said, -1.0);
        }
        if (said, before_said) != (gold, before_gold) {
            learner.update(&[transition(before_gold)], gold, 1.0);
            learner.update(&[transition(before_said)], said, -1.0);
        }
        (before_said, before_gold) = (said, gold);
    }
}
