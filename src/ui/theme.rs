//! Themes: the look of a piece as a style, for as many colours as the terminal has.
//!
//! Kinds of facts differ by glyph and by attributes (bold, underlined, italic) as well as by colour, and what is
//! selected is reversed where there are no colours, so that nothing is lost without them.

mod palette;

use ratatui::style::{Color, Modifier, Style};

use super::{Hit, Look, Marked, Role};
use crate::facts::Kind;
use palette::{DARK, LIGHT, Palette, Rgb, SIXTEEN_DARK, SIXTEEN_LIGHT, nearest_of_256};

/// The themes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ThemeName {
    /// Light text on the terminal's dark ground.
    #[default]
    Dark,
    /// Dark text on the terminal's light ground.
    Light,
    /// Dark, with a ground of its own.
    Night,
    /// Light, with a ground of its own.
    Paper,
    /// No colours.
    Plain,
}

impl ThemeName {
    /// All themes, in the order in which a key walks through them.
    pub const ALL: [Self; 5] = [
        Self::Dark,
        Self::Light,
        Self::Night,
        Self::Paper,
        Self::Plain,
    ];

    /// Its name on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Dark => "dark",
            Self::Light => "light",
            Self::Night => "night",
            Self::Paper => "paper",
            Self::Plain => "plain",
        }
    }

    /// The one after it.
    #[must_use]
    pub fn next(self) -> Self {
        let at = Self::ALL.iter().position(|&t| t == self).unwrap_or(0);
        Self::ALL
            .get((at + 1) % Self::ALL.len())
            .copied()
            .unwrap_or_default()
    }
}

/// How many colours a terminal has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Depth {
    /// 24 bits.
    #[default]
    True,
    /// The 256 of xterm.
    Indexed,
    /// The 16 that every terminal has; which they are is up to its settings.
    Sixteen,
    /// None.
    None,
}

/// A theme at a depth of colours.
#[derive(Clone, Copy, Debug)]
pub struct Theme {
    name: ThemeName,
    depth: Depth,
}

impl Theme {
    /// A theme for a terminal with so many colours.
    pub const fn new(name: ThemeName, depth: Depth) -> Self {
        Self { name, depth }
    }

    /// The style of the empty screen, and of the ground under everything.
    pub fn ground(self) -> Style {
        let palette = match self.name {
            ThemeName::Night => &DARK,
            ThemeName::Paper => &LIGHT,
            ThemeName::Dark | ThemeName::Light | ThemeName::Plain => return Style::new(),
        };
        let (text, ground) = match self.depth {
            Depth::None | Depth::Sixteen => return Style::new(),
            Depth::Indexed => (nearest_of_256(palette.text), nearest_of_256(palette.ground)),
            Depth::True => (palette.text.color(), palette.ground.color()),
        };
        Style::new().fg(text).bg(ground)
    }

    /// Whether the theme paints the ground, and so must paint the text.
    fn has_ground(self) -> bool {
        self.ground().bg.is_some()
    }

    /// The style of a look.
    pub fn style(self, look: Look) -> Style {
        if self.depth == Depth::None || self.name == ThemeName::Plain {
            return plain(look);
        }
        let light = matches!(self.name, ThemeName::Light | ThemeName::Paper);
        match (self.depth, light) {
            (Depth::Sixteen, false) => self.coloured(look, &SIXTEEN_DARK, |c| c),
            (Depth::Sixteen, true) => self.coloured(look, &SIXTEEN_LIGHT, |c| c),
            (Depth::Indexed, false) => self.coloured(look, &DARK, nearest_of_256),
            (Depth::Indexed, true) => self.coloured(look, &LIGHT, nearest_of_256),
            (_, false) => self.coloured(look, &DARK, Rgb::color),
            (_, true) => self.coloured(look, &LIGHT, Rgb::color),
        }
    }

