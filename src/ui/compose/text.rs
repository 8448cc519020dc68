//! The text pane: set rows with marks on facts, hits and the evidence of the selected fact, and where links are.

mod marker;
mod orders;
mod row;

use self::marker::Marker;
use self::orders::Orders;

use ratatui::layout::Rect;

use super::Scene;
use super::links::hotspots;
use crate::document::{BlockKind, Document};
use crate::layout::{Galley, Row, RowKind};
use crate::text::{Pos, Span};
use crate::ui::screen::{Hotspot, Line, PaneView};
use crate::ui::{Awaited, Frame, Role};

/// No more blank rows than this stand between two blocks.
const MOST_BLANK: usize = 2;

/// The columns that rows are set in.
#[derive(Clone, Copy, Debug)]
pub(super) struct Column {
    /// How many columns stand before them.
    pub(super) margin: u16,
    /// How many there are.
    pub(super) measure: u16,
}

/// What the text pane is composed of.
pub(super) struct Panes {
    /// The left column, or the only one.
    pub(super) text: PaneView,
    /// The right column, where there are two.
    pub(super) second: Option<PaneView>,
    /// Where links are.
    pub(super) links: Vec<Hotspot>,
    /// The bytes of the text that are on the screen.
    pub(super) shown: Span,
    /// The cell of the end of the selection that moves.
    pub(super) selecting: Option<(u16, u16)>,
}

/// The rows on the screen: those of the left column, or the only one, and those of the right one. That does not begin
/// with blank rows, and a heading at the end of the left column stands at its head, with the text that it is about. A
/// terminal without a row for text counts as having one.
pub(crate) fn shown_rows(
    frame: &Frame,
    document: &Document,
    galley: &mut Galley,
    top: Pos,
) -> (Vec<Row>, Vec<Row>) {
    let height = usize::from(frame.text.height).max(1);
    if frame.second.is_none() {
        return (galley.rows_from(document, top, height), Vec::new());
    }
    let mut rows = galley.rows_from(document, top, 2 * height + MOST_BLANK);
    let second = rows
        .split_off(column_end(document, &rows, height))
        .into_iter();
    let second = second.skip_while(|row| row.kind == RowKind::Blank);
    (rows, second.take(height).collect())
}

/// The bytes of the text that these rows show; nothing at `top` where there are none.
pub(crate) fn shown_span(
    frame: &Frame,
    document: &Document,
    galley: &mut Galley,
    top: Pos,
) -> Span {
    if frame.second.is_none() {
        let height = usize::from(frame.text.height).max(1);
        return galley.span_from(document, top, height);
    }
    let (left, right) = shown_rows(frame, document, galley, top);
    span_of(left.iter().chain(&right), top)
}

/// The bytes of the text that rows show.
fn span_of<'a>(mut rows: impl Iterator<Item = &'a Row>, top: Pos) -> Span {
    let first = rows.next().map(|row| Span::at(row.span.start).to(row.span));
    first.map_or(Span::at(top), |first| {
        rows.fold(first, |all, row| all.to(row.span))
    })
}

/// How many of the rows stand in the left column of two, which has room for `height`: not the headings at its end.
fn column_end(document: &Document, rows: &[Row], height: usize) -> usize {
    let Some(left) = rows.get(..height).filter(|_| rows.len() > height) else {
        return rows.len();
    };
    let is_heading = |row: &Row| {
        let block = document.block(row.block);
        block.is_some_and(|b| matches!(b.kind, BlockKind::Heading { .. }))
    };
    let is_text = |row: &Row| row.kind != RowKind::Blank && !is_heading(row);
    let end = left.iter().rposition(is_text).map_or(0, |last| last + 1);
    let has_heading = left.iter().skip(end).any(is_heading);
    // A column that would be mostly empty stays as it is.
    if has_heading && end > height / 2 {
        end
    } else {
        height
    }
}

