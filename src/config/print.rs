//! The whole configuration with its defaults and what they mean, as text.

use std::fmt::Write;

use super::{KEYS, SETTINGS};
use crate::command::{Group, TABLE};

/// The configuration with every setting and every key as it is without one, and comments. Reads back to the defaults.
pub fn commented() -> String {
    let mut out = String::from(
        "# The configuration of nutgraf, with its defaults.\n\
         # `nutgraf config --path` says where it is looked for; keep only what you change.\n\
         # `nutgraf config --check` says what is wrong with it, by line.\n",
    );
    for setting in SETTINGS {
        out.push('\n');
        for line in setting.about {
            let _ = writeln!(out, "# {line}");
        }
        let _ = writeln!(out, "{} = {}", setting.name, setting.default);
    }
    let _ = write!(
        out,
        "\n# Keys: a command, and the key or keys that say it; [] for none. A letter, a capital, a sign;\n\
         # Enter Esc Tab S-Tab Space Backspace Del Up Down Left Right Home End PgUp PgDn F1 to F12;\n\
         # C-x with Ctrl held, A-x with Alt held; a sequence is written with spaces: \"g s\".\n\
         # A command that you bind has no other keys than yours; a key that you bind is taken from\n\
         # the command that had it before.\n[{KEYS}]\n"
    );
    for group in Group::ALL {
        let _ = writeln!(out, "\n# {}", group.title());
        for entry in TABLE.iter().filter(|entry| entry.group == group) {
            let keys: Vec<_> = entry.keys.iter().map(|key| quoted(key)).collect();
            let keys = match keys.as_slice() {
                [one] => one.clone(),
                many => format!("[{}]", many.join(", ")),
            };
            let _ = writeln!(out, "{} = {keys}  # {}", entry.name, entry.sentence);
        }
    }
    out
}

/// A basic string of TOML.
pub(super) fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
