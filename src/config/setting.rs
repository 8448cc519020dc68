//! The settings, one by one: name, what it does, its default, how it is read.

use super::Config;
use super::value::Value;
use crate::layout::{Alignment, Glyphs, Hyphens, Paragraphs};
use crate::ui::{Bidi, Columns, Density, Order, Pane, Panes, ThemeName, View};

/// One setting.
pub struct Setting {
    /// Its name.
    pub name: &'static str,
    /// What it does and which values it takes, a line of the printed configuration each.
    pub about: &'static [&'static str],
    /// Its default, as TOML.
    pub default: &'static str,
    /// Puts a value into the configuration, or says what it must be.
    pub(super) read: fn(&mut Config, &Value<'_>) -> Result<(), String>,
}

/// All settings, in the order of the printed configuration.
pub const SETTINGS: &[Setting] = &[
    Setting {
        name: "theme",
        about: &[
            "The colours: auto (theme-light or theme-dark, as the terminal's ground is), dark, light, night,",
            "paper, neutral, contrast, ansi, mono, or a theme of your own in nutgraf/themes.",
        ],
        default: "\"auto\"",
        read: |config, value| {
            config.theme = theme(value)?;
            Ok(())
        },
    },
    Setting {
        name: "theme-light",
        about: &["The theme for a light terminal."],
        default: "\"light\"",
        read: |config, value| {
            config.theme_light = theme(value)?;
            Ok(())
        },
    },
    Setting {
        name: "theme-dark",
        about: &["The theme for a dark terminal."],
        default: "\"dark\"",
        read: |config, value| {
            config.theme_dark = theme(value)?;
            Ok(())
        },
    },
    Setting {
        name: "width",
        about: &["The widest that a row of text may be, in columns: 20 to 200."],
        default: "72",
        read: |config, value| {
            config.width = value.number(20..=200)?;
            Ok(())
        },
    },
    Setting {
        name: "panes",
        about: &["The panes beside the text at first: \"sections\", \"facts\", both, or none: []."],
        default: "[\"sections\", \"facts\"]",
        read: |config, value| {
            config.panes = panes(value)?;
            Ok(())
        },
    },
    Setting {
        name: "density",
        about: &["Which facts are marked at first: \"key\", \"all\" or \"none\"."],
        default: "\"key\"",
        read: |config, value| {
            config.density = value.one_of(&[
                ("key", Density::Key),
                ("all", Density::All),
                ("none", Density::Off),
            ])?;
            Ok(())
        },
    },
    Setting {
        name: "order",
        about: &["The order of the facts at first: \"reading\", \"importance\" or \"kind\"."],
        default: "\"reading\"",
        read: |config, value| {
            config.order = value.one_of(&[
                ("reading", Order::Reading),
                ("importance", Order::Importance),
                ("kind", Order::Kind),
            ])?;
            Ok(())
        },
    },
    Setting {
        name: "ascii",
        about: &["Draw with ASCII signs only, for terminals and fonts without others."],
        default: "false",
        read: |config, value| {
            config.glyphs = if value.switch()? {
                Glyphs::Ascii
            } else {
                Glyphs::Unicode
            };
            Ok(())
        },
    },
    Setting {
        name: "justify",
        about: &["Rows of running text full at the right edge."],
        default: "false",
        read: |config, value| {
            config.typography.alignment = if value.switch()? {
                Alignment::Justified
            } else {
                Alignment::Ragged
            };
            Ok(())
        },
    },
    Setting {
        name: "hyphenate",
        about: &["Break English words at the end of rows."],
        default: "false",
        read: |config, value| {
            config.typography.hyphens = if value.switch()? {
                Hyphens::English
            } else {
                Hyphens::AsWritten
            };
            Ok(())
        },
    },
    Setting {
        name: "indent",
        about: &["Paragraphs set in instead of a blank row between them."],
        default: "false",
        read: |config, value| {
            config.typography.paragraphs = if value.switch()? {
                Paragraphs::Indented
            } else {
                Paragraphs::Spaced
            };
            Ok(())
        },
    },
    Setting {
        name: "columns",
        about: &["How many columns of text stand side by side where there is room: 1 or 2."],
        default: "1",
        read: |config, value| {
            config.columns = match value.number(1..=2)? {
                2 => Columns::Two,
                _ => Columns::One,
            };
            Ok(())
        },
    },
    Setting {
        name: "skim",
        about: &["Dim all but the sentences of the listed facts at first."],
        default: "false",
        read: |config, value| {
            config.skim = value.switch()?;
            Ok(())
        },
    },
    Setting {
        name: "bidi",
        about: &["Who puts right-to-left text in order: \"reader\", \"terminal\" or \"off\"."],
        default: "\"reader\"",
        read: |config, value| {
            config.bidi = value.one_of(&[
                ("reader", Bidi::Reader),
                ("terminal", Bidi::Terminal),
                ("off", Bidi::Off),
            ])?;
            Ok(())
        },
    },
    Setting {
        name: "mouse",
        about: &["Whether the mouse is the reader's at first; if not, the terminal keeps it."],
        default: "true",
        read: |config, value| {
            config.mouse = value.switch()?;
            Ok(())
        },
    },
    Setting {
        name: "editor",
        about: &[
            "The editor, with arguments if need be; it is given +LINE and the file.",
            "Empty: what VISUAL or EDITOR names.",
        ],
        default: "\"\"",
        read: |config, value| {
            let named = value.text()?.trim();
            config.editor = (!named.is_empty()).then(|| named.to_owned());
            Ok(())
        },
    },
    Setting {
        name: "browser",
        about: &["What opens addresses of the web, as in BROWSER. Empty: what BROWSER names."],
        default: "\"\"",
        read: |config, value| {
            let named = value.text()?.trim();
            config.browser = (!named.is_empty()).then(|| named.to_owned());
            Ok(())
        },
    },
    Setting {
        name: "store",
        about: &[
            "Whether places, notes and the history are remembered; if not, as with --no-store.",
        ],
        default: "true",
        read: |config, value| {
            config.store = value.switch()?;
            Ok(())
        },
    },
    Setting {
        name: "linear",
        about: &["Whether to read in plain lines, as with --linear: for screen readers."],
        default: "false",
        read: |config, value| {
            config.linear = value.switch()?;
            Ok(())
        },
    },
    Setting {
        name: "chord-timeout",
        about: &[
            "How long a sequence of keys may stay incomplete before it is dropped, in",
            "milliseconds; 0: for ever. A letter after `m` and the like has three times as long.",
        ],
        default: "1000",
        read: |config, value| {
            config.chord_ms = value.number(0..=60_000)?;
            Ok(())
        },
    },
];

/// The name of a theme; whether there is one of that name is for those to say who can look into the folder.
fn theme(value: &Value<'_>) -> Result<ThemeName, String> {
    match value.text()?.trim() {
        "" => Err("must name a theme".to_owned()),
        name => Ok(ThemeName::from(name.to_owned())),
    }
}

/// The panes that are named.
fn panes(value: &Value<'_>) -> Result<Panes, String> {
    let mut panes = Panes {
        sections: false,
        facts: false,
        ..View::default().panes
    };
    for named in value.each() {
        match named.one_of(&[("sections", Pane::Sections), ("facts", Pane::Facts)])? {
            Pane::Sections => panes.sections = true,
            Pane::Facts => panes.facts = true,
            Pane::Text => {}
        }
    }
    Ok(panes)
}
