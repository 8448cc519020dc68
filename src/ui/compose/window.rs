//! Which entries of a list are seen when not all of them are, and entries take as many rows as they need.

use std::ops::Range;

/// The entries of a list of `len` that fit into `room` rows around the one at `at`, which ends within the first `before`
/// of them where it can; at the end of the list, as many as fit. The last one may be there only partly. O(rows).
pub(super) fn around(
    len: usize,
    at: usize,
    (room, before): (usize, usize),
    mut height: impl FnMut(usize) -> usize,
) -> Range<usize> {
    let at = at.min(len.saturating_sub(1));
    let mut first = at;
    let mut used = if at < len { height(at) } else { 0 };
    while let Some(above) = first.checked_sub(1).filter(|&i| used + height(i) <= before) {
        first = above;
        used += height(above);
    }
    let mut end = at + 1;
    while end < len && used + height(end) <= room {
        used += height(end);
        end += 1;
    }
    while let Some(above) = first
        .checked_sub(1)
        .filter(|&i| end >= len && used + height(i) <= room)
    {
        first = above;
        used += height(above);
    }
    // A row that is only partly there is better than none.
    first..(end + 1).min(len)
}

/// The entries that fit into `room` rows from the one at `first` on, or the last ones where fewer are left. O(rows).
pub(super) fn from(
    len: usize,
    first: usize,
    room: usize,
    mut height: impl FnMut(usize) -> usize,
) -> Range<usize> {
    let (mut last, mut used) = (len, 0);
    while let Some(above) = last.checked_sub(1).filter(|&i| used + height(i) <= room) {
        last = above;
        used += height(above);
    }
    // No entry takes less than a row.
    let first = first.min(last);
    first..first.saturating_add(room).min(len)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_entry_is_seen_with_what_stands_around_it() {
        let two = |_| 2;
        assert_eq!(around(10, 0, (6, 2), two), 0..4);
        assert_eq!(around(10, 5, (6, 4), two), 4..8);
        assert_eq!(around(10, 9, (6, 2), two), 7..10);
        assert_eq!(around(2, 1, (6, 2), two), 0..2);
        assert_eq!(around(0, 0, (6, 2), two), 0..0);
    }

    #[test]
    fn a_list_that_is_rolled_stops_where_its_end_stands_at_the_bottom() {
        let two = |_| 2;
        assert_eq!(from(10, 3, 6, two), 3..9);
        assert_eq!(from(10, 9, 6, two), 7..10);
        assert_eq!(from(0, 9, 6, two), 0..0);
    }
}
