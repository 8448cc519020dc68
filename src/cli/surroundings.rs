//! What the process finds around it: terminals, their width, the wish for no colours. Looked at once, here only.

use std::io::IsTerminal;
use std::path::PathBuf;

use crate::app::Links;
use crate::export::Colour;
use crate::ui::{Depth, Ground};

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
    /// The columns of the terminal, or 100 without one.
    pub(super) width: usize,
    /// Whether to print in colours.
    pub(super) colour: Colour,
    /// How many colours the terminal has.
    pub(super) depth: Depth,
    /// Its ground, as far as the environment tells.
    pub(super) ground: Ground,
    /// Whether it is told where links go.
    pub(super) links: Links,
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
            stderr: stream(std::io::stderr().is_terminal()),
            width: width.filter(|&w| w > 0).map_or(UNKNOWN_WIDTH, usize::from),
            colour: if plain { Colour::Never } else { Colour::Always },
            depth: if is_set("NO_COLOR") || is_dumb {
                Depth::None
            } else {
                depth()
            },
            ground: ground(
                std::env::var("COLORFGBG").ok().as_deref(),
                std::env::var("TERM").ok().as_deref(),
            ),
            links: links(
                &std::env::var("TERM").unwrap_or_default(),
                std::env::var("VTE_VERSION").ok().as_deref(),
            ),
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

/// The ground of a terminal that says `foreground;background` in colours from 0 to 15: 7 and 9 to 15 are light. The
/// console of Linux is dark.
fn ground(colorfgbg: Option<&str>, term: Option<&str>) -> Ground {
    let ground = colorfgbg
        .and_then(|v| v.rsplit(';').next())
        .and_then(|n| n.parse::<u8>().ok());
    match ground {
        Some(7 | 9..=15) => Ground::Light,
        Some(0..=6 | 8) => Ground::Dark,
        _ if term == Some("linux") => Ground::Dark,
        _ => Ground::Unknown,
    }
}

/// The folder of the person's own themes: `nutgraf/themes` in the folder of the configuration, which is
/// `XDG_CONFIG_HOME` where that is set and absolute, as the XDG base directory specification has it, or else `.config`
/// at home (`APPDATA` on Windows).
pub(super) fn themes_folder() -> Option<PathBuf> {
    let folder = |name| std::env::var_os(name).map(PathBuf::from);
    let given = folder("XDG_CONFIG_HOME").filter(|path| path.is_absolute());
    let windows = || folder("APPDATA").filter(|_| cfg!(windows));
    let home = || folder("HOME").map(|home| home.join(".config"));
    let config = given.or_else(windows).or_else(home)?;
    Some(config.join("nutgraf").join("themes"))
}

/// Whether hyperlinks are safe to write. Terminals ignore what they do not know, but for the console of Linux, those
/// without any sequences, and VTE up to 0.50.0, which crashed (<https://bugzilla.gnome.org/show_bug.cgi?id=788266>).
fn links(term: &str, vte: Option<&str>) -> Links {
    let old = [
        "dumb", "linux", "cons25", "vt52", "vt100", "vt102", "vt220", "eterm", "sun", "unknown", "",
    ];
    let name = term.split('-').next().unwrap_or_default();
    let vte = vte.and_then(|version| version.parse::<u32>().ok());
    if old.contains(&name) || vte.is_some_and(|version| version <= 5000) {
        Links::Untold
    } else {
        Links::Told
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_environment_may_tell_the_ground() {
        assert_eq!(ground(Some("0;15"), None), Ground::Light);
        assert_eq!(ground(Some("15;default;0"), Some("xterm")), Ground::Dark);
        assert_eq!(ground(Some("default;default"), None), Ground::Unknown);
        assert_eq!(ground(None, Some("linux")), Ground::Dark);
        assert_eq!(ground(None, Some("xterm")), Ground::Unknown);
    }

    #[test]
    fn only_terminals_that_bear_it_are_told_about_links() {
        for term in ["dumb", "linux", "linux-16color", "vt100", "eterm-color", ""] {
            assert_eq!(links(term, None), Links::Untold, "{term}");
        }
        for term in [
            "xterm-256color",
            "tmux-256color",
            "screen",
            "foot",
            "xterm-kitty",
        ] {
            assert_eq!(links(term, None), Links::Told, "{term}");
        }
        assert_eq!(links("xterm-256color", Some("4801")), Links::Untold);
        assert_eq!(links("xterm-256color", Some("7600")), Links::Told);
    }
}
