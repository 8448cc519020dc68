//! The answers of a terminal that was asked something, when the reader leaves before they came.

use std::time::{Duration, Instant};

use super::{Event, Next, Session};
use crate::app::input::Typed;
use crate::app::queue::Queue;

/// Terminals tell their ground within this time, also far away ones.
const GROUND: Duration = Duration::from_millis(250);
/// One on a slow line tells how it is once it has come to the question, at most so late. What the reader says last
/// comes after that in any case.
const STATUS: Duration = Duration::from_secs(2);

impl Session {
    /// Waits a moment for the answers of a terminal that was asked just now: once the reader has gone, the shell would
    /// take them for something typed.
    pub(super) fn hear_out(&mut self, queue: &mut Queue) {
        let mut ground = self.asked.map(|asked| asked + GROUND);
        let latest = Instant::now() + STATUS;
        let mut status = self.tty.awaits().map(|until| until.min(latest));
        while let Some(until) = ground.max(status) {
            match queue.next_until(until) {
                Some(Event::Typed(typed)) => {
                    for one in typed {
                        match one {
                            Typed::Ground(_) => ground = None,
                            Typed::Status => status = None,
                            _ => {}
                        }
                    }
                }
                Some(Event::Closed) | None => return,
                // What workers tell meanwhile still counts, above all what is to be remembered.
                Some(event) => {
                    if !matches!(self.hear(event), Ok(Next::Go)) {
                        return;
                    }
                }
            }
        }
    }
}
