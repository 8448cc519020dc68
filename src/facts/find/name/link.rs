//! Who is who: mentions of one thing get one number.
//!
//! In order: the same words; the same country by any of its names; short forms; a surname or given name to the last
//! full name that has it; a full name to one with the same ends; a company without its suffix; a place with its
//! country. A mention joins the latest entity that fits; a surname that several have, to the one who was named most.

use rustc_hash::FxHashMap;

use super::mention::{self, Mention, Reader};
use crate::facts::find::attribution::{Gender, gender};
use crate::facts::gazetteer::Flags;
use crate::facts::{Case, Key, NameKind};

/// A forest of mentions; the root of a tree has its number.
struct Forest {
    parent: Vec<usize>,
}

impl Forest {
    fn root(&self, mut i: usize) -> usize {
        while let Some(&up) = self.parent.get(i) {
            if up == i {
                break;
            }
            i = up;
        }
        i
    }

    /// Joins two trees; the one that begins earlier is the root.
    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        if let Some(cell) = self.parent.get_mut(a.max(b)) {
            *cell = a.min(b);
        }
        // Short paths: mentions are joined to roots only.
    }
}

/// The number of the entity of each mention.
pub(super) fn link(
    reader: &Reader<'_>,
    mentions: &[Mention],
    short: &[(usize, usize)],
) -> Vec<u32> {
    let mut forest = Forest {
        parent: (0..mentions.len()).collect(),
    };
    let mut countries: FxHashMap<u8, usize> = FxHashMap::default();
    let mut same: FxHashMap<(&[Key], bool, Option<Gender>), usize> = FxHashMap::default();
    for (i, mention) in mentions.iter().enumerate() {
        let country = mention.flags.country();
        if country != 0 && mention.flags.has(Flags::COUNTRY) && mention.kind != NameKind::Person {
            forest.join(*countries.entry(country).or_insert(i), i);
        }
        let person = mention.kind == NameKind::Person;
        // One word may be a surname here and a place there; more words, or capitals alone, name one thing.
        let surname = person && mention.keys.len() == 1 && !mention.is_acronym;
        let address = if surname {
            address(reader, mention)
        } else {
            None
        };
        let key = (mention.keys.as_slice(), surname, address);
        forest.join(*same.entry(key).or_insert(i), i);
    }
    for &(long, short) in short {
        forest.join(long, short);
    }
    persons(reader, mentions, &mut forest);
    offices(reader, mentions, &mut forest);
    bodies(reader, mentions, &mut forest);
    heads(reader, mentions, &mut forest);
    (0..mentions.len())
        .map(|i| u32::try_from(forest.root(i)).unwrap_or(u32::MAX))
        .collect()
}

/// Surnames, given names and fuller forms of persons.
fn persons(reader: &Reader<'_>, mentions: &[Mention], forest: &mut Forest) {
    let mut by_last: FxHashMap<Key, Bearers> = FxHashMap::default();
    let mut by_first: FxHashMap<Key, usize> = FxHashMap::default();
    let mut waiting: FxHashMap<Called, usize> = FxHashMap::default();
    // Mentions of one word are one already, so that they have one fuller form: the first, or two people would be one.
    let mut settled: FxHashMap<Called, usize> = FxHashMap::default();
    for (i, mention) in mentions.iter().enumerate() {
        if mention.kind != NameKind::Person || mention.is_office {
            continue;
        }
        let names = proper(reader, mention);
        let (Some(&first), Some(&last)) = (names.first(), names.last()) else {
            continue;
        };
        if names.len() == 1 {
            let title = !mention.title.is_empty();
            let address = address(reader, mention);
            let called = (last, address);
            let full = by_last
                .get(&last)
                .and_then(|b| b.likeliest(address))
                .or_else(|| by_first.get(&last).filter(|_| !title).copied());
            match full {
                Some(full) => forest.join(*settled.entry(called).or_insert(full), i),
                None => {
                    waiting.entry(called).or_insert(i);
                }
            }
            continue;
        }
        if let Some(other) = by_last.get(&last).map(|b| b.latest) {
            let others = mentions
                .get(other)
                .map(|m| proper(reader, m))
                .unwrap_or_default();
            let within = |some: &[Key], all: &[Key]| some.iter().all(|k| all.contains(k));
            if others.first().is_some_and(|&o| o == first)
                || others.len() > 1 && (within(&names, &others) || within(&others, &names))
                || initial(reader, mentions, other, mention)
            {
                forest.join(other, i);
            }
        }
        // A surname in a title or before its full form.
        for address in [None, Some(Gender::He), Some(Gender::She)] {
            let called = (last, address);
            if may_be(first, address)
                && let Some(early) = waiting.remove(&called)
            {
                settled.insert(called, i);
                forest.join(early, i);
            }
        }
        by_last.entry(last).or_default().add(first, i);
        by_first.insert(first, i);
    }
    // Nobody is named in full: `Hall` and `Mr. Hall` are one, unless there is a Mrs. Hall too.
    for (&(last, _), &bare) in waiting.iter().filter(|(called, _)| called.1.is_none()) {
        let named = |g: Gender| waiting.get(&(last, Some(g))).copied();
        if let (Some(one), None) | (None, Some(one)) = (named(Gender::He), named(Gender::She)) {
            forest.join(bare, one);
        }
    }
}

