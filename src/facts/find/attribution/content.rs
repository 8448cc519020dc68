//! What is said: the clause, phrase or quotation that a cue attributes.
//!
//! Takes a cue and its segment, gives the pieces of the content as token ranges, bounded so that neither source nor
//! cue nor a further attribution belongs to it. A cue that has no content in its segment gives none.

use std::ops::Range;

use super::clause::{Cue, Side};
use super::lexicon::{Class, Classes, Form, Frames};
use super::reading::Reading;

/// The content of a cue.
#[derive(Clone, Debug)]
pub(super) struct Content {
    /// The pieces, in order; never empty.
    pub(super) pieces: Vec<Range<usize>>,
    /// The words of the cue, with the preposition that leads to the content.
    pub(super) cue: Range<usize>,
    /// How the content is joined.
    pub(super) link: Link,
}

/// How a content is joined to its cue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Link {
    /// The cue stands inside or after it: `..., X said`.
    Around,
    /// `that`, a question word, or a clause without either.
    Clause,
    /// A quotation or a colon.
    Quote,
    /// An object, an infinitive, a phrase with a preposition.
    Phrase,
}

/// Finds the content of the cue at `index` of `cues`.
pub(super) fn content(
    r: &Reading<'_>,
    segment: &Range<usize>,
    cues: &[Cue],
    index: usize,
) -> Option<Content> {
    let cue = cues.get(index)?;
    let later = cues.get(index + 1..).unwrap_or_default();
    if cue.side == Side::Passive {
        return passive(r, segment, cue, later);
    }
    let at = cue.after;
    let done = at >= segment.end || r.is(at, Classes::STOP.or(Classes::CLOSE));
    let quotes = cue
        .frames
        .any(Frames::QUOTE.or(Frames::THAT).or(Frames::BARE));
    let adjacent = r.before_is(cue.from, Classes::QUOTED)
        && !r.is(cue.from, Classes::QUOTED)
        && cue.from > segment.start + 1;
    if quotes
        && (done
            || adjacent
            || r.is(at, Classes::COMMA.or(Classes::CONJ))
            || cue.side == Side::After)
    {
        let earlier = cues.get(..index).unwrap_or_default();
        if let Some(found) = around(r, segment, cue, earlier, later) {
            return Some(found);
        }
    }
    if done
        || cue.side == Side::After && !r.is(at, Classes::MARK.or(Classes::COLON).or(Classes::COMMA))
    {
        return None;
    }
    right(r, segment, cue, later)
}

/// `..., X said` and `..., X said, ...`.
fn around(
    r: &Reading<'_>,
    segment: &Range<usize>,
    cue: &Cue,
    earlier: &[Cue],
    later: &[Cue],
) -> Option<Content> {
    let from = cue.from;
    if cue.form == Form::Base
        && cue.words.start == cue.head
        && !cue.frames.any(Frames::QUOTE.or(Frames::BARE))
    {
        return None;
    }
    let led = from > segment.start && r.says(from - 1, "as");
    if led {
        return comment(r, segment, cue, later, from - 1);
    }
    let joined = r.before_is(from, Classes::COMMA.or(Classes::MARK).or(Classes::DASH))
        && from > segment.start + 1;
    if !joined || cue.shared && !r.before_is(from, Classes::MARK) {
        return None;
    }
    let mut start = segment.start;
    if let Some(before) = earlier.iter().rev().find(|c| !c.shared) {
        // What an earlier cue has said already is not said again; a quotation since then is.
        let mark = (before.words.end..from).find(|&i| r.is(i, Classes::QUOTED))?;
        start = mark;
    }
    let left = tidy(r, start, from);
    if left.is_empty() {
        return None;
    }
    let mut pieces = vec![left];
    let at = cue.after;
    if r.is(at, Classes::COMMA) && at + 1 < segment.end {
        let next = at + 1;
        let own = later
            .iter()
            .any(|c| c.from == next || c.words.start == next);
        let participle = r.word(next).ends_with("ing") && !r.is(next, Classes::MARK);
        if !own && !participle && !r.is(next, Classes::RELATIVE) && !(r.says(next, "according")) {
            let right = tidy(r, next, end(r, next, segment, cue, later));
            if right.len() > 1 {
                pieces.push(right);
            }
        }
    } else if r.is(at, Classes::MARK) && !r.is(at + 1, Classes::COMMA.or(Classes::STOP)) {
        let right = tidy(r, at, end(r, at, segment, cue, later));
        if right.len() > 1 {
            pieces.push(right);
        }
    }
    Some(Content {
        pieces,
        cue: cue.words.clone(),
        link: Link::Around,
    })
}

