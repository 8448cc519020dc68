//! Importers: bytes to a [`Document`].
//!
//! Takes the bytes of a file and what is known of it ([`Request`]); gives a document. The kind is found from the
//! content first. An importer never fails on a bad article: it returns a document with warnings. Errors are for what
//! could not be read at all. Does no I/O and reads no clock.

mod decode;
mod draft;
mod epub;
mod html;
mod kind;
mod markdown;
mod paged;
pub mod plain;
pub mod source;

use std::borrow::Cow;

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
    #[error("{name}: {what} cannot be read: {hint}")]
    Format {
        /// The file.
        name: String,
        /// The format.
        what: &'static str,
        /// What to do instead.
        hint: &'static str,
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
    /// The file holds more than may be unpacked.
    #[error("{name}: it unpacks to more than {limit} MiB, which is refused")]
    TooLarge {
        /// The file.
        name: String,
        /// The limit, in MiB.
        limit: u64,
    },
}

/// Imports a file of any kind.
///
/// # Errors
/// When nothing in it can be read; the error is one line that says what to do.
pub fn import(bytes: &[u8], request: &Request<'_>) -> Result<Document, ImportError> {
    let bytes = decode::unpack(bytes, request.name)?;
    let kind = if let Some(kind) = request.kind {
        kind
    } else {
        refuse(&bytes, request.name)?;
        if matches!(bytes, Cow::Owned(_)) {
            refuse_packed(&bytes, request.name)?;
        }
        kind::detect(&bytes, request.name, request.content_type)
    };
    let mut meta = Meta {
        source: request.name.to_owned(),
        ..Meta::default()
    };
    if kind == InputKind::Epub {
        return epub::import(&bytes, meta);
    }
    let decoded = decode::decode(&bytes, kind, request.encoding, request.content_type)?;
    meta.encoding = decoded.encoding.map(|e| e.name().to_owned());
    let warning = decoded.warning;
    Ok(match kind {
        InputKind::Markdown => markdown::import(&decoded.text, meta, warning),
        InputKind::Pager => paged::import(&decoded.text, meta, warning),
        InputKind::Html => html::import(&decode::mend(decoded.text), meta, request.raw, warning),
        InputKind::Text | InputKind::Epub => match decoded.text {
            Cow::Borrowed(_) => plain::import(&bytes, meta),
            Cow::Owned(text) => plain::import(text.as_bytes(), meta),
        },
    })
}

/// Whether the beginning of an input alone may be imported: true of plain text and Markdown, whose blocks do not
/// depend on what follows. Looks at the first bytes only.
pub fn begins_alone(bytes: &[u8], request: &Request<'_>) -> bool {
    let kind = request
        .kind
        .unwrap_or_else(|| kind::detect(bytes, request.name, request.content_type));
    matches!(
        kind,
        InputKind::Text | InputKind::Markdown | InputKind::Pager
    ) && !bytes.starts_with(&[0x1f, 0x8b])
}

/// Imports a plain text. `meta.source` names it; what the text itself says of title, byline and date is added.
pub fn plain(bytes: &[u8], meta: Meta) -> Document {
    plain::import(bytes, meta)
}

/// Refuses what was unpacked and is no text, as the archive in a `.tar.gz`.
fn refuse_packed(bytes: &[u8], name: &str) -> Result<(), ImportError> {
    let head = bytes.get(..bytes.len().min(1 << 16)).unwrap_or(bytes);
    match source::not_text(head) {
        Some(source::Refusal::Binary(what)) => Err(ImportError::Format {
            name: name.to_owned(),
            what,
            hint: "unpack it and give a text, Markdown, HTML or EPUB file in it",
        }),
        _ => Ok(()),
    }
}

/// Refuses formats that are known not to be text, by their first bytes.
fn refuse(bytes: &[u8], name: &str) -> Result<(), ImportError> {
    const KNOWN: [(&[u8], &str, &str); 9] = [
        (
            b"%PDF-",
            "a PDF file",
            "convert it with `pdftotext -layout FILE - | nutgraf -`",
        ),
        (
            b"\xd0\xcf\x11\xe0",
            "an old Office file",
            "save it as text, HTML or EPUB",
        ),
        (b"{\\rtf", "an RTF file", "save it as text or HTML"),
        (b"\x89PNG", "an image", "open it with an image viewer"),
        (b"\xff\xd8\xff", "an image", "open it with an image viewer"),
        (b"GIF8", "an image", "open it with an image viewer"),
        (b"\x7fELF", "a program", "give a text, a page or a book"),
        (b"7z\xbc\xaf", "an archive", "unpack it first"),
        (
            b"\x28\xb5\x2f\xfd",
            "a zstd file",
            "unpack it with `zstd -dc FILE | nutgraf -`",
        ),
    ];
    for (magic, what, hint) in KNOWN {
        if bytes.starts_with(magic) {
            return Err(ImportError::Format {
                name: name.to_owned(),
                what,
                hint,
            });
        }
    }
    Ok(())
}
