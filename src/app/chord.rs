//! What happens though nothing is heard: how long the loop waits for the rest of a sequence of keys, and how fast the
//! text scrolls under a drag of the mouse that stands still at its edge.
//!
//! While nothing is incomplete the loop blocks without a time limit, so that an idle reader uses no time.

use std::sync::mpsc::{Receiver, RecvError, RecvTimeoutError};
use std::time::{Duration, Instant};

use super::event::Event;
use crate::command::Waits;

/// A letter of the reader's choice may take so many times as long as a key of a sequence.
const TIME_TO_CHOOSE: u32 = 3;

/// How long a drag at the edge of the text stands still before it scrolls on by a row.
const PACE: Duration = Duration::from_millis(50);

/// When the sequence that is being typed counts as given up.
#[derive(Debug)]
pub(super) struct Chord {
    /// How long a sequence may stay incomplete; zero for as long as it takes.
    patience: Duration,
    until: Option<Instant>,
    /// When the text scrolls on.
    scrolls: Option<Instant>,
}

impl Chord {
    pub(super) fn new(patience: Duration) -> Self {
        Self {
            patience,
            until: None,
            scrolls: None,
        }
    }

    /// Whether the text is to scroll on by itself.
    pub(super) fn scrolls(&mut self, on: bool) {
        let at = self.scrolls;
        self.scrolls = on.then(|| at.unwrap_or_else(|| Instant::now() + PACE));
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

    /// The next event; [`Event::Unfinished`] when the rest of a sequence did not come in time, [`Event::Autoscroll`]
    /// when the text is to scroll on.
    ///
    /// # Errors
    /// When no event will come any more.
    pub(super) fn next(&mut self, heard: &Receiver<Event>) -> Result<Event, RecvError> {
        let (until, due) = match (self.until, self.scrolls) {
            (None, None) => return heard.recv(),
            (Some(until), scrolls) if scrolls.is_none_or(|at| until <= at) => {
                (until, Event::Unfinished)
            }
            (_, Some(at)) | (Some(at), None) => (at, Event::Autoscroll),
        };
        match heard.recv_timeout(until.saturating_duration_since(Instant::now())) {
            Ok(event) => Ok(event),
            Err(RecvTimeoutError::Timeout) => {
                match due {
                    Event::Unfinished => self.until = None,
                    _ => self.scrolls = None,
                }
                Ok(due)
            }
            Err(RecvTimeoutError::Disconnected) => Err(RecvError),
        }
    }
}
