//! What is behind a fact: why it ranks where it does, and every place that speaks of its matter.

use super::Reader;
use crate::app::Effect;
use crate::article::stops;
use crate::command::{Command, Key, Resolution};
use crate::ui::Overlay;

impl Reader {
    /// Opens the reasons of the selected fact.
    pub(super) fn explain(&mut self) {
        if self.view.selected.is_some() {
            self.view.overlay = Some(Overlay::Why(0));
        } else {
            self.view.say("select a fact first");
        }
    }

    /// Gives a key to the reasons: those that walk facts walk on, and the reasons follow.
    pub(super) fn why_key(&mut self, key: Key) -> Option<Effect> {
        let mut pending = self.view.pending.clone();
        let Resolution::Run(command, count, _) = self.keymap.resolve(&mut pending, key) else {
            return self.scroll_overlay(key);
        };
        let times = isize::try_from(count.unwrap_or(1)).unwrap_or(isize::MAX);
        match command {
            Command::NextFact => self.walk_facts(times),
            Command::PreviousFact => self.walk_facts(-times),
            Command::NextMention => self.next_mention(times),
            _ => return self.scroll_overlay(key),
        }
        self.view.pending = pending;
        self.view.overlay = Some(Overlay::Why(0));
        None
    }

    /// Closes the reasons when their fact is no longer selected.
    pub(super) fn close_lost_why(&mut self) {
        if self.view.selected.is_none() && matches!(self.view.overlay, Some(Overlay::Why(_))) {
            self.view.overlay = None;
        }
    }

    /// To the next place that says the same as the selected fact or contradicts it, or `by` places on.
    pub(super) fn next_mention(&mut self, by: isize) {
        let selected = self.view.selected;
        let Some((id, fact)) = selected.and_then(|id| Some((id, self.article.fact(id)?))) else {
            self.view.say("select a fact first");
            return;
        };
        let stops = stops(&self.article, id, |other| !self.view.is_dismissed(other));
        if stops.len() < 2 {
            self.view.say("it is said only here");
            return;
        }
        let here = (
            id,
            self.view.mention.min(fact.mentions.len().saturating_sub(1)),
        );
        let at = stops.iter().position(|&stop| stop == here).unwrap_or(0);
        let by = by.unsigned_abs() % stops.len();
        let Some(&(next, number)) = stops.get((at + by) % stops.len()) else {
            return;
        };
        let Some(to) = self.article.fact(next) else {
            return;
        };
        let (pos, many) = (to.mention(number).start, to.mentions.len());
        let said = if next == id {
            format!("mention {} of {many}", number + 1)
        } else {
            let words = crate::document::clean_line(self.article.document.slice(to.span));
            format!("another value: {words}")
        };
        self.view.selected = Some(next);
        self.view.note = None;
        self.view.mention = number;
        self.reveal(pos);
        self.centre(pos);
        self.view.say(said);
    }
}
