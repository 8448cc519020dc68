//! The zip that a book is: files by name, within limits of size.
//!
//! Files are read in pieces and a piece too many ends the reading, so that a bomb costs no more memory than the
//! limit. Nothing is written anywhere: names that lead outside are only names.

use std::borrow::Cow;
use std::io::{Cursor, Read};

use rustc_hash::{FxHashMap, FxHashSet};
use zip::ZipArchive;

use super::package::Chapter;
use super::path::percent_decoded;
use crate::import::ImportError;
use crate::import::source::NotText;

/// The largest file of a book, unpacked (bytes).
const FILE: u64 = 32 << 20;
/// The largest book, unpacked (bytes).
const BOOK: u64 = 512 << 20;
/// Every book may unpack to so many bytes, and to [`PACKED`] times its own size.
const LEAST: u64 = 4 << 20;
/// How many times its size a book may unpack to: text packs ten times at most, pictures hardly at all.
const PACKED: u64 = 20;
/// How many times its packed size a file may have; text packs ten times at most.
const RATIO: u64 = 100;
/// Smaller files may have any ratio (bytes).
const SMALL: u64 = 1 << 20;

/// An open archive.
pub(super) struct Archive<'b> {
    files: Files<'b>,
    /// Number of a file by its name in lower case.
    lower: FxHashMap<String, usize>,
    /// Whether several files have one name in lower case.
    shared: bool,
    names: Vec<String>,
    /// How much may be unpacked of it (bytes).
    most: u64,
    spent: u64,
    refused: usize,
    encrypted: bool,
    salvaged: bool,
}

/// Where files come from.
enum Files<'b> {
    Zip(Box<ZipArchive<Cursor<&'b [u8]>>>),
    /// What could be read of an archive whose list of files is lost.
    Loose(Vec<Vec<u8>>),
}

impl<'b> Archive<'b> {
    /// Opens an archive.
    ///
    /// # Errors
    /// When it is no zip, or one of another format than a book.
    pub(super) fn open(bytes: &'b [u8], name: &str) -> Result<Self, ImportError> {
        let most = LEAST.max(bytes.len() as u64 * PACKED).min(BOOK);
        let mut archive = match ZipArchive::new(Cursor::new(bytes)) {
            Ok(zip) => {
                let names = (0..zip.len())
                    .map(|at| match zip.name_for_index(at) {
                        Some(Ok(name)) => name.replace('\\', "/"),
                        _ => String::new(),
                    })
                    .collect();
                Self::new(Files::Zip(Box::new(zip)), names)
            }
            Err(_) => Self::salvage(bytes, most),
        };
        archive.most = most;
        archive.lower = archive
            .names
            .iter()
            .enumerate()
            .map(|(at, name)| (name.trim_start_matches('/').to_lowercase(), at))
            .collect();
        archive.shared = archive.lower.len() < archive.names.len();
        archive.check(name)?;
        Ok(archive)
    }

    fn new(files: Files<'b>, names: Vec<String>) -> Self {
        Self {
            files,
            lower: FxHashMap::default(),
            shared: false,
            names,
            most: LEAST,
            spent: 0,
            refused: 0,
            encrypted: false,
            salvaged: false,
        }
    }

    /// Reads the files of an archive one after another, as far as they go.
    fn salvage(bytes: &'b [u8], most: u64) -> Self {
        let mut names = Vec::new();
        let mut loose = Vec::new();
        let mut rest = bytes;
        let mut spent = 0;
        while spent < most
            && let Ok(Some(mut file)) = zip::read::read_zipfile_from_stream(&mut rest)
        {
            let (packed, name) = (
                file.compressed_size(),
                file.name().map(Cow::into_owned).unwrap_or_default(),
            );
            let Some(content) = unpack(&mut file, packed, most - spent) else {
                break;
            };
            spent += content.len() as u64;
            names.push(name);
            loose.push(content);
        }
        let mut archive = Self::new(Files::Loose(loose), names);
        archive.salvaged = true;
        archive
    }

    /// Refuses archives that are no books.
    fn check(&self, name: &str) -> Result<(), ImportError> {
        let format = |what| ImportError::Format {
            name: name.to_owned(),
            what: NotText::Binary(what),
        };
        if self.names.is_empty() {
            return Err(ImportError::Damaged {
                name: name.to_owned(),
                what: "book",
            });
        }
        if self.lower.contains_key("word/document.xml") {
            return Err(ImportError::Format {
                name: name.to_owned(),
                what: NotText::WordProcessor,
            });
        }
        let book = self.lower.keys().any(|name| {
            name == "meta-inf/container.xml"
                || [".opf", ".xhtml", ".html", ".htm"]
                    .iter()
                    .any(|end| name.ends_with(end))
        });
        if !book {
            return Err(format("an archive that holds no book"));
        }
        Ok(())
    }

