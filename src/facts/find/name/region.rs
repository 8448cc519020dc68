//! The part of a place that is meant: `northern Iraq`, `central London`.

use std::ops::Range;

use super::mention::Reader;
use crate::facts::Kind;
use crate::facts::lexicon::{Words, words};

/// Parts by direction.
static PARTS: Words = words!(
    "northern southern eastern western northeastern northwestern southeastern southwestern north-eastern north-western \
     south-eastern south-western northeast northwest southeast southwest central"
);

/// The tokens of a place with the direction before it, in small letters. The name itself stays as it is.
pub(super) fn around(reader: &Reader<'_>, tokens: &Range<usize>, kind: Kind) -> Range<usize> {
    let before = tokens.start.checked_sub(1).filter(|_| kind == Kind::Place);
    let part = before
        .filter(|&i| !reader.is_large(i) && reader.token(i).is_some_and(|t| PARTS.has(t.key)));
    part.unwrap_or(tokens.start)..tokens.end
}
