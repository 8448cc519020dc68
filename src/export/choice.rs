//! Which facts to print.

use thiserror::Error;

use super::Sheet;
use crate::document::SectionId;
use crate::facts::{FactId, Kind};
use crate::index::Which;

/// What a person asked for; the default is every fact.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// Only these kinds; all when there is none.
    pub kinds: Vec<Kind>,
    /// Only so many, the most important ones.
    pub top: Option<usize>,
    /// Only those of a section and the sections under it: its number in the outline, or words of its heading.
    pub section: Option<String>,
    /// Only those that another fact contradicts.
    pub conflicts: bool,
}

/// A section that is not there.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("has no section \"{0}\": `nutgraf outline` lists them")]
pub struct NoSuchSection(pub String);

impl Choice {
    /// The facts that are asked for, in the order of the text. O(facts log facts).
    ///
    /// # Errors
    /// When the section is not there.
    pub fn select(&self, sheet: &Sheet<'_>) -> Result<Vec<FactId>, NoSuchSection> {
        let outline = sheet.article.document.outline();
        let root = match &self.section {
            None => None,
            Some(words) => {
                Some(find_section(sheet, words).ok_or_else(|| NoSuchSection(words.clone()))?)
            }
        };
        let wanted = |id: &FactId| {
            sheet.article.fact(*id).is_some_and(|fact| {
                (self.kinds.is_empty() || self.kinds.contains(&fact.kind))
                    && (!self.conflicts || !fact.conflicts.is_empty())
                    && root.is_none_or(|root| outline.is_within(fact.section, root))
            })
        };
        let by_rank = sheet.article.index.by_rank(Which::All).iter().copied();
        let mut chosen: Vec<_> = by_rank
            .filter(wanted)
            .take(self.top.unwrap_or(usize::MAX))
            .collect();
        chosen.sort_unstable();
        Ok(chosen)
    }
}

/// Puts facts into the order of importance. O(facts log facts).
pub(super) fn by_rank(sheet: &Sheet<'_>, facts: &[FactId]) -> Vec<FactId> {
    let mut facts = facts.to_vec();
    facts.sort_by_key(|&id| sheet.article.fact(id).map_or(u32::MAX, |f| f.rank));
    facts
}

/// The section of that number, or else the one whose heading is these words, or the first that begins with them, or the
/// first that holds them; whatever their case. O(sections).
fn find_section(sheet: &Sheet<'_>, words: &str) -> Option<SectionId> {
    let sections = sheet.article.document.outline().sections();
    if let Ok(number) = words.trim().parse::<usize>() {
        return sections.get(number).map(|_| SectionId::new(number));
    }
    let words = super::sheet::one_line(words).to_lowercase();
    if words.is_empty() {
        return None;
    }
    let mut best = None;
    for (index, section) in sections.iter().enumerate() {
        let title = sheet.words(section.title).to_lowercase();
        let nearness = match title.find(&words) {
            Some(0) if title.len() == words.len() => 2,
            Some(0) => 1,
            Some(_) => 0,
            None => continue,
        };
        if best.is_none_or(|(nearest, _)| nearness > nearest) {
            best = Some((nearness, SectionId::new(index)));
        }
    }
    best.map(|(_, id)| id)
}
