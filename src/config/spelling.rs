//! Keys as people write them: the names of the table in any case, and the spellings of other programs.

use crate::command::{Code, Key};

/// What is written before a key that is typed with Ctrl or Alt held.
const HELD: [(&str, Held); 7] = [
    ("ctrl-", Held::Ctrl),
    ("ctrl+", Held::Ctrl),
    ("c-", Held::Ctrl),
    ("alt-", Held::Alt),
    ("alt+", Held::Alt),
    ("a-", Held::Alt),
    ("m-", Held::Alt),
];

#[derive(Clone, Copy)]
enum Held {
    Ctrl,
    Alt,
}

/// Names in small letters, and the names of the table.
const NAMES: [(&str, &str); 24] = [
    ("enter", "Enter"),
    ("return", "Enter"),
    ("cr", "Enter"),
    ("esc", "Esc"),
    ("escape", "Esc"),
    ("tab", "Tab"),
    ("s-tab", "S-Tab"),
    ("shift-tab", "S-Tab"),
    ("shift+tab", "S-Tab"),
    ("backspace", "Backspace"),
    ("bs", "Backspace"),
    ("del", "Del"),
    ("delete", "Del"),
    ("up", "Up"),
    ("down", "Down"),
    ("left", "Left"),
    ("right", "Right"),
    ("home", "Home"),
    ("end", "End"),
    ("pgup", "PgUp"),
    ("pageup", "PgUp"),
    ("pgdn", "PgDn"),
    ("pagedown", "PgDn"),
    ("space", "Space"),
];

/// Reads a key; none for what is the name of no key.
pub(super) fn key(word: &str) -> Option<Key> {
    let inner = word.strip_prefix('<').and_then(|w| w.strip_suffix('>'));
    if let Some(inner) = inner.filter(|inner| inner.len() > 1) {
        return key(inner);
    }
    for (written, held) in HELD {
        let (start, rest) = word.split_at_checked(written.len()).unwrap_or_default();
        if rest.is_empty() || !start.eq_ignore_ascii_case(written) {
            continue;
        }
        let mut key = key(rest)?;
        match held {
            Held::Ctrl => {
                key.ctrl = true;
                // Terminals do not tell Ctrl-X from Ctrl-x.
                if let Code::Char(c) = key.code {
                    key.code = Code::Char(c.to_ascii_lowercase());
                }
            }
            Held::Alt => key.alt = true,
        }
        return Some(key);
    }
    if let Ok(key) = word.parse() {
        return Some(key);
    }
    let lower = word.to_ascii_lowercase();
    if let Some((_, name)) = NAMES.iter().find(|(written, _)| *written == lower) {
        return name.parse().ok();
    }
    let number = lower.strip_prefix('f')?;
    format!("F{number}").parse().ok()
}
