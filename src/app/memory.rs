//! What is remembered, as the loop sees it: asks what is known of an article, and tells what the reader does.
//!
//! The database belongs to a thread of its own (`clerk`), so that no disk ever holds up a key or a frame. What the
//! reader does is seen by comparing the view with what was last told (`Known`); nothing is told before it is known
//! which document this is and what was remembered of it, so that a place is never overwritten by the beginning.

mod clerk;
mod known;
mod ledger;
mod placing;
#[cfg(test)]
mod tests;

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use super::event::{Event, Reading};
use super::queue;
use super::{Eye, Reader};
use crate::article::State;
use crate::document::Document;
use crate::import::source::{BuiltIn, Input};
use crate::store::{Change, DocumentId, Entry, Id, Remembered, file_of};
use crate::text::Pos;
use crate::ui::{Awaited, Note, Overlay};
use clerk::{Clerk, Message, Whole};
pub(in crate::app) use known::Known;
pub(in crate::app) use ledger::Ledger;
pub(crate) use ledger::open_store;
pub(in crate::app) use placing::Taken;

pub use placing::Placed;

/// How long the first frame waits for the place where the reader stopped. The answer is mostly there before the article
/// is; a slow disk does not hold up the frame, and the place is gone to later.
pub(super) const BEFORE_THE_FRAME: Duration = Duration::from_millis(2);
/// How long the text is held back after that, until it is known where the reader stopped.
const BEFORE_THE_TEXT: Duration = Duration::from_millis(800);
/// How long a text may have been seen before it counts as being read, and is not moved any more.
const AT_A_GLANCE: Duration = Duration::from_millis(400);
/// How long a person who asked for something waits for the database.
pub(super) const WHEN_ASKED: Duration = Duration::from_millis(500);

/// What the database knows of an article.
#[derive(Clone, Debug, Default)]
pub(super) struct Recalled {
    /// Which document it is; none when it is not known.
    pub(super) document: Option<DocumentId>,
    /// What was remembered of it.
    pub(super) remembered: Remembered,
    /// Whether this was found by the whole text, and not only by the place that it was read from.
    pub(super) sure: bool,
    /// Whether there is more in it than the last time, from a file that an earlier session left.
    pub(super) anew: bool,
    /// Whether this is no answer, but the end of the time for one.
    pub(super) too_late: bool,
}

impl Recalled {
    /// Where the reader stopped, in the text of that time.
    pub(super) fn place(&self) -> Pos {
        let position = self.remembered.progress.as_ref();
        position.map_or(Pos(0), |(progress, _)| progress.position.pos)
    }
}

/// A question to the database.
#[derive(Debug)]
pub(super) struct Asked(Option<Receiver<Recalled>>);

impl Asked {
    /// The answer, empty where nothing was asked; none when it does not come in that time.
    pub(super) fn wait(self, time: Duration) -> Option<Recalled> {
        match self.0 {
            None => Some(Recalled::default()),
            Some(answered) => answered.recv_timeout(time).ok(),
        }
    }
}

/// The way to the thread that has the database, and what it was told.
#[derive(Debug)]
pub(super) struct Memory {
    to: Sender<Message>,
    thread: Option<JoinHandle<Option<String>>>,
    /// The article that is remembered now.
    current: Option<Current>,
}

/// The article that is remembered now.
#[derive(Debug)]
struct Current {
    input: Input,
    place: Option<String>,
    reading: Reading,
    /// Since when the text can be seen.
    seen: Instant,
    /// The document that was recalled last.
    document: Option<DocumentId>,
    /// The text that the database was shown whole.
    shown: Option<Arc<Document>>,
    /// What could not be placed yet, while the text is not all there.
    rest: Remembered,
    /// The notes that were shown before that was sure.
    given: Vec<Id>,
    /// The dismissed facts and folded sections that were taken into the view.
    taken: Taken,
    /// What was told; none until it is sure which document this is.
    known: Option<Known>,
    /// What was recalled while that was not sure.
    guess: Option<Known>,
}

impl Memory {
    /// Starts the thread. `database` is opened when it is first needed.
    ///
    /// # Errors
    /// When there can be no thread.
    pub(super) fn start(database: PathBuf, events: queue::Sender) -> std::io::Result<Self> {
        let (to, heard) = mpsc::channel();
        let thread = std::thread::Builder::new()
            .name("memory".into())
            .spawn(move || Clerk::new(database, events).run(&heard))?;
        Ok(Self {
            to,
            thread: Some(thread),
            current: None,
        })
    }

