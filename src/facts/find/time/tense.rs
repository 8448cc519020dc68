//! The time that a sentence speaks of, by its words.

use super::super::row::{Row, key};
use super::vocabulary::FUTURE;
use crate::facts::lexicon::words;

/// The time that a sentence speaks of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Tense {
    Past,
    #[default]
    Present,
    Future,
}

impl Tense {
    /// Whether it is of what is to come.
    pub(super) fn is_future(self) -> bool {
        self == Self::Future
    }
}

/// The tense round a time, by the words that show it.
pub(super) fn tense(row: &Row<'_>, from: usize, to: usize) -> Tense {
    let future = (from.saturating_sub(12)..(to + 9).min(row.len())).any(|i| {
        row.any(i, FUTURE) && !(row.key(i) == key!("until") && i + 1 == from)
            || row.key(i) == key!("to")
                && (row.any(i + 1, words!("be begin start open hold meet visit take"))
                    || row.any(i.wrapping_sub(1), words!("is are")) && row.is_lower(i + 1))
            || row.key(i) == key!("going") && row.key(i + 1) == key!("to")
    });
    if future {
        return Tense::Future;
    }
    let round = from.saturating_sub(60)..(to + 60).min(row.len());
    let present = round.clone().any(|i| {
        row.any(
            i,
            words!("is are occurs occur has have do does can may falls rises runs"),
        )
    });
    let past = round.clone().any(|i| {
        row.any(i, crate::facts::lexicon::grammar::PASTS)
            || row.is_lower(i) && row.word(i).ends_with("ed")
    });
    if past || !present {
        Tense::Past
    } else {
        Tense::Present
    }
}
