//! What is remembered of a reading in plain lines: recalled once the whole text is there, written after every line.
//!
//! Nobody waits for frames here, so the database is used as it comes, without a thread.

use std::path::PathBuf;

use super::Linear;
use crate::app::Placed;
use crate::app::memory::{Known, Ledger, place};
use crate::article::State;
use crate::command::Command;
use crate::import::source::Input;
use crate::store::Entry;
use crate::text::Pos;
use crate::ui::linear::{self, Saying};

/// The way to the database.
#[derive(Debug)]
pub(super) struct Remembering {
    ledger: Ledger,
    place: Option<String>,
    /// What was told of the article, once it is known which one it is.
    known: Option<Known>,
}

impl Remembering {
    pub(super) fn new(path: PathBuf, input: &Input) -> Self {
        Self {
            ledger: Ledger::new(path),
            place: place(input),
            known: None,
        }
    }

    /// Recalls what is remembered, once the whole text is there; gives what is to be said of it.
    pub(super) fn begin(&mut self, reader: &mut Linear) -> Vec<Saying> {
        if self.known.is_some() || reader.article.state == State::Beginning {
            return Vec::new();
        }
        let document = &reader.article.document;
        let recalled = self.ledger.know(document, self.place.as_deref());
        let placed = Placed::of(&reader.article, recalled.remembered);
        let mut known = Known::default();
        known.take(&reader.article.document, &placed);
        known.take_notes(&placed.notes);
        self.known = Some(known);
        let mut said = self.said();
        said.extend(reader.recall(&placed));
        said
    }

    /// Writes what the reader did since the last time; gives what is to be said of that.
    pub(super) fn follow(&mut self, reader: &Linear) -> Vec<Saying> {
        let Some(known) = &mut self.known else {
            return Vec::new();
        };
        for change in known.changes(&reader.view, &reader.article, reader.heard()) {
            self.ledger.change(change);
        }
        self.ledger.write();
        self.said()
    }

    /// Another article takes the place of this one.
    pub(super) fn turn_to(&mut self, input: &Input) {
        self.ledger.leave();
        self.place = place(input);
        self.known = None;
    }

    /// What was read before, the last first.
    pub(super) fn history(&mut self) -> Vec<Entry> {
        self.ledger.history()
    }

    /// Writes what is left. Gives a sentence about what could not be written.
    pub(super) fn end(self) -> Option<String> {
        self.ledger.finish()
    }

    /// What the database has to say, as sentences.
    fn said(&mut self) -> Vec<Saying> {
        let said = self.ledger.said().into_iter();
        said.map(|sentence| {
            let mut letters = sentence.chars();
            let first = letters.next().map(|c| c.to_uppercase().to_string());
            format!("{}{}.", first.unwrap_or_default(), letters.as_str()).into()
        })
        .collect()
    }
}

impl Linear {
    /// Takes what is remembered of the article; gives what is to be said of it.
    fn recall(&mut self, placed: &Placed) -> Option<Saying> {
        for &(letter, pos) in &placed.marks {
            self.view.marks.entry(letter).or_insert(pos);
        }
        let dismissed = placed.dismissed.iter().map(|(key, _)| *key);
        self.view.dismissed.extend(dismissed);
        let folded = placed.folds.iter().map(|(id, _)| *id);
        self.view.folded.extend(folded);
        for note in &placed.notes {
            self.view.notes.put(note.clone());
        }
        let top = placed.top.filter(|&top| top > Pos(0))?;
        if self.view.top > Pos(0) {
            return None;
        }
        self.view.top = self.block_at(top).map_or(top, |id| self.start(id));
        let percent = linear::percent(&self.article, self.view.top);
        let first = self.keymap.way_to(Command::Top);
        Some(
            format!(
                "Continued where you stopped, at {percent} percent; {first} goes to the beginning."
            )
            .into(),
        )
    }
}
