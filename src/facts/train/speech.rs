//! Training of the part-of-speech tagger.

use rustc_hash::FxHashMap;

use super::perceptron::Learner;
use crate::document::Document;
use crate::facts::analysis::{Analysis, analyse_with};
use crate::facts::tag::form::Form;
use crate::facts::tag::model::MOST;
use crate::facts::tag::speech::{NONE, features, word_feature};
use crate::facts::tag::{Models, Tag};
use crate::text::Span;

/// A document and the tags of its words.
#[derive(Debug)]
pub struct SpeechDocument {
    /// The text.
    pub document: Document,
    /// The words of the treebank, as spans in the text, in order.
    pub words: Vec<(Span, Tag)>,
}

/// A sentence to learn from: what the tagger sees, and what it should say.
struct Example {
    forms: Vec<Form>,
    tags: Vec<Option<Tag>>,
}

/// Rounds over the data.
const ROUNDS: usize = 8;

/// Trains; gives the model file with so many slots.
pub fn train(documents: &[&SpeechDocument], lists: &[u8], slots: usize) -> Vec<u8> {
    let examples: Vec<Example> = documents.iter().flat_map(|d| examples(d, lists)).collect();
    let mut learner = Learner::new(Tag::ALL.len());
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let mut random = 0x2545_f491_4f6c_dd1d_u64;
    for _ in 0..ROUNDS {
        shuffle(&mut order, &mut random);
        for example in order.iter().filter_map(|&i| examples.get(i)) {
            learn(&mut learner, example);
        }
    }
    learner.pack(slots, Some(&sure(&examples)))
}

/// The share of the words that a model tags right, and their number.
pub fn score(documents: &[&SpeechDocument], lists: &[u8], model: &[u8]) -> (f64, usize) {
    let models = Models::from_bytes(lists, model, &[]);
    let (mut right, mut all) = (0_u32, 0_u32);
    for document in documents {
        let analysis = analyse_with(&document.document, None, &models);
        let gold = align(&analysis, &document.words);
        for (tag, gold) in analysis.tags.iter().zip(gold) {
            if let Some(gold) = gold {
                all += 1;
                right += u32::from(*tag == gold);
            }
        }
    }
    (f64::from(right) / f64::from(all.max(1)), all as usize)
}

/// The sentences of a document, as the program cuts them.
fn examples(document: &SpeechDocument, lists: &[u8]) -> Vec<Example> {
    let models = Models::from_bytes(lists, &[], &[]);
    let analysis = analyse_with(&document.document, None, &models);
    let gold = align(&analysis, &document.words);
    let mut out = Vec::new();
    for sentence in &analysis.sentences {
        let tokens = analysis.tokens_of(sentence);
        out.push(Example {
            forms: tokens
                .iter()
                .map(|t| Form::of(analysis.word(t), t, &models.lists))
                .collect(),
            tags: gold
                .get(sentence.tokens.start as usize..sentence.tokens.end as usize)
                .unwrap_or_default()
                .to_vec(),
        });
    }
    out
}

/// The tag of each token: that of the word that it is or is a part of; of several words, the first of a contraction
/// (`don't`) and the last of a compound (`US-led`).
fn align(analysis: &Analysis<'_>, words: &[(Span, Tag)]) -> Vec<Option<Tag>> {
    let mut out = Vec::new();
    let mut from = 0;
    for token in &analysis.tokens {
        while words
            .get(from)
            .is_some_and(|w| w.0.end <= token.span().start)
        {
            from += 1;
        }
        let covered = || {
            words
                .get(from..)
                .unwrap_or_default()
                .iter()
                .take_while(|w| w.0.start < token.span().end)
        };
        let contraction = analysis.word(token).contains(['\'', '’']);
        let mut real = covered().filter(|w| w.1 != Tag::Punct);
        let word = if contraction {
            real.next()
        } else {
            real.last()
        };
        out.push(word.or_else(|| covered().next()).map(|w| w.1));
    }
    out
}

/// One sentence, tagged with the weights so far and corrected where it goes wrong.
fn learn(learner: &mut Learner, example: &Example) {
    let mut history = [NONE, NONE];
    let mut found = Vec::with_capacity(32);
    for (i, (form, gold)) in example.forms.iter().zip(&example.tags).enumerate() {
        found.clear();
        found.push(word_feature(form));
        features(&example.forms, i, history, |f| found.push(f));
        let mut scores = [0.0; MOST];
        learner.score(&found, &mut scores);
        let mut best = (0, f32::MIN);
        for (label, &score) in scores.iter().take(Tag::ALL.len()).enumerate() {
            if score > best.1 {
                best = (label, score);
            }
        }
        learner.tick();
        if let Some(gold) = gold.map(Tag::index).filter(|&g| g != best.0) {
            learner.update(&found, gold, 1.0);
            learner.update(&found, best.0, -1.0);
        }
        history = [u8::try_from(best.0).unwrap_or(0), history[0]];
    }
}

/// Words seen often, and with one tag only.
fn sure(examples: &[Example]) -> FxHashMap<u64, u8> {
    let mut seen: FxHashMap<u64, [u32; MOST]> = FxHashMap::default();
    for example in examples {
        for (form, tag) in example.forms.iter().zip(&example.tags) {
            if let Some(count) = tag.and_then(|t| {
                seen.entry(word_feature(form))
                    .or_default()
                    .get_mut(t.index())
            }) {
                *count += 1;
            }
        }
    }
    let mut out = FxHashMap::default();
    for (feature, counts) in seen {
        let all: u32 = counts.iter().sum();
        let (tag, most) = counts
            .iter()
            .enumerate()
            .max_by_key(|c| c.1)
            .map_or((0, 0), |(t, c)| (t, *c));
        if all >= 25 && most == all {
            out.insert(feature, u8::try_from(tag + 1).unwrap_or(0));
        }
    }
    out
}

/// Puts the order at random (Fisher and Yates).
pub(super) fn shuffle(order: &mut [usize], random: &mut u64) {
    for i in (1..order.len()).rev() {
        let j = usize::try_from(next(random)).unwrap_or(0) % (i + 1);
        order.swap(i, j);
    }
}

/// The next random number (xorshift: Marsaglia 2003), 31 bits.
pub(super) fn next(random: &mut u64) -> u64 {
    *random ^= *random << 13;
    *random ^= *random >> 7;
    *random ^= *random << 17;
    *random >> 33
}
