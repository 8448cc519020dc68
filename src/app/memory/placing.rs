//! What is remembered, put into its places in the text as it is now.

use crate::article::{Article, State};
use crate::document::SectionId;
use crate::facts::Kind;
use crate::store::{Anchor, Dismissed, Mark, Progress, Remembered};
use crate::text::{Pos, Span};
use crate::ui::Note;

/// What is remembered, with the places that were found. What has none is kept, and stays in the database.
#[derive(Clone, Debug, Default)]
pub struct Placed {
    /// The reading position.
    pub top: Option<Pos>,
    /// Whether there was one that has no place in this text.
    pub lost: bool,
    /// Marks.
    pub marks: Vec<(char, Pos)>,
    /// Folded sections, with the anchors that they are stored by.
    pub folds: Vec<(SectionId, Anchor)>,
    /// Dismissed facts.
    pub dismissed: Vec<((Span, Kind), Dismissed)>,
    /// Highlights and notes, those without a place among them.
    pub notes: Vec<Note>,
    /// All of it, as it was remembered.
    all: Remembered,
}

impl Placed {
    /// Looks for the places. O(1) for each where the text has not changed.
    pub fn of(article: &Article, all: Remembered) -> Self {
        let document = &article.document;
        // While only the beginning of the text is there, what stood beyond it is not looked for: words that are alike stand
        // in it all the same.
        let is_part = article.state == State::Beginning;
        let is_beyond = |anchor: &Anchor| is_part && anchor.pos.get() >= document.text().len();
        let find = |anchor: &Anchor| {
            let there = Some(anchor).filter(|anchor| !is_beyond(anchor));
            there.and_then(|anchor| anchor.find(document).span())
        };
        let position = all
            .progress
            .as_ref()
            .map(|(p, _): &(Progress, _)| &p.position);
        let top = position.and_then(find).map(|span| span.start);
        let marks = all
            .marks
            .iter()
            .filter_map(|Mark { letter, anchor }| find(anchor).map(|span| (*letter, span.start)));
        let folds = all.folds.iter().filter_map(|anchor| {
            let start = find(anchor)?.start;
            let id = document.outline().section_at(start);
            let is_heading = document.outline().section(id)?.title.start == start;
            (is_heading && document.outline().has_parts(id)).then(|| (id, anchor.clone()))
        });
        let dismissed = all.dismissed.iter().filter_map(|fact| {
            let kind = Kind::ALL.into_iter().find(|k| k.name() == fact.kind)?;
            Some(((find(&fact.anchor)?, kind), fact.clone()))
        });
        let notes = all.notes.iter().map(|note| {
            let span = find(&note.anchor);
            Note::stored(note.clone(), span)
        });
        Self {
            top,
            lost: position.is_some() && top.is_none(),
            marks: marks.collect(),
            folds: folds.collect(),
            dismissed: dismissed.collect(),
            notes: notes.collect(),
            all,
        }
    }

    /// All of it, to be placed again in a fuller text.
    pub(super) fn all(self) -> Remembered {
        self.all
    }
}

/// What was taken into the view of dismissed facts and folded sections.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::app) struct Taken {
    /// Dismissed facts.
    pub(in crate::app) dismissed: Vec<(Span, Kind)>,
    /// Folded sections.
    pub(in crate::app) folds: Vec<SectionId>,
}

impl Taken {
    /// Those that have a place.
    pub(super) fn of(placed: &Placed) -> Self {
        Self {
            dismissed: placed.dismissed.iter().map(|(key, _)| *key).collect(),
            folds: placed.folds.iter().map(|(id, _)| *id).collect(),
        }
    }

    /// Those of them that are not remembered any more.
    pub(super) fn without(&self, placed: &Placed) -> Self {
        let now = Self::of(placed);
        let dismissed = self.dismissed.iter().filter(|f| !now.dismissed.contains(f));
        let folds = self.folds.iter().filter(|id| !now.folds.contains(id));
        Self {
            dismissed: dismissed.copied().collect(),
            folds: folds.copied().collect(),
        }
    }
}
