//! How exact a number is given: the words before and behind it.

use super::super::row::{Row, key};
use crate::facts::lexicon::number::{APPROXIMATORS, LENGTHS};
use crate::facts::lexicon::words;
use crate::facts::model::Approx;
use crate::facts::tag::Tag;

/// The first token of the approximator before the token `from`, and what it says.
pub(super) fn before(row: &Row<'_>, from: usize) -> Option<(usize, Approx)> {
    let at = |back: usize| from.wrapping_sub(back);
    let key = |back: usize| row.key(at(back));
    if key(1) == key!("than") {
        let above = row.any(
            at(2),
            words!("more greater higher larger longer bigger better older later"),
        );
        let below = row.any(at(2), words!("less fewer lower smaller shorter younger"));
        if !above && !below {
            return None;
        }
        let no = row.any(at(3), words!("no not"));
        let approx = if above == no {
            Approx::Below
        } else {
            Approx::Above
        };
        return Some((widen(row, at(2 + usize::from(no))), approx));
    }
    if key(2) == key!("at") && key(1) == key!("least") {
        return Some((at(2), Approx::Above));
    }
    if key(2) == key!("at") && key(1) == key!("most") {
        return Some((at(2), Approx::Below));
    }
    if key(1) == key!("to") && row.any(at(2), words!("up")) {
        return Some((widen(row, at(2)), Approx::Below));
    }
    if key(1) == key!("to") && row.any(at(2), words!("close next")) {
        return Some((at(2), Approx::About));
    }
    if key(1) == key!("of") {
        if key(2) == key!("excess") && key(3) == key!("in") {
            return Some((at(3), Approx::Above));
        }
        if row.any(at(2), words!("upwards upward")) {
            return Some((at(2), Approx::Above));
        }
        let a = usize::from(row.any(at(3), words!("a an the")));
        if row.any(at(2), words!("maximum")) {
            return Some((at(2 + a), Approx::Below));
        }
        if row.any(at(2), words!("minimum")) {
            return Some((at(2 + a), Approx::Above));
        }
        if row.any(at(2), words!("estimate average")) && row.any(at(3), words!("an the")) {
            return Some((at(3), Approx::About));
        }
        return None;
    }
    if key(1) == key!("as") && key(3) == key!("as") {
        if row.any(at(2), words!("many much high long large late")) {
            return Some((at(3), Approx::Below));
        }
        return row
            .any(at(2), words!("few little low"))
            .then_some((at(3), Approx::Above));
    }
    let size = row.any(from, words!("hundred thousand million billion dozen"));
    if size && row.any(at(1), words!("few several")) {
        let a = usize::from(row.key(at(2)) == key!("a"));
        return Some((at(1 + a), Approx::About));
    }
    let approx = APPROXIMATORS.get(key(1))?;
    if key(1) == key!("over") && is_no_bound(row, at(1), from) {
        return None;
    }
    if key(1) == key!("past")
        || key(1) == key!("beyond")
        || key(1) == key!("estimated") && row.any(at(2), words!("has have had was were is are"))
    {
        return None;
    }
    if key(1) == key!("above") && row.any(at(2), words!("the and")) {
        return None;
    }
    let start = if key(1) == key!("estimated") && row.any(at(2), words!("an the")) {
        at(2)
    } else {
        at(1)
    };
    Some((widen(row, start), approx))
}

/// Whether the `over` at `at` belongs to the verb before it (`handed over millions`), or says in how long something is
/// done (`adds $84 billion over 10 years`).
fn is_no_bound(row: &Row<'_>, at: usize, from: usize) -> bool {
    let before = at.wrapping_sub(1);
    let particle = row.any(
        before,
        words!(
            "hand hands handed handing turn turned turning turns take took taking taken takes sign signed signing give
             gave giving given pass passed passing bring brought carry carried carrying win won hold held spread"
        ),
    );
    let length = (from..from + 3).any(|i| row.any(i, LENGTHS));
    let said = row.any(
        before,
        words!("for in after of is was are were last lasts lasted took take takes spent spend by with at"),
    );
    let noun = matches!(
        row.tag(before),
        Some(Tag::Noun | Tag::Num | Tag::Propn | Tag::Sym)
    );
    particle && !length || length && noun && !said
}

/// Takes in the words that strengthen an approximator: `just over`, `well above`, `slightly more than`.
fn widen(row: &Row<'_>, at: usize) -> usize {
    let before = at.wrapping_sub(1);
    if row.any(
        before,
        words!("just well slightly far even only still somewhat considerably significantly much"),
    ) {
        before
    } else if row.any(before, words!("little bit")) && row.any(before.wrapping_sub(1), words!("a"))
    {
        before.wrapping_sub(1)
    } else {
        at
    }
}

/// The token past an approximator behind the number at `to`, and what it says: `or so`, `or more`, `+`, `-plus`, `-odd`.
pub(super) fn behind(row: &Row<'_>, to: usize) -> Option<(usize, Approx)> {
    if row.key(to) == key!("or") {
        let approx = match row.key(to + 1) {
            k if k == key!("so") || k == key!("thereabouts") => Approx::About,
            k if k == key!("more")
                || k == key!("higher")
                || k == key!("above")
                || k == key!("over")
                || k == key!("older")
                || k == key!("greater") =>
            {
                Approx::Above
            }
            k if k == key!("less")
                || k == key!("fewer")
                || k == key!("lower")
                || k == key!("under")
                || k == key!("below")
                || k == key!("younger") =>
            {
                Approx::Below
            }
            _ => return None,
        };
        return Some((to + 2, approx));
    }
    if row.sign(to, "+") && !row.spaced(to) {
        return Some((to + 1, Approx::Above));
    }
    let hyphen = usize::from(row.is_dash(to) && !row.spaced(to));
    match row.key(to + hyphen) {
        k if k == key!("plus") => Some((to + hyphen + 1, Approx::Above)),
        k if k == key!("odd") && hyphen == 1 => Some((to + 2, Approx::About)),
        k if k == key!("ish") && hyphen == 1 => Some((to + 2, Approx::About)),
        _ => None,
    }
}
