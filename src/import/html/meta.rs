//! What a page says of itself: title, byline, dates, site, language.
//!
//! Sources in the order of trust: JSON-LD, `<meta>` tags (Open Graph, Dublin Core and kin), microdata, the elements
//! that pages mark up as a title, a byline or a date, the address.

mod byline;
mod date;
mod jsonld;
mod title;

use dom_query::{Document as Page, Element, NodeRef};
use rustc_hash::FxHashMap;

use super::walk::attribute;
use crate::document::{Date, Meta};
use crate::import::draft::Draft;

/// What a page says it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Genre {
    /// Nothing.
    #[default]
    Unsaid,
    /// An article.
    Article,
    /// A thread of posts: a discussion, a question with its answers.
    Thread,
}

/// What was found.
#[derive(Clone, Debug, Default)]
pub(super) struct Found {
    pub title: Option<String>,
    pub byline: Option<String>,
    pub published: Option<Date>,
    pub modified: Option<Date>,
    pub site: Option<String>,
    pub language: Option<String>,
    pub genre: Genre,
    url: Option<String>,
}

/// All that is read from the page once and asked often.
struct Facts<'a> {
    page: &'a Page,
    /// `<meta>` contents by lower-case name, property or itemprop; the first of a name counts.
    tags: FxHashMap<String, String>,
    linked: jsonld::Linked,
    /// The address of the page, where it is known.
    url: Option<String>,
}

impl Facts<'_> {
    /// The first `<meta>` content under one of the names.
    fn tag(&self, names: &[&str]) -> Option<&str> {
        names
            .iter()
            .find_map(|name| self.tags.get(*name))
            .map(String::as_str)
    }
}

/// Finds what the page says of itself. `source` is its URL or file name. O(nodes).
pub(super) fn find(page: &Page, source: &str) -> Found {
    let mut tags: FxHashMap<String, String> = FxHashMap::default();
    for node in page.select("meta").nodes() {
        let Some(element) = node.element_ref() else {
            continue;
        };
        let content = attribute(&element, "content").unwrap_or_default().trim();
        if content.is_empty() || content.len() > 4096 {
            continue;
        }
        for key in ["property", "name", "itemprop"] {
            if let Some(name) = attribute(&element, key) {
                tags.entry(name.trim().to_ascii_lowercase())
                    .or_insert_with(|| decode(content));
            }
        }
    }
    let linked = jsonld::read(page);
    let canonical = page
        .select_single("link[rel=canonical]")
        .attr("href")
        .map(|href| href.to_string());
    let url = canonical
        .filter(|url| url.starts_with("http"))
        .or_else(|| tags.get("og:url").cloned())
        .or_else(|| source.starts_with("http").then(|| source.to_owned()));
    let facts = Facts {
        page,
        tags,
        linked,
        url,
    };
    let site = facts
        .tag(&["og:site_name", "application-name", "dc.publisher", "cre"])
        .map(str::to_owned)
        .or_else(|| facts.linked.site.clone());
    let language = page
        .select_single("html")
        .attr("lang")
        .map(|lang| lang.to_string())
        .or_else(|| facts.linked.language.clone())
        .and_then(|lang| language(&lang));
    let genre = match facts.linked.genre {
        Genre::Unsaid
            if facts
                .tag(&["og:type"])
                .is_some_and(|kind| kind.eq_ignore_ascii_case("article")) =>
        {
            Genre::Article
        }
        Genre::Unsaid if facts.url.as_deref().is_some_and(leads_to_thread) => Genre::Thread,
        genre => genre,
    };
    Found {
        genre,
        title: title::find(&facts, site.as_deref()),
        byline: byline::find(&facts, site.as_deref()),
        published: date::published(&facts),
        modified: date::modified(&facts),
        site,
        language,
        url: facts.url,
    }
}

