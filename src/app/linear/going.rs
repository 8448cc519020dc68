//! Going about in plain lines: paragraphs, sections, lines, percentages, marks.

use super::{Linear, Then, Turn};
use crate::command::Command;
use crate::document::{BlockId, SectionId};
use crate::text::{Pos, floor_boundary};
use crate::ui::linear;

impl Linear {
    /// Reads the next paragraph, or goes back by some. With a count, all that are passed are read.
    pub(super) fn walk(&mut self, by: isize, turn: &mut Turn) {
        let step = by.signum();
        for _ in 0..by.unsigned_abs() {
            let next = self
                .block_at(self.view.top)
                .and_then(|id| self.read_from(id.get().checked_add_signed(step)?, step));
            let Some(next) = next else {
                return turn.say(if by > 0 {
                    "This is the end."
                } else {
                    "This is the beginning."
                });
            };
            self.view.top = self.start(next);
            turn.said
                .extend(linear::block(&self.article, &self.view, next));
        }
    }

    /// Reads on to the end of the section; at its end the next one.
    pub(super) fn read_section(&mut self, turn: &mut Turn) {
        let section = |reader: &Self| reader.article.document.section_at(reader.view.top);
        self.walk(1, turn);
        let now = section(self);
        loop {
            let next = self
                .block_at(self.view.top)
                .and_then(|id| self.read_from(id.get() + 1, 1));
            let Some(next) = next else { return };
            if self.article.document.block(next).map(|block| block.section) != Some(now) {
                return;
            }
            self.walk(1, turn);
        }
    }

    /// To the beginning of the section, or to the section before when the reader is there.
    pub(super) fn back_section(&mut self, turn: &mut Turn) {
        self.walk_sections(-1, turn);
    }

    /// To the sections after or before the one that the reader is in. Backwards first to its own beginning.
    pub(super) fn walk_sections(&mut self, by: isize, turn: &mut Turn) {
        let outline = self.article.document.outline();
        let mut at = outline.section_at(self.view.top).get().cast_signed();
        if by < 0 && self.view.top > self.section_start(SectionId::new(at.cast_unsigned())) {
            at += 1;
        }
        let to = at.saturating_add(by);
        let last = outline.sections().len().cast_signed() - 1;
        if to > last {
            return turn.say("This is the last section.");
        }
        if to < 0 {
            turn.say("This is the first section.");
        }
        let to = SectionId::new(to.max(0).cast_unsigned());
        self.jump(self.section_start(to));
        turn.say(linear::section(&self.article, to));
    }

    /// To the section of a number, from 1.
    pub(super) fn go_to_section(&mut self, number: usize, turn: &mut Turn) {
        let sections = self.article.document.outline().sections().len();
        let Some(index) = number.checked_sub(1).filter(|&index| index < sections) else {
            return turn.say(format!(
                "There is no section {number}; there are {sections}."
            ));
        };
        let id = SectionId::new(index);
        self.jump(self.section_start(id));
        turn.say(linear::section(&self.article, id));
    }

    /// The start of the first block of a section that is read.
    fn section_start(&self, id: SectionId) -> Pos {
        let section = self.article.document.outline().section(id);
        let start = section.map_or(Pos(0), |section| section.span.start);
        self.block_at(start).map_or(start, |id| self.start(id))
    }

    /// Goes to a place; notes where the reader was.
    pub(super) fn jump(&mut self, pos: Pos) {
        self.view.jumps.leave(self.view.top);
        self.view.top = self.block_at(pos).map_or(pos, |id| self.start(id));
    }

    /// Goes to a place and reads it.
    pub(super) fn jump_and_read(&mut self, pos: Pos, turn: &mut Turn) {
        self.jump(pos);
        turn.said.extend(self.here());
    }

    /// To the beginning or the end, or to a line of the file.
    pub(super) fn go_to_end(&mut self, line: Option<u32>, end: bool, turn: &mut Turn) {
        match line {
            Some(line) => match self.article.pos_of_line(line as usize) {
                Some(pos) => self.jump_and_read(pos, turn),
                None => turn.say("This document has no line numbers."),
            },
            None if end => {
                let last = self.article.document.blocks().len().saturating_sub(1);
                if let Some(id) = self.read_from(last, -1) {
                    self.jump_and_read(self.start(id), turn);
                }
            }
            None => self.jump_and_read(Pos(0), turn),
        }
    }

