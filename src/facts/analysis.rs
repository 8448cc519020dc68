//! One pass over the text: sentences and tokens, in arrays that all finders share.
//!
//! Takes a [`Document`], gives an [`Analysis`]. Tokens cover the words, numbers and signs of the prose blocks and of
//! the headings (for names; finders skip them); sentences partition the tokens. Deliberately absent: strings. A token
//! is a span with its shape; its words are slices of the document.

mod sentence;
#[cfg(test)]
mod tests;
mod token;

use std::ops::{Deref, Range};

pub(super) use token::is_unspaced;
pub use token::{Case, Key, Shape, Token};

use super::MOST;
use super::gazetteer::Gazetteer;
use super::tag::form::{Form, Forms};
use super::tag::name::{self, Evidence, NameSpan, Sight};
use super::tag::{Models, Tag, speech};
use crate::document::{BlockId, Date, Document};
use crate::text::{Pos, Span};

/// How much text facts are looked for in, in bytes: two million words, four times the longest novels. Beyond it only
/// sentences are found, so that memory stays within three times a text of 100 MB.
pub const REACH: usize = 12 << 20;

/// The number of a sentence, from 0 in reading order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SentenceId(pub u32);

impl SentenceId {
    /// The sentence of this index.
    pub fn new(index: usize) -> Self {
        Self(u32::try_from(index).unwrap_or(u32::MAX))
    }

    /// The index into [`Sentences::sentences`].
    pub const fn get(self) -> usize {
        self.0 as usize
    }
}

/// One sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Its text, from the first letter or mark to the last.
    pub span: Span,
    /// Its tokens, as indices into [`Analysis::tokens`].
    pub tokens: Range<u32>,
    /// The block that it stands in.
    pub block: BlockId,
    /// Whether facts may be found in it; false in headings, which only help to know names.
    pub prose: bool,
    /// Whether it stands in the title of the document, which may tell numbers and times that nothing else tells.
    pub title: bool,
}

/// The text cut into sentences: what is left of an [`Analysis`] when all finders have read it.
#[derive(Debug)]
pub struct Sentences<'a> {
    /// The document that is analysed.
    pub document: &'a Document,
    /// All sentences in which facts are looked for, in order.
    pub sentences: Vec<Sentence>,
    /// The sentences after them, beyond [`REACH`] or after more figures and names than there may be facts.
    pub beyond: Vec<Span>,
    /// The part of speech of each token.
    pub tags: Vec<Tag>,
}

/// The shared arrays.
#[derive(Debug)]
pub struct Analysis<'a> {
    /// The sentences, with the parts of speech of `tokens`.
    cut: Sentences<'a>,
    /// The day that relative dates count from, if any is known.
    pub anchor: Option<Date>,
    /// All tokens, in order.
    pub tokens: Vec<Token>,
    /// The names in the text, in order, headings included; who is who is not yet known.
    pub names: Vec<NameSpan>,
    /// The word lists that it was made with.
    pub(super) lists: Gazetteer<'a>,
}

impl<'a> Deref for Analysis<'a> {
    type Target = Sentences<'a>;

    fn deref(&self) -> &Self::Target {
        &self.cut
    }
}

impl<'a> Sentences<'a> {
    /// The text of the document.
    #[inline]
    pub fn text(&self) -> &'a str {
        self.document.text()
    }

    /// The words at `span`.
    #[inline]
    pub fn slice(&self, span: Span) -> &'a str {
        span.slice(self.document.text())
    }

    /// The words of a token.
    #[inline]
    pub fn word(&self, token: &Token) -> &'a str {
        self.slice(token.span())
    }

    /// The tags of a sentence, parallel to its tokens.
    #[inline]
    pub fn tags_of(&self, sentence: &Sentence) -> &[Tag] {
        self.tags
            .get(sentence.tokens.start as usize..sentence.tokens.end as usize)
            .unwrap_or_default()
    }

    /// The tokens inside a span, which begins with a token: read again, since all tokens of a book take more room than
    /// all else that is known of it. Linear in the span.
    pub fn tokens_in(&self, span: Span) -> Vec<Token> {
        let mut tokens = Vec::new();
        self.read_tokens(span, &mut tokens);
        tokens
    }

    /// The same, put into `out` instead of what was there.
    pub(super) fn read_tokens(&self, span: Span, out: &mut Vec<Token>) {
        out.clear();
        let from = self.sentence_at(span.start).map_or(0, SentenceId::get);
        let here = self.sentences.get(from..).unwrap_or_default();
        for sentence in here.iter().take_while(|s| s.span.start < span.end) {
            let block = self.document.blocks().get(sentence.block.get());
            if let (Some(part), Some(block)) = (sentence.span.intersection(span), block) {
                token::scan_part(self.document.text(), block.span, part, out);
            }
        }
    }

    /// Where the search for facts ends: at the end of the text, or before the first sentence beyond.
    pub(super) fn end(&self) -> Pos {
        let all = Pos::new(self.document.text().len());
        self.beyond.first().map_or(all, |s| s.start)
    }

    /// The sentence that holds `pos`, or the last one before it. O(log sentences).
    pub fn sentence_at(&self, pos: Pos) -> Option<SentenceId> {
        let after = self.sentences.partition_point(|s| s.span.start <= pos);
        after.checked_sub(1).map(SentenceId::new)
    }
}

