//! Facts and search in plain lines.

use super::{Linear, Turn};
use crate::article::stops;
use crate::document::BlockKind;
use crate::facts::FactId;
use crate::index::{Matcher, Query};
use crate::text::{Pos, Span};
use crate::ui::{Density, Entry, Order, Search, linear, listing};

impl Linear {
    /// The facts that are listed, in their order.
    fn listed(&self) -> Vec<FactId> {
        listing(&self.article, &self.view)
            .into_iter()
            .filter_map(|entry| match entry {
                Entry::Fact(id) => Some(id),
                Entry::Notes | Entry::Note(_) | Entry::Section(_) | Entry::Kind(_) => None,
            })
            .collect()
    }

    /// To the facts after or before the selected one; without one, from where the reader is.
    pub(super) fn walk_facts(&mut self, by: isize, turn: &mut Turn) {
        let listed = self.listed();
        if listed.is_empty() {
            return turn.say("No facts are listed.");
        }
        let selected = self.view.selected;
        let at = selected.and_then(|id| listed.iter().position(|&l| l == id));
        let to = match at {
            Some(at) => at.cast_signed().saturating_add(by),
            None if self.view.order == Order::Reading => {
                let before = |id: &FactId| {
                    let fact = self.article.fact(*id);
                    fact.is_some_and(|fact| fact.span.start < self.view.top)
                };
                let passed = listed.iter().filter(|id| before(id)).count().cast_signed();
                passed.saturating_add(if by > 0 { by - 1 } else { by })
            }
            None => by - 1,
        };
        let last = listed.len().cast_signed() - 1;
        if to > last {
            turn.say("This is the last fact.");
        } else if to < 0 {
            turn.say("This is the first fact.");
        }
        if let Some(&id) = listed.get(to.clamp(0, last).cast_unsigned()) {
            self.select(id, turn);
        }
    }

    /// To the fact of a number, from 1.
    pub(super) fn go_to_fact(&mut self, number: usize, turn: &mut Turn) {
        let all = self.article.findings.facts.len();
        match number.checked_sub(1).filter(|&index| index < all) {
            Some(index) => self.select(FactId::new(index), turn),
            None => turn.say(format!("There is no fact {number}; there are {all}.")),
        }
    }

    /// Selects a fact, goes to its paragraph and says it.
    fn select(&mut self, id: FactId, turn: &mut Turn) {
        let Some(fact) = self.article.fact(id) else {
            return;
        };
        let at = fact.span.start;
        self.view.mention = fact
            .mentions
            .iter()
            .position(|&m| m == fact.span)
            .unwrap_or(0);
        self.view.selected = Some(id);
        self.say_fact(id, at, turn);
    }

    /// Says why the selected fact ranks where it does.
    pub(super) fn explain(&mut self, turn: &mut Turn) {
        match self.view.selected {
            Some(id) => turn.said.extend(linear::why(&self.article, id)),
            None => turn.say("Go to a fact first."),
        }
    }

    /// To the next place that says the same as the selected fact, or contradicts it.
    pub(super) fn next_mention(&mut self, by: isize, turn: &mut Turn) {
        let selected = self.view.selected;
        let Some((id, fact)) = selected.and_then(|id| Some((id, self.article.fact(id)?))) else {
            return turn.say("Go to a fact first.");
        };
        let stops = stops(&self.article, id, |other| !self.view.is_dismissed(other));
        if stops.len() < 2 {
            return turn.say("It is said only here.");
        }
        let here = (
            id,
            self.view.mention.min(fact.mentions.len().saturating_sub(1)),
        );
        let at = stops.iter().position(|&stop| stop == here).unwrap_or(0);
        let by = by.unsigned_abs() % stops.len();
        let next = stops.get((at + by) % stops.len());
        let Some((next, number, to)) =
            next.and_then(|&(next, number)| Some((next, number, self.article.fact(next)?)))
        else {
            return;
        };
        let (pos, many) = (to.mention(number).start, to.mentions.len());
        turn.say(if next == id {
            format!("Place {} of {many}.", number + 1)
        } else {
            "Another value.".to_owned()
        });
        (self.view.selected, self.view.mention) = (Some(next), number);
        self.say_fact(next, pos, turn);
    }

