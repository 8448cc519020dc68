//! Offices that stand for who holds them: `the Foreign Secretary said`.
//!
//! Only in capitals and after an article, so that they name a person and no post. An office of several words stands
//! for itself where the text does not name its holder; one of a single word (`the President`) needs somebody in the
//! text with this title.

use std::ops::Range;

use rustc_hash::FxHashSet;

use super::mention::{Mention, Reader};
use crate::facts::gazetteer::Flags;
use crate::facts::{Key, NameKind, Sentence};

/// The most words of an office.
const LONGEST: usize = 5;

/// Adds the offices that no mention covers. Linear in the tokens.
pub(super) fn add(reader: &Reader<'_>, mentions: &mut Vec<Mention>) {
    let titles: FxHashSet<Key> = mentions
        .iter()
        .filter(|m| m.kind == NameKind::Person)
        .flat_map(|m| m.title.clone())
        .filter_map(|i| reader.token(i))
        .map(|t| t.key)
        .collect();
    let mut more = Vec::new();
    for sentence in reader.analysis.sentences.iter().filter(|s| s.prose) {
        let mut i = sentence.tokens.start as usize;
        while i < sentence.tokens.end as usize {
            let Some(tokens) = office(reader, sentence, i, &titles) else {
                i += 1;
                continue;
            };
            i = tokens.end;
            let mut mention = reader.mention(tokens, NameKind::Person, true);
            mention.is_office = true;
            mention.is_acronym = false;
            more.push(mention);
        }
    }
    more.retain(|office| {
        let from = mentions.partition_point(|m| m.tokens.end <= office.tokens.start);
        mentions
            .get(from)
            .is_none_or(|m| m.tokens.start >= office.tokens.end)
    });
    mentions.extend(more);
    mentions.sort_by_key(|m| m.tokens.start);
}

/// The office that begins at a token, after an article.
fn office(
    reader: &Reader<'_>,
    sentence: &Sentence,
    start: usize,
    titles: &FxHashSet<Key>,
) -> Option<Range<usize>> {
    let before = start.checked_sub(1)?;
    let article = before >= sentence.tokens.start as usize
        && matches!(reader.word(before), "the" | "The" | "his" | "our" | "their");
    if !article || !reader.is_large(start) {
        return None;
    }
    let people = reader.flags(start);
    let country = people.has(Flags::DEMONYM.with(Flags::COUNTRY)) && reader.is_large(start + 1);
    let from = if country { start + 1 } else { start };
    let end = sentence.tokens.end as usize;
    let to = (from + 1..=(from + LONGEST).min(end))
        .rev()
        .find(|&to| reader.is_large(to - 1) && reader.phrase(&(from..to)).has(Flags::TITLE))?;
    let named = reader.is_large(to) || matches!(reader.word(to), "of" | "for" | "'s" | "’s");
    let single = to - from == 1;
    let held = reader.token(from).is_some_and(|t| titles.contains(&t.key));
    (!named && (!single || held && reader.word(from).len() > 4)).then_some(start..to)
}
