//! Moving: rows, pages, sections, paragraphs, lines, percentages, marks, jumps.

use super::Reader;
use crate::app::Effect;
use crate::command::Command;
use crate::document::{BlockId, SectionId};
use crate::text::Pos;
use crate::ui::{Frame, Pane, visible_sections};

/// No more rows than this are looked at for a heading that moved from the end of a column to the head of the next.
const MOST_MOVED: usize = 12;

impl Reader {
    /// The place in the text where the reader is: the first text on the screen.
    pub(super) fn place(&self) -> Pos {
        self.shown.start.max(self.view.top)
    }

    /// Up or down by rows of the text, or by entries of the focused list.
    pub(super) fn step(&mut self, by: isize) {
        match self.view.focus {
            Pane::Text => self.scroll(by),
            Pane::Sections => self.walk_outline(by),
            Pane::Facts => self.walk_panel(by),
        }
    }

    /// Up or down by pages or parts of a page. Two rows of a whole page stay, as a hold for the eye.
    pub(super) fn page(&mut self, by: isize, part: usize) {
        let rows = self.rows();
        let page = if part == 1 {
            rows.saturating_sub(2).max(1)
        } else {
            (rows / part).max(1)
        };
        let by = by.saturating_mul(page.cast_signed());
        match self.view.focus {
            Pane::Text if part == 1 && self.has_two_columns() => self.turn(by),
            Pane::Text => self.scroll(by),
            Pane::Sections => self.walk_outline(by),
            Pane::Facts => self.walk_panel(by),
        }
    }

    /// Scrolls the text. Downwards it stops where the end of the text stands at the bottom.
    pub(super) fn scroll(&mut self, by: isize) {
        let document = &self.article.document;
        let to = self.galley.step(document, self.view.top, by);
        if by > 0 {
            let last = self.last_top();
            self.view.top = to.min(last.max(self.view.top));
        } else {
            self.view.top = to;
        }
    }

    /// The top from which the end of the text stands at the bottom of the screen.
    fn last_top(&mut self) -> Pos {
        let document = &self.article.document;
        let mut last = self.galley.last_top(document, self.rows().max(1));
        if self.has_two_columns() {
            let end = self.galley.last_top(document, 1);
            // A heading that moved to the right column took rows with it.
            for _ in 0..MOST_MOVED {
                if self
                    .shown_from(last)
                    .is_none_or(|(_, bottom)| bottom >= end)
                {
                    break;
                }
                last = self.galley.step(&self.article.document, last, 1);
            }
        }
        last
    }

    fn has_two_columns(&self) -> bool {
        Frame::of(&self.view, self.size).second.is_some()
    }

    /// How many rows are shown from there on, and where the last one begins.
    fn shown_from(&mut self, top: Pos) -> Option<(usize, Pos)> {
        let frame = Frame::of(&self.view, self.size);
        let (left, right) =
            crate::ui::shown_rows(&frame, &self.article.document, &mut self.galley, top);
        let last = right.last().or(left.last())?.span.start;
        let (document, most) = (&self.article.document, self.shown_rows() + MOST_MOVED);
        let before = self.galley.rows_between(document, top, last, most);
        Some((before + 1, last))
    }

    /// Turns a page of two columns, of which a heading may have taken rows with it: no row is passed over.
    fn turn(&mut self, by: isize) {
        let old = self.view.top;
        if by > 0 {
            let shown = self.shown_from(old).map_or(0, |(rows, _)| rows);
            let page = shown.saturating_sub(2).max(1).cast_signed();
            let pages = by / self.shown_rows().saturating_sub(2).max(1).cast_signed();
            self.scroll(page.saturating_mul(pages.max(1)));
            return;
        }
        self.scroll(by);
        for _ in 0..MOST_MOVED {
            if self
                .shown_from(self.view.top)
                .is_none_or(|(_, last)| last >= old)
            {
                break;
            }
            self.scroll(1);
        }
    }

    fn shown_rows(&self) -> usize {
        self.rows().max(1)
    }

    /// Puts a place on the screen, `above` rows from its top.
    pub(super) fn show(&mut self, pos: Pos, above: usize) {
        let back = -above.cast_signed();
        self.view.top = self.galley.step(&self.article.document, pos, back);
    }

