//! Rows: what stands in which columns, as plain data.

mod point;

use std::borrow::Cow;

use super::{Glyphs, measure};
use crate::document::{BlockId, BlockKind, Document, clean_line};
use crate::text::{Pos, Span};

/// One row of a pane.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The block that it belongs to; for a blank row the block before it, for a fold the first of the folded ones.
    pub block: BlockId,
    /// The bytes of text that it shows, from the first to the last; empty for blank rows, folds and rules without
    /// text. Its start is the anchor of the row. A row of code spans its whole line, however little of it is in view;
    /// in a table whose cells are wrapped the spans of rows overlap, and only the runs tell what is shown.
    pub span: Span,
    /// What it is.
    pub kind: RowKind,
    /// What it shows, in order of column, never overlapping.
    pub runs: Vec<Run>,
}

impl Row {
    /// The place that leads to this row and to no other.
    pub fn anchor(&self) -> Pos {
        self.span.start
    }

    /// A row that shows nothing, at `anchor`.
    pub(super) fn bare(block: BlockId, anchor: usize, kind: RowKind) -> Self {
        Self {
            block,
            span: Span::at(Pos::new(anchor)),
            kind,
            runs: Vec::new(),
        }
    }
}

/// What a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowKind {
    /// Text of a block, with its ornaments. It has no run where the author left a line empty.
    Text,
    /// The space between two blocks.
    Blank,
    /// It stands for boilerplate that is folded away; it has no runs, the pane words it.
    Fold {
        /// How many blocks are hidden.
        blocks: u32,
        /// The first of them.
        first: BlockId,
    },
    /// A break between parts, or the rule under the head of a table.
    Rule,
}

/// A part of a row, from one column on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    /// Its first column, from 0.
    pub col: u16,
    /// What stands there.
    pub content: Content,
}

/// What a run shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content {
    /// A slice of the document's text, without a newline or a tab.
    Text(Span),
    /// Something that is not in the text; [`ornament_text`] has its characters.
    Ornament(Ornament),
}

/// What layout adds to the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ornament {
    /// The marker of a list item or the label of a footnote.
    Marker(BlockId),
    /// The same where there is no room for all of it: that many columns.
    MarkerCut(BlockId, u16),
    /// The bar beside a quotation, one for each depth.
    Bar,
    /// The sign before the caption of an image.
    Image,
    /// What an image without a caption shows, in at most that many columns.
    Alt(BlockId, u16),
    /// The text goes on to the right.
    Cut,
    /// The text goes on to the left.
    CutLeft,
    /// A horizontal rule of that many columns.
    Line(u16),
    /// What separates two cells of a table.
    CellBorder,
    /// A character that is wider than the whole measure.
    Ellipsis,
    /// The hyphen where a word is broken at a soft hyphen.
    Hyphen,
}

/// The longest marker that is looked at, in bytes; longer ones are no markers.
const MARKER_LIMIT: usize = 96;

/// The name of the file that an address leads to, where it says something.
fn file_name(target: &str) -> Option<&str> {
    let path = target.split(['?', '#']).next()?;
    let (_, name) = path.rsplit_once('/').unwrap_or(("", path));
    let (stem, end) = name.rsplit_once('.')?;
    let is_name = stem.contains(char::is_alphabetic)
        && stem.len() <= NAME
        && (2..=4).contains(&end.len())
        && end.bytes().all(|b| b.is_ascii_alphanumeric())
        && !target.starts_with("data:");
    is_name.then_some(name)
}

/// A file name longer than this is one that a machine gave, in bytes.
const NAME: usize = 40;

/// The characters of an ornament, free of controls; the same characters that layout measured.
pub fn ornament_text<'a>(
    ornament: &Ornament,
    document: &'a Document,
    glyphs: Glyphs,
) -> Cow<'a, str> {
    let pick = |unicode: &'static str, ascii: &'static str| {
        Cow::Borrowed(match glyphs {
            Glyphs::Unicode => unicode,
            Glyphs::Ascii => ascii,
        })
    };
    match *ornament {
        Ornament::Marker(id) => marker(document, id, glyphs),
        Ornament::MarkerCut(id, columns) => {
            let whole = marker(document, id, glyphs);
            let ellipsis = pick("…", ">");
            Cow::Owned(measure::truncate(&whole, columns.into(), &ellipsis).into_owned())
        }
        Ornament::Bar => pick("▏", "|"),
        Ornament::Image => pick("▣", "[image]"),
        Ornament::Alt(id, columns) => {
            let alt = match document.block(id).map(|b| &b.kind) {
                Some(BlockKind::Image { alt, .. }) if !alt.trim().is_empty() => clean_line(alt),
                Some(BlockKind::Image { target, .. }) if file_name(target).is_some() => {
                    clean_line(file_name(target).unwrap_or_default())
                }
                _ => "an image without a caption".to_owned(),
            };
            let ellipsis = pick("…", ">");
            Cow::Owned(measure::truncate(&alt, columns.into(), &ellipsis).into_owned())
        }
        Ornament::Cut | Ornament::Ellipsis => pick("…", ">"),
        Ornament::CutLeft => pick("…", "<"),
        Ornament::Line(columns) => Cow::Owned(pick("─", "-").repeat(columns.into())),
        Ornament::CellBorder => pick("│", "|"),
        Ornament::Hyphen => Cow::Borrowed("-"),
    }
}

/// What an ornament takes, in columns.
pub(super) fn ornament_width(ornament: Ornament, document: &Document, glyphs: Glyphs) -> usize {
    match ornament {
        Ornament::Line(columns) | Ornament::MarkerCut(_, columns) | Ornament::Alt(_, columns) => {
            columns.into()
        }
        Ornament::Marker(_) | Ornament::Image => {
            measure::width(&ornament_text(&ornament, document, glyphs))
        }
        _ => 1,
    }
}

/// The marker of a list item or footnote, as it is drawn; empty for other blocks.
fn marker(document: &Document, id: BlockId, glyphs: Glyphs) -> Cow<'_, str> {
    let raw = match document.block(id).map(|b| &b.kind) {
        Some(BlockKind::ListItem { marker, .. }) => marker.as_str(),
        Some(BlockKind::Footnote { label }) => label.as_str(),
        _ => "",
    };
    let raw = raw
        .get(..raw.floor_char_boundary(MARKER_LIMIT))
        .unwrap_or_default();
    match glyphs {
        Glyphs::Unicode if raw.bytes().all(|b| b.is_ascii_graphic()) => Cow::Borrowed(raw),
        Glyphs::Unicode => Cow::Owned(clean_line(raw)),
        Glyphs::Ascii => Cow::Owned(clean_line(raw).chars().map(ascii_marker).collect()),
    }
}

/// The nearest ASCII to a character of a marker.
fn ascii_marker(c: char) -> char {
    match c {
        ' '..='~' => c,
        '†' | '‡' => '+',
        '–' | '—' | '‐' | '−' => '-',
        '◦' | '○' | '°' => 'o',
        '☐' | '□' => '_',
        '☑' | '☒' | '✓' | '✔' => 'x',
        _ => '*',
    }
}
