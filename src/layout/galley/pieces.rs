//! The pieces that rows are set and kept in.
//!
//! A piece is a block, a slice of a long block, or a run of folded blocks, each with the blank rows after it.
//! Invariants: every piece has at least one row; some thousands of rows are kept, near the last piece asked for.

use std::collections::BTreeMap;

use crate::document::{Block, BlockId, BlockKind, Document};
use crate::layout::hyphens::Hyphenator;
use crate::layout::row::{Row, RowKind};
use crate::layout::slice::{self, Slice};
use crate::layout::table::{self, Plan};
use crate::layout::{Boilerplate, Hyphens, Setting, code, flow, spacing};

/// When more rows than this are kept, those far away are dropped until half of it are left.
const KEPT_ROWS: usize = 8_192;

/// How many tables' columns are remembered.
const KEPT_PLANS: usize = 64;

/// A piece: the number of its (first) block and of the slice in it. Pieces are in reading order.
pub(super) type Key = (usize, usize);

/// The pieces of one document at one setting, as far as they are set.
#[derive(Clone, Debug)]
pub(super) struct Pieces {
    setting: Setting,
    shift: usize,
    /// Loaded when the first text is to be broken.
    hyphenator: Option<Hyphenator>,
    rows: BTreeMap<Key, Vec<Row>>,
    kept: usize,
    /// Runs of folded blocks that were met: first block to one past the last.
    folds: BTreeMap<usize, usize>,
    /// The columns of tables that were met, by block.
    plans: BTreeMap<usize, Plan>,
}

impl Pieces {
    /// No piece is set yet.
    pub(super) fn new(setting: Setting) -> Self {
        Self {
            setting,
            shift: 0,
            hyphenator: None,
            rows: BTreeMap::new(),
            kept: 0,
            folds: BTreeMap::new(),
            plans: BTreeMap::new(),
        }
    }

    /// No piece is set for another setting; what does not depend on it stays.
    pub(super) fn again(&self, setting: Setting) -> Self {
        Self {
            shift: self.shift,
            hyphenator: self.hyphenator.clone(),
            ..Self::new(setting)
        }
    }

    /// What rows are set for.
    pub(super) fn setting(&self) -> Setting {
        self.setting
    }

    /// How many rows are kept.
    #[cfg(test)]
    pub(super) fn kept(&self) -> usize {
        self.kept
    }

    /// Shows wide code and tables from another column on.
    pub(super) fn set_shift(&mut self, columns: usize) {
        if self.shift != columns {
            self.shift = columns;
            self.rows.clear();
            self.kept = 0;
        }
    }

    /// The rows of a piece, set now if they are not there.
    pub(super) fn rows(&mut self, document: &Document, key: Key) -> &[Row] {
        if !self.rows.contains_key(&key) {
            let rows = self.set_piece(document, key);
            self.make_room(key, rows.len());
            self.kept += rows.len();
            self.rows.insert(key, rows);
        }
        self.rows.get(&key).map(Vec::as_slice).unwrap_or_default()
    }

    /// The piece after a piece.
    pub(super) fn next(&mut self, document: &Document, (block, index): Key) -> Option<Key> {
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
    pub(super) fn previous(&mut self, document: &Document, (block, index): Key) -> Option<Key> {
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
    pub(super) fn fold(&mut self, document: &Document, block: usize) -> Option<(usize, usize)> {
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
            self.setting.typography.paragraphs,
        ));
        rows
    }

    /// The rows of a slice of a block that is shown; at least one.
    fn set_slice(&mut self, document: &Document, slice: &Slice, block: &Block) -> Vec<Row> {
        let setting = self.setting;
        let mut rows = match block.kind {
            BlockKind::Code { .. } => code::set(document, slice, setting, self.shift),
            BlockKind::Table { header_rows, .. } => {
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
            | BlockKind::Boilerplate => {
                flow::set(document, slice, setting, self.hyphenator(document))
            }
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

    /// What knows the syllables of the words, where these may be broken.
    fn hyphenator(&mut self, document: &Document) -> Option<&Hyphenator> {
        if self.setting.typography.hyphens == Hyphens::AsWritten || !Hyphenator::suits(document) {
            return None;
        }
        if self.hyphenator.is_none() {
            self.hyphenator = Hyphenator::load();
        }
        self.hyphenator.as_ref()
    }

    /// By how many columns a table is wider than the measure.
    pub(super) fn table_beyond(
        &mut self,
        document: &Document,
        id: BlockId,
        header_rows: u32,
    ) -> usize {
        let measure = self.setting.measure();
        document.block(id).map_or(0, |block| {
            let plan = self.plan(document, id.get(), block, header_rows);
            plan.width().saturating_sub(measure)
        })
    }

    /// The columns of a table.
    fn plan(&mut self, document: &Document, id: usize, block: &Block, header_rows: u32) -> &Plan {
        if self.plans.len() >= KEPT_PLANS && !self.plans.contains_key(&id) {
            self.plans.clear();
        }
        let measure = self.setting.measure();
        let text = document.slice(block.span);
        let align = match &block.kind {
            BlockKind::Table { align, .. } => align.as_slice(),
            _ => &[],
        };
        self.plans
            .entry(id)
            .or_insert_with(|| Plan::new(text, (header_rows, align), measure))
    }

    /// Drops rows far from a piece when there would be too many with `more`.
    fn make_room(&mut self, near: Key, more: usize) {
        if self.kept + more <= KEPT_ROWS {
            return;
        }
        while self.kept > KEPT_ROWS / 2 {
            let (Some((&first, _)), Some((&last, _))) =
                (self.rows.first_key_value(), self.rows.last_key_value())
            else {
                break;
            };
            let far = if distance(near, first) > distance(near, last) {
                first
            } else {
                last
            };
            self.kept -= self.rows.remove(&far).map_or(0, |rows| rows.len());
        }
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
