//! Importers: bytes to a [`Document`].
//!
//! Takes the bytes of a file and what is known of it ([`Request`]); gives a document. The kind is found from the
//! content first. An importer never fails on a bad article: it returns a document with warnings. Errors are for what
//! could not be read at all. Does no I/O and reads no clock.

mod decode;
mod draft;
mod epub;
mod feed;
mod html;
mod kind;
mod mail;
mod markdown;
mod paged;
pub mod plain;
pub mod source;

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8};

pub(crate) use epub::{file as file_of_book, percent_decoded};
pub use kind::InputKind;

use crate::document::{Document, Meta};

/// What is asked of an importer.
#[derive(Clone, Debug, Default)]
pub struct Request<'a> {
    /// The file name or URL, as it may be shown; `-` or empty for standard input.
    pub name: &'a str,
    /// The name of the folder that the file lies in, where that is known: some files are called by it.
    pub folder: Option<&'a str>,
    /// The kind, when the reader says it; otherwise it is found.
    pub kind: Option<InputKind>,
    /// The encoding, when the reader says it; otherwise it is found.
    pub encoding: Option<&'a str>,
    /// What a server said of the content: `text/html; charset=utf-8`.
    pub content_type: Option<&'a str>,
    /// How much of a page is wanted.
    pub cleaning: Cleaning,
}

/// How much of a page is wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Cleaning {
    /// The article as a reader wants it; what does not belong to it is folded.
    #[default]
    Clean,
    /// What extraction alone takes for the article, before anything is taken back or folded: for measuring.
    Extracted,
    /// The whole page.
    Whole,
}

/// Whether a text is the source of a manual page, by its first request.
fn is_roff(bytes: &[u8]) -> bool {
    let head = bytes.get(..HEAD).unwrap_or(bytes);
    let lines = head.split(|b| *b == b'\n').take(60);
    let mut lines =
        lines.skip_while(|l| l.starts_with(b".\\\"") || l.starts_with(b"'\\\"") || l.is_empty());
    lines.next().is_some_and(|l| {
        [&b".TH "[..], b".Dd ", b".SH "]
            .iter()
            .any(|r| l.starts_with(r))
    })
}

/// Says of a text in a markup that is not read how it would be.
fn source_of(name: &str) -> Option<String> {
    let (_, end) = name.rsplit_once('.')?;
    let (markup, format) = match end {
        "rst" | "rest" => ("reStructuredText", "rst"),
        "org" => ("an Org file", "org"),
        "tex" => ("LaTeX", "latex"),
        _ => return None,
    };
    Some(format!(
        "This is {markup}, shown as plain text: `pandoc -f {format} -t gfm FILE | nutgraf --as markdown -` reads it with its structure."
    ))
}

/// What must be at hand before the beginning of an input can be imported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beginning {
    /// Its first bytes: the blocks do not depend on what follows.
    Bytes,
    /// All bytes, of which a part is read: see [`first_part`].
    Part,
    /// Everything.
    Whole,
}

/// How much is looked at to tell text from other files, in bytes.
const HEAD: usize = 64 << 10;

/// Why an input cannot be read at all, in one line: what, where, and what to do.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    /// The reader named an encoding that does not exist.
    #[error(
        "no encoding is called {label:?}: try utf-8, windows-1252, shift_jis or another name of the WHATWG list"
    )]
    Encoding {
        /// The name.
        label: String,
    },
    /// The file is in a format that is not read.
    #[error("{name}: {what}")]
    Format {
        /// The file.
        name: String,
        /// What it is, and what to do instead.
        what: source::NotText,
    },
    /// The file is encrypted.
    #[error(
        "{name}: the book is locked (DRM) and cannot be opened: only a copy without DRM can be read"
    )]
    Locked {
        /// The file.
        name: String,
    },
    /// The file unpacks to far more than a book of its size holds.
    #[error(
        "{name}: the book unpacks to far more than its size and is not opened: get it from somewhere else"
    )]
    Bomb {
        /// The file.
        name: String,
    },
    /// The file is damaged beyond reading.
    #[error("{name}: the {what} is damaged and nothing in it can be read: get the file again")]
    Damaged {
        /// The file.
        name: String,
        /// What it should be.
        what: &'static str,
    },
}

