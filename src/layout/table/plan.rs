//! How wide the columns of a table are, and which of them hold numbers.

use crate::layout::measure;

/// The plan is made from this many rows at the top of the table.
const SAMPLE_ROWS: usize = 200;
/// And from no more than this many bytes.
const SAMPLE_BYTES: usize = 64 * 1024;
/// Columns are not squeezed below this width; rather the table is wider than the measure.
const NARROWEST: usize = 8;
/// Columns of numbers up to this width are not squeezed as long as others can be.
const KEPT_NUMBERS: usize = 16;
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
    /// Whether most of its cells are numbers, which are set flush right.
    pub(super) is_number: bool,
}

impl Plan {
    /// Plans the columns of a table's text for a measure. O(the sample).
    pub(in crate::layout) fn new(text: &str, header_rows: u32, measure: usize) -> Self {
        let sample = text
            .get(..text.floor_char_boundary(SAMPLE_BYTES))
            .unwrap_or(text);
        let natural = natural(sample, header_rows);
        let count = natural.len();
        let gaps = |gap: usize| gap * count.saturating_sub(1);
        let whole: usize = natural.iter().map(|c| c.width).sum();
        let mut plan = Self {
            columns: natural,
            gap: GAP,
            ..Self::default()
        };
        if whole + gaps(GAP) <= measure {
            return plan;
        }
        let room = measure.saturating_sub(gaps(BORDERED_GAP));
        if squeeze(&mut plan.columns, room, true) || squeeze(&mut plan.columns, room, false) {
            plan.gap = BORDERED_GAP;
            plan.is_bordered = true;
            return plan;
        }
        for column in &mut plan.columns {
            column.width = column.width.min(measure.max(NARROWEST));
        }
        plan.is_wide = true;
        plan
    }

    /// The column of that number; one of the narrowest width where the plan knows none.
    pub(super) fn column(&self, index: usize) -> Column {
        let unknown = Column {
            width: NARROWEST,
            is_number: false,
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

/// Narrows the widest columns until all fit `room`; false, and nothing is changed, where that would make one too
/// narrow. `keep_numbers` leaves columns of numbers as they are.
fn squeeze(columns: &mut [Column], room: usize, keep_numbers: bool) -> bool {
    let is_kept = |c: &Column| keep_numbers && c.is_number && c.width <= KEPT_NUMBERS;
    let least = if columns.len() == 1 { 1 } else { NARROWEST };
    let kept: usize = columns.iter().filter(|c| is_kept(c)).map(|c| c.width).sum();
    let Some(room) = room.checked_sub(kept) else {
        return false;
    };
    let mut widths: Vec<usize> = columns
        .iter()
        .filter(|c| !is_kept(c))
        .map(|c| c.width)
        .collect();
    widths.sort_unstable();
    // Columns narrower than an even share of what is left keep their width; the others get that share.
    let mut left = room;
    let mut share = 0;
    let mut rest = 0;
    for (i, width) in widths.iter().enumerate() {
        let count = widths.len() - i;
        if *width > left / count {
            (share, rest) = (left / count, left % count);
            break;
        }
        left -= width;
    }
    if share < least {
        return false;
    }
    for column in columns
        .iter_mut()
        .filter(|c| !is_kept(c) && c.width > share)
    {
        let extra = usize::from(rest > 0 && column.width > share);
        column.width = share + extra;
        rest -= extra;
    }
    true
}

/// Whether a cell holds a number, with sign, currency and a short unit: `-3.5`, `$1,200`, `12 km`, `(4)`, `40%`.
fn is_number(cell: &str) -> bool {
    let digits = cell.trim_start_matches(|c: char| !c.is_alphanumeric());
    digits.starts_with(|c: char| c.is_ascii_digit())
        && digits.chars().filter(|c| c.is_alphabetic()).count() <= 3
}
