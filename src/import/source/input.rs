//! Where an article comes from, and what is said of it besides itself.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use super::fetch::{LIMITS, fetch};
use super::{Source, SourceError, Unread, begin, file, is_url, stdin};
use crate::document::{Date, clean_line};
use crate::import::{Cleaning, InputKind};

/// Where an article comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// A file, or anything else that has a path.
    File(PathBuf),
    /// A page: its address, as it was given.
    Url(String),
    /// Standard input.
    Stdin,
    /// An article of our own.
    BuiltIn(BuiltIn),
}

impl Input {
    /// What was typed as an input: `-` is standard input, what begins with `http://` or `https://` a page.
    pub fn typed(typed: PathBuf) -> Self {
        match typed.to_str() {
            Some("-") => Self::Stdin,
            Some(address) if is_url(address) => Self::Url(address.to_owned()),
            _ => Self::File(typed),
        }
    }

    /// The file, where there is one: for the editor, and to read it again.
    pub fn path(&self) -> Option<&Path> {
        match self {
            Self::File(path) => Some(path),
            Self::Url(_) | Self::Stdin | Self::BuiltIn(_) => None,
        }
    }

    /// Reads it. Blocks on a pipe until its writer has ended, on a page until it has come (30 s at most).
    ///
    /// # Errors
    /// When it cannot be read, or cannot be an article.
    pub fn read(&self, given: &Given) -> Result<Source, SourceError> {
        self.read_watched(given, &mut |_| ControlFlow::Continue(()))
    }

    /// Reads it as [`read`](Self::read) does. `watch` hears how many bytes of a page have come and may give up.
    ///
    /// # Errors
    /// When it cannot be read, cannot be an article, or was given up.
    pub fn read_watched(
        &self,
        given: &Given,
        watch: &mut dyn FnMut(u64) -> ControlFlow<()>,
    ) -> Result<Source, SourceError> {
        let source = match self {
            Self::File(path) => file(path)?,
            Self::Url(address) => fetch(address, LIMITS, watch).map_err(|refusal| SourceError {
                name: clean_line(address),
                refusal,
            })?,
            Self::Stdin => stdin()?,
            Self::BuiltIn(built_in) => return Ok(built_in.source()),
        };
        Ok(self.lying(source).given_so(given))
    }

    /// Reads as much of it as is worth showing first: the beginning of a long file, with what is left to read, and
    /// all of anything else.
    ///
    /// # Errors
    /// When it cannot be read, or cannot be an article.
    pub fn begin(&self, given: &Given) -> Result<(Source, Option<Unread>), SourceError> {
        match self {
            Self::File(path) => {
                let (source, unread) = begin(path)?;
                Ok((self.lying(source).given_so(given), unread))
            }
            Self::Url(_) | Self::Stdin | Self::BuiltIn(_) => Ok((self.read(given)?, None)),
        }
    }

    /// With the name of the folder that it lies in, where it is a file.
    fn lying(&self, source: Source) -> Source {
        let whole = self.path().and_then(|path| std::path::absolute(path).ok());
        let folder = whole
            .as_deref()
            .and_then(Path::parent)
            .and_then(Path::file_name);
        Source {
            folder: folder.map(|name| clean_line(&name.to_string_lossy())),
            ..source
        }
    }
}

impl Source {
    /// With what is said of it besides itself.
    fn given_so(self, given: &Given) -> Self {
        Self {
            kind: given.kind,
            encoding: given.encoding.clone(),
            cleaning: given.cleaning,
            ..self
        }
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
    /// How much of a page is wanted.
    pub cleaning: Cleaning,
}
