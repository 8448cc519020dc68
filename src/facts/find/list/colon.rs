//! Lists after a colon or a dash: announced by a number, or by `the following` and the like, or plain.

use super::items::{self, JOINS};
use super::{Line, candidate, count, number};
use crate::facts::lexicon::{Words, words};
use crate::facts::{Candidate, Shape};

/// The most words between the number and the colon.
const REACH: usize = 24;
/// The most words of an item of a list that no number announces.
const PLAIN_ITEM: usize = 9;

/// Nouns that announce a list.
static KINDS: Words = words!(
    "following these several include includes including included are were items things reasons factors \
     points steps options ingredients goals conditions questions groups parts areas topics members \
     countries cities"
);

/// Words that tell a clause from a name of a thing.
static VERBS: Words = words!(
    "is are was were has have had will would can could should may might must said says do does did i we \
     you he she they it"
);

/// The list of a sentence, if it has one after its colon.
pub(super) fn find(line: &Line<'_>) -> Option<Candidate> {
    let end = items::end_of(line);
    (1..end)
        .filter(|&at| matches!(line.word(at), ":" | "—" | "–"))
        .find_map(|at| match announcement(line, at) {
            Some((from, wanted)) => announced(line, (from, at), end, wanted),
            None if line.word(at) == ":" => plain(line, at, end),
            None => None,
        })
}

/// The number before the colon that announces how many items follow it, and what it is.
fn announcement(line: &Line<'_>, colon: usize) -> Option<(usize, u32)> {
    (colon.saturating_sub(REACH)..colon)
        .rev()
        .filter_map(|at| Some((at, count(line.word(at))?)))
        .find(|&(at, _)| counts_things(line, at, colon))
}

/// `three reasons for it: a, b, and c`.
fn announced(
    line: &Line<'_>,
    (from, colon): (usize, usize),
    end: usize,
    wanted: u32,
) -> Option<Candidate> {
    let mut end = end;
    // After a dash the list ends at the next dash.
    if line.word(colon) != ":"
        && let Some(close) = (colon + 1..end).find(|&i| line.word(i) == line.word(colon))
    {
        end = close;
    }
    let parts = items::cut(line, colon + 1, end, Some(wanted))?;
    let spans = items::spans(line, &parts)?;
    if number(&spans) != wanted {
        return None;
    }
    Some(candidate(line.span(from, end - 1)?, wanted, spans, 0.95))
}

/// Whether the number at `at` counts things that the colon at `colon` may spell out: a plural follows.
fn counts_things(line: &Line<'_>, at: usize, colon: usize) -> bool {
    if at > 0 && matches!(line.word(at - 1), "$" | "€" | "£" | "." | "-" | "/" | "of") {
        return false;
    }
    let counted = (at + 1..colon.min(at + 5)).take_while(|&i| line.word(i) != ",");
    let plural = counted.map(|i| line.word(i)).any(|word| {
        (word.len() > 3 && word.ends_with('s') && !word.ends_with("ss"))
            || matches!(
                word,
                "men" | "women" | "people" | "children" | "criteria" | "phenomena"
            )
    });
    let measure = line.is(
        at + 1,
        &[
            "years", "year", "months", "weeks", "days", "hours", "minutes", "percent", "times",
            "miles", "million", "billion", "thousand", "p.m.", "a.m.", "pm", "am",
        ],
    );
    plural && !measure
}

/// `It sells the following: rope, tar, and sails`, `Ingredients: flour, eggs, and milk`.
fn plain(line: &Line<'_>, colon: usize, end: usize) -> Option<Candidate> {
    // `10:30`, `Note: …`: a colon inside a figure, or no list before the end of the sentence.
    if !line.tokens.get(colon + 1).is_some_and(|t| t.spaced) {
        return None;
    }
    let parts = items::cut(line, colon + 1, end, None)?;
    let ordered = parts.len() >= 3
        && parts
            .iter()
            .all(|&(a, b)| b - a < PLAIN_ITEM && !(a..=b).any(|i| line.has(i, VERBS)));
    let joined = parts
        .last()
        .is_some_and(|&(a, _)| line.has(a.saturating_sub(1), JOINS));
    if !ordered || !joined || mixed(line, &parts) {
        return None;
    }
    let opens = (0..colon).any(|i| line.has(i, KINDS));
    let label = colon <= 4;
    if !opens && !label {
        return None;
    }
    let from = start(line, colon, opens);
    let spans = items::spans(line, &parts)?;
    Some(candidate(
        line.span(from, end - 1)?,
        number(&spans),
        spans,
        0.85,
    ))
}

/// Whether the items are of different sorts: some figures, some words.
fn mixed(line: &Line<'_>, parts: &[(usize, usize)]) -> bool {
    let figures = parts
        .iter()
        .filter(|&&(a, _)| line.tokens.get(a).is_some_and(|t| t.shape == Shape::Number))
        .count();
    figures != 0 && figures != parts.len()
}

/// Where a plain list begins: at the phrase that announces it, or at the start of the sentence.
fn start(line: &Line<'_>, colon: usize, opens: bool) -> usize {
    if !opens {
        return 0;
    }
    let word = (0..colon).rev().find(|&i| line.has(i, KINDS)).unwrap_or(0);
    if word > 0 && line.is(word - 1, &["the", "these", "several"]) {
        return word - 1;
    }
    if line.is(word, &["the", "these", "several", "following"]) {
        word
    } else {
        0
    }
}
