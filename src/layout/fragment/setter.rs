//! Words to fragments: the rules, and a short way for the words that no rule is about.

use std::ops::Range;

use textwrap::WordSeparator;
use unicode_segmentation::UnicodeSegmentation;

use super::word::{is_cluster_end, is_link, is_plain, parts_for_certain};
use super::{Fragment, FragmentKind, Syllables};
use crate::layout::{glue, measure};
use crate::text::Span;

/// The longest label of a note that stays with the word before it, in bytes.
const LONGEST_LABEL: usize = 16;

/// Collects the fragments of a line word by word; a word is what stands between white space.
pub(super) struct Setter<'a> {
    line: &'a str,
    base: usize,
    measure: usize,
    pub(super) done: Vec<Fragment>,
    last_word: &'a str,
    syllables: Option<Syllables<'a>>,
}

impl<'a> Setter<'a> {
    /// A setter for one line, which stands at byte `base` of the text.
    pub(super) fn new(
        line: &'a str,
        base: usize,
        measure: usize,
        syllables: Option<Syllables<'a>>,
    ) -> Self {
        Self {
            line,
            base,
            measure: measure.max(1),
            done: Vec::with_capacity(line.len() / 6 + 1),
            last_word: "",
            syllables,
        }
    }

    /// Adds the whole line.
    pub(super) fn line(&mut self) {
        let bytes = self.line.as_bytes();
        let (mut start, mut at) = (0, 0);
        while let Some(space) = memchr::memchr(b' ', bytes.get(at..).unwrap_or_default()) {
            let space = at + space;
            let rest = bytes.get(space..).unwrap_or_default();
            at = space + rest.iter().take_while(|&&b| b == b' ').count();
            if parts_for_certain(bytes, space, at) {
                self.chunk(start..at);
                start = at;
            }
        }
        self.chunk(start..self.line.len());
    }

    /// Adds the words between two certain breaks.
    fn chunk(&mut self, range: Range<usize>) {
        let chunk = self.line.get(range.clone()).unwrap_or_default();
        let word = chunk.trim_end_matches(' ');
        if is_plain(word.as_bytes()) && word.len() <= self.measure {
            self.plain(range.start, word, chunk.len() - word.len());
        } else {
            self.words(range);
        }
    }

    /// Adds the words of a stretch of the line, broken as UAX #14 has it.
    fn words(&mut self, range: Range<usize>) {
        let chunk = self.line.get(range.clone()).unwrap_or_default();
        let mut words = WordSeparator::UnicodeBreakProperties
            .find_words(chunk)
            .peekable();
        let (mut start, mut at) = (range.start, range.start);
        let mut parts = Vec::new();
        while let Some(word) = words.next() {
            at += word.word.len() + word.whitespace.len();
            let part = self.line.get(start..at).unwrap_or_default();
            let spaced = part.ends_with(char::is_whitespace);
            if words.peek().is_some() && !is_cluster_end(self.line, at) {
                continue;
            }
            parts.push(start..at);
            start = at;
            if spaced || words.peek().is_none() {
                self.word(&parts);
                parts.clear();
            }
        }
    }

    /// Adds a word of ASCII that fits the measure and is not to be broken, with the spaces after it.
    fn plain(&mut self, start: usize, word: &'a str, spaces: usize) {
        let before = self.done.len();
        let mut from = 0;
        for cut in self.syllables(start, word) {
            self.done.push(Fragment {
                start: self.base + start + from,
                end: self.base + start + cut,
                width: measure::columns(cut - from),
                space: 0,
                kind: FragmentKind::Soft,
            });
            from = cut;
        }
        self.done.push(Fragment {
            start: self.base + start + from,
            end: self.base + start + word.len(),
            width: measure::columns(word.len() - from),
            space: measure::columns(spaces),
            kind: FragmentKind::Plain,
        });
        if before > 0 && glue::binds(self.last_word, word) {
            self.join(before);
        }
        self.last_word = word;
    }

