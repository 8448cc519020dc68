//! Which facts the panel lists, in which order, under which headings.

use std::collections::BTreeSet;

use compact_str::CompactString;
use rustc_hash::FxHashMap;

use super::{Density, Note, Notes, Order, Role, View};
use crate::article::Article;
use crate::document::SectionId;
use crate::facts::{FactId, Kind};
use crate::index::{Which, answers};
use crate::layout::Glyphs;
use crate::store::Id;
use crate::text::Span;

/// One entry of the panel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    /// The heading of the facts of a section.
    Section(SectionId),
    /// The heading of the facts of a kind.
    Kind(Kind),
    /// A fact.
    Fact(FactId),
    /// The heading of the reader's own highlights and notes.
    Notes,
    /// One of them.
    Note(Id),
}

/// Whether a fact is listed in a view: not dismissed, let through by density and filter. O(text of the fact).
pub(super) fn is_listed(article: &Article, view: &View, id: FactId) -> bool {
    let Some(fact) = article.fact(id) else {
        return false;
    };
    // A filter looks through all facts: whoever asks for something wants all of it.
    let dense = view.density == Density::All || !view.filter.is_empty() || article.index.is_key(id);
    dense
        && (view.dismissed.is_empty() || !view.is_dismissed(fact))
        && (view.filter.is_empty()
            || answers(&view.filter, fact.kind, article.document.slice(fact.span)))
}

/// Whether a note answers the filter: by what it is called, or by words of the text or of the reader. O(its words).
fn is_note_listed(article: &Article, view: &View, note: &Note) -> bool {
    let filter = view.filter.trim().to_lowercase();
    let quote = note.words(&article.document);
    let names = ["notes", "highlights", note.ink.name()];
    filter.is_empty()
        || (filter.len() > 2 && names.iter().any(|name| name.starts_with(&filter)))
        || note.text.to_lowercase().contains(&filter)
        || quote.to_lowercase().contains(&filter)
}

/// The entries of the panel: first the reader's own notes in the order of their places, then facts. O(facts + notes), or of
/// the key facts where only those are listed.
pub fn listing(article: &Article, view: &View) -> Vec<Entry> {
    let which = if view.density == Density::All || !view.filter.is_empty() {
        Which::All
    } else {
        Which::Key
    };
    let ordered = match view.order {
        Order::Reading => article.index.by_place(which),
        Order::Importance => article.index.by_rank(which),
        Order::Kind => article.index.by_kind(which),
    };
    let grouped = article.document.outline().sections().len() > 1;
    let mut entries = Vec::new();
    let notes = view
        .notes
        .iter()
        .filter(|n| is_note_listed(article, view, n));
    entries.extend(notes.map(|n| Entry::Note(n.id)));
    if !entries.is_empty() {
        entries.insert(0, Entry::Notes);
    }
    let (mut section, mut kind) = (None, None);
    for &id in ordered {
        if !is_listed(article, view, id) {
            continue;
        }
        let Some(fact) = article.fact(id) else {
            continue;
        };
        match view.order {
            Order::Reading if grouped && section != Some(fact.section) => {
                section = Some(fact.section);
                entries.push(Entry::Section(fact.section));
            }
            Order::Kind if kind != Some(fact.kind) => {
                kind = Some(fact.kind);
                entries.push(Entry::Kind(fact.kind));
            }
            _ => {}
        }
        entries.push(Entry::Fact(id));
    }
    entries
}

/// The entries of the panel, kept from one screen to the next until something changes that they depend on.
#[derive(Clone, Debug, Default)]
pub struct Listing {
    asked: Option<Asked>,
    entries: Vec<Entry>,
    facts: usize,
    flowed: Flowed,
    titles: Titles,
}

/// The words of facts in rows of so many columns, kept while they may be seen again.
#[derive(Clone, Debug, Default)]
pub(super) struct Flowed(FxHashMap<(FactId, usize), Rows>);

/// The titles of sections in rows, kept while they may be seen again.
#[derive(Clone, Debug, Default)]
pub(super) struct Titles(FxHashMap<Title, Vec<CompactString>>);

/// A title, and all that its rows depend on besides the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Title {
    /// Whose title it is.
    pub(super) section: SectionId,
    /// The columns of a row, and those of the first that something else takes.
    pub(super) columns: (usize, usize),
    /// The most rows.
    pub(super) most: usize,
    /// Whether a cut is marked in ASCII.
    pub(super) ascii: bool,
}

/// The words of an entry as rows, each as pieces.
pub(super) type Rows = Vec<Vec<(String, Role)>>;

/// How many entries are kept as rows, at most: some screens full.
const FLOWED: usize = 1000;

/// What of a view the entries depend on.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Asked {
    order: Order,
    all: bool,
    filter: String,
    dismissed: BTreeSet<(Span, Kind)>,
    notes: Notes,
    glyphs: Glyphs,
}

impl Listing {
    /// The entries for a view. O(its dismissed facts and notes) where nothing changed, else as [`listing`].
    ///
    /// It must be [forgotten](Self::forget) when the article changes.
    pub fn of(&mut self, article: &Article, view: &View) -> &mut Self {
        let is_same = self.asked.as_ref().is_some_and(|asked| {
            asked.order == view.order
                && asked.all == (view.density == Density::All)
                && asked.filter == view.filter
                && asked.dismissed == view.dismissed
                && asked.notes == view.notes
                && asked.glyphs == view.glyphs
        });
        if !is_same {
            self.flowed.0.clear();
            self.entries = listing(article, view);
            let facts = self.entries.iter();
            self.facts = facts.filter(|e| matches!(e, Entry::Fact(_))).count();
            self.asked = Some(Asked {
                order: view.order,
                all: view.density == Density::All,
                filter: view.filter.clone(),
                dismissed: view.dismissed.clone(),
                notes: view.notes.clone(),
                glyphs: view.glyphs,
            });
        }
        self
    }

    /// How many of them are facts.
    pub const fn facts(&self) -> usize {
        self.facts
    }

    /// The entries, and the rows of those that were set.
    pub(super) fn parts(&mut self) -> (&[Entry], &mut Flowed) {
        (&self.entries, &mut self.flowed)
    }

    /// The rows of the titles of sections that were set.
    pub(super) fn titles(&mut self) -> &mut Titles {
        &mut self.titles
    }

    /// Drops what is kept: the article is another one now.
    pub fn forget(&mut self) {
        self.asked = None;
        self.titles.0.clear();
    }
}

impl Flowed {
    /// The rows of a fact, made by `flow` where they are not kept.
    pub(super) fn rows(
        &mut self,
        id: FactId,
        columns: usize,
        flow: impl FnOnce() -> Rows,
    ) -> &Rows {
        if self.0.len() >= FLOWED {
            self.0.clear();
        }
        self.0.entry((id, columns)).or_insert_with(flow)
    }
}

impl Titles {
    /// The rows of a title, made by `flow` where they are not kept.
    pub(super) fn rows(
        &mut self,
        title: Title,
        flow: impl FnOnce() -> Vec<CompactString>,
    ) -> &[CompactString] {
        if self.0.len() >= FLOWED {
            self.0.clear();
        }
        self.0.entry(title).or_insert_with(flow)
    }
}
