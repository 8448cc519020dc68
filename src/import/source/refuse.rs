//! Why an input is not read, as a person is told: what is wrong and what to do.

use std::io;

use thiserror::Error;

/// An input that could not be read, with its name.
#[derive(Debug, Error)]
#[error("{name}: {refusal}")]
pub struct SourceError {
    /// The input, as it may be shown.
    pub name: String,
    /// Why it is not read.
    pub refusal: Refusal,
}

/// Why an input is not read.
#[derive(Debug, Error)]
pub enum Refusal {
    /// There is no such file.
    #[error("there is no such file: check the name, or give - for standard input")]
    Missing,
    /// A folder was named.
    #[error("is a folder: name a file in it")]
    Folder,
    /// The permissions forbid it.
    #[error("may not be read: check its permissions")]
    Denied,
    /// There is nothing in it.
    #[error("is empty: there is nothing to read")]
    Empty,
    /// Not text; says what it is instead.
    #[error("is {0}, not text: give a text, Markdown, HTML or EPUB file")]
    Binary(&'static str),
    /// A PDF.
    #[error("is a PDF: make text of it first, as with `pdftotext FILE -`")]
    Pdf,
    /// Past what offsets of 32 bits reach.
    #[error("is 4 GiB or more: split it and read the parts")]
    TooLarge,
    /// A stream that goes on and on.
    #[error("gives more than 1 GiB and has not ended: save what you need to a file")]
    Endless,
    /// The input is a terminal, where nothing waits to be read.
    #[error("is a terminal: pipe a text into it, or name a file")]
    Terminal,
    /// A URL, and no file of that name.
    #[error(
        "is a URL: save the page and read the file, or pipe it in as with `curl -sL URL | nutgraf`"
    )]
    Url,
    /// Any other failure of the system, in its words.
    #[error("cannot be read: {0}")]
    System(io::Error),
}

impl From<io::Error> for Refusal {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Self::Missing,
            io::ErrorKind::IsADirectory => Self::Folder,
            io::ErrorKind::PermissionDenied => Self::Denied,
            _ => Self::System(error),
        }
    }
}
