//! Plain runs of three or more noun phrases: `brain damage, poor growth and deafness`.
//!
//! Read off the parts of speech: each item is a short phrase around a common noun, the last one stands behind `and` or
//! `or`, and what comes before and after cannot belong to them. Runs of names are left alone: names are marked as such.

use super::items::JOINS;
use super::{Line, candidate, number};
use crate::facts::{Candidate, Tag};

/// The most tokens of an item.
const ITEM: usize = 6;

/// Appends what it finds in one sentence.
pub(super) fn find(line: &Line<'_>, out: &mut Vec<Candidate>) {
    let mut at = 0;
    while at < line.tokens.len() {
        match run(line, at) {
            Some((found, next)) => {
                out.push(found);
                at = next;
            }
            None => at += 1,
        }
    }
}

/// The run whose first item begins at `from`.
fn run(line: &Line<'_>, from: usize) -> Option<(Candidate, usize)> {
    // What stands before must end a phrase: a verb, a preposition, a mark, or the start of the sentence.
    // A joint may be one inside an item.
    let inside = |at: usize| in_phrase(line.tag(at)) || line.word(at) == "," || line.has(at, JOINS);
    if from.checked_sub(1).is_some_and(inside) {
        return None;
    }
    // "the working memory, attention and skill": the participle belongs to the first noun
    let led = from > 1 && line.tag(from - 1) == Tag::Verb && line.tag(from - 2) == Tag::Det;
    if led {
        return None;
    }
    let mut items = vec![item(line, from)?];
    loop {
        let &(_, last) = items.last()?;
        let mut next = last + 1;
        let comma = line.word(next) == ",";
        next += usize::from(comma);
        let join = line.has(next, JOINS);
        next += usize::from(join);
        if !comma && !join {
            return None;
        }
        items.push(item(line, next)?);
        if join {
            break;
        }
    }
    let &(_, last) = items.last()?;
    let plain = items
        .iter()
        .filter(|&&(_, b)| {
            line.tag(b) == Tag::Noun && !line.word(b).starts_with(char::is_uppercase)
        })
        .count();
    if items.len() < 3 || plain * 2 <= items.len() || !ends_well(line, from, last) {
        return None;
    }
    // `two camps, the old and the young`: the others spell the first one out.
    let the = |&(a, _): &(usize, usize)| line.is(a, &["the"]);
    if !items.first().is_some_and(the) && items.iter().skip(1).all(the) {
        return None;
    }
    // "refugees, war and peace, rights and trade": the joint is one inside an item
    let goes_on = line.word(last + 1) == ","
        && item(line, last + 2).is_some_and(|(_, b)| matches!(line.word(b + 1), "," | "and"));
    if goes_on || is_apposition(line, &items) {
        return None;
    }
    let spans = super::items::spans(line, &items)?;
    let found = candidate(line.span(from, last)?, number(&spans), spans, 0.65);
    Some((found, last + 1))
}

/// Whether the first item is a name, and the others say what it is: `Ann Brook, a lawyer and writer`.
fn is_apposition(line: &Line<'_>, items: &[(usize, usize)]) -> bool {
    let named = |&(_, b): &(usize, usize)| line.tag(b) == Tag::Propn;
    let told = |&(a, _): &(usize, usize)| line.is(a, &["a", "an", "the"]);
    items.first().is_some_and(named) && items.get(1).is_some_and(told)
}

/// A noun phrase that begins at `from`: its first and last token. It ends in a noun.
fn item(line: &Line<'_>, from: usize) -> Option<(usize, usize)> {
    let end = (from..line.tokens.len().min(from + ITEM + 1))
        .find(|&i| !in_phrase(line.tag(i)))
        .unwrap_or(line.tokens.len());
    let last = end.checked_sub(1).filter(|&last| last >= from)?;
    let noun = matches!(line.tag(last), Tag::Noun | Tag::Propn);
    (noun && last - from < ITEM).then_some((from, last))
}

/// Whether a part of speech may stand inside a noun phrase.
fn in_phrase(tag: Tag) -> bool {
    matches!(tag, Tag::Det | Tag::Adj | Tag::Num | Tag::Noun | Tag::Propn)
}

/// Whether the run ends where its last item does: no verb follows of which that item alone may be the subject.
fn ends_well(line: &Line<'_>, from: usize, last: usize) -> bool {
    match line.tag(last + 1) {
        Tag::Verb | Tag::Aux => from == 0,
        Tag::Part | Tag::Pron | Tag::Adv => false,
        _ => !matches!(
            line.word(last + 1),
            "-" | "/" | "%" | "’s" | "'s" | "“" | "\"" | "and" | "or"
        ),
    }
}
