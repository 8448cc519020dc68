//! The list of jumps: back to where the reader came from, and forward again.

use crate::text::Pos;

/// How many places are kept.
const KEEP: usize = 100;

/// Where the reader jumped from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Jumps {
    places: Vec<Pos>,
    /// How many of the places lie behind the reader.
    at: usize,
}

impl Jumps {
    /// Notes the place that a jump leaves; what lay ahead is forgotten.
    pub fn leave(&mut self, from: Pos) {
        self.places.truncate(self.at);
        self.places.retain(|&p| p != from);
        self.places.push(from);
        if self.places.len() > KEEP {
            self.places.remove(0);
        }
        self.at = self.places.len();
    }

    /// The place to go back to, coming from `here`.
    pub fn back(&mut self, here: Pos) -> Option<Pos> {
        let to = self.at.checked_sub(1)?;
        if self.at == self.places.len() {
            self.places.push(here);
        }
        self.at = to;
        self.places.get(to).copied()
    }

    /// The place to go forward to again.
    pub fn forward(&mut self) -> Option<Pos> {
        let to = self.places.get(self.at + 1).copied()?;
        self.at += 1;
        Some(to)
    }

    /// Forgets what lies ahead: the reader leaves for another article.
    pub fn forget_ahead(&mut self) {
        self.places.truncate(self.at);
    }

    /// Puts every place where `shift` says, after the text changed.
    pub fn shift(&mut self, shift: impl Fn(Pos) -> Pos) {
        for place in &mut self.places {
            *place = shift(*place);
        }
    }

    /// The place that the last jump left.
    pub fn last(&self) -> Option<Pos> {
        self.at
            .checked_sub(1)
            .and_then(|i| self.places.get(i))
            .copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn back_and_forward_again() {
        let mut jumps = Jumps::default();
        jumps.leave(Pos(1));
        jumps.leave(Pos(2));
        assert_eq!(jumps.back(Pos(3)), Some(Pos(2)));
        assert_eq!(jumps.back(Pos(2)), Some(Pos(1)));
        assert_eq!(jumps.back(Pos(1)), None);
        assert_eq!(jumps.forward(), Some(Pos(2)));
        assert_eq!(jumps.forward(), Some(Pos(3)));
        assert_eq!(jumps.forward(), None);
    }

    #[test]
    fn a_new_jump_forgets_what_lay_ahead() {
        let mut jumps = Jumps::default();
        jumps.leave(Pos(1));
        jumps.leave(Pos(2));
        jumps.back(Pos(3));
        jumps.leave(Pos(9));
        assert_eq!(jumps.forward(), None);
        assert_eq!(jumps.back(Pos(4)), Some(Pos(9)));
    }
}
