//! What a text is about: a weight for every word, and from them a worth for every sentence.
//!
//! A word weighs how likely a summary has it: a logistic model of the number of sentences that have it, of how early the
//! first of them comes, of whether the title has it and whether it is a name. Frequency and first position are how Dunietz
//! and Gillick (2014) find salient entities; the five weights were fitted to the summaries of the development texts of
//! GUM (CC BY 4.0). A sentence is worth the words that it adds to those already said, by length (`summary`).

use rustc_hash::{FxHashMap, FxHashSet};

use crate::facts::lexicon::small::SMALL;
use crate::facts::lexicon::{Words, words};
use crate::facts::merge::singular;
use crate::facts::{Key, SentenceId, Sentences, Shape, Token};
use crate::text::Span;

/// The model of a word, in log odds: what every word has; by the logarithm of the number of its sentences; by that of the
/// sentences before the first of them; in the title; as a name.
const BASE: f32 = -1.6;
const FREQUENCY: f32 = 1.09;
const LATENESS: f32 = -0.59;
const TITLE: f32 = 2.45;
const NAME: f32 = 0.56;
/// What is added to the length of the sentences chosen, in words: about the length of a summary. What is then greatest is
/// the F measure of chosen words and summary, which weighs what is said against the room that it takes.
const LENGTH: f32 = 40.0;
/// What is left of the worth of a sentence with an address in it: a byline, a line of contacts.
const ADDRESS: f32 = 0.3;
/// How much more a sentence is worth that tells of the study which the text reports.
const STUDY: f32 = 1.2;
/// A text of this many sentences; longer ones count positions as shares of it.
const ARTICLE: f32 = 60.0;

/// Words for a study, for what it is for and for what came out of it.
pub(super) static STUDIES: Words = words!(
    "paper article study studies experiment experiments survey thesis analysis review investigation \
     result results finding findings data researchers authors aim purpose goal objective objectives"
);
/// Words before them that make it the one which the text reports.
static OWN: Words = words!("the this these our present current");

/// Whether these words before a word for a study make it the one which the text reports: `this pilot |study|`.
fn is_own(before: &[Token]) -> bool {
    before.iter().rev().take(2).any(|t| OWN.has(t.key))
}

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
    /// How often it stands inside a sentence with a large first letter, and how often otherwise.
    large: u32,
    small: u32,
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
    /// What its words are worth more or less for what it is: a byline, the aim of a study.
    weight: f32,
}

impl Salience {
    /// Weighs the words of a text. Linear in its tokens.
    pub(super) fn new(analysis: &Sentences<'_>) -> Self {
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
        let mut tokens = Vec::new();
        for sentence in &analysis.sentences {
            let from = salience.content.len();
            let mut length = 0_u16;
            let (mut address, mut study) = (false, false);
            analysis.read_tokens(sentence.span, &mut tokens);
            for (at, token) in tokens.iter().enumerate() {
                address |= token.shape == Shape::Link;
                if !matches!(token.shape, Shape::Word | Shape::Number) {
                    continue;
                }
                length = length.saturating_add(1);
                if token.span().len() > 1 && !SMALL.has(token.key) {
                    study |= STUDIES.has(token.key) && is_own(tokens.get(..at).unwrap_or_default());
                    let id = salience.id(token.key, analysis.word(token));
                    salience.note_case(id, length > 1 && token.is_capital());
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
                weight: if address { ADDRESS } else { 1.0 } * if study { STUDY } else { 1.0 },
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

    /// Notes how a word is written.
    fn note_case(&mut self, id: u32, large: bool) {
        if let Some(word) = self.words.get_mut(id as usize) {
            word.large += u32::from(large);
            word.small += u32::from(!large);
        }
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
            let odds = BASE
                + FREQUENCY * (word.sentences as f32).ln()
                + LATENESS * (word.first as f32 * scale).ln_1p()
                + if word.title { TITLE } else { 0.0 }
                + if word.large > word.small { NAME } else { 0.0 };
            word.weight = 1.0 / (1.0 + (-odds).exp());
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

    /// The worth of a sentence by itself: the weights of its words, by its length.
    pub(super) fn worth(&self, id: SentenceId) -> f32 {
        let Some(sentence) = self.sentences.get(id.get()).filter(|s| s.place.is_some()) else {
            return 0.0;
        };
        self.weight_of(id, &FxHashSet::default()) / (f32::from(sentence.length) + LENGTH)
    }

    /// The weight of the words of a sentence that are not yet said.
    fn weight_of(&self, id: SentenceId, said: &FxHashSet<u32>) -> f32 {
        let kind = self.sentences.get(id.get()).map_or(1.0, |s| s.weight);
        let new = self.content(id).iter().filter(|w| !said.contains(w));
        let sum: f32 = new.map(|&w| self.weight(w)).sum();
        sum * kind
    }

    /// Of these sentences those that together say most of what a summary says, the best first, at most `most` of them:
    /// each step takes the one that makes the share of such words among all words greatest. O(most * sentences).
    pub(super) fn summary(&self, sentences: &[SentenceId], most: usize) -> Vec<SentenceId> {
        let mut said = FxHashSet::default();
        let (mut weight, mut length) = (0.0, LENGTH);
        let mut left: Vec<SentenceId> = sentences.to_vec();
        let mut out = Vec::with_capacity(most);
        while out.len() < most {
            let share = |&id: &SentenceId| {
                let words = f32::from(self.length(id));
                (weight + self.weight_of(id, &said)) / (length + words)
            };
            let best = left
                .iter()
                .enumerate()
                .map(|(at, id)| (share(id), at))
                .max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)));
            let Some((_, at)) = best else { break };
            let next = left.remove(at);
            weight += self.weight_of(next, &said);
            length += f32::from(self.length(next));
            said.extend(self.content(next));
            out.push(next);
        }
        out
    }

    /// The content words of a span: their numbers.
    pub(super) fn words_of<'a>(
        &'a self,
        analysis: &'a Sentences<'_>,
        span: Span,
    ) -> impl Iterator<Item = u32> + 'a {
        analysis
            .tokens_in(span)
            .into_iter()
            .filter(|t| !SMALL.has(t.key) && t.span().len() > 1)
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
