//! Who: the noun phrase before or after a reporting verb.
//!
//! Takes the reading and the place of a verb group, gives the tokens of its subject. Rules over word classes, no
//! parser: the phrase ends at the verb (or before an insertion between commas) and goes back to the nearest thing
//! that cannot belong to it. Does not know whom a pronoun stands for.

use std::ops::Range;

use super::lexicon::{Classes, Form};
use super::reading::Reading;
use crate::facts::Tag;

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
    name.clone()
        .any(|i| r.is(i, Classes::NAME.or(Classes::PERSON).or(Classes::BODY)))
        .then(|| whole(name))
}

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
    person.then(|| Source {
        from: name.start,
        name,
        relative: Some(pronoun),
    })
}

/// The noun phrase that ends at `end`, no further back than `from`.
pub(super) fn phrase(r: &Reading<'_>, from: usize, end: usize) -> Option<Range<usize>> {
    let mut start = end;
    while start > from {
        let at = start - 1;
        if r.is(at, Classes::CLOSE) {
            match (from.max(at.saturating_sub(10))..at)
                .rev()
                .find(|&i| r.is(i, Classes::OPEN))
            {
                Some(open) if open > from => start = open,
                _ => break,
            }
            continue;
        }
        if !belongs(r, from, at, end) {
            break;
        }
        start = at;
    }
    let range = trim(r, start, end);
    let has_noun = range.clone().any(|i| nominal(r, i));
    (has_noun && !r.is(range.end.saturating_sub(1), Classes::PREP)).then_some(range)
}

/// Whether the token at `at`, left of a phrase that ends at `end`, can belong to it.
fn belongs(r: &Reading<'_>, from: usize, at: usize, end: usize) -> bool {
    let c = r.classes(at);
    let next = r.classes(at + 1);
    let first = at + 1 == end;
    if c.any(WALL) || c.any(Classes::COMMA) {
        return c.any(Classes::COMMA)
            && (suffix_follows(r, at + 1, end) || listed(r, from, at, end));
    }
    if c.any(Classes::NAME) {
        return true;
    }
    // A pronoun is a whole phrase.
    if next.any(Classes::SUBJECT.without(Classes::DET))
        && !next.any(Classes::DET.or(Classes::NAME))
        && !r.says(at + 1, "one")
        && !r.says(at + 1, "others")
    {
        return false;
    }
    if c.any(Classes::SUBJECT) && !c.any(Classes::DET) && !r.says(at, "one") {
        return first;
    }
    if c.any(Classes::CONJ) {
        return !first
            && (r.says(at, "and") || r.says(at, "or"))
            && at > from
            && joins(r, from, at);
    }
    if c.any(Classes::SUB) && !c.any(Classes::PREP)
        || c.any(Classes::RELATIVE)
        || r.tag(at) == Tag::Sconj
    {
        return false;
    }
    if c.any(Classes::AUX) || r.tag(at) == Tag::Part && r.says(at, "to") {
        return false;
    }
    if r.says(at, "that") {
        return next.any(Classes::PERSON.or(Classes::BODY).or(Classes::TEXT)) && !first;
    }
    if r.tag(at) == Tag::Verb || c.any(Classes::FINITE.or(Classes::ED)) {
        // `the proposed bill`, `a letter obtained by`, `people living in`, not `the mayor resigned`.
        let attributive = r.before_is(at, Classes::DET.or(Classes::POSS).or(Classes::POSSESSIVE));
        let reduced = c.any(Classes::REDUCED)
            || r.word(at).ends_with("ing") && r.tag(at.wrapping_sub(1)) == Tag::Noun;
        return !first
            && (attributive
                || reduced
                    && !r.before_is(at, Classes::COMMA)
                    && at > from
                    && (next.any(Classes::PREP) || !c.any(Classes::REDUCED)));
    }
    if c.any(Classes::PREP) {
        return !first && at > from && !r.before_is(at, Classes::COMMA.or(Classes::CONJ).or(WALL));
    }
    true
}

/// Whether a reporting verb here can only be a finite verb.
fn finite_use(r: &Reading<'_>, at: usize) -> bool {
    r.tag(at) == Tag::Verb && r.uses(at).iter().any(|u| u.form == Form::Past)
}

