//! Reading the input: a path, an address or a stream to bytes that are worth importing.
//!
//! Takes a path, a URL, standard input or any reader; gives a [`Source`]. What cannot be an article is refused here,
//! before memory is spent on it: folders, terminals, empty files, pictures and programs, and what is too large for
//! offsets of 32 bits. What is packed (gzip, zstd) is unpacked; offsets count what is in it. Deliberately absent:
//! everything that depends on the format, encodings among it; that is for the importers.

mod fetch;
mod input;
mod packed;
mod refuse;
mod sniff;

pub(super) use sniff::foreign;

pub use fetch::{FetchError, is_url};
pub use input::{BuiltIn, Given, Input};
pub use refuse::{NotText, Refusal, SourceError};

use std::fs::File;
use std::io::{self, IsTerminal, Read};
use std::path::Path;

use self::packed::UNPACKED;
use super::{Cleaning, InputKind, Request, kind};
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
    /// Its name as it may be shown: a path, the last address of a page, or `standard input`. No control characters.
    pub name: String,
    /// The name of the folder that the file lies in.
    pub folder: Option<String>,
    /// What is in it; never empty.
    pub bytes: Vec<u8>,
    /// What a reader should know about how it was read, a sentence each.
    pub warnings: Vec<String>,
    /// The encoding, when the person says it; otherwise it is found.
    pub encoding: Option<String>,
    /// The kind, when the person says it; otherwise it is found.
    pub kind: Option<InputKind>,
    /// What a server said of the content.
    pub content_type: Option<String>,
    /// How much of a page is wanted.
    pub cleaning: Cleaning,
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
            folder: self.folder.as_deref(),
            kind: self.kind,
            encoding: self.encoding.as_deref(),
            content_type: self.content_type.as_deref(),
            cleaning: self.cleaning,
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
    let stdin = io::stdin();
    let read = if stdin.is_terminal() {
        Err(Refusal::Terminal)
    } else {
        read(stdin.lock(), 0, LARGEST_STREAM, &name)
    };
    read.map_err(|refusal| SourceError { name, refusal })
}

/// The part of a file that was not read yet.
#[derive(Debug)]
pub struct Unread {
    file: File,
    /// The length of the whole, in bytes, as the system gave it.
    expected: u64,
}

impl Unread {
    /// How long it is, in bytes, as the system gave it.
    pub fn length(&self) -> u64 {
        self.expected.saturating_sub(HEAD)
    }

    /// Reads it to the end of what was read of the file before.
    ///
    /// # Errors
    /// When it cannot be read, or turns out too large.
    pub fn read(self, source: &mut Source) -> Result<(), SourceError> {
        let refused = |refusal| SourceError {
            name: source.name.clone(),
            refusal,
        };
        let read = source.bytes.len() as u64;
        let more = self.expected.saturating_sub(read);
        source
            .bytes
            .reserve_exact(usize::try_from(more).unwrap_or_default());
        let most = LARGEST_FILE.saturating_sub(read);
        let taken = self.file.take(most).read_to_end(&mut source.bytes);
        taken.map_err(|error| refused(error.into()))?;
        if source.bytes.len() as u64 >= LARGEST_FILE {
            return Err(refused(Refusal::TooLarge));
        }
        Ok(())
    }
}

/// Reads the beginning of a file, so that it can be shown before the rest is read: the first 64 KiB of a plain
/// file that is much longer and not packed; otherwise all of it.
///
/// # Errors
/// When it cannot be read, or cannot be an article.
pub(super) fn begin(path: &Path) -> Result<(Source, Option<Unread>), SourceError> {
    let name = clean_line(&path.display().to_string());
    begin_file(path, &name).map_err(|refusal| SourceError { name, refusal })
}

