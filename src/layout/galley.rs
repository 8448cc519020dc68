//! The galley, a printer's column of set type: the only cache of rows.
//!
//! It walks over pieces (see `pieces`), which are set when somebody looks. Invariant: it holds rows of one setting and
//! one document; the caller says when the document changes.

mod pieces;

use self::pieces::{Key, Pieces};
use super::{Row, Setting, code, measure, slice, table};
use crate::document::{BlockKind, Document};
use crate::text::{Pos, Span};

/// A row: its piece and its number in it. Places are in reading order.
type Place = (Key, usize);

/// Rows on demand for one document and one setting.
#[derive(Clone, Debug)]
pub struct Galley {
    pieces: Pieces,
}

impl Galley {
    /// An empty galley.
    pub fn new(setting: Setting) -> Self {
        Self {
            pieces: Pieces::new(setting),
        }
    }

    /// What rows are set for.
    pub fn setting(&self) -> Setting {
        self.pieces.setting()
    }

    /// Changes the setting; what was set for another one goes.
    pub fn set(&mut self, setting: Setting) {
        if self.setting() != setting {
            self.pieces = self.pieces.again(setting);
        }
    }

    /// Empties the galley: another document follows. The setting stays; the shift goes back to 0.
    pub fn clear(&mut self) {
        self.pieces = Pieces::new(self.setting());
    }

    /// Shows code and tables that are wider than the measure from this column on.
    pub fn shift(&mut self, columns: u16) {
        self.pieces.set_shift(columns.into());
    }

    /// The rows from the row that shows `top` on, at most `height`; fewer only at the end. O(rows + blocks shown).
    pub fn rows_from(&mut self, document: &Document, top: Pos, height: usize) -> Vec<Row> {
        let mut rows = Vec::with_capacity(height.min(512));
        let Some((mut key, skip)) = self.place(document, top) else {
            return rows;
        };
        let mut skip = skip;
        while rows.len() < height {
            let left = height - rows.len();
            let piece = self.pieces.rows(document, key);
            rows.extend(piece.iter().skip(skip).take(left).cloned());
            skip = 0;
            match self.pieces.next(document, key) {
                Some(next) => key = next,
                None => break,
            }
        }
        rows
    }

    /// What [`rows_from`](Self::rows_from) shows of the text, from the first place to the last: nothing at `top` where
    /// there are no rows. O(rows + blocks shown), and no row is copied.
    pub fn span_from(&mut self, document: &Document, top: Pos, height: usize) -> Span {
        let Some((mut key, mut skip)) = self.place(document, top) else {
            return Span::at(top);
        };
        let mut span: Option<Span> = None;
        let mut left = height;
        while left > 0 {
            let rows = self.pieces.rows(document, key).iter();
            for row in rows.skip(skip).take(left) {
                let all = span.unwrap_or(Span::at(row.span.start));
                span = Some(all.to(row.span));
                left -= 1;
            }
            skip = 0;
            match self.pieces.next(document, key) {
                Some(next) => key = next,
                None => break,
            }
        }
        span.unwrap_or(Span::at(top))
    }

    /// The anchor of the row `by` rows below the row of `from`, above it when negative; the first or last row where
    /// there are not so many. O(rows walked).
    pub fn step(&mut self, document: &Document, from: Pos, by: isize) -> Pos {
        let Some(place) = self.place(document, from) else {
            return from;
        };
        let (key, row) = self.walk(document, place, by);
        self.anchor(document, key, row)
    }

    /// The greatest top that still fills `height` rows, so that the end of the text stands at the bottom of the pane.
    /// O(height).
    pub fn last_top(&mut self, document: &Document, height: usize) -> Pos {
        let Some(key) = self.pieces.previous(document, (document.blocks().len(), 0)) else {
            return Pos::default();
        };
        let last = self.pieces.rows(document, key).len().saturating_sub(1);
        let by = isize::try_from(height.saturating_sub(1)).unwrap_or(isize::MAX);
        let (key, row) = self.walk(document, (key, last), -by);
        self.anchor(document, key, row)
    }

    /// How many rows lie from the row of one position to that of the other, whichever comes first: 0 on the same row.
    /// Stops counting at `limit`. O(rows walked).
    pub fn rows_between(&mut self, document: &Document, a: Pos, b: Pos, limit: usize) -> usize {
        let (Some(a), Some(b)) = (self.place(document, a), self.place(document, b)) else {
            return 0;
        };
        let (mut key, row) = a.min(b);
        let (last_key, last_row) = a.max(b);
        let mut rows = 0;
        let mut skipped = row;
        while key != last_key && rows < limit {
            rows += self.pieces.rows(document, key).len() - skipped;
            skipped = 0;
            match self.pieces.next(document, key) {
                Some(next) => key = next,
                None => break,
            }
        }
        if key == last_key {
            rows += last_row.saturating_sub(skipped);
        }
        rows.min(limit)
    }

