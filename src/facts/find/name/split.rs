//! Spans that hold more than one name, and pieces of a title that were taken for one.
//!
//! Two persons joined by `and` (`Smith & Weber, 2014`), two teams with their result (`Sweden 1–0 Korea`), a country and
//! what lies in it (`New Zealand's Northland`): one mention each.

use std::ops::Range;

use super::mention::Reader;
use super::{join, team};
use crate::facts::gazetteer::Flags;
use crate::facts::{NameKind, Shape};

/// Calls `emit` with each name of a span, and its kind. Mostly there is one.
pub(super) fn parts(
    reader: &Reader<'_>,
    tokens: Range<usize>,
    kind: NameKind,
    mut emit: impl FnMut(Range<usize>, NameKind),
) {
    if tokens.len() < 3 {
        emit(tokens, kind);
        return;
    }
    let inner = tokens.start + 1..tokens.end - 1;
    if let Some(result) = inner.clone().find(|&i| team::is_result(reader, i))
        && result + 3 < tokens.end
        && kind != NameKind::Person
    {
        let kind = if kind == NameKind::Place {
            NameKind::Place
        } else {
            NameKind::Organization
        };
        emit(tokens.start..result, kind);
        emit(result + 3..tokens.end, kind);
        return;
    }
    let owner = inner.clone().find(|&i| {
        let country = || reader.phrase(&(tokens.start..i));
        let owns = reader
            .token(i)
            .is_some_and(|t| t.shape == Shape::Possessive);
        owns && country().has(Flags::COUNTRY.with(Flags::STATE))
    });
    if let Some(at) = owner {
        emit(tokens.start..at, NameKind::Place);
        emit(at + 1..tokens.end, kind);
        return;
    }
    let joint = |i: usize| matches!(reader.word(i), "&" | "and");
    if let Some(at) = inner.clone().find(|&i| joint(i)) {
        if join::is_firm(reader, &tokens) {
            emit(tokens, NameKind::Organization);
            return;
        }
        if are_persons(reader, &tokens, at, kind) {
            emit(tokens.start..at, NameKind::Person);
            emit(at + 1..tokens.end, NameKind::Person);
            return;
        }
    }
    emit(tokens, kind);
}

/// Whether the words before and behind a joint are two persons: taken for persons, or two surnames before the year of
/// what they wrote.
fn are_persons(reader: &Reader<'_>, tokens: &Range<usize>, joint: usize, kind: NameKind) -> bool {
    let listed = Flags::ORGANIZATION.with(Flags::BRAND).with(Flags::PERSON);
    if reader.phrase(tokens).has(listed) || !reader.is_large(joint + 1) {
        return false;
    }
    if kind == NameKind::Person {
        return true;
    }
    let surnames = joint == tokens.start + 1 && tokens.end == joint + 2;
    kind == NameKind::Organization && surnames && join::is_dated(reader, tokens.end)
}

/// How many of the words are the end of a title that begins before them: `State` of `Secretary of |State Ann Brook`.
pub(super) fn end_of_title(reader: &Reader<'_>, tokens: &Range<usize>) -> usize {
    let of = tokens.start.checked_sub(2);
    let led = of.filter(|&i| tokens.len() > 1 && reader.word(i + 1) == "of");
    let office = Flags::TITLE.with(Flags::ROLE);
    let ends = |from: usize| {
        // "then-Secretary of State"
        let then = reader.word(from).strip_prefix("then-");
        then.is_some_and(|w| reader.says(w).has(office))
            || reader.phrase(&(from..tokens.start + 1)).has(Flags::TITLE)
    };
    usize::from(led.is_some_and(ends))
}

/// Whether the words are the beginning of a title that goes on behind them: `Foreign` of `Foreign Secretary`.
pub(super) fn is_piece_of_title(reader: &Reader<'_>, tokens: &Range<usize>) -> bool {
    let ends = tokens.end + 1..=tokens.end + 2;
    ends.take_while(|&end| reader.is_large(end - 1))
        .any(|end| reader.phrase(&(tokens.start..end)).has(Flags::TITLE))
}

/// What the lists know a name for that the tagger took for none of the kinds: `NASA`, `Saudi Arabia`.
pub(super) fn listed(reader: &Reader<'_>, tokens: &Range<usize>) -> NameKind {
    let flags = reader.phrase(tokens);
    let others = Flags::DEMONYM
        .with(Flags::SOFTWARE)
        .with(Flags::EVENT)
        .with(Flags::GIVEN)
        .with(Flags::SURNAME)
        .with(Flags::PERSON)
        .with(Flags::CALENDAR);
    let place = Flags::COUNTRY.with(Flags::STATE);
    let spot = Flags::PLACE.with(Flags::CITY);
    if flags.has(others) || tokens.len() == 1 && flags.class() != 0 {
        NameKind::Other
    } else if flags.has(place) {
        NameKind::Place
    } else if flags.has(Flags::ORGANIZATION) && !flags.has(spot) {
        NameKind::Organization
    } else {
        NameKind::Other
    }
}