/// Imports a file of any kind.
///
/// # Errors
/// When nothing in it can be read; the error is one line that says what to do.
pub fn import(bytes: &[u8], request: &Request<'_>) -> Result<Document, ImportError> {
    let kind = if let Some(kind) = request.kind {
        kind
    } else if let Some(what) = source::foreign(bytes.get(..HEAD).unwrap_or(bytes)) {
        return Err(ImportError::Format {
            name: request.name.to_owned(),
            what,
        });
    } else {
        kind::detect(bytes, request.name, request.content_type)
    };
    let mut meta = Meta {
        source: request.name.to_owned(),
        ..Meta::default()
    };
    match kind {
        InputKind::Epub => return epub::import(bytes, meta, usize::MAX).map(|(book, _)| book),
        InputKind::Mail => return mail::import(bytes, meta),
        _ => {}
    }
    let decoded = decode::decode(bytes, kind, request.encoding, request.content_type)?;
    meta.encoding = decoded.encoding.map(|e| e.name().to_owned());
    let (text, warning) = (decoded.text, decoded.warning);
    let is_plain = kind == InputKind::Text;
    // A text that is UTF-8, or nearly, finds its way back to its bytes itself.
    let recoded = match (&text, decoded.encoding) {
        (Cow::Owned(text), Some(encoding)) => Some((text.as_str(), encoding)),
        (Cow::Owned(text), None) if !is_plain => Some((text.as_str(), UTF_8)),
        _ => None,
    };
    let mut document = match kind {
        InputKind::Markdown => markdown::import(&text, meta, request.folder, warning),
        InputKind::Pager => paged::import(&text, meta, warning),
        InputKind::Feed => return feed::import(&text, meta, warning),
        InputKind::Html => {
            return Ok(html::import(
                &decode::mend(text),
                meta,
                request.cleaning,
                warning,
            ));
        }
        InputKind::Text | InputKind::Epub | InputKind::Mail if recoded.is_none() => {
            plain::import(bytes, meta)
        }
        InputKind::Text | InputKind::Epub | InputKind::Mail => {
            let mut document = plain::import(text.as_bytes(), meta);
            document.warn(warning);
            document
        }
    };
    if is_plain && is_roff(bytes) {
        document.warn(Some(
            "This is the source of a manual page: `man -l FILE | nutgraf -` shows it as it is printed.".to_owned(),
        ));
    }
    if is_plain {
        document.warn(source_of(request.name));
    }
    if let Some((text, encoding)) = recoded {
        document.relocate(&decode::places(bytes, text, encoding));
    }
    Ok(document)
}

/// How the beginning of an input can be imported. Looks at the first bytes only.
pub fn beginning(bytes: &[u8], request: &Request<'_>) -> Beginning {
    let kind = request
        .kind
        .unwrap_or_else(|| kind::detect(bytes, request.name, request.content_type));
    match kind {
        InputKind::Epub | InputKind::Html => Beginning::Part,
        InputKind::Text | InputKind::Markdown | InputKind::Pager if !decode::is_wide(bytes) => {
            Beginning::Bytes
        }
        _ => Beginning::Whole,
    }
}

/// Imports so much of a book or a long page that there are `enough` bytes of text, where there are so many. Second:
/// whether that is all of it. Of a book the text is the beginning of that of the whole; of a page it may differ from it
/// in what is folded. O(the part + names of files, or bytes of the page that are no text).
///
/// # Errors
/// When nothing in it can be read; the error is one line that says what to do.
pub fn first_part(
    bytes: &[u8],
    request: &Request<'_>,
    enough: usize,
) -> Result<(Document, bool), ImportError> {
    let kind = request
        .kind
        .unwrap_or_else(|| kind::detect(bytes, request.name, request.content_type));
    let mut meta = Meta {
        source: request.name.to_owned(),
        ..Meta::default()
    };
    if kind == InputKind::Epub {
        return epub::import(bytes, meta, enough);
    }
    if kind == InputKind::Html && bytes.len() >= html::LONG {
        let decoded = decode::decode(bytes, kind, request.encoding, request.content_type)?;
        meta.encoding = decoded.encoding.map(|e| e.name().to_owned());
        let text = decode::mend(decoded.text);
        if let Some(document) = html::top(&text, meta, request.cleaning, enough) {
            return Ok((document, false));
        }
    }
    import(bytes, request).map(|document| (document, true))
}

/// How many characters some bytes of an input hold. `encoding` is that of the document's metadata. O(bytes).
pub fn characters(bytes: &[u8], encoding: Option<&str>) -> usize {
    decoded(bytes, encoding).chars().count()
}

/// Some bytes of an input as text. `encoding` is that of the document's metadata. O(bytes).
pub fn decoded<'a>(bytes: &'a [u8], encoding: Option<&str>) -> Cow<'a, str> {
    let encoding = encoding.and_then(|label| Encoding::for_label(label.as_bytes()));
    encoding.unwrap_or(UTF_8).decode(bytes).0
}

/// Imports a plain text. `meta.source` names it; what the text itself says of title, byline and date is added.
pub fn plain(bytes: &[u8], meta: Meta) -> Document {
    plain::import(bytes, meta)
}
