//! Justification: the gaps of a row widened so that it is full.
//!
//! A row stays ragged where that would look worse: with few gaps for much room, with characters that have no gaps
//! between words (CJK), with text from right to left. Gaps in what the author marked as code keep their width.

use super::fragment::Fragment;
use super::wrap;
use crate::text::Span;

/// By how many columns each gap of a row may be widened on average; a row that would need more stays ragged.
const MOST: usize = 2;

/// The columns by which the gap after each fragment of a row is widened; empty for a row that stays as it is. The
/// line stands at byte `base`; `room` are the columns of a full row, and the `nth` row begins with the wide gaps at the
/// other side than the one before, so that no river runs down the page.
pub(super) fn gaps(
    line: &str,
    base: usize,
    row: &[Fragment],
    room: usize,
    nth: usize,
    code: &[Span],
) -> Vec<usize> {
    let missing = room.saturating_sub(wrap::width(row));
    let span = wrap::span(row);
    let text = (span.start.get().checked_sub(base)).zip(span.end.get().checked_sub(base));
    let text = text.and_then(|(start, end)| line.get(start..end));
    if missing == 0 || !text.is_some_and(has_words) {
        return Vec::new();
    }
    let inner = row.iter().zip(row.iter().skip(1));
    let is_gap: Vec<bool> = inner
        .map(|(left, right)| {
            let gap = Span::new(left.end, right.start);
            left.space > 0 && !code.iter().any(|c| c.covers(gap))
        })
        .collect();
    let count = is_gap.iter().filter(|&&is_gap| is_gap).count();
    if missing > count * MOST {
        return Vec::new();
    }
    let offset = if nth.is_multiple_of(2) { 0 } else { count - 1 };
    let until = |gaps: usize| (gaps * missing + offset) / count;
    let mut met = 0;
    is_gap
        .into_iter()
        .map(|is_gap| {
            met += usize::from(is_gap);
            if is_gap {
                until(met) - until(met - 1)
            } else {
                0
            }
        })
        .collect()
}

/// Whether the text is of words from left to right with gaps between them.
fn has_words(text: &str) -> bool {
    text.is_ascii()
        || !text.chars().any(|c| {
            matches!(u32::from(c),
                // Hebrew, Arabic and their neighbours; marks and forms of these.
                0x590..=0x8ff | 0xfb1d..=0xfdff | 0xfe70..=0xfeff
                // Thai, Lao, Myanmar, Khmer: no gaps between words.
                | 0xe00..=0xeff | 0x1000..=0x109f | 0x1780..=0x17ff
                // Hangul Jamo, CJK and all wide forms.
                | 0x1100..=0x11ff | 0x2e80..=0xa4cf | 0xa960..=0xa97f | 0xac00..=0xd7ff
                | 0xf900..=0xfaff | 0xfe30..=0xfe4f | 0xff00..=0xffef | 0x1b000..=0x1b2ff | 0x20000..=0x3ffff)
        })
}

#[cfg(test)]
mod tests {
    use crate::document::BlockKind::{self, Code, Heading, ListItem, Paragraph};
    use crate::layout::proof::{document, lines, setting};
    use crate::layout::{Alignment, Setting, Typography};

    #[track_caller]
    fn check(kind: BlockKind, text: &str, columns: u16, expected: &[&str]) {
        let typography = Typography {
            alignment: Alignment::Justified,
            ..Typography::default()
        };
        let setting = Setting {
            typography,
            ..setting(columns)
        };
        assert_eq!(lines(&document([(kind, text)]), setting), expected);
    }

    #[test]
    fn rows_are_full_but_the_last() {
        check(
            Paragraph,
            "one two three four five six seven eight nine ten",
            16,
            &[
                "one  two   three",
                "four   five  six",
                "seven eight",
                "nine ten",
            ],
        );
        check(
            ListItem {
                depth: 0,
                marker: "•".into(),
            },
            "one two three four five",
            12,
            &["• one two", "  three four", "  five"],
        );
    }

    #[test]
    fn wide_gaps_are_left_out() {
        check(
            Paragraph,
            "a incomprehensibility b",
            20,
            &["a", "incomprehensibility", "b"],
        );
    }

    #[test]
    fn headings_code_and_cjk_stay_as_they_are() {
        let words = "one two three four five";
        check(
            Heading { level: 2 },
            words,
            10,
            &["one two", "three four", "five"],
        );
        check(Code { language: None }, "a  b\nc", 10, &["a  b", "c"]);
        check(Paragraph, "日本 日本 日本", 11, &["日本 日本", "日本"]);
    }
}
