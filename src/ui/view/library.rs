//! The library: what was read before, and what of it answers to what was typed.

use std::sync::Arc;

use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

use super::Input;
use crate::import::source::BuiltIn;
use crate::store::{DocumentId, Entry, Millis};

/// The library while it is open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Library {
    books: Arc<[Book]>,
    /// What was typed to filter it.
    pub input: Input,
    /// Which of the books that answer is chosen, from 0.
    pub chosen: usize,
    /// Whether the reader was asked if the chosen one shall be forgotten.
    pub asking: bool,
}

/// One article of the library.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Book {
    /// Its number in the database; none for one that was never read.
    pub document: Option<DocumentId>,
    /// Its title, or else the name of its source.
    pub title: String,
    /// Where it comes from, as it is shown.
    pub source: String,
    /// What opens it: a name of the database; none for what came through a pipe.
    pub place: Option<String>,
    /// How much of it was read, in percent.
    pub percent: u8,
    /// Minutes of reading that are left.
    pub minutes_left: u32,
    /// How many facts it has, once they were found.
    pub facts: Option<u32>,
    /// How many notes.
    pub notes: u32,
    /// When it was read last, in words.
    pub when: String,
}

impl Library {
    /// The library of a history at a time: what was read, what was read last first, then the articles that the program
    /// brings along.
    pub fn new(history: Vec<Entry>, now: Millis) -> Self {
        let mut books: Vec<Book> = history.into_iter().map(|e| book(e, now)).collect();
        for (built_in, title) in [
            (
                BuiltIn::Tutorial,
                "The tutorial: learn the keys by using them",
            ),
            (BuiltIn::Article, "The built-in article"),
        ] {
            let place = format!("built-in:{}", built_in.name());
            if !books.iter().any(|b| b.place.as_ref() == Some(&place)) {
                books.push(Book {
                    title: title.to_owned(),
                    source: "comes with nutgraf".to_owned(),
                    place: Some(place),
                    ..Book::default()
                });
            }
        }
        Self {
            books: books.into(),
            ..Self::default()
        }
    }

    /// Whether nothing of the person's own is in it.
    pub fn is_empty(&self) -> bool {
        let built_in = |b: &Book| b.place.as_ref().is_some_and(|p| p.starts_with("built-in:"));
        self.books.iter().all(built_in)
    }

    /// How many articles there are.
    pub fn len(&self) -> usize {
        self.books.len()
    }

    /// The articles that answer to what was typed, the best first. Every word must occur in the title or the source,
    /// its letters in order. O(text of the titles).
    pub fn answering(&self) -> Vec<&Book> {
        if self.input.text().trim().is_empty() {
            return self.books.iter().collect();
        }
        let pattern = Pattern::parse(self.input.text(), CaseMatching::Smart, Normalization::Smart);
        let mut matcher = Matcher::new(Config::DEFAULT);
        let mut letters = Vec::new();
        let mut found: Vec<(u32, &Book)> = self
            .books
            .iter()
            .filter_map(|book| {
                let words = format!("{} {}", book.title, book.source);
                let score = pattern.score(Utf32Str::new(&words, &mut letters), &mut matcher)?;
                Some((score, book))
            })
            .collect();
        // Stable: what fits equally well stays in the order of time.
        found.sort_by_key(|&(score, _)| std::cmp::Reverse(score));
        found.into_iter().map(|(_, book)| book).collect()
    }

    /// The chosen article.
    pub fn choice(&self) -> Option<&Book> {
        self.answering().get(self.chosen).copied()
    }

    /// Chooses another one, so many further on.
    pub fn step(&mut self, by: isize) {
        let last = self.answering().len().saturating_sub(1);
        self.chosen = self.chosen.saturating_add_signed(by).min(last);
    }

    /// Takes an article out of the list.
    pub fn remove(&mut self, document: DocumentId) {
        let left = self.books.iter().filter(|b| b.document != Some(document));
        self.books = left.cloned().collect();
        self.step(0);
    }
}

fn book(entry: Entry, now: Millis) -> Book {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a percentage is from 0 to 100"
    )]
    let percent = (entry.share * 100.0).clamp(0.0, 100.0) as u8;
    Book {
        document: Some(entry.id),
        title: if entry.title.is_empty() {
            entry.source.clone()
        } else {
            entry.title
        },
        source: match &entry.place {
            Some(place) if place.starts_with("built-in:") => "comes with nutgraf".to_owned(),
            _ => entry.source,
        },
        place: entry.place,
        percent,
        minutes_left: entry.minutes_left,
        facts: entry.facts,
        notes: entry.notes,
        when: ago(entry.read, now),
    }
}

/// A time in the past, as a person would say it; a day (of UTC) when it is more than a month ago.
pub fn ago(then: Millis, now: Millis) -> String {
    let minutes = now.saturating_sub(then).max(0) / 60_000;
    let (hours, days) = (minutes / 60, minutes / (24 * 60));
    match minutes {
        0 => "just now".to_owned(),
        1..60 => format!("{minutes} min ago"),
        60..1440 => format!("{hours} h ago"),
        _ if days == 1 => "yesterday".to_owned(),
        _ if days < 14 => format!("{days} days ago"),
        _ if days < 60 => format!("{} weeks ago", days / 7),
        _ => jiff::Timestamp::from_millisecond(then).map_or_else(
            |_| "long ago".to_owned(),
            |t| t.strftime("%Y-%m-%d").to_string(),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_said_as_people_say_them() {
        const MINUTE: Millis = 60_000;
        const DAY: Millis = 24 * 60 * MINUTE;
        let now = 1_800_000_000_000;
        let said = |before: Millis| ago(now - before, now);
        assert_eq!(said(0), "just now");
        assert_eq!(said(-DAY), "just now");
        assert_eq!(said(5 * MINUTE), "5 min ago");
        assert_eq!(said(3 * 60 * MINUTE), "3 h ago");
        assert_eq!(said(DAY), "yesterday");
        assert_eq!(said(13 * DAY), "13 days ago");
        assert_eq!(said(20 * DAY), "2 weeks ago");
        assert_eq!(said(100 * DAY), "2026-10-07");
    }

    #[test]
    fn what_the_program_brings_along_stands_last_and_alone_is_no_library() {
        let empty = Library::new(Vec::new(), 0);
        assert!(empty.is_empty());
        assert_eq!(empty.len(), 2);
    }
}
