//! Front matter: the lines between `---` (YAML) or `+++` (TOML) at the top of a Markdown file.
//!
//! Only the few keys that say something of the document are read, on one line each or as a list of names.

use crate::document::{Date, Meta};

/// The longest front matter, in bytes.
const MOST: usize = 64 << 10;

/// Reads front matter into `meta`; gives where the text after it begins, in bytes (0 without front matter).
pub(super) fn read(text: &str, meta: &mut Meta) -> usize {
    let start = if text.starts_with('\u{feff}') { 3 } else { 0 };
    let rest = text.get(start..).unwrap_or_default();
    let mut lines = rest.split_inclusive('\n');
    let Some(fence) = lines
        .next()
        .map(str::trim_end)
        .filter(|line| matches!(*line, "---" | "+++"))
    else {
        return start;
    };
    let mut at = start + rest.find('\n').map_or(rest.len(), |end| end + 1);
    let body = at;
    for line in lines {
        let end = at;
        at += line.len();
        let line = line.trim_end();
        if line == fence || (fence == "---" && line == "...") {
            let inside = text.get(body..end).unwrap_or_default();
            if !looks_like_keys(inside) {
                return start;
            }
            keys(inside, meta);
            return at;
        }
        if at - body > MOST {
            break;
        }
    }
    start
}

/// Whether the lines are keys with values, and not a paragraph between two rules.
fn looks_like_keys(inside: &str) -> bool {
    let mut lines = inside
        .lines()
        .filter(|line| !line.trim().is_empty() && !line.starts_with('#'));
    lines.next().is_some_and(|line| {
        line.split_once([':', '=']).is_some_and(|(key, _)| {
            !key.is_empty()
                && key
                    .trim_end()
                    .chars()
                    .all(|c| c.is_alphanumeric() || "_-.\"".contains(c))
        })
    })
}

fn keys(inside: &str, meta: &mut Meta) {
    let mut authors: Vec<String> = Vec::new();
    let mut list = false;
    for line in inside.lines() {
        if line.starts_with([' ', '\t', '-']) {
            if list && let Some(item) = line.trim().strip_prefix('-') {
                let item = item.trim();
                authors.push(unquote(item.strip_prefix("name:").unwrap_or(item)));
            }
            continue;
        }
        list = false;
        let Some((key, value)) = line.split_once([':', '=']) else {
            continue;
        };
        let value = value.trim();
        match key.trim().trim_matches('"').to_ascii_lowercase().as_str() {
            "title" => meta.title = unquote(value),
            "author" | "authors" | "by" => {
                list = value.is_empty();
                let names = value.trim_matches(['[', ']']);
                authors.extend(
                    names
                        .split(',')
                        .map(unquote)
                        .filter(|name| !name.is_empty()),
                );
            }
            "date" | "published" | "pubdate" | "created" if meta.published.is_none() => {
                meta.published = day(value);
            }
            "lang" | "language" => {
                let value = unquote(value);
                let tag = value
                    .get(..2)
                    .filter(|tag| tag.bytes().all(|b| b.is_ascii_alphabetic()));
                meta.language = tag.map(str::to_owned);
            }
            "updated" | "modified" | "lastmod" | "last_modified_at" => meta.modified = day(value),
            _ => {}
        }
    }
    if !authors.is_empty() {
        meta.byline = Some(authors.join(", "));
    }
}

/// The day at the start of a value.
fn day(value: &str) -> Option<Date> {
    unquote(value).get(..10)?.parse().ok()
}

fn unquote(value: &str) -> String {
    value.trim().trim_matches(['"', '\'']).trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_few_keys_are_read_and_the_rest_is_skipped() {
        let text = "---\ntitle: \"On: bees\"\nauthors:\n  - Ann Example\n  - Bo\ntags: [x]\ndate: 2021-03-05T10:00\n---\nText";
        let mut meta = Meta::default();
        let at = read(text, &mut meta);
        assert_eq!(text.get(at..), Some("Text"));
        assert_eq!(meta.title, "On: bees");
        assert_eq!(meta.byline.as_deref(), Some("Ann Example, Bo"));
        assert_eq!(
            meta.published.map(|d| d.to_string()).as_deref(),
            Some("2021-03-05")
        );
    }

    #[test]
    fn a_rule_at_the_top_is_no_front_matter() {
        for text in [
            "---\n\nWords and words\n\n---\n",
            "---\ntitle: x\nno end",
            "Text\n---\n",
        ] {
            assert_eq!(read(text, &mut Meta::default()), 0, "{text}");
        }
    }
}
