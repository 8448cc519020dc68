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
mod markdown;
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
    /// The kind, when the reader says it; otherwise it is found.
    pub kind: Option<InputKind>,
    /// The encoding, when the reader says it; otherwise it is found.
    pub encoding: Option<&'a str>,
    /// What a server said of the content: `text/html; charset=utf-8`.
    pub content_type: Option<&'a str>,
    /// Whether a page is wanted whole, without extraction and cleaning.
    pub raw: bool,
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
    if kind == InputKind::Epub {
        return epub::import(bytes, meta);
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
        InputKind::Markdown => markdown::import(&text, meta, warning),
        InputKind::Feed => return feed::import(&text, meta, warning),
        InputKind::Html => {
            return Ok(html::import(
                &decode::mend(text),
                meta,
                request.raw,
                warning,
            ));
        }
        InputKind::Text | InputKind::Epub if recoded.is_none() => plain::import(bytes, meta),
        InputKind::Text | InputKind::Epub => {
            let mut document = plain::import(text.as_bytes(), meta);
            document.warn(warning);
            document
        }
    };
    if let Some((text, encoding)) = recoded {
        document.relocate(&decode::places(bytes, text, encoding));
    }
    Ok(document)
}

/// Whether the beginning of an input alone may be imported: true of plain text and Markdown, whose blocks do not
/// depend on what follows. Looks at the first bytes only.
pub fn begins_alone(bytes: &[u8], request: &Request<'_>) -> bool {
    let kind = request
        .kind
        .unwrap_or_else(|| kind::detect(bytes, request.name, request.content_type));
    matches!(kind, InputKind::Text | InputKind::Markdown) && !decode::is_wide(bytes)
}

/// How many characters some bytes of an input hold. `encoding` is that of the document's metadata. O(bytes).
pub fn characters(bytes: &[u8], encoding: Option<&str>) -> usize {
    let encoding = encoding.and_then(|label| Encoding::for_label(label.as_bytes()));
    let text = encoding.unwrap_or(UTF_8).decode(bytes).0;
    text.chars().count()
}

/// Imports a plain text. `meta.source` names it; what the text itself says of title, byline and date is added.
pub fn plain(bytes: &[u8], meta: Meta) -> Document {
    plain::import(bytes, meta)
}