/// Whether `, Jr.` and the like follow.
fn suffix_follows(r: &Reading<'_>, at: usize, end: usize) -> bool {
    at < end
        && matches!(
            r.word(at),
            "Jr."
                | "Jr"
                | "Sr."
                | "Sr"
                | "Inc."
                | "Inc"
                | "Ltd."
                | "Ltd"
                | "LLC"
                | "M.D."
                | "Ph.D."
        )
}

/// Whether the comma stands in a list of names: `A, B and C said`.
fn listed(r: &Reading<'_>, from: usize, comma: usize, end: usize) -> bool {
    comma > from
        && r.before_is(comma, Classes::NAME)
        && r.is(comma + 1, Classes::NAME)
        && (comma + 2..end).take(8).any(|i| r.says(i, "and"))
        && (comma + 1..end).all(|i| r.is(i, Classes::NAME.or(Classes::CONJ).or(Classes::COMMA)))
}

/// Whether `and` at `at` joins two nouns rather than two clauses: no finite verb stands before it in its clause.
fn joins(r: &Reading<'_>, from: usize, at: usize) -> bool {
    if r.before_is(at, Classes::COMMA.or(WALL).or(Classes::PREP)) {
        return false;
    }
    for i in (from..at).rev() {
        let c = r.classes(i);
        if c.any(WALL.or(Classes::COMMA)) {
            return true;
        }
        if r.finite(i) && !c.any(Classes::REDUCED)
            || finite_use(r, i)
            || c.any(Classes::SUB) && !c.any(Classes::PREP)
        {
            return false;
        }
    }
    true
}

/// Whether a token can be the noun of a phrase.
fn nominal(r: &Reading<'_>, at: usize) -> bool {
    let c = r.classes(at);
    if c.any(
        Classes::NAME
            .or(Classes::SUBJECT)
            .or(Classes::PERSON)
            .or(Classes::BODY)
            .or(Classes::TEXT),
    ) {
        return true;
    }
    let others = Classes::PREP
        .or(Classes::CONJ)
        .or(Classes::SUB)
        .or(Classes::AUX)
        .or(Classes::SIGN)
        .or(Classes::ADVERB)
        .or(Classes::TIME)
        .or(Classes::NUMBER)
        .or(Classes::POSS)
        .or(Classes::POSSESSIVE);
    !c.any(others)
        && !(c.any(Classes::DET)
            && !matches!(
                r.word(at),
                "all"
                    | "All"
                    | "some"
                    | "Some"
                    | "many"
                    | "Many"
                    | "others"
                    | "both"
                    | "Both"
                    | "several"
                    | "most"
                    | "Most"
                    | "few"
                    | "two"
                    | "three"
            ))
}

/// Cuts off what stands before the phrase proper: conjunctions, adverbs, and whole phrases with a preposition.
fn trim(r: &Reading<'_>, start: usize, end: usize) -> Range<usize> {
    let lead = Classes::CONJ
        .or(Classes::ADVERB)
        .or(Classes::COMMA)
        .or(Classes::CLOSE);
    let mut start = start;
    while start + 1 < end && r.is(start, lead) && !r.is(start, Classes::NAME.or(Classes::DET)) {
        start += 1;
    }
    let prepositional = r.is(start, Classes::PREP.or(Classes::SUB))
        || r.is(start, Classes::TIME) && !r.is(start + 1, Classes::POSSESSIVE);
    if !prepositional {
        return start..end;
    }
    // `In a statement Tuesday the mayor`: a new phrase begins at a determiner, a pronoun or a name after a noun.
    let opens = Classes::DET.or(Classes::POSS).or(Classes::SUBJECT);
    let found = (start + 2..end).find(|&i| {
        let after_noun = !r.before_is(
            i,
            Classes::PREP
                .or(Classes::DET)
                .or(Classes::POSS)
                .or(Classes::CONJ)
                .or(Classes::NUMBER),
        );
        let time = r.before_is(i, Classes::TIME.or(Classes::NUMBER))
            && !r.is(i, Classes::PREP.or(Classes::TIME).or(Classes::NUMBER));
        after_noun
            && (r.is(i, opens)
                || r.is(i, Classes::NAME)
                    && !r.before_is(i, Classes::NAME.or(Classes::POSSESSIVE))
                    && r.before_is(i, Classes::TIME))
            || time
    });
    match found {
        Some(i) => i..end,
        None if r.is(start, Classes::TIME) => start + 1..end,
        None => start..end,
    }
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
