//! Word lists, looked up by the [`Key`](super::analysis::Key) that every token carries.
//!
//! A list is written as one string of words and becomes, at compile time, a small open hash table of keys: looking a
//! token up costs a few nanoseconds, hashes nothing and touches no text. A [`Table`] gives each word a value.
//!
//! All lists here are written by us from general knowledge of English; none is taken from a corpus. Deliberately
//! absent: lists of names of people and places, which belong to the finder of names.

pub(crate) mod abbreviation;
pub(crate) mod grammar;
pub(crate) mod number;
pub(crate) mod small;

use super::analysis::Key;

/// A set of words.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Words {
    slots: &'static [Key],
}

impl Words {
    /// A set over slots that [`slots`] has filled. Use the macro `words!`.
    pub(crate) const fn new(slots: &'static [Key]) -> Self {
        Self { slots }
    }

    /// Whether the word with this key is in the set.
    #[inline]
    pub(crate) fn has(self, key: Key) -> bool {
        let mask = self.slots.len().wrapping_sub(1);
        let mut at = key.get() as usize & mask;
        while let Some(&slot) = self.slots.get(at) {
            if slot == Key::NONE {
                return false;
            }
            if slot == key {
                return true;
            }
            at = (at + 1) & mask;
        }
        false
    }
}

/// A value for each of some words.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Table<T: 'static> {
    slots: &'static [(Key, T)],
}

impl<T: Copy> Table<T> {
    /// A table over slots that [`entries`] has filled. Use the macro `table!`.
    pub(crate) const fn new(slots: &'static [(Key, T)]) -> Self {
        Self { slots }
    }

    /// The value of the word with this key.
    #[inline]
    pub(crate) fn get(self, key: Key) -> Option<T> {
        let mask = self.slots.len().wrapping_sub(1);
        let mut at = key.get() as usize & mask;
        while let Some(&(slot, value)) = self.slots.get(at) {
            if slot == Key::NONE {
                return None;
            }
            if slot == key {
                return Some(value);
            }
            at = (at + 1) & mask;
        }
        None
    }
}

/// How many slots a table for `count` words has: a power of two, at most half full.
pub(crate) const fn room(count: usize) -> usize {
    (count * 2 + 1).next_power_of_two()
}

/// How many words a list has. Words are parted by white space.
pub(crate) const fn count(list: &str) -> usize {
    let bytes = list.as_bytes();
    let (mut at, mut words, mut inside) = (0, 0, false);
    while let Some((&byte, _)) = tail(bytes, at).split_first() {
        let space = byte.is_ascii_whitespace();
        if !space && !inside {
            words += 1;
        }
        inside = !space;
        at += 1;
    }
    words
}

/// `bytes` from `at` on, in constant contexts.
const fn tail(bytes: &[u8], at: usize) -> &[u8] {
    bytes.split_at(at).1
}

/// The slots of a set of words.
#[expect(
    clippy::indexing_slicing,
    reason = "runs at compile time, where a wrong index is an error of the build"
)]
pub(crate) const fn slots<const N: usize>(list: &str) -> [Key; N] {
    let mut slots = [Key::NONE; N];
    let bytes = list.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let mut end = at;
        while end < bytes.len() && !bytes[end].is_ascii_whitespace() {
            end += 1;
        }
        if end > at {
            let key = Key::of_bytes(bytes.split_at(end).0.split_at(at).1);
            let mut slot = key.get() as usize & (N - 1);
            while slots[slot].get() != Key::NONE.get() && slots[slot].get() != key.get() {
                slot = (slot + 1) & (N - 1);
            }
            slots[slot] = key;
        }
        at = end + 1;
    }
    slots
}

/// The slots of a table of at least one word.
#[expect(
    clippy::indexing_slicing,
    reason = "runs at compile time, where a wrong index is an error of the build"
)]
pub(crate) const fn entries<T: Copy, const N: usize>(pairs: &[(&str, T)]) -> [(Key, T); N] {
    let mut slots = [(Key::NONE, pairs[0].1); N];
    let mut at = 0;
    while at < pairs.len() {
        let key = Key::of(pairs[at].0);
        let mut slot = key.get() as usize & (N - 1);
        while slots[slot].0.get() != Key::NONE.get() && slots[slot].0.get() != key.get() {
            slot = (slot + 1) & (N - 1);
        }
        slots[slot] = (key, pairs[at].1);
        at += 1;
    }
    slots
}

/// A [`Words`] from one string of words, lower-case, parted by white space.
macro_rules! words {
    ($list:expr) => {{
        const LIST: &str = $list;
        const SLOTS: usize = $crate::facts::lexicon::room($crate::facts::lexicon::count(LIST));
        static KEYS: [$crate::facts::analysis::Key; SLOTS] = $crate::facts::lexicon::slots(LIST);
        $crate::facts::lexicon::Words::new(&KEYS)
    }};
}

/// A [`Table`] from a type and pairs of a lower-case word and its value, of which there must be at least one.
macro_rules! table {
    ($of:ty; $($word:literal => $value:expr),+ $(,)?) => {{
        const PAIRS: &[(&str, $of)] = &[$(($word, $value)),+];
        const SLOTS: usize = $crate::facts::lexicon::room(PAIRS.len());
        static ENTRIES: [($crate::facts::analysis::Key, $of); SLOTS] =
            $crate::facts::lexicon::entries(PAIRS);
        $crate::facts::lexicon::Table::new(&ENTRIES)
    }};
}

pub(crate) use {table, words};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_has_its_words_and_no_others() {
        static SET: Words = words!("one two\n three");
        for word in ["one", "two", "three"] {
            assert!(SET.has(Key::of(word)), "{word}");
        }
        for word in ["", "on", "ones", "four"] {
            assert!(!SET.has(Key::of(word)), "{word}");
        }
    }

    #[test]
    fn a_table_gives_each_word_its_value() {
        static MAP: Table<u8> = table!(u8; "one" => 1, "two" => 2);
        assert_eq!(MAP.get(Key::of("two")), Some(2));
        assert_eq!(MAP.get(Key::of("three")), None);
        assert_eq!(MAP.get(Key::NONE), None);
    }
}