/// Those who are named in full with one surname.
#[derive(Debug, Default)]
struct Bearers {
    latest: usize,
    /// Their first names, with their latest mentions and how often each was named.
    all: Vec<(Key, usize, u32)>,
}

impl Bearers {
    fn add(&mut self, first: Key, mention: usize) {
        self.latest = mention;
        match self.all.iter_mut().find(|b| b.0 == first) {
            Some((_, latest, times)) => (*latest, *times) = (mention, *times + 1),
            None => self.all.push((first, mention, 1)),
        }
    }

    /// Whom the surname alone means, with this form of address: who was named most, of equals the latest.
    fn likeliest(&self, address: Option<Gender>) -> Option<usize> {
        let fit = self.all.iter().filter(|b| may_be(b.0, address));
        fit.max_by_key(|b| (b.2, b.1)).map(|b| b.1)
    }
}

/// A surname alone and its form of address.
type Called = (Key, Option<Gender>);

/// Whether somebody of this first name may be addressed so.
fn may_be(first: Key, address: Option<Gender>) -> bool {
    address.is_none_or(|a| gender(first).is_none_or(|g| g == a))
}

/// Whether a mention is addressed as a man or a woman: `Mrs. Berg`.
fn address(reader: &Reader<'_>, mention: &Mention) -> Option<Gender> {
    // The tagger may leave the title out of the name.
    let start = mention.title.start;
    let mut title = start.saturating_sub(1)..mention.title.end.max(start);
    title.find_map(|i| gender(reader.token(i).filter(|t| t.case == Case::Title)?.key))
}

/// Offices to the latest person who has the title, else to the next.
fn offices(reader: &Reader<'_>, mentions: &[Mention], forest: &mut Forest) {
    let title = |m: &Mention| -> Vec<Key> {
        let tokens = m.title.clone().filter_map(|i| reader.token(i));
        tokens.map(|t| t.key).collect()
    };
    let holders: Vec<(usize, Vec<Key>)> = mentions
        .iter()
        .enumerate()
        .filter(|(_, m)| m.kind == NameKind::Person && !m.title.is_empty())
        .map(|(i, m)| (i, title(m)))
        .collect();
    for (i, mention) in mentions.iter().enumerate().filter(|(_, m)| m.is_office) {
        let fits = |(_, title): &&(usize, Vec<Key>)| {
            title.ends_with(&mention.keys) || mention.keys.ends_with(title)
        };
        let split = holders.partition_point(|h| h.0 < i);
        let (before, after) = holders.split_at(split);
        let holder = before
            .iter()
            .rev()
            .find(fits)
            .or_else(|| after.iter().find(fits));
        if let Some(&(holder, _)) = holder {
            forest.join(holder, i);
        }
    }
}

