//! Parts of speech, and the machinery that the two taggers share.
//!
//! Takes the tokens of a sentence, gives a [`Tag`] for each: greedily from left to right, by a linear model over
//! hashed features (averaged perceptron: Collins 2002). The weights are a table in the program (`assets/models`),
//! made by the `train` program; `assets/models/README.md` says from what. Deliberately absent: strings. A token is
//! read once into a [`form::Form`] of hashes; features are hashes of those.

pub(super) mod form;
pub(super) mod model;
pub(super) mod name;
pub(super) mod speech;

use serde::Serialize;

/// The part of speech of a token: the 17 universal tags (universaldependencies.org/u/pos).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "UPPERCASE")]
#[repr(u8)]
pub enum Tag {
    /// `large`, `American`.
    Adj,
    /// `in`, `of`: prepositions.
    Adp,
    /// `very`, `now`.
    Adv,
    /// `is`, `has`, `will` beside a main verb.
    Aux,
    /// `and`, `but`.
    Cconj,
    /// `the`, `this`, `every`.
    Det,
    /// `oh`, `yes`.
    Intj,
    /// `troops`, `threat`.
    Noun,
    /// `2,500`, `three`.
    Num,
    /// `to` before a verb, `not`, `'s`.
    Part,
    /// `she`, `who`, `that` without a noun.
    Pron,
    /// `Iraq`, `Austin`.
    Propn,
    /// Marks.
    Punct,
    /// `that`, `if`, `while` before a clause.
    Sconj,
    /// `$`, `%`.
    Sym,
    /// `said`, `facing`.
    Verb,
    /// Anything else.
    #[default]
    X,
}

impl Tag {
    /// All tags, in the order of their numbers.
    pub const ALL: [Self; 17] = [
        Self::Adj,
        Self::Adp,
        Self::Adv,
        Self::Aux,
        Self::Cconj,
        Self::Det,
        Self::Intj,
        Self::Noun,
        Self::Num,
        Self::Part,
        Self::Pron,
        Self::Propn,
        Self::Punct,
        Self::Sconj,
        Self::Sym,
        Self::Verb,
        Self::X,
    ];

    /// The tag of this number; [`Tag::X`] where there is none.
    pub fn of(index: usize) -> Self {
        Self::ALL.get(index).copied().unwrap_or_default()
    }

    /// Its number.
    pub const fn index(self) -> usize {
        self as usize
    }

    /// The tag of this name, such as `NOUN`.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|t| t.name() == name)
    }

    /// Its name in the treebanks.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Adj => "ADJ",
            Self::Adp => "ADP",
            Self::Adv => "ADV",
            Self::Aux => "AUX",
            Self::Cconj => "CCONJ",
            Self::Det => "DET",
            Self::Intj => "INTJ",
            Self::Noun => "NOUN",
            Self::Num => "NUM",
            Self::Part => "PART",
            Self::Pron => "PRON",
            Self::Propn => "PROPN",
            Self::Punct => "PUNCT",
            Self::Sconj => "SCONJ",
            Self::Sym => "SYM",
            Self::Verb => "VERB",
            Self::X => "X",
        }
    }

    /// Whether it can head or stand in a noun phrase: noun or proper noun.
    pub const fn is_noun(self) -> bool {
        matches!(self, Self::Noun | Self::Propn)
    }
}

/// The trained models that an analysis works with.
#[derive(Clone, Debug)]
pub struct Models<'m> {
    pub(super) lists: super::gazetteer::Gazetteer<'m>,
    pub(super) speech: speech::Weights<'m>,
    pub(super) names: name::Weights<'m>,
}

impl Models<'static> {
    /// The models in the program.
    pub fn built_in() -> Self {
        Self {
            lists: super::gazetteer::Gazetteer::built_in(),
            speech: speech::Weights::read(include_bytes!("../../assets/models/speech.bin")),
            names: name::Weights::read(include_bytes!("../../assets/models/names.bin")),
        }
    }
}

#[cfg(feature = "train")]
impl<'m> Models<'m> {
    /// Models read from the bytes of their files.
    pub fn from_bytes(lists: &'m [u8], speech: &'m [u8], names: &'m [u8]) -> Self {
        Self {
            lists: super::gazetteer::Gazetteer::read(lists),
            speech: speech::Weights::read(speech),
            names: name::Weights::read(names),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Builder, Document};
    use crate::facts::analyse;

    /// A document of one paragraph.
    fn document(text: &str) -> Document {
        let mut builder = Builder::default();
        builder.push(text, None);
        builder.finish()
    }

    #[track_caller]
    fn check(text: &str, expect: &str) {
        let document = document(text);
        let analysis = analyse(&document, None);
        let tags: Vec<_> = analysis.tags.iter().map(|t| t.name()).collect();
        assert_eq!(tags.join(" "), expect, "{text}");
    }

    #[test]
    fn plain_sentences_are_tagged() {
        check(
            "The minister visited the old harbour in Oslo.",
            "DET NOUN VERB DET ADJ NOUN ADP PROPN PUNCT",
        );
        check(
            "She said that 40 ships were ready to leave.",
            "PRON VERB SCONJ NUM NOUN AUX ADJ PART VERB PUNCT",
        );
        check(
            "They grow rice and harvest it quickly.",
            "PRON VERB NOUN CCONJ VERB PRON ADV PUNCT",
        );
    }

    #[test]
    fn every_token_has_a_tag_and_nothing_has_none() {
        check("", "");
        let document = document("One. Two three! \u{fffd} ... \"q\"");
        let analysis = analyse(&document, None);
        assert_eq!(analysis.tags.len(), analysis.tokens.len());
    }

    #[test]
    fn the_models_load_and_fit_the_limit() {
        let models = Models::built_in();
        assert!(!models.speech.is_empty());
        assert!(!models.names.is_empty());
        let key = form::word_key("Norwegian");
        assert!(
            models
                .lists
                .word(key)
                .has(super::super::gazetteer::Flags::DEMONYM)
        );
        // The lists are in the program as `lists.bin`; their text is only in the repository.
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/models");
        let bytes: u64 = std::fs::read_dir(folder)
            .into_iter()
            .flatten()
            .filter_map(|file| Some(file.ok()?.metadata().ok()?.len()))
            .sum();
        assert!(bytes > 1_000_000, "no models");
        assert!(bytes <= 4 << 20, "models and lists have {bytes} bytes");
    }
}
