//! Facts: walking, selecting, dismissing.

use super::Reader;
use crate::facts::FactId;
use crate::text::Pos;
use crate::ui::{Entry, Order, Pane, listing};

impl Reader {
    /// To the facts after or before the selected one, in the order of the panel. Without a selected one, from the
    /// place of the reader in the text.
    pub(super) fn walk_facts(&mut self, by: isize) {
        let listed = self.listed();
        if listed.is_empty() {
            self.view.say("no facts are listed");
            return;
        }
        let at = self
            .view
            .selected
            .and_then(|id| listed.iter().position(|&l| l == id));
        let to = match at {
            Some(at) => at.cast_signed().saturating_add(by),
            None => self.first_step(&listed, by),
        };
        let last = listed.len().cast_signed() - 1;
        if to > last && at == Some(listed.len() - 1) {
            self.view.say("this is the last fact");
        } else if to < 0 && at == Some(0) {
            self.view.say("this is the first fact");
        }
        if at.is_none() {
            self.view.jumps.leave(self.view.top);
        }
        if let Some(&id) = listed.get(to.clamp(0, last).cast_unsigned()) {
            self.select(id);
        }
    }

    /// Up or down in the panel, over facts and notes.
    pub(super) fn walk_panel(&mut self, by: isize) {
        let entries: Vec<Entry> = listing(&self.article, &self.view)
            .into_iter()
            .filter(|entry| matches!(entry, Entry::Fact(_) | Entry::Note(_)))
            .collect();
        let here = match (self.view.note, self.view.selected) {
            (Some(id), _) => Some(Entry::Note(id)),
            (None, Some(id)) => Some(Entry::Fact(id)),
            (None, None) => None,
        };
        let at = here.and_then(|here| entries.iter().position(|&e| e == here));
        let (Some(at), last) = (at, entries.len().saturating_sub(1)) else {
            self.walk_facts(by);
            return;
        };
        let to = at.cast_signed().saturating_add(by);
        let to = to.clamp(0, last.cast_signed()).cast_unsigned();
        match entries.get(to).copied() {
            Some(entry) if to == at && matches!(entry, Entry::Note(_)) => {
                let which = if by > 0 { "last" } else { "first" };
                self.view.say(format!("this is the {which} entry"));
            }
            Some(Entry::Note(id)) => self.go_to_note(id),
            Some(Entry::Fact(_)) if to == at => self.walk_facts(by),
            Some(Entry::Fact(id)) => self.select(id),
            _ => {}
        }
    }

    /// Where a walk begins when no fact is selected: in reading order from the first or last fact on the screen.
    fn first_step(&self, listed: &[FactId], by: isize) -> isize {
        if self.view.order != Order::Reading {
            return if by > 0 { by - 1 } else { 0 };
        }
        let starts_before = |pos: Pos| {
            listed
                .partition_point(|&id| self.article.fact(id).is_some_and(|f| f.span.start < pos))
                .cast_signed()
        };
        if by > 0 {
            starts_before(self.place()).saturating_add(by - 1)
        } else {
            starts_before(self.place()).saturating_add(by)
        }
    }

    /// Selects a fact and shows its evidence.
    pub(super) fn select(&mut self, id: FactId) {
        let Some(fact) = self.article.fact(id) else {
            return;
        };
        let at = fact.span.start;
        self.view.selected = Some(id);
        self.view.note = None;
        self.view.mention = fact
            .mentions
            .iter()
            .position(|&m| m == fact.span)
            .unwrap_or(0);
        self.reveal(at);
        self.centre(at);
    }

    /// Dismisses the selected fact, or so many from it on, and goes to the one after that.
    pub(super) fn dismiss(&mut self, times: isize) {
        let listed = self.listed();
        let selected = self.view.selected;
        let Some(at) = selected.and_then(|id| listed.iter().position(|&l| l == id)) else {
            self.view.say("select a fact first");
            return;
        };
        let (before, rest) = listed.split_at(at);
        let (gone, after) = rest.split_at(times.unsigned_abs().min(rest.len()));
        for fact in gone.iter().filter_map(|&id| self.article.fact(id)) {
            self.view.dismissed.insert((fact.span, fact.kind));
        }
        self.view.selected = None;
        if let Some(&next) = after.first().or(before.last()) {
            self.select(next);
        }
        let back = self.keymap.way_to(crate::command::Command::Restore);
        let count = match gone.len() {
            1 => String::new(),
            n => format!("{n} facts "),
        };
        self.view.say(format!(
            "{count}dismissed; {back} brings dismissed facts back"
        ));
    }

    /// Brings all dismissed facts back.
    pub(super) fn restore(&mut self) {
        let count = self.view.dismissed.len();
        self.view.dismissed.clear();
        self.view.say(match count {
            0 => "no fact was dismissed".to_owned(),
            1 => "one fact is back".to_owned(),
            n => format!("{n} facts are back"),
        });
    }

    /// Jumps to what is selected in the focused pane, and goes back to the text.
    pub(super) fn enter(&mut self, times: isize) {
        match self.view.focus {
            Pane::Text => match (self.view.note, self.view.selected) {
                (Some(id), _) => self.go_to_note(id),
                (None, Some(id)) => self.select(id),
                (None, None) => self.step(times),
            },
            Pane::Sections => {
                let id = self.view.section;
                self.view.jumps.leave(self.view.top);
                self.view.focus = Pane::Text;
                self.go_to_section(id);
            }
            Pane::Facts if self.view.note.is_some() => {
                let Some(id) = self.view.note else { return };
                self.view.jumps.leave(self.view.top);
                self.view.focus = Pane::Text;
                self.go_to_note(id);
            }
            Pane::Facts => {
                let first = self.listed().first().copied();
                if let Some(id) = self.view.selected.or(first) {
                    self.view.jumps.leave(self.view.top);
                    self.view.focus = Pane::Text;
                    self.settle();
                    self.select(id);
                }
            }
        }
    }
}
