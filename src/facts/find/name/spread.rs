//! The same words elsewhere: a name that the tagger knew in one place and missed in another.

use rustc_hash::{FxHashMap, FxHashSet};

use super::mention::{Mention, Reader};
use crate::facts::gazetteer::Flags;
use crate::facts::{Case, Key, NameKind, Shape, Tag};

/// Adds mentions of known names where the tagger saw none. Linear in the tokens.
pub(super) fn add(reader: &Reader<'_>, mentions: &mut Vec<Mention>) {
    let tokens = &reader.analysis.tokens;
    let mut small: FxHashSet<Key> = FxHashSet::default();
    for token in tokens {
        if token.shape == Shape::Word && token.case == Case::Lower {
            small.insert(token.key);
        }
    }
    // By first word: the names that may be looked for, the longest first.
    let mut known: FxHashMap<Key, Vec<(Vec<Key>, NameKind)>> = FxHashMap::default();
    for mention in mentions.iter() {
        let Some(&first) = mention.keys.first() else {
            continue;
        };
        // A single letter stands for too much else.
        let word = reader.word(mention.tokens.start);
        let short = word.chars().filter(|c| c.is_alphabetic()).count() < 2;
        let sure = mention.keys.len() > 1 || (!short && !small.contains(&first));
        let list = known.entry(first).or_default();
        if sure && !list.iter().any(|(keys, _)| *keys == mention.keys) {
            list.push((mention.keys.clone(), mention.kind));
        }
    }
    // The surname of a person who is named in full.
    for mention in mentions.iter().filter(|m| m.kind == NameKind::Person) {
        if let (Some(&last), true) = (mention.keys.last(), mention.keys.len() > 1)
            && !small.contains(&last)
            && reader.is_large(mention.tokens.end - 1)
            && (mention.is_capitals || !is_capitals(reader, mention.tokens.end - 1))
            && reader.word(mention.tokens.end - 1).chars().count() > 2
        {
            let list = known.entry(last).or_default();
            if !list.iter().any(|(keys, _)| *keys == [last]) {
                list.push((vec![last], NameKind::Person));
            }
        }
    }
    for list in known.values_mut() {
        list.sort_by_key(|(keys, _)| std::cmp::Reverse(keys.len()));
    }
    let mut taken = vec![false; tokens.len()];
    for i in mentions.iter().flat_map(|m| m.title.start..m.tokens.end) {
        if let Some(cell) = taken.get_mut(i) {
            *cell = true;
        }
    }
    let mut more = Vec::new();
    for sentence in &reader.analysis.sentences {
        let end = sentence.tokens.end as usize;
        let mut i = sentence.tokens.start as usize;
        while i < end {
            let free = |i: usize| taken.get(i) == Some(&false);
            let length = (free(i) && reader.is_large(i)).then(|| {
                let list = known.get(&reader.token(i)?.key)?;
                let fits = |keys: &[Key]| {
                    i + keys.len() <= end
                        && reader.is_large((i + keys.len()).saturating_sub(1))
                        && keys.iter().zip(i..).all(|(&key, at)| {
                            free(at) && reader.token(at).is_some_and(|t| t.key == key)
                        })
                };
                list.iter()
                    .find(|(keys, _)| fits(keys) && alone(reader, i, keys.len()))
            });
            let Some((keys, kind)) = length.flatten() else {
                i += 1;
                continue;
            };
            let mut mention = reader.mention(i..i + keys.len(), *kind, sentence.prose);
            mention.tagged = false;
            i += keys.len();
            more.push(mention);
        }
    }
    mentions.extend(more);
    mentions.sort_by_key(|m| m.tokens.start);
}

/// Whether a word is in capitals, as no surname is beside a given name in small letters.
fn is_capitals(reader: &Reader<'_>, at: usize) -> bool {
    reader.token(at).is_some_and(|t| t.case == Case::Upper)
}

/// Whether these tokens are not a part of a longer name that the tagger thought to be none: `Paris` in `Paris Match`.
fn alone(reader: &Reader<'_>, from: usize, length: usize) -> bool {
    let proper = |i: usize| {
        reader.is_large(i)
            && reader.tag(i) == Tag::Propn
            && reader.token(i).is_some_and(|t| t.spaced)
    };
    let named = |i: usize| proper(i) && !reader.flags(i).has(Flags::TITLE);
    !(length == 1 && (proper(from + 1) || from.checked_sub(1).is_some_and(named)))
}
