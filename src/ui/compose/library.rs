//! The library as a whole screen: a line to type in, and two rows for each article.

use ratatui::layout::Rect;

use super::Scene;
use crate::layout::measure;
use crate::ui::Role;
use crate::ui::screen::{Line, OverlayBox, Size, Target};
use crate::ui::view::{Book, Library};

/// The most columns that an entry takes.
const WIDEST: u16 = 100;
/// Columns of a bar.
const BAR: usize = 10;
/// From so many rows on a blank one stands between two entries.
const AIRY: u16 = 34;

/// The box of the library, which leaves the status line free, and the cursor.
pub(super) fn library(
    scene: &Scene<'_>,
    size: Size,
    library: &Library,
) -> (OverlayBox, Option<(u16, u16)>) {
    let height = if size.rows > 3 {
        size.rows - 1
    } else {
        size.rows
    };
    let area = Rect::new(0, 0, size.columns, height);
    let inner = size.columns.saturating_sub(2);
    let column = Column {
        left: inner.saturating_sub(WIDEST) / 2,
        right: inner - inner.saturating_sub(WIDEST) / 2,
    };
    let books = library.answering();
    let mut first = Line::default();
    first.push_at(column.left, scene.sign(" ❯ ", " > "), Role::Accent);
    first.push(library.input.before(), Role::Text);
    let cursor = first.width().saturating_add(1).min(inner);
    if library.input.text().is_empty() {
        first.push("type to find an article", Role::Dim);
    } else {
        let after = library.input.text().get(library.input.before().len()..);
        first.push(after.unwrap_or_default(), Role::Text);
    }
    let count = match (books.len(), library.len()) {
        (found, all) if found == all => all.to_string(),
        (found, all) => format!("{found} of {all}"),
    };
    first.push_right(column.right.saturating_sub(1), count, Role::Dim);
    let mut lines = vec![first, Line::default()];
    if books.is_empty() {
        let mut line = Line::default();
        line.push_at(column.left, "   nothing answers to that", Role::Dim);
        lines.push(line);
    }
    let each = if size.rows >= AIRY { 3 } else { 2 };
    let room = usize::from(height).saturating_sub(4) / each;
    let chosen = library.chosen.min(books.len().saturating_sub(1));
    let skip = chosen.saturating_sub(room.saturating_sub(1));
    for (i, &book) in books.iter().enumerate().skip(skip).take(room.max(1)) {
        let is_chosen = i == chosen;
        let below = if is_chosen && library.asking {
            question(scene, column, book)
        } else {
            about(scene, column, book)
        };
        for mut line in [title(scene, column, book, is_chosen), below] {
            line.target = Target::Entry(i);
            line.under = is_chosen.then_some(Role::Selection);
            lines.push(line);
        }
        if each == 3 {
            lines.push(Line::default());
        }
    }
    lines.truncate(height.saturating_sub(2).into());
    for line in &mut lines {
        line.clip(inner, scene.ellipsis());
    }
    let boxed = OverlayBox {
        area,
        title: "Library".to_owned(),
        lines,
    };
    (boxed, (height > 2).then_some((cursor, 1)))
}

/// Where entries begin and end, from the left edge inside the border.
#[derive(Clone, Copy)]
struct Column {
    left: u16,
    right: u16,
}

/// The title, and when it was read.
fn title(scene: &Scene<'_>, column: Column, book: &Book, is_chosen: bool) -> Line {
    let mut line = Line::default();
    let sign = if is_chosen {
        scene.sign("▌", ">")
    } else {
        " "
    };
    line.push_at(column.left, format!(" {sign} "), Role::Accent);
    let room = usize::from(column.right.saturating_sub(line.width()))
        .saturating_sub(measure::width(&book.when) + 3);
    let words = measure::truncate(&book.title, room, scene.ellipsis());
    let role = if is_chosen { Role::Title } else { Role::Text };
    line.push(words, role);
    line.push_right(
        column.right.saturating_sub(1),
        book.when.as_str(),
        Role::Dim,
    );
    line
}

/// How much of it was read, what is left, and where it comes from.
fn about(scene: &Scene<'_>, column: Column, book: &Book) -> Line {
    let mut line = Line::default();
    line.push_at(column.left, "   ", Role::Dim);
    let dot = scene.sign(" · ", " - ");
    let mut parts = Vec::new();
    if book.document.is_some() {
        let filled = (usize::from(book.percent) * BAR).div_ceil(100).min(BAR);
        line.push(scene.sign("━", "#").repeat(filled), Role::Accent);
        line.push(scene.sign("─", "-").repeat(BAR - filled), Role::Line);
        line.push(
            match book.percent {
                100 => "  read".to_owned(),
                percent => format!(" {percent:>3}%"),
            },
            Role::Faint,
        );
        parts.extend(match book.minutes_left {
            0 => None,
            minutes @ 1..=90 => Some(format!("{minutes} min left")),
            minutes => Some(format!("{} h {} left", minutes / 60, minutes % 60)),
        });
        parts.extend(some(book.facts.unwrap_or(0), "fact"));
        parts.extend(some(book.notes, "note"));
    } else {
        line.push("not read yet", Role::Faint);
    }
    if book.place.is_none() {
        parts.push("through a pipe".to_owned());
    }
    let said = parts
        .iter()
        .fold(String::new(), |all, part| all + dot + part);
    line.push(said, Role::Dim);
    let room = usize::from(column.right.saturating_sub(line.width() + 1))
        .saturating_sub(measure::width(dot));
    if book.place.is_some() && room > 8 {
        line.push(
            format!("{dot}{}", end_of(scene, &book.source, room)),
            Role::Dim,
        );
    }
    line
}

/// Whether it shall be forgotten.
fn question(scene: &Scene<'_>, column: Column, book: &Book) -> Line {
    let mut line = Line::default();
    let with = some(book.notes, "note").map_or(String::new(), |n| format!(" with its {n}"));
    let question = format!("   Forget it{with}? C-x again forgets it; any other key keeps it.");
    let room = usize::from(column.right.saturating_sub(column.left));
    line.push_at(
        column.left,
        measure::truncate(&question, room, scene.ellipsis()),
        Role::Error,
    );
    line
}

/// A number of things; none for none.
fn some(number: u32, what: &str) -> Option<String> {
    match number {
        0 => None,
        1 => Some(format!("1 {what}")),
        n => Some(format!("{n} {what}s")),
    }
}

/// The end of a path or address in so many columns: its name is what tells.
fn end_of(scene: &Scene<'_>, source: &str, room: usize) -> String {
    if measure::width(source) <= room {
        return source.to_owned();
    }
    let mut from = source.len();
    for (at, _) in source.char_indices().rev() {
        if measure::width(source.get(at..).unwrap_or_default()) + 1 > room {
            break;
        }
        from = at;
    }
    format!(
        "{}{}",
        scene.ellipsis(),
        source.get(from..).unwrap_or_default()
    )
}
