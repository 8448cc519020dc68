//! The galley, a printer's column of set type: the only cache of rows.
//!
//! Rows are set piece by piece, when somebody looks: a piece is a block, a slice of a long block, or a run of folded
//! blocks, each with the blank rows after it. Invariants: the galley holds rows of one setting and one document (the
//! caller says when the document changes); it keeps some thousands of rows, near the last place asked for; every
//! piece has at least one row.

use std::collections::BTreeMap;

use super::row::{Row, RowKind};
use super::slice::{self, Slice};
use super::table::{self, Plan};
use super::{Boilerplate, Setting, code, flow, spacing};
use crate::document::{Block, BlockId, BlockKind, Document};
use crate::text::Pos;

/// When more rows than this are kept, those far away are dropped until half of it are left.
const KEPT_ROWS: usize = 8_192;

/// How many tables' columns are remembered.
const KEPT_PLANS: usize = 64;

/// A piece: the number of its (first) block and of the slice in it. Pieces are in reading order.
type Key = (usize, usize);

/// A row: its piece and its number in it. Places are in reading order.
type Place = (Key, usize);

/// Rows on demand for one document and one setting.
#[derive(Clone, Debug)]
pub struct Galley {
    setting: Setting,
    shift: usize,
    pieces: BTreeMap<Key, Vec<Row>>,
    kept: usize,
    /// Runs of folded blocks that were met: first block to one past the last.
    folds: BTreeMap<usize, usize>,
    /// The columns of tables that were met, by block.
    plans: BTreeMap<usize, Plan>,
}

impl Galley {
    /// An empty galley.
    pub fn new(setting: Setting) -> Self {
        Self {
            setting,
            shift: 0,
            pieces: BTreeMap::new(),
            kept: 0,
            folds: BTreeMap::new(),
            plans: BTreeMap::new(),
        }
    }

    /// What rows are set for.
    pub fn setting(&self) -> Setting {
        self.setting
    }

    /// Changes the setting; what was set for another one goes.
    pub fn set(&mut self, setting: Setting) {
        if self.setting != setting {
            self.setting = setting;
            self.clear();
        }
    }

    /// Empties the galley: another document follows. The setting stays; the shift goes back to 0.
    pub fn clear(&mut self) {
        self.drop_rows();
        self.folds.clear();
        self.shift = 0;
    }

