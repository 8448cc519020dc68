//! How wide the columns of a table are, and which of them hold numbers.

use crate::document::Align;
use crate::layout::measure;

/// The plan is made from this many rows at the top of the table.
const SAMPLE_ROWS: usize = 200;
/// And from no more than this many bytes.
const SAMPLE_BYTES: usize = 32 * 1024;
/// Columns are not squeezed below this width; rather the table is wider than the measure.
const NARROWEST: usize = 8;
/// Columns of numbers up to this width are not squeezed as long as others can be.
const KEPT_NUMBERS: usize = 16;
/// Nor are columns below the width of their longest word, if it is at most this wide.
const KEPT_WORD: usize = 14;
/// In a table wider than the measure cells are wrapped at this width, or at the measure if that is more.
const WIDEST: usize = 64;
/// The space between columns where no cell is wrapped.
const GAP: usize = 2;
/// The space between columns where cells are wrapped and a border keeps them apart.
const BORDERED_GAP: usize = 3;

/// The columns of a table at one measure.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::layout) struct Plan {
    /// The columns from left to right.
    pub(super) columns: Vec<Column>,
    /// The space between two columns, in columns of the screen.
    pub(super) gap: usize,
    /// Whether a border stands in that space.
    pub(super) is_bordered: bool,
    /// Whether the table is wider than the measure.
    pub(super) is_wide: bool,
}

/// One column of a table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Column {
    /// Its width in columns of the screen.
    pub(super) width: usize,
    /// The width of its longest word.
    longest: usize,
    /// Whether most of its cells are numbers, which are set flush right.
    pub(super) is_number: bool,
    /// Where the author wants its cells.
    pub(super) align: Align,
}

impl Plan {
    /// Plans the columns of a table's text for a measure. O(the sample).
    pub(in crate::layout) fn new(
        text: &str,
        (header_rows, align): (u32, &[Align]),
        measure: usize,
    ) -> Self {
        let sample = text
            .get(..text.floor_char_boundary(SAMPLE_BYTES))
            .unwrap_or(text);
        let mut natural = natural(sample, header_rows);
        for (column, align) in natural.iter_mut().zip(align) {
            column.align = *align;
        }
        let count = natural.len();
        let mut plan = Self {
            columns: natural,
            gap: GAP,
            ..Self::default()
        };
        if plan.width() <= measure {
            return plan;
        }
        let room = measure.saturating_sub(BORDERED_GAP * count.saturating_sub(1));
        let floors: [fn(&Column) -> usize; 3] = [
            |c| {
                if c.is_number {
                    c.width.min(KEPT_NUMBERS)
                } else {
                    c.longest.clamp(NARROWEST, KEPT_WORD)
                }
            },
            |c| c.longest.clamp(NARROWEST, KEPT_WORD),
            |_| NARROWEST,
        ];
        let alone: fn(&Column) -> usize = |_| 1;
        let floors = if count == 1 {
            &[alone][..]
        } else {
            &floors[..]
        };
        if floors
            .iter()
            .any(|floor| squeeze(&mut plan.columns, room, *floor))
        {
            plan.gap = BORDERED_GAP;
            plan.is_bordered = true;
            return plan;
        }
        for column in &mut plan.columns {
            column.width = column.width.min(measure.max(WIDEST));
        }
        plan.is_wide = true;
        plan
    }

    /// The width of the whole table, in columns of the screen.
    pub(in crate::layout) fn width(&self) -> usize {
        let cells: usize = self.columns.iter().map(|c| c.width).sum();
        cells + self.gap * self.columns.len().saturating_sub(1)
    }

    /// The column of that number; one of the narrowest width where the plan knows none.
    pub(super) fn column(&self, index: usize) -> Column {
        let unknown = Column {
            width: NARROWEST,
            ..Column::default()
        };
        self.columns.get(index).copied().unwrap_or(unknown)
    }
}

/// The columns as wide as their widest cell in the sample.
fn natural(sample: &str, header_rows: u32) -> Vec<Column> {
    let mut columns: Vec<Column> = Vec::new();
    let mut votes: Vec<(usize, usize)> = Vec::new();
    for (row, line) in sample.split('\n').take(SAMPLE_ROWS).enumerate() {
        for (i, cell) in line.split('\t').enumerate() {
            let cell = cell.trim();
            if i == columns.len() {
                columns.push(Column::default());
                votes.push((0, 0));
            }
            if let Some(column) = columns.get_mut(i) {
                column.width = column.width.max(measure::width(cell)).max(1);
                let words = cell.split_whitespace().map(measure::width);
                column.longest = words.fold(column.longest, usize::max);
            }
            if let Some((numbers, words)) = votes.get_mut(i)
                && row >= header_rows as usize
                && cell.contains(char::is_alphanumeric)
            {
                *(if is_number(cell) { numbers } else { words }) += 1;
            }
        }
    }
    for (column, (numbers, words)) in columns.iter_mut().zip(votes) {
        column.is_number = numbers > 2 * words;
    }
    columns
}

/// Narrows the widest columns to one common width, so that all fit `room`, but none below its floor; false, and
/// nothing is changed, where that cannot be.
fn squeeze(columns: &mut [Column], room: usize, floor: impl Fn(&Column) -> usize) -> bool {
    let narrowed = |c: &Column, cap: usize| c.width.min(cap.max(floor(c)));
    let total = |cap: usize| columns.iter().map(|c| narrowed(c, cap)).sum::<usize>();
    if total(0) > room {
        return false;
    }
    // The greatest common width that fits; `total` grows with it.
    let (mut fits, mut beyond) = (0, room + 1);
    while fits + 1 < beyond {
        let middle = usize::midpoint(fits, beyond);
        if total(middle) <= room {
            fits = middle;
        } else {
            beyond = middle;
        }
    }
    let mut left = room - total(fits);
    for column in columns {
        let width = narrowed(column, fits);
        let extra = usize::from(left > 0 && width < column.width);
        column.width = width + extra;
        left -= extra;
    }
    true
}

/// Whether a cell holds a number, with sign, currency and a short unit: `-3.5`, `$1,200`, `12 km`, `(4)`, `40%`.
fn is_number(cell: &str) -> bool {
    let digits = cell.trim_start_matches(|c: char| !c.is_alphanumeric());
    digits.starts_with(|c: char| c.is_ascii_digit())
        && digits.chars().filter(|c| c.is_alphabetic()).count() <= 3
}
