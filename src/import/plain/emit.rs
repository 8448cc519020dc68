//! Units to blocks: the last step, which pushes every byte with its place in the file.

use super::decode::Source;
use super::line::{Line, columns};
use super::unit::{Label, Page, Shape, Unit};
use crate::document::{BlockKind, Builder};
use crate::text::Span;

/// Pushes all units. O(bytes).
pub(super) fn run(source: &Source, page: &Page, builder: &mut Builder) {
    for unit in &page.units {
        let lines = page.lines_of(unit);
        let (Some(first), Some(last)) = (lines.first(), lines.last()) else {
            continue;
        };
        let place = source.place(first.start as usize..last.end as usize);
        builder.open(kind(page, unit), place.map(|p| Span::new(p.start, p.end)));
        if let Shape::Item { marker, .. } = unit.shape
            && unit.label != Label::Plain
        {
            // It is no item after all: what was taken for its mark belongs to its words.
            push(source, builder, marker.0, first.start);
        }
        match unit.shape {
            Shape::Code { .. } => columns_kept(source, builder, lines),
            Shape::Lines | Shape::Quote { lines: true, .. }
                if !matches!(unit.label, Label::Heading(_)) =>
            {
                lines_kept(source, builder, lines);
            }
            _ => joined(source, builder, lines),
        }
        builder.close();
    }
}

/// The kind of block that a unit becomes.
fn kind(page: &Page, unit: &Unit) -> BlockKind {
    match unit.label {
        Label::Boilerplate => return BlockKind::Boilerplate,
        Label::Heading(level) => return BlockKind::Heading { level },
        Label::Plain => {}
    }
    let slice = |(from, to): (u32, u32)| {
        page.text
            .get(from as usize..to as usize)
            .unwrap_or_default()
            .to_owned()
    };
    match unit.shape {
        Shape::Flow | Shape::Lines => BlockKind::Paragraph,
        Shape::Page => BlockKind::Boilerplate,
        Shape::Item { marker, depth } => BlockKind::ListItem {
            depth,
            marker: slice(marker),
        },
        Shape::More { depth } => BlockKind::ListItem {
            depth,
            marker: String::new(),
        },
        Shape::Quote { depth, .. } => BlockKind::Quotation { depth },
        Shape::Code { language } => BlockKind::Code {
            language: language.map(slice),
        },
        Shape::Rule => BlockKind::Rule,
        Shape::Marked { level, .. } => BlockKind::Heading {
            level: level.clamp(2, 6),
        },
    }
}

/// Pushes a range of the text.
fn push(source: &Source, builder: &mut Builder, from: u32, to: u32) {
    for (piece, place) in source.pieces(from as usize..to as usize) {
        match place {
            Some(place) if place.len() != piece.len() => builder.push_for(piece, place),
            place => builder.push(piece, place.map(|p| p.start)),
        }
    }
}

/// Pushes `words` for what stands between two offsets of the text.
fn stand_in(source: &Source, builder: &mut Builder, words: &str, from: u32, to: u32) {
    match source.place(from as usize..to as usize) {
        Some(place) => builder.push_for(words, place),
        None => builder.push(words, None),
    }
}

/// Lines of running text, joined by a space, or by nothing after a hyphen inside a word.
fn joined(source: &Source, builder: &mut Builder, lines: &[Line]) {
    for (i, line) in lines.iter().enumerate() {
        push(source, builder, line.start, line.end);
        if let Some(next) = lines.get(i + 1)
            && !hyphened(line.text(&source.text), next.text(&source.text))
        {
            stand_in(source, builder, " ", line.end, next.start);
        }
    }
}

/// Whether a line ends inside a word that has a hyphen: `long-` and `term`, but not `pre-` and `and post-war`.
fn hyphened(line: &str, next: &str) -> bool {
    let mut ends = line.chars().rev();
    let hyphen = ends.next() == Some('-') && ends.next().is_some_and(char::is_alphabetic);
    let word = next.split(' ').next().unwrap_or_default();
    hyphen
        && next.starts_with(char::is_lowercase)
        && !matches!(word, "and" | "or" | "to" | "und" | "y" | "et")
}

/// Lines that the author broke, with their indent against the least indented of them.
fn lines_kept(source: &Source, builder: &mut Builder, lines: &[Line]) {
    let least = lines.iter().map(|l| l.indent).min().unwrap_or(0);
    for (i, line) in lines.iter().enumerate() {
        let indent = usize::from(line.indent - least).min(24);
        if indent > 0 && i > 0 {
            stand_in(source, builder, &" ".repeat(indent), line.raw, line.start);
        }
        push(source, builder, line.start, line.end);
        if let Some(next) = lines.get(i + 1) {
            stand_in(source, builder, "\n", line.end, next.raw);
            for _ in 0..next.gap.min(2) {
                stand_in(source, builder, "\n", next.raw, next.raw);
            }
        }
    }
}

/// Lines whose columns matter: tabs reach to the next multiple of 8.
fn columns_kept(source: &Source, builder: &mut Builder, lines: &[Line]) {
    let least = lines.iter().map(|l| l.indent).min().unwrap_or(0);
    for (i, line) in lines.iter().enumerate() {
        let indent = usize::from(line.indent - least);
        if indent > 0 && i > 0 {
            stand_in(source, builder, &" ".repeat(indent), line.raw, line.start);
        }
        tabbed(source, builder, *line);
        if let Some(next) = lines.get(i + 1) {
            stand_in(source, builder, "\n", line.end, next.raw);
            for _ in 0..next.gap.min(3) {
                stand_in(source, builder, "\n", next.raw, next.raw);
            }
        }
    }
}

/// One line with its tabs expanded.
fn tabbed(source: &Source, builder: &mut Builder, line: Line) {
    let words = line.text(&source.text);
    if !words.contains('\t') {
        push(source, builder, line.start, line.end);
        return;
    }
    let mut at = line.start;
    let mut column = usize::from(line.indent);
    for (i, part) in words.split('\t').enumerate() {
        if i > 0 {
            let wide = columns(&format!("{}\t", " ".repeat(column % 8)));
            let gap = wide - column % 8;
            stand_in(source, builder, &" ".repeat(gap), at, at + 1);
            at += 1;
            column += gap;
        }
        let len = u32::try_from(part.len()).unwrap_or(0);
        push(source, builder, at, at + len);
        at += len;
        column += part.chars().count();
    }
}
