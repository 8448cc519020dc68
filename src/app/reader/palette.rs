//! The palette: typing, choosing, doing.

use super::Reader;
use crate::app::Effect;
use crate::command::{Code, Command, Key};
use crate::ui::{OpenPalette, Overlay, PaletteEntry};

impl Reader {
    /// Opens the palette.
    pub(super) fn open_palette(&mut self) {
        self.finder.forget();
        self.view.overlay = Some(Overlay::Palette(OpenPalette::default()));
        self.find();
    }

    /// Finds what answers to what is typed now; the first of it is chosen.
    pub(super) fn find(&mut self) {
        let Some(Overlay::Palette(open)) = &self.view.overlay else {
            return;
        };
        let found = self
            .finder
            .find(&self.article, &self.view, open.input.text());
        if let Some(Overlay::Palette(open)) = &mut self.view.overlay {
            (open.found, open.chosen) = (found, 0);
        }
    }

    /// A key while the palette is open.
    pub(super) fn palette_key(&mut self, key: Key) -> Option<Effect> {
        let page = usize::from(self.size.rows).saturating_sub(4).clamp(1, 16);
        let Some(Overlay::Palette(open)) = &mut self.view.overlay else {
            return None;
        };
        let last = open.found.len().saturating_sub(1);
        match (key.ctrl, key.code) {
            (false, Code::Enter) => {
                let entry = open.found.get(open.chosen).copied();
                self.view.overlay = None;
                self.finder.forget();
                return entry.and_then(|entry| self.take_entry(entry));
            }
            (false, Code::Esc) | (true, Code::Char('c' | 'g')) => {
                self.view.overlay = None;
                self.finder.forget();
            }
            (false, Code::Down | Code::Tab) | (true, Code::Char('n')) => {
                open.chosen = (open.chosen + 1).min(last);
            }
            (false, Code::Up | Code::BackTab) | (true, Code::Char('p')) => {
                open.chosen = open.chosen.saturating_sub(1);
            }
            (false, Code::PageDown) => open.chosen = (open.chosen + page).min(last),
            (false, Code::PageUp) => open.chosen = open.chosen.saturating_sub(page),
            _ => return self.edit(key),
        }
        None
    }

    /// Does what an entry of the palette stands for.
    fn take_entry(&mut self, entry: PaletteEntry) -> Option<Effect> {
        match entry {
            PaletteEntry::Command(command @ (Command::Mark | Command::GoToMark)) => {
                // The letter is still to come, as after the command's own key.
                let keys = self.keymap.first_keys(command).to_vec();
                for key in keys {
                    self.keymap.resolve(&mut self.view.pending, key);
                }
                self.view.say("now its letter, from a to z");
                None
            }
            PaletteEntry::Command(command) => self.run(command, None, None),
            PaletteEntry::Section(id) => {
                self.view.jumps.leave(self.view.top);
                self.go_to_section(id);
                None
            }
            PaletteEntry::Fact(id) => {
                self.view.jumps.leave(self.view.top);
                self.select(id);
                None
            }
            PaletteEntry::Note(id) => {
                self.view.jumps.leave(self.view.top);
                self.go_to_note(id);
                None
            }
            PaletteEntry::Mark(letter) => self.run(Command::GoToMark, None, Some(letter)),
            PaletteEntry::Line(line) => self.run(Command::Top, u32::try_from(line).ok(), None),
            PaletteEntry::Percent(percent) => self.run(Command::Percent, Some(percent), None),
        }
    }
}