    /// To a percentage of the text.
    pub(super) fn go_to_percent(&mut self, percent: Option<u32>, turn: &mut Turn) {
        let Some(percent) = percent else {
            let key = self.keymap.way_to(Command::Percent);
            return turn.say(format!("Type a number first: 40{key} goes to 40 percent."));
        };
        let end = self.article.index.body_end().get() as u64;
        let at = end * u64::from(percent.min(100)) / 100;
        let text = self.article.document.text();
        let at = floor_boundary(text, usize::try_from(at).unwrap_or(text.len()));
        self.jump_and_read(Pos::new(at), turn);
    }

    pub(super) fn set_mark(&mut self, letter: Option<char>, turn: &mut Turn) {
        let Some(letter) = letter.filter(char::is_ascii_alphabetic) else {
            return turn.say("A mark is a letter: mark a.");
        };
        self.view.marks.insert(letter, self.view.top);
        turn.say(format!("Mark {letter} is set at this paragraph."));
    }

    pub(super) fn go_to_mark(&mut self, letter: Option<char>, turn: &mut Turn) {
        let to = match letter {
            Some(letter) if letter.is_ascii_alphabetic() => self.view.marks.get(&letter).copied(),
            Some(_) => self.view.jumps.last(),
            None => return turn.say("A mark is a letter: go-to-mark a."),
        };
        match (to, letter) {
            (Some(pos), _) => self.jump_and_read(pos, turn),
            (None, Some(letter)) if letter.is_ascii_alphabetic() => {
                turn.say(format!("Mark {letter} is not set."));
            }
            (None, _) => turn.say("No jump to go back to."),
        }
    }

    pub(super) fn jump_back(&mut self, turn: &mut Turn) {
        match self.view.jumps.back(self.view.top) {
            Some(pos) => self.arrive(pos, turn),
            None => turn.then = Then::Back,
        }
    }

    pub(super) fn jump_forward(&mut self, turn: &mut Turn) {
        match self.view.jumps.forward() {
            Some(pos) => self.arrive(pos, turn),
            None => turn.say("No jump further on."),
        }
    }

    fn arrive(&mut self, pos: Pos, turn: &mut Turn) {
        self.view.top = pos;
        turn.said.extend(self.here());
    }

    /// Prints the sentence of the selected fact, or else the paragraph, with where it stands.
    pub(super) fn quote(&mut self, turn: &mut Turn) {
        let document = &self.article.document;
        let fact = self.view.selected.and_then(|id| self.article.fact(id));
        let block = self
            .block_at(self.view.top)
            .and_then(|id: BlockId| document.block(id));
        let Some(span) = fact
            .map(|fact| fact.sentence)
            .or(block.map(|block| block.span))
        else {
            return;
        };
        let words = document
            .slice(span)
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        let (open, close) = match self.view.glyphs {
            crate::layout::Glyphs::Unicode => ("“", "”"),
            crate::layout::Glyphs::Ascii => ("\"", "\""),
        };
        turn.say(format!("{open}{words}{close}"));
        turn.said.push(linear::source(&self.article, span.start));
    }

    /// Prints the section that the reader is in, with where it stands.
    pub(super) fn quote_section(&mut self, turn: &mut Turn) {
        let document = &self.article.document;
        let outline = document.outline();
        let Some(section) = outline.section(outline.section_at(self.view.top)) else {
            return;
        };
        let first = document
            .block_at(section.span.start)
            .map_or(0, BlockId::get);
        let blocks = document.blocks().iter().zip(0..).skip(first);
        for (block, at) in blocks.take_while(|(block, _)| block.span.start < section.span.end) {
            if self.read_from(at, 1) == Some(BlockId::new(at)) {
                turn.said
                    .push(linear::words(&self.article, block.span).into());
            }
        }
        turn.said
            .push(linear::source(&self.article, section.span.start));
    }
}
