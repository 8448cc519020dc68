//! What the process finds around it: terminals, their width, the wish for no colours. Looked at once, here only.

use std::io::IsTerminal;

use crate::export::Colour;
use crate::ui::{Depth, ThemeName};

/// What a standard stream is connected to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stream {
    /// A terminal, with a person at it.
    Terminal,
    /// A file, a pipe or nothing.
    Other,
}

/// What the process finds around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Surroundings {
    /// Standard input.
    pub(super) stdin: Stream,
    /// Standard output.
    pub(super) stdout: Stream,
    /// Standard error.
    pub(super) stderr: Stream,
    /// Whether the terminal cannot move a cursor.
    pub(super) dumb: bool,
    /// The columns of the terminal, or 100 without one.
    pub(super) width: usize,
    /// Whether to print in colours.
    pub(super) colour: Colour,
    /// How many colours the terminal has.
    pub(super) depth: Depth,
    /// The theme that suits its ground.
    pub(super) theme: ThemeName,
}

/// The width when there is no terminal to ask, in columns.
const UNKNOWN_WIDTH: usize = 100;

impl Surroundings {
    /// Looks at the streams and the environment: `NO_COLOR` (<https://no-color.org>) and `TERM=dumb` mean no colours.
    pub(super) fn look() -> Self {
        let stream = |is_terminal| {
            if is_terminal {
                Stream::Terminal
            } else {
                Stream::Other
            }
        };
        let stdout = stream(std::io::stdout().is_terminal());
        let is_set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        let is_dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
        let plain = stdout == Stream::Other || is_set("NO_COLOR") || is_dumb;
        let width = match stdout {
            Stream::Terminal => crossterm::terminal::size().ok().map(|(columns, _)| columns),
            Stream::Other => None,
        };
        Self {
            stdin: stream(std::io::stdin().is_terminal()),
            stdout,
            dumb: is_dumb,
            stderr: stream(std::io::stderr().is_terminal()),
            width: width.filter(|&w| w > 0).map_or(UNKNOWN_WIDTH, usize::from),
            colour: if plain { Colour::Never } else { Colour::Always },
            depth: if is_set("NO_COLOR") || is_dumb {
                Depth::None
            } else {
                depth()
            },
            theme: theme(std::env::var("COLORFGBG").ok().as_deref()),
        }
    }
}

/// The colours that the environment promises.
fn depth() -> Depth {
    let var = |name| std::env::var(name).unwrap_or_default();
    let (colorterm, term) = (var("COLORTERM"), var("TERM"));
    if matches!(colorterm.as_str(), "truecolor" | "24bit") || term.ends_with("-direct") {
        Depth::True
    } else if term.contains("256") {
        Depth::Indexed
    } else {
        Depth::Sixteen
    }
}

/// The theme for a terminal that says `foreground;background` in colours from 0 to 15. 7 and 9 to 15 are light.
fn theme(colorfgbg: Option<&str>) -> ThemeName {
    let ground = colorfgbg
        .and_then(|v| v.rsplit(';').next())
        .and_then(|n| n.parse::<u8>().ok());
    match ground {
        Some(7 | 9..=15) => ThemeName::Light,
        _ => ThemeName::Dark,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_light_ground_gets_the_light_theme() {
        assert_eq!(theme(Some("0;15")), ThemeName::Light);
        assert_eq!(theme(Some("15;default;0")), ThemeName::Dark);
        assert_eq!(theme(None), ThemeName::Dark);
    }
}
