//! JSON-LD: what pages tell search engines.

use dom_query::Document as Page;
use serde_json::{Map, Value};

use super::Genre;

/// The most JSON that is read from one page, in bytes.
const MOST: usize = 2 << 20;

/// What the JSON-LD of a page says, the article before the page before anything else.
#[derive(Clone, Debug, Default)]
pub(super) struct Linked {
    pub title: Option<String>,
    pub authors: Vec<String>,
    pub published: Option<String>,
    pub modified: Option<String>,
    pub site: Option<String>,
    pub language: Option<String>,
    pub genre: Genre,
}

/// Reads all JSON-LD of a page.
pub(super) fn read(page: &Page) -> Linked {
    let mut values = Vec::new();
    let mut size = 0;
    for node in page.select("script").nodes() {
        let kind = node.attr("type").unwrap_or_default().to_ascii_lowercase();
        if !kind.contains("ld+json") {
            continue;
        }
        let text = node.text();
        size += text.len();
        if size > MOST {
            break;
        }
        values.extend(parse(&text));
    }
    let mut objects = Vec::new();
    for value in &values {
        collect(value, &mut objects, 0);
    }
    let mut ranked: Vec<_> = objects
        .iter()
        .filter_map(|o| rank(o).map(|rank| (rank, *o)))
        .collect();
    ranked.sort_by_key(|(rank, _)| *rank);
    let mut linked = Linked {
        genre: if objects.iter().any(|object| is_a(object, THREADS)) {
            Genre::Thread
        } else if ranked.first().is_some_and(|(rank, _)| *rank == 0) {
            Genre::Article
        } else {
            Genre::Unsaid
        },
        ..Linked::default()
    };
    for (rank, object) in ranked {
        let about = |key: &str| text(object.get(key));
        let first = |slot: &mut Option<String>, value: Option<String>| {
            if slot.is_none() {
                *slot = value;
            }
        };
        if rank < 3 {
            first(
                &mut linked.title,
                about("headline").or_else(|| about("name")),
            );
            if linked.authors.is_empty() {
                linked.authors = names(
                    object.get("author").or_else(|| object.get("creator")),
                    &objects,
                );
            }
        }
        first(
            &mut linked.published,
            about("datePublished").or_else(|| about("dateCreated")),
        );
        first(&mut linked.modified, about("dateModified"));
        first(&mut linked.language, about("inLanguage"));
        first(
            &mut linked.site,
            names(object.get("publisher"), &objects).into_iter().next(),
        );
    }
    linked
}

/// Parses a block, mended where pages commonly break it.
fn parse(text: &str) -> Option<Value> {
    let text = text
        .trim()
        .trim_start_matches("<!--")
        .trim_start_matches("//<![CDATA[")
        .trim_start_matches("<![CDATA[");
    let text = text
        .trim_end()
        .trim_end_matches("-->")
        .trim_end_matches("]]>")
        .trim_end_matches("//");
    let text = text.trim().trim_end_matches(';');
    if let Ok(value) = serde_json::from_str(text) {
        return Some(value);
    }
    // A raw line break in a string, or a comma before a closing bracket.
    let mut mended = String::with_capacity(text.len());
    let mut comma = None;
    for c in text.chars() {
        let c = if c.is_control() { ' ' } else { c };
        match c {
            ',' => comma = Some(mended.len()),
            '}' | ']' => {
                if let Some(at) = comma.take() {
                    mended.truncate(at);
                }
            }
            c if c.is_whitespace() => {}
            _ => comma = None,
        }
        mended.push(c);
    }
    serde_json::from_str(&mended).ok()
}

/// All objects with a type, however deep.
fn collect<'v>(value: &'v Value, out: &mut Vec<&'v Map<String, Value>>, depth: usize) {
    if depth > 16 || out.len() > 2000 {
        return;
    }
    match value {
        Value::Array(items) => items.iter().for_each(|item| collect(item, out, depth + 1)),
        Value::Object(map) => {
            if map.contains_key("@type") || map.contains_key("@id") {
                out.push(map);
            }
            for (key, inner) in map {
                if !matches!(
                    key.as_str(),
                    "itemListElement" | "comment" | "review" | "hasPart" | "relatedLink"
                ) {
                    collect(inner, out, depth + 1);
                }
            }
        }
        _ => {}
    }
}

/// The types of pages that are threads of posts.
const THREADS: &[&str] = &["DiscussionForumPosting", "QAPage"];

/// Whether the type of an object ends with one of these.
fn is_a(object: &Map<String, Value>, ends: &[&str]) -> bool {
    let is = |kind: &str| ends.iter().any(|end| kind.ends_with(end));
    match object.get("@type") {
        Some(Value::String(kind)) => is(kind),
        Some(Value::Array(kinds)) => kinds.iter().filter_map(Value::as_str).any(is),
        _ => false,
    }
}

/// How well an object describes the article; none when it does not.
fn rank(object: &Map<String, Value>) -> Option<u8> {
    let is = |ends: &[&str]| is_a(object, ends);
    if is(&[
        "Article",
        "BlogPosting",
        "Report",
        "LiveBlogPosting",
        "SocialMediaPosting",
    ]) {
        Some(0)
    } else if is(&[
        "Review",
        "Recipe",
        "HowTo",
        "Book",
        "CreativeWork",
        "DiscussionForumPosting",
        "QAPage",
        "Blog",
    ]) {
        Some(1)
    } else if is(&["VideoObject", "NewsMediaOrganization"]) {
        Some(3)
    } else if is(&["WebPage", "ItemPage", "ProfilePage", "AboutPage"]) {
        Some(4)
    } else {
        None
    }
}

fn text(value: Option<&Value>) -> Option<String> {
    let text = match value? {
        Value::String(text) => text.trim(),
        Value::Array(items) => return items.iter().find_map(|item| text(Some(item))),
        Value::Object(map) => return text(map.get("@value").or_else(|| map.get("name"))),
        _ => return None,
    };
    (!text.is_empty()).then(|| super::decode(text))
}

/// The names of people or organisations: strings, objects, lists of them, references to other objects.
fn names(value: Option<&Value>, objects: &[&Map<String, Value>]) -> Vec<String> {
    match value {
        Some(Value::String(name)) => vec![super::decode(name.trim())],
        Some(Value::Array(items)) => items
            .iter()
            .take(12)
            .flat_map(|item| names(Some(item), objects))
            .collect(),
        Some(Value::Object(map)) => {
            let name = map.get("name").and_then(|name| text(Some(name)));
            let name = name.or_else(|| {
                let id = map.get("@id")?;
                let target = objects
                    .iter()
                    .find(|o| o.get("@id") == Some(id) && o.contains_key("name"))?;
                text(target.get("name"))
            });
            name.into_iter().collect()
        }
        _ => Vec::new(),
    }
}
