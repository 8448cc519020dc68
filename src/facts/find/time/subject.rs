//! What happened at a time.

mod doubt;
mod whole;

use super::super::phrase::{Phrase, before, counted, follows_determiner, is_verb, object};
use super::super::predicate::{Predicate, governing, is_bare, is_loose_end, leading};
use super::super::row::{Row, key};
use super::vocabulary::{MONTHS, WEEKDAYS};
use crate::facts::analysis::{Key, Shape};
use crate::facts::lexicon::grammar::{CONJUNCTIONS, DETERMINERS, PREPOSITIONS, RELATIVES};
use crate::facts::lexicon::{Words, words};
use crate::facts::tag::Tag;
use crate::text::Span;
use whole::said;

/// The longest subject, in bytes.
const LONGEST: usize = 80;

/// What happened at the time of the tokens `from..to`, where another time begins at `earlier` (`from` where there is
/// none): the noun that the time stands before (`the 2009 election`, `last year's attack`), or the clause that it stands
/// in, from its subject on. Nothing where the clause cannot be made out.
pub(super) fn subject(row: &Row<'_>, from: usize, to: usize, earlier: usize) -> Option<Span> {
    if row.is_dash(to) && !row.spaced(to) && !row.spaced(to + 1) && row.is_lower(to + 1) {
        return None; // "my 9/11-related poems": part of an adjective
    }
    let before_it = from.wrapping_sub(1);
    let year = row.digits(from).is_some_and(|y| (1500..2200).contains(&y));
    if year
        && row.is_capital(before_it)
        && MONTHS.get(row.key(before_it)).is_none()
        && is_in_brackets(row, from)
    {
        return None; // "(see Hall 1968)": who wrote it
    }
    if row.key(before_it) == key!("of") && row.shape(to) != Some(Shape::Possessive) {
        // "the crash of 1929"; "a collection of 17th century paintings" was not made then
        let noun =
            before(row, from - 1).filter(|n| n.from > 0 && follows_determiner(row, n.from))?;
        let date = row.shape(from) == Some(Shape::Number) || MONTHS.get(row.key(from)).is_some();
        let plain = date && !goes_on(row, to) && !row.any(noun.to - 1, NOTHING);
        let span = row.span(noun.from, noun.to);
        return (plain && span.len() <= LONGEST).then_some(span);
    }
    let alone = row.any(before_it, PREPOSITIONS) || row.key(before_it) == key!("the");
    if row.key(to) == key!("of") && alone {
        return None; // "her announcement in 2014 of the rules": inside a noun
    }
    if row.word(from).ends_with("-century") {
        return None; // "an 18th-century church": how old a thing is
    }
    if year && row.any(before_it, words!("year season model")) {
        return None; // "fiscal year 2019 sales"
    }
    let kind = row.any(to, NOTHING) || row.is_lower(to) && row.any(to + 1, NOTHING);
    if year && to == from + 1 && kind {
        return None; // "for the 2008 model year": of a year of another kind
    }
    let modified = modified(row, from, to);
    let owned = [from.wrapping_sub(1), to].into_iter();
    if modified.is_none()
        && owned
            .map(|i| row.shape(i))
            .any(|s| s == Some(Shape::Possessive))
    {
        return None; // "the network's 1999 'Contest'", "2008's The Mill": of a name
    }
    modified
        .or_else(|| titled(row, from, to))
        .or_else(|| dated_name(row, from))
        .or_else(|| gone_on(row, from, to))
        .or_else(|| joined_on(row, from, to))
        .or_else(|| clause_before(row, (from, to), earlier))
        .or_else(|| clause_behind(row, from, to))
        .filter(|span| !span.is_empty())
}