    /// Adds one word, with the white space after it, in the parts that line breaking allows.
    fn word(&mut self, parts: &[Range<usize>]) {
        let (Some(first), Some(last)) = (parts.first(), parts.last()) else {
            return;
        };
        let whole = self.line.get(first.start..last.end).unwrap_or_default();
        let word = whole.trim_end();
        let before = self.done.len();
        if is_link(word) {
            self.link(first.start, word, last.end);
        } else {
            let mut start = first.start;
            for (i, part) in parts.iter().enumerate() {
                let next = parts.get(i + 1).map(|p| p.start);
                let joins =
                    |next| self.joins_number(start, part.end, next) || self.is_reference(next);
                if !next.is_some_and(joins) {
                    self.hyphenated(start, part.end);
                    start = part.end;
                }
            }
        }
        if before > 0 && glue::binds(self.last_word, word) {
            self.join(before);
        }
        self.last_word = word;
    }

    /// Whether a break at `at` would part two halves of a number range, as in `2020–21`.
    fn joins_number(&self, start: usize, at: usize, next: usize) -> bool {
        let part = self.line.get(start..at).unwrap_or_default();
        let rest = self.line.get(next..).unwrap_or_default();
        let before = part.trim_end_matches(['-', '–', '‐', '−', '/', ':']);
        before.len() < part.len()
            && before.ends_with(|c: char| c.is_ascii_digit())
            && rest.starts_with(|c: char| c.is_ascii_digit())
    }

    /// Whether the sign of a note begins at `at`, as in `a day.[12]`: it stays with the word that it belongs to.
    fn is_reference(&self, at: usize) -> bool {
        let rest = self.line.get(at..).unwrap_or_default();
        let label = rest.strip_prefix('[').and_then(|r| r.split_once(']'));
        label.is_some_and(|(label, _)| {
            !label.is_empty() && label.len() <= LONGEST_LABEL && !label.contains(' ')
        })
    }

    /// A link: whole where it fits, else in parts that end after its punctuation.
    fn link(&mut self, start: usize, word: &str, end: usize) {
        if measure::width(word) <= self.measure {
            self.whole(start, end);
            return;
        }
        let breaks = |c: char| {
            matches!(
                c,
                '/' | '.' | '-' | '_' | '?' | '&' | '=' | '#' | '%' | '+' | ',' | ';'
            )
        };
        let mut from = start;
        let mut after_break = false;
        for (at, c) in word.char_indices() {
            let is_scheme = word.get(..at).is_some_and(|w| w.ends_with("://"));
            if after_break && !breaks(c) && !is_scheme && is_cluster_end(self.line, start + at) {
                self.whole(from, start + at);
                from = start + at;
            }
            after_break = breaks(c);
        }
        self.whole(from, end);
    }

    /// Splits a part after hyphens between letters and after soft hyphens. Only where there are none, the word
    /// may be broken between syllables.
    fn hyphenated(&mut self, start: usize, end: usize) {
        let part = self.line.get(start..end).unwrap_or_default();
        if !part.contains(['-', '\u{ad}']) {
            self.push(start, end);
            return;
        }
        let mut from = start;
        let mut before = [' ', ' '];
        for (at, c) in part.char_indices() {
            let hyphen = before[1] == '-' && before[0].is_alphabetic() && c.is_alphabetic();
            let soft = before[1] == '\u{ad}' && !c.is_whitespace() && before[0] != ' ';
            if (hyphen || soft) && is_cluster_end(self.line, start + at) {
                self.whole(from, start + at);
                from = start + at;
            }
            before = [before[1], c];
        }
        self.whole(from, end);
    }

    /// Where a word at byte `start` of the line may be broken between its syllables, in bytes from its start.
    fn syllables(&self, start: usize, word: &str) -> Vec<usize> {
        let Some(syllables) = self.syllables else {
            return Vec::new();
        };
        let at = self.base + start;
        let span = Span::new(at, at + word.len());
        let is_whole = syllables.whole.iter().any(|whole| whole.overlaps(span));
        // A word that stays with the number before it is not broken either.
        if is_whole || glue::binds(self.last_word, word) {
            return Vec::new();
        }
        syllables.hyphenator.breaks(word)
    }

