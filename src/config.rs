//! The configuration: what a reader wants otherwise than the program has it, from the text of `config.toml`.
//!
//! [`Config::read`] takes the text and gives plain data and a list of [`Problem`]s, each with its line. It never fails:
//! a setting that cannot be read keeps its default, keys that contradict each other leave all keys as they are in the
//! table of commands. One list ([`SETTINGS`]) says which settings there are; reading, suggestions and [`commented`] (the
//! whole configuration with its defaults, as text) are all made from it, so that they cannot disagree.
//!
//! Deliberately absent: files, the environment and the terminal. Where the text comes from is for `cli` to know.

mod edit;
mod keys;
mod print;
mod problem;
mod setting;
mod spelling;
#[cfg(test)]
mod tests;
mod value;

use toml::de::DeTable;

pub use edit::with_theme;
pub use print::commented;
pub use problem::{Problem, Weight};
pub use setting::{SETTINGS, Setting};

use crate::command::{Keymap, nearest};
use crate::layout::{Glyphs, Typography};
use crate::ui::{Bidi, Columns, Density, Order, Panes, ThemeName, View, default_measure};
use problem::Lines;
use value::Value;

/// The table of the file that binds keys.
const KEYS: &str = "keys";

/// What the reader wants.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a switch of its own in the file"
)]
pub struct Config {
    /// The theme; `auto` for the one that suits the terminal.
    pub theme: ThemeName,
    /// The theme for terminals with a light ground.
    pub theme_light: ThemeName,
    /// The theme for terminals with a dark ground.
    pub theme_dark: ThemeName,
    /// The widest that a row of text may be, in columns.
    pub width: u16,
    /// The panes shown at first.
    pub panes: Panes,
    /// Which facts are marked at first.
    pub density: Density,
    /// The order of the facts at first.
    pub order: Order,
    /// The signs that may be drawn.
    pub glyphs: Glyphs,
    /// How paragraphs are set.
    pub typography: Typography,
    /// How many columns of text stand side by side.
    pub columns: Columns,
    /// Whether all but the key sentences are dimmed at first.
    pub skim: bool,
    /// Who puts right-to-left text in order.
    pub bidi: Bidi,
    /// Whether the mouse is the reader's at first.
    pub mouse: bool,
    /// The editor with its arguments; none for what the environment names.
    pub editor: Option<String>,
    /// The browser with its arguments; none for what the environment names.
    pub browser: Option<String>,
    /// How long a sequence of keys may stay incomplete, in ms; 0 for as long as it takes.
    pub chord_ms: u16,
    /// Whether anything is remembered.
    pub store: bool,
    /// Whether articles are read in plain lines.
    pub linear: bool,
    /// The keys.
    pub keymap: Keymap,
}

impl Default for Config {
    fn default() -> Self {
        let view = View::default();
        Self {
            theme: ThemeName::AUTO,
            theme_light: ThemeName::LIGHT,
            theme_dark: ThemeName::DARK,
            width: default_measure(),
            panes: view.panes,
            density: view.density,
            order: view.order,
            glyphs: view.glyphs,
            typography: view.typography,
            columns: view.columns,
            skim: view.skim,
            bidi: view.bidi,
            mouse: view.mouse,
            editor: None,
            browser: None,
            chord_ms: 1000,
            store: true,
            linear: false,
            keymap: Keymap::default(),
        }
    }
}

impl Config {
    /// Reads the text of a configuration: what it says, with the defaults for the rest, and what is wrong with it, by
    /// line. Linear in the text, and in the square of the keys that it binds.
    pub fn read(text: &str) -> (Self, Vec<Problem>) {
        let mut config = Self::default();
        let lines = Lines::new(text);
        let table = match DeTable::parse(text) {
            Ok(table) => table.into_inner(),
            Err(error) => {
                let at = error.span().map_or(0, |span| span.start);
                let sentence = format!("this is not TOML: {}", error.message());
                return (config, vec![lines.error(at, sentence)]);
            }
        };
        let mut problems = Vec::new();
        for (name, value) in &table {
            let value = Value::new(value);
            if name.get_ref() == KEYS {
                match value.table() {
                    Ok(table) => {
                        let (keymap, wrong) = keys::read(table, &lines);
                        config.keymap = keymap;
                        problems.extend(wrong);
                    }
                    Err(sentence) => problems.push(lines.error(value.start(), sentence)),
                }
                continue;
            }
            let read = match SETTINGS.iter().find(|s| s.name == name.get_ref()) {
                Some(setting) => (setting.read)(&mut config, &value)
                    .map_err(|why| lines.error(value.start(), format!("{}: {why}", setting.name))),
                None => Err(lines.error(name.span().start, unknown(name.get_ref()))),
            };
            problems.extend(read.err());
        }
        problems.sort_by_key(|p| p.line);
        (config, problems)
    }

    /// The line of a text, from 1, on which the value of a setting stands; none where it is not set or the text is not
    /// TOML.
    pub fn line_of(text: &str, setting: &str) -> Option<usize> {
        let table = DeTable::parse(text).ok()?.into_inner();
        let mut entries = table.iter();
        let (_, value) = entries.find(|(name, _)| name.get_ref() == setting)?;
        Some(Lines::new(text).line(value.span().start))
    }
}

/// What is wrong with a name that no setting has.
fn unknown(name: &str) -> String {
    if crate::command::TABLE.iter().any(|entry| entry.name == name) {
        return format!("`{name}` is a command: its keys stand under a line [{KEYS}]");
    }
    let names = SETTINGS.iter().map(|s| s.name).chain([KEYS]);
    let hint = match nearest(name, names) {
        Some(meant) => format!("did you mean `{meant}`?"),
        None => "`nutgraf config --print-default` lists all settings".to_owned(),
    };
    format!("there is no setting `{name}`; {hint}")
}
