//! Units: what becomes a block, with the shape that its lines were given by the author.
//!
//! A unit is a run of lines and how to print them. Everything that changes the text (joining, dropping a mark, where
//! one block ends) is decided here, from the lines near it; what the unit is *called* is decided later and may look at
//! the whole document.

use super::line::Line;

/// How the lines of a unit are to be printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Running text: lines are joined.
    Flow,
    /// Verse, an address, a small table: lines are kept.
    Lines,
    /// An item of a list; the mark is `marker` (bytes of the text) and is not printed with it.
    Item {
        /// Where the mark stands.
        marker: (u32, u32),
        /// How deep, from 0.
        depth: u8,
    },
    /// A further paragraph of an item.
    More {
        /// The depth of its item.
        depth: u8,
    },
    /// A quotation; `lines` are kept when it is verse.
    Quote {
        /// How deep, from 0.
        depth: u8,
        /// Whether line breaks are kept.
        lines: bool,
    },
    /// Code and other text whose lines and columns matter; the language is named at `language`.
    Code {
        /// Where the language is named.
        language: Option<(u32, u32)>,
    },
    /// A break between parts.
    Rule,
    /// A heading by an explicit mark: `#`, or a line of `by` under it.
    Marked {
        /// The level that `#` gives; 0 where only the order of marks can tell.
        level: u8,
        /// The character of the mark.
        by: char,
    },
    /// A running head or foot of a page.
    Page,
}

/// What a unit is called in the end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Label {
    /// What its shape says.
    #[default]
    Plain,
    /// A heading of this level.
    Heading(u8),
    /// Not part of the article.
    Boilerplate,
}

/// A run of lines that becomes one block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Unit {
    /// Its first line.
    pub(super) first: usize,
    /// One past its last line.
    pub(super) last: usize,
    /// How it is printed.
    pub(super) shape: Shape,
    /// What it is called.
    pub(super) label: Label,
    /// Characters in all its lines.
    pub(super) chars: u32,
    /// Blank lines above it.
    pub(super) gap: u8,
}

/// A text with its lines and units: what the labelling stages look at.
#[derive(Debug)]
pub(super) struct Page<'a> {
    /// The decoded text.
    pub(super) text: &'a str,
    /// Its lines.
    pub(super) lines: &'a [Line],
    /// Its units, in order.
    pub(super) units: Vec<Unit>,
}

impl<'a> Page<'a> {
    /// The lines of a unit.
    pub(super) fn lines_of(&self, unit: &Unit) -> &'a [Line] {
        self.lines.get(unit.first..unit.last).unwrap_or_default()
    }

    /// The words of a unit, with the white space between its lines.
    pub(super) fn words(&self, unit: &Unit) -> &'a str {
        let lines = self.lines_of(unit);
        match (lines.first(), lines.last()) {
            (Some(a), Some(b)) => self
                .text
                .get(a.start as usize..b.end as usize)
                .unwrap_or_default(),
            _ => "",
        }
    }

    /// One unit.
    pub(super) fn unit(&self, index: usize) -> Option<&Unit> {
        self.units.get(index)
    }

    /// Calls a unit something. Code with a named language stays code: only as such its language is shown.
    pub(super) fn set(&mut self, index: usize, label: Label) {
        if let Some(unit) = self.units.get_mut(index)
            && !matches!(unit.shape, Shape::Code { language: Some(_) })
        {
            unit.label = label;
        }
    }
}
