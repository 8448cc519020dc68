//! What lies over the panes: help, details, palette, and panes that found no room.

mod address;
mod details;
mod help;
mod note;
mod palette;
mod themes;
mod why;

pub(crate) use address::address_of;

use ratatui::layout::Rect;

use super::Scene;
use crate::ui::Overlay;
use crate::ui::screen::{Hotspot, Line, OverlayBox, PaneView, Size};

/// A pane as a box over the text; `area` is that of the box.
pub(super) fn over(
    scene: &Scene<'_>,
    title: &str,
    area: Option<Rect>,
    pane: PaneView,
) -> OverlayBox {
    let mut lines = pane.lines;
    lines.truncate(pane.area.height.into());
    for line in &mut lines {
        line.clip(pane.area.width, scene.ellipsis());
    }
    OverlayBox {
        area: area.unwrap_or(pane.area),
        title: title.to_owned(),
        lines,
    }
}

/// The overlay of the view, if it is a box, with the cursor if something is typed in it.
pub(super) fn overlay(scene: &Scene<'_>, size: Size) -> Option<(OverlayBox, Option<(u16, u16)>)> {
    match scene.view.overlay.as_ref()? {
        Overlay::Help(scroll) => {
            let width = wide(size, 84);
            let lines = help::lines(scene, width.saturating_sub(4));
            Some((boxed(scene, size, width, "Help", lines, *scroll), None))
        }
        Overlay::Details(scroll) => {
            let width = wide(size, 72);
            let lines = details::lines(scene, width.saturating_sub(4));
            Some((
                boxed(scene, size, width, "About this document", lines, *scroll),
                None,
            ))
        }
        Overlay::Why(scroll) => {
            let (x, width) = why::columns(scene, size);
            let (title, lines) = why::of_selected(scene, width.saturating_sub(2))?;
            let mut over = boxed(scene, size, width, &title, lines, *scroll);
            over.area.x = x;
            Some((over, None))
        }
        Overlay::Palette(open) => Some(palette::palette(scene, size, open)),
        Overlay::Themes(pick) => Some((themes::boxed(scene, size, pick), None)),
        Overlay::Address(aim) => {
            let width = wide(size, 78);
            let lines = address::lines(scene, *aim, width.saturating_sub(2));
            Some((
                boxed(scene, size, width, address::title(*aim), lines, 0),
                None,
            ))
        }
        Overlay::Library(books) => Some(super::library::library(scene, size, books)),
        Overlay::Search(_)
        | Overlay::Filter(..)
        | Overlay::Footnote(_)
        | Overlay::Links(_)
        | Overlay::Note(_) => None,
    }
}

/// The note that lies open, with the links in it; `spots` are those of the text.
pub(super) fn open_note(
    scene: &Scene<'_>,
    spots: &[Hotspot],
) -> Option<(OverlayBox, Vec<Hotspot>)> {
    let open = match scene.view.overlay.as_ref()? {
        Overlay::Footnote(open) => *open,
        Overlay::Links(choice) => choice.note?,
        _ => return None,
    };
    note::note(scene, open, spots)
}

/// How many rows the help, the details or the reasons have at a size, whatever fits of them.
pub(super) fn rows(scene: &Scene<'_>, size: Size) -> usize {
    match scene.view.overlay {
        Some(Overlay::Help(_)) => help::lines(scene, wide(size, 84).saturating_sub(4)).len(),
        Some(Overlay::Details(_)) => details::lines(scene, wide(size, 72).saturating_sub(4)).len(),
        Some(Overlay::Why(_)) => {
            why::of_selected(scene, why::columns(scene, size).1.saturating_sub(2))
                .map_or(0, |(_, lines)| lines.len())
        }
        _ => 0,
    }
}

/// The least of a text that is shown on each side of a box, in columns: less is a ragged edge that nobody can read.
const BESIDE: u16 = 16;

/// The width of a box that wants so many columns: all of the screen where little would be left beside it.
fn wide(size: Size, wanted: u16) -> u16 {
    if size.columns < wanted + 2 * BESIDE {
        size.columns
    } else {
        wanted
    }
}

/// A box in the middle of the screen, as high as its rows and the screen allow.
fn boxed(
    scene: &Scene<'_>,
    size: Size,
    width: u16,
    title: &str,
    lines: Vec<Line>,
    scroll: usize,
) -> OverlayBox {
    let wanted = u16::try_from(lines.len())
        .unwrap_or(u16::MAX)
        .saturating_add(2);
    let height = wanted.min(size.rows);
    let inner = usize::from(height.saturating_sub(2));
    let first = scroll.min(lines.len().saturating_sub(inner));
    let more = first + inner < lines.len();
    let title = if more {
        format!("{title} {} more below", scene.sign("·", "-"))
    } else {
        title.to_owned()
    };
    let area = Rect::new(
        (size.columns - width) / 2,
        (size.rows - height) / 2,
        width,
        height,
    );
    let mut lines: Vec<_> = lines.into_iter().skip(first).take(inner).collect();
    for line in &mut lines {
        line.clip(width.saturating_sub(2), scene.ellipsis());
    }
    OverlayBox { area, title, lines }
}
