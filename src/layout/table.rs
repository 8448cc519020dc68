//! Tables: cells in columns, wrapped inside their cells, a rule under the head.
//!
//! A line of the text is a row of cells separated by tabs. Where the columns of the [`Plan`] do not fit the measure,
//! rows are cut with a mark and reached by shifting, as code is.

mod plan;

pub(super) use plan::Plan;

use super::clip::{Wide, window};
use super::row::{Content, Ornament, Row, RowKind, Run};
use super::slice::Slice;
use super::{Setting, fragment, measure, wrap};
use crate::document::{Align, Document};
use crate::text::{Pos, Span};

/// What the rows of a slice of a table are set with.
struct Setter<'a> {
    document: &'a Document,
    slice: &'a Slice,
    plan: &'a Plan,
    measure: usize,
    shift: usize,
    rows: Vec<Row>,
}

/// One row of one cell.
struct Part {
    span: Span,
    width: usize,
    runs: Vec<Run>,
}

/// The rows of a slice of a table with `header_rows`, by a plan. O(bytes of the slice).
pub(super) fn set(
    document: &Document,
    slice: &Slice,
    header_rows: u32,
    plan: &Plan,
    (setting, shift): (Setting, usize),
) -> Vec<Row> {
    let mut setter = Setter {
        document,
        slice,
        plan,
        measure: setting.measure(),
        shift,
        rows: Vec::new(),
    };
    let text = document.slice(slice.span);
    let body = text.strip_suffix('\n').unwrap_or(text);
    let head = if slice.is_first {
        header_rows as usize
    } else {
        0
    };
    let mut start = slice.span.start.get();
    for (i, line) in body.split('\n').enumerate() {
        let end = start + line.len();
        setter.line(line, start);
        // The rule stands where the line break is; an empty line has taken that place for itself.
        if i + 1 == head && end < slice.span.end.get() && end > start {
            setter.rule(end);
        }
        start = end + 1;
    }
    setter.rows
}

impl Setter<'_> {
    /// Adds the rows of one line of cells, which stands at byte `base`.
    fn line(&mut self, line: &str, base: usize) {
        let mut start = base;
        let mut cells = Vec::new();
        for (i, cell) in line.split('\t').enumerate() {
            cells.push(cell_rows(cell, start, self.plan.column(i).width));
            start += cell.len() + 1;
        }
        let height = cells.iter().map(Vec::len).max().unwrap_or(0).max(1);
        for row in 0..height {
            self.row(&cells, row, base);
        }
    }

    /// Adds one row: that row of each cell.
    fn row(&mut self, cells: &[Vec<Part>], row: usize, base: usize) {
        let mut span: Option<Span> = None;
        let mut parts = Vec::with_capacity(cells.len() * 2);
        for (i, col) in self.columns(cells.len().max(self.plan.columns.len())) {
            self.border(i, col, &mut parts);
            let Some(part) = cells.get(i).and_then(|cell| cell.get(row)) else {
                continue;
            };
            let column = self.plan.column(i);
            let free = column.width.saturating_sub(part.width);
            let push = match column.align {
                Align::Right => free,
                Align::Middle => free / 2,
                Align::Left => 0,
                Align::Unsaid => free * usize::from(column.is_number),
            };
            span = Some(span.map_or(part.span, |s| s.to(part.span)));
            parts.extend(part.runs.iter().map(|run| Wide {
                col: col + push + usize::from(run.col),
                width: match run.content {
                    Content::Text(s) => measure::width(self.document.slice(s)),
                    Content::Ornament(_) => 1,
                },
                content: run.content,
            }));
        }
        let shift = if cells.len() > self.plan.columns.len() {
            self.shift
        } else {
            self.shift()
        };
        self.rows.push(Row {
            block: self.slice.block,
            span: span.unwrap_or(Span::new(base, base)),
            kind: RowKind::Text,
            runs: window(self.document, &parts, shift, self.measure, 0),
        });
    }

    /// Adds the rule under the head, at byte `anchor`.
    fn rule(&mut self, anchor: usize) {
        let mut parts = Vec::new();
        for (i, col) in self.columns(self.plan.columns.len()) {
            self.border(i, col, &mut parts);
            let width = self.plan.column(i).width;
            parts.push(Wide {
                col,
                width,
                content: Content::Ornament(Ornament::Line(measure::columns(width))),
            });
        }
        let mut row = Row::bare(self.slice.block, anchor, RowKind::Rule);
        row.runs = window(self.document, &parts, self.shift(), self.measure, 0);
        self.rows.push(row);
    }

    /// The first `count` columns: number and first column of the screen.
    fn columns(&self, count: usize) -> impl Iterator<Item = (usize, usize)> + use<'_> {
        let plan = self.plan;
        (0..count).scan(0, move |at, i| {
            let col = *at;
            *at += plan.column(i).width + plan.gap;
            Some((i, col))
        })
    }

    /// Adds the border before a column, if there is one.
    fn border(&self, index: usize, col: usize, parts: &mut Vec<Wide>) {
        if self.plan.is_bordered && index > 0 {
            parts.push(Wide {
                col: col - 2,
                width: 1,
                content: Content::Ornament(Ornament::CellBorder),
            });
        }
    }

    /// The columns by which rows are shifted: none where the table fits.
    fn shift(&self) -> usize {
        if self.plan.is_wide { self.shift } else { 0 }
    }
}

