//! Voices: who speaks in a quotation, and how it is carried to quotations that no cue names a speaker for.
//!
//! Takes quotations of which some have a voice, gives it to those that go on: in the same paragraph, after a lead-in
//! that ends with a colon, over several paragraphs, before a dash and a name. The subject of the sentence around a
//! partial quotation is the last resort.

use std::ops::Range;

use super::lexicon::{Classes, Form, Frames};
use super::memory::Memory;
use super::reading::Reading;
use super::source;
use crate::facts::find::quote::Quotation;
use crate::text::Span;

/// Who speaks, by what words.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::facts::find) struct Voice {
    /// Who it is, by name where that is known.
    pub(in crate::facts::find) speaker: Option<Span>,
    /// Where the sentence names the speaker, when that is a pronoun or another word than `speaker`.
    pub(in crate::facts::find) place: Option<Span>,
    /// The words that tell so.
    pub(in crate::facts::find) cue: Option<Span>,
}

impl Voice {
    /// A voice of token ranges.
    pub(super) fn new(
        r: &Reading<'_>,
        speaker: Option<&Range<usize>>,
        place: Option<&Range<usize>>,
        cue: Option<&Range<usize>>,
    ) -> Self {
        Self {
            speaker: speaker.map(|s| r.span(s)),
            place: place.filter(|p| Some(*p) != speaker).map(|p| r.span(p)),
            cue: cue.map(|c| r.span(c)),
        }
    }
}

/// The subject of the main clause of a segment, if it can be told: what stands before its first finite verb.
pub(super) fn subject(r: &Reading<'_>, segment: &Range<usize>) -> Option<Range<usize>> {
    let mut tries = 0;
    for at in segment.start + 1..segment.end {
        if r.is(at, Classes::QUOTED) {
            continue;
        }
        let verb = r.finite(at) && !r.is(at, Classes::REDUCED)
            || r.uses(at)
                .iter()
                .any(|u| matches!(u.form, Form::Past | Form::Present));
        if !verb {
            continue;
        }
        if let Some(found) = source::before(r, segment.start, at) {
            return Some(found.name);
        }
        tries += 1;
        if tries > 3 {
            break;
        }
    }
    None
}

/// Carries voices to the quotations that have none.
pub(super) fn carry(
    r: &Reading<'_>,
    segments: &[Range<usize>],
    quotes: &mut [Quotation],
    memory: &Memory<'_>,
    said: &[(usize, Voice)],
) {
    for at in 0..quotes.len() {
        let Some(quote) = quotes.get(at).filter(|q| q.depth == 0) else {
            continue;
        };
        let named = named_inside(r, quote);
        if quote.voice.is_some() && named.is_none() {
            continue;
        }
        let voice = named
            .or_else(|| after_dash(r, quote))
            .or_else(|| led_in(r, segments, quote, memory))
            .or_else(|| go_on(r, segments, quotes, at))
            .or_else(|| before_next(quotes, at, segments))
            .or_else(|| around(r, segments, quote, memory))
            .or_else(|| after_claim(r, segments, quote, said));
        if let Some(quote) = quotes.get_mut(at) {
            quote.voice = voice;
        }
    }
}

/// The index of the segment that holds a token.
fn segment_of(segments: &[Range<usize>], token: usize) -> Option<usize> {
    segments
        .partition_point(|s| s.start <= token)
        .checked_sub(1)
}

/// `"NAME: ..."`: a line of a transcript.
fn named_inside(r: &Reading<'_>, quote: &Quotation) -> Option<Voice> {
    let from = quote.tokens.start + 1;
    let end = (from..from + 5).find(|&i| !r.is(i, Classes::NAME))?;
    let name = from..end;
    (r.says(end, ":") && !name.is_empty() && r.word(from).chars().all(|c| !c.is_lowercase()))
        .then(|| Voice::new(r, Some(&name), None, Some(&(end..end + 1))))
}

/// The voice of the claim in the sentence before, in the same block: `X said that A. "B."`
fn after_claim(
    r: &Reading<'_>,
    segments: &[Range<usize>],
    quote: &Quotation,
    said: &[(usize, Voice)],
) -> Option<Voice> {
    let here = segment_of(segments, quote.tokens.start)?;
    let whole = segments.get(here)?.start == quote.tokens.start;
    let before = here.checked_sub(1)?;
    let last = said.partition_point(|s| s.0 <= before).checked_sub(1)?;
    let (at, voice) = said.get(last)?;
    let same_block = r.block_of(segments.get(before)?.start) == r.block_of(quote.tokens.start);
    (whole && *at == before && same_block).then(|| voice.clone())
}

