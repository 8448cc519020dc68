//! Selecting words: where a selection begins, and how its moving end moves.
//!
//! The moving end always stands on a boundary of a grapheme cluster. Forwards it goes to the end of what it passes,
//! backwards to its beginning, so that a selection made of steps holds whole words, sentences, paragraphs.

use super::Reader;
use crate::app::Effect;
use crate::command::{Command, Mode};
use crate::document::{Block, BlockKind};
use crate::text::{Pos, Span, step};
use crate::ui::{Pane, Selection};

impl Reader {
    /// What the keys say now.
    pub(super) fn mode(&self) -> Mode {
        if self.view.selection.is_some() && self.view.focus == Pane::Text {
            Mode::Selecting
        } else {
            Mode::Reading
        }
    }

    /// Selects from one place of the text to another, as by the mouse; `head` is the end that moves on. Both are put
    /// on boundaries of grapheme clusters.
    pub fn select_text(&mut self, anchor: Pos, head: Pos) {
        let text = self.article.document.text();
        self.view.focus = Pane::Text;
        self.view.selection = Some(Selection {
            anchor: Some(step::floor_grapheme(text, anchor)),
            head: step::floor_grapheme(text, head),
        });
    }

    /// Begins to select: the sentence that the reader is at. While selecting: begins anew at the cursor, or takes the
    /// cursor's place as the end that stays.
    pub(super) fn begin_selection(&mut self) {
        if let Some(selection) = &mut self.view.selection {
            let text = self.article.document.text();
            let cursor = selection.cursor(text);
            match selection.anchor {
                Some(_) => {
                    *selection = Selection {
                        anchor: None,
                        head: cursor,
                    };
                    let key = self.keymap.key_of(Command::Select);
                    self.view
                        .say(format!("move to where it shall begin, then {key}"));
                }
                None => {
                    *selection = Selection {
                        anchor: Some(cursor),
                        head: step::next_grapheme(text, cursor),
                    };
                }
            }
            return;
        }
        let Some(span) = self.at_hand() else {
            self.view.say("there is no text here to select");
            return;
        };
        self.view.focus = Pane::Text;
        self.settle();
        self.view.selection = Some(Selection::of(span));
        self.follow_head();
    }

    /// The words that a selection, a highlight or a note begin with: the selected fact's sentence, that of the hit, or
    /// else the first sentence that begins on the screen.
    pub(super) fn at_hand(&self) -> Option<Span> {
        let fact = self.view.selected.and_then(|id| self.article.fact(id));
        let hit = self.view.search.as_ref().and_then(|s| s.current);
        let span = if let Some(fact) = fact {
            let mention = fact.mention(self.view.mention);
            if fact.sentence.covers(mention) {
                fact.sentence
            } else {
                self.sentence_around(mention.start)
            }
        } else if let Some(hit) = hit.filter(|hit| hit.overlaps(self.shown)) {
            self.sentence_around(hit.start).to(hit)
        } else {
            let sentences = &self.article.findings.sentences;
            let first = sentences.partition_point(|s| s.start < self.place());
            let begin = sentences.get(first..).unwrap_or_default().iter();
            let mut begin = begin.take_while(|s| s.start < self.shown.end);
            // A heading is rarely what is meant.
            begin
                .clone()
                .find(|s| !self.is_heading(s.start))
                .or(begin.next())
                .copied()
                .unwrap_or_else(|| self.sentence_around(self.place()))
        };
        let span = span.trim(self.article.document.text());
        (!span.is_empty()).then_some(span)
    }

    /// The sentence around a place; the block while no sentences are known.
    pub(super) fn sentence_around(&self, pos: Pos) -> Span {
        let sentence = self.article.sentence_at(pos);
        if !sentence.is_empty() {
            return sentence;
        }
        let document = &self.article.document;
        let block = document.block_at(pos).and_then(|id| document.block(id));
        block.map_or(Span::at(pos), |b| b.span)
    }

    /// What is selected, without white space at its ends. Says so when there is nothing.
    pub(super) fn chosen(&mut self) -> Option<Span> {
        let span = self.view.selection?.span();
        let span = span.trim(self.article.document.text());
        if span.is_empty() {
            let key = self.keymap.key_of(Command::Select);
            self.view.say(format!(
                "nothing is selected yet; {key} begins at the cursor"
            ));
            return None;
        }
        Some(span)
    }

