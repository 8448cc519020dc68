//! Steps through a text: by grapheme clusters (extended) and by words, as UAX #29 cuts them.
//!
//! Every step gives a boundary of a grapheme cluster, so that a selection made of steps never splits one. A step costs
//! what it passes over. Words are the pieces that hold a letter or a digit; punctuation between them is passed over.

use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

use super::{Pos, Span, floor_boundary};

/// Around a place in a text without spaces, so many bytes on each side are looked at for a word.
const AROUND: usize = 512;

/// The end of the grapheme cluster that begins at `from`; the end of the text at the end.
pub fn next_grapheme(text: &str, from: Pos) -> Pos {
    let (at, after) = after(text, from);
    Pos::new(at + after.graphemes(true).next().map_or(0, str::len))
}

/// The start of the grapheme cluster before `from`; the beginning of the text at the beginning.
pub fn previous_grapheme(text: &str, from: Pos) -> Pos {
    let before = before(text, from);
    let last = before.grapheme_indices(true).next_back();
    Pos::new(last.map_or(0, |(at, _)| at))
}

/// The start of the next word after `from`; the end of the text after the last one.
pub fn next_word(text: &str, from: Pos) -> Pos {
    let (at, after) = after(text, from);
    // The piece at the place itself is the word (or the rest of it) that is left.
    let mut pieces = after.split_word_bound_indices().skip(1);
    let word = pieces.find(|(_, piece)| is_word(piece));
    ceil_grapheme(text, at + word.map_or(after.len(), |(start, _)| start))
}

/// The end of the word that ends after `from`, be it this one or the next.
pub fn word_end(text: &str, from: Pos) -> Pos {
    let (at, after) = after(text, from);
    let word = after
        .split_word_bound_indices()
        .find(|(_, piece)| is_word(piece));
    let end = at + word.map_or(after.len(), |(start, piece)| start + piece.len());
    ceil_grapheme(text, end)
}

/// The start of the word that begins before `from`, be it this one or the one before.
pub fn previous_word(text: &str, from: Pos) -> Pos {
    let mut pieces = before(text, from).split_word_bound_indices();
    let word = pieces.rfind(|(_, piece)| is_word(piece));
    floor_grapheme(text, Pos::new(word.map_or(0, |(start, _)| start)))
}

/// The boundary of a grapheme cluster at a byte or the nearest after it: words and clusters disagree where a sign is
/// joined to the letter after it.
fn ceil_grapheme(text: &str, at: usize) -> Pos {
    let floor = floor_grapheme(text, Pos::new(at));
    if floor.get() == at {
        floor
    } else {
        next_grapheme(text, floor)
    }
}

/// The boundary of a grapheme cluster at `pos` or the nearest before it. O(bytes of the cluster).
pub fn floor_grapheme(text: &str, pos: Pos) -> Pos {
    let at = floor_boundary(text, pos.get());
    let mut cursor = GraphemeCursor::new(at, text.len(), true);
    match cursor.is_boundary(text, 0) {
        Ok(false) => {
            let before = cursor.prev_boundary(text, 0).ok().flatten();
            Pos::new(before.unwrap_or(0))
        }
        _ => Pos::new(at),
    }
}

/// The word at a place, or the punctuation there, in whole grapheme clusters; none on white space. O(bytes up to the
/// spaces around it), at most 1 KiB.
pub fn word_at(text: &str, pos: Pos) -> Option<Span> {
    let at = floor_boundary(text, pos.get());
    let start = floor_boundary(text, at.saturating_sub(AROUND));
    let before = text.get(start..at)?;
    let space = before.char_indices().rfind(|(_, c)| c.is_whitespace());
    let start = space.map_or(start, |(i, c)| start + i + c.len_utf8());
    let after = text.get(at..floor_boundary(text, at.saturating_add(AROUND)))?;
    let end = at + after.find(char::is_whitespace).unwrap_or(after.len());
    let mut pieces = text.get(start..end)?.split_word_bound_indices();
    let (from, piece) = pieces.find(|(from, piece)| start + from + piece.len() > at)?;
    let from = start + from;
    Some(Span {
        start: floor_grapheme(text, Pos::new(from)),
        end: ceil_grapheme(text, from + piece.len()),
    })
}

fn is_word(piece: &str) -> bool {
    piece.contains(char::is_alphanumeric)
}

