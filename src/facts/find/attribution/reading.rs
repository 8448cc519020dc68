//! The text as the finders of speech read it: a class or several for each token.
//!
//! Takes the analysis, gives for every token its classes (determiner, preposition, name, quotation mark ...) and the
//! number of its word in the lexicon. Where a token stands decides nothing here, but for capitals: the first word of
//! a sentence is no name for being capitalised. Tokens inside quotations are marked, so that the clause around a
//! quotation can be read without it.

use std::ops::Range;

use super::lexicon::{Classes, Lexicon, Use, Verb};
use crate::facts::{Analysis, Case, Shape};
use crate::text::{Pos, Span};

/// One token as it is read.
#[derive(Clone, Copy, Debug, Default)]
struct Read {
    classes: Classes,
    word: u16,
}

/// The tokens of a document with their classes.
#[derive(Debug)]
pub(in crate::facts::find) struct Reading<'a> {
    /// The analysis that is read.
    pub(in crate::facts::find) analysis: &'a Analysis<'a>,
    lexicon: Lexicon,
    reads: Vec<Read>,
}

impl<'a> Reading<'a> {
    /// Reads all tokens. Linear in the tokens.
    pub(super) fn new(analysis: &'a Analysis<'a>) -> Self {
        let lexicon = Lexicon::new();
        let mut reads = Vec::with_capacity(analysis.tokens.len());
        let mut small = String::new();
        for token in &analysis.tokens {
            let word = analysis.word(token);
            small.clear();
            small.extend(word.chars().flat_map(|c| match c {
                '’' => '\''.to_lowercase(),
                _ => c.to_lowercase(),
            }));
            let number = lexicon.number(&small);
            let mut classes = lexicon.entry(number).map(|e| e.classes).unwrap_or_default();
            classes = classes.or(match token.shape {
                Shape::Word => word_classes(&small, classes, token.case, number != 0),
                Shape::Number => Classes::NUMBER,
                Shape::Possessive => Classes::POSSESSIVE,
                Shape::Link => Classes::default(),
                Shape::Sign => sign_classes(word),
            });
            reads.push(Read {
                classes,
                word: number,
            });
        }
        let mut reading = Self {
            analysis,
            lexicon,
            reads,
        };
        reading.settle_first_words();
        reading
    }

    /// The first word of a sentence is a name only when it is not a known word of another class.
    fn settle_first_words(&mut self) {
        for sentence in &self.analysis.sentences {
            let from = sentence.tokens.start as usize;
            let to = sentence.tokens.end as usize;
            for at in from..to {
                let Some(read) = self.reads.get_mut(at) else {
                    break;
                };
                if read.classes.any(Classes::MARK.or(Classes::SIGN)) {
                    continue;
                }
                if read.word != 0
                    && !read
                        .classes
                        .any(Classes::TITLE.or(Classes::HE).or(Classes::SHE))
                {
                    read.classes = read.classes.without(Classes::NAME);
                }
                break;
            }
        }
    }

    /// Marks the tokens of `range` as inside a quotation.
    pub(super) fn quote(&mut self, range: Range<usize>) {
        for read in self.reads.get_mut(range).unwrap_or_default() {
            read.classes = read.classes.or(Classes::QUOTED);
        }
    }

    /// Whether the token has one of `classes`; false past the ends.
    pub(super) fn is(&self, at: usize, classes: Classes) -> bool {
        self.reads.get(at).is_some_and(|r| r.classes.any(classes))
    }

    /// Whether the token before `at` has one of `classes`.
    pub(super) fn before_is(&self, at: usize, classes: Classes) -> bool {
        at.checked_sub(1).is_some_and(|b| self.is(b, classes))
    }

    /// The classes of a token.
    pub(super) fn classes(&self, at: usize) -> Classes {
        self.reads.get(at).map(|r| r.classes).unwrap_or_default()
    }