    /// Does what a command says while words are selected.
    pub(super) fn run_selecting(
        &mut self,
        command: Command,
        count: Option<u32>,
        letter: Option<char>,
    ) -> Option<Effect> {
        let times = count.unwrap_or(1).min(10_000) as usize;
        let rows = self.rows().max(1);
        match command {
            Command::Escape | Command::Quit => self.view.selection = None,
            Command::OtherEnd => {
                if let Some(selection) = &mut self.view.selection
                    && let Some(anchor) = selection.anchor
                {
                    *selection = Selection {
                        anchor: Some(selection.head),
                        head: anchor,
                    };
                    self.follow_head();
                }
            }
            Command::Right => self.move_head(times, |reader, at| {
                step::next_grapheme(reader.article.document.text(), at)
            }),
            Command::Left => self.move_head(times, |reader, at| {
                step::previous_grapheme(reader.article.document.text(), at)
            }),
            Command::WordForward => self.move_head(times, |reader, at| {
                step::next_word(reader.article.document.text(), at)
            }),
            Command::WordEnd => self.move_head(times, |reader, at| {
                step::word_end(reader.article.document.text(), at)
            }),
            Command::WordBack => self.move_head(times, |reader, at| {
                step::previous_word(reader.article.document.text(), at)
            }),
            Command::SentenceForward => self.move_head(times, Self::next_sentence_end),
            Command::SentenceBack => self.move_head(times, Self::previous_sentence_start),
            Command::NextParagraph => self.move_head(times, Self::next_block_end),
            Command::PreviousParagraph => self.move_head(times, Self::previous_block_start),
            Command::RowStart => self.go_to_row_edge(false),
            Command::RowEnd => self.go_to_row_edge(true),
            Command::Down => self.move_rows(times.cast_signed()),
            Command::Up => self.move_rows(-times.cast_signed()),
            Command::PageDown => self.move_rows((times * rows).cast_signed()),
            Command::PageUp => self.move_rows(-(times * rows).cast_signed()),
            Command::HalfDown => self.move_rows((times * rows).div_ceil(2).cast_signed()),
            Command::HalfUp => self.move_rows(-(times * rows).div_ceil(2).cast_signed()),
            Command::Top => self.move_head(1, |_, _| Pos(0)),
            Command::Bottom => self.move_head(1, |reader, _| reader.article.index.body_end()),
            Command::Enter => self.highlight(None),
            _ if is_for_both(command) => {
                let effect = self.run(command, count, letter);
                // Rows may be others now.
                self.settle();
                self.follow_head();
                return effect;
            }
            _ => {
                let key = self.keymap.key_of(Command::Escape);
                self.view
                    .say(format!("not while selecting; {key} leaves the selection"));
            }
        }
        None
    }

    /// Moves the moving end by steps.
    fn move_head(&mut self, times: usize, step: impl Fn(&Self, Pos) -> Pos) {
        let Some(mut selection) = self.view.selection else {
            return;
        };
        for _ in 0..times {
            let to = step(self, selection.head);
            if to == selection.head {
                break;
            }
            selection.head = to;
        }
        self.view.selection = Some(selection);
        self.follow_head();
    }

    /// Moves the moving end by rows; it stays in its column as far as the rows reach. Rows without text are passed over.
    fn move_rows(&mut self, by: isize) {
        let Some(mut selection) = self.view.selection else {
            return;
        };
        let document = &self.article.document;
        let text = document.text();
        let cursor = selection.cursor(text);
        let mut row = self.galley.rows_from(document, cursor, 1);
        let column = row.first().and_then(|r| r.column_of(document, cursor));
        let column = column.unwrap_or(0);
        let mut at = row.first().map_or(cursor, crate::layout::Row::anchor);
        let mut target = cursor;
        for _ in 0..by.unsigned_abs() {
            let mut next = at;
            loop {
                let beyond = self.galley.step(document, next, by.signum());
                if beyond == next {
                    break;
                }
                next = beyond;
                row = self.galley.rows_from(document, next, 1);
                if let Some(pos) = row.first().and_then(|r| r.pos_at(document, column)) {
                    (at, target) = (next, pos);
                    break;
                }
            }
            if next != at {
                break;
            }
        }
        // What the cursor stands on is selected, also when it is the last.
        let is_after = selection.anchor.is_some_and(|anchor| target >= anchor);
        selection.head = if is_after {
            step::next_grapheme(text, target)
        } else {
            target
        };
        self.view.selection = Some(selection);
        self.follow_head();
    }

