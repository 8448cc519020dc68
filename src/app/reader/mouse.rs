//! The mouse: the wheel scrolls what it is over, a press focuses, jumps and folds, a drag moves the lines between
//! panes and selects in the text. Everything is resolved against the screen that was drawn last, which is the one that
//! was pointed at.

mod text;

use super::Reader;
use crate::app::{Act, Effect, Pointer};
use crate::command::{Code, Command, Key};
use crate::ui::{
    Entry, Line, Overlay, Pane, Screen, Target, Widths, fold_columns, listing, visible_sections,
};

/// Rows that a step of the wheel scrolls.
const STEP: isize = 3;
/// The most steps of the wheel that a list or a box is moved by at once.
const MOST: u16 = 400;

/// What a drag that has begun moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Drag {
    /// The line between the text and a pane.
    Rule(Pane),
    /// The end of a selection.
    Text(text::Sweep),
}

/// What lies under the mouse.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Under {
    /// A row of a box over the panes, or its border.
    Box(Target),
    /// A row of a pane, and the column in it.
    Pane(Pane, Option<Line>, u16),
    /// The line between the text and a pane.
    Rule(Pane),
    /// Something else.
    Nothing,
}

impl Reader {
    /// Takes what was done with the mouse.
    pub fn pointer(&mut self, pointer: Pointer) -> Option<Effect> {
        if !self.view.mouse {
            // Sent before the terminal heard that it should not.
            return None;
        }
        let effect = match pointer.act {
            Act::Wheel { down, right } => self.wheel(pointer, down, right),
            Act::Press { clicks } => {
                self.view.notice = None;
                self.forget_typed();
                self.press(pointer, clicks)
            }
            Act::Drag => {
                self.drag_to(pointer);
                None
            }
            Act::Release => match self.drag.take() {
                Some(Drag::Text(sweep)) => self.end_sweep(sweep),
                Some(Drag::Rule(_)) | None => None,
            },
        };
        self.settle();
        effect
    }

    /// Gives the mouse to the reader or back to the terminal.
    pub(super) fn toggle_mouse(&mut self) -> Effect {
        self.view.mouse = !self.view.mouse;
        self.drag = None;
        let key = self.keymap.key_of(Command::Mouse);
        self.view.say(if self.view.mouse {
            format!("the mouse is the reader's; with Shift held, or after {key}, it selects in the terminal")
        } else {
            format!("the mouse is the terminal's again; {key} takes it back")
        });
        Effect::Mouse(self.view.mouse)
    }

    /// What lies under the mouse on the screen that was drawn last.
    fn under(&mut self, pointer: Pointer) -> Under {
        if self.drawn.is_none() {
            self.next_screen();
        }
        self.drawn
            .as_ref()
            .map_or(Under::Nothing, |screen| find(screen, pointer))
    }

    fn is_boxed(&self) -> bool {
        let typing_below = matches!(
            self.view.overlay,
            None | Some(Overlay::Search(_) | Overlay::Filter(..))
        );
        !typing_below
    }

    /// Scrolls what the mouse is over; the focus stays where it is.
    fn wheel(&mut self, pointer: Pointer, down: i16, right: i16) -> Option<Effect> {
        if self.is_boxed() {
            let code = if down > 0 { Code::Down } else { Code::Up };
            let mut last = None;
            for _ in 0..down.unsigned_abs().min(MOST) {
                last = self.overlay_key(Key::plain(code)).or(last);
            }
            return last;
        }
        let by = STEP.saturating_mul(down.into());
        match self.under(pointer) {
            Under::Pane(Pane::Text, ..) if right != 0 => {
                // Fingers on a pad slip sideways: that is no wish where nothing is wide.
                if self.view.shift > 0 || self.widest() > 0 {
                    self.shift_by(right.into());
                }
            }
            Under::Pane(Pane::Text, ..) => self.scroll(by),
            Under::Pane(pane @ (Pane::Sections | Pane::Facts), ..) => self.roll(pane, by),
            Under::Box(_) => match self.view.focus {
                Pane::Text => {}
                pane => self.roll(pane, by),
            },
            Under::Rule(_) | Under::Nothing => {}
        }
        None
    }

