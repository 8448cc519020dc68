//! Layout: a document and a measure give rows.
//!
//! Takes a [`Document`](crate::document::Document), a [`Setting`] and a place in the text; gives the [`Row`]s from
//! there on, through the [`Galley`], the only cache. A row says which bytes of the text stand in which columns and
//! where ornaments (list markers, quotation bars, cut marks) go; it holds no string of the document and no style.
//!
//! - `measure` is the only place that knows how many columns a text takes.
//! - `fragment`, `glue` and `wrap` break one line of text into rows: Unicode line breaking, then our own rules about
//!   numbers, links and words too long for the measure, then fitting by `textwrap`.
//! - `shape` says where the rows of a kind of block begin; `flow` sets wrapped blocks, `code` and `table` the others.
//! - `typography` is what readers may choose, `hyphens` where English words may be broken.
//! - `slice` cuts blocks that are too long to be set at once; `spacing` puts the blank rows between blocks.
//! - `galley` walks over all that, and remembers what it has set.
//!
//! Invariants: no row is wider than the measure, from 1 column on; every row has an anchor (the start of its span),
//! anchors differ and grow from row to row within a block, and the anchor leads back to its row. Rows are never
//! counted for the whole document: each call costs what it walks over. Deliberately absent: colours, styles, facts,
//! the height of panes, I/O.

pub mod measure;

mod clip;
mod code;
mod flow;
mod fragment;
mod galley;
mod glue;
mod hyphens;
mod justify;
#[cfg(test)]
mod proof;
#[cfg(test)]
mod properties;
mod row;
mod shape;
mod slice;
mod spacing;
mod table;
mod typography;
mod wrap;

pub use galley::Galley;
pub use row::{Content, Ornament, Row, RowKind, Run, ornament_text};
pub use typography::{Alignment, Hyphens, Paragraphs, Typography};

/// What rows depend on besides the document. A change empties the galley.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Setting {
    /// The measure: the width of a full row, in columns; 0 counts as 1.
    pub columns: u16,
    /// Whether what the cleaner took for boilerplate is shown.
    pub boilerplate: Boilerplate,
    /// Which characters ornaments are made of.
    pub glyphs: Glyphs,
    /// How paragraphs are set.
    pub typography: Typography,
}

/// What happens to boilerplate blocks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Boilerplate {
    /// One row stands for a run of them.
    #[default]
    Folded,
    /// They are set as paragraphs.
    Shown,
}

/// Which characters ornaments are made of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Glyphs {
    /// Bars, bullets and rules from Unicode.
    #[default]
    Unicode,
    /// Nothing but ASCII.
    Ascii,
}

impl Setting {
    /// The measure in columns, at least 1.
    pub(crate) fn measure(self) -> usize {
        usize::from(self.columns.max(1))
    }
}