    /// Puts a place near the middle of the screen, unless it stands well on it already.
    pub(super) fn centre(&mut self, pos: Pos) {
        let rows = self.shown_rows();
        let document = &self.article.document;
        if pos >= self.view.top {
            let below = self.galley.rows_between(document, self.view.top, pos, rows);
            if below >= rows / 6 && below < rows * 3 / 4 {
                return;
            }
            if below < rows / 6 && self.view.top == Pos(0) {
                return;
            }
        }
        self.show(pos, rows / 3);
        let last = self.last_top();
        self.view.top = self.view.top.min(last);
    }

    /// Jumps: notes where the reader was, and puts the place at the top.
    pub(super) fn jump(&mut self, pos: Pos) {
        self.view.jumps.leave(self.view.top);
        self.show(pos, 0);
    }

    /// To the beginning or the end, or to a line of the file.
    pub(super) fn go_to_line_or(&mut self, line: Option<u32>, end: bool) {
        match (self.view.focus, line) {
            (_, Some(line)) => {
                if let Some(pos) = self.article.pos_of_line(line as usize) {
                    self.jump(pos);
                } else {
                    let percent = self.keymap.way_to(Command::Percent);
                    self.view.complain(format!(
                        "this document has no line numbers; 40{percent} goes to a part of it"
                    ));
                }
            }
            (Pane::Text, None) if end => {
                self.view.jumps.leave(self.view.top);
                self.view.top = self.last_top();
            }
            (Pane::Text, None) => self.jump(Pos(0)),
            (_, None) => self.step(if end { isize::MAX / 2 } else { isize::MIN / 2 }),
        }
    }

    /// To a percentage of the text.
    pub(super) fn go_to_percent(&mut self, percent: Option<u32>) {
        let Some(percent) = percent else {
            let percent = self.keymap.way_to(Command::Percent);
            self.view.say(format!(
                "type a number first: 40{percent} goes to 40 percent"
            ));
            return;
        };
        let end = self.article.index.body_end().get() as u64;
        let at = end * u64::from(percent.min(100)) / 100;
        let text = self.article.document.text();
        let pos = crate::text::floor_boundary(text, usize::try_from(at).unwrap_or(text.len()));
        self.jump(Pos::new(pos));
        let last = self.last_top();
        self.view.top = self.view.top.min(last);
    }

    /// To the sections after or before the one that the reader is in. Backwards first to its own beginning.
    pub(super) fn walk_sections(&mut self, by: isize) {
        let outline = self.article.document.outline();
        let here = self.place();
        let mut at = outline.section_at(here).get().cast_signed();
        let start = outline
            .section(SectionId::new(at.cast_unsigned()))
            .map_or(Pos(0), |s| s.span.start);
        if by < 0 && here > start {
            at += 1;
        }
        let last = outline.sections().len().cast_signed() - 1;
        let to = at.saturating_add(by);
        if to > last {
            self.view.say("this is the last section");
            return;
        }
        let to = SectionId::new(to.max(0).cast_unsigned());
        let pos = outline.section(to).map_or(Pos(0), |s| s.span.start);
        self.view.section = to;
        self.jump(pos);
    }

    /// To the paragraphs after or before the place of the reader; what is hidden is passed over.
    pub(super) fn walk_paragraphs(&mut self, by: isize) {
        let document = &self.article.document;
        let mut top = self.view.top;
        for _ in 0..by.unsigned_abs().min(document.blocks().len()) {
            let Some(at) = document.block_at(top) else {
                return;
            };
            let next = if by > 0 {
                self.view
                    .block_from(&self.article.document, at.get() + 1, 1)
            } else {
                self.block_before(top)
            };
            let Some(next) = next.and_then(|id| document.block(id)) else {
                break;
            };
            top = next.span.start;
        }
        self.view.top = top;
    }

    /// The last block that begins before `pos` and is shown.
    fn block_before(&self, pos: Pos) -> Option<BlockId> {
        let before = self
            .article
            .document
            .blocks()
            .partition_point(|b| b.span.start < pos);
        self.view
            .block_from(&self.article.document, before.checked_sub(1)?, -1)
    }

    /// Up or down in the outline; the text follows.
    fn walk_outline(&mut self, by: isize) {
        let visible = visible_sections(&self.article, &self.view);
        let at = visible
            .iter()
            .position(|&id| id == self.view.section)
            .unwrap_or(0);
        let to = at
            .saturating_add_signed(by)
            .min(visible.len().saturating_sub(1));
        if let Some(&id) = visible.get(to) {
            self.go_to_section(id);
        }
    }

