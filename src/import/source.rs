//! Reading the input: a path or a stream to bytes that are worth importing.
//!
//! Takes a path, standard input or any reader; gives a [`Source`]. What cannot be an article is refused here, before
//! memory is spent on it: folders, terminals, empty files, pictures and programs, and what is too large for offsets of
//! 32 bits. A text in UTF-16 comes out as UTF-8, with a warning. Deliberately
//! absent: everything that depends on the format, invalid UTF-8 among it; that is for the importers.

mod input;
mod refuse;
mod sniff;

pub(super) use sniff::not_text;

pub use input::{BuiltIn, Given, Input};
pub use refuse::{Refusal, SourceError};

use std::fs::File;
use std::io::{IsTerminal, Read};
use std::path::Path;

use super::{InputKind, Request};
use crate::document::clean_line;

/// The largest file, in bytes: offsets are `u32`.
const LARGEST_FILE: u64 = u32::MAX as u64;

/// The largest stream (pipe, device), in bytes: its end is not known before it comes, so the limit is lower.
const LARGEST_STREAM: u64 = 1 << 30;

/// How much is looked at before the rest is read, in bytes.
const HEAD: u64 = 64 << 10;

/// An input that was read: its name and its bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// Its name as it may be shown: a path, or `standard input`. No control characters.
    pub name: String,
    /// What is in it; never empty.
    pub bytes: Vec<u8>,
    /// What a reader should know about how it was read, a sentence each.
    pub warnings: Vec<String>,
    /// The encoding, when the person says it; otherwise it is found.
    pub encoding: Option<String>,
    /// The kind, when the person says it; otherwise it is found.
    pub kind: Option<InputKind>,
}

impl Source {
    /// A text that is built into the program.
    pub fn built_in(name: &str, text: &str) -> Self {
        Self {
            name: clean_line(name),
            bytes: text.as_bytes().to_vec(),
            ..Self::default()
        }
    }

    /// What is asked of the importer.
    pub fn request(&self) -> Request<'_> {
        Request {
            name: &self.name,
            kind: self.kind,
            encoding: self.encoding.as_deref(),
            ..Request::default()
        }
    }
}

/// Reads a file. Blocks on a pipe until its writer has ended.
///
/// # Errors
/// When it cannot be read, or cannot be an article.
pub fn file(path: &Path) -> Result<Source, SourceError> {
    let name = clean_line(&path.display().to_string());
    read_file(path, &name).map_err(|refusal| SourceError { name, refusal })
}

/// Reads standard input to its end.
///
/// # Errors
/// When it is a terminal, cannot be read, or cannot be an article.
pub fn stdin() -> Result<Source, SourceError> {
    let name = "standard input".to_owned();
    let stdin = std::io::stdin();
    let read = if stdin.is_terminal() {
        Err(Refusal::Terminal)
    } else {
        read(stdin.lock(), 0, LARGEST_STREAM, &name)
    };
    read.map_err(|refusal| SourceError { name, refusal })
}

/// Opens, checks and reads a file.
fn read_file(path: &Path, name: &str) -> Result<Source, Refusal> {
    let is_url = path
        .to_str()
        .is_some_and(|p| p.starts_with("http://") || p.starts_with("https://"));
    let about = match std::fs::metadata(path) {
        Ok(about) => about,
        Err(_) if is_url => return Err(Refusal::Url),
        Err(error) => return Err(error.into()),
    };
    if about.is_dir() {
        return Err(Refusal::Folder);
    }
    let (expected, limit) = if about.is_file() {
        (about.len(), LARGEST_FILE)
    } else {
        (0, LARGEST_STREAM)
    };
    if expected >= limit {
        return Err(Refusal::TooLarge);
    }
    let file = File::open(path)?;
    if file.is_terminal() {
        return Err(Refusal::Terminal);
    }
    read(file, expected, limit, name)
}

/// Reads a stream to its end, looking at its beginning first. `expected` is its length in bytes where that is known.
fn read(mut stream: impl Read, expected: u64, limit: u64, name: &str) -> Result<Source, Refusal> {
    let mut bytes = Vec::with_capacity(usize::try_from(expected).unwrap_or_default());
    stream.by_ref().take(HEAD).read_to_end(&mut bytes)?;
    if bytes.is_empty() {
        return Err(Refusal::Empty);
    }
    if let Some(what) = not_text(&bytes) {
        return Err(what);
    }
    let rest = limit.saturating_sub(bytes.len() as u64);
    stream.take(rest).read_to_end(&mut bytes)?;
    if bytes.len() as u64 >= limit {
        return Err(if expected > 0 {
            Refusal::TooLarge
        } else {
            Refusal::Endless
        });
    }
    let mut source = Source {
        name: name.to_owned(),
        bytes,
        ..Source::default()
    };
    if let Some(text) = sniff::utf16(&source.bytes) {
        source.bytes = text.into_bytes();
        source.warnings.push(
            "The input is UTF-16; it was turned into UTF-8, in which offsets are counted.".into(),
        );
    }
    Ok(source)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], expect: Result<&[u8], &str>) {
        let read = read(bytes, 0, 1000, "x");
        match (&read, expect) {
            (Ok(source), Ok(expect)) => assert_eq!(source.bytes, expect),
            (Err(refusal), Err(expect)) => {
                let line = refusal.to_string();
                assert!(line.contains(expect), "{line:?} does not say {expect:?}");
            }
            _ => panic!("{read:?} instead of {expect:?}"),
        }
    }

    #[test]
    fn text_comes_through_byte_for_byte() {
        check(
            b"plain\r\n\xff\x00 text that goes on",
            Ok(b"plain\r\n\xff\x00 text that goes on"),
        );
        check("naïve 中文".as_bytes(), Ok("naïve 中文".as_bytes()));
    }

    #[test]
    fn what_cannot_be_an_article_is_refused() {
        check(b"", Err("is empty"));
        check(b"\x89PNG\r\n\x1a\n....", Err("PNG image"));
        check(b"\x7fELF\x02\x01\x01", Err("program"));
        check(b"%PDF-1.7 ...", Err("pdftotext"));
        check(
            b"PK\x03\x04\x14\x00\x06\x00word/document.xml",
            Err("an Office document"),
        );
        check(&[0; 100], Err("binary"));
        check(&[b'a'; 2000], Err("1 GiB"));
    }

    #[test]
    fn utf_16_is_read_with_a_warning() {
        let bytes: Vec<u8> = "\u{feff}Héllo"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        check(&bytes, Ok("Héllo".as_bytes()));
        let warned = read(bytes.as_slice(), 0, 1000, "x").is_ok_and(|s| s.warnings.len() == 1);
        assert!(warned);
    }

    #[test]
    fn a_device_without_end_is_not_read_for_ever() {
        let refused = read(std::io::repeat(0), 0, LARGEST_STREAM, "x");
        assert!(matches!(refused, Err(Refusal::Binary(_))));
        let refused = read(std::io::repeat(b'y'), 0, 1 << 20, "x");
        assert!(matches!(refused, Err(Refusal::Endless)));
    }
}
