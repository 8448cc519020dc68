//! The text as the finders of speech read it: a class or several for each token.
//!
//! Takes the analysis, gives for every token its classes (determiner, preposition, name, quotation mark ...) and the
//! number of its word in the lexicon. Where a token stands decides nothing here, but for capitals: the first word of
//! a sentence is no name for being capitalised. Tokens inside quotations are marked, so that the clause around a
//! quotation can be read without it.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::lexicon::{Classes, Lexicon, Use, Verb};
use crate::document::BlockId;
use crate::facts::{Analysis, Case, Shape, Tag};
use crate::text::{Pos, Span};

/// What a token is read as.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
struct Read {
    classes: Classes,
    /// The number of its word in the lexicon.
    word: u16,
}

/// The tokens of a document with their classes.
#[derive(Debug)]
pub(in crate::facts::find) struct Reading<'a> {
    /// The analysis that is read.
    pub(in crate::facts::find) analysis: &'a Analysis<'a>,
    lexicon: &'static Lexicon,
    reads: Reads,
}

/// What each token is read as. Two bytes a token: a text has many tokens and few ways to read one, some hundreds.
#[derive(Debug)]
struct Reads {
    /// By token, where in `all` it is.
    numbers: Vec<u16>,
    all: Vec<Read>,
    known: FxHashMap<Read, u16>,
}

impl Reads {
    /// Room for as many tokens.
    fn with_capacity(tokens: usize) -> Self {
        let nothing = Read::default();
        Self {
            numbers: Vec::with_capacity(tokens),
            all: vec![nothing],
            known: FxHashMap::from_iter([(nothing, 0)]),
        }
    }

    fn get(&self, at: usize) -> Option<&Read> {
        self.all.get(usize::from(*self.numbers.get(at)?))
    }

    fn push(&mut self, read: Read) {
        let number = self.number(read);
        self.numbers.push(number);
    }

    fn set(&mut self, at: usize, read: Read) {
        let number = self.number(read);
        if let Some(place) = self.numbers.get_mut(at) {
            *place = number;
        }
    }

    /// The number of what is read, a new one when it was not read before. After 65,535 ways to read a token, more than
    /// the lexicon has, a new one is read as nothing.
    fn number(&mut self, read: Read) -> u16 {
        if let Some(&number) = self.known.get(&read) {
            return number;
        }
        let Ok(number) = u16::try_from(self.all.len()) else {
            return 0;
        };
        self.all.push(read);
        self.known.insert(read, number);
        number
    }
}