/// Whether an address is that of a discussion, by the words that forums use.
fn leads_to_thread(url: &str) -> bool {
    let url = url.to_ascii_lowercase();
    url.split(|c: char| !c.is_ascii_alphanumeric()).any(|word| {
        matches!(
            word,
            "forum"
                | "forums"
                | "thread"
                | "threads"
                | "viewtopic"
                | "showthread"
                | "ubbthreads"
                | "discussion"
                | "discussions"
                | "questions"
                | "messageboard"
        )
    })
}

/// Puts what was found into the document's metadata. `byline` is what extraction found in the body.
pub(super) fn fill(meta: &mut Meta, found: Found, byline: Option<String>) {
    meta.title = found.title.unwrap_or_default();
    meta.byline = found
        .byline
        .or_else(|| byline.and_then(|line| byline::tidy(&line)));
    meta.published = found.published;
    meta.modified = found.modified.filter(|day| Some(*day) != meta.published);
    meta.site = found.site;
    meta.url = found.url;
    meta.language = found.language;
}

/// The date in a line such as "Published 3 March 2021" near the top of the text.
pub(super) fn date_in_text(drafts: &[Draft]) -> Option<Date> {
    date::in_text(drafts)
}

/// The first date in a text.
pub(super) fn date_in(text: &str) -> Option<Date> {
    date::parse(text)
}

/// Whether a line holds a date.
pub(super) fn is_dated(line: &str) -> bool {
    date::parse(line).is_some()
}

/// A two-letter language code.
fn language(tag: &str) -> Option<String> {
    let code: String = tag
        .trim()
        .chars()
        .take_while(char::is_ascii_alphabetic)
        .collect();
    (code.len() == 2 || code.len() == 3).then(|| code.to_ascii_lowercase())
}

/// All elements that may be one of those that are looked for: to match every element of a page with each selector takes
/// as long as to parse the page. O(nodes).
fn matching(root: NodeRef<'_>, may_be: impl Fn(&Element) -> bool) -> Vec<NodeRef<'_>> {
    let may_be = |node: &NodeRef<'_>| node.query_or(false, |n| n.as_element().is_some_and(&may_be));
    root.descendants_it().filter(may_be).collect()
}

/// Whether a value holds one of these words, which are in lower case, in any case.
fn holds_one(value: &str, words: &[&str]) -> bool {
    let begins = |rest: &[u8], word: &str| {
        rest.get(..word.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(word.as_bytes()))
    };
    let mut rest = value.as_bytes();
    while !rest.is_empty() {
        if words.iter().any(|word| begins(rest, word)) {
            return true;
        }
        rest = rest.get(1..).unwrap_or_default();
    }
    false
}

/// The text of a node on one line.
fn line(node: NodeRef<'_>) -> String {
    let text = node.text();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Decodes entities that were escaped twice.
fn decode(text: &str) -> String {
    if !text.contains('&') {
        return text.to_owned();
    }
    let page = Page::fragment(text.replace('<', "&lt;"));
    page.root().text().to_string()
}

/// Words for comparing: lower case, letters and digits only.
pub(super) fn plain(text: &str) -> String {
    plain_start(text, usize::MAX)
}

/// The beginning of the [`plain`] words of a text: all of them, or more than `most` bytes.
pub(super) fn plain_start(text: &str, most: usize) -> String {
    let mut out = String::with_capacity(text.len().min(most.saturating_add(4)));
    let mut owed = false;
    for c in text.chars() {
        if !c.is_alphanumeric() {
            owed = !out.is_empty();
            continue;
        }
        if std::mem::take(&mut owed) {
            out.push(' ');
        }
        if c.is_ascii() {
            out.push(c.to_ascii_lowercase());
        } else {
            out.extend(c.to_lowercase());
        }
        if out.len() > most {
            break;
        }
    }
    out
}

/// Whether the [`plain`] words of a text are these. Costs no more than the words are long.
pub(super) fn is_plain(text: &str, words: &str) -> bool {
    plain_start(text, words.len()) == words
}
