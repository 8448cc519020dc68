//! Whether the text says that a number is a rise or a fall.

use super::super::phrase::Phrase;
use super::super::row::{Row, key};
use super::figure::{Figure, Measure};
use crate::facts::analysis::Shape;
use crate::facts::lexicon::number::CHANGES;
use crate::facts::lexicon::words;
use crate::facts::model::Change;

/// The direction that words round the figure give it. A number that something rises to is no rise.
pub(super) fn change(row: &Row<'_>, figure: &Figure) -> Option<Change> {
    let before = figure.from.wrapping_sub(1);
    if figure.measure == Measure::Score {
        return None;
    }
    // behind it: "a 49% decline", "57% higher", "$2 off"
    for i in figure.to..figure.to + 3 {
        if let Some(change) = CHANGES.get(row.key(i)) {
            let off = row.any(i, words!("off")) && i == figure.to;
            let noun = row.any(i, NOUNS) && !matches!(figure.measure, Measure::Counted);
            if off || row.any(i, words!("higher lower")) || noun {
                return Some(change);
            }
        }
        if row.shape(i) != Some(Shape::Word) || row.any(i, words!("of in to from and")) {
            break;
        }
    }
    if row.any(before, words!("to at from with until")) {
        return None;
    }
    let mut i = figure.from;
    for _ in 0..6 {
        i = i.checked_sub(1)?;
        if let Some(change) = CHANGES.get(row.key(i)) {
            let particle = row.any(i, words!("up down off"));
            if particle
                && row.any(
                    i.wrapping_sub(1),
                    words!("make makes made making up end ends ended set"),
                )
            {
                return None;
            }
            if particle
                && !(i + 1 == figure.from
                    || row.any(
                        i + 1,
                        words!("by about around nearly almost more over some just as"),
                    ))
            {
                return None;
            }
            if matches!(figure.measure, Measure::Money(_))
                && row.any(i, words!("raise raised raising"))
                && row.key(i + 1) != key!("by")
            {
                return None;
            }
            if row.any(i, words!("lower higher fewer")) && i + 1 < figure.from {
                continue;
            }
            return Some(change);
        }
        // "climbing the steps of the 70 metre tower": the steps
        let other = row.any(i, words!("of"))
            && CHANGES.get(row.key(i.wrapping_sub(1))).is_none()
            && !row.any(
                i.wrapping_sub(1),
                words!("total average margin maximum minimum rate factor"),
            );
        if other
            || row.shape(i) == Some(Shape::Number)
            || row.shape(i) == Some(Shape::Sign) && !row.sign(i, "$")
            || row.any(
                i,
                words!("and or to which that who is are was were at from when while until"),
            )
        {
            return None;
        }
    }
    None
}

/// Whether a verb is one of change: `cut`, `has raised`.
pub(super) fn is_change(row: &Row<'_>, verb: Phrase) -> bool {
    (verb.from..verb.to).any(|i| CHANGES.get(row.key(i)).is_some())
}

/// Nouns of change that may stand behind a number.
static NOUNS: crate::facts::lexicon::Words = words!(
    "increase increases decrease rise drop decline fall gain loss growth reduction cut cuts discount hike surge jump
     plunge slump boost dip slide spike uptick downturn contraction rebound climb premium"
);
