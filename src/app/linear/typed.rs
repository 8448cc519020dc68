//! What a typed line means: a key or keys, the name of a command, or words of this kind of reading.

use crate::command::{Command, Key, Keymap, Pending, Resolution, TABLE, nearest};

/// What was meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Typed {
    /// A command with its count and letter.
    Run(Command, Option<u32>, Option<char>),
    /// Read the paragraph again.
    Again,
    /// Say where the reader is.
    Where,
    /// List the facts that answer to a filter.
    Facts(String),
    /// Go to the fact of this number, from 1.
    Fact(usize),
    /// Go to the section of this number, from 1.
    Section(usize),
    /// Look for words.
    Search(String),
    /// Write a note on what the reader is at.
    Note(String),
    /// List the notes.
    Notes,
    /// Open the address that was told last in the browser.
    Open,
    /// Open the article of this number in the list of what was read, from 1.
    Continue(usize),
    /// Nothing; a sentence about it.
    Unknown(String),
}

/// Words that stand for commands besides their names.
const WORDS: [(&str, Command); 15] = [
    ("links", Command::Follow),
    ("why", Command::Explain),
    ("undo", Command::UndoNote),
    ("history", Command::Library),
    ("next", Command::NextParagraph),
    ("back", Command::PreviousParagraph),
    ("previous", Command::PreviousParagraph),
    ("outline", Command::FocusSections),
    ("sections", Command::FocusSections),
    ("begin", Command::Top),
    ("end", Command::Bottom),
    ("info", Command::Details),
    ("exit", Command::Quit),
    ("print", Command::Copy),
    ("h", Command::Help),
];

/// Reads a line. Names win over keys, so that a word is never taken for a sequence of letters.
pub(super) fn typed(line: &str, keymap: &Keymap) -> Typed {
    let line = line.trim();
    if line.is_empty() {
        return Typed::Run(Command::NextParagraph, None, None);
    }
    if let Ok(number) = line.parse() {
        return Typed::Fact(number);
    }
    if let Some(words) = line.strip_prefix('/') {
        return Typed::Search(words.trim().to_owned());
    }
    if let Some(words) = line.strip_prefix('&') {
        return Typed::Facts(words.trim().to_owned());
    }
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let (count, rest) = line.split_at_checked(digits).unwrap_or_default();
    let count = count.parse().ok();
    let rest = rest.trim();
    let (word, argument) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
    let argument = argument.trim();
    // A capital by itself is a key.
    let name = if word.len() == 1 {
        word.to_owned()
    } else {
        word.to_lowercase()
    };
    named(&name, argument, count)
        .or_else(|| by_keys(line, keymap))
        .unwrap_or_else(|| Typed::Unknown(unknown(word, keymap)))
}

/// What a word means.
fn named(word: &str, argument: &str, count: Option<u32>) -> Option<Typed> {
    let number = || argument.parse().ok();
    Some(match word {
        "again" | "repeat" => Typed::Again,
        "where" | "position" => Typed::Where,
        "facts" => Typed::Facts(argument.to_owned()),
        "fact" => Typed::Fact(number()?),
        "section" => Typed::Section(number()?),
        "note" if !argument.is_empty() => Typed::Note(argument.to_owned()),
        "notes" => Typed::Notes,
        "open" => Typed::Open,
        "continue" => Typed::Continue(number()?),
        "search" | "find" if !argument.is_empty() => Typed::Search(argument.to_owned()),
        "filter-facts" if !argument.is_empty() => Typed::Facts(argument.to_owned()),
        _ => {
            let entry = TABLE.iter().find(|entry| entry.name == word);
            let other = || WORDS.iter().find(|(known, _)| *known == word);
            let command = entry
                .map(|e| e.command)
                .or_else(|| other().map(|(_, c)| *c))?;
            // An argument is a letter, or a count that is typed behind.
            let letter = argument
                .chars()
                .next()
                .filter(|_| argument.chars().count() == 1);
            Typed::Run(command, count.or_else(|| argument.parse().ok()), letter)
        }
    })
}

/// The one command that keys make, typed without blanks or, where they have names, with them.
fn by_keys(line: &str, keymap: &Keymap) -> Option<Typed> {
    let keys: Vec<Key> = match line.parse::<Key>() {
        Ok(key) => vec![key],
        Err(_) => line
            .split_whitespace()
            .flat_map(|word| match word.parse::<Key>() {
                Ok(key) => vec![key],
                Err(_) => word
                    .chars()
                    .filter_map(|c| c.to_string().parse().ok())
                    .collect(),
            })
            .collect(),
    };
    let mut pending = Pending::default();
    let (last, before) = keys.split_last()?;
    for &key in before {
        match keymap.resolve(&mut pending, key) {
            Resolution::Waiting => {}
            // Digits that are keys by themselves also begin a count.
            Resolution::Run(..) if pending.lone => {}
            Resolution::Run(..) | Resolution::Unbound => return None,
        }
    }
    // Nothing was done for the digits, so that they are a count.
    pending.lone = false;
    match keymap.resolve(&mut pending, *last) {
        Resolution::Run(command, count, letter) => Some(Typed::Run(command, count, letter)),
        Resolution::Waiting | Resolution::Unbound => None,
    }
}

/// What is said of a line that means nothing.
fn unknown(word: &str, keymap: &Keymap) -> String {
    let help = keymap.way_to(Command::Help);
    let own = [
        "again", "where", "facts", "fact", "section", "notes", "open", "continue",
    ]
    .into_iter();
    let words = WORDS.iter().map(|(word, _)| *word);
    let names = TABLE.iter().map(|entry| entry.name);
    match nearest(word, own.chain(words).chain(names)) {
        Some(meant) if word.len() > 2 => {
            format!("{word} is no command; did you mean {meant}? {help} lists the commands.")
        }
        _ => format!("{word} is no command; {help} lists the commands."),
    }
}
