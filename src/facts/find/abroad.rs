//! What may be shown of a text in a language whose rules are not known: little, and nothing that needs rules.
//!
//! Reads the blocks that are in such a language by itself: figures, read whole as that language writes them, with the
//! scale words, percent and currencies of the main languages, and without what is counted; dates where they are certain;
//! words in quotation marks, without a speaker. A figure whose meaning is in doubt is left out: a wrong value is worse
//! than none. Figures in words (`zwei`, `deux`) are not read.

mod about;
mod date;
mod figure;
mod month;
mod number;
mod piece;
mod scale;
mod tail;
mod words;

use super::quote;
use crate::facts::language::Tongues;
use crate::facts::{Analysis, Candidate, Kind, Language, Period, Value};
use crate::text::Span;
use date::Found;
use figure::Manner;
use piece::{Line, What};

/// How sure a number or a date is that was read without rules of its language.
const SURE: f32 = 0.7;

/// Proposes what is safe in the stretches that are not English, in place of what other finders said there. Linear in
/// these stretches.
pub(super) fn find(analysis: &Analysis<'_>, tongues: &Tongues, out: &mut Vec<Candidate>) {
    if tongues.foreign().is_empty() {
        return;
    }
    out.retain(|c| !tongues.is_foreign(c.span.start));
    for &(stretch, language) in tongues.foreign() {
        let prose = analysis
            .sentence_at(stretch.start)
            .and_then(|id| analysis.sentences.get(id.get()))
            .is_some_and(|s| s.prose || s.title);
        if prose {
            figures(analysis, stretch, language, out);
        }
    }
    quote::find_marks(analysis, tongues, out);
}

/// Proposes the numbers and dates of a stretch.
fn figures(analysis: &Analysis<'_>, stretch: Span, language: Language, out: &mut Vec<Candidate>) {
    let code = language.code();
    let line = Line::new(analysis.text(), stretch, Manner::of(code).has_spaces());
    let mut at = 0;
    while at < line.len() {
        if !line.is(at, What::Figure) {
            at += 1;
            continue;
        }
        let number = |past: usize| (None, past);
        let (found, past) = match date::at(&line, code, at) {
            Some(Found::Date(first, end, past, value)) => {
                let value = Value::Time(Some(Period::Date(value)));
                (Some((Kind::Time, line.span(first, end), value)), past)
            }
            Some(Found::Nothing(past)) => number(past),
            None => number::at(&line, code, at).map_or_else(
                || number(at + 1),
                |n| {
                    (
                        Some((n.kind, line.span(n.first, n.end), Value::Number(n.number))),
                        n.past,
                    )
                },
            ),
        };
        at = past.max(at + 1);
        if let Some((kind, span, value)) = found {
            out.push(Candidate {
                kind,
                span: in_sentence(analysis, span),
                subject: None,
                value,
                entity: None,
                confidence: SURE,
            });
        }
    }
}

/// As much of a number as its sentence holds: sentences are cut by the rules of English, which take the stop of an
/// abbreviation for their end (`3 Mrd. Euro`).
fn in_sentence(analysis: &Analysis<'_>, span: Span) -> Span {
    let sentence = analysis.sentence_at(span.start);
    let sentence = sentence.and_then(|id| analysis.sentences.get(id.get()));
    sentence
        .and_then(|s| s.span.intersection(span))
        .unwrap_or(span)
}

#[cfg(test)]
mod tests;
