//! The place and time that a clause says its number of, as the reader is told them.
//!
//! Stricter than what is compared: a place only behind the number and a preposition, a time behind it or at the head of
//! the clause before a comma, with no mark, other number or clause word between.

use crate::facts::lexicon::grammar::{CLAUSE_WORDS, DETERMINERS, PREPOSITIONS};
use crate::facts::lexicon::{Words, words};
use crate::facts::{Candidate, Key, Kind, Sentence, Sentences, Shape};
use crate::text::{Pos, Span};

/// How many tokens may stand between a number and its place or time.
const NEAR: usize = 8;

/// Prepositions of place.
static PLACING: Words = words!("in at across near inside outside throughout around off on along");

/// Words that say whose things are counted.
static OWNERS: Words = words!("its their his her our my your");

/// Prepositions that make of a time a limit.
static LIMITS: Words = words!("from by before after until till through");

/// Words behind which another thing is told, with a time of its own.
static OTHER: Words = words!("before after until till");

/// The words of place and time that belong to a number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::facts::merge) struct Held {
    /// The place.
    pub(in crate::facts::merge) place: Option<Span>,
    /// The time.
    pub(in crate::facts::merge) when: Option<Span>,
}

/// The place and time of the number `all[at]`, which stands in `sentence`. Candidates are sorted by span.
pub(super) fn held(
    analysis: &Sentences<'_>,
    all: &[Candidate],
    at: usize,
    sentence: &Sentence,
) -> Held {
    let Some(number) = all.get(at) else {
        return Held::default();
    };
    let mut held = Held::default();
    // "a third of its 12,000 workers get a letter this week": it has so many at any time
    let lead = analysis.tokens_in(gap(sentence.span.start, number.span.start));
    let owned = number.kind == Kind::Quantity
        && lead
            .last()
            .is_some_and(|t| t.shape == Shape::Possessive || OWNERS.has(t.key));
    for c in all.iter().skip(at + 1).take(12) {
        if c.span.start >= sentence.span.end
            || c.kind.is_number() && c.span.start >= number.span.end
        {
            break;
        }
        if c.span.start < number.span.end {
            continue;
        }
        let between = gap(number.span.end, c.span.start);
        let tokens = analysis.tokens_in(between);
        if is_broken(analysis, between) || tokens.len() > NEAR {
            break;
        }
        // "15 years in office before it closed in 2010"
        if tokens.iter().any(|t| OTHER.has(t.key)) {
            break;
        }
        let led = tokens.iter().rev().find(|t| t.key != Key::of("the"));
        let placed = led.is_some_and(|t| PLACING.has(t.key));
        match c.kind {
            Kind::Place if placed && held.place.is_none() && !is_first_of_several(all, at, c) => {
                held.place = Some(c.span);
            }
            // "an increase from March 12": since then, not then; "close half of its 30 shops by May": yet to come
            Kind::Time
                if held.when.is_none() && !owned && !led.is_some_and(|t| LIMITS.has(t.key)) =>
            {
                held.when = Some(c.span);
            }
            _ => {}
        }
    }
    if held.when.is_none() {
        held.when = leading(analysis, all, at, sentence);
    }
    held
}

/// Whether two more places follow right behind one: `88 schools in Oslo, Bergen and Tromsø`. One alone says where it is:
/// `Oslo, Norway`.
fn is_first_of_several(all: &[Candidate], at: usize, first: &Candidate) -> bool {
    /// The longest joint between two places, in bytes: `, and the `.
    const JOINT: usize = 10;
    let mut end = first.span.end;
    let behind = all.iter().skip(at + 1).filter(|c| c.kind == Kind::Place);
    let mut more = 0;
    for c in behind.filter(|c| c.span.start >= first.span.end).take(2) {
        if c.span.start.get() > end.get() + JOINT {
            break;
        }
        end = c.span.end;
        more += 1;
    }
    more == 2
}

/// The time that leads the clause of a number: `In 2013, sales rose to …`.
fn leading(
    analysis: &Sentences<'_>,
    all: &[Candidate],
    at: usize,
    sentence: &Sentence,
) -> Option<Span> {
    let number = all.get(at)?;
    let before = all.iter().take(at).rev().take(8);
    let mut inside =
        before.take_while(|c| c.span.start >= sentence.span.start && !c.kind.is_number());
    let time = inside.find(|c| c.kind == Kind::Time)?;
    let lead = analysis.tokens_in(gap(sentence.span.start, time.span.start));
    let behind = gap(time.span.end, number.span.start);
    let text = analysis.slice(behind);
    let rest = text.strip_prefix(',')?;
    let inner = Span {
        start: behind.start.plus(text.len() - rest.len()),
        end: behind.end,
    };
    // "Started in 1990, the fair draws 500 guests": when it started
    let plain = lead
        .iter()
        .all(|t| PREPOSITIONS.has(t.key) || DETERMINERS.has(t.key));
    (lead.len() <= 2 && plain && !is_broken(analysis, inner)).then_some(time.span)
}

fn gap(start: Pos, end: Pos) -> Span {
    Span {
        start,
        end: end.max(start),
    }
}

/// Whether a mark or a clause word stands in the span.
fn is_broken(analysis: &Sentences<'_>, span: Span) -> bool {
    analysis.tokens_in(span).iter().any(|t| match t.shape {
        Shape::Sign => !matches!(analysis.word(t), "-" | "\"" | "“" | "”" | "’" | "$" | "%"),
        Shape::Word => CLAUSE_WORDS.has(t.key),
        _ => false,
    })
}
