//! Clauses without a parser: where one begins, and the noun phrase that it is about.
//!
//! A clause begins at the start of the sentence, behind a semicolon, colon or clause word, and behind `and` or a comma
//! where a subject and a verb follow. Its subject is the noun phrase before its first verb. Where that cannot be made
//! out, nothing is given: a wrong subject is worse than none.

use super::phrase::{Phrase, before, follows_determiner, is_verb};
use super::row::{Row, key};
use crate::facts::analysis::Shape;
use crate::facts::lexicon::grammar::{
    ADVERBS, CONJUNCTIONS, DETERMINERS, PREPOSITIONS, PRONOUNS, RELATIVES, is_ly,
};
use crate::facts::lexicon::words;
use crate::facts::tag::Tag;

/// Where the clause of the token `at` begins: behind the last mark or clause word before it.
pub(super) fn clause_start(row: &Row<'_>, at: usize) -> usize {
    let mut i = at;
    let first = at.saturating_sub(REACH);
    while i > first {
        let before = i - 1;
        if row.sign(before, ";") || row.sign(before, ":") || row.sign(before, "—") {
            return i;
        }
        if row.any(before, RELATIVES) && before > 0 {
            return before;
        }
        if row.any(
            before,
            words!("while whereas because although though if when as but so"),
        ) && before + 1 < at
        {
            return i;
        }
        if (row.sign(before, ",") || row.any(before, words!("and but")))
            && begins_clause(row, i, at)
        {
            return i;
        }
        i -= 1;
    }
    first
}

/// How far back a clause is looked for, in tokens; it keeps the work linear in texts without marks.
const REACH: usize = 80;

/// Whether the words from `i`, behind `and` or a comma, have a subject and a verb before `at`, with no mark between.
fn begins_clause(row: &Row<'_>, i: usize, at: usize) -> bool {
    if row.any(i, PRONOUNS) && !row.sign(i.wrapping_sub(1), ",") {
        return true;
    }
    if is_verb(row, i) || row.any(i, PREPOSITIONS) || row.any(i, RELATIVES) {
        return false;
    }
    match subject_from(row, i, at) {
        Some((phrase, verb)) => {
            verb < at && phrase.to < phrase.from + 8 && (i..verb).all(|j| !row.sign(j, ","))
        }
        None => false,
    }
}

/// The subject of the clause that begins at `start`, and its verb, if both stand before `at`.
pub(super) fn subject_from(row: &Row<'_>, start: usize, at: usize) -> Option<(Phrase, usize)> {
    let mut i = start;
    while row.shape(i) == Some(Shape::Sign) && i < at {
        i += 1;
    }
    // what leads the clause: "In 2010, ", "However, ", "According to the report, "
    if row.any(i, PREPOSITIONS)
        || row.any(i, CONJUNCTIONS)
        || row.any(i, ADVERBS)
        || is_ly(row.word(i))
    {
        let comma = (i..at.min(i + 16)).find(|&j| row.sign(j, ","))?;
        i = comma + 1;
    }
    let begin = i;
    let mut noun = None;
    while i < at {
        if is_verb(row, i) && noun.is_some() && !follows_determiner(row, i) {
            let noun: usize = noun?;
            return Some((
                Phrase {
                    from: begin,
                    to: noun + 1,
                },
                i,
            ));
        }
        let bare = row.any(i.wrapping_sub(1), words!("this that these those"));
        let verb = is_verb(row, i) || row.any(i, words!("means"));
        if noun.is_none() && bare && i == begin + 1 && verb {
            return None; // "This means that …": about what was said before
        }
        match row.shape(i) {
            Some(Shape::Word) => {
                if row.any(i, RELATIVES) || row.any(i, CONJUNCTIONS) && row.key(i) != key!("and") {
                    return None;
                }
                if row.any(i, PRONOUNS)
                    && noun.is_none()
                    && !row.any(i, words!("this that these those one"))
                {
                    return None;
                }
                let small = row.any(i, DETERMINERS)
                    || row.any(i, PREPOSITIONS)
                    || row.any(i, ADVERBS)
                    || row.key(i) == key!("and")
                    || row.is_lower(i) && is_ly(row.word(i));
                if !small {
                    noun = Some(i);
                }
            }
            Some(Shape::Sign) if row.sign(i, ",") || row.sign(i, "(") => {
                // an aside: to its end
                let close = if row.sign(i, ",") { "," } else { ")" };
                let noun = noun?;
                let end = (i + 1..at.min(i + 20)).find(|&j| row.sign(j, close));
                let verb = match end {
                    Some(end) if is_verb(row, end + 1) => end + 1,
                    _ if is_verb(row, i + 1) => i + 1,
                    _ => return None,
                };
                return (verb < at).then_some((
                    Phrase {
                        from: begin,
                        to: noun + 1,
                    },
                    verb,
                ));
            }
            _ => {}
        }
        i += 1;
    }
    None
}

/// The subject of the clause that holds the token `at`, before it; the noun before `which` or `who` where the clause
/// begins with such a word.
pub(super) fn clause_subject(row: &Row<'_>, at: usize) -> Option<Phrase> {
    let mut start = clause_start(row, at);
    for _ in 0..3 {
        let told = row.key(start) == key!("that")
            && (row.tag(start) == Some(Tag::Sconj)
                || is_verb(row, start.wrapping_sub(1))
                || row.any(start.wrapping_sub(1), words!("means")));
        if told {
            // "Critics note that the bridge cost …"
            return subject_from(row, start + 1, at).map(|(phrase, _)| phrase);
        }
        if row.any(start, RELATIVES) && start > 0 {
            return antecedent(row, start);
        }
        if let Some((phrase, _)) = subject_from(row, start, at) {
            return Some(phrase);
        }
        if start == 0 {
            return None;
        }
        start = clause_start(row, start - 1);
    }
    None
}

/// The noun phrase that ends right before the relative word at `at`.
fn antecedent(row: &Row<'_>, at: usize) -> Option<Phrase> {
    let mut end = at;
    while end > 0 && (row.sign(end - 1, ",") || row.any(end - 1, PREPOSITIONS)) {
        end -= 1;
    }
    before(row, end)
}
