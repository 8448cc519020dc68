//! A note over the text: what a reference leads to, without leaving the place.

use ratatui::layout::Rect;

use super::super::{Scene, text};
use crate::article::{link_at, note_of};
use crate::document::BlockKind;
use crate::layout::{Boilerplate, Galley, Setting};
use crate::text::Span;
use crate::ui::screen::{Hotspot, OverlayBox};
use crate::ui::view::OpenNote;

/// At most so many rows of a note are set.
const MOST: usize = 1000;
/// Columns between the border and the text.
const MARGIN: u16 = 1;

/// The box of a note at the foot of the text, or at its head where the reference stands in the lower half (`spots`
/// tells), and the links in it, in cells of the screen. None when the reference leads to no note.
pub(super) fn note(
    scene: &Scene<'_>,
    open: OpenNote,
    spots: &[Hotspot],
) -> Option<(OverlayBox, Vec<Hotspot>)> {
    let document = &scene.article.document;
    let pane = scene.frame.text;
    let link = link_at(document, open.reference)?;
    let blocks = note_of(document, &link)?;
    let first = document.blocks().get(blocks.start)?;
    let width = pane
        .width
        .min(scene.frame.measure.saturating_add(2 * MARGIN + 2));
    let mut galley = Galley::new(Setting {
        columns: width.saturating_sub(2 * MARGIN + 2),
        boilerplate: Boilerplate::Shown,
        glyphs: scene.view.glyphs,
        typography: scene.view.typography,
    });
    let mut rows = galley.rows_from(document, first.span.start, MOST);
    let last = rows
        .iter()
        .rposition(|row| blocks.contains(&row.block.get()) && !row.runs.is_empty());
    rows.truncate(last.map_or(0, |last| last + 1));
    let most = (pane.height * 2 / 3).max(3).min(pane.height);
    let height = u16::try_from(rows.len() + 2).unwrap_or(u16::MAX).min(most);
    let inside = usize::from(height.saturating_sub(2));
    let from = open.scroll.min(rows.len().saturating_sub(inside));
    let more = from + inside < rows.len();
    let rows = rows.get(from..).unwrap_or_default();
    let rows = rows.get(..inside.min(rows.len())).unwrap_or_default();
    let reference = spots
        .iter()
        .find(|spot| spot.aim == crate::article::Aim::Link(link.span.start));
    let is_low = reference.is_some_and(|spot| spot.area.y >= pane.bottom().saturating_sub(height));
    let area = Rect {
        x: pane.x + (pane.width - width) / 2,
        y: if is_low {
            pane.y
        } else {
            pane.bottom().saturating_sub(height)
        },
        width,
        height,
    };
    let shown = rows
        .iter()
        .fold(Span::at(first.span.start), |all, row| all.to(row.span));
    let column = text::Column {
        margin: MARGIN,
        measure: width.saturating_sub(2 * MARGIN + 2),
    };
    let (mut lines, spots) = text::set(scene, rows, shown, column);
    for line in &mut lines {
        line.clip(width.saturating_sub(2), scene.ellipsis());
    }
    let inner = Rect {
        x: area.x.saturating_add(1),
        y: area.y.saturating_add(1),
        width: area.width.saturating_sub(2),
        height: area.height.saturating_sub(2),
    };
    let words = document
        .slice(link.span)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    let label = match &first.kind {
        BlockKind::Footnote { label } if !label.is_empty() => label.as_str(),
        _ => words.trim_matches(['[', ']', '(', ')']),
    };
    let mut title = format!("Note {}", crate::document::clean_line(label));
    if more {
        title.push_str(scene.sign(" · more below", " - more below"));
    }
    let spots = spots
        .into_iter()
        .filter_map(|spot| spot.within(inner))
        .collect();
    Some((OverlayBox { area, title, lines }, spots))
}
