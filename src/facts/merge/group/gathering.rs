//! Groups of candidates that say the same, while they grow.
//!
//! A candidate joins the latest group that has the same in common with it and fits it in what is counted, place and time.
//! Groups are chains through arrays of numbers: there are as many candidates as a book has names.

use rustc_hash::FxHashMap;

use super::figure::open_figure;
use super::{Detail, Known, Same, detail, sentence_of};
use crate::facts::merge::scope;
use crate::facts::{Candidate, Kind, Sentences, Value};

/// How many facts of one key are compared with a new candidate, the latest ones.
const COMPARED: usize = 8;

/// One fact in the making. Its members are a chain through [`Gathering::next`]: most have one, and there are many.
pub(super) struct Group {
    pub(super) first: u32,
    last: u32,
    /// The group before it that has the same in common.
    older: Option<u32>,
    pub(super) detail: Known,
}

/// No candidate, no group.
const NONE: u32 = u32::MAX;

/// An index as it is kept. There are never as many as 4 billion candidates.
fn short(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(NONE)
}

/// The candidates of a chain, by index.
pub(super) fn chain(next: &[u32], first: u32) -> impl Iterator<Item = usize> + Clone {
    let rest = move |&i: &usize| {
        let next = next.get(i).copied().filter(|&n| n != NONE)?;
        Some(next as usize)
    };
    std::iter::successors(Some(first as usize), rest)
}

/// Groups while they grow.
#[derive(Default)]
pub(super) struct Gathering {
    pub(super) groups: Vec<Group>,
    /// The latest group with this in common.
    known: FxHashMap<Same, u32>,
    /// By candidate, its group.
    group_of: Vec<u32>,
    /// By candidate, the next one of its group.
    pub(super) next: Vec<u32>,
    /// The numbers of the title, by kind and words.
    titled: FxHashMap<(Kind, u64), usize>,
}

impl Gathering {
    pub(super) fn new(candidates: usize) -> Self {
        Self {
            group_of: vec![NONE; candidates],
            next: vec![NONE; candidates],
            ..Self::default()
        }
    }

    /// The group of a candidate that has one.
    fn group_of(&self, i: usize) -> Option<usize> {
        let id = self.group_of.get(i).copied().filter(|&id| id != NONE)?;
        Some(id as usize)
    }

    /// Puts a candidate at the end of a group.
    fn join(&mut self, i: usize, id: usize) {
        let Some(group) = self.groups.get_mut(id) else {
            return;
        };
        if let Some(next) = self.next.get_mut(group.last as usize) {
            *next = short(i);
        }
        group.last = short(i);
        self.note_group(i, id);
    }

    fn note_group(&mut self, i: usize, id: usize) {
        if let Some(own) = self.group_of.get_mut(i) {
            *own = short(id);
        }
    }

    /// Puts a candidate of a repeated sentence to its twin; false when it has none.
    pub(super) fn repeat(&mut self, i: usize, twin: Option<usize>) -> bool {
        let Some(id) = twin.and_then(|t| self.group_of(t)) else {
            return false;
        };
        self.join(i, id);
        true
    }

    /// Puts a number that the title says in the same words to that of the title; false when there is none. Headlines
    /// leave out so much that what they count is not comparable; small numbers need more than their words.
    pub(super) fn entitled(&mut self, analysis: &Sentences<'_>, i: usize, c: &Candidate) -> bool {
        if self.titled.is_empty() || !is_telling(c) {
            return false;
        }
        let Some(&id) = self.titled.get(&(c.kind, scope::words(analysis, c))) else {
            return false;
        };
        self.join(i, id);
        true
    }

    /// Remembers a number of the title.
    pub(super) fn note_title(&mut self, analysis: &Sentences<'_>, i: usize, c: &Candidate) {
        let titled = sentence_of(analysis, c.span).is_some_and(|s| s.title);
        if let Some(id) = self.group_of(i).filter(|_| titled && is_telling(c)) {
            self.titled.insert((c.kind, scope::words(analysis, c)), id);
        }
    }

    /// Puts a candidate to the latest group whose first member and detail `fits` takes, or begins one.
    pub(super) fn add(
        &mut self,
        i: usize,
        same: Option<Same>,
        known: Known,
        fits: impl Fn(usize, &Detail, &Detail) -> bool,
    ) {
        let list = same.map(|same| self.latest(same));
        let open = same.and_then(open_figure).map(|open| self.latest(open));
        let own = detail(&known);
        let fitting = list.into_iter().chain(open).find_map(|mut list| {
            list.find(|&id| {
                let group = self.groups.get(id);
                group.is_some_and(|g| fits(g.first as usize, detail(&g.detail), own))
            })
        });
        if let Some(id) = fitting {
            self.join(i, id);
            return;
        }
        let id = self.groups.len();
        let older = same.and_then(|same| self.known.insert(same, short(id)));
        self.groups.push(Group {
            first: short(i),
            last: short(i),
            older,
            detail: known,
        });
        self.note_group(i, id);
    }

    /// The latest groups with this in common, the very latest first.
    fn latest(&self, same: Same) -> impl Iterator<Item = usize> {
        let older = |&id: &u32| self.groups.get(id as usize)?.older;
        std::iter::successors(self.known.get(&same).copied(), older)
            .take(COMPARED)
            .map(|id| id as usize)
    }
}

/// Whether a candidate is a number that seldom comes twice by chance.
fn is_telling(c: &Candidate) -> bool {
    matches!(&c.value, Value::Number(number) if number.number.abs() >= 10.0)
}
