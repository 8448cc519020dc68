//! The word lists as one table.

use std::collections::{BTreeMap, BTreeSet};

use crate::facts::gazetteer::{BEHIND, CHECK, Flags, HEAD, MAGIC, slot};
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
fn entry(table: &mut BTreeMap<u32, u64>, list: &str, number: usize, line: &str) {
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
            let id = Flags((number as u64 + 1) << Flags::COUNTRY_BIT);
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
        "groups.txt" => {
            if let Some((word, group)) = line.split_once(' ') {
                add(word, Flags(group.parse().unwrap_or(0) << Flags::GROUP_BIT));
            }
        }
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
        "companies.txt" => Flags::BRAND,
        "software.txt" => Flags::SOFTWARE,
        "surnames.txt" => Flags::SURNAME,
        "places.txt" | "regions.txt" => Flags::PLACE,
        "states.txt" => Flags::STATE,
        "organizations.txt" | "bodies.txt" | "known-organizations.txt" => Flags::ORGANIZATION,
        "events.txt" | "known-events.txt" => Flags::EVENT,
        "capitalised.txt" | "peoples.txt" => Flags::DEMONYM,
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
fn put(table: &mut BTreeMap<u32, u64>, phrase: &str, flags: Flags) {
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
        let kept = if *entry >> Flags::COUNTRY_BIT == 0 {
            flags.0
        } else {
            flags.0 & ((1 << Flags::COUNTRY_BIT) - 1)
        };
        *entry |= kept;
    }
}

/// Lays the table out for linear probing. Of two keys that a slot cannot tell apart the first keeps it. Mixtures that
/// find no number (there is room for 16,383) are left out; the lists have some thousands.
fn pack(table: &BTreeMap<u32, u64>) -> Vec<u8> {
    // Number 0 is that of nothing.
    let mut mixtures = vec![0];
    mixtures.extend(table.values().copied().collect::<BTreeSet<u64>>());
    mixtures.truncate(1 << (u32::BITS - CHECK));
    let mut cells = vec![0_u32; table.len() * 3 / 2 + BEHIND];
    for (&key, flags) in table {
        let Ok(mixture) = mixtures.binary_search(flags) else {
            continue;
        };
        let check = key & ((1 << CHECK) - 1);
        let cell = check | u32::try_from(mixture).unwrap_or(0) << CHECK;
        let first = slot(key, cells.len());
        let behind = cells.get_mut(first..).unwrap_or_default();
        let place = behind
            .iter_mut()
            .find(|c| **c == 0 || **c & ((1 << CHECK) - 1) == check);
        if let Some(place) = place.filter(|c| **c == 0) {
            *place = cell;
        }
    }
    let mut out = Vec::with_capacity(HEAD + mixtures.len() * 8 + cells.len() * 4);
    out.extend(MAGIC);
    for number in [cells.len(), mixtures.len()] {
        out.extend(u32::try_from(number).unwrap_or(0).to_le_bytes());
    }
    out.extend(mixtures.iter().flat_map(|m| m.to_le_bytes()));
    out.extend(cells.iter().flat_map(|c| c.to_le_bytes()));
    out
}
