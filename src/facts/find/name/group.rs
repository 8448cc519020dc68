//! Armed and political groups that are named by whose they are: `Shiite militias`, `US-led coalition`,
//! `Iraqi security forces`.

use std::ops::Range;

use super::doubt;
use super::mention::{Mention, Reader};
use crate::facts::gazetteer::Flags;
use crate::facts::lexicon::{Words, words};
use crate::facts::{NameKind, Sentence, Tag};

/// What such a group can be.
static GROUPS: Words = words!(
    "militants militia militias coalition forces rebels insurgents fighters guerrillas separatists lawmakers"
);

/// Words that make the group a count of people, or no group.
static LOOSE: Words = words!("other more many some former");

/// Adds the groups that no mention covers, and takes the place of what covers a part. Linear in the tokens.
pub(super) fn add(reader: &Reader<'_>, mentions: &mut Vec<Mention>) {
    let mut found = Vec::new();
    for sentence in reader.analysis.sentences.iter().filter(|s| s.prose) {
        for i in sentence.tokens.start as usize..sentence.tokens.end as usize {
            if let Some(tokens) = group(reader, sentence, i) {
                found.push(tokens);
            }
        }
    }
    for tokens in found {
        let from = mentions.partition_point(|m| m.tokens.end <= tokens.start);
        let to = mentions.partition_point(|m| m.tokens.start < tokens.end);
        if from == to {
            let mention = reader.mention(tokens, NameKind::Organization, true);
            mentions.insert(from, mention);
        }
    }
}

/// The group whose last word stands at a place.
fn group(reader: &Reader<'_>, sentence: &Sentence, last: usize) -> Option<Range<usize>> {
    let is_group = reader.token(last).is_some_and(|t| GROUPS.has(t.key));
    if !is_group || reader.is_large(last) {
        return None;
    }
    let first = sentence.tokens.start as usize;
    let mut start = last;
    while start > first && last - start < 2 && is_between(reader, start - 1) {
        start -= 1;
    }
    let owner = start.checked_sub(1).filter(|&i| i >= first)?;
    owns(reader, owner).then_some(owner..last + 1)
}

/// Whether a small word may stand between whose the group is and what it is: `security`, `armed`.
fn is_between(reader: &Reader<'_>, i: usize) -> bool {
    let loose = reader.token(i).is_some_and(|t| LOOSE.has(t.key));
    matches!(reader.tag(i), Tag::Adj | Tag::Noun) && !reader.is_large(i) && !loose
}

/// Whether a word says whose a group is: a people or a faith, or a name with a participle.
fn owns(reader: &Reader<'_>, i: usize) -> bool {
    let word = reader.word(i);
    let people = reader.is_large(i)
        && reader.flags(i).has(Flags::DEMONYM)
        && reader.flags(i).names() & Flags::CALENDAR.names() == 0;
    let by = word.starts_with(char::is_uppercase)
        && ["-led", "-backed", "-aligned", "-sponsored", "-supported"]
            .iter()
            .any(|end| word.ends_with(end));
    people || by && doubt::is_adjective(word)
}