    /// Moves a list away from what it follows, until the next key.
    fn roll(&mut self, pane: Pane, by: isize) {
        let first = self.drawn.as_ref().and_then(|screen| {
            let lines = match (pane, &screen.sections, &screen.facts, &screen.overlay) {
                (Pane::Sections, Some(list), ..) | (Pane::Facts, _, Some(list), _) => &list.lines,
                (.., Some(boxed)) => &boxed.lines,
                _ => return None,
            };
            self.first_entry(pane, lines)
        });
        let (len, at) = match pane {
            Pane::Sections => (
                visible_sections(&self.article, &self.view).len(),
                &mut self.view.rolled.sections,
            ),
            Pane::Facts => (
                listing(&self.article, &self.view).len(),
                &mut self.view.rolled.facts,
            ),
            Pane::Text => return,
        };
        let from = at.or(first).unwrap_or(0);
        *at = Some(from.saturating_add_signed(by).min(len.saturating_sub(1)));
        // The list stops where its end stands at the bottom: the next turn begins from what is drawn then.
        let screen = self.screen();
        let lines = match (pane, screen.sections, screen.facts, screen.overlay) {
            (Pane::Sections, Some(list), ..) | (Pane::Facts, _, Some(list), _) => list.lines,
            (.., Some(boxed)) => boxed.lines,
            _ => return,
        };
        let seen = self.first_entry(pane, &lines);
        match pane {
            Pane::Sections => self.view.rolled.sections = seen,
            Pane::Facts => self.view.rolled.facts = seen,
            Pane::Text => {}
        }
    }

    /// Which entry of a list its first row with one shows.
    fn first_entry(&self, pane: Pane, lines: &[Line]) -> Option<usize> {
        let target = lines
            .iter()
            .map(|line| line.target)
            .find(|target| *target != Target::Nothing)?;
        match (pane, target) {
            (Pane::Sections, Target::Section(id)) => visible_sections(&self.article, &self.view)
                .iter()
                .position(|&visible| visible == id),
            (Pane::Facts, Target::Entry(at)) => Some(at),
            (Pane::Facts, target) => {
                listing(&self.article, &self.view)
                    .iter()
                    .position(|entry| match (*entry, target) {
                        (Entry::Fact(id), Target::Fact(of)) => id == of,
                        (Entry::Section(id), Target::Section(of)) => id == of,
                        (Entry::Note(id), Target::Note(of)) => id == of,
                        _ => false,
                    })
            }
            _ => None,
        }
    }

    fn press(&mut self, pointer: Pointer, clicks: u8) -> Option<Effect> {
        let under = self.under(pointer);
        if matches!(self.view.overlay, Some(Overlay::Footnote(_)))
            && let Some(aim) = self.aim_under(pointer)
        {
            return self.follow(aim);
        }
        if self.is_boxed() {
            return self.press_box(&under);
        }
        if self.view.overlay.is_some() {
            // What was typed at the bottom counts; then the press is for the panes.
            if let Some(effect) = self.overlay_key(Key::plain(Code::Enter)) {
                return Some(effect);
            }
        }
        match under {
            Under::Box(target) => self.press_list(self.view.focus, target, None, 2),
            Under::Pane(Pane::Text, line, column) => {
                return self.press_text(line.as_ref(), column, (pointer, clicks));
            }
            Under::Pane(pane, line, column) => {
                let target = line.map_or(Target::Nothing, |line| line.target);
                self.press_list(pane, target, Some(column), clicks);
            }
            Under::Rule(pane) => self.drag = Some(Drag::Rule(pane)),
            // Beside a pane that lies over the text: back to the text.
            Under::Nothing => {}
        }
        None
    }

    /// A press while a box lies over the panes: an entry is taken, a press beside the box closes it.
    fn press_box(&mut self, under: &Under) -> Option<Effect> {
        match under {
            Under::Box(Target::Entry(at)) => {
                if let Some(Overlay::Palette(open)) = &mut self.view.overlay {
                    open.chosen = *at;
                    return self.overlay_key(Key::plain(Code::Enter));
                }
                if let Some(Overlay::Themes(pick)) = &mut self.view.overlay {
                    pick.chosen = *at;
                    self.try_theme();
                    return self.overlay_key(Key::plain(Code::Enter));
                }
                None
            }
            Under::Box(_) => None,
            _ => self.overlay_key(Key::plain(Code::Esc)),
        }
    }

