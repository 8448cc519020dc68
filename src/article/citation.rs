//! Where words stand, as a line under a quotation.

use super::Article;
use crate::text::Pos;

/// Author, title, section, date and place (`file:line`, or the address of what came from the web), without the parts
/// that are not known. O(its words).
pub fn citation(article: &Article, at: Pos) -> String {
    let document = &article.document;
    let meta = document.meta();
    let one_line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let section = document.outline().section(document.section_at(at));
    let section = one_line(section.map_or("", |s| document.slice(s.title)));
    let mut parts = Vec::new();
    parts.extend(meta.byline.as_deref().map(one_line));
    parts.push(one_line(&meta.title));
    if section != one_line(&meta.title) {
        parts.push(section);
    }
    parts.extend(meta.published.map(|date| date.to_string()));
    parts.push(match article.line(at) {
        // A line of what was fetched is of no use to anybody.
        Some(line) if !meta.source.contains("://") => format!("{}:{line}", meta.source),
        _ => meta.source.clone(),
    });
    parts.retain(|part| !part.is_empty());
    parts.join(", ")
}
