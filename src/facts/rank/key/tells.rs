//! Whether a fact says something by itself, and surely, so that it may be marked where marks are few.
//!
//! A wrong mark costs a reader more than a missing one. A finder may propose what is likely; what is marked unasked must
//! hold as it stands in the panel: a number with what it counts, a time with what happened, a claim with who makes it.
//! All of it is decided by the words of the fact and those right around it. O(the fact's sentence).

use super::{counted, dated, named, said, stated, word};
use crate::document::Document;
use crate::facts::{Fact, Value};
use crate::text::Span;

/// What a name is worth that stands in credits and notes only.
const CREDITED: f32 = 0.08;

/// Whether a fact says something by itself, and surely.
pub(super) fn tells(fact: &Fact, document: &Document) -> bool {
    let text = document.text();
    match &fact.value {
        Value::Number(number) => counted::number_tells(fact, number, text),
        Value::Time(period) => dated::time_tells(fact, period.as_ref(), document),
        Value::Claim {
            speaker, cue, more, ..
        } => speaker.is_some_and(|who| said::claim_tells(fact, who, *cue, more, text)),
        Value::Quote { speaker, .. } => {
            speaker.is_some_and(|who| said::quote_tells(fact, who, text))
        }
        Value::Name { canonical, .. } => {
            fact.score > CREDITED && named::is_sure(fact, *canonical, text)
        }
        Value::List { .. } => {
            // "peace, order and the rule | of law": the last item goes on
            let behind = text.get(fact.span.end.get()..).unwrap_or_default();
            // "she called | Hall a quack, a fake and a cheat"
            let words = fact.span.slice(text);
            let second = words.split_whitespace().nth(1).unwrap_or_default();
            let called = matches!(second, "a" | "an") && words.starts_with(char::is_uppercase);
            // "A: reading, travel and time with my family": the mark of an answer
            let answer = words.split(':').next().is_some_and(|head| head.len() < 2);
            !goes_on(behind) && !called && !answer && reads_whole(words)
        }
        Value::Definition { .. } => true,
        Value::Statement => stated::statement_tells(fact, text),
    }
}

/// Whether the words before are only the first part of a phrase.
fn goes_on(behind: &str) -> bool {
    let behind = behind.trim_start_matches(['"', '”', '’', '\'']);
    behind.starts_with(" of ")
}

/// The text before and behind some words.
pub(super) fn around(span: Span, text: &str) -> (&str, &str) {
    let before = text.get(..span.start.get()).unwrap_or_default();
    (before, text.get(span.end.get()..).unwrap_or_default())
}

/// Whether words are only the first part of a noun: `a 2014 |council| hearing`, `1 % of |the bank's sales| force`.
pub(super) fn is_first(words: Span, text: &str) -> bool {
    let behind = around(words, text).1;
    let next = behind.strip_prefix(' ').unwrap_or_default();
    let next = next
        .split(|c: char| !c.is_alphanumeric())
        .next()
        .unwrap_or_default();
    word::is_noun(next) && !next.ends_with("ed")
}

/// Words that a phrase does not begin with, nor a clause that stands alone.
const NOT_FIRST: [&str; 23] = [
    "be", "been", "being", "much", "very", "both", "you", "to", "whose", "which", "who", "that",
    "same", "and", "or", "but", "of", "than", "as", "also", "if", "because", "what",
];
/// Words that point at what follows.
const NOT_LAST: [&str; 25] = [
    "one", "to", "of", "the", "a", "an", "and", "or", "but", "in", "on", "at", "by", "for", "from",
    "with", "that", "which", "who", "as", "than", "almost", "possibly", "only", "recently",
];

/// Whether the words around something read as a whole: no piece of a quotation or bracket, no loose end.
pub(super) fn reads_whole(words: &str) -> bool {
    let first = words.split_whitespace().next().unwrap_or_default();
    let last = words.split_whitespace().next_back().unwrap_or_default();
    let count = |c: char| words.chars().filter(|&x| x == c).count();
    let paired = count('“') == count('”')
        && count('(') == count(')')
        && count('[') == count(']')
        && count('"').is_multiple_of(2)
        && !words.contains(" '")
        && words.starts_with(|c: char| {
            c.is_alphanumeric() || matches!(c, '“' | '"' | '$' | '(' | '[' | '#')
        });
    paired && !words.is_empty() && !NOT_FIRST.contains(&first) && !NOT_LAST.contains(&last)
}
