//! The commonest words of English, which tell nothing of what a text is about, and how many of each a summary has.
//!
//! Shares of the summaries of the development texts of GUM (CC BY 4.0) that have the word at least once, twice, three
//! times. A word that is not here is a content word for [`super::salience`].

use crate::facts::lexicon::{Table, table};

/// How many commonest words there are.
pub(super) const WORDS: usize = 46;

/// The shares of each by its number.
#[rustfmt::skip]
pub(super) static SHARES: [[f32; 3]; WORDS] = [
    [0.71, 0.30, 0.09], [0.02, 0.00, 0.00], [0.27, 0.02, 0.00], [0.90, 0.63, 0.31], [0.05, 0.00, 0.00],
    [0.28, 0.07, 0.01], [0.10, 0.00, 0.00], [0.10, 0.00, 0.00], [0.02, 0.00, 0.00], [0.06, 0.01, 0.00],
    [0.21, 0.03, 0.00], [0.45, 0.09, 0.01], [0.28, 0.01, 0.00], [0.01, 0.00, 0.00], [0.11, 0.03, 0.00],
    [0.04, 0.00, 0.00], [0.08, 0.02, 0.01], [0.02, 0.00, 0.00], [0.19, 0.07, 0.03], [0.64, 0.24, 0.09],
    [0.03, 0.00, 0.00], [0.21, 0.03, 0.00], [0.13, 0.01, 0.00], [0.15, 0.06, 0.02], [0.05, 0.00, 0.00],
    [0.05, 0.00, 0.00], [0.68, 0.31, 0.11], [0.27, 0.02, 0.00], [0.02, 0.00, 0.00], [0.04, 0.00, 0.00],
    [0.04, 0.00, 0.00], [0.00, 0.00, 0.00], [0.09, 0.00, 0.00], [0.04, 0.00, 0.00], [0.24, 0.05, 0.00],
    [0.85, 0.56, 0.31], [0.09, 0.01, 0.00], [0.06, 0.01, 0.00], [0.19, 0.02, 0.00], [0.66, 0.28, 0.09],
    [0.02, 0.00, 0.00], [0.18, 0.04, 0.00], [0.02, 0.00, 0.00], [0.14, 0.01, 0.00], [0.12, 0.00, 0.00],
    [0.33, 0.07, 0.02],
];

/// The numbers of the commonest words.
#[rustfmt::skip]
pub(super) static COMMON: Table<u8> = table!(u8;
    "a" => 0, "also" => 1, "an" => 2, "and" => 3, "are" => 4, "as" => 5, "at" => 6, "be" => 7, "been" => 8,
    "but" => 9, "by" => 10, "for" => 11, "from" => 12, "had" => 13, "has" => 14, "have" => 15, "he" => 16,
    "her" => 17, "his" => 18, "in" => 19, "into" => 20, "is" => 21, "it" => 22, "its" => 23, "more" => 24,
    "not" => 25, "of" => 26, "on" => 27, "one" => 28, "or" => 29, "other" => 30, "she" => 31, "such" => 32,
    "than" => 33, "that" => 34, "the" => 35, "their" => 36, "they" => 37, "this" => 38, "to" => 39, "two" => 40,
    "was" => 41, "were" => 42, "which" => 43, "who" => 44, "with" => 45,
);
