//! What happens though nothing is heard: how long the loop waits for the rest of a sequence of keys or for the answer
//! of a terminal, and how fast the text scrolls under a drag of the mouse that stands still at its edge.
//!
//! While nothing is awaited the loop blocks without a time limit, so that an idle reader uses no time.

use std::time::{Duration, Instant};

use super::event::Event;
use super::queue::Queue;
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
    /// Until when a frame is put off.
    held: Option<Instant>,
}

impl Chord {
    pub(super) fn new(patience: Duration) -> Self {
        Self {
            patience,
            until: None,
            scrolls: None,
            held: None,
        }
    }

    /// A frame is put off until then, or none is.
    pub(super) fn held(&mut self, until: Option<Instant>) {
        self.held = until;
    }

    /// Whether a frame is put off.
    pub(super) fn is_held(&self) -> bool {
        self.held.is_some()
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
    /// when the text is to scroll on, [`Event::Late`] when a frame was put off for long enough.
    pub(super) fn next(&mut self, queue: &mut Queue) -> Event {
        let due = [
            (self.until, Event::Unfinished),
            (self.scrolls, Event::Autoscroll),
            (self.held, Event::Late),
        ];
        let due = due.into_iter().filter_map(|(at, event)| Some((at?, event)));
        let Some((at, event)) = due.min_by_key(|(at, _)| *at) else {
            return queue.next();
        };
        if let Some(event) = queue.next_until(at) {
            return event;
        }
        match event {
            Event::Unfinished => self.until = None,
            Event::Autoscroll => self.scrolls = None,
            _ => self.held = None,
        }
        event
    }
}