impl<'a> Analysis<'a> {
    /// What merging and ranking need; the rest goes.
    pub fn into_sentences(self) -> Sentences<'a> {
        self.cut
    }

    /// The tokens of a sentence.
    #[inline]
    pub fn tokens_of(&self, sentence: &Sentence) -> &[Token] {
        self.tokens
            .get(sentence.tokens.start as usize..sentence.tokens.end as usize)
            .unwrap_or_default()
    }
}

/// Cuts the prose and the headings of a document into sentences and tokens, and tags them. Linear in the text.
pub fn analyse(document: &Document, anchor: Option<Date>) -> Analysis<'_> {
    analyse_with(document, anchor, &Models::built_in())
}

/// The same with other models than those in the program.
pub(super) fn analyse_with<'a>(
    document: &'a Document,
    anchor: Option<Date>,
    models: &Models<'a>,
) -> Analysis<'a> {
    let mut analysis = Analysis {
        cut: Sentences {
            document,
            sentences: Vec::new(),
            beyond: Vec::new(),
            tags: Vec::new(),
        },
        anchor: document.meta().published.or(anchor),
        tokens: Vec::with_capacity(document.text().len().min(REACH) / LETTERS),
        names: Vec::new(),
        lists: models.lists,
    };
    let mut title = document.meta().title.as_str();
    let mut telling = 0;
    for (index, block) in document.blocks().iter().enumerate() {
        let heading = matches!(block.kind, crate::document::BlockKind::Heading { .. });
        if !heading && !block.kind.is_prose() {
            continue;
        }
        // The title is the first heading that says it.
        let titled =
            heading && !title.is_empty() && block.span.slice(document.text()).trim() == title;
        if titled {
            title = "";
        }
        let from = analysis.tokens.len();
        token::scan(document.text(), block.span, &mut analysis.tokens);
        let mut to = from;
        sentence::cut(document.text(), &analysis.tokens, from, |tokens, span| {
            let range = tokens.start as usize..tokens.end as usize;
            telling += count_telling(analysis.tokens.get(range).unwrap_or_default());
            if span.end.get() > REACH || telling > MOST {
                analysis.cut.beyond.push(span);
                return;
            }
            to = tokens.end as usize;
            analysis.cut.sentences.push(Sentence {
                span,
                tokens,
                block: BlockId::new(index),
                prose: !heading,
                title: titled,
            });
        });
        analysis.tokens.truncate(to);
    }
    if analysis.tokens.len() > BOOK {
        analysis.anchor = anchor;
    }
    tag(&mut analysis, models);
    analysis
}

/// As many bytes of a text have about one token, so that their array need not grow by moving. Some 5.3 in English.
const LETTERS: usize = 5;

/// How many facts a sentence may give, at a glance: its figures, and its words in capitals that follow one without.
fn count_telling(tokens: &[Token]) -> usize {
    let pairs = tokens.iter().zip(tokens.iter().skip(1));
    let names = pairs.filter(|(before, t)| t.is_capital() && !before.is_capital());
    let figures = tokens.iter().filter(|t| t.shape == Shape::Number);
    names.count() + figures.count()
}

/// A text of more tokens is a book: its "Thursday" is no day before the one on which it was published. No report of a
/// day is longer than some 12,000 words.
const BOOK: usize = 15_000;

/// Fills the arrays beside the tokens.
fn tag(analysis: &mut Analysis<'_>, models: &Models<'_>) {
    let all = Forms::read(analysis.text(), &analysis.tokens, &models.lists);
    let range = |s: &Sentence| s.tokens.start as usize..s.tokens.end as usize;
    let mut forms = Vec::new();
    let mut tags = Vec::with_capacity(analysis.tokens.len());
    let mut evidence = Evidence::default();
    let mut tagger = speech::Tagger::new(models.speech, &all);
    for sentence in &analysis.sentences {
        all.copy(range(sentence), &mut forms);
        tagger.tag(&forms, all.ids(range(sentence)), &mut tags);
        evidence.add(sight(sentence, &forms, &tags));
    }
    // It keeps some hundred bytes of each word.
    drop(tagger);
    let mut names = Vec::new();
    let mut tagger = name::Tagger::new(&models.names, &models.lists, &evidence, all.count());
    for sentence in &analysis.sentences {
        all.copy(range(sentence), &mut forms);
        tagger.tag(
            sight(sentence, &forms, &tags),
            all.ids(range(sentence)),
            sentence.tokens.start,
            &mut names,
        );
    }
    analysis.cut.tags = tags;
    analysis.names = names;
}

/// One sentence as the name tagger sees it.
fn sight<'s>(sentence: &Sentence, forms: &'s [Form], tags: &'s [Tag]) -> Sight<'s> {
    Sight {
        forms,
        tags: tags
            .get(sentence.tokens.start as usize..sentence.tokens.end as usize)
            .unwrap_or_default(),
        heading: !sentence.prose,
    }
}
