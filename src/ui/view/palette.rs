//! The palette: any command, heading, fact, note, mark, line or percent by a few letters.
//!
//! Names and headings are matched fuzzily, as pickers do it (`nucleo`): the letters must all occur in order, best where
//! words begin. Notes and facts are long, and letters scattered over them mean nothing: they must hold each word
//! that is typed as it stands. What no longer matches is not looked at again while more is typed.

use std::borrow::Cow;
use std::sync::Arc;

use nucleo_matcher::pattern::{Atom, AtomKind, CaseMatching, Normalization};
use nucleo_matcher::{Config, Matcher, Utf32Str};

use super::View;
use crate::article::Article;
use crate::command::{Command, TABLE, entry};
use crate::document::SectionId;
use crate::facts::FactId;
use crate::index::Which;
use crate::store::Id;
use crate::text::Pos;

/// Something that the palette offers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PaletteEntry {
    /// A command of the table.
    Command(Command),
    /// A section, to go to.
    Section(SectionId),
    /// A fact, to go to.
    Fact(FactId),
    /// A mark that the reader set.
    Mark(char),
    /// A highlight or note of the reader's, to go to.
    Note(Id),
    /// A line of the file, from 1.
    Line(usize),
    /// A percentage of the text.
    Percent(u32),
}

/// What an entry says, and which characters (grapheme clusters, counted from 0) match what was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Matched {
    /// The words of the entry; of a command its sentence.
    pub(crate) words: String,
    /// What matches in the words.
    pub(crate) in_words: Vec<u32>,
    /// What matches in the name of a command.
    pub(crate) in_name: Vec<u32>,
}

/// At most this many entries are offered.
const MOST: usize = 200;
/// Once so many have answered to what is typed, no more are looked at: who types a letter or two does not look for the
/// thousandth fact. What was not looked at yet is when more is typed.
const ENOUGH: usize = 1024;
/// At most so many bytes of an entry are looked at and shown.
const LONGEST: usize = 240;
/// What a match is worth besides how well it matches, so that the few commands and headings do not drown in facts. In
/// points of the matcher: a letter is 16.
const NAME_BONUS: u32 = 24;
const HEADING_BONUS: u32 = 16;

/// Finds entries; remembers what matched the beginning of what is typed now.
#[derive(Debug, Default)]
pub struct Finder {
    matcher: Option<Matcher>,
    typed: String,
    left: Vec<PaletteEntry>,
}

impl Finder {
    /// What answers to `typed`, the best first; a number is a line or, with `%`, a percentage. O(entries) at the first
    /// letter, O(entries that are left) at each that follows; bounded by 1,024 answers.
    pub fn find(&mut self, article: &Article, view: &View, typed: &str) -> Arc<[PaletteEntry]> {
        let typed = typed.trim_start();
        if let Some(percent) = typed.trim_end().strip_suffix('%') {
            return match percent.trim().parse() {
                Ok(n) => [PaletteEntry::Percent(n)].into(),
                Err(_) => [].into(),
            };
        }
        let atoms = atoms(typed);
        if atoms.is_empty() {
            self.forget();
            return resting(article, view).into();
        }
        let goes_on = !self.typed.is_empty() && typed.starts_with(&self.typed);
        let from = if goes_on {
            std::mem::take(&mut self.left)
        } else {
            everything(article, view)
        };
        typed.clone_into(&mut self.typed);
        let matcher = self
            .matcher
            .get_or_insert_with(|| Matcher::new(Config::DEFAULT));
        let mut buffer = Vec::new();
        let mut scored: Vec<(u32, usize, usize)> = Vec::new();
        let mut seen = 0;
        for (i, &entry) in from.iter().enumerate() {
            if scored.len() == ENOUGH {
                break;
            }
            seen = i + 1;
            if let Some((score, len)) = score(article, view, entry, &atoms, matcher, &mut buffer) {
                scored.push((score, len, i));
            }
        }
        let best = |&(score, len, i): &(u32, usize, usize)| (std::cmp::Reverse(score), len, i);
        self.left = scored
            .iter()
            .filter_map(|&(.., i)| from.get(i))
            .chain(from.get(seen..).unwrap_or_default())
            .copied()
            .collect();
        if scored.len() > MOST {
            scored.select_nth_unstable_by_key(MOST, best);
            scored.truncate(MOST);
        }
        scored.sort_unstable_by_key(best);
        let line = typed.trim().parse().ok().map(PaletteEntry::Line);
        let found = scored.iter().filter_map(|&(.., i)| from.get(i)).copied();
        line.into_iter().chain(found).collect()
    }

