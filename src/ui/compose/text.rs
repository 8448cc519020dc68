//! The text pane: set rows with marks on facts, hits and the evidence of the selected fact, and where links are.

mod marker;

use self::marker::Marker;

use super::Scene;
use super::bidi::{self, Order};
use super::links::hotspots;
use crate::article::glyph;
use crate::document::{BlockKind, Document};
use crate::layout::{Content, Galley, Ornament, Row, RowKind, measure, ornament_text};
use crate::text::{Pos, Span};
use crate::ui::screen::{Hotspot, Line, PaneView, Piece, Shown, Target};
use crate::ui::{Bidi, Frame, Look, Role};

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
/// with blank rows. A terminal without a row for text counts as having one.
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
    let second = rows.split_off(height.min(rows.len())).into_iter();
    let second = second.skip_while(|row| row.kind == RowKind::Blank);
    (rows, second.take(height).collect())
}

/// Makes the pane, in one column or two, and tells which bytes of the text are on the screen and where links are.
pub(super) fn panes(scene: &Scene<'_>, galley: &mut Galley) -> Panes {
    let (frame, top) = (&scene.frame, scene.view.top);
    let (left, right) = shown_rows(frame, &scene.article.document, galley, top);
    let rows = || left.iter().chain(&right);
    let shown = rows().next().map_or(Span::at(top), |first| {
        rows().fold(Span::at(first.span.start), |all, row| all.to(row.span))
    });
    let (area, second) = frame.columns();
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
        let line = line(scene, &marker, &mut orders, row, column);
        spots.extend(hotspots(scene, &marker.links, row, &line, column.margin, y));
        line
    });
    (lines.collect(), spots)
}

