//! The table of all commands.
//!
//! Length: a row for every command, in one place.

use super::{Command, Ink};

/// What a command is called, what it does, and the keys it has at first.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// The command.
    pub command: Command,
    /// Its name, for the palette and the configuration.
    pub name: &'static str,
    /// What it does, as the help says it.
    pub sentence: &'static str,
    /// Its keys; a sequence is written with spaces.
    pub keys: &'static [&'static str],
    /// Where the help lists it.
    pub group: Group,
}

/// The groups of the help, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// Moving in the text.
    Move,
    /// Facts.
    Facts,
    /// Panes.
    Panes,
    /// Search, marks, jumps.
    Find,
    /// Highlights, notes, copying.
    Notes,
    /// While words are being selected.
    Selecting,
    /// Looks.
    Look,
    /// Everything else.
    Program,
}

impl Group {
    /// All groups, in the order of the help.
    pub const ALL: [Self; 8] = [
        Self::Move,
        Self::Facts,
        Self::Panes,
        Self::Find,
        Self::Notes,
        Self::Selecting,
        Self::Look,
        Self::Program,
    ];

    /// Its title.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Move => "Move",
            Self::Facts => "Facts",
            Self::Panes => "Panes",
            Self::Find => "Find and return",
            Self::Notes => "Copy, highlight, note",
            Self::Selecting => "While selecting (the keys that move go on to move)",
            Self::Look => "Look",
            Self::Program => "Program",
        }
    }

    /// When the keys of the group say what it lists.
    pub const fn mode(self) -> Mode {
        match self {
            Self::Selecting => Mode::Selecting,
            _ => Mode::Reading,
        }
    }
}

/// What the reader is doing: the same key may say one thing in each mode.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mode {
    /// Reading.
    Reading,
    /// Selecting words. Keys that say nothing here say what they say while reading.
    Selecting,
}

/// One row of the table.
const fn row(
    group: Group,
    command: Command,
    name: &'static str,
    keys: &'static [&'static str],
    sentence: &'static str,
) -> Entry {
    Entry {
        command,
        name,
        sentence,
        keys,
        group,
    }
}

use Group::{Facts, Find, Look, Move, Notes, Panes, Program, Selecting};

