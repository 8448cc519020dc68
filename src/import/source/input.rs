//! Where an article comes from, and what is said of it besides itself.

use std::path::{Path, PathBuf};

use super::{Source, SourceError, file, stdin};
use crate::document::Date;
use crate::import::InputKind;

/// Where an article comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// A file, or anything else that has a path.
    File(PathBuf),
    /// Standard input.
    Stdin,
    /// An article of our own.
    BuiltIn(BuiltIn),
}

impl Input {
    /// The file, where there is one: for the editor, and to read it again.
    pub fn path(&self) -> Option<&Path> {
        match self {
            Self::File(path) => Some(path),
            Self::Stdin | Self::BuiltIn(_) => None,
        }
    }

    /// Reads it. Blocks on a pipe until its writer has ended.
    ///
    /// # Errors
    /// When it cannot be read, or cannot be an article.
    pub fn read(&self, given: &Given) -> Result<Source, SourceError> {
        let source = match self {
            Self::File(path) => file(path)?,
            Self::Stdin => stdin()?,
            Self::BuiltIn(built_in) => return Ok(built_in.source()),
        };
        Ok(Source {
            kind: given.kind,
            encoding: given.encoding.clone(),
            ..source
        })
    }
}

/// The articles that the program brings along.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BuiltIn {
    /// The article that opens when nothing is asked for.
    Article,
    /// The one that explains the program.
    Tutorial,
}

impl BuiltIn {
    /// Its name, as it may be asked for.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Article => "article",
            Self::Tutorial => "tutorial",
        }
    }

    /// The article of a name.
    pub fn of_name(name: &str) -> Option<Self> {
        let all = [Self::Article, Self::Tutorial];
        all.into_iter().find(|b| b.name() == name)
    }

    fn source(self) -> Source {
        match self {
            Self::Article => {
                Source::built_in("article.md", include_str!("../../../assets/article.md"))
            }
            Self::Tutorial => {
                Source::built_in("tutorial.md", include_str!("../../../assets/tutorial.md"))
            }
        }
    }
}

/// What is said of an input besides itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Given {
    /// The day that relative dates count from when the article gives none.
    pub date: Option<Date>,
    /// Its kind; none to find it.
    pub kind: Option<InputKind>,
    /// Its encoding, as a label of the WHATWG list; none to find it.
    pub encoding: Option<String>,
}
