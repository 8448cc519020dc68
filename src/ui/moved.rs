//! What a screen has in common with the one before, row by row.
//!
//! A key mostly moves rows: the text by one, the lists beside it now and then. A row that stood on the screen before
//! looks the same wherever it stands in its pane, so that its cells can be taken from there. Two screens are told
//! apart by what is drawn of them alone, so that nothing has to say what it changed.

use ratatui::layout::Rect;

use super::screen::{Line, PaneView};
use super::{Piece, Screen};

/// Where the cells of a row are taken from.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Cells<'a> {
    /// From this row of the screen before, in the same columns.
    Of(u16),
    /// From nowhere: the row is to be drawn.
    Drawn(&'a Line),
}

/// The rows that are not as on the screen before, each with its place and with where its cells are; none where more
/// changed than rows of panes: the size, the places of panes, what lies over them. With `every`, those that are as before,
/// too.
///
/// Costs the pieces of both screens where rows moved together.
pub(crate) fn moved<'a>(
    before: &'a Screen,
    now: &'a Screen,
    every: bool,
) -> Option<Vec<(Rect, Cells<'a>)>> {
    let plain = |s: &Screen| s.overlay.is_none() && s.hints.is_empty();
    let same = before.size == now.size && before.ascii == now.ascii && before.rules == now.rules;
    if !plain(before) || !plain(now) || !same {
        return None;
    }
    let mut rows = Vec::new();
    for panes in before.panes().into_iter().zip(now.panes()) {
        match panes {
            (None, None) => {}
            (Some(before), Some(now)) if before.area == now.area => {
                rows.extend(moved_in_pane(before, now, every));
            }
            _ => return None,
        }
    }
    Some(rows)
}

/// The rows of a pane that are not as before.
fn moved_in_pane<'a>(
    before: &'a PaneView,
    now: &'a PaneView,
    every: bool,
) -> impl Iterator<Item = (Rect, Cells<'a>)> {
    static EMPTY: Line = Line {
        pieces: Vec::new(),
        target: super::Target::Nothing,
        under: None,
    };
    let area = now.area;
    let old = |i: usize| before.lines.get(i).unwrap_or(&EMPTY);
    // Rows move together: where the last one was found the next one is looked for.
    let mut shift = 0;
    (0..usize::from(area.height)).filter_map(move |i| {
        let line = now.lines.get(i).unwrap_or(&EMPTY);
        let row = |i: usize| area.y.saturating_add(u16::try_from(i).unwrap_or(u16::MAX));
        let place = Rect {
            y: row(i),
            height: 1,
            ..area
        };
        if looks_like(line, old(i)) {
            return every.then_some((place, Cells::Of(row(i))));
        }
        let height = usize::from(area.height).min(before.lines.len());
        let there = i
            .checked_add_signed(shift)
            .filter(|&from| from < height && looks_like(line, old(from)))
            .or_else(|| (0..height).find(|&from| looks_like(line, old(from))));
        let cells = there.map_or(Cells::Drawn(line), |from| {
            shift = from.cast_signed() - i.cast_signed();
            Cells::Of(row(from))
        });
        Some((place, cells))
    })
}

/// Whether two rows are drawn alike: in all but what they stand for.
fn looks_like(a: &Line, b: &Line) -> bool {
    let alike = |(a, b): (&Piece, &Piece)| a.col == b.col && a.text == b.text && a.look == b.look;
    a.under == b.under
        && a.pieces.len() == b.pieces.len()
        && a.pieces.iter().zip(&b.pieces).all(alike)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::Role;

    const AREA: Rect = Rect::new(3, 1, 20, 4);

    fn pane(rows: [&str; 4]) -> PaneView {
        let line = |words: &&str| {
            let mut line = Line::default();
            line.push(*words, Role::Text);
            line
        };
        PaneView {
            area: AREA,
            lines: rows.iter().map(line).collect(),
        }
    }

    /// Where the rows of the second pane come from, as `row<row` or `row:words`; those that stay are left out.
    #[track_caller]
    fn check(before: [&str; 4], now: [&str; 4], expected: &[&str]) {
        let (before, now) = (pane(before), pane(now));
        let said: Vec<String> = moved_in_pane(&before, &now, false)
            .map(|(place, cells)| match cells {
                Cells::Of(y) => format!("{}<{y}", place.y),
                Cells::Drawn(line) => format!("{}:{}", place.y, line.text()),
            })
            .collect();
        assert_eq!(said, expected);
    }

    #[test]
    fn rows_that_stay_are_left_alone() {
        check(["a", "b", "c", "d"], ["a", "b", "c", "d"], &[]);
        check(["a", "b", "c", "d"], ["a", "x", "c", "d"], &["2:x"]);
    }

    #[test]
    fn rows_that_move_are_found_where_they_stood() {
        let before = ["a", "b", "c", "d"];
        check(before, ["b", "c", "d", "e"], &["1<2", "2<3", "3<4", "4:e"]);
        check(before, ["x", "a", "b", "c"], &["1:x", "2<1", "3<2", "4<3"]);
        check(before, ["a", "x", "b", "c"], &["2:x", "3<2", "4<3"]);
    }

    #[test]
    fn rows_that_look_otherwise_are_others() {
        let (before, mut now) = (pane(["a", "b", "c", "d"]), pane(["a", "b", "c", "d"]));
        now.lines[1].under = Some(Role::Selection);
        now.lines[2].target = crate::ui::Target::Hidden;
        now.lines[3].pieces[0].look = Role::Title.into();
        let rows = moved_in_pane(&before, &now, false).map(|(place, _)| place.y);
        assert_eq!(rows.collect::<Vec<_>>(), [2, 4]);
    }

    #[test]
    fn a_pane_that_has_fewer_rows_ends_in_empty_ones() {
        let (before, mut now) = (pane(["a", "b", "c", "d"]), pane(["a", "b", "c", "d"]));
        now.lines.truncate(3);
        let rows: Vec<_> = moved_in_pane(&before, &now, false).collect();
        assert!(
            matches!(rows[..], [(Rect { y: 4, .. }, Cells::Drawn(line))] if line.pieces.is_empty())
        );
    }
}
