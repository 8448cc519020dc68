//! Highlights and notes: making, changing, deleting and walking them, and taking changes back.

use std::collections::BTreeSet;

use super::Reader;
use crate::command::{Command, Ink};
use crate::store::{Anchor, Id};
use crate::text::Span;
use crate::ui::{Draft, Input, Note, Notes, Overlay, Pane};

/// How many changes can be taken back.
const KEEP: usize = 200;

/// What can be taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Change {
    /// A note was made.
    Made(Id),
    /// A note was changed or deleted: as it was.
    Was(Note),
}

impl Reader {
    /// Highlights what is being selected, or the sentence at hand; with the ink used last where none is given. What is
    /// highlighted already gets that ink, or the next one.
    pub(super) fn highlight(&mut self, ink: Option<Ink>) {
        let Some(span) = self.span_to_note() else {
            return;
        };
        let known = self.view.notes.on(span).cloned();
        let ink = match (ink, &known) {
            (Some(ink), _) => ink,
            (None, Some(note)) => note.ink.next(),
            (None, None) => self.view.ink,
        };
        self.view.ink = ink;
        let was_selecting = self.view.selection.take().is_some();
        let note = match known {
            Some(note) => Note { ink, ..note },
            None => self.new_note(span, ink),
        };
        let amount = self.amount(span, self.article.document.slice(span));
        let undo = self.keymap.key_of(Command::UndoNote);
        let again = if was_selecting {
            String::new()
        } else {
            let key = self.keymap.key_of(Command::Highlight);
            format!("; {key} another colour")
        };
        self.view.say(format!(
            "{amount} in {}{again}; {undo} takes it back",
            ink.name()
        ));
        self.put_note(note);
    }

    /// Opens the line in which a note is written: about what is being selected, the note that the reader is at, or the
    /// sentence at hand.
    pub(super) fn write_note(&mut self) {
        let at = self.view.note.and_then(|id| self.view.notes.get(id));
        let known = match at {
            Some(note) if self.view.selection.is_none() => Some(note.clone()),
            _ => None,
        };
        let note = if let Some(note) = known {
            note
        } else {
            let Some(span) = self.span_to_note() else {
                return;
            };
            let on = self.view.notes.on(span).cloned();
            on.unwrap_or_else(|| self.new_note(span, self.view.ink))
        };
        // What was typed and given up is not lost.
        let given_up = self.given_up.take().filter(|d| d.note.span == note.span);
        let input = given_up.map_or_else(|| Input::new(note.text.clone()), |d| d.input);
        self.view.overlay = Some(Overlay::Note(Draft { input, note }));
    }

    /// Takes the notes that were stored, in their places. Where it is `decided` which document the article is, these
    /// are all of it: others that were stored or `told` before belong to another one, and go.
    pub fn recall_notes(&mut self, stored: &[Note], decided: bool, told: Option<&Notes>) {
        if decided {
            let ids: BTreeSet<Id> = stored.iter().map(|n| n.id).collect();
            let is_told = |id| told.is_some_and(|told| told.get(id).is_some());
            self.view
                .notes
                .retain(|n| ids.contains(&n.id) || (n.made.is_none() && !is_told(n.id)));
        }
        for note in stored {
            // What was changed since is newer; what has no place may belong to another article.
            let is_known = self.view.notes.get(note.id).is_some();
            if !is_known && (decided || note.span.is_some()) {
                self.view.notes.put(note.clone());
            }
        }
        self.settle();
    }

    /// Looks for the words of all notes in another version of the text, or in more of it.
    pub(super) fn find_notes_again(&mut self, same_text: bool) {
        let document = &self.article.document;
        let mut again = Notes::default();
        for note in &self.view.notes {
            let mut note = note.clone();
            if !same_text || note.span.is_none() {
                note.span = note.anchor.find(document).span();
            }
            again.put(note);
        }
        self.view.notes = again;
    }

    /// Gives the typing up. What was typed comes back when the same words are noted again.
    pub(super) fn note_given_up(&mut self) {
        if let Some(Overlay::Note(draft)) = self.view.overlay.take()
            && draft.input.text() != draft.note.text
        {
            let key = self.keymap.key_of(Command::Note);
            self.view
                .say(format!("not kept; {key} opens it again as it was typed"));
            self.given_up = Some(draft);
        }
    }

    /// Keeps the note that was written.
    pub(super) fn note_written(&mut self) {
        let Some(Overlay::Note(draft)) = self.view.overlay.take() else {
            return;
        };
        self.view.selection = None;
        let text = draft.input.text().trim().to_owned();
        let is_new = self.view.notes.get(draft.note.id).is_none();
        let was_written = draft.note.is_written();
        let note = Note { text, ..draft.note };
        if !is_new && self.view.notes.get(note.id) == Some(&note) {
            return;
        }
        let undo = self.keymap.key_of(Command::UndoNote);
        let done = match (was_written, note.is_written()) {
            (false, true) => "the note is written",
            (true, true) => "the note is changed",
            (_, false) => "highlighted, without a note",
        };
        self.view.say(format!("{done}; {undo} takes it back"));
        self.put_note(note);
    }

