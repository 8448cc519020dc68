//! From an input to an article: read, imported, searched for facts.

use std::ops::ControlFlow;

use indicatif::{ProgressBar, ProgressStyle};

use crate::article::{Article, Lines, State};
use crate::document::{Date, clean_line};
use crate::export::Sheet;
use crate::facts::Findings;
use crate::import::ImportError;
use crate::import::source::{Given, Input, Source, SourceError};
use crate::{facts, import};

/// An article with its input.
#[derive(Debug)]
pub(super) struct Loaded {
    /// The article; complete, or without facts where nobody asked for them.
    pub(super) article: Article,
    /// The input as it was read.
    source: Source,
}

impl Loaded {
    /// What exporters read.
    pub(super) fn sheet(&self) -> Sheet<'_> {
        Sheet::new(&self.article, &self.source.bytes)
    }

    /// What the person should know about how it was read, a line each, with the name of the input.
    pub(super) fn warnings(&self) -> Vec<String> {
        let all = self
            .source
            .warnings
            .iter()
            .cloned()
            .chain(self.article.warnings());
        all.map(|warning| format!("{}: warning: {warning}", self.source.name))
            .collect()
    }
}

/// Why an input gave no article, in one line: what, where, what to do.
#[derive(Debug, thiserror::Error)]
pub(super) enum LoadError {
    /// It could not be read.
    #[error(transparent)]
    Source(#[from] SourceError),
    /// Nothing in it could be made out.
    #[error(transparent)]
    Import(#[from] ImportError),
}

/// Whether facts are looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Facts {
    /// They are.
    Find,
    /// They are not: what is printed does not show them.
    Leave,
}

/// Reads an input and makes its article. While a page comes, a person at a terminal sees how much of it there is.
///
/// # Errors
/// When it cannot be read.
pub(super) fn article(input: &Input, given: &Given, facts: Facts) -> Result<Loaded, LoadError> {
    let source = if let Input::Url(address) = input {
        // Hidden where standard error is no terminal.
        let bar = ProgressBar::new_spinner().with_message(clean_line(address));
        bar.set_style(
            ProgressStyle::with_template("nutgraf: {wide_msg} {decimal_bytes}")
                .unwrap_or_else(|_| ProgressStyle::default_spinner()),
        );
        bar.tick();
        let source = input.read_watched(given, &mut |bytes| {
            bar.set_position(bytes);
            ControlFlow::Continue(())
        });
        bar.finish_and_clear();
        source?
    } else {
        input.read(given)?
    };
    Ok(load(source, given.date, facts)?)
}

/// Makes the article of a source. Linear in its bytes.
///
/// # Errors
/// When nothing in it can be read.
fn load(source: Source, date: Option<Date>, facts: Facts) -> Result<Loaded, ImportError> {
    let document = import::import(&source.bytes, &source.request())?;
    let (findings, state) = match facts {
        Facts::Find => (facts::find(&document, date), State::Complete),
        Facts::Leave => (Findings::default(), State::Read),
    };
    let lines = Lines::of(&source.bytes, document.meta().encoding.as_deref());
    let article = Article::new(document.into(), findings, lines.into(), state);
    Ok(Loaded { article, source })
}