/// The words of a name without `Jr`, `Sr`, honours, full stops and figures.
fn proper(reader: &Reader<'_>, mention: &Mention) -> Vec<Key> {
    let suffixes = ["jr", "sr", "jr.", "sr.", "ii", "iii", "iv"].map(Key::of);
    let mut tokens: Vec<usize> = (mention.tokens.clone())
        .filter(|&i| reader.is_large(i))
        .filter(|&i| reader.token(i).is_some_and(|t| !suffixes.contains(&t.key)))
        .collect();
    // Honours and degrees: `Jane Brook DBE RA`.
    let honour = |&i: &usize| {
        let short = (2..=4).contains(&reader.word(i).len());
        short && reader.token(i).is_some_and(|t| t.case == Case::Upper)
    };
    while tokens.len() > 2 && !mention.is_capitals && tokens.last().is_some_and(honour) {
        tokens.pop();
    }
    let key = |i: usize| reader.token(i).map(|t| t.key);
    tokens.into_iter().filter_map(key).collect()
}

/// Whether one of two names with the same surname gives only the initial of the other's first name.
fn initial(reader: &Reader<'_>, mentions: &[Mention], other: usize, mention: &Mention) -> bool {
    let first = |m: &Mention| reader.word(m.tokens.start).trim_end_matches('.').to_owned();
    let (Some(a), b) = (mentions.get(other).map(first), first(mention)) else {
        return false;
    };
    let short = |s: &str| s.chars().count() == 1 || s.contains('.');
    (short(&a) || short(&b)) && a.chars().next() == b.chars().next()
}

/// What is named by the head of its name alone (`the League` after `Redheaded League`), to the latest that has it.
fn heads(reader: &Reader<'_>, mentions: &[Mention], forest: &mut Forest) {
    let mut latest: FxHashMap<Key, usize> = FxHashMap::default();
    for (i, mention) in mentions.iter().enumerate() {
        if mention.kind == NameKind::Person {
            continue;
        }
        match mention.keys.as_slice() {
            [word] => {
                if let Some(&long) = latest.get(word)
                    && mention::is_general(reader, mention)
                {
                    forest.join(long, i);
                }
            }
            _ => {
                if let Some(head) =
                    mention::head(reader, &mention.tokens).and_then(|h| reader.token(h))
                {
                    latest.insert(head.key, i);
                }
            }
        }
    }
}

/// Organisations without their suffix, and places with what they lie in.
fn bodies(reader: &Reader<'_>, mentions: &[Mention], forest: &mut Forest) {
    let mut short: FxHashMap<&[Key], usize> = FxHashMap::default();
    for (i, mention) in mentions.iter().enumerate() {
        if mention.kind != NameKind::Person {
            short.entry(mention.keys.as_slice()).or_insert(i);
        }
    }
    for (i, mention) in mentions.iter().enumerate() {
        if mention.kind == NameKind::Person || mention.keys.len() < 2 {
            continue;
        }
        let mut keep = mention.keys.len();
        while keep > 1 && trailing(reader, mention, keep - 1) {
            keep -= 1;
        }
        if keep < mention.keys.len()
            && let Some(&other) = mention.keys.get(..keep).and_then(|k| short.get(k))
            && mentions.get(other).is_some_and(|short| {
                !is_named_after(mention, short) && !is_another(reader, mention, keep, short)
            })
        {
            forest.join(other, i);
        }
    }
}

/// Whether an organisation has its name from a country or town that the text names too: `Norway Airlines`, `Norway`.
fn is_named_after(mention: &Mention, short: &Mention) -> bool {
    let place = Flags::COUNTRY.with(Flags::CITY).with(Flags::STATE);
    mention.kind == NameKind::Organization
        && short.flags.has(place)
        && !short.flags.has(Flags::BRAND)
}

/// Whether a place with a further word is another one than without it: `West Virginia`, `Kansas City`.
fn is_another(reader: &Reader<'_>, mention: &Mention, keep: usize, short: &Mention) -> bool {
    let comma = reader.word(mention.tokens.start + keep) == ",";
    mention.kind == NameKind::Place && !comma && !short.flags.has(Flags::CITY)
}

/// Whether a word of a name adds nothing to who is meant: `Inc.`, the state behind a city.
fn trailing(reader: &Reader<'_>, mention: &Mention, word: usize) -> bool {
    let at = mention.tokens.start + word;
    let flags = reader.flags(at);
    match mention.kind {
        NameKind::Organization => {
            flags.has(Flags::COMPANY) || matches!(reader.word(at), "." | "&" | ",")
        }
        NameKind::Place => flags.has(Flags::STATE) || matches!(reader.word(at), "," | "City"),
        _ => false,
    }
}