    /// Forgets what matched: the palette is closed, or the article is another one.
    pub fn forget(&mut self) {
        self.typed.clear();
        self.left = Vec::new();
    }
}

/// What entries say and what matches in it, for those that are on the screen. O(entries).
pub(crate) fn letters(
    article: &Article,
    view: &View,
    entries: &[PaletteEntry],
    typed: &str,
) -> Vec<Matched> {
    let atoms = atoms(typed);
    let mut matcher = Matcher::new(Config::DEFAULT);
    let mut buffer = Vec::new();
    let mut found = |atoms: &[Atom], text: &str| {
        let mut at = Vec::new();
        let haystack = Utf32Str::new(text, &mut buffer);
        let all = atoms
            .iter()
            .all(|atom| atom.indices(haystack, &mut matcher, &mut at).is_some());
        at.sort_unstable();
        at.dedup();
        if all { at } else { Vec::new() }
    };
    let entries = entries.iter().map(|&of| {
        let words = words(article, view, of).into_owned();
        match of {
            PaletteEntry::Command(command) => {
                let in_name = found(&atoms.fuzzy, entry(command).map_or("", |e| e.name));
                let in_words = if in_name.is_empty() {
                    found(&atoms.whole, &words)
                } else {
                    Vec::new()
                };
                Matched {
                    words,
                    in_words,
                    in_name,
                }
            }
            PaletteEntry::Section(_) => Matched {
                in_words: found(&atoms.fuzzy, &words),
                in_name: Vec::new(),
                words,
            },
            _ => Matched {
                in_words: found(&atoms.whole, &words),
                in_name: Vec::new(),
                words,
            },
        }
    });
    entries.collect()
}

/// What is typed, word by word, for both ways of matching.
struct Atoms {
    fuzzy: Vec<Atom>,
    whole: Vec<Atom>,
    /// How many characters the words have.
    chars: u32,
}

impl Atoms {
    fn is_empty(&self) -> bool {
        self.fuzzy.is_empty()
    }
}

fn atoms(typed: &str) -> Atoms {
    let of = |kind| {
        let atom = |word| Atom::new(word, CaseMatching::Smart, Normalization::Smart, kind, false);
        typed.split_whitespace().map(atom).collect()
    };
    let chars = typed.chars().filter(|c| !c.is_whitespace()).count();
    Atoms {
        fuzzy: of(AtomKind::Fuzzy),
        whole: of(AtomKind::Substring),
        chars: u32::try_from(chars).unwrap_or(u32::MAX),
    }
}

/// How well an entry matches, and how long it is: of two that match equally well the shorter is meant.
fn score(
    article: &Article,
    view: &View,
    of: PaletteEntry,
    atoms: &Atoms,
    matcher: &mut Matcher,
    buffer: &mut Vec<char>,
) -> Option<(u32, usize)> {
    let mut all = |atoms: &[Atom], text: &str| {
        let haystack = Utf32Str::new(text, buffer);
        let mut sum = 0;
        for atom in atoms {
            sum += u32::from(atom.score(haystack, matcher)?);
        }
        Some(sum)
    };
    // Letters that cost as much by the gaps between them as they bring are scattered, not matched.
    let least = atoms.chars.saturating_mul(16);
    let words = words(article, view, of);
    match of {
        PaletteEntry::Command(command) => {
            let name = entry(command).map_or("", |e| e.name);
            let by_name = all(&atoms.fuzzy, name).filter(|&score| score >= least);
            match by_name {
                Some(score) => Some((score + NAME_BONUS, name.len())),
                None => Some((all(&atoms.whole, &words)?, words.len())),
            }
        }
        PaletteEntry::Section(_) => {
            let score = all(&atoms.fuzzy, &words).filter(|&score| score >= least)?;
            Some((score + HEADING_BONUS, words.len()))
        }
        PaletteEntry::Mark(_) | PaletteEntry::Note(_) => {
            Some((all(&atoms.whole, &words)? + HEADING_BONUS, words.len()))
        }
        PaletteEntry::Fact(_) => Some((all(&atoms.whole, &words)?, words.len())),
        PaletteEntry::Line(_) | PaletteEntry::Percent(_) => None,
    }
}

/// What an entry says. O(1).
fn words<'a>(article: &'a Article, view: &'a View, of: PaletteEntry) -> Cow<'a, str> {
    let text = match of {
        PaletteEntry::Command(command) => entry(command).map_or("", |e| e.sentence),
        PaletteEntry::Section(id) => return article.section_name(id).into(),
        PaletteEntry::Fact(id) => article
            .fact(id)
            .map_or("", |f| article.document.slice(f.span)),
        PaletteEntry::Mark(letter) => view
            .marks
            .get(&letter)
            .map_or("", |&at| line_at(article, at)),
        PaletteEntry::Note(id) => return noted(article, view, id),
        PaletteEntry::Line(_) | PaletteEntry::Percent(_) => "",
    };
    one_line(text)
}

