//! The view: everything about the reader that is not the article. Small, plain, comparable; no rows, no columns, no
//! strings taken from the article.
//!
//! Length: every field of the view, with its words, in one place.

mod input;
mod jumps;
mod library;
mod note;
mod palette;
mod selection;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

pub use input::Input;
pub use jumps::Jumps;
pub use library::{Book, Library, ago};
pub use note::{Draft, Note, Notes};
pub use palette::{Finder, PaletteEntry};
pub(crate) use palette::{Matched, letters};
pub use selection::Selection;

use crate::article::Aim;
use crate::command::{Ink, Pending};
use crate::document::{BlockId, BlockKind, Document, SectionId};
use crate::facts::{Fact, FactId, Kind};
use crate::index::Query;
use crate::layout::{Glyphs, Typography};
use crate::store::Id;
use crate::text::{Pos, Span};
use crate::ui::{Ground, ThemeName};

/// The panes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pane {
    /// The outline.
    Sections,
    /// The text.
    #[default]
    Text,
    /// The facts.
    Facts,
}

/// Which panes the reader wants beside the text. A narrow terminal shows them over it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Panes {
    /// The outline.
    pub sections: bool,
    /// The facts.
    pub facts: bool,
    /// How wide they are.
    pub widths: Widths,
}

/// How wide the panes beside the text are to be, in columns; none: as the terminal suggests. What does not fit is
/// narrower, and comes back when there is room again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Widths {
    /// The outline.
    pub sections: Option<u16>,
    /// The facts.
    pub facts: Option<u16>,
}

/// The first entry shown in the lists beside the text while the wheel has moved them away from what they follow.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rolled {
    /// Of the visible sections.
    pub sections: Option<usize>,
    /// Of the entries of the facts panel.
    pub facts: Option<usize>,
}

/// How many columns of text stand side by side.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Columns {
    /// One.
    #[default]
    One,
    /// Two where there is room for them: the text goes down the left one, then down the right one.
    Two,
}

/// Which facts are marked in the text and listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Density {
    /// The key facts.
    #[default]
    Key,
    /// All facts.
    All,
    /// None is marked; the key facts are listed.
    Off,
}

/// Who puts right-to-left text in order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Bidi {
    /// The reader; the terminal is asked to leave the order alone.
    #[default]
    Reader,
    /// The terminal.
    Terminal,
    /// Nobody: letters stand from left to right in the order of the text.
    Off,
}

/// The order of the facts in their panel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// As they come in the text, by section.
    #[default]
    Reading,
    /// The most important first.
    Importance,
    /// By kind.
    Kind,
}

/// What lies over the panes and takes the keys first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Overlay {
    /// The help, scrolled by some rows.
    Help(usize),
    /// The details of the document, scrolled by some rows.
    Details(usize),
    /// A search being typed.
    Search(SearchStart),
    /// A filter of the facts being typed; the filter and the focus before are kept for Esc.
    Filter(Input, String, Pane),
    /// The themes, each tried on as it is passed.
    Themes(ThemePick),
    /// The palette.
    Palette(OpenPalette),
    /// Letters over the links on the screen, one of which is chosen.
    Links(LinkChoice),
    /// A note that a reference leads to.
    Footnote(OpenNote),
    /// Where a link or picture goes, or without one the article's own address, before it is opened.
    Address(Option<Aim>),
    /// A note being written.
    Note(Draft),
    /// What was read before; a whole screen.
    Library(Library),
}

/// The choice of a link by its letters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LinkChoice {
    /// What was typed of them.
    pub typed: String,
    /// The note that lies open, whose links are then the ones to choose from.
    pub note: Option<OpenNote>,
}

/// A note over the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OpenNote {
    /// The reference that leads to it: where its words begin.
    pub reference: Pos,
    /// By how many rows it is scrolled.
    pub scroll: usize,
}

/// The palette: what was typed, what answers to it, and which of that is chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OpenPalette {
    /// What was typed.
    pub input: Input,
    /// What answers, the best first.
    pub found: Arc<[PaletteEntry]>,
    /// Which entry is chosen, from 0.
    pub chosen: usize,
}

/// A theme being chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThemePick {
    /// The themes that are offered.
    pub names: Vec<ThemeName>,
    /// Which of them is tried on.
    pub chosen: usize,
    /// The theme of before, for Esc.
    pub before: ThemeName,
}

/// A search being typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchStart {
    /// What was typed.
    pub input: Input,
    /// As a regular expression.
    pub regex: bool,
    /// Where the reader was when it began: the search starts here, and Esc comes back to it.
    pub from: Pos,
    /// The search that was there before.
    pub before: Option<Search>,
}

/// A search that is on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Search {
    /// What is looked for.
    pub query: Query,
    /// The hit that the reader is at.
    pub current: Option<Span>,
    /// The starts of all hits, once they are counted.
    pub hits: Option<Arc<[Pos]>>,
}

/// A word to the reader in the status line; it goes with the next key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// One clean line.
    pub text: String,
    /// Whether something went wrong.
    pub error: bool,
}

/// A page that is on its way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fetching {
    /// Where from: one clean line.
    pub host: String,
    /// How many bytes of it have come.
    pub bytes: u64,
}