/// The noun that the time stands before.
fn modified(row: &Row<'_>, from: usize, to: usize) -> Option<Span> {
    let possessive = row.shape(to) == Some(Shape::Possessive);
    let led = row.any(from, words!("the last this next"))
        || row.any(from.wrapping_sub(1), words!("the a its his her their"));
    let at = to + usize::from(possessive);
    if !possessive && (!led || row.shape(at) != Some(Shape::Word) || is_verb(row, at)) {
        return None;
    }
    if row.any(at, PREPOSITIONS) || row.any(at, words!("when after before that and or")) {
        return None;
    }
    let mut noun = counted(row, at, false)?;
    while noun.to > noun.from + 1 && row.any(noun.to - 1, words!("early late again alone only")) {
        noun.to -= 1;
    }
    if MONTHS.get(row.key(noun.from)).is_some() {
        return None; // "Sunday's Sept. 11 service"
    }
    if row.any(from, words!("last this next")) && !possessive && is_said(row, noun.to) {
        return None; // "last year Hall moved"
    }
    // "the 1991 settlement reached by both"
    let year = row.digits(from).is_some_and(|y| (1500..2200).contains(&y)) && to == from + 1;
    let named = possessive || year && row.any(from.wrapping_sub(1), words!("the a"));
    if !named
        && row.any(
            from.wrapping_sub(1 + usize::from(!row.any(from, words!("the")))),
            PREPOSITIONS,
        )
        && is_said(row, noun.to)
    {
        return None; // "In the 1960s Hall moved"
    }
    if row.any(noun.to - 1, NOTHING) {
        return None; // "the end of the day Saturday"
    }
    // "2003's comedy Cheaper by the Dozen": the name behind the noun may go on
    let verb = (noun.from + 1..noun.to).find(|&i| row.tag(i) == Some(Tag::Verb) && row.is_lower(i));
    let name = || (noun.from + 1..noun.to).find(|&i| row.is_capital(i) && row.is_lower(i - 1));
    let named = verb.or_else(|| name().filter(|_| row.is_lower(noun.from)));
    let end = named.unwrap_or(noun.to);
    // "last year's flood of letters"
    let whole = Some(end)
        .filter(|&of| row.key(of) == key!("of"))
        .and_then(|of| object(row, of + 1))
        .filter(|of| !(row.any(of.to, PREPOSITIONS) && row.is_capital(of.to + 1)))
        .filter(|of| !row.any(of.to, DETERMINERS))
        .map(|of| row.span(noun.from, of.to))
        .filter(|span| span.len() <= LONGEST);
    let span = whole.unwrap_or_else(|| row.span(noun.from, end));
    (span.len() <= LONGEST).then_some(span)
}

/// Nouns that say nothing of what happened.
static NOTHING: Words = words!(
    "monday tuesday wednesday thursday friday saturday sunday day week month year years time times way one ones
     last next present past now"
);

/// Whether a clause goes on with its verb at `at`.
fn is_said(row: &Row<'_>, at: usize) -> bool {
    is_verb(row, at) && !row.word(at).ends_with("ing")
}

/// Whether a bracket is open at the token `at`.
fn is_in_brackets(row: &Row<'_>, at: usize) -> bool {
    let mut before = (at.saturating_sub(40)..at).rev();
    before
        .find(|&i| row.sign(i, "(") || row.sign(i, ")"))
        .is_some_and(|i| row.sign(i, "("))
}

/// The name that a year is part of: `Fan Expo Canada 2016`.
fn dated_name(row: &Row<'_>, from: usize) -> Option<Span> {
    let year = row.digits(from).is_some_and(|y| (1500..2200).contains(&y));
    let mut start = from;
    let month = |i: usize| {
        let part = row.word(i).split('-').next().unwrap_or_default();
        MONTHS.get(Key::of_word(part)).is_some()
    };
    while start > 0 && row.is_capital(start - 1) && !month(start - 1) {
        start -= 1;
    }
    while start < from && row.any(start, DETERMINERS) {
        start += 1;
    }
    let models = row.is_lower(from + 1) && row.tag(from + 1) == Some(Tag::Noun);
    let named = year && !models && start < from && WEEKDAYS.get(row.key(from - 1)).is_none();
    let led = row.any(start, PREPOSITIONS) || row.any(start, RELATIVES);
    if !named || led && start + 1 == from {
        return None;
    }
    if row.any(start.wrapping_sub(1), words!("and &")) {
        return None; // "Hall and Stone 1997": who wrote it
    }
    // "the Oslo 2012 Games": the name goes on
    let mut end = from + 1;
    while row.is_capital(end) && row.spaced(end) {
        end += 1;
    }
    if end > from + 1 {
        return Some(row.span(from + 1, end));
    }
    Some(row.span(start + usize::from(led), from))
}

