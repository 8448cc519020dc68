//! Whether a word is of men or of women, as far as it tells: the commonest given names, forms of address, kin.

use super::lexicon::{Classes, Lexicon};
use crate::facts::Key;

/// Of whom a word is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(in crate::facts::find) enum Gender {
    He,
    She,
}

/// The gender of a word; none where it tells nothing, or both. O(1).
pub(in crate::facts::find) fn gender(word: Key) -> Option<Gender> {
    let lexicon = Lexicon::shared();
    let classes = lexicon.entry(lexicon.number(word))?.classes;
    match (classes.any(Classes::HE), classes.any(Classes::SHE)) {
        (true, false) => Some(Gender::He),
        (false, true) => Some(Gender::She),
        _ => None,
    }
}
