//! What a text is about: a weight for every word, and from them a worth for every sentence.
//!
//! A word weighs by the number of sentences that have it, by how early the first of them comes, and twice if the title
//! has it. A sentence is worth the weights of its words, by its length: short sentences that are full of weighty words
//! before long ones, the first sentences of the text before later ones. Frequency by first position is how Dunietz and
//! Gillick (2014) find salient entities; the constants were set on the summaries of the development texts of GUM, by
//! cross-validation over texts.

use rustc_hash::FxHashMap;

use crate::facts::lexicon::small::SMALL;
use crate::facts::merge::singular;
use crate::facts::{Analysis, Key, SentenceId, Shape};
use crate::text::Span;

/// How the weight of a word grows with the number of its sentences.
const FREQUENCY: f32 = 1.0;
/// How it falls with each sentence before its first one.
const LATENESS: f32 = 0.03;
/// What the title adds.
const TITLE: f32 = 2.0;
/// Length: words are added to the length of a sentence, and the sum is raised to a power.
const LENGTH: (f32, f32) = (3.0, 2.1);
/// What the first sentence gains over later ones, and what the last one loses.
const EARLY: f32 = 3.0;
const LATE: f32 = 0.2;
/// What is left of the weight of a word that was said already.
const SAID: f32 = 0.1;
/// What is left of the worth of a sentence with an address in it: a byline, a line of contacts.
const ADDRESS: f32 = 0.3;
/// A text of this many sentences; longer ones count positions as shares of it.
const ARTICLE: f32 = 60.0;

/// The words of a text with their weights.
pub(super) struct Salience {
    ids: FxHashMap<Key, u32>,
    words: Vec<Word>,
    sentences: Vec<Sentence>,
    /// The content words of all sentences, one after the other.
    content: Vec<u32>,
    /// How many sentences of prose there are.
    places: u32,
}

#[derive(Clone, Copy, Default)]
struct Word {
    sentences: u32,
    first: u32,
    weight: f32,
    title: bool,
}

#[derive(Clone, Copy, Default)]
struct Sentence {
    /// Its range in `content`.
    from: usize,
    to: usize,
    /// How many words it has, small ones included.
    length: u16,
    /// How many sentences of prose come before it; none for headings.
    place: Option<u32>,
    /// Whether a web or mail address stands in it.
    address: bool,
}

impl Salience {
    /// Weighs the words of a text. Linear in its tokens.
    pub(super) fn new(analysis: &Analysis<'_>) -> Self {
        let mut salience = Self {
            ids: FxHashMap::default(),
            words: Vec::new(),
            sentences: Vec::with_capacity(analysis.sentences.len()),
            content: Vec::new(),
            places: 1,
        };
        let title = &analysis.document.meta().title;
        for word in title.split(|c: char| !c.is_alphanumeric()) {
            let key = Key::of_word(word);
            if word.len() > 1 && !SMALL.has(key) {
                let id = salience.id(key, word);
                if let Some(word) = salience.words.get_mut(id as usize) {
                    word.title = true;
                }
            }
        }
        let mut place = 0;
        for sentence in &analysis.sentences {
            let from = salience.content.len();
            let mut length = 0_u16;
            let mut address = false;
            for token in analysis.tokens_of(sentence) {
                address |= token.shape == Shape::Link;
                if !matches!(token.shape, Shape::Word | Shape::Number) {
                    continue;
                }
                length = length.saturating_add(1);
                if token.span.len() > 1 && !SMALL.has(token.key) {
                    let id = salience.id(token.key, analysis.word(token));
                    let own = salience.content.get(from..).unwrap_or_default();
                    if !own.contains(&id) {
                        salience.content.push(id);
                    }
                }
            }
            if sentence.prose {
                salience.count(from, place);
            }
            salience.sentences.push(Sentence {
                from,
                to: salience.content.len(),
                length,
                place: sentence.prose.then_some(place),
                address,
            });
            place += u32::from(sentence.prose);
        }
        salience.places = place.max(1);
        salience.weigh(place);
        salience
    }

