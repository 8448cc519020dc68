//! What was told to the database of an article, to see what the reader did since.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Placed;
use crate::article::{Article, State};
use crate::document::{Document, SectionId};
use crate::facts::Kind;
use crate::store::{Anchor, Change, Dismissed, Mark, Progress};
use crate::text::{Pos, Span};
use crate::ui::{Note, Notes, View};

/// Bytes of English text that are read in a minute, as the line at the top counts them.
const BYTES_PER_MINUTE: usize = 230 * 6;

/// What was told.
#[derive(Debug, Default)]
pub(in crate::app) struct Known {
    /// The text that places belong to.
    document: Option<Arc<Document>>,
    /// The place at the top, the end of what is shown, whether the facts are found.
    at: Option<(Pos, Pos, State)>,
    marks: BTreeMap<char, Pos>,
    folds: BTreeMap<SectionId, Anchor>,
    dismissed: BTreeMap<(Span, Kind), Dismissed>,
    notes: Notes,
}

impl Known {
    /// What was recalled and is in the view now is known.
    pub(in crate::app) fn take(&mut self, document: &Arc<Document>, placed: &Placed) {
        self.document = Some(Arc::clone(document));
        self.marks = placed.marks.iter().copied().collect();
        self.folds = placed.folds.iter().cloned().collect();
        self.dismissed = placed.dismissed.iter().cloned().collect();
    }

    /// These notes are known, and no others.
    pub(in crate::app) fn take_notes(&mut self, notes: &[Note]) {
        self.notes = notes.iter().cloned().collect();
    }

    /// The notes that were told or recalled.
    pub(super) fn notes(&self) -> &Notes {
        &self.notes
    }

    /// The notes that are new, changed or deleted.
    fn changed_notes(&mut self, now: &Notes, changes: &mut Vec<Change>) {
        if self.notes == *now {
            return;
        }
        for note in now {
            let told = self.notes.get(note.id);
            if told.is_none_or(|told| told.ink != note.ink || told.text != note.text) {
                changes.push(Change::Note(crate::store::Note {
                    id: note.id,
                    anchor: note.anchor.clone(),
                    ink: note.ink,
                    text: note.text.clone(),
                    made: note.made.unwrap_or_else(crate::store::now),
                }));
            }
        }
        let gone = self.notes.iter().filter(|n| now.get(n.id).is_none());
        changes.extend(gone.map(|n| Change::DeleteNote(n.id)));
        self.notes = now.clone();
    }

    /// What the reader did that was not told, and is told herewith.
    pub(in crate::app) fn changes(
        &mut self,
        view: &View,
        article: &Article,
        shown: Span,
    ) -> Vec<Change> {
        let document = &article.document;
        let same_text = self
            .document
            .as_ref()
            .is_some_and(|known| Arc::ptr_eq(known, document));
        if !same_text {
            // Another version of the text: what has no place in it any more was not taken back by the reader.
            self.document = Some(Arc::clone(document));
            self.folds.retain(|id, _| view.folded.contains(id));
            self.dismissed.retain(|key, _| view.dismissed.contains(key));
        }
        let mut changes = Vec::new();
        let at = (view.top, shown.end, article.state);
        if self.at.replace(at) != Some(at) {
            changes.push(Change::Read(progress(view, article, shown)));
        }
        self.changed_notes(&view.notes, &mut changes);
        for (&letter, &pos) in &view.marks {
            if self.marks.insert(letter, pos) != Some(pos) {
                let anchor = Anchor::of(document, Span::at(pos));
                changes.push(Change::Mark(Mark { letter, anchor }));
            }
        }
        for &id in &view.folded {
            if let Some(section) = document.outline().section(id)
                && !self.folds.contains_key(&id)
            {
                let anchor = Anchor::of(document, section.title);
                self.folds.insert(id, anchor.clone());
                changes.push(Change::Fold(anchor));
            }
        }
        for &(span, kind) in &view.dismissed {
            self.dismissed.entry((span, kind)).or_insert_with(|| {
                let fact = Dismissed {
                    anchor: Anchor::of(document, span),
                    kind: kind.name().to_owned(),
                };
                changes.push(Change::Dismiss(fact.clone()));
                fact
            });
        }
        self.folds.retain(|id, anchor| {
            let stays = view.folded.contains(id);
            if !stays {
                changes.push(Change::Unfold(anchor.clone()));
            }
            stays
        });
        self.dismissed.retain(|key, fact| {
            let stays = view.dismissed.contains(key);
            if !stays {
                changes.push(Change::Restore(fact.clone()));
            }
            stays
        });
        changes
    }
}

/// How far the reader is.
fn progress(view: &View, article: &Article, shown: Span) -> Progress {
    let end = article.index.body_end().get();
    let at = shown.end.get().min(end);
    #[expect(
        clippy::cast_precision_loss,
        reason = "a share needs no more than 52 bits"
    )]
    let share = if end == 0 {
        1.0
    } else {
        at as f64 / end as f64
    };
    let facts = u32::try_from(article.findings.facts.len()).unwrap_or(u32::MAX);
    Progress {
        position: Anchor::of(&article.document, Span::at(view.top)),
        share,
        facts: (article.state == State::Complete).then_some(facts),
        minutes_left: u32::try_from((end - at).div_ceil(BYTES_PER_MINUTE)).unwrap_or(u32::MAX),
    }
}
