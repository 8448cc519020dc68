//! Words being selected: two places in the text.

use crate::text::{Pos, Span};

/// What is selected, or the place from which something will be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Selection {
    /// The end that stays. None while only the cursor moves.
    pub anchor: Option<Pos>,
    /// The end that moves, on the boundary of a grapheme cluster: what is selected lies between it and the anchor.
    pub head: Pos,
}

impl Selection {
    /// The words of a span, with the end moving.
    pub const fn of(span: Span) -> Self {
        Self {
            anchor: Some(span.start),
            head: span.end,
        }
    }

    /// What lies between the two ends; empty while only the cursor moves.
    pub fn span(self) -> Span {
        Span::at(self.head).to(Span::at(self.anchor.unwrap_or(self.head)))
    }
}
