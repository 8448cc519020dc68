//! What is remembered, as plain values.

use std::collections::hash_map::RandomState;
use std::hash::BuildHasher;
use std::time::{SystemTime, UNIX_EPOCH};

use super::Anchor;
use crate::command::Ink;

/// The number of a document in the database.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DocumentId(pub(crate) i64);

/// The number of a note, for ever: drawn by lot, so that two windows never give the same one to two notes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(pub(super) i64);

impl Id {
    /// The number that is stored as this one.
    pub const fn of(number: i64) -> Self {
        Self(number)
    }

    /// A new number, of 63 random bits.
    pub fn random() -> Self {
        // The keys of a hasher of the standard library are random; there is no need for a crate.
        let random = RandomState::new().hash_one(now());
        Self((random >> 1).cast_signed())
    }
}

/// Milliseconds since the beginning of 1970, UTC.
pub type Millis = i64;

/// The time.
pub fn now() -> Millis {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    since.map_or(0, |t| {
        Millis::try_from(t.as_millis()).unwrap_or(Millis::MAX)
    })
}

/// Words that the reader highlighted, and what was noted about them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Its number; never changes.
    pub id: Id,
    /// The words, and where they stand.
    pub anchor: Anchor,
    /// The colour of the highlight.
    pub ink: Ink,
    /// What the reader wrote, line breaks among it; empty for a highlight alone.
    pub text: String,
    /// When it was made.
    pub made: Millis,
}

/// A place with a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// `a` to `z`, `A` to `Z`.
    pub letter: char,
    /// The place.
    pub anchor: Anchor,
}

/// A fact that the reader dismissed: facts have no numbers that last, so it is known by its words and its kind.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Dismissed {
    /// The words of the fact.
    pub anchor: Anchor,
    /// The name of its kind.
    pub kind: String,
}

/// How far the reader has come in a document.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Progress {
    /// The place at the top of the screen.
    pub position: Anchor,
    /// The share of the article that is above the end of the screen, 0 to 1.
    pub share: f64,
    /// The facts of the article; none while they are not found.
    pub facts: Option<u32>,
    /// Minutes of reading that are left.
    pub minutes_left: u32,
}

/// One thing that the reader did. Each writes its own row and no other.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// Read on, to here.
    Read(Progress),
    /// Set a mark; its letter's former place goes.
    Mark(Mark),
    /// Folded a section, known by its heading.
    Fold(Anchor),
    /// Unfolded it: the anchor as it was folded with.
    Unfold(Anchor),
    /// Dismissed a fact.
    Dismiss(Dismissed),
    /// Brought it back.
    Restore(Dismissed),
    /// Made a note, or changed the one of that number.
    Note(Note),
    /// Deleted a note.
    DeleteNote(Id),
}

/// What is remembered of a document.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Remembered {
    /// How far the reader had come, and when that was.
    pub progress: Option<(Progress, Millis)>,
    /// Marks, by letter.
    pub marks: Vec<Mark>,
    /// The headings of folded sections.
    pub folds: Vec<Anchor>,
    /// Dismissed facts.
    pub dismissed: Vec<Dismissed>,
    /// Notes, the oldest first.
    pub notes: Vec<Note>,
}
