//! Themes: the look of a piece as a style, for as many colours as the terminal has.
//!
//! A theme is a TOML file in `assets/themes` (or one of the reader's own, which `app` reads). Only the chosen one is
//! parsed, once; after that a [`Theme`] is a small table. Kinds of facts differ by glyph and by attributes (bold,
//! underlined, italic) as well as by colour, and what is selected is reversed where there are no colours, so that
//! nothing is lost without them.

#[cfg(test)]
mod contrast;
mod file;
mod names;
mod page;
mod palette;
mod tint;

use ratatui::style::{Color, Modifier, Style};

use self::file::Read;
pub use self::file::ThemeError;
pub use self::names::{Ground, ThemeName};
use self::palette::{Palette, Part};
use super::{Hit, Look, Marked, Role};
use crate::facts::Kind;

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

/// A theme in the colours of a terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Theme {
    palette: Palette,
}

impl Theme {
    /// A built-in theme for a terminal with so many colours, on an unknown ground; a name that is not built in counts
    /// as `auto`. Parses a file: make it once.
    pub fn new(name: &ThemeName, depth: Depth) -> Self {
        Self::built_in(name, Ground::Unknown, depth)
            .or_else(|| Self::built_in(&ThemeName::AUTO, Ground::Unknown, depth))
            .unwrap_or(Self {
                palette: Palette::default(),
            })
    }

    /// A built-in theme for a terminal with a ground and so many colours; none when no such theme is built in.
    pub fn built_in(name: &ThemeName, ground: Ground, depth: Depth) -> Option<Self> {
        let source = names::source(&name.on(ground))?;
        // The built-in themes are read in the tests.
        let read = file::read(source).ok()?;
        Some(Self::at(&read, ground, depth))
    }

    /// A theme from the text of its file, for a terminal with a ground and so many colours.
    ///
    /// # Errors
    /// The line and the key of what cannot be read.
    pub fn from_toml(text: &str, ground: Ground, depth: Depth) -> Result<Self, ThemeError> {
        file::read(text).map(|read| Self::at(&read, ground, depth))
    }

    /// What a terminal makes of a theme. With 16 colours it is the theme of the 16 colours for the same ground; on the
    /// other ground than it is for, it brings a page of its own.
    fn at(read: &Read, ground: Ground, depth: Depth) -> Self {
        let instead = match depth {
            Depth::None => Some(ThemeName::MONO),
            Depth::Sixteen if !read.palette.fits_sixteen() => {
                // A theme of one ground is chosen for that ground, whatever the terminal says of itself.
                let ground = match read.ground {
                    Ground::Unknown => ground,
                    its => its,
                };
                Some(ThemeName::ANSI.on(ground))
            }
            _ => None,
        };
        let on = instead
            .and_then(|name| file::read(names::source(&name)?).ok())
            .unwrap_or(*read);
        let palette = page::under(on, ground);
        Self {
            palette: palette.map(|tint| tint.at(depth)),
        }
    }

    /// The style of the empty screen, and of the ground under everything.
    pub fn ground(&self) -> Style {
        if self.palette.tint(Part::Ground).colour.is_none() {
            return Style::new();
        }
        self.behind(self.front(Style::new(), Part::Text), Part::Ground)
    }

    /// The colour that all text on a row has, whose look behind its pieces is `under`; none where pieces keep theirs.
    pub(super) fn text_on(&self, under: Option<Role>) -> Option<Color> {
        if under == Some(Role::Selection) {
            self.palette.tint(Part::OnSelection).colour
        } else {
            None
        }
    }

