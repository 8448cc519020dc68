//! One line of text as fragments, the units that a row is filled with.
//!
//! Break opportunities come from the Unicode line breaking algorithm (UAX #14, through `textwrap`), so that CJK wraps
//! too. Then our own rules: a hyphen between letters and a soft hyphen allow a break; a number keeps its unit, sign or
//! currency; a link is kept whole where it fits the measure, and otherwise breaks after its punctuation; what is still
//! wider than the measure breaks between grapheme clusters. Invariant: the fragments of a line cover it in order, no
//! boundary splits a cluster, and none is wider than the measure.

mod setter;
mod word;

use self::setter::Setter;
use super::hyphens::Hyphenator;
use crate::text::Span;

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
    /// It ends in a soft hyphen or between two syllables: a row that ends here shows a hyphen.
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

/// Where words may be broken between syllables.
#[derive(Clone, Copy, Debug)]
pub(super) struct Syllables<'a> {
    /// What knows the syllables.
    pub(super) hyphenator: &'a Hyphenator,
    /// What is left whole, in bytes of the text.
    pub(super) whole: &'a [Span],
}

/// The fragments of `line`, none wider than `measure` columns (at least 1). The line stands at byte `base` of the
/// text and holds no newline. O(bytes).
pub(super) fn fragments(
    line: &str,
    base: usize,
    measure: usize,
    syllables: Option<Syllables<'_>>,
) -> Vec<Fragment> {
    let mut setter = Setter::new(line, base, measure, syllables);
    setter.line();
    setter.done
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The fragments of `line` at a measure, each followed by `|`.
    #[track_caller]
    fn check(line: &str, measure: usize, expected: &str) {
        let shown: Vec<&str> = fragments(line, 0, measure, None)
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
            "https://a.|example/|b-|c?|d=|1.",
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
