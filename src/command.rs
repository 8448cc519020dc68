//! Commands: what the reader can be told to do, and the keys that say so.
//!
//! One table ([`TABLE`]) gives each command its name, its sentence and its keys. The keymap, the help, the palette and
//! the manual are all made from it, so that they cannot disagree.

mod ink;
mod key;
mod keymap;
mod nearest;
mod table;

pub use ink::Ink;
pub use key::{Code, Key};
pub(crate) use keymap::is_number;
pub use keymap::{Keymap, Pending, Resolution, Waits};
pub(crate) use nearest::nearest;
pub use table::{Entry, Group, Mode, TABLE, entry};

/// What the reader can be told to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Command {
    /// Down by a row, an entry of a list, or a number of them.
    Down,
    /// Up by a row or an entry.
    Up,
    /// To the left: fold, or scroll wide blocks.
    Left,
    /// To the right: unfold, or scroll wide blocks.
    Right,
    /// Down by a page.
    PageDown,
    /// Up by a page.
    PageUp,
    /// Down by half a page.
    HalfDown,
    /// Up by half a page.
    HalfUp,
    /// To the beginning, or with a number to that line of the file.
    Top,
    /// To the end, or with a number to that line of the file.
    Bottom,
    /// With a number: to that percentage of the text.
    Percent,
    /// To the next fact.
    NextFact,
    /// To the fact before.
    PreviousFact,
    /// To the next section.
    NextSection,
    /// To the section before.
    PreviousSection,
    /// To the next paragraph.
    NextParagraph,
    /// To the paragraph before.
    PreviousParagraph,
    /// To the next mention of the selected fact or of one that contradicts it.
    NextMention,
    /// Focus the next pane.
    NextPane,
    /// Focus the pane before.
    PreviousPane,
    /// Focus the sections.
    FocusSections,
    /// Focus the text.
    FocusText,
    /// Focus the facts.
    FocusFacts,
    /// Jump to what is selected.
    Enter,
    /// Show or hide the sections.
    ToggleSections,
    /// Show or hide the facts.
    ToggleFacts,
    /// The text alone, or all panes again.
    Zen,
    /// Fold or unfold the selected section.
    Fold,
    /// Say why the selected fact ranks where it does.
    Explain,
    /// Next density of marks: key facts, all, none.
    Density,
    /// Filter the facts by kind or words.
    Filter,
    /// Next order of the facts: reading, importance, kind.
    Order,
    /// Dismiss the selected fact.
    Dismiss,
    /// Bring back the facts that were dismissed.
    Restore,
    /// Search.
    Search,
    /// Next hit.
    NextHit,
    /// The hit before.
    PreviousHit,
    /// Set a mark (a letter follows).
    Mark,
    /// Go to a mark (a letter follows).
    GoToMark,
    /// Follow a link that is on the screen.
    Follow,
    /// Open the article's own page in the browser.
    Browse,
    /// Back in the list of jumps.
    JumpBack,
    /// Forward in the list of jumps.
    JumpForward,
    /// Copy the fact or paragraph with its source; the words being selected.
    Copy,
    /// Copy the section.
    CopySection,
    /// Edit the file at this line.
    Edit,
    /// A narrower column.
    Narrower,
    /// A wider column.
    Wider,
    /// The column as it was.
    DefaultMeasure,
    /// Choose a theme.
    Theme,
    /// Keep the theme for the next time.
    KeepTheme,
    /// Rows of running text full, or ragged again.
    Justify,
    /// Break English words, or leave them whole again.
    Hyphenate,
    /// Paragraphs with a blank row between them, or indented.
    Paragraphs,
    /// Two columns of text, or one.
    TwoColumns,
    /// Let all but the sentences of the listed facts recede, or not.
    Skim,
    /// Show what the cleaner hid, or hide it again.
    ShowHidden,
    /// Begin to select words; while selecting, begin anew at the cursor.
    Select,
    /// Highlight the sentence of the fact, or what is being selected, with the ink used last.
    Highlight,
    /// Highlight what is being selected with an ink.
    HighlightIn(Ink),
    /// Write a note, or change the one that the reader is at.
    Note,
    /// To the next note.
    NextNote,
    /// To the note before.
    PreviousNote,
    /// Take the last change of notes back.
    UndoNote,
    /// While selecting: to the next word.
    WordForward,
    /// While selecting: to the end of the word.
    WordEnd,
    /// While selecting: to the beginning of the word.
    WordBack,
    /// While selecting: to the end of the sentence.
    SentenceForward,
    /// While selecting: to the beginning of the sentence.
    SentenceBack,
    /// While selecting: to the beginning of the row.
    RowStart,
    /// While selecting: to the end of the row.
    RowEnd,
    /// While selecting: to the other end of what is selected.
    OtherEnd,
    /// The palette.
    Palette,
    /// Details of the document.
    Details,
    /// The help.
    Help,
    /// Back out of what is open or typed.
    Escape,
    /// Give the mouse to the reader, or back to the terminal.
    Mouse,
    /// Read the article again.
    Reload,
    /// What was read before.
    Library,
    /// Draw the screen anew.
    Redraw,
    /// Stop for a while; the shell brings it back.
    Suspend,
    /// Leave.
    Quit,
}