    /// Begins with an article: asks what is known of the place that it is read from. The answer is waited for, or else
    /// comes as an event.
    pub(super) fn begin(&mut self, input: &Input, reading: Reading) -> Asked {
        let place = place(input);
        self.current = Some(Current {
            input: input.clone(),
            place: place.clone(),
            reading,
            seen: Instant::now(),
            document: None,
            shown: None,
            rest: Remembered::default(),
            given: Vec::new(),
            taken: Taken::default(),
            known: None,
            guess: None,
        });
        let Some(place) = place else {
            // Standard input is known by its text alone.
            self.tell(Message::Begin);
            return Asked(None);
        };
        let (answer, answered) = mpsc::sync_channel(0);
        self.tell(Message::Place(place, reading, answer));
        Asked(Some(answered))
    }

    /// Takes what was recalled into the reader before its text is seen, however long it took to read that.
    pub(super) fn recall_unseen(
        &mut self,
        reader: &mut Reader,
        reading: Reading,
        recalled: Recalled,
    ) {
        if let Some(current) = &mut self.current {
            current.seen = Instant::now();
        }
        self.recall(reader, reading, recalled);
    }

    /// Takes what was recalled into the reader, as far as it can be placed.
    pub(super) fn recall(&mut self, reader: &mut Reader, reading: Reading, recalled: Recalled) {
        let Some(current) = self.current.as_mut().filter(|c| c.reading == reading) else {
            return;
        };
        if recalled.too_late {
            if reader.awaits() == Some(Awaited::Answer) {
                current.seen = Instant::now();
                reader.await_no_longer();
            }
            return;
        }
        let eye = if current.seen.elapsed() < AT_A_GLANCE {
            Eye::NotYet
        } else {
            Eye::OnText
        };
        let awaits = reader.awaits();
        let (stopped, sure) = (recalled.place(), recalled.sure);
        let same = current.document == recalled.document && current.document.is_some();
        let again = same && !recalled.anew;
        let remembered = if again {
            std::mem::take(&mut current.rest)
        } else {
            recalled.remembered
        };
        current.document = recalled.document;
        let placed = Placed::of(reader.article(), remembered);
        reader.recall(&placed, eye);
        if recalled.anew {
            // An earlier session had brought them back and could not write that.
            reader.take_back(&current.taken.without(&placed));
        }
        current.taken = Taken::of(&placed);
        if awaits == Some(Awaited::Answer) {
            current.seen = Instant::now();
            if !sure {
                reader.await_place(stopped);
            }
        }
        // Once it is sure which document it is, notes of another one go.
        let decided = recalled.sure && (current.known.is_none() || !again);
        let told = current.known.as_ref().map(Known::notes);
        // What the reader deleted meanwhile stays deleted.
        let deleted = |id: Id| current.given.contains(&id) && reader.view().notes.get(id).is_none();
        let there = placed.notes.iter().filter(|n| !again || !deleted(n.id));
        let there: Vec<Note> = there.cloned().collect();
        reader.recall_notes(&there, decided, told);
        let shown = there.iter().filter(|n| n.span.is_some());
        current.given = shown.map(|n| n.id).collect();
        if recalled.sure {
            let known = current.known.get_or_insert_with(Known::default);
            known.take(&reader.article().document, &placed);
            if decided {
                known.take_notes(&placed.notes);
            }
        } else {
            let found = placed.top.is_some();
            let guess = current.guess.insert(Known::default());
            guess.take(&reader.article().document, &placed);
            guess.take_notes(&placed.notes);
            current.rest = placed.all();
            if found {
                // The reader is there now, and may go on.
                current.rest.progress = None;
            }
        }
    }

