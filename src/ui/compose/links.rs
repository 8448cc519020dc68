//! Links on the screen: their cells, and the letters that choose one.

use ratatui::layout::Rect;

use super::Scene;
use crate::article::{Aim, Link};
use crate::document::BlockKind;
use crate::layout::{Row, RowKind, measure};
use crate::text::Span;
use crate::ui::screen::{Hint, Hotspot, Line};

/// The letters of hints, those under the strongest fingers first.
const LETTERS: &[u8] = b"asdfjklghweruioqptyzxcvnmb";

/// The links and pictures of one row, which is drawn as `line` in the row `y`, `margin` columns from the left.
pub(super) fn hotspots(
    scene: &Scene<'_>,
    links: &[Link<'_>],
    row: &Row,
    line: &Line,
    margin: u16,
    y: u16,
) -> Vec<Hotspot> {
    let document = &scene.article.document;
    let mut spots: Vec<Hotspot> = Vec::new();
    for piece in &line.pieces {
        let Some(shows) = piece.shows else { continue };
        for link in links {
            let Some(part) = link.span.intersection(shows.span) else {
                continue;
            };
            // What stands before it on the screen: the end of a text that is turned.
            let before = if shows.turned {
                Span {
                    start: part.end,
                    ..shows.span
                }
            } else {
                Span {
                    end: part.start,
                    ..shows.span
                }
            };
            let before = measure::columns(measure::width(document.slice(before)));
            let width = measure::columns(measure::width(document.slice(part)));
            let area = Rect::new(piece.col.saturating_add(before), y, width, 1);
            let aim = Aim::Link(link.span.start);
            match spots.last_mut() {
                Some(last) if last.aim == aim && last.area.right() == area.x => {
                    last.area.width = last.area.width.saturating_add(width);
                }
                _ => spots.push(Hotspot { area, aim }),
            }
        }
    }
    let block = document.block(row.block);
    let is_picture = block.is_some_and(|b| matches!(b.kind, BlockKind::Image { .. }));
    let mut pieces = line.pieces.iter().filter(|piece| piece.col >= margin);
    if is_picture
        && row.kind == RowKind::Text
        && let Some(first) = pieces.next()
    {
        let end = pieces.next_back().unwrap_or(first).end();
        spots.push(Hotspot {
            area: Rect::new(first.col, y, end.saturating_sub(first.col), 1),
            aim: Aim::Picture(row.block),
        });
    }
    spots
}

/// The letters over links, of which `typed` was typed: each link once, where it begins.
pub(super) fn hints(spots: &[Hotspot], typed: &str) -> Vec<Hint> {
    let mut first: Vec<Hotspot> = Vec::new();
    for spot in spots {
        if !first.iter().any(|known| known.aim == spot.aim) {
            first.push(*spot);
        }
    }
    let letters = labels(first.len());
    let hints = first.into_iter().zip(letters).map(|(spot, letters)| Hint {
        at: (spot.area.x, spot.area.y),
        typed: typed.len(),
        letters,
        aim: spot.aim,
    });
    hints
        .filter(|hint| hint.letters.starts_with(typed))
        .collect()
}

/// So many labels, none the beginning of another, as short as can be and all of nearly the same length.
fn labels(count: usize) -> Vec<String> {
    let letters = LETTERS.iter().map(|&b| char::from(b).to_string());
    let mut labels: std::collections::VecDeque<String> = letters.collect();
    // A label that gives way makes room for as many as there are letters.
    while labels.len() < count {
        let Some(short) = labels.pop_back() else {
            break;
        };
        if short.len() > 3 {
            labels.push_back(short);
            break;
        }
        for &b in LETTERS.iter().rev() {
            labels.push_front(format!("{short}{}", char::from(b)));
        }
    }
    let mut labels: Vec<_> = labels.into_iter().collect();
    labels.sort_by_key(String::len);
    labels.truncate(count);
    labels
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_label_is_the_beginning_of_another() {
        assert_eq!(labels(3), ["a", "s", "d"]);
        for count in [0, 1, 26, 27, 60, 700, 2000] {
            let labels = labels(count);
            assert_eq!(labels.len(), count);
            let longest = labels.iter().map(String::len).max().unwrap_or(0);
            assert!(longest <= 3, "{count}");
            for (i, a) in labels.iter().enumerate() {
                let clash = labels
                    .iter()
                    .enumerate()
                    .find(|(j, b)| *j != i && b.starts_with(a.as_str()));
                assert_eq!(clash, None, "{count}: {a}");
            }
        }
    }
}