    /// The greatest shift that still makes sense for the rows of a pane: what is widest among them then ends at the
    /// right edge. 0 where nothing is cut. O(bytes of the lines shown).
    pub fn max_shift(&mut self, document: &Document, top: Pos, height: usize) -> u16 {
        let setting = self.setting();
        let mut most = 0;
        for row in self.rows_from(document, top, height) {
            let beyond = match document.block(row.block).map(|b| &b.kind) {
                Some(BlockKind::Code { .. }) => code::beyond(document, &row, setting),
                Some(&BlockKind::Table { header_rows, .. }) => {
                    self.pieces.table_beyond(document, row.block, header_rows)
                }
                _ => 0,
            };
            most = most.max(beyond);
        }
        measure::columns(most)
    }

    /// The row `by` rows from a place.
    fn walk(&mut self, document: &Document, place: Place, by: isize) -> Place {
        let (mut key, mut row) = place;
        let mut left = by.unsigned_abs();
        while left > 0 {
            let last = self.pieces.rows(document, key).len().saturating_sub(1);
            let room = if by < 0 {
                row
            } else {
                last.saturating_sub(row)
            };
            if left <= room {
                row = if by < 0 { row - left } else { row + left };
                break;
            }
            row = if by < 0 { 0 } else { last };
            let beyond = if by < 0 {
                self.pieces.previous(document, key)
            } else {
                self.pieces.next(document, key)
            };
            let Some(beyond) = beyond else { break };
            key = beyond;
            row = if by < 0 {
                self.pieces.rows(document, key).len().saturating_sub(1)
            } else {
                0
            };
            left -= room + 1;
        }
        (key, row)
    }

    /// The row that shows a position.
    fn place(&mut self, document: &Document, pos: Pos) -> Option<Place> {
        let id = document.block_at(pos)?;
        let block = document.block(id)?;
        let key = match self.pieces.fold(document, id.get()) {
            Some((first, _)) => (first, 0),
            None => (id.get(), slice::index_at(document.text(), block, pos)),
        };
        let rows = self.pieces.rows(document, key);
        let row = match block.kind {
            BlockKind::Table { .. } => table::row_at(document, rows, pos),
            _ => rows
                .partition_point(|r| r.anchor() <= pos)
                .saturating_sub(1),
        };
        Some((key, row))
    }

    /// The anchor of a row.
    fn anchor(&mut self, document: &Document, key: Key, row: usize) -> Pos {
        let rows = self.pieces.rows(document, key);
        rows.get(row)
            .or(rows.last())
            .map_or(Pos::default(), Row::anchor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::BlockId;
    use crate::layout::proof::{document, line, setting};
    use crate::layout::{Boilerplate, RowKind};

    fn paragraphs(count: usize) -> Document {
        document((0..count).map(|i| {
            (
                BlockKind::Paragraph,
                format!("Paragraph {i} of a long text"),
            )
        }))
    }

    #[test]
    fn only_rows_near_the_last_place_are_kept() {
        let document = paragraphs(30_000);
        let mut galley = Galley::new(setting(12));
        let there = galley.step(&document, Pos(0), 70_000);
        assert!(
            galley.pieces.kept() <= 10_000,
            "{} rows are kept",
            galley.pieces.kept()
        );
        assert_eq!(galley.step(&document, there, -70_000), Pos(0));
    }

    #[test]
    fn the_place_is_kept_when_the_measure_changes() {
        let document = paragraphs(100);
        let mut galley = Galley::new(setting(40));
        let top = galley.step(&document, Pos(0), 50);
        let word = document.slice(galley.rows_from(&document, top, 1)[0].span);
        let word = word.split(' ').next().unwrap_or_default();
        for columns in [9, 12, 80] {
            galley.set(setting(columns));
            let rows = galley.rows_from(&document, top, 1);
            assert!(line(&document, setting(columns).glyphs, &rows[0]).starts_with(word));
        }
    }

    #[test]
    fn the_last_top_puts_the_end_at_the_bottom() {
        let document = paragraphs(10);
        let mut galley = Galley::new(setting(40));
        let top = galley.last_top(&document, 3);
        let rows = galley.rows_from(&document, top, 99);
        let shown: Vec<_> = rows
            .iter()
            .map(|r| line(&document, galley.setting().glyphs, r))
            .collect();
        assert_eq!(
            shown,
            [
                "Paragraph 8 of a long text",
                "",
                "Paragraph 9 of a long text"
            ]
        );
        assert_eq!(galley.last_top(&document, 99), Pos(0));
    }

    #[test]
    fn boilerplate_is_shown_when_asked_for() {
        let document = document([
            (BlockKind::Paragraph, "Text."),
            (BlockKind::Boilerplate, "Share this"),
        ]);
        let mut galley = Galley::new(setting(40));
        let folded = galley.rows_from(&document, Pos(0), 9);
        assert_eq!(
            folded[2].kind,
            RowKind::Fold {
                blocks: 1,
                first: BlockId(1)
            }
        );
        galley.set(Setting {
            boilerplate: Boilerplate::Shown,
            ..setting(40)
        });
        assert_eq!(
            galley.rows_from(&document, Pos(0), 9)[2].kind,
            RowKind::Text
        );
    }
}
