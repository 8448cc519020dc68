//! Segments: sentences in which a quotation is a closed box.
//!
//! Takes the sentences of the analysis and the quotations, gives token ranges, in order, within blocks of prose. A
//! sentence end inside a quotation does not end a segment; the end of a quotation that is itself a sentence does,
//! unless the words after it tell who said it.

use std::ops::Range;

use super::lexicon::{Classes, Form};
use super::reading::Reading;
use crate::facts::find::quote::Quotation;

/// Cuts the prose into segments. Linear in the tokens.
pub(super) fn segments(r: &Reading<'_>, quotes: &[Quotation]) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut boxes = quotes
        .iter()
        .filter(|q| q.depth == 0 && q.closed_up())
        .peekable();
    let sentences = &r.analysis.sentences;
    let mut start = None;
    for (index, sentence) in sentences.iter().enumerate() {
        if !sentence.prose {
            continue;
        }
        let (from, to) = (sentence.tokens.start as usize, sentence.tokens.end as usize);
        let mut begin = start.take().unwrap_or(from);
        // Quotations that end in this sentence may end a segment.
        while let Some(quote) = boxes.peek() {
            let end = quote.tokens.end;
            if end > to {
                break;
            }
            if end > begin && end < to && ends_sentence(r, end, to) {
                out.push(begin..end);
                begin = end;
            }
            boxes.next();
        }
        let last = sentences
            .get(index + 1)
            .is_none_or(|n| n.block != sentence.block);
        let inside = boxes
            .peek()
            .is_some_and(|q| q.tokens.start < to && q.tokens.end > to);
        if inside && !last {
            start = Some(begin);
        } else if begin < to {
            out.push(begin..to);
        }
    }
    out
}

/// Whether the quotation that ends before token `end` ends a sentence too; `to` is where the sentence around it ends.
fn ends_sentence(r: &Reading<'_>, end: usize, to: usize) -> bool {
    let closer = (0..end).rev().take(4).find(|&i| !r.is(i, Classes::MARK));
    let Some(last) = closer.filter(|&i| r.is(i, Classes::STOP)) else {
        return false;
    };
    let next = end;
    if r.is(
        next,
        Classes::STOP
            .or(Classes::COMMA)
            .or(Classes::DASH)
            .or(Classes::COLON)
            .or(Classes::CONJ),
    ) && !r.word(next).starts_with(char::is_uppercase)
    {
        return false;
    }
    if r.is(next, Classes::MARK) {
        return true;
    }
    let capital = r.word(next).starts_with(char::is_uppercase);
    if !capital && !r.is(next, Classes::NUMBER) {
        return false;
    }
    if r.says(last, ".") {
        return true;
    }
    // `"Why?" Smith asked.`
    let asks = (next..to.min(next + 5))
        .take_while(|&i| !r.is(i, Classes::STOP.or(Classes::COMMA)))
        .any(|i| {
            r.uses(i)
                .iter()
                .any(|u| matches!(u.form, Form::Past | Form::Present))
        });
    !asks
}