/// `"..." — Name`, on the same line.
fn after_dash(r: &Reading<'_>, quote: &Quotation) -> Option<Voice> {
    let at = quote.tokens.end;
    if !r.is(at, Classes::DASH) || !r.is(at + 1, Classes::NAME) {
        return None;
    }
    let end = (at + 1..at + 8)
        .find(|&i| !r.is(i, Classes::NAME))
        .unwrap_or(at + 8);
    let name = at + 1..end;
    Some(Voice::new(r, Some(&name), None, Some(&(at..at + 1))))
}

/// The voice of the quotation before, when this one goes on with it: in the same paragraph, or in the next one.
fn go_on(
    r: &Reading<'_>,
    segments: &[Range<usize>],
    quotes: &[Quotation],
    at: usize,
) -> Option<Voice> {
    let quote = quotes.get(at)?;
    let last = quotes.get(..at)?.iter().rev().find(|q| q.depth == 0)?;
    let voice = last.voice.clone()?;
    if !last.closed && last.block != quote.block {
        return Some(voice);
    }
    let here = segment_of(segments, quote.tokens.start)?;
    let starts = segments
        .get(here)
        .is_some_and(|s| s.start == quote.tokens.start);
    let there = segment_of(segments, last.tokens.start)?;
    if last.block == quote.block {
        return (here <= there + 1 && starts || here == there).then_some(voice);
    }
    let whole = starts && quote.words > 3 && alone(r, segments, quote, here);
    (whole && last.block.0 + 1 == quote.block.0).then_some(voice)
}

/// Whether a quotation begins its block and nothing in its segment tells who speaks.
fn alone(r: &Reading<'_>, segments: &[Range<usize>], quote: &Quotation, here: usize) -> bool {
    let first = here
        .checked_sub(1)
        .and_then(|p| segments.get(p))
        .is_none_or(|p| p.end <= quote.tokens.start);
    first && !r.is(quote.tokens.end, Classes::COMMA)
}

/// The subject of a lead-in that ends with a colon right before the quotation, perhaps in the block before.
fn led_in(
    r: &Reading<'_>,
    segments: &[Range<usize>],
    quote: &Quotation,
    memory: &Memory<'_>,
) -> Option<Voice> {
    let before = quote.tokens.start.checked_sub(1)?;
    if !r.says(before, ":") {
        return None;
    }
    let at = segment_of(segments, before).unwrap_or_default();
    // A short line that ends with a colon may be no prose, and in no segment.
    let segment = &r.sentence_of(before)?;
    let speaks = |i: &usize| {
        !r.is(*i, Classes::QUOTED)
            && r.uses(*i).iter().any(|&u| {
                matches!(u.form, Form::Past | Form::Present)
                    && r.verb(u).is_some_and(|v| v.frames.any(Frames::QUOTE))
            })
    };
    let spoken = (segment.start + 1..before)
        .rev()
        .find(speaks)
        .and_then(|i| source::before(r, segment.start, i));
    let name = spoken
        .map(|s| s.name)
        .or_else(|| subject(r, &(segment.start..before)))
        .or_else(|| {
            let short =
                before <= segment.start + 6 && r.is(segment.start, Classes::NAME.or(Classes::DET));
            short.then_some(segment.start..before)
        })?;
    let speaker = memory.recall(r, at, &name).unwrap_or_else(|| name.clone());
    Some(Voice::new(
        r,
        Some(&speaker),
        Some(&name),
        Some(&(before..before + 1)),
    ))
}

/// The voice of the next quotation when it stands in the same or the next segment of the block: `"A. ..." "B," he said.`
fn before_next(quotes: &[Quotation], at: usize, segments: &[Range<usize>]) -> Option<Voice> {
    let quote = quotes.get(at)?;
    let next = quotes.get(at + 1..)?.iter().find(|q| q.depth == 0)?;
    if next.block != quote.block {
        return None;
    }
    let near =
        segment_of(segments, next.tokens.start)? <= segment_of(segments, quote.tokens.start)? + 1;
    near.then(|| next.voice.clone()).flatten()
}

/// The subject of the sentence around a partial quotation.
fn around(
    r: &Reading<'_>,
    segments: &[Range<usize>],
    quote: &Quotation,
    memory: &Memory<'_>,
) -> Option<Voice> {
    let at = segment_of(segments, quote.tokens.start)?;
    let segment = segments.get(at)?;
    if segment.start == quote.tokens.start {
        return None;
    }
    let name = subject(r, segment)?;
    let person = Classes::NAME
        .or(Classes::PERSON)
        .or(Classes::SUBJECT)
        .or(Classes::BODY)
        .or(Classes::TEXT);
    if !name.clone().any(|i| r.is(i, person))
        || name.len() == 1 && r.is(name.start, Classes::FIRST.or(Classes::DEMO))
    {
        return None;
    }
    let speaker = memory.recall(r, at, &name).unwrap_or_else(|| name.clone());
    Some(Voice::new(r, Some(&speaker), Some(&name), None))
}
