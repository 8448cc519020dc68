//! Why an input is not read, as a person is told: what is wrong and what to do.

use std::io;

use thiserror::Error;

use super::FetchError;

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
    /// Not a text, and in no format that is read.
    #[error(transparent)]
    NotText(#[from] NotText),
    /// Past what offsets of 32 bits reach.
    #[error("is 4 GiB or more: split it and read the parts")]
    TooLarge,
    /// A stream that goes on and on.
    #[error("gives more than 1 GiB and has not ended: save what you need to a file")]
    Endless,
    /// The input is a terminal, where nothing waits to be read.
    #[error("is a terminal: pipe a text into it, or name a file")]
    Terminal,
    /// A page that did not come.
    #[error(transparent)]
    Fetch(#[from] FetchError),
    /// A packed file that cannot be unpacked.
    #[error("is a damaged {0} and nothing in it can be read: get the file again")]
    Damaged(&'static str),
    /// A packed file that unpacks to more than so many MiB.
    #[error("unpacks to more than {0} MiB, which is refused: unpack it and read a part")]
    Bomb(u64),
    /// Any other failure of the system, in its words.
    #[error("cannot be read: {0}")]
    System(io::Error),
}

/// What an input is instead of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum NotText {
    /// A format that is known, or bytes without sense.
    #[error("is {0}, not text: give a text, Markdown, HTML or EPUB file")]
    Binary(&'static str),
    /// A PDF.
    #[error("is a PDF: make text of it first, as with `pdftotext FILE -`")]
    Pdf,
    /// A document of a word processor: DOCX, ODT.
    #[error(
        "is a word processor's document: convert it first, as with `pandoc FILE -t markdown | nutgraf -`"
    )]
    WordProcessor,
    /// Rich text.
    #[error("is an RTF file: convert it first, as with `pandoc FILE -t markdown | nutgraf -`")]
    Rtf,
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