    /// The style of a look in a palette whose colours are turned into those of the terminal by `to`.
    fn coloured<C: Copy>(self, look: Look, palette: &Palette<C>, to: impl Fn(C) -> Color) -> Style {
        let mut style = Style::new().add_modifier(attributes(look));
        style = style.fg(if self.has_ground() {
            to(palette.text)
        } else {
            Color::Reset
        });
        style = match look.role {
            Role::Title => style.fg(to(palette.title)),
            Role::Heading => style.fg(to(palette.heading)),
            Role::Dim | Role::Hidden => style.fg(to(palette.dim)),
            Role::Faint => style.fg(to(palette.faint)),
            Role::Line => style.fg(to(palette.line)),
            Role::Quotation => style.fg(to(palette.quotation)),
            Role::Code => style.fg(to(palette.code)),
            Role::TableHead | Role::Accent | Role::Notice => style.fg(to(palette.accent)),
            Role::Selection => style.bg(to(palette.selection)),
            Role::SelectionElsewhere => style.bg(to(palette.evidence)),
            Role::Text | Role::Glyph => style,
            Role::Error => style.fg(to(palette.error)),
            Role::Cursor => style.add_modifier(Modifier::REVERSED),
        };
        if look.inline.code {
            style = style.fg(to(palette.code));
        }
        if look.inline.link {
            style = style.fg(to(palette.link));
        }
        if look.evidence {
            style = style.bg(to(palette.evidence));
        }
        if let Some(ink) = look.ink {
            style = match look.role {
                Role::Glyph => style.fg(to(palette.sign(ink))),
                _ => style.bg(to(palette.ink(ink))),
            };
        }
        if let Some((kind, marked)) = look.fact {
            let colour = to(palette.kind(kind));
            style = match marked {
                Marked::Light => style.underline_color(colour),
                Marked::Plain | Marked::Mention => style.fg(colour),
                Marked::Selected => style.bg(colour).fg(to(palette.on_fact)),
            };
        }
        // What the 16 colours are is not known: only black surely reads on all of them.
        if look.ink.is_some() && look.role != Role::Glyph && self.depth == Depth::Sixteen {
            style = style.fg(to(palette.on_mark));
        }
        style = match look.hit {
            Some(Hit::Other) => style.bg(to(palette.hit)).fg(to(palette.on_mark)),
            Some(Hit::Current) => style.bg(to(palette.current_hit)).fg(to(palette.on_mark)),
            None => style,
        };
        if look.chosen {
            style = style.bg(to(palette.chosen)).fg(to(palette.on_mark));
        }
        style
    }
}

/// What is said without colours in any theme.
fn attributes(look: Look) -> Modifier {
    let mut on = match look.role {
        Role::Title | Role::Heading | Role::TableHead | Role::Accent => Modifier::BOLD,
        Role::Quotation => Modifier::ITALIC,
        _ => Modifier::empty(),
    };
    let inline = look.inline;
    for (is_on, modifier) in [
        (inline.strong, Modifier::BOLD),
        (inline.emphasis, Modifier::ITALIC),
        (inline.strike, Modifier::CROSSED_OUT),
        (inline.link, Modifier::UNDERLINED),
    ] {
        if is_on {
            on |= modifier;
        }
    }
    if let Some((kind, marked)) = look.fact
        && look.role != Role::Glyph
    {
        on |= match marked {
            Marked::Light => Modifier::UNDERLINED,
            Marked::Mention => Modifier::UNDERLINED | of_kind(kind),
            Marked::Plain | Marked::Selected => of_kind(kind),
        };
    }
    on
}

/// The attributes of a kind of fact.
const fn of_kind(kind: Kind) -> Modifier {
    match kind {
        Kind::Quantity | Kind::Percent | Kind::Money => Modifier::BOLD,
        Kind::Time | Kind::Quote | Kind::Claim => Modifier::ITALIC,
        Kind::Person | Kind::Organization | Kind::Place | Kind::Event => Modifier::UNDERLINED,
        Kind::Definition | Kind::List => Modifier::BOLD.union(Modifier::UNDERLINED),
    }
}

/// The style of a look without any colour.
fn plain(look: Look) -> Style {
    let mut on = attributes(look);
    if matches!(look.role, Role::Dim | Role::Hidden | Role::Line) {
        on |= Modifier::DIM;
    }
    if look.ink.is_some() && look.role != Role::Glyph {
        on |= Modifier::UNDERLINED;
    }
    let selected = matches!(look.fact, Some((_, Marked::Selected)));
    if selected
        || look.chosen
        || look.hit.is_some()
        || matches!(look.role, Role::Selection | Role::Cursor)
    {
        on |= Modifier::REVERSED;
    }
    if look.role == Role::SelectionElsewhere || look.hit == Some(Hit::Current) {
        on |= Modifier::BOLD;
    }
    Style::new().add_modifier(on)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_colours_every_kind_and_the_selection_still_show() {
        let theme = Theme::new(ThemeName::Dark, Depth::None);
        for kind in Kind::ALL {
            let marked = |m| {
                theme.style(Look {
                    fact: Some((kind, m)),
                    ..Look::default()
                })
            };
            assert_ne!(marked(Marked::Plain), theme.style(Look::default()));
            assert_ne!(marked(Marked::Selected), marked(Marked::Plain));
            assert_eq!(marked(Marked::Selected).fg, None);
        }
        assert_ne!(
            theme.style(Role::Selection.into()),
            theme.style(Look::default())
        );
    }

    #[test]
    fn themes_walk_in_a_circle() {
        let mut name = ThemeName::Dark;
        for _ in ThemeName::ALL {
            name = name.next();
        }
        assert_eq!(name, ThemeName::Dark);
    }
}
