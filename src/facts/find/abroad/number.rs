//! A figure that counts or measures something: read whole, with its scale, percent or currency, or not at all.

use super::about;
use super::figure::{self, Manner, Read};
use super::piece::{Line, What, is_hangul};
use super::scale::scale;
use super::tail::{Measure, Tail, opens_range};
use super::words::{self, is_and, is_hour, is_label, joins};
use crate::facts::analysis::is_unspaced;
use crate::facts::language::is_small;
use crate::facts::{Approx, Kind, Number, Unit};

/// A number and where it ends.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Counted {
    pub(super) kind: Kind,
    /// From the first piece to this byte of the block.
    pub(super) first: usize,
    pub(super) end: usize,
    /// The piece behind it.
    pub(super) past: usize,
    pub(super) number: Number,
}

/// Languages that write ordinals as a figure with a point, so that `12.` before more text may be one.
const ORDINALS: [&str; 5] = ["de", "pl", "sv", "tr", "und"];

/// Languages that open sentences with the verb, so that a figure behind a capital may count.
const VERB_FIRST: [&str; 6] = ["es", "it", "pt", "ru", "uk", "pl"];

/// Reads the figure `at`; none when it is not certain that it counts something, and what.
pub(super) fn at(line: &Line<'_>, code: &'static str, at: usize) -> Option<Counted> {
    let read = figure::read(line.words(at), Manner::of(code))?;
    if is_vetoed_before(line, code, at) {
        return None;
    }
    let tail = Tail::read(line, code, at)?;
    let value = match read {
        Read::Sure(value) => value,
        Read::Measured(value) if tail.measured => value,
        Read::Measured(_) => return None,
    };
    if !tail.measured && is_ordinal(line, code, at) {
        return None;
    }
    let (before, turkish) = before_sign(line, code, at);
    let (kind, unit) = match (tail.unit, turkish) {
        (Some(unit), _) | (None, Some(unit)) => unit,
        (None, None) => (Kind::Quantity, None),
    };
    // Twice the scale, not the rounding of it: 1,1 times a million is 1,100,000.
    let number = tail.scales.iter().fold(value, |n, by| n * by) + tail.more;
    let number = (number * 1e6).round() / 1e6;
    let first = before.unwrap_or(at);
    Some(Counted {
        kind,
        first,
        end: tail.end,
        past: tail.past,
        number: Number {
            number,
            to: None,
            approx: tail
                .approx
                .or_else(|| about::before(line, first))
                .unwrap_or(Approx::Exact),
            change: None,
            unit,
        },
    })
}

/// The sign before a figure: `€ 5`, `%12` in Turkish, `百分之12`.
fn before_sign(line: &Line<'_>, code: &str, at: usize) -> (Option<usize>, Option<Measure>) {
    let Some(before) = at.checked_sub(1) else {
        return (None, None);
    };
    let word = line.words(before);
    if code == "tr" && line.glued(at) && word == "%" {
        return (Some(before), Some((Kind::Percent, Some(Unit::Name("%")))));
    }
    if line.glued(at) && word.ends_with("百分之") {
        return (None, Some((Kind::Percent, Some(Unit::Name("%")))));
    }
    if line.is(before, What::Sign)
        && let Some(unit) = words::sign(word)
    {
        return (Some(before), Some((Kind::Money, unit.unit())));
    }
    let named =
        line.is(before, What::Word) && word.len() == 3 && word.chars().all(char::is_uppercase);
    match words::currency(&line.lower(before)).filter(|_| named) {
        Some(unit) => (Some(before), Some((Kind::Money, Some(Unit::Name(unit))))),
        None => (None, None),
    }
}

/// Whether what stands before a figure makes it no number, or part of another one.
fn is_vetoed_before(line: &Line<'_>, code: &str, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else {
        return false;
    };
    let words = line.words(before);
    let glued = line.glued(at);
    match line.get(before).map(|p| p.what) {
        None => false,
        Some(What::Figure) => true,
        Some(What::Sign) => {
            let behind = before.checked_sub(1);
            let figure = behind.is_some_and(|i| line.is(i, What::Figure));
            let abbreviated = words == "."
                && behind.is_some_and(|i| {
                    is_label(&line.lower(i)) || line.words(i).chars().count() == 1
                });
            let labelled = matches!(
                words,
                "#" | "§" | "№" | "°" | "º" | "*" | "=" | "±" | "×" | "/" | "\\" | "_" | "@" | "^"
            );
            let dash = matches!(words, "-" | "–" | "−" | "‑" | "~" | "〜" | "～");
            let bound =
                glued && matches!(words, "." | "," | "'" | "’" | ":" | "-" | "–" | "−" | "&");
            let alone =
                matches!(words, "(" | "[" | "（") && matches!(line.words(at + 1), ")" | "]" | "）");
            let money = words::sign(words).is_some()
                && behind.is_some_and(|i| line.is(i, What::Word) && line.glued(before));
            labelled || dash && figure || bound || alone || abbreviated || money
        }
        Some(What::Word) => {
            let lower = line.lower(before);
            let last = words.chars().next_back();
            let unspaced = last.is_some_and(|c| is_unspaced(c) || is_hangul(c));
            if glued && (!unspaced || words.ends_with('第') || words.ends_with('제')) {
                return true;
            }
            if unspaced {
                return words.ends_with(['第', '前']) && glued;
            }
            let range = before.checked_sub(1).is_some_and(|i| {
                ends_figure(line, i) && joins(&lower) && (!is_and(&lower) || opens_range(line, i))
            });
            // "14 h 30", "a las 5"
            let two = before.checked_sub(1);
            let hours = is_hour(&lower) && two.is_some_and(|i| line.is(i, What::Figure))
                || lower == "las" && two.is_some_and(|i| line.lower(i) == "a");
            hours
                || is_label(&lower)
                || range
                || scale(code, &lower, false).is_some()
                || !named_safely(line, code, before, &lower)
        }
    }
}

/// Whether the piece `i` is a figure or belongs to one: `%`, a scale word.
fn ends_figure(line: &Line<'_>, i: usize) -> bool {
    line.is(i, What::Figure)
        || i.checked_sub(1)
            .is_some_and(|b| line.is(b, What::Figure) && !line.sign(i, ","))
}

/// Whether a word right before a figure is no name that the figure belongs to: `Boeing 737`, `Apollo 11`.
fn named_safely(line: &Line<'_>, code: &str, at: usize, lower: &str) -> bool {
    let words = line.words(at);
    if !words.starts_with(char::is_uppercase) || words::currency(lower).is_some() {
        return true;
    }
    let opens = line.begins(at);
    opens
        && (is_small(code, lower)
            || about::before(line, at + 1).is_some()
            || VERB_FIRST.contains(&code))
}

/// Whether a figure may be an ordinal: `12.` before more text, in languages that write them so.
fn is_ordinal(line: &Line<'_>, code: &str, at: usize) -> bool {
    let point = line.sign(at + 1, ".") && line.glued(at + 1);
    let more = line.get(at + 2).is_some();
    let short = line.words(at).len() < 4 && line.words(at).bytes().all(|b| b.is_ascii_digit());
    // The number of an item of a list.
    let item = line.begins(at) && (point || line.sign(at + 1, ")") && line.glued(at + 1));
    item || point && more && short && ORDINALS.contains(&code)
}
