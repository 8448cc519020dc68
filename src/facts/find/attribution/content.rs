//! What is said: the clause, phrase or quotation that a cue attributes.
//!
//! Takes a cue and its segment, gives the pieces of the content as token ranges, bounded so that neither source nor
//! cue nor a further attribution belongs to it. A cue that has no content in its segment gives none.

mod bounds;

use std::ops::Range;

use super::clause::{Cue, Side};
use super::lexicon::{Class, Classes, Form, Frames};
use super::reading::Reading;
pub(super) use bounds::tidy;
use bounds::{colon, empty_words, end, gerund, starts_phrase};

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
    let commented = from > segment.start && r.says(from - 1, "as");
    if commented {
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
    let clause = left
        .clone()
        .any(|i| r.finite(i) || r.is(i, Classes::QUOTED));
    let lead = Classes::PREP
        .or(Classes::SUB)
        .or(Classes::ADVERB)
        .or(Classes::TIME);
    let next = cue.after + usize::from(r.is(cue.after, Classes::COMMA));
    // `In a letter, Reed wrote, "..."`: what stands before says when or where.
    let setting = !clause && (r.is(left.start, lead) || r.is(next, Classes::MARK));
    if left.is_empty() || setting && next > cue.after {
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
    let at = behind_title(r, cue.after, segment.end);
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
        && (r.is(at, Classes::QUOTED) || f.any(Frames::THAT.or(Frames::BARE).or(Frames::NP)))
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

/// Past the title in quotation marks of the paper or programme that is told: `told "Morning News" that …`.
fn behind_title(r: &Reading<'_>, at: usize, to: usize) -> usize {
    if !r.is(at, Classes::MARK) {
        return at;
    }
    let close = (at + 2..to.min(at + 7)).find(|&i| r.is(i, Classes::MARK));
    close
        .filter(|&i| r.says(i + 1, "that"))
        .map_or(at, |i| i + 1)
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
    let says = ["said", "says", "say"].iter().any(|w| r.says(cue.head, w));
    (says && to >= at + 4).then_some(Link::Clause)
}

/// `it was suggested that ...`, `X is said to ...`, `X was criticized by Y`.
fn passive(r: &Reading<'_>, segment: &Range<usize>, cue: &Cue, later: &[Cue]) -> Option<Content> {
    let at = cue.after;
    let subject = cue.from..cue.words.start;
    if cue.source.is_some() {
        let mut pieces = vec![tidy(r, subject.start, subject.end)];
        if r.says(at, "as") && cue.frames.any(Frames::NP.or(Frames::AS)) {
            let name = tidy(r, at + 1, end(r, at + 1, segment, cue, later));
            if r.is(name.start, Classes::QUOTED) {
                pieces.clear();
            }
            pieces.insert(0, name);
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

/// Whether a denial or a refusal is what the cue reports.
pub(super) fn denies(cue: &Cue) -> bool {
    cue.negated != (cue.class == Class::Deny)
}
