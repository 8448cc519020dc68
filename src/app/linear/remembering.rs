//! What is remembered of a reading in plain lines: recalled once the whole text is there, written after every line.
//!
//! Nobody waits for frames here, so the database is used as it comes, without a thread.

use std::path::PathBuf;

use super::Linear;
use crate::app::Placed;
use crate::app::memory::{Known, place};
use crate::article::State;
use crate::command::Command;
use crate::import::source::Input;
use crate::store::{About, DocumentId, Sketch, Store, StoreError, text_name};
use crate::text::Pos;
use crate::ui::linear::{self, Saying};

/// The way to the database.
#[derive(Debug)]
pub(super) struct Remembering {
    path: PathBuf,
    place: Option<String>,
    kept: Option<Kept>,
    /// Whether it was said that nothing can be remembered.
    failed: bool,
}

/// The article in the database, and what was told of it.
#[derive(Debug)]
struct Kept {
    store: Store,
    document: DocumentId,
    known: Known,
}

impl Remembering {
    pub(super) fn new(path: PathBuf, input: &Input) -> Self {
        Self {
            path,
            place: place(input),
            kept: None,
            failed: false,
        }
    }

    /// Recalls what is remembered, once the whole text is there; gives what is to be said of it.
    pub(super) fn begin(&mut self, reader: &mut Linear) -> Vec<Saying> {
        if self.kept.is_some() || self.failed || reader.article.state == State::Beginning {
            return Vec::new();
        }
        match self.recall(reader) {
            Ok(said) => said,
            Err(error) => self.complain(&error),
        }
    }

    fn recall(&mut self, reader: &mut Linear) -> Result<Vec<Saying>, StoreError> {
        let mut said = Vec::new();
        let opened = Store::open(&self.path)?;
        if let Some(aside) = opened.put_aside {
            let aside = aside.display();
            said.push(format!("The history was damaged: it was put aside as {aside}.").into());
        }
        let mut store = opened.store;
        let document = &reader.article.document;
        let (text, meta) = (document.text(), document.meta());
        let name = text_name(text);
        let about = About {
            title: meta.title.clone(),
            source: meta.source.clone(),
            words: u32::try_from(text.split_ascii_whitespace().count()).unwrap_or(u32::MAX),
            sketch: Sketch::of(text),
        };
        let place = self.place.as_deref();
        let found = store.recognise(&name, place, &about.title, &about.sketch)?;
        let remembered = found.map(|id| store.remembered(id)).transpose()?;
        let placed = Placed::of(&reader.article, remembered.unwrap_or_default());
        let names: Vec<String> = [name].into_iter().chain(self.place.clone()).collect();
        let mut known = Known::default();
        known.take(&reader.article.document, &placed);
        known.take_notes(&placed.notes);
        said.extend(reader.recall(&placed));
        let document = store.keep(found, &names, &about)?;
        self.kept = Some(Kept {
            store,
            document,
            known,
        });
        Ok(said)
    }

    /// Writes what the reader did since the last time; gives what is to be said of that.
    pub(super) fn follow(&mut self, reader: &Linear) -> Vec<Saying> {
        let Some(kept) = &mut self.kept else {
            return Vec::new();
        };
        let changes = kept
            .known
            .changes(&reader.view, &reader.article, reader.heard());
        if changes.is_empty() {
            return Vec::new();
        }
        match kept.store.apply(kept.document, &changes) {
            Ok(()) => Vec::new(),
            Err(error) => self.complain(&error),
        }
    }

    /// Says once that nothing can be remembered.
    fn complain(&mut self, error: &StoreError) -> Vec<Saying> {
        if std::mem::replace(&mut self.failed, true) {
            return Vec::new();
        }
        let file = self.path.file_name().unwrap_or_default().display();
        vec![format!("Not remembered: {file} {error}.").into()]
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
