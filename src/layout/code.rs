//! Code: one row a line, never wrapped; what does not fit is cut, marked and reached by shifting.

use super::clip::{Wide, window};
use super::row::{Content, Row, RowKind};
use super::slice::Slice;
use super::{Setting, measure, shape};
use crate::document::Document;
use crate::text::Span;

/// The rows of a slice of code. Lines move by `shift` columns when one of the slice does not fit. O(bytes).
pub(super) fn set(document: &Document, slice: &Slice, setting: Setting, shift: usize) -> Vec<Row> {
    let col = shape::shape(document, slice.block, setting).col;
    let room = setting.measure().saturating_sub(col).max(1);
    let text = document.slice(slice.span);
    let text = text.strip_suffix('\n').unwrap_or(text);
    // How much wider than what is in view a line is does not matter.
    let limit = shift + room;
    let lines: Vec<(&str, usize)> = text
        .split('\n')
        .map(|line| (line, measure::width_within(line, limit)))
        .collect();
    let shift = if lines.iter().any(|&(_, w)| w > room) {
        shift
    } else {
        0
    };
    let mut start = slice.span.start.get();
    let mut rows = Vec::with_capacity(lines.len());
    for (line, width) in lines {
        let span = Span::new(start, start + line.len());
        let part = Wide {
            col: 0,
            width,
            content: Content::Text(span),
        };
        let parts = if width == 0 { &[][..] } else { &[part][..] };
        rows.push(Row {
            block: slice.block,
            span,
            kind: RowKind::Text,
            runs: window(document, parts, shift, room, col),
        });
        start += line.len() + 1;
    }
    rows
}

/// By how many columns the line of a row is wider than the room for it. O(bytes of the line).
pub(super) fn beyond(document: &Document, row: &Row, setting: Setting) -> usize {
    let col = shape::shape(document, row.block, setting).col;
    let room = setting.measure().saturating_sub(col).max(1);
    measure::width(document.slice(row.span)).saturating_sub(room)
}

#[cfg(test)]
mod tests {
    use crate::document::BlockKind::Code;
    use crate::layout::proof::{check, document, line, setting};
    use crate::layout::{Galley, Glyphs};
    use crate::text::Pos;

    #[test]
    fn lines_are_kept_and_cut_with_a_mark() {
        check(
            &[(Code { language: None }, "if x {\n\n    call(a, b);\n}")],
            12,
            &["if x {", "", "    call(a,…", "}"],
        );
    }

    #[test]
    fn shifting_shows_the_rest_of_long_lines() {
        let doc = document([(Code { language: None }, "0123456789\nab\n日本語日本")]);
        let mut galley = Galley::new(setting(6));
        galley.shift(3);
        let rows = galley.rows_from(&doc, Pos(0), 9);
        let shown: Vec<_> = rows
            .iter()
            .map(|r| line(&doc, Glyphs::Unicode, r))
            .collect();
        assert_eq!(shown, ["…4567…", "…", "…語日…"]);
        assert_eq!(galley.max_shift(&doc, Pos(0), 9), 4);
    }
}
