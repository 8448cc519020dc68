//! The article as plain text: a paragraph a line, an empty line between blocks.
//!
//! Lines are not wrapped: that is for the reader's window, or for `fold -s`. List items keep their markers, tables
//! are aligned, code stays as it is.

use super::Sheet;
use crate::document::{Block, BlockKind};

/// Whether to print what the cleaner took for something else than the article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Hidden {
    /// Leave it out.
    #[default]
    LeaveOut,
    /// Print it where it stands.
    Print,
}

/// The article as text; ends with a line end unless there is nothing in it.
pub fn text(sheet: &Sheet<'_>, hidden: Hidden) -> String {
    let document = &sheet.article.document;
    let mut out = String::with_capacity(document.text().len());
    let mut before: Option<&BlockKind> = None;
    for block in document.blocks() {
        if block.kind == BlockKind::Boilerplate && hidden == Hidden::LeaveOut {
            continue;
        }
        if let Some(before) = before {
            out.push_str(if is_tight(before, &block.kind) {
                "\n"
            } else {
                "\n\n"
            });
        }
        push(&mut out, document.slice(block.span), block, before);
        before = Some(&block.kind);
    }
    if !out.is_empty() {
        out.push('\n');
    }
    out
}

/// Whether two blocks stand on lines right below each other: items of one list.
pub(super) fn is_tight(before: &BlockKind, next: &BlockKind) -> bool {
    matches!(
        (before, next),
        (BlockKind::ListItem { .. }, BlockKind::ListItem { marker, .. }) if !marker.is_empty()
    )
}

/// One block.
fn push(out: &mut String, words: &str, block: &Block, before: Option<&BlockKind>) {
    match &block.kind {
        BlockKind::ListItem { depth, marker } => {
            let indent = "  ".repeat(usize::from(*depth));
            let (first, hang) = if marker.is_empty() {
                let hang = " ".repeat(marker_width(before) + 1);
                (hang.clone(), hang)
            } else {
                let width = marker.chars().count() + 1;
                (format!("{marker} "), " ".repeat(width))
            };
            push_lines(
                out,
                words,
                &format!("{indent}{first}"),
                &format!("{indent}{hang}"),
            );
        }
        BlockKind::Quotation { depth } => {
            let bars = "> ".repeat(usize::from(*depth) + 1);
            push_lines(out, words, &bars, &bars);
        }
        BlockKind::Table { header_rows, .. } => push_table(out, words, *header_rows as usize),
        BlockKind::Image { alt, .. } => {
            let words = if words.is_empty() { alt } else { words };
            let space = if words.is_empty() {
                "[image"
            } else {
                "[image: "
            };
            out.push_str(space);
            out.push_str(words);
            out.push(']');
        }
        BlockKind::Rule if words.is_empty() => out.push_str("* * *"),
        BlockKind::Heading { .. }
        | BlockKind::Paragraph
        | BlockKind::Code { .. }
        | BlockKind::Rule
        | BlockKind::Boilerplate => out.push_str(words),
        BlockKind::Footnote { label } => push_lines(out, words, &format!("[{label}] "), "    "),
    }
}

/// The width of the marker of the item that a further paragraph belongs to.
fn marker_width(before: Option<&BlockKind>) -> usize {
    match before {
        Some(BlockKind::ListItem { marker, .. }) if !marker.is_empty() => marker.chars().count(),
        _ => 1,
    }
}

/// Lines with something before the first and before the others.
fn push_lines(out: &mut String, words: &str, first: &str, others: &str) {
    for (number, line) in words.split('\n').enumerate() {
        if number > 0 {
            out.push('\n');
        }
        out.push_str(if number == 0 { first } else { others });
        out.push_str(line);
    }
}

/// A table with its columns aligned: numbers to the right, words to the left, a line under the head.
fn push_table(out: &mut String, words: &str, header_rows: usize) {
    let rows: Vec<Vec<&str>> = words
        .split('\n')
        .map(|row| row.split('\t').map(str::trim).collect())
        .collect();
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let column = |c: usize| rows.iter().filter_map(move |row| row.get(c).copied());
    let widths: Vec<usize> = (0..columns)
        .map(|c| column(c).map(super::table::cells).max().unwrap_or(0))
        .collect();
    let right: Vec<bool> = (0..columns)
        .map(|c| column(c).skip(header_rows.min(1)).all(is_figure))
        .collect();
    for (number, row) in rows.iter().enumerate() {
        if number > 0 {
            out.push('\n');
        }
        if number > 0 && number == header_rows {
            let line: Vec<String> = widths.iter().map(|&w| "-".repeat(w.max(1))).collect();
            out.push_str(&line.join("  "));
            out.push('\n');
        }
        let start = out.len();
        for (c, width) in widths.iter().enumerate() {
            let cell = row.get(c).copied().unwrap_or_default();
            let gap = " ".repeat(width.saturating_sub(super::table::cells(cell)));
            let to_right = right.get(c).copied().unwrap_or_default();
            for part in if to_right { [&gap, cell] } else { [cell, &gap] } {
                out.push_str(part);
            }
            out.push_str("  ");
        }
        let end = out.trim_end_matches(' ').len().max(start);
        out.truncate(end);
    }
}

/// Whether a cell is a number, to be set to the right.
fn is_figure(cell: &str) -> bool {
    cell.chars()
        .all(|c| c.is_ascii_digit() || ".,%-+−–~$€£ ".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(kind: BlockKind, words: &str, expect: &str) {
        let mut out = String::new();
        let block = Block {
            kind,
            span: crate::text::Span::default(),
            source: None,
            section: crate::document::SectionId::default(),
        };
        push(&mut out, words, &block, None);
        assert_eq!(out, expect);
    }

    #[test]
    fn tables_are_aligned_by_what_is_in_them() {
        check(
            BlockKind::table(1),
            "Where\tTroops\nIraq\t2,500\nSyria, the east\t900",
            "Where            Troops\n---------------  ------\nIraq              2,500\nSyria, the east     900",
        );
        check(BlockKind::table(0), "a\tb\nccc\td", "a    b\nccc  d");
    }

    #[test]
    fn lists_and_quotations_keep_their_signs_on_every_line() {
        let item = |marker: &str| BlockKind::ListItem {
            depth: 1,
            marker: marker.into(),
        };
        check(item("12."), "one\ntwo", "  12. one\n      two");
        check(item(""), "further", "    further");
        check(BlockKind::Quotation { depth: 1 }, "a\nb", "> > a\n> > b");
    }
}
