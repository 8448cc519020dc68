//! The palette: a line to type in and what answers to it, the letters that match in it, and its keys.

use ratatui::layout::Rect;
use unicode_segmentation::UnicodeSegmentation;

use super::super::Scene;
use crate::article::glyph;
use crate::command::entry;
use crate::facts::Kind;
use crate::layout::measure;
use crate::ui::screen::{Line, OverlayBox, Size, Target};
use crate::ui::view::{Matched, OpenPalette, PaletteEntry, letters};
use crate::ui::{Look, Role};

/// Columns for the name of a command.
const NAME: u16 = 22;

/// The box, and the cursor in it.
pub(super) fn palette(
    scene: &Scene<'_>,
    size: Size,
    open: &OpenPalette,
) -> (OverlayBox, Option<(u16, u16)>) {
    let width = size.columns.min(84);
    let height = size.rows.min(20);
    let area = Rect::new(
        (size.columns - width) / 2,
        (size.rows - height) / 5,
        width,
        height,
    );
    let mut first = Line::default();
    first.push(" : ", Role::Accent);
    first.push(open.input.before(), Role::Text);
    let column = area
        .x
        .saturating_add(1)
        .saturating_add(first.width())
        .min(area.right().saturating_sub(1));
    let after = open.input.text().get(open.input.before().len()..);
    first.push(after.unwrap_or_default(), Role::Text);
    let room = usize::from(height).saturating_sub(3);
    let skip = open.chosen.saturating_sub(room.saturating_sub(1));
    let mut lines = vec![first];
    let entries = open.found.iter().enumerate().skip(skip).take(room);
    let shown: Vec<PaletteEntry> = entries.clone().map(|(_, &entry)| entry).collect();
    let matched = letters(scene.article, scene.view, &shown, open.input.text());
    for ((i, &entry), matched) in entries.zip(&matched) {
        let mut line = row(scene, entry, matched, width.saturating_sub(2));
        line.target = Target::Entry(i);
        line.under = (i == open.chosen).then_some(Role::Selection);
        lines.push(line);
    }
    if open.found.is_empty() {
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

/// One entry: its sign, its words with the letters that match, what it is or its keys.
fn row(scene: &Scene<'_>, of: PaletteEntry, matched: &Matched, width: u16) -> Line {
    let mut line = Line::default();
    let end = width.saturating_sub(1);
    match of {
        PaletteEntry::Command(command) => {
            let keys = scene.keymap.keys_of(command).collect::<Vec<_>>().join(" ");
            line.push("   ", Role::Text);
            let name = entry(command).map_or("", |e| e.name);
            push_matched(
                &mut line,
                name,
                &matched.in_name,
                NAME.into(),
                Role::Text,
                "",
            );
            let gap = (NAME + 3).saturating_sub(line.width()).max(1);
            line.push(" ".repeat(gap.into()), Role::Text);
            words(scene, &mut line, matched, Role::Dim, &keys, end);
        }
        PaletteEntry::Section(_) => {
            line.push(format!(" {} ", scene.sign("§", "#")), Role::Dim);
            words(scene, &mut line, matched, Role::Text, "section", end);
        }
        PaletteEntry::Fact(id) => {
            let kind = scene.article.fact(id).map_or(Kind::Quantity, |f| f.kind);
            line.push(" ", Role::Text);
            line.push(glyph(kind, scene.ascii()), Look::glyph(kind));
            line.push(" ", Role::Text);
            words(scene, &mut line, matched, Role::Text, kind.name(), end);
        }
        PaletteEntry::Mark(letter) => {
            line.push(format!(" {letter} "), Role::Accent);
            words(scene, &mut line, matched, Role::Text, "mark", end);
        }
        PaletteEntry::Note(id) => {
            if let Some(note) = scene.view.notes.get(id) {
                let sign = note.ink.sign(note.is_written(), scene.ascii());
                line.push(" ", Role::Text);
                line.push(sign, Look::ink(note.ink));
                line.push(" ", Role::Text);
                let kind = if note.is_written() {
                    "note"
                } else {
                    "highlight"
                };
                words(scene, &mut line, matched, Role::Text, kind, end);
            }
        }
        PaletteEntry::Line(n) => line.push(format!("   to line {n} of the file"), Role::Text),
        PaletteEntry::Percent(n) => line.push(format!("   to {n}% of the text"), Role::Text),
    }
    line
}

/// Words, and at the end of the row what they are or the keys.
fn words(scene: &Scene<'_>, line: &mut Line, of: &Matched, role: Role, right: &str, end: u16) {
    let room = usize::from(end.saturating_sub(line.width()));
    let room = room.saturating_sub(measure::width(right) + 2);
    push_matched(line, &of.words, &of.in_words, room, role, scene.ellipsis());
    line.push_right(end, right, Role::Dim);
}

/// Text in which the characters of those numbers are stressed, cut to `room` columns.
fn push_matched(
    line: &mut Line,
    text: &str,
    matched: &[u32],
    room: usize,
    role: Role,
    ellipsis: &str,
) {
    let cut = measure::truncate(text, room, ellipsis);
    // Not by their lengths: an ellipsis has three bytes.
    let whole = cut == text;
    let kept = if whole {
        text
    } else {
        cut.strip_suffix(ellipsis).unwrap_or(&cut)
    };
    let mut run = String::new();
    let mut stressed = false;
    for (cluster, i) in kept.graphemes(true).zip(0u32..) {
        let is = matched.binary_search(&i).is_ok();
        if is != stressed && !run.is_empty() {
            line.push(
                std::mem::take(&mut run),
                if stressed { Role::Accent } else { role },
            );
        }
        stressed = is;
        run.push_str(cluster);
    }
    line.push(run, if stressed { Role::Accent } else { role });
    if !whole {
        line.push(ellipsis, role);
    }
}
