//! Highlights and notes in plain lines.

use super::{Linear, Turn};
use crate::command::Command;
use crate::store::{Anchor, Id};
use crate::text::Span;
use crate::ui::{Note, linear};

impl Linear {
    /// What a highlight or a note is about: the sentence of the selected fact, or else the paragraph.
    fn to_note(&self) -> Option<Span> {
        let document = &self.article.document;
        let fact = self.view.selected.and_then(|id| self.article.fact(id));
        let block = self
            .block_at(self.view.top)
            .and_then(|id| document.block(id));
        let span = fact.map(|f| f.sentence).or(block.map(|b| b.span))?;
        let span = span.trim(document.text());
        (!span.is_empty()).then_some(span)
    }

    /// Highlights what the reader is at, or writes a note on it.
    pub(super) fn note(&mut self, text: Option<&str>, turn: &mut Turn) {
        let Some(span) = self.to_note() else {
            return turn.say("There is no text here to highlight.");
        };
        let old = self.view.notes.on(span).cloned();
        if old.is_some() && text.is_none() {
            return turn.say("It is highlighted already.");
        }
        let note = old.unwrap_or_else(|| Note {
            id: Id::random(),
            anchor: Anchor::of(&self.article.document, span),
            span: Some(span),
            ink: self.view.ink,
            text: String::new(),
            made: None,
        });
        self.view.note = Some(note.id);
        let before = self.view.notes.get(note.id).cloned();
        self.changes.push((note.id, before));
        self.view.notes.put(Note {
            text: text.map_or(note.text, str::to_owned),
            ..note
        });
        let away = self.keymap.way_to(Command::Dismiss);
        turn.say(match text {
            Some(_) => format!("The note is written; {away} deletes it."),
            None => format!("Highlighted; {away} deletes it, note WORDS writes a note on it."),
        });
    }

    /// To the notes after or before the one that the reader is at.
    pub(super) fn walk_notes(&mut self, by: isize, turn: &mut Turn) {
        let all: Vec<(Id, Option<Span>)> = self.view.notes.iter().map(|n| (n.id, n.span)).collect();
        let last = all.len().cast_signed() - 1;
        if last < 0 {
            return turn.say("No notes yet: note WORDS writes one on this paragraph.");
        }
        let at = self.view.note;
        let at = at.and_then(|id| all.iter().position(|&(of, _)| of == id));
        let to = if let Some(at) = at {
            at.cast_signed().saturating_add(by)
        } else {
            let here = self.view.top;
            let passed = all.partition_point(|(_, span)| span.is_some_and(|s| s.start < here));
            let by = if by > 0 { by - 1 } else { by };
            passed.cast_signed().saturating_add(by)
        };
        if to > last {
            turn.say("This is the last note.");
        } else if to < 0 {
            turn.say("This is the first note.");
        }
        let to = to.clamp(0, last).cast_unsigned();
        if let Some(&(id, span)) = all.get(to) {
            if let Some(span) = span {
                self.jump(span.start);
            }
            self.view.selected = None;
            self.view.note = Some(id);
            turn.said.extend(self.said_of(id, to));
        }
    }

    /// Lists all notes.
    pub(super) fn list_notes(&self, turn: &mut Turn) {
        if self.view.notes.is_empty() {
            turn.say("No notes yet: note WORDS writes one on this paragraph.");
        }
        for (note, at) in self.view.notes.iter().zip(0..) {
            turn.said.extend(self.said_of(note.id, at));
        }
    }

    /// Deletes the note that the reader is at; tells whether there is one.
    pub(super) fn delete_note(&mut self, turn: &mut Turn) -> bool {
        let gone = self
            .view
            .note
            .take()
            .and_then(|id| self.view.notes.remove(id));
        if let Some(note) = &gone {
            self.changes.push((note.id, Some(note.clone())));
            let quote = note.words(&self.article.document);
            let quote: Vec<&str> = quote.split_whitespace().collect();
            let what = if note.is_written() {
                format!("The note is deleted: {}", note.text)
            } else {
                "The highlight is deleted".to_owned()
            };
            let back = self.keymap.way_to(Command::UndoNote);
            let quote = quote.join(" ");
            turn.say(format!("{what}. It was on: {quote} {back} brings it back."));
        }
        gone.is_some()
    }

    /// Takes the last change of notes back.
    pub(super) fn undo_note(&mut self, turn: &mut Turn) {
        let Some((id, before)) = self.changes.pop() else {
            return turn.say("There is no change of notes to take back.");
        };
        match before {
            None => {
                self.view.notes.remove(id);
                self.view.note = None;
                turn.say("The highlight is taken back.");
            }
            Some(note) => {
                turn.say(match self.view.notes.get(id) {
                    Some(_) => "The note is as it was.",
                    None => "The note is back.",
                });
                self.view.notes.put(note);
                let at = self.view.notes.iter().position(|n| n.id == id);
                turn.said.extend(at.and_then(|at| self.said_of(id, at)));
            }
        }
    }

    /// A note in words; `at` counts from 0.
    fn said_of(&self, id: Id, at: usize) -> Option<linear::Saying> {
        let note = self.view.notes.get(id)?;
        let words = note.words(&self.article.document).split_whitespace();
        let words = words.collect::<Vec<_>>().join(" ");
        let what = if note.is_written() {
            "Note"
        } else {
            "Highlight"
        };
        let written = if note.is_written() {
            format!("{} On: ", note.text)
        } else {
            String::new()
        };
        let lost = if note.span.is_none() {
            " These words are no longer in the text."
        } else {
            ""
        };
        let all = self.view.notes.len();
        Some(format!("{what} {} of {all}: {written}{words}{lost}", at + 1).into())
    }
}
