//! The mouse in the text: a click follows a link, shows where a picture is, or selects a fact or a note; a drag selects
//! words.
//!
//! A drag takes what it begins on and what it ends on, both whole: grapheme clusters; after a double click words, after
//! a triple one sentences. Beyond an end of a row it takes the row up to that end. At the upper and lower edge the text
//! scrolls under it, as long as the button is held. What was selected stays selected when the button comes up, as if
//! keys had selected it.

use ratatui::layout::Position;

use super::{Drag, Reader};
use crate::app::{Effect, Pointer};
use crate::article::{Address, Aim};
use crate::facts::FactId;
use crate::text::{Pos, Span, step};
use crate::ui::{Line, Overlay, Pane, PaneView, Screen, Target, address_of};

/// What a drag takes whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unit {
    Cluster,
    Word,
    Sentence,
}

/// A press in the text, which may become a drag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::app::reader) struct Sweep {
    /// What was pressed on: one unit, or nothing at the end of a row.
    origin: Span,
    unit: Unit,
    /// The link or picture that was pressed on, to be followed when the button comes up at the same place.
    link: Option<Aim>,
    /// Whether the mouse was moved since.
    moved: bool,
    /// Where the mouse is.
    at: (u16, u16),
}

impl Reader {
    /// A press in the text.
    pub(super) fn press_text(
        &mut self,
        line: Option<&Line>,
        column: u16,
        (pointer, clicks): (Pointer, u8),
    ) -> Option<Effect> {
        self.view.focus = Pane::Text;
        self.view.selection = None;
        if line.is_some_and(|line| line.target == Target::Hidden) {
            return self.show_hidden();
        }
        let unit = match clicks {
            2 => Unit::Word,
            3.. => Unit::Sentence,
            _ => Unit::Cluster,
        };
        let at = (pointer.column, pointer.row);
        let under = self.drawn.as_ref().and_then(|screen| point(screen, at))?;
        let sweep = Sweep {
            origin: self.whole(unit, under),
            unit,
            link: self.aim_under(pointer).filter(|_| clicks == 1),
            moved: false,
            at,
        };
        self.drag = Some(Drag::Text(sweep));
        if unit != Unit::Cluster {
            self.take_up_to(sweep, under);
        } else if let Some(line) = line
            && let Some(pos) = line.pos_at(column)
            && sweep.link.is_none()
        {
            self.select_marked(line, column, pos);
        }
        None
    }

    /// Selects the fact or the note at a place of a row.
    fn select_marked(&mut self, line: &Line, column: u16, pos: Pos) {
        if let Some((id, mention)) = self.fact_under(line, column, pos) {
            self.view.selected = Some(id);
            self.view.mention = mention;
            return;
        }
        if let Some(id) = self.view.notes.at(pos).map(|note| note.id) {
            self.view.note = Some(id);
            self.view.selected = None;
            self.say_note(id);
        }
    }

    /// Goes on with a drag over the text.
    pub(super) fn sweep_to(&mut self, sweep: Sweep, at: (u16, u16)) {
        let sweep = Sweep {
            moved: sweep.moved || sweep.at != at,
            at,
            ..sweep
        };
        self.drag = Some(Drag::Text(sweep));
        if !sweep.moved {
            return;
        }
        if self.drawn.is_none() {
            self.next_screen();
        }
        if let Some(to) = self.drawn.as_ref().and_then(|screen| point(screen, at)) {
            self.take_up_to(sweep, to);
        }
    }

    /// The button came up over the text: a link that was clicked is followed.
    pub(super) fn end_sweep(&mut self, sweep: Sweep) -> Option<Effect> {
        if self.view.selection.is_some_and(|s| s.span().is_empty()) {
            self.view.selection = None;
        }
        let aim = sweep.link.filter(|_| !sweep.moved)?;
        let target = address_of(&self.article.document, Some(aim));
        if matches!((aim, target), (Aim::Picture(_), Some(Address::File(..)))) {
            // What is clicked by chance starts nothing: it is shown first.
            self.view.overlay = Some(Overlay::Address(Some(aim)));
            return None;
        }
        self.follow(aim)
    }

    /// Whether the text is to scroll under a drag that stands still at its edge.
    pub fn autoscrolls(&self) -> bool {
        self.pull() != 0
    }

