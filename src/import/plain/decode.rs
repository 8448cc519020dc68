//! Bytes to characters, with the way back to the bytes.
//!
//! Takes a file as it is; gives its text, every invalid sequence replaced by U+FFFD, and for every piece of that text
//! its place in the file. A byte order mark is not text. Other encodings have
//! become UTF-8 before. Nothing else is neutralised here: that is the work of the `Builder`.

use std::borrow::Cow;
use std::ops::Range;

use memchr::memmem;

use super::overstrike;

/// The text of a file and where it came from.
#[derive(Debug)]
pub(super) struct Source<'a> {
    /// The text.
    pub(super) text: Cow<'a, str>,
    /// Where text and file advance together from: (offset in the text, offset in the file); empty when unknown.
    runs: Vec<(usize, usize)>,
    /// What the reader should know about the reading.
    pub(super) warning: Option<String>,
}

impl<'a> Source<'a> {
    /// Reads the bytes of a file. O(bytes).
    pub(super) fn read(bytes: &'a [u8]) -> Self {
        let source = match bytes {
            [0xef, 0xbb, 0xbf, rest @ ..] => Self::utf8(rest, 3),
            _ => Self::utf8(bytes, 0),
        };
        match overstrike::kept(&source.text) {
            Some(kept) => source.only(kept),
            None => source,
        }
    }

    /// Only these parts of the text; the bytes between them belong to the part before.
    fn only(self, parts: Vec<Range<usize>>) -> Self {
        let mut text = String::with_capacity(self.text.len());
        let mut runs = Vec::new();
        for part in parts {
            for (piece, place) in self.pieces(part) {
                runs.extend(place.map(|place| (text.len(), place.start)));
                text.push_str(piece);
            }
        }
        Self {
            text: Cow::Owned(text),
            runs,
            warning: self.warning,
        }
    }

    /// Reads UTF-8 that begins at byte `from` of the file.
    fn utf8(bytes: &'a [u8], from: usize) -> Self {
        if let Ok(text) = std::str::from_utf8(bytes) {
            return Self {
                text: Cow::Borrowed(text),
                runs: vec![(0, from)],
                warning: None,
            };
        }
        let mut text = String::with_capacity(bytes.len());
        let (mut runs, mut at, mut bad) = (vec![(0, from)], from, 0_usize);
        for chunk in bytes.utf8_chunks() {
            text.push_str(chunk.valid());
            at += chunk.valid().len();
            if !chunk.invalid().is_empty() {
                runs.push((text.len(), at));
                text.push(char::REPLACEMENT_CHARACTER);
                at += chunk.invalid().len();
                runs.push((text.len(), at));
                bad += 1;
            }
        }
        let warning = match bad {
            1 => "The file is not all UTF-8: 1 invalid sequence is shown as \u{fffd}.".to_owned(),
            _ => {
                format!("The file is not all UTF-8: {bad} invalid sequences are shown as \u{fffd}.")
            }
        };
        Self {
            text: Cow::Owned(text),
            runs,
            warning: Some(warning),
        }
    }

    /// The pieces of `range` of the text, each with its bytes in the file. O(log replacements + pieces).
    pub(super) fn pieces(
        &self,
        range: Range<usize>,
    ) -> impl Iterator<Item = (&str, Option<Range<usize>>)> {
        let mut at = range.start;
        std::iter::from_fn(move || {
            if at >= range.end {
                return None;
            }
            let next = self.runs.partition_point(|&(t, _)| t <= at);
            let run = next.checked_sub(1).and_then(|i| self.runs.get(i));
            let after = self.runs.get(next);
            let stop = after.map_or(range.end, |&(t, _)| t.min(range.end));
            let piece = self.text.get(at..stop).unwrap_or_default();
            let place = run.map(|&(t, file)| {
                let begin = file + (at - t);
                let end = match after {
                    Some(&(next_text, next_file)) if stop == next_text => next_file,
                    _ => begin + (stop - at),
                };
                begin..end
            });
            at = stop;
            Some((piece, place))
        })
    }

    /// The place in the file of a range of the text.
    pub(super) fn place(&self, range: Range<usize>) -> Option<Range<usize>> {
        let mut pieces = self.pieces(range).filter_map(|(_, place)| place);
        let first = pieces.next()?;
        let end = pieces.last().map_or(first.end, |p| p.end);
        Some(first.start..end)
    }

    /// Whether `needle` stands in the first `within` bytes of the text.
    pub(super) fn begins_with_mention(&self, needle: &str, within: usize) -> bool {
        let bytes = self.text.as_bytes();
        let head = bytes.get(..within.min(bytes.len())).unwrap_or_default();
        memmem::find(head, needle.as_bytes()).is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], expected: &[(&str, Option<Range<usize>>)], warned: bool) {
        let source = Source::read(bytes);
        let pieces: Vec<_> = source.pieces(0..source.text.len()).collect();
        assert_eq!(pieces, expected);
        assert_eq!(source.warning.is_some(), warned);
    }

    #[test]
    fn plain_text_is_its_own_place() {
        check(b"abc", &[("abc", Some(0..3))], false);
        check(b"", &[], false);
    }

    #[test]
    fn a_byte_order_mark_is_not_text() {
        check(b"\xef\xbb\xbfabc", &[("abc", Some(3..6))], false);
    }

    #[test]
    fn a_broken_byte_is_replaced_and_later_places_stay_right() {
        check(
            b"a\xffb\xe2\x82",
            &[
                ("a", Some(0..1)),
                ("\u{fffd}", Some(1..2)),
                ("b", Some(2..3)),
                ("\u{fffd}", Some(3..5)),
            ],
            true,
        );
    }
}