impl<'a> Reading<'a> {
    /// Reads all tokens. Linear in the tokens.
    pub(in crate::facts::find) fn new(analysis: &'a Analysis<'a>) -> Self {
        let lexicon = Lexicon::shared();
        let mut reads = Reads::with_capacity(analysis.tokens.len());
        let mut before = Tag::X;
        for (at, token) in analysis.tokens.iter().enumerate() {
            let tag = analysis.tags.get(at).copied().unwrap_or_default();
            let number = lexicon.number(token.key);
            let listed = lexicon.entry(number).map(|e| e.classes).unwrap_or_default();
            let classes = match token.shape {
                Shape::Word => word_classes(analysis.word(token), listed, token.case, tag, before),
                Shape::Number => Classes::NUMBER,
                Shape::Link => Classes::NAME,
                Shape::Possessive => listed.without(Classes::AUX).or(possessive_classes(tag)),
                Shape::Sign => sign_classes(analysis.word(token)),
            };
            before = tag;
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
                let Some(&read) = self.reads.get(at) else {
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
                    let classes = read.classes.without(Classes::NAME);
                    self.reads.set(at, Read { classes, ..read });
                }
                break;
            }
        }
    }

    /// Marks the tokens of `range` as inside a quotation.
    pub(super) fn quote(&mut self, range: Range<usize>) {
        for at in range {
            if let Some(&read) = self.reads.get(at) {
                let classes = read.classes.or(Classes::QUOTED);
                self.reads.set(at, Read { classes, ..read });
            }
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

    /// The part of speech of a token.
    pub(super) fn tag(&self, at: usize) -> Tag {
        self.analysis.tags.get(at).copied().unwrap_or(Tag::X)
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

    /// The text from the first to the last token of a range; empty for an empty range.
    pub(super) fn span(&self, range: &Range<usize>) -> Span {
        let tokens = self.analysis.tokens.get(range.clone()).unwrap_or_default();
        match (tokens.first(), tokens.last()) {
            (Some(a), Some(b)) => a.span().to(b.span()),
            _ => Span::default(),
        }
    }

    /// The index of the first token that starts at `pos` or later. O(log tokens).
    pub(in crate::facts::find) fn token_at(&self, pos: Pos) -> usize {
        self.analysis
            .tokens
            .partition_point(|t| t.span().start < pos)
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

    /// The tokens of the sentence that a token stands in, in prose or not. O(log sentences).
    pub(super) fn sentence_of(&self, at: usize) -> Option<Range<usize>> {
        let pos = self.analysis.tokens.get(at)?.span().start;
        let id = self.analysis.sentence_at(pos)?;
        let tokens = &self.analysis.sentences.get(id.get())?.tokens;
        Some(tokens.start as usize..tokens.end as usize)
    }

    /// The block that a token stands in. O(log sentences).
    pub(super) fn block_of(&self, at: usize) -> Option<BlockId> {
        let pos = self.analysis.tokens.get(at)?.span().start;
        let id = self.analysis.sentence_at(pos)?;
        self.analysis.sentences.get(id.get()).map(|s| s.block)
    }

    /// Whether a token may be a verb that has its subject before it: an auxiliary, an irregular form, a form in `-ed`.
    pub(super) fn finite(&self, at: usize) -> bool {
        let classes = self.classes(at);
        classes.any(Classes::AUX.or(Classes::FINITE).or(Classes::ED)) && !classes.any(Classes::NAME)
    }
}

/// The classes of a word: those of its lists that its part of speech allows, and those that its looks give it.
fn word_classes(word: &str, listed: Classes, case: Case, tag: Tag, before: Tag) -> Classes {
    let closed = Classes::DET
        .or(Classes::POSS)
        .or(Classes::SUBJECT)
        .or(Classes::PREP)
        .or(Classes::CONJ)
        .or(Classes::SUB)
        .or(Classes::AUX);
    let verbal = Classes::AUX.or(Classes::FINITE).or(Classes::REDUCED);
    let mut classes = match tag {
        Tag::Noun | Tag::Propn | Tag::Adj | Tag::Num => listed.without(verbal.or(Classes::ADVERB)),
        Tag::Adp => listed.without(Classes::SUB.or(Classes::ADVERB)),
        Tag::Sconj => listed.without(Classes::PREP.or(Classes::DET)),
        Tag::Det | Tag::Pron => listed.without(Classes::ADVERB),
        Tag::Verb => listed.without(
            Classes::ADVERB
                .or(Classes::PERSON)
                .or(Classes::TEXT)
                .or(Classes::BODY),
        ),
        Tag::Adv => listed.without(Classes::PREP).or(Classes::ADVERB),
        _ => listed,
    };
    let capital = case != Case::Lower;
    if capital && !listed.any(closed) || tag == Tag::Propn || case == Case::Upper && word.len() > 1
    {
        classes = classes.or(Classes::NAME);
    }
    let bare = before == Tag::Part;
    let gerund = word.ends_with("ing");
    if matches!(tag, Tag::Verb | Tag::Aux) && !bare && !gerund {
        classes = classes.or(if word.ends_with("ed") {
            Classes::ED
        } else {
            Classes::FINITE
        });
    }
    classes
}

/// The classes of `'s`: a verb where it is one.
const fn possessive_classes(tag: Tag) -> Classes {
    match tag {
        Tag::Aux | Tag::Verb => Classes::AUX.or(Classes::BE).or(Classes::HAVE),
        _ => Classes::POSSESSIVE,
    }
}

/// The classes of a sign.
fn sign_classes(word: &str) -> Classes {
    Classes::SIGN.or(match word {
        "," => Classes::COMMA,
        "." | "!" | "?" => Classes::STOP,
        dots if dots.starts_with('.') || dots == "…" => Classes::STOP,
        ":" | ";" => Classes::COLON,
        "-" | "--" | "–" | "—" | "―" => Classes::DASH,
        "(" | "[" => Classes::OPEN,
        ")" | "]" => Classes::CLOSE,
        "\"" | "“" | "”" | "„" | "‘" | "’" | "'" | "`" | "«" | "»" | "‹" | "›" | "「" | "」"
        | "『" | "』" => Classes::MARK,
        _ => Classes::default(),
    })
}
