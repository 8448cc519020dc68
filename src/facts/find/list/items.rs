//! Cutting the text of a list into its items.

use super::Line;
use crate::facts::Shape;
use crate::facts::lexicon::{Words, words};
use crate::text::Span;

/// Words that join the last item to the others.
pub(super) static JOINS: Words = words!("and or &");

/// Cuts tokens `from..end` into items at semicolons if there are any, else at commas and before the last item at `and`.
/// `wanted` decides where an `and` may also part two items. Brackets and quotation marks are not looked into.
/// Gives the first and last token of each item; none where a piece is empty.
pub(super) fn cut(
    line: &Line<'_>,
    from: usize,
    end: usize,
    wanted: Option<u32>,
) -> Option<Vec<(usize, usize)>> {
    let (semicolons, _) = pieces(line, from, end, ";");
    let by_semicolon = semicolons.len() > 1;
    let (parts, _) = if by_semicolon {
        (semicolons, 0)
    } else {
        pieces(line, from, end, ",")
    };
    let mut items = Vec::with_capacity(parts.len() + 1);
    let mut joined = false;
    for (i, &(start, stop)) in parts.iter().enumerate() {
        let mut start = start;
        if i > 0 && line.has(start, JOINS) {
            start += 1;
            joined = true;
        }
        items.push((unnumbered(line, start), stop));
    }
    // `a, b and c`, `a and b`: the last piece holds two items.
    let short = wanted.map_or(!joined, |n| items.len() + 1 == n as usize);
    if short && !by_semicolon {
        split_last(line, &mut items, wanted.is_some());
    }
    items
        .iter()
        .all(|&(start, stop)| start < stop)
        .then(|| items.iter().map(|&(a, b)| (a, b - 1)).collect())
}

/// Parts the last item at its `and`: the only one, or else, when the count demands it, the last one.
fn split_last(line: &Line<'_>, items: &mut Vec<(usize, usize)>, demanded: bool) {
    let Some(&(start, stop)) = items.last() else {
        return;
    };
    let mut joins = (start + 1..stop.saturating_sub(1)).filter(|&at| line.has(at, JOINS));
    let Some(first) = joins.next() else { return };
    let more = joins.next_back();
    let at = match more {
        None => first,
        Some(last) if demanded => last,
        Some(_) => return,
    };
    items.pop();
    items.push((start, at));
    items.push((at + 1, stop));
}

/// The first token of an item past its own number or letter: `(a)`, `1)`.
fn unnumbered(line: &Line<'_>, start: usize) -> usize {
    let open = usize::from(line.word(start) == "(");
    let label = line.word(start + open);
    if line.word(start + open + 1) == ")" && label.len() <= 3 && label.is_ascii() {
        start + open + 2
    } else {
        start
    }
}

/// Half-open pieces between the separators at depth 0, and how many separators there were.
fn pieces(line: &Line<'_>, from: usize, end: usize, mark: &str) -> (Vec<(usize, usize)>, usize) {
    let mut out = Vec::new();
    let mut start = from;
    let mut depth = 0_u32;
    for at in from..end {
        match line.word(at) {
            "(" | "[" | "“" | "«" => depth += 1,
            ")" | "]" | "”" | "»" => depth = depth.saturating_sub(1),
            word if depth == 0 && word == mark => {
                out.push((start, at));
                start = at + 1;
            }
            _ => {}
        }
    }
    out.push((start, end));
    let marks = out.len() - 1;
    (out, marks)
}

/// The spans of items.
pub(super) fn spans(line: &Line<'_>, items: &[(usize, usize)]) -> Option<Vec<Span>> {
    items.iter().map(|&(a, b)| line.span(a, b)).collect()
}

/// The end of the sentence's words: its last token that is no final stop, quotation mark or bracket, plus one.
pub(super) fn end_of(line: &Line<'_>) -> usize {
    let mut end = line.tokens.len();
    while end > 0
        && line
            .tokens
            .get(end - 1)
            .is_some_and(|t| t.shape == Shape::Sign)
        && matches!(
            line.word(end - 1),
            "." | "!" | "?" | "…" | "\"" | "”" | "’" | "'" | ";"
        )
    {
        end -= 1;
    }
    end
}