    /// Moves the moving end to the beginning or the end of its row.
    fn go_to_row_edge(&mut self, end: bool) {
        let Some(selection) = self.view.selection else {
            return;
        };
        let document = &self.article.document;
        let cursor = selection.cursor(document.text());
        let rows = self.galley.rows_from(document, cursor, 1);
        let mut texts = rows.iter().flat_map(crate::layout::Row::texts);
        let edge = if end {
            let last = texts.last().map(|(_, span)| span.end);
            // Without an end that stays, the cursor stands on the last letter.
            last.map(|end| match selection.anchor {
                Some(_) => end,
                None => step::previous_grapheme(document.text(), end),
            })
        } else {
            texts.next().map(|(_, span)| span.start)
        };
        if let Some(edge) = edge {
            self.move_head(1, |_, _| edge);
        }
    }

    /// Scrolls as far as needed to see the moving end.
    pub(super) fn follow_head(&mut self) {
        let Some(selection) = self.view.selection else {
            return;
        };
        let cursor = selection.cursor(self.article.document.text());
        let rows = self.rows().max(1);
        let document = &self.article.document;
        if cursor < self.view.top && cursor < self.shown.start {
            self.show(cursor, 0);
        } else {
            let below = self
                .galley
                .rows_between(document, self.view.top, cursor, rows * 4);
            if below >= rows {
                self.show(cursor, rows - 1);
            }
        }
    }

    /// The end of the sentence that ends after `at`, or of the block while no sentences are known.
    fn next_sentence_end(&self, at: Pos) -> Pos {
        let text = self.article.document.text();
        let sentences = &self.article.findings.sentences;
        let ends = |s: &Span| s.trim(text).end;
        let first = sentences.partition_point(|s| ends(s) <= at);
        let end = sentences.get(first).map(ends);
        end.unwrap_or_else(|| self.next_block_end(at))
    }

    /// The start of the sentence that begins before `at`, or of the block while no sentences are known.
    fn previous_sentence_start(&self, at: Pos) -> Pos {
        let sentences = &self.article.findings.sentences;
        let before = sentences.partition_point(|s| s.start < at);
        let start = before.checked_sub(1).and_then(|i| sentences.get(i));
        start.map_or_else(|| self.previous_block_start(at), |s| s.start)
    }

    /// The end of the block that ends after `at`; hidden ones are passed over.
    fn next_block_end(&self, at: Pos) -> Pos {
        let blocks = self.article.document.blocks();
        let first = blocks.partition_point(|b| b.span.end <= at);
        let mut rest = blocks.get(first..).unwrap_or_default().iter();
        rest.find(|b| self.is_shown(b)).map_or(at, |b| b.span.end)
    }

    /// The start of the block that begins before `at`; hidden ones are passed over.
    fn previous_block_start(&self, at: Pos) -> Pos {
        let blocks = self.article.document.blocks();
        let before = blocks.partition_point(|b| b.span.start < at);
        let mut rest = blocks.get(..before).unwrap_or_default().iter();
        rest.rfind(|b| self.is_shown(b))
            .map_or(at, |b| b.span.start)
    }

    fn is_heading(&self, pos: Pos) -> bool {
        let document = &self.article.document;
        let block = document.block_at(pos).and_then(|id| document.block(id));
        block.is_some_and(|b| matches!(b.kind, BlockKind::Heading { .. }))
    }

    fn is_shown(&self, block: &Block) -> bool {
        !block.span.is_empty() && (self.view.hidden_shown || block.kind != BlockKind::Boilerplate)
    }
}

/// Whether a command of reading does the same while words are selected.
const fn is_for_both(command: Command) -> bool {
    matches!(
        command,
        Command::Select
            | Command::Highlight
            | Command::HighlightIn(_)
            | Command::Note
            | Command::Copy
            | Command::UndoNote
            | Command::Help
            | Command::Details
            | Command::Redraw
            | Command::Suspend
            | Command::Theme
            | Command::Narrower
            | Command::Wider
            | Command::DefaultMeasure
            | Command::ToggleSections
            | Command::ToggleFacts
            | Command::Zen
            | Command::Density
            | Command::ShowHidden
    )
}
