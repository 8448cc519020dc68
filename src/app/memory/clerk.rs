//! The thread that has the database: answers, collects changes, and writes them together.
//!
//! What is told is written at most [`GATHER`] later. What cannot be written is kept and tried again with what comes
//! next, and at the end. The database is opened when it is first needed, and made only when there is something to write.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, SyncSender};
use std::time::{Duration, Instant};

use super::super::event::{Event, Reading};
use super::Recalled;
use crate::document::Document;
use crate::store::{
    About, Change, DocumentId, Entry, Remembered, Sketch, Store, StoreError, text_name,
};

/// How long changes are gathered before they are written together.
const GATHER: Duration = Duration::from_millis(300);

/// Something that the thread is told.
#[derive(Debug)]
pub(super) enum Message {
    /// Another article begins, of which only the text will tell what it is.
    Begin,
    /// Another article begins: what is known of this place?
    Place(String, Reading, SyncSender<Recalled>),
    /// This is its whole text.
    Whole(Whole),
    /// The reader did something in it.
    Change(Change),
    /// What was read?
    History(SyncSender<Vec<Entry>>),
    /// Forget a document.
    Forget(DocumentId),
    /// Write now.
    Save(SyncSender<()>),
}

/// A whole text, and where it came from.
#[derive(Debug)]
pub(super) struct Whole {
    pub(super) reading: Reading,
    pub(super) place: Option<String>,
    pub(super) document: Arc<Document>,
}

/// The database and what is not written yet.
#[derive(Debug)]
pub(super) struct Clerk {
    path: PathBuf,
    store: Option<Store>,
    events: Sender<Event>,
    /// The document that changes belong to.
    document: Option<DocumentId>,
    /// What it was opened as.
    opened: Option<(Vec<String>, About)>,
    pending: Vec<Change>,
    /// Why the last attempt to write failed.
    failed: Option<String>,
    /// Whether the database is of no use: the person has been told.
    given_up: bool,
}

impl Clerk {
    pub(super) fn new(path: PathBuf, events: Sender<Event>) -> Self {
        Self {
            path,
            store: None,
            events,
            document: None,
            opened: None,
            pending: Vec::new(),
            failed: None,
            given_up: false,
        }
    }

    /// Works until nobody is left who could tell it anything. Gives a sentence about what could not be written.
    pub(super) fn run(mut self, heard: &Receiver<Message>) -> Option<String> {
        let mut due: Option<Instant> = None;
        loop {
            let message = match due {
                None => heard.recv().map_err(|_| RecvTimeoutError::Disconnected),
                Some(due) => heard.recv_timeout(due.saturating_duration_since(Instant::now())),
            };
            match message {
                Ok(message) => {
                    self.hear(message);
                    due = match due {
                        _ if self.pending.is_empty() => None,
                        None => Some(Instant::now() + GATHER),
                        due => due,
                    };
                }
                Err(RecvTimeoutError::Timeout) => {
                    self.write();
                    // What could not be written waits for what comes next.
                    due = None;
                }
                Err(RecvTimeoutError::Disconnected) => break,
            }
        }
        self.write();
        self.unwritten()
    }

    /// What the person wrote and could not be written down, in words.
    fn unwritten(self) -> Option<String> {
        let notes = self.pending.iter().filter_map(|change| match change {
            Change::Note(note) => Some(format!(
                "\n\u{201c}{}\u{201d} {}",
                note.anchor.exact, note.text
            )),
            _ => None,
        });
        let notes: String = notes.collect();
        let why = self.failed?;
        (!notes.is_empty()).then(|| format!("{why}; these notes could not be saved:{notes}"))
    }

    fn hear(&mut self, message: Message) {
        match message {
            Message::Begin => self.leave(),
            Message::Place(place, reading, answer) => {
                self.leave();
                let recalled = self.recall(|store| store.find(&place));
                self.document = recalled.document;
                // The channel holds nothing: what nobody waits for any more comes back, and goes as an event.
                if let Err(late) = answer.send(recalled) {
                    let _ = self.events.send(Event::Recalled(reading, late.0));
                }
            }
            Message::Whole(whole) => self.know(&whole),
            Message::Change(change) => {
                if matches!(change, Change::Read(_)) {
                    self.pending.retain(|c| !matches!(c, Change::Read(_)));
                }
                self.pending.push(change);
            }
            Message::History(answer) => {
                self.write();
                let entries = match self.existing().map(|store| store.history()) {
                    Some(Ok(entries)) => entries,
                    Some(Err(error)) => {
                        self.complain(&error);
                        Vec::new()
                    }
                    None => Vec::new(),
                };
                let _ = answer.send(entries);
            }
            Message::Forget(document) => {
                if self.document == Some(document) {
                    (self.document, self.opened) = (None, None);
                    self.pending.clear();
                }
                if let Some(Err(error)) = self.existing().map(|store| store.forget(document)) {
                    self.complain(&error);
                }
            }
            Message::Save(answer) => {
                self.write();
                let _ = answer.send(());
            }
        }
    }

