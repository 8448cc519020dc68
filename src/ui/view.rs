//! The view: everything about the reader that is not the article. Small, plain, comparable; no rows, no columns, no
//! strings taken from the article.

mod input;
mod jumps;
mod library;
mod modes;
mod note;
mod overlay;
mod palette;
mod panes;
mod search;
mod selection;

use std::collections::{BTreeMap, BTreeSet};

pub use input::Input;
pub use jumps::Jumps;
pub use library::{Book, Library, ago};
pub use modes::{Awaited, Bidi, Columns, Density, Order};
pub use note::{Draft, Note, Notes};
pub use overlay::{LinkChoice, OpenNote, OpenPalette, Overlay, ThemePick};
pub use palette::{Finder, PaletteEntry};
pub(crate) use palette::{Matched, letters};
pub use panes::{Pane, Panes, Rolled, Widths};
pub use search::{Search, SearchStart};
pub use selection::Selection;

use crate::command::{Ink, Pending};
use crate::document::{BlockId, BlockKind, Document, SectionId};
use crate::facts::{Fact, FactId, Kind};
use crate::layout::{Glyphs, Typography};
use crate::store::Id;
use crate::text::{Pos, Span};
use crate::ui::{Ground, ThemeName};

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
    /// What no text is shown before.
    pub awaited: Option<Awaited>,
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
            awaited: None,
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