    /// A press on a row of a list: focuses it and shows in the text what it stands for. The second press, or one in a
    /// list that lies over the text, goes to the text.
    fn press_list(&mut self, pane: Pane, target: Target, column: Option<u16>, clicks: u8) {
        let lies_over = column.is_none();
        match (pane, target) {
            (Pane::Sections, Target::Section(id)) => {
                let outline = self.article.document.outline();
                let depth = outline.section(id).map_or(0, |section| section.depth);
                self.view.focus = Pane::Sections;
                self.view.section = id;
                if outline.has_parts(id) && column.is_some_and(|c| fold_columns(depth).contains(&c))
                {
                    self.fold(None);
                    return;
                }
                if clicks < 2 || lies_over {
                    self.view.jumps.leave(self.view.top);
                }
                self.go_to_section(id);
            }
            (Pane::Facts, Target::Section(id)) => {
                self.view.focus = Pane::Facts;
                self.view.jumps.leave(self.view.top);
                self.go_to_section(id);
            }
            (Pane::Facts, Target::Note(id)) => {
                let rolled = self.view.rolled.facts;
                if clicks < 2 || lies_over {
                    self.view.jumps.leave(self.view.top);
                }
                self.view.focus = if lies_over { Pane::Text } else { Pane::Facts };
                self.settle();
                self.go_to_note(id);
                // The list does not run away from under the mouse.
                self.view.rolled.facts = rolled;
            }
            (Pane::Facts, Target::Fact(id)) => {
                let rolled = self.view.rolled.facts;
                self.view.focus = Pane::Facts;
                if clicks < 2 || lies_over {
                    self.view.jumps.leave(self.view.top);
                }
                if lies_over {
                    self.view.focus = Pane::Text;
                    self.settle();
                }
                self.select(id);
                // The list does not run away from under the mouse.
                self.view.rolled.facts = rolled;
            }
            _ => {
                if !lies_over {
                    self.focus(pane);
                }
                return;
            }
        }
        if clicks >= 2 || lies_over {
            self.view.focus = Pane::Text;
        }
    }

    /// Goes on with a drag that began.
    fn drag_to(&mut self, pointer: Pointer) {
        let pane = match self.drag {
            Some(Drag::Rule(pane)) => pane,
            Some(Drag::Text(sweep)) => {
                return self.sweep_to(sweep, (pointer.column, pointer.row));
            }
            None => return,
        };
        let Widths { sections, facts } = &mut self.view.panes.widths;
        match pane {
            Pane::Sections => *sections = Some(pointer.column),
            Pane::Facts => {
                *facts = Some(self.size.columns.saturating_sub(pointer.column + 1));
            }
            Pane::Text => {}
        }
        // What is kept is what is seen, so that the line does not jump when the mouse turns back.
        let frame = crate::ui::Frame::new(
            self.size,
            self.view.panes,
            self.view.focus,
            self.view.measure,
        );
        let Widths { sections, facts } = &mut self.view.panes.widths;
        match pane {
            Pane::Sections => *sections = frame.sections.map(|area| area.width),
            Pane::Facts => *facts = frame.facts.map(|area| area.width),
            Pane::Text => {}
        }
    }
}

/// What lies under the mouse on a screen.
fn find(screen: &Screen, pointer: Pointer) -> Under {
    let at = (pointer.column, pointer.row);
    if let Some(boxed) = &screen.overlay
        && boxed.area.contains(at.into())
    {
        let row = usize::from(pointer.row - boxed.area.y).checked_sub(1);
        let line = row.and_then(|row| boxed.lines.get(row));
        return Under::Box(line.map_or(Target::Nothing, |line| line.target));
    }
    for (pane, view) in [
        (Pane::Sections, screen.sections.as_ref()),
        (Pane::Facts, screen.facts.as_ref()),
        (Pane::Text, Some(&screen.text)),
        (Pane::Text, screen.second.as_ref()),
    ] {
        let Some(view) = view.filter(|view| view.area.contains(at.into())) else {
            continue;
        };
        let line = view.lines.get(usize::from(pointer.row - view.area.y));
        return Under::Pane(pane, line.cloned(), pointer.column - view.area.x);
    }
    let mut rules = screen.rules.iter();
    let Some(rule) = rules.find(|rule| rule.contains(at.into())) else {
        return Under::Nothing;
    };
    let of_sections = screen
        .sections
        .as_ref()
        .is_some_and(|pane| pane.area.right() == rule.x);
    Under::Rule(if of_sections {
        Pane::Sections
    } else {
        Pane::Facts
    })
}
