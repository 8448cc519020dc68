//! What a book says of itself: its files, their order, title, authors, date.

use rustc_hash::FxHashMap;

use super::archive::Archive;
use super::path::resolve;
use super::tree;
use crate::document::{Builder, Meta};
use crate::import::ImportError;

/// The most chapters of a book; more are a trap.
pub(super) const CHAPTERS: usize = 10_000;

/// So many authors are named.
const AUTHORS: usize = 20;

/// A file of the book in its order of reading.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Chapter {
    /// Its path in the archive.
    pub path: String,
    /// What the package says it is.
    pub media_type: String,
}

/// What a package says.
#[derive(Debug, Default)]
pub(super) struct Package {
    /// The files in order; those outside the order of reading come last.
    pub chapters: Vec<Chapter>,
    /// The table of contents of EPUB 3.
    pub nav: Option<String>,
    /// The table of contents of EPUB 2.
    pub ncx: Option<String>,
    /// Whether it names more files than are read.
    pub is_cut: bool,
}

/// One file of the manifest.
struct Item {
    chapter: Chapter,
    properties: String,
    fallback: Option<String>,
}

/// Reads the package and fills the metadata. Without a readable package, all pages in the order of their names.
///
/// # Errors
/// When there is no page at all.
pub(super) fn read(
    archive: &mut Archive<'_>,
    builder: &mut Builder,
) -> Result<Package, ImportError> {
    let mut package = package_path(archive)
        .and_then(|path| {
            archive
                .read_text(&path)
                .map(|text| parse(&text, &path, &mut builder.meta))
        })
        .unwrap_or_default();
    if package.chapters.is_empty() {
        builder.warn(
            "The book does not say what is in it: its pages are shown in the order of their names.",
        );
        package.chapters = loose_pages(archive);
    }
    if package.chapters.is_empty() {
        return Err(ImportError::Damaged {
            name: builder.meta.source.clone(),
            what: "book",
        });
    }
    if package.ncx.is_none() {
        package.ncx = archive
            .names()
            .iter()
            .find(|name| name.to_lowercase().ends_with(".ncx"))
            .cloned();
    }
    Ok(package)
}

/// The path of the package file: as the container says, else the first `.opf`.
fn package_path(archive: &mut Archive<'_>) -> Option<String> {
    let named = archive
        .read_text("META-INF/container.xml")
        .and_then(|text| {
            let page = tree::parse(&text);
            tree::all(page.root(), "rootfile")
                .into_iter()
                .find_map(|node| tree::value(node, "full-path"))
        });
    let is_there = |path: &String, archive: &mut Archive<'_>| archive.read(path).is_some();
    named
        .map(|path| resolve("", &path))
        .filter(|path| is_there(path, archive))
        .or_else(|| {
            archive
                .names()
                .iter()
                .find(|name| name.to_lowercase().ends_with(".opf"))
                .cloned()
        })
}

fn loose_pages(archive: &Archive<'_>) -> Vec<Chapter> {
    let mut pages: Vec<String> = archive
        .names()
        .iter()
        .filter(|name| {
            let lower = name.to_lowercase();
            [".xhtml", ".html", ".htm"]
                .iter()
                .any(|end| lower.ends_with(end))
                && !lower.starts_with("__macosx")
        })
        .cloned()
        .collect();
    pages.sort();
    pages
        .into_iter()
        .map(|path| Chapter {
            path,
            media_type: "application/xhtml+xml".to_owned(),
        })
        .collect()
}

fn parse(text: &str, path: &str, meta: &mut Meta) -> Package {
    let page = tree::parse(text);
    let root = page.root();
    describe(&page, meta);
    let mut items: FxHashMap<String, Item> = FxHashMap::default();
    let mut package = Package::default();
    for node in tree::all(root, "item") {
        let (Some(id), Some(href)) = (tree::value(node, "id"), tree::value(node, "href")) else {
            continue;
        };
        let chapter = Chapter {
            path: resolve(path, &href),
            media_type: tree::value(node, "media-type").unwrap_or_default(),
        };
        let properties = tree::value(node, "properties").unwrap_or_default();
        if properties.split_whitespace().any(|p| p == "nav") {
            package.nav = Some(chapter.path.clone());
        }
        if chapter.media_type == "application/x-dtbncx+xml" {
            package.ncx = Some(chapter.path.clone());
        }
        let fallback = tree::value(node, "fallback");
        items.entry(id).or_insert(Item {
            chapter,
            properties,
            fallback,
        });
    }
    let mut last = Vec::new();
    let order = tree::all(root, "itemref");
    package.is_cut = order.len() > CHAPTERS;
    for node in order.into_iter().take(CHAPTERS) {
        let Some(item) = tree::value(node, "idref").and_then(|id| items.get(&id)) else {
            continue;
        };
        let chapter = readable(item, &items).chapter.clone();
        if tree::value(node, "linear").is_some_and(|linear| linear.eq_ignore_ascii_case("no")) {
            last.push(chapter);
        } else {
            package.chapters.push(chapter);
        }
    }
    package.chapters.extend(last);
    let mut seen = rustc_hash::FxHashSet::default();
    package
        .chapters
        .retain(|chapter| seen.insert(chapter.path.clone()));
    package
}

/// The file that can be read: an item of a foreign type names another one.
fn readable<'i>(item: &'i Item, items: &'i FxHashMap<String, Item>) -> &'i Item {
    let mut at = item;
    for _ in 0..8 {
        let known = matches!(
            at.chapter.media_type.as_str(),
            "application/xhtml+xml" | "text/html" | "image/svg+xml" | "text/x-oeb1-document"
        );
        match at.fallback.as_ref().and_then(|id| items.get(id)) {
            Some(next) if !known && !at.properties.contains("nav") => at = next,
            _ => break,
        }
    }
    at
}

/// Title, authors, date, publisher and language.
fn describe(page: &dom_query::Document, meta: &mut Meta) {
    let root = page.root();
    let first = |name: &str| {
        tree::all(root, name)
            .into_iter()
            .map(tree::line)
            .find(|line| !line.is_empty())
    };
    // `title` without a prefix is never in the metadata of a book.
    let title = root
        .descendants_it()
        .filter(|n| n.has_name("dc:title") || n.has_name("title"))
        .map(tree::line)
        .find(|line| !line.is_empty());
    if let Some(title) = title {
        meta.title = title;
    }
    let names: Vec<String> = tree::all(root, "creator")
        .into_iter()
        .filter(|node| tree::value(*node, "role").is_none_or(|role| role == "aut"))
        .map(tree::line)
        .filter(|name| !name.is_empty())
        .collect();
    if !names.is_empty() {
        let more = names.len().saturating_sub(AUTHORS);
        let first = names.get(..AUTHORS).unwrap_or(&names).join(", ");
        meta.byline = Some(if more > 0 {
            format!("{first} and {more} more")
        } else {
            first
        });
    }
    let date = tree::all(root, "date")
        .into_iter()
        .map(tree::line)
        .find(|line| !line.is_empty());
    meta.published = date.and_then(|date| crate::import::html::date(&date));
    meta.site = first("publisher");
    let language: Option<String> =
        first("language").map(|tag| tag.chars().take_while(char::is_ascii_alphabetic).collect());
    meta.language = language
        .map(|code| code.to_ascii_lowercase())
        .filter(|code| (2..=3).contains(&code.len()));
}
