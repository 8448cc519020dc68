//! The keymap: sequences of keys to commands, with a count before and, for marks, a letter after.

use super::{Code, Command, Key, Mode, TABLE, entry};

/// Which keys say what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keymap {
    /// All bindings, as they were given.
    bindings: Bindings,
    /// Those that count while reading.
    reading: Bindings,
    /// Those that count while words are selected: of that mode first, then those of reading but for digits, which
    /// begin a number there.
    selecting: Bindings,
}

/// Sequences of keys with what they say; of two that are alike the first one counts.
type Bindings = Vec<(Vec<Key>, Command)>;

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

/// What is still to come of a command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Waits {
    /// Another key of a sequence.
    Key,
    /// A letter of the reader's choice.
    Letter,
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
        Self::new(bindings)
    }
}

impl Keymap {
    /// The keymap of some bindings; the first one of a command is the one that hints show. In one mode no sequence may
    /// be the beginning of another one.
    pub fn new(bindings: Vec<(Vec<Key>, Command)>) -> Self {
        let is_digit = |keys: &[Key]| {
            let first = keys.first().and_then(|k| k.typed());
            first.is_some_and(|c| c.is_ascii_digit())
        };
        let of_mode = |mode| {
            let its = bindings.iter().filter(move |(_, c)| c.mode() == mode);
            its.cloned().collect::<Bindings>()
        };
        let reading = of_mode(Mode::Reading);
        let mut selecting = of_mode(Mode::Selecting);
        selecting.extend(reading.iter().filter(|(keys, _)| !is_digit(keys)).cloned());
        Self {
            bindings,
            reading,
            selecting,
        }
    }

    /// Its bindings, in the order in which they were given.
    pub fn bindings(&self) -> &[(Vec<Key>, Command)] {
        &self.bindings
    }

    /// Takes one key while reading. What is whole is given back and `pending` is empty again. O(bindings).
    pub fn resolve(&self, pending: &mut Pending, key: Key) -> Resolution {
        self.resolve_in(Mode::Reading, pending, key)
    }

    /// Takes one key in a mode. What is whole is given back and `pending` is empty again. O(bindings).
    pub fn resolve_in(&self, mode: Mode, pending: &mut Pending, key: Key) -> Resolution {
        let bindings = match mode {
            Mode::Reading => &self.reading,
            Mode::Selecting => &self.selecting,
        };
        if key == Key::plain(Code::Esc) && !pending.is_empty() && !pending.lone {
            // What was typed is given up, and nothing else.
            *pending = Pending::default();
            return Resolution::Waiting;
        }
        if let Some(command) = wants_letter(bindings, pending) {
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
            let bound = bindings.iter().find(|(keys, _)| *keys == [key]);
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
        let whole = bindings.iter().find(|(keys, _)| *keys == pending.keys);
        if let Some(&(_, command)) = whole {
            if command.takes_letter() {
                return Resolution::Waiting;
            }
            let count = pending
                .count
                .filter(|&count| !pending.lone || command.takes_number() || is_number(count));
            *pending = Pending::default();
            return Resolution::Run(command, count, None);
        }
        if bindings
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

    /// A way to a command, for a sentence: its first key, or its name in the palette when it has none.
    pub fn way_to(&self, command: Command) -> String {
        self.keys_of(command).next().unwrap_or_else(|| {
            let name = entry(command).map_or("", |entry| entry.name);
            format!("{}{name}", self.key_of(Command::Palette))
        })
    }

    /// What is still to come after what was typed; none when that is nothing, or a count alone.
    pub fn waits(&self, pending: &Pending) -> Option<Waits> {
        if pending.keys.is_empty() {
            None
        } else if wants_letter(&self.bindings, pending).is_some() {
            Some(Waits::Letter)
        } else {
            Some(Waits::Key)
        }
    }

    /// The commands that what was typed may become, each with the keys that are still to come. O(bindings).
    pub fn after(&self, pending: &Pending) -> impl Iterator<Item = (String, Command)> {
        self.reading.iter().filter_map(|(keys, command)| {
            let rest = keys.strip_prefix(pending.keys.as_slice())?;
            let rest: Vec<_> = rest.iter().map(ToString::to_string).collect();
            let letter = if command.takes_letter() { "{a-z}" } else { "" };
            Some((format!("{}{letter}", rest.join(" ")), *command))
        })
    }
}

/// Whether digits that are keys of panes, too, can only be meant as a number: there are several.
pub(crate) const fn is_number(count: u32) -> bool {
    count >= 10
}

/// The command that is whole but for the letter after it.
fn wants_letter(bindings: &[(Vec<Key>, Command)], pending: &Pending) -> Option<Command> {
    let (_, command) = bindings.iter().find(|(keys, _)| *keys == pending.keys)?;
    command.takes_letter().then_some(*command)
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

    /// When its keys say it.
    pub fn mode(self) -> Mode {
        entry(self).map_or(Mode::Reading, |e| e.group.mode())
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
        check("1 2 j", &[sections, text, down(Some(12))]);
        check("1 4 j", &[sections, down(Some(14))]);
        check("1 G", &[sections, bottom(Some(1))]);
        check("1 2 G", &[sections, text, bottom(Some(12))]);
    }

    #[test]
    fn while_selecting_keys_say_something_else_and_digits_are_numbers() {
        let (map, mut pending) = (Keymap::default(), Pending::default());
        let mut say =
            |key: &str| map.resolve_in(Mode::Selecting, &mut pending, key.parse().unwrap());
        let run = |command, count| Resolution::Run(command, count, None);
        assert_eq!(say("b"), run(Command::WordBack, None));
        assert_eq!(say("j"), run(Command::Down, None));
        assert_eq!(say("3"), Resolution::Waiting);
        assert_eq!(say("0"), Resolution::Waiting);
        assert_eq!(say("w"), run(Command::WordForward, Some(30)));
        assert_eq!(say("0"), run(Command::RowStart, None));
        assert_eq!(map.key_of(Command::WordBack), "b");
        assert_eq!(map.key_of(Command::PageUp), "b");
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
