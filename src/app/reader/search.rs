//! Search: as it is typed, from hit to hit.

use std::sync::Arc;

use super::Reader;
use crate::app::Effect;
use crate::document::BlockKind;
use crate::index::{Matcher, Query};
use crate::text::{Pos, Span};
use crate::ui::{Input, Overlay, Search, SearchStart};

/// Texts up to this many bytes are counted at once; longer ones by a worker.
const COUNT_AT_ONCE: usize = 256 * 1024;

impl Reader {
    /// Opens the prompt.
    pub(super) fn open_search(&mut self) {
        let regex = self.view.search.as_ref().is_some_and(|s| s.query.regex);
        let before = self.view.search.take();
        let start = SearchStart {
            input: Input::default(),
            regex,
            from: self.view.top,
            before,
        };
        self.view.overlay = Some(Overlay::Search(start));
    }

    /// Takes what is typed so far: goes to the first hit from where the reader was.
    pub(super) fn search_typed(&mut self) -> Option<Effect> {
        let Some(Overlay::Search(start)) = &self.view.overlay else {
            return None;
        };
        let query = Query {
            pattern: start.input.text().to_owned(),
            regex: start.regex,
        };
        let from = start.from;
        self.view.top = from;
        let before = self.view.search.take();
        let Ok(Some(matcher)) = query.matcher() else {
            return None;
        };
        let hit = match before.filter(|before| query.continues(&before.query)) {
            // What was not found is not found with more letters.
            Some(before) => before.current.map(|hit| hit.start),
            None => Some(from),
        }
        .and_then(|begin| {
            let again = (begin > Pos(0)).then_some(Pos(0));
            self.next_shown(&matcher, begin)
                .or_else(|| self.next_shown(&matcher, again?))
        });
        self.view.search = Some(Search {
            query,
            current: hit,
            hits: None,
        });
        if let Some(hit) = hit {
            self.centre(hit.start);
        }
        self.count(&matcher)
    }

    /// Looks again for what is typed so far, in a text that was not all there.
    pub(super) fn search_typed_again(&mut self) {
        if matches!(self.view.overlay, Some(Overlay::Search(_)))
            && self.view.search.take().is_some()
        {
            // The hits are counted with the next letter.
            self.search_typed();
        }
    }

    /// Ends the typing: the search stays on.
    pub(super) fn search_accepted(&mut self) {
        let Some(Overlay::Search(start)) = self.view.overlay.take() else {
            return;
        };
        let query = Query {
            pattern: start.input.text().to_owned(),
            regex: start.regex,
        };
        match query.matcher() {
            Err(sentence) => self.view.complain(sentence),
            Ok(None) => {
                // An empty prompt repeats the search before it.
                self.view.search = start.before;
                self.walk_hits(1);
            }
            Ok(Some(_)) => {
                if self
                    .view
                    .search
                    .as_ref()
                    .is_some_and(|s| s.current.is_none())
                {
                    self.view
                        .complain(format!("{} is not in the text", query.pattern));
                } else if self.view.top != start.from {
                    self.view.jumps.leave(start.from);
                }
            }
        }
    }

    /// Gives the typing up: everything is as before.
    pub(super) fn search_given_up(&mut self) {
        if let Some(Overlay::Search(start)) = self.view.overlay.take() {
            self.view.top = start.from;
            self.view.search = start.before;
        }
    }

    /// Puts a search on, and goes to its first hit from where the reader is.
    pub(in crate::app) fn search_for(&mut self, search: Search) {
        self.view.search = Some(search);
        self.walk_hits(1);
        self.settle();
    }

    /// To the next or an earlier hit, round the end of the text if need be.
    pub(super) fn walk_hits(&mut self, by: isize) -> Option<Effect> {
        let Some(search) = self.view.search.clone() else {
            let key = self.keymap.way_to(crate::command::Command::Search);
            self.view.say(format!("no search is on; {key} begins one"));
            return None;
        };
        let matcher = search.query.matcher().ok().flatten()?;
        // Where a hit is on the screen the walk goes on from it, otherwise from what is on the screen.
        let here = search.current.filter(|hit| hit.overlaps(self.shown));
        let mut at = here;
        let mut wrapped = false;
        for _ in 0..by.unsigned_abs() {
            let hit = if by > 0 {
                let from = at.map_or(self.place(), |hit| hit.end);
                self.next_shown(&matcher, from).or_else(|| {
                    wrapped = true;
                    self.next_shown(&matcher, Pos(0))
                })
            } else {
                let before = at.map_or(self.place(), |hit| hit.start);
                self.previous_shown(&matcher, before).or_else(|| {
                    wrapped = true;
                    self.previous_shown(&matcher, Pos::new(self.article.document.text().len()))
                })
            };
            if hit.is_none() {
                break;
            }
            at = hit;
        }
        let Some(hit) = at else {
            self.view
                .complain(format!("{} is not in the text", search.query.pattern));
            return None;
        };
        if here.is_none() {
            self.view.jumps.leave(self.view.top);
        }
        if let Some(search) = &mut self.view.search {
            search.current = Some(hit);
        }
        self.centre(hit.start);
        if wrapped {
            self.view.say(if by > 0 {
                "from the beginning again"
            } else {
                "from the end again"
            });
        }
        self.count(&matcher)
    }

    /// Counts the hits of the search that is on, or asks for it where the text is long.
    fn count(&mut self, matcher: &Matcher) -> Option<Effect> {
        if self.article.document.text().len() > COUNT_AT_ONCE {
            return self.count_effect();
        }
        let hits = self.only_shown(matcher.all(self.article.document.text()).into());
        if let Some(search) = &mut self.view.search {
            search.hits = Some(hits);
        }
        None
    }

    /// Counts anew, since other parts of the text are shown.
    pub(super) fn count_again(&mut self) -> Option<Effect> {
        let search = self.view.search.as_mut()?;
        search.hits = None;
        let matcher = search.query.matcher().ok().flatten()?;
        self.count(&matcher)
    }

    /// The hits that stand in text that is shown. O(hits log blocks).
    pub(super) fn only_shown(&self, hits: Arc<[Pos]>) -> Arc<[Pos]> {
        let hidden = |at: Pos| self.hidden_around(Span::at(at)).is_some();
        if hits.iter().any(|&at| hidden(at)) {
            return hits.iter().copied().filter(|&at| !hidden(at)).collect();
        }
        hits
    }

    /// The first hit from `from` on that stands in text that is shown.
    fn next_shown(&self, matcher: &Matcher, from: Pos) -> Option<Span> {
        let mut at = from;
        loop {
            let hit = matcher.next(self.article.document.text(), at)?;
            match self.hidden_around(hit) {
                None => return Some(hit),
                Some(hidden) => at = hidden.end.max(hit.end),
            }
        }
    }

    /// The last hit before `before` that stands in text that is shown.
    fn previous_shown(&self, matcher: &Matcher, before: Pos) -> Option<Span> {
        let mut at = before;
        loop {
            let hit = matcher.previous(self.article.document.text(), at)?;
            match self.hidden_around(hit) {
                None => return Some(hit),
                Some(hidden) => at = hidden.start.min(hit.start),
            }
        }
    }

    /// The hidden block that a hit stands in.
    fn hidden_around(&self, hit: Span) -> Option<Span> {
        if self.view.hidden_shown {
            return None;
        }
        let document = &self.article.document;
        let block = document
            .block_at(hit.start)
            .and_then(|id| document.block(id))?;
        (block.kind == BlockKind::Boilerplate).then_some(block.span)
    }
}
