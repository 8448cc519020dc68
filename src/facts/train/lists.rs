//! The word lists as one table.

use std::collections::BTreeMap;

use crate::facts::gazetteer::{Flags, HEAD, MAGIC};
use crate::facts::tag::form::{phrase_key, word_key};

/// Turns lists (file name and text each) into the table that [`Gazetteer`](crate::facts::gazetteer) reads.
pub fn compile(files: &[(String, String)]) -> Vec<u8> {
    let mut table = BTreeMap::new();
    for (name, text) in files {
        let lines = text
            .lines()
            .filter(|l| !l.starts_with('#') && !l.trim().is_empty());
        for (number, line) in lines.enumerate() {
            entry(&mut table, name, number, line);
        }
    }
    pack(&table)
}

/// Adds what one line of one list says.
fn entry(table: &mut BTreeMap<u32, u32>, list: &str, number: usize, line: &str) {
    let mut add = |phrase: &str, flags: Flags| put(table, phrase, flags);
    match list {
        "words.txt" => {
            if let Some((word, classes)) = line.split_once(' ') {
                add(
                    word,
                    classes
                        .chars()
                        .fold(Flags::default(), |f, c| f.with(class(c))),
                );
            }
        }
        "countries.txt" => {
            let id = Flags(u32::try_from(number + 1).unwrap_or(0) << 24);
            let (names, people) = line.split_once('|').unwrap_or((line, ""));
            for name in names.split(';') {
                add(name, Flags::COUNTRY.with(id));
            }
            for name in people.split(',').filter(|p| p.trim() != "-") {
                add(name, Flags::DEMONYM.with(id));
            }
        }
        "heads.txt" => {
            if let Some((kind, word)) = line.split_once(' ') {
                add(word, head(kind));
            }
        }
        "cities.txt" => match line.strip_suffix(" +") {
            Some(large) => add(large, Flags::CITY.with(Flags::PLACE)),
            None => add(line, Flags::CITY),
        },
        "people.txt" => {
            add(line, Flags::PERSON);
        }
        _ => {
            if let Some(flag) = flag(list) {
                add(line, flag);
            }
        }
    }
}

/// The class of all lines of a plain list.
fn flag(list: &str) -> Option<Flags> {
    Some(match list {
        "given-names.txt" | "more-given-names.txt" => Flags::GIVEN,
        "surnames.txt" => Flags::SURNAME,
        "places.txt" => Flags::PLACE,
        "states.txt" => Flags::STATE,
        "organizations.txt" | "known-organizations.txt" => Flags::ORGANIZATION,
        "events.txt" | "known-events.txt" => Flags::EVENT,
        "capitalised.txt" => Flags::DEMONYM,
        "titles.txt" => Flags::TITLE,
        "roles.txt" => Flags::ROLE,
        _ => return None,
    })
}

/// The part of speech of a letter in `words.txt`.
fn class(letter: char) -> Flags {
    match letter {
        'n' => Flags::NOUN,
        'N' => Flags::NOUN.with(Flags::MOSTLY_NOUN),
        'v' => Flags::VERB,
        'V' => Flags::VERB.with(Flags::MOSTLY_VERB),
        'a' => Flags::ADJECTIVE,
        'A' => Flags::ADJECTIVE
            .with(Flags::MOSTLY_NOUN)
            .with(Flags::MOSTLY_VERB),
        'r' | 'R' => Flags::ADVERB,
        _ => Flags::default(),
    }
}

/// The class of a letter in `heads.txt`.
fn head(letter: &str) -> Flags {
    match letter {
        "c" => Flags::COMPANY,
        "o" => Flags::ORGANIZATION_HEAD,
        "p" => Flags::PLACE_HEAD,
        "e" => Flags::EVENT_HEAD,
        "t" => Flags::CALENDAR,
        _ => Flags::default(),
    }
}

/// Adds flags to a phrase, and says of each of its beginnings that it goes on.
fn put(table: &mut BTreeMap<u32, u32>, phrase: &str, flags: Flags) {
    let mut words = phrase.split_whitespace().peekable();
    let mut key = 0;
    let mut first = true;
    while let Some(word) = words.next() {
        key = if first {
            word_key(word)
        } else {
            phrase_key(key, word_key(word))
        };
        first = false;
        let mut flags = flags;
        if words.peek().is_some() {
            flags = Flags::PREFIX;
        }
        let entry = table.entry(key.max(1)).or_insert(0);
        // The first country to claim a word keeps it.
        let kept = if *entry >> 24 == 0 {
            flags.0
        } else {
            flags.0 & 0xff_ffff
        };
        *entry |= kept;
    }
}

/// Lays the table out for linear probing.
fn pack(table: &BTreeMap<u32, u32>) -> Vec<u8> {
    let log = (table.len() * 5 / 4)
        .next_power_of_two()
        .trailing_zeros()
        .max(1);
    let slots = 1_usize << log;
    let mut cells = vec![(0_u32, 0_u32); slots];
    for (&key, &flags) in table {
        let mut slot = key as usize & (slots - 1);
        while cells.get(slot).is_some_and(|c| c.0 != 0) {
            slot = (slot + 1) & (slots - 1);
        }
        if let Some(cell) = cells.get_mut(slot) {
            *cell = (key, flags);
        }
    }
    let mut out = Vec::with_capacity(HEAD + slots * 8);
    out.extend(MAGIC);
    out.extend([u8::try_from(log).unwrap_or(0), 0, 0, 0]);
    for (key, flags) in cells {
        out.extend(key.to_le_bytes());
        out.extend(flags.to_le_bytes());
    }
    out
}
