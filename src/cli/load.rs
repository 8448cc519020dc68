//! From an input to an article: read, imported, searched for facts.

use crate::article::{Article, Lines, State};
use crate::document::{Date, Meta};
use crate::export::Sheet;
use crate::import::source::{self, Source, SourceError};
use crate::{facts, import};

use super::request::{BuiltIn, Input};

/// An article with its input.
#[derive(Debug)]
pub(super) struct Loaded {
    /// The article, complete.
    pub(super) article: Article,
    /// The input as it was read.
    source: Source,
}

impl Loaded {
    /// What exporters read.
    pub(super) fn sheet(&self) -> Sheet<'_> {
        Sheet {
            article: &self.article,
            bytes: &self.source.bytes,
        }
    }

    /// What the person should know about how it was read, a line each, with the name of the input.
    pub(super) fn warnings(&self) -> Vec<String> {
        let all = self
            .source
            .warnings
            .iter()
            .chain(self.article.document.warnings());
        all.map(|warning| format!("{}: warning: {warning}", self.source.name))
            .collect()
    }
}

/// Reads an input.
///
/// # Errors
/// When it cannot be read.
pub(super) fn read(input: &Input) -> Result<Source, SourceError> {
    match input {
        Input::File(path) => source::file(path),
        Input::Stdin => source::stdin(),
        Input::BuiltIn(BuiltIn::Article) => Ok(Source::built_in(
            "article.md",
            include_str!("../../assets/article.md"),
        )),
        Input::BuiltIn(BuiltIn::Tutorial) => Ok(Source::built_in(
            "tutorial.md",
            include_str!("../../assets/tutorial.md"),
        )),
    }
}

/// Makes the article of a source. Linear in its bytes.
pub(super) fn load(source: Source, date: Option<Date>) -> Loaded {
    let meta = Meta {
        source: source.name.clone(),
        ..Meta::default()
    };
    let document = import::plain(&source.bytes, meta);
    let findings = facts::find(&document, date);
    let lines = Lines::new(&source.bytes);
    let article = Article::new(document.into(), findings, lines.into(), State::Complete);
    Loaded { article, source }
}
