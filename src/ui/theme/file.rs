//! Theme files: TOML to a palette, with the line and the key of what is wrong.
//!
//! ```toml
//! for = "dark"            # the grounds that it is for: dark, light or any
//! base = "night"          # what it does not say is as there; own themes only
//!
//! [colours]
//! heading = "#e8c996"     # a colour, one of the terminal's own by its name, attributes, or none
//! ```

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::palette::{Palette, Part};
use super::tint::Tint;
use super::{Ground, ThemeName, names};

/// What is wrong with a theme file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {message}")]
pub struct ThemeError {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong there, and what could be right.
    pub message: String,
}

/// What a theme file says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Read {
    /// The ground that it is for; unknown for any.
    pub(super) ground: Ground,
    /// Its tints.
    pub(super) palette: Palette,
}

/// A theme file as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    #[serde(rename = "for")]
    ground: Option<Spanned<String>>,
    base: Option<Spanned<String>>,
    #[serde(default, alias = "colors")]
    colours: BTreeMap<Spanned<String>, Spanned<String>>,
}

/// Reads a theme. O(bytes).
///
/// # Errors
/// When it is no TOML, or says what no theme has.
pub(super) fn read(text: &str) -> Result<Read, ThemeError> {
    let written: Written = toml::from_str(text).map_err(|error| ThemeError {
        line: error.span().map_or(1, |span| line(text, span.start)),
        message: error.message().lines().collect::<Vec<_>>().join(" "),
    })?;
    let wrong = |at: usize, message: String| ThemeError {
        line: line(text, at),
        message,
    };
    let base = match &written.base {
        Some(base) => {
            let name = ThemeName::from(base.get_ref().clone());
            let source = names::source(&name).ok_or_else(|| {
                let most_like =
                    nearest(base.get_ref(), ThemeName::built_in().map(ThemeName::as_str));
                wrong(
                    base.span().start,
                    format!(
                        "`base`: there is no built-in theme `{}`{most_like}",
                        name.as_str()
                    ),
                )
            })?;
            // The built-in themes are read in the tests.
            read(source).ok()
        }
        None => None,
    };
    let ground = match written.ground.as_ref().map(|g| (g, g.get_ref().as_str())) {
        Some((_, "dark")) => Ground::Dark,
        Some((_, "light")) => Ground::Light,
        Some((_, "any")) => Ground::Unknown,
        Some((at, other)) => {
            let message = format!("`for` is dark, light or any, not `{other}`");
            return Err(wrong(at.span().start, message));
        }
        None => base.map_or(Ground::Unknown, |base| base.ground),
    };
    let mut palette = base.map(|base| base.palette).unwrap_or_default();
    for (key, value) in &written.colours {
        let name = key.get_ref();
        let Some((_, part)) = Part::ALL.iter().find(|(n, _)| n == name) else {
            let most_like = nearest(name, Part::ALL.iter().map(|p| p.0));
            let message = format!("`{name}` is no part of a theme{most_like}");
            return Err(wrong(key.span().start, message));
        };
        let tint = Tint::read(value.get_ref())
            .map_err(|what| wrong(value.span().start, format!("`{name}`: {what}")))?;
        palette.set(*part, tint);
    }
    Ok(Read { ground, palette })
}

/// The line of a byte, from 1.
fn line(text: &str, at: usize) -> usize {
    let before = text.as_bytes().get(..at).unwrap_or(text.as_bytes());
    memchr::memchr_iter(b'\n', before).count() + 1
}

/// `; did you mean …?` for what is nearly one of some names, or nothing.
fn nearest<'a>(typed: &str, names: impl Iterator<Item = &'a str>) -> String {
    crate::command::nearest(typed, names)
        .map(|name| format!("; did you mean `{name}`?"))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expect: &str) {
        let said = read(text).map_or_else(|error| error.to_string(), |_| "fine".to_owned());
        assert!(said.starts_with(expect), "{said}");
    }

    #[test]
    fn what_is_wrong_is_named_with_its_line() {
        check("for = \"dark\"\n[colours]\ntext = \"#ffffff\"", "fine");
        check("[colors]\ntext = \"red bold\"", "fine");
        check(
            "[colours]\ntext = \"red\"\ntexd = \"red\"",
            "line 3: `texd` is no part of a theme; did you mean `text`?",
        );
        check(
            "[colours]\n\nlink = \"bleu\"",
            "line 3: `link`: `bleu` is no colour: write #rrggbb",
        );
        check("for = \"night\"", "line 1: `for` is dark, light or any");
        check(
            "base = \"nihgt\"",
            "line 1: `base`: there is no built-in theme `nihgt`; did you mean `night`?",
        );
        check("\nname = \"x\"", "line 2: unknown field `name`");
        check("[colours\ntext = 1", "line 1: ");
        check("[colours]\ntext = 1", "line 2: ");
    }

    #[test]
    fn what_a_theme_does_not_say_is_as_in_its_base() {
        let night = read(names::source(&ThemeName::NIGHT).unwrap()).unwrap();
        let own = read("base = \"night\"\n[colours]\ntext = \"#ffffff\"").unwrap();
        assert_eq!(own.ground, Ground::Dark);
        for (name, part) in Part::ALL {
            let same = own.palette.tint(part) == night.palette.tint(part);
            assert_eq!(same, part != Part::Text, "{name}");
        }
    }
}
