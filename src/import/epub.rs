//! Books (EPUB 2 and 3) to a [`Document`].
//!
//! The way: `archive` reads files out of the zip within limits; `package` finds the order of the chapters and what is
//! said of the book; `contents` reads the table of contents; every chapter goes through the parser and the walker of
//! pages, never through an XML parser, since books are full of broken XML; `outline` brings headings and contents
//! together. Links between chapters become jumps. Broken books are opened as well as can be, with warnings.
//! Deliberately absent: styles, scripts, media overlays, fixed layouts.

mod archive;
mod contents;
mod outline;
mod package;
mod path;
mod tree;

use dom_query::Document as Page;

pub(crate) use path::percent_decoded;
pub(super) use path::resolve;

use self::archive::Archive;
use self::package::Chapter;
use super::draft::{Draft, emit};
use super::html::{Links, Loss, Syntax, limit_to, tree, walk};
use super::{ImportError, InputKind, decode};
use crate::document::{BlockKind, Builder, Document, MarkKind, Meta};

/// Every book may have so many elements, and one for every [`PACKED`] bytes of its file. A paragraph takes some 450
/// bytes while it is read: a bomb that is nothing but tags stays below 64 MiB.
const ELEMENTS: usize = 50_000;
/// A paragraph and its tags seldom pack to less, in bytes.
const PACKED: usize = 10;

/// Imports a book: the chapters up to the first at whose end there are `enough` bytes of text. Second: whether that is
/// the whole book. The text of a part is the beginning of the text of the whole. O(text of the chapters).
///
/// # Errors
/// When the file is no archive, is locked, or holds no text at all.
pub(super) fn import(
    bytes: &[u8],
    meta: Meta,
    enough: usize,
) -> Result<(Document, bool), ImportError> {
    let mut archive = Archive::open(bytes, &meta.source)?;
    let mut builder = Builder::new(meta);
    let package = package::read(&mut archive, &mut builder)?;
    if archive.is_locked(&package.chapters) {
        return Err(ImportError::Locked {
            name: builder.meta.source,
        });
    }
    let mut entries = contents::read(&mut archive, &package);
    if entries.len() > contents::ENTRIES {
        entries.truncate(contents::ENTRIES);
        builder.warn(format!(
            "The contents of the book have more than {} lines: what comes after them is left out of the outline.",
            contents::ENTRIES
        ));
    }
    let contents = outline::Contents::new(entries, &package.chapters);
    if package.is_cut {
        builder.warn(format!(
            "The book has more than {} files: what comes after them is left out.",
            package::CHAPTERS
        ));
    }
    let mut missing = 0;
    let mut room = Room {
        elements: ELEMENTS + bytes.len() / PACKED,
        lost: Loss::default(),
    };
    let mut whole = true;
    for chapter in &package.chapters {
        if builder.here().get() >= enough {
            whole = false;
            break;
        }
        let Some(mut drafts) = read(&mut archive, chapter, &mut room) else {
            missing += 1;
            continue;
        };
        outline::join(&mut drafts, chapter, &contents);
        if contents.is_empty() {
            outline::name_silent(&mut drafts, &builder.meta.title);
        }
        emit(&mut builder, &drafts);
    }
    if missing > 0 {
        builder.warn(format!(
            "{missing} of the files of the book are missing or damaged."
        ));
    }
    if let Some(said) = room.lost.sentence() {
        builder.warn(said);
    }
    for warning in archive.warnings() {
        builder.warn(warning);
    }
    if builder.is_empty() && archive.is_refused() {
        return Err(ImportError::Bomb {
            name: builder.meta.source,
        });
    }
    if builder.is_empty() {
        return Err(ImportError::Damaged {
            name: builder.meta.source,
            what: "book",
        });
    }
    Ok((builder.finish(), whole))
}

/// One file of a book, by its path in it; none when there is no such file or it is larger than a file may be.
pub(crate) fn file(bytes: &[u8], path: &str) -> Option<Vec<u8>> {
    let mut archive = Archive::open(bytes, "").ok()?;
    archive.read(path).map(|(_, content)| content)
}

/// How much more of a book is read, and what was left out.
struct Room {
    /// Elements.
    elements: usize,
    lost: Loss,
}

/// The tree of a chapter. The bytes are given back as soon as it stands.
fn parse(bytes: Vec<u8>, room: &mut Room) -> Option<Page> {
    let decoded = decode::decode(&bytes, InputKind::Html, None, None).ok()?;
    let (text, loss) = limit_to(&decoded.text, Syntax::Xml, &mut room.elements);
    room.lost = room.lost.and(loss);
    let page = tree(&text);
    drop(text);
    drop(decoded);
    drop(bytes);
    Some(page)
}

/// The blocks of one chapter; none when its file cannot be read.
fn read(archive: &mut Archive<'_>, chapter: &Chapter, room: &mut Room) -> Option<Vec<Draft>> {
    if chapter.media_type.starts_with("image/") && chapter.media_type != "image/svg+xml" {
        let image = BlockKind::Image {
            target: chapter.path.clone(),
            alt: String::new(),
            size: None,
        };
        return Some(vec![Draft::new(image)]);
    }
    let (path, bytes) = archive.read(&chapter.path)?;
    let page = parse(bytes, room)?;
    // Scripts do not run here: what waits for one to be shown is shown.
    let scripted = page.select("script").exists();
    let links = Links::Chapter {
        path: &path,
        reveal: scripted,
    };
    let mut drafts = walk(page.root(), links, &|_| true);
    for (.., kind) in drafts.iter_mut().flat_map(|draft| &mut draft.marks) {
        if let MarkKind::Link(target) = kind {
            archive.spell(target);
        }
    }
    if let Some(first) = drafts.first_mut() {
        first.anchors.insert(0, (0, path));
    }
    if let Some(title) = page.select("title").nodes().first()
        && !drafts
            .iter()
            .any(|d| matches!(d.kind, BlockKind::Heading { .. }))
        && let Some(first) = drafts.first_mut()
    {
        // For chapters that neither they themselves nor the contents give a name.
        first.hint = title
            .text()
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
    }
    Some(drafts)
}
