//! A screen into a buffer. Reads nothing but the screen and the theme.

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::screen::{Hint, Line, OverlayBox, PaneView};
use super::{Hit, Look, Role, Screen, Theme};
use crate::layout::measure;

/// Draws a screen over whatever the buffer holds. What does not fit the buffer is cut.
pub fn draw(screen: &Screen, theme: &Theme, buffer: &mut Buffer) {
    buffer.content.fill(ground(theme));
    for rule in &screen.rules {
        let sign = if screen.ascii { "|" } else { "│" };
        for y in rule.top()..rule.bottom() {
            put(
                buffer,
                Rect {
                    y,
                    height: 1,
                    ..*rule
                },
                0,
                sign,
                Look::from(Role::Line),
                theme,
            );
        }
    }
    for pane in screen.panes().into_iter().flatten() {
        draw_pane(buffer, pane, theme);
    }
    if let Some(boxed) = &screen.overlay {
        draw_box(buffer, boxed, theme, screen.ascii);
    }
    for hint in &screen.hints {
        draw_hint(buffer, hint, theme);
    }
}

/// One row of a pane that has so many columns, as [`draw`] draws it wherever it stands.
pub(crate) fn drawn_row(line: &Line, columns: u16, theme: &Theme) -> Buffer {
    let area = Rect::new(0, 0, columns, 1);
    let mut row = Buffer::filled(area, ground(theme));
    draw_line(&mut row, area, line, theme);
    row
}

/// A cell on which nothing stands.
fn ground(theme: &Theme) -> Cell {
    let mut ground = Cell::EMPTY;
    ground.set_style(theme.ground());
    ground
}

/// Letters over a link; those that are typed already recede.
fn draw_hint(buffer: &mut Buffer, hint: &Hint, theme: &Theme) {
    let area = *buffer.area();
    let row = Rect {
        y: hint.at.1,
        height: 1,
        ..area
    };
    let (typed, left) = hint
        .letters
        .split_at_checked(hint.typed)
        .unwrap_or(("", &hint.letters));
    let look = |hit| Look {
        hit: Some(hit),
        ..Look::from(Role::Accent)
    };
    put(buffer, row, hint.at.0, typed, look(Hit::Other), theme);
    let at = hint
        .at
        .0
        .saturating_add(measure::columns(measure::width(typed)));
    put(buffer, row, at, left, look(Hit::Current), theme);
}

fn draw_pane(buffer: &mut Buffer, pane: &PaneView, theme: &Theme) {
    for (line, y) in pane.lines.iter().zip(pane.area.top()..pane.area.bottom()) {
        draw_line(
            buffer,
            Rect {
                y,
                height: 1,
                ..pane.area
            },
            line,
            theme,
        );
    }
}

fn draw_line(buffer: &mut Buffer, row: Rect, line: &Line, theme: &Theme) {
    if let Some(role) = line.under {
        buffer.set_style(row.intersection(*buffer.area()), theme.style(role.into()));
    }
    let on_row = theme.text_on(line.under);
    for piece in &line.pieces {
        let style = theme.style(piece.look);
        let style = on_row.map_or(style, |colour| style.fg(colour));
        put_styled(buffer, row, piece.col, &piece.text, style);
    }
}

/// Writes text at a column of a row, cut at the row's end.
fn put(buffer: &mut Buffer, row: Rect, col: u16, text: &str, look: Look, theme: &Theme) {
    put_styled(buffer, row, col, text, theme.style(look));
}

/// The same in a style.
fn put_styled(buffer: &mut Buffer, row: Rect, col: u16, text: &str, style: Style) {
    let row = row.intersection(*buffer.area());
    if row.is_empty() || col >= row.width {
        return;
    }
    let room = usize::from(row.width - col);
    if !measure::is_plain(text) {
        buffer.set_stringn(row.x + col, row.y, text, room, style);
        return;
    }
    // Most text is plain: a cell each, with nothing to segment or to measure.
    let first = buffer.index_of(row.x + col, row.y);
    let cells = buffer.content.get_mut(first..first + room);
    for (cell, sign) in cells.unwrap_or_default().iter_mut().zip(text.chars()) {
        cell.set_char(sign).set_style(style);
    }
}

/// A box with a border and a title, and nothing showing through.
fn draw_box(buffer: &mut Buffer, boxed: &OverlayBox, theme: &Theme, ascii: bool) {
    let area = boxed.area.intersection(*buffer.area());
    if area.is_empty() {
        return;
    }
    let line = Look::from(Role::Line);
    for y in area.top()..area.bottom() {
        let row = Rect {
            y,
            height: 1,
            ..area
        };
        // A wide character of which the box covers one half goes whole: the terminal would draw it over the border.
        if let Some(before) = area.left().checked_sub(1)
            && let Some(cell) = buffer.cell_mut((before, y))
            && measure::width(cell.symbol()) > 1
        {
            cell.set_symbol(" ");
        }
        for x in area.left()..area.right() {
            if let Some(cell) = buffer.cell_mut((x, y)) {
                cell.reset();
            }
        }
        buffer.set_style(row, theme.ground());
        let dash = if ascii { "-" } else { "─" };
        let (left, right) = match (ascii, y == area.top(), y + 1 == area.bottom()) {
            (true, true, _) | (true, _, true) => ("+", "+"),
            (true, ..) => ("|", "|"),
            (false, true, _) => ("╭", "╮"),
            (false, _, true) => ("╰", "╯"),
            (false, ..) => ("│", "│"),
        };
        if y == area.top() || y + 1 == area.bottom() {
            put(
                buffer,
                row,
                1,
                &dash.repeat(area.width.saturating_sub(2).into()),
                line,
                theme,
            );
        }
        put(buffer, row, 0, left, line, theme);
        put(
            buffer,
            row,
            area.width.saturating_sub(1),
            right,
            line,
            theme,
        );
    }
    let top = Rect {
        height: 1,
        width: area.width.saturating_sub(1),
        ..area
    };
    put(
        buffer,
        top,
        2,
        &format!(" {} ", boxed.title),
        Look::from(Role::Accent),
        theme,
    );
    let inside = Rect {
        x: area.x.saturating_add(1),
        y: area.y.saturating_add(1),
        width: area.width.saturating_sub(2),
        height: area.height.saturating_sub(2),
    };
    draw_pane(
        buffer,
        &PaneView {
            area: inside,
            lines: boxed.lines.clone(),
        },
        theme,
    );
}
