//! Asking the terminal whether its ground is dark or light (OSC 11), in words that it understands.
//!
//! The answer comes among the keys, see `reply`. tmux answers by itself from 3.4 on; an older one is asked to hand the
//! question on, which it does where `allow-passthrough` is on, and then hands the answer on, too.

use std::ffi::OsStr;
use std::fmt;

use crossterm::Command;

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

#[cfg(test)]
mod tests {
    use super::*;

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
