//! Keys while something lies over the panes: it has the first claim on them.

use super::Reader;
use crate::app::Effect;
use crate::command::{Code, Command, Key, Pending, Resolution};
use crate::ui::{Input, Overlay, Pane};

impl Reader {
    /// Gives a key to the overlay.
    pub(super) fn overlay_key(&mut self, key: Key) -> Option<Effect> {
        if key.ctrl && key.code == Code::Char('c') && !self.is_typing() {
            return Some(Effect::Quit);
        }
        // Whatever lies over the panes: the shell and a clean screen are a key away.
        if key.ctrl {
            match self.keymap.resolve(&mut Pending::default(), key) {
                Resolution::Run(Command::Suspend, ..) => return Some(Effect::Suspend),
                Resolution::Run(Command::Redraw, ..) => return Some(Effect::Redraw),
                _ => {}
            }
        }
        match self.view.overlay {
            Some(Overlay::Help(_) | Overlay::Details(_)) => self.scroll_overlay(key),
            Some(Overlay::Why(_)) => self.why_key(key),
            Some(Overlay::Search(_)) => self.search_key(key),
            Some(Overlay::Filter(..)) => {
                self.filter_key(key);
                None
            }
            Some(Overlay::Palette(_)) => self.palette_key(key),
            Some(Overlay::Themes(_)) => self.theme_key(key),
            Some(Overlay::Links(_)) => self.links_key(key),
            Some(Overlay::Footnote(_)) => self.footnote_key(key),
            Some(Overlay::Address(_)) => self.address_key(key),
            Some(Overlay::Note(_)) => self.note_key(key),
            Some(Overlay::Library(_)) => self.library_key(key),
            None => None,
        }
    }

    /// Types pasted text into the overlay that has a line to type in.
    pub(super) fn overlay_paste(&mut self, text: &str) -> Option<Effect> {
        self.typed_line()?.insert(text);
        self.typed_on()
    }

    /// Opens the filter of the facts.
    pub(super) fn open_filter(&mut self) {
        let before = self.view.filter.clone();
        let focus = self.view.focus;
        // The facts must be seen while they are filtered, also where they have no room beside the text.
        self.view.focus = Pane::Facts;
        self.view.overlay = Some(Overlay::Filter(Input::new(before.clone()), before, focus));
    }

    /// The line that is being typed.
    fn typed_line(&mut self) -> Option<&mut Input> {
        match &mut self.view.overlay {
            Some(Overlay::Search(start)) => Some(&mut start.input),
            Some(Overlay::Filter(input, ..)) => Some(input),
            Some(Overlay::Palette(open)) => Some(&mut open.input),
            Some(Overlay::Note(draft)) => Some(&mut draft.input),
            Some(Overlay::Library(library)) => Some(&mut library.input),
            _ => None,
        }
    }

    fn is_typing(&self) -> bool {
        matches!(
            self.view.overlay,
            Some(
                Overlay::Search(_)
                    | Overlay::Filter(..)
                    | Overlay::Palette(_)
                    | Overlay::Links(_)
                    | Overlay::Note(_)
            )
        )
    }

    /// What was typed has changed.
    fn typed_on(&mut self) -> Option<Effect> {
        match &mut self.view.overlay {
            Some(Overlay::Search(_)) => self.search_typed(),
            Some(Overlay::Filter(input, ..)) => {
                input.text().clone_into(&mut self.view.filter);
                None
            }
            Some(Overlay::Palette(_)) => {
                self.find();
                None
            }
            Some(Overlay::Library(library)) => {
                library.chosen = 0;
                None
            }
            _ => None,
        }
    }

    /// Gives a key to the line that is being typed.
    pub(super) fn edit(&mut self, key: Key) -> Option<Effect> {
        let changed = self.typed_line()?.key(key)?;
        if changed { self.typed_on() } else { None }
    }

    fn search_key(&mut self, key: Key) -> Option<Effect> {
        match (key.ctrl, key.code) {
            (false, Code::Enter) => self.search_accepted(),
            (false, Code::Esc) | (true, Code::Char('c' | 'g')) => self.search_given_up(),
            (true, Code::Char('r')) => {
                if let Some(Overlay::Search(start)) = &mut self.view.overlay {
                    start.regex = !start.regex;
                }
                return self.typed_on();
            }
            (false, Code::Down) | (true, Code::Char('n')) => return self.walk_hits(1),
            (false, Code::Up) | (true, Code::Char('p')) => return self.walk_hits(-1),
            _ => {
                let empty = self
                    .typed_line()
                    .is_some_and(|input| input.text().is_empty());
                if empty && key.code == Code::Backspace {
                    self.search_given_up();
                    return None;
                }
                return self.edit(key);
            }
        }
        None
    }

    fn note_key(&mut self, key: Key) -> Option<Effect> {
        match (key.ctrl, key.code) {
            (false, Code::Enter) => self.note_written(),
            (false, Code::Esc) | (true, Code::Char('c' | 'g')) => self.note_given_up(),
            _ => return self.edit(key),
        }
        None
    }

    fn filter_key(&mut self, key: Key) {
        match (key.ctrl, key.code) {
            (false, Code::Enter) => {
                let Some(Overlay::Filter(.., focus)) = self.view.overlay.take() else {
                    return;
                };
                self.view.selected = None;
                if self.view.filter.is_empty() {
                    self.view.focus = focus;
                } else {
                    self.focus(Pane::Facts);
                }
            }
            (false, Code::Esc) | (true, Code::Char('c' | 'g')) => {
                if let Some(Overlay::Filter(_, before, focus)) = self.view.overlay.take() {
                    self.view.filter = before;
                    self.view.focus = focus;
                }
            }
            _ => {
                self.edit(key);
            }
        }
    }

    /// Scrolls or closes the help, the details or the reasons.
    pub(super) fn scroll_overlay(&mut self, key: Key) -> Option<Effect> {
        let Resolution::Run(command, count, _) = self.keymap.resolve(&mut self.view.pending, key)
        else {
            return None;
        };
        let times = count.map_or(1, |n| n as usize);
        let page = usize::from(self.size.rows).saturating_sub(4).max(1);
        let screen = usize::from(self.size.rows);
        let rows = crate::ui::overlay_rows(&self.article, &self.view, &self.keymap, self.size);
        let most = rows.saturating_sub(screen.saturating_sub(2));
        let Some(Overlay::Help(at) | Overlay::Details(at) | Overlay::Why(at)) =
            &mut self.view.overlay
        else {
            return None;
        };
        *at = (*at).min(most);
        match command {
            Command::Down => *at = at.saturating_add(times),
            Command::Up => *at = at.saturating_sub(times),
            Command::PageDown => *at = at.saturating_add(page.saturating_mul(times)),
            Command::PageUp => *at = at.saturating_sub(page.saturating_mul(times)),
            Command::HalfDown => *at = at.saturating_add((page / 2).saturating_mul(times)),
            Command::HalfUp => *at = at.saturating_sub((page / 2).saturating_mul(times)),
            Command::Top => *at = 0,
            Command::Bottom => *at = most,
            Command::Escape
            | Command::Help
            | Command::Details
            | Command::Explain
            | Command::Quit
            | Command::Enter => {
                self.view.overlay = None;
                return None;
            }
            _ => {}
        }
        *at = (*at).min(most);
        None
    }
}