/// `As X said, ...` and `..., as X said, ...`; `as` stands at `at`.
fn comment(
    r: &Reading<'_>,
    segment: &Range<usize>,
    cue: &Cue,
    later: &[Cue],
    at: usize,
) -> Option<Content> {
    let mut pieces = Vec::new();
    let left = tidy(r, segment.start, at);
    if left.len() > 1 && r.before_is(at, Classes::COMMA) {
        pieces.push(left);
    }
    if r.is(cue.after, Classes::COMMA) {
        let from = cue.after + 1;
        let right = tidy(
            r,
            from,
            end(
                r,
                from,
                segment,
                &Cue {
                    source: None,
                    ..cue.clone()
                },
                later,
            ),
        );
        if right.len() > 2 {
            pieces.push(right);
        }
    }
    (!pieces.is_empty()).then(|| Content {
        pieces,
        cue: cue.words.clone(),
        link: Link::Around,
    })
}

/// The content after the verb.
fn right(r: &Reading<'_>, segment: &Range<usize>, cue: &Cue, later: &[Cue]) -> Option<Content> {
    let f = cue.frames;
    let at = cue.after;
    let mut words = cue.words.clone();
    let (from, link) = if r.is(at, Classes::COMMA) {
        if !(r.is(at + 1, Classes::MARK) && f.any(Frames::QUOTE)) {
            return None;
        }
        (at + 1, Link::Quote)
    } else if r.is(at, Classes::COLON) {
        if !f.any(Frames::QUOTE.or(Frames::THAT).or(Frames::WH)) || r.says(at, ";") {
            return None;
        }
        (at + 1, Link::Quote)
    } else if r.is(at, Classes::MARK)
        && f.any(
            Frames::QUOTE
                .or(Frames::BARE)
                .or(Frames::THAT)
                .or(Frames::NP),
        )
    {
        (at, Link::Quote)
    } else if r.says(at, "that")
        && f.any(Frames::THAT)
        && !r.is(at + 1, Classes::STOP.or(Classes::COMMA))
    {
        let so = r.is(at + 1, Classes::COLON);
        (if so { at + 2 } else { at + 1 }, Link::Clause)
    } else if r.is(at, Classes::WH) && f.any(Frames::WH) && !r.is(at, Classes::RELATIVE)
        || r.says(at, "what") && f.any(Frames::WH)
    {
        (at, Link::Clause)
    } else if r.says(at, "to")
        && f.any(Frames::INF)
        && !r.is(at + 1, Classes::DET.or(Classes::NAME).or(Classes::POSS))
    {
        (at, Link::Phrase)
    } else if f.any(Frames::preposition(&r.word(at).to_ascii_lowercase())) {
        words.end = words.end.max(at + 1);
        (at + 1, Link::Phrase)
    } else if gerund(r, at) && f.any(Frames::ING) {
        (at, Link::Phrase)
    } else if starts_phrase(r, at) {
        let link = clause_or_object(r, segment, cue, later, at)?;
        (at, link)
    } else {
        return None;
    };
    if at > cue.words.end + 3 {
        words = cue.words.clone();
    }
    let to = match link {
        Link::Phrase => end(r, from, segment, cue, later).min(colon(r, from, segment.end)),
        _ => end(r, from, segment, cue, later),
    };
    let piece = tidy(r, from, to);
    if piece.len() < 2 && !r.is(piece.start, Classes::QUOTED) || empty_words(r, &piece) {
        return None;
    }
    Some(Content {
        pieces: vec![piece],
        cue: words,
        link,
    })
}

