//! Where the words of a page stand in its source, for editors that jump there.
//!
//! The importer of pages works on a tree and keeps no offsets. Here the way back is found by the words themselves: of the
//! source outside of tags and of the document only the letters and digits are kept that nobody writes as entities, and
//! the letters around a place are looked for in those of the source. White space, tags and entities do not matter then.

use std::cell::Cell;
use std::iter;

use memchr::{memchr, memmem};

use super::Place;
use crate::article::Lines;
use crate::document::Document;
use crate::text::{Pos, floor_boundary};

/// How many letters before and after a place are looked for together, the surest first.
const AROUND: [(usize, usize); 3] = [(40, 60), (0, 60), (20, 12)];
/// Fewer letters say where they stand only when they are nowhere else.
const FEW: usize = 16;
/// After so many places that were not found no more are looked for: the page is made by its scripts.
const MISSES: u32 = 200;
/// Facts come in the order of the text: the next one is looked for first in so many letters from the last one on.
const NEAR: usize = 64 * 1024;
/// How far from a place letters are looked for in the document, in bytes.
const REACH: usize = 1024;
/// Elements whose content is no text of the page.
const SILENT: [&str; 4] = ["script", "style", "template", "title"];

/// The letters of a page's source with their offsets.
#[derive(Clone, Debug, Default)]
pub(super) struct Markup {
    letters: Vec<u8>,
    /// For each byte of the letters its offset in the source.
    offsets: Vec<u32>,
    lines: Lines,
    /// Where the last place was found, in the letters.
    last: Cell<usize>,
    missed: Cell<u32>,
}

impl Markup {
    /// Reads a source. Linear.
    pub(super) fn new(source: &str) -> Self {
        let mut markup = Self {
            lines: Lines::new(source.as_bytes()),
            ..Self::default()
        };
        let mut at = 0;
        while let Some(rest) = source.get(at..).filter(|rest| !rest.is_empty()) {
            if let Some(tag) = rest.strip_prefix('<').filter(|tag| opens(tag)) {
                at += 1 + skip(tag);
                continue;
            }
            let first = rest.chars().next().map_or(1, char::len_utf8);
            let end = rest.get(first..).and_then(|r| memchr(b'<', r.as_bytes()));
            let end = end.map_or(rest.len(), |end| end + first);
            markup.push(rest.get(..end).unwrap_or_default(), at);
            at += end;
        }
        markup
    }

    /// Keeps the letters of a stretch without tags that begins at an offset.
    fn push(&mut self, words: &str, from: usize) {
        let mut skip = 0;
        for (at, c) in words.char_indices() {
            if at < skip {
                continue;
            }
            if c == '&' {
                skip = at + entity(words.get(at..).unwrap_or_default());
            } else if is_kept(c) {
                let mut bytes = [0; 4];
                let offset = u32::try_from(from + at).unwrap_or(u32::MAX);
                let bytes = c.encode_utf8(&mut bytes).as_bytes();
                self.letters.extend_from_slice(bytes);
                self.offsets.extend(iter::repeat_n(offset, bytes.len()));
            }
        }
    }

    /// Where a place of the document stands in the source `source` that this was made of; none where its words are not
    /// found there. O(letters between this place and the last one), or of all where it is not there.
    pub(super) fn place(&self, document: &Document, pos: Pos, source: &str) -> Option<Place> {
        let block = document.block(document.block_at(pos)?)?.span;
        let text = document.text();
        let from = floor_boundary(text, pos.get().saturating_sub(REACH)).max(block.start.get());
        let to = floor_boundary(text, pos.get().saturating_add(REACH)).min(block.end.get());
        let before: Vec<char> = text
            .get(from..pos.get())?
            .chars()
            .filter(|&c| is_kept(c))
            .collect();
        let after: Vec<char> = text
            .get(pos.get()..to)?
            .chars()
            .filter(|&c| is_kept(c))
            .collect();
        let found = AROUND.iter().find_map(|&(back, ahead)| {
            let back = before.get(before.len().saturating_sub(back)..)?;
            let ahead = after.get(..after.len().min(ahead))?;
            let skip: usize = back.iter().map(|c| c.len_utf8()).sum();
            let needle: String = back.iter().chain(ahead).collect();
            Some(self.find(needle.as_bytes())? + skip)
        });
        let Some(found) = found else {
            self.missed.set(self.missed.get() + 1);
            return None;
        };
        self.last.set(found);
        let offset = *self.offsets.get(found)? as usize;
        // `$300` begins before its first letter.
        let words = text.get(pos.get()..to)?;
        let lead = words.get(..words.find(is_kept)?)?;
        let is_there = source.get(..offset)?.ends_with(lead);
        let offset = offset - if is_there { lead.len() } else { 0 };
        let line = self.lines.line(offset);
        let before = source.get(self.lines.start(line)..offset)?;
        Some(Place {
            line,
            column: before.chars().count() + 1,
        })
    }