    /// Keeps a note that is being written as far as it was: the program is about to end.
    pub(in crate::app) fn keep_draft(&mut self) {
        let is_written = match &self.view.overlay {
            Some(Overlay::Note(draft)) => !draft.input.text().trim().is_empty(),
            _ => false,
        };
        if is_written {
            self.note_written();
        }
    }

    /// Deletes the note that the reader is at.
    pub(super) fn delete_note(&mut self, id: Id) {
        let next = self.note_after(id);
        let Some(note) = self.view.notes.remove(id) else {
            return;
        };
        let what = if note.is_written() {
            "note"
        } else {
            "highlight"
        };
        self.remember(Change::Was(note));
        self.view.note = None;
        if self.view.focus == Pane::Facts
            && let Some(next) = next
        {
            self.go_to_note(next);
        }
        let undo = self.keymap.key_of(Command::UndoNote);
        self.view
            .say(format!("{what} deleted; {undo} brings it back"));
    }

    /// Takes the last change back.
    pub(super) fn undo_note(&mut self) {
        let Some(change) = self.note_changes.pop() else {
            self.view.say("no change of notes to take back");
            return;
        };
        let said = match change {
            Change::Made(id) => {
                self.view.notes.remove(id);
                "the highlight is taken back"
            }
            Change::Was(note) => {
                let said = if self.view.notes.get(note.id).is_some() {
                    "the note is as it was"
                } else {
                    "the note is back"
                };
                let id = note.id;
                self.view.notes.put(note);
                self.go_to_note(id);
                said
            }
        };
        self.view.say(said);
    }

    /// To the notes after or before the one that the reader is at, or else the place in the text.
    pub(super) fn walk_notes(&mut self, by: isize) {
        let notes: Vec<&Note> = self.view.notes.iter().collect();
        if notes.is_empty() {
            let [select, highlight] =
                [Command::Select, Command::Highlight].map(|c| self.keymap.key_of(c));
            self.view.say(format!(
                "no notes yet; {select} selects words, {highlight} highlights a sentence"
            ));
            return;
        }
        let at = self.view.note;
        let at = at.and_then(|id| notes.iter().position(|n| n.id == id));
        let to = if let Some(at) = at {
            at.cast_signed().saturating_add(by)
        } else {
            let here = self.place();
            let before = notes.partition_point(|n| n.span.is_some_and(|s| s.start < here));
            let by = if by > 0 { by - 1 } else { by };
            before.cast_signed().saturating_add(by)
        };
        let last = notes.len().cast_signed() - 1;
        let end = match to {
            _ if to > last && at.is_some() => "this is the last note",
            _ if to < 0 && at.is_some() => "this is the first note",
            _ => "",
        };
        let id = notes
            .get(to.clamp(0, last).cast_unsigned())
            .map(|note| note.id);
        if at.is_none() {
            self.view.jumps.leave(self.view.top);
        }
        if let Some(id) = id {
            self.go_to_note(id);
        }
        if !end.is_empty() {
            self.view.say(end);
        }
    }

    /// Selects a note and shows its words.
    pub(super) fn go_to_note(&mut self, id: Id) {
        let Some(note) = self.view.notes.get(id) else {
            return;
        };
        let span = note.span;
        self.view.note = Some(id);
        self.view.selected = None;
        match span {
            Some(span) => {
                self.reveal(span.start);
                self.centre(span.start);
                if self.view.focus == Pane::Text {
                    self.say_note(id);
                }
            }
            None => self
                .view
                .say("its words are no longer in the text; they are kept with the note"),
        }
    }

    /// Says what is written in a note, if anything is, for where the panel is not in sight.
    pub(super) fn say_note(&mut self, id: Id) {
        if let Some(note) = self.view.notes.get(id).filter(|n| n.is_written()) {
            let text = note.text.clone();
            self.view.say(text);
        }
    }

    /// What the next highlight or note is about.
    fn span_to_note(&mut self) -> Option<Span> {
        if self.view.selection.is_some() {
            return self.chosen();
        }
        let at = self.view.note.and_then(|id| self.view.notes.get(id));
        let span = at.and_then(|note| note.span).or_else(|| self.at_hand());
        if span.is_none() {
            self.view.say("there is no text here to highlight");
        }
        span
    }

    fn new_note(&self, span: Span, ink: Ink) -> Note {
        Note {
            id: Id::random(),
            anchor: Anchor::of(&self.article.document, span),
            span: Some(span),
            ink,
            text: String::new(),
            made: None,
        }
    }

    /// Keeps a note, new or changed.
    fn put_note(&mut self, note: Note) {
        let was = self.view.notes.get(note.id).cloned();
        self.remember(was.map_or(Change::Made(note.id), Change::Was));
        self.view.notes.put(note);
    }

    fn remember(&mut self, change: Change) {
        if self.note_changes.len() == KEEP {
            self.note_changes.remove(0);
        }
        self.note_changes.push(change);
    }

    /// The note that the reader is at when this one goes.
    fn note_after(&self, id: Id) -> Option<Id> {
        let notes: Vec<Id> = self.view.notes.iter().map(|n| n.id).collect();
        let at = notes.iter().position(|&n| n == id)?;
        let before = at.checked_sub(1).and_then(|i| notes.get(i));
        notes.get(at + 1).or(before).copied()
    }
}
