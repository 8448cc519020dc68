//! The text pane: set rows with marks on facts, hits and the evidence of the selected fact.

use super::Scene;
use crate::article::glyph;
use crate::document::{BlockKind, Document, MarkKind};
use crate::facts::FactId;
use crate::index::Matcher;
use crate::layout::{Content, Galley, Ornament, Row, RowKind, ornament_text};
use crate::text::{Pos, Span};
use crate::ui::listing::is_listed;
use crate::ui::screen::{Line, PaneView, Target};
use crate::ui::{Density, Frame, Hit, Look, Marked, Role};

/// A mark longer than this many bytes is drawn lightly: few words on a screen may stand out.
const LONG: usize = 64;

/// No more blank rows than this stand between two blocks.
const MOST_BLANK: usize = 2;

/// How far from the screen a fact is looked for whose sentence may reach into it, in bytes.
const LONGEST_SENTENCE: u32 = 4096;

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

/// Makes the pane, in one column or two, and tells which bytes of the text are on the screen.
pub(super) fn panes(scene: &Scene<'_>, galley: &mut Galley) -> (PaneView, Option<PaneView>, Span) {
    let (frame, top) = (&scene.frame, scene.view.top);
    let (left, right) = shown_rows(frame, &scene.article.document, galley, top);
    let rows = || left.iter().chain(&right);
    let shown = rows().next().map_or(Span::at(top), |first| {
        rows().fold(Span::at(first.span.start), |all, row| all.to(row.span))
    });
    let matcher = scene
        .view
        .search
        .as_ref()
        .and_then(|s| s.query.matcher().ok().flatten());
    let marker = Marker::new(scene, shown, matcher.as_ref());
    let (area, second) = frame.columns();
    let lines = |rows: &[Row], margin| -> Vec<Line> {
        let lines = rows.iter().map(|row| line(scene, &marker, row, margin));
        lines.collect()
    };
    let second = second.map(|area| PaneView {
        area,
        lines: lines(&right, Frame::second_margin()),
    });
    let lines = lines(&left, frame.margin);
    (PaneView { area, lines }, second, shown)
}

/// One row: a glyph in the gutter for the facts that begin on it, and its runs.
fn line(scene: &Scene<'_>, marker: &Marker<'_>, row: &Row, margin: u16) -> Line {
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
    let base = base_look(scene, row);
    let mut last: Option<Span> = None;
    for run in &row.runs {
        let mut at = margin.saturating_add(run.col);
        match run.content {
            Content::Ornament(ornament) => {
                let text = ornament_text(&ornament, &scene.article.document, scene.view.glyphs);
                let before = line.pieces.last().map(|piece| piece.look);
                if let (Ornament::Hyphen, Some(look)) = (ornament, before) {
                    // It belongs to the word, and to the mark on it.
                    line.push_at(at, text, look);
                    continue;
                }
                let role = if row.kind == RowKind::Rule {
                    Role::Line
                } else {
                    Role::Dim
                };
                line.push_at(at, text, role);
            }
            Content::Text(span) => {
                let gap = last.map(|last| Span {
                    start: last.end,
                    end: span.start,
                });
                if let Some(look) = gap.and_then(|gap| marker.over_gap(gap, base)) {
                    // A mark goes on over a gap that was widened.
                    let from = line.width();
                    line.push_at(from, " ".repeat(at.saturating_sub(from).into()), look);
                }
                last = Some(span);
                for (part, look) in marker.split(span, base) {
                    let text = scene.article.document.slice(part);
                    line.push_at(at, text, look);
                    at = line.width();
                }
            }
        }
    }
    line
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
    });
    look.receding = scene.view.skim;
    look
}

/// All that is laid over the text on the screen, by start.
struct Marker<'a> {
    scene: &'a Scene<'a>,
    evidence: Option<Span>,
    facts: Vec<(Span, FactId, Marked)>,
    hits: Vec<Span>,
    /// The sentences that do not recede.
    lit: Vec<Span>,
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
        let lit = if scene.view.skim {
            lit(scene, shown)
        } else {
            Vec::new()
        };
        Self {
            scene,
            evidence,
            facts,
            hits,
            lit,
        }
    }

    /// Whether a row shows some of the sentence that is the evidence of the selected fact.
    fn is_evidence(&self, row: Span) -> bool {
        self.evidence.is_some_and(|evidence| evidence.overlaps(row))
    }

    /// The look of the white space between two words of a row; none where nothing is laid over all of it.
    fn over_gap(&self, gap: Span, base: Look) -> Option<Look> {
        match self.split(gap, base).as_slice() {
            [(_, look)] if *look != base => Some(*look),
            _ => None,
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
            .chain(self.facts.iter().map(|f| f.0))
            .chain(self.hits.iter().copied())
            .chain(self.lit.iter().copied())
            .chain(self.evidence);
        for over in over.filter(|o| o.overlaps(span)) {
            cuts.extend(
                [over.start, over.end]
                    .into_iter()
                    .filter(|&p| span.contains(p)),
            );
        }
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
                    MarkKind::Link(_) | MarkKind::Jump(_) => look.inline.link = true,
                }
            }
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
        look.receding &= !self.lit.iter().any(|lit| lit.covers(part));
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

/// The sentences of the listed facts that may stand on the screen.
fn lit(scene: &Scene<'_>, shown: Span) -> Vec<Span> {
    let article = scene.article;
    let near = Span {
        start: Pos(shown.start.0.saturating_sub(LONGEST_SENTENCE)),
        end: Pos(shown.end.0.saturating_add(LONGEST_SENTENCE)),
    };
    let mentions = article.index.mentions_in(near);
    let mut lit: Vec<Span> = mentions
        .filter(|&(_, id)| is_listed(article, scene.view, id))
        .filter_map(|(span, id)| article.fact(id).filter(|fact| fact.span == span))
        .map(|fact| fact.sentence.to(fact.span))
        .filter(|sentence| sentence.overlaps(shown))
        .collect();
    lit.dedup();
    lit
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