/// The rows of one cell, at column 0; none for an empty one.
fn cell_rows(cell: &str, start: usize, room: usize) -> Vec<Part> {
    let words = cell.trim();
    if words.is_empty() {
        return Vec::new();
    }
    let start = start + (cell.len() - cell.trim_start().len());
    let width = measure::width(words);
    if width <= room {
        let span = Span::new(start, start + words.len());
        let content = Content::Text(span);
        let runs = vec![Run { col: 0, content }];
        return vec![Part { span, width, runs }];
    }
    let pieces = fragment::fragments(words, start, room, None);
    let wrapped = wrap::rows(&pieces, room, room);
    let last = wrapped.len();
    let part = |(i, row): (usize, &[fragment::Fragment])| {
        let mut runs = Vec::new();
        wrap::runs(row, 0, i + 1 == last, &[], &mut runs);
        Part {
            span: wrap::span(row),
            width: wrap::width(row),
            runs,
        }
    };
    wrapped.into_iter().enumerate().map(part).collect()
}

/// The number of the row that shows a position, among the rows of a slice and the blank rows after it.
///
/// Anchors alone do not tell: the second row of the first cell stands before the first row of the second cell.
pub(super) fn row_at(document: &Document, rows: &[Row], pos: Pos) -> usize {
    let near = rows
        .partition_point(|r| r.anchor() <= pos)
        .saturating_sub(1);
    let Some(row) = rows.get(near) else {
        return 0;
    };
    if row.anchor() == pos || row.kind != RowKind::Text {
        return near;
    }
    let before = document.text().get(..pos.get()).unwrap_or_default();
    let line = memchr::memrchr(b'\n', before.as_bytes()).map_or(0, |at| at + 1);
    let shows = |row: &Row| {
        row.runs
            .iter()
            .any(|run| matches!(run.content, Content::Text(s) if s.contains(pos)))
    };
    (0..=near)
        .rev()
        .take_while(|&i| rows.get(i).is_some_and(|r| r.anchor().get() >= line))
        .find(|&i| rows.get(i).is_some_and(shows))
        .unwrap_or(near)
}

#[cfg(test)]
mod tests {
    use crate::document::{Align, BlockKind};
    use crate::layout::proof::{check, document, line, setting};
    use crate::layout::{Galley, Glyphs};
    use crate::text::Pos;

    const TABLE: BlockKind = BlockKind::table(1);

    #[test]
    fn columns_are_as_wide_as_their_cells_and_numbers_stand_flush_right() {
        check(
            &[(
                TABLE,
                "Country\tTroops\nIraq\t2,500\nSyria\t900\nElsewhere\t–",
            )],
            40,
            &[
                "Country    Troops",
                "─────────  ──────",
                "Iraq        2,500",
                "Syria         900",
                "Elsewhere       –",
            ],
        );
    }

    #[test]
    fn columns_stand_where_the_author_put_them() {
        let table = BlockKind::Table {
            header_rows: 1,
            align: vec![Align::Right, Align::Middle, Align::Left],
        };
        check(
            &[(
                table,
                "Line\tKind\tLoss\nCopper wire\told\t4\nGlass\tnew and dear\t12",
            )],
            40,
            &[
                "       Line      Kind      Loss",
                "───────────  ────────────  ────",
                "Copper wire      old       4",
                "      Glass  new and dear  12",
            ],
        );
    }

    #[test]
    fn the_widest_column_is_squeezed_and_wrapped() {
        check(
            &[(
                TABLE,
                "Item\tNotes\tSum\nBread\tbaked every morning before six\t12\nTea\tgreen\t3",
            )],
            28,
            &[
                "Item  │ Notes          │ Sum",
                "───── │ ────────────── │ ───",
                "Bread │ baked every    │  12",
                "      │ morning before │",
                "      │ six            │",
                "Tea   │ green          │   3",
            ],
        );
    }

    #[test]
    fn what_does_not_fit_is_cut_and_shifted() {
        let doc = document([(TABLE, "alphabet\tbetabets\tgammabet\n1\t2\t3")]);
        let mut galley = Galley::new(setting(12));
        let shown = |galley: &mut Galley| -> Vec<String> {
            let rows = galley.rows_from(&doc, Pos(0), 9);
            rows.iter()
                .map(|r| line(&doc, Glyphs::Unicode, r))
                .collect()
        };
        assert_eq!(
            shown(&mut galley),
            ["alphabet  b…", "────────  ─…", "       1   …"]
        );
        assert_eq!(galley.max_shift(&doc, Pos(0), 9), 16);
        galley.shift(16);
        assert_eq!(
            shown(&mut galley),
            ["…s  gammabet", "…─  ────────", "…2         3"]
        );
    }

    #[test]
    fn a_place_in_a_wrapped_cell_leads_to_the_row_that_shows_it() {
        let text = "aa bb cc dd ee ff\txx yy zz ww vv uu";
        let doc = document([(BlockKind::table(0), text)]);
        let mut galley = Galley::new(setting(19));
        let rows = galley.rows_from(&doc, Pos(0), 9);
        let shown: Vec<_> = rows
            .iter()
            .map(|r| line(&doc, Glyphs::Unicode, r))
            .collect();
        assert_eq!(shown, ["aa bb cc │ xx yy zz", "dd ee ff │ ww vv uu"]);
        let row_of = |word: &str, galley: &mut Galley| {
            let at = Pos::new(text.find(word).unwrap());
            galley.rows_between(&doc, Pos(0), at, 9)
        };
        assert_eq!(
            ["bb", "ee", "yy", "vv"].map(|w| row_of(w, &mut galley)),
            [0, 1, 0, 1]
        );
    }
}
