//! What was remembered comes back: the place, marks, folded sections, dismissed facts.

use super::Reader;
use crate::app::Placed;
use crate::app::memory::Taken;
use crate::article::{Article, State};
use crate::command::Command;
use crate::store::Anchor;
use crate::text::{Pos, Span};
use crate::ui::Awaited;

/// Whether a person has begun to read what is on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Eye {
    /// The text is not seen yet, or only just.
    NotYet,
    /// The text was there for long enough: it must not move by itself.
    OnText,
}

impl Reader {
    /// The text on the screen, as of the last change.
    pub fn shown(&self) -> Span {
        self.shown
    }

    /// Shows no text until the place where the reader stopped is there, if it is not: whoever goes on reading wants to see
    /// that, and not the beginning first. Any key shows what there is.
    pub(in crate::app) fn await_place(&mut self, place: Pos) {
        let is_missing = place.get() >= self.article.document.text().len();
        let waits = is_missing && self.article.state == State::Beginning && self.is_at_rest();
        self.view.awaited = waits.then_some(Awaited::Place);
    }

    /// Shows no text until the database has said where the reader stopped, or any key is typed.
    pub(in crate::app) fn await_answer(&mut self) {
        self.view.awaited = self.is_at_rest().then_some(Awaited::Answer);
    }

    /// What is awaited before any text is shown.
    pub(in crate::app) fn awaits(&self) -> Option<Awaited> {
        self.view.awaited
    }

    /// Shows the text there is: the word of the database did not come in time.
    pub(in crate::app) fn await_no_longer(&mut self) {
        self.view.awaited = None;
        self.settle();
    }

    /// Takes what was remembered of this article. The place where the reader stopped is gone to, unless the reader is
    /// somewhere else already or reads at the beginning: then it is told how to get there.
    pub fn recall(&mut self, placed: &Placed, eye: Eye) {
        let settled = eye == Eye::OnText && self.view.awaited.is_none();
        self.view.awaited = None;
        for &(letter, pos) in &placed.marks {
            self.view.marks.entry(letter).or_insert(pos);
        }
        self.view
            .folded
            .extend(placed.folds.iter().map(|(id, _)| *id));
        self.view
            .dismissed
            .extend(placed.dismissed.iter().map(|(key, _)| *key));
        match placed.top {
            Some(top) if top > Pos(0) && self.view.top != top => {
                self.continue_at(top, settled);
            }
            None if placed.lost && self.article.state > State::Beginning && self.is_at_rest() => {
                self.view
                    .say("the article has changed: the place where you stopped is gone");
            }
            _ => {}
        }
        self.settle();
    }

    /// Takes back what was recalled and is not remembered any more.
    pub(in crate::app) fn take_back(&mut self, taken: &Taken) {
        for fact in &taken.dismissed {
            self.view.dismissed.remove(fact);
        }
        for id in &taken.folds {
            self.view.folded.remove(id);
        }
        self.settle();
    }

    /// Whether the reader has not gone anywhere yet.
    fn is_at_rest(&self) -> bool {
        self.view.top == Pos(0) && self.view.overlay.is_none() && self.view.search.is_none()
    }

    fn continue_at(&mut self, top: Pos, settled: bool) {
        let rested = self.is_at_rest() && !settled;
        let at = if rested { top } else { self.view.top };
        self.view.top = at;
        self.settle();
        let end = self.article.index.body_end().get().max(1);
        let percent = |pos: Pos| (pos.get() as u64 * 100 / end as u64).min(100);
        if rested {
            self.view.furthest = self.view.furthest.max(self.shown.end);
            let first = self.keymap.key_of(Command::Top);
            self.view.say(format!(
                "continued where you stopped, at {}%; {first} goes to the beginning",
                percent(self.shown.end)
            ));
        } else {
            self.view.jumps.leave(top);
            self.view.say(format!(
                "you had stopped at {}%: '' goes there",
                percent(top)
            ));
        }
    }

    /// Finds the places of the reader again in another version of the article. What has none any more is out of the
    /// view; where the reader was is kept as near as can be.
    pub(super) fn find_again(&mut self, old: &Article) {
        let (old, new) = (&old.document, &self.article.document);
        let again = |span: Span| Anchor::of(old, span).find(new).span();
        let end = new.text().len();
        let near = crate::text::floor_boundary(new.text(), self.view.top.get().min(end));
        self.view.top = again(Span::at(self.view.top)).map_or(Pos::new(near), |span| span.start);
        self.view.marks = std::mem::take(&mut self.view.marks)
            .into_iter()
            .filter_map(|(letter, pos)| Some((letter, again(Span::at(pos))?.start)))
            .collect();
        self.view.dismissed = std::mem::take(&mut self.view.dismissed)
            .into_iter()
            .filter_map(|(span, kind)| Some((again(span)?, kind)))
            .collect();
        self.view.folded = std::mem::take(&mut self.view.folded)
            .into_iter()
            .filter_map(|id| {
                let title = again(old.outline().section(id)?.title)?;
                let id = new.outline().section_at(title.start);
                new.outline().has_parts(id).then_some(id)
            })
            .collect();
    }
}
