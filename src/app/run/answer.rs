//! The answer of a terminal that was asked for its ground, when the reader leaves before it came.

use std::sync::mpsc::Receiver;
use std::time::Duration;

use super::{Event, Session};
use crate::app::input::Typed;

/// Terminals answer within this time, also far away ones.
const ANSWER: Duration = Duration::from_millis(250);

impl Session {
    /// Waits a moment for the answer of a terminal that was asked just now: once the reader has gone, the shell would
    /// take it for something typed.
    pub(super) fn hear_out(&mut self, heard: &Receiver<Event>) {
        let Some(asked) = self.asked.filter(|asked| asked.elapsed() < ANSWER) else {
            return;
        };
        while let Ok(event) = heard.recv_timeout(ANSWER.saturating_sub(asked.elapsed())) {
            let is_answer = |typed: &Typed| matches!(typed, Typed::Ground(_));
            match event {
                Event::Typed(typed) if typed.iter().any(is_answer) => return,
                Event::Closed => return,
                _ => {}
            }
        }
    }
}
