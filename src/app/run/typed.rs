//! What was typed and pointed at, in the loop.

use std::time::Instant;

use super::{Next, Session};
use crate::app::input::Typed;
use crate::app::pointer::{Act, Pointer};

impl Session {
    /// Takes what was typed, in order. Turns of the wheel that follow each other at one place are one turn.
    pub(super) fn typed(&mut self, typed: Vec<Typed>) -> anyhow::Result<Next> {
        let mut typed = typed.into_iter().peekable();
        while let Some(one) = typed.next() {
            let effect = match one {
                Typed::Key(key) => {
                    self.seek = None;
                    let effect = self.reader.key(key);
                    self.chord.typed(self.reader.waits());
                    effect
                }
                Typed::Ground(ground) => {
                    self.asked = None;
                    self.reader.found_ground(ground);
                    None
                }
                Typed::Status => {
                    self.tty.answered();
                    None
                }
                Typed::Paste(text) => self.reader.paste(&text),
                Typed::Pointer(mut pointer) => {
                    while let Some(Typed::Pointer(next)) = typed.peek()
                        && let Some(both) = joined(pointer, *next)
                    {
                        pointer = both;
                        typed.next();
                    }
                    let pointer = self.clicks.count(pointer, Instant::now());
                    let effect = self.reader.pointer(pointer);
                    self.chord.scrolls(self.reader.autoscrolls());
                    effect
                }
            };
            if let Some(effect) = effect
                && self.perform(effect)? == Next::Stop
            {
                return Ok(Next::Stop);
            }
        }
        Ok(Next::Go)
    }
}

/// Two turns of the wheel at one place as one, or two steps of a drag as the last of them.
fn joined(one: Pointer, next: Pointer) -> Option<Pointer> {
    let place = (one.column, one.row) == (next.column, next.row);
    match (one.act, next.act) {
        (Act::Wheel { down, right }, Act::Wheel { down: d, right: r }) if place => Some(Pointer {
            act: Act::Wheel {
                down: down.saturating_add(d),
                right: right.saturating_add(r),
            },
            ..one
        }),
        (Act::Drag, Act::Drag) => Some(next),
        _ => None,
    }
}