    /// Tells what the reader did since the last time. Costs a comparison when it did nothing.
    pub(super) fn follow(&mut self, reader: &Reader, input: &Input, reading: Reading) {
        let in_library = matches!(reader.view().overlay, Some(Overlay::Library(_)));
        if self.current.is_none() && in_library {
            return;
        }
        if self.current.as_ref().is_none_or(|c| c.input != *input) {
            drop(self.begin(input, reading));
        }
        let Some(current) = &mut self.current else {
            return;
        };
        current.reading = reading;
        let mut messages = Vec::new();
        let article = reader.article();
        let new = current
            .shown
            .as_ref()
            .is_none_or(|shown| !Arc::ptr_eq(shown, &article.document));
        if article.state > State::Beginning && new {
            current.shown = Some(Arc::clone(&article.document));
            messages.push(Message::Whole(Whole {
                reading,
                place: current.place.clone(),
                document: Arc::clone(&article.document),
            }));
        }
        if let Some(known) = &mut current.known {
            messages.extend(
                known
                    .changes(reader.view(), reader.article(), reader.shown())
                    .into_iter()
                    .map(Message::Change),
            );
        }
        for message in messages {
            self.tell(message);
        }
    }

    /// Tells what the reader did though it is not sure which document this is: the database did not say so in time, and
    /// the reader leaves. Where it said nothing at all, the place that was remembered stays.
    pub(super) fn tell_in_doubt(&mut self, reader: &Reader) {
        let Some(current) = self.current.as_mut().filter(|c| c.known.is_none()) else {
            return;
        };
        let is_guessed = current.guess.is_some();
        let known = current
            .known
            .insert(current.guess.take().unwrap_or_default());
        let changes = known.changes(reader.view(), reader.article(), reader.shown());
        let told = changes.into_iter().filter(|change| {
            is_guessed
                || !matches!(
                    change,
                    Change::Read(_) | Change::Fold(_) | Change::Unfold(_)
                )
        });
        for change in told {
            let _ = self.to.send(Message::Change(change));
        }
    }

    /// Whether the answer about the whole text is still on its way.
    pub(super) fn is_unsure(&self) -> bool {
        let current = self.current.as_ref();
        current.is_some_and(|c| c.shown.is_some() && c.known.is_none())
    }

    /// The history, what was read last first; nothing where it cannot be had in time.
    pub(super) fn history(&self) -> Option<Vec<Entry>> {
        let (answer, answered) = mpsc::sync_channel(1);
        self.tell(Message::History(answer));
        answered.recv_timeout(WHEN_ASKED).ok()
    }

    /// Forgets a document. If it is the one that is open, what is done in it from now on is not remembered.
    pub(super) fn forget(&self, document: DocumentId) {
        self.tell(Message::Forget(document));
    }

    /// Returns when all that was told is written, or cannot be.
    pub(super) fn save(&self) {
        let (answer, answered) = mpsc::sync_channel(1);
        self.tell(Message::Save(answer));
        let _ = answered.recv_timeout(WHEN_ASKED);
    }

    /// Writes what is left and ends the thread. Gives a sentence about what could not be written.
    pub(super) fn close(mut self) -> Option<String> {
        let thread = self.thread.take()?;
        // The thread ends when nobody can tell it anything any more.
        drop(self);
        thread.join().ok().flatten()
    }

    /// A thread that has ended has said why.
    fn tell(&self, message: Message) {
        let _ = self.to.send(message);
    }
}

/// The answer did not come before the frame: the text is held back until it does, for a short time at most.
pub(super) fn hold_back(reader: &mut Reader, reading: Reading, events: queue::Sender) {
    let too_late = Recalled {
        too_late: true,
        ..Recalled::default()
    };
    let timer = std::thread::Builder::new().name("held text".into());
    let begun = timer.spawn(move || {
        std::thread::sleep(BEFORE_THE_TEXT);
        let _ = events.send(Event::Recalled(reading, too_late));
    });
    if begun.is_ok() {
        reader.await_answer();
    }
}

/// The name of the place that an input is read from; none for standard input.
pub(crate) fn place(input: &Input) -> Option<String> {
    match input {
        Input::File(path) => Some(crate::store::file_name(path)),
        Input::BuiltIn(built_in) => Some(format!("built-in:{}", built_in.name())),
        Input::Url(address) => Some(address.clone()),
        Input::Stdin => None,
    }
}

/// The input that the name of a place stands for; none for a built-in article that there is not.
pub(super) fn input_of(place: &str) -> Option<Input> {
    match place.strip_prefix("built-in:") {
        Some(name) => BuiltIn::of_name(name).map(Input::BuiltIn),
        None => file_of(place)
            .map(Input::File)
            .or_else(|| Some(Input::Url(place.to_owned()))),
    }
}
