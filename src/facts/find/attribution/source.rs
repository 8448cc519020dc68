//! Who: the noun phrase before or after a reporting verb.
//!
//! Takes the reading and the place of a verb group, gives the tokens of its subject. Rules over word classes, no
//! parser: the phrase ends at the verb (or before an insertion between commas) and goes back to the nearest thing
//! that cannot belong to it. Does not know whom a pronoun stands for.

mod phrase;

use std::ops::Range;

use super::lexicon::Classes;
use super::reading::Reading;
use crate::facts::Tag;
pub(super) use phrase::phrase;
use phrase::{nominal, suffix_follows};

/// How far, in tokens, a subject may reach back from its verb.
const REACH: usize = 40;

/// A subject.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Source {
    /// The phrase that names it.
    pub(super) name: Range<usize>,
    /// From where on the clause of the subject runs: the phrase with what was inserted or put before it.
    pub(super) from: usize,
    /// The relative pronoun that stands for it at the verb, if that is how it is said.
    pub(super) relative: Option<usize>,
}

/// What ends a phrase at once.
const WALL: Classes = Classes::MARK
    .or(Classes::COLON)
    .or(Classes::DASH)
    .or(Classes::OPEN)
    .or(Classes::STOP)
    .or(Classes::QUOTED);

/// The subject that ends before `end` (the start of the verb group), no further back than `from`.
pub(super) fn before(r: &Reading<'_>, from: usize, end: usize) -> Option<Source> {
    let from = from.max(end.saturating_sub(REACH));
    let mut end = end;
    while end > from
        && r.before_is(end, Classes::ADVERB)
        && !r.before_is(end, Classes::NAME.or(Classes::TIME))
    {
        end -= 1;
    }
    let last = end.checked_sub(1).filter(|&l| l >= from)?;
    if r.is(last, Classes::COMMA) {
        return inserted(r, from, last);
    }
    if r.is(last, Classes::DASH) {
        // `The mayor — a former judge — said`
        let open = (from..last).rev().find(|&i| r.is(i, Classes::DASH))?;
        let name = phrase(r, from, open)?;
        return Some(whole(name));
    }
    if r.is(last, Classes::RELATIVE) || r.says(last, "that") {
        return relative(r, from, last);
    }
    phrase(r, from, end).map(whole)
}

fn whole(name: Range<usize>) -> Source {
    Source {
        from: name.start,
        name,
        relative: None,
    }
}

/// The subject before a comma at `comma` that closes an insertion: `X, the mayor of Y, said`, `X, however, said`.
fn inserted(r: &Reading<'_>, from: usize, comma: usize) -> Option<Source> {
    if let Some(name) = after_quotation(r, from, comma) {
        return Some(whole(name));
    }
    let mut close = comma;
    let mut best = None;
    // Several insertions may follow each other: `X, 59, of Y, a teacher, said`. The outermost phrase is the subject.
    for _ in 0..6 {
        let open = (from..close)
            .rev()
            .find(|&i| r.is(i, Classes::COMMA.or(WALL)));
        let start = open.map_or(from, |i| i + 1);
        let Some(open) = open.filter(|&o| r.is(o, Classes::COMMA) && o > from) else {
            // Nothing before it but the start or a quotation: what is between is the subject itself.
            return best.or_else(|| phrase(r, start, close)).map(whole);
        };
        if r.before_is(open, Classes::MARK.or(Classes::QUOTED)) {
            return best.or_else(|| phrase(r, start, close)).map(whole);
        }
        let clause = (start..close).any(|i| r.finite(i) && !r.is(i, Classes::REDUCED));
        if best.is_some() && clause && !r.is(start, Classes::RELATIVE) {
            break;
        }
        let name = phrase(r, from, open).filter(|n| subject_like(r, n, from));
        if name.is_none() && best.is_some() && clause {
            break;
        }
        best = name.or(best);
        close = open;
    }
    best.map(whole)
}

/// The phrase right after a quotation, when nothing but words about it stands between it and the comma.
fn after_quotation(r: &Reading<'_>, from: usize, comma: usize) -> Option<Range<usize>> {
    let mark = (from..comma).rev().find(|&i| r.is(i, Classes::QUOTED))?;
    let first = (mark + 1..comma)
        .find(|&i| r.is(i, Classes::COMMA.or(Classes::RELATIVE).or(Classes::DASH)))
        .unwrap_or(comma);
    let inside = (mark + 1..first).any(|i| r.finite(i) && !r.is(i, Classes::REDUCED));
    let name = mark + 1..first;
    (!inside
        && !name.is_empty()
        && name.clone().any(|i| nominal(r, i))
        && !r.is(mark + 1, Classes::PREP.or(Classes::CONJ)))
    .then_some(name)
}

