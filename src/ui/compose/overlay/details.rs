//! What is known about the document: where it came from, what was read, hidden and found.

use super::super::Scene;
use crate::article::State;
use crate::document::{BlockKind, Meta};
use crate::facts::Language;
use crate::ui::Role;
use crate::ui::linear::count;
use crate::ui::screen::Line;

/// The rows for a box with `width` columns inside.
pub(super) fn lines(scene: &Scene<'_>, width: u16) -> Vec<Line> {
    let (document, findings) = (&scene.article.document, &scene.article.findings);
    let meta = document.meta();
    let hidden = document
        .blocks()
        .iter()
        .filter(|b| b.kind == BlockKind::Boilerplate)
        .count();
    let unknown = || "not given".to_owned();
    let words = document.text().len() / 6;
    let rows = [
        (
            "Title",
            if meta.title.is_empty() {
                unknown()
            } else {
                meta.title.clone()
            },
        ),
        ("By", meta.byline.clone().unwrap_or_else(unknown)),
        (
            "Published",
            meta.published.map_or_else(unknown, |d| d.to_string()),
        ),
        ("Site", meta.site.clone().unwrap_or_else(unknown)),
        ("Language", language(scene)),
        ("Read from", meta.source.clone()),
        ("Encoding", encoding(meta)),
        (
            "Length",
            format!(
                "about {words} words, {}",
                count(document.outline().sections().len(), "section")
            ),
        ),
        (
            "Hidden",
            format!(
                "{} not the article",
                match hidden {
                    1 => "1 part that is".to_owned(),
                    n => format!("{n} parts that are"),
                }
            ),
        ),
        (
            "Facts",
            format!(
                "{}, {}",
                findings.facts.len(),
                count(findings.repeats.len(), "repeated sentence")
            ),
        ),
    ];
    let mut lines = Vec::new();
    let column = 13;
    let room = usize::from(width.saturating_sub(column)).max(8);
    let warnings = scene.article.warnings().map(|w| ("Note", w));
    for (label, value) in rows.into_iter().chain(warnings) {
        for (i, row) in textwrap::wrap(&value, room).into_iter().enumerate() {
            let mut line = Line::default();
            line.push(
                if i == 0 {
                    format!(" {label}")
                } else {
                    String::new()
                },
                Role::Dim,
            );
            line.push_at(column, row, Role::Text);
            lines.push(line);
        }
    }
    lines
}

/// The language that is given, or the one that the facts were found by.
fn language(scene: &Scene<'_>) -> String {
    let findings = &scene.article.findings;
    if let Some(given) = &scene.article.document.meta().language {
        return Language::of_tag(given).map_or_else(|| given.clone(), |l| l.name().to_owned());
    }
    match (findings.language, scene.article.state) {
        (Some(known), _) => format!("{}, by its words", known.name()),
        (None, State::Complete) => "English, assumed: too little text to tell".to_owned(),
        (None, _) => "not given".to_owned(),
    }
}

/// The encoding of the input; a guess says so in the notes below.
fn encoding(meta: &Meta) -> String {
    meta.encoding.clone().unwrap_or_else(|| "UTF-8".to_owned())
}
