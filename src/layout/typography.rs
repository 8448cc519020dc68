//! What readers may choose about how paragraphs are set.

/// How paragraphs are set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Typography {
    /// What is between two paragraphs.
    pub paragraphs: Paragraphs,
    /// What happens to the right edge.
    pub alignment: Alignment,
    /// Where words may be broken.
    pub hyphens: Hyphens,
}

impl Typography {
    /// This setting, with another one's where this one says nothing else than the default.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self {
            paragraphs: match self.paragraphs {
                Paragraphs::Spaced => other.paragraphs,
                Paragraphs::Indented => self.paragraphs,
            },
            alignment: match self.alignment {
                Alignment::Ragged => other.alignment,
                Alignment::Justified => self.alignment,
            },
            hyphens: match self.hyphens {
                Hyphens::AsWritten => other.hyphens,
                Hyphens::English => self.hyphens,
            },
        }
    }
}

/// What is between two paragraphs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Paragraphs {
    /// A blank row.
    #[default]
    Spaced,
    /// No blank row; the first row of the second one is set in, as in books.
    Indented,
}

/// What happens to the right edge of running text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Alignment {
    /// Rows end where their last word does.
    #[default]
    Ragged,
    /// Gaps between words are widened so that all rows but the last are full.
    Justified,
}

/// Where words may be broken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Hyphens {
    /// Only where the author allowed it.
    #[default]
    AsWritten,
    /// Between the syllables of English words, too.
    English,
}
