//! The help for reading in plain lines, from the command table and the real keymap.

use super::Saying;
use crate::command::{Command, Group, Keymap, TABLE};

/// What is typed in words besides the names of commands.
const WORDS: [(&str, &str); 11] = [
    ("Enter", "read the next paragraph"),
    ("again", "read this paragraph again"),
    ("where", "say how far you are"),
    (
        "facts",
        "list the facts; facts WORDS lists those of a kind or with these words",
    ),
    (
        "a number, or fact and a number",
        "go to the fact of that number",
    ),
    ("outline", "list the sections"),
    ("section and a number", "go to the section of that number"),
    (
        "note and words",
        "write a note on the paragraph, or on the sentence of the fact",
    ),
    ("notes", "list your notes and highlights"),
    ("/ and words, or search and words", "search"),
    (
        "mark a, go-to-mark a",
        "set a mark of a letter, and go to it",
    ),
];

/// Whether a command can be done in plain lines.
pub const fn is_said(command: Command) -> bool {
    matches!(
        command,
        Command::Down
            | Command::Up
            | Command::PageDown
            | Command::PageUp
            | Command::Top
            | Command::Bottom
            | Command::Percent
            | Command::NextSection
            | Command::PreviousSection
            | Command::NextParagraph
            | Command::PreviousParagraph
            | Command::NextFact
            | Command::PreviousFact
            | Command::NextMention
            | Command::Explain
            | Command::Density
            | Command::Filter
            | Command::Order
            | Command::Dismiss
            | Command::Restore
            | Command::FocusSections
            | Command::FocusFacts
            | Command::Enter
            | Command::Search
            | Command::NextHit
            | Command::PreviousHit
            | Command::Mark
            | Command::GoToMark
            | Command::Follow
            | Command::Browse
            | Command::Highlight
            | Command::NextNote
            | Command::PreviousNote
            | Command::UndoNote
            | Command::CopySection
            | Command::Reload
            | Command::Library
            | Command::JumpBack
            | Command::JumpForward
            | Command::ShowHidden
            | Command::Copy
            | Command::Edit
            | Command::Details
            | Command::Help
            | Command::Escape
            | Command::Redraw
            | Command::Quit
    )
}

/// The help, a line a command.
pub fn help(keymap: &Keymap) -> Vec<Saying> {
    let mut lines: Vec<Saying> = vec![
        "Type a key or the name of a command, and Enter. A number before it is a count."
            .to_owned()
            .into(),
    ];
    lines.extend(WORDS.map(|(typed, does)| format!("{typed}: {does}.").into()));
    for group in Group::ALL {
        for entry in TABLE
            .iter()
            .filter(|e| e.group == group && is_said(e.command))
        {
            let key = keymap.keys_of(entry.command).next();
            let key = key.map(|key| format!("{key}, or ")).unwrap_or_default();
            lines.push(
                format!(
                    "{key}{}: {}.",
                    entry.name,
                    said(entry.command, entry.sentence)
                )
                .into(),
            );
        }
    }
    lines
}

/// What a command does here, where that is something else than on a screen.
const fn said(command: Command, sentence: &'static str) -> &'static str {
    match command {
        Command::Down => "read the next paragraph",
        Command::Up => "read the paragraph before",
        Command::PageDown => "read on to the end of the section",
        Command::PageUp => "to the beginning of the section, or to the section before",
        Command::FocusSections => "list the sections",
        Command::FocusFacts => "list the facts",
        Command::Enter => "read the paragraph of the fact",
        Command::Follow => {
            "list the links of this paragraph, or follow the one of the number; open opens an address"
        }
        Command::Browse => "say where the page of the article is; open opens it in the browser",
        Command::CopySection => "print the section with its source",
        Command::Library => "list what you read before; continue NUMBER opens one",
        Command::UndoNote => "take the last change of notes back",
        Command::Highlight => "highlight the paragraph, or the sentence of the fact",
        Command::Copy => "print the fact or paragraph with its source",
        Command::Redraw => "read this paragraph again",
        Command::Escape => "put fact, search and filter away",
        _ => sentence,
    }
}
