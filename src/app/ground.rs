//! Asking the terminal whether its ground is dark or light (OSC 11), in words that it understands.
//!
//! The answer comes among the keys, however late, and `input` finds it there; nothing waits for it. tmux answers by itself from 3.4 on; an older one is asked to hand the
//! question on, which it does where `allow-passthrough` is on, and then hands the answer on, too.

use std::ffi::OsStr;
use std::fmt;

use crossterm::Command;

use crate::ui::Ground;

/// What the environment says of the terminal.
#[derive(Clone, Copy, Debug)]
struct Around<'a> {
    term: &'a str,
    tmux: bool,
    screen: bool,
}

/// A question to the terminal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Question(String);

impl Question {
    /// The question for the terminal that the environment tells of; none for one that would not understand it.
    pub(super) fn new() -> Option<Self> {
        let var = |name| std::env::var_os(name);
        let is_set = |name| var(name).is_some_and(|value| !value.is_empty());
        let term = var("TERM");
        let around = Around {
            term: term.as_deref().and_then(OsStr::to_str).unwrap_or_default(),
            tmux: is_set("TMUX"),
            screen: is_set("STY"),
        };
        if cfg!(windows) { None } else { ask(around) }
    }
}

impl Command for Question {
    fn write_ansi(&self, out: &mut impl fmt::Write) -> fmt::Result {
        out.write_str(&self.0)
    }

    #[cfg(windows)]
    fn execute_winapi(&self) -> std::io::Result<()> {
        Ok(())
    }
}

/// The question, where it makes sense. GNU screen hands answers on in a wrong order or to a wrong window, the console
/// of Linux has none, and Eterm prints the question.
fn ask(around: Around<'_>) -> Option<Question> {
    const ASK: &str = "\u{1b}]11;?\u{1b}\\";
    let is_screen = around.screen || (around.term.starts_with("screen") && !around.tmux);
    if is_screen || matches!(around.term, "" | "dumb" | "linux" | "Eterm") {
        return None;
    }
    if around.tmux {
        let doubled = ASK.replace('\u{1b}', "\u{1b}\u{1b}");
        return Some(Question(format!("{ASK}\u{1b}Ptmux;{doubled}\u{1b}\\")));
    }
    Some(Question(ASK.to_owned()))
}

/// The ground that a terminal tells in an answer, which is given without what encloses it: `11;rgb:1a1a/1b1b/1e1e`.
/// None for other answers.
pub(super) fn answer(says: &[u8]) -> Option<Ground> {
    let says = std::str::from_utf8(says).ok()?;
    ground(says.strip_prefix("11;")?)
}

/// What a colour means for text on it, as terminals write colours (`XParseColor`): `rgb:1a1a/1b1b/1e1e` with one to four digits
/// each, `rgba:` with an opacity behind, or `#` with three parts of equal length.
fn ground(colour: &str) -> Option<Ground> {
    let part = |digits: &str| {
        let most = 16_u32.checked_pow(u32::try_from(digits.len()).ok()?)? - 1;
        let value = u32::from_str_radix(digits, 16).ok()?;
        (1..=4)
            .contains(&digits.len())
            .then(|| f64::from(value) / f64::from(most))
    };
    let parts: Vec<f64> = if let Some(digits) = colour.strip_prefix('#') {
        let each = digits.len() / 3;
        let ends = digits.len() == each * 3 && digits.is_ascii() && each > 0;
        let cut = |i: usize| digits.get(i * each..(i + 1) * each).and_then(part);
        (0..3).filter(|_| ends).filter_map(cut).collect()
    } else {
        let (_, digits) = colour
            .split_once(':')
            .filter(|(k, _)| matches!(*k, "rgb" | "rgba"))?;
        digits.split('/').take(3).filter_map(part).collect()
    };
    let &[red, green, blue] = parts.as_slice() else {
        return None;
    };
    let linear = |v: f64| {
        if v <= 0.04045 {
            v / 12.92
        } else {
            ((v + 0.055) / 1.055).powf(2.4)
        }
    };
    // Relative luminance (WCAG 2.1). Below 0.179 white reads better on it than black.
    let luminance = 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    Some(if luminance < 0.179 {
        Ground::Dark
    } else {
        Ground::Light
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_read_as_terminals_write_colours() {
        for (says, ground) in [
            ("11;rgb:1111/1111/1111", Some(Ground::Dark)),
            ("11;rgb:FAFA/f7F7/f0f0", Some(Ground::Light)),
            ("11;rgba:00/2b/36/ff", Some(Ground::Dark)),
            ("11;rgb:f/f/f", Some(Ground::Light)),
            ("11;#fdf6e3", Some(Ground::Light)),
            ("11;what", None),
            ("11;rgb:1/2", None),
            ("10;rgb:ffff/ffff/ffff", None),
            ("52;c;aGk=", None),
        ] {
            assert_eq!(answer(says.as_bytes()), ground, "{says}");
        }
    }

    #[track_caller]
    fn check(term: &str, tmux: bool, screen: bool, expect: Option<&str>) {
        let question = ask(Around { term, tmux, screen });
        assert_eq!(question.as_ref().map(|q| q.0.as_str()), expect, "{term}");
    }

    #[test]
    fn only_terminals_that_understand_are_asked() {
        check("xterm-256color", false, false, Some("\u{1b}]11;?\u{1b}\\"));
        check(
            "screen-256color",
            true,
            false,
            Some("\u{1b}]11;?\u{1b}\\\u{1b}Ptmux;\u{1b}\u{1b}]11;?\u{1b}\u{1b}\\\u{1b}\\"),
        );
        for term in ["dumb", "linux", "screen", ""] {
            check(term, false, false, None);
        }
        check("xterm-256color", false, true, None);
    }
}
