//! What the reader has marked and written: highlights and notes.

use super::Input;
use crate::command::Ink;
use crate::document::Document;
use crate::store::{Anchor, Id, Millis};
use crate::text::{Pos, Span};

/// A highlight, with or without a note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Which one it is; never changes.
    pub id: Id,
    /// Its words, by which it is found again in another version of the article.
    pub anchor: Anchor,
    /// Where its words stand in the article as it is. None where they do not, or not yet.
    pub span: Option<Span>,
    /// The colour.
    pub ink: Ink,
    /// What the reader wrote; empty for a highlight alone.
    pub text: String,
    /// When it was stored first; none while it is not known to be.
    pub made: Option<Millis>,
}

/// A note being written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// What was typed.
    pub input: Input,
    /// The note as it was, or a new one.
    pub note: Note,
}

impl Note {
    /// A stored note, in its place.
    pub fn stored(note: crate::store::Note, span: Option<Span>) -> Self {
        Self {
            id: note.id,
            anchor: note.anchor,
            span,
            ink: note.ink,
            text: note.text,
            made: Some(note.made),
        }
    }

    /// The words that it is about: as they stand in the text, or as they stood when they are not there.
    pub fn words<'a>(&'a self, document: &'a Document) -> &'a str {
        self.span
            .map_or(self.anchor.exact.as_str(), |span| document.slice(span))
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
    pub fn get(&self, id: Id) -> Option<&Note> {
        self.list.iter().find(|n| n.id == id)
    }

    /// The note that stands on exactly this span. O(notes).
    pub fn on(&self, span: Span) -> Option<&Note> {
        self.list.iter().find(|n| n.span == Some(span))
    }

    /// The shortest note that covers a position. O(notes).
    pub fn at(&self, pos: Pos) -> Option<&Note> {
        let here = self
            .list
            .iter()
            .filter(|n| n.span.is_some_and(|s| s.contains(pos)));
        here.min_by_key(|n| n.span.map_or(usize::MAX, Span::len))
    }

    /// Puts a note in its place; one of the same number goes. O(notes).
    pub fn put(&mut self, note: Note) {
        self.remove(note.id);
        let key = |n: &Note| (n.span.is_none(), n.span, n.anchor.pos, n.id);
        let at = self.list.partition_point(|n| key(n) < key(&note));
        self.list.insert(at, note);
    }

    /// Keeps the notes that `keep` says. O(notes).
    pub fn retain(&mut self, keep: impl FnMut(&Note) -> bool) {
        self.list.retain(keep);
    }

    /// Takes a note out. O(notes).
    pub fn remove(&mut self, id: Id) -> Option<Note> {
        let at = self.list.iter().position(|n| n.id == id)?;
        Some(self.list.remove(at))
    }
}

impl FromIterator<Note> for Notes {
    fn from_iter<T: IntoIterator<Item = Note>>(notes: T) -> Self {
        let mut all = Self::default();
        for note in notes {
            all.put(note);
        }
        all
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

    fn note(id: i64, words: &str, span: Option<Span>) -> Note {
        Note {
            id: Id::of(id),
            anchor: Anchor {
                exact: words.to_owned(),
                ..Anchor::default()
            },
            span,
            ink: Ink::Yellow,
            text: String::new(),
            made: None,
        }
    }

    #[test]
    fn they_stand_in_the_order_of_the_text_and_the_lost_come_last() {
        let mut notes = Notes::default();
        notes.put(note(1, "gone", None));
        notes.put(note(2, "a", Some(Span::new(40, 50))));
        notes.put(note(3, "b", Some(Span::new(0, 90))));
        notes.put(note(4, "c", Some(Span::new(60, 70))));
        notes.put(note(4, "c", Some(Span::new(45, 47))));
        let order: Vec<Id> = notes.iter().map(|n| n.id).collect();
        assert_eq!(order, [3, 2, 4, 1].map(Id::of));
        assert_eq!(notes.at(Pos(46)).map(|n| n.id), Some(Id::of(4)));
        assert_eq!(notes.at(Pos(80)).map(|n| n.id), Some(Id::of(3)));
        assert_eq!(notes.on(Span::new(40, 50)).map(|n| n.id), Some(Id::of(2)));
        assert_eq!(notes.remove(Id::of(1)).map(|n| n.id), Some(Id::of(1)));
        assert_eq!(notes.len(), 3);
    }
}
