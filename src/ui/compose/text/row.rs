//! One row of the text: signs in the gutter, then its runs with their marks.

use super::super::Scene;
use super::super::bidi;
use super::Column;
use super::marker::Marker;
use super::orders::Orders;
use crate::article::glyph;
use crate::document::BlockKind;
use crate::layout::{Content, Ornament, Row, RowKind, measure, ornament_text};
use crate::text::Span;
use crate::ui::screen::{Line, Piece, Shown, Target};
use crate::ui::{Look, Role};

/// One row: a glyph in the gutter for the facts that begin on it, and its runs.
pub(super) fn line(
    scene: &Scene<'_>,
    marker: &Marker<'_>,
    orders: &mut Orders<'_>,
    row: &Row,
    of: Column,
) -> Line {
    if let RowKind::Fold { blocks, .. } = row.kind {
        return hidden(scene, blocks, of.margin);
    }
    let mut line = Line {
        target: Target::Text(row.anchor()),
        ..Line::default()
    };
    push_signs(scene, marker, row, of.margin, &mut line);
    let mut runs = Runs {
        scene,
        marker,
        row,
        of,
        base: base_look(scene, row),
        last: None,
        from_right: orders.of(row).is_some_and(|order| order.from_right),
    };
    for run in &row.runs {
        match run.content {
            Content::Ornament(ornament) => runs.push_ornament(ornament, run.col, &mut line),
            Content::Text(span) => runs.push_text(span, run.col, orders, &mut line),
        }
    }
    line.pieces.sort_by_key(|piece| (piece.col, piece.end()));
    push_size(scene, row, of, &mut line);
    line
}

/// The row that stands for so many hidden blocks.
fn hidden(scene: &Scene<'_>, blocks: u32, margin: u16) -> Line {
    let plural = if blocks == 1 { "part is" } else { "parts are" };
    let key = scene.keymap.way_to(crate::command::Command::ShowHidden);
    let (sign, dot) = (scene.sign("⋯", "..."), scene.sign(" · ", " - "));
    let mut line = Line {
        target: Target::Hidden,
        ..Line::default()
    };
    line.push_at(
        margin,
        format!("{sign} {blocks} {plural} hidden{dot}{key} shows"),
        Role::Dim,
    );
    line
}

/// Adds the signs in the gutter: of a note, of the facts that begin here, of the evidence.
fn push_signs(scene: &Scene<'_>, marker: &Marker<'_>, row: &Row, margin: u16, line: &mut Line) {
    let look = |selected, look| if selected { Role::Accent.into() } else { look };
    if let Some(note) = marker.noted(row.span)
        && margin >= 3
    {
        line.pieces.push(Piece {
            col: margin - 3,
            text: note.ink.sign(note.is_written(), scene.ascii()).into(),
            look: look(scene.view.note == Some(note.id), Look::ink(note.ink)),
            shows: None,
        });
    }
    if let Some((id, kind)) = marker.gutter(row.span)
        && margin >= 2
    {
        let look = look(scene.view.selected == Some(id), Look::glyph(kind));
        line.push_at(margin - 2, glyph(kind, scene.ascii()), look);
    }
    if margin >= 3 && marker.is_evidence(row.span) {
        line.push_at(margin - 1, scene.sign("▏", "|"), Role::Accent);
    }
}

/// The runs of a row, as they are put on it.
struct Runs<'a, 'm> {
    scene: &'a Scene<'a>,
    marker: &'a Marker<'m>,
    row: &'a Row,
    of: Column,
    base: Look,
    /// The words that were put last.
    last: Option<Span>,
    from_right: bool,
}

impl Runs<'_, '_> {
    /// Where words stand that are at `col` of the measure. A row that runs from right to left is the mirror image of one
    /// that does not, within the measure.
    fn column(&self, col: u16, text: &str) -> u16 {
        let col = if self.from_right {
            let end = col.saturating_add(measure::columns(measure::width(text)));
            self.of.measure.saturating_sub(end)
        } else {
            col
        };
        self.of.margin.saturating_add(col)
    }

