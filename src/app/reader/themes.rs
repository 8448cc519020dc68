//! Choosing a theme: each is tried on as it is passed, Enter keeps it, Esc brings the old one back.

use super::Reader;
use crate::app::Effect;
use crate::command::{Command, Key, Resolution};
use crate::ui::{Ground, Overlay, ThemeName, ThemePick};

impl Reader {
    /// Opens the list of themes at the one that is on. The reader's own come later, through
    /// [`Reader::offer_themes`].
    pub(super) fn pick_theme(&mut self) -> Effect {
        let names: Vec<ThemeName> = ThemeName::built_in().cloned().collect();
        let at = names.iter().position(|name| *name == self.view.theme);
        self.view.overlay = Some(Overlay::Themes(ThemePick {
            names,
            chosen: at.unwrap_or(0),
            before: self.view.theme.clone(),
        }));
        Effect::OwnThemes
    }

    /// Offers the reader's own themes below those that are built in.
    pub(crate) fn offer_themes(&mut self, own: Vec<ThemeName>) {
        let Some(Overlay::Themes(pick)) = &mut self.view.overlay else {
            return;
        };
        for name in own {
            if !pick.names.contains(&name) {
                pick.names.push(name);
            }
        }
        let at = pick.names.iter().position(|name| *name == self.view.theme);
        pick.chosen = at.unwrap_or(pick.chosen);
    }

    /// Takes what the terminal says of its ground.
    pub fn found_ground(&mut self, ground: Ground) {
        self.view.ground = ground;
    }

    /// A key while a theme is chosen.
    pub(super) fn theme_key(&mut self, key: Key) -> Option<Effect> {
        let Resolution::Run(command, ..) = self.keymap.resolve(&mut self.view.pending, key) else {
            return None;
        };
        let Some(Overlay::Themes(pick)) = &mut self.view.overlay else {
            return None;
        };
        let last = pick.names.len().saturating_sub(1);
        pick.chosen = match command {
            Command::Down | Command::NextPane => (pick.chosen + 1).min(last),
            Command::Theme => (pick.chosen + 1) % (last + 1),
            Command::Up | Command::PreviousPane => pick.chosen.saturating_sub(1),
            Command::Top | Command::PageUp | Command::HalfUp => 0,
            Command::Bottom | Command::PageDown | Command::HalfDown => last,
            Command::Enter => {
                let key = self.keymap.way_to(Command::KeepTheme);
                let name = self.view.theme.as_str();
                let said = format!("theme: {name}, for now; {key} keeps it");
                self.view.overlay = None;
                self.view.say(said);
                return None;
            }
            Command::KeepTheme => {
                self.view.overlay = None;
                return Some(Effect::KeepTheme);
            }
            Command::Escape | Command::Quit => {
                self.view.theme = pick.before.clone();
                self.view.overlay = None;
                return None;
            }
            _ => pick.chosen,
        };
        self.try_theme();
        None
    }

    /// Puts the theme on that is chosen in the list.
    pub(super) fn try_theme(&mut self) {
        if let Some(Overlay::Themes(pick)) = &self.view.overlay
            && let Some(name) = pick.names.get(pick.chosen)
        {
            self.view.theme = name.clone();
        }
    }
}
