//! Hyphenation: where English words may be broken, by the patterns of TeX (crate `hyphenation`, Liang's algorithm).
//!
//! Only plain words are broken: lower-case letters of ASCII, six or more of them. What has a capital may be a name or a
//! short form; digits, dots, slashes and underscores belong to numbers, addresses and code. What the author marked as
//! code is left whole by the caller.

use std::sync::Arc;

use hyphenation::{Hyphenator as _, Language, Load, Standard};

use crate::document::Document;

/// Shorter words are not broken, in letters.
const SHORTEST: usize = 6;
/// At least so many letters stand before a break.
const BEFORE: usize = 2;
/// At least so many letters stand after a break.
const AFTER: usize = 3;

/// The patterns of English, loaded once.
#[derive(Clone, Debug)]
pub(super) struct Hyphenator(Arc<Standard>);

impl Hyphenator {
    /// Loads the patterns, which are part of the program; some milliseconds. None when they do not fit the crate.
    pub(super) fn load() -> Option<Self> {
        let patterns = Standard::from_embedded(Language::EnglishUS).ok()?;
        Some(Self(Arc::new(patterns)))
    }

    /// Whether the words of a document may be English.
    pub(super) fn suits(document: &Document) -> bool {
        let language = document.meta().language.as_deref();
        language.is_none_or(|tag| tag.get(..2).is_some_and(|l| l.eq_ignore_ascii_case("en")))
    }

    /// Where a word may be broken, in bytes from its start; marks around it do not matter. O(letters).
    pub(super) fn breaks(&self, word: &str) -> Vec<usize> {
        let core = word.trim_start_matches(|c: char| !c.is_alphanumeric());
        let skipped = word.len() - core.len();
        let core = core.trim_end_matches(|c: char| !c.is_alphanumeric());
        if core.len() < SHORTEST || !core.bytes().all(|b| b.is_ascii_lowercase()) {
            return Vec::new();
        }
        let last = core.len() - AFTER;
        let breaks = self.0.hyphenate(core).breaks.into_iter();
        breaks
            .filter(|at| (BEFORE..=last).contains(at))
            .map(|at| at + skipped)
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(word: &str, expect: &str) {
        let mut shown = word.to_owned();
        for at in Hyphenator::load().unwrap().breaks(word).into_iter().rev() {
            shown.insert(at, '|');
        }
        assert_eq!(shown, expect);
    }

    #[test]
    fn plain_english_words_are_broken_between_syllables() {
        check("hyphenation", "hy|phen|a|tion");
        check("“reinforcement,”", "“re|in|force|ment,”");
        check("people", "peo|ple");
    }

    #[test]
    fn names_numbers_addresses_and_code_are_not() {
        for word in [
            "Washington",
            "UNESCO",
            "café",
            "2,500th",
            "example.org/path",
            "snake_case",
            "well-known",
            "short",
        ] {
            check(word, word);
        }
    }
}
