//! Blocks: the paragraphs, headings, list items and so on that a document is a sequence of.

use serde::Serialize;

use super::SectionId;
use crate::text::Span;

/// The number of a block in its document, from 0 in reading order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct BlockId(pub u32);

impl BlockId {
    /// The block of this index.
    pub fn new(index: usize) -> Self {
        Self(u32::try_from(index).unwrap_or(u32::MAX))
    }

    /// The index into [`Document::blocks`](super::Document::blocks).
    pub const fn get(self) -> usize {
        self.0 as usize
    }
}

/// One block of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Its text. A `\n` inside is a line break that the author made.
    pub span: Span,
    /// Where it stands in the input file, in bytes of that file, when the importer can tell.
    pub source: Option<Span>,
    /// The section that it belongs to.
    pub section: SectionId,
}

/// What a block is, with what is needed to set it and is not in its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BlockKind {
    /// A heading. Level 1 is the title of a document, 2 its parts, down to 6.
    Heading {
        /// 1 to 6.
        level: u8,
    },
    /// A paragraph.
    Paragraph,
    /// One item of a list, or a further paragraph of an item (then the marker is empty).
    ListItem {
        /// How deep the list is nested, from 0.
        depth: u8,
        /// What stands before the item: `•`, `3.`, `b)`; empty for a further paragraph of the same item.
        marker: String,
    },
    /// A quotation set off from the text.
    Quotation {
        /// How deep it is nested, from 0.
        depth: u8,
    },
    /// Code or other text whose lines must not be joined or wrapped.
    Code {
        /// The language, where it is given.
        language: Option<String>,
    },
    /// A table. Rows are separated by `\n` and cells by `\t` in the text.
    Table {
        /// How many rows at the top are header cells.
        header_rows: u32,
        /// On which side its columns stand, from the left; columns past the end as their content asks for.
        align: Vec<Align>,
    },
    /// An image. Its text is its caption; without one the block is empty.
    Image {
        /// Where the image is, as the input has it.
        target: String,
        /// What it shows, for those who cannot see it; empty where the input does not say.
        alt: String,
        /// Its columns and rows in pixels, where the input says them.
        size: Option<(u32, u32)>,
    },
    /// A break between parts, with the text that made it.
    Rule,
    /// A note that the text refers to.
    Footnote {
        /// Its label as printed, such as `3` or `*`.
        label: String,
    },
    /// What the cleaner took for something else than the article: folded, not lost.
    Boilerplate,
}

/// On which side the cells of a column stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Align {
    /// The input does not say: numbers to the right, words to the left.
    #[default]
    Unsaid,
    /// To the left.
    Left,
    /// In the middle.
    Middle,
    /// To the right.
    Right,
}

impl BlockKind {
    /// A table of which nothing is said but how many rows are its head.
    pub const fn table(header_rows: u32) -> Self {
        Self::Table {
            header_rows,
            align: Vec::new(),
        }
    }

    /// The name in JSON output and in debugging.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Heading { .. } => "heading",
            Self::Paragraph => "paragraph",
            Self::ListItem { .. } => "list-item",
            Self::Quotation { .. } => "quote",
            Self::Code { .. } => "code",
            Self::Table { .. } => "table",
            Self::Image { .. } => "image",
            Self::Rule => "rule",
            Self::Footnote { .. } => "footnote",
            Self::Boilerplate => "boilerplate",
        }
    }

    /// Whether facts may be looked for in it: running text, not headings, code or boilerplate.
    pub fn is_prose(&self) -> bool {
        matches!(
            self,
            Self::Paragraph
                | Self::ListItem { .. }
                | Self::Quotation { .. }
                | Self::Footnote { .. }
        )
    }
}