fn begin_file(path: &Path, name: &str) -> Result<(Source, Option<Unread>), Refusal> {
    let (mut file, expected, limit) = open(path)?;
    if expected <= 4 * HEAD {
        return Ok((read(file, expected, limit, name)?, None));
    }
    let mut bytes = Vec::new();
    file.by_ref().take(HEAD).read_to_end(&mut bytes)?;
    check_head(&bytes, name)?;
    if packed::is_packed(&bytes) {
        file.take(limit).read_to_end(&mut bytes)?;
        return Ok((finish(bytes, name, UNPACKED)?, None));
    }
    let source = Source {
        name: name.to_owned(),
        bytes,
        ..Source::default()
    };
    Ok((source, Some(Unread { file, expected })))
}

/// Opens, checks and reads a file.
fn read_file(path: &Path, name: &str) -> Result<Source, Refusal> {
    let (file, expected, limit) = open(path)?;
    read(file, expected, limit, name)
}

/// Why a file cannot be opened. What looks like an address was meant as one.
fn missing(error: io::Error, path: &Path) -> Refusal {
    let typed = path.to_string_lossy();
    match error.kind() {
        io::ErrorKind::NotFound if typed.contains("://") || typed.starts_with("www.") => {
            FetchError::Address.into()
        }
        _ => error.into(),
    }
}

/// Opens a file; tells how long it is in bytes, where that is known, and how long it may be.
fn open(path: &Path) -> Result<(File, u64, u64), Refusal> {
    let about = std::fs::metadata(path).map_err(|error| missing(error, path))?;
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
    Ok((file, expected, limit))
}

/// Reads a stream to its end, looking at its beginning first. `expected` is its length in bytes where that is known.
fn read(mut stream: impl Read, expected: u64, limit: u64, name: &str) -> Result<Source, Refusal> {
    let mut bytes = Vec::with_capacity(usize::try_from(expected).unwrap_or_default());
    stream.by_ref().take(HEAD).read_to_end(&mut bytes)?;
    check_head(&bytes, name)?;
    let rest = limit.saturating_sub(bytes.len() as u64);
    stream.take(rest).read_to_end(&mut bytes)?;
    if bytes.len() as u64 >= limit {
        return Err(if expected > 0 {
            Refusal::TooLarge
        } else {
            Refusal::Endless
        });
    }
    finish(bytes, name, UNPACKED)
}

/// Refuses what cannot be an article by its beginning. A file that is named as a page is one whatever it holds, as
/// browsers have it, unless it is known for something else.
fn check_head(head: &[u8], name: &str) -> Result<(), Refusal> {
    if kind::by_name(name) == Some(InputKind::Html) {
        return match foreign(head) {
            Some(what) => Err(what.into()),
            None => Ok(()),
        };
    }
    if head.is_empty() {
        return Err(Refusal::Empty);
    }
    match sniff::not_text(head) {
        Some(what) => Err(what.into()),
        None => Ok(()),
    }
}

/// Makes a source of bytes that have been read; what is packed is unpacked, to at most `limit` bytes.
fn finish(bytes: Vec<u8>, name: &str, limit: u64) -> Result<Source, Refusal> {
    let mut source = Source {
        name: name.to_owned(),
        bytes,
        ..Source::default()
    };
    if let Some(unpacked) = packed::unpack(&source.bytes, limit)? {
        let head = usize::try_from(HEAD).unwrap_or(usize::MAX);
        check_head(unpacked.bytes.get(..head).unwrap_or(&unpacked.bytes), name)?;
        source.bytes = unpacked.bytes;
        if unpacked.damaged {
            source.warnings.push(
                "The packed file is damaged: it is shown as far as it could be unpacked.".into(),
            );
        }
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
            Err("pandoc"),
        );
        check(&[0; 100], Err("binary"));
        check(&[b'a'; 2000], Err("1 GiB"));
    }

    #[test]
    fn a_device_without_end_is_not_read_for_ever() {
        let refused = read(io::repeat(0), 0, LARGEST_STREAM, "x");
        assert!(matches!(refused, Err(Refusal::NotText(_))));
        let refused = read(io::repeat(b'y'), 0, 1 << 20, "x");
        assert!(matches!(refused, Err(Refusal::Endless)));
    }
}
