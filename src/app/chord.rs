//! Sequences of keys that are not whole: how long the loop waits for the rest of one.
//!
//! While nothing is incomplete the loop blocks without a time limit, so that an idle reader uses no time.

use std::sync::mpsc::{Receiver, RecvError, RecvTimeoutError};
use std::time::{Duration, Instant};

use super::event::Event;
use crate::command::Waits;

/// A letter of the reader's choice may take so many times as long as a key of a sequence.
const TIME_TO_CHOOSE: u32 = 3;

/// When the sequence that is being typed counts as given up.
#[derive(Debug)]
pub(super) struct Chord {
    /// How long a sequence may stay incomplete; zero for as long as it takes.
    patience: Duration,
    until: Option<Instant>,
}

impl Chord {
    pub(super) fn new(patience: Duration) -> Self {
        Self {
            patience,
            until: None,
        }
    }

    /// A key was typed, and this is still to come.
    pub(super) fn typed(&mut self, waits: Option<Waits>) {
        let patience = match waits {
            None => Duration::ZERO,
            Some(Waits::Key) => self.patience,
            Some(Waits::Letter) => self.patience.saturating_mul(TIME_TO_CHOOSE),
        };
        self.until = (!patience.is_zero()).then(|| Instant::now() + patience);
    }

    /// The next event; [`Event::Unfinished`] when the rest of a sequence did not come in time.
    ///
    /// # Errors
    /// When no event will come any more.
    pub(super) fn next(&mut self, heard: &Receiver<Event>) -> Result<Event, RecvError> {
        let Some(until) = self.until else {
            return heard.recv();
        };
        match heard.recv_timeout(until.saturating_duration_since(Instant::now())) {
            Ok(event) => Ok(event),
            Err(RecvTimeoutError::Timeout) => {
                self.until = None;
                Ok(Event::Unfinished)
            }
            Err(RecvTimeoutError::Disconnected) => Err(RecvError),
        }
    }
}
