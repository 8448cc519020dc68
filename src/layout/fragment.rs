//! One line of text as fragments, the units that a row is filled with.
//!
//! Break opportunities come from the Unicode line breaking algorithm (UAX #14, through `textwrap`), so that CJK wraps
//! too. Then our own rules: a hyphen between letters and a soft hyphen allow a break; a number keeps its unit, sign or
//! currency; a link is kept whole where it fits the measure, and otherwise breaks after its punctuation; what is still
//! wider than the measure breaks between grapheme clusters. Invariant: the fragments of a line cover it in order, no
//! boundary splits a cluster, and none is wider than the measure.

use textwrap::WordSeparator;
use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

use super::{glue, measure};

/// A piece of a line that no row end may split.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Fragment {
    /// Where its word begins, in bytes of the document's text.
    pub(super) start: usize,
    /// Where its word ends.
    pub(super) end: usize,
    /// The columns of its word.
    pub(super) width: u16,
    /// The columns of the white space after it.
    pub(super) space: u16,
    /// How it ends or is shown.
    pub(super) kind: FragmentKind,
}

/// What is special about a fragment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FragmentKind {
    /// Nothing.
    Plain,
    /// It ends in a soft hyphen: a row that ends here shows a hyphen.
    Soft,
    /// One cluster wider than the measure: it shows as an ellipsis of one column.
    Oversize,
}

impl textwrap::core::Fragment for Fragment {
    fn width(&self) -> f64 {
        self.width.into()
    }

    fn whitespace_width(&self) -> f64 {
        self.space.into()
    }

    fn penalty_width(&self) -> f64 {
        match self.kind {
            FragmentKind::Soft => 1.0,
            FragmentKind::Plain | FragmentKind::Oversize => 0.0,
        }
    }
}

/// The fragments of `line`, none wider than `measure` columns (at least 1). The line stands at byte `base` of the
/// text and holds no newline. O(bytes).
pub(super) fn fragments(line: &str, base: usize, measure: usize) -> Vec<Fragment> {
    let mut setter = Setter {
        line,
        base,
        measure: measure.max(1),
        done: Vec::with_capacity(line.len() / 6 + 1),
        last_word: "",
    };
    let mut words = WordSeparator::UnicodeBreakProperties
        .find_words(line)
        .peekable();
    let (mut start, mut at) = (0, 0);
    let mut parts = Vec::new();
    while let Some(word) = words.next() {
        at += word.word.len() + word.whitespace.len();
        let part = line.get(start..at).unwrap_or_default();
        let spaced = part.ends_with(char::is_whitespace);
        if words.peek().is_some() && !spaced && !is_cluster_end(line, at) {
            continue;
        }
        parts.push(start..at);
        start = at;
        if spaced || words.peek().is_none() {
            setter.word(&parts);
            parts.clear();
        }
    }
    setter.done
}

/// Whether a grapheme cluster ends at byte `at` of the line.
fn is_cluster_end(line: &str, at: usize) -> bool {
    let ascii = |i: usize| line.as_bytes().get(i).is_some_and(u8::is_ascii);
    if at > 0 && ascii(at - 1) && ascii(at) {
        return true;
    }
    GraphemeCursor::new(at, line.len(), true)
        .is_boundary(line, 0)
        .unwrap_or(true)
}

/// Collects fragments word by word; a word is what stands between white space.
struct Setter<'a> {
    line: &'a str,
    base: usize,
    measure: usize,
    done: Vec<Fragment>,
    last_word: &'a str,
}

