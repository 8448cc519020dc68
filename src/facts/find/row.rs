//! One sentence, to look around in: what the scanners of numbers and times read.
//!
//! Every look-up past an end gives nothing, so that a scanner can ask for a neighbour without asking whether it is
//! there. An index below the first token is written with `wrapping_sub` and is past the end as well.

use crate::facts::analysis::{Analysis, Case, Key, Sentence, Shape, Token};
use crate::facts::lexicon::Words;
use crate::facts::tag::Tag;
use crate::text::Span;

/// The tokens of one sentence.
#[derive(Clone, Copy)]
pub(super) struct Row<'a> {
    /// What they belong to.
    pub(super) analysis: &'a Analysis<'a>,
    /// The tokens.
    pub(super) tokens: &'a [Token],
    /// Their parts of speech; empty where nothing has tagged them.
    pub(super) tags: &'a [Tag],
    /// The sentence.
    pub(super) sentence: &'a Sentence,
}

impl<'a> Row<'a> {
    /// The row of a sentence.
    pub(super) fn new(analysis: &'a Analysis<'a>, sentence: &'a Sentence) -> Self {
        Self {
            analysis,
            tokens: analysis.tokens_of(sentence),
            tags: analysis.tags_of(sentence),
            sentence,
        }
    }

    /// How many tokens there are.
    pub(super) fn len(&self) -> usize {
        self.tokens.len()
    }

    /// The token at `i`.
    pub(super) fn get(&self, i: usize) -> Option<&'a Token> {
        self.tokens.get(i)
    }

    /// The part of speech of the token at `i`, if the text is tagged.
    pub(super) fn tag(&self, i: usize) -> Option<Tag> {
        self.tags.get(i).copied()
    }

    /// The key of the word at `i`.
    pub(super) fn key(&self, i: usize) -> Key {
        self.get(i).map_or(Key::NONE, |t| t.key)
    }

    /// The words of the token at `i`; empty past the ends.
    pub(super) fn word(&self, i: usize) -> &'a str {
        self.get(i).map_or("", |t| self.analysis.word(t))
    }

    /// Whether the word at `i` is in the set.
    pub(super) fn any(&self, i: usize, words: Words) -> bool {
        self.get(i).is_some_and(|t| words.has(t.key))
    }

    /// Whether the token at `i` is the sign `sign`.
    pub(super) fn sign(&self, i: usize, sign: &str) -> bool {
        self.shape(i) == Some(Shape::Sign) && self.word(i) == sign
    }

    /// The shape of the token at `i`.
    pub(super) fn shape(&self, i: usize) -> Option<Shape> {
        self.get(i).map(|t| t.shape)
    }

    /// Whether the token at `i` is a word in small letters.
    pub(super) fn is_lower(&self, i: usize) -> bool {
        self.get(i)
            .is_some_and(|t| t.shape == Shape::Word && t.case == Case::Lower)
    }

    /// Whether the token at `i` is a word with a large first letter.
    pub(super) fn is_capital(&self, i: usize) -> bool {
        self.get(i).is_some_and(Token::is_capital)
    }

    /// Whether white space stands before the token at `i`.
    pub(super) fn spaced(&self, i: usize) -> bool {
        self.get(i).is_some_and(|t| t.spaced)
    }

    /// Whether a dash or hyphen stands at `i`.
    pub(super) fn is_dash(&self, i: usize) -> bool {
        self.shape(i) == Some(Shape::Sign)
            && matches!(self.word(i), "-" | "–" | "—" | "−" | "‐" | "‑")
    }

    /// The span of the tokens `from..to`.
    pub(super) fn span(&self, from: usize, to: usize) -> Span {
        match (self.get(from), self.get(to.wrapping_sub(1))) {
            (Some(a), Some(b)) if from < to => a.span().to(b.span()),
            (Some(a), _) => Span::at(a.span().start),
            _ => Span::default(),
        }
    }

    /// The whole number at `i` when the token is nothing but at most six digits.
    pub(super) fn digits(&self, i: usize) -> Option<u32> {
        let word = self.word(i);
        (self.shape(i) == Some(Shape::Number)
            && word.len() <= 6
            && word.bytes().all(|b| b.is_ascii_digit()))
        .then(|| word.parse().ok())
        .flatten()
    }
}

/// The key of a word that is written in the source, made at compile time.
macro_rules! key {
    ($word:literal) => {
        const { $crate::facts::analysis::Key::of($word) }
    };
}

pub(super) use key;