    fn push_ornament(&self, ornament: Ornament, col: u16, line: &mut Line) {
        let text = ornament_text(
            &ornament,
            &self.scene.article.document,
            self.scene.view.glyphs,
        );
        let before = line.pieces.last().map(|piece| piece.look);
        let look = match (ornament, before) {
            // It belongs to the word, and to the mark on it.
            (Ornament::Hyphen, Some(look)) => look,
            _ if self.row.kind == RowKind::Rule => Role::Line.into(),
            _ => Role::Dim.into(),
        };
        line.push_at(self.column(col, &text), text, look);
    }

    fn push_text(&mut self, span: Span, col: u16, orders: &mut Orders<'_>, line: &mut Line) {
        let document = &self.scene.article.document;
        let mut at = self.column(col, document.slice(span));
        let order = orders.of_run(self.row, span);
        let gap = self.last.filter(|_| order.is_none()).map(|last| Span {
            start: last.end,
            end: span.start,
        });
        if let Some(look) = gap.and_then(|gap| self.marker.over_gap(gap, self.base)) {
            // A mark goes on over a gap that was widened.
            let from = line.width();
            line.push_at(from, " ".repeat(at.saturating_sub(from).into()), look);
        }
        self.last = Some(span);
        let ordered = order.map(|order| order.runs(span));
        let as_written = [(span, false)];
        for &(shown, turned) in ordered.as_deref().unwrap_or(&as_written) {
            let mut parts = self.marker.split(shown, self.base);
            if turned {
                parts.reverse();
            }
            for (span, look) in parts {
                let text = document.slice(span);
                let shows = Shown { span, turned };
                if turned {
                    line.push_text(at, bidi::turned(text), look, shows);
                } else {
                    line.push_text(at, text, look, shows);
                }
                at = line.width();
            }
        }
    }
}

/// Adds the size of a picture at the end of its first row, where it is known and finds room.
fn push_size(scene: &Scene<'_>, row: &Row, of: Column, line: &mut Line) {
    let block = scene.article.document.block(row.block);
    let Some((block, BlockKind::Image { size, .. })) = block.map(|b| (b, &b.kind)) else {
        return;
    };
    let is_first = row.kind == RowKind::Text && row.span.start == block.span.start;
    let Some((width, height)) = size.filter(|_| is_first) else {
        return;
    };
    let (dot, by) = (scene.sign(" · ", " - "), scene.sign("×", "x"));
    let words = format!("{dot}{width}{by}{height}");
    let end = usize::from(of.margin) + usize::from(of.measure);
    if usize::from(line.width()) + measure::width(&words) <= end {
        line.push(words, Role::Dim);
    }
}

/// The look of a row before any mark.
fn base_look(scene: &Scene<'_>, row: &Row) -> Look {
    let Some(block) = scene.article.document.block(row.block) else {
        return Look::default();
    };
    let mut look = Look::from(match &block.kind {
        BlockKind::Heading { level: 1 } => Role::Title,
        BlockKind::Heading { .. } => Role::Heading,
        BlockKind::Quotation { .. } => Role::Quotation,
        BlockKind::Code { .. } => Role::Code,
        BlockKind::Table { header_rows, .. } => {
            let above = Span {
                start: block.span.start,
                end: row.span.start,
            };
            let rows = scene
                .article
                .document
                .slice(above)
                .matches('\n')
                .take(100)
                .count();
            if rows < *header_rows as usize {
                Role::TableHead
            } else {
                Role::Text
            }
        }
        BlockKind::Boilerplate => Role::Hidden,
        BlockKind::Image { .. } | BlockKind::Rule => Role::Dim,
        BlockKind::Paragraph | BlockKind::ListItem { .. } | BlockKind::Footnote { .. } => {
            Role::Text
        }
    });
    look.receding = scene.view.skim;
    look
}
