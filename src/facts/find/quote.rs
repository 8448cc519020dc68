//! Quotations: words in quotation marks that somebody said or wrote.
//!
//! Takes the analysis; `scan` pairs the marks of each block and says which stretches are quotations rather than words
//! that somebody keeps at a distance or titles of works; `find` makes candidates of those that were read with their
//! voices. The span of a candidate is the words inside the marks; a quotation of several paragraphs is one candidate a
//! paragraph, with the same speaker.

mod marks;
mod veto;

use std::ops::Range;

use super::attribution::{Reading, Speech, Voice};
use crate::document::BlockId;
use crate::facts::{Analysis, Candidate, Kind, Value};
use crate::text::Span;

/// A stretch in quotation marks.
#[derive(Clone, Debug)]
pub(super) struct Quotation {
    /// The words inside the marks.
    pub(super) inner: Span,
    /// The tokens, marks included.
    pub(super) tokens: Range<usize>,
    /// The block that it stands in.
    pub(super) block: BlockId,
    /// How many quotations it stands in.
    pub(super) depth: u8,
    /// Whether it ends in its block.
    pub(super) closed: bool,
    /// The number of words.
    pub(super) words: usize,
    /// Whether it looks like a title or a term rather than speech.
    pub(super) term: bool,
    /// Whether it is an utterance by its punctuation: it ends in a comma or a stop inside the marks, or begins a sentence.
    pub(super) utterance: bool,
    /// Who speaks.
    pub(super) voice: Option<Voice>,
    /// How far off the cue was that gave it its voice, and how wide its content, in bytes.
    pub(super) width: (u8, usize),
}

impl Quotation {
    /// Whether the sentence around it is read without it.
    pub(super) fn closed_up(&self) -> bool {
        self.depth == 0 && (self.words >= 4 && !self.term || self.utterance)
    }
}

/// Finds the stretches in quotation marks of all blocks of prose. Linear in the text.
pub(super) fn scan(analysis: &Analysis<'_>, reading: &Reading<'_>) -> Vec<Quotation> {
    let mut out = Vec::new();
    let document = analysis.document;
    let blocks = document.blocks();
    for (index, block) in blocks.iter().enumerate() {
        if !block.kind.is_prose() {
            continue;
        }
        for pair in marks::pairs(document.text(), block.span) {
            let goes_on = || {
                let next = blocks
                    .get(index + 1..)
                    .unwrap_or_default()
                    .iter()
                    .find(|b| b.kind.is_prose());
                next.is_some_and(|b| marks::begins_open(document.text(), b.span))
            };
            let begins = pair.outer.start == block.span.start;
            let led = document
                .text()
                .get(block.span.start.get()..pair.outer.start.get())
                .is_some_and(|t| t.trim_end().ends_with([':', ',']));
            if !pair.closed && !(begins || led && goes_on() || led) {
                continue;
            }
            let inner = pair.inner.trim(document.text());
            if inner.is_empty() {
                continue;
            }
            let tokens = reading.token_at(pair.outer.start)..reading.token_at(pair.outer.end);
            out.push(veto::judge(
                reading,
                Quotation {
                    inner,
                    tokens,
                    block: BlockId::new(index),
                    depth: 0,
                    closed: pair.closed,
                    words: 0,
                    term: false,
                    utterance: false,
                    voice: None,
                    width: (u8::MAX, usize::MAX),
                },
            ));
        }
    }
    set_depths(&mut out);
    out
}

/// Counts for each stretch those that it stands in.
fn set_depths(quotes: &mut [Quotation]) {
    let mut open: Vec<usize> = Vec::new();
    for quote in quotes {
        open.retain(|&end| end >= quote.tokens.end);
        quote.depth = u8::try_from(open.len()).unwrap_or(u8::MAX);
        open.push(quote.tokens.end);
    }
}

/// Proposes what stands in quotation marks, in a language whose words are not known: nobody is named as speaking.
pub(super) fn find_marks(analysis: &Analysis<'_>, out: &mut Vec<Candidate>) {
    let speech = Speech {
        quotes: scan(analysis, &Reading::new(analysis)),
        claims: Vec::new(),
    };
    find(&speech, out);
}

/// Proposes the quotations.
pub(super) fn find(speech: &Speech, out: &mut Vec<Candidate>) {
    for quote in &speech.quotes {
        let cue = quote.voice.as_ref().and_then(|v| v.cue);
        let speaker = quote.voice.as_ref().and_then(|v| v.speaker);
        if quote.depth > 0 || !veto::is_said(quote, cue.is_some()) {
            continue;
        }
        let sure: f32 = match (speaker, cue) {
            (Some(_), Some(_)) => 0.95,
            (Some(_), None) => 0.8,
            _ => 0.6,
        };
        out.push(Candidate {
            kind: Kind::Quote,
            span: quote.inner,
            subject: quote.voice.as_ref().and_then(|v| v.place),
            value: Value::Quote { speaker, cue },
            entity: None,
            confidence: if quote.words < 4 { sure - 0.2 } else { sure },
        });
    }
}
