//! The sections as a tree, with their numbers, lines and facts.

use std::fmt::Write as _;

use super::Sheet;
use crate::document::SectionId;

/// The sections, a line each: number, line in the input, facts in its own text, heading indented by depth.
pub fn outline(sheet: &Sheet<'_>) -> String {
    let mut out = String::from("  §   line  facts  section\n");
    let article = sheet.article;
    for (number, section) in article.document.outline().sections().iter().enumerate() {
        let line = sheet
            .place(section.span.start)
            .map_or_else(|| "-".to_owned(), |p| p.line.to_string());
        let id = SectionId::new(number);
        let facts = article.index.facts_in_section(id);
        let indent = "  ".repeat(usize::from(section.depth));
        let title = if section.title.is_empty() && number == 0 {
            "(before the first heading)".to_owned()
        } else {
            article.section_name(id)
        };
        // Writing to a string cannot fail.
        let _ = writeln!(out, "{number:>3} {line:>6} {facts:>6}  {indent}{title}");
    }
    out
}
