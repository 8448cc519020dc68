//! The text pane: set rows with marks on facts, hits and the evidence of the selected fact, and where links are.

mod orders;

use unicode_segmentation::GraphemeCursor;

use self::orders::Orders;
use super::Scene;
use super::bidi;
use super::links::hotspots;
use crate::article::{Link, glyph, links_in};
use crate::document::{BlockKind, MarkKind};
use crate::facts::FactId;
use crate::index::Matcher;
use crate::layout::{Content, Galley, Row, RowKind, measure, ornament_text};
use crate::text::{Pos, Span};
use crate::ui::listing::is_listed;
use crate::ui::screen::{Hotspot, Line, PaneView, Shown, Target};
use crate::ui::{Density, Hit, Look, Marked, Role};

/// A mark longer than this many bytes is drawn lightly: few words on a screen may stand out.
const LONG: usize = 64;

/// The columns that rows are set in.
#[derive(Clone, Copy, Debug)]
pub(super) struct Column {
    /// How many columns stand before them.
    pub(super) margin: u16,
    /// How many there are.
    pub(super) measure: u16,
}

/// Makes the pane, and tells which bytes of the text are on the screen and where links are.
pub(super) fn pane(scene: &Scene<'_>, galley: &mut Galley) -> (PaneView, Span, Vec<Hotspot>) {
    let area = scene.frame.text;
    let document = &scene.article.document;
    let rows = galley.rows_from(document, scene.view.top, area.height.into());
    let shown = rows.first().map_or(Span::at(scene.view.top), |first| {
        rows.iter()
            .fold(Span::at(first.span.start), |all, row| all.to(row.span))
    });
    let column = Column {
        margin: scene.frame.margin,
        measure: scene.frame.measure,
    };
    let (lines, spots) = set(scene, &rows, shown, column);
    let spots = spots.into_iter().filter_map(|spot| spot.within(area));
    (PaneView { area, lines }, shown, spots.collect())
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
        let key = scene.keymap.key_of(crate::command::Command::ShowHidden);
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
    let base = base_look(scene, row);
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

/// The look of a row before any mark.
fn base_look(scene: &Scene<'_>, row: &Row) -> Look {
    let Some(block) = scene.article.document.block(row.block) else {
        return Look::default();
    };
    Look::from(match &block.kind {
        BlockKind::Heading { level: 1 } => Role::Title,
        BlockKind::Heading { .. } => Role::Heading,
        BlockKind::Quotation { .. } => Role::Quotation,
        BlockKind::Code { .. } => Role::Code,
        BlockKind::Table { header_rows } => {
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
    })
}

/// All that is laid over the text on the screen, by start.
struct Marker<'a> {
    scene: &'a Scene<'a>,
    links: Vec<Link<'a>>,
    evidence: Option<Span>,
    facts: Vec<(Span, FactId, Marked)>,
    hits: Vec<Span>,
}

impl<'a> Marker<'a> {
    fn new(scene: &'a Scene<'a>, shown: Span, matcher: Option<&Matcher>) -> Self {
        let article = scene.article;
        let selected = scene.view.selected.and_then(|id| article.fact(id));
        let mention = selected.map(|f| f.mention(scene.view.mention));
        let evidence = selected.zip(mention).map(|(fact, mention)| {
            if fact.sentence.covers(mention) {
                fact.sentence
            } else {
                article.sentence_at(mention.start)
            }
        });
        let facts = article.index.mentions_in(shown);
        let facts = facts
            .filter_map(|(span, id)| Some((span, id, marked(scene, span, id, mention)?)))
            .collect();
        let hits = matcher
            .map(|m| m.hits_in(article.document.text(), shown))
            .unwrap_or_default();
        Self {
            scene,
            links: links_in(&article.document, shown),
            evidence,
            facts,
            hits,
        }
    }

    /// The fact whose glyph stands beside a row: the selected one, or else the most important that begins there.
    fn gutter(&self, row: Span) -> Option<(FactId, crate::facts::Kind)> {
        let begins = |span: &Span| row.contains(span.start);
        let here = self
            .facts
            .iter()
            .filter(|(span, _, marked)| begins(span) && *marked != Marked::Mention);
        let rank = |id: FactId| self.scene.article.fact(id).map_or(u32::MAX, |f| f.rank);
        let best = here.min_by_key(|(_, id, marked)| (*marked != Marked::Selected, rank(*id)))?;
        Some((best.1, self.scene.article.fact(best.1)?.kind))
    }

    /// Cuts a slice of a row where looks change.
    fn split(&self, span: Span, base: Look) -> Vec<(Span, Look)> {
        let mut cuts = vec![span.start, span.end];
        let document = &self.scene.article.document;
        let inline: Vec<_> = document.marks_in(span).collect();
        let over = inline.iter().map(|m| m.span);
        let over = over
            .chain(self.links.iter().map(|link| link.span))
            .chain(self.facts.iter().map(|f| f.0))
            .chain(self.hits.iter().copied())
            .chain(self.evidence);
        for over in over.filter(|o| o.overlaps(span)) {
            cuts.extend(
                [over.start, over.end]
                    .into_iter()
                    .filter(|&p| span.contains(p)),
            );
        }
        // A mark that begins or ends within a cluster does not part it: the accent of a letter would be lost.
        let text = document.text();
        cuts.retain(|&cut| cut == span.start || cut == span.end || is_cluster_start(text, cut));
        cuts.sort_unstable();
        cuts.dedup();
        let mut parts: Vec<(Span, Look)> = Vec::new();
        for (&start, &end) in cuts.iter().zip(cuts.iter().skip(1)) {
            let part = Span { start, end };
            let mut look = base;
            for mark in inline.iter().filter(|m| m.span.covers(part)) {
                match mark.kind {
                    MarkKind::Strong => look.inline.strong = true,
                    MarkKind::Emphasis => look.inline.emphasis = true,
                    MarkKind::Strike => look.inline.strike = true,
                    MarkKind::Code => look.inline.code = true,
                    MarkKind::Link(_) | MarkKind::Jump(_) => {}
                }
            }
            look.inline.link = self.links.iter().any(|link| link.span.covers(part));
            self.lay_over(part, &mut look);
            match parts.last_mut() {
                Some((last, same)) if *same == look => last.end = end,
                _ => parts.push((part, look)),
            }
        }
        parts
    }

    /// Adds evidence, facts and hits to the look of a part that none of them cuts.
    fn lay_over(&self, part: Span, look: &mut Look) {
        look.evidence = self.evidence.is_some_and(|e| e.covers(part));
        let over = self.facts.iter().filter(|(span, ..)| span.covers(part));
        let best = over.max_by_key(|(span, _, marked)| (*marked, std::cmp::Reverse(span.len())));
        look.fact =
            best.and_then(|&(_, id, marked)| Some((self.scene.article.fact(id)?.kind, marked)));
        if self.hits.iter().any(|h| h.covers(part)) {
            let current = self.scene.view.search.as_ref().and_then(|s| s.current);
            let is_current = current.is_some_and(|c| c.covers(part));
            look.hit = Some(if is_current { Hit::Current } else { Hit::Other });
        }
    }
}

/// Whether a grapheme cluster begins at a place inside a text.
fn is_cluster_start(text: &str, at: Pos) -> bool {
    let at = at.get();
    text.as_bytes().get(at).is_some_and(u8::is_ascii)
        || GraphemeCursor::new(at, text.len(), true)
            .is_boundary(text, 0)
            .unwrap_or(true)
}

/// How a mention is marked in this view, if it is.
fn marked(scene: &Scene<'_>, span: Span, id: FactId, current: Option<Span>) -> Option<Marked> {
    let fact = scene.article.fact(id)?;
    if scene.view.selected == Some(id) {
        return Some(if current == Some(span) {
            Marked::Selected
        } else {
            Marked::Mention
        });
    }
    let first = span == fact.span;
    let wanted = match scene.view.density {
        Density::Off => false,
        Density::Key => first,
        Density::All => true,
    };
    if !wanted || !is_listed(scene.article, scene.view, id) {
        return None;
    }
    Some(if span.len() > LONG {
        Marked::Light
    } else {
        Marked::Plain
    })
}

/// Where the reader is: at the selected fact while that is on the screen, or else at the top of it.
pub(super) fn reading_place(scene: &Scene<'_>, shown: Span) -> Pos {
    let selected = scene.view.selected.and_then(|id| scene.article.fact(id));
    let mention = selected.map(|f| f.mention(scene.view.mention));
    let on_screen = mention.filter(|m| m.overlaps(shown));
    on_screen.map_or(shown.start.max(scene.view.top), |m| m.start)
}
