//! Quotations: words in quotation marks that somebody said or wrote.
//!
//! Takes the analysis; `scan` pairs the marks of each block and says which stretches are quotations rather than words
//! that somebody keeps at a distance or titles of works; `find` makes candidates of those that were read with their
//! voices. The span of a candidate is the words inside the marks; a quotation of several paragraphs is one candidate a
//! paragraph, with the same speaker.

mod abroad;
mod marks;
mod veto;

use std::ops::Range;

use super::attribution::{Reading, Speech, Voice};
use crate::document::{BlockId, BlockKind, Document};
use crate::facts::{Analysis, Candidate, Kind, Value};
use crate::text::Span;
pub(super) use abroad::find_marks;
use veto::WORDS;

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

/// What stands at the head of a box that is set off like a quotation and is the author's own: the alerts of Markdown.
const ALERTS: [&str; 5] = ["Note", "Tip", "Important", "Warning", "Caution"];

/// Finds the stretches in quotation marks of all blocks of prose, and the blocks that are quotations by their setting.
/// Linear in the text.
pub(super) fn scan(analysis: &Analysis<'_>, reading: &Reading<'_>) -> Vec<Quotation> {
    let mut out = Vec::new();
    each(
        analysis,
        |_| true,
        |index, pair| {
            out.extend(stretch(reading, index, pair.outer, pair.inner, pair.closed));
        },
    );
    set_depths(&mut out);
    out
}

/// Calls `emit` with each stretch of the blocks that are `wanted`, and the index of its block.
fn each(
    analysis: &Analysis<'_>,
    wanted: impl Fn(Span) -> bool,
    mut emit: impl FnMut(usize, marks::Pair),
) {
    let document = analysis.document;
    let end = analysis.end();
    let mut in_alert = false;
    for (index, block) in document.blocks().iter().enumerate() {
        if block.span.start >= end {
            break;
        }
        if !block.kind.is_prose() || !wanted(block.span) {
            continue;
        }
        let pairs = marks::pairs(document.text(), block.span);
        let set_off = matches!(block.kind, BlockKind::Quotation { .. });
        in_alert = set_off && (in_alert || ALERTS.contains(&document.slice(block.span)));
        if set_off
            && !in_alert
            && pairs
                .first()
                .is_none_or(|p| p.outer.start > block.span.start)
        {
            let words = without_signature(document.text(), block.span);
            if words.trim(document.text()).end <= end {
                emit(
                    index,
                    marks::Pair {
                        outer: words,
                        inner: words,
                        closed: true,
                    },
                );
            }
            continue;
        }
        for pair in pairs.into_iter().filter(|p| p.outer.end <= end) {
            if pair.closed || goes_on(document, index, pair.outer) {
                emit(index, pair);
            }
        }
    }
}

/// Whether a quotation that is not closed in its block is one all the same: it begins the block, or is led in.
fn goes_on(document: &Document, index: usize, outer: Span) -> bool {
    let Some(block) = document.block(BlockId::new(index)) else {
        return false;
    };
    let before = Span {
        start: block.span.start,
        end: outer.start,
    };
    let lead = document.slice(before).trim_end();
    let next = document.blocks().get(index + 1..).unwrap_or_default();
    let next = next.iter().find(|b| b.kind.is_prose());
    let again = |c: char| matches!(c, '"' | '“' | '„' | '«');
    lead.is_empty()
        || lead.ends_with([':', ','])
        || next.is_some_and(|b| document.slice(b.span).starts_with(again))
}

/// A block without a last line that names the author: `— Name`.
fn without_signature(text: &str, block: Span) -> Span {
    let slice = block.slice(text);
    let signed = slice.rfind('\n').filter(|&at| {
        slice
            .get(at..)
            .is_some_and(|line| line.trim_start().starts_with(['—', '–', '-', '―']))
    });
    match signed {
        Some(at) => Span::new(block.start.get(), block.start.get() + at).trim(text),
        None => block,
    }
}

/// A stretch of block `index`, judged by its words; none when it has none.
fn stretch(
    reading: &Reading<'_>,
    index: usize,
    outer: Span,
    inner: Span,
    closed: bool,
) -> Option<Quotation> {
    let inner = inner.trim(reading.analysis.text());
    let tokens = reading.token_at(outer.start)..reading.token_at(outer.end);
    let quote = Quotation {
        inner,
        tokens,
        block: BlockId::new(index),
        depth: 0,
        closed,
        words: 0,
        term: false,
        utterance: false,
        voice: None,
        width: (u8::MAX, usize::MAX),
    };
    (!inner.is_empty()).then(|| veto::judge(reading, quote))
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
