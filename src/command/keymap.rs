//! The keymap: sequences of keys to commands, with a count before and, for marks, a letter after.

use super::{Code, Command, Key, TABLE};

/// Which keys say what.
#[derive(Clone, Debug)]
pub struct Keymap {
    bindings: Vec<(Vec<Key>, Command)>,
}

/// What was typed of a command that is not whole yet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pending {
    /// The number typed before it.
    pub count: Option<u32>,
    /// The keys typed so far.
    pub keys: Vec<Key>,
    /// Whether all digits of the number were commands already (`1` `2` `3` focus panes). It counts only for the
    /// commands that go to a number, and as the beginning of one with another digit.
    pub lone: bool,
}

/// What a key led to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Resolution {
    /// More is to come.
    Waiting,
    /// A command, the number before it, and the letter after it where it takes one.
    Run(Command, Option<u32>, Option<char>),
    /// These keys say nothing.
    Unbound,
}

/// The largest count that is taken; further digits change nothing.
const MAX_COUNT: u32 = 99_999_999;

impl Default for Keymap {
    /// The keys of the table.
    fn default() -> Self {
        let mut bindings = Vec::new();
        for entry in TABLE {
            for keys in entry.keys {
                let keys: Vec<Key> = keys.split(' ').filter_map(|k| k.parse().ok()).collect();
                bindings.push((keys, entry.command));
            }
        }
        Self { bindings }
    }
}

impl Keymap {
    /// Takes one key. What is whole is given back and `pending` is empty again. O(bindings).
    pub fn resolve(&self, pending: &mut Pending, key: Key) -> Resolution {
        if key == Key::plain(Code::Esc) && !pending.is_empty() && !pending.lone {
            // What was typed is given up, and nothing else.
            *pending = Pending::default();
            return Resolution::Waiting;
        }
        if let Some(command) = self.wants_letter(pending) {
            let count = pending.count;
            *pending = Pending::default();
            return match key.typed() {
                Some(c) if c.is_ascii_alphabetic() || matches!(c, '\'' | '`') => {
                    Resolution::Run(command, count, Some(c))
                }
                _ => Resolution::Unbound,
            };
        }
        if pending.keys.is_empty()
            && let Some(digit) = key.typed().and_then(|c| c.to_digit(10))
            && (digit > 0 || pending.count.is_some())
        {
            let bound = self.bindings.iter().find(|(keys, _)| *keys == [key]);
            let bound = bound.filter(|_| pending.lone || pending.count.is_none());
            pending.lone = bound.is_some();
            let count = pending.count.unwrap_or(0);
            pending.count = Some(
                count
                    .saturating_mul(10)
                    .saturating_add(digit)
                    .min(MAX_COUNT),
            );
            return match bound {
                Some(&(_, command)) => Resolution::Run(command, None, None),
                None => Resolution::Waiting,
            };
        }
        pending.keys.push(key);
        let whole = self.bindings.iter().find(|(keys, _)| *keys == pending.keys);
        if let Some(&(_, command)) = whole {
            if command.takes_letter() {
                return Resolution::Waiting;
            }
            let count = pending
                .count
                .filter(|_| !pending.lone || command.takes_number());
            *pending = Pending::default();
            return Resolution::Run(command, count, None);
        }
        if self
            .bindings
            .iter()
            .any(|(keys, _)| keys.starts_with(&pending.keys))
        {
            return Resolution::Waiting;
        }
        *pending = Pending::default();
        Resolution::Unbound
    }

    /// The keys of a command as they are written, the first one first.
    pub fn keys_of(&self, command: Command) -> impl Iterator<Item = String> {
        self.bindings
            .iter()
            .filter(move |(_, c)| *c == command)
            .map(move |(keys, _)| {
                let mut name = keys
                    .iter()
                    .map(ToString::to_string)
                    .collect::<Vec<_>>()
                    .join(" ");
                if command.takes_letter() {
                    name.push_str("{a-z}");
                }
                name
            })
    }

    /// The first keys of a command, as they are pressed.
    pub fn first_keys(&self, command: Command) -> &[Key] {
        let bound = self.bindings.iter().find(|(_, c)| *c == command);
        bound.map_or(&[], |(keys, _)| keys)
    }

    /// The first key of a command, for a hint.
    pub fn key_of(&self, command: Command) -> String {
        self.keys_of(command).next().unwrap_or_default()
    }

    /// The command that is whole but for the letter after it.
    fn wants_letter(&self, pending: &Pending) -> Option<Command> {
        let (_, command) = self
            .bindings
            .iter()
            .find(|(keys, _)| *keys == pending.keys)?;
        command.takes_letter().then_some(*command)
    }
}

impl Pending {
    /// What was typed so far, for the status line.
    pub fn shown(&self) -> String {
        let mut shown = self
            .count
            .filter(|_| !self.lone)
            .map(|n| n.to_string())
            .unwrap_or_default();
        for key in &self.keys {
            shown.push_str(&key.to_string());
        }
        shown
    }

    /// Whether nothing is waiting.
    pub fn is_empty(&self) -> bool {
        self.count.is_none() && self.keys.is_empty()
    }
}

impl Command {
    /// Whether it goes to the number before it: a line, a percentage.
    pub const fn takes_number(self) -> bool {
        matches!(self, Self::Top | Self::Bottom | Self::Percent)
    }

    /// Whether a letter follows its keys.
    const fn takes_letter(self) -> bool {
        matches!(self, Self::Mark | Self::GoToMark)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(typed: &str, expect: &[Resolution]) {
        let (map, mut pending) = (Keymap::default(), Pending::default());
        let seen: Vec<_> = typed
            .split(' ')
            .filter_map(|k| k.parse().ok())
            .map(|k| map.resolve(&mut pending, k))
            .filter(|r| *r != Resolution::Waiting)
            .collect();
        assert_eq!(seen, expect);
        assert!(pending.is_empty());
    }

    #[test]
    fn counts_come_before_and_letters_after() {
        check("4 2 j", &[Resolution::Run(Command::Down, Some(42), None)]);
        check(
            "4 0 %",
            &[Resolution::Run(Command::Percent, Some(40), None)],
        );
        check(
            "m a ' a",
            &[
                Resolution::Run(Command::Mark, None, Some('a')),
                Resolution::Run(Command::GoToMark, None, Some('a')),
            ],
        );
        check(
            "' '",
            &[Resolution::Run(Command::GoToMark, None, Some('\''))],
        );
    }

    #[test]
    fn digits_of_panes_are_panes_and_still_begin_a_number() {
        let [sections, text] = [Command::FocusSections, Command::FocusText]
            .map(|command| Resolution::Run(command, None, None));
        let down = |count| Resolution::Run(Command::Down, count, None);
        let bottom = |line| Resolution::Run(Command::Bottom, line, None);
        check("1 j", &[sections, down(None)]);
        check("1 2 j", &[sections, text, down(None)]);
        check("1 4 j", &[sections, down(Some(14))]);
        check("1 G", &[sections, bottom(Some(1))]);
        check("1 2 G", &[sections, text, bottom(Some(12))]);
    }

    #[test]
    fn escape_gives_up_what_was_typed() {
        check("4 Esc j", &[Resolution::Run(Command::Down, None, None)]);
        check("m Esc j", &[Resolution::Run(Command::Down, None, None)]);
    }

    #[test]
    fn unbound_keys_forget_what_was_typed() {
        check(
            "9 C-w j",
            &[
                Resolution::Unbound,
                Resolution::Run(Command::Down, None, None),
            ],
        );
        check("m 1", &[Resolution::Unbound]);
    }
}
