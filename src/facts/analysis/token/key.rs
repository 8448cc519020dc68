//! Keys of words: 32-bit hashes that stand for a word in word lists.
//!
//! FNV-1a (Fowler, Noll, Vo; public domain) over the lower-cased UTF-8 bytes, with the finalizer of `MurmurHash3` (Austin
//! Appleby, public domain), so that the low bits can index a table. It can be computed at compile time. Two different
//! words of a text share a key about once in four thousand million pairs, which costs a wrong look-up and no more.

/// The key of a word: equal for words that differ only in case, in the form of the apostrophe, in soft hyphens, or in a
/// final full stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key(u32);

const SEED: u32 = 0x811c_9dc5;
const PRIME: u32 = 0x0100_0193;

impl Key {
    /// The key of no word.
    pub const NONE: Self = Self(0);

    /// The key of a word as a word list has it: lower-case, straight apostrophe, no final stop.
    pub const fn of(word: &str) -> Self {
        Self::of_bytes(word.as_bytes())
    }

    /// The same from bytes, which are UTF-8.
    pub const fn of_bytes(mut bytes: &[u8]) -> Self {
        let mut hash = SEED;
        while let Some((&byte, rest)) = bytes.split_first() {
            hash = step(hash, byte);
            bytes = rest;
        }
        finish(hash)
    }

    /// The key of a word as it stands in a text.
    pub fn of_word(word: &str) -> Self {
        let word = match word.strip_suffix('.') {
            Some(stem) if !stem.is_empty() && !stem.ends_with('.') => stem,
            _ => word,
        };
        let mut hash = SEED;
        if word.is_ascii() {
            for byte in word.bytes() {
                hash = step(hash, byte.to_ascii_lowercase());
            }
            return finish(hash);
        }
        for c in word.chars() {
            match c {
                '’' | '\u{2bc}' => hash = step(hash, b'\''),
                '\u{2010}' | '\u{2011}' => hash = step(hash, b'-'),
                '\u{ad}' => {}
                c => {
                    for lower in c.to_lowercase() {
                        let mut buffer = [0; 4];
                        for &byte in lower.encode_utf8(&mut buffer).as_bytes() {
                            hash = step(hash, byte);
                        }
                    }
                }
            }
        }
        finish(hash)
    }

    /// The bits, well mixed.
    #[inline]
    pub const fn get(self) -> u32 {
        self.0
    }
}

const fn step(hash: u32, byte: u8) -> u32 {
    (hash ^ byte as u32).wrapping_mul(PRIME)
}

const fn finish(mut hash: u32) -> Key {
    hash ^= hash >> 16;
    hash = hash.wrapping_mul(0x85eb_ca6b);
    hash ^= hash >> 13;
    hash = hash.wrapping_mul(0xc2b2_ae35);
    hash ^= hash >> 16;
    Key(if hash == 0 { 1 } else { hash })
}
