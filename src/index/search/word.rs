//! A word of ASCII in small letters, found in any case: faster than an expression that says the same.
//!
//! The text is gone through for the rarest letter of the word, in both cases, as vectors (`memchr`); where it stands the
//! rest is compared.

use memchr::memchr2;

/// The letters of English from the rarest to the commonest. Source: P. Norvig, "English Letter Frequency Counts: Mayzner
/// Revisited" (2012), <https://norvig.com/mayzner.html>. Signs and digits are taken for rarer than all of them.
const RAREST_FIRST: &[u8; 26] = b"zqjxkvbpgwyfmucdlhrsnioate";

/// A word ready to be found.
#[derive(Clone, Debug)]
pub(super) struct Word {
    /// Its bytes, ASCII in small letters.
    letters: Vec<u8>,
    /// Where its rarest letter stands.
    rarest: usize,
    /// That letter, small and large.
    either: [u8; 2],
}

impl Word {
    /// A word that is found in any case; none of what is no single word of ASCII without a large letter.
    pub(super) fn new(pattern: &str) -> Option<Self> {
        let letters = pattern.as_bytes().to_vec();
        if !letters
            .iter()
            .all(|b| b.is_ascii_graphic() && !b.is_ascii_uppercase())
        {
            return None;
        }
        let commonness = |letter: &u8| RAREST_FIRST.iter().position(|of| of == letter);
        let (rarest, &letter) = (0..)
            .zip(&letters)
            .min_by_key(|(_, letter)| commonness(letter))?;
        Some(Self {
            letters,
            rarest,
            either: [letter, letter.to_ascii_uppercase()],
        })
    }

    /// Where it stands first, from a byte on. Linear in the text.
    pub(super) fn find(&self, text: &str, from: usize) -> Option<usize> {
        let [small, large] = self.either;
        let mut at = from.checked_add(self.rarest)?;
        loop {
            at += memchr2(small, large, text.as_bytes().get(at..)?)?;
            let start = at - self.rarest;
            let there = text.as_bytes().get(start..start + self.letters.len())?;
            if there.eq_ignore_ascii_case(&self.letters) {
                return Some(start);
            }
            at += 1;
        }
    }

    /// Its length in bytes.
    pub(super) fn len(&self) -> usize {
        self.letters.len()
    }
}