/// One row: a glyph in the gutter for the facts that begin on it, and its runs.
#[expect(
    clippy::too_many_lines,
    reason = "the parts of a row, from left to right"
)]
fn line(
    scene: &Scene<'_>,
    marker: &Marker<'_>,
    orders: &mut Orders<'_>,
    row: &Row,
    of: Column,
) -> Line {
    let margin = of.margin;
    let mut line = Line {
        target: Target::Text(row.anchor()),
        ..Line::default()
    };
    if let RowKind::Fold { blocks, .. } = row.kind {
        let plural = if blocks == 1 { "part is" } else { "parts are" };
        let key = scene.keymap.way_to(crate::command::Command::ShowHidden);
        let (sign, dot) = (scene.sign("⋯", "..."), scene.sign(" · ", " - "));
        line.push_at(
            margin,
            format!("{sign} {blocks} {plural} hidden{dot}{key} shows"),
            Role::Dim,
        );
        line.target = Target::Hidden;
        return line;
    }
    if let Some((id, kind)) = marker.gutter(row.span)
        && margin >= 2
    {
        let selected = scene.view.selected == Some(id);
        let look = if selected {
            Role::Accent.into()
        } else {
            Look::glyph(kind)
        };
        line.push_at(margin - 2, glyph(kind, scene.ascii()), look);
    }
    if margin >= 3 && marker.is_evidence(row.span) {
        line.push_at(margin - 1, scene.sign("▏", "|"), Role::Accent);
    }
    if let Some(note) = marker.noted(row.span)
        && margin >= 3
    {
        let look = if scene.view.note == Some(note.id) {
            Role::Accent.into()
        } else {
            Look::ink(note.ink)
        };
        let sign = note.ink.sign(note.is_written(), scene.ascii());
        line.pieces.insert(
            0,
            Piece {
                col: margin - 3,
                text: sign.to_owned(),
                look,
                shows: None,
            },
        );
    }
    let base = base_look(scene, row);
    let mut last: Option<Span> = None;
    let from_right = orders.of(row).is_some_and(|order| order.from_right);
    // A row that runs from right to left is the mirror image of one that does not, within the measure.
    let column = |col: u16, text: &str| {
        let col = if from_right {
            let end = col.saturating_add(measure::columns(measure::width(text)));
            of.measure.saturating_sub(end)
        } else {
            col
        };
        margin.saturating_add(col)
    };
    for run in &row.runs {
        match run.content {
            Content::Ornament(ornament) => {
                let text = ornament_text(&ornament, &scene.article.document, scene.view.glyphs);
                let before = line.pieces.last().map(|piece| piece.look);
                if let (Ornament::Hyphen, Some(look)) = (ornament, before) {
                    // It belongs to the word, and to the mark on it.
                    line.push_at(column(run.col, &text), text, look);
                    continue;
                }
                let role = if row.kind == RowKind::Rule {
                    Role::Line
                } else {
                    Role::Dim
                };
                line.push_at(column(run.col, &text), text, role);
            }
            Content::Text(span) => {
                let mut at = column(run.col, scene.article.document.slice(span));
                let order = orders.of_run(row, span);
                let gap = last.filter(|_| order.is_none()).map(|last| Span {
                    start: last.end,
                    end: span.start,
                });
                if let Some(look) = gap.and_then(|gap| marker.over_gap(gap, base)) {
                    // A mark goes on over a gap that was widened.
                    let from = line.width();
                    line.push_at(from, " ".repeat(at.saturating_sub(from).into()), look);
                }
                last = Some(span);
                let runs = order.map_or_else(|| vec![(span, false)], |order| order.runs(span));
                for (shown, turned) in runs {
                    let mut parts = marker.split(shown, base);
                    if turned {
                        parts.reverse();
                    }
                    for (span, look) in parts {
                        let text = scene.article.document.slice(span);
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
    }
    line.pieces.sort_by_key(|piece| (piece.col, piece.end()));
    push_size(scene, row, of, &mut line);
    line
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

/// The order of the text on the screen, paragraph by paragraph as rows ask for it.
struct Orders<'a> {
    text: &'a str,
    document: &'a Document,
    is_on: bool,
    /// The paragraph that was asked for last, and its order.
    last: Option<(Span, Option<Order<'a>>)>,
}

impl<'a> Orders<'a> {
    fn new(scene: &Scene<'a>) -> Self {
        Self {
            text: scene.article.document.text(),
            document: &scene.article.document,
            is_on: scene.view.bidi == Bidi::Reader,
            last: None,
        }
    }

    /// The order of a row of running text; none where it is that of the bytes.
    fn of(&mut self, row: &Row) -> Option<&Order<'a>> {
        let block = self.document.block(row.block)?;
        let apart = matches!(block.kind, BlockKind::Table { .. } | BlockKind::Code { .. });
        if !self.is_on || apart || row.kind != RowKind::Text || row.span.is_empty() {
            return None;
        }
        let known = self.last.as_ref().is_some_and(|(seen, order)| {
            let seen = order.as_ref().map_or(*seen, |order| order.span);
            seen.covers(row.span)
        });
        if !known {
            let within = block.span.slice(self.text);
            let at = row.span.start.get() - block.span.start.get();
            let start = within.get(..at).and_then(|w| w.rfind('\n'));
            let start = block.span.start.plus(start.map_or(0, |i| i + 1));
            let end = within.get(at..).and_then(|w| w.find('\n'));
            let end = end.map_or(block.span.end, |i| row.span.start.plus(i));
            let paragraph = Span { start, end };
            let order = Order::new(self.text, paragraph, row.span);
            let seen = if order.is_some() { paragraph } else { row.span };
            self.last = Some((seen, order));
        }
        self.last.as_ref()?.1.as_ref()
    }

    /// The order of one run of a row. A cell of a table and a line of code are each by themselves.
    fn of_run(&mut self, row: &Row, run: Span) -> Option<&Order<'a>> {
        if !self.is_on || !bidi::is_mixed(run.slice(self.text)) && self.of(row).is_none() {
            return None;
        }
        let kind = self.document.block(row.block).map(|block| &block.kind);
        if !matches!(kind, Some(BlockKind::Table { .. } | BlockKind::Code { .. })) {
            return self.of(row);
        }
        self.last = Some((Span::default(), Order::new(self.text, run, run)));
        self.last.as_ref()?.1.as_ref()
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

/// Where the reader is: at the selected fact while that is on the screen, or else at the top of it.
pub(super) fn reading_place(scene: &Scene<'_>, shown: Span) -> Pos {
    let selected = scene.view.selected.and_then(|id| scene.article.fact(id));
    let mention = selected.map(|f| f.mention(scene.view.mention));
    let on_screen = mention.filter(|m| m.overlaps(shown));
    on_screen.map_or(shown.start.max(scene.view.top), |m| m.start)
}
