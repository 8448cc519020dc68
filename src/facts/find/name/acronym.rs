//! Short forms: `Islamic State (ISIS)`, and capitals that are the first letters of a name (Schwartz and Hearst 2003,
//! narrowed to names).

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::mention::{Mention, Reader};
use crate::facts::{Key, NameKind};

/// Pairs of mentions (by index), long form and short form.
pub(super) fn pairs(reader: &Reader<'_>, mentions: &[Mention]) -> Vec<(usize, usize)> {
    let mut out = Vec::new();
    let mut defined: FxHashMap<Key, usize> = FxHashMap::default();
    for (i, pair) in mentions.windows(2).enumerate() {
        let [long, short] = pair else { continue };
        let between = reader.word(long.tokens.end) == "("
            && short.tokens.start == long.tokens.end + 1
            && reader.word(short.tokens.end) == ")";
        if between && short.is_acronym && long.keys.len() > 1 && spells(reader, long, short) {
            out.push((i, i + 1));
            defined.entry(key(short)).or_insert(i);
        }
    }
    let mut initials: FxHashMap<String, usize> = FxHashMap::default();
    for (i, mention) in mentions.iter().enumerate() {
        if mention.keys.len() > 1 && mention.kind != NameKind::Person {
            for letters in first_letters(reader, &mention.tokens) {
                initials.entry(letters).or_insert(i);
            }
        }
    }
    for (i, mention) in mentions.iter().enumerate() {
        if !mention.is_acronym || defined.contains_key(&key(mention)) {
            continue;
        }
        let letters: String = reader
            .word(mention.tokens.start)
            .chars()
            .filter(|c| c.is_alphabetic())
            .collect();
        if letters.chars().count() > 1
            && letters.chars().all(char::is_uppercase)
            && let Some(&long) = initials.get(&letters)
        {
            out.push((long, i));
        }
    }
    out
}

fn key(mention: &Mention) -> Key {
    mention.keys.first().copied().unwrap_or(Key::NONE)
}

/// The first letters of a name: of all its words, and of its large words only.
pub(super) fn first_letters(reader: &Reader<'_>, tokens: &Range<usize>) -> [String; 2] {
    let letters = |all: bool| {
        tokens
            .clone()
            .filter(|&i| all || reader.is_large(i))
            .flat_map(|i| reader.word(i).split('-'))
            .filter_map(|part| part.chars().next())
            .filter(|c| c.is_alphabetic())
            .flat_map(char::to_uppercase)
            .collect()
    };
    [letters(true), letters(false)]
}

/// Whether the letters of the short form come in order in the long one, the first at its start.
fn spells(reader: &Reader<'_>, long: &Mention, short: &Mention) -> bool {
    let text = reader.analysis.slice(reader.span(&long.tokens));
    let mut rest = text.chars().flat_map(char::to_uppercase);
    let letters: Vec<char> = reader
        .word(short.tokens.start)
        .chars()
        .filter(|c| c.is_alphabetic())
        .flat_map(char::to_uppercase)
        .collect();
    let starts = text.chars().flat_map(char::to_uppercase).next() == letters.first().copied();
    // A letter or two may come from words that are not said here: Islamic State (ISIS).
    let found = letters.iter().filter(|&&l| rest.any(|c| c == l)).count();
    starts && found * 2 >= letters.len()
}
