//! Pictures as files for the viewer: checked to be pictures, those of books unpacked to a folder of the system's for
//! temporary files, which goes when the reader is left.

use std::fs::{self, File, OpenOptions};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use crate::document::clean_line;

/// The largest picture that is unpacked, in bytes.
const LARGEST: usize = 32 << 20;
/// So much of a file tells whether it is a picture, in bytes.
const HEAD: usize = 512;

/// Pictures that were unpacked.
#[derive(Debug, Default)]
pub(super) struct Pictures {
    folder: Option<PathBuf>,
    count: usize,
}

impl Pictures {
    /// Unpacks a picture of a book; gives its file.
    ///
    /// # Errors
    /// A sentence, when there is no such picture or it cannot be written.
    pub(super) fn unpack(&mut self, book: &Path, target: &str) -> Result<PathBuf, String> {
        let shown = clean_line(target);
        let name = target.split('#').next().unwrap_or_default();
        let bytes = fs::read(book)
            .map_err(|e| format!("{}: {e}", clean_line(&book.display().to_string())))?;
        let bytes = crate::import::file_of_book(&bytes, name)
            .ok_or_else(|| format!("{shown}: the book has no such picture"))?;
        let head = bytes.get(..HEAD).unwrap_or(&bytes);
        // Drawings (SVG) of a book may hold scripts, and browsers are what opens them.
        let kind =
            raster(head).ok_or_else(|| format!("{shown}: is not a picture that can be shown"))?;
        if bytes.len() > LARGEST {
            return Err(format!(
                "{shown}: the picture is larger than {} MiB",
                LARGEST >> 20
            ));
        }
        let unwritten = |e: std::io::Error| format!("the picture cannot be unpacked: {e}");
        let folder = self.folder().map_err(unwritten)?;
        self.count += 1;
        let path = folder.join(format!("picture-{}.{kind}", self.count));
        let mut file = OpenOptions::new()
            .write(true)
            .create_new(true)
            .open(&path)
            .map_err(unwritten)?;
        file.write_all(&bytes).map_err(unwritten)?;
        Ok(path)
    }

    /// A folder of our own, which nobody else could have made before.
    fn folder(&mut self) -> std::io::Result<PathBuf> {
        if let Some(folder) = &self.folder {
            return Ok(folder.clone());
        }
        let mut number = 0;
        loop {
            let name = format!("nutgraf-{}-{number}", std::process::id());
            let folder = std::env::temp_dir().join(name);
            let mut builder = fs::DirBuilder::new();
            #[cfg(unix)]
            std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
            match builder.create(&folder) {
                Ok(()) => {
                    self.folder = Some(folder.clone());
                    return Ok(folder);
                }
                Err(error)
                    if error.kind() == std::io::ErrorKind::AlreadyExists && number < 1000 =>
                {
                    number += 1;
                }
                Err(error) => return Err(error),
            }
        }
    }
}

impl Drop for Pictures {
    fn drop(&mut self) {
        if let Some(folder) = &self.folder {
            let _ = fs::remove_dir_all(folder);
        }
    }
}

/// The full path of a picture file, if it is one: whatever its name says, what the system would run or interpret is not
/// handed to it.
///
/// # Errors
/// A sentence, when it is no file or no picture.
pub(super) fn check(path: &Path) -> Result<PathBuf, String> {
    let shown = clean_line(&path.display().to_string());
    let full = match fs::canonicalize(path) {
        Ok(full) if full.is_file() => full,
        Ok(_) => return Err(format!("{shown}: is not a file")),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            return Err(format!("{shown}: there is no such file"));
        }
        Err(error) => return Err(format!("{shown}: {error}")),
    };
    // Viewers go by the name: a picture by its bytes must be one by its name, too.
    let named = full
        .extension()
        .and_then(|e| e.to_str())
        .map(str::to_ascii_lowercase);
    let named = named.is_some_and(|e| NAMES.contains(&e.as_str()));
    if named && is_picture(&full) {
        Ok(full)
    } else {
        Err(format!("{shown}: is not a picture that can be shown"))
    }
}

/// The endings of the names of pictures.
const NAMES: &[&str] = &[
    "png", "jpg", "jpeg", "jpe", "gif", "webp", "bmp", "avif", "heic", "tif", "tiff", "ico",
];

/// Whether a file begins as a picture does.
pub(super) fn is_picture(path: &Path) -> bool {
    raster(&head(path)).is_some()
}

/// Whether a file begins with these bytes.
pub(super) fn begins_with(path: &Path, bytes: &[u8]) -> bool {
    head(path).starts_with(bytes)
}

/// The first bytes of a regular file; none when it cannot be read.
fn head(path: &Path) -> Vec<u8> {
    let mut head = Vec::new();
    if fs::metadata(path).is_ok_and(|about| about.is_file())
        && let Ok(file) = File::open(path)
    {
        let _ = file.take(HEAD as u64).read_to_end(&mut head);
    }
    head
}

/// The kind of a picture by its first bytes, as the ending of a name.
fn raster(head: &[u8]) -> Option<&'static str> {
    const KNOWN: [(&[u8], &str); 8] = [
        (b"\x89PNG\r\n\x1a\n", "png"),
        (b"\xff\xd8\xff", "jpg"),
        (b"GIF87a", "gif"),
        (b"GIF89a", "gif"),
        (b"BM", "bmp"),
        (b"II*\0", "tiff"),
        (b"MM\0*", "tiff"),
        (b"\0\0\x01\0", "ico"),
    ];
    let known = KNOWN.iter().find(|(magic, _)| head.starts_with(magic));
    known.map(|&(_, kind)| kind).or_else(|| {
        match (head.get(..4), head.get(4..8), head.get(8..12)) {
            (Some(b"RIFF"), _, Some(b"WEBP")) => Some("webp"),
            (_, Some(b"ftyp"), Some(b"avif" | b"avis")) => Some("avif"),
            (_, Some(b"ftyp"), Some(b"heic" | b"heix" | b"mif1")) => Some("heic"),
            _ => None,
        }
    })
}
