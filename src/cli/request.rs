//! What was meant: plain data without a trace of how it was typed.

use std::path::PathBuf;

use clap_complete::Shell;

use crate::app::Seek;
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
    /// Print what was read, or forget it.
    History(HistoryTask),
    /// Print notes.
    Notes(NotesTask),
    /// Print or check the configuration: of this file, or of the usual one.
    Config(ConfigTask, Option<PathBuf>),
    /// Print the completions for a shell.
    Completions(Shell),
    /// Print the man page.
    Manual,
}

/// What to do with the configuration.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum ConfigTask {
    /// Say what is wrong with it.
    #[default]
    Check,
    /// Print where it is.
    Path,
    /// Print one with all defaults.
    PrintDefault,
}

/// Which configuration is read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum Configured {
    /// The usual one.
    #[default]
    Usual,
    /// This file.
    By(PathBuf),
    /// None: the defaults hold.
    Not,
}

/// How the reader is to begin.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a switch of its own on the command line"
)]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Reading {
    /// The configuration.
    pub(super) config: Configured,
    /// The theme; none for what the configuration says.
    pub(super) theme: Option<ThemeName>,
    /// The signs that may be drawn; none for what the configuration says.
    pub(super) glyphs: Option<Glyphs>,
    /// The widest that a row of text may be, in columns.
    pub(super) width: Option<u16>,
    /// How paragraphs are set.
    pub(super) typography: Typography,
    /// How many columns of text stand side by side.
    pub(super) columns: Option<Columns>,
    /// Whether all but the sentences of the listed facts recedes.
    pub(super) skim: bool,
    /// Who puts right-to-left text in order.
    pub(super) bidi: Option<Bidi>,
    /// The line of the file to begin at, from 1, and the column in it (in bytes, from 1).
    pub(super) line: Option<(usize, Option<usize>)>,
    /// Whether nothing is remembered, and nothing that was comes back.
    pub(super) no_store: bool,
    /// Whether to begin with the library, when anything was read before.
    pub(super) library: bool,
    /// What to begin at otherwise.
    pub(super) seek: Option<Seek>,
    /// Whether to read in plain lines.
    pub(super) linear: bool,
}

/// Which notes to print, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct NotesTask {
    /// The articles; none for all that have notes.
    pub(super) inputs: Vec<Input>,
    /// In what form.
    pub(super) format: NotesFormat,
}

/// The forms of notes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum NotesFormat {
    /// Quotations with what was written and where they stand.
    #[default]
    Markdown,
    /// One JSON object, or an array of them.
    Json,
}

/// What to do with the history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum HistoryTask {
    /// Print it.
    List(HistoryFormat),
    /// Forget an article: a file, an address or a title.
    Forget(String),
    /// Forget all of it.
    ForgetAll {
        /// Whether the person said so already.
        sure: bool,
    },
}

/// The forms of the history.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum HistoryFormat {
    /// A table for people.
    #[default]
    Table,
    /// One JSON object.
    Json,
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
