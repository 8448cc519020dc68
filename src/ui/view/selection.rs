//! Words being selected: two places in the text.

use crate::text::{Pos, Span, step};

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

    /// The grapheme cluster that the cursor stands on: its start. Behind the anchor that is the last one selected.
    pub fn cursor(self, text: &str) -> Pos {
        let mut at = match self.anchor {
            Some(anchor) if self.head > anchor => step::previous_grapheme(text, self.head),
            _ => self.head,
        };
        // A break of a line has no cell of its own.
        while at > Pos(0)
            && text
                .get(at.get()..)
                .is_none_or(|rest| rest.starts_with('\n') || rest.is_empty())
        {
            at = step::previous_grapheme(text, at);
        }
        at
    }
}
