//! What stands between a reporting verb and its content and belongs to neither: when, where and to whom it is said.

use super::lexicon::{Classes, Frames};
use super::reading::Reading;

/// The last token before `at` that is no adverb, no further back than `from`.
pub(super) fn back_over_adverbs(r: &Reading<'_>, from: usize, at: usize) -> Option<usize> {
    (from..at)
        .rev()
        .find(|&i| !r.is(i, Classes::ADVERB) || r.is(i, Classes::NAME.or(Classes::DET)))
}

/// The first token at or after `at` that is neither an adverb, nor when or where it is said, nor an addressee.
pub(super) fn adverbials(r: &Reading<'_>, at: usize, end: usize, frames: Frames) -> usize {
    let mut at = at;
    let mut addressee = frames.any(Frames::ADDR);
    while at < end {
        let next = one(r, at, end);
        if next > at {
            at = next;
        } else if addressee && !r.says(at, "that") {
            addressee = false;
            let next = person(r, at, end);
            if next == at {
                break;
            }
            at = next;
        } else {
            break;
        }
    }
    at.min(end)
}

/// The end of the one adverbial at `at`; `at` when there is none.
fn one(r: &Reading<'_>, at: usize, end: usize) -> usize {
    let c = r.classes(at);
    if c.any(
        Classes::MARK
            .or(Classes::QUOTED)
            .or(Classes::STOP)
            .or(Classes::COLON),
    ) {
        return at;
    }
    if c.any(Classes::COMMA) {
        // `said, however, that`
        let inner = (at + 1..end.min(at + 5)).find(|&i| r.is(i, Classes::COMMA));
        return match inner {
            Some(close) if (at + 1..close).all(|i| r.is(i, Classes::ADVERB)) && close > at + 1 => {
                close + 1
            }
            _ => at,
        };
    }
    if c.any(Classes::TIME)
        || c.any(Classes::DET.or(Classes::ADVERB))
            && r.is(at + 1, Classes::TIME)
            && !r.is(at + 2, Classes::POSSESSIVE)
    {
        return time(r, at, end);
    }
    if c.any(Classes::ADVERB)
        && !c.any(
            Classes::DET
                .or(Classes::NAME)
                .or(Classes::CONJ)
                .or(Classes::WH),
        )
    {
        return at + 1;
    }
    if c.any(Classes::PREP) && !c.any(Classes::NAME) {
        return phrase(r, at, end);
    }
    at
}

/// The end of a time expression that begins at `at`.
fn time(r: &Reading<'_>, at: usize, end: usize) -> usize {
    let mut to = at + 1;
    while to < end
        && (r.is(to, Classes::TIME.or(Classes::NUMBER))
            || r.is(to, Classes::COMMA) && r.is(to + 1, Classes::NUMBER))
    {
        to += 1;
    }
    to
}

/// The end of a phrase with a preposition that tells when or where: `on Monday`, `in a statement to the paper`.
fn phrase(r: &Reading<'_>, at: usize, end: usize) -> usize {
    let first = at + 1;
    if r.is(first, Classes::TIME)
        || r.is(first, Classes::DET.or(Classes::ADVERB)) && r.is(first + 1, Classes::TIME)
    {
        return time(r, first, end);
    }
    if r.is(first, Classes::NUMBER) && r.word(first).len() == 4 {
        return first + 1;
    }
    let stop = phrase_end(r, first, end);
    let place = [
        "in", "at", "during", "on", "via", "through", "from", "after", "before", "over", "with",
        "of",
    ]
    .iter()
    .any(|w| r.says(at, w));
    let told = r.says(at, "to")
        && (r.is(
            first,
            Classes::DET
                .or(Classes::NAME)
                .or(Classes::POSS)
                .or(Classes::PERSON)
                .or(Classes::OBJECT),
        ));
    let speech = (first..stop).any(|i| r.is(i, Classes::SPEECH_NOUN));
    if told || place && speech {
        return stop;
    }
    at
}

/// Where a phrase that begins after its preposition ends.
fn phrase_end(r: &Reading<'_>, from: usize, end: usize) -> usize {
    let wall = Classes::MARK
        .or(Classes::QUOTED)
        .or(Classes::STOP)
        .or(Classes::COLON)
        .or(Classes::COMMA)
        .or(Classes::SUBJECT.without(Classes::DET))
        .or(Classes::AUX)
        .or(Classes::CONJ)
        .or(Classes::WH)
        .or(Classes::DASH);
    let mut at = from;
    while at < end && at - from < 12 {
        let c = r.classes(at);
        let fresh =
            at > from && c.any(Classes::DET.or(Classes::POSS)) && !r.before_is(at, Classes::PREP);
        if c.any(wall) && !c.any(Classes::NAME.or(Classes::DET))
            || r.says(at, "that")
            || fresh
            || at > from && c.any(Classes::TIME)
        {
            break;
        }
        if at > from && c.any(Classes::PREP) && !(r.says(at, "of") || r.says(at, "with")) {
            break;
        }
        at += 1;
    }
    at
}

/// The end of the person addressed, if one stands at `at`: `reporters`, `the Senate panel`, `him`.
fn person(r: &Reading<'_>, at: usize, end: usize) -> usize {
    let c = r.classes(at);
    if c.any(Classes::SUBJECT) && !c.any(Classes::OBJECT) {
        return at;
    }
    if c.any(Classes::OBJECT) && !r.is(at + 1, Classes::AUX) {
        return at + 1;
    }
    if c.any(
        Classes::WH
            .or(Classes::PREP)
            .or(Classes::MARK)
            .or(Classes::COMMA)
            .or(Classes::COLON)
            .or(Classes::STOP),
    ) || r.says(at, "to")
    {
        return at;
    }
    let stop = Classes::MARK
        .or(Classes::QUOTED)
        .or(Classes::STOP)
        .or(Classes::COLON)
        .or(Classes::COMMA)
        .or(Classes::SUBJECT.without(Classes::DET))
        .or(Classes::AUX)
        .or(Classes::WH)
        .or(Classes::TIME)
        .or(Classes::PREP);
    let mut to = at;
    while to < end {
        let c = r.classes(to);
        let fresh = to > at && c.any(Classes::DET.or(Classes::POSS))
            || to > at
                && c.any(Classes::NAME)
                && !r.before_is(
                    to,
                    Classes::NAME
                        .or(Classes::DET)
                        .or(Classes::CONJ)
                        .or(Classes::POSSESSIVE)
                        .or(Classes::PREP),
                );
        let of = (r.says(to, "of") || r.says(to, "at")) && to > at;
        if !of
            && (c.any(stop) && !c.any(Classes::NAME)
                || r.says(to, "that")
                || r.says(to, "to")
                || fresh)
        {
            break;
        }
        to += 1;
        // A plain plural is an addressee by itself: `told reporters the plan ...`.
        if to == at + 1 && c.any(Classes::PERSON) && r.word(at).ends_with('s') {
            break;
        }
    }
    // Everything up to the end is no addressee but the thing told, unless the content stands before.
    to
}
