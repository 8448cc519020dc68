//! Names: persons, organisations, places, events, and who is who among them.
//!
//! Takes the spans that the name tagger marked, gives a candidate for each mention, with the number of its entity:
//! titles and articles are taken off (`mention`), events are known by their words (`event`), the same words elsewhere
//! are mentions too (`spread`), and offices that stand for their holders (`office`); mentions are joined to entities by exact rules (`link`), each entity has one kind, that which its mentions speak for most
//! (`vote`), and gets its role from the words around (`role`). Products, works and peoples are known, so that they are
//! taken for nothing else, and left out. Deliberately absent: pronouns, and descriptions without a name.

mod acronym;
mod context;
mod doubt;
mod event;
mod full;
mod group;
mod join;
mod link;
mod mention;
mod office;
mod program;
mod region;
mod role;
mod sense;
mod split;
mod spread;
mod team;
mod vote;

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::facts::gazetteer::Flags;
use crate::facts::{Analysis, Candidate, Kind, NameKind, Value};
use crate::text::Span;
use mention::{Mention, Reader};

/// Proposes the names of the document. Linear in its names and tokens.
pub(super) fn find(analysis: &Analysis<'_>, out: &mut Vec<Candidate>) {
    let reader = Reader::new(analysis);
    let mut mentions = mention::collect(&reader);
    let things = doubt::explained(&reader);
    mentions.retain(|m| !matches!(m.keys.as_slice(), [key] if things.contains(key)));
    sense::settle(&reader, &mut mentions);
    event::add(&reader, &mut mentions);
    spread::add(&reader, &mut mentions);
    office::add(&reader, &mut mentions);
    group::add(&reader, &mut mentions);
    join::join(&reader, &mut mentions);
    let short = acronym::pairs(&reader, &mentions);
    let entities = link::link(&reader, &mentions, &short);
    let votes = vote::kinds(&reader, &mentions, &entities);
    let portraits = portraits(&reader, &mentions, &entities, &votes);
    for (mention, entity) in mentions.iter().zip(&entities) {
        let Some(portrait) = portraits.get(entity) else {
            continue;
        };
        out.push(Candidate {
            kind: portrait.kind,
            span: reader.span(&region::around(&reader, &mention.tokens, portrait.kind)),
            subject: None,
            value: Value::Name {
                canonical: reader.span(&portrait.canonical),
                role: portrait.role,
                acronym: portrait.acronym,
            },
            entity: Some(*entity),
            confidence: portrait.confidence,
        });
    }
}

/// What all mentions of an entity share.
struct Portrait {
    kind: Kind,
    canonical: Range<usize>,
    role: Option<Span>,
    acronym: Option<Span>,
    confidence: f32,
    flags: Flags,
}

/// The entities that are shown.
fn portraits(
    reader: &Reader<'_>,
    mentions: &[Mention],
    entities: &[u32],
    votes: &FxHashMap<u32, (NameKind, f32)>,
) -> FxHashMap<u32, Portrait> {
    let mut out: FxHashMap<u32, Portrait> = FxHashMap::default();
    let bare = general(reader, mentions, entities);
    let full = full::forms(mentions, entities);
    for (i, (mention, &entity)) in mentions.iter().zip(entities).enumerate() {
        let Some(&(kind, confidence)) = votes.get(&entity) else {
            continue;
        };
        let Some(kind) = shown(kind).filter(|_| !bare.contains(&entity)) else {
            continue;
        };
        let portrait = out.entry(entity).or_insert(Portrait {
            kind,
            canonical: mention.tokens.clone(),
            role: None,
            acronym: None,
            confidence,
            flags: mention.flags,
        });
        if full.get(&entity) == Some(&i) {
            portrait.canonical = mention.tokens.clone();
            portrait.flags = mention.flags;
        }
        if kind == Kind::Person && portrait.role.is_none() {
            portrait.role = role::of(reader, mention);
        }
        if portrait.acronym.is_none() && mention.is_acronym {
            portrait.acronym = Some(reader.span(&mention.tokens));
        }
    }
    if program::is_technical(reader.analysis) {
        out.retain(|_, p| !program::may_be(reader, p.kind, &p.canonical, p.flags));
    }
    for portrait in out.values_mut() {
        let canonical = reader.span(&portrait.canonical);
        let words = |span: Span| reader.analysis.slice(span);
        // "GARLAND" in a heading is no acronym of Merrick Garland.
        let is_word = |a: Span| {
            let mut all = words(canonical).split_whitespace();
            all.any(|word| word.to_lowercase() == words(a).to_lowercase())
        };
        portrait.acronym = portrait.acronym.filter(|&a| !is_word(a));
    }
    out
}

/// The entities that are only ever called by a common word: `the House`, `the Pass`. Which one, the text does not say.
fn general(reader: &Reader<'_>, mentions: &[Mention], entities: &[u32]) -> FxHashSet<u32> {
    let listed = Flags::ORGANIZATION.with(Flags::PLACE).with(Flags::CITY);
    let mut out: FxHashMap<u32, bool> = FxHashMap::default();
    for (mention, &entity) in mentions.iter().zip(entities) {
        let general = mention.tokens.len() == 1
            && reader.flags(mention.tokens.start).has(Flags::PLACE_HEAD)
            && !mention.flags.has(listed.with(Flags::BRAND));
        *out.entry(entity).or_insert(true) &= general;
    }
    out.into_iter().filter(|e| e.1).map(|e| e.0).collect()
}

/// The kind of fact that a kind of name makes.
const fn shown(kind: NameKind) -> Option<Kind> {
    match kind {
        NameKind::Person => Some(Kind::Person),
        NameKind::Organization => Some(Kind::Organization),
        NameKind::Place => Some(Kind::Place),
        NameKind::Event => Some(Kind::Event),
        NameKind::Other => None,
    }
}

#[cfg(test)]
mod tests;