    /// The uses of a token as a reporting verb.
    pub(super) fn uses(&self, at: usize) -> &[Use] {
        self.reads
            .get(at)
            .filter(|r| !r.classes.any(Classes::QUOTED))
            .and_then(|r| self.lexicon.entry(r.word))
            .map_or(&[], |e| &e.uses)
    }

    /// The verb of a use.
    pub(super) fn verb(&self, of: Use) -> Option<&Verb> {
        self.lexicon.verb(of)
    }

    /// The words of a token.
    pub(super) fn word(&self, at: usize) -> &'a str {
        self.analysis
            .tokens
            .get(at)
            .map(|t| self.analysis.word(t))
            .unwrap_or_default()
    }

    /// Whether the token is this word, whatever its capitals.
    pub(super) fn says(&self, at: usize, word: &str) -> bool {
        self.word(at).eq_ignore_ascii_case(word)
    }

    /// Whether white space stands before the token.
    pub(super) fn spaced(&self, at: usize) -> bool {
        self.analysis.tokens.get(at).is_none_or(|t| t.spaced)
    }

    /// The text from the first to the last token of a range; empty for an empty range.
    pub(super) fn span(&self, range: &Range<usize>) -> Span {
        let tokens = self.analysis.tokens.get(range.clone()).unwrap_or_default();
        match (tokens.first(), tokens.last()) {
            (Some(a), Some(b)) => a.span.to(b.span),
            _ => Span::default(),
        }
    }

    /// The index of the first token that starts at `pos` or later. O(log tokens).
    pub(in crate::facts::find) fn token_at(&self, pos: Pos) -> usize {
        self.analysis.tokens.partition_point(|t| t.span.start < pos)
    }

    /// Whether a quotation that begins at this token begins a sentence by what stands before it: a colon, a comma, a mark.
    pub(in crate::facts::find) fn begins_speech(&self, at: usize) -> bool {
        self.before_is(
            at,
            Classes::COLON
                .or(Classes::COMMA)
                .or(Classes::STOP)
                .or(Classes::MARK),
        )
    }

    /// Whether a token may be a verb that has its subject before it: an auxiliary, an irregular form, a form in `-ed`.
    pub(super) fn finite(&self, at: usize) -> bool {
        let classes = self.classes(at);
        classes.any(Classes::AUX.or(Classes::FINITE)) && !classes.any(Classes::NAME)
            || classes.any(Classes::ED)
    }
}

/// The classes that the looks of a word give it. `known`: the lexicon has it.
fn word_classes(small: &str, listed: Classes, case: Case, known: bool) -> Classes {
    let closed = Classes::DET
        .or(Classes::POSS)
        .or(Classes::SUBJECT)
        .or(Classes::PREP)
        .or(Classes::CONJ)
        .or(Classes::SUB)
        .or(Classes::AUX);
    let mut classes = Classes::default();
    if case != Case::Lower && !listed.any(closed) {
        classes = classes.or(Classes::NAME);
    }
    if case == Case::Upper && !matches!(small, "i" | "a") && small.len() > 1 {
        classes = classes.or(Classes::NAME);
    }
    if small.ends_with("ly")
        && small.len() > 4
        && case == Case::Lower
        && !listed.any(Classes::NOT_ADVERB)
    {
        classes = classes.or(Classes::ADVERB);
    }
    if small.ends_with("ed") && small.len() > 4 && case == Case::Lower {
        classes = classes.or(Classes::ED);
    }
    let _ = known;
    classes
}

/// The classes of a sign.
fn sign_classes(word: &str) -> Classes {
    Classes::SIGN.or(match word {
        "," => Classes::COMMA,
        "." | "!" | "?" | "…" => Classes::STOP,
        ":" | ";" => Classes::COLON,
        "-" | "--" | "–" | "—" | "―" => Classes::DASH,
        "(" | "[" => Classes::OPEN,
        ")" | "]" => Classes::CLOSE,
        "\"" | "“" | "”" | "„" | "‘" | "’" | "'" | "`" | "«" | "»" | "‹" | "›" | "「" | "」"
        | "『" | "』" => Classes::MARK,
        _ => Classes::default(),
    })
}
