//! What panes ask of findings and text: facts by place, by section, by order; search.
//!
//! Takes a document and its findings, gives an [`Index`] over them that is not changed again. Memory is linear in
//! the mentions. Deliberately absent: anything that depends on a window.

mod search;

pub use search::{Matcher, Query};

use crate::document::{BlockKind, Document, SectionId};
use crate::facts::{FactId, Findings, Kind, key_facts};
use crate::text::{Pos, Span};

/// Facts in one order: all of them, and the key facts.
#[derive(Clone, Debug, Default)]
struct Orders {
    all: Vec<FactId>,
    key: Vec<FactId>,
}

impl Orders {
    fn new(all: Vec<FactId>, key: &[bool]) -> Self {
        let is_key = |id: &FactId| key.get(id.get()).copied().unwrap_or_default();
        let key = all.iter().copied().filter(is_key).collect();
        Self { all, key }
    }

    fn of(&self, which: Which) -> &[FactId] {
        match which {
            Which::All => &self.all,
            Which::Key => &self.key,
        }
    }
}

/// Which facts are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// All facts.
    All,
    /// The key facts.
    Key,
}

/// Facts by place and in the orders of the panel.
#[derive(Clone, Debug, Default)]
pub struct Index {
    /// All mentions with their facts, by start.
    mentions: Vec<(Span, FactId)>,
    /// For each mention the greatest end so far: lets a search by overlap begin at the right place.
    reach: Vec<Pos>,
    by_place: Orders,
    by_rank: Orders,
    by_kind: Orders,
    per_section: Vec<u32>,
    key: Vec<bool>,
    body_end: Pos,
}

impl Index {
    /// Makes the index. O(mentions log mentions).
    pub fn new(document: &Document, findings: &Findings) -> Self {
        let mut mentions: Vec<(Span, FactId)> = Vec::new();
        let mut per_section = vec![0; document.outline().sections().len()];
        for (i, fact) in findings.facts.iter().enumerate() {
            mentions.extend(fact.mentions.iter().map(|&m| (m, FactId::new(i))));
            if let Some(count) = per_section.get_mut(fact.section.get()) {
                *count += 1;
            }
        }
        mentions.sort_unstable();
        let mut furthest = Pos(0);
        let reach = mentions
            .iter()
            .map(|(span, _)| {
                furthest = furthest.max(span.end);
                furthest
            })
            .collect();
        let rank = |id: &FactId| findings.facts.get(id.get()).map_or(u32::MAX, |f| f.rank);
        let mut by_rank: Vec<_> = (0..findings.facts.len()).map(FactId::new).collect();
        by_rank.sort_by_key(rank);
        let mut by_kind = by_rank.clone();
        by_kind.sort_by_key(|id| findings.facts.get(id.get()).map(|f| f.kind));
        let last = document
            .blocks()
            .iter()
            .rev()
            .find(|b| b.kind != BlockKind::Boilerplate);
        let body_end = last.map_or(Pos(0), |b| b.span.end);
        let mut key = key_facts(findings, document);
        with_rivals(findings, &mut key);
        Self {
            mentions,
            reach,
            by_place: Orders::new((0..findings.facts.len()).map(FactId::new).collect(), &key),
            by_rank: Orders::new(by_rank, &key),
            by_kind: Orders::new(by_kind, &key),
            per_section,
            key,
            body_end,
        }
    }

    /// The mentions that overlap `span`, by start. O(log mentions + found).
    pub fn mentions_in(&self, span: Span) -> impl Iterator<Item = (Span, FactId)> {
        let first = self.reach.partition_point(|&end| end <= span.start);
        let rest = self.mentions.get(first..).unwrap_or_default();
        rest.iter()
            .copied()
            .take_while(move |(m, _)| m.start < span.end)
            .filter(move |(m, _)| m.overlaps(span))
    }

    /// Facts in the order of the text.
    pub fn by_place(&self, which: Which) -> &[FactId] {
        self.by_place.of(which)
    }

    /// Facts, the most important first.
    pub fn by_rank(&self, which: Which) -> &[FactId] {
        self.by_rank.of(which)
    }

    /// Facts by kind, in each kind the most important first.
    pub fn by_kind(&self, which: Which) -> &[FactId] {
        self.by_kind.of(which)
    }

    /// Whether a fact is one of the key facts.
    pub fn is_key(&self, id: FactId) -> bool {
        self.key.get(id.get()).copied().unwrap_or_default()
    }

    /// How many facts have their first mention in the own text of a section.
    pub fn facts_in_section(&self, section: SectionId) -> u32 {
        self.per_section
            .get(section.get())
            .copied()
            .unwrap_or_default()
    }

    /// Where the article ends: what comes after is boilerplate.
    pub fn body_end(&self) -> Pos {
        self.body_end
    }
}

/// Adds to the key facts those that contradict one of them: a reader who is told one value is told the others. Linear in
/// the facts and their conflicts.
fn with_rivals(findings: &Findings, key: &mut [bool]) {
    let is_key = |key: &[bool], i: usize| key.get(i).copied().unwrap_or_default();
    let mut next: Vec<usize> = (0..key.len()).filter(|&i| is_key(key, i)).collect();
    while let Some(fact) = next.pop().and_then(|i| findings.facts.get(i)) {
        for rival in &fact.conflicts {
            if let Some(flag) = key.get_mut(rival.get()).filter(|flag| !**flag) {
                *flag = true;
                next.push(rival.get());
            }
        }
    }
}

/// Whether a fact answers a filter: the name of a kind (`number`, `name` stand for several), or words that its text
/// holds, whatever their case. An empty filter lets everything pass. O(text of the fact).
pub fn answers(filter: &str, kind: Kind, text: &str) -> bool {
    let filter = filter.trim().to_lowercase();
    if filter.is_empty() || (filter.len() > 2 && kind.name().starts_with(&filter)) {
        return true;
    }
    match filter.as_str() {
        "number" | "numbers" => kind.is_number(),
        "name" | "names" => kind.is_name(),
        "date" | "dates" => kind == Kind::Time,
        _ if filter.strip_suffix('s') == Some(kind.name()) => true,
        _ => text.to_lowercase().contains(&filter),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn filters_know_kinds_and_words() {
        assert!(answers("", Kind::Quote, "x"));
        assert!(answers("quo", Kind::Quote, "x"));
        assert!(answers("numbers", Kind::Money, "$5"));
        assert!(answers("persons", Kind::Person, "Ann"));
        assert!(answers("IRAQ", Kind::Place, "Iraq"));
        assert!(!answers("iraq", Kind::Place, "Iran"));
    }
}
