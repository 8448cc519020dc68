//! Blocks in words: what a block is, what it says, and the facts in it.

use super::{Saying, count, facts_in, section, words};
use crate::article::{Article, links_in};
use crate::document::{BlockId, BlockKind};
use crate::text::Span;
use crate::ui::{Note, View};

/// A block. A heading says which section begins.
pub fn block(article: &Article, view: &View, id: BlockId) -> Vec<Saying> {
    let document = &article.document;
    let Some(block) = document.block(id) else {
        return Vec::new();
    };
    let said = || words(article, block.span);
    let mut lines: Vec<Saying> = match &block.kind {
        BlockKind::Heading { .. } if is_head(article, id) => {
            vec![section(article, block.section).into()]
        }
        BlockKind::Heading { .. } => vec![format!("Heading: {}", said()).into()],
        BlockKind::Paragraph => vec![said().into()],
        BlockKind::ListItem { depth, marker } => {
            let marker = match marker.as_str() {
                "" => String::new(),
                "•" | "◦" | "▪" | "-" | "*" => "- ".to_owned(),
                marker => format!("{marker} "),
            };
            let level = match depth {
                0 => String::new(),
                depth => format!("(level {}) ", depth + 1),
            };
            vec![format!("{marker}{level}{}", said()).into()]
        }
        BlockKind::Quotation { .. } => vec![format!("Quotation: {}", said()).into()],
        BlockKind::Code { language } => code(article, block.span, language.as_deref()),
        BlockKind::Table { header_rows, .. } => table(document.slice(block.span), *header_rows),
        BlockKind::Image { alt, .. } => {
            let caption = said();
            let shows = if alt.is_empty() || *alt == caption {
                caption
            } else {
                format!("{alt}. {caption}")
            };
            vec![format!("Image: {}", shows.trim()).into()]
        }
        BlockKind::Rule => vec!["A break.".to_owned().into()],
        BlockKind::Footnote { label } => vec![format!("Footnote {label}: {}", said()).into()],
        BlockKind::Boilerplate => vec![format!("No part of the article: {}", said()).into()],
    };
    lines.extend(facts_in(article, view, block.span));
    let leading = links_in(document, block.span).len();
    if leading > 0 {
        lines.push(format!("{}.", count(leading, "link")).into());
    }
    let here = |note: &&Note| note.span.is_some_and(|span| span.overlaps(block.span));
    lines.extend(view.notes.iter().filter(here).map(|note| {
        let words = if note.is_written() {
            format!("Your note: {}", note.text)
        } else {
            "Highlighted.".to_owned()
        };
        Saying::from(words)
    }));
    lines
}

/// Whether a heading is that of its section.
fn is_head(article: &Article, id: BlockId) -> bool {
    let block = article.document.block(id);
    let section = block.and_then(|block| article.document.outline().section(block.section));
    section.is_some_and(|section| section.heading == Some(id))
}

/// Code line by line, between words that say where it begins and ends.
fn code(article: &Article, span: Span, language: Option<&str>) -> Vec<Saying> {
    let text = article.document.slice(span);
    let language = language.map(|l| format!(" in {l}")).unwrap_or_default();
    let mut lines: Vec<Saying> =
        vec![format!("Code{language}, {}:", count(text.lines().count(), "line")).into()];
    lines.extend(text.lines().map(|line| Saying {
        text: line.to_owned(),
        verbatim: true,
    }));
    lines.push("End of the code.".to_owned().into());
    lines
}

/// A table row by row, each cell with the head of its column.
fn table(text: &str, header_rows: u32) -> Vec<Saying> {
    let rows: Vec<Vec<&str>> = text
        .split('\n')
        .map(|row| row.split('\t').map(str::trim).collect())
        .collect();
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let (heads, body) = rows
        .split_at_checked(header_rows as usize)
        .unwrap_or_default();
    let head = |column: usize| heads.iter().rev().find_map(|row| row.get(column).copied());
    let mut lines: Vec<Saying> = vec![
        format!(
            "Table, {} and {}:",
            count(columns, "column"),
            count(body.len(), "row")
        )
        .into(),
    ];
    for (number, row) in body.iter().enumerate() {
        let cells: Vec<_> = row
            .iter()
            .enumerate()
            .filter(|(_, cell)| !cell.is_empty())
            .map(|(column, cell)| match head(column) {
                Some(head) if !head.is_empty() => format!("{head}: {cell}"),
                _ => (*cell).to_owned(),
            })
            .collect();
        lines.push(format!("Row {}: {}.", number + 1, cells.join("; ")).into());
    }
    lines.push("End of the table.".to_owned().into());
    lines
}