    /// Where letters stand among those of the source.
    fn find(&self, needle: &[u8]) -> Option<usize> {
        if needle.is_empty() || self.missed.get() > MISSES {
            return None;
        }
        let first = memmem::find(&self.letters, needle);
        if needle.len() < FEW {
            let first = first?;
            let rest = self.letters.get(first + 1..)?;
            return memmem::find(rest, needle).is_none().then_some(first);
        }
        let last = self.last.get();
        let near = self.letters.get(last..self.letters.len().min(last + NEAR));
        let near = near.and_then(|near| memmem::find(near, needle));
        near.map(|at| last + at).or(first)
    }
}

/// Whether a character is looked at: letters and digits but for those that are often written as entities.
fn is_kept(c: char) -> bool {
    c.is_ascii_alphanumeric() || (c > '\u{24f}' && c.is_alphanumeric())
}

/// Whether what follows a `<` makes it a tag or a comment.
fn opens(tag: &str) -> bool {
    tag.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?'))
}

/// The bytes of a tag after its `<`, with the content of elements that have no text.
fn skip(tag: &str) -> usize {
    if let Some(comment) = tag.strip_prefix("!--") {
        return memmem::find(comment.as_bytes(), b"-->").map_or(tag.len(), |end| end + 6);
    }
    let mut quote = None;
    let mut before = b' ';
    let mut end = tag.len();
    for (at, byte) in tag.bytes().enumerate() {
        match quote {
            Some(open) if byte == open => quote = None,
            None if byte == b'>' => {
                end = at + 1;
                break;
            }
            // Elsewhere in a tag a quotation mark is a slip that ends nowhere.
            None if matches!(byte, b'"' | b'\'') && before == b'=' => quote = Some(byte),
            _ => {}
        }
        if !byte.is_ascii_whitespace() {
            before = byte;
        }
    }
    let length = tag.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let name = tag.get(..length).unwrap_or_default();
    let Some(silent) = SILENT
        .iter()
        .find(|silent| silent.eq_ignore_ascii_case(name))
    else {
        return end;
    };
    let content = tag.get(end..).unwrap_or_default();
    let closes = |at: &usize| {
        let name = content.get(at + 2..at + 2 + silent.len());
        name.is_some_and(|name| name.eq_ignore_ascii_case(silent))
    };
    let close = memmem::find_iter(content.as_bytes(), b"</").find(closes);
    end + close.unwrap_or(content.len())
}

/// The bytes of an entity at the beginning of a text, or of its `&` alone.
fn entity(text: &str) -> usize {
    let name = text.bytes().skip(1).take(32);
    let length = name
        .take_while(|b| b.is_ascii_alphanumeric() || *b == b'#')
        .count();
    if length > 0 && text.as_bytes().get(length + 1) == Some(&b';') {
        length + 2
    } else {
        1
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{BlockKind, Builder};

    /// Where a word of some paragraphs stands in a source.
    fn place(source: &str, paragraphs: &[&str], word: &str) -> Option<(usize, usize)> {
        let mut builder = Builder::default();
        for words in paragraphs {
            builder.open(BlockKind::Paragraph, None);
            builder.push(words, None);
        }
        let document = builder.finish();
        let pos = Pos::new(document.text().find(word).unwrap());
        let place = Markup::new(source).place(&document, pos, source)?;
        Some((place.line, place.column))
    }

    #[test]
    fn tags_entities_and_white_space_do_not_matter() {
        let source = "<html><head><title>900 in Syria</title>\n<script>var a = '<p>900 in Syria';</script></head>\n\
                      <!-- 900 in Syria > -->\n<p class=\"a > b\">Caf&eacute; &amp; bar: <b>9</b>00\n  in Syria,\nthen more of it</p>";
        let paragraphs = ["Café & bar: 900 in Syria, then more of it"];
        assert_eq!(place(source, &paragraphs, "900"), Some((4, 44)));
        assert_eq!(place(source, &paragraphs, "Syria"), Some((5, 6)));
        assert_eq!(place(source, &paragraphs, "then"), Some((6, 1)));
    }

    #[test]
    fn the_same_words_elsewhere_are_told_apart_by_what_stands_around_them() {
        let source = "<p>The pier has 40 lamps and the mill has two.</p>\n<p>The mole has 40 lamps and the mill has three.</p>";
        let paragraphs = ["The mole has 40 lamps and the mill has three."];
        assert_eq!(place(source, &paragraphs, "40"), Some((2, 17)));
    }

    #[test]
    fn what_is_not_in_the_source_has_no_place() {
        assert_eq!(place("<p>12 a</p><p>12 a</p>", &["12 a"], "12"), None);
        assert_eq!(
            place("<p>Nothing of it", &["Other words than there"], "words"),
            None
        );
        assert_eq!(place("a < b & c <", &["b"], "b"), Some((1, 5)));
    }
}
