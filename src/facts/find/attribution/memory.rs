//! Whom a pronoun stands for: the last one who spoke or was a subject, and fits.
//!
//! Takes the subjects and sources of the sentences in the order of the text; a pronoun is answered with the latest
//! of them that agrees in number and, as far as names and titles tell, in gender. Looks back a few sentences only.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::lexicon::Classes;
use super::reading::Reading;
use crate::facts::Tag;

/// How many sentences back a pronoun may look.
const REACH: usize = 12;

/// What a pronoun can stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sort {
    He,
    She,
    Person,
    Thing,
    Many,
}

/// Those who were spoken of.
#[derive(Debug, Default)]
pub(super) struct Memory<'a> {
    seen: Vec<(usize, Range<usize>, Sort)>,
    known: FxHashMap<&'a str, Sort>,
}

impl<'a> Memory<'a> {
    /// Notes a phrase as the subject or source of the sentence `turn`. Pronouns are not noted.
    pub(super) fn note(&mut self, r: &Reading<'a>, turn: usize, name: &Range<usize>) {
        if pronoun(r, name).is_some() || self.seen.last().is_some_and(|s| s.1 == *name) {
            return;
        }
        let last = surname(r, name);
        let mut sort = sort(r, name);
        match (sort, last) {
            (Sort::He | Sort::She, Some(last)) => {
                self.known.insert(last, sort);
            }
            (Sort::Person, Some(last)) => {
                if let Some(&known) = self.known.get(last) {
                    sort = known;
                }
            }
            _ => {}
        }
        self.seen.push((turn, name.clone(), sort));
    }

    /// The phrase that a pronoun in the sentence `turn` stands for, if one fits; it is noted as spoken of again.
    pub(super) fn resolve(
        &mut self,
        r: &Reading<'a>,
        turn: usize,
        name: &Range<usize>,
    ) -> Option<Range<usize>> {
        let want = pronoun(r, name)?;
        let found = self.recall(r, turn, name)?;
        if matches!(want, Sort::He | Sort::She)
            && let Some(last) = surname(r, &found)
            && r.is(found.end - 1, Classes::NAME)
        {
            self.known.entry(last).or_insert(want);
        }
        self.seen.push((turn, found.clone(), want));
        Some(found)
    }

    /// The same without noting anything: for looking back when all has been read. O(log subjects + those looked at).
    pub(super) fn recall(
        &self,
        r: &Reading<'_>,
        turn: usize,
        name: &Range<usize>,
    ) -> Option<Range<usize>> {
        let want = pronoun(r, name)?;
        let until = self.seen.partition_point(|s| s.0 <= turn);
        let seen = self.seen.get(..until).unwrap_or_default();
        let found = seen
            .iter()
            .rev()
            .take_while(|s| s.0 + REACH >= turn)
            .filter(|s| s.1.end <= name.start)
            .find(|s| fits(want, s.2))?;
        Some(found.1.clone())
    }
}

/// What a pronoun asks for; none for anything else and for `I`, `we`, `you`.
fn pronoun(r: &Reading<'_>, name: &Range<usize>) -> Option<Sort> {
    if name.len() != 1 {
        return None;
    }
    match r
        .word(name.start)
        .split(['\'', '’'])
        .next()?
        .to_ascii_lowercase()
        .as_str()
    {
        "he" | "his" | "him" => Some(Sort::He),
        "she" | "her" => Some(Sort::She),
        "they" | "their" | "them" => Some(Sort::Many),
        "it" | "its" => Some(Sort::Thing),
        _ => None,
    }
}

fn fits(want: Sort, have: Sort) -> bool {
    want == have || have == Sort::Person && matches!(want, Sort::He | Sort::She)
}

/// The last word of a name.
fn surname<'a>(r: &Reading<'a>, name: &Range<usize>) -> Option<&'a str> {
    let last = name.clone().rev().find(|&i| r.is(i, Classes::NAME))?;
    Some(r.word(last))
}

/// What a phrase names, as far as its words tell.
fn sort(r: &Reading<'_>, name: &Range<usize>) -> Sort {
    let end = name
        .clone()
        .skip(1)
        .find(|&i| {
            r.is(i, Classes::PREP.or(Classes::COMMA).or(Classes::RELATIVE))
                && !r.is(i, Classes::NAME)
        })
        .unwrap_or(name.end);
    let head = end.saturating_sub(1);
    let has = |c: Classes| (name.start..end).any(|i| r.is(i, c));
    if name.clone().any(|i| r.says(i, "and")) && (name.start..end).any(|i| r.says(i, "and")) {
        return Sort::Many;
    }
    let word = r.word(head);
    // A capital that every sentence begins with makes no name of a noun.
    let named = r.is(head, Classes::NAME) && r.tag(head) != Tag::Noun;
    if has(Classes::HE) && !r.is(head, Classes::BODY.or(Classes::TEXT)) {
        return Sort::He;
    }
    if has(Classes::SHE) && !r.is(head, Classes::BODY.or(Classes::TEXT)) {
        return Sort::She;
    }
    if r.is(head, Classes::BODY.or(Classes::TEXT))
        || word.chars().all(char::is_uppercase) && word.len() > 1
    {
        return Sort::Thing;
    }
    if !named
        && (word.ends_with('s') && !word.ends_with("ss")
            || matches!(word, "people" | "police" | "men" | "women"))
    {
        return Sort::Many;
    }
    if r.is(head, Classes::PERSON) || named && !r.is(name.start, Classes::DET) {
        return Sort::Person;
    }
    if named || r.is(name.start, Classes::DET) {
        return Sort::Thing;
    }
    Sort::Person
}
