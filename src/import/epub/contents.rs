//! The table of contents of a book: the navigation document of EPUB 3, else the NCX of EPUB 2.

use dom_query::NodeRef;

use super::archive::Archive;
use super::package::Package;
use super::path::resolve;
use super::tree;

/// The most entries; more are a trap. One more is read, to know that there are.
pub(super) const ENTRIES: usize = 20_000;

/// One line of the contents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    /// Its words.
    pub title: String,
    /// Where it leads: a path in the book, with a fragment or not.
    pub target: String,
    /// How deep it stands, from 0.
    pub depth: u8,
}

/// Reads the contents; empty when the book has none.
pub(super) fn read(archive: &mut Archive<'_>, package: &Package) -> Vec<Entry> {
    let mut entries = Vec::new();
    if let Some((path, text)) = file(archive, package.nav.as_deref()) {
        let page = tree::parse(&text);
        let navs = tree::all(page.root(), "nav");
        let toc = navs.iter().find(|nav| {
            tree::value(**nav, "type").is_some_and(|t| t.split(' ').any(|t| t == "toc"))
        });
        if let Some(nav) = toc.or(navs.first()) {
            nav_list(*nav, &path, 0, &mut entries);
        }
    }
    if entries.is_empty()
        && let Some((path, text)) = file(archive, package.ncx.as_deref())
    {
        let page = tree::parse(&text);
        if let Some(map) = tree::all(page.root(), "navmap").first() {
            ncx_points(*map, &path, 0, &mut entries);
        }
    }
    entries
}

fn file(archive: &mut Archive<'_>, path: Option<&str>) -> Option<(String, String)> {
    let path = path?;
    Some((path.to_owned(), archive.read_text(path)?))
}

/// The items of the lists in a navigation document.
fn nav_list(node: NodeRef<'_>, path: &str, depth: u8, entries: &mut Vec<Entry>) {
    for child in node.element_children() {
        match tree::name(child).as_str() {
            "li" => {
                let label = child
                    .element_children()
                    .into_iter()
                    .find(|n| ["a", "span"].contains(&tree::name(*n).as_str()));
                if let Some(label) = label {
                    add(
                        tree::line(label),
                        tree::value(label, "href"),
                        path,
                        depth,
                        entries,
                    );
                }
                nav_list(child, path, depth.saturating_add(1), entries);
            }
            "a" | "span" | "h1" | "h2" | "h3" => {}
            _ => nav_list(child, path, depth, entries),
        }
    }
}

/// The points of an NCX.
fn ncx_points(node: NodeRef<'_>, path: &str, depth: u8, entries: &mut Vec<Entry>) {
    for point in node.element_children() {
        if tree::name(point) != "navpoint" {
            continue;
        }
        let mut title = String::new();
        let mut target = None;
        for child in point.element_children() {
            match tree::name(child).as_str() {
                "navlabel" => title = tree::line(child),
                "content" => target = tree::value(child, "src"),
                _ => {}
            }
        }
        add(title, target, path, depth, entries);
        ncx_points(point, path, depth.saturating_add(1), entries);
    }
}

fn add(title: String, target: Option<String>, path: &str, depth: u8, entries: &mut Vec<Entry>) {
    if entries.len() <= ENTRIES
        && !title.is_empty()
        && let Some(target) = target
    {
        entries.push(Entry {
            title,
            target: resolve(path, &target),
            depth,
        });
    }
}
