//! Lines, with what later stages ask of each: where its words begin and end, how far it is indented, the gap above.
//!
//! Takes the decoded text; gives the lines that hold something. `\n`, `\r\n`, a lone `\r` and a form feed end a line.
//! Offsets are bytes of the decoded text, not of the file.

use memchr::memchr3_iter;

/// A line with something on it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Line {
    /// Where the line begins, white space included.
    pub(super) raw: u32,
    /// Its first character that is not white space.
    pub(super) start: u32,
    /// One past its last character that is not white space.
    pub(super) end: u32,
    /// Characters from `start` to `end`.
    pub(super) chars: u32,
    /// Columns before `start`; a tab reaches to the next multiple of 8.
    pub(super) indent: u16,
    /// Blank lines right above it.
    pub(super) gap: u8,
    /// Whether a form feed stands between it and the line above.
    pub(super) page: bool,
}

impl Line {
    /// The words of the line.
    pub(super) fn text(self, text: &str) -> &str {
        text.get(self.start as usize..self.end as usize)
            .unwrap_or_default()
    }
}

/// All lines of a text that are not blank. O(bytes).
pub(super) fn scan(text: &str) -> Vec<Line> {
    let bytes = text.as_bytes();
    let mut lines = Vec::with_capacity(bytes.len() / 48);
    let (mut at, mut gap, mut page) = (0, 0_u8, false);
    let ends = memchr3_iter(b'\n', b'\r', 0x0c, bytes).chain(std::iter::once(bytes.len()));
    for end in ends {
        if end < at {
            continue; // the \n of a \r\n
        }
        if let Some(mut line) = measure(text, at, end) {
            (line.gap, line.page) = (gap, page);
            lines.push(line);
            (gap, page) = (0, false);
        } else if bytes.get(end) != Some(&0x0c) {
            gap = gap.saturating_add(1);
        }
        page |= bytes.get(end) == Some(&0x0c);
        let pair = bytes.get(end) == Some(&b'\r') && bytes.get(end + 1) == Some(&b'\n');
        at = end + 1 + usize::from(pair);
    }
    lines
}

/// The line between two offsets; none when it is blank.
fn measure(text: &str, from: usize, to: usize) -> Option<Line> {
    let raw = text.get(from..to)?;
    let body = raw.trim_start();
    let front = raw.get(..raw.len() - body.len())?;
    let body = body.trim_end();
    if body.is_empty() {
        return None;
    }
    let start = from + front.len();
    Some(Line {
        raw: clip(from),
        start: clip(start),
        end: clip(start + body.len()),
        chars: clip(count_chars(body)),
        indent: u16::try_from(columns(front)).unwrap_or(u16::MAX),
        ..Line::default()
    })
}

/// Columns that white space at the front of a line takes.
pub(super) fn columns(front: &str) -> usize {
    front.chars().fold(0, |at, c| match c {
        '\t' => (at / 8 + 1) * 8,
        _ => at + 1,
    })
}

/// Characters of a text, counted by their first bytes.
pub(super) fn count_chars(text: &str) -> usize {
    text.bytes().filter(|b| b & 0xc0 != 0x80).count()
}

/// An offset as it is stored; past 4 GiB it sticks at the end of the range.
pub(super) fn clip(offset: usize) -> u32 {
    u32::try_from(offset).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[(&str, u16, u8)]) {
        let lines = scan(text);
        let seen: Vec<_> = lines
            .iter()
            .map(|l| (l.text(text), l.indent, l.gap))
            .collect();
        assert_eq!(seen, expected);
    }

    #[test]
    fn every_kind_of_line_end_ends_a_line_once() {
        check(
            "a\r\nb\rc\nd\u{c}e",
            &[
                ("a", 0, 0),
                ("b", 0, 0),
                ("c", 0, 0),
                ("d", 0, 0),
                ("e", 0, 0),
            ],
        );
        check(
            "a\r\n\r\nb\n\n\nc",
            &[("a", 0, 0), ("b", 0, 1), ("c", 0, 2)],
        );
    }

    #[test]
    fn tabs_reach_to_the_next_multiple_of_eight() {
        check(
            "\ta\n  \tb \n    c",
            &[("a", 8, 0), ("b", 8, 0), ("c", 4, 0)],
        );
    }

    #[test]
    fn a_form_feed_is_remembered() {
        let lines = scan("a\n\u{c}\nb");
        assert_eq!(
            lines.iter().map(|l| l.page).collect::<Vec<_>>(),
            [false, true]
        );
    }

    #[test]
    fn characters_are_counted_not_bytes() {
        assert_eq!(scan("žluťoučký").first().map(|l| l.chars), Some(9));
    }
}
