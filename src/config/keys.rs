//! The keys: bindings of commands, merged with those of the table.
//!
//! A command that is named has the keys that are given and no others. A key that is given is taken from whichever
//! command of the table had it, so that a configuration keeps working when the table gets new keys. Only what the
//! configuration says itself can contradict itself: the same keys twice, keys that begin a longer sequence, sequences
//! that can never be typed, and no key to leave by.

use std::collections::BTreeMap;

use toml::de::DeTable;

use super::problem::{Lines, Problem, Weight};
use super::spelling::key;
use super::value::Value;
use crate::command::{Code, Command, Entry, Key, Keymap, TABLE, entry, nearest};

/// Keys given to a command.
struct Binding {
    keys: Vec<Key>,
    entry: &'static Entry,
    /// Where it stands, in bytes.
    at: usize,
}

/// Reads the bindings. With an error among them the keys of the table hold.
pub(super) fn read(table: &DeTable<'_>, lines: &Lines) -> (Keymap, Vec<Problem>) {
    let mut problems = Vec::new();
    let mut own: Vec<Binding> = Vec::new();
    // The commands that are named, and where.
    let mut named: BTreeMap<&str, usize> = BTreeMap::new();
    for (name, value) in table {
        let value = Value::new(value);
        let Some(entry) = TABLE.iter().find(|entry| entry.name == name.get_ref()) else {
            let sentence = unknown(name.get_ref(), &value);
            problems.push(lines.error(name.span().start, sentence));
            continue;
        };
        named.insert(entry.name, name.span().start);
        for keys in value.each() {
            match keys.text().and_then(sequence) {
                Ok(sequence) => own.push(Binding {
                    keys: sequence,
                    entry,
                    at: keys.start(),
                }),
                Err(why) => {
                    problems.push(lines.error(keys.start(), format!("{}: {why}", entry.name)));
                }
            }
        }
    }
    own.sort_by_key(|binding| binding.at);
    problems.extend(contradictions(&own, lines));
    let (bindings, notes) = merged(&own, &named, lines);
    if !bindings
        .iter()
        .any(|(_, command)| *command == Command::Quit)
    {
        let at = named.get("quit").copied();
        let at = at.or(own.first().map(|b| b.at)).unwrap_or_default();
        problems.push(lines.error(at, "quit has no key: without one nobody can leave"));
    }
    if problems.is_empty() {
        (Keymap::new(bindings), notes)
    } else {
        (Keymap::default(), problems)
    }
}

/// What is wrong with the name of a command that there is not.
fn unknown(name: &str, value: &Value<'_>) -> String {
    let as_command = value.text().ok();
    let command = as_command.and_then(|text| TABLE.iter().find(|entry| entry.name == text));
    if let Some(command) = command
        && sequence(name).is_ok()
    {
        let command = command.name;
        return format!("the command stands first: write {command} = {name:?}");
    }
    let hint = match nearest(name, TABLE.iter().map(|entry| entry.name)) {
        Some(meant) => format!("did you mean `{meant}`?"),
        None => "`nutgraf config --print-default` lists all commands".to_owned(),
    };
    format!("there is no command `{name}`; {hint}")
}

/// The keys of a sequence, written with spaces.
fn sequence(written: &str) -> Result<Vec<Key>, String> {
    let keys: Vec<Key> = written
        .split_whitespace()
        .map(|word| {
            key(word).ok_or_else(|| {
                let letters = word.chars().all(char::is_alphanumeric) && word.chars().count() < 4;
                let spaced: Vec<_> = word.chars().map(String::from).collect();
                if letters {
                    let spaced = spaced.join(" ");
                    format!("{word:?} is no key; a sequence is written with spaces: {spaced:?}")
                } else {
                    format!("{word:?} is no key; keys are written as j, C-d, A-x, Enter, PgDn, F1")
                }
            })
        })
        .collect::<Result<_, _>>()?;
    match keys.as_slice() {
        [] => Err("no key is named; [] unbinds a command, \"Space\" is the space bar".to_owned()),
        [first, _, ..] if first.typed().is_some_and(|c| c.is_ascii_digit()) => Err(format!(
            "{written:?} can never be typed: a digit before other keys is a count"
        )),
        [_, rest @ ..] if rest.contains(&Key::plain(Code::Esc)) => Err(format!(
            "{written:?} can never be typed: Esc gives an incomplete sequence up"
        )),
        _ => Ok(keys),
    }
}

/// How two sequences stand in each other's way, if they do.
fn clash(a: &[Key], b: &[Key]) -> bool {
    a.starts_with(b) || b.starts_with(a)
}

/// A sequence as it is written.
fn shown(keys: &[Key]) -> String {
    let keys: Vec<_> = keys.iter().map(ToString::to_string).collect();
    keys.join(" ")
}

/// The bindings that stand in each other's way: each is told once, where it stands second.
fn contradictions(own: &[Binding], lines: &Lines) -> Vec<Problem> {
    let mut found = Vec::new();
    for (i, second) in own.iter().enumerate() {
        let mut before = own.iter().take(i);
        let Some(first) = before.find(|first| clash(&first.keys, &second.keys)) else {
            continue;
        };
        let (keys, other) = (shown(&second.keys), shown(&first.keys));
        let (command, line) = (first.entry.name, lines.line(first.at));
        let sentence = if first.keys == second.keys && first.entry.name == second.entry.name {
            format!("`{keys}` stands twice at {command}")
        } else if first.keys == second.keys {
            format!("`{keys}` is already {command} (line {line}): a key says one thing")
        } else if second.keys.starts_with(&first.keys) {
            format!("`{keys}` can never be typed: `{other}` is already {command} (line {line})")
        } else {
            format!("`{keys}` begins `{other}`, which is {command} (line {line})")
        };
        found.push(lines.error(second.at, sentence));
    }
    found
}

/// All bindings in the order of the table, and what was taken from commands that were not named.
fn merged(
    own: &[Binding],
    named: &BTreeMap<&str, usize>,
    lines: &Lines,
) -> (Vec<(Vec<Key>, Command)>, Vec<Problem>) {
    let (mut bindings, mut notes) = (Vec::new(), Vec::new());
    for (keys, command) in Keymap::default().bindings() {
        let Some(entry) = entry(*command) else {
            continue;
        };
        if named.contains_key(entry.name) {
            continue;
        }
        let Some(taker) = own.iter().find(|own| clash(&own.keys, keys)) else {
            bindings.push((keys.clone(), *command));
            continue;
        };
        let left: Vec<String> = Keymap::default()
            .bindings()
            .iter()
            .filter(|(k, c)| c == command && !own.iter().any(|own| clash(&own.keys, k)))
            .map(|(keys, _)| shown(keys))
            .collect();
        let has = if left.is_empty() {
            "which has no key now".to_owned()
        } else {
            format!("which keeps {}", left.join(" "))
        };
        notes.push(Problem {
            line: lines.line(taker.at),
            weight: Weight::Note,
            sentence: format!("`{}` was a key of {}, {has}", shown(keys), entry.name),
        });
    }
    bindings.extend(own.iter().map(|own| (own.keys.clone(), own.entry.command)));
    let place = |command: Command| TABLE.iter().position(|entry| entry.command == command);
    bindings.sort_by_key(|(_, command)| place(*command));
    (bindings, notes)
}
