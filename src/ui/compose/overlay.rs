//! What lies over the panes: help, details, palette, and panes that found no room.

mod details;
mod help;
mod themes;

use ratatui::layout::Rect;

use super::Scene;
use crate::command::entry;
use crate::layout::measure;
use crate::ui::screen::{Line, OverlayBox, PaneView, Size, Target};
use crate::ui::view::{Input, PaletteEntry, palette};
use crate::ui::{Overlay, Role};

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
            let width = size.columns.min(84);
            let lines = help::lines(scene, width.saturating_sub(4));
            Some((boxed(scene, size, width, "Help", lines, *scroll), None))
        }
        Overlay::Details(scroll) => {
            let width = size.columns.min(72);
            let lines = details::lines(scene, width.saturating_sub(4));
            Some((
                boxed(scene, size, width, "About this document", lines, *scroll),
                None,
            ))
        }
        Overlay::Palette(input, chosen) => Some(palette_box(scene, size, input, *chosen)),
        Overlay::Themes(pick) => Some((themes::boxed(scene, size, pick), None)),
        Overlay::Search(_) | Overlay::Filter(..) => None,
    }
}

/// How many rows the help or the details have at a size, whatever fits of them.
pub(super) fn rows(scene: &Scene<'_>, size: Size) -> usize {
    match scene.view.overlay {
        Some(Overlay::Help(_)) => help::lines(scene, size.columns.min(84).saturating_sub(4)).len(),
        Some(Overlay::Details(_)) => {
            details::lines(scene, size.columns.min(72).saturating_sub(4)).len()
        }
        _ => 0,
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

/// The palette: a line to type in and what answers to it.
fn palette_box(
    scene: &Scene<'_>,
    size: Size,
    input: &Input,
    chosen: usize,
) -> (OverlayBox, Option<(u16, u16)>) {
    let width = size.columns.min(72);
    let height = size.rows.min(18);
    let area = Rect::new(
        (size.columns - width) / 2,
        (size.rows - height) / 5,
        width,
        height,
    );
    let mut first = Line::default();
    first.push(" : ", Role::Accent);
    first.push(input.before(), Role::Text);
    let column = area
        .x
        .saturating_add(1)
        .saturating_add(first.width())
        .min(area.right().saturating_sub(1));
    first.push(
        input.text().get(input.before().len()..).unwrap_or_default(),
        Role::Text,
    );
    let entries = palette(scene.article, input.text());
    let room = usize::from(height).saturating_sub(3);
    let chosen = chosen.min(entries.len().saturating_sub(1));
    let skip = chosen.saturating_sub(room.saturating_sub(1));
    let mut lines = vec![first];
    for (i, &entry) in entries.iter().enumerate().skip(skip).take(room) {
        let mut line = palette_line(scene, entry, width.saturating_sub(2));
        line.target = Target::Entry(i);
        line.under = (i == chosen).then_some(Role::Selection);
        lines.push(line);
    }
    if entries.is_empty() {
        let mut line = Line::default();
        line.push("   nothing answers to that", Role::Dim);
        lines.push(line);
    }
    lines.truncate(height.saturating_sub(2).into());
    for line in &mut lines {
        line.clip(width.saturating_sub(2), scene.ellipsis());
    }
    let cursor = (height > 2).then_some((column, area.y.saturating_add(1)));
    (
        OverlayBox {
            area,
            title: "Go to or do".to_owned(),
            lines,
        },
        cursor,
    )
}

/// One entry of the palette.
fn palette_line(scene: &Scene<'_>, of: PaletteEntry, width: u16) -> Line {
    let mut line = Line::default();
    let room = usize::from(width).saturating_sub(14);
    match of {
        PaletteEntry::Command(command) => {
            let sentence = entry(command).map_or("", |e| e.sentence);
            line.push(
                format!("   {}", measure::truncate(sentence, room, scene.ellipsis())),
                Role::Text,
            );
            line.push_right(
                width.saturating_sub(1),
                scene.keymap.key_of(command),
                Role::Dim,
            );
        }
        PaletteEntry::Section(id) => {
            let title = scene.article.section_title(id);
            let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
            let sign = scene.sign("§", "#");
            line.push(
                format!(
                    " {sign} {}",
                    measure::truncate(&title, room, scene.ellipsis())
                ),
                Role::Heading,
            );
            line.push_right(width.saturating_sub(1), "section", Role::Dim);
        }
        PaletteEntry::Line(n) => line.push(format!("   to line {n} of the file"), Role::Text),
        PaletteEntry::Percent(n) => line.push(format!("   to {n}% of the text"), Role::Text),
    }
    line
}