    /// Adds the fragments of the bytes `[start, end)` of the line, which may be broken between syllables.
    fn push(&mut self, start: usize, end: usize) {
        let part = self.line.get(start..end).unwrap_or_default();
        let word = part.trim_end();
        let mut from = start;
        for cut in self.syllables(start, word) {
            let piece = self.line.get(from..start + cut).unwrap_or_default();
            let width = measure::width(piece);
            if width < self.measure {
                self.done.push(Fragment {
                    start: self.base + from,
                    end: self.base + start + cut,
                    width: measure::columns(width),
                    space: 0,
                    kind: FragmentKind::Soft,
                });
                from = start + cut;
            }
        }
        self.whole(from, end);
    }

    /// Adds the fragment of the bytes `[start, end)` of the line, in several where it is wider than the measure.
    fn whole(&mut self, start: usize, end: usize) {
        let whole = self.line.get(start..end).unwrap_or_default();
        let word = whole.trim_end();
        let width = measure::width(word);
        let space = measure::columns(measure::width(whole.get(word.len()..).unwrap_or_default()));
        if let Some(last) = self.done.last_mut()
            && word.is_empty()
        {
            last.space = last.space.saturating_add(space);
            return;
        }
        if width > self.measure {
            self.split(start, word);
            if let Some(last) = self.done.last_mut() {
                last.space = space;
            }
            return;
        }
        let soft = word.ends_with('\u{ad}') && word.len() == whole.len() && width < self.measure;
        self.done.push(Fragment {
            start: self.base + start,
            end: self.base + start + word.len(),
            width: measure::columns(width),
            space,
            kind: if soft {
                FragmentKind::Soft
            } else {
                FragmentKind::Plain
            },
        });
    }

    /// Adds a word wider than the measure, broken between clusters.
    fn split(&mut self, start: usize, word: &str) {
        let mut open = Fragment {
            start: self.base + start,
            end: self.base + start,
            width: 0,
            space: 0,
            kind: FragmentKind::Plain,
        };
        if word.bytes().all(|b| b.is_ascii_graphic()) {
            for at in (0..word.len()).step_by(self.measure) {
                let len = self.measure.min(word.len() - at);
                self.done.push(Fragment {
                    start: open.start + at,
                    end: open.start + at + len,
                    width: measure::columns(len),
                    ..open
                });
            }
            return;
        }
        for cluster in word.graphemes(true) {
            let width = measure::grapheme_width(cluster);
            let oversize = width > self.measure;
            if open.end > open.start && (oversize || usize::from(open.width) + width > self.measure)
            {
                self.done.push(open);
                open = Fragment {
                    start: open.end,
                    width: 0,
                    ..open
                };
            }
            open.end += cluster.len();
            if oversize {
                self.done.push(Fragment {
                    width: 1,
                    kind: FragmentKind::Oversize,
                    ..open
                });
                open = Fragment {
                    start: open.end,
                    width: 0,
                    ..open
                };
            } else {
                open.width += measure::columns(width);
            }
        }
        if open.end > open.start {
            self.done.push(open);
        }
    }

    /// Joins the fragment at `index` to the one before it, where both fit the measure together.
    fn join(&mut self, index: usize) {
        let (Some(&left), Some(&right)) = (self.done.get(index - 1), self.done.get(index)) else {
            return;
        };
        let width = usize::from(left.width) + usize::from(left.space) + usize::from(right.width);
        let plain = left.kind == FragmentKind::Plain && right.kind != FragmentKind::Oversize;
        if !plain || width > self.measure {
            return;
        }
        self.done.remove(index);
        if let Some(joined) = self.done.get_mut(index - 1) {
            *joined = Fragment {
                start: left.start,
                width: measure::columns(width),
                ..right
            };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_short_way_for_ascii_breaks_where_unicode_does() {
        let marks = [
            "a", "b c", "3", "5 m", ".", ",", " ", "(", ")", "'", "!", "?", ":", ";", "%", "x",
            "$", "/", "\"", "é",
        ];
        for n in 0..20_usize.pow(3) * 20 {
            let digits = [n % 20, n / 20 % 20, n / 400 % 20, n / 8000];
            let line: String = digits
                .iter()
                .filter_map(|&d| marks.get(d))
                .copied()
                .collect();
            let line = format!("ab{line}cd ef");
            let mut long = Setter::new(&line, 0, 99, None);
            long.words(0..line.len());
            let mut whole = Setter::new(&line, 0, 99, None);
            whole.line();
            assert_eq!(whole.done, long.done, "{line:?}");
        }
    }
}