/// What a note says, and the words that it is about.
fn noted<'a>(article: &'a Article, view: &'a View, id: Id) -> Cow<'a, str> {
    let Some(note) = view.notes.get(id) else {
        return Cow::Borrowed("");
    };
    let quote = one_line(note.words(&article.document));
    if note.is_written() {
        Cow::Owned(format!("{}: {quote}", one_line(&note.text)))
    } else {
        quote
    }
}

/// The beginning of a text, in one line.
fn one_line(text: &str) -> Cow<'_, str> {
    let text = text
        .get(..text.floor_char_boundary(LONGEST))
        .unwrap_or_default();
    if memchr::memchr2(b'\n', b'\t', text.as_bytes()).is_some() {
        Cow::Owned(text.replace(['\n', '\t'], " "))
    } else {
        Cow::Borrowed(text)
    }
}

/// The words at a place, up to the end of the line.
fn line_at(article: &Article, at: Pos) -> &str {
    let rest = article.document.text().get(at.get()..).unwrap_or_default();
    rest.lines().next().unwrap_or_default()
}

/// What is offered before anything is typed.
fn resting(article: &Article, view: &View) -> Vec<PaletteEntry> {
    let commands = TABLE
        .iter()
        .map(|entry| PaletteEntry::Command(entry.command));
    let all = commands.chain(own(view)).chain(sections(article));
    all.take(MOST).collect()
}

/// Everything that can be found, facts by their importance: what comes first wins where two match equally well.
fn everything(article: &Article, view: &View) -> Vec<PaletteEntry> {
    let commands = TABLE
        .iter()
        .map(|entry| PaletteEntry::Command(entry.command));
    let facts = article.index.by_rank(Which::All).iter().copied();
    let facts = facts
        .filter(|&id| {
            article
                .fact(id)
                .is_some_and(|fact| !view.is_dismissed(fact))
        })
        .map(PaletteEntry::Fact);
    commands
        .chain(own(view))
        .chain(sections(article))
        .chain(facts)
        .collect()
}

/// What the reader set and wrote: marks and notes.
fn own(view: &View) -> impl Iterator<Item = PaletteEntry> {
    let marks = view.marks.keys().map(|&letter| PaletteEntry::Mark(letter));
    let notes = view.notes.iter().map(|note| PaletteEntry::Note(note.id));
    marks.chain(notes)
}

fn sections(article: &Article) -> impl Iterator<Item = PaletteEntry> {
    (0..article.document.outline().sections().len())
        .map(|i| PaletteEntry::Section(SectionId::new(i)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find(typed: &str) -> Arc<[PaletteEntry]> {
        Finder::default().find(&Article::default(), &View::default(), typed)
    }

    #[test]
    fn numbers_are_lines_and_percentages() {
        assert_eq!(find("41")[..], [PaletteEntry::Line(41)]);
        assert_eq!(find("40 %")[..], [PaletteEntry::Percent(40)]);
    }

    #[test]
    fn letters_in_order_find_a_command() {
        let first = |typed| find(typed).first().copied();
        assert_eq!(first("theme"), Some(PaletteEntry::Command(Command::Theme)));
        assert_eq!(
            first("nxfact"),
            Some(PaletteEntry::Command(Command::NextFact))
        );
        assert_eq!(first("qqqqq"), None);
    }

    #[test]
    fn what_is_typed_letter_by_letter_finds_the_same_as_all_at_once() {
        let (article, view) = (Article::default(), View::default());
        for typed in ["next fact", "show hidden", "copy", "pal"] {
            let mut finder = Finder::default();
            for (at, c) in typed.char_indices() {
                let so_far = typed.get(..at + c.len_utf8()).unwrap_or_default();
                assert_eq!(
                    finder.find(&article, &view, so_far),
                    find(so_far),
                    "{so_far:?}"
                );
            }
        }
    }

    #[test]
    fn the_letters_that_match_are_told() {
        let entries = [PaletteEntry::Command(Command::NextFact)];
        let matched = letters(&Article::default(), &View::default(), &entries, "nxf");
        assert_eq!(matched[0].in_name, [0, 2, 5]);
        let matched = letters(&Article::default(), &View::default(), &entries, "leaving");
        assert_eq!(matched[0].in_words.len(), 7);
    }
}
