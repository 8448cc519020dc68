//! The thread that has the database: answers, collects changes, and writes them together, at most [`GATHER`] after they
//! were told.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender};
use std::time::{Duration, Instant};

use super::super::event::{Event, Reading};
use super::super::queue;
use super::Recalled;
use super::ledger::Ledger;
use crate::document::Document;
use crate::store::{Change, DocumentId, Entry};

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

/// The thread.
#[derive(Debug)]
pub(super) struct Clerk {
    ledger: Ledger,
    events: queue::Sender,
}

impl Clerk {
    pub(super) fn new(path: PathBuf, events: queue::Sender) -> Self {
        Self {
            ledger: Ledger::new(path),
            events,
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
                        _ if !self.ledger.has_pending() => None,
                        None => Some(Instant::now() + GATHER),
                        due => due,
                    };
                }
                Err(RecvTimeoutError::Timeout) => {
                    self.ledger.write();
                    self.ledger.tidy();
                    // What could not be written waits for what comes next.
                    due = None;
                }
                Err(RecvTimeoutError::Disconnected) => break,
            }
            for sentence in self.ledger.said() {
                let _ = self.events.send(Event::Forgetful(sentence));
            }
        }
        self.ledger.finish()
    }

    fn hear(&mut self, message: Message) {
        match message {
            Message::Begin => self.ledger.leave(),
            Message::Place(place, reading, answer) => {
                let recalled = self.ledger.begin(&place);
                // The channel holds nothing: what nobody waits for any more comes back, and goes as an event.
                if let Err(late) = answer.send(recalled) {
                    let _ = self.events.send(Event::Recalled(reading, late.0));
                }
            }
            Message::Whole(Whole {
                reading,
                place,
                document,
            }) => {
                let recalled = self.ledger.know(&document, place.as_deref());
                let _ = self.events.send(Event::Recalled(reading, recalled));
            }
            Message::Change(change) => self.ledger.change(change),
            Message::History(answer) => {
                let _ = answer.send(self.ledger.history());
            }
            Message::Forget(document) => self.ledger.forget(document),
            Message::Save(answer) => {
                self.ledger.write();
                let _ = answer.send(());
            }
        }
    }
}