/// Makes the pane, in one column or two, and tells which bytes of the text are on the screen and where links are.
pub(super) fn panes(scene: &Scene<'_>, galley: &mut Galley) -> Panes {
    let (frame, top) = (&scene.frame, scene.view.top);
    let (left, right) = shown_rows(frame, &scene.article.document, galley, top);
    let shown = span_of(left.iter().chain(&right), top);
    let (area, second) = frame.columns();
    if let Some(awaited) = scene.view.awaited {
        return awaiting(scene, area, top, awaited);
    }
    let mut seen = Vec::new();
    let mut pane = |rows: &[Row], area, margin| {
        let column = Column {
            margin,
            measure: frame.measure,
        };
        let (lines, found) = set(scene, rows, shown, column);
        seen.extend(found.into_iter().filter_map(|spot| spot.within(area)));
        PaneView { area, lines }
    };
    let text = pane(&left, area, frame.margin);
    let second = second.map(|area| pane(&right, area, Frame::second_margin()));
    let in_left = cursor(scene, galley, &left, &text);
    let selecting = in_left.or_else(|| cursor(scene, galley, &right, second.as_ref()?));
    Panes {
        text,
        second,
        links: seen,
        shown,
        selecting,
    }
}

/// The pane before any text is shown. It says why only where that is sure and may take a while.
fn awaiting(scene: &Scene<'_>, area: Rect, top: Pos, awaited: Awaited) -> Panes {
    let mut lines = Vec::new();
    if awaited == Awaited::Place {
        let mut line = Line::default();
        line.push_at(
            scene.frame.margin,
            format!("to where you stopped{}", scene.ellipsis()),
            Role::Dim,
        );
        lines.extend([Line::default(), line]);
    }
    Panes {
        text: PaneView { area, lines },
        second: None,
        links: Vec::new(),
        shown: Span::at(top),
        selecting: None,
    }
}

/// The cell of the end of the selection that moves, where it is in these rows of a pane; the end of a row where it
/// stands on the space at which that was broken.
fn cursor(
    scene: &Scene<'_>,
    galley: &mut Galley,
    rows: &[Row],
    pane: &PaneView,
) -> Option<(u16, u16)> {
    let document = &scene.article.document;
    let pos = scene.view.selection?.cursor(document.text());
    let of_pos = galley.rows_from(document, pos, 1);
    let anchor = of_pos.first()?.anchor();
    let row = rows.iter().position(|row| row.anchor() == anchor)?;
    let line = pane.lines.get(row)?;
    let column = line.column_of(pos).or_else(|| line.column_after(pos))?;
    let x = pane.area.x.saturating_add(column);
    let y = pane.area.y.saturating_add(u16::try_from(row).ok()?);
    Some((x.min(pane.area.right().saturating_sub(1)), y))
}

/// Rows of the text as they are drawn in a column, and the links in them, whose places count from the first row.
pub(super) fn set(
    scene: &Scene<'_>,
    rows: &[Row],
    shown: Span,
    column: Column,
) -> (Vec<Line>, Vec<Hotspot>) {
    let matcher = scene
        .view
        .search
        .as_ref()
        .and_then(|s| s.query.matcher().ok().flatten());
    let marker = Marker::new(scene, shown, matcher.as_ref());
    let mut orders = Orders::new(scene);
    let mut spots = Vec::new();
    let lines = rows.iter().zip(0..).map(|(row, y)| {
        let line = row::line(scene, &marker, &mut orders, row, column);
        spots.extend(hotspots(scene, &marker.links, row, &line, column.margin, y));
        line
    });
    (lines.collect(), spots)
}

/// Where the reader is: at the selected fact while that is on the screen, or else at the top of it.
pub(super) fn reading_place(scene: &Scene<'_>, shown: Span) -> Pos {
    let selected = scene.view.selected.and_then(|id| scene.article.fact(id));
    let mention = selected.map(|f| f.mention(scene.view.mention));
    let on_screen = mention.filter(|m| m.overlaps(shown));
    on_screen.map_or(shown.start.max(scene.view.top), |m| m.start)
}