    /// The style of a look.
    pub fn style(&self, look: Look) -> Style {
        let mut style = Style::new().add_modifier(attributes(look));
        style = self.front(style, Part::Text);
        style = match look.role {
            Role::Title => self.front(style, Part::Title),
            Role::Heading => self.front(style, Part::Heading),
            Role::Dim | Role::Hidden => self.front(style, Part::Dim),
            Role::Faint => self.front(style, Part::Faint),
            Role::Line => self.front(style, Part::Line),
            Role::Quotation => self.front(style, Part::Quotation),
            Role::Code => self.front(style, Part::Code),
            Role::TableHead | Role::Accent | Role::Notice => self.front(style, Part::Accent),
            Role::Selection => self.behind(style, Part::Selection),
            Role::SelectionElsewhere => self.behind(style, Part::SelectionElsewhere),
            Role::Text | Role::Glyph => style,
            Role::Error => self.front(style, Part::Error),
            Role::Cursor => style.add_modifier(Modifier::REVERSED),
        };
        if look.inline.code {
            style = self.front(style, Part::Code);
        }
        if look.inline.link {
            style = self.front(style, Part::Link);
        }
        if look.receding {
            style = self.front(style, Part::Dim);
        }
        if look.evidence {
            style = self.behind(style, Part::Evidence);
        }
        if let Some(ink) = look.ink {
            style = match look.role {
                Role::Glyph => self.front(style, Part::sign(ink)),
                _ => self.behind(style, Part::behind(ink)),
            };
        }
        if let Some((kind, marked)) = look.fact {
            style = self.mark(style, kind, marked);
        }
        // Where a highlight is bright, or nobody knows how bright, text on it has a colour of its own.
        if look.ink.is_some() && look.role != Role::Glyph {
            style = self.front(style, Part::OnHighlight);
        }
        style = match look.hit {
            Some(Hit::Other) => self.front(self.behind(style, Part::Hit), Part::OnHit),
            Some(Hit::Current) => self.front(self.behind(style, Part::CurrentHit), Part::OnHit),
            None => style,
        };
        if look.chosen {
            style = self.front(self.behind(style, Part::Chosen), Part::OnHit);
        }
        style
    }

    /// The style of a marked fact.
    fn mark(&self, style: Style, kind: Kind, marked: Marked) -> Style {
        let tint = self.palette.tint(Part::of(kind));
        match (marked, tint.colour) {
            (Marked::Light, Some(colour)) => style.underline_color(colour),
            (Marked::Light, None) => style,
            (Marked::Plain | Marked::Mention, _) => self.front(style, Part::of(kind)),
            (Marked::Selected, Some(colour)) if colour != Color::Reset => {
                self.front(style.bg(colour), Part::OnFact)
            }
            (Marked::Selected, _) => style.add_modifier(Modifier::REVERSED),
        }
    }

    /// A style with the tint of a part as text.
    fn front(&self, style: Style, part: Part) -> Style {
        let tint = self.palette.tint(part);
        let style = style.add_modifier(tint.attributes);
        tint.colour.map_or(style, |colour| style.fg(colour))
    }

    /// A style with the tint of a part behind the text.
    fn behind(&self, style: Style, part: Part) -> Style {
        let tint = self.palette.tint(part);
        let style = style.add_modifier(tint.attributes);
        tint.colour.map_or(style, |colour| style.bg(colour))
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
        Kind::Time | Kind::Quote | Kind::Claim | Kind::Statement => Modifier::ITALIC,
        Kind::Person | Kind::Organization | Kind::Place | Kind::Event => Modifier::UNDERLINED,
        Kind::Definition | Kind::List => Modifier::BOLD.union(Modifier::UNDERLINED),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_colours_every_kind_and_the_selection_still_show() {
        let theme = Theme::new(&ThemeName::DARK, Depth::None);
        for kind in Kind::ALL {
            let marked = |m| {
                theme.style(Look {
                    fact: Some((kind, m)),
                    ..Look::default()
                })
            };
            assert_ne!(marked(Marked::Plain), theme.style(Look::default()));
            assert_ne!(marked(Marked::Selected), marked(Marked::Plain));
        }
        assert_ne!(
            theme.style(Role::Selection.into()),
            theme.style(Look::default())
        );
    }

    #[test]
    fn auto_is_the_theme_of_the_ground() {
        let auto = |ground| Theme::built_in(&ThemeName::AUTO, ground, Depth::True);
        let fixed = |name| Some(Theme::new(&name, Depth::True));
        assert_eq!(auto(Ground::Dark), fixed(ThemeName::DARK));
        assert_eq!(auto(Ground::Light), fixed(ThemeName::LIGHT));
        assert_eq!(auto(Ground::Unknown), fixed(ThemeName::NEUTRAL));
    }

    #[test]
    fn sixteen_colours_are_those_of_the_same_ground() {
        let at = |name: &ThemeName, ground| Theme::built_in(name, ground, Depth::Sixteen);
        assert_eq!(
            at(&ThemeName::NIGHT, Ground::Unknown),
            at(&ThemeName::ANSI, Ground::Dark)
        );
        assert_eq!(
            at(&ThemeName::PAPER, Ground::Unknown),
            at(&ThemeName::ANSI, Ground::Light)
        );
        assert_eq!(
            at(&ThemeName::NEUTRAL, Ground::Unknown),
            at(&ThemeName::MONO, Ground::Unknown)
        );
    }
}
