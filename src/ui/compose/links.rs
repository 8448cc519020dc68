//! Links on the screen: their cells, and the letters that choose one.

use ratatui::layout::Rect;

use super::Scene;
use crate::article::{Aim, Link};
use crate::document::BlockKind;
use crate::layout::{Content, Row, RowKind, measure, ornament_text};
use crate::text::Span;
use crate::ui::screen::{Hint, Hotspot};

/// The letters of hints, those under the strongest fingers first.
const LETTERS: &[u8] = b"asdfjklghweruioqptyzxcvnmb";

/// The links and pictures of one row, in the row `y` of rows that begin `margin` columns from the left.
pub(super) fn hotspots(
    scene: &Scene<'_>,
    links: &[Link<'_>],
    row: &Row,
    margin: u16,
    y: u16,
) -> Vec<Hotspot> {
    let document = &scene.article.document;
    let spot = |x: usize, width: usize, aim| Hotspot {
        area: Rect::new(
            margin.saturating_add(measure::columns(x)),
            y,
            measure::columns(width),
            1,
        ),
        aim,
    };
    let mut spots = Vec::new();
    for run in &row.runs {
        let Content::Text(span) = run.content else {
            continue;
        };
        for link in links {
            let Some(part) = link.span.intersection(span) else {
                continue;
            };
            let before = Span {
                end: part.start,
                ..span
            };
            let x = usize::from(run.col) + measure::width(document.slice(before));
            let width = measure::width(document.slice(part));
            spots.push(spot(x, width, Aim::Link(link.span.start)));
        }
    }
    let block = document.block(row.block);
    let is_picture = block.is_some_and(|b| matches!(b.kind, BlockKind::Image { .. }));
    if is_picture
        && row.kind == RowKind::Text
        && let (Some(first), Some(last)) = (row.runs.first(), row.runs.last())
    {
        let width = match last.content {
            Content::Text(span) => measure::width(document.slice(span)),
            Content::Ornament(ornament) => {
                measure::width(&ornament_text(&ornament, document, scene.view.glyphs))
            }
        };
        let (x, end) = (usize::from(first.col), usize::from(last.col) + width);
        spots.push(spot(x, end.saturating_sub(x), Aim::Picture(row.block)));
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