    /// The names of all files, in the order of the archive.
    pub(super) fn names(&self) -> &[String] {
        &self.names
    }

    /// A file with its true name; upper and lower case may differ. None when it is missing, locked or too large.
    pub(super) fn read(&mut self, path: &str) -> Option<(String, Vec<u8>)> {
        let at = self.find(path)?;
        let name = self.names.get(at)?.clone();
        let content = match &mut self.files {
            Files::Loose(files) => files.get(at).cloned(),
            Files::Zip(zip) => {
                if zip.by_index_raw(at).is_ok_and(|file| file.encrypted()) {
                    self.encrypted = true;
                    return None;
                }
                let mut file = zip.by_index(at).ok()?;
                let (size, packed) = (file.size(), file.compressed_size());
                let bomb = size > FILE || (size > SMALL && size / RATIO > packed);
                let left = self.most.saturating_sub(self.spent);
                let content = if bomb {
                    None
                } else {
                    unpack(&mut file, packed, left)
                };
                self.refused += usize::from(content.is_none());
                content
            }
        }?;
        self.spent += content.len() as u64;
        Some((name, content))
    }

    /// The number of a file; upper and lower case may differ where no other has that very name. O(1), but for names
    /// that several files share.
    fn find(&self, path: &str) -> Option<usize> {
        let at = self.lower.get(&path.to_lowercase()).copied();
        let is_named = |at: usize| self.names.get(at).is_some_and(|name| name == path);
        if at.is_some_and(is_named) || !self.shared {
            return at;
        }
        let exact = self.names.iter().position(|name| name == path);
        exact.or(at)
    }

    /// Spells the file that a link leads to as the archive does, where only upper and lower case differ.
    pub(super) fn spell(&self, target: &mut String) {
        let end = target.find('#').unwrap_or(target.len());
        let Some(file) = target.get(..end).filter(|file| !file.contains(':')) else {
            return;
        };
        let name = self
            .lower
            .get(&file.to_lowercase())
            .and_then(|at| self.names.get(*at));
        if let Some(name) = name.filter(|name| *name != file) {
            target.replace_range(..end, name);
        }
    }

    /// The text of a file.
    pub(super) fn read_text(&mut self, path: &str) -> Option<String> {
        let (_, bytes) = self.read(path)?;
        let decoded =
            crate::import::decode::decode(&bytes, crate::import::InputKind::Html, None, None)
                .ok()?;
        Some(decoded.text.trim_start_matches('\u{feff}').to_owned())
    }

    /// Whether chapters are encrypted. Fonts may be: scrambling them is no lock.
    pub(super) fn is_locked(&mut self, chapters: &[Chapter]) -> bool {
        if let Some(first) = chapters.first() {
            let _ = self.read(&first.path.clone());
        }
        if self.encrypted {
            return true;
        }
        let Some(text) = self.read_text("META-INF/encryption.xml") else {
            return false;
        };
        let quoted = text.split(['"', '\'']);
        let named: FxHashSet<String> = quoted
            .map(|path| percent_decoded(path.rsplit('/').next().unwrap_or_default()))
            .collect();
        chapters.iter().any(|chapter| {
            let name = chapter.path.rsplit('/').next().unwrap_or_default();
            named.contains(name)
        })
    }

    /// Whether files were not read since they unpack to too much.
    pub(super) const fn is_refused(&self) -> bool {
        self.refused > 0
    }

    /// What a reader should know about how the archive was read.
    pub(super) fn warnings(&self) -> Vec<String> {
        let mut out = Vec::new();
        if self.salvaged {
            out.push("The book is cut off or damaged: only a part of it could be read.".to_owned());
        }
        if self.refused > 0 {
            out.push(format!(
                "{} of the files of the book were not read: they unpack to more than {} MiB, or to far more than their size.",
                self.refused,
                FILE >> 20
            ));
        }
        out
    }
}

/// Unpacks one file; none when it grows past a limit or nothing can be read. What a broken file gives is kept.
fn unpack(file: &mut impl Read, packed: u64, left: u64) -> Option<Vec<u8>> {
    let most = FILE.min(left).min(SMALL.max(packed.saturating_mul(RATIO)));
    let mut out = Vec::new();
    let result = file.take(most + 1).read_to_end(&mut out);
    if out.len() as u64 > most || (result.is_err() && out.is_empty()) {
        return None;
    }
    Some(out)
}
