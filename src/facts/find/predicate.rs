//! Predicates without a parser: the verb that a place in a sentence belongs to, and what it is said of.
//!
//! Looks left from the place for the nearest verb that no mark or clause word cuts off, takes in its auxiliaries, and
//! takes the noun phrases right before them for its subject; or looks right, behind a time that leads its clause. Where
//! a mark or a list makes it doubtful, nothing is given: a wrong subject is worse than none. About four of five
//! predicates of the treebank texts get one, and 19 of 20 of these are right.

mod noun;

use super::phrase::{Phrase, follows_determiner, is_verb};
use super::row::{Row, key};
use crate::facts::analysis::Shape;
use crate::facts::lexicon::grammar::{
    ADVERBS, AUXILIARIES, CONJUNCTIONS, DETERMINERS, PREPOSITIONS, RELATIVES, is_ly,
};
use crate::facts::lexicon::number::UNITS;
use crate::facts::lexicon::{Words, words};
use crate::facts::tag::Tag;
use noun::{is_nominal, nearest, nouns_before};

/// How far a verb is looked for, in tokens.
const REACH: usize = 30;

/// Pronouns that stand for a subject.
pub(super) static SUBJECTS: Words = words!("i you he she it we they this that these those who");

/// A verb with its auxiliaries, and its subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Predicate {
    /// What it is said of, when that stands right before it.
    pub(super) subject: Option<Phrase>,
    /// Whether the subject is a noun and no pronoun.
    pub(super) named: bool,
    /// The verb and its auxiliaries.
    pub(super) group: Phrase,
    /// Whether the nearest verb is an infinitive or gerund inside what this verb says: `asked the council to help`.
    pub(super) nested: bool,
}

/// The predicate that the token `at` belongs to, when its verb stands before `at`.
pub(super) fn governing(row: &Row<'_>, at: usize) -> Option<Predicate> {
    let first = at.saturating_sub(REACH);
    let mut i = at;
    while i > first {
        i -= 1;
        if is_predicate(row, i) {
            return Some(with_subject(row, group(row, i, first), first));
        }
        if is_barrier(row, i) {
            return None;
        }
    }
    None
}

/// The predicate of the clause that begins at `start`, behind what leads it.
pub(super) fn leading(row: &Row<'_>, start: usize) -> Option<Predicate> {
    if row.any(start, PREPOSITIONS) || row.any(start, CONJUNCTIONS) || is_predicate(row, start) {
        return None;
    }
    let end = row.len().min(start + 14);
    // "research made by the town found": the first is no verb of the clause
    let aside = |i: usize| row.word(i).ends_with("ed") && row.key(i + 1) == key!("by");
    let verb = (start..end)
        .take_while(|&i| !is_barrier(row, i) || row.any(i, SUBJECTS) && i == start)
        .find(|&i| is_predicate(row, i) && !aside(i))?;
    let participle = row.word(verb).ends_with("ing");
    let named = !row.any(start, SUBJECTS);
    let alone = verb > start && (is_nominal(row, verb - 1) || !named || is_small(row, verb - 1));
    if participle || !alone || row.key(verb - 1) == key!("to") {
        return None;
    }
    let mut to = verb + 1;
    while to < row.len() && (is_predicate(row, to) || is_small(row, to)) && to < verb + 8 {
        to += 1;
    }
    let mut from = verb;
    while from > start + 1 && is_small(row, from - 1) {
        from -= 1;
    }
    Some(Predicate {
        subject: Some(Phrase {
            from: start,
            to: from,
        }),
        named,
        group: Phrase { from, to },
        nested: false,
    })
}

/// Whether the predicate says nothing by itself: `is`, `has been`.
pub(super) fn is_bare(row: &Row<'_>, group: Phrase) -> bool {
    (group.from..group.to).all(|i| row.any(i, AUXILIARIES) || is_small(row, i))
}

/// Whether a verb stands at `i` that is no part of a noun phrase.
fn is_predicate(row: &Row<'_>, i: usize) -> bool {
    is_verb(row, i) && !is_attributive(row, i)
}

/// Whether the participle at `i` belongs to the noun behind it: `the proposed merger`, `two armed men`.
fn is_attributive(row: &Row<'_>, i: usize) -> bool {
    if row.is_dash(i.wrapping_sub(1)) && !row.spaced(i) {
        return true; // "US-led"
    }
    let word = row.word(i);
    if row.any(i, AUXILIARIES) {
        return false;
    }
    let relative = row.any(i.wrapping_sub(1), words!("that which what whose"));
    if follows_determiner(row, i) && !relative {
        return true;
    }
    let noun = is_nominal(row, i + 1);
    let participle = word.ends_with("ed") || word.ends_with("ing") || word.ends_with("en");
    let before = i.wrapping_sub(1);
    let led = row.tag(before) == Some(Tag::Adj) && !row.any(before, words!("able likely"))
        || row.shape(before) == Some(Shape::Number)
        || row.any(before, PREPOSITIONS) && word.ends_with("ed");
    participle && noun && led
}

/// Whether the token at `i` parts one clause from another.
fn is_barrier(row: &Row<'_>, i: usize) -> bool {
    match row.shape(i) {
        Some(Shape::Word) => {
            row.any(i, RELATIVES)
                || row.any(i, CONJUNCTIONS) && !row.any(i, words!("and or as than once"))
                || row.any(i, words!("i he she we they"))
                || row.any(i, words!("before after since until")) && row.any(i + 1, SUBJECTS)
        }
        Some(Shape::Sign) => {
            let quote = ["\"", "“", "”", "'", "‘", "’", "&", "%", "$", "£", "€", "/"];
            let hyphen = row.is_dash(i) && !row.spaced(i) && !row.spaced(i + 1);
            !hyphen && !quote.contains(&row.word(i))
        }
        _ => false,
    }
}

