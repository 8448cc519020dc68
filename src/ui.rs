//! The screen: an article and a view of it, to plain data, to cells.
//!
//! [`compose`] takes the article, the galley, the view and a size and gives a [`Screen`]: the rows of each pane with
//! the look of each piece, and what each row stands for. [`draw`] puts a screen into a buffer with a [`Theme`]; it reads
//! nothing else. Rows and columns exist only here; the view knows positions, facts and sections.
//!
//! Deliberately absent: state. What the reader did is in the [`View`], changed only by `app`.

mod compose;
mod draw;
mod frame;
pub mod linear;
mod listing;
mod look;
mod moved;
mod screen;
mod theme;
mod view;

pub(crate) use compose::{address_of, setting, shown_rows, shown_span};
pub use compose::{compose, fold_columns, overlay_rows, visible_sections};
pub use draw::draw;
pub(crate) use draw::drawn_row;
pub use frame::{Frame, default_measure};
pub use listing::{Entry, Listing, listing};
pub use look::{Hit, Inline, Look, Marked, Role};
pub(crate) use moved::{Cells, moved};
pub use screen::{Hint, Hotspot, Line, OverlayBox, PaneView, Piece, Screen, Shown, Size, Target};
pub use theme::{Depth, Ground, Theme, ThemeError, ThemeName};
pub use view::{
    Awaited, Bidi, Book, Columns, Density, Draft, Fetching, Finder, Input, Jumps, Library,
    LinkChoice, Note, Notes, Notice, OpenNote, OpenPalette, Order, Overlay, PaletteEntry, Pane,
    Panes, Rolled, Search, SearchStart, Selection, ThemePick, View, Widths, ago,
};