    /// Goes to a mention of a fact and says it.
    fn say_fact(&mut self, id: FactId, at: Pos, turn: &mut Turn) {
        let from = self.view.top;
        self.jump(at);
        let said = linear::fact(&self.article, &self.view, id, from);
        turn.said.extend(said);
    }

    pub(super) fn next_density(&mut self, turn: &mut Turn) {
        let (density, says) = match self.view.density {
            Density::Key => (Density::All, "All facts are said."),
            Density::All => (Density::Off, "No facts are said after paragraphs."),
            Density::Off => (Density::Key, "Key facts are said."),
        };
        self.view.density = density;
        turn.say(says);
    }

    pub(super) fn next_order(&mut self, turn: &mut Turn) {
        let (order, says) = match self.view.order {
            Order::Reading => (Order::Importance, "Facts by importance."),
            Order::Importance => (Order::Kind, "Facts by kind."),
            Order::Kind => (Order::Reading, "Facts as they come in the text."),
        };
        self.view.order = order;
        turn.say(says);
    }

    /// Dismisses the selected fact.
    pub(super) fn dismiss(&mut self, turn: &mut Turn) {
        let selected = self.view.selected.take();
        let Some(fact) = selected.and_then(|id| self.article.fact(id)) else {
            return turn.say("Go to a fact first.");
        };
        self.view.dismissed.insert((fact.span, fact.kind));
        let back = self.keymap.way_to(crate::command::Command::Restore);
        turn.say(format!("Dismissed; {back} brings dismissed facts back."));
    }

    /// Looks for words from where the reader is.
    pub(super) fn search(&mut self, words: String, turn: &mut Turn) {
        if words.is_empty() {
            return self.walk_hits(1, turn);
        }
        let query = Query {
            pattern: words,
            regex: false,
        };
        self.view.search = Some(Search {
            query,
            current: None,
            hits: None,
        });
        self.walk_hits(1, turn);
    }

    /// To the hits after or before the one that the reader is at, round the end if need be.
    pub(super) fn walk_hits(&mut self, by: isize, turn: &mut Turn) {
        let Some(search) = &self.view.search else {
            return turn.say("No search is on: type / and the words to look for.");
        };
        let Ok(Some(matcher)) = search.query.matcher() else {
            return;
        };
        let hits = self.hits(&matcher);
        let pattern = search.query.pattern.clone();
        if hits.is_empty() {
            return turn.say(format!("{pattern} is not in the text."));
        }
        let passed = |pos: Pos| hits.partition_point(|hit| hit.start < pos).cast_signed();
        let to = match search.current {
            Some(hit) => passed(hit.start).saturating_add(by),
            None if by > 0 => passed(self.view.top).saturating_add(by - 1),
            None => passed(self.view.top).saturating_add(by),
        };
        let many = hits.len().cast_signed();
        if to >= many {
            turn.say("From the beginning again.");
        } else if to < 0 {
            turn.say("From the end again.");
        }
        let to = to.rem_euclid(many).cast_unsigned();
        let Some(&hit) = hits.get(to) else { return };
        if let Some(search) = &mut self.view.search {
            search.current = Some(hit);
        }
        self.jump(hit.start);
        turn.say(format!("{} of {many} for {pattern}.", to + 1));
        turn.said.extend(self.here());
    }

    /// All hits in what is read, up to 100,000. Linear in the text.
    fn hits(&self, matcher: &Matcher) -> Vec<Span> {
        let document = &self.article.document;
        let is_read = |hit: &Span| {
            let block = document
                .block_at(hit.start)
                .and_then(|id| document.block(id));
            self.view.hidden_shown || block.is_none_or(|b| b.kind != BlockKind::Boilerplate)
        };
        let mut at = Some(Pos(0));
        std::iter::from_fn(|| {
            let hit = matcher.next(document.text(), at?)?;
            at = Some(hit.end);
            Some(hit)
        })
        .filter(is_read)
        .take(100_000)
        .collect()
    }
}