/// Whether the word at `i` may stand between auxiliaries and verb.
fn is_small(row: &Row<'_>, i: usize) -> bool {
    row.any(i, words!("not n't to also"))
        || row.any(i, ADVERBS) && !row.any(i, words!("today yesterday tomorrow tonight there"))
        || row.is_lower(i) && is_ly(row.word(i))
        || row.any(i, AUXILIARIES)
}

/// Whether the token at `i` is a figure or its unit.
pub(super) fn is_amount(row: &Row<'_>, i: usize) -> bool {
    row.shape(i) == Some(Shape::Number)
        || row.any(i, UNITS)
        || row.any(
            i,
            words!(
                "percent per cent cents dollars million billion trillion thousand percentage points"
            ),
        )
        || ["%", "$", "£", "€"].iter().any(|s| row.sign(i, s))
}

/// The verb at `at` with what belongs to it, and whether it hangs on a verb before.
fn group(row: &Row<'_>, at: usize, first: usize) -> (Phrase, bool) {
    let (mut from, mut to, mut nested) = (at, at + 1, false);
    for _ in 0..4 {
        while from > first && (is_predicate(row, from - 1) || is_small(row, from - 1)) {
            from -= 1;
        }
        // "likely to sell", "set to engage": an adjective may stand in between
        let to_verb = row.key(from) == key!("to");
        if to_verb
            && from > first + 1
            && row.tag(from - 1) == Some(Tag::Adj)
            && is_verb(row, from - 2)
        {
            from -= 2;
            continue;
        }
        let gerund = row.word(from).ends_with("ing") && row.any(from.wrapping_sub(1), PREPOSITIONS);
        if !to_verb && !gerund {
            break;
        }
        // the verb that it hangs on
        let mut i = from;
        let outer = loop {
            if i <= first {
                break None;
            }
            i -= 1;
            if is_predicate(row, i) {
                break Some(i);
            }
            if is_barrier(row, i) {
                break None;
            }
        };
        // "rose 5 percent to end at": said of the same thing when nothing else stands between
        let alike =
            |o: usize| to_verb && (o + 1..from).all(|i| is_amount(row, i) || is_small(row, i));
        nested |= !outer.is_some_and(alike);
        let Some(outer) = outer else { break };
        (from, to) = (outer, to.max(outer + 1));
    }
    (Phrase { from, to }, nested)
}

/// The subject before a verb group.
fn with_subject(row: &Row<'_>, (group, nested): (Phrase, bool), first: usize) -> Predicate {
    let plain = Predicate {
        subject: None,
        named: false,
        group,
        nested,
    };
    let named = |subject: Option<Phrase>| Predicate {
        subject,
        named: subject.is_some(),
        ..plain
    };
    let starts_nested =
        row.key(group.from) == key!("to") || row.any(group.from.wrapping_sub(1), PREPOSITIONS);
    let own = row.any(
        group.from.wrapping_sub(1),
        words!("itself himself herself themselves"),
    );
    let end = group.from - usize::from(own);
    let Some(before) = end.checked_sub(1).filter(|_| !starts_nested) else {
        return plain;
    };
    let relative = row.any(before, words!("which who that"));
    if relative && !is_verb(row, before.wrapping_sub(1)) && before > 0 {
        let comma = usize::from(row.sign(before - 1, ","));
        let whole = nouns_before(row, before - comma, first);
        return named(whole.or_else(|| nearest(row, before - comma, first)));
    }
    if row.any(before, SUBJECTS) || row.any(before, words!("there one")) {
        return Predicate {
            subject: Some(Phrase {
                from: before,
                to: group.from,
            }),
            ..plain
        };
    }
    if row.sign(before, ",") || row.sign(before, ")") {
        let open = if row.sign(before, ",") { "," } else { "(" };
        let begin = before.saturating_sub(REACH);
        let start = (begin..before).rev().find(|&i| row.sign(i, open));
        // an aside says more of the noun: a relative clause, a participle, another noun
        let aside = start.filter(|&s| {
            before > s + 1
                && !row.any(s + 1, words!("and or but"))
                && !row.any(s + 1, PREPOSITIONS)
                && !is_barrier_of_aside(row, s + 1)
        });
        return named(aside.and_then(|s| nouns_before(row, s, begin)));
    }
    // "the S&P 500 fell"
    let numbered =
        row.shape(before) == Some(Shape::Number) && row.is_capital(before.wrapping_sub(1));
    if is_nominal(row, before) || numbered {
        return named(nouns_before(row, end, first));
    }
    plain
}

/// Whether a clause of its own begins at `i`, and no aside.
fn is_barrier_of_aside(row: &Row<'_>, i: usize) -> bool {
    row.any(i, words!("i he she it we they"))
        || row.any(i, words!("because although while if when"))
}

/// Whether a word is no part of the end of a phrase: it points at what follows.
pub(super) fn is_loose_end(row: &Row<'_>, i: usize) -> bool {
    row.any(i, PREPOSITIONS)
        || row.any(i, DETERMINERS)
        || row.any(i, CONJUNCTIONS)
        || row.any(i, AUXILIARIES) && !row.any(i.wrapping_sub(1), DETERMINERS)
        || row.any(i, words!("early late mid not only also just as much many"))
        || matches!(row.shape(i), Some(Shape::Sign | Shape::Possessive))
}
