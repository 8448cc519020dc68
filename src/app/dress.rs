//! The theme that is on: read when the view asks for another one, not at every frame.

use super::{Keeping, Reader, Themes};
use crate::ui::{Depth, Ground, Theme, ThemeName};

/// The theme that is on, and how to get another.
#[derive(Debug)]
pub(super) struct Dress {
    themes: Themes,
    depth: Depth,
    keeping: Option<Keeping>,
    on: Option<(ThemeName, Ground, Theme)>,
}

impl Dress {
    /// No theme is on yet.
    pub(super) const fn new(themes: Themes, depth: Depth, keeping: Option<Keeping>) -> Self {
        Self {
            themes,
            depth,
            keeping,
            on: None,
        }
    }

    /// The reader's own themes. O(files in their folder).
    pub(super) fn names(&self) -> Vec<ThemeName> {
        self.themes.names()
    }

    /// Keeps the theme that is on for the next time, and tells the reader.
    pub(super) fn keep(&self, reader: &mut Reader) {
        let kept = match &self.keeping {
            Some(keeping) => keeping.keep_theme(&reader.view().theme),
            None => Err("there is no configuration to keep it in".to_owned()),
        };
        match kept {
            Ok(said) => reader.say(said, false),
            Err(why) => reader.say(why, true),
        }
    }

    /// The theme that the view asks for; where that cannot be read, the reader is told why, and the theme stays.
    pub(super) fn theme(&mut self, reader: &mut Reader) -> Theme {
        let (name, ground) = (&reader.view().theme, reader.view().ground);
        if let Some((on, its, theme)) = &self.on
            && on == name
            && *its == ground
        {
            return *theme;
        }
        let name = name.clone();
        let theme = match self.themes.theme(&name, ground, self.depth) {
            Ok(theme) => theme,
            Err(error) => {
                reader.say(error, true);
                let last = self.on.as_ref().map(|(.., theme)| *theme);
                last.unwrap_or_else(|| Theme::new(&ThemeName::AUTO, self.depth))
            }
        };
        self.on = Some((name, ground, theme));
        theme
    }
}