impl Setter<'_> {
    /// Adds one word, with the white space after it, in the parts that line breaking allows.
    fn word(&mut self, parts: &[std::ops::Range<usize>]) {
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
                if next.is_none_or(|next| !self.joins_number(start, part.end, next)) {
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

    /// A link: whole where it fits, else in parts that end after its punctuation.
    fn link(&mut self, start: usize, word: &str, end: usize) {
        if measure::width(word) <= self.measure {
            self.push(start, end);
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
            if after_break && !breaks(c) && is_cluster_end(self.line, start + at) {
                self.push(from, start + at);
                from = start + at;
            }
            after_break = breaks(c);
        }
        self.push(from, end);
    }

    /// Splits a part after hyphens between letters and after soft hyphens.
    fn hyphenated(&mut self, start: usize, end: usize) {
        let part = self.line.get(start..end).unwrap_or_default();
        let mut from = start;
        if part.contains(['-', '\u{ad}']) {
            let mut before = [' ', ' '];
            for (at, c) in part.char_indices() {
                let hyphen = before[1] == '-' && before[0].is_alphabetic() && c.is_alphabetic();
                let soft = before[1] == '\u{ad}' && !c.is_whitespace() && before[0] != ' ';
                if (hyphen || soft) && is_cluster_end(self.line, start + at) {
                    self.push(from, start + at);
                    from = start + at;
                }
                before = [before[1], c];
            }
        }
        self.push(from, end);
    }

    /// Adds the fragment of the bytes `[start, end)` of the line, in several where it is wider than the measure.
    fn push(&mut self, start: usize, end: usize) {
        let whole = self.line.get(start..end).unwrap_or_default();
        let word = whole.trim_end();
        let width = measure::width(word);
        let space = measure::columns(measure::width(whole.get(word.len()..).unwrap_or_default()));
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

/// Whether a word is an address of the web or of mail, brackets around it or not.
fn is_link(word: &str) -> bool {
    word.len() > 6
        && (word.contains("://")
            || word.contains("www.")
            || (word.contains('@') && word.contains('.') && !word.starts_with('@')))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The fragments of `line` at a measure, each followed by `|`.
    #[track_caller]
    fn check(line: &str, measure: usize, expected: &str) {
        let shown: Vec<&str> = fragments(line, 0, measure)
            .iter()
            .map(|f| line.get(f.start..f.end).unwrap_or_default())
            .collect();
        assert_eq!(shown.join("|"), expected);
    }

    #[test]
    fn numbers_keep_unit_sign_and_currency() {
        check("rose 40 percent in 2020", 40, "rose|40 percent|in|2020");
        check("about $1.2 billion, -5 °C", 40, "about|$1.2 billion,|-5 °C");
        check(
            "2,500 troops at 10 a.m. sharp",
            40,
            "2,500|troops|at|10 a.m.|sharp",
        );
        check(
            "in 2020–21 and 3/4 or 12:30",
            40,
            "in|2020–21|and|3/4|or|12:30",
        );
        check("40 percent", 9, "40|percent");
    }

    #[test]
    fn no_opening_mark_stands_alone() {
        check("said ( as ) if « bon »", 40, "said|( as )|if|« bon »");
    }

    #[test]
    fn cjk_breaks_between_characters_but_not_before_a_full_stop() {
        check("日本語。テスト", 40, "日|本|語。|テ|ス|ト");
    }

    #[test]
    fn hyphens_between_letters_and_soft_hyphens_allow_a_break() {
        check(
            "well-known COVID-19 30-year",
            40,
            "well-|known|COVID-19|30-year",
        );
        check("hy\u{ad}phen", 40, "hy\u{ad}|phen");
        check("a--b -x", 40, "a--b|-x");
    }

    #[test]
    fn links_are_whole_where_they_fit() {
        check(
            "see https://a.example/b-c?d=1.",
            40,
            "see|https://a.example/b-c?d=1.",
        );
        check(
            "https://a.example/b-c?d=1.",
            20,
            "https://|a.|example/|b-|c?|d=|1.",
        );
    }

    #[test]
    fn long_words_break_between_clusters() {
        check("abcdefg", 3, "abc|def|g");
        check("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}e\u{301}|e\u{301}");
        check("👩‍👩‍👧👩‍👩‍👧", 2, "👩‍👩‍👧|👩‍👩‍👧");
        check("日本", 1, "日|本");
    }
}