/// Whether what follows is a clause without `that` or an object, and whether the verb takes it.
fn clause_or_object(
    r: &Reading<'_>,
    segment: &Range<usize>,
    cue: &Cue,
    later: &[Cue],
    at: usize,
) -> Option<Link> {
    let to = end(r, at, segment, cue, later);
    let clause = (at + 1..to)
        .take_while(|&i| !r.is(i, Classes::RELATIVE.or(Classes::COLON)) && !r.says(i, "that"))
        .any(|i| {
            r.finite(i)
                && !r.is(i, Classes::REDUCED)
                && !r.before_is(i, Classes::DET.or(Classes::POSS))
                && !r.before_is(i, Classes::PREP)
                || r.uses(i).iter().any(|u| matches!(u.form, Form::Past))
        });
    if cue.frames.any(Frames::BARE) && (clause || r.is(at, Classes::SUBJECT.without(Classes::DET)))
    {
        return Some(Link::Clause);
    }
    if cue.frames.any(Frames::NP) {
        return Some(Link::Phrase);
    }
    let strong =
        cue.frames.any(Frames::BARE) && !cue.frames.any(Frames::WEAK) && to.saturating_sub(at) >= 4;
    strong.then_some(Link::Clause)
}

/// `it was suggested that ...`, `X is said to ...`, `X was criticized by Y`.
fn passive(r: &Reading<'_>, segment: &Range<usize>, cue: &Cue, later: &[Cue]) -> Option<Content> {
    let at = cue.after;
    let subject = cue.from..cue.words.start;
    if cue.source.is_some() {
        let mut pieces = vec![tidy(r, subject.start, subject.end)];
        if r.says(at, "as") && cue.frames.any(Frames::NP.or(Frames::AS)) {
            pieces.insert(0, tidy(r, at + 1, end(r, at + 1, segment, cue, later)));
        }
        return Some(Content {
            pieces,
            cue: cue.words.clone(),
            link: Link::Phrase,
        });
    }
    let from = if r.says(at, "that") { at + 1 } else { at };
    let right = tidy(r, from, end(r, from, segment, cue, later));
    if right.len() < 3 {
        return None;
    }
    let pieces = if r.says(at, "that") {
        vec![right]
    } else {
        vec![right, tidy(r, subject.start, trim_aux(r, &subject))]
    };
    Some(Content {
        pieces,
        cue: cue.words.clone(),
        link: Link::Clause,
    })
}

fn trim_aux(r: &Reading<'_>, range: &Range<usize>) -> usize {
    range
        .clone()
        .find(|&i| r.is(i, Classes::AUX))
        .unwrap_or(range.end)
}

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
fn colon(r: &Reading<'_>, from: usize, to: usize) -> usize {
    (from..to)
        .find(|&i| r.says(i, ":") && !r.is(i, Classes::QUOTED))
        .unwrap_or(to)
}

/// The stretch without stops, commas and conjunctions at its ends.
pub(super) fn tidy(r: &Reading<'_>, from: usize, to: usize) -> Range<usize> {
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
fn starts_phrase(r: &Reading<'_>, at: usize) -> bool {
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
fn gerund(r: &Reading<'_>, at: usize) -> bool {
    let word = r.word(at);
    word.len() > 4
        && word.ends_with("ing")
        && !r.is(at, Classes::NAME.or(Classes::DET).or(Classes::PREP))
}

/// Whether a content says nothing by itself: `so`, `nothing`, `goodbye`.
fn empty_words(r: &Reading<'_>, piece: &Range<usize>) -> bool {
    piece.len() <= 2 && r.is(piece.start, Classes::NOISE)
}

/// Whether a denial or a refusal is what the cue reports.
pub(super) fn denies(cue: &Cue) -> bool {
    cue.negated || cue.class == Class::Deny
}
