//! What lies over the panes: boxes and lines that take the keys first.

use std::sync::Arc;

use super::{Draft, Input, Library, PaletteEntry, Pane, SearchStart};
use crate::article::Aim;
use crate::text::Pos;
use crate::ui::ThemeName;

/// What lies over the panes and takes the keys first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Overlay {
    /// The help, scrolled by some rows.
    Help(usize),
    /// The details of the document, scrolled by some rows.
    Details(usize),
    /// Why the selected fact ranks where it does, scrolled by some rows.
    Why(usize),
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
