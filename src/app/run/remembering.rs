//! What is remembered in the loop: recalled before the first frame, followed, shown as the library.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

use super::Session;
use crate::app::Reader;
use crate::app::event::{Event, Reading};
use crate::app::load::Loader;
use crate::app::memory::{Asked, BEFORE_THE_FRAME, Memory, Recalled, WHEN_ASKED, hold_back};
use crate::app::queue::{self, Queue};
use crate::article::Article;
use crate::import::source::Input;
use crate::store::now;
use crate::ui::Library;

/// The reading that is begun with.
const FIRST: Reading = Reading(1);

/// What is recalled while the first article is read. A database that is not there costs nothing before the frame.
pub(super) struct Recalling {
    memory: Option<Memory>,
    asked: Option<Asked>,
    recalled: Option<Recalled>,
    /// Whether the text waits for an answer that is still on its way.
    holds: bool,
    books: Option<Library>,
}

impl Recalling {
    /// Asks what is known of the input; or, with `library`, for the history.
    pub(super) fn begin(
        database: Option<&Path>,
        input: &Input,
        library: bool,
        events: &queue::Sender,
    ) -> Self {
        let there = database.filter(|path| path.exists());
        let mut memory = there.and_then(|path| Memory::start(path.to_owned(), events.clone()).ok());
        let books = memory
            .as_ref()
            .filter(|_| library)
            .and_then(Memory::history)
            .map(|entries| Library::new(entries, now()))
            .filter(|books| !books.is_empty());
        let is_page = matches!(input, Input::Url(_));
        let asked = memory
            .as_mut()
            .filter(|_| books.is_none() && !is_page)
            .map(|memory| memory.begin(input, FIRST));
        Self {
            memory,
            asked,
            recalled: None,
            holds: false,
            books,
        }
    }

    /// The article as far as the reader had come, unless a line was asked for.
    pub(super) fn far_enough(
        &mut self,
        loader: &mut Loader,
        first: Arc<Article>,
        line: Option<(usize, Option<usize>)>,
    ) -> Arc<Article> {
        if let Some(asked) = self.asked.take() {
            self.recalled = asked.wait(BEFORE_THE_FRAME);
            self.holds = self.recalled.is_none() && line.is_none();
        }
        match &self.recalled {
            Some(recalled) if line.is_none() => loader.far_enough(first, recalled),
            _ => first,
        }
    }

    /// Shows what was recalled.
    pub(super) fn show(&mut self, reader: &mut Reader, events: &queue::Sender) {
        if self.holds {
            hold_back(reader, FIRST, events.clone());
        }
        if let (Some(memory), Some(recalled)) = (&mut self.memory, self.recalled.take()) {
            let stopped = recalled.place();
            memory.recall_unseen(reader, FIRST, recalled);
            reader.await_place(stopped);
        }
        if let Some(books) = self.books.take() {
            reader.open_library(books);
        }
    }

    /// What remembers from now on.
    pub(super) fn finish(
        self,
        database: Option<PathBuf>,
        events: &queue::Sender,
    ) -> Option<Memory> {
        self.memory
            .or_else(|| database.and_then(|path| Memory::start(path, events.clone()).ok()))
    }
}

impl Session {
    /// Tells the database what the reader did.
    pub(super) fn remember(&mut self) {
        if let (Some(memory), Some(input)) = (&mut self.memory, &self.input) {
            memory.follow(&self.reader, input, self.reading);
        }
    }

    /// Tells the database what is left to tell, also of a note that a signal ended in the middle. A reader who leaves at once may have to wait until it is known which
    /// article this is.
    pub(super) fn remember_all(&mut self, queue: &mut Queue) {
        self.reader.keep_draft();
        self.remember();
        let until = Instant::now() + WHEN_ASKED;
        while self.memory.as_ref().is_some_and(Memory::is_unsure) {
            match queue.next_until(until) {
                Some(Event::Recalled(reading, recalled)) => {
                    if let Some(memory) = &mut self.memory {
                        memory.recall(&mut self.reader, reading, recalled);
                    }
                }
                Some(_) => {}
                None => {
                    if let Some(memory) = &mut self.memory {
                        memory.tell_in_doubt(&self.reader);
                    }
                    return;
                }
            }
        }
        self.remember();
    }

    /// Shows an article that was read, where the reader stopped in it.
    pub(super) fn show(&mut self, input: Input, mut loader: Loader, mut first: Arc<Article>) {
        // What was done in the article before belongs to that.
        self.remember();
        let next = Reading(self.readings + 1);
        let line = self.line.take();
        let memory = self.memory.as_mut();
        let recalled = memory.and_then(|memory| memory.begin(&input, next).wait(WHEN_ASKED));
        if let Some(recalled) = recalled.as_ref().filter(|_| line.is_none()) {
            first = loader.far_enough(first, recalled);
        }
        self.leave();
        self.input = Some(input);
        self.reader.open(Arc::clone(&first));
        if let Some((line, column)) = line {
            self.reader.go_to_line(line, column);
        }
        if let (Some(memory), Some(recalled)) = (&mut self.memory, recalled) {
            let stopped = recalled.place();
            memory.recall_unseen(&mut self.reader, next, recalled);
            self.reader.await_place(stopped);
        }
        self.load_rest(loader, first);
        self.watch();
    }

    /// Shows what was read before.
    pub(super) fn library(&mut self) {
        self.remember();
        let Some(memory) = &self.memory else {
            self.reader
                .say("nothing is remembered: --no-store was given", true);
            return;
        };
        match memory.history() {
            Some(entries) => self.reader.open_library(Library::new(entries, now())),
            None => self.reader.say("the history cannot be read now", true),
        }
    }
}
