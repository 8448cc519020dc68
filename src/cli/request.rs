//! What was meant: plain data without a trace of how it was typed.

use crate::export::{Choice, Explain, Hidden};
use crate::import::source::{Given, Input};
use crate::layout::{Glyphs, Typography};
use crate::ui::{Bidi, Columns, ThemeName};

/// What the program shall do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Request {
    /// What to do with the article.
    pub(super) task: Task,
    /// What is known of the input besides itself.
    pub(super) given: Given,
}

/// The things that the program does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Task {
    /// Open the reader.
    Read(Input, Reading),
    /// Print facts.
    Facts(FactsTask),
    /// Print the sections.
    Outline(Input),
    /// Print the article.
    Text(Input, TextFormat, Hidden),
    /// Print the whole model.
    Dump(Input),
}

/// How the reader is to begin.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Reading {
    /// The theme; none for the usual one.
    pub(super) theme: Option<ThemeName>,
    /// The signs that may be drawn.
    pub(super) glyphs: Glyphs,
    /// The widest that a row of text may be, in columns.
    pub(super) width: Option<u16>,
    /// How paragraphs are set.
    pub(super) typography: Typography,
    /// How many columns of text stand side by side.
    pub(super) columns: Columns,
    /// Whether all but the sentences of the listed facts recedes.
    pub(super) skim: bool,
    /// Who puts right-to-left text in order.
    pub(super) bidi: Bidi,
    /// The line of the file to begin at, from 1, and the column in it (in bytes, from 1).
    pub(super) line: Option<(usize, Option<usize>)>,
}

/// Which facts to print, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct FactsTask {
    /// The articles, at least one.
    pub(super) inputs: Vec<Input>,
    /// Which facts.
    pub(super) choice: Choice,
    /// In what form.
    pub(super) format: FactsFormat,
    /// Whether the table says why a fact ranks where it does.
    pub(super) explain: Explain,
}

/// The forms of facts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum FactsFormat {
    /// A table for people.
    #[default]
    Table,
    /// One JSON object, or an array of them.
    Json,
    /// One JSON object a fact, a line each.
    JsonLines,
    /// Comma-separated values.
    Csv,
    /// Quotations with their places.
    Markdown,
    /// `file:line:column: kind: text`.
    Grep,
}

/// The forms of an article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum TextFormat {
    /// Plain text.
    #[default]
    Text,
    /// Markdown.
    Markdown,
}