/// The words before a time in brackets: `A Single Day (2009)`.
fn titled(row: &Row<'_>, from: usize, to: usize) -> Option<Span> {
    let alone = row.sign(from.wrapping_sub(1), "(") && (row.sign(to, ")") || row.sign(to, ","));
    let noun = before(row, from.wrapping_sub(1)).filter(|_| alone)?;
    let mut start = noun.from;
    if row.is_capital(noun.to - 1) {
        // "The Nature of Rivers (1924)": all of the title
        start = noun.to - 1;
        loop {
            let linked = start >= 2
                && row.any(
                    start - 1,
                    words!("of the a an and in on for to at by with from"),
                )
                && (row.is_capital(start - 2)
                    || row.any(start - 2, words!("of in on for to at by with from")));
            let back =
                usize::from(linked) + usize::from(linked || start > 0 && row.is_capital(start - 1));
            if back == 0 {
                break;
            }
            start -= back;
        }
        start += usize::from(row.is_lower(start));
        if start == 0 && row.any(0, PREPOSITIONS) && row.is_capital(1) {
            start = 1; // "In The Nature of Rivers (1924) she says"
        }
        let cut = row.is_capital(start.wrapping_sub(2))
            && [",", ":", "&", "-", "–"]
                .iter()
                .any(|s| row.sign(start - 1, s));
        let authors =
            start + 1 == noun.to || start + 3 == noun.to && row.any(start + 1, words!("and &"));
        if cut || authors {
            return None; // "The River: Its Source and Mouth (1922)"; "Hall (1995)", "Hall and Stone (1995)"
        }
    } else if noun.to == noun.from + 1 || !follows_determiner(row, noun.from) {
        return None; // "a point of view (1925)": of what, it does not say
    }
    let span = row.span(start, noun.to);
    (span.len() <= LONGEST).then_some(span)
}

/// What the verb right behind a time says that a clause goes on with: `she taught, and in 1927 published a grammar`.
fn gone_on(row: &Row<'_>, from: usize, to: usize) -> Option<Span> {
    let joint = from.checked_sub(2)?;
    if !row.any(joint + 1, words!("in on"))
        || !row.any(joint, words!("and but"))
        || !is_said(row, to)
    {
        return None;
    }
    let mut end = to + 1;
    while matches!(
        row.shape(end),
        Some(Shape::Word | Shape::Number | Shape::Possessive)
    ) && !row.any(end, RELATIVES)
        && !row.any(end, CONJUNCTIONS)
    {
        end += 1;
    }
    while end > to + 1 && is_loose_end(row, end - 1) {
        end -= 1;
    }
    let span = row.span(to, end);
    (end > to + 1 && span.len() <= LONGEST).then_some(span)
}

/// The clause that a time leads behind another: `It was founded here, and in 1423 it got a charter`.
fn joined_on(row: &Row<'_>, from: usize, to: usize) -> Option<Span> {
    let joint = from.checked_sub(2)?;
    let joined = row.any(joint + 1, words!("in on by since")) && row.any(joint, words!("and but"));
    let told = row.any(to, words!("it he she they we i this these")) || row.any(to, DETERMINERS);
    if joined && told {
        clause_at(row, to)
    } else {
        None
    }
}

