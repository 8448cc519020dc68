//! One word, one sense: what a text calls a person thirty times is no place the next time.
//!
//! The tagger judges each mention by its own sentence, and now and then takes a surname for a place or a bank. Where
//! nearly all mentions of a word agree, the others follow (one sense per discourse: Gale, Church, Yarowsky 1992).
//! Countries keep their own.

use rustc_hash::FxHashMap;

use super::mention::{Mention, Reader};
use crate::facts::gazetteer::Flags;
use crate::facts::{Key, NameKind};

/// How many mentions of a word must agree.
const LEAST: u32 = 3;

/// How many times as many as those that do not.
const TIMES: u32 = 3;

/// What is known of one word.
#[derive(Clone, Copy, Debug, Default)]
struct Uses {
    /// Mentions of the word alone, by kind.
    alone: [u32; 5],
    /// Persons in full who have it as their first or last name.
    full: u32,
    /// Persons with a title before it.
    titled: u32,
}

/// Gives all mentions of one word the kind of nearly all. Linear in the mentions.
pub(super) fn settle(reader: &Reader<'_>, mentions: &mut [Mention]) {
    let mut uses: FxHashMap<Key, Uses> = FxHashMap::default();
    for mention in mentions.iter() {
        if let Some(&word) = single(mention) {
            let uses = uses.entry(word).or_default();
            if let Some(count) = uses.alone.get_mut(mention.kind as usize) {
                *count += 1;
            }
            uses.titled += u32::from(!mention.title.is_empty());
        } else if mention.kind == NameKind::Person
            && let (Some(&first), Some(&last)) = (mention.keys.first(), mention.keys.last())
        {
            for word in [first, last] {
                uses.entry(word).or_default().full += 1;
            }
        }
    }
    for mention in mentions {
        let Some(uses) = single(mention).and_then(|word| uses.get(word)) else {
            continue;
        };
        if let Some(kind) = placed(reader, mention, *uses).or_else(|| ruling(*uses))
            && kind != mention.kind
            && !mention.flags.has(Flags::COUNTRY)
        {
            let title = mention.title.clone();
            let prose = mention.prose;
            *mention = reader.mention(mention.tokens.clone(), kind, prose);
            if kind == NameKind::Person {
                mention.title = title;
            }
        }
    }
}

/// The word of a mention of one word that is no short form.
fn single(mention: &Mention) -> Option<&Key> {
    match mention.keys.as_slice() {
        [word] if !mention.is_acronym => Some(word),
        _ => None,
    }
}

/// What a word for a person is elsewhere: a body, where the lists know no such person; a place, where the lists have it for
/// one and for no person, or it stands behind `in`.
fn placed(reader: &Reader<'_>, mention: &Mention, uses: Uses) -> Option<NameKind> {
    let place = Flags::PLACE.with(Flags::CITY).with(Flags::STATE);
    let person = Flags::GIVEN.with(Flags::SURNAME).with(Flags::PERSON);
    let listed = mention.flags.has(place) && !mention.flags.has(person);
    let before = mention.tokens.start.checked_sub(1);
    let inside = before.is_some_and(|i| matches!(reader.word(i), "in" | "In" | "near" | "outside"));
    let once = uses.alone.get(NameKind::Place as usize) > Some(&0);
    let nobody = uses.full + uses.titled == 0;
    if mention.kind != NameKind::Person || !nobody {
        return None;
    }
    // A word that no list has for a person, and that is a body elsewhere: `Tarhuda`.
    let count = |kind: NameKind| uses.alone.get(kind as usize).copied().unwrap_or(0);
    let body = count(NameKind::Organization);
    if body > 0 && body >= count(NameKind::Person) && !mention.flags.has(person) {
        return Some(NameKind::Organization);
    }
    ((listed || inside) && once).then_some(NameKind::Place)
}

/// The kind that rules, if one does.
fn ruling(uses: Uses) -> Option<NameKind> {
    let count = |kind: NameKind| {
        let full = if kind == NameKind::Person {
            uses.full
        } else {
            0
        };
        uses.alone.get(kind as usize).copied().unwrap_or(0) + full
    };
    let all: u32 = uses.alone.iter().sum::<u32>() + uses.full;
    let kind = NameKind::ALL.into_iter().max_by_key(|&k| count(k))?;
    let own = count(kind);
    (own >= LEAST && own >= TIMES * (all - own)).then_some(kind)
}