    /// Scrolls by a row under a drag that stands at the edge of the text, and selects on.
    pub fn autoscroll(&mut self) {
        let (by, Some(Drag::Text(sweep))) = (self.pull(), self.drag) else {
            return;
        };
        self.scroll(by);
        self.settle();
        self.next_screen();
        self.sweep_to(sweep, sweep.at);
        self.settle();
    }

    /// By how many rows a drag at the edge of the text scrolls it; 0 where there is nothing more that way.
    fn pull(&self) -> isize {
        let (Some(Drag::Text(sweep)), Some(screen)) = (self.drag, &self.drawn) else {
            return 0;
        };
        let area = screen.text.area;
        // The edge of the screen cannot be passed.
        let top = area.top().max(1);
        let bottom = area.bottom().min(screen.size.rows.saturating_sub(1));
        let (_, row) = sweep.at;
        let first = self.article.document.blocks().first();
        if !sweep.moved || area.height < 2 {
            0
        } else if row < top && first.is_some_and(|b| self.shown.start > b.span.start) {
            -1
        } else {
            isize::from(row >= bottom && self.shown.end < self.article.index.body_end())
        }
    }

    /// Selects from where a drag began up to a place, both taken whole.
    fn take_up_to(&mut self, sweep: Sweep, to: Span) {
        let (from, to) = (sweep.origin, self.whole(sweep.unit, to));
        if to.start >= from.start {
            self.select_text(from.start, from.end.max(to.end));
        } else {
            self.select_text(from.end, to.start);
        }
    }

    /// The unit around a place; the place itself where there is none.
    fn whole(&self, unit: Unit, of: Span) -> Span {
        let text = self.article.document.text();
        match unit {
            Unit::Cluster => of,
            Unit::Word => step::word_at(text, of.start).unwrap_or(of),
            Unit::Sentence => self.sentence_around(of.start).trim(text),
        }
    }

    /// The link or picture under the mouse.
    pub(super) fn aim_under(&self, pointer: Pointer) -> Option<Aim> {
        let links = &self.drawn.as_ref()?.links;
        let here = Position::new(pointer.column, pointer.row);
        let over = links.iter().find(|link| link.area.contains(here));
        over.map(|link| link.aim)
    }

    /// The fact that is marked at a place of a row, and which of its mentions stands there.
    fn fact_under(&self, line: &Line, column: u16, pos: Pos) -> Option<(FactId, usize)> {
        let (kind, _) = line.piece_at(column)?.look.fact?;
        let here = Span {
            start: pos,
            end: pos.plus(1),
        };
        let over = self.article.index.mentions_in(here);
        let of_kind = over.filter(|(span, id)| {
            span.contains(pos) && self.article.fact(*id).is_some_and(|f| f.kind == kind)
        });
        let (span, id) = of_kind.min_by_key(|(span, _)| span.len())?;
        let mentions = &self.article.fact(id)?.mentions;
        Some((id, mentions.iter().position(|&m| m == span).unwrap_or(0)))
    }
}

/// The grapheme cluster of the text at a cell of the screen or nearest to it; nothing but a place before the first or
/// after the last cell of a row. None where no text is on the screen.
fn point(screen: &Screen, (column, row): (u16, u16)) -> Option<Span> {
    let second = screen.second.as_ref();
    let pane = second
        .filter(|pane| column >= pane.area.x)
        .unwrap_or(&screen.text);
    point_in(pane, column, row).or_else(|| point_in(&screen.text, column, row))
}

fn point_in(pane: &PaneView, column: u16, row: u16) -> Option<Span> {
    let at = usize::from(row.saturating_sub(pane.area.y));
    let column = column.saturating_sub(pane.area.x);
    if let Some(found) = pane
        .lines
        .get(at)
        .and_then(|line| line.cluster_near(column))
        && row >= pane.area.y
    {
        return Some(found);
    }
    // Between two blocks: where the one above ends, or else where the one below begins.
    let above = pane
        .lines
        .iter()
        .take(if row < pane.area.y { 0 } else { at });
    let above = above.rev().find_map(Line::span);
    let below = || pane.lines.iter().skip(at).find_map(Line::span);
    above
        .map(|span| Span::at(span.end))
        .or_else(|| below().map(|span| Span::at(span.start)))
}
