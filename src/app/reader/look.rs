//! Focus, panes, measure, theme, hidden parts.

use super::Reader;
use crate::app::Effect;
use crate::document::{BlockKind, SectionId};
use crate::text::Pos;
use crate::ui::{Pane, Panes};

/// The narrowest and the widest column of text that keys choose, in columns.
const MEASURES: std::ops::RangeInclusive<u16> = 20..=200;

impl Reader {
    /// Gives the focus to the pane that is `by` further on.
    pub(super) fn turn_focus(&mut self, by: isize) {
        let panes = [Pane::Sections, Pane::Text, Pane::Facts];
        let at = panes
            .iter()
            .position(|&p| p == self.view.focus)
            .unwrap_or(1);
        let to = (at.cast_signed() + by % 3).rem_euclid(3).cast_unsigned();
        let to = panes.get(to).copied().unwrap_or_default();
        self.focus(to);
    }

    /// Gives the focus to a pane, for a digit that may yet turn out to begin a number.
    pub(super) fn focus_by_digit(&mut self, pane: Pane) {
        self.view
            .before_digit
            .get_or_insert((self.view.focus, self.view.panes));
        self.focus(pane);
    }

    /// Gives the focus to a pane. What is selected there is what the text shows.
    pub(super) fn focus(&mut self, pane: Pane) {
        if pane == Pane::Sections {
            self.view.section = self.article.document.outline().section_at(self.place());
        }
        if pane == Pane::Facts && self.view.selected.is_none() && self.view.note.is_none() {
            let place = self.place();
            let listed = self.listed();
            let near = listed
                .iter()
                .find(|&&id| self.article.fact(id).is_some_and(|f| f.span.start >= place));
            self.view.selected = near.or(listed.last()).copied();
            self.view.mention = 0;
            if self.view.selected.is_none() {
                self.view.note = self.view.notes.iter().next().map(|n| n.id);
            }
        }
        self.view.focus = pane;
    }

    /// Shows or hides a pane.
    pub(super) fn toggle(&mut self, pane: Pane) {
        let frame = crate::ui::Frame::of(&self.view, self.size);
        let (over, wanted) = match pane {
            Pane::Sections => (frame.sections_over, &mut self.view.panes.sections),
            Pane::Facts => (frame.facts_over, &mut self.view.panes.facts),
            Pane::Text => return,
        };
        if over {
            let to = if self.view.focus == pane {
                Pane::Text
            } else {
                pane
            };
            self.focus(to);
            return;
        }
        *wanted = !*wanted;
        let hidden = !*wanted;
        if hidden && self.view.focus == pane {
            self.view.focus = Pane::Text;
        }
    }

    /// The text alone, or the panes that there were before.
    pub(super) fn zen(&mut self) {
        self.view.focus = Pane::Text;
        let widths = self.view.panes.widths;
        let none = Panes {
            sections: false,
            facts: false,
            widths,
        };
        if self.view.panes == none {
            self.view.panes = self.view.before_zen.take().unwrap_or(Panes {
                sections: true,
                facts: true,
                widths,
            });
        } else {
            self.view.before_zen = Some(self.view.panes);
            self.view.panes = none;
        }
    }

    /// Makes the column of text wider or narrower.
    pub(super) fn change_measure(&mut self, by: isize) {
        let frame = crate::ui::Frame::of(&self.view, self.size);
        // From what is seen, not from what is wished: a key must always do something.
        let from = if by < 0 {
            self.view.measure.min(frame.measure)
        } else {
            self.view.measure
        };
        let to = i32::from(from) + i32::try_from(by).unwrap_or(0);
        let to = u16::try_from(to.max(0))
            .unwrap_or(u16::MAX)
            .clamp(*MEASURES.start(), *MEASURES.end());
        self.view.measure = to;
        self.view.say(format!("at most {to} columns of text"));
    }

    /// The column as it was at first.
    pub(super) fn default_measure(&mut self) {
        self.view.measure = self.first_measure;
        self.view
            .say(format!("at most {} columns of text", self.view.measure));
    }

    /// Shows what the cleaner hid, or hides it again.
    pub(super) fn show_hidden(&mut self) -> Option<Effect> {
        let hidden = self
            .article
            .document
            .blocks()
            .iter()
            .filter(|b| b.kind == BlockKind::Boilerplate)
            .count();
        if hidden == 0 {
            self.view.say("nothing was hidden");
            return None;
        }
        self.view.hidden_shown = !self.view.hidden_shown;
        let parts = if hidden == 1 {
            "one part that is".to_owned()
        } else {
            format!("{hidden} parts that are")
        };
        let does = if self.view.hidden_shown {
            "shown"
        } else {
            "hidden again"
        };
        self.view.say(format!("{parts} no article: {does}"));
        self.count_again()
    }

    /// Makes sure that a place can be seen: unfolds its section, shows hidden parts when it stands in one.
    pub(super) fn reveal(&mut self, pos: Pos) {
        let document = &self.article.document;
        let block = document.block_at(pos).and_then(|id| document.block(id));
        if block.is_some_and(|b| b.kind == BlockKind::Boilerplate) {
            self.view.hidden_shown = true;
            self.settle();
        }
        self.view.section = document_section(self, pos);
    }
}

/// The section of a place.
fn document_section(reader: &Reader, pos: Pos) -> SectionId {
    reader.article.document.outline().section_at(pos)
}
