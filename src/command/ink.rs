//! The inks of highlights.

use std::str::FromStr;

/// The colour that words are highlighted with. A theme says how it looks; each has a sign and a letter of its own, so
/// that they can be told apart without colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ink {
    /// The usual one.
    #[default]
    Yellow,
    /// Green.
    Green,
    /// Blue.
    Blue,
    /// Red.
    Red,
    /// Purple.
    Purple,
}

impl Ink {
    /// All inks, in the order in which a key walks through them.
    pub const ALL: [Self; 5] = [
        Self::Yellow,
        Self::Green,
        Self::Blue,
        Self::Red,
        Self::Purple,
    ];

    /// Its name, as it is stored and exported.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Yellow => "yellow",
            Self::Green => "green",
            Self::Blue => "blue",
            Self::Red => "red",
            Self::Purple => "purple",
        }
    }

    /// Its sign, one column wide: full where there is a note, hollow for a highlight alone. In ASCII a letter, large
    /// or small.
    pub const fn sign(self, has_note: bool, ascii: bool) -> &'static str {
        match (self, has_note, ascii) {
            (Self::Yellow, true, false) => "★",
            (Self::Yellow, false, false) => "☆",
            (Self::Yellow, true, true) => "Y",
            (Self::Yellow, false, true) => "y",
            (Self::Green, true, false) => "■",
            (Self::Green, false, false) => "□",
            (Self::Green, true, true) => "G",
            (Self::Green, false, true) => "g",
            (Self::Blue, true, false) => "◆",
            (Self::Blue, false, false) => "◇",
            (Self::Blue, true, true) => "B",
            (Self::Blue, false, true) => "b",
            (Self::Red, true, false) => "▲",
            (Self::Red, false, false) => "△",
            (Self::Red, true, true) => "R",
            (Self::Red, false, true) => "r",
            (Self::Purple, true, false) => "▼",
            (Self::Purple, false, false) => "▽",
            (Self::Purple, true, true) => "P",
            (Self::Purple, false, true) => "p",
        }
    }

    /// The one after it.
    #[must_use]
    pub fn next(self) -> Self {
        let at = Self::ALL.iter().position(|&i| i == self).unwrap_or(0);
        let next = Self::ALL.get((at + 1) % Self::ALL.len());
        next.copied().unwrap_or_default()
    }
}

impl FromStr for Ink {
    type Err = String;

    /// # Errors
    /// A sentence with the names that there are, for any other word.
    fn from_str(name: &str) -> Result<Self, Self::Err> {
        let found = Self::ALL.into_iter().find(|ink| ink.name() == name);
        found.ok_or_else(|| {
            let names = Self::ALL.map(Self::name).join(", ");
            format!("{name:?} is no ink: {names}")
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_read_back_and_signs_differ() {
        let mut signs = std::collections::BTreeSet::new();
        for ink in Ink::ALL {
            assert_eq!(ink.name().parse(), Ok(ink));
            for has_note in [true, false] {
                signs.insert(ink.sign(has_note, false));
                signs.insert(ink.sign(has_note, true));
            }
        }
        assert_eq!(signs.len(), 20);
        assert!("mauve".parse::<Ink>().is_err());
    }
}
