//! Roles: what a person is, by the words before the name or behind it.

use std::ops::Range;

use super::mention::{Mention, Reader};
use crate::facts::gazetteer::Flags;
use crate::facts::lexicon::{Words, words};
use crate::facts::{Shape, Tag};
use crate::text::Span;

/// How many words a role may have before the name.
const BEFORE: usize = 6;

/// How many words of an apposition are read.
const BEHIND: usize = 14;

/// Titles that anybody may have, which say nothing of what a person is.
static ADDRESS: Words = words!(
    "mister missus mistress master madam madame mademoiselle monsieur señor señora señorita senor senora senorita signor \
     signora signorina mynheer lady gentleman"
);

/// Adjectives that say how somebody holds an office.
static STANDING: Words = words!(
    "former then late current acting deputy interim outgoing incoming new first second third longtime assistant senior \
     junior chief vice honorary retired newly-elected"
);

/// The role that stands with a mention: `Defense Secretary` before it, `executive director of the party` behind it.
pub(super) fn of(reader: &Reader<'_>, mention: &Mention) -> Option<Span> {
    let sentence = sentence(reader, mention)?;
    before(reader, mention, &sentence)
        .or_else(|| behind(reader, mention, &sentence))
        .map(|range| reader.span(&range))
}

/// The tokens of the sentence around a mention.
fn sentence(reader: &Reader<'_>, mention: &Mention) -> Option<Range<usize>> {
    let at = reader.token(mention.tokens.start)?.span().start;
    let id = reader.analysis.sentence_at(at)?;
    let sentence = reader.analysis.sentences.get(id.get())?;
    Some(sentence.tokens.start as usize..sentence.tokens.end as usize)
}

/// A title or a role right before the name, with the words that belong to it.
fn before(reader: &Reader<'_>, mention: &Mention, sentence: &Range<usize>) -> Option<Range<usize>> {
    let end = mention.tokens.start;
    let mut start = end;
    while start > sentence.start && end - start < BEFORE {
        let at = start - 1;
        let flags = reader.flags(at);
        let word = flags.has(Flags::TITLE.with(Flags::ROLE));
        let part = start < end
            && (matches!(reader.tag(at), Tag::Adj | Tag::Noun | Tag::Propn)
                && reader.token(at).is_some_and(|t| t.shape == Shape::Word));
        let stop = reader.word(at) == "."
            && start == end
            && at > sentence.start
            && reader.flags(at - 1).has(Flags::TITLE);
        if !(word || part || stop) {
            break;
        }
        start = at;
    }
    // "University of Oslo Student Society president": of a longer name only the office is taken
    let cut = start > sentence.start
        && reader.tag(start - 1) != Tag::Det
        && reader.is_large(start)
        && (reader.is_large(start - 1)
            || reader.word(start - 1) == "of"
                && start > sentence.start + 1
                && reader.is_large(start - 2));
    let office = Flags::ROLE.with(Flags::TITLE);
    while cut && start < end && !reader.flags(start).has(office) {
        start += 1;
    }
    // "the group views President Hall": a verb taken for a noun
    let small = |i: usize| reader.tag(i) == Tag::Noun && !reader.is_large(i);
    while start + 1 < end
        && small(start)
        && !reader.flags(start).has(office)
        && reader.is_large(start + 1)
    {
        start += 1;
    }
    // "the real Prince": the adjective is no part of the office
    let quality = |i: usize| {
        reader.tag(i) == Tag::Adj
            && !reader.is_large(i)
            && reader.token(i).is_some_and(|t| !STANDING.has(t.key))
    };
    while start + 1 < end && quality(start) && reader.is_large(start + 1) {
        start += 1;
    }
    // "interior and overseas minister"
    let paired = start >= sentence.start + 2
        && start < end
        && reader.word(start - 1) == "and"
        && !reader.is_large(start)
        && matches!(reader.tag(start - 2), Tag::Adj | Tag::Noun)
        && !reader.is_large(start - 2);
    if paired && !reader.flags(start).has(office) && !reader.flags(start - 2).has(office) {
        start -= 2;
    }
    let told = (start..end).any(|i| {
        let address = reader.token(i).is_some_and(|t| ADDRESS.has(t.key));
        reader.flags(i).has(Flags::ROLE)
            || (reader.flags(i).has(Flags::TITLE) && reader.word(i).chars().count() > 4 && !address)
    });
    // "Secretary Hall": of what, it does not say
    let bare = start + 1 == end && reader.word(start) == "Secretary";
    (start < end && told && !bare).then_some(start..end)
}

/// An apposition: `, the company's chief economist,`.
fn behind(reader: &Reader<'_>, mention: &Mention, sentence: &Range<usize>) -> Option<Range<usize>> {
    let comma = mention.tokens.end;
    if reader.word(comma) != "," {
        return None;
    }
    let mut start = comma + 1;
    if reader.tag(start) == Tag::Det {
        start += 1;
    }
    let limit = sentence.end.min(start + BEHIND);
    let end = (start..limit).find(|&i| {
        matches!(
            reader.word(i),
            "," | "." | ";" | ":" | "(" | ")" | "—" | "–" | "\"" | "“" | "”"
        ) || matches!(reader.tag(i), Tag::Verb | Tag::Aux | Tag::Pron | Tag::Sconj)
    })?;
    let head = (start..end)
        .position(|i| reader.tag(i) == Tag::Adp)
        .map_or(end, |p| start + p);
    let told = (start..head.min(start + 6)).any(|i| reader.flags(i).has(Flags::ROLE));
    // "Hall, and the director", "Hall, Brook's adviser Stone": of another
    let other = matches!(reader.word(start), "and" | "or" | "but")
        || (start..head).any(|i| reader.flags(i).has(Flags::GIVEN) && reader.is_large(i));
    let mut end = end;
    while end > start
        && matches!(
            reader.tag(end - 1),
            Tag::Adv | Tag::Adp | Tag::Cconj | Tag::Det
        )
    {
        end -= 1;
    }
    // "anchor of NBC's | “Evening Show”"
    if end > start
        && reader
            .token(end - 1)
            .is_some_and(|t| t.shape == Shape::Possessive)
    {
        end = head;
    }
    (told && !other && start < end).then_some(start..end)
}
