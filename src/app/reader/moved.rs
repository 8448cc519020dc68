//! Places of one version of an article in another: where the reader is, what was marked, noted, folded, dismissed.

use std::collections::BTreeSet;

use super::Reader;
use crate::article::Article;
use crate::document::{Document, SectionId};
use crate::facts::FactId;
use crate::store::{Anchor, Found};
use crate::text::{Pos, Span, floor_boundary};
use crate::ui::{Search, View};

/// How many blocks before a lost place are tried.
const TRIES: usize = 50;

/// The way from one version to another.
struct Moved<'a> {
    old: &'a Document,
    new: &'a Document,
}

impl Moved<'_> {
    /// Where a span is now; none where its words are gone.
    fn span(&self, span: Span) -> Option<Span> {
        Anchor::of(self.old, span).find(self.new).span()
    }

    /// Where a place is now: at its words, or, where they are gone, at what stood before them.
    fn pos(&self, pos: Pos) -> Pos {
        let found = |at: Pos| match Anchor::of(self.old, Span::at(at)).find(self.new) {
            Found::Placed(span) => Some(span.start),
            Found::Orphan => None,
        };
        if let Some(here) = found(pos) {
            return here;
        }
        let blocks = self.old.blocks();
        let before = blocks.partition_point(|block| block.span.start < pos);
        let before = blocks.iter().take(before).rev().take(TRIES);
        let near = before.map(|block| block.span.start).find_map(found);
        near.unwrap_or_else(|| {
            let text = self.new.text();
            Pos::new(floor_boundary(text, pos.get().min(text.len())))
        })
    }

    /// The section that stands where one stood.
    fn section(&self, id: SectionId) -> Option<SectionId> {
        let span = self.old.outline().section(id)?.span;
        Some(self.new.outline().section_at(self.pos(span.start)))
    }
}

impl Reader {
    /// The view of the old article as it is on the new one. O(what the view holds), and what finding it costs.
    pub(super) fn moved(&self, new: &Article) -> View {
        let old = &self.article;
        let way = Moved {
            old: &old.document,
            new: &new.document,
        };
        let mut view = self.view.clone();
        view.top = way.pos(view.top);
        view.furthest = way.pos(view.furthest);
        view.section = way.section(view.section).unwrap_or_default();
        let folded = view.folded.iter();
        view.folded = folded.filter_map(|&id| way.section(id)).collect();
        for pos in view.marks.values_mut() {
            *pos = way.pos(*pos);
        }
        view.jumps.shift(|pos| way.pos(pos));
        let dismissed = view.dismissed.iter();
        view.dismissed = dismissed
            .filter_map(|&(span, kind)| Some((way.span(span)?, kind)))
            .collect();
        view.selected = view.selected.and_then(|id| self.same_fact(&way, new, id));
        view.search = view.search.map(|search| Search {
            current: search.current.and_then(|hit| way.span(hit)),
            hits: None,
            ..search
        });
        move_notes(&way, &mut view);
        view.selection = view.selection.map(|mut selection| {
            selection.head = way.pos(selection.head);
            selection.anchor = selection.anchor.map(|pos| way.pos(pos));
            selection
        });
        // Facts have other numbers now.
        view.fresh = BTreeSet::new();
        view
    }

    /// The fact of the new article that says the same at the same place.
    fn same_fact(&self, way: &Moved<'_>, new: &Article, id: FactId) -> Option<FactId> {
        let fact = self.article.fact(id)?;
        let span = way.span(fact.span)?;
        let facts = &new.findings.facts;
        let at = facts
            .iter()
            .position(|other| other.span == span && other.kind == fact.kind)?;
        Some(FactId::new(at))
    }
}

/// Notes go along with their words. Those whose words are gone keep them, and are placed again when they are back.
fn move_notes(way: &Moved<'_>, view: &mut View) {
    let notes: Vec<_> = view.notes.iter().cloned().collect();
    for mut note in notes {
        note.span = match note.span {
            Some(span) => way.span(span),
            None => note.anchor.find(way.new).span(),
        };
        view.notes.put(note);
    }
}
