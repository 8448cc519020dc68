//! The notes of articles, printed: of those that are named, or of all.

use std::io;
use std::path::Path;

use super::load::{self, Facts, Loaded};
use super::output::{Output, complain};
use super::perform::{Outcome, warn};
use super::request::{NotesFormat, NotesTask};
use super::surroundings::{Stream, Surroundings, database};
use crate::app::{open_store, place};
use crate::export::{Notebook, notes, notes_json};
use crate::import::source::{BuiltIn, Given, Input};
use crate::store::{Entry, Note, Sketch, Store, StoreError, file_of, text_name};

/// What was noted in one article.
struct Found {
    title: String,
    source: String,
    loaded: Option<Loaded>,
    notes: Vec<Note>,
}

impl Found {
    /// What exporters read.
    fn book(&self) -> Notebook<'_> {
        Notebook {
            title: &self.title,
            source: &self.source,
            sheet: self.loaded.as_ref().map(Loaded::sheet),
            notes: &self.notes,
        }
    }
}

/// Prints notes.
///
/// # Errors
/// When standard output cannot be written.
pub(super) fn print(
    task: &NotesTask,
    given: &Given,
    around: &Surroundings,
    output: &mut Output,
) -> io::Result<Outcome> {
    let mut outcome = Outcome::Done;
    let store = match database().and_then(|path| open(&path).transpose()) {
        Some(Ok(store)) => Some(store),
        None => None,
        Some(Err(sentence)) => {
            complain(&sentence);
            return Ok(Outcome::Failed);
        }
    };
    let mut found = Vec::new();
    let mut take = |one: Result<Found, String>| match one {
        Ok(one) => found.push(one),
        Err(sentence) => {
            complain(&sentence);
            outcome = Outcome::Failed;
        }
    };
    if task.inputs.is_empty() {
        let all = store.as_ref().map_or(Ok(Vec::new()), Store::history);
        match (all, &store) {
            (Ok(all), Some(store)) => {
                for entry in all.iter().filter(|e| e.notes > 0) {
                    take(of_entry(store, entry, given));
                }
            }
            (Ok(_), None) => {}
            (Err(error), _) => take(Err(format!("notes: {error}"))),
        }
    }
    for input in &task.inputs {
        take(of_input(store.as_ref(), input, given));
    }
    if found.iter().all(|f| f.notes.is_empty()) && around.stderr == Stream::Terminal {
        complain(
            "notes: none were made yet: in the reader v selects words, H highlights, a writes a note",
        );
    }
    write(&found, task, output)?;
    Ok(outcome)
}

/// Writes what was found in the form that is asked for.
fn write(found: &[Found], task: &NotesTask, output: &mut Output) -> io::Result<()> {
    match task.format {
        NotesFormat::Markdown => {
            let noted = found.iter().filter(|f| !f.notes.is_empty());
            let pages: Vec<String> = noted.map(|f| notes(&f.book())).collect();
            output.write(&pages.join("\n"))
        }
        NotesFormat::Json => {
            let all: Vec<_> = found.iter().map(|f| notes_json(&f.book())).collect();
            match (task.inputs.len(), all.first()) {
                (1, Some(one)) => output.write(&format!("{one}\n")),
                (1, None) => Ok(()),
                _ => output.write(&format!("{}\n", serde_json::Value::Array(all))),
            }
        }
    }
}

/// Opens the database, when there is one.
fn open(path: &Path) -> Result<Option<Store>, String> {
    let opened = open_store(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let Some(opened) = opened else {
        return Ok(None);
    };
    if let Some(aside) = opened.put_aside {
        return Err(format!(
            "{}: was damaged, and put aside as {}",
            path.display(),
            aside.display()
        ));
    }
    Ok(Some(opened.store))
}

/// The notes of an article that is named. A page of the web is not fetched again for it.
fn of_input(store: Option<&Store>, input: &Input, given: &Given) -> Result<Found, String> {
    let failed = |error: StoreError| format!("notes: {error}");
    if let Input::Url(address) = input {
        let document = store.map(|s| s.find(address)).transpose().map_err(failed)?;
        let history = store
            .map_or(Ok(Vec::new()), Store::history)
            .map_err(failed)?;
        let entry = history.into_iter().find(|e| Some(Some(e.id)) == document);
        let (Some(store), Some(entry)) = (store, entry) else {
            return Err(format!(
                "{address}: was not read yet: `nutgraf {address}` reads it"
            ));
        };
        return Ok(Found {
            notes: store.notes(entry.id).map_err(failed)?,
            title: entry.title,
            source: address.clone(),
            loaded: None,
        });
    }
    let loaded = load::article(input, given, Facts::Find).map_err(|error| error.to_string())?;
    warn(&loaded);
    let document = &loaded.article.document;
    let meta = document.meta();
    let (title, source) = (meta.title.clone(), meta.source.clone());
    let place = place(input);
    let notes = store.map_or(Ok(Vec::new()), |store| {
        let name = text_name(document.text());
        let sketch = Sketch::of(document.text());
        match store.recognise(&name, place.as_deref(), &title, &sketch)? {
            Some(id) => store.notes(id),
            None => Ok(Vec::new()),
        }
    });
    Ok(Found {
        notes: notes.map_err(failed)?,
        title,
        source,
        loaded: Some(loaded),
    })
}

/// The notes of an article of the history. Where it cannot be read any more, its notes are printed all the same.
fn of_entry(store: &Store, entry: &Entry, given: &Given) -> Result<Found, String> {
    let place = entry.place.as_deref().unwrap_or_default();
    let input = file_of(place).map(Input::File).or_else(|| {
        let name = place.strip_prefix("built-in:")?;
        BuiltIn::of_name(name).map(Input::BuiltIn)
    });
    let failed = |error: StoreError| format!("notes: {error}");
    Ok(Found {
        title: entry.title.clone(),
        source: entry.source.clone(),
        loaded: input.and_then(|input| load::article(&input, given, Facts::Find).ok()),
        notes: store.notes(entry.id).map_err(failed)?,
    })
}
