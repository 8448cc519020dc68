//! The names of themes, and the built-in themes by their names.

use std::borrow::Cow;

/// Whether the ground of the terminal is dark or light, as far as is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ground {
    /// Nobody knows.
    #[default]
    Unknown,
    /// Dark.
    Dark,
    /// Light.
    Light,
}

/// The name of a theme, built in or of the reader's own.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ThemeName(Cow<'static, str>);

impl ThemeName {
    /// Dark or light, as the terminal is.
    pub const AUTO: Self = Self(Cow::Borrowed("auto"));
    /// Light text on the terminal's dark ground.
    pub const DARK: Self = Self(Cow::Borrowed("dark"));
    /// Dark text on the terminal's light ground.
    pub const LIGHT: Self = Self(Cow::Borrowed("light"));
    /// Dark, with a ground of its own.
    pub const NIGHT: Self = Self(Cow::Borrowed("night"));
    /// Light, with a ground of its own.
    pub const PAPER: Self = Self(Cow::Borrowed("paper"));
    /// For grounds that nobody knows.
    pub const NEUTRAL: Self = Self(Cow::Borrowed("neutral"));
    /// High contrast.
    pub const CONTRAST: Self = Self(Cow::Borrowed("contrast"));
    /// The 16 colours of the terminal.
    pub const ANSI: Self = Self(Cow::Borrowed("ansi"));
    /// No colours.
    pub const MONO: Self = Self(Cow::Borrowed("mono"));

    /// The built-in themes that are offered, in that order.
    pub fn built_in() -> impl Iterator<Item = &'static Self> {
        OFFERED.iter().map(|(name, _)| name)
    }

    /// The name as it is typed.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What a built-in theme is like, in a few words.
    pub fn summary(&self) -> Option<&'static str> {
        let offered = OFFERED.iter().find(|(name, _)| name == self);
        offered.map(|(_, summary)| *summary)
    }

    /// The theme that is meant on a ground: `auto` and `ansi` stand for one or the other.
    #[must_use]
    pub fn on(&self, ground: Ground) -> Self {
        let fixed = |name| Self(Cow::Borrowed(name));
        match (self.as_str(), ground) {
            ("auto", Ground::Dark) => Self::DARK,
            ("auto", Ground::Light) => Self::LIGHT,
            ("auto", Ground::Unknown) => Self::NEUTRAL,
            ("ansi", Ground::Dark) => fixed("ansi-dark"),
            ("ansi", Ground::Light) => fixed("ansi-light"),
            ("ansi", Ground::Unknown) => Self::MONO,
            _ => self.clone(),
        }
    }

    /// Whether it depends on the ground of the terminal what it looks like.
    pub fn follows_ground(&self) -> bool {
        matches!(self.as_str(), "auto" | "ansi")
    }
}

impl Default for ThemeName {
    fn default() -> Self {
        Self::AUTO
    }
}

impl From<String> for ThemeName {
    fn from(name: String) -> Self {
        Self(Cow::Owned(name))
    }
}

/// The built-in themes that are offered.
const OFFERED: [(ThemeName, &str); 9] = [
    (ThemeName::AUTO, "dark or light, as the terminal is"),
    (ThemeName::DARK, "for dark terminals"),
    (ThemeName::LIGHT, "for light terminals"),
    (ThemeName::NIGHT, "ivory on ink"),
    (ThemeName::PAPER, "ink on warm paper"),
    (ThemeName::NEUTRAL, "reads on dark and on light"),
    (ThemeName::CONTRAST, "high contrast, on black"),
    (ThemeName::ANSI, "the terminal's own 16 colours"),
    (ThemeName::MONO, "no colours"),
];

/// The text of a built-in theme.
pub(super) fn source(name: &ThemeName) -> Option<&'static str> {
    Some(match name.as_str() {
        "dark" => include_str!("../../../assets/themes/dark.toml"),
        "light" => include_str!("../../../assets/themes/light.toml"),
        "night" => include_str!("../../../assets/themes/night.toml"),
        "paper" => include_str!("../../../assets/themes/paper.toml"),
        "neutral" => include_str!("../../../assets/themes/neutral.toml"),
        "contrast" => include_str!("../../../assets/themes/contrast.toml"),
        "ansi-dark" => include_str!("../../../assets/themes/ansi-dark.toml"),
        "ansi-light" => include_str!("../../../assets/themes/ansi-light.toml"),
        "mono" => include_str!("../../../assets/themes/mono.toml"),
        _ => return None,
    })
}