/// Everything about the reader that is not the article.
#[derive(Clone, Debug, PartialEq)]
pub struct View {
    /// The pane that takes the keys.
    pub focus: Pane,
    /// The place in the text that stands at the top of the pane.
    pub top: Pos,
    /// The furthest place that was on the screen.
    pub furthest: Pos,
    /// The section selected in the outline while that has the focus; else it follows the text.
    pub section: SectionId,
    /// The selected fact.
    pub selected: Option<FactId>,
    /// Which of its mentions the reader is at.
    pub mention: usize,
    /// Sections whose parts are folded away.
    pub folded: BTreeSet<SectionId>,
    /// Which facts are marked.
    pub density: Density,
    /// How facts are ordered.
    pub order: Order,
    /// Which facts are listed: a kind or words; empty for all.
    pub filter: String,
    /// Facts that the reader dismissed, by what they are and where they stand.
    pub dismissed: BTreeSet<(Span, Kind)>,
    /// What the reader highlighted and wrote.
    pub notes: Notes,
    /// The note that the reader is at.
    pub note: Option<Id>,
    /// The ink that was used last.
    pub ink: Ink,
    /// Words being selected: while there are, keys move and use the selection.
    pub selection: Option<Selection>,
    /// The search that is on.
    pub search: Option<Search>,
    /// Where jumps came from.
    pub jumps: Jumps,
    /// The reader's marks.
    pub marks: BTreeMap<char, Pos>,
    /// What lies over the panes.
    pub overlay: Option<Overlay>,
    /// A word to the reader.
    pub notice: Option<Notice>,
    /// The page that is on its way.
    pub fetching: Option<Fetching>,
    /// What was typed of a command.
    pub pending: Pending,
    /// Which panes are wanted.
    pub panes: Panes,
    /// Where the wheel has put the lists, until the next key.
    pub rolled: Rolled,
    /// Whether the mouse is the reader's; else the terminal keeps it.
    pub mouse: bool,
    /// Facts that the last change of the file brought and that were not seen yet.
    pub fresh: BTreeSet<FactId>,
    /// Focus and panes before a digit that focused a pane, in case it begins a number.
    pub before_digit: Option<(Pane, Panes)>,
    /// The panes before the text was shown alone.
    pub before_zen: Option<Panes>,
    /// The widest that a row of text may be, in columns.
    pub measure: u16,
    /// How paragraphs are set.
    pub typography: Typography,
    /// How many columns of text stand side by side, where there is room.
    pub columns: Columns,
    /// Whether all but the sentences of the listed facts recedes.
    pub skim: bool,
    /// How far wide blocks are scrolled, in columns.
    pub shift: u16,
    /// Whether boilerplate is shown.
    pub hidden_shown: bool,
    /// The signs that may be used.
    pub glyphs: Glyphs,
    /// Who puts right-to-left text in order.
    pub bidi: Bidi,
    /// The colours.
    pub theme: ThemeName,
    /// The ground of the terminal, as far as is known.
    pub ground: Ground,
}

impl Default for View {
    fn default() -> Self {
        Self {
            focus: Pane::Text,
            top: Pos(0),
            furthest: Pos(0),
            section: SectionId(0),
            selected: None,
            mention: 0,
            folded: BTreeSet::new(),
            density: Density::Key,
            order: Order::Reading,
            filter: String::new(),
            dismissed: BTreeSet::new(),
            notes: Notes::default(),
            note: None,
            ink: Ink::default(),
            selection: None,
            search: None,
            jumps: Jumps::default(),
            marks: BTreeMap::new(),
            overlay: None,
            notice: None,
            fetching: None,
            pending: Pending::default(),
            panes: Panes {
                sections: true,
                facts: true,
                widths: Widths::default(),
            },
            rolled: Rolled::default(),
            mouse: true,
            fresh: BTreeSet::new(),
            before_digit: None,
            before_zen: None,
            measure: super::default_measure(),
            typography: Typography::default(),
            columns: Columns::One,
            skim: false,
            shift: 0,
            hidden_shown: false,
            glyphs: Glyphs::Unicode,
            bidi: Bidi::default(),
            theme: ThemeName::AUTO,
            ground: Ground::Unknown,
        }
    }
}

impl View {
    /// The view of another article: looks, panes and orders as here, and nothing that belongs to this article.
    #[must_use]
    pub fn elsewhere(&self) -> Self {
        self.with_looks_here(Self::default())
    }

    /// Another view, of another article, with the looks, panes and orders of this one.
    #[must_use]
    pub fn with_looks_here(&self, other: Self) -> Self {
        Self {
            focus: self.focus,
            density: self.density,
            order: self.order,
            panes: self.panes,
            before_zen: self.before_zen,
            measure: self.measure,
            typography: self.typography,
            columns: self.columns,
            skim: self.skim,
            glyphs: self.glyphs,
            theme: self.theme.clone(),
            ground: self.ground,
            mouse: self.mouse,
            bidi: self.bidi,
            ink: self.ink,
            ..other
        }
    }

    /// The first block from `index` on, in steps of `by`, that is shown: no boilerplate while that is hidden. O(blocks
    /// passed).
    pub(crate) fn block_from(
        &self,
        document: &Document,
        index: usize,
        by: isize,
    ) -> Option<BlockId> {
        let mut at = Some(index);
        while let Some(index) = at {
            let block = document.block(BlockId::new(index))?;
            if block.kind != BlockKind::Boilerplate || self.hidden_shown {
                return Some(BlockId::new(index));
            }
            at = index.checked_add_signed(by);
        }
        None
    }

    /// Whether the reader dismissed a fact. O(log dismissed).
    pub fn is_dismissed(&self, fact: &Fact) -> bool {
        self.dismissed.contains(&(fact.span, fact.kind))
    }

    /// Says something to the reader.
    pub fn say(&mut self, text: impl Into<String>) {
        self.notice = Some(Notice {
            text: text.into(),
            error: false,
        });
    }

    /// Tells the reader that something went wrong.
    pub fn complain(&mut self, text: impl Into<String>) {
        self.notice = Some(Notice {
            text: text.into(),
            error: true,
        });
    }
}