/// All commands. Every command stands here once; tests see to it.
pub const TABLE: &[Entry] = &[
    row(
        Move,
        Command::Down,
        "down",
        &["j", "Down", "C-n", "C-e"],
        "down a row, or to the next entry",
    ),
    row(
        Move,
        Command::Up,
        "up",
        &["k", "Up", "C-p", "C-y"],
        "up a row, or to the entry before",
    ),
    row(
        Move,
        Command::PageDown,
        "page-down",
        &["Space", "PgDn", "C-f"],
        "down a page",
    ),
    row(
        Move,
        Command::PageUp,
        "page-up",
        &["b", "PgUp", "C-b"],
        "up a page",
    ),
    row(
        Move,
        Command::HalfDown,
        "half-page-down",
        &["d", "C-d"],
        "down half a page",
    ),
    row(
        Move,
        Command::HalfUp,
        "half-page-up",
        &["u", "C-u"],
        "up half a page",
    ),
    row(
        Move,
        Command::Top,
        "top",
        &["g", "Home", "<"],
        "to the beginning; with a count to that line of the file",
    ),
    row(
        Move,
        Command::Bottom,
        "bottom",
        &["G", "End", ">"],
        "to the end; with a count to that line of the file",
    ),
    row(
        Move,
        Command::Percent,
        "percent",
        &["%"],
        "with a count: to that percentage of the text",
    ),
    row(
        Move,
        Command::NextSection,
        "next-section",
        &["]"],
        "to the next section",
    ),
    row(
        Move,
        Command::PreviousSection,
        "previous-section",
        &["["],
        "to the section before",
    ),
    row(
        Move,
        Command::NextParagraph,
        "next-paragraph",
        &["}"],
        "to the next paragraph",
    ),
    row(
        Move,
        Command::PreviousParagraph,
        "previous-paragraph",
        &["{"],
        "to the paragraph before",
    ),
    row(
        Move,
        Command::Left,
        "left",
        &["h", "Left"],
        "wide tables and code: to the left; a section: fold",
    ),
    row(
        Move,
        Command::Right,
        "right",
        &["l", "Right"],
        "wide tables and code: to the right; a section: unfold",
    ),
    row(
        Facts,
        Command::NextFact,
        "next-fact",
        &["J"],
        "to the next fact, without leaving the text",
    ),
    row(
        Facts,
        Command::PreviousFact,
        "previous-fact",
        &["K"],
        "to the fact before",
    ),
    row(
        Facts,
        Command::NextMention,
        "next-mention",
        &["*"],
        "to the next place that says the same, or another value",
    ),
    row(
        Facts,
        Command::Explain,
        "explain-fact",
        &["w"],
        "say why the fact ranks where it does",
    ),
    row(
        Facts,
        Command::Density,
        "density",
        &["F"],
        "marks: key facts, all facts, none",
    ),
    row(
        Facts,
        Command::Filter,
        "filter-facts",
        &["&"],
        "show only facts of a kind or with these words",
    ),
    row(
        Facts,
        Command::Order,
        "order-facts",
        &["s"],
        "order: reading, importance, kind",
    ),
    row(
        Facts,
        Command::Dismiss,
        "dismiss-fact",
        &["x", "Del"],
        "dismiss the fact",
    ),
    row(
        Facts,
        Command::Restore,
        "restore-facts",
        &["X"],
        "bring dismissed facts back",
    ),
    row(
        Panes,
        Command::NextPane,
        "next-pane",
        &["Tab"],
        "to the next pane",
    ),
    row(
        Panes,
        Command::PreviousPane,
        "previous-pane",
        &["S-Tab"],
        "to the pane before",
    ),
    row(
        Panes,
        Command::FocusSections,
        "focus-sections",
        &["1"],
        "to the sections",
    ),
    row(
        Panes,
        Command::FocusText,
        "focus-text",
        &["2"],
        "to the text",
    ),
    row(
        Panes,
        Command::FocusFacts,
        "focus-facts",
        &["3"],
        "to the facts",
    ),
    row(
        Panes,
        Command::Enter,
        "jump",
        &["Enter"],
        "jump to the section or fact selected",
    ),
    row(
        Panes,
        Command::ToggleSections,
        "toggle-sections",
        &["t"],
        "show or hide the sections",
    ),
    row(
        Panes,
        Command::ToggleFacts,
        "toggle-facts",
        &["f"],
        "show or hide the facts",
    ),
    row(
        Panes,
        Command::Zen,
        "text-alone",
        &["z"],
        "the text alone, or all panes",
    ),
    row(
        Panes,
        Command::Fold,
        "fold",
        &["c"],
        "fold or unfold the section",
    ),
    row(
        Find,
        Command::Search,
        "search",
        &["/"],
        "search as you type; C-r there: as a regular expression",
    ),
    row(
        Find,
        Command::NextHit,
        "next-hit",
        &["n"],
        "to the next hit",
    ),
    row(
        Find,
        Command::PreviousHit,
        "previous-hit",
        &["N"],
        "to the hit before",
    ),
    row(Find, Command::Mark, "mark", &["m"], "set a mark here"),
    row(
        Find,
        Command::GoToMark,
        "go-to-mark",
        &["'", "`"],
        "go to a mark; twice: to where you were",
    ),
    row(
        Find,
        Command::Follow,
        "follow-link",
        &["o"],
        "links, notes, pictures: letters show which to open",
    ),
    row(
        Find,
        Command::Browse,
        "open-page",
        &["O"],
        "open the page of this article in the browser, or a link",
    ),
    row(
        Find,
        Command::JumpBack,
        "jump-back",
        &["C-o", "Backspace"],
        "back to before the last jump",
    ),
    row(
        Find,
        Command::JumpForward,
        "jump-forward",
        &["C-i", "A-o"],
        "forward again",
    ),
    row(
        Find,
        Command::Palette,
        "palette",
        &[":"],
        "any command, heading, fact, mark, line or percent",
    ),
    row(
        Notes,
        Command::Copy,
        "copy",
        &["y"],
        "copy the fact, note or paragraph with its source",
    ),
    row(
        Notes,
        Command::CopySection,
        "copy-section",
        &["Y"],
        "copy the section",
    ),
    row(
        Notes,
        Command::Select,
        "select",
        &["v"],
        "select words, at first the sentence; again: from the cursor",
    ),
    row(
        Notes,
        Command::Highlight,
        "highlight",
        &["H"],
        "highlight the sentence; again: in another colour",
    ),
    row(
        Notes,
        Command::Note,
        "note",
        &["a"],
        "write a note about the sentence, or change the note",
    ),
    row(
        Notes,
        Command::NextNote,
        "next-note",
        &[";"],
        "to the next note or highlight",
    ),
    row(
        Notes,
        Command::PreviousNote,
        "previous-note",
        &[","],
        "to the note or highlight before",
    ),
    row(
        Notes,
        Command::UndoNote,
        "undo-note",
        &["U"],
        "take the last change of notes back",
    ),
    row(
        Selecting,
        Command::WordForward,
        "word",
        &["w"],
        "to the next word",
    ),
    row(
        Selecting,
        Command::WordEnd,
        "word-end",
        &["e"],
        "to the end of the word",
    ),
    row(
        Selecting,
        Command::WordBack,
        "word-back",
        &["b"],
        "to the beginning of the word",
    ),
    row(
        Selecting,
        Command::SentenceForward,
        "sentence",
        &[")"],
        "to the end of the sentence",
    ),
    row(
        Selecting,
        Command::SentenceBack,
        "sentence-back",
        &["("],
        "to the beginning of the sentence",
    ),
    row(
        Selecting,
        Command::RowStart,
        "row-start",
        &["0", "^"],
        "to the beginning of the row",
    ),
    row(
        Selecting,
        Command::RowEnd,
        "row-end",
        &["$"],
        "to the end of the row",
    ),
    row(
        Selecting,
        Command::OtherEnd,
        "other-end",
        &["o"],
        "to the other end of what is selected",
    ),
    row(
        Selecting,
        Command::HighlightIn(Ink::Yellow),
        "highlight-yellow",
        &["Y"],
        "highlight in yellow",
    ),
    row(
        Selecting,
        Command::HighlightIn(Ink::Green),
        "highlight-green",
        &["G"],
        "highlight in green",
    ),
    row(
        Selecting,
        Command::HighlightIn(Ink::Blue),
        "highlight-blue",
        &["B"],
        "highlight in blue",
    ),
    row(
        Selecting,
        Command::HighlightIn(Ink::Red),
        "highlight-red",
        &["R"],
        "highlight in red",
    ),
    row(
        Selecting,
        Command::HighlightIn(Ink::Purple),
        "highlight-purple",
        &["P"],
        "highlight in purple",
    ),
    row(
        Look,
        Command::Narrower,
        "narrower",
        &["-"],
        "a narrower column of text",
    ),
    row(
        Look,
        Command::Wider,
        "wider",
        &["+"],
        "a wider column of text",
    ),
    row(
        Look,
        Command::DefaultMeasure,
        "default-width",
        &["="],
        "the usual column again",
    ),
    row(
        Look,
        Command::Theme,
        "theme",
        &["T"],
        "choose a theme; each is tried on as you pass it",
    ),
    row(
        Look,
        Command::KeepTheme,
        "keep-theme",
        &["A-t"],
        "write the theme that is on into config.toml",
    ),
    row(
        Look,
        Command::TwoColumns,
        "two-columns",
        &["|"],
        "two columns of text where there is room, or one",
    ),
    row(
        Look,
        Command::Skim,
        "skim",
        &["S"],
        "dim all but the sentences of the listed facts",
    ),
    row(
        Look,
        Command::Justify,
        "justify",
        &["A-j"],
        "full rows of text, or ragged",
    ),
    row(
        Look,
        Command::Hyphenate,
        "hyphenate",
        &["A-h"],
        "break English words at the end of rows, or not",
    ),
    row(
        Look,
        Command::Paragraphs,
        "paragraphs",
        &["A-p"],
        "a blank row between paragraphs, or an indent",
    ),
    row(
        Look,
        Command::ShowHidden,
        "show-hidden",
        &["\\"],
        "show what was hidden as no part of the article",
    ),
    row(
        Program,
        Command::Edit,
        "edit",
        &["e"],
        "edit the file at this line",
    ),
    row(
        Program,
        Command::Details,
        "details",
        &["i"],
        "about this document",
    ),
    row(
        Program,
        Command::Library,
        "library",
        &["L"],
        "the library: what you read before, to continue it",
    ),
    row(Program, Command::Help, "help", &["?", "F1"], "this help"),
    row(
        Program,
        Command::Escape,
        "escape",
        &["Esc"],
        "back out of anything; never quits",
    ),
    row(
        Program,
        Command::Mouse,
        "mouse",
        &["M"],
        "the mouse: here or the terminal's; Shift-drag: always its",
    ),
    row(
        Program,
        Command::Reload,
        "reload",
        &["R"],
        "read the article again, and keep the place",
    ),
    row(
        Program,
        Command::Redraw,
        "redraw",
        &["C-l"],
        "draw the screen anew",
    ),
    row(
        Program,
        Command::Suspend,
        "suspend",
        &["C-z"],
        "stop for a while; fg in the shell returns",
    ),
    row(Program, Command::Quit, "quit", &["q", "C-c"], "leave"),
];

/// The row of a command.
pub fn entry(command: Command) -> Option<&'static Entry> {
    TABLE.iter().find(|e| e.command == command)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::command::Key;

    #[test]
    fn every_key_reads_and_says_one_thing() {
        let mut seen = BTreeMap::new();
        for entry in TABLE {
            for keys in entry.keys {
                assert!(
                    keys.split(' ').all(|k| k.parse::<Key>().is_ok()),
                    "{keys} of {}",
                    entry.name
                );
                let other = seen.insert((entry.group.mode(), *keys), entry.name);
                assert!(
                    other.is_none(),
                    "{keys} is both {} and {}",
                    entry.name,
                    other.unwrap_or_default()
                );
            }
        }
    }

    #[test]
    fn every_command_stands_once() {
        let mut names: Vec<_> = TABLE.iter().map(|e| e.name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), TABLE.len());
        let commands: std::collections::HashSet<_> = TABLE.iter().map(|e| e.command).collect();
        assert_eq!(commands.len(), TABLE.len());
    }
}
