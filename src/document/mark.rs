//! Inline marks: emphasis, code and links inside a block.

use crate::text::{Pos, Span};

/// A stretch of text that the author marked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The marked text.
    pub span: Span,
    /// How it is marked.
    pub kind: MarkKind,
}

/// How a stretch of text is marked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MarkKind {
    /// Strong emphasis.
    Strong,
    /// Emphasis.
    Emphasis,
    /// Struck out.
    Strike,
    /// Code inside a sentence.
    Code,
    /// A link out of the document, to a URL or a path as the input has it.
    Link(String),
    /// A link to a place in this document: a heading, a footnote.
    Jump(Pos),
}
