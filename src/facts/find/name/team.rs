//! Teams that are called by their country or city: `Sweden defeated South Korea 1–0`.
//!
//! A place is a team in a report of a match: a text that gives results, where the place wins, loses, faces another, has
//! a goalkeeper, stands beside a result. One such sign may be chance; two are not, nor is one in a report of many matches.

use rustc_hash::{FxHashMap, FxHashSet};

use super::mention::{Mention, Reader};
use crate::facts::gazetteer::Flags;
use crate::facts::lexicon::{Words, words};
use crate::facts::{NameKind, Shape};

/// What a team does.
static DOES: Words = words!(
    "beat beats beating defeat defeats defeated faced faces won win wins lost lose loses drew draw draws scored scores \
     thrashed edged trailed trail trails equalised equalized conceded qualified play plays played"
);

/// What stands before the other team.
static AGAINST: Words =
    words!("against versus v vs beat beats beating defeat defeats defeated faced faces");

/// What a team has.
static HAS: Words =
    words!("coach captain goalkeeper striker midfielder defender squad batsman bowler quarterback");

/// How many signs make a team, and in a text that gives many results.
const SIGNS: (u32, u32) = (2, 1);
const MANY: usize = 3;

/// The entities that are teams in this text. Linear in the tokens.
pub(super) fn teams(reader: &Reader<'_>, mentions: &[Mention], entities: &[u32]) -> FxHashSet<u32> {
    let mut out = FxHashSet::default();
    let all = 0..reader.analysis.tokens.len();
    let results = all.filter(|&i| is_result(reader, i)).take(MANY).count();
    let least = match results {
        0 => return out,
        MANY => SIGNS.1,
        _ => SIGNS.0,
    };
    let mut signs: FxHashMap<u32, u32> = FxHashMap::default();
    let spot = Flags::COUNTRY.with(Flags::CITY).with(Flags::PLACE);
    for (mention, &entity) in mentions.iter().zip(entities) {
        if mention.kind == NameKind::Person || !mention.flags.has(spot) {
            continue;
        }
        let has = |list: Words, i: usize| reader.token(i).is_some_and(|t| list.has(t.key));
        let (start, end) = (mention.tokens.start, mention.tokens.end);
        let owner = usize::from(
            reader
                .token(end)
                .is_some_and(|t| t.shape == Shape::Possessive),
        );
        let sign = has(DOES, end)
            || has(HAS, end + owner)
            || is_result(reader, end)
            || start.checked_sub(1).is_some_and(|i| has(AGAINST, i));
        let count = signs.entry(entity).or_default();
        *count += u32::from(sign);
        if *count >= least {
            out.insert(entity);
        }
    }
    out
}

/// Whether a result begins here: `1–0`, `24-17`.
pub(super) fn is_result(reader: &Reader<'_>, i: usize) -> bool {
    let goals = |i: usize, close: bool| {
        reader.token(i).is_some_and(|t| {
            t.shape == Shape::Number && t.span().len() <= 3 && (!close || !t.spaced)
        })
    };
    let dash = reader
        .token(i + 1)
        .is_some_and(|t| !t.spaced && matches!(reader.word(i + 1), "–" | "-"));
    dash && goals(i, false) && goals(i + 2, true)
}