    /// Puts the beginning of a section at the top.
    pub(super) fn go_to_section(&mut self, id: SectionId) {
        let Some(section) = self.article.document.outline().section(id) else {
            return;
        };
        let start = section.span.start;
        self.view.section = id;
        self.show(start, 0);
    }

    /// Folds or unfolds the selected section, or the one that it is a part of.
    pub(super) fn fold(&mut self, fold: Option<bool>) {
        let outline = self.article.document.outline();
        let here = if self.view.focus == Pane::Sections {
            self.view.section
        } else {
            outline.section_at(self.place())
        };
        let with_parts = if outline.has_parts(here) {
            Some(here)
        } else {
            outline.section(here).and_then(|s| s.parent)
        };
        let Some(id) = with_parts else {
            self.view.say("this section has no parts to fold");
            return;
        };
        let folded = self.view.folded.contains(&id);
        if fold.unwrap_or(!folded) {
            self.view.folded.insert(id);
            self.view.section = id;
        } else {
            self.view.folded.remove(&id);
        }
    }

    /// Wide blocks to the left or right; in the outline fold and unfold.
    pub(super) fn sideways(&mut self, by: isize) {
        match self.view.focus {
            Pane::Sections => self.fold(Some(by < 0)),
            Pane::Text | Pane::Facts => self.shift_by(by),
        }
    }

    /// Wide blocks to the left or right, by steps.
    pub(super) fn shift_by(&mut self, by: isize) {
        let most = self.widest();
        if most == 0 && self.view.shift == 0 {
            self.view
                .say("no table or code here is wider than the column");
            return;
        }
        let step = by.saturating_mul(8).clamp(-1000, 1000);
        let at = isize::from(self.view.shift.cast_signed()).saturating_add(step);
        let at = u16::try_from(at.max(0)).unwrap_or(0);
        // What is shifted already may be wider than what is seen now.
        self.view.shift = at.min(most.max(self.view.shift));
        self.view.say(format!(
            "wide tables and code from column {}",
            self.view.shift + 1
        ));
    }

    /// By how many columns tables and code on the screen are wider than there is room for.
    pub(super) fn widest(&mut self) -> u16 {
        let rows = Frame::of(&self.view, self.size).rows();
        let (document, top) = (&self.article.document, self.view.top);
        self.galley.max_shift(document, top, rows)
    }

    /// Sets a mark at the place of the reader.
    pub(super) fn set_mark(&mut self, letter: Option<char>) {
        if let Some(letter) = letter.filter(char::is_ascii_alphabetic) {
            self.view.marks.insert(letter, self.view.top);
            self.view.say(format!("mark {letter} is set here"));
        }
    }

    /// Goes to a mark; a quotation mark goes to where the last jump came from.
    pub(super) fn go_to_mark(&mut self, letter: Option<char>) {
        let Some(letter) = letter else { return };
        let to = if letter.is_ascii_alphabetic() {
            self.view.marks.get(&letter).copied()
        } else {
            self.view.jumps.last()
        };
        match to {
            Some(pos) => self.jump(pos),
            None if letter.is_ascii_alphabetic() => {
                self.view.complain(format!("mark {letter} is not set"));
            }
            None => self.view.say("no jump to go back to"),
        }
    }

    /// Back to before the last jump; before the first one to the article that was read before this one.
    pub(super) fn jump_back(&mut self, times: isize) -> Option<Effect> {
        let mut went = false;
        for _ in 0..times {
            let Some(pos) = self.view.jumps.back(self.view.top) else {
                break;
            };
            self.view.top = pos;
            went = true;
        }
        if went {
            return None;
        }
        self.view.say("no jump further back");
        Some(Effect::Back)
    }

    /// Forward again; after the last jump to the article that was read after this one.
    pub(super) fn jump_forward(&mut self, times: isize) -> Option<Effect> {
        let mut went = false;
        for _ in 0..times {
            let Some(pos) = self.view.jumps.forward() else {
                break;
            };
            self.view.top = pos;
            went = true;
        }
        if went {
            return None;
        }
        self.view.say("no jump further on");
        Some(Effect::Forward)
    }
}