/// Whether a phrase before a comma can be the subject that the insertion explains.
fn subject_like(r: &Reading<'_>, name: &Range<usize>, from: usize) -> bool {
    let named = name.clone().any(|i| {
        r.is(
            i,
            Classes::NAME
                .or(Classes::PERSON)
                .or(Classes::BODY)
                .or(Classes::TEXT)
                .or(Classes::SUBJECT),
        )
    });
    let starts = name.start == from
        || r.before_is(
            name.start,
            Classes::COMMA
                .or(Classes::CONJ)
                .or(Classes::SUB)
                .or(WALL)
                .or(Classes::TIME),
        );
    let numeral = name.len() == 1 && r.is(name.start, Classes::NUMBER);
    named && starts && !numeral
}

/// The antecedent of a relative pronoun at `pronoun`.
fn relative(r: &Reading<'_>, from: usize, pronoun: usize) -> Option<Source> {
    let end = if r.before_is(pronoun, Classes::COMMA) {
        pronoun - 1
    } else {
        pronoun
    };
    if r.says(pronoun, "that")
        && !(end > from && r.is(end - 1, Classes::PERSON.or(Classes::TEXT).or(Classes::BODY)))
    {
        return None;
    }
    let name = phrase(r, from, end)?;
    let person = name.clone().any(|i| {
        r.is(
            i,
            Classes::NAME
                .or(Classes::PERSON)
                .or(Classes::BODY)
                .or(Classes::TEXT),
        )
    }) || r.says(pronoun, "who");
    person.then_some(Source {
        from: name.start,
        name,
        relative: Some(pronoun),
    })
}

/// The noun phrase that begins at `from` (after the verb: `said X`), no further than `to`.
pub(super) fn after(r: &Reading<'_>, from: usize, to: usize) -> Option<Source> {
    let mut at = from;
    if r.is(at, Classes::SUBJECT) && !r.is(at, Classes::DET) {
        return Some(whole(at..at + 1));
    }
    while at < to {
        let c = r.classes(at);
        if c.any(Classes::OPEN) {
            // `Smith (D-Ohio)`
            match (at + 1..to.min(at + 8)).find(|&i| r.is(i, Classes::CLOSE)) {
                Some(close) => at = close + 1,
                None => break,
            }
            continue;
        }
        if c.any(WALL) || c.any(Classes::COMMA) && !suffix_follows(r, at + 1, to) {
            break;
        }
        if c.any(Classes::NAME) && !c.any(Classes::TIME) {
            at += 1;
            continue;
        }
        let inner = r.says(at, "of")
            || r.says(at, "for")
            || r.says(at, "at")
            || r.says(at, "from")
            || r.says(at, "with")
            || r.says(at, "in");
        let ends = c.any(
            Classes::RELATIVE
                .or(Classes::AUX)
                .or(Classes::TIME)
                .or(Classes::ADVERB),
        ) || c.any(Classes::SUB) && !inner
            || c.any(Classes::PREP)
                && !(inner
                    && !r.is(at + 1, Classes::TIME.or(Classes::NUMBER))
                    && !speech_place(r, at + 1))
            || c.any(Classes::FINITE.or(Classes::ED))
                && at > from
                && !r.before_is(at, Classes::DET.or(Classes::POSS))
            || r.says(at, "that")
            || c.any(Classes::CONJ)
                && !(r.says(at, "and")
                    && r.is(at + 1, Classes::NAME.or(Classes::DET).or(Classes::PERSON)))
            || c.any(Classes::OBJECT.without(Classes::DET)) && !c.any(Classes::POSS) && at > from;
        if ends {
            break;
        }
        at += 1;
    }
    let range = from..at;
    range.clone().any(|i| nominal(r, i)).then(|| whole(range))
}

/// Whether the phrase after a preposition is where something is said: `in an interview`.
fn speech_place(r: &Reading<'_>, from: usize) -> bool {
    (from..from + 5)
        .take_while(|&i| !r.is(i, Classes::COMMA.or(WALL).or(Classes::PREP)))
        .any(|i| r.is(i, Classes::SPEECH_NOUN))
}

/// The names or nouns right before `end`, with their determiner: the subject of `with X saying`, `of X saying`.
pub(super) fn near(r: &Reading<'_>, from: usize, end: usize) -> Option<Source> {
    let mut start = end;
    while start > from {
        let plain = matches!(
            r.tag(start - 1),
            Tag::Noun | Tag::Propn | Tag::Adj | Tag::Det | Tag::Num
        ) || r.is(start - 1, Classes::NAME);
        if !plain || r.is(start - 1, Classes::SIGN.or(Classes::QUOTED)) {
            break;
        }
        start -= 1;
    }
    let name = start..end;
    let known = |i| r.is(i, Classes::NAME.or(Classes::PERSON).or(Classes::BODY));
    // "with one poster writing": whoever it is
    let with = start > from && r.says(start - 1, "with") && name.clone().any(|i| nominal(r, i));
    (with || name.clone().any(known)).then(|| whole(name))
}