/// The clause up to the time, when its verb stands before it.
fn clause_before(row: &Row<'_>, (from, to): (usize, usize), earlier: usize) -> Option<Span> {
    let predicate = governing(row, from)?;
    let verb = predicate.group;
    let year = row.shape(from) == Some(Shape::Number) && row.digits(from).is_some();
    let modifies = row.tag(to).is_some_and(Tag::is_noun) && row.is_lower(to);
    if verb.to == from && (year || (modifies || is_bare(row, verb)) && goes_on(row, to)) {
        return None; // "Hall began 2014 in Oslo", "What is today important": not when, or not all
    }
    // "moved in 2007 and 2008"
    let inside = row.any(earlier.wrapping_sub(1), DETERMINERS);
    let end = if earlier > verb.to && !inside {
        earlier.min(from)
    } else {
        from
    };
    if let Some(inner) = inner(row, predicate, from) {
        return said(row, inner, end, None);
    }
    let span = said(row, predicate, end, None)?;
    // "it was chosen in 1830 to be the capital": to what, it does not say
    let left = span.end == row.span(verb.from, verb.to).end
        && row.any(to, words!("to as that how whether"));
    (!left).then_some(span)
}

/// The verb inside a clause that a time belongs to and not to the clause: a deadline to what is yet to be done (`agreed to
/// sell the mill by March`), any time to what hangs on a noun (`projects like building dams by 2020`).
fn inner(row: &Row<'_>, predicate: Predicate, time: usize) -> Option<Predicate> {
    let by = row.key(time.wrapping_sub(1)) == key!("by");
    let deadline = by || row.any(time, words!("next tomorrow"));
    let begins = |i: usize| {
        let before = i - 1;
        let gerund = row.word(i).ends_with("ing") && row.any(before, words!("like of for about"));
        gerund || deadline && row.key(before) == key!("to") && row.is_lower(i)
    };
    let verb = (predicate.group.from + 1..time)
        .rev()
        .find(|&i| is_verb(row, i) && begins(i))
        .filter(|&i| {
            let agreed = || is_agreed(row, predicate.group.from, i);
            predicate.nested && (by || row.word(i).ends_with("ing")) || agreed()
        })?;
    Some(Predicate {
        subject: None,
        named: false,
        group: Phrase {
            from: verb,
            to: verb + 1,
        },
        nested: false,
    })
}

/// Whether somebody did something about what is to be done, and so before it: `agreed to sell`, not `is expected to sell`.
fn is_agreed(row: &Row<'_>, from: usize, inner: usize) -> bool {
    let passive = (from..inner).any(|i| row.any(i, words!("is are was were be been being")));
    !passive && (from..inner).any(|i| row.word(i).ends_with("ed"))
}

/// Whether more of the clause stands behind a time than a phrase or a mark.
fn goes_on(row: &Row<'_>, to: usize) -> bool {
    row.shape(to) == Some(Shape::Word) && !row.any(to, PREPOSITIONS) && !row.any(to, CONJUNCTIONS)
}

/// The clause behind a time that leads its own: `In 1904, the firm moved`.
fn clause_behind(row: &Row<'_>, from: usize, to: usize) -> Option<Span> {
    let mut lead = from;
    while lead > 0 && (is_loose_end(row, lead - 1) && !row.sign(lead - 1, ",")) {
        lead -= 1;
    }
    let aside = words!("following after before since when while during with despite although upon");
    if lead > 0 && (!row.sign(lead - 1, ",") || row.any(0, aside)) {
        return None; // "After the move to Oslo, in 1971, the firm grew": the move was then
    }
    clause_at(row, to + usize::from(row.sign(to, ",")))
}

/// The clause that begins at `start`, with its subject.
fn clause_at(row: &Row<'_>, start: usize) -> Option<Span> {
    let predicate = leading(row, start)?;
    let mut end = predicate.group.to;
    while end < row.len()
        && matches!(
            row.shape(end),
            Some(Shape::Word | Shape::Number | Shape::Possessive)
        )
        && !row.any(end, RELATIVES)
        && (!row.any(end, CONJUNCTIONS) || row.any(end, words!("as than and or")))
    {
        end += 1;
    }
    if ["\"", "“", "‘", "'"].iter().any(|s| row.sign(end, s)) {
        return None; // "it earned the name 'Harbour Town'": not all of it
    }
    said(row, predicate, end, Some(start))
}