fn after(text: &str, from: Pos) -> (usize, &str) {
    let at = floor_boundary(text, from.get());
    (at, text.get(at..).unwrap_or_default())
}

fn before(text: &str, from: Pos) -> &str {
    text.get(..floor_boundary(text, from.get()))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const TEXT: &str = "Mary's 1,250 e\u{301}te\u{301}s, 👩‍👩‍👧 (so)…";

    #[track_caller]
    fn walk(step: impl Fn(&str, Pos) -> Pos, from: usize, expect: &[&str]) {
        let mut at = Pos::new(from);
        for rest in expect {
            at = step(TEXT, at);
            assert_eq!(TEXT.get(at.get()..), Some(*rest));
        }
    }

    #[test]
    fn words_are_taken_whole() {
        walk(
            next_word,
            0,
            &[
                "1,250 e\u{301}te\u{301}s, 👩‍👩‍👧 (so)…",
                "e\u{301}te\u{301}s, 👩‍👩‍👧 (so)…",
                "so)…",
                "",
                "",
            ],
        );
        walk(
            word_end,
            0,
            &[
                " 1,250 e\u{301}te\u{301}s, 👩‍👩‍👧 (so)…",
                " e\u{301}te\u{301}s, 👩‍👩‍👧 (so)…",
                ", 👩‍👩‍👧 (so)…",
                ")…",
                "",
            ],
        );
        walk(
            previous_word,
            TEXT.len(),
            &[
                "so)…",
                "e\u{301}te\u{301}s, 👩‍👩‍👧 (so)…",
                "1,250 e\u{301}te\u{301}s, 👩‍👩‍👧 (so)…",
                TEXT,
                TEXT,
            ],
        );
    }

    #[test]
    fn clusters_are_never_split() {
        let family = TEXT.find('👩').unwrap();
        let after = next_grapheme(TEXT, Pos::new(family));
        assert!(TEXT.get(after.get()..).unwrap().starts_with(" (so)"));
        assert_eq!(previous_grapheme(TEXT, after), Pos::new(family));
        assert_eq!(
            floor_grapheme(TEXT, Pos::new(after.get() - 3)),
            Pos::new(family)
        );
        assert_eq!(
            floor_grapheme(TEXT, Pos::new(TEXT.len())),
            Pos::new(TEXT.len())
        );
    }

    #[test]
    fn the_word_at_a_place_is_whole() {
        let word = |at: &str| {
            let span = word_at(TEXT, Pos::new(TEXT.find(at).unwrap()));
            span.and_then(|span| TEXT.get(span.range()))
        };
        assert_eq!(word("ary"), Some("Mary's"));
        assert_eq!(word("250"), Some("1,250"));
        assert_eq!(word("te\u{301}s"), Some("e\u{301}te\u{301}s"));
        assert_eq!(word("👩"), Some("👩‍👩‍👧"));
        assert_eq!(word("("), Some("("));
        assert_eq!(word(" 1"), None);
        assert_eq!(word_at(TEXT, Pos::new(TEXT.len())), None);
    }

    proptest! {
        #[test]
        fn every_step_ends_on_a_boundary_and_moves_its_way(text in "\\PC{0,40}", part in 0.0..=1.0) {
            let boundaries: Vec<usize> = text.grapheme_indices(true).map(|(i, _)| i).chain([text.len()]).collect();
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "a share of a few bytes")]
            let from = floor_grapheme(&text, Pos::new((text.len() as f64 * part) as usize));
            prop_assert!(boundaries.contains(&from.get()));
            if let Some(word) = word_at(&text, from) {
                prop_assert!(word.contains(from), "{text:?} {from:?} {word:?}");
                prop_assert!([word.start, word.end].iter().all(|at| boundaries.contains(&at.get())), "{text:?} {word:?}");
            }
            for step in [next_grapheme, next_word, word_end] {
                let to = step(&text, from);
                prop_assert!(boundaries.contains(&to.get()), "{text:?} {from:?} {to:?}");
                prop_assert!(to > from || from.get() == text.len());
            }
            for step in [previous_grapheme, previous_word] {
                let to = step(&text, from);
                prop_assert!(boundaries.contains(&to.get()), "{text:?} {from:?} {to:?}");
                prop_assert!(to < from || from == Pos(0));
            }
        }
    }
}
