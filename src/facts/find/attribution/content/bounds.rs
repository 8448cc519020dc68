//! Where a content begins and ends.

use std::ops::Range;

use crate::facts::find::attribution::clause::Cue;
use crate::facts::find::attribution::lexicon::Classes;
use crate::facts::find::attribution::reading::Reading;

/// Where the content that begins at `from` ends: the first token that belongs to something else.
pub(super) fn end(
    r: &Reading<'_>,
    from: usize,
    segment: &Range<usize>,
    cue: &Cue,
    later: &[Cue],
) -> usize {
    let relative = cue
        .source
        .as_ref()
        .is_some_and(|s| s.relative.is_some() && s.name.end < cue.words.start);
    let led = cue.source.as_ref().is_some_and(|s| {
        s.from > segment.start
            && r.is(segment.start, Classes::SUB)
            && !(segment.start..s.from).any(|i| r.is(i, Classes::COMMA))
    });
    let begins = |at: usize| {
        later
            .iter()
            .any(|c| c.from == at || c.shared && c.words.start == at)
    };
    let mut depth = 0_u32;
    for at in from..segment.end {
        let c = r.classes(at);
        if c.any(Classes::QUOTED) {
            continue;
        }
        if c.any(Classes::OPEN) {
            depth += 1;
        } else if c.any(Classes::CLOSE) {
            if depth == 0 {
                return at;
            }
            depth -= 1;
        } else if r.says(at, ";") {
            return at;
        } else if c.any(Classes::COMMA) {
            let next = at + 1;
            let after_conj = if r.is(next, Classes::CONJ) || r.says(next, "while") {
                next + 1
            } else {
                next
            };
            if begins(next) || begins(after_conj) || r.says(next, "according") {
                return at;
            }
            if (relative || led) && at > from + 1 && !r.before_is(at, Classes::NUMBER) {
                return at;
            }
        } else if (c.any(Classes::CONJ) || r.says(at, "while")) && at > from && begins(at + 1)
            || r.says(at, "according") && r.says(at + 1, "to")
        {
            return at;
        }
    }
    segment.end
}

/// The first colon in a stretch, or its end.
pub(super) fn colon(r: &Reading<'_>, from: usize, to: usize) -> usize {
    (from..to)
        .find(|&i| r.says(i, ":") && !r.is(i, Classes::QUOTED))
        .unwrap_or(to)
}

/// The stretch without stops, commas and conjunctions at its ends.
pub(in crate::facts::find::attribution) fn tidy(
    r: &Reading<'_>,
    from: usize,
    to: usize,
) -> Range<usize> {
    let (mut from, mut to) = (from, to.max(from));
    let loose = Classes::COMMA
        .or(Classes::STOP)
        .or(Classes::COLON)
        .or(Classes::DASH);
    while from < to && r.is(from, loose) && !r.is(from, Classes::QUOTED) {
        from += 1;
    }
    while from < to && r.is(to - 1, loose) && !r.is(to - 1, Classes::QUOTED) {
        to -= 1;
    }
    from..to
}

/// Whether a phrase can begin here.
pub(super) fn starts_phrase(r: &Reading<'_>, at: usize) -> bool {
    let no = Classes::AUX
        .or(Classes::COMMA)
        .or(Classes::STOP)
        .or(Classes::CONJ)
        .or(Classes::CLOSE)
        .or(Classes::SIGN);
    let c = r.classes(at);
    if c.any(
        Classes::DET
            .or(Classes::POSS)
            .or(Classes::SUBJECT)
            .or(Classes::NAME)
            .or(Classes::NUMBER),
    ) {
        return true;
    }
    if r.word(at) == "$" || r.word(at) == "£" || r.word(at) == "€" {
        return true;
    }
    !c.any(no)
        && !c.any(Classes::PREP)
        && (!c.any(Classes::WH) || r.says(at, "if") || r.says(at, "when"))
}

/// Whether a verbal noun stands here.
pub(super) fn gerund(r: &Reading<'_>, at: usize) -> bool {
    let word = r.word(at);
    word.len() > 4
        && word.ends_with("ing")
        && !r.is(at, Classes::NAME.or(Classes::DET).or(Classes::PREP))
}

/// Whether a content says nothing by itself: `so`, `nothing`, `goodbye`.
pub(super) fn empty_words(r: &Reading<'_>, piece: &Range<usize>) -> bool {
    piece.len() <= 2 && r.is(piece.start, Classes::NOISE)
}