    /// Writes what belongs to the article that is left.
    fn leave(&mut self) {
        self.write();
        (self.document, self.opened) = (None, None);
        self.pending.clear();
    }

    /// Finds out which document a whole text is, notes that it was opened, and says what is remembered of it.
    fn know(&mut self, whole: &Whole) {
        self.write();
        let document = &whole.document;
        let meta = document.meta();
        let name = text_name(document.text());
        let about = About {
            title: meta.title.clone(),
            source: meta.source.clone(),
            words: u32::try_from(document.text().split_ascii_whitespace().count())
                .unwrap_or(u32::MAX),
            sketch: Sketch::of(document.text()),
        };
        let names: Vec<String> = [name.clone()]
            .into_iter()
            .chain(whole.place.clone())
            .collect();
        let known = self.recall(|store| {
            store.recognise(&name, whole.place.as_deref(), &about.title, &about.sketch)
        });
        self.document = known.document;
        self.opened = Some((names, about));
        self.keep();
        let recalled = Recalled {
            document: self.document,
            sure: true,
            ..known
        };
        let _ = self.events.send(Event::Recalled(whole.reading, recalled));
    }

    /// Notes that the document was opened, and under which names.
    fn keep(&mut self) {
        let Some((names, about)) = self.opened.clone() else {
            return;
        };
        let document = self.document;
        match self
            .open()
            .map(|store| store.keep(document, &names, &about))
        {
            Some(Ok(id)) => self.document = Some(id),
            Some(Err(error)) => self.complain(&error),
            None => {}
        }
    }

    /// What is remembered of the document that `find` finds, if there is a database.
    fn recall(
        &mut self,
        find: impl FnOnce(&Store) -> Result<Option<DocumentId>, StoreError>,
    ) -> Recalled {
        let found = match self.existing() {
            None => Ok(None),
            Some(store) => find(store)
                .and_then(|found| found.map(|id| Ok((id, store.remembered(id)?))).transpose()),
        };
        let found = found.unwrap_or_else(|error| {
            self.complain(&error);
            None
        });
        let (document, remembered) =
            found.map_or((None, Remembered::default()), |(id, all)| (Some(id), all));
        Recalled {
            document,
            remembered,
            sure: false,
        }
    }

    /// Writes what is pending; keeps what cannot be written.
    fn write(&mut self) {
        let Some(document) = self.document.filter(|_| !self.pending.is_empty()) else {
            return;
        };
        let pending = std::mem::take(&mut self.pending);
        let written = match self.open() {
            Some(store) => store.apply(document, &pending),
            None => Ok(()),
        };
        match written {
            Ok(()) => self.failed = None,
            Err(error) => {
                self.pending = pending;
                self.complain(&error);
            }
        }
    }

    /// The database, if there is one.
    fn existing(&mut self) -> Option<&mut Store> {
        if self.store.is_none() && !self.path.exists() {
            return None;
        }
        self.open()
    }

    /// The database, made when there is none; none when it is of no use.
    fn open(&mut self) -> Option<&mut Store> {
        if self.store.is_none() && !self.given_up {
            match Store::open(&self.path) {
                Ok(opened) => {
                    self.store = Some(opened.store);
                    if let Some(aside) = opened.put_aside {
                        self.say_put_aside(&aside);
                    }
                }
                Err(error) => {
                    self.given_up = true;
                    self.complain(&error);
                }
            }
        }
        self.store.as_mut()
    }

    /// Says what is wrong, once; a damaged database is put aside and a new one begun.
    fn complain(&mut self, error: &StoreError) {
        if matches!(error, StoreError::Damaged)
            && let Some(store) = self.store.take()
        {
            match store.put_aside() {
                Ok(aside) => self.say_put_aside(&aside),
                Err(error) => self.complain(&error),
            }
            // What is pending is written to the new one, in which the document has another number.
            self.document = None;
            self.keep();
            return;
        }
        let file = self.path.file_name().unwrap_or_default().display();
        let sentence = format!("not remembered: {file} {error}");
        if self.failed.replace(sentence.clone()).is_none() {
            let _ = self.events.send(Event::Forgetful(sentence));
        }
    }

    fn say_put_aside(&self, aside: &std::path::Path) {
        let sentence = format!(
            "the history was damaged: it was put aside as {}, and a new one begun",
            aside.display()
        );
        let _ = self.events.send(Event::Forgetful(sentence));
    }
}