    /// The number of a word; forms of singular and plural share it.
    fn id(&mut self, key: Key, word: &str) -> u32 {
        if let Some(&id) = self.ids.get(&key) {
            return id;
        }
        let one = singular(word);
        let next = u32::try_from(self.words.len()).unwrap_or(u32::MAX);
        let id = *self.ids.entry(one).or_insert(next);
        if id == next {
            self.words.push(Word {
                first: u32::MAX,
                ..Word::default()
            });
        }
        self.ids.insert(key, id);
        id
    }

    /// Counts the content words from `from` on as those of one more sentence.
    fn count(&mut self, from: usize, place: u32) {
        for &id in self.content.get(from..).unwrap_or_default() {
            if let Some(word) = self.words.get_mut(id as usize) {
                word.sentences += 1;
                word.first = word.first.min(place);
            }
        }
    }

    #[expect(clippy::cast_precision_loss, reason = "counts of sentences")]
    fn weigh(&mut self, sentences: u32) {
        let scale = (ARTICLE / (sentences.max(1) as f32)).min(1.0);
        for word in self.words.iter_mut().filter(|w| w.sentences > 0) {
            let late = 1.0 + LATENESS * word.first as f32 * scale;
            let title = if word.title { TITLE } else { 1.0 };
            word.weight = (word.sentences as f32).powf(FREQUENCY) / late * title;
        }
    }

    /// How many sentences of prose come before this one; none for a heading.
    pub(super) fn place(&self, sentence: SentenceId) -> Option<u32> {
        self.sentences.get(sentence.get())?.place
    }

    /// How many sentences of prose there are; at least 1.
    pub(super) fn places(&self) -> u32 {
        self.places
    }

    /// How many words a sentence has.
    pub(super) fn length(&self, sentence: SentenceId) -> u16 {
        self.sentences.get(sentence.get()).map_or(0, |s| s.length)
    }

    /// The numbers of the content words of a sentence.
    pub(super) fn content(&self, sentence: SentenceId) -> &[u32] {
        self.sentences
            .get(sentence.get())
            .and_then(|s| self.content.get(s.from..s.to))
            .unwrap_or_default()
    }

    /// The worth of a sentence, when the words that `said` knows have been said already.
    #[expect(clippy::cast_precision_loss, reason = "counts of sentences")]
    pub(super) fn worth(&self, id: SentenceId, said: impl Fn(u32) -> bool) -> f32 {
        let Some((sentence, place)) = self
            .sentences
            .get(id.get())
            .and_then(|s| Some((s, s.place? as f32)))
        else {
            return 0.0;
        };
        let weights = self.content(id).iter().map(|&word| {
            let weight = self.words.get(word as usize).map_or(0.0, |w| w.weight);
            weight * if said(word) { SAID } else { 1.0 }
        });
        let sum: f32 = weights.sum();
        let early = (1.0 + EARLY / (1.0 + place)) * (1.0 - LATE * place / self.places as f32);
        let address = if sentence.address { ADDRESS } else { 1.0 };
        sum / (f32::from(sentence.length) + LENGTH.0).powf(LENGTH.1) * early * address
    }

    /// The content words of a span: their numbers.
    pub(super) fn words_of<'a>(
        &'a self,
        analysis: &'a Analysis<'_>,
        span: Span,
    ) -> impl Iterator<Item = u32> + 'a {
        crate::facts::merge::tokens_in(analysis, span)
            .iter()
            .filter(|t| !SMALL.has(t.key) && t.span.len() > 1)
            .filter_map(|t| self.ids.get(&t.key).copied())
    }

    /// Whether the title has this word.
    pub(super) fn in_title(&self, word: u32) -> bool {
        self.words.get(word as usize).is_some_and(|w| w.title)
    }

    /// The weight of a word.
    pub(super) fn weight(&self, word: u32) -> f32 {
        self.words.get(word as usize).map_or(0.0, |w| w.weight)
    }
}