    /// Shows code and tables that are wider than the measure from this column on.
    pub fn shift(&mut self, columns: u16) {
        if self.shift != usize::from(columns) {
            self.shift = columns.into();
            self.drop_rows();
        }
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
            let piece = self.piece(document, key);
            rows.extend(piece.iter().skip(skip).take(left).cloned());
            skip = 0;
            match self.next(document, key) {
                Some(next) => key = next,
                None => break,
            }
        }
        rows
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
        let end = Pos::new(document.text().len());
        let by = isize::try_from(height.saturating_sub(1)).unwrap_or(isize::MAX);
        self.step(document, end, -by)
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
            rows += self.piece(document, key).len() - skipped;
            skipped = 0;
            match self.next(document, key) {
                Some(next) => key = next,
                None => break,
            }
        }
        if key == last_key {
            rows += last_row.saturating_sub(skipped);
        }
        rows.min(limit)
    }

    /// The row `by` rows from a place.
    fn walk(&mut self, document: &Document, place: Place, by: isize) -> Place {
        let (mut key, mut row) = place;
        let mut left = by.unsigned_abs();
        while left > 0 {
            let last = self.piece(document, key).len().saturating_sub(1);
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
                self.previous(document, key)
            } else {
                self.next(document, key)
            };
            let Some(beyond) = beyond else { break };
            key = beyond;
            row = if by < 0 {
                self.piece(document, key).len().saturating_sub(1)
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
        let key = match self.fold(document, id.get()) {
            Some((first, _)) => (first, 0),
            None => (id.get(), slice::index_at(document.text(), block, pos)),
        };
        let rows = self.piece(document, key);
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
        let rows = self.piece(document, key);
        rows.get(row)
            .or(rows.last())
            .map_or(Pos::default(), Row::anchor)
    }

    /// The piece after a piece.
    fn next(&mut self, document: &Document, (block, index): Key) -> Option<Key> {
        if let Some((_, end)) = self.fold(document, block) {
            return (end < document.blocks().len()).then_some((end, 0));
        }
        let count = document.blocks().get(block).map_or(1, slice::count);
        if index + 1 < count {
            return Some((block, index + 1));
        }
        (block + 1 < document.blocks().len()).then_some((block + 1, 0))
    }

    /// The piece before a piece.
    fn previous(&mut self, document: &Document, (block, index): Key) -> Option<Key> {
        if index > 0 {
            return Some((block, index - 1));
        }
        let before = block.checked_sub(1)?;
        if let Some((first, _)) = self.fold(document, before) {
            return Some((first, 0));
        }
        let count = document.blocks().get(before).map_or(1, slice::count);
        Some((before, count - 1))
    }

    /// The run of folded blocks that holds a block: the first and one past the last; none where it is not folded.
    /// O(run) when first met, then O(log runs met).
    fn fold(&mut self, document: &Document, block: usize) -> Option<(usize, usize)> {
        let blocks = document.blocks();
        let folds = |i: usize| {
            blocks
                .get(i)
                .is_some_and(|b| b.kind == BlockKind::Boilerplate)
        };
        if self.setting.boilerplate == Boilerplate::Shown || !folds(block) {
            return None;
        }
        if let Some((&first, &end)) = self.folds.range(..=block).next_back()
            && block < end
        {
            return Some((first, end));
        }
        let first = (0..block)
            .rev()
            .take_while(|&i| folds(i))
            .last()
            .unwrap_or(block);
        let end = (block..blocks.len())
            .take_while(|&i| folds(i))
            .last()
            .map_or(block, |i| i + 1);
        self.folds.insert(first, end);
        Some((first, end))
    }

    /// The rows of a piece, set now if they are not there.
    fn piece(&mut self, document: &Document, key: Key) -> &[Row] {
        if !self.pieces.contains_key(&key) {
            let rows = self.set_piece(document, key);
            self.make_room(key, rows.len());
            self.kept += rows.len();
            self.pieces.insert(key, rows);
        }
        self.pieces.get(&key).map(Vec::as_slice).unwrap_or_default()
    }

    /// Sets the rows of a piece, with the blank rows after it.
    fn set_piece(&mut self, document: &Document, (block, index): Key) -> Vec<Row> {
        let id = BlockId::new(block);
        let (mut rows, end) = if let Some((_, end)) = self.fold(document, block) {
            (vec![fold_row(document, id, end - block)], end)
        } else {
            let Some(content) = document.block(id) else {
                return Vec::new();
            };
            let slice = slice::slice(document.text(), id, content, index);
            let rows = self.set_slice(document, &slice, content);
            if index + 1 < slice::count(content) {
                return rows;
            }
            (rows, block + 1)
        };
        rows.extend(spacing::between(
            document,
            BlockId::new(end - 1),
            BlockId::new(end),
        ));
        rows
    }

    /// The rows of a slice of a block that is shown; at least one.
    fn set_slice(&mut self, document: &Document, slice: &Slice, block: &Block) -> Vec<Row> {
        let setting = self.setting;
        let mut rows = match block.kind {
            BlockKind::Code { .. } => code::set(document, slice, setting, self.shift),
            BlockKind::Table { header_rows } => {
                let shift = self.shift;
                let plan = self.plan(document, slice.block.get(), block, header_rows);
                table::set(document, slice, header_rows, plan, (setting, shift))
            }
            BlockKind::Rule => flow::set_rule(document, slice, setting),
            BlockKind::Heading { .. }
            | BlockKind::Paragraph
            | BlockKind::ListItem { .. }
            | BlockKind::Quotation { .. }
            | BlockKind::Image { .. }
            | BlockKind::Footnote { .. }
            | BlockKind::Boilerplate => flow::set(document, slice, setting),
        };
        if rows.is_empty() {
            rows.push(Row::bare(
                slice.block,
                slice.span.start.get(),
                RowKind::Text,
            ));
        }
        rows
    }

    /// The columns of a table.
    fn plan(&mut self, document: &Document, id: usize, block: &Block, header_rows: u32) -> &Plan {
        if self.plans.len() >= KEPT_PLANS && !self.plans.contains_key(&id) {
            self.plans.clear();
        }
        let measure = self.setting.measure();
        let text = document.slice(block.span);
        self.plans
            .entry(id)
            .or_insert_with(|| Plan::new(text, header_rows, measure))
    }

    /// Drops rows far from a piece when there would be too many with `more`.
    fn make_room(&mut self, near: Key, more: usize) {
        if self.kept + more <= KEPT_ROWS {
            return;
        }
        while self.kept > KEPT_ROWS / 2 {
            let (Some((&first, _)), Some((&last, _))) =
                (self.pieces.first_key_value(), self.pieces.last_key_value())
            else {
                break;
            };
            let far = if distance(near, first) > distance(near, last) {
                first
            } else {
                last
            };
            self.kept -= self.pieces.remove(&far).map_or(0, |rows| rows.len());
        }
    }

    /// Drops all rows.
    fn drop_rows(&mut self) {
        self.pieces.clear();
        self.plans.clear();
        self.kept = 0;
    }
}

/// How far apart two pieces are: blocks first, then slices.
fn distance(a: Key, b: Key) -> (usize, usize) {
    (a.0.abs_diff(b.0), a.1.abs_diff(b.1))
}

/// The row for a run of folded blocks.
fn fold_row(document: &Document, first: BlockId, count: usize) -> Row {
    let anchor = document.block(first).map_or(0, |b| b.span.start.get());
    let blocks = u32::try_from(count).unwrap_or(u32::MAX);
    Row::bare(first, anchor, RowKind::Fold { blocks, first })
}
