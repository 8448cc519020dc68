//! Events by their names: `World War II`, `Lantern Festival`, `Hurricane Ida`, `Battle of Hastings`.
//!
//! The corpora hold few events, so that the tagger knows them badly; but their names say what they are. A run of
//! capitalised words is an event where a list has it, where it ends with a word such as `Festival`, or begins with one
//! such as `Hurricane`. Titles of works and names that are larger than the event are left alone.

use std::ops::Range;

use super::mention::{Mention, Reader};
use crate::facts::gazetteer::Flags;
use crate::facts::lexicon::{Words, words};
use crate::facts::{NameKind, Sentence, Tag};

/// Words that end the name of an event and seldom that of anything else.
static LAST: Words = words!(
    "awards battle carnival championship championships contest cup derby earthquake epidemic expo fair famine festival \
     finals genocide invasion marathon massacre olympics pageant pandemic paralympics prix rebellion referendum regatta \
     revolt revolution riots siege summit symposium tournament tsunami uprising war"
);

/// Words that begin it, followed by a name.
static FIRST: Words = words!("hurricane cyclone typhoon superstorm operation");

/// Words that begin it, followed by `of` and a name.
static FIRST_OF: Words = words!("battle siege");

/// Puts events in place of what the tagger took their words for. Linear in the tokens.
pub(super) fn add(reader: &Reader<'_>, mentions: &mut Vec<Mention>) {
    let mut found: Vec<(Range<usize>, bool)> = Vec::new();
    for sentence in &reader.analysis.sentences {
        scan(reader, sentence, &mut found);
    }
    let mut events = Vec::new();
    for (tokens, prose) in found {
        let from = mentions.partition_point(|m| m.tokens.end <= tokens.start);
        let to = mentions.partition_point(|m| m.tokens.start < tokens.end);
        let over = mentions.get(from..to).unwrap_or_default();
        let larger = |m: &Mention| m.title.start < tokens.start || m.tokens.end > tokens.end;
        if over.iter().any(larger) {
            continue;
        }
        mentions.drain(from..to);
        events.push(reader.mention(tokens, NameKind::Event, prose));
    }
    mentions.extend(events);
    mentions.sort_by_key(|m| m.tokens.start);
}

/// The events of one sentence.
fn scan(reader: &Reader<'_>, sentence: &Sentence, found: &mut Vec<(Range<usize>, bool)>) {
    let end = sentence.tokens.end as usize;
    let mut i = sentence.tokens.start as usize;
    while i < end {
        if !reader.is_large(i) {
            i += 1;
            continue;
        }
        let mut chunk = i..i + 1;
        while chunk.end < end && reader.is_large(chunk.end) {
            chunk.end += 1;
        }
        i = chunk.end;
        let event = listed(reader, &chunk, end).or_else(|| {
            // In a headline most words are large, and say nothing by it.
            sentence.prose.then(|| told(reader, &chunk, end)).flatten()
        });
        if let Some(event) = event {
            i = i.max(event.end);
            found.push((event, sentence.prose));
        }
    }
}

/// The longest name in the chunk that the list of events has; it may end behind the chunk: `Tour de France`.
fn listed(reader: &Reader<'_>, chunk: &Range<usize>, end: usize) -> Option<Range<usize>> {
    let only = |range: &Range<usize>| {
        let flags = reader.phrase(range);
        let others = Flags::PLACE.with(Flags::CITY).with(Flags::ORGANIZATION);
        flags.has(Flags::EVENT) && !flags.has(others)
    };
    let starts = chunk
        .clone()
        .filter(|&s| reader.flags(s).has(Flags::PREFIX));
    let phrase = |start: usize| {
        let ends = (start + 2..=(start + 6).min(end)).rev();
        ends.map(|e| start..e)
            .find(|range| reader.is_large(range.end - 1) && only(range))
    };
    starts.into_iter().find_map(phrase).or_else(|| {
        let mut single = chunk.clone().map(|s| s..s + 1);
        single.find(|range| {
            let word = reader.word(range.start);
            chunk.len() == 1 && word.ends_with("WII") | word.ends_with("WI") && only(range)
        })
    })
}

/// The name in the chunk whose first or last word tells that it is an event.
fn told(reader: &Reader<'_>, chunk: &Range<usize>, end: usize) -> Option<Range<usize>> {
    let key = |i: usize| reader.token(i).map(|t| t.key);
    let has = |list: Words, i: usize| key(i).is_some_and(|k| list.has(k));
    let mut chunk = chunk.clone();
    let small = |i: usize| {
        matches!(
            reader.tag(i),
            Tag::Det
                | Tag::Adp
                | Tag::Sconj
                | Tag::Cconj
                | Tag::Pron
                | Tag::Aux
                | Tag::Adv
                | Tag::Verb
        )
    };
    while chunk.len() > 1 && small(chunk.start) {
        chunk.start += 1;
    }
    let last = chunk.end - 1;
    if has(FIRST_OF, last) && reader.word(chunk.end) == "of" {
        let mut to = chunk.end + 1;
        while to < end && reader.is_large(to) {
            to += 1;
        }
        return (to > chunk.end + 1).then_some(last..to);
    }
    if chunk.len() < 2 || reader.phrase(&chunk).has(Flags::ORGANIZATION) {
        return None;
    }
    if let Some(first) = chunk.clone().find(|&i| has(FIRST, i)).filter(|&i| i < last) {
        return Some(first..chunk.end);
    }
    has(LAST, last).then_some(chunk)
}
