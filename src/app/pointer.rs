//! The mouse: what was done where, and whether two clicks are one double click.

use std::time::{Duration, Instant};

/// Something done with the mouse at a cell of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pointer {
    /// The column, from 0.
    pub column: u16,
    /// The row, from 0.
    pub row: u16,
    /// What was done.
    pub act: Act,
}

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// The left button went down, for the first, second or third time at one place.
    Press {
        /// From 1 to 3.
        clicks: u8,
    },
    /// The mouse moved while the button was down.
    Drag,
    /// The button came up.
    Release,
    /// The wheel turned, by steps.
    Wheel {
        /// Steps down; negative: up.
        down: i16,
        /// Steps to the right; negative: to the left.
        right: i16,
    },
}

/// Presses at one place within this time are one double click, as most desktops have it.
const DOUBLE: Duration = Duration::from_millis(400);

/// Counts clicks at one place.
#[derive(Debug, Default)]
pub(super) struct Clicks {
    last: Option<(u16, u16, Instant)>,
    count: u8,
}

impl Clicks {
    /// The pointer with its clicks counted.
    pub(super) fn count(&mut self, pointer: Pointer, now: Instant) -> Pointer {
        if !matches!(pointer.act, Act::Press { .. }) {
            return pointer;
        }
        let again = self.last.is_some_and(|(column, row, before)| {
            (column, row) == (pointer.column, pointer.row)
                && now.saturating_duration_since(before) <= DOUBLE
        });
        self.count = if again { self.count % 3 + 1 } else { 1 };
        self.last = Some((pointer.column, pointer.row, now));
        Pointer {
            act: Act::Press { clicks: self.count },
            ..pointer
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clicks_are_counted_at_one_place_and_within_a_time() {
        let mut clicks = Clicks::default();
        let begun = Instant::now();
        let mut at = |column, ms| {
            let pointer = Pointer {
                column,
                row: 0,
                act: Act::Press { clicks: 1 },
            };
            match clicks.count(pointer, begun + Duration::from_millis(ms)).act {
                Act::Press { clicks } => clicks,
                _ => 0,
            }
        };
        let seen = [
            at(4, 0),
            at(4, 200),
            at(4, 400),
            at(4, 500),
            at(5, 600),
            at(5, 1200),
        ];
        assert_eq!(seen, [1, 2, 3, 1, 1, 1]);
    }
}
