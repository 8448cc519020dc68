//! A block cut into words, figures and signs, as any language writes them.
//!
//! A figure is digits with single joints between them (`2.500,5`, `2 500`, `2024-01-25`, `10:30`): what it means is
//! decided later, as a whole. A space joins only before three digits that no fourth follows.

use crate::facts::analysis::is_unspaced;
use crate::text::Span;

/// What a piece is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    Word,
    Figure,
    Sign,
}

/// One piece, by its bytes in the block.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece {
    pub(super) what: What,
    pub(super) start: usize,
    pub(super) end: usize,
    /// Whether white space stands before it.
    pub(super) spaced: bool,
}

/// What stands before a sentence or a part of it that begins like one.
const ENDS: [&str; 18] = [
    ".", "!", "?", "…", ":", ";", "«", "»", "“", "„", "\"", "(", "—", "–", "•", "¿", "¡", "”",
];

/// The pieces of a block, to look around in. Indices past the ends give nothing.
#[derive(Debug)]
pub(super) struct Line<'a> {
    slice: &'a str,
    base: usize,
    pieces: Vec<Piece>,
}

impl<'a> Line<'a> {
    /// Cuts a block. `spaces`: a plain space may group digits. Linear in the block.
    pub(super) fn new(text: &'a str, block: Span, spaces: bool) -> Self {
        let slice = block.slice(text);
        let mut pieces = Vec::new();
        let mut spaced = true;
        let mut at = 0;
        while let Some(rest) = slice.get(at..)
            && let Some(first) = rest.chars().next()
        {
            if first.is_whitespace() {
                spaced = true;
                at += first.len_utf8();
                continue;
            }
            let (what, len) = if first.is_ascii_digit() {
                (What::Figure, figure(rest, spaces))
            } else if first.is_alphabetic() {
                (What::Word, word(rest, first))
            } else {
                (What::Sign, first.len_utf8())
            };
            pieces.push(Piece {
                what,
                start: at,
                end: at + len,
                spaced,
            });
            spaced = false;
            at += len;
        }
        Self {
            slice,
            base: block.start.get(),
            pieces,
        }
    }

    /// How many pieces there are.
    pub(super) fn len(&self) -> usize {
        self.pieces.len()
    }

    pub(super) fn get(&self, i: usize) -> Option<&Piece> {
        self.pieces.get(i)
    }

    /// The words of piece `i`.
    pub(super) fn words(&self, i: usize) -> &'a str {
        let piece = self.get(i);
        piece.map_or("", |p| self.slice.get(p.start..p.end).unwrap_or_default())
    }

    /// The word `i` in small letters; nothing where it is no word.
    pub(super) fn lower(&self, i: usize) -> String {
        if self.is(i, What::Word) {
            self.words(i).to_lowercase()
        } else {
            String::new()
        }
    }

    pub(super) fn is(&self, i: usize, what: What) -> bool {
        self.get(i).is_some_and(|p| p.what == what)
    }

    /// Whether the piece `i` is this sign.
    pub(super) fn sign(&self, i: usize, sign: &str) -> bool {
        self.is(i, What::Sign) && self.words(i) == sign
    }

    /// Whether piece `i` stands right behind the one before it.
    pub(super) fn glued(&self, i: usize) -> bool {
        i > 0 && self.get(i).is_some_and(|p| !p.spaced)
    }

    /// Whether the piece `i` begins a sentence.
    pub(super) fn begins(&self, i: usize) -> bool {
        let Some(before) = i.checked_sub(1) else {
            return true;
        };
        self.is(before, What::Sign) && ENDS.contains(&self.words(before))
    }

    /// From the piece `from` to the byte `end` of the block.
    pub(super) fn span(&self, from: usize, end: usize) -> Span {
        let start = self.get(from).map_or(end, |p| p.start);
        Span::new(self.base + start, self.base + end)
    }
}

/// Spaces that group digits whatever the language: they do not break a line.
const fn is_fixed_space(c: char) -> bool {
    matches!(c, '\u{a0}' | '\u{202f}' | '\u{2009}')
}

/// The length of the digits at the start of `rest`, with their joints.
fn figure(rest: &str, spaces: bool) -> usize {
    let digits = |at: usize| {
        let tail = rest.as_bytes().get(at..).unwrap_or_default();
        tail.iter().take_while(|b| b.is_ascii_digit()).count()
    };
    let mut end = digits(0);
    while let Some(c) = rest.get(end..).and_then(|r| r.chars().next()) {
        let more = digits(end + c.len_utf8());
        let joins = match c {
            '.' | ',' | '\'' | '’' | ':' | '/' | '-' | '–' | '−' | '‑' | '\u{2010}' => {
                more > 0
            }
            ' ' => spaces && more == 3,
            c if is_fixed_space(c) => more == 3,
            _ => false,
        };
        if !joins {
            break;
        }
        end += c.len_utf8() + more;
    }
    end
}

/// The length of the word at the start of `rest`: letters of one kind of script, with digits behind Latin ones (`G20`).
fn word(rest: &str, first: char) -> usize {
    let unspaced = is_unspaced(first);
    let part = |c: char| {
        let mark =
            matches!(u32::from(c), 0x300..=0x36f | 0x591..=0x5c7 | 0x64b..=0x65f | 0x900..=0x963);
        mark || c.is_alphabetic() && is_unspaced(c) == unspaced || !unspaced && c.is_ascii_digit()
    };
    rest.find(|c| !part(c)).unwrap_or(rest.len())
}

/// Whether a letter is of the Korean alphabet, whose particles stand right behind a figure.
pub(super) const fn is_hangul(c: char) -> bool {
    matches!(c, '가'..='힣')
}
