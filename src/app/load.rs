//! The worker: bytes to an article, the beginning first, facts later.
//!
//! What the reader waits for is only the first part of the input ([`FIRST`] bytes, cut at the end of a block). The
//! whole replaces it when it is ready; positions agree, since both begin with the same text. Facts come after that.

use std::fs::File;
use std::io::{self, Read};
use std::path::PathBuf;
use std::sync::Arc;

use crate::article::{Article, Lines, State};
use crate::document::{Date, Document, Meta};
use crate::facts::{self, Findings};
use crate::import;

/// How much of the input is read and shown first, in bytes.
const FIRST: usize = 256 * 1024;

/// What is read.
#[derive(Clone, Debug)]
pub enum Input {
    /// A file.
    File(PathBuf),
    /// Standard input.
    Stdin,
    /// A text that the program carries, with its name.
    BuiltIn(&'static str, &'static str),
}

/// Why an input could not be read.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// Reading failed.
    #[error("{name}: {source}")]
    Io {
        /// The input.
        name: String,
        /// What the system said.
        source: io::Error,
    },
}

/// Loads an input in two steps.
#[derive(Debug)]
pub struct Loader {
    input: Input,
    date: Option<Date>,
    bytes: Vec<u8>,
    rest: Option<File>,
}

impl Loader {
    /// A loader; nothing is read yet. `date` is the day of publication when the input gives none.
    pub fn new(input: Input, date: Option<Date>) -> Self {
        Self {
            input,
            date,
            bytes: Vec::new(),
            rest: None,
        }
    }

    /// The name of the input as it may be shown.
    pub fn name(&self) -> String {
        match &self.input {
            Input::File(path) => path.display().to_string(),
            Input::Stdin => "standard input".to_owned(),
            Input::BuiltIn(name, _) => (*name).to_owned(),
        }
    }

    /// Reads the first part and makes an article of it, without facts.
    ///
    /// # Errors
    /// When nothing can be read.
    pub fn first(&mut self) -> Result<Article, LoadError> {
        match &self.input {
            Input::BuiltIn(_, text) => self.bytes = text.as_bytes().to_vec(),
            Input::File(path) => {
                let file = File::open(path).map_err(|e| self.failed(e))?;
                self.rest = self.read(file, FIRST)?;
            }
            Input::Stdin => {
                io::stdin()
                    .lock()
                    .read_to_end(&mut self.bytes)
                    .map_err(|e| self.failed(e))?;
            }
        }
        let (bytes, state) = match self.rest {
            None => (self.bytes.as_slice(), State::Read),
            Some(_) => (up_to_a_break(&self.bytes), State::Beginning),
        };
        let document = self.import(bytes);
        Ok(Article::new(
            Arc::new(document),
            Findings::default(),
            Arc::new(Lines::new(bytes)),
            state,
        ))
    }

    /// Reads the rest, if there is one, and finds the facts; gives every fuller version of the article to `ready`.
    ///
    /// # Errors
    /// When the rest cannot be read.
    pub fn rest(
        mut self,
        first: &Article,
        mut ready: impl FnMut(Article),
    ) -> Result<(), LoadError> {
        let (mut document, mut lines) = (Arc::clone(&first.document), Arc::clone(&first.lines));
        if let Some(file) = self.rest.take() {
            let early = facts::find(&document, self.date);
            self.read(file, usize::MAX)?;
            document = Arc::new(self.import(&self.bytes));
            lines = Arc::new(Lines::new(&self.bytes));
            self.bytes = Vec::new();
            ready(Article::new(
                Arc::clone(&document),
                early,
                Arc::clone(&lines),
                State::Read,
            ));
        }
        let findings = facts::find(&document, self.date);
        ready(Article::new(document, findings, lines, State::Complete));
        Ok(())
    }

    /// Reads up to `most` further bytes; gives the file back when there may be more.
    fn read(&mut self, mut file: File, most: usize) -> Result<Option<File>, LoadError> {
        let before = self.bytes.len();
        let result = (&mut file).take(most as u64).read_to_end(&mut self.bytes);
        result.map_err(|e| self.failed(e))?;
        Ok((self.bytes.len() - before == most).then_some(file))
    }

    fn import(&self, bytes: &[u8]) -> Document {
        import::plain(
            bytes,
            Meta {
                source: self.name(),
                ..Meta::default()
            },
        )
    }

    fn failed(&self, source: io::Error) -> LoadError {
        LoadError::Io {
            name: self.name(),
            source,
        }
    }
}

/// The bytes up to the last blank line, or the last line, or all where there is none.
fn up_to_a_break(bytes: &[u8]) -> &[u8] {
    let blank =
        memchr::memmem::rfind(bytes, b"\n\n").or_else(|| memchr::memmem::rfind(bytes, b"\n\r\n"));
    let end = blank
        .filter(|&at| at > bytes.len() / 2)
        .or_else(|| memchr::memrchr(b'\n', bytes));
    bytes
        .get(..end.map_or(bytes.len(), |at| at + 1))
        .unwrap_or(bytes)
}
