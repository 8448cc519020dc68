//! The noun phrases before a verb.

use super::super::phrase::{Phrase, is_plural, is_verb};
use super::super::row::{Row, key};
use super::{is_attributive, is_predicate};
use crate::facts::analysis::Shape;
use crate::facts::lexicon::grammar::{
    ADVERBS, AUXILIARIES, CONJUNCTIONS, DETERMINERS, PREPOSITIONS, PRONOUNS, RELATIVES, is_ly,
};
use crate::facts::lexicon::words;
use crate::facts::tag::Tag;

/// Whether the word at `i` can be a noun or a name.
pub(super) fn is_nominal(row: &Row<'_>, i: usize) -> bool {
    let Some(token) = row.get(i) else {
        return false;
    };
    if token.shape != Shape::Word || row.is_lower(i) && is_ly(row.word(i)) {
        return false;
    }
    if row.is_capital(i) && row.tag(i) == Some(Tag::Propn) {
        return true;
    }
    let small = DETERMINERS.has(token.key)
        || PREPOSITIONS.has(token.key)
        || CONJUNCTIONS.has(token.key)
        || PRONOUNS.has(token.key)
        || AUXILIARIES.has(token.key)
        || ADVERBS.has(token.key);
    !small && (!is_verb(row, i) || is_attributive(row, i))
}

/// Whether the token at `i` names a day or a month, or ends `last week`, behind a preposition or pointing word.
fn is_when(row: &Row<'_>, i: usize) -> bool {
    let before = i.wrapping_sub(1);
    let day = words!(
        "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
         september october november december"
    );
    let modifies = row.is_lower(i + 1) && is_nominal(row, i + 1);
    row.is_capital(i) && row.any(i, day) && !modifies && (row.any(before, PREPOSITIONS) || i == 0)
        || row.any(
            i,
            words!("year week month night decade summer winter spring"),
        ) && row.any(before, words!("last this next that each every"))
        || row.digits(i).is_some_and(|d| (1000..2100).contains(&d))
            && row.word(i).len() == 4
            && (row.any(before, PREPOSITIONS) || row.any(before, day))
}

/// The noun phrases that end right before the token `end`, joined by prepositions, from their head on: `the chief of
/// police in Najaf`. Nothing where they hang on a preposition that leads the clause, or are part of a longer list.
pub(super) fn nouns_before(row: &Row<'_>, end: usize, first: usize) -> Option<Phrase> {
    let mut i = end;
    let mut last_of_pair = None;
    loop {
        let Some(start) = one_before(row, i, first) else {
            return last_of_pair.map(|from| Phrase { from, to: end });
        };
        let before = start.checked_sub(1).filter(|_| start > first);
        let whole = Phrase {
            from: start,
            to: end,
        };
        let Some(before) = before else {
            return Some(whole);
        };
        // "in the early years as investors sold": a clause of its own
        let bare = row.is_capital(start)
            || is_plural(row, start)
            || before == first
            || !is_nominal(row, before - 1);
        if row.key(before) == key!("as") && bare {
            return Some(Phrase {
                from: start,
                to: end,
            });
        }
        if row.any(before, PREPOSITIONS) {
            let twice = row.any(before.wrapping_sub(1), PREPOSITIONS) && before > first;
            i = before - usize::from(twice);
            continue;
        }
        if row.any(before, words!("and or")) {
            // "prices fell 3 percent, and sales rose": a clause of its own
            if is_said(row, before, first) {
                return Some(whole);
            }
            if row.sign(before.wrapping_sub(1), ",") {
                return None;
            }
            if row.any(before.wrapping_sub(1), words!("he she they we i you")) {
                let from = before - 1;
                return Some(Phrase { from, to: end }); // "she and her mother"
            }
            if is_nominal(row, before.wrapping_sub(1)) {
                last_of_pair = last_of_pair.or(Some(start));
                i = before;
                continue;
            }
        }
        if row.sign(before, ",") && last_of_pair.is_some() {
            return None;
        }
        // "people claiming a benefit rose", "a union representing pilots signed"
        let doing = row.word(before).ends_with("ing") && !row.any(before, AUXILIARIES);
        if doing && before > first && is_verb(row, before) {
            if !is_nominal(row, before - 1) {
                return None; // "people who report using a tool were": not the tool
            }
            i = before;
            continue;
        }
        // "she sold the house and prices rose": what the verb before governs is not the subject
        let from = last_of_pair
            .filter(|_| is_verb(row, before))
            .unwrap_or(start);
        return Some(Phrase { from, to: end });
    }
}

/// The noun phrase that ends right before the token `end`, alone.
pub(super) fn nearest(row: &Row<'_>, end: usize, first: usize) -> Option<Phrase> {
    let from = one_before(row, end, first)?;
    Some(Phrase { from, to: end })
}

/// Whether a verb stands before `at`, back to the start of the clause or of the one before.
fn is_said(row: &Row<'_>, at: usize, first: usize) -> bool {
    let clause = (first..at).rev().take_while(|&i| {
        let opens = row.any(
            i,
            words!("when while because although if since after before as"),
        );
        !(opens || row.any(i, RELATIVES) || row.sign(i, ";") || row.sign(i, ":"))
    });
    let mut verbs = clause.filter(|&i| is_predicate(row, i));
    // "said Sudan and Yemen fell": what is said begins behind the verb
    verbs
        .next()
        .is_some_and(|v| v + 1 < at && (v + 1..at).any(|i| !is_nominal(row, i)))
}

/// Where the noun phrase that ends right before `end` begins; none where there is no noun.
fn one_before(row: &Row<'_>, end: usize, first: usize) -> Option<usize> {
    let mut i = end;
    let mut noun = false;
    while i > first {
        let p = i - 1;
        let that = row.key(p) == key!("that") && row.any(p.wrapping_sub(1), PREPOSITIONS);
        if row.any(p, DETERMINERS) && (that || !row.any(p, words!("that what which"))) {
            i = p;
            // "all the men", "both her sons"
            if row.shape(p.wrapping_sub(1)) != Some(Shape::Possessive) {
                let more = row.any(p.wrapping_sub(1), words!("all both half such"));
                i -= usize::from(more && p > first);
                break;
            }
            continue;
        }
        if is_when(row, p) {
            break;
        }
        let joins = row.shape(p) == Some(Shape::Possessive)
            || row.shape(p) == Some(Shape::Number)
            || row.is_dash(p) && !row.spaced(p) && !row.spaced(i)
            || ["&", "\"", "“", "”", "’", "‘", "'"]
                .iter()
                .any(|s| row.sign(p, s))
            || noun && row.is_lower(p) && is_ly(row.word(p))
            || is_attributive(row, p);
        let word = is_nominal(row, p);
        if !joins && !word {
            break;
        }
        noun |= word && row.key(p) != key!("please");
        i = p;
    }
    (noun && i < end).then_some(i)
}
