//! What the reader has marked and written: highlights and notes.

use crate::command::Ink;
use crate::text::{Pos, Span};

/// Which note it is, as long as the program runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NoteId(pub u64);

/// A highlight, with or without a note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Which one it is.
    pub id: NoteId,
    /// The words that it is about.
    pub place: Place,
    /// The colour.
    pub ink: Ink,
    /// What the reader wrote; empty for a highlight alone.
    pub text: String,
}

/// Where the words of a note are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// In the text.
    Text(Span),
    /// Nowhere in the text as it is now: the words as they were.
    Lost(String),
}

impl Note {
    /// Where its words stand, if they are in the text.
    pub const fn span(&self) -> Option<Span> {
        match self.place {
            Place::Text(span) => Some(span),
            Place::Lost(_) => None,
        }
    }

    /// Whether something is written, and not only highlighted.
    pub const fn is_written(&self) -> bool {
        !self.text.is_empty()
    }
}

/// All notes of an article in the order of their places; those whose words are lost come last.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notes {
    list: Vec<Note>,
}

impl Notes {
    /// All of them, in order.
    pub fn iter(&self) -> std::slice::Iter<'_, Note> {
        self.list.iter()
    }

    /// How many there are.
    pub const fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether there are none.
    pub const fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// One of them. O(notes).
    pub fn get(&self, id: NoteId) -> Option<&Note> {
        self.list.iter().find(|n| n.id == id)
    }

    /// The note that stands on exactly this span. O(notes).
    pub fn on(&self, span: Span) -> Option<&Note> {
        self.list.iter().find(|n| n.span() == Some(span))
    }

    /// The shortest note that covers a position. O(notes).
    pub fn at(&self, pos: Pos) -> Option<&Note> {
        let here = self.list.iter().filter(|n| {
            let span = n.span();
            span.is_some_and(|s| s.contains(pos))
        });
        here.min_by_key(|n| n.span().map_or(usize::MAX, Span::len))
    }

    /// Puts a note in its place; one of the same number goes. O(notes).
    pub fn put(&mut self, note: Note) {
        self.remove(note.id);
        let key = |n: &Note| (n.span().is_none(), n.span(), n.id);
        let at = self.list.partition_point(|n| key(n) < key(&note));
        self.list.insert(at, note);
    }

    /// Takes a note out. O(notes).
    pub fn remove(&mut self, id: NoteId) -> Option<Note> {
        let at = self.list.iter().position(|n| n.id == id)?;
        Some(self.list.remove(at))
    }
}

impl<'a> IntoIterator for &'a Notes {
    type Item = &'a Note;
    type IntoIter = std::slice::Iter<'a, Note>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn note(id: u64, place: Place) -> Note {
        Note {
            id: NoteId(id),
            place,
            ink: Ink::Yellow,
            text: String::new(),
        }
    }

    #[test]
    fn they_stand_in_the_order_of_the_text_and_the_lost_come_last() {
        let mut notes = Notes::default();
        notes.put(note(1, Place::Lost("gone".to_owned())));
        notes.put(note(2, Place::Text(Span::new(40, 50))));
        notes.put(note(3, Place::Text(Span::new(0, 90))));
        notes.put(note(4, Place::Text(Span::new(60, 70))));
        notes.put(note(4, Place::Text(Span::new(45, 47))));
        let order: Vec<u64> = notes.iter().map(|n| n.id.0).collect();
        assert_eq!(order, [3, 2, 4, 1]);
        assert_eq!(notes.at(Pos(46)).map(|n| n.id), Some(NoteId(4)));
        assert_eq!(notes.at(Pos(80)).map(|n| n.id), Some(NoteId(3)));
        assert_eq!(notes.on(Span::new(40, 50)).map(|n| n.id), Some(NoteId(2)));
        assert_eq!(notes.remove(NoteId(1)).map(|n| n.id), Some(NoteId(1)));
        assert_eq!(notes.len(), 3);
    }
}
